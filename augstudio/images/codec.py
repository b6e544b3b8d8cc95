"""Picture files in and out; with the modules beside it the only place with Pillow.

One way in, :func:`decode`, owns the checks, the EXIF orientation and the colour modes. What cannot be decoded
whole is an error with a reason, never a half-grey picture. What becomes of a picture's mode:

====================================  =================================================================
in the file                           here
====================================  =================================================================
8-bit grey                            one channel; WebP, which has no grey, writes it as RGB
8-bit RGB                             three channels
grey with alpha, transparent grey     two channels; PNG and TIFF write them, WebP and BMP as RGB with alpha
transparency: RGBA, palette with      four channels; JPEG and PPM, which have none, need a background, unless
alpha, a transparent colour           alpha is 255 everywhere (grey as well)
palette                               its colours, three channels; one in a GIF whose palette is grey
1-bit, 2-bit and 4-bit grey           one channel, from 0 to 255
CMYK, YCbCr, CIELAB                   three channels, as Pillow converts them; a profile is left out then
16-bit, 32-bit, float                 refused: 8 bits would lose what they were made for
a channel of no stated meaning        refused: near infrared, say, would be lost
signed levels                         refused: what is below zero would be read as bright
animation, several pages              refused: no one of them stands for all
beside a GIF's picture                transparent, where it does not cover the whole screen of the file
reduced pages and masks of a TIFF     passed over; NewSubfileType tells them
a phone's multi-picture JPEG or HEIC  its first or primary picture, which other programs show too
EXIF orientation                      applied to the pixels; what is written carries no EXIF, so it is
                                      applied once
colour profile                        kept, byte for byte, where it is of the result's colour space and not
                                      too large for the programs that read the result
other notes                           left out; damaged ones never cost a picture
====================================  =================================================================
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import numpy as np
import PIL
from PIL import Image as Pillow
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import MAXBLOCK, ImageFile
from PIL.TiffImagePlugin import TiffImageFile

from augstudio.core.image import MAX_PIXELS, Image, Size, check_image
from augstudio.errors import ImageError, Message
from augstudio.images.formats import FORMATS, WRITTEN_FORMATS, sniff
from augstudio.images.gif import gif_colours, gif_source
from augstudio.images.heif import avif_source, heif_source
from augstudio.images.integrity import TRUNCATED, check_used, jpeg_layout
from augstudio.images.jpeg import strict_pixels
from augstudio.images.jpeg2000 import jpeg2000_source
from augstudio.images.jpeg_notes import jpeg_source, plain_header
from augstudio.images.jxl import jxl_source
from augstudio.images.orientation import upright_picture
from augstudio.images.png import has_notes, notes_first, png_source
from augstudio.images.reasons import DEEP, SEVERAL, UNREADABLE, UNSTATED
from augstudio.images.small_png import small_pixels
from augstudio.images.source import Source
from augstudio.images.tiff import check_tiff, tiff_compression, tiff_source
from augstudio.images.webp import webp_source
from augstudio.images.writing import encode

__all__ = [
    "FORMATS",
    "PILLOW_VERSION",
    "WRITTEN_FORMATS",
    "Decoded",
    "as_image_errors",
    "decode",
    "decode_small",
    "decoded_size",
    "encode",
    "opens_as_it_is",
    "quiet",
]

PILLOW_VERSION: Final = PIL.__version__
"""Goes into manifests, because codecs may differ between versions."""


_ORIENTATION_TAG: Final = 0x0112
_CHANNELS_TAG: Final = 277
# Decoders of these kinds turn pictures upright.
_TURNED: Final = ("tiff", "heif", "jxl")
# Of several pictures in files of these kinds it is told elsewhere which one is meant.
_SEVERAL_READ: Final = ("tiff", "heif")
_GREY_MODES: Final = ("1", "L", "LA", "La")
_DEEP_MODES: Final = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
# So many bytes behind a scan's end does the JPEG decoder look ahead.
_JPEG_LOOKAHEAD: Final = bytes(16)
_warnings_lock = threading.RLock()


@dataclass(frozen=True)
class Decoded:
    """A picture with what its file says about it.

    Attributes:
        image: ``(H, W, C)`` uint8, upright; not to be written to.
        format: Name in :data:`FORMATS`.
        orientation: The EXIF orientation that was applied, 1..8; 1 is upright.
        icc_profile: Colour profile, or None.
        profile_too_large: Whether there is a colour profile that was left out for its size.
        size: Width and height of the whole picture, upright; of ``image``, but where this is reduced.
    """

    image: Image
    format: str
    orientation: int
    icc_profile: bytes | None
    profile_too_large: bool = False
    size: Size = (0, 0)


def decode(
    data: bytes, *, max_pixels: int = MAX_PIXELS, least: Callable[[Size], Size] | None = None
) -> Decoded:
    """Decode a picture file strictly.

    Grey stays one channel, colour three; transparency of any kind adds one. A phone's multi-picture
    JPEG gives its first picture.

    Args:
        data: The file's bytes.
        max_pixels: Larger pictures are refused before they are decoded.
        least: Gives for the size of a picture, upright, the size that is enough: a JPEG is then decoded at
            eighths of its size, to no less. All of its data is still looked at.

    Raises:
        ImageError: Not a picture, truncated, damaged, too large, more than 8 bits, or animated.
    """
    name = sniff(data)
    with as_image_errors(name, data):
        plain = _plain_jpeg(data, max_pixels, least) if name == "jpeg" else None
        if plain is not None:
            return plain
        source, stream, whole = _checked_source(name, data)
        pixels = small_pixels(source.data, max_pixels) if name == "png" else None
        if pixels is not None:
            size = pixels.shape[1], pixels.shape[0]
            return Decoded(pixels, name, 1, source.icc_profile, source.profile_too_large, size)
        picture, orientation = _opened(name, stream, max_pixels, load=name != "jpeg")
        turn = 1 if name in _TURNED else orientation
        size = _turned_size(picture.size, turn)
        enough = (0, 0) if least is None else _turned_size(least(size), turn)
        pixels = strict_pixels(data, picture.mode, enough) if name == "jpeg" else None
        if pixels is None:
            pixels = _pixels(_plain(picture, is_grey=source.is_grey))
            whole()
        upright = upright_picture(pixels, turn)
        # Only JPEG XL's decoder says of which colours its pixels are.
        profile = picture.info.get("icc_profile") if name == "jxl" else source.icc_profile
        return Decoded(upright, name, orientation, profile, source.profile_too_large, size)


def _plain_jpeg(data: bytes, max_pixels: int, least: Callable[[Size], Size] | None) -> Decoded | None:
    """A JPEG of which the decoder needs no more than its data; None where the long way must be taken.

    Raises:
        ImageError: It is truncated or damaged.
    """
    header = plain_header(data)
    if header is None or header[0][0] * header[0][1] > max_pixels:
        return None
    size, mode = header
    jpeg_layout(data)
    pixels = strict_pixels(data, mode, (0, 0) if least is None else least(size))
    return None if pixels is None else Decoded(pixels, "jpeg", 1, None, size=size)


def decode_small(data: bytes, side: int) -> Image:
    """A small version of a picture, upright; JPEGs are decoded at reduced size.

    Damage that the reduced decoding does not meet goes unnoticed here.

    Args:
        data: The file's contents.
        side: The result fits a square of this side; it is never enlarged.

    Raises:
        ImageError: As :func:`decode`, as far as damage is noticed.
    """
    name = sniff(data)
    with as_image_errors(name, data):
        source = _SOURCES[name](data)
        picture, orientation = _opened(
            name, io.BytesIO(source.data), MAX_PIXELS, load=name == "heif", side=side
        )
        small = _plain(picture, is_grey=source.is_grey)
        small.thumbnail((side, side), Pillow.Resampling.BILINEAR, reducing_gap=2.0)
        return upright_picture(_pixels(small), 1 if name in _TURNED else orientation)


def decoded_size(data: bytes) -> Size:
    """Width and height that a picture will have when it is decoded, from its header.

    Raises:
        ImageError: It has no valid header, or is refused for what its header says.
    """
    return decoded_placement(data)[0]


def decoded_placement(data: bytes) -> tuple[Size, int]:
    """As :func:`decoded_size`, with the EXIF orientation that decoding will apply, 1..8; 1 is upright.

    Raises:
        ImageError: As :func:`decoded_size`.
    """
    name = sniff(data)
    with as_image_errors(name, data):
        stream = io.BytesIO(_SOURCES[name](data).data)
        picture, orientation = _opened(name, stream, MAX_PIXELS, load=False)
    return _turned_size(picture.size, 1 if name in _TURNED else orientation), orientation


def _turned_size(size: Size, orientation: int) -> Size:
    """The size of a picture once an EXIF orientation is applied, or of one before it was."""
    return (size[1], size[0]) if orientation >= 5 else size


class _Watched(io.BytesIO):
    """Gives its contents out in pieces that get smaller, so that it shows how much of them was needed."""

    def read(self, size: int | None = -1) -> bytes:
        if size is None or size < MAXBLOCK:  # a part of the header, wanted whole
            return super().read(size)
        left = len(self.getbuffer()) - self.tell()
        return super().read(min(size, max(512, left // 8)))


def opens_as_it_is(name: str, data: bytes) -> bool:
    """Whether Pillow, by which most programs read, opens a picture with all its notes.

    Args:
        name: The file's format.
        data: A file that :func:`decode` takes.
    """
    try:
        if name == "png" and not has_notes(data):
            return True  # the decoder was given the same
        with quiet():
            FORMATS[name].opener(io.BytesIO(notes_first(data) if name == "png" else data))
    except Exception:
        return False
    return True


_SOURCES: Final[dict[str, Callable[[bytes], Source]]] = {
    "jpeg": jpeg_source,
    "png": png_source,
    "webp": webp_source,
    "tiff": tiff_source,
    "bmp": Source,
    "ppm": Source,
    "gif": gif_source,
    "avif": avif_source,
    "jpeg2000": jpeg2000_source,
    "heif": heif_source,
    "jxl": jxl_source,
}
"""What makes of each format's files what a decoder is given."""


def _checked_source(name: str, data: bytes) -> tuple[Source, io.BytesIO, Callable[[], None]]:
    """The bytes to decode after the checks for this format, and a check to be made afterwards."""
    if name == "jpeg":
        layout = jpeg_layout(data)
        if layout.single_scan:
            # Without its end marker, a scan that lacks data makes the decoder ask for more, not fill in grey.
            source = jpeg_source(data, layout.end)
            stream = _Watched(source.data + _JPEG_LOOKAHEAD)
            return source, stream, lambda: check_used(data, stream.tell() + source.removed, layout.end)
    source = _SOURCES[name](data)
    return source, io.BytesIO(source.data), lambda: None


def _opened(
    name: str, source: io.BytesIO, max_pixels: int, *, load: bool, side: int = 0
) -> tuple[ImageFile, int]:
    """The picture, its header checked, with its EXIF orientation."""
    with quiet():
        picture = FORMATS[name].opener(source)
        _check_header(name, picture, max_pixels)
        if side and name == "jpeg":
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
        raise ImageError("too large: {0} x {1} is more than the limit of {2}", width, height, limit)
    if name not in _SEVERAL_READ and getattr(picture, "n_frames", 1) > 1:
        raise ImageError(SEVERAL)
    if picture.mode in _DEEP_MODES or _is_deep_ppm(name, picture):
        raise ImageError(DEEP)
    if isinstance(picture, TiffImageFile) and picture.tag_v2.get(_CHANNELS_TAG, 1) > len(picture.getbands()):
        raise ImageError(UNSTATED)


def _is_deep_ppm(name: str, picture: ImageFile) -> bool:
    """Whether Pillow would quietly reduce a PPM to 8 bits."""
    if name != "ppm" or not isinstance(picture.tile[0].args, tuple):
        return False
    maximum = picture.tile[0].args[-1]
    return isinstance(maximum, int) and maximum > 255


def _orientation(picture: ImageFile) -> int:
    try:
        value = picture.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # a damaged note in the file does not damage its pixels
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _plain(picture: Pillow.Image, *, is_grey: bool = False) -> Pillow.Image:
    """In one of the modes L, LA, RGB and RGBA."""
    if isinstance(picture, GifImageFile):
        return gif_colours(picture)
    if picture.has_transparency_data:
        if picture.mode in _GREY_MODES or is_grey:
            return picture if picture.mode == "LA" else picture.convert("LA")
        return picture if picture.mode == "RGBA" else picture.convert("RGBA")
    if picture.mode in ("1", "L") or is_grey:
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
def as_image_errors(name: str, data: bytes) -> Iterator[None]:
    """Whatever a decoder raises on bad data becomes a reason for people.

    Args:
        name: The file's format.
        data: The file.

    Raises:
        ImageError: Something was raised.
    """
    try:
        yield
    except ImageError:
        raise
    except MemoryError:
        raise ImageError("too large for this computer's memory") from None
    except Pillow.DecompressionBombError:
        raise ImageError("too large: it would unpack to too many pixels") from None
    except Exception as error:  # a decoder fails on bad data in any way it likes
        raise ImageError(_reason(name, data, str(error))) from None


def _reason(name: str, data: bytes, text: str) -> Message:
    """Why a decoder failed, as far as its words and the file tell."""
    compression = tiff_compression(data) if name == "tiff" else ""
    if compression:
        return Message(
            "compressed as {0}, which cannot be read from TIFF; save it with LZW or Deflate", compression
        )
    if "truncated" in text.lower() or "not enough image data" in text:
        return Message(TRUNCATED)
    return Message(UNREADABLE)
