"""Checks that a picture's file is whole, by its bytes alone.

Decoders fill what a damaged file lacks with grey and say nothing, so wholeness is checked before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Final

from augstudio.errors import ImageError

TRUNCATED: Final = "the file is truncated: its end is missing; get a complete copy"
DAMAGED: Final = "the file is damaged; get a fresh copy"

# A marker is FF and a code; FF 00 is data, FF FF is filling, D0 to D7 stand inside the data of a scan.
_JPEG_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
# More unused data than this at the end of a scan means that the decoder lost its place in it.
_JPEG_SLACK: Final = 1024
_SEQUENTIAL_HUFFMAN: Final = (0xC0, 0xC1)
_PROGRESSIVE: Final = 0xC2


@dataclass(frozen=True)
class JpegLayout:
    """Where a JPEG's picture lies in its file.

    Attributes:
        end: Offset of the marker that ends the picture; phones append further data behind it.
        single_scan: One Huffman-coded scan holds the whole picture, from top to bottom.
    """

    end: int
    single_scan: bool


def jpeg_layout(data: bytes) -> JpegLayout:
    """Walk a JPEG's segments to its end.

    Raises:
        ImageError: The end or a progressive refinement is missing, or what lies before it are no segments.
    """
    position, scans, sequential = 2, 0, False
    unrefined: set[tuple[int, int]] = set()
    while True:
        found = _JPEG_MARKER.search(data, position)
        if found is None:
            raise ImageError(TRUNCATED)
        code, body = data[found.end() - 1], found.end() + 2
        if code == _EOI:
            if unrefined:
                raise ImageError(TRUNCATED)
            return JpegLayout(found.start(), sequential and scans == 1)
        if code != _TEM and (code < 0xC0 or code == _SOI):
            raise ImageError(DAMAGED)
        sequential |= code in _SEQUENTIAL_HUFFMAN
        if code == _PROGRESSIVE:
            unrefined |= {(part, index) for part in _component_ids(data, body) for index in range(64)}
        if code == _SOS:
            scans += 1
            refined = _refined(data[body : body + 16])
            unrefined.difference_update(refined if unrefined else ())
        length = 0 if code == _TEM else int.from_bytes(data[found.end() : body], "big")
        position = found.end() + length


def _component_ids(data: bytes, frame: int) -> bytes:
    return data[frame + 6 : frame + 6 + 3 * data[frame + 5] : 3]


def _refined(scan: bytes) -> Iterable[tuple[int, int]]:
    """The coefficients, by component and index, that a progressive scan brings to their last bit."""
    count = scan[0]
    first, last, bits = scan[1 + 2 * count : 4 + 2 * count]
    return () if bits & 15 else product(scan[1 : 1 + 2 * count : 2], range(first, last + 1))


def check_used(data: bytes, used: int, end: int) -> None:
    """Check that a decoder needed a JPEG's only scan to its end; what fills it up there is all alike.

    Args:
        data: The file.
        used: Offset up to which the decoder read.
        end: Offset of the marker that ends the picture.

    Raises:
        ImageError: It stopped long before.
    """
    rest = data[used:end]
    if len(rest) > _JPEG_SLACK and rest.strip(rest[:1]):
        raise ImageError(DAMAGED)
