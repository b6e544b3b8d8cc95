"""Runs tasks in the workers of a dask cluster, on this computer or on many that share a folder.

dask only hands batches out, and runs those again whose worker has ended: a batch writes the same files
however often it is run. All else is done as in the pool, in the workers, see
:mod:`~augstudio.export.engines.cluster_worker`. Whatever the dataset's size, a bounded number of batches is
on its way, and nothing of a finished one is kept.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import itertools
import time
from collections import deque
from collections.abc import Coroutine, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from augstudio.errors import CrashError, ExportError, Message
from augstudio.export.control import Control
from augstudio.export.engine import Assignment, Result, skip_assignment, write_failure
from augstudio.export.engines.cluster_access import check_address, check_installed, connected
from augstudio.export.engines.cluster_probe import Probe, memory_of_one_process
from augstudio.export.engines.cluster_worker import (
    END,
    GO_ON,
    PAUSE,
    Batch,
    BatchResult,
    ClusterRun,
    expected_of,
    run_batch,
    steer,
    why_unfit,
)
from augstudio.export.job import ExportJob
from augstudio.processes import own_number

if TYPE_CHECKING:  # the package is optional, and takes a while to import
    from distributed import Security

SMALLEST: Final = 16
"""Samples in a batch, at first and where each takes long."""

LARGEST: Final = 64
"""Samples in a batch where they are small."""

_BATCH_SECONDS: Final = 1.0
_PER_THREAD: Final = 2
_POLL_SECONDS: Final = 0.1
_BEAT_SECONDS: Final = 1.0
_COUNTING_SECONDS: Final = 5.0
_ENDING_SECONDS: Final = 10.0
_ANSWER_SECONDS: Final = 30.0
# From 1: the process's own number is the name of what it writes itself.
_RUNS: Final = itertools.count(1)

T = TypeVar("T")


@dataclass(frozen=True)
class Cluster:
    """The engine of a dask cluster.

    Each thread of a worker is a process there, and the limits of an export hold in each worker by itself;
    none takes more than half of the memory that dask gives it. Dataset and output must lie in folders that
    all workers see under the same, absolute paths.

    Attributes:
        scheduler: Address of a scheduler, ``tls://HOST:PORT``, or ``tcp://127.0.0.1:PORT`` on this computer.
        local: Instead, the number of workers of a cluster that is started on this computer for the export.
        security: A :class:`distributed.Security` with certificates; None takes those that dask is configured
            with.

    Raises:
        ExportError: Neither or both are given, the address is not safe, or dask is not installed.
    """

    scheduler: str = ""
    local: int = 0
    security: Security | None = None

    def __post_init__(self) -> None:
        if bool(self.scheduler) == bool(self.local) or self.local < 0:
            raise ExportError(
                "engine: a cluster is either that of a scheduler, by its address, or a local one of at least "
                "1 worker"
            )
        if self.scheduler:
            check_address(self.scheduler)
        check_installed()

    def __call__(
        self, job: ExportJob, assignments: Iterator[Assignment], control: Control
    ) -> Generator[Result]:
        """Run assignments in the cluster and give the results as they are finished, in any order.

        Args:
            job: The export.
            assignments: Taken when there is room for another batch.
            control: Asked ten times a second; the workers hear of it within a second or two.

        Raises:
            ExportError: A worker cannot do the work, a file cannot be written, or the cluster was lost.
        """
        _check_shared(job)
        first = next(assignments, None)
        if first is None or control.cancelled():
            return
        numbered = ClusterRun(own_number() ^ next(_RUNS), job, control.limits, expected_of(job, first))
        with connected(self.scheduler, self.local, self.security) as client:
            run = _Coordinator(client, numbered, itertools.chain((first,), assignments), control)
            try:
                run.begin()
                while run.busy() and not control.cancelled():
                    yield from run.results()
            finally:
                run.end()


def _check_shared(job: ExportJob) -> None:
    """Refuse places that other computers do not find."""
    place = memory_of_one_process(job)
    if place is not None:
        raise ExportError("{0} is in the memory of one process; choose another place", str(place))
    if job.source_store is not None and job.labelling is not None:
        raise ExportError(
            "dataset: a cluster's workers do not fetch labels from {0}; give a folder that they share, or "
            "run the export in parts",
            str(job.source_store),
        )
    places = (("dataset", job.dataset, job.source_store), ("out", job.out, job.store))
    for field, path, address in places:
        if address is None and not path.is_absolute():
            raise ExportError(
                "{0}: must be an absolute path, as other computers look for it, got {1}", field, path
            )


class _Coordinator:
    """Keeps the workers of a cluster busy with one run."""

    def __init__(
        self, client: Any, run: ClusterRun, assignments: Iterator[Assignment], control: Control
    ) -> None:
        self._client = client
        self._run = run
        self._probe = Probe(run.job, run.number)
        self._assignments = assignments
        self._control = control
        self._common: Any = None  # the run, as the workers get it
        self._on_the_way: dict[concurrent.futures.Future[BatchResult], Batch] = {}
        self._again: deque[Batch] = deque()
        # Each may have ended workers; one of them at a time is run, by itself.
        self._suspects: deque[Assignment] = deque()
        self._suspect: Batch | None = None
        self._size = SMALLEST
        self._numbers = itertools.count()
        self._threads = 0
        self._counted = self._told = float("-inf")
        self._order = GO_ON
        self._telling: concurrent.futures.Future[Any] | None = None

    def begin(self) -> None:
        """Look whether all workers can do the work.

        Raises:
            ExportError: One cannot.
            OSError: The export's folder cannot be written.
        """
        self._probe.write()
        found = self._awaited(self._asked(why_unfit, self._run, on_error="return"))
        for worker, reason in sorted(found.items()):
            if reason is not None:
                name = type(reason).__name__
                why = Message("{0}: {1}", name, reason) if isinstance(reason, Exception) else reason
                raise ExportError("the worker {0} cannot be used: {1}", worker, why)
        # A task, as dask makes its result anew where all who had it have ended.
        self._common = self._client.submit(_same, _Packed(self._run), pure=False)

    def busy(self) -> bool:
        """Whether any assignment is being run or left to be run."""
        self._steer()
        while not self._control.paused() and len(self._on_the_way) < max(2, _PER_THREAD * self._threads):
            batch = self._next_batch()
            if batch is None:
                break
            self._send(batch)
        return bool(self._on_the_way or self._again or self._suspects) or self._order == PAUSE

    def results(self) -> Iterator[Result]:
        """What was finished within the next moment."""
        if not self._on_the_way:
            time.sleep(_POLL_SECONDS)
        first = concurrent.futures.FIRST_COMPLETED
        for done in concurrent.futures.wait(self._on_the_way, _POLL_SECONDS, first).done:
            batch = self._on_the_way.pop(done)
            if batch is self._suspect:
                self._suspect = None
            yield from self._results_of(batch, done)

    def end(self) -> None:
        """Have the workers end what they do, and wait for them for a while."""
        self._probe.remove()
        with suppress(Exception):  # workers that hear nothing look at the probe
            self._awaited(self._asked(steer, self._run.number, END, on_error="ignore"))
        concurrent.futures.wait(self._on_the_way, _ENDING_SECONDS)
        for left in self._on_the_way:
            left.cancel()

    def _next_batch(self) -> Batch | None:
        if self._again:
            return self._again.popleft()
        if self._suspects and self._suspect is None:
            self._suspect = Batch((self._suspects.popleft(),))
            return self._suspect
        return Batch(taken) if (taken := tuple(itertools.islice(self._assignments, self._size))) else None

    def _send(self, batch: Batch) -> None:
        key = f"augstudio-{self._run.number}", next(self._numbers)
        future = self._client.submit(run_batch, self._common, batch.packed(), key=key, pure=False)
        gathered = self._begun(_gathered(self._client, future))
        self._on_the_way[gathered] = batch

    def _results_of(self, batch: Batch, done: concurrent.futures.Future[BatchResult]) -> Iterator[Result]:
        from distributed import KilledWorker

        try:
            found = done.result()
        except KilledWorker as error:
            yield from self._on_killed(batch, error)
            return
        except (Exception, concurrent.futures.CancelledError) as error:
            raise _failed(error, error) from None
        if found.failure:
            raise ExportError(Message("{0}", found.failure) if type(found.failure) is str else found.failure)
        self._learn(batch, found)
        outcomes = dict(found.outcomes)
        left = tuple(assignment for assignment in batch.assignments if assignment.number not in outcomes)
        if left:
            self._again.append(Batch(tuple(replace(assignment, announced=None) for assignment in left)))
        for assignment in batch.assignments:
            if assignment.number in outcomes:
                yield Result(assignment, outcomes[assignment.number])

    def _on_killed(self, batch: Batch, error: Any) -> Iterator[Result]:
        """Look for the sample with which workers end; it is left out when they do so with it alone."""
        # Other workers must look up what those announced.
        again = [replace(assignment, announced=None) for assignment in batch.assignments]
        if len(again) > 1:
            self._suspects.extend(again)
            return
        reason = Message(
            "workers of the cluster ended unexpectedly with it, {0} times", error.allowed_failures + 1
        )
        try:
            yield skip_assignment(again[0], self._run.job, reason)
        except OSError as failure:
            raise ExportError(write_failure(failure, self._run.job)) from None

    def _learn(self, batch: Batch, found: BatchResult) -> None:
        """Fit the size of batches to how long they take."""
        if len(batch.assignments) >= SMALLEST and found.seconds > 0:
            fitting = _BATCH_SECONDS * len(batch.assignments) / found.seconds
            self._size = round(min(max(fitting, SMALLEST), LARGEST))

    def _steer(self) -> None:
        """Tell the workers that the export goes on or pauses, and count them from time to time."""
        now = time.monotonic()
        order = PAUSE if self._control.paused() else GO_ON
        waits = self._telling is not None and not self._telling.done()
        if self._telling is not None and not waits:
            self._pass_on_made(self._telling)
            self._telling = None
        if not waits and (order != self._order or now - self._told > _BEAT_SECONDS):
            self._order, self._told = order, now
            self._telling = self._asked(steer, self._run.number, order, on_error="ignore")
        if now - self._counted > _COUNTING_SECONDS:
            self._counted = now
            self._threads = sum(self._client.nthreads().values())

    def _pass_on_made(self, told: concurrent.futures.Future[Any]) -> None:
        """Tell what the workers have made of batches that have no result yet."""
        if not told.cancelled() and told.exception() is None:
            here = {
                assignment.number for batch in self._on_the_way.values() for assignment in batch.assignments
            }
            made = [item for worker in told.result().values() for item in worker.items()]
            for number, outputs in made:
                if number in here:
                    self._control.made(number, outputs)

    def _asked(self, function: Any, *arguments: Any, on_error: str) -> concurrent.futures.Future[Any]:
        """Have each worker call a function."""

        async def ask() -> Any:
            return await self._client.run(function, *arguments, on_error=on_error)

        return self._begun(ask())

    def _begun(self, work: Coroutine[Any, Any, T]) -> concurrent.futures.Future[T]:
        return asyncio.run_coroutine_threadsafe(work, self._client.loop.asyncio_loop)

    def _awaited(self, future: concurrent.futures.Future[T]) -> T:
        try:
            return future.result(_ANSWER_SECONDS)
        except TimeoutError as error:  # to the export, an OSError says that a file cannot be written
            raise _failed(error, f"no answer within {_ANSWER_SECONDS:g} s") from None


def _failed(error: BaseException, why: object) -> CrashError:
    return CrashError(
        "the cluster failed: {0}: {1}; export again to go on where it stopped", type(error).__name__, why
    )


async def _gathered(client: Any, future: Any) -> BatchResult:
    """The result of a batch; nothing of it stays in the cluster."""
    found: BatchResult = await client.gather(future, asynchronous=True)
    return found


@dataclass(frozen=True)
class _Packed:
    """Something that dask does not look into."""

    run: ClusterRun


def _same(packed: _Packed) -> ClusterRun:
    return packed.run
