"""A folder that is held open, below which nothing is reached through a link.

Names lead elsewhere as soon as somebody puts a link, or another disk, in a folder's place. So each folder on
the way is opened by itself, without following links, and held; before every use it is looked at whether its
name still leads to it. Where the system opens nothing relative to a folder (Windows), each one on the way is
looked at right before its use, and a file once more after it was opened.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections import OrderedDict
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final, Self, TypeAlias

from augstudio.datasets.image_folder import printable
from augstudio.errors import ExportError
from augstudio.images.reading import kind_of_file

Place: TypeAlias = tuple[int, int]
"""Device and inode: what a folder is, by whatever name it is reached."""

_BY_HANDLE = {os.open, os.stat, os.mkdir, os.rename, os.unlink, os.rmdir} <= os.supports_dir_fd
_FLAGS: Final = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER_FLAGS: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_HELD_AT_MOST: Final = 8
# Windows: set in the tags of all reparse points that lead elsewhere.
_LEADS_ELSEWHERE: Final = 0x20000000


class NotOursError(ExportError):
    """Something in an export's folder is not of the export's making; the text says what and where."""


class ObstacleError(NotOursError):
    """A name that an output needs stands for something else."""


def place_of(status: os.stat_result) -> Place:
    """What a status says which folder it is."""
    return status.st_dev, status.st_ino


def leads_elsewhere(status: os.stat_result) -> bool:
    """Whether the status of a name itself is that of a link, or of what does the same on Windows."""
    tag = getattr(status, "st_reparse_tag", 0)
    return stat.S_ISLNK(status.st_mode) or bool(tag & _LEADS_ELSEWHERE)


def kind_of(status: os.stat_result) -> str:
    """What a name itself stands for, in words."""
    return "a link" if leads_elsewhere(status) else kind_of_file(status.st_mode)


class Folder:
    """Files by POSIX paths relative to one folder; not to be shared between threads.

    Attributes:
        root: The folder's path, for messages.
    """

    def __init__(self, root: Path, *, expected: Place | None = None, sources: Container[Place] = ()) -> None:
        """Open the folder; a link in its own place is followed, as the user named it.

        Args:
            root: An existing folder.
            expected: What it must be; None takes what is there.
            sources: Folders of the dataset, which must not be reached.

        Raises:
            NotOursError: It is another one than expected, or one of the dataset's.
            OSError: It cannot be opened.
        """
        self.root = root
        self._sources = sources
        self._held: OrderedDict[str, tuple[int, Place]] = OrderedDict()
        self._handle: int | None = os.open(root, _FOLDER_FLAGS) if _BY_HANDLE else None
        try:
            status = os.stat(root if self._handle is None else self._handle)
            if expected not in (None, place_of(status)):
                raise NotOursError(f"{printable(str(root))} was replaced while the export ran; export again")
            self._refuse_sources("", status)
        except BaseException:
            self.close()
            raise
        self.place = place_of(status)

    def close(self) -> None:
        """Let go of all folders."""
        for handle, _ in self._held.values():
            os.close(handle)
        self._held.clear()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def path(self, file: str) -> Path:
        """Where a file is, for messages."""
        return self.root.joinpath(*file.split("/")) if file else self.root

    def status(self, file: str) -> os.stat_result | None:
        """The status of a name itself; None where nothing has it.

        Raises:
            NotOursError: It is not to be reached without a link.
            OSError: It cannot be told.
        """
        try:
            with self._at(file) as (handle, name):
                return os.stat(name, dir_fd=handle, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def open(self, file: str, flags: int = os.O_RDONLY) -> int:
        """Open a regular file that is there.

        Raises:
            FileNotFoundError: There is none.
            NotOursError: It is, or is only reached through, something else than a file and its folders.
            OSError: It cannot be opened.
        """
        with self._at(file) as (handle, name):
            before = os.stat(name, dir_fd=handle, follow_symlinks=False)
            self._refuse_others(file, before)
            try:
                opened = os.open(name, flags | _FLAGS, dir_fd=handle)
            except OSError as error:
                if error.errno in (errno.ELOOP, errno.ENXIO):
                    raise NotOursError(f"{self._shown(file)} is a link; an export makes none") from None
                raise
            try:
                after = os.fstat(opened)
                self._refuse_others(file, after)
                if not os.path.samestat(before, after):
                    raise NotOursError(f"{self._shown(file)} was replaced at this moment; export again")
            except BaseException:
                os.close(opened)
                raise
        return opened

    def create(self, file: str, flags: int = os.O_WRONLY) -> int:
        """Make and open a file that is not there yet, in a folder that is.

        Raises:
            FileExistsError: Something has the name.
            OSError: It cannot be made.
        """
        with self._at(file) as (handle, name):
            return os.open(name, flags | os.O_CREAT | os.O_EXCL | _FLAGS, 0o666, dir_fd=handle)

    def check(self, folder: str) -> None:
        """Look whether a folder may be written in, as far as it is there.

        Raises:
            NotOursError: It may not.
            OSError: It cannot be opened.
        """
        with contextlib.suppress(FileNotFoundError), self._named(folder), self._opened(folder):
            pass

    def make(self, folder: str) -> Place:
        """Make a folder, and those around it, unless they are there; tells which it is.

        Raises:
            NotOursError: One of them is a link or no folder.
            OSError: It cannot be made.
        """
        with self._named(folder), self._opened(folder, make=True) as (_, place):
            return place

    def rename(self, file: str, to: str) -> None:
        """Give a file another name, whose folder is made if need be; what had that name before is replaced.

        Raises:
            NotOursError: One of the folders is a link or no folder.
            OSError: It cannot be renamed.
        """
        parent = to.rpartition("/")[0]
        if parent:
            self.make(parent)
        # The outer one names errors.
        with self._at(to) as (target, new), self._at(file) as (source, old):
            os.replace(old, new, src_dir_fd=source, dst_dir_fd=target)

    def remove(self, file: str) -> None:
        """Remove a name that stands for a file or a link.

        Raises:
            FileNotFoundError: It is not there.
            OSError: It cannot be removed.
        """
        with self._at(file) as (handle, name):
            os.unlink(name, dir_fd=handle)

    def remove_folder(self, folder: str) -> None:
        """Remove an empty folder.

        Raises:
            OSError: It cannot be removed.
        """
        with self._at(folder) as (handle, name):
            os.rmdir(name, dir_fd=handle)

    def names(self, folder: str) -> list[str]:
        """The names in a folder.

        Raises:
            NotOursError: It is a link or no folder.
            OSError: It cannot be listed.
        """
        with self._named(folder), self._opened(folder) as (handle, _):
            return os.listdir(self.path(folder) if handle is None else handle)

    def sync(self, folder: str) -> None:
        """Put a folder's names on the disk; Windows does so by itself.

        Raises:
            OSError: The disk failed, or cannot do so.
        """
        with self._named(folder), self._opened(folder) as (handle, _):
            if handle is not None:
                os.fsync(handle)

    @contextlib.contextmanager
    def _at(self, file: str) -> Iterator[tuple[int | None, str]]:
        """The folder of a file, and by what name the file is found relative to it."""
        parent, _, name = file.rpartition("/")
        with self._named(file), self._opened(parent) as (handle, _):
            yield handle, name if handle is not None else str(self.path(file))

    @contextlib.contextmanager
    def _named(self, file: str) -> Iterator[None]:
        """Errors name the whole path."""
        try:
            yield
        except OSError as error:
            error.filename, error.filename2 = str(self.path(file)), None
            raise

    @contextlib.contextmanager
    def _opened(self, folder: str, *, make: bool = False) -> Iterator[tuple[int | None, Place]]:
        found = self._step(folder, make=make)
        yield found
        while len(self._held) > _HELD_AT_MOST:
            os.close(self._held.popitem(last=False)[1][0])

    def _step(self, folder: str, *, make: bool) -> tuple[int | None, Place]:
        """A folder, held, after all on the way to it were looked at."""
        if not folder:
            return self._handle, self.place
        parent, _, name = folder.rpartition("/")
        above = self._step(parent, make=make)[0]
        if above is None:
            name = str(self.path(folder))
        status = self._folder_status(folder, above, name, make=make)
        held = self._held.get(folder)
        if held is not None and held[1] == place_of(status):
            self._held.move_to_end(folder)
            return held
        if held is not None:
            os.close(self._held.pop(folder)[0])
        self._refuse_sources(folder, status)
        if above is None:
            return None, place_of(status)
        try:
            handle = os.open(name, _FOLDER_FLAGS | _FLAGS, dir_fd=above)
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENOTDIR):  # put there at this moment
                raise NotOursError(f"{self._shown(folder)} is a link; an export makes none") from None
            raise
        opened = os.fstat(handle)
        self._held[folder] = handle, place_of(opened)
        self._refuse_sources(folder, opened)
        return self._held[folder]

    def _folder_status(self, folder: str, above: int | None, name: str, *, make: bool) -> os.stat_result:
        try:
            status = os.stat(name, dir_fd=above, follow_symlinks=False)
        except FileNotFoundError:
            if not make:
                raise
            with contextlib.suppress(FileExistsError):
                os.mkdir(name, dir_fd=above)
            status = os.stat(name, dir_fd=above, follow_symlinks=False)
        if leads_elsewhere(status):
            raise NotOursError(f"{self._shown(folder)} is a link; an export makes none")
        if not stat.S_ISDIR(status.st_mode):
            raise ObstacleError(f"{self._shown(folder)} is no folder; move it away")
        return status

    def _refuse_sources(self, folder: str, status: os.stat_result) -> None:
        if place_of(status) in self._sources:
            raise NotOursError(
                f"{self._shown(folder)} is a folder of the dataset; an export never writes there"
            )

    def _refuse_others(self, file: str, status: os.stat_result) -> None:
        if leads_elsewhere(status):
            raise NotOursError(f"{self._shown(file)} is a link; an export makes none")
        if not stat.S_ISREG(status.st_mode):
            raise NotOursError(f"{self._shown(file)} is {kind_of(status)}, not a file; move it away")

    def _shown(self, file: str) -> str:
        return printable(str(self.path(file)))
