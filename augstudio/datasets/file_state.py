"""The state of a file, by which it shows that a source was changed after its dataset was listed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple


class FileState(NamedTuple):
    """A file's state.

    Attributes:
        size: In bytes; -1 where there is no such file.
        modified: Nanoseconds since the epoch.
    """

    size: int
    modified: int


MISMATCH: Final = FileState(-1, -1)
"""A state in which no file is ever found."""

MISSING: Final = FileState(-1, 0)
"""The state where there is no file."""


def file_state(path: str | Path) -> FileState:
    """A file's state now."""
    try:
        status = os.stat(path)  # noqa: PTH116  (for each picture of a dataset)
    except OSError:
        return MISSING
    return FileState(status.st_size, status.st_mtime_ns)


def state_text(key: str, state: FileState) -> str:
    """A sample and its file's state as one text, to be kept in a set of digests."""
    return f"{key}\0{state.size}\0{state.modified}"
