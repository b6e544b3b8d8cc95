"""Scripts as a whole: header, imports, parts, and what a target writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from augstudio import __version__
from augstudio.core.padding import Padding
from augstudio.core.text import printable
from augstudio.interop.code.calls import comment
from augstudio.interop.code.parts import excerpt
from augstudio.interop.code.tree import Node


class Likeness(StrEnum):
    """How near a script comes to a step."""

    SAME = "same"
    DIFFERS = "differs"
    MISSING = "missing"
    OFF = "off"


@dataclass(frozen=True)
class StepReport:
    """What became of a step.

    Attributes:
        number: Its place in the pipeline, from 1.
        name: The transform's name in files.
        likeness: How near the script comes.
        text: What differs or why it is missing, as a sentence; may be empty.
        code: What does it, such as ``A.Affine``.
    """

    number: int
    name: str
    likeness: Likeness
    text: str = ""
    code: str = ""


@dataclass(frozen=True)
class Body:
    """What a target writes of a pipeline.

    Attributes:
        blocks: Functions and statements, in order, each as lines.
        reports: What became of each step.
        wanted: Names of parts that the blocks use.
        imports: Lines of imports that the blocks need.
    """

    blocks: tuple[tuple[str, ...], ...]
    reports: tuple[StepReport, ...]
    wanted: frozenset[str]
    imports: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """What a script says of its target.

    Attributes:
        title: What the target is called.
        packages: What must be installed, as for pip.
        files: Files with its parts.
        notes: What differs with every pipeline, each as a sentence.
    """

    title: str
    packages: tuple[str, ...]
    files: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """A script, and what became of each step in it."""

    text: str
    reports: tuple[StepReport, ...]


_MARKS: Final = {Likeness.SAME: "=", Likeness.DIFFERS: "~", Likeness.MISSING: "-", Likeness.OFF: "-"}
_DRAWS: Final = (
    "The parameters are drawn from the same ranges by another generator, so no copy equals one that "
    "augstudio exports."
)
_CHANNELS: Final = "Pictures are read as RGB: alpha is dropped, and grey ones get three equal channels."


def assembled(about: About, body: Body, padding: Padding, name: str) -> Script:
    """The whole script.

    Args:
        about: The target.
        body: What it wrote of the pipeline.
        padding: The pipeline's.
        name: What the pipeline is called.
    """
    settings = [f'PADDING = "{padding.mode}"', f"FILL = {padding.fill[:3]}"]
    source = "\n".join(line for block in body.blocks for line in block)
    parts = excerpt((*about.files, "files"), body.wanted | {"main"}, body.imports)
    used = [line for line in settings if line.split()[0] in source]
    lines = [*_header(about, body, name), *parts.imports, ""]
    lines += [*used, *parts.values, ""] if used or parts.values else []
    blocks = [*parts.functions, *("\n".join(block) for block in body.blocks)]
    for block in blocks:
        lines += ["", block, ""]
    lines += ["", 'if __name__ == "__main__":', "    main(augment)"]
    return Script("\n".join(lines) + "\n", body.reports)


def _header(about: About, body: Body, name: str) -> list[str]:
    """Comments, in which nothing that a name holds can be code."""
    text = [f'The pipeline "{printable(name)}" for {about.title}.', ""]
    text += [f"Written by augstudio {__version__} for {', '.join(about.packages)}.", ""]
    text += ["Its steps: = as in augstudio but for rounding, ~ otherwise as said, - not here."]
    lines = [line for part in text for line in (comment(part) if part else ["#"])]
    for report in body.reports:
        told = f": {printable(report.text)}" if report.text else ""
        lines += comment(f"{_MARKS[report.likeness]} {report.number}. {report.name}{told}")
    lines += ["#"]
    for note in (_DRAWS, _CHANNELS, *about.notes):
        lines += comment(note)
    lines += ["#", "# Use: python THIS_FILE PICTURE_OR_FOLDER OUTPUT --copies 4 --seed 0", ""]
    return lines


def reported(node: Node, likeness: Likeness, text: str = "", code: str = "") -> StepReport:
    """The report of a step."""
    return StepReport(node.number, node.step.name, likeness, text, code)


def joined(*sentences: str) -> str:
    """Sentences one after the other, without those that say nothing."""
    said = [sentence for sentence in sentences if sentence]
    return " ".join([*said[:1], *(sentence[0].upper() + sentence[1:] for sentence in said[1:])])


def off(nodes: Sequence[Node]) -> tuple[StepReport, ...]:
    """The reports of steps that never act, with all that belongs to them."""
    return tuple(
        report for node in nodes for report in (reported(node, Likeness.OFF, node.note()), *off(node.members))
    )
