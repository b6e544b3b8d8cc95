"""The notes of JPEG files: which of them the picture needs, and the colour profile in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from augstudio.core.image import Size
from augstudio.images.source import MAX_PROFILE_BYTES, Source, without

_SOI: Final = 0xD8
_BEGINNING: Final = bytes((0xFF, _SOI))
_WITHOUT_LENGTH: Final = (0x01, *range(0xD0, 0xD8), _SOI)
_ENDS: Final = (0xD9, 0xDA)
_COMMENT: Final = 0xFE
_JFIF, _EXIF, _ICC, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_NOTES: Final = (*range(0xE0, 0xF0), _COMMENT)
# Shorter ones say nothing to decoders; see libjpeg's jdmarker.c.
_NEEDED: Final = ((_JFIF, b"JFIF\0", 14), (_ADOBE, b"Adobe", 12))
_EXIF_NAME: Final = b"Exif\0\0"
_XMP_NAME: Final = b"http://ns.adobe.com/xap/1.0/\0"
_ICC_NAME: Final = b"ICC_PROFILE\0"
# Frames of 8-bit samples, Huffman-coded: baseline, extended, progressive.
_FRAMES: Final = (0xC0, 0xC1, 0xC2)
_FRAME: Final = struct.Struct(">BHHB")  # bits, height, width, count of components
_MODES: Final = {1: "L", 3: "RGB"}
_INKS: Final = 4


def jpeg_source(data: bytes, end: int | None = None) -> Source:
    """Take the notes out of a JPEG that neither its colours nor its orientation need.

    Args:
        data: The file.
        end: Offset behind the part that is wanted; None for all.
    """
    dropped: list[tuple[int, int]] = []
    parts: dict[int, bytes] = {}
    counts: set[int] = set()
    numbers = 0
    for code, start, stop in _segments(data):
        if code not in _NOTES:
            continue
        body = data[start + 4 : stop]
        if code == _ICC and body.startswith(_ICC_NAME) and len(body) >= len(_ICC_NAME) + 2:
            number, count = body[len(_ICC_NAME) : len(_ICC_NAME) + 2]
            parts[number] = body[len(_ICC_NAME) + 2 :]
            counts.add(count)
            numbers += 1
        if not _is_needed(code, body):
            dropped.append((start, stop))
    profile = _profile(parts, counts) if numbers == len(parts) else None
    too_large = profile is not None and len(profile) > MAX_PROFILE_BYTES
    removed = sum(stop - start for start, stop in dropped)
    cleaned = without(data, dropped, end) if dropped or end is not None else data
    return Source(cleaned, None if too_large else profile, too_large, removed)


def plain_header(data: bytes) -> tuple[Size, str] | None:
    """Size and colours of a JPEG whose notes say nothing about its colours and how it was held.

    Args:
        data: The file.

    Returns:
        Width and height, and Pillow's name for the colours; None where there are such notes, or anything
        else that the long way must judge.
    """
    found: tuple[Size, str] | None = None
    for code, start, stop in _segments(data):
        if code in _FRAMES:
            if found is not None or stop - start < 4 + _FRAME.size:
                return None
            bits, height, width, count = _FRAME.unpack_from(data, start + 4)
            if bits != 8 or not height or not width or count not in _MODES:
                return None
            found = (width, height), _MODES[count]
        elif code in _NOTES and code not in (_JFIF, _COMMENT):
            return None
    return found


def has_four_inks(data: bytes) -> bool:
    """Whether a JPEG has the four channels of print, CMYK or YCCK; False for other files."""
    frames = (start for code, start, _ in _segments(data) if code in _FRAMES)
    return data[:2] == _BEGINNING and any(data[start + 4 + _FRAME.size - 1] == _INKS for start in frames)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Code, start and end of each segment before the picture's data, as far as they follow each other."""
    position = 2
    while position + 4 <= len(data) and data[position] == 0xFF:
        code = data[position + 1]
        if code in _ENDS:
            return
        if code == 0xFF:  # filling
            position += 1
            continue
        length = 0 if code in _WITHOUT_LENGTH else int.from_bytes(data[position + 2 : position + 4], "big")
        end = position + 2 + length
        if end > len(data) or (code not in _WITHOUT_LENGTH and length < 2):
            return
        yield code, position, end
        position = end


def _is_needed(code: int, body: bytes) -> bool:
    """Whether a note changes how decoders read the colours, or says how the picture was held."""
    if code == _EXIF:
        return body.startswith((_EXIF_NAME, _XMP_NAME))
    return any(code == known and body.startswith(name) and len(body) >= size for known, name, size in _NEEDED)


def _profile(parts: dict[int, bytes], counts: set[int]) -> bytes | None:
    """The profile of its numbered parts, where all are there."""
    if len(counts) != 1 or parts.keys() != set(range(1, max(counts) + 1)):
        return None
    return b"".join(parts[number] for number in sorted(parts))
