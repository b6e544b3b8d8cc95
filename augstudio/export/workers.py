"""Worker processes that do tasks: spawned, at low priority, ended at once when that is asked for."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final, TypeAlias

from augstudio.datasets.base import Skipped
from augstudio.errors import ExportError
from augstudio.export.files import Workspace
from augstudio.export.manifest import Output
from augstudio.export.plan import ExportJob, Task
from augstudio.export.task import Done, StoppedError, perform, withdrawn
from augstudio.kernels.threads import use_one_thread

Known: TypeAlias = tuple[Output, ...]
Order: TypeAlias = tuple[int, Task, Known]
Result: TypeAlias = tuple[int, Task, Done | Skipped]

_POLL_SECONDS: Final = 0.1
_NICENESS: Final = 10
_ATTEMPTS: Final = 2


@dataclass
class _Worker:
    process: SpawnProcess
    connection: Connection[Any, Any]
    order: Order | None = None


def run_in_processes(
    job: ExportJob, orders: Iterator[Order], count: int, stopped: Callable[[], bool]
) -> Generator[Result]:
    """Do tasks in worker processes and give the results as they are finished, in any order.

    Each worker has one task at a time. A sample whose worker ends unexpectedly is tried once more in a new
    one, then left out. When this generator is closed, no worker stays behind.

    Args:
        job: The export.
        orders: Number, task and known records of each; taken when a worker is free.
        count: Number of workers.
        stopped: Asked ten times a second; the workers are ended at once when it says so.

    Raises:
        ExportError: A file cannot be written, or workers cannot be started.
    """
    pool = _Pool(job, orders)
    try:
        pool.start(count)
        while pool.busy() and not stopped():
            yield from pool.results()
    finally:
        pool.end()


class _Pool:
    def __init__(self, job: ExportJob, orders: Iterator[Order]) -> None:
        self._job = job
        self._orders = orders
        self._again: deque[Order] = deque()
        self._attempts: dict[int, int] = {}
        self._workers: list[_Worker] = []
        self._deaths = 0  # since the last result
        self._patience = 0

    def start(self, count: int) -> None:
        """Start workers for as many orders as there are, at most ``count``."""
        self._patience = 2 * _ATTEMPTS * (count + 1)
        for _ in range(count):
            order = self._next()
            if order is None:
                return
            self._workers.append(self._hired(order))

    def busy(self) -> bool:
        """Whether any order is still being done."""
        return bool(self._workers)

    def results(self) -> Iterator[Result]:
        """What was finished within the next moment."""
        ready = wait([worker.connection for worker in self._workers], _POLL_SECONDS)
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            order = worker.order
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            if isinstance(answer, str):
                raise ExportError(answer)
            self._deaths = 0
            self._employ(worker)
            if order is not None:
                yield order[0], order[1], answer

    def end(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(0.5)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.connection.close()
            worker.process.close()
        self._workers.clear()

    def _next(self) -> Order | None:
        return self._again.popleft() if self._again else next(self._orders, None)

    def _hired(self, order: Order) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._job, theirs), daemon=True)
        with _interrupts_ignored():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._give(worker, order)
        return worker

    def _give(self, worker: _Worker, order: Order) -> None:
        worker.order = order
        # A worker that has ended shows when its answer is read.
        with contextlib.suppress(OSError):
            worker.connection.send(order[1:])

    def _employ(self, worker: _Worker) -> None:
        order = self._next()
        if order is None:
            self._dismiss(worker)
        else:
            self._give(worker, order)

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        worker.process.close()

    def _bury(self, worker: _Worker) -> Iterator[Result]:
        """Replace a worker that ended by itself, and try its task once more."""
        order = worker.order
        self._dismiss(worker)
        self._deaths += 1
        if order is not None:
            number, task, _ = order
            self._attempts[number] = self._attempts.get(number, 0) + 1
            if self._attempts[number] < _ATTEMPTS:
                self._again.append(order)
            else:
                reason = "its worker process ended unexpectedly, twice"
                yield number, task, withdrawn(task, Workspace(self._job.out), reason)
        if self._deaths > self._patience:
            raise ExportError("the worker processes keep ending unexpectedly; try again with one worker")
        following = self._next()
        if following is not None:
            self._workers.append(self._hired(following))


def _work(job: ExportJob, connection: Connection[Any, Any]) -> None:
    """Do tasks until the other end closes, as it does when the program ends in whatever way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    use_one_thread()
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError, StoppedError):
        while True:
            task, known = connection.recv()
            try:
                answer: Done | Skipped | str = perform(task, job, known, _orphaned)
            except OSError as error:
                answer = write_failure(error)
            connection.send(answer)


def _orphaned() -> bool:
    parent = multiprocessing.parent_process()
    return parent is not None and not parent.is_alive()


def write_failure(error: OSError) -> str:
    """What to say when a file cannot be written."""
    name = error.filename2 or error.filename
    place = f" {name}" if name else ""
    return f"cannot write{place}: {error.strerror or error}; the same export goes on once this is solved"


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """A process started within ignores Ctrl+C from its first moment; the parent decides what it means."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
