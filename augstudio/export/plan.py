"""What an export will write, listed before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import Sample, Skipped, Split
from augstudio.datasets.codec import FORMATS
from augstudio.datasets.image_folder import ImageFolder
from augstudio.errors import ExportError
from augstudio.export.files import RESERVED

OUTPUT_FORMATS: Final = ("keep", "jpeg", "png", "webp")
"""What an export can write; "keep" writes each picture in its source's format."""

MAX_COPIES: Final = 10_000
_MAX_NAME_BYTES: Final = 255
_COPY_NAME: Final = re.compile(r"(?P<stem>.*)__aug(?P<copy>\d{3,})(?P<suffix>\.[^./]*)", re.DOTALL)


@dataclass(frozen=True)
class ExportOptions:
    """How to export; checked when it is made.

    Attributes:
        copies: Augmented copies of each sample.
        seed: Seed of all draws.
        format: One of :data:`OUTPUT_FORMATS`.
        quality: 1..100, for JPEG and WebP.
        splits: Splits whose samples are augmented; of the others only the originals are written. Samples
            of a dataset without splits are always augmented.
        originals: Whether to write the originals (copy 0) too.

    Raises:
        ExportError: A value is not allowed; the text names the field and what is.
    """

    copies: int = 4
    seed: int = 0
    format: str = "keep"
    quality: int = 95
    splits: tuple[Split, ...] = (Split.TRAIN,)
    originals: bool = True

    def __post_init__(self) -> None:
        _check_whole("copies", self.copies, 0, MAX_COPIES)
        _check_whole("seed", self.seed)
        _check_whole("quality", self.quality, 1, 100)
        if self.format not in OUTPUT_FORMATS:
            raise ExportError(f"format: must be one of {', '.join(OUTPUT_FORMATS)}, got {self.format!r}")
        unknown = [split for split in self.splits if split not in tuple(Split)]
        if unknown:
            raise ExportError(f"splits: must be any of {', '.join(Split)}, got {unknown[0]!r}")
        if not self.copies and not self.originals:
            raise ExportError("copies: must be at least 1 where no originals are written, got 0")
        object.__setattr__(self, "splits", tuple(split for split in Split if split in self.splits))

    def to_dict(self) -> dict[str, Any]:
        """The options but the seed, as they stand beside the manifest."""
        return {
            "copies": self.copies,
            "format": self.format,
            "quality": self.quality,
            "splits": [split.value for split in self.splits],
            "originals": self.originals,
        }


@dataclass(frozen=True)
class ExportJob:
    """One export: what, where to, with which pipeline and how."""

    dataset: Path
    out: Path
    pipeline: Pipeline
    options: ExportOptions = field(default_factory=ExportOptions)


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file to be written.

    Attributes:
        copy: Number of the copy; 0 is the original.
        file: POSIX path relative to the export's folder.
    """

    copy: int
    file: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file's state.

    Attributes:
        size: In bytes; -1 where there is no such file.
        modified: Nanoseconds since the epoch.
    """

    size: int
    modified: int


OTHER: Final = Stamp(-1, -1)
"""A state in which no file is ever found."""


@dataclass(frozen=True, slots=True)
class Task:
    """All files to be written for one sample.

    Attributes:
        key: The sample's key.
        path: Its file.
        outputs: What is to be written.
        stamp: The state in which the file must be found; None takes it as it is.
    """

    key: str
    path: Path
    outputs: tuple[PlannedFile, ...]
    stamp: Stamp | None = None


def stamp_of(path: Path) -> Stamp:
    """A file's state now."""
    try:
        status = path.stat()
    except OSError:
        return Stamp(-1, 0)
    return Stamp(status.st_size, status.st_mtime_ns)


def plan(job: ExportJob) -> Iterator[Task | Skipped]:
    """List the tasks in the dataset's order, and what will be left out with the reason.

    ``folder/name.jpg`` becomes ``folder/name.jpg`` and ``folder/name__aug001.jpg``, ... A sample whose files
    would meet an earlier sample's, also in a file system that ignores case, is left out.

    Raises:
        DatasetError: The dataset cannot be listed.
    """
    return plan_samples(ImageFolder(job.dataset).samples(), job.options)


def plan_samples(samples: Iterator[Sample | Skipped], options: ExportOptions) -> Iterator[Task | Skipped]:
    """As :func:`plan`, for samples that are already being listed."""
    claims = _Claims(options)
    for found in samples:
        if isinstance(found, Skipped):
            yield found
            continue
        task = _task_for(found, options)
        reason = claims.refusal(task)
        if reason:
            yield Skipped(found.key, reason)
        elif task.outputs:
            yield task


def _task_for(sample: Sample, options: ExportOptions) -> Task:
    augmented = sample.split is None or sample.split in options.splits
    numbers = range(0 if options.originals else 1, options.copies + 1 if augmented else 1)
    path = PurePosixPath(sample.key)
    suffix = path.suffix if options.format == "keep" else FORMATS[options.format].suffixes[0]
    stem = sample.key[: len(sample.key) - len(path.suffix)]
    files = (PlannedFile(copy, stem + (f"__aug{copy:03d}" if copy else "") + suffix) for copy in numbers)
    return Task(sample.key, sample.path, tuple(files))


class _Claims:
    """The names that earlier samples take: one entry each, from which the names of its copies follow."""

    def __init__(self, options: ExportOptions) -> None:
        self._options = options
        self._bases: dict[str, tuple[str, frozenset[int] | range]] = {}
        self._folders: dict[str, str] = {}

    def refusal(self, task: Task) -> str:
        """Why the task cannot be done, or "" after its names are taken."""
        if not task.outputs:
            return ""
        top = PurePosixPath(task.outputs[0].file).parts[0]
        if top.casefold() in RESERVED:
            return f"an export keeps a file of its own under the name {top}; rename the dataset's folder"
        folders = self._parents(task.outputs[0].file)
        for name in (*folders, *(planned.file for planned in task.outputs)):
            owner = self._owner(name.casefold())
            if name not in folders:
                owner = owner or self._folders.get(name.casefold())
                if len(PurePosixPath(name).name.encode()) > _MAX_NAME_BYTES:
                    return f"the name of its output would be longer than {_MAX_NAME_BYTES} bytes; shorten it"
            if owner is not None:
                return f"its output {name} would replace that of {owner}; rename one of them"
        for folder in folders:
            self._folders.setdefault(folder.casefold(), task.key)
        copies = range(task.outputs[0].copy, task.outputs[-1].copy + 1)
        self._bases[self._base(task).casefold()] = (task.key, copies)
        return ""

    def _base(self, task: Task) -> str:
        """The name of the task's copy 0, whether it is written or not."""
        first = task.outputs[0]
        parts = _COPY_NAME.fullmatch(first.file)
        return first.file if first.copy == 0 or parts is None else parts["stem"] + parts["suffix"]

    def _owner(self, name: str) -> str | None:
        key, copies = self._bases.get(name, (None, range(0)))
        if 0 in copies:
            return key
        parts = _COPY_NAME.fullmatch(name)
        if parts is None or name != f"{parts['stem']}__aug{int(parts['copy']):03d}{parts['suffix']}":
            return None
        key, copies = self._bases.get(parts["stem"] + parts["suffix"], (None, range(0)))
        return key if int(parts["copy"]) in copies else None

    @staticmethod
    def _parents(file: str) -> tuple[str, ...]:
        return tuple(str(parent) for parent in PurePosixPath(file).parents)[:-1]


def _check_whole(name: str, value: Any, low: int | None = None, high: int | None = None) -> None:
    within = "" if low is None else f" from {low} to {high}"
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or (low is not None and high is not None and not low <= value <= high):
        raise ExportError(f"{name}: must be a whole number{within}, got {value!r}")
