"""What an export does in the workers of a dask cluster.

A worker renders nothing in its own process: it hands the tasks of its batches to a pool of processes, one for
each of its threads, which watches over memory and time, tries a sample again whose process ended, and leaves
it out then. So a picture that crashes takes none of dask's workers down. The pool stays for the next batches,
and ends when the export does: when it is told so, when its probe is gone from the export's folder, or when
nothing was heard of whoever runs the export for a while.
"""

from __future__ import annotations

import pickle
import platform
import threading
import time
import zlib
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, wait
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import Any, Final, Self, TypeAlias

from augstudio.core.text import printable
from augstudio.datasets.base import Skipped
from augstudio.datasets.file_state import file_state
from augstudio.errors import AugStudioError, Message, message_of
from augstudio.export.control import Control, Limits, usable_memory
from augstudio.export.engine import Assignment
from augstudio.export.engines.cluster_probe import Probe, other_store, picture_size, with_own_folders
from augstudio.export.engines.feed import Feed
from augstudio.export.engines.pool import Pool
from augstudio.export.identity import versions
from augstudio.export.job import ExportJob
from augstudio.export.remote.lease import LOST_SECONDS
from augstudio.export.run_task import Done
from augstudio.images.formats import FORMATS, decoder_versions

GO_ON: Final = "go on"
PAUSE: Final = "pause"
END: Final = "end"

SILENCE_SECONDS: Final = 120.0
"""How long a worker goes on without having heard of whoever runs the export."""

SILENCE_IN_STORE_SECONDS: Final = LOST_SECONDS - 30
"""The same where it writes to a store: it has ended before another one can take over the lock there."""

_LOOKING_SECONDS: Final = 1.0
_LOOKING_IN_STORE_SECONDS: Final = 5.0  # as each costs a request
_LEVEL: Final = 1

Outcome: TypeAlias = Done | Skipped


@dataclass(frozen=True)
class Expected:
    """What a worker must find as it is where the export was begun.

    Attributes:
        versions: What outputs are made with.
        picture: The file of one of the pictures.
        size: Its size in bytes; -1 where there is no such file.
    """

    versions: Mapping[str, str]
    picture: str
    size: int


@dataclass(frozen=True)
class ClusterRun:
    """What all batches of a run have in common.

    Attributes:
        number: Which run it is; its probe in the export's folder is named so.
        job: The export.
        limits: What one picture and all together may use, in each worker.
        expected: What each must find.
    """

    number: int
    job: ExportJob
    limits: Limits
    expected: Expected


@dataclass(frozen=True)
class Batch:
    """Assignments that go to a worker together.

    Attributes:
        assignments: What is to be run.
    """

    assignments: tuple[Assignment, ...]

    def packed(self) -> bytes:
        """The batch as dask gets it, some 40 bytes for each sample.

        Its scheduler keeps the last messages to each worker, a thousand of them, with all that is in them.
        """
        return zlib.compress(pickle.dumps(self.assignments), _LEVEL)

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """What :meth:`packed` was called of."""
        return cls(pickle.loads(zlib.decompress(data)))


@dataclass(frozen=True)
class BatchResult:
    """What came of a batch.

    Attributes:
        outcomes: By the assignments' numbers, those that were run.
        failure: Why the export cannot go on, or "".
        seconds: How long it took.
    """

    outcomes: tuple[tuple[int, Outcome], ...]
    failure: str = ""
    seconds: float = 0.0


def current_versions(job: ExportJob) -> dict[str, str]:
    """What outputs of an export would be made with in this process; of Python as far as it matters."""
    found = {
        **versions(job.pipeline),
        **decoder_versions(s for kind in FORMATS.values() for s in kind.suffixes),
    }
    return {**found, "python": ".".join(platform.python_version_tuple()[:2])}


def expected_of(job: ExportJob, first: Assignment) -> Expected:
    """What workers must find, seen from here.

    Args:
        job: The export.
        first: Its first assignment.
    """
    picture = first.task.sample.path
    return Expected(current_versions(job), str(picture), file_state(picture).size)


def why_unfit(run: ClusterRun) -> Message | None:
    """Why this process cannot do the work of a run; None where it can."""
    here, expected = current_versions(run.job), run.expected
    for name in sorted({*here, *expected.versions}):
        wanted, found = expected.versions.get(name), here.get(name)
        if wanted != found:
            return Message(
                "it has {0} {1}, where the export was begun it is {2}; install the same everywhere",
                name,
                found or "-",
                wanted or "-",
            )
    return _why_not_read(run) or Probe(run.job, run.number).why_unseen()


def _why_not_read(run: ClusterRun) -> Message | None:
    """Why this process cannot read the pictures of a run."""
    job, expected = run.job, run.expected
    if job.source_listing is None:
        if picture_size(job, expected.picture) == expected.size:
            return None
        return Message(
            "it does not see {0} as it is where the export was begun; the dataset must lie in a folder that "
            "all share, under the same path",
            printable(expected.picture),
        )
    place = str(job.source_listing.address)
    try:
        if picture_size(job, expected.picture) == expected.size:
            return None
    except (AugStudioError, OSError) as error:
        return Message("it cannot read from {0}: {1}", place, message_of(error))
    return other_store(place)


def steer(number: int, order: str) -> dict[int, int]:
    """Hear that a run goes on, pauses or has ended; called in each worker.

    Returns:
        How many outputs are made of the assignments that the worker has and of which no result is on its way,
        by their numbers.
    """
    if order == END:
        _ORDERS.pop(number, None)
        for key, service in tuple(_SERVICES.items()):
            if key[0] == number:
                service.end()
        return {}
    _ORDERS[number] = (order, time.monotonic())
    of_run = (service for key, service in tuple(_SERVICES.items()) if key[0] == number)
    return {assignment: made for service in of_run for assignment, made in service.made().items()}


def run_batch(run: ClusterRun, data: bytes) -> BatchResult:
    """Run a batch in a worker; what it is called for by dask.

    Args:
        run: What it belongs to.
        data: A batch, packed. Assignments without an outcome were not run, as the run has ended or this
            worker believes so.
    """
    began = time.monotonic()
    service = _service(run)
    futures = service.submit(Batch.unpacked(data).assignments)
    wait(futures.values())
    outcomes = [(number, outcome) for number, future in futures.items() if (outcome := future.result())]
    service.forget_made(futures)
    return BatchResult(tuple(outcomes), service.failure, time.monotonic() - began)


class Service:
    """The pool of a run in a worker, for all batches that come."""

    def __init__(self, run: ClusterRun, threads: int, memory: int) -> None:
        """Begin.

        Args:
            run: What is run.
            threads: Number of processes.
            memory: Bytes that pictures may take together.
        """
        self.failure: str = ""
        self._run = run
        self._probe = Probe(run.job, run.number)
        self._processes = threads
        self._memory = min(memory, run.limits.memory)
        self._feed = Feed()
        self._lock = threading.Lock()
        self._waiting: dict[int, Future[Outcome | None]] = {}
        self._made: dict[int, int] = {}
        self._ended = False
        self._looked = 0.0
        self._probe_is_there = True
        _ORDERS[run.number] = (_ORDERS.get(run.number, (GO_ON, 0.0))[0], time.monotonic())
        threading.Thread(target=self._serve, name="augstudio-cluster", daemon=True).start()

    @property
    def ended(self) -> bool:
        """Whether it takes nothing more."""
        return self._ended

    def submit(self, assignments: tuple[Assignment, ...]) -> dict[int, Future[Outcome | None]]:
        """Have assignments run; by number, what will come of them, or None where they are not run."""
        with self._lock:
            new = [assignment for assignment in assignments if assignment.number not in self._waiting]
            futures: dict[int, Future[Outcome | None]] = {assignment.number: Future() for assignment in new}
            if self._ended:
                for future in futures.values():
                    future.set_result(None)
                return futures
            self._waiting |= futures
            found = {assignment.number: self._waiting[assignment.number] for assignment in assignments}
        self._feed.put(new)
        return found

    def made(self) -> dict[int, int]:
        """How many outputs are made of each assignment, until they are forgotten."""
        with self._lock:
            return dict(self._made)

    def forget_made(self, numbers: Iterable[int]) -> None:
        """Forget the outputs of assignments whose results are on their way."""
        with self._lock:
            for number in numbers:
                self._made.pop(number, None)

    def end(self) -> None:
        """End the pool, whatever it is doing."""
        self._ended = True

    def _serve(self) -> None:
        limits = replace(self._run.limits, memory=self._memory)
        control = Control(self._is_over, self._is_paused, limits, self._note_made)
        try:
            with (
                with_own_folders(self._run.job) as job,
                closing(Pool(self._processes).serve(job, self._feed, control)) as results,
            ):
                for result in results:
                    self._note_made(result.assignment.number, len(result.assignment.task.outputs))
                    with self._lock:
                        future = self._waiting.pop(result.assignment.number)
                    future.set_result(result.outcome)
        except (AugStudioError, OSError) as error:
            self.failure = message_of(error)
        except Exception as error:  # whoever runs the export tells of it
            self.failure = Message("{0}: {1}", type(error).__name__, error)
        finally:
            with self._lock:
                self._ended = True
                left, self._waiting = self._waiting, {}
            for future in left.values():
                future.set_result(None)
            self._feed.close()

    def _note_made(self, number: int, made: int) -> None:
        with self._lock:
            self._made[number] = made

    def _is_over(self) -> bool:
        order = _ORDERS.get(self._run.number)
        in_store = self._run.job.store is not None
        silence = SILENCE_IN_STORE_SECONDS if in_store else SILENCE_SECONDS
        if self._ended or order is None or time.monotonic() - order[1] > silence:
            return True
        if time.monotonic() - self._looked > (_LOOKING_IN_STORE_SECONDS if in_store else _LOOKING_SECONDS):
            self._looked = time.monotonic()
            with suppress(OSError):  # a place that cannot be looked at for a moment
                self._probe_is_there = self._probe.is_there()
        return not self._probe_is_there

    def _is_paused(self) -> bool:
        return _ORDERS.get(self._run.number, (GO_ON, 0.0))[0] == PAUSE


class _Unfit:
    """What stands for the pool in a worker that cannot do the work."""

    ended = False

    def __init__(self, reason: str) -> None:
        self.failure = reason

    def submit(self, assignments: tuple[Assignment, ...]) -> dict[int, Future[Outcome | None]]:
        """Nothing is run."""
        return {}

    def made(self) -> dict[int, int]:
        """Nothing is made."""
        return {}

    def forget_made(self, numbers: Iterable[int]) -> None:
        """Nothing was."""

    def end(self) -> None:
        """Nothing is there to be ended."""


_ORDERS: Final[dict[int, tuple[str, float]]] = {}
_SERVICES: Final[dict[tuple[int, str], Service | _Unfit]] = {}
_SERVICES_LOCK: Final = threading.Lock()


def _service(run: ClusterRun) -> Service | _Unfit:
    """A run's pool in the worker that asks; the ones of runs that have ended are forgotten."""
    from distributed import get_worker

    worker: Any = get_worker()
    key = run.number, str(worker.address)
    with _SERVICES_LOCK:
        for old in [old for old, service in _SERVICES.items() if service.ended]:
            del _SERVICES[old]
        if key not in _SERVICES:
            _SERVICES[key] = _begun(run, worker)
        return _SERVICES[key]


def _begun(run: ClusterRun, worker: Any) -> Service | _Unfit:
    reason = why_unfit(run)
    if reason is not None:
        return _Unfit(Message("the worker {0} cannot be used: {1}", worker.address, reason))
    # dask shares a computer's memory out among its workers, unless it was told not to.
    memory = worker.memory_manager.memory_limit or usable_memory()
    return Service(run, worker.state.nthreads, memory // 2)
