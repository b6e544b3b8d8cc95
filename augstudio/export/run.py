"""Runs an export: in this thread, or in worker processes; the files are the same."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any, Final, TypeAlias

from augstudio.core.allowance import allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.text import counted, printable
from augstudio.datasets.base import Skipped
from augstudio.datasets.file_state import MISMATCH, file_state, state_text
from augstudio.errors import ExportError
from augstudio.export.control import Control, Limits
from augstudio.export.engines.pool import Order, Result, run_in_processes
from augstudio.export.engines.worker import write_failure
from augstudio.export.files import IDENTITY, SKIPPED, Workspace
from augstudio.export.identity import is_of_dataset
from augstudio.export.job import ExportJob
from augstudio.export.journal import Journal, JournalChangedError
from augstudio.export.lock import locked
from augstudio.export.plan import plan
from augstudio.export.progress import Progress, Report, Tally
from augstudio.export.record_digests import (
    Digest,
    identity_text,
    with_records,
    with_records_before,
)
from augstudio.export.references import keep_references, pinned_pipeline
from augstudio.export.replacing import remove_export
from augstudio.export.scan import ScanResult, check_replaceable, scan_dataset
from augstudio.export.stale_outputs import REMOVED, StaleOutputs
from augstudio.export.task import Done, StoppedError, run_task
from augstudio.export.tasks import Task

Listener: TypeAlias = Callable[[Progress], None]

_PAUSE_SECONDS: Final = 0.1


def run_export(
    job: ExportJob,
    *,
    workers: int | None = None,
    overwrite: bool = False,
    on_progress: Listener | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    paused: Callable[[], bool] = lambda: False,
    limits: Limits | None = None,
) -> Report:
    """Write all copies of a dataset; a job that was stopped goes on where it stopped.

    The folder's contents depend on the job alone: not on workers, order, cancelling or resuming. A sample
    that cannot be used is left out and reported.

    Args:
        job: What to write where.
        workers: Number of worker processes; 1 works in the calling thread, where nobody watches for pictures
            that hang; None uses all processors, and two processes at least.
        overwrite: Whether to replace another export in the same folder: what its manifest names is removed
            first. The same export goes on as ever.
        on_progress: Called in the calling thread, at the start, after every sample, and at a pause's ends.
        cancelled: Asked ten times a second, or with one worker between and within the steps of a picture;
            the export stops when it says so.
        paused: Asked as often; while it says so, the workers wait where they are.
        limits: What one picture and all together may use; by default :class:`Limits`'s.

    Raises:
        ExportError: Refused before anything was written, or files cannot be written.
    """
    count = worker_count(workers)
    job = replace(job, pipeline=pinned_pipeline(job.pipeline))
    tally, limits = Tally(), limits or Limits()
    report_progress = on_progress or (lambda progress: None)
    found = scan_dataset(job, overwrite=overwrite, cancelled=cancelled, limits=limits)
    if found is None:
        return tally.report(job.out, cancelled=True)
    job = replace(job, layout=found.assumption.layout)
    tally.assumption, tally.notes, tally.total = found.assumption, found.all_notes, found.outputs
    report_progress(tally.progress())
    control = Control(cancelled, _noted(paused, tally, report_progress), limits)
    try:
        with locked(job.out):
            # Another export may have begun here since this one was checked.
            if check_replaceable(job, found.described, found.keys, overwrite=overwrite):
                tally.edited += remove_export(job.out, replace_edited=job.replace_edited)
            finished = _written(job, found, count, tally, report_progress, control)
    except OSError as error:
        raise ExportError(write_failure(error)) from None
    return tally.report(job.out, cancelled=not finished)


def worker_count(workers: int | None) -> int:
    """The number of workers that an export takes: as asked for, or one per processor and two at least.

    Raises:
        ExportError: Fewer than 1 were asked for.
    """
    count = max(2, usable_processors()) if workers is None else workers
    if count < 1:
        raise ExportError("workers: must be at least 1, got {0}", workers)
    return count


def usable_processors() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _written(
    job: ExportJob,
    found: ScanResult,
    count: int,
    tally: Tally,
    report_progress: Listener,
    control: Control,
) -> bool:
    """Write the export's folder; False if cancelled."""
    workspace = Workspace(job.out)
    gone = StaleOutputs(workspace, job.replace_edited)
    try:
        workspace.begin()
        if not is_of_dataset(job.out, found.described):
            gone.make_room(found.keys)
        _write_identity(workspace, with_records_before(found.described, job.out))
        keep_references(workspace, job.pipeline, replace_edited=job.replace_edited)
        try:
            return _run(job, Journal(workspace), gone, found, count, tally, report_progress, control)
        except JournalChangedError:
            tally.begin_anew()
            return _run(job, Journal(workspace), gone, found, count, tally, report_progress, control)
    finally:
        tally.gone += (Skipped(key, REMOVED) for key in gone.keys)
        tally.edited += gone.edited.values()
        tally.outlasts_power_cuts = workspace.outlasts_power_cuts
        workspace.end()


def _run(
    job: ExportJob,
    journal: Journal,
    gone: StaleOutputs,
    found: ScanResult,
    count: int,
    tally: Tally,
    report_progress: Listener,
    control: Control,
) -> bool:
    """Do all tasks; False if cancelled."""
    workspace, orders = gone.workspace, _orders(job, journal, found, tally)
    run = run_in_processes(job, orders, count, control) if count > 1 else _run_here(job, orders, control)
    try:
        # Closed at once, not when it is collected: worker processes hang on it.
        with closing(run):
            for number, task, result in run:
                _record(journal, gone, tally, number, task, result)
                workspace.forget(task.key)
                report_progress(tally.progress())
        if control.cancelled():
            return False
        gone.clear(journal)
        skipped = _keep_skipped(workspace, tally)
        journal.finish(
            lambda manifest: _write_identity(workspace, with_records(found.described, manifest, skipped))
        )
        workspace.end(forgets=True)
    finally:
        journal.close()
    return True


def _write_identity(workspace: Workspace, described: dict[str, Any]) -> None:
    workspace.write(IDENTITY, (identity_text(described).encode(),), lasting=True)


def _keep_skipped(workspace: Workspace, tally: Tally) -> str | None:
    """Leave word of what was left out, by name, so that it can be read after the report is gone.

    Returns:
        The file's digest; None where there is nothing to tell, and so no file.
    """
    lines = (
        json.dumps({"key": skipped.name, "reason": skipped.reason}, ensure_ascii=False) + "\n"
        for skipped in tally.sorted_skipped()
    )
    data = [line.encode("utf-8", "backslashreplace") for line in lines]
    if not data:
        workspace.remove(SKIPPED)
        return None
    digest = Digest()
    workspace.write(SKIPPED, digest.watch(data), lasting=True)
    return digest.text


def _orders(job: ExportJob, journal: Journal, found: ScanResult, tally: Tally) -> Iterator[Order]:
    number = 0
    for item in plan(job, found.balance):
        if isinstance(item, Skipped):
            tally.skipped.append(item)
            continue
        state = file_state(item.path)
        as_listed = state_text(item.key, state) in found.states
        yield number, replace(item, state=state if as_listed else MISMATCH), journal.known(item.key)
        number += 1
    if number < found.samples:
        reason = counted(
            found.samples - number,
            "1 picture disappeared while the export ran; export again",
            "{0} pictures disappeared while the export ran; export again",
        )
        tally.skipped.append(Skipped(printable(job.dataset.name), reason))


def _run_here(job: ExportJob, orders: Iterator[Order], control: Control) -> Generator[Result]:
    def stopped() -> bool:
        while control.paused() and not control.cancelled():
            time.sleep(_PAUSE_SECONDS)
        return control.cancelled()

    allowed = control.limits.allowance
    for number, task, known in orders:
        if stopped():
            return
        try:
            with interruptible(stopped), allowing(allowed):
                result = run_task(task, job, known, stopped)
        except (StoppedError, Interrupted):
            return
        yield number, task, result


def _noted(paused: Callable[[], bool], tally: Tally, report_progress: Listener) -> Callable[[], bool]:
    """The same question, whose answers the tally hears of."""

    def asked() -> bool:
        answer = paused()
        if tally.note_pause(paused=answer):
            report_progress(tally.progress())
        return answer

    return asked


def _record(
    journal: Journal, gone: StaleOutputs, tally: Tally, number: int, task: Task, result: Done | Skipped
) -> None:
    tally.current = task.key
    tally.done += len(task.outputs)
    known = journal.known(task.key)
    if isinstance(result, Skipped):
        tally.skipped.append(result)
        gone.replace(known, ())
        journal.leave_out(task.key)
        return
    gone.replace(known, result.outputs)
    journal.put(number, task.key, result.outputs)
    tally.edited += result.edited
    tally.written += result.written
    tally.reused += len(result.outputs) - result.written
