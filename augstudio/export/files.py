"""Files that are either complete or not there.

While an export runs, files are left to the system to be put on the disk: a rerun compares all of them with
their hashes anyway, and mends what a power cut emptied. Before the finished manifest appears, every file it
names is put on the disk, so that a finished export stays finished. (Doing that for each file when it is
written takes ten times as long.)
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.export.places import checked_place, open_own

IDENTITY: Final = "augstudio.json"
"""Name of the file that says which export a folder belongs to."""

MANIFEST: Final = "manifest.jsonl"
"""Name of the finished manifest."""

SKIPPED: Final = "skipped.jsonl"
"""Name of the file that says what a finished export left out, and why; there is none where it is nothing."""

JOURNAL: Final = ".manifest.partial"
"""Name of the manifest in the making; it stays behind only where an export was interrupted."""

UNFINISHED: Final = ".augstudio-unfinished"
"""Folder, within an export's folder, of the files being written; nothing in it is of use after a run."""

LOCK: Final = ".augstudio-lock"
"""File that stands in an export's folder while an export runs there."""

LEFT_BY_SYSTEMS: Final = frozenset((LOCK, ".DS_Store", "Thumbs.db", "desktop.ini"))
"""Names of files that mean nothing in an export's folder."""

RESERVED: Final = frozenset((IDENTITY, MANIFEST, SKIPPED, JOURNAL, UNFINISHED, LOCK))
"""Names in an export's folder that no output may have, in lower case."""


# Disks take in several files at once; a bundle of names is looked at at a time.
_SYNCED_AT_ONCE: Final = 16
_BUNDLE: Final = 1024


class Workspace:
    """An export's folder, in which files appear only when they are complete."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def begin(self) -> None:
        """Make the folder and remove what an interrupted run left unfinished.

        Raises:
            OSError: The folder cannot be made or written.
        """
        self.end()
        checked_place(self.root, UNFINISHED).mkdir(parents=True)

    def end(self) -> None:
        """Remove the unfinished files."""
        shutil.rmtree(self.root / UNFINISHED, ignore_errors=True)

    def write(self, file: str, parts: Iterable[bytes], *, lasting: bool = False) -> None:
        """Write a file under a temporary name, then rename it; an existing one is replaced.

        Args:
            file: POSIX path relative to the folder.
            parts: The contents, in pieces.
            lasting: Whether it must outlast a power cut from now on.

        Raises:
            OSError: The disk is full or not writable.
        """
        unfinished = self._unfinished()
        try:
            with open(self._opened(), "wb") as stream:  # noqa: PTH123  (a handle, no path)
                stream.truncate()
                stream.writelines(parts)
                if lasting:
                    stream.flush()
                    os.fsync(stream.fileno())
            self._put(unfinished, file)
            if lasting:
                _sync_folder((self.root / file).parent)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def copy(self, source: Path, file: str) -> None:
        """Copy a file into the folder, as completely as :meth:`write` does.

        Raises:
            OSError: The disk is full or not writable.
        """
        unfinished = self._unfinished()
        with source.open("rb") as original, open(self._opened(), "wb") as stream:  # noqa: PTH123
            stream.truncate()
            shutil.copyfileobj(original, stream)
        self._put(unfinished, file)

    def secure(self, files: Iterable[str]) -> None:
        """Put files that were written on the disk, with their names; those that are gone are passed over.

        Several at once: a disk puts a bundle in its place in little more time than a single one.

        Raises:
            OSError: The disk failed.
        """
        folders = {self.root}
        waiting = iter(files)
        with ThreadPoolExecutor(_SYNCED_AT_ONCE) as threads:
            while bundle := tuple(islice(waiting, _BUNDLE)):
                shares = [bundle[start::_SYNCED_AT_ONCE] for start in range(_SYNCED_AT_ONCE)]
                for found in threads.map(self._secured, shares):
                    folders |= found
        for folder in folders:
            _sync_folder(folder)

    def _secured(self, files: Iterable[str]) -> set[Path]:
        """Put files on the disk; gives the folders in which they are."""
        flags = os.O_RDWR if os.name == "nt" else os.O_RDONLY
        folders = {self.root}
        for file in files:
            place = checked_place(self.root, file)
            with contextlib.suppress(FileNotFoundError):
                _sync(place, flags)
            while place != self.root and place.parent not in folders:
                place = place.parent
                folders.add(place)
        return folders

    def remove(self, file: str) -> None:
        """Remove a file if it is there.

        Raises:
            OSError: It cannot be removed, or is reached through a link.
        """
        checked_place(self.root, file).unlink(missing_ok=True)

    def _unfinished(self) -> Path:
        # One process writes one file at a time.
        return self.root / UNFINISHED / str(os.getpid())

    def _opened(self) -> int:
        return open_own(self.root, f"{UNFINISHED}/{os.getpid()}")

    def _put(self, unfinished: Path, file: str) -> None:
        target = checked_place(self.root, file)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.replace(target)


def _sync_folder(folder: Path) -> None:
    # Some systems cannot, and then need not.
    with contextlib.suppress(OSError):
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
