"""Exports in a dask cluster: against the pool, on up to 64 simulated workers, and what the coordinator holds.

    python -m tests.benchmarks.cluster throughput [--pictures 300] [--rounds 3]
    python -m tests.benchmarks.cluster scaling [--workers 1 4 16 64]
    python -m tests.benchmarks.cluster memory [--samples 1000000]
    python -m tests.benchmarks.cluster plan [--samples 1000000]

``throughput`` exports JPEGs of 640x480 with the default pipeline and four copies by turns in a pool of two
processes and in a LocalCluster of two workers, both without their start. Files per second from the first
result on, the best of all rounds, and processor time of all processes together, the least.

``scaling`` runs the engine with workers that only wait, as the model says: for each sample one read from the
store, five outputs rendered, five puts, one after the other, with nothing in common. All workers, the
scheduler and the coordinator share this process. What it shows is whether one coordinator keeps so many busy.

``memory`` sends so many samples through the engine to workers that do nothing, and looks at this process, in
which the scheduler is, too. ``plan`` does the same with what lists and plans a dataset.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final
from unittest import mock

import dask
import distributed

from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.file_state import FileState
from augstudio.export import (
    Assignment,
    Cluster,
    Control,
    ExportJob,
    ExportOptions,
    PlannedOutput,
    Progress,
    RunOptions,
    Task,
    run_export,
)
from augstudio.export.digests import DigestSet
from augstudio.export.engines import cluster as engine_module
from augstudio.export.engines.cluster_worker import Batch, BatchResult, ClusterRun
from augstudio.export.engines.pool import Pool
from augstudio.export.identity import Fingerprint
from augstudio.export.journal import _Span, _Spans
from augstudio.export.listing import Listing
from augstudio.export.planning import plan_samples
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.processes import begin_program, safe_surroundings
from tests.pictures import noise_picture, smooth_picture

_KINDS: Final = 30
_COPIES: Final = 4
READ_SECONDS: Final = 0.020
RENDER_SECONDS: Final = 0.008
PUT_SECONDS: Final = 0.030
SAMPLE_SECONDS: Final = READ_SECONDS + (1 + _COPIES) * (RENDER_SECONDS + PUT_SECONDS)

# As many messages as the engine's own clusters keep; and 64 workers in one process would each look at all its
# threads a hundred times a second, which is no work of theirs.
_QUIET: Final = {
    "distributed.admin.low-level-log-length": 100,
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "10s",
}

_make_cluster: Any = distributed.LocalCluster
psutil: Any = import_module("psutil")  # dask takes it, too


@contextmanager
def cluster_of(workers: int, *, processes: bool) -> Iterator[Any]:
    """A cluster on this computer, in processes or in threads of this one."""
    with (
        safe_surroundings(),
        dask.config.set(_QUIET),
        _make_cluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=processes,
            host="127.0.0.1",
            protocol="tcp://",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
        ) as cluster,
    ):
        yield cluster


# -- against the pool -----------------------------------------------------------------------------


def throughput(pictures: int, rounds: int) -> None:
    """Compare the two engines."""
    with tempfile.TemporaryDirectory() as folder, cluster_of(2, processes=True) as cluster:
        source = Path(folder) / "in"
        source.mkdir()
        kinds = [
            encode(smooth_picture(640, 480) // 2 + noise_picture(640, 480, seed=n) // 8, "jpeg")
            for n in range(_KINDS)
        ]
        for number in range(pictures):
            (source / f"{number:05}.jpg").write_bytes(kinds[number % _KINDS])
        engines = {"pool": Pool(2), "cluster": Cluster(cluster.scheduler_address)}
        best = dict.fromkeys(engines, (0.0, float("inf")))
        for _ in range(rounds):
            for name, engine in engines.items():
                rate, seconds = _measured(ExportJob(source, Path(folder) / "out", Pipeline.default()), engine)
                best[name] = max(best[name][0], rate), min(best[name][1], seconds)
        for name, (rate, seconds) in best.items():
            per_file = 1000 * seconds / (pictures * (1 + _COPIES))
            print(f"{name:<10}{rate:>8.1f} files/s {per_file:>8.2f} ms of processor time for each file")
        print(
            f"cluster / pool: {best['cluster'][0] / best['pool'][0]:.2f} by time, "
            f"{best['pool'][1] / best['cluster'][1]:.2f} by processor time"
        )


def _measured(job: ExportJob, engine: Any) -> tuple[float, float]:
    """Files per second from the first result on, and seconds of processor time in all."""
    seen: list[tuple[float, int]] = []

    def note(progress: Progress) -> None:
        seen.append((time.perf_counter(), progress.done))

    begun = _processor_seconds()
    run_export(job, RunOptions(engine=engine), on_progress=note)
    seconds = _processor_seconds() - begun
    shutil.rmtree(job.out)
    working = [(moment, done) for moment, done in seen if done]
    (first, before), (last, after) = working[0], working[-1]
    return (after - before) / (last - first), seconds


def _processor_seconds() -> float:
    """Of this process and all below it, also of those that have ended."""
    total = 0.0
    for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        with suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


# -- simulated workers ----------------------------------------------------------------------------


def waiting(run: ClusterRun, data: bytes) -> BatchResult:
    """What a worker does by the model."""
    batch = Batch.unpacked(data)
    seconds = len(batch.assignments) * SAMPLE_SECONDS
    time.sleep(seconds)
    return _done(batch, seconds)


def idle(run: ClusterRun, data: bytes) -> BatchResult:
    """What a worker does that has nothing to do."""
    return _done(Batch.unpacked(data), 0.01)


def _done(batch: Batch, seconds: float) -> BatchResult:
    outcomes = tuple((item.number, Skipped(item.task.key, "simulated")) for item in batch.assignments)
    return BatchResult(outcomes, seconds=seconds)


def samples(count: int) -> Iterator[Sample]:
    """Keys as they are in large datasets."""
    for number in range(count):
        key = f"class_{number % 1000:04}/image_{number:09}.jpg"
        yield Sample(key, f"/data/in/{key}", f"class_{number % 1000:04}")


def assignments(count: int) -> Iterator[Assignment]:
    """Tasks of four copies."""
    for number, sample in enumerate(samples(count)):
        stem = sample.key.removesuffix(".jpg")
        outputs = tuple(PlannedOutput(copy, f"{stem}__aug{copy:03}.jpg") for copy in range(1 + _COPIES))
        yield Assignment(number, Task(sample, outputs, FileState(100_000, number), sample.class_name))


@contextmanager
def simulated(workers: int, work: Any) -> Iterator[tuple[Cluster, ExportJob]]:
    """A cluster whose workers do nothing but what is said."""
    with (
        tempfile.TemporaryDirectory() as folder,
        cluster_of(workers, processes=False) as cluster,
        mock.patch.object(engine_module, "run_batch", work),
    ):
        job = ExportJob(Path(folder) / "in", Path(folder) / "out", Pipeline.default(), ExportOptions())
        job.workspace().begin()
        yield Cluster(cluster.scheduler_address), job


def scaling(counts: list[int]) -> None:
    """Samples per second with so many workers."""
    print(f"each sample waits for {1000 * SAMPLE_SECONDS:.0f} ms")
    for count in counts:
        total = 256 * count  # about a minute, so that the start and the last batches weigh little
        with simulated(count, waiting) as (engine, job):
            begun: list[float] = []

            def timed(total: int = total, begun: list[float] = begun) -> Iterator[Assignment]:
                for assignment in assignments(total):
                    if assignment.number == 1:  # the engine has looked at the workers
                        begun.append(time.perf_counter())
                    yield assignment

            processor = time.process_time()
            with closing(engine(job, timed(), Control())) as results:
                deque(results, 0)
                seconds = time.perf_counter() - begun[0]
            processor = time.process_time() - processor
        ideal = total * SAMPLE_SECONDS / count
        print(
            f"{count:>3} workers: {total / seconds:>7.1f} samples/s, {ideal / seconds:>6.1%} of the ideal, "
            f"{1000 * processor / total:.2f} ms of processor time for each sample"
        )


# -- memory ---------------------------------------------------------------------------------------


def memory(total: int) -> None:
    """Bytes that the coordinator gains while so many samples pass."""
    with simulated(2, idle) as (engine, job):
        warm = min(total // 10, 100_000)
        at_first, begun = 0, time.process_time()
        with closing(engine(job, assignments(total), Control())) as results:
            for number, _ in enumerate(results):
                if number == warm:
                    at_first = _resident()
            gained = _resident() - at_first
        print(
            f"{total:,} samples: {at_first >> 20} MB after {warm:,}, {gained / 1e6:.1f} MB more in the end, "
            f"{gained / (total - warm):.2f} bytes for each; {time.process_time() - begun:.0f} s of processor"
        )


class _States:
    """Gives each file a state."""

    def state(self, sample: Sample) -> FileState:
        return FileState(100_000, 1_700_000_000_000_000_000)


def plan(total: int) -> None:
    """Bytes that each part of listing and planning holds."""
    options, listing, fingerprint = ExportOptions(), Listing(), Fingerprint()
    held: dict[str, tuple[int, Any]] = {}

    def stage(name: str, work: Any) -> None:
        before = _resident()
        kept = work()
        held[name] = _resident() - before, kept

    source: Any = _States()
    stage("states and fingerprint", lambda: deque(fingerprint.watch(samples(total), source), 0))
    stage("listing", lambda: deque(listing.watch(samples(total)), 0))
    keys, ended, spans = DigestSet(), DigestSet(), _Spans()
    stage("names taken (claims)", lambda: _planned(options, total, keys))
    stage("keys that ended", lambda: _ended(ended, total))
    stage("journal's places", lambda: _placed(spans, total))
    for name, (nbytes, _) in held.items():
        print(f"{name:<28}{nbytes / total:>8.1f} bytes for each sample")
    all_bytes = sum(nbytes for nbytes, _ in held.values())
    print(f"{'all':<28}{all_bytes / total:>8.1f}; {_resident() >> 20} MB in this process")


def _ended(ended: DigestSet, total: int) -> None:
    for sample in samples(total):
        ended.add(sample.key)


def _placed(spans: _Spans, total: int) -> None:
    for number in range(total):
        spans.put(number, _Span(1500 * number, 1500), number)


def _planned(options: ExportOptions, total: int, keys: DigestSet) -> Any:
    planned = plan_samples(iter(samples(total)), options)
    for task in planned:
        assert isinstance(task, Task)
        keys.add(task.key)
    return planned


def _resident() -> int:
    """Bytes of this process in memory."""
    return int(psutil.Process(os.getpid()).memory_info().rss)


def main() -> None:
    """Read the command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("throughput", "scaling", "memory", "plan"))
    parser.add_argument("--pictures", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 4, 16, 64])
    parser.add_argument("--samples", type=int, default=1_000_000)
    given = parser.parse_args()
    begin_program()
    match given.what:
        case "throughput":
            throughput(given.pictures, given.rounds)
        case "scaling":
            scaling(given.workers)
        case "memory":
            memory(given.samples)
        case _:
            plan(given.samples)


if __name__ == "__main__":
    main()
