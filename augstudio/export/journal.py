"""The manifest in the making, which survives an interruption."""

from __future__ import annotations

import hashlib
import json
import os
import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, NamedTuple

import xxhash

from augstudio.core.text import printable
from augstudio.errors import ExportError
from augstudio.export.checksums import text_of
from augstudio.export.files import ENTRIES, JOURNAL, MANIFEST
from augstudio.export.manifest import LaterVersionError, Output
from augstudio.export.own_files import open_own, status_of
from augstudio.export.record_lines import journal_line, journal_of_manifest, journal_record
from augstudio.export.workspace import Workspace

_NOWHERE: Final = -1
_ENTRY_TEXT: Final = b'"entry_text"'
# How most lines end, from the name of their file on.
_FILE: Final = b'"file": "'
_PLAIN_END: Final = re.compile(
    rb'"file": "([^"\\]+)", "height": \d+, "key": "[^"\\]*", "pixels": "\w*", "sha256": "\w*", '
    rb'"source": "\w*", "version": \d+, "width": \d+}\n?'
)
_BLOCK: Final = 1 << 14


class JournalChangedError(ExportError):
    """Somebody changed the journal while the export ran."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A part of the journal: the lines of one sample."""

    start: int
    length: int


class LabelContents(NamedTuple):
    """What the labels of some outputs come to, beside what is in their files.

    Attributes:
        entries: Whether any contributes to files that all pictures share.
        problems: Whether anything was broken or odd.
    """

    entries: bool
    problems: bool

    @classmethod
    def of(cls, outputs: Iterable[Output]) -> LabelContents:
        """That of these outputs."""
        found = [output.labels for output in outputs if output.labels]
        return cls(any(labels.entry for labels in found), any(labels.problems for labels in found))


class _Spans:
    """Spans by the numbers 0, 1, 2, ..., of which some may be missing, with digests; 24 bytes for each."""

    def __init__(self) -> None:
        self._starts = array("q")
        self._lengths = array("q")
        self._digests = array("Q")

    def put(self, number: int, span: _Span, digest: int) -> None:
        missing = number + 1 - len(self._starts)
        if missing > 0:
            self._starts.extend([_NOWHERE] * missing)
            self._lengths.extend([0] * missing)
            self._digests.extend([0] * missing)
        self._starts[number], self._lengths[number] = span.start, span.length
        self._digests[number] = digest

    def __iter__(self) -> Iterator[tuple[_Span, int]]:
        """The spans there are, in the order of their numbers, with the digests of what they hold."""
        for start, length, digest in zip(self._starts, self._lengths, self._digests, strict=True):
            if start != _NOWHERE:
                yield _Span(start, length), digest


class Journal:
    """The manifest while it grows, in the order in which samples are finished.

    A sample's lines are appended at once, so that a killed run loses only what was in flight. The finished
    manifest is made from it in the plan's order. A rerun starts with the lines that it finds; of several for
    one sample the last ones count. What somebody else does to the file meanwhile is noticed before
    anything is made from it.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Open the journal of an export's folder, with the lines of earlier runs.

        Raises:
            LaterVersionError: A later version of the program has written there.
            OSError: The folder cannot be written.
        """
        self._workspace = workspace
        path, is_of_all = workspace.root / workspace.journal, workspace.journal == JOURNAL
        if is_of_all and not path.exists() and (workspace.root / MANIFEST).exists():
            workspace.write(JOURNAL, journal_of_manifest(workspace.root))
        self._file = open(open_own(workspace.root, workspace.journal), "r+b")  # noqa: PTH123, SIM115  (a handle)
        self._known: dict[str, _Span] = {}
        self._done = _Spans()
        self._end = 0
        self._has_entries = False
        self._has_problems = False
        try:
            self._read_known()
        except LaterVersionError:
            self._file.close()
            raise

    def known(self, key: str) -> tuple[Output, ...]:
        """What earlier runs wrote for a sample; a record whose line was changed is distrusted."""
        span = self._known.get(key)
        return () if span is None else _records(self._read(span))

    def put(self, number: int, key: str, outputs: tuple[Output, ...]) -> None:
        """Have the lines of the task of this number: those that are known where they are the same.

        Raises:
            OSError: The disk is full.
        """
        self.put_lines(number, key, b"".join(map(journal_line, outputs)), LabelContents.of(outputs))

    def put_lines(self, number: int, key: str, lines: bytes, contents: LabelContents) -> None:
        """The same of lines as the journal has them.

        Raises:
            OSError: The disk is full.
        """
        self._has_entries = self._has_entries or contents.entries
        self._has_problems = self._has_problems or contents.problems
        span = self._known.pop(key, None)
        if span is None or self._read(span) != lines:
            span = self._write(lines)
        self._done.put(number, span, _digest(lines))

    def leave_out(self, key: str) -> None:
        """The task of this sample came to nothing."""
        self._known.pop(key, None)

    def remaining(self) -> Iterator[Output]:
        """What earlier runs wrote for samples that no task was about."""
        for span in self._known.values():
            yield from _records(self._read(span))

    @property
    def may_have_problems(self) -> bool:
        """Whether something was broken or odd in any labels that were put."""
        return self._has_problems

    def finished(self) -> Iterator[Output]:
        """What the finished manifest will name.

        Raises:
            JournalChangedError: Somebody changed the file.
        """
        for lines in self._finished_lines():
            yield from _records(lines)

    def secure_files(self) -> None:
        """Put all files that were recorded in this run on the disk.

        Raises:
            JournalChangedError: Somebody changed the journal.
            OSError: The disk failed.
        """
        self._workspace.secure(self._finished_files())

    def write_manifest(self) -> str:
        """Write the finished manifest in the plan's order, after all files it names.

        Returns:
            Its SHA-256.

        Raises:
            JournalChangedError: Somebody changed the file; no manifest is written.
            OSError: The disk is full.
        """
        self.secure_files()
        digest = hashlib.sha256()

        def lines() -> Iterator[bytes]:
            for line in self._manifest_lines():
                digest.update(line)
                yield line

        self._workspace.write(MANIFEST, lines(), lasting=True)
        return digest.hexdigest()

    def write_entries(self) -> str | None:
        """Write what the outputs contribute to shared files, a line for each of the manifest's.

        Returns:
            Its SHA-256; None where they contribute nothing, and so there is no file.

        Raises:
            JournalChangedError: Somebody changed the journal.
            OSError: The disk is full.
        """
        finished = self.finished() if self._has_entries else ()
        if not any(output.labels and output.labels.entry for output in finished):
            self._workspace.remove(ENTRIES)
            return None
        digest = hashlib.sha256()

        def lines() -> Iterator[bytes]:
            for output in self.finished():
                line = (output.labels.entry_text if output.labels else "").encode() + b"\n"
                digest.update(line)
                yield line

        self._workspace.write(ENTRIES, lines(), lasting=True)
        return digest.hexdigest()

    def remove(self) -> None:
        """Remove the journal once its manifest is written; another file in its place stays.

        Raises:
            OSError: The folder is not writable.
        """
        ours = os.fstat(self._file.fileno())
        self.close()
        status = status_of(self._workspace.root, self._workspace.journal)
        if status is not None and os.path.samestat(status, ours):
            self._workspace.remove(self._workspace.journal)

    def close(self) -> None:
        """Leave the journal as it is, for a later run."""
        self._file.close()

    def _finished_files(self) -> Iterator[str]:
        """The names of all files that the finished manifest will name, each picture after its labels."""
        for line in self._finished_texts():
            begin = line.rfind(_FILE)
            plain = _PLAIN_END.fullmatch(line, begin) if begin >= 0 else None
            if plain is not None:  # no labels, no shard
                yield plain[1].decode()
                continue
            fields = json.loads(line)
            if "shard" not in fields:  # shards were put on the disk when they appeared
                yield from fields.get("labels", {}).get("files", ())
                yield fields["file"]

    def _manifest_lines(self) -> Iterator[bytes]:
        """The manifest's lines: those of the journal, but for their checksums and the entries of labels."""
        for line in self._finished_texts():
            output = Output.from_line(line) if _ENTRY_TEXT in line else None
            yield line if output is None else output.to_line().encode()

    def _finished_texts(self) -> Iterator[bytes]:
        """The lines without their checksums."""
        for lines in self._finished_lines():
            yield from map(text_of, lines.splitlines(keepends=True))

    def _finished_lines(self) -> Iterator[bytes]:
        """The lines of the samples that are done, sample by sample."""
        read = _Blocks(self._file).read
        for span, digest in self._done:
            lines = read(span)
            if _digest(lines) != digest:
                place = printable(str(self._workspace.root / self._workspace.journal))
                raise JournalChangedError(
                    "{0} was changed by something else while the export ran; export again: what is "
                    "missing then is made anew",
                    place,
                )
            yield lines

    def _write(self, lines: bytes) -> _Span:
        end = self._file.seek(0, os.SEEK_END)
        if end != self._end:  # what somebody else left there may be no whole line
            end += self._file.write(b"\n")
        self._file.write(lines)
        self._file.flush()
        self._end = end + len(lines)
        self._workspace.keep_journal()
        return _Span(end, len(lines))

    def _read(self, span: _Span) -> bytes:
        self._file.seek(span.start)
        return self._file.read(span.length)

    def _read_known(self) -> None:
        """Index the lines of each sample; the copies of one run ascend."""
        last = ("", 0)
        end = first = 0
        for start, line in _whole_lines(self._file):
            end = start + len(line)
            try:
                record = journal_record(line)
            except LaterVersionError as error:
                raise error.found_in(self._workspace.root / self._workspace.journal) from None
            if record is None:
                last = ("", 0)
                continue
            if record.key != last[0] or record.copy <= last[1]:
                first = start
            self._known[record.key] = _Span(first, end - first)
            last = (record.key, record.copy)
        # A line that was torn off would swallow the next one.
        self._file.truncate(end)
        self._end = end


class _Blocks:
    """Reads neighbouring parts of a file that does not change at once."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._start, self._block = 0, b""

    def read(self, span: _Span) -> bytes:
        first = span.start - self._start
        if first < 0 or first + span.length > len(self._block):
            self._start = span.start - span.start % _BLOCK
            first = span.start - self._start
            self._stream.seek(self._start)
            self._block = self._stream.read(max(2 * _BLOCK, first + span.length))
        return self._block[first : first + span.length]


def _records(lines: bytes) -> tuple[Output, ...]:
    records = (journal_record(line) for line in lines.split(b"\n"))
    return tuple(record for record in records if record is not None)


def _digest(data: bytes) -> int:
    return xxhash.xxh3_64_intdigest(data)


def _whole_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    stream.seek(0)
    start = 0
    for line in stream:
        if line.endswith(b"\n"):
            yield start, line
        start += len(line)
