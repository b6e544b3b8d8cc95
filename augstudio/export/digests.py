"""Large sets of texts in eight bytes each."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import Final

import numpy as np
import xxhash

_FIRST_PLACES: Final = 1 << 10
_FREE: Final = -1
_hashed: Final = xxhash.xxh3_64_intdigest


class DigestSet:
    """A set of texts of which only 64-bit digests are kept, so that millions fit into little memory.

    Two texts of a set of five million share a digest with a probability below one in a million.
    """

    def __init__(self) -> None:
        self._added = array("Q")
        self._sorted = np.zeros(0, np.uint64)
        self._looked_up = array("Q")  # the same, of which single values are had faster

    def add(self, text: str) -> None:
        """Add a text; a text added twice is counted twice by :attr:`repeated`."""
        self._added.append(_hashed(text.encode("utf-8", "surrogatepass")))

    def add_all(self, texts: list[str]) -> None:
        """Add many texts, which takes less than one by one."""
        try:  # few texts hold half a character, for which encoding takes longer
            self._added.extend([_hashed(text.encode()) for text in texts])
        except UnicodeEncodeError:
            self._added.extend([_digest(text) for text in texts])

    def __contains__(self, text: str) -> bool:
        if len(self._looked_up) != len(self._added):
            self._looked_up = array("Q", self._ordered().tobytes())
        ordered, digest = self._looked_up, _digest(text)
        place = bisect_left(ordered, digest)
        return place < len(ordered) and ordered[place] == digest

    @property
    def repeated(self) -> DigestSet:
        """The texts that were added more than once."""
        ordered = self._ordered()
        found = DigestSet()
        found._added.extend(ordered[1:][ordered[1:] == ordered[:-1]].tolist())
        return found

    def __len__(self) -> int:
        return len(self._added)

    @property
    def distinct(self) -> int:
        """How many different texts were added."""
        return len(np.unique(self._ordered()))

    def _ordered(self) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        if len(self._sorted) != len(self._added):
            self._sorted = np.sort(np.array(self._added, dtype=np.uint64))
        return self._sorted


def _digest(text: str) -> int:
    return _hashed(text.encode("utf-8", "surrogatepass"))


class DigestMap:
    """A map from texts to short data, of which the texts are kept as 64-bit digests only.

    Open addressing in two arrays and the data one behind another: about 35 bytes for each text besides its
    data, where a dictionary takes 300. A text is never forgotten, and what is put last counts.
    """

    def __init__(self) -> None:
        self._digests = array("Q", bytes(8 * _FIRST_PLACES))
        self._starts = array("q", [_FREE]) * _FIRST_PLACES
        self._data = bytearray()
        self._count = 0

    def put(self, text: str, data: bytes) -> None:
        """Keep data of at most 65,535 bytes for a text."""
        digest = _digest(text)
        self._put_at(self._place(digest), digest, data)

    def put_new(self, text: str, data: bytes) -> bool:
        """The same where nothing was put for the text yet; whether that is so."""
        digest = _hashed(text.encode("utf-8", "surrogatepass"))
        starts = self._starts
        place = digest & (len(starts) - 1)
        if starts[place] != _FREE:  # else this is what all of :meth:`_place` comes to
            place = self._place(digest)
            if starts[place] != _FREE:
                return False
        # As :meth:`_put_at`, without a call, as every picture of a dataset comes here.
        kept = self._data
        self._digests[place], starts[place] = digest, len(kept)
        kept += len(data).to_bytes(2, "little") + data
        self._count += 1
        if 3 * self._count > 2 * len(starts):
            self._grow()
        return True

    def get(self, text: str) -> bytes | None:
        """What was put for a text, or None."""
        start = self._starts[self._place(_digest(text))]
        if start == _FREE:
            return None
        length = int.from_bytes(self._data[start : start + 2], "little")
        return bytes(self._data[start + 2 : start + 2 + length])

    def __len__(self) -> int:
        return self._count

    def _place(self, digest: int) -> int:
        """Where a digest is, or where it would be put."""
        starts, digests = self._starts, self._digests
        last = len(starts) - 1
        place = digest & last
        while starts[place] != _FREE and digests[place] != digest:
            place = (place + 1) & last
        return place

    def _put_at(self, place: int, digest: int, data: bytes) -> None:
        if self._starts[place] == _FREE:
            self._count += 1
        self._digests[place], self._starts[place] = digest, len(self._data)
        self._data += len(data).to_bytes(2, "little") + data
        if 3 * self._count > 2 * len(self._starts):
            self._grow()

    def _grow(self) -> None:
        digests, starts = np.array(self._digests), np.array(self._starts)
        used = starts != _FREE
        digests, starts = digests[used], starts[used]
        count = 2 * len(self._starts)
        self._digests, self._starts = array("Q", bytes(8 * count)), array("q", [_FREE]) * count
        new_digests = np.frombuffer(self._digests, np.uint64)
        new_starts = np.frombuffer(self._starts, np.int64)
        places = (digests & np.uint64(count - 1)).astype(np.int64)
        while len(places):  # each takes its place, or the next one where another one has it
            free = np.flatnonzero(new_starts[places] == _FREE)
            _, first = np.unique(places[free], return_index=True)
            taking = free[first]
            new_digests[places[taking]], new_starts[places[taking]] = digests[taking], starts[taking]
            left = np.delete(np.arange(len(places)), taking)
            digests, starts = digests[left], starts[left]
            places = (places[left] + 1) & (count - 1)
