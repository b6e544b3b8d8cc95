"""Lets long work end early when nobody waits for it any more.

Who starts the work says how to find out; kernels that take long ask between their parts. The question is
kept per thread, so that kernels need no further argument and an export is never disturbed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_asked = threading.local()


class Interrupted(BaseException):
    """The work is no longer needed; not an error, so nothing that handles errors takes it for one."""


@contextmanager
def interruptible(needless: Callable[[], bool]) -> Iterator[None]:
    """Let long work inside the block end with :class:`Interrupted` once ``needless`` says so.

    Args:
        needless: Asked often and from the same thread; must be quick.
    """
    before = getattr(_asked, "needless", None)
    _asked.needless = needless
    try:
        yield
    finally:
        _asked.needless = before


def checkpoint() -> None:
    """To be called between the parts of long work; cheap.

    Raises:
        Interrupted: Nobody waits for the work any more.
    """
    needless = getattr(_asked, "needless", None)
    if needless is not None and needless():
        raise Interrupted
