"""JPEG 2000 files: whole, and of those kinds only of which the decoder gives the right colours.

Pillow hides the depth of the levels and passes over what a file says about the meaning of its channels, so
both are read from the file's header before.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from augstudio.errors import ImageError
from augstudio.images.boxes import Box, boxes, whole
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.reasons import DEEP, ODD, SEVERAL, SHALLOW, SIGNED, UNSTATED
from augstudio.images.source import MAX_PROFILE_BYTES, Source

BOXED: Final = b"\0\0\0\x0cjP  \r\n\x87\n"
"""What a file of boxes begins with."""
CODESTREAM: Final = b"\xff\x4f\xff\x51"
"""What a bare picture begins with."""

_PALETTE: Final = "its colours stand in a palette, which is read wrongly from JPEG 2000; save it as PNG"
_TILE_PART, _END = 0xFF90, 0xFFD9
_SIZE: Final = struct.Struct(">HIIIIIIIIH")
_CMYK, _SRGB, _GREY, _SYCC = 12, 16, 17, 18
_ENUMERATED, _PROFILES = 1, (2, 3)
_UNSPECIFIED: Final = 0xFFFF
# What a file may say of its channels: kind (colour or alpha) and which colour, 0 is the whole picture.
_CHANNELS: Final = {
    1: ((0, 1),),
    2: ((0, 1), (1, 0)),
    3: ((0, 1), (0, 2), (0, 3)),
    4: ((0, 1), (0, 2), (0, 3), (1, 0)),
}


def jpeg2000_source(data: bytes) -> Source:
    """Check that a JPEG 2000 file is whole and that its colours will be read rightly.

    Raises:
        ImageError: A part is missing, its levels are not unsigned ones of 8 bits, or the colours are held in
            an unusual way.
    """
    if data.startswith(CODESTREAM):
        if _check_codestream(data, 0, len(data)) not in (1, 3):
            raise ImageError(UNSTATED)
        return Source(data)
    found = list(boxes(data))
    streams = [box for box in found if box.kind == b"jp2c"]
    header = next((box for box in found if box.kind == b"jp2h"), None)
    if header is None or not streams:
        raise ImageError(TRUNCATED)
    if len(streams) > 1:
        raise ImageError(SEVERAL)
    whole(data, header)
    channels = _check_codestream(data, streams[0].start, min(streams[0].end, len(data)))
    whole(data, streams[0])
    profile = _check_colours(data, header, channels)
    too_large = profile is not None and len(profile) > MAX_PROFILE_BYTES
    return Source(data, None if too_large else profile, too_large)


def _check_codestream(data: bytes, start: int, end: int) -> int:
    """Check a picture's own header and that all its parts are there; gives the number of its channels."""
    if data[start : start + 4] != CODESTREAM:
        raise ImageError(TRUNCATED if start + 4 > end else DAMAGED)
    if start + 42 > end:
        raise ImageError(TRUNCATED)
    numbers: tuple[int, ...] = _SIZE.unpack_from(data, start + 6)
    _, right, bottom, left, top, *tile, channels = numbers
    parts = data[start + 42 : min(start + 42 + 3 * channels, end)]
    if len(parts) < 3 * channels:
        raise ImageError(TRUNCATED)
    if not channels or right <= left or bottom <= top or not tile[0] or not tile[1]:
        raise ImageError(DAMAGED)
    _check_levels(parts)
    across, down = (
        -(-(far - near) // side) for far, near, side in zip((right, bottom), tile[2:], tile[:2], strict=True)
    )
    found: set[int] = set()
    for number in _tile_parts(data, start + 2, end):
        found.add(number)
    if len(found) < across * down:
        raise ImageError(TRUNCATED)
    return channels


def _check_levels(parts: bytes) -> None:
    """Check what a header says of each channel: depth and sign, and its distance across and down."""
    depths = {(part & 127) + 1 for part in parts[::3]}
    if max(depths) > 8:
        raise ImageError(DEEP)
    if any(part & 128 for part in parts[::3]):
        raise ImageError(SIGNED)
    if min(depths) < 8:
        raise ImageError(SHALLOW)
    if set(parts[1::3]) | set(parts[2::3]) != {1}:
        raise ImageError(ODD)


def _tile_parts(data: bytes, position: int, end: int) -> Iterator[int]:
    """The number of the tile of each part, up to the picture's end.

    Raises:
        ImageError: The end is not there, or something else stands where a part should.
    """
    while position + 2 <= end:
        marker = int.from_bytes(data[position : position + 2], "big")
        if marker == _END:
            return
        if marker < 0xFF4F or position + 12 > end:
            raise ImageError(TRUNCATED if position + 12 > end else DAMAGED)
        length = int.from_bytes(data[position + 2 : position + 4], "big") + 2
        if marker == _TILE_PART:
            yield int.from_bytes(data[position + 4 : position + 6], "big")
            length = int.from_bytes(data[position + 6 : position + 10], "big")
            if not length:  # the last one, up to the end of all
                length = data.rfind(b"\xff\xd9", position, end) - position
        if length < 4:
            raise ImageError(TRUNCATED)
        position += length
    raise ImageError(TRUNCATED)


def _check_colours(data: bytes, header: Box, channels: int) -> bytes | None:
    """Check what a file says about its colours; gives its colour profile."""
    parts: dict[bytes, bytes] = {}
    for box in boxes(data, header.start, header.end):
        parts.setdefault(box.kind, data[box.start : min(box.end, header.end)])
    if len(about := parts.get(b"ihdr", b"")) < 14 or int.from_bytes(about[8:10], "big") != channels:
        raise ImageError(DAMAGED)
    if b"pclr" in parts or b"cmap" in parts:
        raise ImageError(_PALETTE)
    method, space = parts.get(b"colr", b"\0")[0], int.from_bytes(parts.get(b"colr", b"")[3:7], "big")
    inks = (method, space, channels) == (_ENUMERATED, _CMYK, 4)
    if not inks and method == _ENUMERATED and space not in ((_GREY,) if channels <= 2 else (_SRGB, _SYCC)):
        raise ImageError(ODD)
    _check_channels(parts.get(b"cdef"), 3 if inks else channels, stated=inks)
    if method not in _PROFILES:
        return None
    profile = parts[b"colr"][3:]
    if profile[16:20] != (b"GRAY" if channels <= 2 else b"RGB "):
        raise ImageError(ODD)
    return profile


def _check_channels(stated_channels: bytes | None, channels: int, *, stated: bool) -> None:
    """Check that the channels are grey or colours in their order, with alpha, if any, behind them."""
    if stated_channels is None:
        if channels not in (1, 3):
            raise ImageError(UNSTATED)
        return
    if stated:
        raise ImageError(ODD)
    count = int.from_bytes(stated_channels[:2], "big")
    if len(stated_channels) < 2 + 6 * count:
        raise ImageError(DAMAGED)
    entries = sorted(struct.unpack_from(">HHH", stated_channels, 2 + 6 * number) for number in range(count))
    wanted = _CHANNELS.get(channels)
    if [entry[0] for entry in entries] != list(range(channels)) or wanted is None:
        raise ImageError(UNSTATED)
    if any(entry[1] == _UNSPECIFIED for entry in entries):
        raise ImageError(UNSTATED)
    if tuple(entry[1:] for entry in entries) != wanted:
        raise ImageError(ODD)
