"""Whether the coded data of AVIF and HEIC files can be whole; the decoders show half a picture if it is not.

There are no checksums. But neither kind of coding holds a long run of zeros, with which a disk or a download
fills up what it never wrote, and HEVC's parts say how long they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from augstudio.errors import ImageError
from augstudio.images.av1 import av1_size
from augstudio.images.integrity import DAMAGED, TRUNCATED

_AV1: Final = b"av01"
# Layers of a picture may be smaller than the largest one, of which its header speaks.
_MOST_TIMES: Final = 16
_HEVC: Final = (b"hvc1", b"hev1")
_ZEROS: Final = bytes(64)
_LENGTH_BYTES_AT: Final = 21
# What the data of a part never holds: HEVC writes a 3 between.
_FORBIDDEN: Final = (b"\0\0\0", b"\0\0\1", b"\0\0\2")
_PICTURES: Final = range(16, 24)


def check_coded(kind: bytes, coding: bytes | None, size: bytes, data: bytes) -> None:
    """Check the data of a coded picture.

    Args:
        kind: The item's kind.
        coding: HEVC's parameters, where the item has them.
        size: What the item's property says of its size.
        data: Its bytes.

    Raises:
        ImageError: It cannot be whole, or is far larger than is said of it.
    """
    if not data or data.endswith(_ZEROS):
        raise ImageError(TRUNCATED)
    if kind == _AV1:
        coded = av1_size(data)
        stated = int.from_bytes(size[4:8], "big") * int.from_bytes(size[8:12], "big")
        if coded is not None and coded[0] * coded[1] > _MOST_TIMES * stated:
            raise ImageError(DAMAGED)
    if kind not in _HEVC:
        return
    if coding is None or len(coding) <= _LENGTH_BYTES_AT:
        raise ImageError(DAMAGED)
    kinds = set()
    for part in _parts(data, (coding[_LENGTH_BYTES_AT] & 3) + 1):
        if part[0] & 0x80 or not part[1] & 7 or any(found in part for found in _FORBIDDEN):
            raise ImageError(DAMAGED)
        kinds.add(part[0] >> 1)
    if kinds.isdisjoint(_PICTURES):
        raise ImageError(DAMAGED)


def _parts(data: bytes, length_bytes: int) -> Iterator[bytes]:
    position = 0
    while position < len(data):
        start = position + length_bytes
        position = start + int.from_bytes(data[position:start], "big")
        if not start + 2 <= position <= len(data):
            raise ImageError(DAMAGED)
        yield data[start:position]
