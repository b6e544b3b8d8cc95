"""Small descriptions of pictures by which they are compared: coarse colours, slopes, and a hash of these."""

from __future__ import annotations

from typing import Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.core.image import Image, has_alpha, is_grey

HASH_BITS: Final = 128
"""Bits of :func:`gradient_hash`."""

Fields: TypeAlias = npt.NDArray[np.uint8]
"""``(side, side)`` brightness of parts of a picture."""

_HASH_SIDE: Final = 8
# Levels below which a difference is one of rounding.
_SLOPE: Final = 1 / 64
_MID_GREY: Final = np.float32(128)
# From red, green and blue to luma (ITU-R BT.601).
_LUMA: Final = (0.299, 0.587, 0.114)


def coarse_colours(image: Image, side: int) -> Float64Array:
    """A picture reduced to a square by averaging, whatever its proportions.

    Args:
        image: ``(H, W, C)`` uint8; what is transparent counts as mid grey.
        side: Width and height of the result.

    Returns:
        ``(side, side, 3)`` float64 red, green and blue, 0..255; a grey picture has them alike.
    """
    colours: Float32Array = image[:, :, : 1 if is_grey(image) else 3].astype(np.float32)
    if has_alpha(image):
        colours -= _MID_GREY
        colours *= image[:, :, -1:].astype(np.float32) / 255
        colours += _MID_GREY
    size = image.shape[1], image.shape[0]
    how = cv2.INTER_AREA if min(size) >= side else cv2.INTER_LINEAR
    small: Float64Array = np.asarray(cv2.resize(colours, (side, side), interpolation=how), np.float64)
    return np.broadcast_to(small.reshape(side, side, -1), (side, side, 3))


def luma(colours: Float64Array) -> Float64Array:
    """Brightness of ``(..., 3)`` red, green and blue as ITU-R BT.601 weighs them; ``(...)``."""
    return np.asarray(colours @ np.array(_LUMA))


def gradient_hash(image: Image) -> int:
    """A number of :data:`HASH_BITS` bits that pictures of the same scene have nearly in common.

    Each bit says whether the picture, averaged to 9 x 9 fields, gets brighter from one field to the next:
    64 bits along the rows and 64 down the columns. Size, format, compression and brightness change few bits.

    Args:
        image: ``(H, W, C)`` uint8.
    """
    grey = luma(coarse_colours(image, _HASH_SIDE + 1))
    across = np.diff(grey, axis=1)[:_HASH_SIDE] > _SLOPE
    down = np.diff(grey, axis=0)[:, :_HASH_SIDE] > _SLOPE
    return int.from_bytes(np.packbits(np.concatenate((across.ravel(), down.ravel()))).tobytes(), "big")


def brightness_fields(image: Image, side: int = 32) -> Fields:
    """The brightness of a picture, averaged to a square, in whole levels; ``(side, side)`` uint8."""
    return np.asarray(np.rint(luma(coarse_colours(image, side))).clip(0, 255), np.uint8)


def likeness(first: Fields, second: Fields) -> float:
    """How alike two pictures are, -1..1: the correlation of how their brightness goes up and down.

    Slopes tell pictures apart that have the same light and dark parts, as two photographs under one sky.

    Args:
        first: ``(side, side)`` uint8 from :func:`brightness_fields`.
        second: The same of the other.

    Returns:
        Near 1 for pictures that differ in size, compression, brightness or contrast alone; 0 where one of
        them is plain, as all plain pictures are alike and that tells nothing.
    """
    one, other = _slopes(first), _slopes(second)
    length = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / length if length else 0.0


def _slopes(fields: Fields) -> Float64Array:
    levels = fields.astype(np.float64)
    return np.concatenate((np.diff(levels, axis=0).ravel(), np.diff(levels, axis=1).ravel()))
