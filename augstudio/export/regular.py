"""Opens files of a finished export without following links, and without waiting for pipes."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from augstudio.errors import ExportError
from augstudio.images.reading import kind_of_file

IS_LINK: Final = "is a link; an export makes none"
MISSING: Final = "missing"

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NoFileError(ExportError):
    """A name stands for something else than a file of an export; the text says for what."""


def fault_of(root: Path, path: Path) -> str:
    """Why a path below a folder is no file of an export, or ""; nothing on the way is followed.

    Raises:
        OSError: It cannot be told.
    """
    for place in (*reversed([parent for parent in path.parents if root in parent.parents]), path):
        try:
            mode = place.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return MISSING
        if stat.S_ISLNK(mode):
            folder = place.relative_to(root).as_posix()
            return IS_LINK if place == path else f"its folder {folder} {IS_LINK}"
    return "" if stat.S_ISREG(mode) else f"not a regular file but {kind_of_file(mode)}"


def opened(root: Path, path: Path) -> BinaryIO:
    """Open a file below a folder for reading.

    Raises:
        NoFileError: :func:`fault_of` says why.
        OSError: It cannot be opened.
    """
    fault = fault_of(root, path)
    if fault:
        raise NoFileError(fault)
    handle = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoFileError("was replaced at this moment")
    return os.fdopen(handle, "rb")
