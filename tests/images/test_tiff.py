"""Which page of a TIFF is the picture, and what it must say of itself."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.codec import decode
from tests.folders import encoded
from tests.images.notes import with_tags
from tests.pictures import noise_picture

FULL, SMALL = noise_picture(24, 18), noise_picture(12, 9, seed=1)
REDUCED, MASK = 1, 4


def pages(*parts: tuple[Image, int]) -> bytes:
    """A TIFF of several pages with their NewSubfileType."""
    first, *others = (Pillow.fromarray(image) for image, _ in parts)
    for picture, (_, kind) in zip((first, *others), parts, strict=True):
        picture.encoderinfo = {"tiffinfo": {254: kind}}
    buffer = io.BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=others, tiffinfo={254: parts[0][1]})
    return buffer.getvalue()


def kinds_set(data: bytes, kinds: list[int]) -> bytes:
    """A TIFF by Pillow, whose pages all have a NewSubfileType, with other ones."""
    changed, place = bytearray(data), int.from_bytes(data[4:8], "little")
    for kind in kinds:
        count = int.from_bytes(data[place : place + 2], "little")
        for start in range(place + 2, place + 2 + 12 * count, 12):
            if int.from_bytes(data[start : start + 2], "little") == 254:
                changed[start + 8 : start + 12] = struct.pack("<I", kind)
        place = int.from_bytes(data[place + 2 + 12 * count : place + 6 + 12 * count], "little")
    return bytes(changed)


def several(*parts: tuple[Image, int]) -> bytes:
    data = pages(*parts)
    assert data.startswith(b"II*\0")
    return kinds_set(data, [kind for _, kind in parts])


@pytest.mark.parametrize(
    "parts",
    [
        [(FULL, 0), (SMALL, REDUCED)],
        [(SMALL, REDUCED), (FULL, 0)],
        [(FULL, 0), (SMALL, MASK), (SMALL, REDUCED)],
        [(SMALL, REDUCED), (SMALL, REDUCED | MASK), (FULL, 2)],
        [(FULL, REDUCED)],
    ],
)
def test_the_only_full_page_is_the_picture(parts: list[tuple[Image, int]]) -> None:
    np.testing.assert_array_equal(decode(several(*parts)).image, FULL)


@pytest.mark.parametrize("kinds", [(0, 0), (0, 2), (REDUCED, REDUCED)])
def test_two_pictures_are_refused(kinds: tuple[int, int]) -> None:
    with pytest.raises(ImageError, match="several pages"):
        decode(several((FULL, kinds[0]), (SMALL, kinds[1])))


@pytest.mark.parametrize("place", [1, 2**31, 2**32 - 1])
def test_a_second_page_that_cannot_be_parsed_damages_nothing(place: int) -> None:
    data = encoded(FULL, "TIFF")
    first = int.from_bytes(data[4:8], "little")
    end = first + 2 + 12 * int.from_bytes(data[first : first + 2], "little")
    found = decode(data[:end] + place.to_bytes(4, "little") + data[end + 4 :])
    np.testing.assert_array_equal(found.image, FULL)


GREY = encoded(FULL[:, :, :1], "TIFF")
COLOUR = encoded(FULL, "TIFF")
SHORT, LONG = 3, 4


@pytest.mark.parametrize(
    ("data", "entries", "reason"),
    [
        (GREY, [(339, SHORT, 1, 2)], "signed levels"),
        (COLOUR, [(339, SHORT, 1, 2)], "signed levels"),
        (GREY, [(339, SHORT, 1, 3), (258, SHORT, 1, 16)], "floating-point"),
        (GREY, [(339, SHORT, 1, 2), (258, SHORT, 1, 16)], "more than 8 bits"),
        (GREY, [(259, SHORT, 1, 34712)], "JPEG 2000"),
        (GREY, [(259, SHORT, 1, 50002)], "JPEG XL"),
        (GREY, [(259, SHORT, 1, 34887)], "LERC"),
        (GREY, [(259, SHORT, 1, 50001)], "WebP"),
        (GREY, [(259, SHORT, 1, 12345)], "of a kind that is not supported"),
    ],
)
def test_reasons_name_what_it_is(data: bytes, entries: list[Any], reason: str) -> None:
    with pytest.raises(ImageError, match=reason):
        decode(with_tags(data, entries))


def test_a_big_endian_bigtiff_is_named() -> None:
    with pytest.raises(ImageError, match="big-endian BigTIFF"):
        decode(b"MM\0+\0\x08\0\0" + bytes(40))
