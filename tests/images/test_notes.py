"""Notes in a picture's file never cost the picture, however odd they are."""

from __future__ import annotations

import io
import random
import struct
import zlib
from itertools import islice

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.codec import decode, decode_small, decoded_size, encode
from tests.folders import encoded
from tests.images.notes import ODD, PICTURE, PNG_KINDS, chunk, segment, with_chunks, with_tags
from tests.pictures import noise_picture

PNG = encoded(PICTURE, "PNG")
LARGE = zlib.compress(bytes(2 << 20), 9)
ROUNDS = 150


def by_opencv(data: bytes) -> Image | None:
    """A picture as OpenCV reads it, with our order of colours; some of its notes OpenCV cannot bear."""
    found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if found is None:
        return None
    if found.ndim == 2:
        return np.asarray(found[:, :, None], np.uint8)
    return np.asarray(found[:, :, [2, 1, 0, 3][: found.shape[2]]], np.uint8)


def check_rounds(kind: str, seed: int, rounds: int) -> None:
    """Files with odd notes have the pixels that OpenCV finds, and a small version and a size, too."""
    compared = 0
    for odd, plain in islice(ODD[kind](random.Random(seed)), rounds):
        check_odd(odd, plain)
        assert decoded_size(odd) == (16, 12)
        assert decode_small(odd, 8).shape[:2] == (6, 8)
        compared += by_opencv(odd) is not None
    assert compared > rounds / 2


def check_odd(odd: bytes, plain: bytes) -> None:
    """A file with odd notes has the pixels of the one without, which OpenCV finds as well."""
    found, expected = decode(odd).image, by_opencv(odd)
    np.testing.assert_array_equal(found, decode(plain).image)
    if expected is not None:
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("kind", ODD)
def test_odd_notes_cost_no_picture(kind: str) -> None:
    check_rounds(kind, 0, ROUNDS)


@given(
    st.lists(
        st.tuples(st.sampled_from(PNG_KINDS), st.binary(max_size=40), st.sampled_from([0, 1])), max_size=4
    ),
    st.sampled_from([1, 3, 4]),
)
@settings(max_examples=60, deadline=None)
def test_pixels_are_opencvs_where_all_critical_chunks_are_whole(
    notes: list[tuple[bytes, bytes, int]], channels: int
) -> None:
    png = encoded(noise_picture(7, 5, channels), "PNG")
    check_odd(with_chunks(png, *(chunk(*note) for note in notes)), png)


@pytest.mark.parametrize(
    "note",
    [
        chunk(b"tEXt", b"Comment\0hello", 1),
        chunk(b"pHYs", b"\0\0"),
        chunk(b"iCCP", b"p\0\0" + LARGE),
        chunk(b"iCCP", b"p\0\0" + LARGE[:-9]),
        chunk(b"iCCP", b"p\0\7" + LARGE),
        chunk(b"iCCP", b"p"),
        chunk(b"zTXt", b"Comment\0\0" + LARGE),
        chunk(b"zTXt", b"Raw profile type exif\0\0" + LARGE),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + LARGE),
        chunk(b"tEXt", b"a\0" + bytes(1 << 20)) * 70,
        chunk(b"acTL", bytes(3)),
        chunk(b"acTL", struct.pack(">II", 3, 0), 1),
        chunk(b"fcTL", b"a"),
    ],
    ids=lambda note: f"{note[4:8].decode()} {len(note)}",
)
def test_notes_of_a_png(note: bytes) -> None:
    for data in (with_chunks(PNG, note), PNG[:-12] + note + PNG[-12:]):
        np.testing.assert_array_equal(decode(data).image, PICTURE)
        assert decoded_size(data) == (16, 12)


@pytest.mark.parametrize("kind", [b"IHDR", b"IDAT", b"IEND", b"PLTE"])
def test_critical_chunks_are_strict(kind: bytes) -> None:
    picture = Pillow.fromarray(PICTURE).quantize(9)
    data = encoded(np.asarray(picture.convert("RGB")), "PNG")
    if kind == b"PLTE":
        data = with_chunks(data, chunk(b"PLTE", bytes(9), 1))
    else:
        place = data.index(kind)
        end = place + 4 + int.from_bytes(data[place - 4 : place], "big")
        data = data[:end] + bytes([data[end] ^ 1]) + data[end + 1 :]
    with pytest.raises(ImageError, match="damaged"):
        decode(data)


def test_a_transparent_colour_is_no_note() -> None:
    colour = PICTURE[0, 0].astype(">u2").tobytes()
    assert decode(with_chunks(PNG, chunk(b"tRNS", colour))).image[0, 0, 3] == 0
    with pytest.raises(ImageError, match="damaged"):
        decode(with_chunks(PNG, chunk(b"tRNS", colour, 1)))
    np.testing.assert_array_equal(decode(with_chunks(PNG, chunk(b"tRNS", colour[:3]))).image, PICTURE)


def test_a_turn_is_found_beside_damaged_notes() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    turn = chunk(b"eXIf", exif.tobytes().removeprefix(b"Exif\0\0"))
    turned = decode(with_chunks(PNG, chunk(b"eXIf", b"nothing", 1), chunk(b"pHYs", b""), turn))
    np.testing.assert_array_equal(turned.image, np.rot90(PICTURE, -1))


def test_apples_packed_png_is_named() -> None:
    with pytest.raises(ImageError, match="packed for iPhone"):
        decode(PNG[:8] + chunk(b"CgBI", bytes(4)) + PNG[8:])


PROFILE = bytes(16) + b"RGB " + bytes(200)


def icc(number: int, count: int, part: bytes) -> bytes:
    return segment(0xE2, b"ICC_PROFILE\0" + bytes((number, count)) + part)


@pytest.mark.parametrize(
    ("parts", "profile"),
    [
        ([icc(1, 2, PROFILE[:100]), icc(2, 2, PROFILE[100:])], PROFILE),
        ([icc(2, 2, PROFILE[100:]), icc(1, 2, PROFILE[:100])], PROFILE),
        ([icc(1, 2, PROFILE)], None),
        ([icc(1, 2, PROFILE), icc(2, 3, PROFILE)], None),
        ([icc(1, 1, PROFILE), icc(1, 1, PROFILE)], None),
        ([icc(0, 0, PROFILE)], None),
        ([segment(0xE2, b"ICC_PROFILE\0")], None),
        ([segment(0xE0, b"JFIF\0"), segment(0xEE, b"Adobe"), segment(0xED, b"Photoshop 3.0\x008BIM")], None),
    ],
)
def test_notes_of_a_jpeg(parts: list[bytes], profile: bytes | None) -> None:
    jpeg = encoded(PICTURE, "JPEG")
    found = decode(jpeg[:20] + b"".join(parts) + jpeg[20:])
    np.testing.assert_array_equal(found.image, decode(jpeg).image)
    assert found.icc_profile == profile


@pytest.mark.parametrize("note", [b"EXIF", b"XMP ", b"ICCP", b"abcd"])
@pytest.mark.parametrize("length", [0, 5, 2**31])
def test_notes_of_a_webp(note: bytes, length: int) -> None:
    webp = encoded(PICTURE, "WEBP", lossless=True, exif=b"Exif\0\0broken", icc_profile=PROFILE)
    body = note + length.to_bytes(4, "little") + bytes(6)[: length + length % 2]
    data = b"RIFF" + (len(webp) - 8 + len(body)).to_bytes(4, "little") + webp[8:] + body
    np.testing.assert_array_equal(decode(data).image, PICTURE)
    assert decode(data).icc_profile == PROFILE


def test_notes_of_a_tiff() -> None:
    tiff = encoded(PICTURE, "TIFF")
    for entry in [(34665, 4, 1, 2**31), (282, 2, 1, 65), (270, 2, 2**31, 8), (34675, 7, 99, 2**32 - 50)]:
        np.testing.assert_array_equal(decode(with_tags(tiff, [entry])).image, PICTURE)


@pytest.mark.parametrize("size", [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 255 * 65519, 255 * 65519 + 1])
@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "tiff"])
def test_every_reader_opens_what_is_written_with_a_large_profile(name: str, size: int) -> None:
    profile = (PROFILE + random.Random(0).randbytes(size))[:size]
    data = encode(PICTURE, name, icc_profile=profile, lossless=True)
    found = decode(data)
    kept = size < 1 << 20 if name == "png" else size <= 255 * 65519
    assert found.icc_profile == (profile if kept else None) or name in ("webp", "tiff")
    expected = found.image if name == "jpeg" else PICTURE
    np.testing.assert_array_equal(by_opencv(data), expected)
    np.testing.assert_array_equal(by_pillow(data), expected)


def by_pillow(data: bytes) -> Image:
    with Pillow.open(io.BytesIO(data)) as picture:
        return np.asarray(picture)


def test_a_profile_that_no_format_could_hold_is_left_out() -> None:
    found = decode(with_chunks(PNG, chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(17 << 20), 9))))
    assert (found.icc_profile, found.profile_too_large) == (None, True)
