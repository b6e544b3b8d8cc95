"""Removes an export so that another one can take its place."""

from __future__ import annotations

import contextlib
import errno
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.export.files import JOURNAL, MANIFEST, RESERVED, SKIPPED, Workspace
from augstudio.export.manifest import manifest_lines
from augstudio.export.places import checked_place
from augstudio.export.placing import is_written
from augstudio.export.recorded import place_in, read_identity

REMAINS: Final = "it was changed after the export wrote it, so it was not removed with the others"
"""Why an output of an export that was replaced is still there."""


def remove_export(out: Path, *, replace_edited: bool = False) -> tuple[Skipped, ...]:
    """Remove the files that an export's records name, as they were written, and folders left empty.

    Of an interrupted one, what was just appearing goes as well. The file that says which export it was stays,
    to be replaced by the next one; so a removal that was interrupted can go on. Anything else in the folder
    is left alone, and nothing outside it is touched: not through names that lead out of it, nor through
    links.

    Args:
        out: The export's folder.
        replace_edited: Whether files that somebody changed go, too.

    Returns:
        The files that somebody changed, which stay.

    Raises:
        ExportError: The folder is no export of this program.
        OSError: A file cannot be removed.
    """
    read_identity(out)
    workspace = Workspace(out)
    folders: set[PurePosixPath] = set()
    stay: dict[str, None] = {}
    for file, sha256 in _named(workspace):
        folders.update(PurePosixPath(file).parents)
        if not _is_there(workspace, file):
            continue
        if replace_edited or is_written(workspace, file, (sha256,)):
            workspace.remove(file)
            stay.pop(file, None)
        else:
            stay[file] = None
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        with contextlib.suppress(OSError):  # something else is in it
            if folder.parts:
                checked_place(out, folder.as_posix()).rmdir()
    workspace.end(forgets=True)
    for name in (SKIPPED, JOURNAL, MANIFEST):
        (out / name).unlink(missing_ok=True)
    return tuple(Skipped(file, REMAINS) for file in stay)


def _is_there(workspace: Workspace, file: str) -> bool:
    """Whether a name is that of a file, reached through no link."""
    try:
        status = workspace.status(file)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return False
    return status is not None and stat.S_ISREG(status.st_mode)


def _named(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """The files that an export's records name, as far as they are within the folder, and their hashes."""
    for file, sha256 in _recorded(workspace):
        place = place_in(workspace.root, file)
        # An export has its own files at the top.
        if place is not None and not (place.parent == workspace.root and place.name.casefold() in RESERVED):
            yield place.relative_to(workspace.root).as_posix(), sha256


def _recorded(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for name in (MANIFEST, JOURNAL):
        with contextlib.suppress(FileNotFoundError):
            for output in manifest_lines(checked_place(workspace.root, name)):
                yield output.file, output.sha256
    yield from workspace.all_announced()
