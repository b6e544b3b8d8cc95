"""Colour JPEGs are written by OpenCV; they are what Pillow writes, byte for byte."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Size
from augstudio.errors import ImageError
from augstudio.images import codec
from augstudio.images.codec import decode, encode
from augstudio.images.jpeg_notes import plain_header
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


def header_cases() -> dict[str, bytes]:
    """Files with and without notes, of several kinds."""
    image, exif = smooth_picture(70, 50), Pillow.Exif()
    exif[0x0112] = 6
    options: dict[str, dict[str, object]] = {
        "plain": {},
        "progressive": {"progressive": True},
        "restarts": {"restart_marker_blocks": 2},
        "comment": {"comment": b"taken in spring"},
        "full colours": {"subsampling": "4:4:4"},
        "turned": {"exif": exif},
        "profile": {"icc_profile": b"\0" * 16 + b"RGB " + b"\0" * 200},
    }
    found = {}
    for name, given in options.items():
        buffer = io.BytesIO()
        Pillow.fromarray(image).save(buffer, "JPEG", **given)
        found[name] = buffer.getvalue()
    buffer = io.BytesIO()
    Pillow.fromarray(image[:, :, 0]).save(buffer, "JPEG")
    found["grey"] = buffer.getvalue()
    buffer = io.BytesIO()
    Pillow.fromarray(image).convert("CMYK").save(buffer, "JPEG")
    found["print"] = buffer.getvalue()
    return found


@pytest.mark.parametrize("name", header_cases())
def test_the_short_way_gives_what_the_long_one_does(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = header_cases()[name]
    frame = next(
        place
        for place in range(len(data))
        if data[place : place + 1] == b"\xff" and data[place + 1] in (0xC0, 0xC2)
    )
    broken = [data[: len(data) * share // 10] for share in range(1, 10)]
    broken += [
        data[: frame + at] + bytes([value]) + data[frame + at + 1 :]
        for at in range(2, 12)
        for value in (0, 255)
    ]
    for given in (data, *broken):
        for least in (None, lambda _: (20, 20)):
            short = outcome(given, least)
            with monkeypatch.context() as patch:
                patch.setattr(codec, "plain_header", lambda _: None)
                long = outcome(given, least)
            assert short == long


def test_notes_that_decoders_heed_ask_for_the_long_way() -> None:
    found = {name for name, data in header_cases().items() if plain_header(data) is None}
    assert found == {"turned", "profile", "print"}


def outcome(data: bytes, least: Callable[[Size], Size] | None) -> object:
    """What decoding gives, or why it does not."""
    try:
        found = decode(data, least=least)
    except ImageError as error:
        return str(error)
    return found.image.tobytes(), found.image.shape, replace(found, image=None)  # type: ignore[arg-type]
