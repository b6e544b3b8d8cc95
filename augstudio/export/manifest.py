"""What was written, one line for each output."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

_encoder = json.JSONEncoder(sort_keys=True, ensure_ascii=False)


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
        left_out: What of the source is not in the file, as programs would refuse the file with it; stands in
            the line only where there is something.
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

    def to_line(self) -> str:
        """The line, with its end."""
        fields = vars(self) if self.left_out else {k: v for k, v in vars(self).items() if k != "left_out"}
        return _encoder.encode(fields) + "\n"

    @classmethod
    def from_line(cls, line: bytes) -> Self | None:
        """The record that a line holds, or None where it is damaged or torn off."""
        try:
            fields = json.loads(line)
            record = cls(**{**fields, "draws": tuple(fields["draws"])})
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return record if _is_sound(record) else None


def _is_sound(record: Output) -> bool:
    """Whether all fields of a record are of their kinds."""
    texts = (record.key, record.file, record.sha256, record.pixels, record.source, record.left_out)
    numbers = (record.copy, record.width, record.height)
    return (
        all(isinstance(text, str) for text in texts)
        and all(type(number) is int and number >= 0 for number in numbers)
        and all(isinstance(draw, dict) for draw in record.draws)
    )
