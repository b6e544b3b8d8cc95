"""A format of one module for tests: a text file that lists pictures, one path a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from augstudio.datasets.base import (
    DatasetFormat,
    DatasetReference,
    Likelihood,
    LinkListener,
    Sample,
    Skipped,
    ignore,
)
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.files import PictureFiles, Unlabelled
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.errors import DatasetError, Message

NAME = "list"
_SUFFIX = ".list"


class ListFile(PictureFiles, Unlabelled):
    """The pictures whose paths, relative to the file's folder, stand in it; classes are their folders."""

    def __init__(self, reference: DatasetReference) -> None:
        self.reference = reference
        self.stated, self.layout = Stated(), Layout()
        self.assumption = Assumption(self.layout)
        self.has_splits = False

    @property
    def root(self) -> Path:
        """The file's folder."""
        return self.reference.path.parent

    def check_stated(self) -> None:
        """Nothing can be said about folders."""

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """There are none."""
        return None

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """The pictures in the file's order."""
        with self.reference.path.open(encoding="utf-8") as lines:
            for key in map(str.strip, lines):
                path = self.root / key
                if path.is_file():
                    yield Sample(key, str(path), path.parent.name)
                else:
                    yield Skipped(key, Message("there is no such file"))

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """That no line names a picture."""
        return DatasetError("no line of {0} names a picture", self.reference.path)


def sniff(candidate: Candidate) -> Likelihood:
    """By the suffix."""
    return Likelihood.CERTAIN if candidate.suffix == _SUFFIX else Likelihood.NO


FORMAT = DatasetFormat(sniff, ListFile)
"""What a line of the registry would name."""


def written_list(folder: Path) -> Path:
    """List all pictures of a folder in a file beside them."""
    file = folder / f"pictures{_SUFFIX}"
    keys = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*"))
    file.write_text("".join(f"{key}\n" for key in keys), encoding="utf-8")
    return file
