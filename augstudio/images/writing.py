"""Picture files out."""

from __future__ import annotations

import io
import struct
from typing import Any, Final

import cv2
import numpy as np
from PIL import Image as Pillow

from augstudio.core.image import Image, check_image
from augstudio.errors import ImageError
from augstudio.images.background import Colour, on_background
from augstudio.images.formats import FORMATS
from augstudio.images.profiles import PART_BYTES, fitting_profile, with_profile
from augstudio.images.small_png import small_png
from augstudio.images.source import MAX_PROFILE_BYTES

_OPAQUE: Final = 255
# Longer profiles make files that programs refuse: Pillow PNGs with more than 1 MiB of profile, and JPEG has
# room for 255 numbered parts.
_PROFILE_BYTES: Final = {
    "png": (1 << 20) - 1,
    "jpeg": 255 * PART_BYTES,
    "webp": MAX_PROFILE_BYTES,
    "tiff": MAX_PROFILE_BYTES,
}
_SIDES: Final = {"jpeg": 65500, "webp": 16383}
# Where WebP is lossless, its quality says how hard to compress.
_WEBP_EFFORT: Final = 50


def encode(
    image: Image,
    format: str,  # noqa: A002
    *,
    quality: int = 95,
    lossless: bool = False,
    icc_profile: bytes | None = None,
    background: Colour | None = None,
) -> bytes:
    """Encode a picture; the same picture and options give the same bytes.

    JPEG is baseline with colours at half resolution (4:2:0), as is usual. WebP is lossy at the given
    quality, with transparency kept exactly, or lossless with every pixel kept, also where it is transparent;
    it holds grey as colour. PNG (zlib level 1) and TIFF (Deflate, zlib level 6) are lossless. BMP and PPM are
    not compressed. JPEG and PPM have no transparency: alpha of 255 everywhere is left away, as it is in BMP,
    and other pictures are put on the background.

    Args:
        image: ``(H, W, C)`` uint8.
        format: Name in :data:`~augstudio.images.formats.WRITTEN_FORMATS`.
        quality: 1..100, for JPEG and lossy WebP.
        lossless: Whether WebP loses nothing.
        icc_profile: Kept where :func:`fits_profile` says so.
        background: Colour to put transparent pictures on, where the format has no transparency; see
            :func:`~augstudio.images.background.on_background`.

    Raises:
        ImageError: The format cannot hold the picture.
    """
    kind = FORMATS[format]
    image = _writable(check_image(image), format, background)
    height, width, channels = image.shape
    profile = icc_profile if fits_profile(icc_profile, format, channels) else None
    if max(height, width) > _SIDES.get(format, max(height, width)):
        raise ImageError(
            "{0} x {1} pixels cannot be written as {2}: it has at most {3} on a side; choose another format",
            width,
            height,
            kind.pillow,
            _SIDES[format],
        )
    if format == "jpeg" and channels == 3:
        return _jpeg(image, quality, profile)
    if format == "bmp" and channels == 4:
        return _transparent_bmp(image)
    options = _save_options(format, quality, lossless=lossless)
    return _by_pillow(image, kind.pillow, options if profile is None else options | {"icc_profile": profile})


def _by_pillow(image: Image, kind: str, options: dict[str, Any]) -> bytes:
    height, width, channels = image.shape
    encoded = small_png(image) if kind == "PNG" and "icc_profile" not in options else None
    if encoded is not None:
        return encoded
    buffer = io.BytesIO()
    try:
        Pillow.fromarray(image[:, :, 0] if channels == 1 else image).save(buffer, kind, **options)
    except Exception:
        raise ImageError("{0} x {1} pixels cannot be written as {2}", width, height, kind) from None
    return buffer.getvalue()


def fits_profile(profile: bytes | None, format: str, channels: int) -> bool:  # noqa: A002
    """Whether a colour profile is written: the format holds it, and it is of the picture's colour space.

    Args:
        profile: The profile, if there is one.
        format: Name in :data:`~augstudio.images.formats.WRITTEN_FORMATS`.
        channels: How many the picture has.
    """
    limit = _PROFILE_BYTES.get(format, 0)
    space = 3 if format == "webp" and channels <= 2 else channels
    return profile is not None and len(profile) <= limit and fitting_profile(profile, space) is not None


def is_too_large_profile(profile: bytes | None, format: str) -> bool:  # noqa: A002
    """Whether a colour profile is left out because programs refuse files of this format with it."""
    return profile is not None and 0 < _PROFILE_BYTES.get(format, 0) < len(profile)


def _writable(image: Image, format: str, background: Colour | None) -> Image:  # noqa: A002
    """The picture in channels that the format has."""
    if image.shape[2] in (1, 3):
        return image
    kind = FORMATS[format]
    if format == "bmp" or not kind.holds_alpha:
        if image[:, :, -1].min() == _OPAQUE:
            return np.ascontiguousarray(image[:, :, :-1])
        if not kind.holds_alpha and background is None:
            raise ImageError(
                "has transparency, which {0} cannot hold; choose png, webp or tiff, or a background colour",
                kind.pillow,
            )
        if not kind.holds_alpha and background is not None:
            return on_background(image, background)
    if image.shape[2] == 2 and format in ("webp", "bmp"):
        return image[:, :, (0, 0, 0, 1)]
    return image


def _transparent_bmp(image: Image) -> bytes:
    """A BMP of 32 bits that says which of them are alpha; Pillow's does not, so that readers pass it over."""
    height, width = image.shape[:2]
    pixels = image[::-1, :, (2, 1, 0, 3)].tobytes()
    header = struct.pack("<IiiHHIIiiII", 108, width, height, 1, 32, 3, len(pixels), 3780, 3780, 0, 0)
    header += struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000) + b"BGRs" + bytes(48)
    start = 14 + len(header)
    return b"BM" + struct.pack("<IHHI", start + len(pixels), 0, 0, start) + header + pixels


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
