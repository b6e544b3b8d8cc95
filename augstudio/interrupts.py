"""What Ctrl+C means while modules are imported."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from typing import Final

STOPPED: Final = "augstudio: stopped by Ctrl+C\n"
INTERRUPTED: Final = 130
"""Exit code of a program that Ctrl+C has stopped."""


@contextlib.contextmanager
def ending_at_once() -> Iterator[None]:
    """Let Ctrl+C end the process with one line meanwhile, where nothing has begun that it could spoil.

    In the middle of an import, an exception can come out as another one.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _end_at_once)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end_at_once(_number: int, _frame: object) -> None:
    os.write(2, STOPPED.encode())
    os._exit(INTERRUPTED)
