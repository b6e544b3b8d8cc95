"""A damaged file is an error, never a half-grey picture."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
import simplejpeg

from augstudio.errors import ImageError
from augstudio.images.codec import decode
from tests.folders import encoded
from tests.pictures import noise_picture, smooth_picture

PICTURE = (smooth_picture(120, 90) // 2 + noise_picture(120, 90) // 2).astype(np.uint8)
FILES = {
    "jpeg": encoded(PICTURE, "JPEG", quality=90),
    "jpeg 4:4:4": encoded(PICTURE, "JPEG", subsampling=0),
    "jpeg grey": encoded(PICTURE[:, :, :1], "JPEG"),
    "jpeg restarts": encoded(PICTURE, "JPEG", restart_marker_blocks=4),
    "jpeg progressive": encoded(PICTURE, "JPEG", progressive=True),
    "png": encoded(PICTURE, "PNG"),
    "webp": encoded(PICTURE, "WEBP"),
    "webp lossless": encoded(PICTURE, "WEBP", lossless=True),
    "bmp": encoded(PICTURE, "BMP"),
    "tiff": encoded(PICTURE, "TIFF"),
    "tiff lzw": encoded(PICTURE, "TIFF", compression="tiff_lzw"),
    "tiff deflate": encoded(PICTURE, "TIFF", compression="tiff_adobe_deflate"),
    "ppm": encoded(PICTURE, "PPM"),
    "gif": encoded(PICTURE, "GIF"),
    "avif": encoded(PICTURE, "AVIF"),
    "avif transparent": encoded(np.dstack([PICTURE, PICTURE[:, :, 0]]), "AVIF"),
    "jpeg2000": encoded(PICTURE, "JPEG2000"),
    "jpeg2000 lossy tiles": encoded(
        PICTURE, "JPEG2000", irreversible=True, quality_layers=[30, 10], tile_size=(64, 64)
    ),
    "jpeg2000 bare": encoded(PICTURE, "JPEG2000", no_jp2=True),
    "heif": encoded(PICTURE, "HEIF"),
    "jxl": encoded(PICTURE, "JXL", quality=80),
    "jxl lossless": encoded(PICTURE, "JXL", lossless=True),
    "jxl boxed": encoded(PICTURE, "JXL", use_container=True),
    "gif interlaced": encoded(PICTURE, "GIF", interlace=1),
}
JPEGS = [name for name in FILES if name.split()[0] == "jpeg"]


def offsets(data: bytes) -> list[int]:
    """Every offset near both ends and many between."""
    middle = random.Random(0).sample(range(len(data)), 60)
    return sorted({*range(40), *middle, *range(len(data) - 40, len(data))})


@pytest.mark.parametrize("name", FILES)
def test_a_truncated_file_is_an_error_wherever_it_was_cut(name: str) -> None:
    data = FILES[name]
    decode(data)
    for offset in offsets(data):
        with pytest.raises(ImageError):
            decode(data[:offset])


@pytest.mark.parametrize("name", [name for name in FILES if name in JPEGS and "prog" not in name])
def test_an_end_put_behind_half_a_jpeg_hides_nothing(name: str) -> None:
    data = FILES[name]
    for share in (0.3, 0.5, 0.7, 0.9):
        with pytest.raises(ImageError, match="damaged"):
            decode(data[: int(len(data) * share)] + b"\xff\xd9")


def test_missing_scans_of_a_progressive_jpeg_are_noticed() -> None:
    data = FILES["jpeg progressive"]
    scans = [offset for offset in range(len(data) - 1) if data[offset : offset + 2] == b"\xff\xda"]
    assert len(scans) > 5
    for offset in scans:
        with pytest.raises(ImageError, match="truncated"):
            decode(data[:offset] + b"\xff\xd9")


def test_a_jpeg_whose_middle_was_lost_is_an_error() -> None:
    data = FILES["jpeg 4:4:4"]
    half = len(data) // 2
    with pytest.raises(ImageError):
        decode(data[:half] + data[half + 3000 :])


@pytest.mark.parametrize("name", ["jpeg restarts", "jpeg progressive"])
def test_lost_pieces_between_restart_markers_and_in_progressive_scans_are_noticed(name: str) -> None:
    """256 bytes each at fifty places. There are no checksums: what is left can make sense by accident."""
    data = FILES[name]
    first = data.index(b"\xff\xda") + 16
    places = range(first, len(data) - 258, (len(data) - 258 - first) // 50)
    unnoticed = []
    for start in places:
        with suppress(ImageError):
            decode(data[:start] + data[start + 256 :])
            unnoticed.append(start)
    assert len(unnoticed) < 0.1 * len(places)


@pytest.mark.parametrize("name", JPEGS)
def test_a_few_bytes_that_fill_up_the_end_do_no_harm(name: str) -> None:
    data = FILES[name]
    filled = data[:-2] + bytes(range(1, 17)) + data[-2:]
    with pytest.raises(ValueError, match="extraneous bytes before marker 0xd9"):
        simplejpeg.decode_jpeg(filled, strict=True)
    np.testing.assert_array_equal(decode(filled).image, decode(data).image)


def test_a_warning_that_does_not_concern_the_pixels_does_no_harm() -> None:
    """A profile of which a part is missing, and a note of no known kind."""
    data = FILES["jpeg"]
    note = b"\xff\xe2\x00\x12ICC_PROFILE\0\x02\x03xx"
    with pytest.raises(ValueError, match="ICC"):
        simplejpeg.decode_jpeg(data[:2] + note + data[2:], strict=True)
    np.testing.assert_array_equal(decode(data[:2] + note + data[2:]).image, decode(data).image)


def test_data_left_over_in_a_scan_is_an_error_but_padding_is_not() -> None:
    data = FILES["jpeg"]
    noise = bytes(random.Random(0).choices(range(1, 255), k=8000))
    with pytest.raises(ImageError, match="damaged"):
        decode(data[:-2] + noise + data[-2:])
    assert np.array_equal(decode(data[:-2] + bytes(8000) + data[-2:]).image, decode(data).image)


def test_what_phones_append_to_a_jpeg_does_no_harm() -> None:
    data = FILES["jpeg"]
    assert np.array_equal(decode(data + b"\0" * 99 + b"a video \xff\xd8\xff").image, decode(data).image)


def test_two_jpegs_run_together_are_an_error() -> None:
    data = FILES["jpeg"]
    with pytest.raises(ImageError):
        decode(data[: len(data) // 2] + data)


def test_every_changed_byte_of_a_pngs_picture_is_noticed() -> None:
    data = FILES["png"]
    start = data.index(b"IDAT") + 4
    for offset in random.Random(0).sample(range(start, len(data) - 16), 50):
        with pytest.raises(ImageError, match="damaged"):
            decode(data[:offset] + bytes([data[offset] ^ 1]) + data[offset + 1 :])


@pytest.mark.parametrize("options", [{}, {"tiffinfo": {278: 7}}], ids=["one strip", "strips"])
def test_every_changed_byte_of_a_deflated_tiffs_picture_is_noticed(options: dict[str, Any]) -> None:
    """libtiff stops before the checksum once it has all pixels."""
    data = encoded(PICTURE, "TIFF", compression="tiff_adobe_deflate", **options)
    start, length = 8, len(data) - 600  # the tags lie at the end
    for offset in random.Random(0).sample(range(start + 2, length), 50):
        with pytest.raises(ImageError, match="damaged"):
            decode(data[:offset] + bytes([data[offset] ^ 16]) + data[offset + 1 :])


def test_a_damaged_note_in_a_file_does_no_harm() -> None:
    exif = b"Exif\0\0II*\0\x08\0\0\0\xff\xff broken"
    for kind in ("JPEG", "PNG", "WEBP"):
        data = encoded(PICTURE, kind, exif=exif)
        assert decode(data).image.shape == PICTURE.shape


@pytest.mark.parametrize("name", FILES)
def test_damage_anywhere_is_an_image_error_or_a_picture(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    data = FILES[name]
    chance = random.Random(1)
    for _ in range(150):
        broken = bytearray(data)
        for _ in range(chance.randrange(1, 6)):
            broken[chance.randrange(min(len(data), chance.choice([60, 600, len(data)])))] = chance.randrange(
                256
            )
        with suppress(ImageError):
            assert decode(bytes(broken), max_pixels=10**6).image.dtype == np.uint8
    assert "Traceback" not in capfd.readouterr().err


def test_reasons_name_no_path() -> None:
    with pytest.raises(ImageError) as caught:
        decode(FILES["png"][:50])
    assert str(caught.value) == "the file is truncated: its end is missing; get a complete copy"
