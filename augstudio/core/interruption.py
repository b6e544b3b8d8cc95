"""Lets long work end early when nobody waits for it any more.

Who starts the work says how to find out; kernels that take long ask between their parts. The question is
kept per thread, so that kernels need no further argument and an export is never disturbed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Asked(threading.local):
    """What is asked in each thread: by work that goes on, and by work that only waits."""

    questions: tuple[Callable[[], bool], Callable[[], bool]] | None = None


_asked = _Asked()


class Interrupted(BaseException):
    """The work is no longer needed; not an error, so nothing that handles errors takes it for one."""


@contextmanager
def interruptible(
    needless: Callable[[], bool], *, while_waiting: Callable[[], bool] | None = None
) -> Iterator[None]:
    """Let long work inside the block end with :class:`Interrupted` once ``needless`` says so.

    Args:
        needless: Asked often and from the same thread; must be quick.
        while_waiting: Asked in its place by work that only waits; the same where a question is not taken for
            a sign of life.
    """
    before = _asked.questions
    _asked.questions = (needless, while_waiting or needless)
    try:
        yield
    finally:
        _asked.questions = before


def checkpoint(*, waiting: bool = False) -> None:
    """To be called between the parts of long work; cheap.

    Args:
        waiting: Whether nothing has come of the work since the last call.

    Raises:
        Interrupted: Nobody waits for the work any more.
    """
    questions = _asked.questions
    if questions is not None and questions[waiting]():
        raise Interrupted
