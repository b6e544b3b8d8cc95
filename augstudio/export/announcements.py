"""Word of files that are about to appear, kept until the export has finished.

A file that an interrupted run put in its place, but did not record, is known by it as one of the export's.
Each process appends its lines to a file of its own; what is recorded meanwhile stays in there and does no
harm, as it says the same as the record.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from augstudio.export.checksums import with_checksum, without_checksum
from augstudio.export.digests import DigestMap
from augstudio.export.own_files import check_place, checked_place, open_own, read_own
from augstudio.export.tasks import Task
from augstudio.processes import own_number

SUFFIX: Final = ".begun"
"""That of the files of announcements."""

Announced: TypeAlias = tuple[tuple[str, str], ...]
"""Names of files with the SHA-256 that they were announced with."""

_DIGEST_BYTES: Final = 32
_MOST_DIGESTS: Final = 1024  # of one file
_encode = json.JSONEncoder(ensure_ascii=False).encode


class Announcements:
    """What the processes of an export announce in one folder."""

    def __init__(self, root: Path, folder: str) -> None:
        """Take an export's folder, and the name of the one in it that the announcements are in."""
        self._root, self._folder = root, folder
        self._handle: int | None = None

    def add(self, key: str, file: str, sha256: str) -> None:
        """Announce a file of a sample.

        Raises:
            OSError: The disk is full or not writable.
        """
        line = f'{{"key": {_encode(key)}, "file": {_encode(file)}, "sha256": {_encode(sha256)}}}\n'
        if self._handle is None:
            self._handle = open_own(self._root, self._own(), append=True)
            if os.fstat(self._handle).st_size:  # the last line there may be torn
                os.write(self._handle, b"\n")
        os.write(self._handle, with_checksum(line.encode()))

    def close(self) -> None:
        """Let go of what is open."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def of_sample(self, key: str) -> dict[str, str]:
        """A sample's files, with their hashes."""
        part = _encode(key).encode()
        lines = (line for line in self._lines() if part in line)
        return {file: sha256 for of, file, sha256 in _parsed(lines) if of == key}

    def all(self) -> Iterator[tuple[str, str]]:
        """The same of all samples."""
        return ((file, sha256) for _, file, sha256 in _parsed(self._lines()))

    def forget(self, key: str) -> None:
        """Remove what this process announced of a sample.

        Raises:
            OSError: The folder is not writable.
        """
        self.close()
        self._forget(self._own(), key.__eq__)

    def forget_all(self, is_ended: Callable[[str], bool]) -> None:
        """Remove what any process announced of samples, when all but this one have ended.

        Raises:
            OSError: The folder is not writable.
        """
        self.close()
        for name in self._names():
            self._forget(name, is_ended)

    def _forget(self, name: str, is_ended: Callable[[str], bool]) -> None:
        lines = [line for line in (read_own(self._root, name) or b"").splitlines(True) if line.strip()]
        kept = [line for line in lines if all(not is_ended(of) for of, _, _ in _parsed(iter((line,))))]
        if not kept:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(check_place(self._root, name))  # noqa: PTH108
        elif len(kept) < len(lines):
            handle = open_own(self._root, name)
            with open(handle, "wb") as stream:  # noqa: PTH123  (a handle, no path)
                stream.truncate()
                stream.writelines(kept)

    def _own(self) -> str:
        return f"{self._folder}/{own_number()}{SUFFIX}"

    def _names(self) -> list[str]:
        folder = checked_place(self._root, self._folder)
        return sorted(f"{self._folder}/{place.name}" for place in folder.glob(f"*{SUFFIX}"))

    def _lines(self) -> Iterator[bytes]:
        for name in self._names():
            yield from (read_own(self._root, name) or b"").splitlines()


class AnnouncedBefore:
    """What earlier runs announced, by the names of the files."""

    def __init__(self, announced: Iterator[tuple[str, str]]) -> None:
        """Note it all."""
        self._digests = DigestMap()
        for file, sha256 in announced:
            known = self._digests.get(file) or b""
            with contextlib.suppress(ValueError):
                digest = bytes.fromhex(sha256)
                if len(digest) == _DIGEST_BYTES and len(known) < _MOST_DIGESTS * _DIGEST_BYTES:
                    self._digests.put(file, known + digest)

    def of_task(self, task: Task) -> Announced:
        """What was announced at the names of a task's files."""
        if not self._digests:
            return ()
        names = (name for planned in task.outputs for name in (*planned.label_files, planned.file))
        return tuple((name, sha256) for name in names for sha256 in self._of_file(name))

    def _of_file(self, file: str) -> Iterator[str]:
        digests = self._digests.get(file) or b""
        for start in range(0, len(digests), _DIGEST_BYTES):
            yield digests[start : start + _DIGEST_BYTES].hex()


def _parsed(lines: Iterator[bytes]) -> Iterator[tuple[str, str, str]]:
    """Key, name and hash in each line; lines that are not as they were written are passed over."""
    for line in lines:
        text, sound = without_checksum(line.rstrip(b"\n"))
        if not sound:
            continue
        with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
            fields = json.loads(text)
            key, file, sha256 = fields.get("key", ""), fields["file"], fields["sha256"]
            if isinstance(key, str) and isinstance(file, str) and isinstance(sha256, str):
                yield key, file, sha256
