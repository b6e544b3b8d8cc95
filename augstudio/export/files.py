"""Files that are either complete or not there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

IDENTITY: Final = "augstudio.json"
"""Name of the file that says which export a folder belongs to."""

MANIFEST: Final = "manifest.jsonl"
"""Name of the finished manifest."""

JOURNAL: Final = ".manifest.partial"
"""Name of the manifest in the making; it stays behind only where an export was interrupted."""

UNFINISHED: Final = ".augstudio-unfinished"
"""Folder, within an export's folder, of the files being written; nothing in it is of use after a run."""

RESERVED: Final = frozenset((IDENTITY, MANIFEST, JOURNAL, UNFINISHED))
"""Names in an export's folder that no output may have, in lower case."""


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
        (self.root / UNFINISHED).mkdir(parents=True)

    def end(self) -> None:
        """Remove the unfinished files."""
        shutil.rmtree(self.root / UNFINISHED, ignore_errors=True)

    def write(self, file: str, parts: Iterable[bytes]) -> None:
        """Write a file under a temporary name, then rename it; an existing one is replaced.

        Args:
            file: POSIX path relative to the folder.
            parts: The contents, in pieces.

        Raises:
            OSError: The disk is full or not writable.
        """
        unfinished = self._unfinished()
        try:
            with unfinished.open("wb") as stream:
                stream.writelines(parts)
            self._put(unfinished, file)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise

    def copy(self, source: Path, file: str) -> None:
        """Copy a file into the folder, as completely as :meth:`write` does.

        Raises:
            OSError: The disk is full or not writable.
        """
        unfinished = self._unfinished()
        shutil.copyfile(source, unfinished)
        self._put(unfinished, file)

    def remove(self, file: str) -> None:
        """Remove a file if it is there."""
        (self.root / file).unlink(missing_ok=True)

    def _unfinished(self) -> Path:
        # One process writes one file at a time.
        return self.root / UNFINISHED / str(os.getpid())

    def _put(self, unfinished: Path, file: str) -> None:
        target = self.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.replace(target)
