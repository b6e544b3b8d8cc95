"""What was written, one line for each output, and the journal that survives an interruption."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, Self

from augstudio.export.digests import DigestSet
from augstudio.export.files import JOURNAL, MANIFEST
from augstudio.export.workspace import Workspace

_BEGUN: Final = "begun"
_NOWHERE: Final = -1
_encoder = json.JSONEncoder(sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True)
class Output:
    """One line of the manifest.

    Attributes:
        key: The sample's key.
        copy: Number of the copy; 0 is the original.
        file: POSIX path relative to the export's folder.
        width: Pixels across.
        height: Pixels down.
        sha256: Of the file's bytes.
        pixels: Digest of the rendered ``(H, W, C)`` array before encoding; see
            :func:`~augstudio.core.image.pixels_digest`.
        source: SHA-256 of the source file's bytes.
        draws: What the steps drew, in order.
    """

    key: str
    copy: int
    file: str
    width: int
    height: int
    sha256: str
    pixels: str
    source: str
    draws: tuple[Mapping[str, Any], ...]

    def to_line(self) -> str:
        """The line, with its end."""
        return _encoder.encode(vars(self)) + "\n"

    @classmethod
    def from_line(cls, line: bytes) -> Self | None:
        """The record that a line holds, or None where it is damaged or torn off."""
        try:
            fields = json.loads(line)
            record = cls(**{**fields, "draws": tuple(fields["draws"])})
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return record if _is_sound(record) else None


def _is_sound(record: Output) -> bool:
    """Whether all fields of a record are of their kinds."""
    texts = (record.key, record.file, record.sha256, record.pixels, record.source)
    numbers = (record.copy, record.width, record.height)
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int and number >= 0 for number in numbers)
        and all(isinstance(draw, dict) for draw in record.draws)
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """A part of the journal: the lines of one sample."""

    start: int
    length: int


class _Spans:
    """Spans by the numbers 0, 1, 2, ..., of which some may be missing; 16 bytes for each."""

    def __init__(self) -> None:
        self._starts = array("q")
        self._lengths = array("q")

    def put(self, number: int, span: _Span) -> None:
        missing = number + 1 - len(self._starts)
        if missing > 0:
            self._starts.extend([_NOWHERE] * missing)
            self._lengths.extend([0] * missing)
        self._starts[number], self._lengths[number] = span.start, span.length

    def drop(self, number: int) -> None:
        if number < len(self._starts):
            self._starts[number] = _NOWHERE

    def __iter__(self) -> Iterator[_Span]:
        """The spans there are, in the order of their numbers."""
        for start, length in zip(self._starts, self._lengths, strict=True):
            if start != _NOWHERE:
                yield _Span(start, length)


class Journal:
    """The manifest while it grows, in the order in which samples are finished.

    A sample's lines are appended at once, so that a killed run loses only what was in flight. The finished
    manifest is made from it in the plan's order. A rerun starts with the lines that it finds; of several for
    one sample the last ones count. A sample's lines are written before its files appear, so that none of them
    is ever without its hash. As a power cut can lose lines, but not the names of files, other lines say
    beforehand which files will appear; they are put on the disk, for many samples at once.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Open the journal of an export's folder, with the lines of earlier runs.

        Raises:
            OSError: The folder cannot be written.
        """
        self._workspace = workspace
        workspace.copy_own(MANIFEST, JOURNAL)
        self._file = workspace.open_own(JOURNAL, append=True)
        self._begun = DigestSet()
        self._known: dict[str, _Span] = {}
        self._done = _Spans()
        self._read_known()

    def known(self, key: str) -> tuple[Output, ...]:
        """What earlier runs wrote for a sample."""
        span = self._known.get(key)
        return () if span is None else self._records(span)

    def reuse(self, number: int, key: str) -> None:
        """The task of this number needs nothing but the lines that are known."""
        self._done.put(number, self._known[key])

    def begin(self, files: Iterable[str]) -> None:
        """Note files that will appear, on the disk.

        Raises:
            OSError: The disk is full.
        """
        files = list(files)
        if files:
            self._write(json.dumps({_BEGUN: files}, ensure_ascii=False) + "\n")
            self._workspace.sync(self._file.fileno())

    def was_begun(self, file: str) -> bool:
        """Whether an earlier run noted that a file would appear."""
        return file in self._begun

    def append(self, number: int, outputs: tuple[Output, ...]) -> None:
        """Add the lines of the task of this number.

        Raises:
            OSError: The disk is full.
        """
        self._done.put(number, self._write("".join(output.to_line() for output in outputs)))

    def drop(self, number: int) -> None:
        """Leave the task of this number out of the finished manifest after all."""
        self._done.drop(number)

    def finish(self) -> None:
        """Write the finished manifest in the plan's order, after all files it names, and remove the journal.

        Raises:
            OSError: The disk is full.
        """
        self._workspace.secure(output.file for span in self._done for output in self._records(span))
        self._workspace.write(MANIFEST, (self._read(span) for span in self._done))
        self.close()
        self._workspace.remove_own(JOURNAL)

    def close(self) -> None:
        """Leave the journal as it is, for a later run."""
        self._file.close()

    def _records(self, span: _Span) -> tuple[Output, ...]:
        records = (Output.from_line(line) for line in self._read(span).split(b"\n"))
        return tuple(record for record in records if record is not None)

    def _write(self, lines: str) -> _Span:
        data = lines.encode()
        span = _Span(self._file.seek(0, 2), len(data))
        self._file.write(data)
        self._file.flush()
        return span

    def _read(self, span: _Span) -> bytes:
        self._file.seek(span.start)
        return self._file.read(span.length)

    def _read_known(self) -> None:
        """Index the lines of each sample; the copies of one run ascend."""
        last = ("", 0)
        end = first = 0
        for start, line in _whole_lines(self._file):
            end = start + len(line)
            record = Output.from_line(line)
            if record is None:
                last = ("", 0)
                for file in files_begun(line):
                    self._begun.add(file)
                continue
            if record.key != last[0] or record.copy <= last[1]:
                first = start
            self._known[record.key] = _Span(first, end - first)
            last = (record.key, record.copy)
        # A line that was torn off would swallow the next one.
        self._file.truncate(end)


def _whole_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    stream.seek(0)
    start = 0
    for line in stream:
        if line.endswith(b"\n"):
            yield start, line
        start += len(line)


def files_begun(line: bytes) -> tuple[str, ...]:
    """The files that a journal's line announces; none where it is another line."""
    try:
        files = json.loads(line)[_BEGUN]
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()
    return tuple(file for file in files if isinstance(file, str)) if isinstance(files, list) else ()


def manifest_lines(path: Path) -> Iterator[Output]:
    """The records of a finished manifest."""
    with path.open("rb") as stream:
        for line in stream:
            record = Output.from_line(line)
            if record is not None:
                yield record
