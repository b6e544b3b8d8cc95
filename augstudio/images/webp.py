"""WebP files: as long as they say, and without the notes that are damaged or not needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from augstudio.errors import ImageError
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.images.source import MAX_PROFILE_BYTES, Source

_CHUNKS_START: Final = 12
_FEATURES: Final = b"VP8X"
_FEATURES_BYTES: Final = 10
_PICTURE: Final = (b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF")
# Notes that say how the picture was held, and the flags by which the file announces them.
_TURNING: Final = {b"EXIF": 0x08, b"XMP ": 0x04}
_NOTE_FLAGS: Final = 0x20 | 0x08 | 0x04


def webp_source(data: bytes) -> Source:
    """Check that a WebP is as long as it says, and take what is no part of the picture out of it.

    Raises:
        ImageError: It is shorter, or a chunk of the picture reaches beyond its end.
    """
    if len(data) < 8 + int.from_bytes(data[4:8], "little"):
        raise ImageError(TRUNCATED)
    if data[_CHUNKS_START : _CHUNKS_START + 4] != _FEATURES:
        return Source(data)
    features, profile, kept = b"", None, list[bytes]()
    turning: dict[bytes, bytes] = {}
    for name, body in _chunks(data):
        if name == _FEATURES:
            features = features or body
        elif name in _PICTURE:
            kept.append(_chunk(name, body))
        elif name in _TURNING:
            turning.setdefault(name, body)
        elif name == b"ICCP":
            profile = profile or body
    if len(features) < _FEATURES_BYTES:
        raise ImageError(DAMAGED)
    flags = (features[0] & ~_NOTE_FLAGS) | sum(_TURNING[name] for name in turning)
    chunks = [_chunk(_FEATURES, bytes([flags]) + features[1:]), *kept]
    chunks += [_chunk(name, turning[name]) for name in _TURNING if name in turning]
    contents = b"WEBP" + b"".join(chunks)
    too_large = profile is not None and len(profile) > MAX_PROFILE_BYTES
    cleaned = b"RIFF" + len(contents).to_bytes(4, "little") + contents
    return Source(cleaned, None if too_large else profile, too_large)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and contents of each chunk.

    Raises:
        ImageError: One that the picture needs reaches beyond the end.
    """
    end = 8 + int.from_bytes(data[4:8], "little")
    position = _CHUNKS_START
    while position + 8 <= end:
        name = data[position : position + 4]
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        if position + 8 + length > end:
            if name in _PICTURE:
                raise ImageError(TRUNCATED)
            return
        yield name, data[position + 8 : position + 8 + length]
        position += 8 + length + length % 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
