"""The shards of an export that is being run: what earlier runs left of them, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped
from augstudio.errors import ExportError
from augstudio.export.engine import Result
from augstudio.export.job import ExportJob
from augstudio.export.journal import Journal
from augstudio.export.manifest import Output
from augstudio.export.part import Part
from augstudio.export.parts import part_announcements, parts_of
from augstudio.export.record_digests import shard_digests
from augstudio.export.replacing import remove_outputs
from augstudio.export.shards.names import is_shard
from augstudio.export.shards.packing import ShardPacker
from augstudio.export.shards.plan import ShardPlan
from augstudio.export.shards.records import OutdatedError, RecordedShards
from augstudio.export.shards.size import samples_of
from augstudio.export.workspace import Workspace


def check_can_shard(job: ExportJob) -> None:
    """Refuse ways of running an export in which its pictures cannot go into shards.

    Raises:
        ExportError: They shall, and the export is a part of which nobody knows the shards.
    """
    if job.part is not None and job.options.shards and samples_of(job.options.shards) is None:
        raise ExportError(
            "--part: where a shard of so many bytes ends follows from all pictures before it, so that parts "
            "cannot divide such shards; give their size in samples, such as --shards 10000samples"
        )


@dataclass
class ShardOutputs:
    """The shards of one export, in one or more goes at its tasks.

    Attributes:
        workspace: The export's folder.
        plan: What the shards have in common.
        replace_edited: Whether something else in their places is replaced.
        finishes: Whether nothing is rendered, but parts are put together.
        labels: The format of their labels, and its classes; None where there are none.
        appeared: How many samples are in the shards that appeared in the goes that have ended.
    """

    workspace: Workspace
    plan: ShardPlan
    replace_edited: bool
    finishes: bool = False
    labels: Mapping[str, Any] | None = None
    appeared: int = 0
    _packer: ShardPacker | None = None

    @classmethod
    def of(cls, job: ExportJob, workspace: Workspace) -> ShardOutputs | None:
        """Those of a job; None where it writes none."""
        if job.shards is None:
            return None
        labels = None if job.labelling is None else job.labelling.class_list()
        return cls(workspace, job.shards, job.replace_edited, job.finishes, labels)

    def __post_init__(self) -> None:
        self._recorded = RecordedShards(self.workspace, self.plan.borders is not None)
        self._known: dict[str, set[str]] = {}

    def begin(self, journal: Journal) -> None:
        """Begin to run all tasks.

        Raises:
            OSError: The folder cannot be written.
        """
        # Parts of other numbers write the same shards.
        announced = (self.workspace.all_announced(), part_announcements(self.workspace))
        for file, sha256 in chain(shard_digests(self.workspace.root).items(), *announced):
            self._known.setdefault(file, set()).add(sha256)
        self._packer = ShardPacker(
            self.workspace, journal, self.plan, self._known, replaces=self.replace_edited
        )

    def usable(self, known: tuple[Output, ...], number: int, sample: Sample) -> tuple[Output, ...]:
        """The records of a sample that lies in a shard which is as it was; else none.

        Where parts are put together, shards are looked at there.

        Args:
            known: The records.
            number: The place of the sample's task in the plan.
            sample: The sample.

        Raises:
            OSError: The shard is reached through a link.
        """
        if self.finishes:
            return known
        return self._recorded.usable(known, sample.split, self.plan.number(number, sample.split))

    def expect(self, number: int) -> None:
        """A task of this number is given out, after those that were before."""
        assert self._packer is not None
        self._packer.expect(number)

    def put(self, result: Result) -> None:
        """Pack a result.

        Raises:
            OutdatedError: A shard of an earlier run would be another one now.
            ExportError: Something else is in a shard's place.
            OSError: The disk is full.
        """
        assert self._packer is not None
        self._packer.put(result)

    def forget(self, error: OutdatedError) -> None:
        """No longer rely on shards that are to be made again.

        Raises:
            ExportError: Nothing is rendered now; the parts to run are named.
        """
        if self.finishes:
            units = {self.plan.unit_of_shard(*shard) for shard in error.shards}
            counts = {part.count for part in parts_of(self.workspace.root)}
            again = sorted({Part(count, unit % count) for unit in units for count in counts})
            raise ExportError(
                "{0} in {1}: not as the parts recorded it; run these parts again, and then finish: {2}",
                str(error),
                printable(str(self.workspace.root)),
                ", ".join(map(str, again)),
            )
        self._recorded.forget(error)

    def end(self) -> None:
        """Write what is left.

        Raises:
            OutdatedError: As :meth:`put`.
            ExportError: Likewise.
            OSError: Likewise.
        """
        assert self._packer is not None
        self._packer.end()

    def finish(self, edited: list[Skipped]) -> Mapping[str, str]:
        """Write the list of shards, and remove those that are none any more; gives the SHA-256 of each file.

        Args:
            edited: Gets those that are not wanted any more, but stay as somebody changed them.

        Raises:
            OSError: The disk is full.
        """
        assert self._packer is not None
        written = self._packer.write_list(self.labels)
        known = ((file, sha256) for file, digests in self._known.items() for sha256 in digests)
        all_known = chain(known, self.workspace.told_shards(besides=written))
        stale = [(file, sha256) for file, sha256 in all_known if is_shard(file) and file not in written]
        edited += remove_outputs(self.workspace, stale, replace_edited=self.replace_edited)
        return written

    def close(self) -> None:
        """Let go of what is open."""
        if self._packer is not None:
            self._packer.close()
            self.appeared += self._packer.appeared
            self._packer = None
