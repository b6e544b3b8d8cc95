"""Where a pool's assignments come from: a list of them, or whoever hands them in while it runs."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, Pipe
from typing import Any, Protocol

from augstudio.export.engine import Assignment


class AssignmentSource(Protocol):
    """Where assignments come from."""

    @property
    def ended(self) -> bool:
        """Whether none will come any more."""

    @property
    def signals(self) -> Sequence[Connection[Any, Any]]:
        """What can be read from when another one may have come."""

    def take(self) -> Assignment | None:
        """The next one; None where there is none, or none yet."""


class Listed:
    """Assignments that are all there."""

    def __init__(self, assignments: Iterator[Assignment]) -> None:
        self._assignments = assignments
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether all were taken."""
        return self._ended

    @property
    def signals(self) -> Sequence[Connection[Any, Any]]:
        """Nothing: nobody need wait."""
        return ()

    def take(self) -> Assignment | None:
        """The next one; None where there is none left."""
        found = next(self._assignments, None)
        self._ended = found is None
        return found


class Feed:
    """Assignments that other threads hand in."""

    def __init__(self) -> None:
        self._reader, self._writer = Pipe(duplex=False)
        self._lock = threading.Lock()
        self._waiting: deque[Assignment] = deque()
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether it was closed, and all was taken."""
        return self._ended and not self._waiting

    @property
    def signals(self) -> Sequence[Connection[Any, Any]]:
        """One end of a pipe, through which :meth:`put` and :meth:`end` wake whoever waits."""
        return (self._reader,)

    def put(self, assignments: Iterable[Assignment]) -> None:
        """Hand in assignments, from any thread."""
        with self._lock:
            self._waiting.extend(assignments)
            self._wake()

    def end(self) -> None:
        """Say that no more will come, from any thread."""
        with self._lock:
            self._ended = True
            self._wake()

    def take(self) -> Assignment | None:
        """The next one; None where there is none, or none yet."""
        with self._lock:
            while self._reader.poll():
                self._reader.recv_bytes()
            return self._waiting.popleft() if self._waiting else None

    def close(self) -> None:
        """Let go of the pipe, when nobody waits any more."""
        with self._lock:
            self._reader.close()
            self._writer.close()

    def _wake(self) -> None:
        # A full pipe would hold up whoever hands in; one word in it wakes as well as many.
        if not self._writer.closed and not self._reader.poll():
            self._writer.send_bytes(b"\0")
