"""Pipelines as plain NumPy: neighbouring steps of geometry become one matrix and one resampling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from augstudio.core.transform import Selector, Transform
from augstudio.interop.code.calls import Call, Expressed, Missing, comment, number
from augstudio.interop.code.numpy_steps import FILES, MATRICES, in_numpy, lossless
from augstudio.interop.code.script import About, Body, Likeness, StepReport, joined, off, reported
from augstudio.interop.code.tree import Node

ABOUT: Final = About(
    title="plain NumPy and Pillow",
    packages=("numpy>=2.0", "pillow>=10"),
    files=FILES,
    notes=(
        "Neighbouring steps of geometry are one resampling, as in augstudio; steps that bend the picture "
        "(elastic, grid_distortion, lens_distortion) are resampled by themselves.",
        "Places are exact here; augstudio rounds them to 1/32 pixel, which differs by a few levels at edges.",
    ),
)

BEGIN: Final = "matrix, size = np.eye(3), image.shape[1::-1]"
END: Final = "image = warp(image, matrix, size, PADDING, FILL)"


@dataclass(frozen=True)
class Dialect:
    """How statements are written.

    Attributes:
        express: What does a step; a call of ``matrix`` and ``size`` for steps of geometry.
        begin: Begins a run of geometry.
        warp: Name of the function that ends it.
        rot90: Name of the function that turns by quarters.
        inside: Whether a step is done by the library itself; the others are done by functions of NumPy that
            are called with the picture.
    """

    express: Callable[[Transform], Expressed | Missing] = in_numpy
    begin: str = BEGIN
    warp: str = "warp"
    rot90: str = "np.rot90"
    inside: Callable[[Transform], bool] = lambda _: True


class Writer:
    """Writes the statements of a function ``augment`` and notes what becomes of each step."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self.functions: list[tuple[str, ...]] = []
        self.lines: list[str] = []
        self.reports: list[StepReport] = []
        self.wanted: set[str] = set()
        self._moving = False

    def write(self, nodes: Sequence[Node], indent: int) -> None:
        """Write steps that follow each other."""
        for place, node in enumerate(nodes):
            alone = not (self._moving or _moves_on(nodes[place + 1 :]))
            self._step(node, indent, alone=alone, certain=False)
        self._rest(indent)

    def _step(self, node: Node, indent: int, *, alone: bool, certain: bool) -> None:
        if not node.takes_part and not certain:
            self.lines += comment(f"{node.title}: {node.note()}", indent)
            self.reports += off([node])
            return
        if isinstance(node.step.transform, Selector):
            self._selection(node, indent, certain=certain)
            return
        how = self._dialect.express(node.step.transform)
        if isinstance(how, Missing):
            self.lines += comment(f"{node.title}: not here, see above", indent)
            self.reports.append(reported(node, Likeness.MISSING, how.reason))
            if certain:
                self.lines.append(f"{' ' * indent}pass")
            return
        differs = joined(how.differs, node.note())
        likeness = Likeness.DIFFERS if differs else Likeness.SAME
        self.reports.append(reported(node, likeness, differs, how.title))
        short = lossless(node.step.transform, self._dialect.rot90) if alone else None
        inside = self._dialect.inside(node.step.transform)
        self._prepare(node, indent, moves=node.step.name in MATRICES and short is None)
        inner = self._condition(node, indent, certain=certain)
        if inside:
            self._act(node, inner, how.call, short)
        else:
            self.functions.append(numpy_function(node, how.call))
            self.wanted |= {how.call.name, "in_numpy"}
            self.lines.append(f"{' ' * inner}image = in_numpy(image, {node.function})")

    def _prepare(self, node: Node, indent: int, *, moves: bool) -> None:
        """Begin or end a run of geometry before a step."""
        if not moves:
            self._rest(indent)
        elif not self._moving:
            self._moving = True
            self.lines.append(f"{' ' * indent}{self._dialect.begin}")
        self.lines += comment(node.title, indent)

    def _condition(self, node: Node, indent: int, *, certain: bool) -> int:
        """Ask whether the step acts; the indent of what it does."""
        if certain or node.step.probability == 1:
            return indent
        self.lines.append(f"{' ' * indent}if rng.random() < {number(node.step.probability)}:")
        return indent + 4

    def _act(self, node: Node, indent: int, call: Call, short: str | None) -> None:
        if short is not None:
            self.lines.append(f"{' ' * indent}image = {short}")
            return
        self.wanted.add(call.name)
        before = "matrix, size = " if node.step.name in MATRICES else "image = "
        self.lines += call.lines(indent, before)

    def _rest(self, indent: int) -> None:
        """Resample, where matrices have been gathered."""
        if self._moving:
            self.lines.append(f"{' ' * indent}{END.replace('warp', self._dialect.warp)}")
            self.wanted.add(self._dialect.warp)
            self._moving = False

    def _selection(self, node: Node, indent: int, *, certain: bool) -> None:
        self._rest(indent)
        note = node.note()
        self.reports.append(reported(node, Likeness.DIFFERS if note else Likeness.SAME, note, "rng.choice"))
        self.lines += comment(f"{node.title}: weights are probabilities", indent)
        members = node.weighted_members
        left_out = [member for member in node.members if member not in members]
        if members:
            inner = self._condition(node, indent, certain=certain)
            total = sum(member.step.probability for member in members)
            shares = ", ".join(number(member.step.probability / total) for member in members)
            self.lines += Call("rng.choice", (str(len(members)), f"p=[{shares}]")).lines(inner, "choice = ")
            for place, member in enumerate(members):
                word = "elif" if place else "if"
                self.lines.append(f"{' ' * inner}{word} choice == {place}:")
                self._step(member, inner + 4, alone=True, certain=True)
                self._rest(inner + 4)
        for member in left_out:
            self.lines += comment(f"{member.title}: {member.note()}", indent)
            self.reports += off([member])


def numpy_function(node: Node, call: Call) -> tuple[str, ...]:
    """A function of picture and generator that does a step by NumPy."""
    head = (
        f"def {node.function}(image, rng):",
        f'    """Step {node.number} of the pipeline, {node.step.name}."""',
    )
    if node.step.name not in MATRICES:
        return (*head, *call.lines(4, "return "))
    return (
        *head,
        f"    {BEGIN}",
        *call.lines(4, "matrix, size = "),
        f"    {END.replace('image = ', 'return ')}",
    )


def _moves_on(nodes: Sequence[Node]) -> bool:
    """Whether a step of geometry that needs resampling follows, before anything else."""
    for node in nodes:
        if node.takes_part and node.step.name not in MATRICES:
            return False
        if node.takes_part and lossless(node.step.transform) is None:
            return True
    return False


def write(nodes: Sequence[Node]) -> Body:
    """The pipeline as a function of NumPy."""
    return write_with(nodes, Dialect())


def write_with(nodes: Sequence[Node], dialect: Dialect) -> Body:
    """The pipeline as a function of NumPy, in which a library does some of the steps."""
    writer = Writer(dialect)
    writer.write(nodes, 4)
    head = (
        "def augment(image, seed):",
        '    """A changed copy of a picture, ``(H, W, 3)`` uint8; each seed gives one."""',
    )
    draws = ("    rng = np.random.default_rng(seed)",) if "rng" in " ".join(writer.lines) else ()
    block = (*head, *draws, *writer.lines, "    return np.ascontiguousarray(image)")
    return Body((block,), tuple(writer.reports), frozenset(writer.wanted), ("import numpy as np",))
