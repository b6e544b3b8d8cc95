"""What was written, one line for each output."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from augstudio.core.text import printable, quoted
from augstudio.errors import ExportError, Message, message_of
from augstudio.export.labels.records import OutputLabels
from augstudio.export.migration import nested_draw
from augstudio.export.shards.place import ShardPlace

VERSION: Final = 4
"""Version of the lines that this program writes, where they are of outputs in shards.

It grows with every change. A field that comes to mean something else gets another name, so that what a
program knows of a later line can be relied on.
"""

LABELLED_VERSION: Final = 3
"""Version of other lines with labels, which are as they were before there were shards."""

UNLABELLED_VERSION: Final = 2
"""Version of lines without labels, which are as they were before there were any."""

_encoder = json.JSONEncoder(sort_keys=True, ensure_ascii=False)


class LaterVersionError(ExportError):
    """A line of a later version of the program, which this one does not understand."""

    def found_in(self, path: Path, line: int = 0) -> Self:
        """The error with the file that holds the line, and its number from 1 where it is known."""
        place = printable(str(path))
        where = Message("line {0} of {1}", line, place) if line else Message("{0}", place)
        return type(self)("{0}: {1}", where, message_of(self))


@dataclass(frozen=True)
class Output:
    """One line of the manifest.

    Attributes:
        key: The sample's key.
        copy: Number of the copy; 0 is the original.
        file: POSIX path relative to the export's folder.
        width: Pixels across.
        height: Pixels down.
        sha256: Of the file's bytes.
        pixels: Digest of the rendered ``(H, W, C)`` array before encoding; see
            :func:`~augstudio.core.image.pixels_digest`.
        source: SHA-256 of the source file's bytes.
        draws: What the steps drew, in order, each as
            :meth:`~augstudio.render.resolve.StepDraw.to_dict` gives it; checked where they are used.
        left_out: What of the source is not in the file, as programs would refuse the file with it; stands in
            the line only where there is something.
        labels: Its labels; None, and not in the line, where the dataset has none.
        shard: Where it lies in a shard, and ``file`` is the member's name there; None, and not in the line,
            where it is a file of its own.
    """

    key: str
    copy: int
    file: str
    width: int
    height: int
    sha256: str
    pixels: str
    source: str
    draws: tuple[Mapping[str, Any], ...]
    left_out: str = ""
    labels: OutputLabels | None = None
    shard: ShardPlace | None = None

    @property
    def files(self) -> tuple[tuple[str, str], ...]:
        """All its files with their SHA-256, in the order in which they are written: the picture last.

        What lies in a shard is no file of its own.
        """
        return () if self.shard else self.all_files

    @property
    def all_files(self) -> tuple[tuple[str, str], ...]:
        """The same, also of what is in a shard."""
        return (*(self.labels.files if self.labels else ()), (self.file, self.sha256))

    def to_line(self, *, entry_text: bool = False) -> str:
        """The line, with its end.

        Args:
            entry_text: Whether with what the output contributes to files that all pictures share.
        """
        fields: dict[str, Any] = {"version": self._version, **vars(self)}
        if not self.left_out:
            del fields["left_out"]
        if self.labels is None:
            del fields["labels"]
        else:
            fields["labels"] = self.labels.to_dict(entry_text=entry_text)
        if self.shard is None:
            del fields["shard"]
        else:
            fields["shard"] = self.shard.to_dict()
        return _encoder.encode(fields) + "\n"

    @property
    def _version(self) -> int:
        if self.shard is not None:
            return VERSION
        return UNLABELLED_VERSION if self.labels is None else LABELLED_VERSION

    @classmethod
    def from_line(cls, line: bytes) -> Self | None:
        """The record that a line holds, or None where it is damaged or torn off.

        Fields that this program does not know are passed over.

        Raises:
            LaterVersionError: It is of a later version, and what this program knows is not in it.
        """
        try:
            fields = json.loads(line)
            version = fields.get("version", 1)
        except (ValueError, AttributeError, RecursionError):
            return None
        if type(version) is not int or version < 1:
            return None
        record = cls._of(fields, version)
        if record is None and version > VERSION:
            raise LaterVersionError(
                "the line is of version {0} of the manifest, this program knows {1}; please update AugStudio",
                quoted(version),
                VERSION,
            )
        return record

    @classmethod
    def _of(cls, fields: dict[str, Any], version: int) -> Self | None:
        """The record that a line's fields make, as far as this program knows them."""
        try:
            draws = tuple(map(nested_draw, fields["draws"]) if version == 1 else fields["draws"])
            known = {name: fields[name] for name in cls.__dataclass_fields__ if name in fields}
            if known.get("labels") is not None:
                known["labels"] = OutputLabels.from_dict(known["labels"])
            if known.get("shard") is not None:
                known["shard"] = ShardPlace.from_dict(known["shard"])
            record = cls(**{**known, "draws": draws})
        except (TypeError, KeyError, AttributeError, ValueError):
            return None
        return record if _is_sound(record) else None


def _is_sound(record: Output) -> bool:
    """Whether all fields of a record are of their kinds."""
    texts = (record.key, record.file, record.sha256, record.pixels, record.source, record.left_out)
    numbers = (record.copy, record.width, record.height)
    # What JSON gives is never of a class derived from these.
    kinds = set(map(type, texts)), set(map(type, numbers)), set(map(type, record.draws))
    return kinds[0] == {str} and kinds[1] == {int} and min(numbers) >= 0 and kinds[2] <= {dict}
