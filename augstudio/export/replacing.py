"""Removes an export so that another one can take its place."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import PurePosixPath
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.errors import Message, message_of
from augstudio.export.files import ENTRIES, JOURNAL, MANIFEST, PROBLEMS, RESERVED, SHARDS, SKIPPED
from augstudio.export.output_writer import is_written
from augstudio.export.own_files import checked_place, is_of_one_place
from augstudio.export.parts import part_announcements, part_outputs, remove_parts
from augstudio.export.reading.recorded import place_in, read_identity
from augstudio.export.record_digests import shard_digests, shared_digests
from augstudio.export.record_lines import all_named_outputs
from augstudio.export.workspace import Workspace

REMAINS: Final = Message("it was changed after the export wrote it, so it was not removed with the others")
"""Why an output of an export that was replaced is still there."""

DOUBTFUL: Final = Message(
    "the line of the records that names it was changed, so it stays; move it away if it is not needed"
)
"""Why a file stays of which nobody can say whether the export wrote it."""

_UNREMOVABLE: Final = "it cannot be removed: {0}"


def remove_export(workspace: Workspace, *, replace_edited: bool = False) -> tuple[Skipped, ...]:
    """Remove the files that an export's records name, as they were written, and folders left empty.

    Of an interrupted one, what was just appearing goes as well. The file that says which export it was stays,
    to be replaced by the next one; so a removal that was interrupted can go on. Anything else in the folder
    is left alone, and nothing outside it is touched: not through names that lead out of it, nor through
    links.

    Args:
        workspace: The export's folder.
        replace_edited: Whether files that somebody changed go, too.

    Returns:
        The files that somebody changed or that cannot be removed, which stay.

    Raises:
        ExportError: The folder is no export of this program.
        OSError: The disk failed.
    """
    read_identity(workspace.root)
    stay = remove_outputs(workspace, _recorded(workspace), replace_edited=replace_edited)
    remove_parts(workspace)
    for name in (SKIPPED, ENTRIES, PROBLEMS, JOURNAL, MANIFEST):
        workspace.remove(name)
    workspace.end(forgets=True)
    return stay


def remove_outputs(
    workspace: Workspace, recorded: Iterable[tuple[str, str]], *, replace_edited: bool = False
) -> tuple[Skipped, ...]:
    """Remove files as they were written, and folders left empty.

    Args:
        workspace: The export's folder.
        recorded: Names and SHA-256, as records have them, "" where the record is distrusted; what leads out
            of the folder is passed over.
        replace_edited: Whether files that somebody changed go, too.

    Returns:
        The files that somebody changed or that cannot be removed, which stay.

    Raises:
        OSError: The disk failed.
    """
    folders: set[PurePosixPath] = set()
    stay: dict[str, str] = {}
    for file, sha256 in _named(workspace, recorded):
        folders.update(PurePosixPath(file).parents)
        reason = _removed(workspace, file, sha256, replace_edited=replace_edited)
        if reason:
            stay[file] = reason
        else:
            stay.pop(file, None)
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        with contextlib.suppress(OSError):  # something else is in it
            if folder.parts:
                checked_place(workspace.root, folder.as_posix()).rmdir()
    return tuple(Skipped(file, reason) for file, reason in stay.items())


def _removed(workspace: Workspace, file: str, sha256: str, *, replace_edited: bool) -> str:
    """Remove a file that is as it was written; why it stays, or ""."""
    try:
        if not _is_there(workspace, file):
            return ""
        if not sha256:
            return DOUBTFUL
        if replace_edited or is_written(workspace, file, (sha256,)):
            workspace.remove(file)
            return ""
    except OSError as error:
        if not is_of_one_place(error):
            raise
        return Message(_UNREMOVABLE, message_of(error))
    return REMAINS


def _is_there(workspace: Workspace, file: str) -> bool:
    """Whether a name is that of a file, reached through no link."""
    try:
        found = workspace.found(file)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return False
    return found is not None and found.is_file


def _named(workspace: Workspace, recorded: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Those of the recorded files that are within the folder, with their hashes."""
    for file, sha256 in recorded:
        place = place_in(workspace.root, file)
        # An export has its own files at the top.
        own = RESERVED.difference((SHARDS,))
        if place is not None and not (place.parent == workspace.root and place.name.casefold() in own):
            yield place.relative_to(workspace.root).as_posix(), sha256


def _recorded(workspace: Workspace) -> Iterator[tuple[str, str]]:
    shards: dict[str, str] = {}
    for output in chain(all_named_outputs(workspace.root), part_outputs(workspace.root)):
        yield from output.files
        if output.shard is not None and output.sha256:
            shards[output.shard.file] = output.shard.sha256
    yield from shards.items()
    yield from shared_digests(workspace.root).items()
    yield from shard_digests(workspace.root).items()
    yield from workspace.told_shards()
    yield from workspace.all_announced()
    yield from part_announcements(workspace)
