"""Shards while they are written, or are met again as an earlier run left them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Final

from augstudio.export.checksums import with_checksum
from augstudio.export.journal import LabelContents
from augstudio.export.manifest import Output
from augstudio.export.run_task import Done
from augstudio.export.shards.members import END
from augstudio.export.shards.names import split_of_shard
from augstudio.export.shards.place import ShardPlace

# What stands for the hash of a shard until that is known. Texts in a line have no plain quotation marks.
_NOT_KNOWN: Final = "0" * 64
_FIELD: Final = b'"sha256": "%s"'
_UNKNOWN_FIELD: Final = _FIELD % _NOT_KNOWN.encode()


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
class GrowingShard:
    """A shard that is being written; what becomes its records lies in a file beside it until then.

    Attributes:
        number: Its number in its split.
        place: Which of the process's growing files it is; the next one is that of its records.
        stream: Where it is written.
        records: That other file.
        nbytes: Its size so far.
        samples: How many samples are in it.
    """

    number: int
    place: int
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

    def close(self) -> None:
        """Let go of what is open."""
        self.stream.close()
        self.records.close()

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
class KeptShard:
    """A shard of an earlier run that has been met again up to a place.

    Attributes:
        number: Its number in its split.
        place: Where its first output lies.
        size: Its bytes.
        nbytes: How many of them have been met again.
        samples: How many samples, likewise.
    """

    number: int
    place: ShardPlace
    size: int
    nbytes: int = 0
    samples: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether all of it has been met again."""
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
