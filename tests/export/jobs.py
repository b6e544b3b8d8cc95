"""Exports to try things on, and a worker process that dies."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import pickle
import random
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar
from unittest import mock

import numpy as np

from augstudio.core.interruption import checkpoint
from augstudio.datasets.base import Skipped
from augstudio.export import Control, ExportJob, ExportOptions, RunOptions, Task, plan, rendering, run_export
from augstudio.export.checksums import with_checksum
from augstudio.export.engine import Assignment, Result, run_assignment
from augstudio.export.engines import pool
from augstudio.export.engines.cluster_worker import Batch, BatchResult, ClusterRun, run_batch
from augstudio.export.engines.messages import FromWorker, ToWorker
from augstudio.export.engines.worker import WorkerSettings, work
from augstudio.export.files import JOURNAL, MANIFEST, LocalWorkspace
from augstudio.images.codec import Decoded, decode
from augstudio.pipelines import Pipeline
from augstudio.processes import safe_surroundings

DEADLY = "a/2.webp"
PATIENCE = 2.0
LONG_SECONDS = 1.5 * PATIENCE

T = TypeVar("T")


def job_for(dataset: Path, out: Path, pipeline: Pipeline | None = None, **options: Any) -> ExportJob:
    """An export with two copies unless said otherwise."""
    return ExportJob(dataset, out, pipeline or Pipeline.default(), ExportOptions(**{"copies": 2, **options}))


def tasks(job: ExportJob) -> list[Task]:
    """What will be written."""
    return [item for item in plan(job) if not isinstance(item, Skipped)]


def manifest(out: Path) -> list[dict[str, Any]]:
    """The finished manifest's lines."""
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]


def unfinish(out: Path) -> None:
    """Make a finished export one that was interrupted after its last picture."""
    lines = (out / MANIFEST).read_bytes().splitlines(keepends=True)
    (out / JOURNAL).write_bytes(b"".join(map(with_checksum, lines)))
    (out / MANIFEST).unlink()


def stop_after(job: ExportJob, samples: int) -> None:
    """Begin an export, and cancel it after some samples."""
    seen: list[int] = []
    report = run_export(
        job,
        RunOptions(workers=1),
        on_progress=lambda progress: seen.append(progress.done),
        cancelled=lambda: len(seen) > samples,
    )
    assert report.cancelled


def die_at_one_sample(
    job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings
) -> None:
    """A worker that ends without a word in the middle of a certain sample."""
    while True:
        try:
            assignment = connection.recv()
        except EOFError:
            return
        assert isinstance(assignment, Assignment)
        task = assignment.task
        if task.key == DEADLY:
            workspace, file = LocalWorkspace(job.out), task.outputs[0].file
            workspace.announce(task.key, file, hashlib.sha256(b"half of it").hexdigest())
            workspace.write(file, (b"half of it",))
            os._exit(1)
        connection.send(run_assignment(assignment, job).outcome)


def let_workers_die(deadly: bool) -> None:
    """In a worker of a cluster: have its processes end at a certain sample from now on, or no longer."""
    setattr(pool, "work", die_at_one_sample if deadly else work)  # noqa: B010  (not its own name)


def end_with_one_sample(run: ClusterRun, data: bytes) -> BatchResult:
    """What dask says of a batch with a certain sample, where one worker after the other ends with it."""
    from distributed import KilledWorker

    if any(assignment.task.key == DEADLY for assignment in Batch.unpacked(data).assignments):
        raise KilledWorker("batch", SimpleNamespace(address="tcp://127.0.0.1:1"), 3)  # type: ignore[arg-type]
    return run_batch(run, data)


def pretend_numpy(version: str) -> str:
    """Have another version of numpy; gives the one before."""
    before = np.__version__
    setattr(np, "__version__", version)  # noqa: B010  (a final name)
    return before


def die_at_once(
    job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings
) -> None:
    """A worker that never does anything."""
    os._exit(1)


def hang_at_one_sample(
    job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings
) -> None:
    """A worker in which decoding a certain sample waits for ever, for a pipe into which nobody writes."""

    def hanging(data: bytes) -> Decoded:
        if data == (job.dataset / DEADLY).read_bytes():
            os.read(os.pipe()[0], 1)
        return decode(data)

    with mock.patch.object(rendering, "decode", hanging):
        work(job, connection, settings)


def toil_at_one_sample(
    job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings
) -> None:
    """A worker in which decoding a certain sample takes long, but shows that it goes on."""
    with _toiling(lambda data: data == (job.dataset / DEADLY).read_bytes()):
        work(job, connection, settings)


def toil_at_the_first_sample(
    job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings
) -> None:
    """A worker that does the same with the sample that is decoded first, in whichever worker."""

    def is_first(data: bytes) -> bool:
        try:
            (job.dataset.parent / "begun").touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    with _toiling(is_first):
        work(job, connection, settings)


@contextlib.contextmanager
def _toiling(takes_long: Callable[[bytes], bool]) -> Iterator[None]:
    """Decode some files for a long time, showing signs of life."""

    def toiling(data: bytes) -> Decoded:
        end = time.monotonic() + (LONG_SECONDS if takes_long(data) else 0)
        while time.monotonic() < end:
            checkpoint()
        return decode(data)

    with mock.patch.object(rendering, "decode", toiling):
        yield


def shuffled(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Iterator[Result]:
    """An engine from outside, which sends all to somewhere else and runs it there in another order."""
    mixed = list(assignments)
    random.Random(1).shuffle(mixed)
    assert [assignment.number for assignment in mixed] != list(range(len(mixed)))
    for assignment in mixed:
        if control.cancelled():
            return
        there = sent((assignment, job))
        yield sent(run_assignment(*there))


def sent(value: T) -> T:
    """What arrives at another process."""
    arrived: T = pickle.loads(pickle.dumps(value))
    return arrived


@contextlib.contextmanager
def two_workers() -> Iterator[Any]:
    """A dask cluster of this computer's own, whose workers have the environment of now."""
    import dask
    import distributed

    make: Any = distributed.LocalCluster
    with safe_surroundings(), dask.config.set({"distributed.scheduler.http.routes": []}):
        made = make(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            protocol="tcp://",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
        )
    with made:
        yield made


@contextlib.contextmanager
def clusters() -> Iterator[Callable[[], Any]]:
    """What gives a cluster of two workers that are both there.

    It is always the same one, whose killed workers begin anew; another one where that fails, as dask gives up
    a worker that a busy machine begins too slowly.
    """
    with contextlib.ExitStack() as stack:
        made = [stack.enter_context(two_workers())]

        def whole() -> Any:
            if not _has_both(made[-1]):
                made.append(stack.enter_context(two_workers()))
            return made[-1]

        yield whole


def _has_both(cluster: Any) -> bool:
    import distributed

    client_of: Any = distributed.Client
    with client_of(cluster.scheduler_address, set_as_default=False) as client:
        try:
            client.wait_for_workers(2, timeout=60)
        except TimeoutError:
            return False
    return True
