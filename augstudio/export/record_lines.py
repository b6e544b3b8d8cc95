"""What an export's records name, and which of it can be relied on."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from augstudio.export.checksums import with_checksum, without_checksum
from augstudio.export.files import ENTRIES, JOURNAL, MANIFEST
from augstudio.export.manifest import LaterVersionError, Output
from augstudio.export.own_files import open_regular
from augstudio.export.record_digests import is_manifest_trusted


def distrusted(output: Output) -> Output:
    """A record of which only the names count: neither its files nor its source is known by a hash."""
    labels = output.labels and output.labels.distrusted
    return replace(output, sha256="", source="", labels=labels)


def journal_line(output: Output) -> bytes:
    """A record as it stands in the journal."""
    return with_checksum(output.to_line(entry_text=True).encode())


def journal_record(line: bytes) -> Output | None:
    """The record in a journal's line, distrusted where the line was changed; None where it holds none.

    Raises:
        LaterVersionError: Only a later version of the program understands it.
    """
    text, sound = without_checksum(line)
    return _record(text, trusted=sound)


def _record(line: bytes, *, trusted: bool) -> Output | None:
    """The record in a line; that a line that was changed is of a later version says nothing."""
    try:
        record = Output.from_line(line)
    except LaterVersionError:
        if trusted:
            raise
        return None
    return record if record is None or trusted else distrusted(record)


def named_outputs(root: Path, name: str) -> Iterator[Output]:
    """The records in an export's manifest or journal; none where there is no such file.

    Raises:
        LaterVersionError: Only a later version of the program understands one.
        OSError: It cannot be read, or is reached through a link.
    """
    yield from _records(root, name, trusted=name == JOURNAL or is_manifest_trusted(root))


def all_named_outputs(root: Path) -> Iterator[Output]:
    """The records of both files, those first that can be relied on, as they tell more of the same output.

    Raises:
        LaterVersionError: Only a later version of the program understands one.
        OSError: One cannot be read, or is reached through a link.
    """
    trusted = is_manifest_trusted(root)
    if trusted:
        yield from _records(root, MANIFEST)
    yield from (output for output in _records(root, JOURNAL) if output.sha256)
    yield from (output for output in _records(root, JOURNAL) if not output.sha256)
    if not trusted:
        yield from _records(root, MANIFEST, trusted=False)


def _records(root: Path, name: str, *, trusted: bool = True) -> Iterator[Output]:
    read = journal_record if name == JOURNAL else partial(_record, trusted=trusted)
    with contextlib.suppress(FileNotFoundError), open_regular(root, name) as stream:
        try:
            yield from (record for line in stream if (record := read(line)) is not None)
        except LaterVersionError as error:
            raise error.found_in(root / name) from None


def journal_of_manifest(root: Path) -> Iterator[bytes]:
    """The journal's lines with which a run begins where an earlier one has finished.

    Raises:
        FileNotFoundError: There is no finished manifest.
        OSError: It cannot be read, or is reached through a link.
    """
    trusted = is_manifest_trusted(root)
    with open_regular(root, MANIFEST) as stream, contextlib.ExitStack() as stack:
        entries: Iterator[bytes] = iter(())
        with contextlib.suppress(OSError):
            entries = iter(stack.enter_context(open_regular(root, ENTRIES)))
        for line in stream:
            whole = _with_entry(line, next(entries, b""))
            yield with_checksum(whole) if trusted else line


def _with_entry(line: bytes, entry: bytes) -> bytes:
    """A manifest's line with what its output contributes to files that all pictures share."""
    text = entry.strip(b"\n")
    record = Output.from_line(line) if text else None
    if record is None or record.labels is None:
        return line
    if hashlib.sha256(text).hexdigest() != record.labels.entry:
        return line
    labels = replace(record.labels, entry_text=text.decode())
    return replace(record, labels=labels).to_line(entry_text=True).encode()


def entries_of(root: Path) -> Iterator[bytes]:
    """What each output of a finished export contributes to shared files, in the manifest's order.

    There are none where there is no such file.

    Raises:
        OSError: It cannot be read, or is reached through a link.
    """
    with contextlib.suppress(FileNotFoundError), open_regular(root, ENTRIES) as stream:
        yield from (line.strip(b"\n") for line in stream)
