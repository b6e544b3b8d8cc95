"""What a decoder is given of a file, and what was taken from it before."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MAX_PROFILE_BYTES: Final = 16 << 20
"""Longer colour profiles, unpacked, are left out: hardly any format could hold them."""


@dataclass(frozen=True)
class Source:
    """A file without what its picture does not need.

    Attributes:
        data: The file, or a copy without its notes; what is left says the same of the picture.
        icc_profile: Colour profile, or None.
        profile_too_large: Whether there is one that was left out for its size.
        removed: How many bytes of notes were taken out before the picture's data.
        is_grey: Whether the picture is grey, though its decoder may give it in colour.
    """

    data: bytes
    icc_profile: bytes | None = None
    profile_too_large: bool = False
    removed: int = 0
    is_grey: bool = False


def without(data: bytes, notes: Iterable[tuple[int, int]], end: int | None = None) -> bytes:
    """A copy of a file, up to ``end``, without the parts from start to end that ``notes`` name in order."""
    view, position, parts = memoryview(data)[:end], 0, []
    for start, stop in notes:
        parts.append(view[position:start])
        position = stop
    return b"".join((*parts, view[position:]))


def unpacked(packed: bytes | memoryview, limit: int) -> bytes | None:
    """The contents of a zlib stream; None where they are damaged or more than ``limit`` bytes.

    No more than that is ever unpacked. One that is cut off or too long can be told by :func:`is_too_long`.
    """
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(packed, limit + 1)
    except zlib.error:
        return None
    return text if stream.eof and len(text) <= limit else None


def is_too_long(packed: bytes | memoryview, limit: int) -> bool:
    """Whether a zlib stream holds more than ``limit`` bytes."""
    try:
        return len(zlib.decompressobj().decompress(packed, limit + 1)) > limit
    except zlib.error:
        return False
