"""Packs an export's results into shards, in the plan's order.

Which output lies in which shard follows from the plan's order and the sizes alone: all outputs of a sample
lie in one shard, the last one of its split, unless that would become larger than the limit; then the next one
begins. So the shards do not depend on who made what when. Where the limit is a number of samples, the plan
alone says which shard a sample lies in; one of which all pictures are broken is there, too, with nothing in
it, so that numbers have no gaps.

A shard appears when it is whole, and only then its outputs are recorded, bound to it by its hash. A later run
keeps the shards that it would write again as they are: those whose outputs come in the same order without a
gap. Where one would be another one, it and all later ones of its split are made again, or it alone where the
plan says what belongs into it; an :class:`~augstudio.export.shards.records.OutdatedError` names them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from augstudio.core.text import printable
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export.engine import Result
from augstudio.export.files import SHARDS
from augstudio.export.journal import Journal
from augstudio.export.manifest import Output
from augstudio.export.reordering import Reordering
from augstudio.export.run_task import Done
from augstudio.export.shards.members import END
from augstudio.export.shards.names import shard_name
from augstudio.export.shards.plan import ShardPlan
from augstudio.export.shards.putting import ShardPutter
from augstudio.export.shards.records import OutdatedError
from augstudio.export.shards.states import GrowingShard, KeptShard, WrittenShard
from augstudio.export.workspace import Found, Workspace

_ALL: Final = ""  # the key under which is announced what is of no sample alone


class ShardPacker:
    """Packs results, which may come in any order."""

    def __init__(
        self,
        workspace: Workspace,
        journal: Journal,
        plan: ShardPlan,
        known: dict[str, set[str]],
        *,
        replaces: bool,
    ) -> None:
        """Begin with nothing.

        Args:
            workspace: The export's folder.
            journal: What is recorded goes in there, when its shard is whole.
            plan: What the shards have in common.
            known: SHA-256 that records and announcements name for shards, by their names.
            replaces: Whether something else in the place of a shard is replaced.

        Raises:
            OSError: The folder cannot be written.
        """
        self._workspace, self._journal, self._plan = workspace, journal, plan
        self._known, self._replaces = known, replaces
        self._spill = workspace.growing(0)
        self._reordering = Reordering(self._spill)
        self._shards: dict[Split | None, GrowingShard | KeptShard] = {}
        self._turns: dict[Split | None, int] = {}
        self._putter = ShardPutter(workspace, journal)
        self._begun_shards: Counter[Split | None] = Counter()
        self._outdated: set[tuple[Split | None, int]] = set()
        self._written: dict[Split | None, list[WrittenShard]] = {}

    @property
    def appeared(self) -> int:
        """How many samples are in the shards that have appeared."""
        return self._putter.appeared

    def expect(self, number: int) -> None:
        """A result of this number will come, after those that are expected already."""
        self._reordering.expect(number)

    def put(self, result: Result) -> None:
        """Take a result, and pack those whose turn it is.

        Raises:
            OutdatedError: A shard of an earlier run would be another one now.
            ExportError: Something else is in a shard's place.
            OSError: The disk is full.
        """
        self._reordering.put(result)
        for ready in self._reordering.ready():
            self._take(ready)
        self._putter.look()

    def end(self) -> None:
        """Write the last shard of each split.

        Raises:
            OutdatedError: As :meth:`put`, of all that the plan alone says what belongs into them.
            ExportError: Likewise.
            OSError: Likewise.
        """
        for split in tuple(self._turns):
            self._end_turn(split)
        for split, shard in tuple(self._shards.items()):
            self._end(split, shard)
        self._putter.settle()
        if self._outdated:
            raise OutdatedError(*self._outdated)

    def write_list(self, labels: Mapping[str, Any] | None) -> dict[str, str]:
        """Write the list of all shards; gives the SHA-256 of each file.

        Args:
            labels: The format of their labels, and its classes; None where there are none.

        Raises:
            OSError: The disk is full.
        """
        order = (None, *Split)
        written = [shard for split in order for shard in self._written.get(split, ())]
        described = {
            "shards": [shard.to_dict() for shard in written],
            **({"classes": list(self._plan.classes)} if self._plan.classes else {}),
            **({} if labels is None else {"labels": dict(labels)}),
        }
        data = (json.dumps(described, indent=1, ensure_ascii=False) + "\n").encode(
            "utf-8", "backslashreplace"
        )
        self._workspace.write(SHARDS, (data,), lasting=True)
        return {
            **{shard.file: shard.sha256 for shard in written},
            SHARDS: hashlib.sha256(data).hexdigest(),
        }

    def close(self) -> None:
        """Let go of what is open."""
        self._putter.close()
        self._spill.close()
        for shard in self._shards.values():
            if isinstance(shard, GrowingShard):
                shard.close()

    def _take(self, result: Result) -> None:
        """Pack the next result in the plan's order."""
        split, done = result.assignment.task.sample.split, result.outcome
        number = self._plan.number(result.assignment.number, split)
        if number is not None and self._turns.get(split) != number:
            self._end_turn(split)
            self._turns[split] = number
        if isinstance(done, Done) and done.outputs and (split, number) not in self._outdated:
            with self._noting(split):
                self._pack(result, done, split)

    def _end_turn(self, split: Split | None) -> None:
        """A shard of which the plan says what belongs into it has all of that, be it nothing."""
        number = self._turns.pop(split, None)
        if number is not None and (split, number) not in self._outdated:
            with self._noting(split):
                self._end(split, self._shards.get(split) or self._begun(split, number))

    @contextlib.contextmanager
    def _noting(self, split: Split | None) -> Iterator[None]:
        """Go on where a shard is outdated on which no other one depends; it alone is made again."""
        try:
            yield
        except OutdatedError as error:
            if self._plan.borders is None:
                raise
            self._outdated.update(error.shards)
            shard = self._shards.pop(split, None)
            if isinstance(shard, GrowingShard):
                shard.close()

    def _pack(self, result: Result, done: Done, split: Split | None) -> None:
        shard, key, number = self._shards.get(split), result.assignment.task.key, result.assignment.number
        if not done.packed:
            kept = self._kept(shard, done.outputs, split)
            kept.nbytes = done.outputs[-1].shard.end if done.outputs[-1].shard else kept.nbytes
            kept.samples += len(done.outputs)
            self._journal.put(number, key, done.outputs)
            return
        nbytes = sum(map(len, done.packed))
        if shard is not None and self._plan.is_full(shard.nbytes + nbytes + len(END)):
            self._end(split, shard)
            shard = self._begun(split, shard.number + 1)
        elif isinstance(shard, KeptShard):  # it would be longer now, or another one
            raise OutdatedError((split, shard.number))
        elif shard is None:
            shard = self._begun(split, self._turns.get(split, 0))
        assert isinstance(shard, GrowingShard)
        shard.add(shard_name(split, shard.number), number, key, done)

    def _kept(
        self, shard: GrowingShard | KeptShard | None, outputs: tuple[Output, ...], split: Split | None
    ) -> KeptShard:
        """The shard of an earlier run that outputs are the next ones of.

        Raises:
            OutdatedError: They are not.
        """
        if isinstance(shard, GrowingShard):
            raise OutdatedError((split, shard.number))
        if shard is not None and shard.goes_on_with(outputs):
            return shard
        if shard is not None and split in self._turns:  # the rest of it is to be something else
            raise OutdatedError((split, shard.number))
        if shard is not None:
            self._end(split, shard)
        following = 0 if shard is None else shard.number + 1
        number, place = self._turns.get(split, following), outputs[0].shard
        found = None if place is None else self._workspace.found(place.file)
        if place is None or found is None or place.file != shard_name(split, number):
            raise OutdatedError((split, number))
        kept = KeptShard(number, place, found.size)
        if not kept.goes_on_with(outputs):
            raise OutdatedError((split, number))
        self._shards[split] = kept
        return kept

    def _begun(self, split: Split | None, number: int) -> GrowingShard:
        # The files of the shard before may be on their way.
        splits = (None, *Split)
        place = 1 + 2 * (splits.index(split) + len(splits) * (self._begun_shards[split] % 2))
        self._begun_shards[split] += 1
        growing = self._workspace.growing
        shard = GrowingShard(number, place, growing(place), growing(place + 1))
        self._shards[split] = shard
        return shard

    def _end(self, split: Split | None, shard: GrowingShard | KeptShard) -> None:
        """A shard has all that belongs into it."""
        file = shard_name(split, shard.number)
        if isinstance(shard, KeptShard):
            if not shard.is_whole:
                raise OutdatedError((split, shard.number))
            sha256 = shard.place.sha256
        else:
            sha256 = self._appear(file, shard)
        written = WrittenShard(file, shard.samples, shard.nbytes + len(END), sha256)
        self._written.setdefault(split, []).append(written)
        del self._shards[split]

    def _appear(self, file: str, shard: GrowingShard) -> str:
        """Let a shard appear, and its outputs be recorded; gives its SHA-256."""
        shard.stream.write(END)
        shard.digest.update(END)
        shard.stream.close()
        sha256 = shard.digest.hexdigest()
        self._putter.settle()
        found = self._workspace.found(file)
        is_there = found is not None and found.written == sha256  # a run put it that was killed then
        if not is_there:
            self._check_free(file, found, sha256)
            self._workspace.announce(_ALL, file, sha256)
        self._putter.put(shard, file, sha256, is_there=is_there)
        self._known.setdefault(file, set()).add(sha256)
        return sha256

    def _check_free(self, file: str, found: Found | None, sha256: str) -> None:
        """Refuse to replace what the export did not write.

        Raises:
            ExportError: It is in a shard's place.
        """
        if self._replaces or found is None or found.written:  # by an export
            return
        present = self._workspace.digest(file, shared=True)
        if present != sha256 and present not in self._known.get(file, ()):
            raise ExportError(
                "{0} is in the place of a shard and is not as this export wrote it; move it away, or let "
                "edited files be replaced, and export again",
                printable(str(self._workspace.root / file)),
            )
