"""What the parts of an export keep in its folder until they are put together.

Each has a folder of its own there, with a journal, the files that are being written, a lock and a record. So
parts share nothing but the outputs, of which each has a name of its own, and the files that say which export
it is, which all write alike. They may run at the same time, on several computers, in any order and again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from augstudio.core.text import printable
from augstudio.datasets.base import Skipped
from augstudio.errors import ExportError
from augstudio.export.files import JOURNAL, LOCK, PARTS
from augstudio.export.job import ExportJob
from augstudio.export.lock import is_locked
from augstudio.export.manifest import Output
from augstudio.export.own_files import checked_place, read_own
from augstudio.export.part import Part
from augstudio.export.record_lines import named_outputs
from augstudio.export.workspace import Workspace

DATASET_CHANGED: Final = (
    "the dataset is not as it was when the parts of the export in {0} were begun; choose another folder, or "
    "delete this one, and run all parts again"
)
"""Why parts cannot go on, or be put together."""

_RECORD: Final = "part.json"


@dataclass(frozen=True)
class PartRecord:
    """What a part says of itself.

    Attributes:
        source: Path of the dataset, as one that holds in any working folder, or its address.
        dataset_format: Its format where that was named, else "".
        as_image_folder: Whether its labels were left behind.
        dataset: What identifies the dataset, as it stands in the export's identity.
        skipped: Why samples of its own were left out, by their keys; empty until it has ended.
    """

    source: str
    dataset_format: str
    as_image_folder: bool
    dataset: Mapping[str, Any]
    skipped: Mapping[str, str]

    @classmethod
    def of(cls, job: ExportJob, described: Mapping[str, Any], skipped: list[Skipped]) -> Self:
        """The record of a part of a job, with the identity of its export and what it left out."""
        source = str(job.source_store or job.dataset.absolute())
        reasons = {item.name: str(item.reason) for item in skipped}
        return cls(source, job.dataset_format, job.as_image_folder, described["dataset"], reasons)

    def write(self, workspace: Workspace, part: Part) -> None:
        """Keep it in the part's folder.

        Raises:
            OSError: The folder cannot be written.
        """
        text = json.dumps(vars(self), ensure_ascii=False, indent=2) + "\n"
        data = text.encode("utf-8", "backslashreplace")
        workspace.write(f"{part.folder}/{_RECORD}", (data,), lasting=True)

    @classmethod
    def read(cls, out: Path, part: Part) -> Self | None:
        """The record of a part; None where there is none, or it was changed to something else."""
        with contextlib.suppress(ValueError, TypeError, RecursionError):
            record = cls(**json.loads(read_own(out, f"{part.folder}/{_RECORD}") or b""))
            texts = (record.source, record.dataset_format, *record.skipped.values())
            if all(isinstance(text, str) for text in texts) and isinstance(record.dataset, dict):
                return record
        return None


def parts_of(out: Path) -> tuple[Part, ...]:
    """The parts that were begun in an export's folder and not put together yet, in their order.

    Raises:
        OSError: The folder cannot be read, or is a link.
    """
    try:
        names = os.listdir(checked_place(out, PARTS))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(part for name in names if (part := Part.of_folder(name)) is not None))


def check_no_part_runs(out: Path) -> None:
    """Refuse to go on where a part of the export is running.

    Raises:
        ExportError: One is.
    """
    for part in parts_of(out):
        if is_locked(out / part.folder):
            raise ExportError(
                "part {0} of the export in {1} is running; wait until it has ended. If it is not running any "
                "more, delete {2} in {3}",
                str(part),
                printable(str(out)),
                LOCK,
                part.folder,
            )


def check_not_in_parts(job: ExportJob) -> None:
    """Refuse to run a whole export where one was begun in parts.

    Raises:
        ExportError: One was.
    """
    try:
        begun = job.part is None and not job.finishes and parts_of(job.out)
    except OSError:  # which is told with all else that is wrong with the folder
        return
    if begun:
        raise ExportError(
            "the export in {0} was begun in parts: run the other ones, and put them together with "
            "'augstudio finish'; or let it be replaced, or choose another folder",
            printable(str(job.out)),
        )


def check_same_dataset(out: Path, described: Mapping[str, Any]) -> None:
    """Refuse parts that were made from another state of the dataset.

    Args:
        out: The export's folder.
        described: Its identity with the dataset as it is now.

    Raises:
        ExportError: One was.
    """
    for part in parts_of(out):
        record = PartRecord.read(out, part)
        if record is not None and record.dataset != described["dataset"]:
            raise ExportError(DATASET_CHANGED, printable(str(out)))


def part_outputs(out: Path) -> Iterator[Output]:
    """What the parts of an export have written so far.

    Raises:
        LaterVersionError: Only a later version of the program understands a record.
        OSError: A journal cannot be read.
    """
    for part in parts_of(out):
        yield from named_outputs(out / part.folder, JOURNAL)


def part_announcements(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Files of parts that were about to appear and are not recorded, with their SHA-256."""
    for part in parts_of(workspace.root):
        yield from workspace.beside(part.folder).all_announced()


def remove_parts(workspace: Workspace) -> None:
    """Remove what parts kept, once it stands in the finished export; anything else in their folders stays.

    Raises:
        OSError: It cannot be removed.
    """
    out = workspace.root
    for part in parts_of(out):
        workspace.beside(part.folder).end(forgets=True)
        for name in (JOURNAL, _RECORD, LOCK):
            workspace.remove(f"{part.folder}/{name}")
        with contextlib.suppress(OSError):
            (out / part.folder).rmdir()
    with contextlib.suppress(OSError):
        (out / PARTS).rmdir()
