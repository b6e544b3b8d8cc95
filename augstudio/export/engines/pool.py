"""Worker processes that do tasks: spawned, at low priority, watched, ended at once when that is asked for."""

from __future__ import annotations

import contextlib
import math
import time
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final, TypeAlias

from augstudio.datasets.base import Skipped
from augstudio.errors import CrashError, ExportError, Message
from augstudio.export.control import Control
from augstudio.export.engines.budget import Budget
from augstudio.export.engines.priority import seconds_waited
from augstudio.export.engines.worker import Answer, Known, Wants, Word, work
from augstudio.export.files import Workspace
from augstudio.export.job import ExportJob
from augstudio.export.output_writer import OutputWriter
from augstudio.export.task import Done
from augstudio.export.tasks import Task
from augstudio.kernels.networks.trial_process import learnt
from augstudio.processes import start_process

Order: TypeAlias = tuple[int, Task, Known]
Result: TypeAlias = tuple[int, Task, Done | Skipped]

_POLL_SECONDS: Final = 0.1
_ATTEMPTS: Final = 2
# A new process may take so long to import what it needs.
_START_SECONDS: Final = 120.0


@dataclass(eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection[Any, Any]
    heard: float  # when it last showed a sign of life, by the pool's clock
    order: Order | None = None
    greeted: bool = False
    waited: float = 0.0  # seconds for which it had waited for a processor by then

    def hear(self, now: float) -> None:
        self.heard = now
        self.waited = seconds_waited(self.process.pid)

    def silent_for(self, now: float) -> float:
        """Seconds in which it could have shown a sign of life, but did not."""
        return now - self.heard - (seconds_waited(self.process.pid) - self.waited)


def run_in_processes(
    job: ExportJob, orders: Iterator[Order], count: int, control: Control
) -> Generator[Result]:
    """Do tasks in worker processes and give the results as they are finished, in any order.

    Each worker has one task at a time. A sample whose worker ends unexpectedly is tried once more in a new
    one, then left out; one whose worker shows no sign of life is left out at once, and its worker replaced.
    When this generator is closed, no worker stays behind.

    Args:
        job: The export.
        orders: Number, task and known records of each; taken when a worker is free.
        count: Number of workers.
        control: Asked ten times a second. The workers are ended at once where it says so; while it says
            "paused" they wait, each where it looks next: between two stages of a picture or within a long
            one.

    Raises:
        ExportError: A file cannot be written, or workers cannot be started.
    """
    pool = _Pool(job, orders, count, control)
    try:
        while pool.busy() and not control.cancelled():
            yield from pool.results()
    finally:
        pool.end()


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


class _Pool:
    def __init__(self, job: ExportJob, orders: Iterator[Order], count: int, control: Control) -> None:
        self._job = job
        self._orders = orders
        self._count = count
        self._control = control
        self._budget = Budget(control.limits.memory, count)
        self._clock = _Clock()
        self._paused = False
        self._again: deque[Order] = deque()
        self._following: Order | None = None
        self._attempts: dict[int, int] = {}
        self._workers: list[_Worker] = []
        self._deaths = 0  # since the last result
        self._patience = 2 * _ATTEMPTS * (count + 1)

    def busy(self) -> bool:
        """Whether any order is being done or left to do."""
        self._employ()
        # The next order is made ready while the workers are busy.
        return self._upcoming() is not None or bool(self._workers)

    def results(self) -> Iterator[Result]:
        """What was finished within the next moment."""
        connections = [worker.connection for worker in self._workers]
        ready = wait(connections, _POLL_SECONDS)
        if not connections:  # paused before the first of them
            time.sleep(_POLL_SECONDS)
        self._clock.tick(counts=not self._paused)
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            try:
                answer: Answer = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            yield from self._taken(worker, answer)
        self._pause_or_resume()
        yield from self._give_up()

    def end(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in tuple(self._workers):
            self._kill(worker)
            self._dismiss(worker)

    def _taken(self, worker: _Worker, answer: Answer) -> Iterator[Result]:
        """Do with an answer what it asks for; a result is passed on once the worker has something to do."""
        if isinstance(answer, str):
            raise ExportError(answer)
        worker.hear(self._clock.now)
        worker.greeted = True
        order = worker.order
        if isinstance(answer, Wants):
            self._budget.ask(worker, answer.needed, answer.held)
        elif not isinstance(answer, Word) and order is not None:
            self._deaths = 0
            worker.order = None
            self._budget.end(worker)
            self._employ()
            yield order[0], order[1], answer

    def _employ(self) -> None:
        """Give the workers what they wait for: memory, or an order; hire and dismiss as needed."""
        if self._paused:
            return
        for granted in self._budget.granted():
            assert isinstance(granted, _Worker)
            granted.hear(self._clock.now)
            self._say(granted, Word.GRANTED)
        for worker in [worker for worker in self._workers if worker.order is None]:
            if self._upcoming() is None:
                self._dismiss(worker)
            elif self._budget.open:
                self._give(worker)
        while len(self._workers) < self._count and self._budget.open and self._upcoming() is not None:
            self._give(self._hired())

    def _upcoming(self) -> Order | None:
        """The order that is given out next; None when there is none left."""
        if self._following is None:
            self._following = self._again.popleft() if self._again else next(self._orders, None)
        return self._following

    def _give(self, worker: _Worker) -> None:
        order, self._following = self._upcoming(), None
        assert order is not None
        worker.order = order
        worker.hear(self._clock.now)
        self._budget.begin(worker)
        self._say(worker, order[1:])

    def _say(self, worker: _Worker, message: object) -> None:
        # A worker that has ended shows when its answer is read.
        with contextlib.suppress(OSError):
            worker.connection.send(message)

    def _hired(self) -> _Worker:
        share, niceness = self._budget.share, self._control.limits.niceness
        process, ours = start_process(
            work, lambda theirs: (self._job, theirs, share, niceness, learnt()), daemon=True
        )
        worker = _Worker(process, ours, self._clock.now)
        self._workers.append(worker)
        return worker

    def _dismiss(self, worker: _Worker) -> None:
        """Part with a worker that has ended or that ends as soon as nobody is there any more."""
        self._workers.remove(worker)
        self._budget.end(worker)
        worker.connection.close()
        worker.process.join()
        worker.process.close()

    def _kill(self, worker: _Worker) -> None:
        worker.process.terminate()
        worker.process.join(0.5)
        worker.process.kill()

    def _bury(self, worker: _Worker) -> Iterator[Result]:
        """Part with a worker that ended by itself, and have its task tried once more."""
        order = worker.order
        self._dismiss(worker)
        self._deaths += 1
        if order is not None:
            number, task, known = order
            self._attempts[number] = self._attempts.get(number, 0) + 1
            if self._attempts[number] < _ATTEMPTS:
                self._again.append(order)
            else:
                reason = Message("its worker process ended unexpectedly, twice")
                yield number, task, self._writer(task, known).skip_sample(reason)
        if self._deaths > self._patience:
            raise CrashError("the worker processes keep ending unexpectedly; try again with one worker")

    def _give_up(self) -> Iterator[Result]:
        """Leave out the samples of workers that show no sign of life."""
        for worker in [worker for worker in self._workers if worker.order is not None]:
            assert worker.order is not None
            number, task, known = worker.order
            limit = self._seconds(worker, task) if worker.greeted else _START_SECONDS
            if self._budget.waits(worker) or self._clock.now - worker.heard <= limit:
                continue
            # On a computer that others keep busy a worker that comes last may hardly get a turn.
            if worker.silent_for(self._clock.now) <= limit:
                continue
            self._kill(worker)
            if not worker.greeted:
                yield from self._bury(worker)
                continue
            self._dismiss(worker)
            reason = Message(
                "nothing came of it for {0} s, so it was given up; export again to try it once more, with a "
                "longer timeout if it only takes long",
                math.ceil(limit),
            )
            yield number, task, self._writer(task, known).skip_sample(reason)

    def _writer(self, task: Task, known: Known) -> OutputWriter:
        return OutputWriter(Workspace(self._job.out), task, known)

    def _seconds(self, worker: _Worker, task: Task) -> float:
        size = 0 if task.state is None else task.state.size
        return self._control.limits.seconds(max(size, self._budget.held(worker)))

    def _pause_or_resume(self) -> None:
        paused = self._control.paused()
        if paused != self._paused:
            self._paused = paused
            for worker in self._workers:
                self._say(worker, Word.PAUSE if paused else Word.RESUME)
