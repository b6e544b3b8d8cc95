"""Removes outputs of pictures that are no longer in the dataset, and copies too many.

What its folder holds then is what a fresh export of the dataset as it is now would write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.errors import Message
from augstudio.export.digests import DigestSet
from augstudio.export.journal import Journal
from augstudio.export.manifest import Output
from augstudio.export.record_lines import all_named_outputs
from augstudio.export.replacing import REMAINS, remove_outputs
from augstudio.export.workspace import Workspace

REMOVED: Final = Message("it is not exported any more, so its outputs were removed")
"""What became of a sample that earlier runs exported."""

STAYS: Final = Message(
    "the export does not write it any more, but it was changed after the export wrote it, so it stays; "
    "move it away if it is not needed"
)
"""Why an output that is not wanted any more is still there."""


@dataclass
class StaleOutputs:
    """What is removed in one run.

    Attributes:
        workspace: The export's folder.
        replace_edited: Whether files that somebody changed go, too.
        keys: The samples that earlier runs recorded and that are not exported any more.
        edited: Files that somebody changed and that stay so, by their names.
    """

    workspace: Workspace
    replace_edited: bool = False
    keys: set[str] = field(default_factory=set)
    edited: dict[str, Skipped] = field(default_factory=dict)

    def make_room(self, planned: DigestSet) -> None:
        """Remove, before anything is written, what may be in the place of other samples' outputs.

        Args:
            planned: Keys of the samples whose outputs will be written.

        Raises:
            OSError: A file cannot be removed.
        """
        named = all_named_outputs(self.workspace.root)
        recorded = DigestSet()
        self._remove(_others(named, planned, recorded))
        # Of which sample the others are is not known; those still wanted are made again.
        announced = (pair for pair in self.workspace.all_announced() if pair[0] not in recorded)
        remove_outputs(self.workspace, announced)

    def replace(self, known: tuple[Output, ...], outputs: tuple[Output, ...]) -> None:
        """Remove what earlier runs recorded for a sample and that is none of its outputs now.

        Raises:
            OSError: A file cannot be removed.
        """
        if not known:
            return
        wanted = {file for output in outputs for file, _ in output.files}
        recorded = (pair for output in known for pair in output.files)
        stale = [(file, sha256) for file, sha256 in recorded if file not in wanted]
        if stale:
            self._take(stale)

    def clear(self, journal: Journal) -> None:
        """Remove, when all samples were done, what none of them was about.

        Raises:
            OSError: A file cannot be removed.
        """
        if next(journal.remaining(), None) is not None:
            wanted = DigestSet()
            for output in journal.finished():
                for file, _ in output.files:
                    wanted.add(file)
            stale = (output for output in journal.remaining() if output.file not in wanted)
            # A picture that took another's place may share the name of its labels.
            self._take(pair for pair in self._recorded(stale) if pair[0] not in wanted)

    def _remove(self, outputs: Iterable[Output]) -> None:
        self._take(self._recorded(outputs))

    def _take(self, recorded: Iterable[tuple[str, str]]) -> None:
        for item in remove_outputs(self.workspace, recorded, replace_edited=self.replace_edited):
            self.edited[item.name] = Skipped(item.name, STAYS if item.reason == REMAINS else item.reason)

    def _recorded(self, outputs: Iterable[Output]) -> Iterator[tuple[str, str]]:
        for output in outputs:
            if output.sha256:  # else nobody knows whether there ever was such a sample
                self.keys.add(output.key)
            yield from output.files


def _others(named: Iterable[Output], planned: DigestSet, recorded: DigestSet) -> Iterator[Output]:
    """The outputs of samples that are not planned; the files of the others are added to what is recorded."""
    for output in named:
        if output.key not in planned:
            yield output
        elif output.sha256:
            for file, _ in output.files:
                recorded.add(file)
            if output.shard:
                recorded.add(output.shard.file)
