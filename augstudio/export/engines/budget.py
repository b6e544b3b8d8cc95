"""How much memory the pictures take that are worked on at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Final

_LARGEST_SHARE: Final = 64 << 20


@dataclass
class _Claim:
    """What one worker holds, and what it waits for."""

    held: int
    wanted: int = 0


class Budget:
    """Shares out a number of bytes among workers.

    Every worker that is busy is counted with a share, half of an equal part of all and 64 MB at most;
    whatever fits the share needs no asking, so small pictures never wait. A larger one waits until it fits
    beside the others, and one that is larger than the whole budget until no other is being worked on. While
    one waits, nothing new is begun; those who wait are served in turn, so none waits for ever.

    Attributes:
        share: Bytes that a worker may take without asking.
    """

    def __init__(self, total: int, workers: int) -> None:
        """Share out ``total`` bytes among so many workers."""
        self.share = min(total // (2 * workers), _LARGEST_SHARE)
        self._total = total
        self._claims: dict[Hashable, _Claim] = {}
        self._waiting: list[Hashable] = []

    @property
    def open(self) -> bool:
        """Whether another picture may be begun."""
        if self._waiting:
            return False
        return not self._claims or self._used() + self.share <= self._total

    def begin(self, worker: Hashable) -> None:
        """A worker gets a picture."""
        self._claims[worker] = _Claim(self.share)

    def end(self, worker: Hashable) -> None:
        """A worker has no picture any more, or has ended."""
        self._claims.pop(worker, None)
        if worker in self._waiting:
            self._waiting.remove(worker)

    def ask(self, worker: Hashable, wanted: int, held: int) -> None:
        """A worker's picture needs more than its share; until that is granted it holds so many bytes."""
        self._claims[worker] = _Claim(held, wanted)
        self._waiting.append(worker)

    def held(self, worker: Hashable) -> int:
        """Bytes with which a worker is counted."""
        claim = self._claims.get(worker)
        return 0 if claim is None else claim.held

    def waits(self, worker: Hashable) -> bool:
        """Whether a worker waits for memory."""
        return worker in self._waiting

    def granted(self) -> Iterator[Hashable]:
        """The workers that wait no longer: in turn, as far as there is room."""
        while self._waiting:
            first = self._waiting[0]
            claim = self._claims[first]
            alone = len(self._claims) == len(self._waiting)
            if not alone and self._used() - claim.held + claim.wanted > self._total:
                return
            claim.held, claim.wanted = claim.wanted, 0
            self._waiting.pop(0)
            yield first

    def _used(self) -> int:
        return sum(claim.held for claim in self._claims.values())
