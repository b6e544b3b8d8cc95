"""Removes an export so that another one can take its place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from augstudio.datasets.base import Skipped
from augstudio.export.files import JOURNAL, MANIFEST, RESERVED, SKIPPED
from augstudio.export.folder import NotOursError
from augstudio.export.manifest import Output, files_begun
from augstudio.export.own import is_blank_stream
from augstudio.export.placing import REMAINS
from augstudio.export.recorded import place_in, read_identity
from augstudio.export.references import sweep_references
from augstudio.export.workspace import Workspace


def remove_export(workspace: Workspace, *, replace_edited: bool = False) -> tuple[Skipped, ...]:
    """Remove the files that an export's manifest names, as they were written, and folders left empty.

    Of files that are only said to be about to appear, those go that a power cut emptied. The file that says
    which export it was stays, to be replaced by the next one; so a removal that was interrupted can go on.
    Anything else in the folder is left alone, and nothing outside it is touched: not through names that lead
    out of it, nor through links.

    Args:
        workspace: The export's folder.
        replace_edited: Whether files that somebody changed go, too.

    Returns:
        The files that somebody changed, which stay.

    Raises:
        ExportError: The folder is no export of this program, or something in it is not the export's.
        OSError: A file cannot be removed.
    """
    described = read_identity(workspace.root)
    folders: set[str] = set()
    stay: dict[str, None] = {}
    for name in (MANIFEST, JOURNAL):
        for file, record in _named(workspace, name):
            with contextlib.suppress(NotOursError, FileNotFoundError, NotADirectoryError):
                if _is_removable(workspace, file, record, replace_edited=replace_edited):
                    workspace.folder.remove(file)
                    stay.pop(file, None)
                elif record is not None and workspace.folder.status(file) is not None:
                    stay[file] = None
            folders.update(str(parent) for parent in PurePosixPath(file).parents)
    for folder in sorted(folders - {"."}, key=lambda folder: folder.count("/"), reverse=True):
        with contextlib.suppress(OSError, NotOursError):  # something else is in it
            workspace.folder.remove_folder(folder)
    sweep_references(workspace, described.get("pipeline"), None)
    for name in (SKIPPED, JOURNAL, MANIFEST):
        workspace.remove_own(name)
    return tuple(Skipped(file, REMAINS) for file in stay)


def _is_removable(workspace: Workspace, file: str, record: Output | None, *, replace_edited: bool) -> bool:
    """Whether a file is as it was written, or emptied by a power cut.

    Raises:
        FileNotFoundError: There is none.
        NotOursError: It is a link or no file.
    """
    with workspace.open(file) as stream:
        if is_blank_stream(stream):
            return True
    return record is not None and (replace_edited or workspace.hash_of(file) == record.sha256)


def _named(workspace: Workspace, name: str) -> Iterator[tuple[str, Output | None]]:
    """The files that a manifest or journal names, as far as they are within the folder, with their records."""
    try:
        stream = workspace.open_own(name)
    except FileNotFoundError:
        return
    with stream:
        for line in stream:
            record = Output.from_line(line)
            files = files_begun(line) if record is None else (record.file,)
            for file in files:
                place = place_in(workspace.root, file)
                if place is None:
                    continue
                inner = place.relative_to(workspace.root).as_posix()
                if "/" in inner or inner.casefold() not in RESERVED:
                    yield inner, record
