"""Packs an export's results into shards, in the plan's order.

Which output lies in which shard follows from the plan's order and the sizes alone: all outputs of a sample
lie in one shard, the last one of its split, unless that would become larger than the limit; then the next one
begins. So the shards do not depend on who made what when.

A shard appears when it is whole, and only then its outputs are recorded, bound to it by its hash. A later run
keeps the shards that it would write again as they are: those whose outputs come in the same order without a
gap. Where one would be another one, it and all later ones of its split are made again; :class:`OutdatedError`
says from which one on.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO, Final

from augstudio.core.text import printable
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export.checksums import with_checksum
from augstudio.export.engine import Result
from augstudio.export.files import SHARDS
from augstudio.export.journal import Journal, LabelContents
from augstudio.export.manifest import Output
from augstudio.export.reordering import Reordering
from augstudio.export.run_task import Done
from augstudio.export.shard_members import END
from augstudio.export.shard_names import shard_name, shard_number, split_of_shard
from augstudio.export.shard_place import ShardPlace
from augstudio.export.shard_plan import ShardPlan
from augstudio.export.workspace import Workspace

# What stands for the hash of a shard until that is known. Texts in a line have no plain quotation marks.
_NOT_KNOWN: Final = "0" * 64
_FIELD: Final = b'"sha256": "%s"'
_UNKNOWN_FIELD: Final = _FIELD % _NOT_KNOWN.encode()
_ALL: Final = ""  # the key under which is announced what is of no sample alone


class OutdatedError(Exception):
    """A shard of an earlier run would be written otherwise now.

    Attributes:
        split: Its split.
        number: Its number there; it and the later ones are made again.
    """

    def __init__(self, split: Split | None, number: int) -> None:
        """Name the shard."""
        super().__init__(shard_name(split, number))
        self.split, self.number = split, number


@dataclass
class RecordedShards:
    """The shards of earlier runs, as far as their records can be relied on.

    Attributes:
        workspace: The export's folder.
        outdated: By splits, the number of the first shard that is made again.
    """

    workspace: Workspace
    outdated: dict[Split | None, int] = field(default_factory=dict)
    _digests: dict[str, str | None] = field(default_factory=dict)

    def forget(self, error: OutdatedError) -> None:
        """No longer rely on a shard and the later ones of its split."""
        self.outdated[error.split] = error.number
        self._digests.clear()

    def usable(self, known: tuple[Output, ...], split: Split | None) -> tuple[Output, ...]:
        """The records of a sample where they are those of a shard of its split that is as it was; else none.

        Raises:
            OSError: The shard is reached through a link.
        """
        for output in known:
            place = output.shard
            number = None if place is None else shard_number(place.file, split)
            if place is None or number is None or number >= self.outdated.get(split, number + 1):
                return ()
            if place.file not in self._digests:
                self._digests[place.file] = self.workspace.digest(place.file, shared=True)
            if self._digests[place.file] != place.sha256:
                return ()
        return known


@dataclass(frozen=True)
class WrittenShard:
    """A shard of the finished export.

    Attributes:
        file: Its name.
        samples: How many samples are in it.
        nbytes: Its size.
        sha256: Of its bytes.
    """

    file: str
    samples: int
    nbytes: int
    sha256: str

    def to_dict(self) -> dict[str, Any]:
        """As it stands in the list of shards."""
        split = split_of_shard(self.file)
        fields = {"file": self.file, "samples": self.samples, "bytes": self.nbytes, "sha256": self.sha256}
        return {**fields, **({"split": split.value} if split else {})}


@dataclass
class _Growing:
    """A shard that is being written; what becomes its records lies in a file beside it until then."""

    number: int
    stream: BinaryIO
    records: BinaryIO
    nbytes: int = 0
    samples: int = 0

    def __post_init__(self) -> None:
        self.digest = hashlib.sha256()

    def add(self, file: str, number: int, key: str, done: Done) -> None:
        """Add the outputs of one sample to the shard of this name."""
        lines = []
        for output, packed in zip(done.outputs, done.packed, strict=True):
            assert output.shard is not None
            place = replace(output.shard, file=file, sha256=_NOT_KNOWN, offset=self.nbytes)
            lines.append(replace(output, shard=place).to_line(entry_text=True).encode())
            self.stream.write(packed)
            self.digest.update(packed)
            self.nbytes += len(packed)
            self.samples += 1
        name, text = key.encode("utf-8", "surrogatepass"), b"".join(lines)
        contents = LabelContents.of(done.outputs)
        self.records.write(b"%d %d %d %d %d\n" % (number, *contents, len(name), len(text)) + name + text)

    def recorded(self, sha256: str) -> Iterator[tuple[int, str, bytes, LabelContents]]:
        """Number, key, lines of the journal and what the labels come to, for each sample; closes all."""
        known = _FIELD % sha256.encode()
        with self.records as records:
            records.seek(0)
            while header := records.readline():
                number, entries, problems, *sizes = map(int, header.split())
                key, text = map(records.read, sizes)
                lines = text.replace(_UNKNOWN_FIELD, known).splitlines(keepends=True)
                contents = LabelContents(bool(entries), bool(problems))
                name = key.decode("utf-8", "surrogatepass")
                yield number, name, b"".join(map(with_checksum, lines)), contents


@dataclass
class _Kept:
    """A shard of an earlier run that has been met again up to a place."""

    number: int
    place: ShardPlace
    size: int
    nbytes: int = 0
    samples: int = 0

    @property
    def is_whole(self) -> bool:
        return self.nbytes + len(END) == self.size

    def goes_on_with(self, outputs: tuple[Output, ...]) -> bool:
        """Whether the next outputs in it are these."""
        end = self.nbytes
        for output in outputs:
            place = output.shard
            if place is None or (place.file, place.sha256) != (self.place.file, self.place.sha256):
                return False
            if place.offset != end:
                return False
            end = place.end
        return True


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
        self._shards: dict[Split | None, _Growing | _Kept] = {}
        self._written: dict[Split | None, list[WrittenShard]] = {}

    def put(self, result: Result) -> None:
        """Take a result, and pack those whose turn it is.

        Raises:
            OutdatedError: A shard of an earlier run would be another one now.
            ExportError: Something else is in a shard's place.
            OSError: The disk is full.
        """
        self._reordering.put(result)
        for ready in self._reordering.ready():
            if isinstance(ready.outcome, Done) and ready.outcome.outputs:
                self._pack(ready, ready.outcome, ready.assignment.task.sample.split)

    def finish(self) -> dict[str, str]:
        """Write the last shard of each split, and the list of all; gives the SHA-256 of each file.

        Raises:
            OutdatedError: As :meth:`put`.
            ExportError: Likewise.
            OSError: Likewise.
        """
        for split, shard in tuple(self._shards.items()):
            self._end(split, shard)
        order = (None, *Split)
        written = [shard for split in order for shard in self._written.get(split, ())]
        described = {
            "shards": [shard.to_dict() for shard in written],
            **({"classes": list(self._plan.classes)} if self._plan.classes else {}),
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
        self._spill.close()
        for shard in self._shards.values():
            if isinstance(shard, _Growing):
                shard.stream.close()
                shard.records.close()

    def _pack(self, result: Result, done: Done, split: Split | None) -> None:
        shard, key, number = self._shards.get(split), result.assignment.task.key, result.assignment.number
        if not done.packed:
            kept = self._kept(shard, done.outputs, split)
            kept.nbytes = done.outputs[-1].shard.end if done.outputs[-1].shard else kept.nbytes
            kept.samples += len(done.outputs)
            self._journal.put(number, key, done.outputs)
            return
        nbytes = sum(map(len, done.packed))
        if shard is not None and shard.nbytes + nbytes + len(END) > self._plan.limit:
            self._end(split, shard)
            shard = self._begun(split, shard.number + 1)
        elif isinstance(shard, _Kept):  # it would be longer now, or another one
            raise OutdatedError(split, shard.number)
        elif shard is None:
            shard = self._begun(split, 0)
        assert isinstance(shard, _Growing)
        shard.add(shard_name(split, shard.number), number, key, done)

    def _kept(
        self, shard: _Growing | _Kept | None, outputs: tuple[Output, ...], split: Split | None
    ) -> _Kept:
        """The shard of an earlier run that outputs are the next ones of.

        Raises:
            OutdatedError: They are not.
        """
        if isinstance(shard, _Growing):
            raise OutdatedError(split, shard.number)
        if shard is not None and shard.goes_on_with(outputs):
            return shard
        if shard is not None:
            self._end(split, shard)
        number, place = 0 if shard is None else shard.number + 1, outputs[0].shard
        found = None if place is None else self._workspace.found(place.file)
        if place is None or found is None or place.file != shard_name(split, number):
            raise OutdatedError(split, number)
        kept = _Kept(number, place, found.size)
        if not kept.goes_on_with(outputs):
            raise OutdatedError(split, number)
        self._shards[split] = kept
        return kept

    def _begun(self, split: Split | None, number: int) -> _Growing:
        place = 1 + 2 * (None, *Split).index(split)
        shard = _Growing(number, self._workspace.growing(place), self._workspace.growing(place + 1))
        self._shards[split] = shard
        return shard

    def _end(self, split: Split | None, shard: _Growing | _Kept) -> None:
        """A shard has all that belongs into it."""
        file = shard_name(split, shard.number)
        if isinstance(shard, _Kept):
            if not shard.is_whole:
                raise OutdatedError(split, shard.number)
            sha256 = shard.place.sha256
        else:
            sha256 = self._appear(file, shard, 1 + 2 * (None, *Split).index(split))
        written = WrittenShard(file, shard.samples, shard.nbytes + len(END), sha256)
        self._written.setdefault(split, []).append(written)
        del self._shards[split]

    def _appear(self, file: str, shard: _Growing, place: int) -> str:
        """Let a shard appear, and record its outputs; gives its SHA-256."""
        shard.stream.write(END)
        shard.digest.update(END)
        shard.stream.close()
        sha256 = shard.digest.hexdigest()
        self._check_free(file, sha256)
        self._workspace.announce(_ALL, file, sha256)
        self._workspace.put_grown(place, file)
        self._known.setdefault(file, set()).add(sha256)
        for recorded in shard.recorded(sha256):
            self._journal.put_lines(*recorded)
        return sha256

    def _check_free(self, file: str, sha256: str) -> None:
        """Refuse to replace what the export did not write.

        Raises:
            ExportError: It is in a shard's place.
        """
        if self._replaces or self._workspace.found(file) is None:
            return
        present = self._workspace.digest(file, shared=True)
        if present != sha256 and present not in self._known.get(file, ()):
            raise ExportError(
                "{0} is in the place of a shard and is not as this export wrote it; move it away, or let "
                "edited files be replaced, and export again",
                printable(str(self._workspace.root / file)),
            )
