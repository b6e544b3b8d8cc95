"""What was written, one line for each output, and the journal that survives an interruption."""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, Self

from augstudio.export.files import JOURNAL, MANIFEST, Workspace
from augstudio.export.places import checked_place, open_own

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
        left_out: What of the source is not in the file, as programs would refuse the file with it; stands in
            the line only where there is something.
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
    left_out: str = ""

    def to_line(self) -> str:
        """The line, with its end."""
        fields = vars(self) if self.left_out else {k: v for k, v in vars(self).items() if k != "left_out"}
        return _encoder.encode(fields) + "\n"

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
    texts = (record.key, record.file, record.sha256, record.pixels, record.source, record.left_out)
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

    def __iter__(self) -> Iterator[_Span]:
        """The spans there are, in the order of their numbers."""
        for start, length in zip(self._starts, self._lengths, strict=True):
            if start != _NOWHERE:
                yield _Span(start, length)


class Journal:
    """The manifest while it grows, in the order in which samples are finished.

    A sample's lines are appended at once, so that a killed run loses only what was in flight. The finished
    manifest is made from it in the plan's order. A rerun starts with the lines that it finds; of several for
    one sample the last ones count.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Open the journal of an export's folder, with the lines of earlier runs.

        Raises:
            OSError: The folder cannot be written.
        """
        self._workspace = workspace
        path = workspace.root / JOURNAL
        finished = workspace.root / MANIFEST
        if not path.exists() and finished.exists():
            workspace.copy(finished, JOURNAL)
        self._file = open(open_own(workspace.root, JOURNAL), "r+b")  # noqa: PTH123, SIM115  (a handle)
        self._known: dict[str, _Span] = {}
        self._done = _Spans()
        self._read_known()

    def known(self, key: str) -> tuple[Output, ...]:
        """What earlier runs wrote for a sample."""
        span = self._known.get(key)
        return () if span is None else self._records(span)

    def reuse(self, number: int, key: str) -> None:
        """The task of this number needs nothing but the lines that are known."""
        self._done.put(number, self._known.pop(key))

    def append(self, number: int, outputs: tuple[Output, ...]) -> None:
        """Add the lines of the task of this number.

        Raises:
            OSError: The disk is full.
        """
        for output in outputs[:1]:
            self._known.pop(output.key, None)
        self._done.put(number, self._write("".join(output.to_line() for output in outputs)))

    def leave_out(self, key: str) -> None:
        """The task of this sample came to nothing."""
        self._known.pop(key, None)

    def remaining(self) -> Iterator[Output]:
        """What earlier runs wrote for samples that no task was about."""
        for span in self._known.values():
            yield from self._records(span)

    def finished(self) -> Iterator[Output]:
        """What the finished manifest will name."""
        for span in self._done:
            yield from self._records(span)

    def finish(self) -> None:
        """Write the finished manifest in the plan's order, after all files it names, and remove the journal.

        Raises:
            OSError: The disk is full.
        """
        self._workspace.secure(output.file for output in self.finished())
        self._workspace.write(MANIFEST, (self._read(span) for span in self._done), lasting=True)
        self.close()
        (self._workspace.root / JOURNAL).unlink()

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


def own_lines(root: Path, name: str) -> Iterator[Output]:
    """The records that a manifest or journal of an export's folder holds; none where there is no such file.

    Raises:
        OSError: It cannot be read, or is reached through a link.
    """
    with contextlib.suppress(FileNotFoundError):
        yield from manifest_lines(checked_place(root, name))


def manifest_lines(path: Path) -> Iterator[Output]:
    """The records of a finished manifest."""
    with path.open("rb") as stream:
        for line in stream:
            record = Output.from_line(line)
            if record is not None:
                yield record
