"""What runs in a worker process of a pool."""

from __future__ import annotations

import contextlib
import gc
import math
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final

from augstudio.core.allowance import Allowance, allowing
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.datasets.formats import opened_if_possible
from augstudio.export.engine import Assignment, run_assignment, write_failure
from augstudio.export.engines.memory import keep_freed_memory
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
from augstudio.export.engines.priority import step_back
from augstudio.export.job import ExportJob
from augstudio.export.partners import CACHE_BYTES
from augstudio.export.rendering import StoppedError, TaskContext, partner_reader
from augstudio.kernels.threads import use_one_thread

if TYPE_CHECKING:
    from augstudio.kernels.networks.trial_process import Learnt

_GLANCE_SECONDS: Final = 0.1
_BEAT_SECONDS: Final = 1.0


@dataclass(frozen=True)
class WorkerSettings:
    """How a worker works.

    Attributes:
        share: Bytes that a picture may take without asking.
        niceness: By how much to step back behind other processes.
        trials: What is known of networks.
    """

    share: int
    niceness: int
    trials: Learnt


class WorkerChannel:
    """A worker's end of its connection to the pool."""

    def __init__(self, connection: Connection[FromWorker, ToWorker], share: int) -> None:
        self._connection = connection
        self._has_come = _look_for(connection)
        self._share = share
        self._paused = False
        self._looked = self._sent = time.monotonic()
        self._number, self._made = -1, 0

    def next_assignment(self) -> Assignment:
        """Wait for the next assignment.

        Raises:
            EOFError: There is none any more.
        """
        while True:
            message = self._receive()
            if isinstance(message, Assignment):
                # A pause that was asked for meanwhile comes first.
                if self._is_closed(alive=True):
                    raise EOFError
                self._number, self._made = message.number, 0
                return message

    def send(self, message: FromWorker) -> None:
        """Send a message.

        Raises:
            OSError: The pool has ended.
        """
        self._sent = time.monotonic()
        self._connection.send(message)

    def note_made(self, made: int) -> None:
        """Keep how many outputs of the assignment are made; the next sign of life tells it."""
        self._made = made

    def stopped(self) -> bool:
        """Show a sign of life, and wait while the export is paused; whether the pool has ended."""
        return time.monotonic() - self._looked >= _GLANCE_SECONDS and self._is_closed(alive=True)

    def stopped_meanwhile(self) -> bool:
        """The same without a sign of life, for work of which it is not known whether it goes on."""
        return time.monotonic() - self._looked >= _GLANCE_SECONDS and self._is_closed(alive=False)

    def request_memory(self, needed: int, held: int) -> None:
        """Wait until so much memory may be taken.

        Raises:
            StoppedError: The pool has ended.
        """
        if needed <= self._share:
            return
        try:
            self.send(MemoryRequest(needed, held))
            while not isinstance(self._receive(), MemoryGranted):
                pass
        except (EOFError, OSError):
            raise StoppedError from None

    def _is_closed(self, *, alive: bool) -> bool:
        try:
            if alive and time.monotonic() - self._sent >= _BEAT_SECONDS:
                self.send(Alive(self._number, self._made))
            while self._paused or self._has_come():
                self._receive()
            self._looked = time.monotonic()
        except (EOFError, OSError):
            return True
        return False

    def _receive(self) -> ToWorker:
        message = self._connection.recv()
        match message:
            case Pause():
                self._paused = True
            case Resume():
                self._paused = False
            case Assignment() | MemoryGranted():
                pass
        return message


def _look_for(connection: Connection[FromWorker, ToWorker]) -> Callable[[], bool]:
    """What tells whether a message has come, or the other end was closed.

    For each look ``Connection.poll`` takes about as long as a step of a small picture.
    """
    if not hasattr(select, "poll") or not isinstance(connection, Connection):
        return connection.poll
    looked = select.poll()
    looked.register(connection.fileno(), select.POLLIN)
    return lambda: bool(looked.poll(0))


def work(job: ExportJob, connection: Connection[FromWorker, ToWorker], settings: WorkerSettings) -> None:
    """Run tasks until the other end closes, as it does when the program ends in whatever way.

    Args:
        job: The export.
        connection: Where assignments come from and results go to.
        settings: How to work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back(settings.niceness)
    use_one_thread()
    keep_freed_memory()
    if settings.trials:
        from augstudio.kernels.networks.trial_process import take_over

        take_over(settings.trials)
    # What is there by now stays; looking through it again and again would take 3 % of the time.
    gc.freeze()
    channel = WorkerChannel(connection, settings.share)
    ends = (EOFError, BrokenPipeError, ConnectionResetError, StoppedError, Interrupted)
    asked = interruptible(channel.stopped, while_waiting=channel.stopped_meanwhile)
    # The other end knows how long this process had to wait for a processor, so it watches over the time.
    patient = allowing(Allowance(seconds=math.inf))
    with contextlib.suppress(*ends), asked, patient:
        channel.send(Alive())
        dataset = opened_if_possible(job.source)
        partners = partner_reader(job, dataset, min(CACHE_BYTES, settings.share // 4))
        folder = job.workspace(holds_folders=True)
        context = TaskContext(
            channel.stopped,
            channel.request_memory,
            settings.share,
            dataset,
            partners,
            folder,
            made=channel.note_made,
        )
        while True:
            assignment = channel.next_assignment()
            try:
                message: FromWorker = run_assignment(assignment, job, context).outcome
            except OSError as error:
                message = WriteFailure(write_failure(error, job))
            channel.send(message)
