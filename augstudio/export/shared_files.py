"""Writes what an export with labels has besides its outputs: files that all pictures share, and records."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_writing import WrittenImage
from augstudio.errors import Message, message_of
from augstudio.export.files import PROBLEMS, ObstacleError
from augstudio.export.journal import Journal
from augstudio.export.labels.labelling import Labelling
from augstudio.export.labels.report import LabelReport, LabelSums
from augstudio.export.manifest import Output
from augstudio.export.output_writer import EDITED
from augstudio.export.own_files import is_of_one_place
from augstudio.export.record_digests import LabelDigests, shared_digests
from augstudio.export.replacing import remove_outputs
from augstudio.export.workspace import Workspace

_NO_SAMPLE: Final = ""
_OBSTACLE: Final = "it cannot be written: {0}; see to that place, and export again"


class _StaysError(Exception):
    """What is in a file's place stays, and is what belongs there or not."""


@dataclass
class SharedFiles:
    """Writes them when all outputs are there; what is written depends on the finished outputs alone.

    Attributes:
        workspace: The export's folder.
        labelling: How it writes labels.
        problems: What was broken or odd in files that are read for all pictures together.
        replace_edited: Whether files that somebody changed or put there are replaced.
        of_shards: Whether the pictures are in shards: what all share is not written then, as it names files.
        edited: Files that stay though they are not what belongs there, by their names.
    """

    workspace: Workspace
    labelling: Labelling
    problems: tuple[LabelProblem, ...] = ()
    replace_edited: bool = False
    of_shards: bool = False
    edited: dict[str, Skipped] = field(default_factory=dict)

    def write(self, journal: Journal) -> tuple[LabelDigests, LabelReport]:
        """Write all; gives their digests, and what the export came to for the labels.

        Raises:
            JournalChangedError: Somebody changed the journal.
            OSError: The disk is full.
        """
        recorded = shared_digests(self.workspace.root)
        known = {*recorded.items(), *self.workspace.announced(_NO_SAMPLE).items()}
        shared: dict[str, str] = {}
        reading = _Reading(journal, self.problems)
        written = self.labelling.writer.shared_files(reading.entries)
        for file, parts in () if self.of_shards else written:
            shared[file] = self._put(file, parts, {sha256 for name, sha256 in known if name == file})
        stale = {file: sha256 for file, sha256 in recorded.items() if file not in shared}
        for item in remove_outputs(self.workspace, stale.items(), replace_edited=self.replace_edited):
            self.edited[item.name] = item
        problems = self._write_problems(journal)
        return LabelDigests(journal.write_entries(), problems, shared), reading.report()

    def _put(self, file: str, parts: Iterable[bytes], known: set[str]) -> str:
        """Write one file, unless somebody changed what is in its place; gives the SHA-256 of what belongs."""
        digest = hashlib.sha256()

        def pieces() -> Iterator[bytes]:
            for part in parts:
                digest.update(part)
                yield part

        def check() -> None:
            now = digest.hexdigest()
            found = self.workspace.found(file)
            if found is not None:
                present = self.workspace.digest(file, shared=True)
                if present == now and found.names == 1:
                    raise _StaysError
                ours = present in (*known, now, found.written) or found.size == 0
                if not ours and not self.replace_edited:
                    self.edited[file] = Skipped(file, EDITED)
                    raise _StaysError
            self.workspace.announce(_NO_SAMPLE, file, now)

        try:
            self.workspace.write(file, pieces(), lasting=True, check=check)
        except _StaysError:
            pass
        except OSError as error:
            if not isinstance(error, ObstacleError) and not is_of_one_place(error):
                raise
            self.edited[file] = Skipped(file, Message(_OBSTACLE, message_of(error)))
        return digest.hexdigest()

    def _write_problems(self, journal: Journal) -> str | None:
        """Write what was broken or odd in the labels; gives its SHA-256, None where that is nothing."""
        digest = hashlib.sha256()

        def lines() -> Iterator[bytes]:
            for problem in _problems(journal, self.problems):
                line = json.dumps(problem.to_dict(), ensure_ascii=False) + "\n"
                data = line.encode("utf-8", "backslashreplace")
                digest.update(data)
                yield data

        known = _problems(journal, self.problems) if self.problems or journal.may_have_problems else iter(())
        if next(known, None) is None:
            self.workspace.remove(PROBLEMS)
            return None
        self.workspace.write(PROBLEMS, lines(), lasting=True)
        return digest.hexdigest()


class _Reading:
    """The finished outputs, which are summed up when they are first read to the end, for whatever reason."""

    def __init__(self, journal: Journal, problems: tuple[LabelProblem, ...]) -> None:
        self._journal, self._problems = journal, problems
        self._report: LabelReport | None = None

    def entries(self) -> Iterator[tuple[WrittenImage, bytes]]:
        """The pictures with what they contribute to files that all share, in the plan's order."""
        sums = LabelSums(self._problems)
        for output in self._journal.finished():
            if output.labels is not None:
                sums.add(output.labels)
            yield written_image(output), (output.labels.entry_text if output.labels else "").encode()
        self._report = sums.report()

    def report(self) -> LabelReport:
        """What the outputs come to for the labels."""
        if self._report is None:  # the format has no file for which all of them were read
            deque(self.entries(), maxlen=0)
        assert self._report is not None
        return self._report


def _problems(journal: Journal, shared: tuple[LabelProblem, ...]) -> Iterator[LabelProblem]:
    yield from shared
    for output in journal.finished():
        if output.labels is not None:
            yield from output.labels.problems


def written_image(output: Output) -> WrittenImage:
    """An output as writers of labels know it."""
    split = None if output.labels is None else output.labels.split
    return WrittenImage(output.file, (output.width, output.height), split, output.key, output.copy)
