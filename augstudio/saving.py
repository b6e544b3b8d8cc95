"""One way to write a single file that people named or keep: whole or not at all, and as theirs.

An export's own files have their own way, as there are many of them and they reach the disk together.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

_NUMBERS: Final = count(1)
_CANNOT: Final = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


@contextlib.contextmanager
def saved(path: str | os.PathLike[str], *, durable: bool = True) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file's when the block ends without an error.

    - An existing file is replaced only by a complete one, and keeps its permissions; one without permission
      to write is refused. A new one gets those that the system gives to new files.
    - A link stays a link: the file that it leads to is written.
    - Pipes and devices, as ``/dev/stdout``, are written as they are; a pipe that nobody reads is an error.

    Args:
        path: The file.
        durable: Whether it must outlast a power cut from then on.

    Raises:
        OSError: It cannot be written; what was there before is unchanged.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    if mode is not None and not stat.S_ISREG(mode):
        with _opened_special(target, mode) as stream:
            yield stream
        return
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    unfinished, handle = _created(target.parent, 0o666 if mode is None else stat.S_IMODE(mode))
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            if durable:
                stream.flush()
                put_on_disk(stream.fileno())
        if mode is not None:
            unfinished.chmod(stat.S_IMODE(mode))
        unfinished.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    if durable:
        put_folder_on_disk(target.parent)


def save(path: str | os.PathLike[str], data: bytes, *, durable: bool = True) -> None:
    """Write a whole file as :func:`saved` does.

    Raises:
        OSError: As there.
    """
    with saved(path, durable=durable) as stream:
        stream.write(data)


def put_on_disk(handle: int, path: str | os.PathLike[str] = "") -> bool:
    """Let an open file or folder outlast a power cut from now on; False where its file system cannot do that.

    Args:
        handle: What is open.
        path: Where it is, for messages.

    Raises:
        OSError: The disk failed.
    """
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _CANNOT:
            return False
        raise OSError(error.errno, error.strerror, os.fspath(path) or None) from None
    return True


def put_folder_on_disk(folder: Path) -> bool:
    """The same of a folder's names; False also where it may be written, but not read.

    Raises:
        OSError: The disk failed.
    """
    if os.name == "nt":  # folders cannot be opened there, and need not
        return True
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return False
    except (FileNotFoundError, NotADirectoryError):  # gone meanwhile, with all its names
        return True
    try:
        return put_on_disk(handle, folder)
    finally:
        os.close(handle)


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _created(folder: Path, mode: int) -> tuple[Path, int]:
    """A new file with a name that nobody uses; the system takes off what new files may not have."""
    while True:
        name = f".{os.getpid()}-{threading.get_ident()}-{next(_NUMBERS)}.unfinished"
        with contextlib.suppress(FileExistsError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return folder / name, os.open(folder / name, flags, mode | stat.S_IWUSR)


def _opened_special(target: Path, mode: int) -> BinaryIO:
    if stat.S_ISFIFO(mode):
        # Opened like this, a pipe without a reader is an error and not a wait without end.
        handle = os.open(target, os.O_WRONLY | os.O_NONBLOCK)
        os.set_blocking(handle, True)
        return os.fdopen(handle, "wb")
    return target.open("wb")
