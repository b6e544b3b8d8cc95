"""What datasets on show hold, listed once for all who ask."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Protocol
from weakref import ref

from augstudio.core.interruption import checkpoint
from augstudio.datasets.base import Sample, Skipped
from augstudio.export.partners import PartnerPool

_ASK_AGAIN: Final = 0.02  # seconds between two looks at whether another thread is ready
_BETWEEN: Final = 100  # samples between two looks at whether anybody still waits


class Listed(Protocol):
    """What can be listed: every dataset."""

    def samples(self) -> Iterable[Sample | Skipped]:
        """All samples, and what had to be left out, while this is consumed."""


class Listing:
    """The samples of one dataset; thread-safe.

    Whoever lists them anyway hands them on. Else they are listed when they are first asked for; where nobody
    waits any more this ends early, and goes on from there the next time.
    """

    def __init__(self) -> None:
        """Begin with nothing listed."""
        self._turn = threading.Lock()
        self._elsewhere = 0
        self._pool: PartnerPool | None = None
        self._given: Sequence[Sample] | None = None
        self._found: list[Sample] = []
        self._rest: Iterator[Sample | Skipped] | None = None

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Let others wait while the dataset is being listed, inside the block."""
        with _lock:
            self._elsewhere += 1
        try:
            yield
        finally:
            with _lock:
                self._elsewhere -= 1

    def give(self, samples: Sequence[Sample]) -> None:
        """Hand on all samples of the dataset, in its order."""
        self._given = samples

    def pool(self, dataset: Listed) -> PartnerPool:
        """The dataset's samples, as those from which partners are chosen.

        Raises:
            DatasetError: It cannot be listed.
            Interrupted: Nobody waits any more.
        """
        while not self._turn.acquire(timeout=_ASK_AGAIN):
            checkpoint(waiting=True)
        try:
            if self._pool is None:
                self._pool = PartnerPool.of(self._samples(dataset))
                self._given, self._found, self._rest = None, [], None
            return self._pool
        finally:
            self._turn.release()

    def _samples(self, dataset: Listed) -> Sequence[Sample]:
        pause = threading.Event()
        while self._given is None and self._elsewhere:
            checkpoint(waiting=True)
            pause.wait(_ASK_AGAIN)
        if self._given is not None:
            return self._given
        if self._rest is None:
            self._rest = iter(dataset.samples())
        try:
            for item in self._rest:
                if isinstance(item, Sample):
                    self._found.append(item)
                    if len(self._found) % _BETWEEN == 0:
                        checkpoint(waiting=True)
        except Exception:
            self._found, self._rest = [], None
            raise
        return self._found


_LATEST: Final[deque[tuple[ref[object], Listing]]] = deque(maxlen=4)
_lock: Final = threading.Lock()


def listing_of(dataset: object) -> Listing:
    """The listing of a dataset, the same one for all who ask while it is open."""
    with _lock:
        for kept, listing in _LATEST:
            if kept() is dataset:
                return listing
        listing = Listing()
        _LATEST.append((ref(dataset), listing))
        return listing
