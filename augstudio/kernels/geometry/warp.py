"""Resampling a picture through a matrix, once, with padding.

What follows is for affine matrices; projective ones go the general way of
:mod:`augstudio.kernels.geometry.remap`.
The output is made in square tiles, each from just the part of the padded plane that it sees. A tile's pixels
depend on nothing but its place in the output, so a region of the output equals that region of the whole bit
for bit; and neither the source's size nor far-away padding costs anything.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, Size, has_alpha, size_of
from augstudio.core.matrix import (
    Matrix,
    Row,
    about_centre,
    compose,
    inverse,
    is_affine,
    on_grid,
    resizing,
    scaling,
    translation,
)
from augstudio.core.padding import Padding, PaddingMode
from augstudio.kernels.alpha.weighing import Indices, as_four_channels, opaque
from augstudio.kernels.geometry.plain_tiles import plain_tiles, seen_stretch
from augstudio.kernels.geometry.projection import projection
from augstudio.kernels.geometry.remap import remap
from augstudio.kernels.geometry.reweighing import Alpha, Units, Window, known_alpha, reweighed
from augstudio.kernels.geometry.sparse import Lookups
from augstudio.kernels.geometry.stretch import SUPERSAMPLE_BELOW, TILE
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.padding import CV_BORDER, fill_values, padded_window
from augstudio.kernels.sampling.plane import Plane, level_plane
from augstudio.kernels.sampling.pyramid import Pyramid, shrink

# A picture made smaller than this, in output pixels, is drawn this small: nobody can tell, and what is
# counted in its pixels stays within numbers that can be addressed.
_SMALLEST: Final = 1 / 64
# OpenCV's own padding counts pixels in 16 bits.
_NEAR: Final = 1 << 14
# Up to so many output pixels its slower padding costs less than preparing a tile does.
_SMALL_PIXELS: Final = 1 << 14

# Padding is made beforehand for windows of up to so many pixels for one of the result.
_MOST_PADDED: Final = 4

# Below this area of a result in pixels there is no telling which results read a pixel.
_FLAT: Final = 2.0**-12

# OpenCV counts places of affine matrices in such parts of a pixel, and so many of these make a unit of 1/32.
_FINE: Final = 1024
_UNIT: Final = 32
_BITS: Final = 5

Bounds: TypeAlias = tuple[int, int, int, int]


def warp(
    source: Pyramid,
    matrix: Matrix,
    size: Size,
    padding: Padding,
    region: Region | None = None,
    *,
    draft: bool = False,
) -> Image:
    """The picture seen through ``matrix``, its colours weighed with alpha.

    Bilinear, in OpenCV's fixed point (positions rounded to 1/32 pixel); where the picture is shrunk to less
    than three quarters, twice supersampled from an area-filtered level, so that it does not alias.

    Args:
        source: The picture, ``(H, W, C)`` uint8.
        matrix: From source to output pixel coordinates, affine or projective.
        size: Size of the whole output.
        padding: What lies outside the source.
        region: The part of the output to make; all of it if None.
        draft: Leave out the supersampling; faster, for pictures in motion.

    Returns:
        ``(region.height, region.width, C)`` uint8, a new array.
    """
    if not is_affine(matrix):
        back = projection(matrix, source.size)
        if callable(back):
            return remap(source, back, size, padding, region, draft=draft)
        matrix = back
    if region is None and source.complete:
        small = _small_warp(source.image, matrix, size, padding)
        if small is not None:
            return small
    part = region or Region(0, 0, *size)
    plan = _plan(source, _kept_visible(matrix, source.size), padding.mode, draft=draft)
    fill = fill_values(padding, plan.image.shape[2])
    if not has_alpha(plan.image):
        if plan.samples == 1 and part == Region.whole(size):
            return plain_tiles(plan.image, plan.mode, plan.back, size, fill)
        return _in_tiles(plan, size, fill, part)
    alpha = known_alpha(source, plan.plane) if part == Region.whole(size) else None
    plan = replace(plan, weighed=True, alpha=alpha)
    lookups = _lookups(plan, fill, part) if alpha else None
    few = lookups.mixing(alpha) if lookups and alpha else None
    output = _in_tiles(plan if few is None else replace(plan, weighed=False), size, fill, part)
    if lookups and few is not None:
        lookups.weigh(output, few)
    return output


def _in_tiles(plan: _Plan, size: Size, fill: tuple[int, ...], part: Region) -> Image:
    """A part of an output of this size."""
    output = np.empty((part.height, part.width, len(fill)), np.uint8)
    for top in _tile_starts(part.top, part.height):
        for left in _tile_starts(part.left, part.width):
            frame = Region(left, top, min(TILE, size[0] - left), min(TILE, size[1] - top))
            _put_tile(plan, frame, fill, output, part)
    return output


def _lookups(plan: _Plan, fill: tuple[int, ...], part: Region) -> Lookups | None:
    """What is looked up for a part, if its tiles can be weighed together and that pays."""
    (a, b, _), (d, e, _), _ = plan.back
    one_tile = part.width * part.height <= TILE * TILE
    if plan.samples > 1 or one_tile or abs(a * e - b * d) < _FLAT:
        return None
    box = _window(_begun_at(plan.back, part.left, part.top), (part.width, part.height))
    return Lookups(plan.image, plan.mode, fill, plan.back, part, box)


def _small_warp(image: Image, matrix: Matrix, size: Size, padding: Padding) -> Image | None:
    """What :func:`warp` gives, without its preparations, where one tile holds it; else None."""
    width, height = size
    rows, columns, channels = image.shape
    if width > TILE or height > TILE or rows == 1 or columns == 1:
        return None
    if min(_scales(matrix)) < SUPERSAMPLE_BELOW:
        return None
    mode = padding.mode
    if has_alpha(image) and not (opaque(image) and mode is not PaddingMode.CONSTANT):
        return None
    back = on_grid(inverse(matrix))
    (a, b, c), (d, e, f), _ = back
    furthest = max(TILE * (abs(a) + abs(b)) + abs(c), TILE * (abs(d) + abs(e)) + abs(f))
    if furthest > _NEAR or rows > _NEAR or columns > _NEAR:
        return None
    fill, border, left, top = fill_values(padding, channels), CV_BORDER[mode], 0, 0
    if width * height > _SMALL_PIXELS:
        # A picture that was not used lately is read in a row here, which OpenCV's warp would not do.
        left, top, right, bottom = _window(back, size)
        if (right - left) * (bottom - top) > _MOST_PADDED * width * height:
            return None
        image, border = _bordered(image, mode, fill, (left, top, right, bottom)), cv2.BORDER_CONSTANT
    warped = cv2.warpAffine(
        image,
        np.array(((a, b, c - left), (d, e, f - top)), np.float64),
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=border,
        borderValue=fill,
    )
    return np.asarray(warped, np.uint8).reshape(height, width, channels)


@dataclass
class _Plan:
    """What all tiles of one warp share: the level to read, what lies outside it, and the way back into it."""

    plane: Plane
    image: Image  # its pixels
    mode: PaddingMode
    back: Matrix  # from (supersampled) output to level coordinates
    samples: int  # output is made at this many times its size, then averaged
    weighed: bool = False  # whether each tile is weighed with alpha by itself
    alpha: Alpha | None = None  # the level's, where it has one and all of it is read


def _plan(source: Pyramid, matrix: Matrix, mode: PaddingMode, *, draft: bool) -> _Plan:
    across, down = _scales(matrix)
    samples = 2 if not draft and min(across, down) < SUPERSAMPLE_BELOW else 1
    halvings = _halvings(across * samples), _halvings(down * samples)
    plane = level_plane(source, mode, *halvings, draft=draft)
    level_size = size_of(plane.level)
    reduced = level_size != source.size or plane.size != source.size or samples > 1
    forward = _through_level(matrix, plane, samples) if reduced else matrix
    back = on_grid(inverse(forward))
    if mode is not PaddingMode.CONSTANT:
        back = _without_single_axes(back, level_size)
    return _Plan(plane, plane.level, plane.mode, back, samples)


def _through_level(matrix: Matrix, plane: Plane, samples: int) -> Matrix:
    """From a level's pixels to those of the supersampled output."""
    return compose(
        resizing(size_of(plane.level), plane.size),
        translation(-plane.left, -plane.top),
        matrix,
        resizing((1, 1), (samples, samples)),
    )


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


def _put_tile(plan: _Plan, frame: Region, fill: tuple[int, ...], output: Image, part: Region) -> None:
    """Make a tile and put what the part shows of it in its place in ``output``."""
    x0, y0 = max(frame.left, part.left), max(frame.top, part.top)
    x1 = min(frame.left + frame.width, part.left + part.width)
    y1 = min(frame.top + frame.height, part.top + part.height)
    target = output[y0 - part.top : y1 - part.top, x0 - part.left : x1 - part.left]
    if target.shape[:2] == (frame.height, frame.width) and plan.samples == 1:
        _warp_tile(plan, frame, fill, target)
        return
    tile = _warp_tile(plan, frame, fill, None)
    target[:] = tile[y0 - frame.top : y1 - frame.top, x0 - frame.left : x1 - frame.left]


def _warp_tile(plan: _Plan, frame: Region, fill: tuple[int, ...], target: Image | None) -> Image:
    """One whole tile of the output, made in ``target`` where that is given; its samples must then be 1."""
    samples = plan.samples
    fine = (frame.width * samples, frame.height * samples)
    back = _begun_at(plan.back, frame.left * samples, frame.top * samples)
    patch, left, top = _patch(plan, _window(back, fine))
    if patch is None:
        tile = np.empty((frame.height, frame.width, len(fill)), np.uint8) if target is None else target
        tile[:] = fill
        return tile
    (a, b, c), (d, e, f), last = back
    lookup = _Affine(((a, b, c - left), (d, e, f - top), last), fine)
    warped = lookup.mixed(patch, fill, target).reshape(fine[1], fine[0], len(fill))
    if plan.weighed:
        outside = fill if plan.mode is PaddingMode.CONSTANT else None
        seen = (
            plan.alpha.window(patch, left, top, outside, plan.mode) if plan.alpha else Window(patch, outside)
        )
        if seen:
            reweighed(warped, seen, lookup)
    return shrink(warped, (frame.width, frame.height)) if samples > 1 else warped


class _Affine(NamedTuple):
    """Bilinear lookups at the places that a matrix gives."""

    back: Matrix  # from results to pixels of the window
    size: Size

    def mixed(
        self, array: npt.NDArray[Any], beyond: tuple[float, ...], target: Image | None = None
    ) -> npt.NDArray[Any]:
        if array.shape[2] == 2:
            made = as_four_channels(array, lambda four: self.mixed(four, (*beyond, 0, 0)))
            if target is None:
                return made
            target[:] = made
            return target
        return cv2.warpAffine(
            array,
            np.array(self.back[:2], np.float64),
            self.size,
            dst=target,
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=beyond,
        )

    def first_pixels(self, array: Image, margin: int) -> Image:
        # OpenCV adds half a pixel and cuts off the rest where it looks for the nearest pixel, and half a unit
        # where it looks for places between pixels.
        shift = margin + _UNIT // 2 / _FINE - 0.5
        (a, b, c), (d, e, f), _ = self.back
        found = cv2.warpAffine(
            array,
            np.array(((a, b, c + shift), (d, e, f + shift)), np.float64),
            self.size,
            flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
        )
        return np.asarray(found, np.uint8)

    def places(self, rows: Indices, columns: Indices) -> tuple[Units, Units]:
        return self._line(self.back[0], rows, columns), self._line(self.back[1], rows, columns)

    def _line(self, row: Row, rows: Indices, columns: Indices) -> Units:
        """Where OpenCV looks: it rounds the shares of column and row each by itself, then their sum."""
        a, b, c = row
        places = np.rint(columns * (a * _FINE)) + np.rint((rows * b + c) * _FINE)
        return np.asarray((places.astype(np.int64) + _UNIT // 2) >> _BITS)


def _begun_at(back: Matrix, x: int, y: int) -> Matrix:
    """The same way back for an output whose first pixel is (x, y)."""
    (a, b, c), (d, e, f), last = back
    return (a, b, a * x + b * y + c), (d, e, d * x + e * y + f), last


def _bordered(image: Image, mode: PaddingMode, fill: tuple[int, ...], window: Bounds) -> Image:
    """The pixels in a window of the padded plane."""
    left, top, right, bottom = window
    if mode is not PaddingMode.CONSTANT:
        return padded_window(image, mode, Region.between(left, top, right, bottom))
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if x0 >= x1 or y0 >= y1:
        return np.full((bottom - top, right - left, len(fill)), fill, np.uint8)
    margins = y0 - top, bottom - y1, x0 - left, right - x1
    padded = cv2.copyMakeBorder(image[y0:y1, x0:x1], *margins, borderType=cv2.BORDER_CONSTANT, value=fill)
    return np.asarray(padded, np.uint8).reshape(bottom - top, right - left, len(fill))


def _patch(plan: _Plan, window: Bounds) -> tuple[Image | None, int, int]:
    """The pixels in a window of the padded plane, with the place of the first; None where all is fill."""
    left, top, right, bottom = window
    if plan.mode is not PaddingMode.CONSTANT:
        return padded_window(plan.image, plan.mode, Region.between(left, top, right, bottom)), left, top
    height, width = plan.image.shape[:2]
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        return None, 0, 0
    return plan.image[top:bottom, left:right], left, top


def _window(back: Matrix, size: Size) -> Bounds:
    """The rectangle of source pixels that an output of this size sees: left, top, right, bottom."""
    (a, b, c), (d, e, f), _ = back
    x, y = size[0] - 1, size[1] - 1
    left, right = seen_stretch(c, a * x, b * y)
    top, bottom = seen_stretch(f, d * x, e * y)
    return left, top, right, bottom
