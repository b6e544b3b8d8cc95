"""Pictures of all odd kinds, with what must come of them by an oracle that knows nothing of this program."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from PIL import Image as Pillow
from PIL.Image import Transpose

from augstudio.core.image import Image
from tests.folders import encoded, with_orientation
from tests.pictures import noise_picture, smooth_picture

Case = tuple[str, bytes, Image | str]
"""A file's name, its contents, and its pixels or a part of the reason for which it is left out."""

TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What turns a stored picture upright, by its EXIF orientation."""

PICTURE = (smooth_picture(112, 84) // 2 + noise_picture(112, 84) // 2).astype(np.uint8)
SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "TIFF": "tif", "BMP": "bmp", "PPM": "ppm"}

_DEEP = "more than 8 bits"
_SEVERAL = "animated or of several pages"
_UNKNOWN = "not a picture of a known kind"


def saved(picture: Pillow.Image, kind: str, **options: Any) -> bytes:
    """A picture file by Pillow."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def pixels(picture: Pillow.Image, mode: str) -> Image:
    """A picture's ``(H, W, C)`` pixels in a mode, as Pillow converts it."""
    found = np.asarray(picture.convert(mode))
    return found if found.ndim == 3 else found[:, :, np.newaxis]


def truncated() -> Iterator[Case]:
    """Files of each kind, whole and cut off after every kilobyte."""
    files = {
        "plain.jpg": encoded(PICTURE, "JPEG", quality=92),
        "progressive.jpg": encoded(PICTURE, "JPEG", quality=92, progressive=True),
        "grey.jpg": encoded(PICTURE[:, :, :1], "JPEG", quality=97),
        "plain.png": encoded(PICTURE, "PNG"),
        "lossy.webp": encoded(noise_picture(112, 84), "WEBP", quality=95),
        "lossless.webp": encoded(PICTURE, "WEBP", lossless=True),
        "raw.tif": encoded(PICTURE, "TIFF"),
        "lzw.tif": encoded(PICTURE, "TIFF", compression="tiff_lzw"),
        "deflate.tif": encoded(PICTURE, "TIFF", compression="tiff_adobe_deflate"),
        "jpeg.tif": encoded(PICTURE, "TIFF", compression="jpeg", quality=92),
        "plain.bmp": encoded(PICTURE, "BMP"),
        "plain.ppm": encoded(PICTURE, "PPM"),
    }
    for name, data in files.items():
        assert len(data) > 4096, name
        yield f"whole/{name}", data, pixels(Pillow.open(io.BytesIO(data)), "L" if "grey" in name else "RGB")
        for end in range(0, len(data), 1024):
            yield f"cut/{end:06d} {name}", data[:end], "" if end else "the file is empty"


def misnamed() -> Iterator[Case]:
    """Files whose suffix is not that of their contents, and contents that are no picture."""
    jpeg = encoded(PICTURE, "JPEG")
    yield "misnamed/jpeg.png", jpeg, pixels(Pillow.open(io.BytesIO(jpeg)), "RGB")
    yield "misnamed/png.jpg", encoded(PICTURE, "PNG"), PICTURE
    yield "misnamed/tiff.webp", encoded(PICTURE, "TIFF"), PICTURE
    gif = saved(Pillow.fromarray(PICTURE), "GIF")
    yield "misnamed/gif.png", gif, pixels(Pillow.open(io.BytesIO(gif)), "RGB")
    yield "misnamed/page.jpg", b"<html>404 not found</html>", _UNKNOWN
    yield "misnamed/zeros.png", bytes(5000), _UNKNOWN
    yield "misnamed/empty.webp", b"", "the file is empty"
    yield "misnamed/signature.png", b"\x89PNG\r\n\x1a\n", "truncated"


def corrupt() -> Iterator[Case]:
    """Files that are damaged in the middle."""
    png, jpeg = bytearray(encoded(PICTURE, "PNG")), encoded(PICTURE, "JPEG", quality=92, subsampling=0)
    png[len(png) // 2] ^= 4
    yield "corrupt/bit.png", bytes(png), "damaged"
    yield "corrupt/hole.jpg", jpeg[: len(jpeg) // 3] + jpeg[len(jpeg) // 3 + 3000 :], ""
    yield "corrupt/twice.jpg", jpeg[: len(jpeg) // 2] + jpeg, ""
    tiff = bytearray(encoded(smooth_picture(112, 84), "TIFF", compression="tiff_adobe_deflate"))
    tiff[len(tiff) // 2 : len(tiff) // 2 + 200] = bytes(200)
    yield "corrupt/hole.tif", bytes(tiff), ""


def bombs() -> Iterator[Case]:
    """Small files that unpack to very much."""
    rows = zlib.compress(bytes(20_000 * 2501), 9)
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)
    bomb = png_of(header, (b"IDAT", rows))
    assert len(bomb) < 50_000
    yield "bombs/pixels.png", bomb, "too large: 20000 x 20000"
    profile = b"p\0\0" + zlib.compress(bytes(300_000_000), 9)
    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    yield (
        "bombs/profile.png",
        png_of(header, (b"iCCP", profile), (b"IDAT", zlib.compress(bytes(8 * 9)))),
        np.zeros((8, 8, 1), np.uint8),
    )


def png_of(header: bytes, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of its header's and other chunks' contents."""
    parts = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), *chunks, (b"IEND", b""))
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def modes() -> Iterator[Case]:
    """All the ways in which a file can hold colours."""
    colour = Pillow.fromarray(PICTURE)
    grey, alpha = colour.convert("L"), Pillow.fromarray(noise_picture(112, 84, 1)[:, :, 0])
    bits, palette, printed = colour.convert("1"), colour.quantize(31), colour.convert("CMYK")
    grey_alpha, four = Pillow.merge("LA", (grey, alpha)), Pillow.merge("RGBA", (*colour.split(), alpha))
    for kind in ("PNG", "TIFF", "BMP"):
        yield f"modes/bits.{SUFFIXES[kind]}", saved(bits, kind), pixels(bits, "L")
        yield f"modes/palette.{SUFFIXES[kind]}", saved(palette, kind), pixels(palette, "RGB")
    yield "modes/bits.pgm", saved(bits, "PPM"), pixels(bits, "L")
    yield "modes/grey.tif", saved(grey, "TIFF"), pixels(grey, "L")
    for kind in ("PNG", "TIFF"):
        yield f"modes/LA.{SUFFIXES[kind]}", saved(grey_alpha, kind), pixels(grey_alpha, "LA")
        yield f"modes/RGBA.{SUFFIXES[kind]}", saved(four, kind), pixels(four, "RGBA")
    yield "modes/RGBA.webp", saved(four, "WEBP", lossless=True, exact=True), pixels(four, "RGBA")
    see_through = bytes(range(0, 248, 8))
    seen = palette.copy()
    seen.info["transparency"] = see_through
    yield "modes/PA.png", saved(palette, "PNG", transparency=see_through), pixels(seen, "RGBA")
    with_alpha = Pillow.merge("PA", (Pillow.fromarray(np.asarray(palette), "L"), alpha))
    with_alpha.putpalette(palette.getpalette() or [])
    yield "modes/PA.tif", saved(with_alpha, "TIFF"), pixels(with_alpha, "RGBA")
    for kind in ("JPEG", "TIFF"):
        data = saved(printed, kind)
        yield f"modes/CMYK.{SUFFIXES[kind]}", data, pixels(Pillow.open(io.BytesIO(data)), "RGB")
    for name, picture in {
        "float.tif": Pillow.fromarray(np.full((9, 9), 0.5, np.float32)),
        "int32.tif": Pillow.fromarray(np.full((9, 9), 70_000, np.int32)),
        "deep.tif": Pillow.fromarray(np.full((9, 9), 1000, np.uint16)),
        "deep.png": Pillow.fromarray(np.full((9, 9), 1000, np.uint16)),
    }.items():
        yield f"modes/{name}", saved(picture, SUFFIX_KINDS[name[-3:]]), _DEEP


SUFFIX_KINDS = {suffix: kind for kind, suffix in SUFFIXES.items()}


def several() -> Iterator[Case]:
    """Files that hold more than one picture."""
    first, second = (Pillow.fromarray(noise_picture(16, 16, seed=seed)) for seed in (1, 2))
    both: dict[str, Any] = {"save_all": True, "append_images": [second]}
    for kind in ("PNG", "WEBP", "TIFF"):
        yield f"several/two.{SUFFIXES[kind]}", saved(first, kind, **both), _SEVERAL
        alone = saved(first, kind, save_all=True, **({"lossless": True} if kind == "WEBP" else {}))
        yield f"several/one.{SUFFIXES[kind]}", alone, np.asarray(first)
    yield "several/two.gif", saved(first, "GIF", **both), _SEVERAL
    yield "several/two.avif", saved(first, "AVIF", **both), _SEVERAL
    phone = saved(first, "MPO", quality=95, **both)
    yield "several/phone.jpg", phone, pixels(Pillow.open(io.BytesIO(phone)), "RGB")


def turned() -> Iterator[Case]:
    """All EXIF orientations in all formats that know them."""
    picture = noise_picture(24, 17)
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        data = with_orientation(picture, kind, 1)
        stored = Pillow.fromarray(pixels(Pillow.open(io.BytesIO(data)), "RGB"))
        for number in range(1, 9):
            upright = stored.transpose(TURNS[number]) if number > 1 else stored
            yield (
                f"turned/{number}.{kind}.{SUFFIXES[kind]}",
                with_orientation(picture, kind, number),
                pixels(upright, "RGB"),
            )


def all_cases() -> Iterator[Case]:
    """The whole zoo; no two stems are the same, so that all can be written in one format."""
    for cage in (truncated, misnamed, corrupt, bombs, modes, several, turned):
        for name, data, expected in cage():
            stem, suffix = name.rsplit(".", 1)
            yield f"{stem}-{suffix}.{suffix}", data, expected
