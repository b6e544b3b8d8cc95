"""How the program ends: what went wrong as expected is told in one line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

from augstudio.cli.output import complain, give_up_streams, prepare_streams
from augstudio.crash import CRASHED
from augstudio.errors import AugStudioError, CrashError

NOT_READ: Final = 141
"""What a shell says of a program that a broken pipe ended."""

_BAD_INPUT: Final = 2


def ended(work: Callable[[], Any]) -> int:
    """Do something and give the exit code: its own, or that of an error which is then told."""
    prepare_streams()
    try:
        code = work()
        sys.stdout.flush()
    except CrashError as error:
        return refused(str(error), CRASHED)
    except AugStudioError as error:
        return refused(str(error))
    except OSError as error:
        return _failed(error)
    except MemoryError:
        return refused("there is not enough memory for this; take smaller pictures, or fewer at once")
    return code if isinstance(code, int) else 0


def refused(message: str, code: int = _BAD_INPUT) -> int:
    """Tell why nothing came of it; the exit code."""
    complain(message)
    return code


def _failed(error: OSError) -> int:
    """Say what the system refused; the exit code."""
    if isinstance(error, BrokenPipeError):
        give_up_streams()
        return NOT_READ
    reason = error.strerror or str(error)
    if error.filename is not None:
        return refused(f"{error.filename}: {reason}")
    return refused(f"the output cannot be written: {reason}")
