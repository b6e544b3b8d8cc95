"""Whether the files that all pictures of an export share are what its outputs make of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain, repeat, zip_longest
from pathlib import Path

from augstudio.datasets.label_writing import WrittenImage
from augstudio.export.files import ENTRIES, MANIFEST
from augstudio.export.own_files import digest_of_regular
from augstudio.export.reading.recorded import numbered_lines
from augstudio.export.reading.sources import Sources
from augstudio.export.record_digests import shared_digests
from augstudio.export.record_lines import entries_of
from augstudio.export.shared_files import written_image


def shared_differences(out: Path, sources: Sources | None) -> Iterator[tuple[str, str]]:
    """Names in an export's folder, each with what is wrong.

    Args:
        out: The export's folder.
        sources: What it was made from, to make the files again; None compares what is recorded.
    """
    if not shared_digests(out):
        return
    damaged = False
    for name, reason in _entry_differences(out):
        damaged = True
        yield name, reason
    if damaged or sources is None or sources.job.labelling is None:
        return
    expected = sources.job.labelling.writer.shared_files(lambda: _entries(out))
    made = {file: _digest(parts) for file, parts in expected}
    for file, digest in made.items():
        if digest_of_regular(out, file) != digest:
            yield file, "it is not what the labels of all pictures make of it"
    for file in shared_digests(out):
        if file not in made:
            yield file, "it would not be written now"


def _entry_differences(out: Path) -> Iterator[tuple[str, str]]:
    """Contributions that are not those of the manifest's lines."""
    lines = numbered_lines(out / MANIFEST)
    for number, (line, entry) in enumerate(zip_longest(lines, entries_of(out)), start=1):
        if line is None:
            yield f"{ENTRIES}:{number}", "no line of the manifest has labels here"
            return
        output = line[1]
        recorded = output.labels.entry if output is not None and output.labels else ""
        if recorded != (hashlib.sha256(entry).hexdigest() if entry else ""):
            yield f"{ENTRIES}:{number}", "it is not what the manifest's line names"


def _entries(out: Path) -> Iterator[tuple[WrittenImage, bytes]]:
    entries = chain(entries_of(out), repeat(b""))
    for (_, output), entry in zip(numbered_lines(out / MANIFEST), entries, strict=False):
        if output is not None:
            yield written_image(output), entry


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
