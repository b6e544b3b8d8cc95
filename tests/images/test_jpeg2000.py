"""JPEG 2000 files: what the usual decoder hides or gets wrong is read from the header, and refused."""

from __future__ import annotations

import io
import struct
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.codec import decode, decode_small, decoded_size
from tests.folders import encoded
from tests.images.item_files import box
from tests.pictures import noise_picture, smooth_picture

PICTURE = noise_picture(37, 29, 4)
SRGB, GREY, SYCC, CMYK, CIELAB, BILEVEL = 16, 17, 18, 12, 14, 15
SIZ = b"\xff\x4f\xff\x51"
DEPTHS = 42


def enumerated(space: int) -> bytes:
    return struct.pack(">BBBI", 1, 0, 0, space)


def bare(image: Image, **options: Any) -> bytes:
    return encoded(image, "JPEG2000", no_jp2=True, **options)


def boxed(
    stream: bytes, channels: int, colours: bytes, *more: bytes, size: tuple[int, int] = (37, 29)
) -> bytes:
    """A file around a bare picture."""
    head = box(b"ihdr", struct.pack(">IIHBBBB", size[1], size[0], channels, 7, 7, 0, 0))
    return (
        box(b"jP  ", b"\r\n\x87\n")
        + box(b"ftyp", b"jp2 \0\0\0\0jp2 ")
        + box(b"jp2h", head, box(b"colr", colours), *more)
        + box(b"jp2c", stream)
    )


def meaning(*entries: tuple[int, int, int]) -> bytes:
    """What each channel is: number, kind, colour."""
    return box(b"cdef", struct.pack(">H", len(entries)), *(struct.pack(">HHH", *entry) for entry in entries))


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("options", [{}, {"tile_size": (16, 16)}, {"progression": "RPCL"}], ids=str)
def test_pixels_are_those_that_were_saved(channels: int, options: dict[str, Any]) -> None:
    picture = PICTURE[:, :, :channels]
    data = encoded(picture, "JPEG2000", **options)
    found = decode(data)
    np.testing.assert_array_equal(found.image, picture)
    assert (found.format, found.orientation) == ("jpeg2000", 1)
    assert decoded_size(data) == (37, 29)
    assert decode_small(data, 10).shape == (8, 10, channels)


@pytest.mark.parametrize("channels", [1, 3])
def test_lossy_and_bare_pictures_are_opencvs(channels: int) -> None:
    data = bare(smooth_picture(64, 48)[:, :, :channels], irreversible=True, quality_layers=[8])
    flag = cv2.IMREAD_COLOR if channels == 3 else cv2.IMREAD_GRAYSCALE
    wanted = cv2.imdecode(np.frombuffer(data, np.uint8), flag)
    if wanted is None:
        pytest.skip("this OpenCV reads no JPEG 2000")
    np.testing.assert_array_equal(decode(data).image, wanted.reshape(48, 64, channels)[:, :, ::-1])


def with_levels(data: bytes, *levels: int) -> bytes:
    """What a header says of depth (less 1) and sign of each channel."""
    changed, place = bytearray(data), data.index(SIZ) + DEPTHS
    for number, level in enumerate(levels):
        changed[place + 3 * number] = level
    return bytes(changed)


@pytest.mark.parametrize(
    ("levels", "reason"),
    [
        ((9, 9, 9), "more than 8 bits"),
        ((11, 7, 7), "more than 8 bits"),
        ((15, 15, 15), "more than 8 bits"),
        ((37, 37, 37), "more than 8 bits"),
        ((0, 0, 0), "fewer than 8 bits, which are read wrongly from this kind; save it as PNG"),
        ((7, 3, 7), "fewer than 8 bits"),
        ((0x87, 0x87, 0x87), "signed levels"),
    ],
)
@pytest.mark.parametrize("plain", [True, False])
def test_depth_is_read_from_the_file(levels: tuple[int, ...], reason: str, plain: bool) -> None:
    data = with_levels(encoded(PICTURE[:, :, :3], "JPEG2000", no_jp2=plain), *levels)
    for read in (decode, lambda data: decode_small(data, 9), decoded_size):
        with pytest.raises(ImageError, match=reason):
            read(data)


def test_deep_grey_is_refused() -> None:
    data = io.BytesIO()
    Pillow.fromarray(np.full((9, 9), 2085, np.uint16)).save(data, "JPEG2000")
    with pytest.raises(ImageError, match="more than 8 bits"):
        decode(data.getvalue())


STREAMS = {channels: bare(PICTURE[:, :, :channels]) for channels in (1, 2, 3, 4)}
PALETTE = box(b"pclr", struct.pack(">HB", 2, 3), b"\7\7\7", bytes((1, 2, 3, 1, 2, 3)))
MAPPING = box(b"cmap", *(struct.pack(">HBB", 0, 1, column) for column in range(3)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (boxed(STREAMS[1], 1, enumerated(SRGB), PALETTE, MAPPING), "a palette, which is read wrongly"),
        (boxed(STREAMS[3], 3, enumerated(CIELAB)), "in a way that is read wrongly"),
        (boxed(STREAMS[1], 1, enumerated(BILEVEL)), "in a way that is read wrongly"),
        (boxed(STREAMS[3], 3, enumerated(99)), "in a way that is read wrongly"),
        (boxed(STREAMS[3], 3, enumerated(SRGB), meaning((0, 0, 3), (1, 0, 2), (2, 0, 1))), "read wrongly"),
        (boxed(STREAMS[2], 2, enumerated(GREY), meaning((0, 0, 1), (1, 2, 0))), "read wrongly"),
        (boxed(STREAMS[4], 4, enumerated(SRGB)), "no stated meaning"),
        (boxed(STREAMS[2], 2, enumerated(GREY)), "no stated meaning"),
        (boxed(STREAMS[2], 2, enumerated(GREY), meaning((0, 0, 1), (1, 65535, 65535))), "no stated meaning"),
        (STREAMS[2], "no stated meaning"),
        (STREAMS[4], "no stated meaning"),
        (boxed(STREAMS[3], 3, b"\2\0\0" + bytes(16) + b"Lab " + bytes(200)), "read wrongly"),
        (boxed(STREAMS[3], 4, enumerated(SRGB)), "damaged"),
        (boxed(STREAMS[3], 3, enumerated(SRGB), size=(99, 29)), "damaged"),
        (boxed(STREAMS[3], 3, enumerated(SRGB)) + box(b"jp2c", STREAMS[3]), "several pages"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_would_be_read_wrongly_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ImageError, match=reason):
        decode(data)


def test_inks_and_luma_become_colours() -> None:
    inks = decode(boxed(bare(np.full((29, 37, 4), (0, 255, 255, 0), np.uint8)), 4, enumerated(CMYK))).image
    assert inks.tolist() == [[[255, 0, 0]] * 37] * 29
    luma = cv2.cvtColor(smooth_picture(37, 29), cv2.COLOR_RGB2YCrCb)[:, :, (0, 2, 1)].astype(np.uint8)
    found = decode(boxed(bare(luma, mct=0), 3, enumerated(SYCC))).image
    assert np.abs(found.astype(int) - smooth_picture(37, 29)).max() <= 3


@pytest.mark.parametrize(("channels", "space"), [(1, b"GRAY"), (3, b"RGB ")])
def test_a_profile_is_kept(channels: int, space: bytes) -> None:
    profile = bytes(16) + space + bytes(200)
    found = decode(boxed(STREAMS[channels], channels, b"\2\0\0" + profile))
    assert found.icc_profile == profile
    np.testing.assert_array_equal(found.image, PICTURE[:, :, :channels])


def test_a_missing_tile_is_noticed() -> None:
    data = bare(PICTURE[:, :, :3], tile_size=(16, 16))
    parts = [place for place in range(len(data)) if data[place : place + 4] == b"\xff\x90\0\x0a"]
    assert len(parts) == 6
    for first, last in zip(parts, [*parts[1:], len(data) - 2], strict=True):
        with pytest.raises(ImageError, match="truncated"):
            decode(data[:first] + data[last:])


@pytest.mark.parametrize("plain", [True, False])
def test_what_follows_the_end_does_no_harm(plain: bool) -> None:
    data = encoded(PICTURE[:, :, :3], "JPEG2000", no_jp2=plain)
    for rest in (b"\0", bytes(99), b"anything \xff\xd9"):
        np.testing.assert_array_equal(decode(data + rest).image, PICTURE[:, :, :3])
