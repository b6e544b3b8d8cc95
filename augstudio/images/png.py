"""PNG files: critical chunks must be whole, and of the others only those are kept that the picture needs.

A note that is damaged, too long or of a wrong length never costs a picture, as it does not in browsers. A
transparent colour (tRNS) is no note, as it changes pixels: where its checksum is wrong the file is damaged;
where it is whole but does not fit the picture it is passed over, as libpng does.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from augstudio.errors import ImageError
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.reasons import DEEP, SEVERAL
from augstudio.images.small_png import is_plain_png
from augstudio.images.source import MAX_PROFILE_BYTES, Source, is_too_long, unpacked, without

_SIGNATURE_BYTES: Final = 8
_HEADER_BYTES: Final = 13
_ANCILLARY: Final = 0x20
# Pillow refuses files with longer texts.
_TEXT_LIMIT: Final = (1 << 20) - 1
_EXIF_TEXT: Final = b"Raw profile type exif\0"
_XMP_TEXT: Final = b"XML:com.adobe.xmp\0"


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A chunk by its kind and its place in the file, its length and checksum included."""

    kind: bytes
    start: int
    end: int


def png_source(data: bytes, *, deep: bool = False) -> Source:
    """Check a PNG and take what is no part of the picture out of it.

    Args:
        data: The file.
        deep: Whether 16 bits are read.

    Raises:
        ImageError: A critical chunk is missing or damaged, it has 16 bits, or it is animated.
    """
    if data[24:25] == b"\x08" and is_plain_png(data):
        return Source(data)
    chunks = list(_chunks(data))
    _check_header(data, chunks[0], deep=deep)
    first_data = next((index for index, chunk in enumerate(chunks) if chunk.kind == b"IDAT"), len(chunks))
    _check_still(data, chunks[:first_data])
    dropped: list[tuple[int, int]] = []
    taken: set[bytes] = set()
    profile, too_large = None, False
    for index, chunk in enumerate(chunks):
        if not chunk.kind[0] & _ANCILLARY:
            continue
        name = _needed(data, chunk, chunks[:index], before_data=index < first_data)
        if chunk.kind == b"iCCP" and profile is None and not too_large and _is_whole(data, chunk):
            profile, too_large = _profile(_body(data, chunk))
        if not name or name in taken:
            dropped.append((chunk.start, chunk.end))
        taken.add(name)
    return Source(without(data, dropped) if dropped else data, profile, too_large)


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in a PNG's header; nothing else of it is looked at.

    Raises:
        ImageError: The header is missing or damaged.
    """
    header = next(_chunks(data))
    _check_header(data, header, deep=True)
    body = _body(data, header)
    return int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")


def has_notes(data: bytes) -> bool:
    """Whether a whole PNG has chunks besides those that every picture needs."""
    return any(chunk.kind[0] & _ANCILLARY for chunk in _unchecked_chunks(data))


def notes_first(data: bytes) -> bytes:
    """A whole PNG with the picture's data and its end alone behind all other chunks."""
    last = (b"IDAT", b"IEND")
    ordered = sorted(_chunks(data), key=lambda chunk: (chunk.kind in last, chunk.kind == b"IEND"))
    view = memoryview(data)
    return b"".join((view[:_SIGNATURE_BYTES], *(view[chunk.start : chunk.end] for chunk in ordered)))


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """All chunks to the last one; the checksums of the critical ones are right.

    Raises:
        ImageError: A chunk is missing or damaged.
    """
    for chunk in _unchecked_chunks(data):
        kind = chunk.kind
        if (not kind[0] & _ANCILLARY or kind == b"tRNS") and not _is_whole(data, chunk):
            raise ImageError(DAMAGED)
        if kind == b"CgBI":
            raise ImageError("a PNG packed for iPhone programs, which cannot be read; save it as a usual PNG")
        yield chunk


def _unchecked_chunks(data: bytes) -> Iterator[_Chunk]:
    """All chunks to the last one.

    Raises:
        ImageError: A chunk is missing.
    """
    position, kind = _SIGNATURE_BYTES, b""
    while kind != b"IEND":
        end = position + 12 + int.from_bytes(data[position : position + 4], "big")
        if position + 12 > len(data) or end > len(data):
            raise ImageError(TRUNCATED)
        kind = data[position + 4 : position + 8]
        yield _Chunk(kind, position, end)
        position = end


def _is_whole(data: bytes, chunk: _Chunk) -> bool:
    """Whether a chunk's checksum is right."""
    checksum = int.from_bytes(data[chunk.end - 4 : chunk.end], "big")
    return zlib.crc32(memoryview(data)[chunk.start + 4 : chunk.end - 4]) == checksum


def _body(data: bytes, chunk: _Chunk) -> bytes:
    return data[chunk.start + 8 : chunk.end - 4]


def _check_header(data: bytes, header: _Chunk, *, deep: bool) -> None:
    if header.kind != b"IHDR" or header.end - header.start != 12 + _HEADER_BYTES:
        raise ImageError(DAMAGED)
    if _body(data, header)[8] == 16 and not deep:
        raise ImageError(DEEP)


def _check_still(data: bytes, before_data: list[_Chunk]) -> None:
    """Refuse a file that says that it has several frames; one that says so wrongly is a still picture."""
    controls = [chunk for chunk in before_data if chunk.kind == b"acTL" and _is_whole(data, chunk)]
    if len(controls) != 1 or controls[0].end - controls[0].start != 12 + 8:
        return
    frames = int.from_bytes(_body(data, controls[0])[:4], "big")
    separate = not any(chunk.kind == b"fcTL" for chunk in before_data)
    if frames and frames + separate > 1:
        raise ImageError(SEVERAL)


def _needed(data: bytes, chunk: _Chunk, before: list[_Chunk], *, before_data: bool) -> bytes:
    """What an ancillary chunk says of the picture, of which only the first counts; empty where nothing."""
    if chunk.kind == b"tRNS":
        return chunk.kind if before_data and _fits(data, chunk, before) else b""
    if chunk.kind == b"eXIf":
        small = chunk.end - chunk.start <= _TEXT_LIMIT
        return chunk.kind if small and _is_whole(data, chunk) else b""
    if chunk.kind in (b"tEXt", b"zTXt", b"iTXt") and _is_whole(data, chunk):
        return _turning_text(chunk.kind, _body(data, chunk))
    return b""


def _fits(data: bytes, chunk: _Chunk, before: list[_Chunk]) -> bool:
    """Whether a transparent colour is one of the picture's kind."""
    length = chunk.end - chunk.start - 12
    colours = data[before[0].start + 17]
    palette = next((other for other in before if other.kind == b"PLTE"), None)
    if colours == 3:
        return palette is not None and 0 < length <= (palette.end - palette.start - 12) // 3
    return {0: 2, 2: 6}.get(colours) == length


def _turning_text(kind: bytes, body: bytes) -> bytes:
    """The keyword of a text that may say how the picture was held; empty for other and unusable texts."""
    if len(body) > _TEXT_LIMIT:
        return b""
    if kind == b"tEXt" and body.startswith(_EXIF_TEXT):
        return _EXIF_TEXT
    if kind == b"zTXt" and body.startswith(_EXIF_TEXT + b"\0"):
        return _EXIF_TEXT if unpacked(body[len(_EXIF_TEXT) + 1 :], _TEXT_LIMIT) is not None else b""
    if kind != b"iTXt" or not body.startswith(_XMP_TEXT):
        return b""
    rest = body[len(_XMP_TEXT) :]
    parts = rest[2:].split(b"\0", 2)
    if rest[:1] == b"\0":
        return _XMP_TEXT
    packed = parts[2] if len(parts) == 3 else b""
    return _XMP_TEXT if unpacked(packed, _TEXT_LIMIT) is not None else b""


def _profile(body: bytes) -> tuple[bytes | None, bool]:
    """A colour profile, and whether it is too large instead."""
    name, _, packed = body.partition(b"\0")
    if not name or packed[:1] != b"\0":
        return None, False
    if is_too_long(packed[1:], MAX_PROFILE_BYTES):
        return None, True
    return unpacked(packed[1:], MAX_PROFILE_BYTES), False
