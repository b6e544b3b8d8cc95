"""Pipelines as lists of transforms, for libraries that compose such; what they lack is done by NumPy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from augstudio.core.padding import Padding
from augstudio.core.transform import Distortion, Geometric, Selector, Transform
from augstudio.interop.code.calls import Call, Expressed, Missing, comment, number
from augstudio.interop.code.numpy_steps import MATRICES, in_numpy
from augstudio.interop.code.script import Likeness, StepReport, joined, off, reported
from augstudio.interop.code.to_numpy import numpy_function
from augstudio.interop.code.tree import Node

Native = Callable[[Transform, Padding, float], Expressed | None]
"""A transform of the library for one of ours, with its padding and probability; None where there is none."""


@dataclass(frozen=True)
class Choice:
    """How a library writes a choice.

    Attributes:
        name: What chooses.
        before: Lines before the members.
        behind: Lines behind them.
        indent: Spaces by which members stand further to the right.
        weights_inside: Whether members' own probabilities are the weights.
    """

    name: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    indent: int = 8
    weights_inside: bool = False


LABELS_STAY: Final = "done by NumPy on the picture alone: boxes, masks and points do not follow."


@dataclass(frozen=True)
class Library:
    """How a library writes things.

    Attributes:
        native: Its own transforms.
        choice: Its choice among members of some weights, taken so often.
        wrapped: Its transform for a function of picture and NumPy generator, with its probability.
        padding: The pipeline's padding.
        labels: Whether it moves labels along.
        leaves: What is to be said where NumPy does a step.
    """

    native: Native
    choice: Callable[[list[float], float], Choice]
    wrapped: Callable[[str, float], Call]
    padding: Padding
    labels: bool = True
    leaves: str = ""


class ListWriter:
    """Writes the entries of a list of transforms and notes what becomes of each step."""

    def __init__(self, library: Library) -> None:
        self.entries: list[str] = []
        self.functions: list[tuple[str, ...]] = []
        self.reports: list[StepReport] = []
        self.wanted: set[str] = set()
        self._library = library

    def write(self, nodes: Sequence[Node], indent: int) -> None:
        """Write steps that follow each other."""
        for node in nodes:
            self._step(node, indent, node.step.probability)

    def _step(self, node: Node, indent: int, probability: float) -> None:
        if not node.takes_part:
            self.entries += comment(f"{node.title}: {node.note()}", indent)
            self.reports += off([node])
        elif isinstance(node.step.transform, Selector):
            self._selection(node, indent, probability)
        else:
            self._single(node, indent, probability)

    def _single(self, node: Node, indent: int, probability: float) -> None:
        transform = node.step.transform
        how = self._library.native(transform, self._library.padding, probability)
        fallback = how is None
        chosen = in_numpy(transform) if how is None else how
        if isinstance(chosen, Missing):
            self.entries += comment(f"{node.title}: not here, see above", indent)
            self.reports.append(reported(node, Likeness.MISSING, chosen.reason))
            return
        moves = self._library.labels and isinstance(transform, Geometric | Distortion)
        left = joined(self._library.leaves, LABELS_STAY if moves else "") if fallback else ""
        differs = joined(chosen.differs, left, node.note())
        likeness = Likeness.DIFFERS if differs else Likeness.SAME
        self.entries += comment(node.title, indent)
        call = self._in_numpy(node, chosen.call, probability) if fallback else chosen.call
        self.entries += call.lines(indent, after=",")
        self.reports.append(reported(node, likeness, differs, call.name if fallback else chosen.title))

    def _in_numpy(self, node: Node, call: Call, probability: float) -> Call:
        """Write a function of NumPy for a step; the library's transform that calls it."""
        self.wanted |= {call.name, "warp"} if node.step.name in MATRICES else {call.name}
        self.functions.append(numpy_function(node, call))
        return self._library.wrapped(node.function, probability)

    def _selection(self, node: Node, indent: int, probability: float) -> None:
        members = [member for member in node.weighted_members if self._is_here(member)]
        lost = [member.title for member in node.weighted_members if member not in members]
        note = joined(f"never chosen here: {', '.join(lost)}." if lost else "", node.note())
        self.entries += comment(f"{node.title}: weights are probabilities", indent)
        if not members:
            self.reports.append(reported(node, Likeness.MISSING, joined("nothing to choose from.", note)))
            self.write(node.members, indent)
            return
        choice = self._library.choice([member.step.probability for member in members], probability)
        likeness = Likeness.DIFFERS if note else Likeness.SAME
        self.reports.append(reported(node, likeness, note, choice.name))
        self.entries += [f"{' ' * indent}{line}" for line in choice.before]
        for member in node.members:
            certain = 1.0 if member.takes_part else member.step.probability
            inside = member.step.probability if choice.weights_inside else certain
            self._step(member, indent + choice.indent, inside)
        self.entries += [f"{' ' * indent}{line}" for line in choice.behind]

    def _is_here(self, node: Node) -> bool:
        """Whether a step can be written at all."""
        transform = node.step.transform
        if isinstance(transform, Selector):
            return any(self._is_here(member) for member in node.weighted_members)
        native = self._library.native(transform, self._library.padding, 1.0)
        return native is not None or not isinstance(in_numpy(transform), Missing)


def written(value: float) -> str:
    """A probability as an argument."""
    return f"p={number(value)}"
