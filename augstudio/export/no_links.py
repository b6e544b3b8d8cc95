"""Reaches a file below a folder step by step, so that no link is followed that appears in that moment.

Each folder on the way is opened by itself, below the one before and without following links, and held: where
a name leads is looked at and used in one step. Where the system opens nothing below an open folder (Windows),
the way is looked at right before its use.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Final

from augstudio.errors import Message

LINK: Final = Message("it is a link, and an export makes none; remove the link, or choose another folder")
MOUNTED: Final = Message("another disk or folder is mounted there")
_BY_HANDLE: Final = {os.open, os.stat, os.mkdir, os.rename} <= os.supports_dir_fd
# A folder need not be readable for that.
_FOLDER: Final = (
    getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NOWHERE: Final = ("", ".")
_MOST_KEPT: Final = 64
_MOST_HELD: Final = 16
_of_one_mount: Final[set[tuple[tuple[int, int], ...]]] = set()


class OpenPath:
    """A name in a folder that is held open.

    Attributes:
        folder: The folder's handle; None where the system knows no such thing, and the name is a whole path.
        name: The name.
    """

    __slots__ = ("_file", "_root", "folder", "name")

    def __init__(self, folder: int | None, name: str, root: Path, file: str) -> None:
        """Take an open folder, and where the file lies for messages."""
        self.folder, self.name = folder, name
        self._root, self._file = root, file

    @property
    def path(self) -> Path:
        """The whole path, for messages."""
        return self._root / self._file

    def open(self, flags: int, mode: int = 0o666) -> int:
        """Open what has the name, as :func:`os.open` does."""
        return os.open(self.name, flags | _NO_LINK, mode, dir_fd=self.folder)

    def status(self) -> os.stat_result:
        """The status of the name itself.

        Raises:
            FileNotFoundError: Nothing has it.
            OSError: It is a link.
        """
        status = os.stat(self.name, dir_fd=self.folder, follow_symlinks=False)
        if is_link(status):
            raise OSError(errno.ELOOP, LINK, str(self.path))
        return status

    def status_if_any(self) -> os.stat_result | None:
        """The same; None where nothing has the name.

        Raises:
            OSError: It is a link.
        """
        try:
            return self.status()
        except FileNotFoundError:
            return None

    def move(self, other: OpenPath) -> None:
        """Give the file another name, which is taken from what has it."""
        try:
            if self.folder is None:
                Path(self.name).replace(other.name)
            else:
                os.rename(self.name, other.name, src_dir_fd=self.folder, dst_dir_fd=other.folder)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self.path), None, str(other.path)) from None


class opened_folder:  # noqa: N801  (used like a function; a generator would cost as much as what it opens)
    """Hold the folder that a file lies in, while it is used; gives an :class:`OpenPath`.

    Raises:
        OSError: A folder on the way is missing, a link or no folder, or mounted where it may not be;
            ``filename`` is a whole path.
    """

    __slots__ = ("_file", "_folder", "_held", "_make", "_name", "_own", "_root")

    def __init__(
        self,
        root: Path,
        file: str,
        *,
        make: bool = False,
        own: bool = False,
        held: HeldFolders | None = None,
    ) -> None:
        """Name a file.

        Args:
            root: The folder; links on the way to it are the user's own.
            file: POSIX path relative to it.
            make: Whether folders that are missing are made.
            own: Whether a folder that is mounted below the root is refused.
            held: What keeps folders open for the next file; None closes them.
        """
        self._root, self._file, self._make, self._own = root, file, make, own
        self._held = held
        self._folder: int | None = None
        self._name = ""

    def __enter__(self) -> OpenPath:
        *folders, self._name = [part for part in self._file.split("/") if part not in _NOWHERE]
        try:
            if _BY_HANDLE:
                if self._held is not None:
                    held = self._held.handle(folders, make=self._make, own=self._own)
                    return OpenPath(held, self._name, self._root, self._file)
                self._folder = _descended(self._root, folders, make=self._make, own=self._own)
                return OpenPath(self._folder, self._name, self._root, self._file)
            path = self._root / self._file
            _look(self._root, folders)
            if self._make:
                path.parent.mkdir(parents=True, exist_ok=True)
            return OpenPath(None, str(path), self._root, self._file)
        except OSError as error:
            self._tell(error)
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            os.close(self._folder)
        if isinstance(error, OSError):
            self._tell(error)

    def _tell(self, error: OSError) -> None:
        """Raise an error anew with a whole path, where it has none."""
        if error.filename in (None, self._name):
            raise _named(error, self._root / self._file) from None


class HeldFolders:
    """Folders below an export's folder that stay open from one file to the next.

    Before each use it is looked at whether what has the folder's name is still the one that is open; another
    one is opened anew, step by step.
    """

    def __init__(self, root: Path) -> None:
        """Take the export's folder."""
        self._root = root
        self._held: dict[tuple[str, bool], tuple[int, str, tuple[int, int]]] = {}

    def handle(self, folders: list[str], *, make: bool, own: bool) -> int:
        """The handle of a folder, which must not be closed; see :class:`opened_folder`.

        Raises:
            OSError: As there.
        """
        key = "/".join(folders), own
        held = self._held.pop(key, None)
        if held is not None:
            if _is_still(held[1], held[2], is_root=not folders):
                self._held[key] = held  # as the last one that is let go of
                return held[0]
            os.close(held[0])
        if len(self._held) >= _MOST_HELD:
            os.close(self._held.pop(next(iter(self._held)))[0])
        handle = _descended(self._root, folders, make=make, own=own)
        status = os.fstat(handle)
        path = str(self._root.joinpath(*folders))
        self._held[key] = handle, path, (status.st_dev, status.st_ino)
        return handle

    def close(self) -> None:
        """Let go of all."""
        for handle, _, _ in self._held.values():
            os.close(handle)
        self._held.clear()


def _is_still(path: str, folder: tuple[int, int], *, is_root: bool) -> bool:
    """Whether a path is that of a folder, by device and inode; the root may be a link."""
    try:
        status = os.stat(path, follow_symlinks=is_root)  # noqa: PTH116  (Path objects are slow)
    except OSError:
        return False
    return (status.st_dev, status.st_ino) == folder


def is_link(status: os.stat_result) -> bool:
    """Whether the status of a name itself is that of a link, or of what does the same on Windows."""
    tag = getattr(status, "st_reparse_tag", 0)
    junction = tag != 0 and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0)
    return stat.S_ISLNK(status.st_mode) or junction


def _descended(root: Path, folders: list[str], *, make: bool, own: bool) -> int:
    """The handle of a folder."""
    handle = outer = os.open(root, _FOLDER)
    try:
        for depth, name in enumerate(folders, 1):
            try:
                inner = _opened(handle, name, make=make)
            except OSError as error:
                place = root.joinpath(*folders[:depth])
                raise _named(error, place, is_link=_leads_elsewhere(handle, name)) from None
            if handle != outer:
                os.close(handle)
            handle = inner
            if own and not _is_of_mount(outer, handle):
                raise OSError(errno.EXDEV, MOUNTED, str(root.joinpath(*folders[:depth])))
    except BaseException:
        os.close(handle)
        if handle != outer:
            os.close(outer)
        raise
    if handle != outer:
        os.close(outer)
    return handle


def _is_of_mount(outer: int, inner: int) -> bool:
    """Whether two open folders lie in the same mount.

    What was found of two folders is kept: one that is mounted over one of them later is another folder.
    """
    found = os.fstat(outer), os.fstat(inner)
    folders = tuple((status.st_dev, status.st_ino) for status in found)
    if folders in _of_one_mount:
        return True
    if _mount_of(outer) != _mount_of(inner):
        return False
    if len(_of_one_mount) >= _MOST_KEPT:
        _of_one_mount.clear()
    _of_one_mount.add(folders)
    return True


def _mount_of(handle: int) -> object:
    """Which mount an open folder lies in; where the system does not say, which device."""
    with contextlib.suppress(OSError), open(f"/proc/self/fdinfo/{handle}", encoding="ascii") as stream:  # noqa: PTH123
        for line in stream:
            if line.startswith("mnt_id:"):
                return line
    return os.fstat(handle).st_dev


def _opened(handle: int, name: str, *, make: bool) -> int:
    try:
        return os.open(name, _FOLDER | _NO_LINK, dir_fd=handle)
    except FileNotFoundError:
        if not make:
            raise
    with contextlib.suppress(FileExistsError):  # made by another worker
        os.mkdir(name, dir_fd=handle)
    return os.open(name, _FOLDER | _NO_LINK, dir_fd=handle)


def _look(root: Path, folders: list[str]) -> None:
    place = root
    for name in folders:
        place /= name
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            if is_link(place.lstat()):
                raise OSError(errno.ELOOP, LINK, str(place))


def _leads_elsewhere(handle: int, name: str) -> bool:
    with contextlib.suppress(OSError):
        return is_link(os.stat(name, dir_fd=handle, follow_symlinks=False))
    return False


def _named(error: OSError, place: Path, *, is_link: bool = False) -> OSError:
    """The same error with a whole path, or that it is a link."""
    if is_link:
        return OSError(errno.ELOOP, LINK, str(place))
    return OSError(error.errno, error.strerror, str(place))
