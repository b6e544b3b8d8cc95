"""JPEG XL files: what their header says is read before the decoder unpacks the picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms
from pillow_jxl import JpegXLImagePlugin  # noqa: F401  (writes them)

from augstudio.errors import ImageError
from augstudio.images import extras
from augstudio.images.codec import decode, decode_small, decoded_size
from augstudio.images.headers import declared_size
from augstudio.images.jxl import codestream, jxl_header
from tests.folders import encoded, with_orientation
from tests.images.item_files import box
from tests.pictures import noise_picture, smooth_picture

PICTURE = noise_picture(45, 27, 4)


def jxl(picture: Pillow.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JXL", **options)
    return buffer.getvalue()


class Bits:
    """A header written bit by bit, the lowest first."""

    def __init__(self, width: int = 12, height: int = 10) -> None:
        self._value, self._count = 0, 0
        self.number(0, 1).number(0, 2).number(height - 1, 9)
        self.number(0, 3).number(0, 2).number(width - 1, 9)

    def number(self, value: int, count: int) -> Bits:
        self._value |= value << self._count
        self._count += count
        return self

    def bits(self, text: str) -> Bits:
        """Single bits, the first one first."""
        for bit in text.replace(" ", ""):
            self.number(int(bit), 1)
        return self

    def file(self) -> bytes:
        return b"\xff\x0a" + self._value.to_bytes(40, "little")


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("boxed", [False, True])
def test_pixels_are_those_that_were_saved(channels: int, boxed: bool) -> None:
    picture = PICTURE[:, :, :channels]
    data = encoded(picture, "JXL", lossless=True, use_container=boxed)
    assert data.startswith(b"\xff\x0a") != boxed
    found = decode(data)
    np.testing.assert_array_equal(found.image, picture)
    assert (found.format, found.orientation, found.icc_profile) == ("jxl", 1, None)
    assert decoded_size(data) == declared_size(data) == (45, 27)
    assert decode_small(data, 15).shape == (9, 15, channels)


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (256, 256), (40, 30), (300, 600), (2000, 3), (16, 9)])
def test_sizes_are_read_from_the_header(size: tuple[int, int]) -> None:
    data = encoded(smooth_picture(*size), "JXL", lossless=True)
    header = jxl_header(data)
    assert (header.width, header.height) == size
    assert decode(data).image.shape[1::-1] == size


@pytest.mark.parametrize("told", range(1, 9))
def test_a_picture_is_turned_once_by_its_own_header(told: int, tmp_path: Path) -> None:
    """A JPEG that was packed without loss: the turn stands in the header and in the EXIF note."""
    source = tmp_path / "a.jpg"
    source.write_bytes(with_orientation(smooth_picture(48, 32), "JPEG", told))
    with Pillow.open(source) as picture:
        data = jxl(picture, lossless_jpeg=True)
    assert jxl_header(codestream(data)).orientation == told
    wanted = decode(source.read_bytes()).image
    found = decode(data)
    assert np.abs(found.image.astype(int) - wanted).max() <= 4
    assert decoded_size(data) == declared_size(data) == wanted.shape[1::-1]
    assert decode_small(data, 24).shape[:2] == ((24, 16) if told >= 5 else (16, 24))


def test_an_exif_note_alone_turns_nothing() -> None:
    note = Pillow.Exif()
    note[0x0112] = 6
    data = encoded(PICTURE[:, :, :3], "JXL", exif=note.tobytes(), use_container=True)
    assert b"Exif" in data
    assert decode(data).image.shape == (27, 45, 3)


REFUSED: dict[str, tuple[bytes, str]] = {
    "16 bits": (jxl(Pillow.fromarray(np.full((9, 9), 2085, np.uint16)), lossless=True), "more than 8"),
    "float": (jxl(Pillow.new("F", (9, 9), 0.5), lossless=True), "floating-point"),
    "10 bits": (Bits().bits("00 0 10").file(), "more than 8 bits"),
    "12 bits": (Bits().bits("00 0 01").file(), "more than 8 bits"),
    "9 bits": (Bits().bits("00 0 11").number(8, 6).file(), "more than 8 bits"),
    "animated": (Bits().bits("01 000 0 0 1").file(), "animated"),
    "animated with a preview": (Bits().bits("01 000 0 1 0 00 000000 000 00 000000 1").file(), "animated"),
    "deep alpha": (Bits().bits("00 0 00 1 10 0 00 0 01").file(), "more than 8 bits"),
    "two alphas": (Bits().bits("00 0 00 1 01 0000 1 1").file(), "no stated meaning"),
    "depths": (Bits().bits("00 0 00 1 10 0 10 0 00 00 00").file(), "no stated meaning"),
    "multiplied": (Bits().bits("00 0 00 1 10 0 00 0 00 00 00 1").file(), "read wrongly"),
    "cut header": (encoded(PICTURE, "JXL")[:4], "truncated"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_be_lost_is_refused_by_the_header(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unasked(self: Any) -> Any:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(extras.JxlFile, "load", unasked)
    data, reason = REFUSED[name]
    for read in (decode, lambda data: decode_small(data, 9), decoded_size):
        with pytest.raises(ImageError, match=reason):
            read(data)


def test_a_picture_that_is_too_large_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def unasked(*_: Any, **__: Any) -> Any:
        raise AssertionError("it was decoded")

    data = encoded(PICTURE, "JXL")
    monkeypatch.setattr(extras.JxlFile, "load", unasked)
    with pytest.raises(ImageError, match="too large: 45 x 27 is more than"):
        decode(data, max_pixels=1000)


def test_parts_of_a_picture_in_several_boxes() -> None:
    stream = encoded(PICTURE[:, :, :3], "JXL", lossless=True)
    start = b"\0\0\0\x0cJXL \r\n\x87\n" + box(b"ftyp", b"jxl \0\0\0\0jxl ")
    first, last = box(b"jxlp", bytes(4), stream[:99]), box(b"jxlp", b"\x80\0\0\1", stream[99:])
    note = box(b"Exif", b"\0\0\0\0damaged")
    for data in (start + first + last, start + first + note + last + note[:9], start + note + first + last):
        np.testing.assert_array_equal(decode(data).image, PICTURE[:, :, :3])
    for data in (start + first, start + note, start + first + last[:-1], start + last[:12]):
        with pytest.raises(ImageError, match=r"truncated|damaged"):
            decode(data)


def test_of_which_colours_the_pixels_are() -> None:
    wide = Bits().bits("00 0 00 1 00 0 0 0 00 10 01 1001").file()
    linear = Bits().bits("00 0 00 1 00 0 0 0 00 10 10 0 01 0110").file()
    assert not jxl_header(wide).is_srgb
    assert not jxl_header(linear).is_srgb
    assert jxl_header(jxl(Pillow.new("RGB", (9, 9)))).is_srgb
    assert jxl_header(jxl(Pillow.new("L", (9, 9)))).is_srgb


def test_the_profile_of_other_colours_is_kept(tmp_path: Path) -> None:
    """A JPEG that was packed without loss keeps its profile in the picture's own header."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = tmp_path / "a.jpg"
    source.write_bytes(encoded(smooth_picture(48, 32), "JPEG", icc_profile=made))
    with Pillow.open(source) as picture:
        data = jxl(picture, lossless_jpeg=True)
    assert decode(data).icc_profile == made
