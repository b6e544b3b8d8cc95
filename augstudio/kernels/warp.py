"""Resampling a picture through a matrix, once, with padding.

The output is made in square tiles, each from just the part of the padded plane that it sees. A tile's pixels
depend on nothing but its place in the output, so a region of the output equals that region of the whole bit
for bit; and neither the source's size nor far-away padding costs anything.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size
from augstudio.core.matrix import (
    IDENTITY,
    Matrix,
    about_centre,
    compose,
    inverse,
    map_point,
    on_grid,
    resizing,
    scaling,
    translation,
)
from augstudio.core.padding import Padding, PaddingMode
from augstudio.kernels.padding import padded_window
from augstudio.kernels.plane import level_plane
from augstudio.kernels.pyramid import Pyramid
from augstudio.kernels.region import Region

TILE: Final = 256
"""Side of a tile in output pixels."""

# Below this scale a plain bilinear lookup skips source pixels visibly; the output is then made at twice
# its size from a reduced source and averaged.
_SUPERSAMPLE_BELOW: Final = 0.75
# Source pixels around a tile's outline that bilinear lookup may touch, with room for rounding.
_MARGIN: Final = 2
# A picture made smaller than this, in output pixels, is drawn this small: nobody can tell, and what is
# counted in its pixels stays within numbers that can be addressed.
_SMALLEST: Final = 1 / 64
# No pixel further away than this can be addressed; padding is periodic or constant out there anyway.
_FAR: Final = 1 << 24


def warp(
    source: Pyramid,
    matrix: Matrix,
    size: Size,
    padding: Padding,
    region: Region | None = None,
    *,
    draft: bool = False,
) -> Image:
    """The picture seen through ``matrix``.

    Bilinear, in OpenCV's fixed point (positions rounded to 1/32 pixel); where the picture is shrunk to less
    than three quarters, twice supersampled from an area-filtered level, so that it does not alias.

    Args:
        source: The picture, ``(H, W, C)`` uint8.
        matrix: Affine, from source to output pixel coordinates.
        size: Size of the whole output.
        padding: What lies outside the source.
        region: The part of the output to make; all of it if None.
        draft: Leave out the supersampling; faster, for pictures in motion.

    Returns:
        ``(region.height, region.width, C)`` uint8, a new array.
    """
    part = region or Region(0, 0, *size)
    plan = _plan(source, _kept_visible(matrix, source.size), padding.mode, draft=draft)
    channels = plan.image.shape[2]
    output = np.empty((part.height, part.width, channels), np.uint8)
    fill = fill_values(padding, channels)
    for top in _tile_starts(part.top, part.height):
        for left in _tile_starts(part.left, part.width):
            tile = _tile(plan, left, top, size, fill)
            rows = slice(max(top, part.top), min(top + tile.shape[0], part.top + part.height))
            columns = slice(max(left, part.left), min(left + tile.shape[1], part.left + part.width))
            output[
                rows.start - part.top : rows.stop - part.top,
                columns.start - part.left : columns.stop - part.left,
            ] = tile[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    return output


def fill_values(padding: Padding, channels: int) -> tuple[int, ...]:
    """The fill colour for a picture of so many channels; grey by Rec. 601 luma, alpha opaque."""
    red, green, blue = padding.fill
    if channels == 1:
        return ((299 * red + 587 * green + 114 * blue + 500) // 1000,)
    return (red, green, blue, 255)[:channels]


@dataclass(frozen=True)
class _Plan:
    """What all tiles of one warp share: the level to read, what lies outside it, and the way back into it."""

    image: Image
    mode: PaddingMode
    back: Matrix  # from (supersampled) output to level coordinates
    samples: int  # output is made at this many times its size, then averaged


def _plan(source: Pyramid, matrix: Matrix, mode: PaddingMode, *, draft: bool) -> _Plan:
    across, down = _scales(matrix)
    samples = 2 if not draft and min(across, down) < _SUPERSAMPLE_BELOW else 1
    halvings = _halvings(across * samples), _halvings(down * samples)
    plane = level_plane(source, mode, *halvings, draft=draft)
    level_size = (plane.level.shape[1], plane.level.shape[0])
    forward = compose(
        resizing(level_size, plane.size),
        translation(-plane.left, -plane.top),
        matrix,
        resizing((1, 1), (samples, samples)) if samples > 1 else IDENTITY,
    )
    back = on_grid(inverse(forward))
    if mode is not PaddingMode.CONSTANT:
        back = _without_single_axes(back, level_size)
    return _Plan(plane.level, plane.mode, back, samples)


def _scales(matrix: Matrix) -> tuple[float, float]:
    """How long a source pixel is in the output, along its width and its height."""
    (a, b, _), (c, d, _), _ = matrix
    return math.hypot(a, c), math.hypot(b, d)


def _kept_visible(matrix: Matrix, size: Size) -> Matrix:
    """The matrix, enlarged about the picture's centre where it would shrink it to nothing."""
    shown = [scale * side for scale, side in zip(_scales(matrix), size, strict=True)]
    if min(shown) >= _SMALLEST:
        return matrix
    growth = scaling(*(max(1.0, _SMALLEST / side) for side in shown))
    return compose(about_centre(growth, size), matrix)


def _without_single_axes(back: Matrix, size: Size) -> Matrix:
    """Where a line is one pixel that repeats for ever, every place on it is as good as the nearest."""
    rows = [(0.0, 0.0, 0.0) if side == 1 else row for row, side in zip(back[:2], size, strict=True)]
    return rows[0], rows[1], back[2]


def _halvings(scale: float) -> int:
    """How often an axis may be halved before it is shown at ``scale``, keeping 1 to 2 pixels for each."""
    halvings = 0
    while scale <= 0.5:
        scale, halvings = scale * 2, halvings + 1
    return halvings


def _tile_starts(first: int, length: int) -> range:
    return range(first - first % TILE, first + length, TILE)


def _tile(plan: _Plan, left: int, top: int, size: Size, fill: tuple[int, ...]) -> Image:
    """One tile of the output, cut off at the output's edge."""
    width, height = min(TILE, size[0] - left), min(TILE, size[1] - top)
    samples = plan.samples
    fine = (width * samples, height * samples)
    back = compose(translation(left * samples, top * samples), plan.back)
    window = _window(back, fine)
    if plan.mode is PaddingMode.CONSTANT:
        x0, x1 = _clipped(window[0], window[2], plan.image.shape[1])
        y0, y1 = _clipped(window[1], window[3], plan.image.shape[0])
        if x0 >= x1 or y0 >= y1:
            return np.full((height, width, len(fill)), fill, np.uint8)
        patch = plan.image[y0:y1, x0:x1]
    else:
        x0, y0 = window[:2]
        patch = padded_window(plan.image, plan.mode, *window)
    local = compose(back, translation(-x0, -y0))
    tile = cv2.warpAffine(
        patch,
        np.array(local[:2], np.float64),
        fine,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=fill,
    )
    if samples > 1:
        tile = cv2.resize(tile, (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(tile, np.uint8).reshape(height, width, len(fill))


def _window(back: Matrix, size: Size) -> tuple[int, int, int, int]:
    """The rectangle of source pixels that an output of this size sees: left, top, right, bottom."""
    corners = [map_point(back, x, y) for x in (0, size[0] - 1) for y in (0, size[1] - 1)]
    xs, ys = zip(*corners, strict=True)
    left, top = (math.floor(max(-_FAR, min(values))) - _MARGIN for values in (xs, ys))
    right, bottom = (math.ceil(min(_FAR, max(values))) + _MARGIN + 1 for values in (xs, ys))
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _clipped(start: int, stop: int, size: int) -> tuple[int, int]:
    return max(start, 0), min(stop, size)
