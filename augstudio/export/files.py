"""Files that are either complete or not there.

While an export runs, files are left to the system to be put on the disk: a rerun compares all of them with
their hashes anyway, and mends what a power cut emptied. Before the finished manifest appears, every file it
names is put on the disk, so that a finished export stays finished. (Doing that for each file when it is
written takes ten times as long.)
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from augstudio.export.announcements import SUFFIX, Announcements
from augstudio.export.no_links import HeldFolders, OpenPath, opened_folder
from augstudio.export.on_disk import put_file_on_disk, put_files_on_disk
from augstudio.export.own_files import (
    check_place,
    checked_place,
    digest_of_own,
    digest_of_regular,
    is_of_one_place,
    made_own_at,
    read_own,
    status_of,
)
from augstudio.export.workspace import Found
from augstudio.processes import own_number
from augstudio.saving import put_folder_on_disk, put_on_disk

IDENTITY: Final = "augstudio.json"
"""Name of the file that says which export a folder belongs to."""

MANIFEST: Final = "manifest.jsonl"
"""Name of the finished manifest."""

SKIPPED: Final = "skipped.jsonl"
"""Name of the file that says what a finished export left out, and why; there is none where it is nothing."""

ENTRIES: Final = "labels.jsonl"
"""Name of the file that keeps what each output contributes to files of labels that all pictures share.

It has one line for each of the manifest's, an empty one where that is nothing; there is none where the format
has no such files.
"""

SHARDS: Final = "shards.json"
"""Name of the file that lists the shards of a finished export, and its classes."""

PROBLEMS: Final = "problems.jsonl"
"""Name of the file that says what was broken or odd in the labels that were read."""

JOURNAL: Final = ".manifest.partial"
"""Name of the manifest in the making; it stays behind only where an export was interrupted."""

UNFINISHED: Final = ".augstudio-unfinished"
"""Folder in an export's folder for files being written, and for announcements of those about to appear."""

LOCK: Final = ".augstudio-lock"
"""File that is in an export's folder while an export runs there."""

PARTS: Final = ".augstudio-parts"
"""Folder in an export's folder for what its parts keep until they are put together, a folder each."""

LEFT_BY_SYSTEMS: Final = frozenset((LOCK, ".DS_Store", "Thumbs.db", "desktop.ini"))
"""Names of files that mean nothing in an export's folder."""

RESERVED: Final = frozenset(
    (IDENTITY, MANIFEST, SKIPPED, ENTRIES, SHARDS, PROBLEMS, JOURNAL, UNFINISHED, PARTS, LOCK)
)
"""Names in an export's folder that no output may have, in lower case."""


class ObstacleError(OSError):
    """A file was written, but cannot be put in its place; other places may be sound."""


class LocalWorkspace:
    """An export's folder, in which files appear only when they are complete.

    Attributes:
        root: The folder.
        journal: Name of the manifest in the making.
        outlasts_power_cuts: Whether all that was to be put on the disk could be; some file systems cannot.
    """

    def __init__(self, root: Path, own: str = "", *, holds_folders: bool = False) -> None:
        """Take an export's folder.

        Args:
            root: The folder.
            own: POSIX path, relative to it, of a folder for what is kept until the export is finished, where
                others write into the export at the same time; they may be processes of other computers.
            holds_folders: Whether the folders of files stay open for the next ones until :meth:`close`.
        """
        self.root = root
        self.journal = f"{own}/{JOURNAL}" if own else JOURNAL
        self._unfinished = f"{own}/{UNFINISHED}" if own else UNFINISHED
        self.outlasts_power_cuts = True
        self._announcements = Announcements(root, self._unfinished)
        self._held = HeldFolders(root) if holds_folders else None

    def begin(self) -> None:
        """Make the folder and remove what an interrupted run left unfinished.

        Raises:
            OSError: The folder cannot be made or written.
        """
        self.end()
        checked_place(self.root, self._unfinished).mkdir(parents=True, exist_ok=True)

    def end(self, *, forgets: bool = False) -> None:
        """Remove the unfinished files.

        Args:
            forgets: Whether what was announced is of no use any more.
        """
        folder = self.root / self._unfinished
        with contextlib.suppress(OSError), opened_folder(self.root, f"{self._unfinished}/0", own=True):
            for place in tuple(folder.iterdir()):
                if place.name.isdecimal() or (forgets and place.suffix == SUFFIX):
                    place.unlink()
            folder.rmdir()

    def announce(self, key: str, file: str, sha256: str) -> None:
        """Announce a file that is about to appear; the announcement is kept until the export has finished.

        Raises:
            OSError: The disk is full or not writable.
        """
        self._announcements.add(key, file, sha256)

    def close(self) -> None:
        """Let go of what is open."""
        self._announcements.close()
        if self._held is not None:
            self._held.close()

    def announced(self, key: str) -> dict[str, str]:
        """A sample's files, with their hashes, that were announced in this run or in interrupted ones."""
        return self._announcements.of_sample(key)

    def all_announced(self) -> Iterator[tuple[str, str]]:
        """The same of all samples."""
        return self._announcements.all()

    def forget(self, key: str) -> None:
        """A sample was left out: what this process announced of it is of no use any more.

        Raises:
            OSError: The folder is not writable.
        """
        self._announcements.forget(key)

    def forget_all(self, is_ended: Callable[[str], bool]) -> None:
        """The same of samples that are recorded or were left out, whichever process announced it.

        Raises:
            OSError: The folder is not writable.
        """
        self._announcements.forget_all(is_ended)

    def beside(self, own: str) -> LocalWorkspace:
        """The same folder for one who keeps what is not finished in a folder of that name."""
        return LocalWorkspace(self.root, own)

    def found(self, file: str) -> Found | None:
        """What has a name; None where nothing has it.

        Raises:
            OSError: It is reached through a link, or cannot be told.
        """
        status = status_of(self.root, file, self._held)
        return None if status is None else Found.of(status)

    def names(self) -> Container[str]:
        """What is there, looked at name by name."""
        return _Names(self)

    def read(self, file: str) -> bytes | None:
        """The contents of a regular file that has one name; None where there is none, or something else.

        Raises:
            OSError: It is reached through a link.
        """
        return read_own(self.root, file)

    def digest(self, file: str, *, shared: bool = False) -> str | None:
        """SHA-256 of such a file, or also of one that has other names.

        Raises:
            OSError: It is reached through a link.
        """
        return (digest_of_regular if shared else digest_of_own)(self.root, file)

    def create(self, file: str, sha256: str, data: bytes) -> bool:
        """Nothing: a file that is renamed replaces what is there, so that must be looked at before."""
        return False

    def write(
        self,
        file: str,
        parts: Iterable[bytes],
        *,
        lasting: bool = False,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Write a file under a temporary name, then rename it; an existing one is replaced.

        Args:
            file: POSIX path relative to the folder.
            parts: The contents, in pieces.
            lasting: Whether it must outlast a power cut from now on.
            check: Called when all is written, before the file gets its name; what it raises leaves all as it
                was.

        Raises:
            ObstacleError: It cannot be put in its place.
            OSError: The disk is full or not writable.
        """
        # One process writes one file at a time.
        own = f"{self._unfinished}/{own_number()}"
        with opened_folder(self.root, own, own=True, held=self._held) as unfinished:
            try:
                handle = made_own_at(unfinished)
                try:
                    _write(handle, parts)
                    if lasting:
                        self._note(put_on_disk(handle, unfinished.path))
                finally:
                    os.close(handle)
                check()
                self._put(unfinished, file)
            except BaseException:
                unfinished.path.unlink(missing_ok=True)
                raise
        if lasting:
            self._note(put_folder_on_disk((self.root / file).parent))

    def growing(self, number: int) -> BinaryIO:
        """Begin an unfinished file that is written, and read, piece by piece; an earlier one is emptied.

        Args:
            number: Which of this process's it is.

        Raises:
            OSError: The folder is not writable.
        """
        with opened_folder(self.root, self._growing(number), own=True) as place:
            return open(made_own_at(place), "r+b")  # noqa: PTH123  (a handle, no path)

    def put_grown(self, number: int, file: str, sha256: str) -> None:
        """Give such a file, which is closed, its name; it outlasts a power cut from now on.

        Args:
            number: Which it is.
            file: POSIX path relative to the folder; what is there is replaced.
            sha256: That of its bytes, which a folder does not keep.

        Raises:
            OSError: It cannot be put in its place.
        """
        name = self._growing(number)
        self._note(put_file_on_disk(check_place(self.root, name), os.O_RDWR))
        with opened_folder(self.root, name, own=True) as place:
            self._put(place, file)
        self._note(put_folder_on_disk((self.root / file).parent))

    def told_shards(self, besides: Container[str] = ()) -> Iterator[tuple[str, str]]:
        """Nothing: what an export puts into a folder, it announces."""
        return iter(())

    def grown(self, number: int) -> Path:
        """Where such a file lies while it grows."""
        return checked_place(self.root, self._growing(number))

    def _growing(self, number: int) -> str:
        return f"{self._unfinished}/0{number}"  # no process has such a number

    def secure(self, files: Iterable[str]) -> None:
        """Put files that were written on the disk, with their names; missing ones are passed over.

        Raises:
            OSError: The disk failed.
        """
        self._note(put_files_on_disk(self.root, files))

    def keep_journal(self, *, now: bool = False) -> None:
        """Nothing: it is in the folder already."""

    def remove(self, file: str) -> None:
        """Remove a file if it is there.

        It is moved among the unfinished files first. No system moves a file out of what is mounted in the
        folder, be it mounted in this moment: what belongs to another place stays there.

        Raises:
            OSError: It cannot be removed, or is reached through a link.
        """
        if self.found(file) is None:
            return
        unfinished = f"{self._unfinished}/{own_number()}"
        with (
            contextlib.suppress(FileNotFoundError),
            opened_folder(self.root, unfinished, make=True) as away,
            opened_folder(self.root, file) as place,
        ):
            place.move(away)
            away.path.unlink()

    def _note(self, on_disk: bool) -> None:
        if not on_disk:
            self.outlasts_power_cuts = False

    def _put(self, unfinished: OpenPath, file: str) -> None:
        """Give what was written its name."""
        try:
            with opened_folder(self.root, file, make=True, held=self._held) as place:
                place.status_if_any()  # a link stays
                unfinished.move(place)
        except OSError as error:
            if is_of_one_place(error):
                raise ObstacleError(error.errno, error.strerror, str(self.root / file)) from None
            raise


class _Names:
    """The names in a folder."""

    def __init__(self, workspace: LocalWorkspace) -> None:
        self._workspace = workspace

    def __contains__(self, file: object) -> bool:
        return self._workspace.found(str(file)) is not None


def _write(handle: int, parts: Iterable[bytes]) -> None:
    """Write the pieces; those that come one by one are gathered."""
    if not isinstance(parts, (tuple, list)):
        with open(handle, "wb", closefd=False) as stream:
            stream.writelines(parts)
        return
    for part in parts:
        left = memoryview(part)
        while left:
            left = left[os.write(handle, left) :]
