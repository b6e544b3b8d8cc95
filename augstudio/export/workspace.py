"""An export's folder, in which files are either complete or not there.

Files are written under names of their own in :data:`~augstudio.export.files.UNFINISHED` and appear by being
renamed. While an export runs, they are left to the system to be put on the disk: a rerun compares all of
them with their hashes anyway, and mends what a power cut emptied. Before the finished manifest appears, every
file it names is put on the disk, so that a finished export stays finished. (Doing that for each file when it
is written takes ten times as long.)

Nothing is reached through a link, nothing is read that is not a regular file, and a file of the export's own
is only opened or replaced if it is the export's.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import stat
from collections.abc import Container, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import count, islice
from pathlib import Path
from typing import BinaryIO, Final, Self

from augstudio.datasets.image_folder import printable
from augstudio.export.files import RESERVED, UNFINISHED
from augstudio.export.folder import Folder, NotOursError, Place
from augstudio.export.own import is_own

_UNFINISHED: Final = re.compile(r"\d+-\d+\.unfinished")
_CHUNK: Final = 1 << 20
# What a file system says that cannot put files on the disk, or not this one.
_CANNOT: Final = (
    errno.EINVAL,
    errno.ENOSYS,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EACCES,
)
# Disks take in several files at once; a bundle of names is looked at at a time.
_SYNCED_AT_ONCE: Final = 16
_BUNDLE: Final = 1024


@dataclass(frozen=True)
class Held:
    """Which folders an export works in, whatever their names lead to by now.

    Attributes:
        root: The export's folder.
        unfinished: That of the files being written.
    """

    root: Place
    unfinished: Place


class Workspace:
    """An export's folder; opened when it is first used.

    Attributes:
        root: Its path.
        lasting: Whether everything that was to outlast a power cut could be put on the disk.
    """

    def __init__(self, root: Path, held: Held | None = None, sources: Container[Place] = ()) -> None:
        """Name the folder.

        Args:
            root: Its path.
            held: Which folders these must be; None takes what is there.
            sources: The dataset's folders, in which nothing may be written.
        """
        self.root = root
        self.lasting = True
        self._expected = held
        self._sources = sources
        self._numbers = count()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder; it is opened again when it is used."""
        if "folder" in self.__dict__:
            self.folder.close()
            del self.folder

    @cached_property
    def folder(self) -> Folder:
        """The folder, held open.

        Raises:
            ExportError: It is another one than it was, or one of the dataset's.
            OSError: It cannot be opened.
        """
        expected = None if self._expected is None else self._expected.root
        return Folder(self.root, expected=expected, sources=self._sources)

    def begin(self) -> Held:
        """Make the folder and remove what an interrupted run left unfinished; tells which folders these are.

        Raises:
            ExportError: A link or something else stands in the place of a folder.
            OSError: The folder cannot be made or written.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        self._sweep()
        return Held(self.folder.place, self.folder.make(UNFINISHED))

    def end(self) -> None:
        """Remove the unfinished files, and let go of the folder."""
        with contextlib.suppress(OSError, NotOursError):
            self._sweep()
        self.close()

    def write_unfinished(self, parts: Iterable[bytes], *, lasting: bool = False) -> str:
        """Write a file under a name of its own; gives the name.

        Raises:
            ExportError: The folder is another one than it was.
            OSError: The disk is full or not writable.
        """
        name = f"{UNFINISHED}/{os.getpid()}-{next(self._numbers)}.unfinished"
        handle = self.folder.create(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.writelines(parts)
                if lasting:
                    stream.flush()
                    self.sync(stream.fileno())
        except BaseException as error:
            self.discard(name)
            if isinstance(error, OSError):
                error.filename = str(self.folder.path(name))
            raise
        return name

    def put(self, unfinished: str, file: str) -> None:
        """Let an unfinished file appear; one that is there is replaced.

        Args:
            unfinished: What :meth:`write_unfinished` gave.
            file: POSIX path relative to the folder.

        Raises:
            ExportError: A link or something else stands in the place of a folder.
            OSError: It cannot appear there.
        """
        self.folder.rename(unfinished, file)

    def discard(self, unfinished: str) -> None:
        """Remove an unfinished file, if it can be."""
        with contextlib.suppress(OSError, NotOursError):
            self.folder.remove(unfinished)

    def write(self, file: str, parts: Iterable[bytes]) -> None:
        """Write one of the export's own files whole, so that it outlasts a power cut.

        Args:
            file: Its name in the folder.
            parts: The contents, in pieces.

        Raises:
            ExportError: What is there is not the export's.
            OSError: The disk is full or not writable.
        """
        self.check_own(file)
        unfinished = self.write_unfinished(parts, lasting=True)
        try:
            self.put(unfinished, file)
            self._sync_folder(self.folder, "")
        except BaseException:
            self.discard(unfinished)
            raise

    def copy_own(self, file: str, to: str) -> None:
        """Copy one of the export's own files to another one's name, unless something has it.

        Raises:
            ExportError: One of them is not the export's.
            OSError: The disk is full or not writable.
        """
        if self.folder.status(file) is not None and self.folder.status(to) is None:
            with self.open_own(file) as stream:
                unfinished = self.write_unfinished(iter(lambda: stream.read(_CHUNK), b""))
            self.put(unfinished, to)

    def open_own(self, file: str, *, append: bool = False) -> BinaryIO:
        """Open one of the export's own files for reading, or made if need be for appending too.

        Raises:
            ExportError: What is there is not the export's.
            FileNotFoundError: There is none to be read.
            OSError: It cannot be opened.
        """
        flags = os.O_RDWR | os.O_APPEND if append else os.O_RDONLY
        self.check_own(file)
        try:
            handle = self.folder.open(file, flags)
        except FileNotFoundError:
            if not append:
                raise
            handle = self.folder.create(file, flags)
        return os.fdopen(handle, "a+b" if append else "rb")

    def check_own(self, file: str, *, contents: bool = True) -> None:
        """Refuse what has the name of one of the export's own files, but is not the export's.

        Args:
            file: Its name in the folder.
            contents: Whether it is looked at what the file holds.

        Raises:
            ExportError: It is a link, no file, the same file as another one, or holds something else.
            OSError: It cannot be read.
        """
        try:
            handle = self.folder.open(file)
        except FileNotFoundError:
            return
        shown = printable(str(self.folder.path(file)))
        with os.fdopen(handle, "rb") as stream:
            if os.fstat(handle).st_nlink > 1:
                raise NotOursError(
                    f"{shown} is another file's second name (a hard link); an export makes none"
                )
            if contents and file in RESERVED and not is_own(file, stream):
                raise NotOursError(f"{shown} was not written by this program; move it away")

    def remove_own(self, file: str) -> None:
        """Remove one of the export's own files if it is there.

        Raises:
            ExportError: What is there is not the export's.
            OSError: It cannot be removed.
        """
        self.check_own(file)
        with contextlib.suppress(FileNotFoundError):
            self.folder.remove(file)

    def open(self, file: str) -> BinaryIO:
        """Open a file for reading.

        Raises:
            ExportError: It is, or is only reached through, something else than a file and its folders.
            FileNotFoundError: There is none.
            OSError: It cannot be opened.
        """
        return os.fdopen(self.folder.open(file), "rb")

    def digest(self, file: str) -> str | None:
        """SHA-256 of a file; None where there is none of its own, or none that can be read."""
        try:
            return self.hash_of(file, alone=True)
        except (OSError, NotOursError):
            return None

    def hash_of(self, file: str, *, alone: bool = False) -> str | None:
        """SHA-256 of a file.

        Args:
            file: POSIX path relative to the folder.
            alone: Whether there is none for a file that has another name elsewhere.

        Raises:
            ExportError: It is, or is only reached through, something else than a file and its folders.
            OSError: It cannot be read.
        """
        with self.open(file) as stream:
            if alone and os.fstat(stream.fileno()).st_nlink > 1:
                return None
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def secure(self, files: Iterable[str]) -> None:
        """Put files that were written on the disk, with their names; those that are gone are passed over.

        Several at once: a disk puts a bundle in its place in little more time than a single one.

        Raises:
            OSError: The disk failed.
        """
        folders = {""}
        waiting = iter(files)
        with ThreadPoolExecutor(_SYNCED_AT_ONCE) as threads:
            while bundle := tuple(islice(waiting, _BUNDLE)):
                shares = [bundle[start::_SYNCED_AT_ONCE] for start in range(_SYNCED_AT_ONCE)]
                for found in threads.map(self._secured, shares):
                    folders |= found
        for folder in folders:
            self._sync_folder(self.folder, folder)

    def _secured(self, files: Iterable[str]) -> set[str]:
        """Put files on the disk; gives the folders in which they are."""
        flags = os.O_RDWR if os.name == "nt" else os.O_RDONLY
        folders = {""}
        with Folder(self.root, expected=self.folder.place) as folder:
            for file in files:
                with contextlib.suppress(FileNotFoundError, NotOursError):
                    self._sync_file(folder, file, flags)
                while file := file.rpartition("/")[0]:
                    folders.add(file)
        return folders

    def _sync_file(self, folder: Folder, file: str, flags: int) -> None:
        try:
            handle = folder.open(file, flags)
        except PermissionError:
            self.lasting = False
            return
        try:
            self.sync(handle)
        except OSError as error:
            error.filename = str(folder.path(file))
            raise
        finally:
            os.close(handle)

    def _sync_folder(self, folder: Folder, name: str) -> None:
        with contextlib.suppress(FileNotFoundError, NotOursError):
            try:
                folder.sync(name)
            except OSError as error:
                self._forgive(error)

    def sync(self, handle: int) -> None:
        """Put an open file on the disk, where the file system can.

        Raises:
            OSError: The disk failed.
        """
        try:
            os.fsync(handle)
        except OSError as error:
            self._forgive(error)

    def _forgive(self, error: OSError) -> None:
        """Raise an error, unless it only says that a file system cannot put files on the disk."""
        if error.errno not in _CANNOT:
            raise error
        self.lasting = False

    def _sweep(self) -> None:
        """Remove what is left of files being written, and their folder if nothing else is in it."""
        status = self.folder.status(UNFINISHED)
        if status is None:
            return
        for name in self.folder.names(UNFINISHED):
            file = f"{UNFINISHED}/{name}"
            found = self.folder.status(file) if _UNFINISHED.fullmatch(name) else None
            if found is not None and stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                self.discard(file)
        with contextlib.suppress(OSError):
            self.folder.remove_folder(UNFINISHED)
