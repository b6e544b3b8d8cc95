"""Lets a sample's files appear in an export's folder, and takes them away again; never somebody else's.

What stands at an output's name is told from its bytes:

- It is the export's if they are what belongs there, or have the hash that a record names.
- It is torn by a power cut if a record, or the note that a run left of the files it was about to write, names
  it, it is no longer than what belongs there, and each of its sectors is either as it should be or zero. It is
  mended. (Nobody's work looks so.)
- If a record names it and it is neither, somebody edited it; if none does, somebody put it there. It stays as
  it is, and is told of, unless edited files shall be replaced.
- Links, folders, pipes and devices stay in any case.
"""

from __future__ import annotations

import enum
import errno
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final

from augstudio.datasets.base import Skipped
from augstudio.datasets.image_folder import printable
from augstudio.export.folder import NotOursError, kind_of, leads_elsewhere
from augstudio.export.manifest import Output
from augstudio.export.own import is_blank, is_blank_stream
from augstudio.export.plan import PlannedFile, Task
from augstudio.export.task import Done
from augstudio.export.workspace import Workspace

EDITED: Final = (
    "it was changed after the export wrote it, and stays as it is; to have it made anew, export again and let "
    "edited files be replaced"
)
"""Why an output is not what the export would write."""

REMAINS: Final = "it was changed after the export wrote it, so it was not removed with the others"
"""Why an output of an export that was replaced is still there."""

_CHUNK: Final = 1 << 20
_SECTOR: Final = 512
# What one place may have, while the disk and all other places are sound.
_OF_ONE_PLACE: Final = frozenset(
    (
        errno.ENAMETOOLONG,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EEXIST,
        errno.ENOTEMPTY,
        errno.EXDEV,
        errno.EILSEQ,
        errno.EINVAL,
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ELOOP,
        errno.EBUSY,
        errno.ENXIO,
        errno.EMLINK,
    )
)


class _Likeness(enum.Enum):
    """How a file's bytes relate to those that belong there."""

    SAME = enum.auto()
    TORN = enum.auto()
    OTHER = enum.auto()


class _State(enum.Enum):
    """What is at an output's name, as seen by the export."""

    FREE = enum.auto()
    """Nothing, or what may be replaced."""
    RIGHT = enum.auto()
    """What belongs there."""
    EDITED = enum.auto()
    """Somebody's change of what was written."""


@dataclass(frozen=True)
class Placed:
    """What became of a sample's finished files.

    Attributes:
        outputs: Its records.
        written: How many files appeared now.
        edited: Those that somebody changed, which stay, by their names in the folder.
    """

    outputs: tuple[Output, ...]
    written: int
    edited: tuple[Skipped, ...] = ()


@dataclass(frozen=True)
class Placing:
    """Puts files of samples into an export's folder.

    Attributes:
        workspace: The folder.
        replace_edited: Whether files that somebody changed or put there are replaced.
    """

    workspace: Workspace
    replace_edited: bool = False

    def put(
        self, task: Task, done: Done, known: tuple[Output, ...], record: Callable[[], None]
    ) -> Placed | Skipped:
        """Let a sample's files appear, all of them or none.

        Args:
            task: The sample's task.
            done: Its finished files.
            known: Records of an earlier run.
            record: Called before the first of them appears, so that none is ever without a record.

        Raises:
            OSError: The disk is full or failed.
        """
        files = {output.copy: output.file for output in done.outputs}
        waiting = dict(done.unfinished)
        try:
            states = self._states(task, done, known)
        except (NotOursError, OSError) as error:
            reason = _reason(error)
            self._discard(waiting)
            return self.withdraw(task, known, reason)
        record()
        try:
            for copy, state in states.items():
                if state is _State.FREE:
                    self.workspace.put(waiting[copy], files[copy])
                    del waiting[copy]
        except (NotOursError, OSError) as error:
            return self.withdraw(task, (*known, *done.outputs), _reason(error))
        finally:
            self._discard(waiting)
        edited = [Skipped(files[copy], EDITED) for copy in states if states[copy] is _State.EDITED]
        written = sum(state is _State.FREE for state in states.values())
        return Placed(done.outputs, written, tuple(edited))

    def withdraw(self, task: Task, known: tuple[Output, ...], reason: str) -> Skipped:
        """Leave a sample out: it is written whole or not at all, so what the export wrote of it goes.

        Raises:
            OSError: A file cannot be removed.
        """
        digests: dict[str, set[str]] = {}
        for output in known:
            digests.setdefault(output.file, set()).add(output.sha256)
        for planned in task.outputs:
            try:
                if self._is_removable(planned, digests.get(planned.file, set())):
                    self.workspace.folder.remove(planned.file)
            except (FileNotFoundError, NotOursError):
                continue
            except OSError as error:
                if error.errno not in _OF_ONE_PLACE:
                    raise
        return Skipped(task.key, reason)

    def _discard(self, unfinished: dict[int, str]) -> None:
        for name in unfinished.values():
            self.workspace.discard(name)

    def _states(self, task: Task, done: Done, known: tuple[Output, ...]) -> dict[int, _State]:
        planned = {item.copy: item for item in task.outputs}
        records = {output.file: output for output in known}
        return {
            copy: self._state(planned[copy], name, records.get(planned[copy].file))
            for copy, name in done.unfinished.items()
        }

    def _state(self, planned: PlannedFile, unfinished: str, record: Output | None) -> _State:
        """What is at an output's name.

        Raises:
            NotOursError: Something that no export has put there, and that must not be replaced.
        """
        folder, file = self.workspace.folder, planned.file
        status = folder.status(file)
        if status is None:
            return _State.FREE
        if leads_elsewhere(status):
            raise NotOursError(f"its output {file} is a link; an export makes none")
        if not stat.S_ISREG(status.st_mode):
            raise NotOursError(f"its output {file} is {kind_of(status)}, not a file; move it away")
        with self.workspace.open(file) as there, self.workspace.open(unfinished) as wanted:
            likeness = _likeness(there, wanted)
            if likeness is _Likeness.SAME:
                # The same file under another name may change with that.
                return _State.RIGHT if status.st_nlink == 1 else _State.FREE
            if likeness is _Likeness.TORN and (record is not None or planned.begun):
                return _State.FREE
            if self.replace_edited or (record is not None and record.sha256 == self.workspace.hash_of(file)):
                return _State.FREE
        if record is not None:
            return _State.EDITED
        raise NotOursError(
            f"its output {file} is there already, but not of the export's making; move it away, or export "
            "again and let edited files be replaced"
        )

    def _is_removable(self, planned: PlannedFile, digests: set[str]) -> bool:
        """Whether a file is known to be the export's, or empty where one of the export's was."""
        status = self.workspace.folder.status(planned.file)
        if status is None or not stat.S_ISREG(status.st_mode):
            return False
        with self.workspace.open(planned.file) as stream:
            if (digests or planned.begun) and is_blank_stream(stream):
                return True
        return bool(digests) and self.workspace.hash_of(planned.file) in digests


def _likeness(there: BinaryIO, wanted: BinaryIO) -> _Likeness:
    """How one file's bytes relate to those of another."""
    same = True
    while data := there.read(_CHUNK):
        right = wanted.read(_CHUNK)
        if len(right) < len(data):
            return _Likeness.OTHER
        if data == right[: len(data)]:
            continue
        same = False
        for start in range(0, len(data), _SECTOR):
            sector = data[start : start + _SECTOR]
            if not is_blank(sector) and sector != right[start : start + len(sector)]:
                return _Likeness.OTHER
    return _Likeness.SAME if same and there.tell() == wanted.seek(0, os.SEEK_END) else _Likeness.TORN


def _reason(error: NotOursError | OSError) -> str:
    """Why an output cannot be where it belongs.

    Raises:
        OSError: It is the disk that failed.
    """
    if isinstance(error, NotOursError):
        return str(error)
    if error.errno not in _OF_ONE_PLACE:
        raise error
    place = printable(str(error.filename or ""))
    return f"its output {place} cannot be written: {error.strerror or error}"
