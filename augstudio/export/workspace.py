"""What an export asks of the place that it writes to: a folder, or a part of an object store.

Records are small, are read again and again, and so have a folder in any case: a store's are worked on in a
copy there. Outputs are only reached by what is asked of the place.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, Self


@dataclass(frozen=True, slots=True)
class Found:
    """What has a name in the place.

    Attributes:
        size: Bytes.
        is_file: Whether it is a file; else a folder, a pipe or a device.
        names: How many names it has; an export gives each file one.
        written: SHA-256 of what an export put there under that name, where the place itself tells; else "".
    """

    size: int
    is_file: bool = True
    names: int = 1
    written: str = ""

    @classmethod
    def of(cls, status: os.stat_result) -> Self:
        """What a file system says."""
        return cls(status.st_size, stat.S_ISREG(status.st_mode), status.st_nlink)


class Workspace(Protocol):
    """A place in which files appear only when they are complete.

    All files are named by POSIX paths relative to it. An :class:`OSError` says that the place failed.

    Attributes:
        root: The folder of the records, as far as they are read by their paths.
        journal: Name of the manifest in the making.
        outlasts_power_cuts: Whether all that was to be put on the disk could be; some file systems cannot.
    """

    root: Path
    journal: str
    outlasts_power_cuts: bool

    def begin(self) -> None:
        """Make the place and remove what an interrupted run left unfinished."""

    def end(self, *, forgets: bool = False) -> None:
        """Remove what is unfinished, and what was announced if it is of no use any more."""

    def close(self) -> None:
        """Let go of what is open."""

    def beside(self, own: str) -> Workspace:
        """The same place for one who keeps in a folder of that name what is not finished."""
        ...

    def announce(self, key: str, file: str, sha256: str) -> None:
        """Announce a file of a sample that is about to appear; kept until the export has finished."""

    def announced(self, key: str) -> dict[str, str]:
        """A sample's files, with their SHA-256, that were announced and may be there without a record."""
        ...

    def all_announced(self) -> Iterator[tuple[str, str]]:
        """The same of all samples."""
        ...

    def forget(self, key: str) -> None:
        """What this process announced of a sample is of no use any more."""

    def forget_all(self, is_ended: Callable[[str], bool]) -> None:
        """The same of all samples that have ended, whichever process announced it."""

    def found(self, file: str) -> Found | None:
        """What has a name; None where nothing has it."""
        ...

    def names(self) -> Container[str]:
        """What is there by now, for questions about very many names; links count as nothing."""
        ...

    def read(self, file: str) -> bytes | None:
        """The contents of a file that has one name; None where there is none, or something else."""
        ...

    def digest(self, file: str, *, shared: bool = False) -> str | None:
        """SHA-256 of such a file, or also of one that has other names."""
        ...

    def create(self, file: str, sha256: str, data: bytes) -> bool:
        """Put a file where nothing is, looking and writing in one step; needs no announcement.

        Returns:
            Whether it is there; False where something else is, or the place can only look first.
        """
        ...

    def write(
        self,
        file: str,
        parts: Iterable[bytes],
        *,
        lasting: bool = False,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Put a whole file in its place; an existing one is replaced.

        Args:
            file: Its name.
            parts: The contents, in pieces; where they raise, all stays as it was.
            lasting: Whether it must outlast a power cut from now on.
            check: Called when all pieces are there, before the file gets its name; likewise.

        Raises:
            ObstacleError: It cannot be put in its place; other places may be sound.
        """

    def growing(self, number: int) -> BinaryIO:
        """Begin an unfinished file of the records' folder that is written, and read, piece by piece.

        Args:
            number: Which of this process's it is; an earlier one is emptied.
        """
        ...

    def put_grown(self, number: int, file: str, sha256: str) -> None:
        """Put such a file, which is closed, in its place, where it outlasts a power cut from now on.

        Args:
            number: Which it is.
            file: The name to have; an existing one is replaced.
            sha256: That of its bytes.

        Raises:
            ObstacleError: It cannot be put in its place.
        """

    def told_shards(self, besides: Container[str] = ()) -> Iterator[tuple[str, str]]:
        """Shards of which the place itself tells that an export put them there, with their SHA-256.

        Args:
            besides: Names of shards that are not looked at.
        """
        ...

    def secure(self, files: Iterable[str]) -> None:
        """Let files that were written outlast a power cut; missing ones are passed over."""

    def keep_journal(self, *, now: bool = False) -> None:
        """The journal in ``root`` has grown: keep it where it outlasts this computer, at once or soon."""

    def remove(self, file: str) -> None:
        """Remove a file if it is there."""
