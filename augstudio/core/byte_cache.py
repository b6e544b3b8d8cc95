"""A cache that is bounded by bytes, and made by whoever owns what it keeps."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from augstudio.core.interruption import Interrupted, checkpoint

_Value = TypeVar("_Value")

_ASK_AGAIN: Final = 0.02  # seconds between two looks at whether a value that another thread makes is there


class ByteCache:
    """Keeps the most recently used values within a budget of bytes; safe to share between threads."""

    def __init__(self, budget: int, *, keeps_larger: bool = True) -> None:
        """Make an empty cache.

        Args:
            budget: Bytes of all values together.
            keeps_larger: Whether the newest value is kept even if it is larger than the budget, so that it
                is not made again and again.
        """
        self._budget = budget
        self._keeps_larger = keeps_larger
        self._held = 0
        self._values: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Event] = {}

    @property
    def nbytes(self) -> int:
        """Bytes that are kept now."""
        return self._held

    def peek(self, key: Hashable) -> Any:
        """The value kept under ``key``, or None."""
        with self._lock:
            return self._values[key][1] if key in self._values else None

    def get(
        self,
        key: Hashable,
        make: Callable[[], _Value],
        cost: Callable[[_Value], int],
        *,
        waits: bool = True,
    ) -> _Value:
        """The value kept under ``key``, made if missing, by one thread while others wait for it.

        Args:
            key: Names the value.
            make: Makes it; may end with :class:`~augstudio.core.interruption.Interrupted`.
            cost: Its bytes.
            waits: Whether to wait where another thread makes it.

        Raises:
            Interrupted: Another thread makes it, and that is not waited for, or nobody waits any more.
        """
        while True:
            with self._lock:
                if key in self._values:
                    self._values.move_to_end(key)
                    kept: _Value = self._values[key][1]
                    return kept
                busy = self._making.get(key)
                if busy is None:
                    self._making[key] = threading.Event()
                    break
            if not waits:
                raise Interrupted
            while not busy.wait(_ASK_AGAIN):
                checkpoint()
        try:
            value = make()
            self._keep(key, value, cost(value))
            return value
        finally:
            with self._lock:
                self._making.pop(key).set()

    def _keep(self, key: Hashable, value: Any, size: int) -> None:
        if size > self._budget and not self._keeps_larger:
            return
        with self._lock:
            self._values[key] = (size, value)
            self._held += size
            while self._held > self._budget and len(self._values) > 1:
                self._held -= self._values.popitem(last=False)[1][0]
