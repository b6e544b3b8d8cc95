"""The manifest in the making, which survives an interruption."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from augstudio.datasets.image_folder import printable
from augstudio.errors import ExportError
from augstudio.export.files import JOURNAL, MANIFEST, Workspace
from augstudio.export.manifest import Output, State
from augstudio.export.strict import lines_of, parsed_object

_BEGUN: Final = "begun"
_NOWHERE: Final = -1


class JournalChangedError(ExportError):
    """Somebody changed the journal while the export ran."""


@dataclass(frozen=True, slots=True)
class ManifestDigest:
    """What a finished manifest is.

    Attributes:
        sha256: Of its bytes.
        lines: How many it has.
        samples: Of how many samples.
    """

    sha256: str
    lines: int
    samples: int


@dataclass(frozen=True, slots=True)
class _Span:
    """A part of the journal: the lines of one sample."""

    start: int
    length: int


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
    manifest is made from it in the plan's order. A rerun starts with the lines that it finds, as far as their
    checksums say that this export wrote them; of several for one sample the last ones count. Before a
    sample's files appear, a line of its own says so: what a killed run had written, but not recorded, is
    known to be the export's. What somebody else does to the file is noticed before anything is made from it.
    """

    def __init__(self, workspace: Workspace, mark: str = "") -> None:
        """Open the journal of an export's folder, with the lines of earlier runs.

        Args:
            workspace: The folder.
            mark: The export's :func:`~augstudio.export.identity.mark_of`; "" for lines without checksums.

        Raises:
            OSError: The folder cannot be written.
        """
        self._workspace = workspace
        self._mark = mark
        path = workspace.root / JOURNAL
        finished = workspace.root / MANIFEST
        if not path.exists() and finished.exists():
            workspace.copy(finished, JOURNAL)
        self._file = path.open("a+b")
        self._known: dict[str, _Span] = {}
        self._done = _Spans()
        self._end = 0
        self._read_known()

    def known(self, key: str) -> tuple[Output, ...]:
        """What earlier runs wrote for a sample."""
        span = self._known.get(key)
        return () if span is None else self._records(self._read(span))

    def begin(self, files: Iterable[str], known: tuple[Output, ...]) -> None:
        """Note the files of a sample that are about to appear, but for those that lines name already.

        Raises:
            JournalChangedError: Somebody changed the file.
            OSError: The disk is full.
        """
        named = {output.file for output in known}
        files = [file for file in files if file not in named]
        if files:
            self._write(json.dumps({_BEGUN: files}, ensure_ascii=False).encode() + b"\n")

    def put(self, number: int, key: str, outputs: tuple[Output, ...]) -> None:
        """Have the lines of the task of this number: those that are known where they are the same.

        Raises:
            JournalChangedError: Somebody changed the file.
            OSError: The disk is full.
        """
        lines = "".join(output.to_line(self._mark) for output in outputs).encode()
        span = self._known.get(key)
        if span is None or self._read(span) != lines:
            span = self._write(lines)
        self._done.put(number, span, _digest(lines))

    def write_manifest(self) -> ManifestDigest:
        """Write the finished manifest in the plan's order, after all files it names.

        Raises:
            JournalChangedError: Somebody changed the file; no manifest is written.
            OSError: The disk is full.
        """
        self._workspace.secure(
            json.loads(line)["file"] for lines in self._finished() for line in lines.splitlines()
        )
        whole = hashlib.sha256()
        counts = [0, 0]

        def counted() -> Iterator[bytes]:
            for lines in self._finished():
                whole.update(lines)
                counts[0] += lines.count(b"\n")
                counts[1] += bool(lines)
                yield lines

        self._workspace.write(MANIFEST, counted(), lasting=True)
        return ManifestDigest(whole.hexdigest(), *counts)

    def remove(self) -> None:
        """Remove the journal of an export that is finished."""
        self.close()
        (self._workspace.root / JOURNAL).unlink(missing_ok=True)

    def close(self) -> None:
        """Leave the journal as it is, for a later run."""
        self._file.close()

    def _finished(self) -> Iterator[bytes]:
        """The lines of the samples that are done, sample by sample."""
        self._check_end()
        for span, digest in self._done:
            lines = self._read(span)
            if _digest(lines) != digest:
                raise self._changed()
            yield lines

    def _records(self, lines: bytes) -> tuple[Output, ...]:
        found = (Output.examined(line, self._mark) for line in lines.splitlines(keepends=True))
        return tuple(record for record, state in found if record is not None and _is_ours(state))

    def _write(self, lines: bytes) -> _Span:
        self._check_end()
        span = _Span(self._end, len(lines))
        self._file.write(lines)
        self._file.flush()
        self._end += len(lines)
        return span

    def _check_end(self) -> None:
        if self._file.seek(0, 2) != self._end:
            raise self._changed()

    def _changed(self) -> JournalChangedError:
        place = printable(str(self._workspace.root / JOURNAL))
        return JournalChangedError(
            f"{place} was changed by something else while the export ran; export again: what is missing then "
            "is made anew"
        )

    def _read(self, span: _Span) -> bytes:
        self._file.seek(span.start)
        return self._file.read(span.length)

    def _read_known(self) -> None:
        """Index the lines of each sample; the copies of one run ascend."""
        last = ("", 0)
        end = first = 0
        for start, line in _whole_lines(self._file):
            end = start + len(line)
            record, state = Output.examined(line, self._mark)
            if record is None or not _is_ours(state):
                last = ("", 0)
                continue
            if record.key != last[0] or record.copy <= last[1]:
                first = start
            self._known[record.key] = _Span(first, end - first)
            last = (record.key, record.copy)
        # A line that was torn off would swallow the next one.
        self._file.truncate(end)
        self._end = end


def _is_ours(state: State) -> bool:
    return state in (State.RIGHT, State.REWRITTEN)


def _digest(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def _whole_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    stream.seek(0)
    start = 0
    for line in lines_of(stream):
        if line.endswith(b"\n"):
            yield start, line
        start += len(line)


def files_begun(line: bytes) -> tuple[str, ...]:
    """The files that a journal's line announces; none where it is another line."""
    try:
        files = parsed_object(line).get(_BEGUN)
    except ValueError:
        return ()
    return tuple(file for file in files if isinstance(file, str)) if isinstance(files, list) else ()
