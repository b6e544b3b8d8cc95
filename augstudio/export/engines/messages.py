"""What processes of an export say to each other: one union of messages for each direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from augstudio.datasets.base import Skipped
from augstudio.errors import Message
from augstudio.export.engine import Assignment
from augstudio.export.run_task import Done

if TYPE_CHECKING:
    from augstudio.export.progress import Progress, Report


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait for :class:`Resume` where you are."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop."""


@dataclass(frozen=True, slots=True)
class MemoryGranted:
    """You may take the memory that you asked for."""


@dataclass(frozen=True, slots=True)
class Alive:
    """I go on.

    Attributes:
        number: Number of the assignment that I am at; -1 where I am at none.
        made: How many of its outputs are made.
    """

    number: int = -1
    made: int = 0


@dataclass(frozen=True, slots=True)
class MemoryRequest:
    """My picture needs this much memory.

    Attributes:
        needed: Bytes in all.
        held: Bytes that I hold until they are granted.
    """

    needed: int
    held: int


@dataclass(frozen=True, slots=True)
class WriteFailure:
    """A file cannot be written, so the export ends.

    Attributes:
        reason: What to tell people.
    """

    reason: Message


@dataclass(frozen=True, slots=True)
class Failure:
    """The export ended with an error.

    Attributes:
        error: It is raised again at the other end.
    """

    error: Exception


ToWorker: TypeAlias = Assignment | Pause | Resume | MemoryGranted
FromWorker: TypeAlias = Alive | MemoryRequest | Done | Skipped | WriteFailure
"""The outcome of an assignment ends it; the next one may come."""

ToSubprocess: TypeAlias = Pause | Resume | Cancel
FromSubprocess: TypeAlias = "Progress | Report | Failure"
"""A report or a failure is the last message."""
