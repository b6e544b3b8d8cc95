"""A format of one module for tests: an archive that keeps all pictures of a dataset in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from augstudio.core.image import Image, Size
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
from augstudio.datasets.file_state import FileState, file_state
from augstudio.datasets.files import Unlabelled
from augstudio.datasets.formats import FORMATS
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.errors import DatasetError, ImageError, message_of
from augstudio.export.engines.messages import FromWorker, ToWorker
from augstudio.export.engines.worker import WorkerSettings, work
from augstudio.export.job import ExportJob
from augstudio.images.codec import decode, decode_small
from tests.datasets import list_file

NAME = "zip"
_SUFFIX = ".zip"


class ZipFolder(Unlabelled):
    """The pictures in an archive, by their names in it; classes are their folders."""

    def __init__(self, reference: DatasetReference) -> None:
        self.reference = reference
        self.stated, self.layout = Stated(), Layout()
        self.assumption = Assumption(self.layout)
        self.has_splits = False
        try:
            with ZipFile(reference.path) as archive:
                self._sizes = {item.filename: item.file_size for item in archive.infolist()}
        except (OSError, BadZipFile) as error:
            raise DatasetError(
                "the archive {0} cannot be read: {1}", reference.path, message_of(error)
            ) from None

    @property
    def root(self) -> Path:
        """The archive's folder."""
        return self.reference.path.parent

    def check_stated(self) -> None:
        """Nothing can be said about folders."""

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """There are none."""
        return None

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """The pictures in the order of their names."""
        for key in sorted(self._sizes):
            yield Sample(key, str(self.reference.path), PurePosixPath(key).parent.name)

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """That the archive is empty."""
        return DatasetError("there is no picture in {0}", self.reference.path)

    def state(self, sample: Sample) -> FileState:
        """A picture's size, and when the archive was last changed."""
        return FileState(self._sizes[sample.key], file_state(self.reference.path).modified)

    def read_bytes(self, sample: Sample) -> bytes:
        """A picture out of the archive."""
        try:
            with ZipFile(self.reference.path) as archive:
                return archive.read(sample.key)
        except (OSError, BadZipFile, KeyError) as error:
            raise ImageError("cannot be read: {0}", message_of(error)) from None

    def read(self, sample: Sample) -> Image:
        """Decode a picture."""
        return decode(self.read_bytes(sample)).image

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version of a picture."""
        return decode_small(self.read_bytes(sample), side)

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """Nothing is faster than reading a picture."""
        return None


def sniff(candidate: Candidate) -> Likelihood:
    """By the suffix."""
    return Likelihood.CERTAIN if candidate.suffix == _SUFFIX else Likelihood.NO


FORMAT = DatasetFormat(sniff, ZipFolder)
"""What a line of the registry would name."""


def written_zip(folder: Path) -> Path:
    """Put all pictures of a folder into an archive in a folder of its own."""
    file = folder.with_name("archive") / f"pictures{_SUFFIX}"
    file.parent.mkdir(exist_ok=True)
    with ZipFile(file, "w") as archive:
        for path in sorted(folder.glob("*/*")):
            archive.write(path, path.relative_to(folder).as_posix())
    return file


def work_with_formats(
    job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings
) -> None:
    """A worker of a program that knows the formats of tests."""
    FORMATS.update({NAME: FORMAT, list_file.NAME: list_file.FORMAT})
    work(job, connection, settings)
