"""The tiles of :mod:`augstudio.kernels.geometry.warp` where no colours are weighed with alpha."""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size
from augstudio.core.matrix import Matrix
from augstudio.core.padding import PaddingMode
from augstudio.core.region import Region
from augstudio.kernels.geometry.stretch import TILE
from augstudio.kernels.sampling.padding import padded_window

# Source pixels around a tile's outline that bilinear lookup may touch, with room for rounding.
_MARGIN: Final = 2
# No pixel further away than this can be addressed; padding is periodic or constant out there anyway.
_FAR: Final = 1 << 24

_FLAGS: Final = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP


def plain_tiles(image: Image, mode: PaddingMode, back: Matrix, size: Size, fill: tuple[int, ...]) -> Image:
    """A picture seen through a matrix, in tiles.

    Args:
        image: ``(H, W, C)`` uint8, without alpha.
        mode: What lies outside it.
        back: From pixel coordinates of the result to those of the picture, affine.
        size: Width and height of the result.
        fill: A pixel of constant padding.

    Returns:
        ``(size[1], size[0], C)`` uint8, a new array.
    """
    # Written out, as an export makes many tiles for each picture and calls take longer.
    (a, b, first_x), (d, e, first_y), _ = back
    (width, height), (rows, columns) = size, image.shape[:2]
    padded = mode is not PaddingMode.CONSTANT
    output = np.empty((height, width, image.shape[2]), np.uint8)
    lookup = np.array(((a, b, 0.0), (d, e, 0.0)))
    for y in range(0, height, TILE):
        down = min(TILE, height - y)
        for x in range(0, width, TILE):
            across = min(TILE, width - x)
            c, f = a * x + b * y + first_x, d * x + e * y + first_y
            left, right = seen_stretch(c, a * (across - 1), b * (down - 1))
            top, bottom = seen_stretch(f, d * (across - 1), e * (down - 1))
            target = output[y : y + down, x : x + across]
            if left >= 0 and top >= 0 and right <= columns and bottom <= rows:
                patch = image[top:bottom, left:right]
            elif padded:
                patch = padded_window(image, mode, Region(left, top, right - left, bottom - top))
            else:
                left, top = max(left, 0), max(top, 0)
                patch = image[top : max(bottom, 0), left : max(right, 0)]
                if not patch.size:
                    target[:] = fill
                    continue
            lookup[0, 2], lookup[1, 2] = c - left, f - top
            cv2.warpAffine(patch, lookup, (across, down), target, _FLAGS, cv2.BORDER_CONSTANT, fill)
    return output


def seen_stretch(place: float, across: float, down: float) -> tuple[int, int]:
    """The stretch of source pixels between a place and those that lie so far from it."""
    # Written out, as this is done for each tile and calls take longer.
    first = last = place
    if across < 0:
        first += across
    else:
        last += across
    if down < 0:
        first += down
    else:
        last += down
    start = math.floor(max(-_FAR, first)) - _MARGIN
    return start, max(math.ceil(min(_FAR, last)) + _MARGIN + 1, start + 1)
