"""The shards of an export that is being run: what earlier runs left of them, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from augstudio.datasets.base import Sample, Skipped
from augstudio.errors import ExportError
from augstudio.export.engine import Result
from augstudio.export.job import ExportJob
from augstudio.export.journal import Journal
from augstudio.export.manifest import Output
from augstudio.export.record_digests import shard_digests
from augstudio.export.replacing import remove_outputs
from augstudio.export.shard_names import is_shard
from augstudio.export.shard_packing import OutdatedError, RecordedShards, ShardPacker
from augstudio.export.shard_plan import ShardPlan
from augstudio.export.workspace import Workspace


def check_can_shard(job: ExportJob) -> None:
    """Refuse ways of running an export in which its pictures cannot go into shards.

    Raises:
        ExportError: They shall, and the export is a part, or goes to an object store.
    """
    if job.part is not None and job.options.shards:
        raise ExportError(
            "--part: does not go with --shards, as what is in a shard follows from all pictures before it; "
            "export in one run, or in parts without shards"
        )
    if job.store is not None and job.options.shards:
        raise ExportError(
            "--shards: are written to folders only; export there, and copy the folder to the object store"
        )


@dataclass
class ShardOutputs:
    """The shards of one export, in one or more goes at its tasks.

    Attributes:
        workspace: The export's folder.
        plan: What the shards have in common.
        replace_edited: Whether something else in their places is replaced.
    """

    workspace: Workspace
    plan: ShardPlan
    replace_edited: bool
    _packer: ShardPacker | None = None

    @classmethod
    def of(cls, job: ExportJob, workspace: Workspace) -> ShardOutputs | None:
        """Those of a job; None where it writes none."""
        return None if job.shards is None else cls(workspace, job.shards, job.replace_edited)

    def __post_init__(self) -> None:
        self._recorded = RecordedShards(self.workspace)
        self._known: dict[str, set[str]] = {}

    def begin(self, journal: Journal) -> None:
        """Begin to run all tasks.

        Raises:
            OSError: The folder cannot be written.
        """
        before = (*shard_digests(self.workspace.root).items(), *self.workspace.all_announced())
        for file, sha256 in before:
            self._known.setdefault(file, set()).add(sha256)
        self._packer = ShardPacker(
            self.workspace, journal, self.plan, self._known, replaces=self.replace_edited
        )

    def usable(self, known: tuple[Output, ...], sample: Sample) -> tuple[Output, ...]:
        """The records of a sample that lies in a shard which is as it was; else none.

        Raises:
            OSError: The shard is reached through a link.
        """
        return self._recorded.usable(known, sample.split)

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
        """No longer rely on shards that are to be made again."""
        self._recorded.forget(error)

    def finish(self, edited: list[Skipped]) -> Mapping[str, str]:
        """Write what is left, and remove shards that are none any more; gives the SHA-256 of each file.

        Args:
            edited: Gets those that are not wanted any more, but stay as somebody changed them.

        Raises:
            OutdatedError: As :meth:`put`.
            ExportError: Likewise.
            OSError: Likewise.
        """
        assert self._packer is not None
        written = self._packer.finish()
        gone = (
            (file, known) for file, known in self._known.items() if is_shard(file) and file not in written
        )
        stale = [(file, sha256) for file, known in gone for sha256 in known]
        edited += remove_outputs(self.workspace, stale, replace_edited=self.replace_edited)
        return written

    def close(self) -> None:
        """Let go of what is open."""
        if self._packer is not None:
            self._packer.close()
            self._packer = None
