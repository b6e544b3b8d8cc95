"""Puts the parts of an export together: checks that nothing is missing, and has the export finished as ever.

No picture is rendered, and none is read. What parts recorded goes into the journal in the plan's order as if
it had been written now, so that the finished folder is that of an export in one run, byte for byte.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from augstudio.core.text import counted, printable
from augstudio.datasets.base import Skipped
from augstudio.errors import ExportError, Message, message_of
from augstudio.export.control import Control
from augstudio.export.engine import Assignment, Result
from augstudio.export.files import MANIFEST, SKIPPED
from augstudio.export.job import ExportJob
from augstudio.export.journal import Journal
from augstudio.export.manifest import Output
from augstudio.export.own_files import read_own
from augstudio.export.part import Part
from augstudio.export.parts import PartRecord, parts_of
from augstudio.export.progress import Progress, Report
from augstudio.export.reading.recorded import read_recorded
from augstudio.export.record_digests import is_manifest_trusted
from augstudio.export.remote.working_copy import fetch_records, record_folder
from augstudio.export.run import run_export
from augstudio.export.run_options import RunOptions
from augstudio.export.run_task import Done
from augstudio.export.shards.place import ShardPlace
from augstudio.export.tasks import Task
from augstudio.export.workspace import Workspace
from augstudio.stores.address import StoreAddress

_NAMED: Final = 8


def finish_export(
    out: Path,
    dataset: str | Path | None = None,
    *,
    store: StoreAddress | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Put the parts that were run in a folder together.

    Args:
        out: The export's folder.
        dataset: The sources, also by their address; None takes them from where the parts had them.
        store: The place in an object store where it is; ``out`` is then not looked at.
        on_progress: Called as by :func:`~augstudio.export.run.run_export`.
        cancelled: Asked between pictures.

    Raises:
        ExportError: No part was run there, one is running, or something is missing; the text names it.
    """
    if store is None:
        return _finished(out, dataset, None, on_progress, cancelled)
    try:
        with record_folder(store) as folder:
            fetch_records(store, folder)
            report = _finished(folder, dataset, store, on_progress, cancelled)
            return replace(report, out=out)
    except OSError as error:
        raise ExportError("the place {0} cannot be used: {1}", str(store), message_of(error)) from None


def _finished(
    out: Path,
    dataset: str | Path | None,
    store: StoreAddress | None,
    on_progress: Callable[[Progress], None] | None,
    cancelled: Callable[[], bool],
) -> Report:
    """Put parts together whose records are in a folder."""
    recorded, records = read_recorded(out), _records(out)
    source = records[0] if dataset is None else replace(records[0], source=str(dataset))
    job = replace(
        recorded.job(Path(source.source)),
        dataset_format=source.dataset_format or recorded.source_format,
        as_image_folder=source.as_image_folder,
        accept_loss=True,  # as the parts have accepted it
        finishes=True,
        store=store,
        source_store=StoreAddress.parsed(source.source),
    )
    if job.source_store is None and not os.path.lexists(job.dataset):
        raise ExportError(
            "the dataset {0}, from which the parts were made, is not here; name its place with --dataset",
            printable(str(job.dataset)),
        )
    options = RunOptions(workers=1, engine=take_from_parts)
    return run_export(job, options, on_progress=on_progress, cancelled=cancelled)


def _records(out: Path) -> list[PartRecord]:
    """What the parts say of themselves.

    Raises:
        ExportError: There is none.
    """
    found = [record for part in parts_of(out) if (record := PartRecord.read(out, part)) is not None]
    if not found:
        if os.path.lexists(out / MANIFEST):
            raise ExportError("the export in {0} is finished already", printable(str(out)))
        raise ExportError(
            "no part of an export is waiting in {0} to be put together; 'augstudio export' with '--part 0/2' "
            "runs one",
            printable(str(out)),
        )
    return found


def take_from_parts(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Generator[Result]:
    """The engine that runs nothing and gives what parts have recorded.

    Raises:
        ExportError: There is no record of a sample, or a file of it is gone; the parts to run are named.
        LaterVersionError: A later version of the program has written a record.
    """
    with ExitStack() as stack:
        workspace = job.workspace()
        parts = [_PartRecords.opened(workspace, part, stack) for part in parts_of(job.out)]
        missing = _Missing([records.part for records in parts])
        skipped = _skipped_before(job.out)
        # Several may say something of one shard, each of another state of it.
        several = len({records.part.count for records in parts}) > 1 or os.path.lexists(job.out / MANIFEST)
        there = _There(workspace, reads_shards=several)
        for assignment in assignments:
            if control.cancelled():
                return
            unit = job.unit(assignment.number, assignment.task.sample)
            own = [records for records in parts if records.part.has(unit)]
            outcome = _outcome(assignment, own, skipped, there)
            if outcome is None:
                missing.add(assignment, unit)
            else:
                yield Result(assignment, outcome)
        missing.check(job.out)


@dataclass(frozen=True)
class _PartRecords:
    """What one part has done."""

    part: Part
    journal: Journal
    skipped: dict[str, str]

    @classmethod
    def opened(cls, workspace: Workspace, part: Part, stack: ExitStack) -> _PartRecords:
        journal = Journal(workspace.beside(part.folder))
        stack.callback(journal.close)
        record = PartRecord.read(workspace.root, part)
        return cls(part, journal, {} if record is None else dict(record.skipped))


def _skipped_before(out: Path) -> dict[str, str]:
    """Why samples were left out, by their keys, where the export was finished and a part ran once more."""
    if not is_manifest_trusted(out):
        return {}
    found = {}
    for line in (read_own(out, SKIPPED) or b"").splitlines():
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            fields = json.loads(line)
            found[str(fields["key"])] = str(fields["reason"])
    return found


def _outcome(
    assignment: Assignment, own: list[_PartRecords], skipped: dict[str, str], there: _There
) -> Done | Skipped | None:
    """What came of a task; None where it must run again.

    Args:
        assignment: The task.
        own: The parts that had to run it.
        skipped: Why samples were left out when the export was finished before.
        there: What is there.
    """
    task = assignment.task
    # What stood in the export when the parts were begun counts last.
    for outputs in (*(records.journal.known(task.key) for records in own), assignment.known):
        if there.is_whole(task, outputs):
            return Done(outputs, 0)
    reasons = (records.skipped.get(task.key) for records in own)
    before = None if own else skipped.get(task.key)
    reason = next((reason for reason in reasons if reason is not None), before)
    return None if reason is None else Skipped(task.key, Message(reason))


class _There:
    """What is in the export's place."""

    def __init__(self, workspace: Workspace, *, reads_shards: bool) -> None:
        """Look at nothing yet.

        Args:
            workspace: The place.
            reads_shards: Whether records of a shard count only where they are of its bytes; else its size
                must do.
        """
        self._workspace, self._names = workspace, workspace.names()
        self._reads_shards = reads_shards
        self._shards: dict[str, tuple[int, str | None]] = {}

    def is_whole(self, task: Task, outputs: tuple[Output, ...]) -> bool:
        """Whether records are those of all outputs of a task, and these are there."""
        planned = [(output.copy, output.file) for output in task.outputs]
        return [(output.copy, output.file) for output in outputs] == planned and all(
            output.sha256 and (output.shard is None or self._has(output.shard)) and self._has_files(output)
            for output in outputs
        )

    def _has_files(self, output: Output) -> bool:
        return all(sha256 and file in self._names for file, sha256 in output.files)

    def _has(self, place: ShardPlace) -> bool:
        """Whether a shard is there, as far as it is looked at."""
        if place.file not in self._shards:
            found = self._workspace.found(place.file)
            told = None if found is None else found.written or None
            if self._reads_shards and told is None:
                told = self._workspace.digest(place.file, shared=True)
            self._shards[place.file] = 0 if found is None else found.size, told
        size, sha256 = self._shards[place.file]
        return place.end <= size and sha256 in (None, place.sha256)


class _Missing:
    """What must run again before the parts can be put together."""

    def __init__(self, parts: list[Part]) -> None:
        self._counts = {part.count for part in parts}
        self._pictures = 0
        self._first = ""
        self._parts: set[Part] = set()

    def add(self, assignment: Assignment, unit: int) -> None:
        """Note a task that has no record, and what parts divide."""
        self._first = self._first or assignment.task.key
        self._pictures += 1
        self._parts |= {Part(count, unit % count) for count in self._counts}

    def check(self, out: Path) -> None:
        """Refuse to finish where something is missing.

        Raises:
            ExportError: The text names it.
        """
        if not self._pictures:
            return
        named = sorted(self._parts)
        more = ", …" if len(named) > _NAMED else ""
        raise ExportError(
            counted(
                self._pictures,
                "the export in {1} is not complete: of 1 picture, {2}, not all is there; run this part, and "
                "then finish: {3}",
                "the export in {1} is not complete: of {0} pictures, such as {2}, not all is there; run "
                "these parts, and then finish: {3}",
                printable(str(out)),
                printable(self._first),
                ", ".join(map(str, named[:_NAMED])) + more,
            )
        )
