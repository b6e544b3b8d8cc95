"""What is to be written: a file, and all files of one sample."""

from __future__ import annotations

from typing import NamedTuple

from augstudio.datasets.base import Sample
from augstudio.datasets.file_state import FileState
from augstudio.datasets.label_reading import LabelSource


class PlannedOutput(NamedTuple):
    """One file to be written.

    Attributes:
        copy: Number of the copy; 0 is the original.
        file: POSIX path relative to the export's folder.
        label_files: Those that hold the labels of this picture alone, likewise.
    """

    copy: int
    file: str
    label_files: tuple[str, ...] = ()


class Task(NamedTuple):
    """All files to be written for one sample.

    Attributes:
        sample: The sample.
        outputs: What is to be written.
        state: The state in which its file must be found; None takes it as it is.
        class_name: The class in which it is counted; None where it has none, or is not augmented.
        labels: Where its labels are; None where it is not labelled.
    """

    sample: Sample
    outputs: tuple[PlannedOutput, ...]
    state: FileState | None = None
    class_name: str | None = None
    labels: LabelSource | None = None

    @property
    def key(self) -> str:
        """The sample's key."""
        return self.sample.key
