"""Picture files in and out; with the modules beside it the only place with Pillow.

One way in, :func:`decode`, owns the checks, the EXIF orientation and the colour modes. What cannot be decoded
whole is an error with a reason, never a half-grey picture. What becomes of a picture's mode:

====================================  =================================================================
in the file                           here
====================================  =================================================================
8-bit grey                            one channel; WebP, which has no grey, writes it as RGB
8-bit RGB                             three channels
transparency: RGBA, grey or palette   four channels; JPEG, BMP and PPM, which have no transparency, refuse it
with alpha, a transparent colour
palette                               its colours, three channels
1-bit, 2-bit and 4-bit grey           one channel, from 0 to 255
CMYK, YCbCr, CIELAB                   three channels, as Pillow converts them; a profile is left out then
16-bit, 32-bit, float                 refused: 8 bits would lose what they were made for
a channel of no stated meaning        refused: near infrared, say, would be lost
animation, several pages              refused: no one of them stands for all
a phone's multi-picture JPEG          its first picture, which other programs show too
EXIF orientation                      applied to the pixels; what is written carries no EXIF, so it is
                                      applied once
colour profile                        kept, byte for byte, where it is of the result's colour space
====================================  =================================================================
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
import PIL
from PIL import Image as Pillow
from PIL.BmpImagePlugin import BmpImageFile
from PIL.ImageFile import MAXBLOCK, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.PpmImagePlugin import PpmImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from augstudio.core.image import Image, Size, check_image
from augstudio.errors import ImageError
from augstudio.images.integrity import TRUNCATED, check_png, check_tiff, check_used, check_webp, jpeg_layout
from augstudio.images.jpeg import strict_pixels
from augstudio.images.orientation import upright_picture
from augstudio.images.profiles import fitting_profile, with_profile

MAX_PIXELS: Final = 100_000_000
"""Pictures with more pixels are refused unless the caller allows them."""

PILLOW_VERSION: Final = PIL.__version__
"""Goes into manifests, because codecs may differ between versions."""


@dataclass(frozen=True)
class Format:
    """One kind of picture file.

    Attributes:
        pillow: Pillow's name for it.
        suffixes: File suffixes, the usual one first.
        prefixes: What its files start with; None stands for any byte.
        opener: Reads the header.
        holds_alpha: Whether its files keep transparency.
    """

    pillow: str
    suffixes: tuple[str, ...]
    prefixes: tuple[bytes, ...]
    opener: Callable[[io.BytesIO], ImageFile]
    holds_alpha: bool


FORMATS: Final = {
    "jpeg": Format("JPEG", (".jpg", ".jpeg", ".jpe", ".jfif"), (b"\xff\xd8\xff",), JpegImageFile, False),
    "png": Format("PNG", (".png",), (b"\x89PNG\r\n\x1a\n",), PngImageFile, True),
    "webp": Format("WEBP", (".webp",), (b"RIFF",), WebPImageFile, True),
    "tiff": Format(
        "TIFF",
        (".tif", ".tiff"),
        (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
        TiffImageFile,
        True,
    ),
    "bmp": Format("BMP", (".bmp",), (b"BM",), BmpImageFile, False),
    "ppm": Format("PPM", (".ppm", ".pgm"), (b"P1", b"P2", b"P3", b"P4", b"P5", b"P6"), PpmImageFile, False),
}
"""The formats by the names they have here."""

IMAGE_SUFFIXES: Final = frozenset(suffix for known in FORMATS.values() for suffix in known.suffixes)
"""Suffixes, in lower case, by which folders are searched for pictures."""

_ORIENTATION_TAG: Final = 0x0112
_CHANNELS_TAG: Final = 277
_DEEP_MODES: Final = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
# So many bytes behind a scan's end does the JPEG decoder look ahead.
_JPEG_LOOKAHEAD: Final = bytes(16)
_JPEG_SIDE: Final = 65500
# Where WebP is lossless, its quality says how hard to compress.
_WEBP_EFFORT: Final = 50
_warnings_lock = threading.RLock()


@dataclass(frozen=True)
class Decoded:
    """A picture with what its file says about it.

    Attributes:
        image: ``(H, W, C)`` uint8, upright; not to be written to.
        format: Name in :data:`FORMATS`.
        orientation: The EXIF orientation that was applied, 1..8; 1 is upright.
        icc_profile: Colour profile, or None.
    """

    image: Image
    format: str
    orientation: int
    icc_profile: bytes | None


def decode(data: bytes, *, max_pixels: int = MAX_PIXELS) -> Decoded:
    """Decode a picture file strictly.

    Grey stays one channel, colour three; transparency of any kind makes four. A phone's multi-picture
    JPEG gives its first picture.

    Args:
        data: The file's bytes.
        max_pixels: Larger pictures are refused before they are decoded.

    Raises:
        ImageError: Not a picture, truncated, damaged, too large, more than 8 bits, or animated.
    """
    name = _sniff(data)
    with _as_image_errors():
        source, whole = _checked_source(name, data)
        picture, orientation = _opened(name, source, max_pixels, load=name != "jpeg")
        pixels = strict_pixels(data, picture.mode) if name == "jpeg" else None
        if pixels is None:
            pixels = _pixels(_plain(picture))
            whole()
        upright = upright_picture(pixels, 1 if name == "tiff" else orientation)
        return Decoded(upright, name, orientation, picture.info.get("icc_profile"))


def decode_small(data: bytes, side: int) -> Image:
    """A small version of a picture, upright; JPEGs are decoded at reduced size.

    Damage that the reduced decoding does not meet goes unnoticed here.

    Args:
        data: The file's contents.
        side: The result fits a square of this side; it is never enlarged.

    Raises:
        ImageError: As :func:`decode`, as far as damage is noticed.
    """
    name = _sniff(data)
    with _as_image_errors():
        picture, orientation = _opened(name, io.BytesIO(data), MAX_PIXELS, load=False, side=side)
        small = _plain(picture)
        small.thumbnail((side, side), Pillow.Resampling.BILINEAR, reducing_gap=2.0)
        return upright_picture(_pixels(small), 1 if name == "tiff" else orientation)


def decoded_size(data: bytes) -> Size:
    """Width and height that a picture will have when it is decoded, from its header.

    Raises:
        ImageError: It has no valid header, or is refused for what its header says.
    """
    name = _sniff(data)
    with _as_image_errors():
        picture, orientation = _opened(name, io.BytesIO(data), MAX_PIXELS, load=False)
        width, height = picture.size
    turned = orientation >= 5 and name != "tiff"
    return (height, width) if turned else (width, height)


def encode(
    image: Image,
    format: str,  # noqa: A002
    *,
    quality: int = 95,
    lossless: bool = False,
    icc_profile: bytes | None = None,
) -> bytes:
    """Encode a picture; the same picture and options give the same bytes.

    JPEG is baseline with colours at half resolution (4:2:0), as is usual. WebP is lossy at the given
    quality, with transparency kept exactly, or lossless with every pixel kept, also where it is transparent;
    it holds grey as colour. PNG (zlib level 1) and TIFF (Deflate, zlib level 6) are lossless. BMP and PPM are
    not compressed.

    Args:
        image: ``(H, W, C)`` uint8.
        format: Name in :data:`FORMATS`.
        quality: 1..100, for JPEG and lossy WebP.
        lossless: Whether WebP loses nothing.
        icc_profile: Kept where the format and the channels fit it.

    Raises:
        ImageError: The format cannot hold the picture.
    """
    kind = FORMATS[format]
    height, width, channels = check_image(image).shape
    if channels == 4 and not kind.holds_alpha:
        raise ImageError(f"has transparency, which {kind.pillow} cannot hold; choose png, webp or tiff")
    profile = fitting_profile(icc_profile, 3 if format == "webp" and channels == 1 else channels)
    if format == "jpeg" and channels == 3 and max(height, width) <= _JPEG_SIDE:
        return _jpeg(image, quality, profile)
    options = _save_options(format, quality, lossless=lossless)
    if profile is not None and format not in ("bmp", "ppm"):
        options["icc_profile"] = profile
    buffer = io.BytesIO()
    try:
        Pillow.fromarray(image[:, :, 0] if channels == 1 else image).save(buffer, kind.pillow, **options)
    except Exception as error:
        reason = f"{width} x {height} pixels cannot be written as {kind.pillow}: {_first_line(error)}"
        raise ImageError(reason) from None
    return buffer.getvalue()


def _jpeg(image: Image, quality: int, profile: bytes | None) -> bytes:
    """A colour JPEG by OpenCV: the bytes that Pillow writes, without its two copies of the pixels."""
    options = [
        cv2.IMWRITE_JPEG_QUALITY,
        quality,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
    ]
    done, encoded = cv2.imencode(".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), options)
    if not done:
        raise ImageError("it cannot be written as JPEG")
    if profile is None:
        return encoded.tobytes()
    return with_profile(encoded.data, profile)


def _save_options(name: str, quality: int, *, lossless: bool) -> dict[str, Any]:
    webp_quality = _WEBP_EFFORT if lossless else quality
    options: dict[str, dict[str, Any]] = {
        "jpeg": {"quality": quality, "subsampling": "4:2:0"},
        "png": {"compress_level": 1},
        "webp": {"quality": webp_quality, "method": 2, "lossless": lossless, "exact": lossless},
        "tiff": {"compression": "tiff_adobe_deflate"},
    }
    return options.get(name, {})


def _sniff(data: bytes) -> str:
    for name, kind in FORMATS.items():
        if data.startswith(kind.prefixes) and (name != "webp" or data[8:12] == b"WEBP"):
            return name
    if not data:
        raise ImageError("the file is empty")
    raise ImageError("not a picture of a known kind (JPEG, PNG, WebP, TIFF, BMP, PPM)")


class _Watched(io.BytesIO):
    """Gives its contents out in pieces that get smaller, so that it shows how much of them was needed."""

    def read(self, size: int | None = -1) -> bytes:
        if size is None or size < MAXBLOCK:  # a part of the header, wanted whole
            return super().read(size)
        left = len(self.getbuffer()) - self.tell()
        return super().read(min(size, max(512, left // 8)))


def _checked_source(name: str, data: bytes) -> tuple[io.BytesIO, Callable[[], None]]:
    """The bytes to decode after the checks for this format, and a check to be made afterwards."""
    if name == "png":
        check_png(data)
        if data[24] == 16:
            raise _deep()
    elif name == "webp":
        check_webp(data)
    elif name == "jpeg":
        layout = jpeg_layout(data)
        if layout.single_scan:
            # Without its end marker, a scan that lacks data makes the decoder ask for more, not fill in grey.
            source = _Watched(data[: layout.end] + _JPEG_LOOKAHEAD)
            return source, lambda: check_used(data, source.tell(), layout.end)
    return io.BytesIO(data), lambda: None


def _opened(
    name: str, source: io.BytesIO, max_pixels: int, *, load: bool, side: int = 0
) -> tuple[ImageFile, int]:
    """The picture, its header checked, with its EXIF orientation."""
    with quiet():
        picture = FORMATS[name].opener(source)
        _check_header(name, picture, max_pixels)
        if side:
            picture.draft(picture.mode, (side, side))
        orientation = _orientation(picture)
        if isinstance(picture, TiffImageFile):
            if load:
                check_tiff(source.getbuffer(), picture.tag_v2, picture.size)
            # Pillow turns TIFF files upright while it loads them, and may warn about their tags.
            picture.load()
            return picture, orientation
    if load:
        picture.load()
    return picture, orientation


def _check_header(name: str, picture: ImageFile, max_pixels: int) -> None:
    width, height = picture.size
    if width * height > max_pixels:
        limit = f"{max_pixels / 1e6:g} megapixels"
        raise ImageError(f"too large: {width} x {height} is more than the limit of {limit}")
    if getattr(picture, "n_frames", 1) > 1:
        raise ImageError("animated or of several pages; save the page you want as a picture of its own")
    if picture.mode in _DEEP_MODES or _declared_depth(name, picture) > 8:
        raise _deep()
    if isinstance(picture, TiffImageFile) and picture.tag_v2.get(_CHANNELS_TAG, 1) > len(picture.getbands()):
        raise ImageError("it has a channel of no stated meaning, which would be lost; save it without")


def _declared_depth(name: str, picture: ImageFile) -> int:
    """Bits per channel where Pillow would quietly reduce them."""
    if isinstance(picture, TiffImageFile):
        depths: tuple[int, ...] = picture.tag_v2.get(258, (8,))
        return max(depths)
    if name == "ppm" and isinstance(picture.tile[0].args, tuple):
        maximum = picture.tile[0].args[-1]
        return 16 if isinstance(maximum, int) and maximum > 255 else 8
    return 8


def _deep() -> ImageError:
    return ImageError(
        "pictures with more than 8 bits per channel are not supported yet; convert it to 8 bits"
    )


def _orientation(picture: ImageFile) -> int:
    try:
        value = picture.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # a damaged note in the file does not damage its pixels
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _plain(picture: Pillow.Image) -> Pillow.Image:
    """In one of the modes L, RGB and RGBA."""
    if picture.has_transparency_data:
        return picture if picture.mode == "RGBA" else picture.convert("RGBA")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _pixels(picture: Pillow.Image) -> Image:
    pixels = np.asarray(picture)
    return check_image(pixels if pixels.ndim == 3 else pixels[:, :, np.newaxis])


@contextmanager
def quiet() -> Iterator[None]:
    """No warnings from Pillow about a file's notes; one thread at a time, as Python's filters are global."""
    with _warnings_lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _as_image_errors() -> Iterator[None]:
    """Whatever Pillow raises on bad data becomes a reason for people."""
    try:
        yield
    except ImageError:
        raise
    except MemoryError:
        raise ImageError("too large for this computer's memory") from None
    except Pillow.DecompressionBombError:
        raise ImageError("too large: it would unpack to too many pixels") from None
    except Exception as error:  # a decoder fails on bad data in any way it likes
        text = _first_line(error)
        if "truncated" in text.lower() or "not enough image data" in text:
            raise ImageError(TRUNCATED) from None
        raise ImageError(f"damaged, or of a kind that is not supported ({text})") from None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
