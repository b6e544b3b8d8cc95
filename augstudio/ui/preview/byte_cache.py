"""A cache that is bounded by bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_Value = TypeVar("_Value")


class ByteCache:
    """Keeps the most recently used values within a budget of bytes; safe to share between threads."""

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._held = 0
        self._values: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._lock = threading.Lock()

    def peek(self, key: Hashable) -> Any:
        """The value kept under ``key``, or None."""
        with self._lock:
            return self._values[key][1] if key in self._values else None

    def get(self, key: Hashable, make: Callable[[], _Value], cost: Callable[[_Value], int]) -> _Value:
        """The value kept under ``key``, made if missing; one larger than the budget is not kept."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                kept: _Value = self._values[key][1]
                return kept
        value = make()
        size = cost(value)
        with self._lock:
            if key not in self._values and size <= self._budget:
                self._values[key] = (size, value)
                self._held += size
            while self._held > self._budget:
                self._held -= self._values.popitem(last=False)[1][0]
        return value
