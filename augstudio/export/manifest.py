"""What was written, one line for each output."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from augstudio.export.strict import checksum, lines_of, parsed_object

_CHECKSUM: Final = "checksum"
_encoder = json.JSONEncoder(sort_keys=True, ensure_ascii=False, allow_nan=False)


class State(enum.Enum):
    """How a line of a manifest relates to what an export writes."""

    RIGHT = enum.auto()
    """Byte for byte as it was written."""
    REWRITTEN = enum.auto()
    """It says the same, in other bytes."""
    CHANGED = enum.auto()
    """It does not say what was written, or was written by another export."""
    DAMAGED = enum.auto()
    """It is no line of a manifest."""


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
        draws: What the steps drew, in order.
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

    def to_line(self, mark: str = "") -> str:
        """The line, with its end.

        Args:
            mark: The export's :func:`~augstudio.export.identity.mark_of`, from which with the line's own
                contents its checksum follows; "" gives a line without one, as earlier versions wrote it.

        Raises:
            ValueError: A value is none that an export writes.
        """
        body = _encoder.encode(vars(self))
        if not mark:
            return body + "\n"
        return f'{{"{_CHECKSUM}": "{checksum(mark + body)}", {body[1:]}\n'

    @classmethod
    def from_line(cls, line: bytes) -> Self | None:
        """The record that a line holds, or None where it is damaged or torn off."""
        return cls._read(line)[0]

    @classmethod
    def examined(cls, line: bytes, mark: str) -> tuple[Self | None, State]:
        """The record that a line holds, if any, and whether it is what the export of this mark wrote."""
        record, claimed = cls._read(line)
        if record is None:
            return None, State.DAMAGED
        expected = record.to_line(mark)
        if expected.encode() == line:
            return record, State.RIGHT
        same = not mark or expected.startswith(f'{{"{_CHECKSUM}": "{claimed}"')
        return record, State.REWRITTEN if same else State.CHANGED

    @classmethod
    def _read(cls, line: bytes) -> tuple[Self | None, object]:
        """The record that a line holds, and its checksum if it has one."""
        try:
            fields = parsed_object(line)
            claimed = fields.pop(_CHECKSUM, None)
            record = cls(**{**fields, "draws": tuple(fields["draws"])})
            record.to_line().encode()  # which fails for what an export cannot write
        except (ValueError, TypeError, KeyError):
            return None, None
        return (record, claimed) if _is_sound(record) else (None, None)


def _is_sound(record: Output) -> bool:
    """Whether all fields of a record are of their kinds."""
    texts = (record.key, record.file, record.sha256, record.pixels, record.source)
    numbers = (record.copy, record.width, record.height)
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int and number >= 0 for number in numbers)
        and all(isinstance(draw, dict) for draw in record.draws)
    )


def manifest_lines(path: Path) -> Iterator[Output]:
    """The records of a finished manifest."""
    with path.open("rb") as stream:
        for line in lines_of(stream):
            record = Output.from_line(line)
            if record is not None:
                yield record
