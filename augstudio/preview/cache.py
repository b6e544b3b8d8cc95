"""A cache that is bounded by bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from augstudio.core.interruption import Interrupted

_Value = TypeVar("_Value")


class ByteCache:
    """Keeps the most recently used values within a budget of bytes; safe to share between threads."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._values: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._makers: dict[Hashable, threading.Lock] = {}

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

        The newest value is kept even if it is larger than the budget, or it would be made again and again.

        Args:
            key: Names the value.
            make: Makes it.
            cost: Its bytes.
            waits: Whether to wait where another thread makes it.

        Raises:
            Interrupted: Another thread makes it, and that is not waited for.
        """
        with self._lock:
            maker = self._makers.setdefault(key, threading.Lock())
        if not maker.acquire(blocking=waits):
            raise Interrupted
        try:
            with self._lock:
                if key in self._values:
                    self._values.move_to_end(key)
                    kept: _Value = self._values[key][1]
                    return kept
            value = make()
            self._keep(key, value, cost(value))
            return value
        finally:
            with self._lock:
                self._makers.pop(key, None)
            maker.release()

    def _keep(self, key: Hashable, value: Any, size: int) -> None:
        with self._lock:
            self._held -= self._values.pop(key, (0, None))[0]
            self._values[key] = (size, value)
            self._held += size
            while self._held > self._budget and len(self._values) > 1:
                self._held -= self._values.popitem(last=False)[1][0]
