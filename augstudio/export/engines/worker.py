"""What runs in a worker process, and what it and its employer say to each other."""

from __future__ import annotations

import contextlib
import enum
import gc
import math
import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Final, TypeAlias

from augstudio.core.allowance import Allowance, allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.datasets.base import Skipped
from augstudio.errors import Message, message_of
from augstudio.export.engines.priority import step_back
from augstudio.export.job import ExportJob
from augstudio.export.manifest import Output
from augstudio.export.task import Done, StoppedError, run_task
from augstudio.export.tasks import Task
from augstudio.kernels.networks.trial_process import Learnt, take_over
from augstudio.kernels.results import RESULTS
from augstudio.kernels.threads import use_one_thread

Known: TypeAlias = tuple[Output, ...]

_GLANCE_SECONDS: Final = 0.1
_BEAT_SECONDS: Final = 1.0


class Word(enum.Enum):
    """What is said without further words."""

    ALIVE = enum.auto()
    """From a worker: it goes on."""
    PAUSE = enum.auto()
    """To a worker: wait for :attr:`RESUME`."""
    RESUME = enum.auto()
    """To a worker: go on."""
    GRANTED = enum.auto()
    """To a worker: it may take the memory that it asked for."""


@dataclass(frozen=True)
class Wants:
    """From a worker: its picture needs this much memory, and what it holds while it waits.

    Attributes:
        needed: Bytes in all.
        held: Bytes until then.
    """

    needed: int
    held: int


Answer: TypeAlias = Done | Skipped | str | Wants | Word
"""What a worker says; a text is why files cannot be written."""


class Desk:
    """A worker's end of its connection."""

    def __init__(self, connection: Connection[Any, Any], share: int) -> None:
        self._connection = connection
        self._share = share
        self._paused = False
        self._glanced = self._told = time.monotonic()

    def order(self) -> tuple[Task, Known]:
        """The next task, with what is known of it.

        Raises:
            EOFError: There is none any more.
        """
        while True:
            message = self._heard()
            if not isinstance(message, Word):
                # A pause that was asked for meanwhile comes first.
                if self._rest(alive=True):
                    raise EOFError
                task, known = message
                return task, known

    def answer(self, answer: Answer) -> None:
        """Say something.

        Raises:
            OSError: Nobody is there any more.
        """
        self._told = time.monotonic()
        self._connection.send(answer)

    def stopped(self) -> bool:
        """Show a sign of life, and wait while the export is paused; whether nobody is there any more."""
        return time.monotonic() - self._glanced >= _GLANCE_SECONDS and self._rest(alive=True)

    def stopped_meanwhile(self) -> bool:
        """The same without a sign of life, for work of which it is not known whether it goes on."""
        return time.monotonic() - self._glanced >= _GLANCE_SECONDS and self._rest(alive=False)

    def _rest(self, *, alive: bool) -> bool:
        try:
            if alive and time.monotonic() - self._told >= _BEAT_SECONDS:
                self.answer(Word.ALIVE)
            while self._paused or self._connection.poll():
                self._heard()
            self._glanced = time.monotonic()
        except (EOFError, OSError):
            return True
        return False

    def admit(self, needed: int, held: int) -> None:
        """Wait until so much memory may be taken.

        Raises:
            StoppedError: Nobody is there any more.
        """
        if needed <= self._share:
            return
        try:
            self.answer(Wants(needed, held))
            while self._heard() is not Word.GRANTED:
                pass
        except (EOFError, OSError):
            raise StoppedError from None

    def _heard(self) -> Any:
        message = self._connection.recv()
        if message in (Word.PAUSE, Word.RESUME):
            self._paused = message is Word.PAUSE
        return message


def work(job: ExportJob, connection: Connection[Any, Any], share: int, niceness: int, trials: Learnt) -> None:
    """Do tasks until the other end closes, as it does when the program ends in whatever way.

    Args:
        job: The export.
        connection: Where orders come from and answers go to.
        share: Bytes that a picture may take without asking.
        niceness: By how much to step back behind other processes.
        trials: What is known of networks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back(niceness)
    use_one_thread()
    take_over(trials)
    RESULTS.hold_at_most(share)
    # What is there by now stays; looking through it again and again would take 3 % of the time.
    gc.freeze()
    desk = Desk(connection, share)
    ends = (EOFError, BrokenPipeError, ConnectionResetError, StoppedError, Interrupted)
    asked = interruptible(desk.stopped, while_waiting=desk.stopped_meanwhile)
    # The other end knows how long this process had to wait for a processor, so it watches over the time.
    patient = allowing(Allowance(seconds=math.inf))
    with contextlib.suppress(*ends), asked, patient:
        desk.answer(Word.ALIVE)
        while True:
            task, known = desk.order()
            try:
                answer: Answer = run_task(task, job, known, desk.stopped, desk.admit)
            except OSError as error:
                answer = write_failure(error)
            # They are of use to the copies of one picture only.
            RESULTS.forget()
            desk.answer(answer)


def write_failure(error: OSError) -> Message:
    """What to say when a file cannot be written."""
    name = error.filename2 or error.filename
    reason = message_of(error)
    if not name:
        return Message("cannot write: {0}; the same export goes on once this is solved", reason)
    return Message("cannot write {0}: {1}; the same export goes on once this is solved", name, reason)
