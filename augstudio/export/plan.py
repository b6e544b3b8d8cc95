"""What an export will write, listed before anything is rendered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.image_folder import ImageFolder
from augstudio.datasets.layout import Layout
from augstudio.errors import Message
from augstudio.export.balance import MAX_COPIES, Balance, balanced
from augstudio.export.digests import DigestMap
from augstudio.export.files import RESERVED
from augstudio.export.options import ExportOptions
from augstudio.images.formats import FORMATS, written_suffix

_MAX_NAME_BYTES: Final = 255
_COPY_NAME: Final = re.compile(r"(?P<stem>.*)__aug(?P<copy>\d{3,})(?P<suffix>\.[^./]*)", re.DOTALL)


@dataclass(frozen=True)
class ExportJob:
    """One export: what, where to, with which pipeline and how.

    Attributes:
        dataset: The folder of the sources.
        out: The folder to write.
        pipeline: What makes the copies.
        options: How to export.
        layout: What the dataset's folders meant when it was listed, so that it holds to the end; None before.
        replace_edited: Whether files in ``out`` that somebody changed, or put at the names of outputs, are
            replaced; else they stay. This is for one run and no part of the export.
        as_image_folder: Whether to export the pictures of a folder with labels alone, without the labels.
    """

    dataset: Path
    out: Path
    pipeline: Pipeline
    options: ExportOptions = field(default_factory=ExportOptions)
    layout: Layout | None = None
    replace_edited: bool = False
    as_image_folder: bool = False


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
        class_name: The class in which it is counted; None where it has none, or is not augmented.
    """

    key: str
    path: Path
    outputs: tuple[PlannedFile, ...]
    stamp: Stamp | None = None
    class_name: str | None = None


def stamp_of(path: Path) -> Stamp:
    """A file's state now."""
    try:
        status = path.stat()
    except OSError:
        return Stamp(-1, 0)
    return Stamp(status.st_size, status.st_mtime_ns)


def plan(job: ExportJob, balance: Balance | None = None) -> Iterator[Task | Skipped]:
    """List the tasks in the dataset's order, and what will be left out with the reason.

    ``folder/name.jpg`` becomes ``folder/name.jpg`` and ``folder/name__aug001.jpg``, ...; with the format
    kept, kinds that are only read become ``.png``. A sample whose files would meet an earlier sample's, also
    in a file system that ignores case, is left out.

    Args:
        job: The export.
        balance: How many copies the classes need, where that is known; else they are counted first.

    Raises:
        DatasetError: The dataset cannot be listed.
        ExportError: The classes cannot be balanced.
    """
    dataset = ImageFolder(job.dataset, job.options.stated, layout=job.layout)
    if balance is None and job.options.is_balanced:
        tasks = (item for item in plan_samples(dataset.samples(), job.options) if isinstance(item, Task))
        balance = balance_of(job.options, Counter(task.class_name for task in tasks))
    return plan_samples(dataset.samples(), job.options, balance)


def balance_of(options: ExportOptions, counts: Counter[str | None]) -> Balance | None:
    """The balance that options ask for, if any, from the pictures planned for each class.

    Raises:
        ExportError: The classes cannot be balanced.
    """
    classes = {name: count for name, count in counts.items() if name is not None}
    return balanced(classes, options.balance, originals=options.originals) if options.is_balanced else None


def plan_samples(
    samples: Iterator[Sample | Skipped], options: ExportOptions, balance: Balance | None = None
) -> Iterator[Task | Skipped]:
    """As :func:`plan`, for samples that are already being listed.

    Without the balance that options ask for, each sample gets as few copies as may be; which samples are left
    out does not depend on it.
    """
    claims = _Claims(options)
    places: Counter[str] = Counter()
    for found in samples:
        if isinstance(found, Skipped):
            yield found
            continue
        name = _class_of(found, options)
        task = _task_for(found, options, _copies(name, places, options, balance))
        reason = claims.refusal(task)
        if reason:
            yield Skipped(found.key, reason)
        elif task.outputs:
            if name is not None:
                places[name] += 1
            yield task


def _is_augmented(sample: Sample, options: ExportOptions) -> bool:
    return sample.split is None or sample.split in options.splits


def _class_of(sample: Sample, options: ExportOptions) -> str | None:
    """The class in which a sample is counted."""
    return sample.class_name if _is_augmented(sample, options) else None


def _copies(name: str | None, places: Counter[str], options: ExportOptions, balance: Balance | None) -> int:
    """Copies of the next sample of a class."""
    if not options.is_balanced:
        return options.copies
    if balance is None or name is None or name not in balance.shares:
        return 0 if options.originals else 1
    return balance.copies(name, places[name])


def _task_for(sample: Sample, options: ExportOptions, copies: int) -> Task:
    augmented = _is_augmented(sample, options)
    numbers = range(0 if options.originals else 1, copies + 1 if augmented else 1)
    path = PurePosixPath(sample.key)
    suffix = written_suffix(path.suffix) if options.format == "keep" else FORMATS[options.format].suffixes[0]
    stem = sample.key[: len(sample.key) - len(path.suffix)]
    files = (PlannedFile(copy, stem + (f"__aug{copy:03d}" if copy else "") + suffix) for copy in numbers)
    return Task(sample.key, sample.path, tuple(files), class_name=_class_of(sample, options))


class _Bases:
    """Base names with the sample that takes them and the copies that it has, for millions of samples."""

    def __init__(self) -> None:
        self._map = DigestMap()
        self._copies: list[range] = []  # few that differ
        self._places: dict[range, int] = {}

    def put(self, name: str, key: str, copies: range) -> None:
        place = self._places.setdefault(copies, len(self._copies))
        if place == len(self._copies):
            self._copies.append(copies)
        self._map.put(name, place.to_bytes(2, "little") + key.encode())

    def get(self, name: str) -> tuple[str | None, range]:
        """The sample's key and its copies; none where the name is free."""
        data = self._map.get(name)
        if data is None:
            return None, range(0)
        return data[2:].decode(), self._copies[int.from_bytes(data[:2], "little")]


class _Claims:
    """The names that earlier samples take: one entry each, from which the names of its copies follow.

    A sample whose class is balanced takes the names of all copies that it might get, so that which samples
    are left out does not depend on how many it gets.
    """

    def __init__(self, options: ExportOptions) -> None:
        self._options = options
        self._bases = _Bases()
        self._folders: dict[str, str] = {}
        self._imitated: dict[str, str] = {}

    def refusal(self, task: Task) -> str:
        """Why the task cannot be done, or "" after its names are taken."""
        if not task.outputs:
            return ""
        top = PurePosixPath(task.outputs[0].file).parts[0]
        if top.casefold() in RESERVED:
            return Message(
                "an export keeps a file of its own under the name {0}; rename the dataset's folder", top
            )
        folders = self._parents(task.outputs[0].file)
        for name in (*folders, *self._names(task)):
            owner = self._owner(name.casefold())
            if name not in folders:
                owner = owner or self._folders.get(name.casefold())
                if len(name.rpartition("/")[2].encode()) > _MAX_NAME_BYTES:
                    return Message(
                        "the name of its output would be longer than {0} bytes; shorten it", _MAX_NAME_BYTES
                    )
            if owner is not None:
                return Message("its output {0} would replace that of {1}; rename one of them", name, owner)
        base = self._base(task)
        imitator = self._imitated.get(base.casefold()) if self._is_open(task) else None
        if imitator is not None:
            return Message("a copy of it might replace {0}; rename one of them", imitator)
        self._take(task, base, folders)
        return ""

    def _take(self, task: Task, base: str, folders: tuple[str, ...]) -> None:
        for folder in folders:
            self._folders.setdefault(folder.casefold(), task.key)
        first = task.outputs[0].copy
        last = MAX_COPIES if self._is_open(task) else task.outputs[-1].copy
        self._bases.put(base.casefold(), task.key, range(first, last + 1))
        if self._options.is_balanced:
            for name in (*folders, *((base,) if first == 0 else ())):
                parts = _COPY_NAME.fullmatch(name.casefold())
                if parts is not None:
                    self._imitated.setdefault(parts["stem"] + parts["suffix"], task.key)

    def _is_open(self, task: Task) -> bool:
        """Whether it is not known yet how many copies the task's sample gets."""
        return self._options.is_balanced and task.class_name is not None

    def _names(self, task: Task) -> Iterator[str]:
        """Names to be checked: all; of those that copies might get the first and the longest."""
        if not self._is_open(task):
            yield from (planned.file for planned in task.outputs)
            return
        suffix = PurePosixPath(task.outputs[0].file).suffix
        base = self._base(task)
        yield task.outputs[0].file
        yield f"{base.removesuffix(suffix)}__aug{MAX_COPIES}{suffix}"

    def _base(self, task: Task) -> str:
        """The name of the task's copy 0, whether it is written or not."""
        first = task.outputs[0]
        parts = _COPY_NAME.fullmatch(first.file)
        return first.file if first.copy == 0 or parts is None else parts["stem"] + parts["suffix"]

    def _owner(self, name: str) -> str | None:
        key, copies = self._bases.get(name)
        if 0 in copies:
            return key
        parts = _COPY_NAME.fullmatch(name)
        if parts is None or name != f"{parts['stem']}__aug{int(parts['copy']):03d}{parts['suffix']}":
            return None
        key, copies = self._bases.get(parts["stem"] + parts["suffix"])
        return key if int(parts["copy"]) in copies else None

    @staticmethod
    def _parents(file: str) -> tuple[str, ...]:
        return tuple(str(parent) for parent in PurePosixPath(file).parents)[:-1]
