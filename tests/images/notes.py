"""Notes for picture files, sound and damaged, and the rounds in which files are made with them."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterator

from tests.folders import encoded
from tests.pictures import noise_picture

PNG_KINDS: tuple[bytes, ...] = (
    b"tEXt",
    b"zTXt",
    b"iTXt",
    b"iCCP",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"tIME",
    b"bKGD",
    b"pHYs",
)
PNG_KINDS += (b"eXIf", b"sBIT", b"hIST", b"sPLT", b"acTL", b"cICP", b"oFFs", b"vpAg", b"zzZz", b"caBX")
MARKERS = (*range(0xE0, 0xF0), 0xFE)
STARTS: tuple[bytes, ...] = (
    b"",
    b"JFIF\0",
    b"Exif\0\0",
    b"Exif\0\0II*\0\x08\0\0\0",
    b"ICC_PROFILE\0",
    b"Photoshop 3.0\0",
    b"Adobe",
)
STARTS += (
    b"MPF\0",
    b"JFXX\0",
    b"http://ns.adobe.com/xap/1.0/\0",
    b"FPXR\0",
    b"Photoshop 3.0\x008BIM\x03\xed",
)
TAGS = (269, 270, 271, 274, 282, 283, 285, 296, 305, 306, 315, 318, 700, 33723, 34377, 34665, 34675, 34853)
PICTURE = noise_picture(16, 12)


def chunk(kind: bytes, body: bytes, wrong: int = 0) -> bytes:
    """A PNG's chunk; its checksum is changed by ``wrong``."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body) ^ wrong)


def segment(code: int, body: bytes) -> bytes:
    """A JPEG's segment."""
    return bytes((0xFF, code)) + (len(body) + 2).to_bytes(2, "big") + body


def with_chunks(png: bytes, *chunks: bytes) -> bytes:
    """A PNG with further chunks behind its header."""
    return png[:33] + b"".join(chunks) + png[33:]


def with_tags(tiff: bytes, entries: list[tuple[int, int, int, int]]) -> bytes:
    """A little-endian TIFF with further tags: tag, type, count and value or place."""
    place = int.from_bytes(tiff[4:8], "little")
    count = int.from_bytes(tiff[place : place + 2], "little")
    old = [tiff[start : start + 12] for start in range(place + 2, place + 2 + 12 * count, 12)]
    new = [struct.pack("<HHII", *entry) for entry in entries]
    added = {entry[0] for entry in entries}
    kept = [raw for raw in old if int.from_bytes(raw[:2], "little") not in added]
    page = sorted(kept + new, key=lambda raw: int.from_bytes(raw[:2], "little"))
    data = tiff + bytes(len(tiff) % 2)
    header = data[:4] + len(data).to_bytes(4, "little")
    return header + data[8:] + len(page).to_bytes(2, "little") + b"".join(page) + bytes(4)


def odd_pngs(chance: random.Random) -> Iterator[tuple[bytes, bytes]]:
    """Whole PNGs with odd notes and without, without end."""
    files = [encoded(noise_picture(16, 12, channels), "PNG") for channels in (1, 3, 4)]
    while True:
        data, parts = chance.choice(files), []
        for _ in range(chance.randrange(1, 5)):
            body = chance.randbytes(chance.choice((0, 1, 2, 4, 9, 13, 32, 200)))
            body = chance.choice((b"", b"note\0\0", b"note\0\1\0\0\0", b"a\0b\0")) + body
            if chance.random() < 0.3:
                body = b"note\0\0" + zlib.compress(body)[: chance.randrange(1, 40)]
            kind, wrong = chance.choice(PNG_KINDS), chance.choice((0, 0, 1))
            # One of 8 bytes says how many frames there are.
            parts.append(chunk(kind, body + bytes(kind == b"acTL" and len(body) == 8), wrong))
        yield with_chunks(data, *parts), data


def odd_jpegs(chance: random.Random) -> Iterator[tuple[bytes, bytes]]:
    """Whole JPEGs with odd notes and without, without end."""
    files = [
        encoded(PICTURE, "JPEG"),
        encoded(PICTURE, "JPEG", progressive=True),
        encoded(PICTURE[:, :, :1], "JPEG"),
    ]
    while True:
        data, parts = chance.choice(files), []
        for _ in range(chance.randrange(1, 5)):
            start = chance.choice(STARTS)
            code = chance.choice(MARKERS)
            if (code, start) == (0xEE, b"Adobe"):  # a whole one says what the colours are
                body = start + chance.randbytes(chance.randrange(7))
            else:
                body = start + chance.randbytes(chance.choice((0, 1, 2, 5, 60)))
            parts.append(segment(code, body))
        yield data[:20] + b"".join(parts) + data[20:], data


def odd_tiffs(chance: random.Random) -> Iterator[tuple[bytes, bytes]]:
    """Whole TIFFs with odd notes and without, without end."""
    files = [encoded(PICTURE, "TIFF", compression=name) for name in ("raw", "tiff_lzw", "tiff_adobe_deflate")]
    while True:
        data, entries = chance.choice(files), {}
        for _ in range(chance.randrange(1, 6)):
            tag = chance.choice(TAGS)
            # As whole numbers the orientation would be one.
            kinds = (0, 2, 5, 99) if tag == 274 else (0, 1, 2, 3, 4, 5, 7, 12, 99, 65535)
            place = chance.choice((0, 8, len(data) - 3, len(data), 2**31, 2**32 - 1))
            count = chance.choice((0, 1, 2, 7, 1000, 2**32 - 1))
            entries[tag] = (tag, chance.choice(kinds), count, place)
        yield with_tags(data, list(entries.values())), data


ODD: dict[str, Callable[[random.Random], Iterator[tuple[bytes, bytes]]]] = {
    "png": odd_pngs,
    "jpeg": odd_jpegs,
    "tiff": odd_tiffs,
}
