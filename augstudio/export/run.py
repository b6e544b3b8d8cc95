"""Runs an export: lists its dataset, locks its folder, has an engine run the tasks, records and finishes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from augstudio.core.text import printable
from augstudio.datasets.base import Skipped
from augstudio.datasets.file_state import MISMATCH, state_text
from augstudio.errors import CrashError, ExportError
from augstudio.export.announcements import AnnouncedBefore
from augstudio.export.control import PAYING_SECONDS, Control
from augstudio.export.digests import DigestSet
from augstudio.export.engine import Assignment, Engine, Result, write_failure
from augstudio.export.engines.serial import run_serially
from augstudio.export.exclusion import kept_out
from augstudio.export.files import IDENTITY, JOURNAL, SKIPPED
from augstudio.export.identity import is_of_dataset
from augstudio.export.job import ExportJob
from augstudio.export.journal import Journal, JournalChangedError
from augstudio.export.labels.losses import check_accepted
from augstudio.export.part import Part
from augstudio.export.parts import (
    DATASET_CHANGED,
    PartRecord,
    check_not_in_parts,
    check_same_dataset,
    remove_parts,
)
from augstudio.export.progress import Progress, Report, Tally
from augstudio.export.record_digests import (
    LabelDigests,
    identity_text,
    with_records,
    with_records_before,
)
from augstudio.export.references import keep_references, pinned_pipeline
from augstudio.export.remote.working_copy import working_copy
from augstudio.export.replacing import remove_export
from augstudio.export.run_options import RunOptions
from augstudio.export.scan import ScanResult, check_replaceable, scan_dataset
from augstudio.export.shards.outputs import ShardOutputs, check_can_shard
from augstudio.export.shards.records import OutdatedError
from augstudio.export.shared_files import SharedFiles
from augstudio.export.stale_outputs import REMOVED, StaleOutputs
from augstudio.export.tasks import Task
from augstudio.export.workspace import Workspace
from augstudio.processes import check_guarded

Listener: TypeAlias = Callable[[Progress], None]

_FEW_SECONDS = PAYING_SECONDS  # of work that is begun in this process


def run_export(
    job: ExportJob,
    options: RunOptions | None = None,
    *,
    on_progress: Listener | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    paused: Callable[[], bool] = lambda: False,
) -> Report:
    """Write all copies of a dataset; a job that was stopped goes on where it stopped.

    The folder's contents depend on the job alone: not on workers, engine, order, cancelling or resuming. A
    sample that cannot be used is left out and reported.

    Args:
        job: What to write where.
        options: How to run it: workers, limits, whether another export may be replaced, another engine.
        on_progress: Called in the calling thread, at the start, after every sample, about once a second while
            more of one is made, and at a pause's ends.
        cancelled: Asked ten times a second, or with one worker between and within the steps of a picture;
            the export stops when it says so.
        paused: Asked as often; while it says so, the workers wait where they are.

    Raises:
        ExportError: Refused before anything was written, or files cannot be written.
    """
    options = options or RunOptions()
    _check_way(job, options)
    try:
        with working_copy(job) as here:
            report = _run_here(here, options, on_progress, cancelled, paused)
    except OSError as error:
        raise ExportError(write_failure(error, job)) from None
    return replace(report, out=job.out, store=job.store)


def _run_here(
    job: ExportJob,
    options: RunOptions,
    on_progress: Listener | None,
    cancelled: Callable[[], bool],
    paused: Callable[[], bool],
) -> Report:
    """Run an export whose records are in a folder."""
    if not options.overwrite:
        check_not_in_parts(job)
    job = replace(job, pipeline=pinned_pipeline(job.pipeline))
    tally, report_progress = Tally(), on_progress or (lambda progress: None)
    scan = scan_dataset(job, overwrite=options.overwrite, limits=options.limits, cancelled=cancelled)
    if scan is None:
        return tally.report(job.out, cancelled=True)
    job = replace(job, labelling=scan.labelling, partners=scan.partners(job.pipeline), shards=scan.shards)
    if job.labelling is not None and not job.accept_loss:
        check_accepted(scan.losses, job.labelling.title)
    if options.on_listed is not None:
        options.on_listed(scan)
    tally.assumption, tally.notes, tally.total = scan.assumption, scan.all_notes, _planned(job, scan)
    report_progress(tally.progress())
    control = tally.noted(Control(cancelled, paused, options.limits), report_progress)
    seconds = scan.seconds(job.pipeline) / (1 if job.part is None else job.part.count)
    # A store in memory is one in this process.
    in_memory = any(place and place.scheme == "memory" for place in (job.store, job.source_store))
    workers = 1 if in_memory else options.worker_count
    engine = options.engine or _engine_for(workers, seconds, job)
    run = _Run(job, scan, engine, control, tally, report_progress)
    with kept_out(job):
        # Another export may have begun here since this one was checked.
        if check_replaceable(job, scan.described, scan.keys, overwrite=options.overwrite):
            tally.edited += remove_export(job.workspace(), replace_edited=job.replace_edited)
        finished = run.write()
    return tally.report(job.out, cancelled=not finished)


def _check_way(job: ExportJob, options: RunOptions) -> None:
    """Refuse ways of running an export that cannot be gone.

    Raises:
        ExportError: Several processes where the program was started without a guard, or a part that is to
            replace another export.
    """
    if options.engine is None and options.worker_count > 1:
        check_guarded()
    if job.part is not None and options.overwrite:
        raise ExportError(
            "--overwrite: a part replaces no other export; delete that, or choose another folder"
        )
    check_can_shard(job)


def _planned(job: ExportJob, scan: ScanResult) -> int:
    """How many outputs this run is about."""
    if job.part is None:
        return scan.outputs
    tasks = (item for item in scan.plan(job.options) if isinstance(item, Task))
    return sum(
        len(task.outputs) for number, task in enumerate(tasks) if job.part.has(job.unit(number, task.sample))
    )


def _engine_for(workers: int, seconds: float, job: ExportJob) -> Engine:
    """What runs about so many seconds of work; what it needs for that is imported then."""
    if workers == 1:
        return run_serially
    from augstudio.export.engines.pool import Pool
    from augstudio.export.engines.watched import Watched

    # What has ended a process before would end this one.
    begins = job.part is None and not os.path.lexists(job.out / JOURNAL)
    return Watched(workers) if begins and seconds < _FEW_SECONDS else Pool.for_work(workers, seconds)


@dataclass
class _Run:
    """Writes an export's folder, which is locked."""

    job: ExportJob
    scan: ScanResult
    engine: Engine
    control: Control
    tally: Tally
    report_progress: Listener
    workspace: Workspace = field(init=False)
    stale: StaleOutputs = field(init=False)
    shards: ShardOutputs | None = field(init=False)
    ended: DigestSet = field(init=False, default_factory=DigestSet)
    is_anew: bool = field(init=False, default=False)  # as somebody changed the journal

    def __post_init__(self) -> None:
        self.workspace = self.job.workspace()
        self.stale = StaleOutputs(self.workspace, self.job.replace_edited)
        self.shards = ShardOutputs.of(self.job, self.workspace)

    def write(self) -> bool:
        """Write all; False if cancelled."""
        job, workspace, tally = self.job, self.workspace, self.tally
        try:
            workspace.begin()
            self._look_at_dataset()
            self._write_identity(with_records_before(self._described, job.out))
            keep_references(workspace, job.pipeline, replace_edited=job.replace_edited)
            while True:
                try:
                    return self._run_tasks(Journal(workspace))
                except (JournalChangedError, OutdatedError) as error:
                    if isinstance(error, OutdatedError) and self.shards is not None:
                        self.shards.forget(error)
                        tally.written = self.shards.appeared  # the rest went nowhere
                    elif self.is_anew:
                        raise
                    self.is_anew = self.is_anew or isinstance(error, JournalChangedError)
                    self.ended = DigestSet()
                    tally.begin_anew()
        finally:
            with suppress(OSError):  # what stays says the same as the records
                workspace.forget_all(self.ended.__contains__)
            tally.removed += (Skipped(key, REMOVED) for key in self.stale.keys)
            tally.edited += self.stale.edited.values()
            tally.outlasts_power_cuts = workspace.outlasts_power_cuts
            with suppress(OSError):  # it is gone where the export has finished
                workspace.keep_journal(now=True)
            workspace.end()

    def _look_at_dataset(self) -> None:
        """Make room for what the dataset has now; parts are all of one state of it.

        Raises:
            ExportError: The dataset is not as it was for the parts.
        """
        job, described = self.job, self.scan.described
        if job.finishes:
            check_same_dataset(job.out, described)
        elif is_of_dataset(job.out, described):
            if job.part is not None:
                PartRecord.of(job, described, []).write(self.workspace, job.part)
        elif job.part is None:
            self.stale.make_room(self.scan.keys)
        else:
            raise ExportError(DATASET_CHANGED, printable(str(job.out)))

    def _run_tasks(self, journal: Journal) -> bool:
        """Have all tasks run; False if cancelled."""
        workspace = self.workspace
        given = _Given(self._assignments(journal, AnnouncedBefore(workspace.all_announced())))
        try:
            with ExitStack() as stack:
                if self.shards is not None:
                    stack.callback(self.shards.close)
                    self.shards.begin(journal)
                results = self.engine(self.job.as_listed(self.scan.dataset), given, self.control)
                # Closed at once, not when it is collected: worker processes hang on it.
                stack.callback(getattr(results, "close", lambda: None))
                for result in results:
                    given.end(result)
                    self._record(journal, result)
                    self.report_progress(self.tally.progress())
                workspace.keep_journal(now=True)
                if self.control.cancelled():
                    return False
                given.check_all_ended()
                if self.shards is not None:
                    self.shards.end()
                workspace.keep_journal(now=True)
                if self.job.part is not None:
                    self._end_part(self.job.part, journal)
                    return True
                shards = None if self.shards is None else self.shards.finish(self.tally.edited)
            self.stale.clear(journal)
            skipped = self._keep_skipped()
            labels = self._write_shared_files(journal)
            manifest = journal.write_manifest()
            self._write_identity(with_records(self._described, manifest, skipped, labels, shards))
            journal.remove()
            workspace.end(forgets=True)
            remove_parts(workspace)
        finally:
            journal.close()
        return True

    def _end_part(self, part: Part, journal: Journal) -> None:
        """Keep what a part has done; its journal stays until all parts are put together."""
        journal.secure_files()
        PartRecord.of(self.job, self.scan.described, self.tally.skipped).write(self.workspace, part)

    def _assignments(self, journal: Journal, before: AnnouncedBefore) -> Iterator[Assignment]:
        number, scan = 0, self.scan
        for item in scan.plan(self.job.options):
            if isinstance(item, Skipped):
                if self.job.part is None:  # those of the plan are told when all is put together
                    self.tally.skipped.append(item)
                continue
            if self.job.part is None or self.job.part.has(self.job.unit(number, item.sample)):
                state = scan.dataset.state(item.sample)
                state = state if state_text(item.key, state) in scan.states else MISMATCH
                task = Task(item.sample, item.outputs, state, item.class_name, item.labels)
                known = journal.known(item.key)
                if self.shards is not None:
                    known = self.shards.usable(known, number, item.sample)
                    self.shards.expect(number)
                yield Assignment(number, task, known, before.of_task(task))
            number += 1

    def _record(self, journal: Journal, result: Result) -> None:
        """Keep what came of an assignment, and remove what it is no longer."""
        tally, task, outcome = self.tally, result.assignment.task, result.outcome
        tally.current = task.key
        self.ended.add(task.key)
        tally.note_end(result.assignment.number, len(task.outputs))
        known = journal.known(task.key)
        if self.shards is not None:
            self.shards.put(result)
        if isinstance(outcome, Skipped):
            tally.skipped.append(outcome)
            self.stale.replace(known, ())
            journal.leave_out(task.key)
            return
        self.stale.replace(known, outcome.outputs)
        if self.shards is None:
            journal.put(result.assignment.number, task.key, outcome.outputs)
        tally.edited += outcome.edited
        tally.written += outcome.written
        tally.reused += len(outcome.outputs) - outcome.written

    def _write_shared_files(self, journal: Journal) -> LabelDigests | None:
        """Write what all pictures' labels share; None where the export writes no labels."""
        job, tally = self.job, self.tally
        if job.labelling is None:
            return None
        problems = self.scan.dataset.label_problems()
        shared = SharedFiles(self.workspace, job.labelling, problems, job.replace_edited, bool(job.shards))
        digests, tally.labels = shared.write(journal)
        tally.edited += shared.edited.values()
        return digests

    @property
    def _described(self) -> dict[str, Any]:
        """The identity, with what whoever divides the export later should know."""
        hint = self.scan.leak_hint
        return {**self.scan.described, **({"notes": [hint]} if hint else {})}

    def _write_identity(self, described: dict[str, Any]) -> None:
        self.workspace.write(IDENTITY, (identity_text(described).encode(),), lasting=True)

    def _keep_skipped(self) -> str | None:
        """Keep what was skipped, by name, in a file that can be read after the report is gone.

        Returns:
            The file's SHA-256; None where nothing was skipped, and so there is no file.
        """
        lines = (
            json.dumps({"key": skipped.name, "reason": skipped.reason}, ensure_ascii=False) + "\n"
            for skipped in self.tally.sorted_skipped()
        )
        data = [line.encode("utf-8", "backslashreplace") for line in lines]
        if not data:
            self.workspace.remove(SKIPPED)
            return None
        self.workspace.write(SKIPPED, data, lasting=True)
        return hashlib.sha256(b"".join(data)).hexdigest()


class _Given:
    """The assignments that an engine takes; what it says of them is checked, as it may come from outside."""

    def __init__(self, assignments: Iterator[Assignment]) -> None:
        self._assignments = assignments
        self._open: set[int] = set()

    def __iter__(self) -> Iterator[Assignment]:
        return self

    def __next__(self) -> Assignment:
        assignment = next(self._assignments)
        self._open.add(assignment.number)
        return assignment

    def end(self, result: Result) -> None:
        """Note that an assignment has its result.

        Raises:
            CrashError: It has one already, or was never given out.
        """
        number = result.assignment.number
        if number not in self._open:
            raise CrashError(
                "the engine gave a result that belongs to none of its tasks; export again with another engine"
            )
        self._open.remove(number)

    def check_all_ended(self) -> None:
        """Refuse to finish while a task has no result.

        Raises:
            CrashError: There is one.
        """
        if self._open or next(self, None) is not None:
            raise CrashError("the engine ended before all tasks were run; export again to go on")
