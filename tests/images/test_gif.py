"""GIF files: still pictures, whole, with the colours that other programs show."""

from __future__ import annotations

import io
import struct

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image
from augstudio.errors import ImageError
from augstudio.images.codec import decode, decode_small, decoded_size
from tests.pictures import noise_picture, smooth_picture

PALETTE = Pillow.fromarray(noise_picture(37, 29)).quantize(200)
COLOURS = np.asarray(PALETTE.convert("RGB"))
CONTROL = b"!\xf9\x04"
SCREEN = 6


def gif(picture: Pillow.Image, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "GIF", **options)
    return buffer.getvalue()


def by_opencv(data: bytes) -> Image:
    found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert found is not None
    return np.asarray(found[:, :, ::-1], np.uint8)


def image_at(data: bytes) -> int:
    """Where a file's picture begins, behind the screen's palette and the notes."""
    return data.index(b",\0\0\0\0" + data[6:10])


@pytest.mark.parametrize("interlace", [0, 1])
def test_a_gif_has_the_pixels_that_opencv_reads(interlace: int) -> None:
    data = gif(PALETTE, interlace=interlace)
    np.testing.assert_array_equal(decode(data).image, COLOURS)
    np.testing.assert_array_equal(by_opencv(data), COLOURS)
    assert decode(data).format == "gif"
    assert decoded_size(data) == (37, 29)
    assert decode_small(data, 10).shape == (8, 10, 3)


@pytest.mark.parametrize("levels", [256, 7, 2])
def test_a_palette_of_greys_is_a_grey_picture(levels: int) -> None:
    grey = noise_picture(37, 29, 1)[:, :, 0] // (256 // levels) * (255 // (levels - 1))
    found = decode(gif(Pillow.fromarray(grey))).image
    np.testing.assert_array_equal(found, grey[:, :, np.newaxis])


@pytest.mark.parametrize("grey", [False, True])
def test_a_transparent_colour_becomes_alpha(grey: bool) -> None:
    picture = Pillow.fromarray(smooth_picture(37, 29)[:, :, 0]) if grey else PALETTE
    index = int(np.asarray(picture)[3, 5])
    data = gif(picture, transparency=index)
    wanted = np.asarray(Pillow.open(io.BytesIO(data)).convert("RGBA"))
    found = decode(data).image
    assert found.shape[2] == (2 if grey else 4)
    assert found[3, 5, -1] == 0
    assert 0 < np.count_nonzero(found[:, :, -1]) < found[:, :, -1].size
    np.testing.assert_array_equal(found[:, :, (0, 0, 0, 1)] if grey else found, wanted)


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("grey", [False, True])
def test_what_a_picture_leaves_of_the_screen_is_transparent(transparent: bool, grey: bool) -> None:
    picture = Pillow.fromarray(smooth_picture(37, 29)[:, :, 0]) if grey else PALETTE
    data = gif(picture, **({"transparency": 0} if transparent else {}))
    alone, at = decode(data).image, image_at(data)
    place = b"," + struct.pack("<HH", 4, 6)
    larger = data[:SCREEN] + struct.pack("<HH", 60, 50) + data[SCREEN + 4 : at] + place + data[at + 5 :]
    found = decode(larger).image.copy()
    assert found.shape == (50, 60, 2 if grey else 4)
    inside = found[6:35, 4:41]
    np.testing.assert_array_equal(inside[:, :, : alone.shape[2]], alone)
    assert transparent or inside[:, :, -1].min() == 255
    inside[:] = 0
    assert not found.any()


def test_a_loop_of_one_frame_is_still() -> None:
    data = gif(PALETTE, save_all=True, loop=0, duration=50, comment=b"made " * 200)
    assert b"NETSCAPE2.0" in data
    np.testing.assert_array_equal(decode(data).image, COLOURS)


@pytest.mark.parametrize("rest", [b"\0", b"\0\0\0", b"anything ,;!" * 99])
def test_what_follows_the_end_does_no_harm(rest: bytes) -> None:
    np.testing.assert_array_equal(decode(gif(PALETTE) + rest).image, COLOURS)


def test_an_end_put_behind_half_a_gif_hides_nothing() -> None:
    data = gif(PALETTE)
    parts = [image_at(data) + 11]
    while data[parts[-1]]:
        parts.append(parts[-1] + 1 + data[parts[-1]])
    assert len(parts) > 4
    for place in parts[:-1]:
        with pytest.raises(ImageError, match=r"truncated|damaged"):
            decode(data[:place] + b"\0;")


def test_only_the_last_control_before_the_picture_counts() -> None:
    data = gif(PALETTE, transparency=3)
    other = CONTROL + bytes((1, 0, 0, 9)) + b"\0"
    at = data.index(CONTROL)
    np.testing.assert_array_equal(decode(data[:at] + other + data[at:]).image, decode(data).image)
    text = b"!\x01\x0c" + bytes(12) + b"\x02hi\0"
    found = decode(data[: image_at(data)] + text + data[image_at(data) :])
    np.testing.assert_array_equal(found.image, COLOURS)


def test_a_profile_is_found() -> None:
    profile = bytes(16) + b"RGB " + bytes(400)
    note = b"!\xff\x0bICCRGBG1012\xff" + profile[:255] + bytes((len(profile) - 255,)) + profile[255:] + b"\0"
    data = gif(PALETTE)
    at = image_at(data)
    assert decode(data).icc_profile is None
    assert decode(data[:at] + note + data[at:]).icc_profile == profile


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"GIF89a", "truncated"),
        (gif(PALETTE)[:-1] + b"#;", "damaged"),
        (b"GIF89a\1\0\1\0\0\0\0;", "damaged"),
        (b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\0;", "truncated|damaged"),
        (b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\0\0\0\0\0\2\1\1\0;", "truncated|damaged"),
    ],
    ids=["header", "block", "no picture", "no data", "no size"],
)
def test_odd_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ImageError, match=reason):
        decode(data)
