from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.errors import ImageError
from augstudio.images.codec import WRITTEN_FORMATS, decode, encode
from tests.pictures import noise_picture, smooth_picture

RGB_PROFILE = bytes(16) + b"RGB " + bytes(200)
GREY_PROFILE = bytes(16) + b"GRAY" + bytes(200)


@pytest.mark.parametrize("name", ["png", "tiff", "bmp", "ppm"])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_lossless_formats_keep_every_pixel(name: str, channels: int) -> None:
    picture = noise_picture(19, 13, channels)
    if channels == 4 and name == "ppm":
        with pytest.raises(ImageError, match=r"has transparency, which .* cannot hold; choose png"):
            encode(picture, name)
        return
    found = decode(encode(picture, name))
    assert found.format == name
    assert np.array_equal(found.image, picture)


@pytest.mark.parametrize(
    ("name", "channels"), [("jpeg", 1), ("jpeg", 3), ("webp", 1), ("webp", 3), ("webp", 4)]
)
def test_lossy_formats_come_close(name: str, channels: int) -> None:
    picture = smooth_picture(64, 48, channels)
    found = decode(encode(picture, name)).image
    expected = np.repeat(picture, 3, axis=2) if name == "webp" and channels == 1 else picture
    assert np.abs(found.astype(int) - expected).mean() < 4


def test_jpeg_refuses_transparency() -> None:
    with pytest.raises(ImageError, match="which JPEG cannot hold; choose png, webp or tiff, or a background"):
        encode(noise_picture(4, 4, 4), "jpeg")


@pytest.mark.parametrize("name", ["jpeg", "webp"])
def test_quality_decides_the_size(name: str) -> None:
    picture = noise_picture(64, 64)
    assert len(encode(picture, name, quality=20)) < len(encode(picture, name, quality=95)) / 2


@pytest.mark.parametrize("name", WRITTEN_FORMATS)
def test_the_same_picture_gives_the_same_bytes(name: str) -> None:
    assert encode(noise_picture(30, 20), name) == encode(noise_picture(30, 20), name)


def test_a_profile_is_kept_where_it_fits() -> None:
    colour, grey = noise_picture(8, 8), noise_picture(8, 8, 1)
    for name in ("jpeg", "png", "webp", "tiff"):
        assert decode(encode(colour, name, icc_profile=RGB_PROFILE)).icc_profile == RGB_PROFILE
        assert decode(encode(colour, name, icc_profile=GREY_PROFILE)).icc_profile is None
    assert decode(encode(grey, "png", icc_profile=GREY_PROFILE)).icc_profile == GREY_PROFILE
    assert decode(encode(grey, "webp", icc_profile=GREY_PROFILE)).icc_profile is None
    assert decode(encode(colour, "bmp", icc_profile=RGB_PROFILE)).icc_profile is None


def test_what_is_too_wide_for_a_format_is_an_error() -> None:
    with pytest.raises(ImageError, match="20000 x 1 pixels cannot be written as WEBP"):
        encode(noise_picture(20000, 1), "webp")


@pytest.mark.parametrize("name", ["jpeg", "ppm", "bmp"])
def test_alpha_of_255_everywhere_is_left_away(name: str) -> None:
    picture = smooth_picture(20, 12)
    opaque = np.dstack([picture, np.full((12, 20), 255, np.uint8)])
    assert encode(opaque, name) == encode(picture, name)


@pytest.mark.parametrize("background", [(0, 0, 0), (255, 255, 255), (12, 200, 99)])
def test_transparent_pictures_are_put_on_the_background(background: tuple[int, int, int]) -> None:
    picture = noise_picture(31, 17, 4)
    alpha = picture[:, :, 3:].astype(np.float64) / 255
    expected = np.rint(picture[:, :, :3] * alpha + np.array(background) * (1 - alpha))
    found = decode(encode(picture, "ppm", background=background)).image
    np.testing.assert_array_equal(found, expected)
    assert encode(picture, "jpeg", background=background) == encode(found, "jpeg")
    for name in ("png", "webp", "tiff", "bmp"):
        assert encode(picture, name, background=background) == encode(picture, name)


def test_transparent_bmps_are_read_by_all() -> None:
    picture = noise_picture(7, 5, 4)
    data = encode(picture, "bmp")
    found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert found is not None
    np.testing.assert_array_equal(found[:, :, [2, 1, 0, 3]], picture)
    with Pillow.open(io.BytesIO(data)) as opened:
        np.testing.assert_array_equal(np.asarray(opened), picture)
