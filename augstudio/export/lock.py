"""One export at a time in a folder.

The lock is a file that the running export keeps locked with the operating system, which releases it when the
process ends in whatever way: a file that stays behind after a kill or a power cut is recognised by being
free, also after the process's number was given to another one. Where the file system knows no such locks,
the file counts as held as long as a process of its number runs on its computer.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from augstudio.core.text import printable
from augstudio.errors import ExportError, Message
from augstudio.export.files import LOCK
from augstudio.export.own_files import open_own, open_regular

_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
# Windows forbids reading what is locked, so the locked byte lies behind the text.
_LOCKED_BYTE: Final = 1 << 30
_BEGINNING: Final = b'{"process": '


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Make an export's folder if need be and keep other exports out of it.

    Raises:
        ExportError: Another export runs there; the text says which.
        OSError: The folder cannot be made or written.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / LOCK
    handle = _acquired(path)
    try:
        yield
    finally:
        _release(handle, path)


def check_free(out: Path) -> None:
    """Refuse a folder in which an export is running; nothing is written there.

    Raises:
        ExportError: One is.
    """
    if is_locked(out):
        raise ExportError(_refusal(out / LOCK, {}))


def is_locked(out: Path) -> bool:
    """Whether an export is running in a folder; nothing is written there."""
    try:
        with open_regular(out, LOCK) as stream:
            try:
                _lock(stream.fileno())
            except OSError as error:
                return error.errno in _HELD or is_alive(_holder(stream.fileno()))
    except OSError:
        return False
    return False


def _acquired(path: Path) -> int:
    """The lock file, opened, locked and signed."""
    while True:
        handle = open_own(path.parent, path.name)
        try:
            _check_ours(handle, path)
            _claim(handle, path)
            # The export before may have removed the file after it was opened here.
            if _has_name(handle, path):
                _sign(handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _check_ours(handle: int, path: Path) -> None:
    """Refuse to write over a text that no export wrote.

    Raises:
        ExportError: The file holds one.
    """
    os.lseek(handle, 0, os.SEEK_SET)
    with contextlib.suppress(OSError):  # locked by another one, as Windows does it
        text = os.read(handle, len(_BEGINNING))
        if text and not _BEGINNING.startswith(text):
            raise ExportError(
                "{0} is not a lock of an export; rename it, or choose another folder", printable(str(path))
            )


def _claim(handle: int, path: Path) -> None:
    """Lock an opened file.

    Raises:
        ExportError: Another export holds it.
    """
    try:
        _lock(handle)
    except OSError as error:
        holder = _holder(handle)
        if error.errno in _HELD or is_alive(holder):
            raise ExportError(_refusal(path, holder)) from None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _has_name(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Write who holds the lock, for people and for file systems without locks."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    holder = {"process": os.getpid(), "host": platform.node(), "started": started}
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(holder).encode())


def _release(handle: int, path: Path) -> None:
    """Remove the file while it is still locked, so that nobody takes a lock that has no name."""
    try:
        if sys.platform != "win32":  # where open files cannot be removed
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)
    if sys.platform == "win32":
        with contextlib.suppress(OSError):  # the next export has opened it
            path.unlink()


def _holder(handle: int) -> dict[str, Any]:
    """What the file says about who holds it; nothing where it was just made."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        holder = json.loads(os.read(handle, 4096))
    except (OSError, ValueError):
        return {}
    return holder if isinstance(holder, dict) else {}


def is_alive(holder: dict[str, Any]) -> bool:
    """Whether the process that signed may still run; only asked where the file system knows no locks."""
    process = holder.get("process")
    if type(process) is not int or process <= 0:
        return False
    if holder.get("host") != platform.node() or sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _refusal(path: Path, holder: dict[str, Any]) -> Message:
    folder, name = printable(str(path.parent)), printable(path.name)
    if not holder:
        return Message(
            "another export is running in {0}; wait until it has ended, or choose another folder. If none is "
            "running any more, delete {1} in it",
            folder,
            name,
        )
    return Message(
        "another export is running in {0} (process {1} on {2}, since {3}); wait until it has ended, or "
        "choose another folder. If none is running any more, delete {4} in it",
        folder,
        *(printable(str(holder.get(field))) for field in ("process", "host", "started")),
        name,
    )
