"""Writes a sample's files into an export's folder and removes them, but never files of somebody else.

What stands at an output's name is told from its bytes:

- It is the export's if they are what belongs there, or have the hash that a record names.
- It is torn by a power cut if it is empty, or if a record names it, it is no longer than what belongs there,
  and each of its sectors is either as it should be or zero. It is mended.
- Everything else is somebody's: a file that was edited where a record names it, else one that was put there.
  It stays as it is, and is told of, unless such files shall be replaced.
- Folders, pipes and devices stay in any case.
"""

from __future__ import annotations

import contextlib
import enum
import errno
import stat
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.errors import Message, message_of
from augstudio.export.announcements import Announced
from augstudio.export.files import ObstacleError
from augstudio.export.manifest import Output
from augstudio.export.no_links import MOUNTED
from augstudio.export.own_files import is_of_one_place
from augstudio.export.tasks import Task
from augstudio.export.workspace import Workspace

EDITED: Final = Message(
    "it was changed after the export wrote it, and stays as it is; move it away, or let edited files be "
    "replaced, and export again"
)
"""Why an output is not what the export would write."""

_OCCUPIED: Final = (
    "its output {0} is there already and was not written by this export; move it away, or let edited files "
    "be replaced, and export again"
)
_NO_FILE: Final = "its output {0} cannot be written: something that is no file is in its place; move it away"
_NO_FOLDER: Final = "its output {0} cannot be written: {1} is no folder; move it away, and export again"
_UNWRITABLE: Final = "its output {0} cannot be written: {1}; see to that place, and export again"
_STAYS: Final = "{0}; {1}, which this export did not write, stays"
_UNREMOVABLE: Final = "{0}; {1}, which was written before, cannot be removed: {2}"
_SECTOR: Final = 512


class OccupiedError(Exception):
    """Something that no export wrote is in an output's place, and stays there; the text says what to do."""

    def __init__(self, template: str, *arguments: object) -> None:
        """Take a message, or what it is made of."""
        super().__init__(Message(template, *arguments))


class OutputState(enum.Enum):
    """What became of an output."""

    WRITTEN = enum.auto()
    """It was put in its place now."""
    UNCHANGED = enum.auto()
    """It was there already."""
    EDITED = enum.auto()
    """It is there, changed by somebody, and stays."""


@dataclass
class OutputWriter:
    """Puts the files of one sample into an export's folder.

    Attributes:
        workspace: The folder.
        task: The sample's task.
        known: Records of an earlier run.
        replace_edited: Whether files that somebody changed or put there are replaced.
        announced: What was announced of its files before; None has it looked up.
    """

    workspace: Workspace
    task: Task
    known: tuple[Output, ...] = ()
    replace_edited: bool = False
    announced: Announced | None = None
    _digests: dict[str, set[str]] = field(default_factory=dict)
    _announces: bool = False

    def __post_init__(self) -> None:
        for output in self.known:
            for file, sha256 in output.files:
                self._note(file, sha256)
        announced = self.announced
        if announced is None:
            announced = tuple(self.workspace.announced(self.task.key).items())
        for file, sha256 in announced:
            self._note(file, sha256)

    def kept(self, source: str, labels: str | None = None) -> Mapping[int, Output]:
        """The known records, by copy, whose sources and files are unchanged.

        Args:
            source: SHA-256 of the sample's picture.
            labels: That of what its labels are made from; None where the export writes none.
        """
        planned = {output.copy: output.file for output in self.task.outputs}
        return {
            output.copy: output
            for output in self.known
            if output.source == source
            and _label_source(output) == labels
            and planned.get(output.copy) == output.file
            and all(self.workspace.digest(file) == sha256 for file, sha256 in output.files)
        }

    def put(self, file: str, sha256: str, data: bytes) -> OutputState:
        """Let one file appear, or leave what is in its place.

        Args:
            file: Its POSIX path relative to the export's folder.
            sha256: That of its bytes.
            data: Its bytes.

        Raises:
            OccupiedError: Something that nobody knows is in its place, or it cannot be there.
            OSError: It cannot be written.
        """
        if self.workspace.create(file, sha256, data):
            self._note(file, sha256)
            return OutputState.WRITTEN
        present = self._present(file, data)
        if present is None:
            self.workspace.announce(self.task.key, file, sha256)
            self._announces = True
            self._note(file, sha256)
            try:
                self.workspace.write(file, (data,))
            except ObstacleError as error:
                raise OccupiedError(_unwritable(self.workspace.root, file, error)) from None
            return OutputState.WRITTEN
        return present

    def skip_sample(self, reason: Message) -> Skipped:
        """Skip the sample: it is written whole or not at all, so what the export wrote of it is removed.

        Raises:
            OSError: A file cannot be removed.
        """
        recorded = {file for output in self.known for file, _ in output.files}
        for file in (file for planned in self.task.outputs for file in (*planned.label_files, planned.file)):
            try:
                if is_written(self.workspace, file, self._digests.get(file, ())):
                    self.workspace.remove(file)
                elif file not in recorded and self.workspace.found(file) is not None:
                    reason = reason if file in reason else Message(_STAYS, reason, file)
            except OSError as error:
                if not is_of_one_place(error):
                    raise
                if file in self._digests:
                    reason = Message(_UNREMOVABLE, reason, file, message_of(error))
        if self._announces:
            self.workspace.forget(self.task.key)
        return Skipped(self.task.key, reason)

    def _note(self, file: str, sha256: str) -> None:
        self._digests.setdefault(file, set()).add(sha256)

    def _present(self, file: str, data: bytes) -> OutputState | None:
        """What is in a file's place and must stay there; None where it may be written."""
        try:
            found = self.workspace.found(file)
        except OSError as error:
            if not is_of_one_place(error):
                raise
            raise OccupiedError(_unwritable(self.workspace.root, file, error)) from None
        if found is None:
            return None
        if not found.is_file:
            raise OccupiedError(_NO_FILE, file)
        named = {*self._digests.get(file, ()), *filter(None, (found.written,))}
        if found.names > 1:  # it may be a second name of a picture of the dataset
            right = found.size == len(data) and (self.workspace.root / file).read_bytes() == data
        else:
            present = self.workspace.read(file) if found.size <= len(data) else None
            if present == data:
                return OutputState.UNCHANGED
            right = present is not None and is_torn(present, data, named=bool(named))
        if right or self.replace_edited or self.workspace.digest(file, shared=True) in named:
            return None
        if any(file == recorded for known in self.known for recorded, _ in known.files):
            return OutputState.EDITED
        raise OccupiedError(_OCCUPIED, file)


def is_written(workspace: Workspace, file: str, digests: Collection[str]) -> bool:
    """Whether a file is as an export wrote it, or empty, as a power cut leaves it.

    Args:
        workspace: The export's folder.
        file: Its name there.
        digests: SHA-256 that records name for it; where there are none, it is nobody's.

    Raises:
        OSError: It is reached through a link.
    """
    found = workspace.found(file)
    if found is None or not found.is_file or not (digests or found.written):
        return False
    # What other names it has, as in a copy of the folder made of hard links, stays under those.
    return found.size == 0 or workspace.digest(file, shared=True) in (*digests, found.written)


def _label_source(output: Output) -> str | None:
    """SHA-256 of what an output's labels were made from; none where its record is not whole."""
    if output.labels is None:
        return None
    return output.labels.source if output.labels.is_whole else ""


def _unwritable(root: Path, file: str, error: OSError) -> Message:
    """Why a file cannot be in its place."""
    for parent in (*reversed(PurePosixPath(file).parents),)[1:]:
        with contextlib.suppress(OSError):
            if not stat.S_ISDIR((root / parent).lstat().st_mode):
                return Message(_NO_FOLDER, file, parent)
    reason = MOUNTED if error.errno == errno.EXDEV else message_of(error)
    return Message(_UNWRITABLE, file, reason)


def is_torn(found: bytes, right: bytes, *, named: bool = True) -> bool:
    """Whether a file is what a power cut leaves of the right one, or is the right one.

    Args:
        found: What is there.
        right: What belongs there.
        named: Whether a record names it; else only nothing at all is torn.
    """
    if not found or not named:
        return not found
    return len(found) <= len(right) and all(
        not sector.strip(b"\0") or sector == right[start : start + len(sector)]
        for start in range(0, len(found), _SECTOR)
        for sector in (found[start : start + _SECTOR],)
    )
