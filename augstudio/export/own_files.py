"""Opens what lies below an export's folder, and nothing that is reached through a link.

An export makes no links. One that is found was put there by somebody else and leads to somebody else's
files: an output or a record reached through it could be written over a picture of the dataset. So every way
below the folder is looked at each time when it is used, also in the middle of a run.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import Final, TypeVar

from augstudio.errors import Message
from augstudio.export.no_links import LINK, HeldFolders, OpenPath, is_link, opened_folder

_T = TypeVar("_T")

_NO_FILE: Final = Message("it is not a file but a folder, a pipe or a device")
_NOT_OURS: Final = Message(
    "it is not a file of this export: it has another name elsewhere, or is a pipe or a device"
)
CAREFUL: Final = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""How to open what may be a link, a pipe or a device, without waiting; Windows knows none of these flags."""

# What one place may have, while the disk and all other places are sound.
_OF_ONE_PLACE: Final = frozenset(
    (
        errno.ENAMETOOLONG,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EEXIST,
        errno.ENOTEMPTY,
        errno.EXDEV,
        errno.EILSEQ,
        errno.EINVAL,
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.EBUSY,
        errno.ENXIO,
        errno.EMLINK,
    )
)


def is_of_one_place(error: OSError) -> bool:
    """Whether a failure is that of one name or folder; the others, as of a full disk, are those of all."""
    return error.errno in _OF_ONE_PLACE


def checked_place(root: Path, file: str) -> Path:
    """Where a file lies below a folder, reached through no link.

    Args:
        root: The folder; links on the way to it are the user's own.
        file: POSIX path relative to it.

    Raises:
        OSError: A folder on the way, or what is there, is a link; its ``filename`` is the link.
    """
    check_place(root, file)
    return root / file


def check_place(root: Path, file: str) -> str:
    """The same as a text, for places that are looked at by the thousand."""
    place = str(root)
    for part in file.split("/"):
        place = os.path.join(place, part)  # noqa: PTH118
        try:
            status = os.lstat(place)
        except (FileNotFoundError, NotADirectoryError):
            break  # nothing below it is there either
        if is_link(status):
            raise OSError(errno.ELOOP, LINK, place)
    return os.path.join(root, file)  # noqa: PTH118


def status_of(root: Path, file: str, held: HeldFolders | None = None) -> os.stat_result | None:
    """The status of a name itself; None where nothing has it.

    Raises:
        OSError: It is reached through a link, or cannot be told.
    """
    try:
        with opened_folder(root, file, held=held) as place:
            return place.status_if_any()
    except (FileNotFoundError, NotADirectoryError):
        return None


def open_own(root: Path, file: str, *, append: bool = False) -> int:
    """Open a file of the export's own for reading and writing; made where it is missing, never emptied.

    Args:
        root: The export's folder.
        file: POSIX path relative to it.
        append: Whether all that is written goes behind what is there then.

    Returns:
        The handle of a regular file that has this name only.

    Raises:
        OSError: It is, or is reached through, something that is not the export's; nothing was changed.
    """
    with opened_folder(root, file, own=True) as place:
        return open_own_at(place, append=append)


def open_own_at(place: OpenPath, *, append: bool = False) -> int:
    """The same of a name in a folder that is open."""
    handle = _opened_at(place, os.O_RDWR | os.O_CREAT | (os.O_APPEND if append else 0))
    if not _is_only_name(handle):
        os.close(handle)
        raise OSError(errno.EPERM, _NOT_OURS, str(place.path))
    return handle


def made_own_at(place: OpenPath) -> int:
    """The same of one that is empty."""
    try:
        return _opened_at(place, os.O_RDWR | os.O_CREAT | os.O_EXCL)
    except FileExistsError:
        handle = open_own_at(place)
        os.ftruncate(handle, 0)
        return handle


def read_own(root: Path, file: str) -> bytes | None:
    """The contents of a regular file that has one name; None where there is none, or something else.

    Raises:
        OSError: It is reached through a link.
    """
    return _of_own(root, file, lambda stream: stream.read())


def open_regular(root: Path, file: str) -> BufferedReader:
    """Open a regular file for reading, also one that has other names.

    Raises:
        OSError: There is none, or it is a link, a pipe, a device or a folder, or reached through a link; the
            text says what it is.
    """
    handle = _opened(root, file, os.O_RDONLY)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EPERM, _NO_FILE, str(root / file))
        return open(handle, "rb")  # noqa: PTH123  (a handle, no path)
    except BaseException:
        os.close(handle)
        raise


def digest_of_own(root: Path, file: str) -> str | None:
    """SHA-256 of a regular file that has one name; None where there is none, or something else.

    Raises:
        OSError: It is reached through a link.
    """
    return _of_own(root, file, lambda stream: hashlib.file_digest(stream, "sha256").hexdigest())


def digest_of_regular(root: Path, file: str) -> str | None:
    """SHA-256 of a regular file, also of one that has other names; None where there is none.

    Raises:
        OSError: It is reached through a link.
    """
    try:
        with open_regular(root, file) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise
        return None


def _of_own(root: Path, file: str, take: Callable[[BufferedReader], _T]) -> _T | None:
    """Something of a regular file that has one name; None where there is none, or something else."""
    try:
        handle = _opened(root, file, os.O_RDONLY)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise
        return None
    try:
        if not _is_only_name(handle):
            return None
        with open(handle, "rb", closefd=False) as stream:
            return take(stream)
    except OSError:
        return None
    finally:
        os.close(handle)


def _opened(root: Path, file: str, flags: int) -> int:
    """A handle of what has a name, which is no link."""
    with opened_folder(root, file) as place:
        return _opened_at(place, flags)


def _opened_at(place: OpenPath, flags: int) -> int:
    try:
        return place.open(flags | CAREFUL)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise OSError(errno.ELOOP, LINK, str(place.path)) from None
        raise


def _is_only_name(handle: int) -> bool:
    """Whether an open file is a regular one that no other name leads to."""
    status = os.fstat(handle)
    # A file that lost its name meanwhile has none.
    return stat.S_ISREG(status.st_mode) and status.st_nlink <= 1
