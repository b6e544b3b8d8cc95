"""Large sets of texts in eight bytes each."""

from __future__ import annotations

import hashlib
from array import array

import numpy as np


class DigestSet:
    """A set of texts of which only 64-bit digests are kept, so that millions fit into little memory.

    Two texts of a set of five million share a digest with a probability below one in a million.
    """

    def __init__(self) -> None:
        self._added = array("Q")
        self._sorted = np.zeros(0, np.uint64)

    def add(self, text: str) -> None:
        """Add a text; a text added twice is counted twice by :attr:`repeated`."""
        self._added.append(_digest(text))

    def __contains__(self, text: str) -> bool:
        ordered = self._ordered()
        place = int(np.searchsorted(ordered, np.uint64(_digest(text))))
        return place < len(ordered) and int(ordered[place]) == _digest(text)

    @property
    def repeated(self) -> DigestSet:
        """The texts that were added more than once."""
        ordered = self._ordered()
        found = DigestSet()
        found._added.extend(ordered[1:][ordered[1:] == ordered[:-1]].tolist())
        return found

    def __len__(self) -> int:
        return len(self._added)

    def _ordered(self) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        if len(self._sorted) != len(self._added):
            self._sorted = np.sort(np.array(self._added, dtype=np.uint64))
        return self._sorted


def _digest(text: str) -> int:
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")
