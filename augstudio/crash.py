"""What is left of an error that nobody expected: a file with its details, and an exit code of its own."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from typing import Final

CRASHED: Final = 70
"""Exit code of a program that ended by an error of its own; sysexits.h calls it EX_SOFTWARE."""


def keep_details(error: BaseException) -> str:
    """Write what a report of an error needs into a new file that only this user can read.

    Returns:
        The file's path; empty where no file can be written.
    """
    from augstudio import __version__

    about = f"AugStudio {__version__}, Python {platform.python_version()}, {platform.platform()}"
    details = "".join(traceback.format_exception(error))
    try:
        handle, name = tempfile.mkstemp(prefix="augstudio-crash-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{about}\n{' '.join(map(repr, sys.argv))}\n\n{details}")
    except (OSError, ValueError):
        return ""
    return name


def told_crash(error: BaseException) -> str:
    """One line that says what happened and where the details are, which it keeps."""
    if isinstance(error, MemoryError):
        return "there is not enough memory; close other programs, or use smaller pictures or fewer workers"
    place = keep_details(error)
    kept = f"; the details are in {place}" if place else ""
    return f"an error that the program did not expect: {type(error).__name__}: {error}{kept}"
