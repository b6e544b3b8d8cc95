"""Masks in and out: files whose pixels are numbers of classes or instances, not colours to be looked at.

They never go through the picture codec, which scales, turns and mixes levels. What is read:

====================================  =================================================================
in the file                           here
====================================  =================================================================
palette, of 1 to 8 bits               the indices, with the palette
grey of 1, 2, 4 or 8 bits             the numbers as they lie in the file, not scaled to 255
grey of 16 bits                       uint16
whole numbers of 32 bits (TIFF)       int32
colours, or grey with alpha           by a table of colours; without one, grey that was saved as colours
transparency                          refused where some of it is not opaque
JPEG, also inside TIFF, WebP, ...     refused: what loses something changes the numbers along every edge
GIF                                   refused: its writers number colours anew
====================================  =================================================================
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
from PIL import Image as Pillow
from PIL.ImageFile import ImageFile
from PIL.TiffImagePlugin import TiffImageFile

from augstudio.core.arrays import ClassMap, Int32Array
from augstudio.core.image import MAX_PIXELS
from augstudio.errors import ImageError
from augstudio.images.codec import as_image_errors, quiet
from augstudio.images.formats import FORMATS, sniff
from augstudio.images.png import png_source
from augstudio.images.reading import read_bytes
from augstudio.images.source import Source
from augstudio.images.tiff import check_tiff, tiff_source

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0..255."""
Palette: TypeAlias = tuple[Colour, ...]
"""The colour of each value from 0."""
Numbers: TypeAlias = ClassMap | Int32Array
"""``(H, W)`` uint8, uint16 or int32."""

_BITS, _COMPRESSION = 258, 259
_LOSSLESS_TIFF: Final = (1, 2, 3, 4, 5, 8, 32773, 32946, 34925, 50000)
_LOSSY: Final = (
    "a mask as {0}, whose compression changes the numbers along every edge; save masks as PNG or TIFF"
)
_UNKNOWN_COLOURS: Final = 5
_PNG_DEPTH: Final = 24


class ColouredMaskError(ImageError):
    """A mask is in colours, of which nothing says what they mean."""


@dataclass(frozen=True, slots=True)
class LabelMap:
    """A mask.

    Attributes:
        values: ``(H, W)`` uint8, uint16 or int32, one number for each pixel.
        palette: The colours by which it is shown, where the file has some.
        unknown: Colours that are not in the table by which it was read, the most frequent first and few of
            them, each with its count of pixels.
    """

    values: Numbers
    palette: Palette | None = None
    unknown: tuple[tuple[Colour, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ColourTable:
    """What colours mean.

    Attributes:
        numbers: The number of each colour.
        other: The number that pixels of any other colour get.
    """

    numbers: Mapping[Colour, int]
    other: int = 255


def read_label_map(path: Path, table: ColourTable | None = None) -> LabelMap:
    """Read a mask file.

    Raises:
        ImageError: As :func:`~augstudio.images.reading.read_bytes` and :func:`decode_label_map` do.
    """
    return decode_label_map(read_bytes(path), table)


def decode_label_map(
    data: bytes, table: ColourTable | None = None, *, max_pixels: int = MAX_PIXELS
) -> LabelMap:
    """Decode a mask exactly.

    Args:
        data: The file's bytes: PNG, TIFF or BMP.
        table: What colours mean in a file that has some. A palette's colours are looked up, too, if all that
            are used are in the table.
        max_pixels: Larger masks are refused before they are decoded.

    Raises:
        ImageError: Not a mask, damaged, too large, of a kind that loses something, or in colours of unknown
            meaning.
    """
    name = sniff(data)
    if name == "gif":
        raise ImageError("a mask as GIF, whose writers number colours anew; save masks as PNG or TIFF")
    if name not in ("png", "tiff", "bmp"):
        raise ImageError(_LOSSY, FORMATS[name].title)
    with as_image_errors(name, data):
        picture = _loaded(name, data, max_pixels)
        palette = _palette_of(picture)
        values = np.asarray(picture)
        bits = _bits(name, data, picture)
    if values.ndim == 3:
        colours = _opaque(values)
        return _by_table(colours, table) if table is not None else LabelMap(_grey(colours))
    if values.dtype.kind == "f":
        raise ImageError("a mask of numbers with fractions; save it with whole numbers")
    if palette is None or table is None:
        return LabelMap(_whole(values, bits), palette)
    used = set(np.unique(values).tolist())
    if not all(value < len(palette) and palette[value] in table.numbers for value in used):
        return LabelMap(_whole(values, bits), palette)
    lookup = [table.numbers.get(colour, table.other) for colour in palette]
    return LabelMap(_narrow(lookup, max(lookup))[values])


def encode_label_map(
    values: Numbers,
    format: Literal["png", "tiff"] = "png",  # noqa: A002
    palette: Palette | None = None,
) -> bytes:
    """Encode a mask exactly; the same numbers and palette give the same bytes.

    Args:
        values: ``(H, W)`` uint8, uint16 or int32; PNG holds int32 of 0 to 65535 as uint16.
        format: PNG, or TIFF (Deflate).
        palette: Kept for uint8, and continued in black to the greatest number; TIFF has always 256 colours.

    Raises:
        ImageError: The format cannot hold the numbers.
    """
    values = _writable(values, format)
    picture = Pillow.fromarray(np.ascontiguousarray(values))
    if palette and values.dtype == np.uint8:
        count = 256 if format == "tiff" else max(len(palette), int(values.max(initial=0)) + 1)
        padded = [*palette, *[(0, 0, 0)] * (count - len(palette))][:256]
        picture = Pillow.frombytes("P", picture.size, values.tobytes())
        picture.putpalette(bytes(part for colour in padded for part in colour))
    buffer = io.BytesIO()
    options: dict[str, Any] = (
        {"compress_level": 1} if format == "png" else {"compression": "tiff_adobe_deflate"}
    )
    picture.save(buffer, FORMATS[format].pillow, **options)
    return buffer.getvalue()


def _loaded(name: str, data: bytes, max_pixels: int) -> ImageFile:
    """The picture with its pixels, as Pillow has them before it converts any."""
    sources = {"png": png_source, "tiff": tiff_source}
    source = sources[name](data, deep=True) if name in sources else Source(data)
    stream = io.BytesIO(source.data)
    with quiet():
        picture = FORMATS[name].opener(stream)
        width, height = picture.size
        if width * height > max_pixels:
            limit = f"{max_pixels / 1e6:g} megapixels"
            raise ImageError("too large: {0} x {1} is more than the limit of {2}", width, height, limit)
        if isinstance(picture, TiffImageFile):
            if picture.tag_v2.get(_COMPRESSION, 1) not in _LOSSLESS_TIFF:
                raise ImageError(_LOSSY, "JPEG inside TIFF")
            check_tiff(stream.getbuffer(), picture.tag_v2, picture.size)
        picture.load()
    return picture


def _palette_of(picture: Pillow.Image) -> Palette | None:
    if picture.mode != "P":
        return None
    parts = picture.getpalette("RGB") or []
    return tuple((parts[at], parts[at + 1], parts[at + 2]) for at in range(0, len(parts) - 2, 3))


def _bits(name: str, data: bytes, picture: Pillow.Image) -> int:
    """How many bits a grey level has in the file, where Pillow stretches few to 0..255."""
    if picture.mode != "L":
        return 8
    if name == "png":
        return data[_PNG_DEPTH]
    if isinstance(picture, TiffImageFile):
        bits = picture.tag_v2.get(_BITS, 8)
        return int(bits[0] if isinstance(bits, tuple) else bits)
    return 8


def _whole(values: npt.NDArray[Any], bits: int) -> Numbers:
    """One channel's numbers, of the file's own size."""
    if values.dtype == np.bool_:
        return values.astype(np.uint8)
    if bits in (2, 4):
        return (values // (255 // ((1 << bits) - 1))).astype(np.uint8)
    if values.dtype.itemsize == 1:
        return values.astype(np.uint8, copy=False)
    if values.dtype.itemsize == 2 and values.dtype.kind == "u":
        return values.astype(np.uint16, copy=False)
    if values.min(initial=0) < 0:
        raise ImageError("a mask with numbers below zero, or above 2147483647")
    return values.astype(np.int32, copy=False)


def _opaque(values: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """The colours of a picture without its alpha, ``(H, W, 3)`` or ``(H, W, 1)``."""
    channels = values.shape[2]
    if channels not in (2, 3, 4) or values.dtype != np.uint8:
        raise ImageError("a picture with {0} channels is not a mask", channels)
    if channels == 3:
        return values
    if values[:, :, -1].min(initial=255) != 255:
        raise ImageError("a mask that is transparent in some places, which says nothing of classes")
    return values[:, :, :-1]


def _grey(colours: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The numbers of a grey mask that was saved as colours."""
    first = colours[:, :, 0]
    if not all(np.array_equal(first, colours[:, :, channel]) for channel in range(1, colours.shape[2])):
        raise ColouredMaskError(
            "a mask in colours, of which nothing says what they mean; put a table of colours beside the "
            "folders (classes.csv with name,r,g,b), or save masks with one number for each pixel"
        )
    return np.ascontiguousarray(first)


def _by_table(colours: npt.NDArray[np.uint8], table: ColourTable) -> LabelMap:
    """The numbers of a mask in colours."""
    if colours.shape[2] == 1:
        colours = np.repeat(colours, 3, axis=2)
    packed = colours.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], np.uint32)
    found, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    shown = [(int(value) >> 16, int(value) >> 8 & 255, int(value) & 255) for value in found]
    numbers = [table.numbers.get(colour, table.other) for colour in shown]
    unknown = sorted(
        (
            (colour, int(count))
            for colour, count in zip(shown, counts, strict=True)
            if colour not in table.numbers
        ),
        key=lambda pair: -pair[1],
    )
    lookup = _narrow(numbers, max((table.other, *table.numbers.values())))
    return LabelMap(lookup[inverse.reshape(packed.shape)], None, tuple(unknown[:_UNKNOWN_COLOURS]))


def _narrow(numbers: list[int], greatest: int) -> Numbers:
    if greatest < 256:
        return np.array(numbers, np.uint8)
    return np.array(numbers, np.uint16) if greatest < 65536 else np.array(numbers, np.int32)


def _writable(values: Numbers, format: str) -> Numbers:  # noqa: A002
    if values.ndim != 2 or values.dtype not in (np.uint8, np.uint16, np.int32):
        raise ValueError(f"a mask is (H, W) uint8, uint16 or int32, not {values.shape} {values.dtype}")
    if format == "tiff" or values.dtype != np.int32:
        return values
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    if low < 0 or high > 65535:
        raise ImageError(
            "the numbers {0} to {1} do not fit a PNG, which holds 0 to 65535; choose TIFF", low, high
        )
    return values.astype(np.uint16)
