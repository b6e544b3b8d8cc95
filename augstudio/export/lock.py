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

from augstudio.datasets.image_folder import printable
from augstudio.errors import ExportError
from augstudio.export.files import LOCK
from augstudio.export.workspace import Workspace

_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
# Windows forbids reading what is locked, so the locked byte lies behind the text.
_LOCKED_BYTE: Final = 1 << 30


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Make an export's folder if need be and keep other exports out of it.

    Raises:
        ExportError: Another export runs there; the text says which.
        OSError: The folder cannot be made or written.
    """
    out.mkdir(parents=True, exist_ok=True)
    with Workspace(out) as workspace:
        handle = _acquired(workspace)
        try:
            yield
        finally:
            _release(handle, workspace)


def _acquired(workspace: Workspace) -> int:
    """The lock file, opened, locked and signed."""
    while True:
        handle = _opened(workspace)
        try:
            _claim(handle, workspace.folder.path(LOCK))
            # The export before may have removed the file after it was opened here.
            if _has_name(handle, workspace):
                _sign(handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _opened(workspace: Workspace) -> int:
    """The lock file, made if need be.

    Raises:
        ExportError: What is there is not an export's.
    """
    while True:
        workspace.check_own(LOCK)
        with contextlib.suppress(FileNotFoundError):
            return workspace.folder.open(LOCK, os.O_RDWR)
        with contextlib.suppress(FileExistsError):  # by another export at this moment
            return workspace.folder.create(LOCK, os.O_RDWR)


def _claim(handle: int, path: Path) -> None:
    """Lock an opened file.

    Raises:
        ExportError: Another export holds it.
    """
    try:
        _lock(handle)
    except OSError as error:
        holder = _holder(handle)
        if error.errno in _HELD or _is_alive(holder):
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


def _has_name(handle: int, workspace: Workspace) -> bool:
    status = workspace.folder.status(LOCK)
    return status is not None and os.path.samestat(os.fstat(handle), status)


def _sign(handle: int) -> None:
    """Write who holds the lock, for people and for file systems without locks."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    holder = {"process": os.getpid(), "host": platform.node(), "started": started}
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(holder).encode())


def _release(handle: int, workspace: Workspace) -> None:
    """Remove the file while it is still locked, so that nobody takes a lock that has no name."""
    try:
        named = _has_name(handle, workspace)
        if named and sys.platform != "win32":  # where open files cannot be removed
            workspace.folder.remove(LOCK)
    finally:
        os.close(handle)
    if named and sys.platform == "win32":
        with contextlib.suppress(OSError):  # the next export has opened it
            workspace.folder.remove(LOCK)


def _holder(handle: int) -> dict[str, Any]:
    """What the file says about who holds it; nothing where it was just made."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        holder = json.loads(os.read(handle, 4096))
    except (OSError, ValueError):
        return {}
    return holder if isinstance(holder, dict) else {}


def _is_alive(holder: dict[str, Any]) -> bool:
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


def _refusal(path: Path, holder: dict[str, Any]) -> str:
    who = ""
    if holder:
        who = f" (process {holder.get('process')} on {holder.get('host')}, since {holder.get('started')})"
    return (
        f"another export is running in {printable(str(path.parent))}{who}; wait until it has ended, or "
        f"choose another folder. If none is running any more, delete {printable(path.name)} in it"
    )
