"""Begins with tasks in this process, so that an export with little to do needs no other one."""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from augstudio.core.allowance import allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.export.control import Control
from augstudio.export.engine import Assignment, Result, give_up_assignment, run_assignment
from augstudio.export.engines.memory import keep_freed_memory
from augstudio.export.engines.pool import Pool
from augstudio.export.job import ExportJob
from augstudio.export.rendering import StoppedError, TaskContext

_POLL_SECONDS: Final = 0.1
_LASTING_SECONDS: Final = 1.0
_ENDING_SECONDS: Final = 5.0  # for a picture that is let go


@dataclass(frozen=True)
class Watched:
    """The engine of a thread in this process that is watched, and of worker processes for what lasts.

    What is left after a second of work goes to a pool. So does all that follows a picture of which nothing
    came for so long that it was given up; its thread is left behind, as no thread can be ended. A decoder
    that crashes ends this process, so an export that goes on after its process has ended should not begin
    here.

    Attributes:
        workers: Number of worker processes for what lasts.
    """

    workers: int

    def __call__(
        self, job: ExportJob, assignments: Iterator[Assignment], control: Control
    ) -> Generator[Result]:
        """Run assignments and give the results as they are finished.

        Args:
            job: The export.
            assignments: Taken one by one, later by the pool.
            control: Asked ten times a second, and before each assignment.

        Raises:
            ExportError: Workers cannot be started, or they cannot write a file.
            OSError: A file cannot be written.
        """
        keep_freed_memory()
        began = time.monotonic()
        with contextlib.closing(_Thread(job, control)) as thread:
            for assignment in assignments:
                while control.paused() and not control.cancelled():
                    time.sleep(_POLL_SECONDS)
                if control.cancelled():
                    return
                if thread.lost or time.monotonic() - began > _LASTING_SECONDS:
                    assignments = chain([assignment], assignments)
                    break
                result = thread.result(assignment)
                if result is None:
                    return
                yield result
            else:
                return
        yield from Pool(self.workers)(job, assignments, control)


class _Thread:
    """Runs assignments one by one beside the thread that asks for them.

    Attributes:
        lost: Whether it was left behind, at a picture that hangs.
    """

    def __init__(self, job: ExportJob, control: Control) -> None:
        self._job = job
        self._control = control
        self._given: queue.SimpleQueue[Assignment | None] = queue.SimpleQueue()
        self._found: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()
        self._ends = False
        self._paused = False
        self._heard = time.monotonic()
        self._made = 0
        self.lost = False
        self._context = TaskContext.of(job, stopped=self._stopped, made=self._note_made)
        # Daemons are not waited for when the process ends.
        self._thread = threading.Thread(target=self._work, name="export", daemon=True)
        self._thread.start()

    def result(self, assignment: Assignment) -> Result | None:
        """What came of an assignment; None if the export was cancelled meanwhile.

        Raises:
            OSError: A file cannot be written.
        """
        self._heard = time.monotonic()
        self._made = 0
        self._given.put(assignment)
        state = assignment.task.state
        limit = self._control.limits.seconds(0 if state is None else state.size)
        while True:
            with contextlib.suppress(queue.Empty):
                found = self._found.get(timeout=_POLL_SECONDS)
                if isinstance(found, (StoppedError, Interrupted)):
                    return None
                if isinstance(found, BaseException):
                    raise found
                return found
            self._control.made(assignment.number, self._made)
            if self._control.cancelled():
                self._ends = True
            self._paused = self._control.paused()
            if self._paused:
                self._heard = time.monotonic()
            elif time.monotonic() - self._heard > limit:
                return self._left_behind(assignment, limit)

    def close(self) -> None:
        """Have the thread end; one that was left behind ends where it looks next."""
        self._ends = True
        self._given.put(None)
        if not self.lost:
            self._thread.join(_ENDING_SECONDS)

    def _left_behind(self, assignment: Assignment, limit: float) -> Result:
        self._ends = self.lost = True
        return give_up_assignment(assignment, self._job, limit)

    def _stopped(self) -> bool:
        """Show a sign of life, and wait while the export is paused; whether to end."""
        self._heard = time.monotonic()
        while self._paused and not self._ends:
            time.sleep(_POLL_SECONDS)
        return self._ends

    def _note_made(self, made: int) -> None:
        self._made = made

    def _work(self) -> None:
        asked = interruptible(self._stopped, while_waiting=lambda: self._ends)
        with contextlib.closing(self._context), asked, allowing(self._control.limits.allowance):
            while (assignment := self._given.get()) is not None:
                try:
                    self._found.put(run_assignment(assignment, self._job, self._context))
                except BaseException as error:  # raised where the result is waited for
                    self._found.put(error)
