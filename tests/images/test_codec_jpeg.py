"""Colour JPEGs are written by OpenCV; they are what Pillow writes, byte for byte."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.errors import ImageError
from augstudio.images.codec import decode, encode
from tests.pictures import ODD_SIZES, noise_picture, smooth_picture


def by_pillow(image: np.ndarray, quality: int, profile: bytes | None = None) -> bytes:
    buffer = io.BytesIO()
    options = {"icc_profile": profile} if profile else {}
    Pillow.fromarray(image).save(buffer, "JPEG", quality=quality, subsampling="4:2:0", **options)
    return buffer.getvalue()


@pytest.mark.parametrize("size", [*ODD_SIZES, (17, 33), (200, 150)])
@pytest.mark.parametrize("quality", [1, 24, 50, 90, 100])
def test_bytes_are_pillows(size: tuple[int, int], quality: int) -> None:
    image = smooth_picture(*size)
    assert encode(image, "jpeg", quality=quality) == by_pillow(image, quality)


@pytest.mark.parametrize("length", [200, 3000, 65519, 65520, 200_000])
def test_a_profile_of_any_length_is_where_pillow_puts_it(length: int) -> None:
    profile = bytes(16) + b"RGB " + noise_picture(length - 20, 1, 1).tobytes()
    image = smooth_picture(40, 30)
    data = encode(image, "jpeg", quality=90, icc_profile=profile)
    assert data == by_pillow(image, 90, profile)
    assert decode(data).icc_profile == profile


def test_a_view_is_encoded_as_its_copy() -> None:
    image = noise_picture(60, 50)
    for view in (image[5:40, 7:50], image[::-1], image.transpose(1, 0, 2)):
        assert encode(view, "jpeg") == encode(view.copy(), "jpeg")


def test_a_picture_too_large_for_jpeg_is_an_error() -> None:
    with pytest.raises(ImageError, match="65501 x 1 pixels cannot be written as JPEG"):
        encode(noise_picture(65501, 1), "jpeg")
