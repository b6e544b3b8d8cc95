"""Small PNGs in and out by Pillow's codec for their pixels, past its file objects.

Those cost several times as much as the pixels of a small picture. The bytes and pixels are the same as by the
long way, which all other files take, and those that are damaged.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

import numpy as np
from PIL import Image as Pillow

from augstudio.core.image import Image

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEADER: Final = b"\0\0\0\rIHDR"
_END: Final = b"\0\0\0\0IEND\xaeB`\x82"
_HEADER_END: Final = 33
# Depth 8, then the colours, then how it is packed, filtered and interlaced: as usual, and not.
_KINDS: Final = {
    b"\x08\x00\0\0\0": ("L", 1),
    b"\x08\x04\0\0\0": ("LA", 2),
    b"\x08\x02\0\0\0": ("RGB", 3),
    b"\x08\x06\0\0\0": ("RGBA", 4),
}
_BY_CHANNELS: Final = {channels: (mode, kind) for kind, (mode, channels) in _KINDS.items()}
# Pillow reads and writes the pixels in pieces of 64 KiB; what is unpacked is never much smaller than packed.
_MOST_BYTES: Final = 60_000
_COMPRESSION: Final = 1


def is_plain_png(data: bytes) -> bool:
    """Whether a PNG is whole and has nothing but a header, one chunk of data and an end.

    Args:
        data: The file.
    """
    if data[8:16] != _HEADER or data[37:41] != b"IDAT":
        return False
    end = _HEADER_END + 12 + int.from_bytes(data[_HEADER_END : _HEADER_END + 4], "big")
    if data[end : end + 12] != _END:
        return False
    crc = zlib.crc32(memoryview(data)[_HEADER_END + 4 : end - 4])
    return data[29:33] == zlib.crc32(data[12:29]).to_bytes(4, "big") and data[end - 4 : end] == crc.to_bytes(
        4, "big"
    )


def small_pixels(data: bytes, max_pixels: int) -> Image | None:
    """The pixels of a small PNG, ``(H, W, C)`` uint8; None where the long way must be taken.

    Args:
        data: The file.
        max_pixels: Larger ones take the long way, too.
    """
    kind = _KINDS.get(data[24:29])
    if kind is None or not is_plain_png(data):
        return None
    (mode, channels), (width, height) = kind, struct.unpack_from(">II", data, 16)
    if width * height > max_pixels:
        return None
    length = int.from_bytes(data[_HEADER_END : _HEADER_END + 4], "big")
    if not 0 < height * (1 + width * channels) <= _MOST_BYTES or length > _MOST_BYTES:
        return None
    stream = data[_HEADER_END + 8 : _HEADER_END + 8 + length]
    try:
        raw = Pillow.frombytes(mode, (width, height), stream, "zip", mode, 0).tobytes()
    except ValueError:  # the long way says what is wrong
        return None
    return np.frombuffer(raw, np.uint8).reshape(height, width, channels)


def small_png(image: Image) -> bytes | None:
    """The file of a small picture, without colour profile; None where the long way must be taken.

    Args:
        image: ``(H, W, C)`` uint8.
    """
    height, width, channels = image.shape
    if height * (1 + width * channels) > _MOST_BYTES:
        return None
    mode, kind = _BY_CHANNELS[channels]
    # Not optimised, the default kind of compression, and nothing known of the data.
    options = mode, False, _COMPRESSION, -1, b""
    stream = Pillow.frombytes(mode, (width, height), image.tobytes()).tobytes("zip", *options)
    header = b"IHDR" + struct.pack(">II", width, height) + kind
    body = b"IDAT" + stream
    return b"".join(
        (
            _SIGNATURE,
            b"\0\0\0\r",
            header,
            zlib.crc32(header).to_bytes(4, "big"),
            len(stream).to_bytes(4, "big"),
            body,
            zlib.crc32(body).to_bytes(4, "big"),
            _END,
        )
    )
