from __future__ import annotations

import io
import os
import socket
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.image import Image, size_of
from augstudio.errors import ImageError
from augstudio.images import reading
from augstudio.images.codec import FORMATS, decode, encode
from augstudio.images.reading import read_image, read_reduced, read_thumbnail
from augstudio.kernels.sampling.pyramid import shrink
from tests.folders import encoded, with_orientation, write_files
from tests.pictures import distance, noise_picture, smooth_picture

LOSSLESS = [("PNG", {}), ("BMP", {}), ("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("PPM", {})]


def saved(picture: Pillow.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def by_coordinates(stored: Image, orientation: int) -> Image:
    """Where the EXIF standard puts each stored pixel, one by one."""
    rows, columns = stored.shape[:2]
    height, width = (columns, rows) if orientation >= 5 else (rows, columns)
    upright = np.zeros((height, width, stored.shape[2]), np.uint8)
    for r in range(rows):
        for c in range(columns):
            place = {
                1: (r, c),
                2: (r, width - 1 - c),
                3: (height - 1 - r, width - 1 - c),
                4: (height - 1 - r, c),
                5: (c, r),
                6: (c, width - 1 - r),
                7: (height - 1 - c, width - 1 - r),
                8: (height - 1 - c, r),
            }[orientation]
            upright[place] = stored[r, c]
    return upright


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [(64, 48), (37, 29), (1, 1), (8, 333)])
@pytest.mark.parametrize(
    "options",
    [
        {"subsampling": 0},
        {"subsampling": 1},
        {"subsampling": 2},
        {"subsampling": 0, "keep_rgb": True},
        {"progressive": True},
        {"restart_marker_rows": 1, "optimize": True},
        {"quality": 3},
        {"quality": 100},
    ],
    ids=str,
)
def test_jpegs_have_pillows_pixels(size: tuple[int, int], channels: int, options: dict[str, Any]) -> None:
    data = encoded(
        (smooth_picture(*size) // 2 + noise_picture(*size) // 2)[:, :, :channels], "JPEG", **options
    )
    with Pillow.open(io.BytesIO(data)) as picture:
        expected = np.asarray(picture).reshape(size[1], size[0], channels)
    np.testing.assert_array_equal(decode(data).image, expected)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_exif_orientation_is_applied_once(kind: str, orientation: int) -> None:
    picture = noise_picture(13, 9)
    stored = decode(encoded(picture, kind)).image
    found = decode(with_orientation(picture, kind, orientation))
    assert np.array_equal(found.image, by_coordinates(stored, orientation))
    assert found.orientation == orientation


@pytest.mark.parametrize("orientation", [0, 9, 77])
def test_an_orientation_that_does_not_exist_is_ignored(orientation: int) -> None:
    picture = noise_picture(5, 3)
    assert np.array_equal(decode(with_orientation(picture, "PNG", orientation)).image, picture)


@pytest.mark.parametrize(("kind", "options"), LOSSLESS)
@pytest.mark.parametrize("channels", [1, 3])
def test_lossless_formats_give_the_pixels_that_were_saved(
    kind: str, options: dict[str, str], channels: int
) -> None:
    picture = noise_picture(17, 11, channels)
    assert np.array_equal(decode(encoded(picture, kind, **options)).image, picture)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_transparency_makes_four_channels(kind: str) -> None:
    picture = noise_picture(17, 11, 4)
    options = {"lossless": True, "exact": True} if kind == "WEBP" else {}
    assert np.array_equal(decode(encoded(picture, kind, **options)).image, picture)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_grey_with_alpha_stays_grey(kind: str) -> None:
    image = noise_picture(9, 7, 2)
    read = decode(saved(Pillow.fromarray(image), kind)).image
    assert np.array_equal(read, image)
    assert np.array_equal(decode(encode(read, kind.lower())).image, image)
    written = Pillow.open(io.BytesIO(encode(read, kind.lower())))
    assert written.mode == "LA"
    assert np.array_equal(np.asarray(written), image)


@pytest.mark.parametrize("mode", ["L", "1"])
def test_a_transparent_grey_becomes_alpha(mode: str) -> None:
    grey = Pillow.fromarray(noise_picture(16, 9, 1)[:, :, 0]).convert(mode)
    data = saved(grey, "PNG", transparency=grey.getpixel((3, 2)))
    found = decode(data).image
    wanted = np.asarray(Pillow.open(io.BytesIO(data)).convert("RGBA"))
    assert found.shape == (9, 16, 2)
    assert 0 < np.count_nonzero(found[:, :, 1]) < found[:, :, 1].size
    assert np.array_equal(found[:, :, (0, 0, 0, 1)], wanted)


@pytest.mark.parametrize("kind", ["webp", "bmp"])
def test_grey_with_alpha_is_written_as_colour_where_a_format_has_no_such(kind: str) -> None:
    image = noise_picture(9, 7, 2)
    assert np.array_equal(decode(encode(image, kind, lossless=True)).image, image[:, :, (0, 0, 0, 1)])


def test_a_palette_becomes_its_colours() -> None:
    picture = Pillow.new("P", (2, 1))
    picture.putpalette([10, 20, 30, 200, 100, 50])
    picture.putdata([0, 1])
    assert decode(saved(picture, "PNG")).image.tolist() == [[[10, 20, 30], [200, 100, 50]]]


def test_a_palette_with_transparency_becomes_rgba() -> None:
    picture = Pillow.new("P", (2, 1))
    picture.putpalette([10, 20, 30, 200, 100, 50])
    picture.putdata([0, 1])
    found = decode(saved(picture, "PNG", transparency=bytes([0, 128]))).image
    assert found.tolist() == [[[10, 20, 30, 0], [200, 100, 50, 128]]]


def test_a_transparent_colour_becomes_rgba() -> None:
    picture = Pillow.fromarray(np.array([[[1, 2, 3], [9, 9, 9]]], np.uint8))
    found = decode(saved(picture, "PNG", transparency=(1, 2, 3))).image
    assert found.tolist() == [[[1, 2, 3, 0], [9, 9, 9, 255]]]


def test_one_bit_becomes_grey() -> None:
    picture = Pillow.new("1", (2, 1))
    picture.putdata([0, 255])
    assert decode(saved(picture, "PNG")).image.tolist() == [[[0], [255]]]


def test_cmyk_becomes_rgb() -> None:
    picture = Pillow.new("CMYK", (16, 16), (0, 255, 255, 0))
    found = decode(saved(picture, "JPEG", quality=100)).image
    assert found.shape == (16, 16, 3)
    assert np.abs(found.astype(int) - (255, 0, 0)).max() <= 3


def test_a_phones_double_picture_gives_its_first() -> None:
    first, second = smooth_picture(32, 24), noise_picture(32, 24)
    data = saved(
        Pillow.fromarray(first), "MPO", save_all=True, append_images=[Pillow.fromarray(second)], quality=95
    )
    found = decode(data)
    assert found.format == "jpeg"
    assert np.abs(found.image.astype(int) - first).mean() < 4


@pytest.mark.parametrize(
    "data",
    [
        saved(Pillow.fromarray(np.full((4, 4), 1000, np.uint16)), "PNG"),
        saved(Pillow.fromarray(np.full((4, 4), 1000, np.uint16)), "TIFF"),
        saved(Pillow.fromarray(np.full((4, 4), 0.5, np.float32)), "TIFF"),
        saved(Pillow.fromarray(np.full((4, 4), 70000, np.int32)), "TIFF"),
        b"P5 2 1 65535\n" + bytes(4),
        b"P6 2 1 65535\n" + bytes(12),
    ],
    ids=["png16", "tiff16", "float", "int32", "pgm16", "ppm16"],
)
def test_more_than_8_bits_are_refused(data: bytes) -> None:
    with pytest.raises(ImageError, match="8 bits"):
        decode(data)


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_of(width: int, height: int, depth: int = 8, kind: int = 2) -> bytes:
    """A PNG whose header promises a size, with hardly any data."""
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + png_chunk(b"IDAT", zlib.compress(bytes(99)))
        + png_chunk(b"IEND", b"")
    )


def test_rgb_with_16_bits_is_refused() -> None:
    with pytest.raises(ImageError, match="8 bits"):
        decode(png_of(2, 2, depth=16))


def test_a_bomb_is_refused_by_its_header() -> None:
    with pytest.raises(ImageError, match="60000 x 60000 is more than the limit of 100 megapixels"):
        decode(png_of(60000, 60000))


@pytest.mark.parametrize("kind", [known.pillow for known in FORMATS.values()])
def test_the_limit_of_pixels_counts_for_every_format(kind: str) -> None:
    data = encoded(noise_picture(20, 10), kind)
    assert decode(data, max_pixels=200).image.shape == (10, 20, 3)
    with pytest.raises(ImageError, match="too large: 20 x 10"):
        decode(data, max_pixels=199)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "GIF", "AVIF"])
def test_several_pictures_in_one_file_are_refused(kind: str) -> None:
    first, second = (Pillow.fromarray(noise_picture(8, 8, seed=seed)) for seed in (0, 1))
    with pytest.raises(ImageError, match="animated or of several pages"):
        decode(saved(first, kind, save_all=True, append_images=[second]))


@pytest.mark.parametrize(
    "data", [b"GIF88a" + bytes(99), b"hello", b"RIFF\0\0\0\0WAVE", b"\xff\xd8", b"%PDF-1.4"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ImageError, match="not a picture of a known kind"):
        decode(data)


def test_format_and_profile_are_told() -> None:
    profile = bytes(16) + b"RGB " + bytes(200)
    for name, known in FORMATS.items():
        options = {"icc_profile": profile} if name not in ("bmp", "ppm", "gif", "jpeg2000", "jxl") else {}
        found = decode(encoded(noise_picture(8, 8), known.pillow, **options))
        assert found.format == name
        assert found.icc_profile == (profile if options else None)


def test_reading_a_path(tmp_path: Path) -> None:
    picture = noise_picture(6, 5)
    write_files(tmp_path, {"日本/ä.png": encoded(picture, "PNG")})
    assert np.array_equal(read_image(tmp_path / "日本" / "ä.png"), picture)


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "folder.png").mkdir()
    os.mkfifo(tmp_path / "pipe.png")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.png"))
    reasons = {
        "empty.png": "empty",
        "folder.png": "a folder",
        "pipe.png": "a pipe",
        "socket.png": "a socket",
        "missing.png": "no such file",
        "nul\0.png": "cannot be read",
        "/dev/zero": "a device",
    }
    for name, reason in reasons.items():
        for read in (read_image, lambda path: read_thumbnail(path, 9)):
            with pytest.raises(ImageError, match=reason):
                read(tmp_path / name)


def test_an_unreadable_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write_files(tmp_path, {"a.png": encoded(noise_picture(4, 4), "PNG")})
    monkeypatch.setattr(reading, "_contents", refuse)
    with pytest.raises(ImageError, match=r"^cannot be read: Permission denied$"):
        read_image(tmp_path / "a.png")


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, {"a.png": bytes(2 << 20)})
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 1 << 20)
    with pytest.raises(ImageError, match="larger than 1 MB"):
        read_image(tmp_path / "a.png")


@pytest.mark.parametrize("kind", [known.pillow for known in FORMATS.values()])
@pytest.mark.parametrize("channels", [1, 3])
def test_thumbnails_fit_and_keep_proportions(tmp_path: Path, kind: str, channels: int) -> None:
    picture = smooth_picture(400, 200, channels)
    path = tmp_path / "a"
    path.write_bytes(encoded(picture, kind))
    small = read_thumbnail(path, 50)
    assert small.shape == (25, 50, 3 if kind == "WEBP" else channels)
    expected = picture.reshape(25, 8, 50, 8, channels).mean(axis=(1, 3))
    assert np.abs(small - expected).mean() < 6


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "AVIF"])
def test_thumbnails_are_upright(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(with_orientation(smooth_picture(400, 200), kind, 6))
    turned = read_thumbnail(path, 50)
    path.write_bytes(encoded(smooth_picture(400, 200), kind))
    assert turned.shape == (50, 25, 3)
    expected = np.rot90(read_thumbnail(path, 50), -1)
    # Pillow reduces one axis after the other, and rounds in between.
    assert np.abs(turned.astype(int) - expected).max() <= 1


def test_thumbnails_are_never_enlarged(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(encoded(noise_picture(9, 5, 4), "PNG"))
    assert read_thumbnail(path, 50).shape == (5, 9, 4)
    path.write_bytes(b"\xff\xd8\xff damaged")
    with pytest.raises(ImageError):
        read_thumbnail(path, 50)


@pytest.mark.parametrize("orientation", [1, 6])
def test_large_jpegs_are_read_reduced(tmp_path: Path, orientation: int) -> None:
    write_files(tmp_path, {"a.jpg": with_orientation(smooth_picture(900, 300), "JPEG", orientation)})
    found = read_reduced(tmp_path / "a.jpg", 200)
    assert found is not None
    small, full = found
    whole = read_image(tmp_path / "a.jpg")
    assert full == size_of(whole)
    assert max(size_of(small)) == 200
    assert distance(small, shrink(whole, size_of(small))).mean() < 3
    assert read_reduced(tmp_path / "a.jpg", 500) is None, "too little would be gained"


def test_other_formats_are_not_read_reduced(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.png": encoded(smooth_picture(900, 300), "PNG")})
    assert read_reduced(tmp_path / "a.png", 100) is None
