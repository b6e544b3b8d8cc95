"""What long work may use, kept per thread like the question of :mod:`augstudio.core.interruption`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_given = threading.local()


@dataclass(frozen=True)
class Allowance:
    """What work that may never end, as that of a network of the user's own, is given.

    Attributes:
        seconds: Time for one part of it that cannot be looked into.
        memory: Bytes for trying out what it needs.
    """

    seconds: float = 60.0
    memory: int = 4 << 30


@contextmanager
def allowing(allowance: Allowance) -> Iterator[None]:
    """Give work inside the block an allowance; else it has the default one."""
    before = getattr(_given, "allowance", None)
    _given.allowance = allowance
    try:
        yield
    finally:
        _given.allowance = before


def allowance() -> Allowance:
    """What this thread's work is given."""
    return getattr(_given, "allowance", None) or Allowance()
