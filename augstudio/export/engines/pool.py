"""Runs tasks in worker processes: spawned, at low priority, watched, ended at once when asked to."""

from __future__ import annotations

import contextlib
import math
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, Final

from augstudio.datasets.base import Skipped
from augstudio.errors import CrashError, ExportError, Message
from augstudio.export.control import PAYING_SECONDS, Control
from augstudio.export.engine import Assignment, Result, give_up_assignment, skip_assignment
from augstudio.export.engines.budget import Budget
from augstudio.export.engines.feed import AssignmentSource, Listed
from augstudio.export.engines.messages import (
    Alive,
    FromWorker,
    MemoryGranted,
    MemoryRequest,
    Pause,
    Resume,
    ToWorker,
    WriteFailure,
)
from augstudio.export.engines.priority import seconds_waited
from augstudio.export.engines.worker import WorkerSettings, work
from augstudio.export.job import ExportJob
from augstudio.export.run_task import Done
from augstudio.processes import check_ended_guarded, start_process

if TYPE_CHECKING:
    from augstudio.kernels.networks.trial_process import Learnt

_POLL_SECONDS: Final = 0.1
_ATTEMPTS: Final = 2
_LOOKING_SECONDS: Final = 0.5
# A new process may take so long to import what it needs.
_START_SECONDS: Final = 120.0
_LASTING_SECONDS: Final = 1.0


@dataclass(frozen=True)
class Pool:
    """The engine of worker processes.

    Each worker has one assignment at a time. A sample whose worker ends unexpectedly is tried once more in a
    new one, then skipped; one whose worker shows no sign of life is skipped at once, and its worker replaced.
    When the generator of results is closed, no worker stays behind.

    Attributes:
        workers: Number of worker processes.
        at_first: How many of them are started at once; the others follow where the work lasts. None starts
            all.
    """

    workers: int
    at_first: int | None = None

    @classmethod
    def for_work(cls, workers: int, seconds: float) -> Pool:
        """A pool that at first starts as many workers as pay for their start.

        Args:
            workers: How many there may be.
            seconds: About how long the work takes one of them.
        """
        return cls(workers, max(1, math.ceil(min(workers, seconds / PAYING_SECONDS))))

    def __call__(
        self, job: ExportJob, assignments: Iterator[Assignment], control: Control
    ) -> Generator[Result]:
        """Run assignments in worker processes and give the results as they are finished, in any order.

        Args:
            job: The export.
            assignments: Taken when a worker is free.
            control: Asked ten times a second. The workers are ended at once where it says so; while it says
                "paused" they wait, each where it looks next: between two stages of a picture or within a long
                one.

        Raises:
            ExportError: A file cannot be written, or workers cannot be started.
        """
        return self.serve(job, Listed(assignments), control)

    def serve(self, job: ExportJob, source: AssignmentSource, control: Control) -> Generator[Result]:
        """The same for assignments that come in the course of time; the workers wait for them.

        Args:
            job: The export.
            source: Where they come from.
            control: As there.

        Raises:
            ExportError: As there.
        """
        run = _PoolRun(job, source, self.workers, control, self.at_first or self.workers)
        try:
            while run.busy() and not control.cancelled():
                yield from run.results()
        finally:
            run.end()


@dataclass(eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection[ToWorker, FromWorker]
    heard: float  # when it last showed a sign of life, by the pool's clock
    assignment: Assignment | None = None
    greeted: bool = False
    waited: float = 0.0  # seconds for which it had waited for a processor by then, or a moment before
    looked: float = -math.inf

    def hear(self, now: float) -> None:
        self.heard = now
        if now - self.looked > _LOOKING_SECONDS:  # workers of small pictures are heard very often
            self.waited, self.looked = seconds_waited(self.process.pid), now

    def silent_for(self, now: float) -> float:
        """Seconds in which it could have shown a sign of life, but did not."""
        return now - self.heard - (seconds_waited(self.process.pid) - self.waited)


class _Clock:
    """Seconds that were watched: neither pauses count nor times in which this process was stopped."""

    def __init__(self) -> None:
        self.now = 0.0
        self._looked = time.monotonic()

    def tick(self, *, counts: bool) -> None:
        """Look at the time; only a little may have passed since the last look."""
        looked = time.monotonic()
        if counts:
            self.now += min(looked - self._looked, 5 * _POLL_SECONDS)
        self._looked = looked


class _PoolRun:
    def __init__(
        self,
        job: ExportJob,
        source: AssignmentSource,
        count: int,
        control: Control,
        at_first: int,
    ) -> None:
        self._job = job
        self._source = source
        self._count = count
        self._at_first = at_first
        # The process that was there first, when that was, and how long it had waited by then.
        self._first: tuple[int | None, float, float] | None = None
        self._control = control
        self._budget = Budget(control.limits.memory, count)
        self._clock = _Clock()
        self._paused = False
        self._again: deque[Assignment] = deque()
        self._next: Assignment | None = None
        self._attempts: dict[int, int] = {}
        self._workers: list[_Worker] = []
        self._deaths = 0  # since the last result
        self._patience = 2 * _ATTEMPTS * (count + 1)

    def busy(self) -> bool:
        """Whether any assignment is being run or left to be run."""
        self._serve_workers()
        # The next assignment is made ready while the workers are busy.
        return self._upcoming() is not None or bool(self._workers) or not self._source.ended

    def results(self) -> Iterator[Result]:
        """What was finished within the next moment."""
        connections = [worker.connection for worker in self._workers]
        awaited = [*connections, *self._source.signals]
        ready = wait(awaited, _POLL_SECONDS)
        if not awaited:  # paused before the first of them
            time.sleep(_POLL_SECONDS)
        self._clock.tick(counts=not self._paused)
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._on_worker_exit(worker)
                continue
            yield from self._handled(worker, message)
        self._pause_or_resume()
        yield from self._give_up()

    def end(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in tuple(self._workers):
            self._kill(worker)
            self._remove(worker)

    def _handled(self, worker: _Worker, message: FromWorker) -> Iterator[Result]:
        """Do what a message asks for; a result is passed on once the worker has something to do."""
        worker.hear(self._clock.now)
        worker.greeted = True
        if self._first is None:
            self._first = worker.process.pid, self._clock.now, worker.waited
        match message:
            case Alive(number, made):
                if worker.assignment is not None and worker.assignment.number == number:
                    self._control.made(number, made)
            case MemoryRequest(needed, held):
                self._budget.ask(worker, needed, held)
            case WriteFailure(reason):
                raise ExportError(reason)
            case Done() | Skipped():
                if worker.assignment is not None:
                    result = Result(worker.assignment, message)
                    self._deaths = 0
                    worker.assignment = None
                    self._budget.end(worker)
                    self._serve_workers()
                    yield result

    def _serve_workers(self) -> None:
        """Give the workers what they wait for: memory, or an assignment; start and end workers as needed."""
        if self._paused:
            return
        for granted in self._budget.granted():
            assert isinstance(granted, _Worker)
            granted.hear(self._clock.now)
            self._send(granted, MemoryGranted())
        for worker in [worker for worker in self._workers if worker.assignment is None]:
            if self._upcoming() is None:
                if self._source.ended:
                    self._remove(worker)
            elif self._budget.open:
                self._assign(worker)
        while len(self._workers) < self._wanted() and self._budget.open and self._upcoming() is not None:
            self._assign(self._started())

    def _wanted(self) -> int:
        """How many workers there may be by now."""
        if self._first is not None and self._at_first < self._count:
            process, since, waited = self._first
            seconds = self._clock.now - since
            if seconds > _LASTING_SECONDS:  # what others took of the time does not make the work longer
                seconds -= seconds_waited(process) - waited
            if seconds > _LASTING_SECONDS:
                self._at_first = self._count
        return self._at_first

    def _upcoming(self) -> Assignment | None:
        """The assignment that is given out next; None when there is none, or none yet."""
        if self._next is None:
            self._next = self._again.popleft() if self._again else self._source.take()
        return self._next

    def _assign(self, worker: _Worker) -> None:
        assignment, self._next = self._upcoming(), None
        assert assignment is not None
        worker.assignment = assignment
        worker.hear(self._clock.now)
        self._budget.begin(worker)
        self._send(worker, assignment)

    def _send(self, worker: _Worker, message: ToWorker) -> None:
        # That a worker has ended shows when its messages are read.
        with contextlib.suppress(OSError):
            worker.connection.send(message)

    def _started(self) -> _Worker:
        settings = WorkerSettings(self._budget.share, self._control.limits.niceness, _learnt())
        process, ours = start_process(work, lambda theirs: (self._job, theirs, settings), daemon=True)
        worker = _Worker(process, ours, self._clock.now)
        self._workers.append(worker)
        return worker

    def _remove(self, worker: _Worker) -> None:
        """Let go of a worker that has ended, or that ends as soon as its connection is closed."""
        self._workers.remove(worker)
        self._budget.end(worker)
        worker.connection.close()
        worker.process.join()
        worker.process.close()

    def _kill(self, worker: _Worker) -> None:
        worker.process.terminate()
        worker.process.join(0.5)
        worker.process.kill()

    def _on_worker_exit(self, worker: _Worker) -> Iterator[Result]:
        """Let go of a worker that ended by itself, and have its assignment tried once more."""
        if not worker.greeted:
            check_ended_guarded(worker.process)
        assignment = worker.assignment
        self._remove(worker)
        self._deaths += 1
        if assignment is not None:
            number = assignment.number
            self._control.made(number, 0)
            self._attempts[number] = self._attempts.get(number, 0) + 1
            if self._attempts[number] < _ATTEMPTS:
                # Another worker must look up what this one announced.
                self._again.append(replace(assignment, announced=None))
            else:
                reason = Message("its worker process ended unexpectedly, twice")
                yield skip_assignment(assignment, self._job, reason)
        if self._deaths > self._patience:
            raise CrashError("the worker processes keep ending unexpectedly; try again with one worker")

    def _give_up(self) -> Iterator[Result]:
        """Skip the samples of workers that show no sign of life."""
        for worker in tuple(self._workers):
            assignment = worker.assignment
            if assignment is None:
                continue
            limit = self._seconds(worker, assignment) if worker.greeted else _START_SECONDS
            if self._budget.waits(worker) or self._clock.now - worker.heard <= limit:
                continue
            # On a computer that others keep busy a worker that comes last may hardly get a turn.
            if worker.silent_for(self._clock.now) <= limit:
                continue
            self._kill(worker)
            if not worker.greeted:
                yield from self._on_worker_exit(worker)
                continue
            self._remove(worker)
            yield give_up_assignment(assignment, self._job, limit)

    def _seconds(self, worker: _Worker, assignment: Assignment) -> float:
        state = assignment.task.state
        size = 0 if state is None else state.size
        return self._control.limits.seconds(max(size, self._budget.held(worker)))

    def _pause_or_resume(self) -> None:
        paused = self._control.paused()
        if paused != self._paused:
            self._paused = paused
            for worker in self._workers:
                self._send(worker, Pause() if paused else Resume())


def _learnt() -> Learnt:
    """What this process knows of networks: nothing where it has not imported what tries them out."""
    if "augstudio.kernels.networks.trial_process" not in sys.modules:
        return {}
    from augstudio.kernels.networks.trial_process import learnt

    return learnt()
