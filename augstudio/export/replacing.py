"""Removes an export so that another one can take its place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from augstudio.export.files import JOURNAL, MANIFEST, RESERVED, SKIPPED
from augstudio.export.journal import files_begun
from augstudio.export.manifest import Output
from augstudio.export.recorded import place_in, read_identity


def remove_export(out: Path) -> None:
    """Remove exactly the files that an export's manifest names, the manifest, and folders left empty.

    Of an interrupted one, what its journal says was about to appear goes as well. The file that says which
    export it was stays, to be replaced by the next one; so a removal that was interrupted can go on. Anything
    else in the folder is left alone, and nothing outside it is touched: not through names that lead out of
    it, nor through links.

    Raises:
        ExportError: The folder is no export of this program.
        OSError: A file cannot be removed.
    """
    read_identity(out)
    folders: set[Path] = set()
    for name in (MANIFEST, JOURNAL):
        for place in _places(out, out / name):
            if place.is_file() or place.is_symlink():
                place.unlink(missing_ok=True)
            folders.update(parent for parent in place.parents if out in parent.parents)
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        with contextlib.suppress(OSError):  # something else is in it
            folder.rmdir()
    for name in (SKIPPED, JOURNAL, MANIFEST):
        (out / name).unlink(missing_ok=True)


def _places(out: Path, manifest: Path) -> Iterator[Path]:
    """The places that a manifest or journal names, as far as they are within the folder."""
    with contextlib.suppress(FileNotFoundError):
        for file in _names(manifest):
            place = place_in(out, file)
            # An export makes no links and has its own files at the top.
            if place is None or (place.parent == out and place.name.casefold() in RESERVED):
                continue
            inner = [parent for parent in place.parents if out in parent.parents]
            if not any(parent.is_symlink() for parent in inner):
                yield place


def _names(manifest: Path) -> Iterator[str]:
    with manifest.open("rb") as stream:
        for line in stream:
            record = Output.from_line(line)
            yield from files_begun(line) if record is None else (record.file,)
