"""What a dataset's format gives of the labels of one sample."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, Self, TypeAlias, runtime_checkable

from augstudio.core.image import Size
from augstudio.core.labels import Labels
from augstudio.core.text import printable
from augstudio.errors import DatasetError, ImageError, Message, message_of


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """What must be known of a picture to read its labels.

    Attributes:
        size: Width and height of the picture as it is shown, upright.
        orientation: How it is turned in its file, 1..8 as EXIF has it; 1 is upright.
    """

    size: Size
    orientation: int = 1

    @property
    def stored(self) -> Size:
        """Width and height as it lies in its file."""
        width, height = self.size
        return (height, width) if self.orientation >= 5 else self.size


class Severity(StrEnum):
    """How much something that was found in labels matters."""

    PROBLEM = "problem"
    """Broken or odd: somebody should look at it."""
    NOTE = "note"
    """Usual, but worth knowing: nothing needs to be mended."""


@dataclass(frozen=True, slots=True)
class LabelProblem:
    """Something in a label file that is broken, odd or worth knowing; the rest of the file counts.

    Attributes:
        file: The file's path relative to the dataset, printable.
        line: Number of the line, from 1; 0 where the file has no lines that mean anything to people.
        reason: What is wrong and what was done about it, for people.
        severity: How much it matters.
    """

    file: str
    line: int
    reason: str
    severity: Severity = Severity.PROBLEM

    @property
    def is_note(self) -> bool:
        """Whether nothing is wrong."""
        return self.severity is Severity.NOTE

    @property
    def said(self) -> str:
        """The reason, with a word before it where it is a note."""
        return Message("note: {0}", self.reason) if self.is_note else self.reason

    def to_dict(self) -> dict[str, Any]:
        """As it stands in files; that it is a problem is not said."""
        said = {"file": self.file, "line": self.line, "reason": self.reason}
        return {**said, "severity": self.severity.value} if self.is_note else said


FoundProblems: TypeAlias = tuple[LabelProblem, ...]
"""Some of these."""


def parted(found: Iterable[LabelProblem]) -> tuple[FoundProblems, FoundProblems]:
    """Problems, and notes, both in the order in which they were found."""
    problems, notes = list[LabelProblem](), list[LabelProblem]()
    for item in found:
        (notes if item.is_note else problems).append(item)
    return tuple(problems), tuple(notes)


class LabelFileError(DatasetError):
    """A label file cannot be used at all.

    Attributes:
        problem: Which file, and what is wrong with it.
    """

    def __init__(self, file: str, line: int, reason: Message) -> None:
        """Say where and what.

        Args:
            file: The file's path relative to the dataset.
            line: Number of the line, from 1; 0 for the file as a whole.
            reason: What is wrong, without the file's name.
        """
        shown = printable(file)
        self.problem = LabelProblem(shown, line, reason)
        super().__init__(
            Message("{0}, line {1}: {2}", shown, line, reason) if line else Message("{0}: {1}", shown, reason)
        )

    def __reduce__(self) -> tuple[type[Self], tuple[str, int, str]]:
        """What copies and other processes make the error of."""
        return type(self), (self.problem.file, self.problem.line, self.problem.reason)


def problem_of(error: DatasetError | ImageError, file: str) -> LabelProblem:
    """An error as a problem: of the file that it names itself, else of the one given."""
    if isinstance(error, LabelFileError):
        return error.problem
    return LabelProblem(printable(file), 0, message_of(error))


@dataclass(frozen=True, slots=True)
class LabelsRead:
    """What reading the labels of one sample gave.

    Attributes:
        labels: The labels, in pixel coordinates of the upright picture; None where it is not labelled, which
            differs from labels that are empty.
        problems: What was broken or odd, in the file's order.
        data: The bytes of the label file where the format has one file for each picture and it is text;
            empty otherwise. What is copied unchanged is copied from here.
    """

    labels: Labels | None
    problems: tuple[LabelProblem, ...] = ()
    data: bytes = b""


class LabelSource(Protocol):
    """Where the labels of one sample are; a small frozen value that can be sent to another process."""

    def state(self) -> str:
        """A text that changes when the labels do: the states of files, or a digest of rows; reads little."""

    def digest(self) -> str:
        """SHA-256 of everything that is read for the labels.

        Raises:
            DatasetError: A file cannot be read.
        """

    def read(self, image: ImageInfo) -> LabelsRead:
        """Read the labels.

        Args:
            image: The picture that they belong to.

        Raises:
            DatasetError: The file cannot be used at all; the text names it and says what is wrong.
        """


@runtime_checkable
class MaskSource(Protocol):
    """What a :class:`LabelSource` is, too, whose labels are read from pictures beside the sample's own."""

    def masks(self) -> tuple[str, ...]:
        """Their paths, absolute."""
