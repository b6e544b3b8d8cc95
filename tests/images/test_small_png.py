"""Small PNGs take a short way: what comes of it is what comes of the long one, byte for byte."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from augstudio.errors import ImageError
from augstudio.images import codec, png
from augstudio.images.codec import decode, encode
from augstudio.images.small_png import is_plain_png, small_pixels, small_png
from tests.pictures import noise_picture, smooth_picture

LONG = 1 << 30


def by_pillow(image: np.ndarray, **options: object) -> bytes:
    stream = io.BytesIO()
    Pillow.fromarray(image[:, :, 0] if image.shape[2] == 1 else image).save(stream, "PNG", **options)
    return stream.getvalue()


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(1, 1), (7, 3), (32, 32), (120, 120)])
@pytest.mark.parametrize("make", [noise_picture, smooth_picture])
def test_what_is_written_is_what_pillow_writes(
    make: Callable[..., np.ndarray], size: tuple[int, int], channels: int
) -> None:
    picture = make(*size, 4)[:, :, -channels:].copy()
    data = encode(picture, "png")
    assert small_png(picture) == data == by_pillow(picture, compress_level=1)
    found = small_pixels(data, LONG)
    assert found is not None
    assert np.array_equal(found, picture)


def test_large_pictures_take_the_long_way() -> None:
    picture = noise_picture(200, 200)
    data = encode(picture, "png")
    assert data == by_pillow(picture, compress_level=1)
    assert small_png(picture) is None
    assert small_pixels(data, LONG) is None
    assert small_pixels(encode(noise_picture(9, 9), "png"), 80) is None


@pytest.fixture
def long_way(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], object]:
    def outcome(data: bytes) -> object:
        with monkeypatch.context() as patched:
            patched.setattr(codec, "small_pixels", lambda data, most: None)
            patched.setattr(png, "is_plain_png", lambda data: False)
            return outcome_of(data)

    return outcome


def outcome_of(data: bytes) -> object:
    """What decoding gives: all about the picture, or the reason why there is none."""
    try:
        found = decode(data)
    except ImageError as error:
        return str(error)
    return found.image.shape, found.image.tobytes(), found.orientation, found.icc_profile


def test_damage_is_told_as_on_the_long_way(long_way: Callable[[bytes], object]) -> None:
    whole = encode(smooth_picture(6, 5), "png")
    assert is_plain_png(whole)
    for place in range(8, len(whole)):
        for damaged in (whole[:place], whole[:place] + bytes([whole[place] ^ 5]) + whole[place + 1 :]):
            assert outcome_of(damaged) == long_way(damaged), place


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_kinds_and_notes_are_told_as_on_the_long_way(mode: str, long_way: Callable[[bytes], object]) -> None:
    notes = PngInfo()
    notes.add_text("Comment", "of somebody")
    picture = Pillow.new(mode, (5, 4), 1)
    exif = Pillow.Exif()
    exif[0x0112] = 6
    for options in ({}, {"pnginfo": notes}, {"exif": exif}, {"icc_profile": bytes(16) + b"RGB " + bytes(99)}):
        stream = io.BytesIO()
        picture.save(stream, "PNG", **options)
        assert outcome_of(stream.getvalue()) == long_way(stream.getvalue())
