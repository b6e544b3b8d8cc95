"""Which samples are exported, by their keys: perhaps very many of them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, overload

from augstudio.core.sorting import sorted_in_steps


class SampleKeys(Sequence[str]):
    """Keys of samples, in order and each once, whatever order they were given in.

    They are gone through when they are first asked for, in short steps: for 200,000 of them that takes longer
    than a window may be deaf, so it is left to the thread that works with them.
    """

    def __init__(self, given: Iterable[str], count: int | None = None) -> None:
        """Take keys.

        Args:
            given: The keys; gone through once, and not before they are asked for.
            count: How many they are, where it is known that there is none twice.
        """
        self._given: Iterable[str] = given
        self._count = count
        self._names: tuple[str, ...] | None = None
        self._lock = threading.Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """All keys, in order."""
        with self._lock:
            if self._names is None:
                ordered = sorted_in_steps(list(self._given))
                self._names, self._given = tuple(key for key, _ in groupby(ordered)), ()
            return self._names

    def __len__(self) -> int:
        return len(self.names) if self._count is None else self._count

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        return self.names[place]

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return self.names == tuple(other) if isinstance(other, SampleKeys | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.names)

    def __repr__(self) -> str:
        return f"SampleKeys({self.names!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return SampleKeys, (self.names, len(self.names))
