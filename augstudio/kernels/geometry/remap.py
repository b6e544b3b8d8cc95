"""Resampling a picture through any map from places of the result to places of the picture, with padding.

The map is asked in plain, exactly rounded operations and its answers are rounded to 1/32 pixel; what follows
is whole numbers. So the pixels depend neither on the processor nor on threads, and a pixel depends on
nothing but its place: a region of the output equals that region of the whole bit for bit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.core.image import Image, Size, has_alpha, size_of
from augstudio.core.interruption import checkpoint
from augstudio.core.padding import Padding, PaddingMode
from augstudio.kernels.alpha.weighing import Indices, as_four_channels, put_colours
from augstudio.kernels.geometry.coarse import CoarsePlaces
from augstudio.kernels.geometry.reweighing import Units, Window, reweighed
from augstudio.kernels.geometry.stretch import Origin, blocks
from augstudio.kernels.region import Region, cropped, shared
from augstudio.kernels.sampling.padding import fill_values, folded, padded_window
from augstudio.kernels.sampling.plane import Plane, level_plane
from augstudio.kernels.sampling.pyramid import Pyramid, shrink

Pixels: TypeAlias = npt.NDArray[np.intp]

_UNIT: Final = 32  # places per pixel
# Beside so large a number a double's last bit is one unit: added and taken off again, it rounds to units.
_ROUNDER: Final = 1.5 * 2.0**52 / _UNIT
# Columns and rows made at once: few enough to stay in a cache, so many that calls count little beside them.
_PIECE: Final = (256, 256)
# No pixel further away than this can be addressed; padding is periodic or constant out there anyway.
_FAR: Final = 1 << 24
# OpenCV addresses pixels in 16 bits; a window with more pixels than this is not worth making.
_WINDOW_SIDE: Final = 1 << 14
_WINDOW_PIXELS: Final = 1 << 22
# Smaller drafts are quick enough as they are.
_LEAST_COARSE: Final = 256


def remap(
    source: Pyramid,
    origin: Origin,
    size: Size,
    padding: Padding,
    region: Region | None = None,
    *,
    draft: bool = False,
) -> Image:
    """The picture seen through a map, its colours weighed with alpha.

    Bilinear, with places rounded to 1/32 pixel and levels to the nearest whole number; where the picture is
    shrunk to less than three quarters, twice supersampled from an area-filtered level.

    Args:
        source: The picture, ``(H, W, C)`` uint8.
        origin: Where each pixel comes from, in pixel coordinates of the full picture.
        size: Size of the whole output.
        padding: What lies outside the source.
        region: The part of the output to make; all of it if None.
        draft: Leave out the supersampling, and ask the map at every fourth place only; faster, for pictures
            in motion.

    Returns:
        ``(region.height, region.width, C)`` uint8, a new array.

    Raises:
        Interrupted: The work has become needless.
    """
    part = region or Region.whole(size)
    output = np.empty((part.height, part.width, source.image.shape[2]), np.uint8)
    fill = fill_values(padding, output.shape[2])
    if draft and max(size) >= _LEAST_COARSE:
        for block, stretch in blocks(origin, size, part, coarse=True):
            checkpoint()
            plane = level_plane(source, padding.mode, *stretch.halvings(source.size, 1), draft=True)
            _put_drafted(output, part, plane, origin, block, fill)
        return output
    for block, stretch in blocks(origin, size, part):
        checkpoint()
        samples = 2 if stretch.shrunk and not draft else 1
        plane = level_plane(source, padding.mode, *stretch.halvings(source.size, samples), draft=draft)
        for piece in _pieces(block, part, samples):
            _make(cropped(output, piece.seen_from(part)), plane, origin, piece, samples, fill)
    return output


def _put_drafted(
    output: Image, part: Region, plane: Plane, origin: Origin, block: Region, fill: tuple[int, ...]
) -> None:
    """Put those pixels of a block into a part of a draft that belong to it."""
    shown = shared(block, part)
    if shown is None:
        return
    coarse, place = CoarsePlaces(block, shown), shown.seen_from(part)
    x, y = _on_plane(plane, *coarse.asked(origin))
    made = _read(plane, x, y, (shown.height, shown.width), fill, coarse.filled)
    output[place.top : place.bottom, place.left : place.right] = made


def _pieces(block: Region, part: Region, samples: int) -> Iterator[Region]:
    """The pieces of a block that a part of the output touches; each is made at once."""
    width, height = (side // samples for side in _PIECE)
    for top in range(block.top, block.bottom, height):
        for left in range(block.left, block.right, width):
            piece = shared(Region(left, top, width, height).within((block.right, block.bottom)), part)
            if piece is not None:
                yield piece


def _make(
    target: Image, plane: Plane, origin: Origin, shown: Region, samples: int, fill: tuple[int, ...]
) -> None:
    """Make the pixels of a region, read from one level."""
    shape = shown.height * samples, shown.width * samples
    if samples == 1:
        _read(plane, *_on_plane(plane, *_places(origin, shown)), shape, fill, target=target)
        return
    fine = _read(plane, *_on_plane(plane, *_fine_places(origin, shown)), shape, fill)
    target[:] = shrink(fine, (shown.width, shown.height))


def _places(origin: Origin, shown: Region) -> tuple[Float64Array, Float64Array]:
    """Where the pixels of a region come from."""
    columns = np.arange(shown.left, shown.right, dtype=np.float64)
    rows = np.arange(shown.top, shown.bottom, dtype=np.float64)
    return origin(columns[None, :], rows[:, None])


def _fine_places(origin: Origin, shown: Region) -> tuple[Float64Array, Float64Array]:
    """Where the four quarters of the pixels of a region come from."""
    wider = shown.grown(1)
    x, y = (np.broadcast_to(p, (wider.height, wider.width)) for p in _places(origin, wider))
    return _quartered(x), _quartered(y)


def _quartered(places: Float64Array) -> Float64Array:
    """The centres of the pixels' quarters, on straight lines between a pixel and its neighbours."""
    share = places / 4
    middle = places[1:-1] - share[1:-1]
    rows = (middle + share[:-2], middle + share[2:])
    fine = np.empty((2 * middle.shape[0], 2 * (middle.shape[1] - 2)))
    for first, row in enumerate(rows):
        share = row / 4
        middle = row[:, 1:-1] - share[:, 1:-1]
        np.add(middle, share[:, :-2], out=fine[first::2, 0::2])
        np.add(middle, share[:, 2:], out=fine[first::2, 1::2])
    return fine


def _on_plane(plane: Plane, x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
    """From pixels of the full picture to those of a level, in whole units."""
    width, height = size_of(plane.level)
    return (
        _on_level(x, plane.left, plane.size[0], width, plane.mode),
        _on_level(y, plane.top, plane.size[1], height, plane.mode),
    )


def _on_level(places: Float64Array, before: int, full: int, side: int, mode: PaddingMode) -> Float64Array:
    """From pixels of the full picture to those of a level that shows it with ``before`` pixels before it.

    What they come to is rounded to units; what is too far away for that is cut off anyway.
    """
    if side == 1 and mode is not PaddingMode.CONSTANT:
        return np.zeros((1, 1))  # one pixel that repeats for ever
    if before or full != side:
        places = (places + (before + 0.5)) * (side / full) - 0.5
    rounded = places + _ROUNDER
    rounded -= _ROUNDER
    return rounded


def _read(
    plane: Plane,
    x: Float64Array,
    y: Float64Array,
    shape: tuple[int, int],
    fill: tuple[int, ...],
    filled: Callable[[Float64Array], Float32Array] | None = None,
    target: Image | None = None,
) -> Image:
    """Bilinear lookup in a level and its padding.

    Args:
        plane: The level.
        x: Columns in pixels, whole units, of a shape that can be stretched to ``shape``.
        y: Rows likewise.
        shape: Rows and columns of what is read.
        fill: Constant padding.
        filled: Makes places of that shape from such of another one that they lie between.
        target: What is read is put there; a new array if None.
    """
    image, mode = plane.level, plane.mode
    # Cut off before others are found between them, places would move those within the picture.
    near = mode is PaddingMode.CONSTANT and filled is None
    x, left, right = _bounded(x, image.shape[1], mode, near=near)
    y, top, bottom = _bounded(y, image.shape[0], mode, near=near)
    if left >= right or top >= bottom:
        return _put(np.array(fill, np.uint8), shape, target)
    across, down = right - left, bottom - top
    if max(across, down) > _WINDOW_SIDE or across * down > _WINDOW_PIXELS:
        found = (places if filled is None else filled(places) for places in (x, y))
        columns, rows = (np.rint(places * _UNIT) for places in found)
        return _put(_gathered(plane, columns, rows, shape, fill), shape, target)
    if mode is PaddingMode.CONSTANT:
        window = image[top:bottom, left:right]
    else:
        window = padded_window(image, mode, Region.between(left, top, right, bottom))
    # Multiples of 1/32 that OpenCV's single floats hold and round to themselves; others it rounds likewise.
    columns, rows = (_seen_from(places, first, shape, filled) for places, first in ((x, left), (y, top)))
    if filled is not None and has_alpha(window):
        unit = np.float32(_UNIT)
        columns, rows = (np.divide(np.rint(places * unit), unit) for places in (columns, rows))
    lookup = _Mapped(columns, rows)
    read = lookup.mixed(window, fill, target).reshape(*shape, len(fill))
    if has_alpha(window):
        reweighed(read, Window(window, fill if mode is PaddingMode.CONSTANT else None), lookup)
    return read


def _put(pixels: Image, shape: tuple[int, int], target: Image | None) -> Image:
    """Pixels, or one that counts for all, in a target or a new array of this shape."""
    put = np.empty((*shape, pixels.shape[-1]), np.uint8) if target is None else target
    put[:] = pixels
    return put


@dataclass(frozen=True)
class _Mapped:
    """Bilinear lookups at places that are given for each result, in pixels of the window."""

    columns: npt.NDArray[np.float32]
    rows: npt.NDArray[np.float32]

    def mixed(
        self, array: npt.NDArray[Any], beyond: tuple[float, ...], target: Image | None = None
    ) -> npt.NDArray[Any]:
        if array.shape[2] == 2:
            made = as_four_channels(array, lambda four: self.mixed(four, (*beyond, 0, 0)))
            return made if target is None else _put(np.asarray(made, np.uint8), made.shape[:2], target)
        return self._looked_up(array, 0.0, cv2.INTER_LINEAR, beyond, target)

    def first_pixels(self, array: Image, margin: int) -> Image:
        # Half a unit less than half a pixel before a place, the nearest pixel is the one that it lies behind.
        shift = margin + 0.5 / _UNIT - 0.5
        return np.asarray(self._looked_up(array, shift, cv2.INTER_NEAREST, (0.0,)), np.uint8)

    def places(self, rows: Indices, columns: Indices) -> tuple[Units, Units]:
        return self._units(self.columns[rows, columns]), self._units(self.rows[rows, columns])

    def _looked_up(
        self,
        array: npt.NDArray[Any],
        shift: float,
        how: int,
        beyond: tuple[float, ...],
        target: Image | None = None,
    ) -> npt.NDArray[Any]:
        places = (self.columns, self.rows)
        if shift:
            places = (self.columns + np.float32(shift), self.rows + np.float32(shift))
        return cv2.remap(array, *places, how, dst=target, borderMode=cv2.BORDER_CONSTANT, borderValue=beyond)

    @staticmethod
    def _units(places: npt.NDArray[np.float32]) -> Units:
        return (places * np.float32(_UNIT)).astype(np.int64)


def _bounded(
    places: Float64Array, side: int, mode: PaddingMode, *, near: bool
) -> tuple[Float64Array, int, int]:
    """Places that can be addressed, the first pixel of a line that lookup touches there, and the end.

    With constant padding only the pixels of the picture count; ``near`` them, places are moved to them.
    """
    constant = mode is PaddingMode.CONSTANT
    low, high = (-2, side + 1) if near else (-_FAR, _FAR)
    least, most = float(np.min(places)), float(np.max(places))
    if least < low or most > high:
        places = np.clip(places, low, high)
        least, most = min(max(least, low), high), max(min(most, high), low)
    first, end = math.floor(least), math.floor(most) + 2
    return (places, max(first, 0), min(end, side)) if constant else (places, first, end)


def _seen_from(
    places: Float64Array,
    first: int,
    shape: tuple[int, int],
    filled: Callable[[Float64Array], Float32Array] | None,
) -> Float32Array:
    """The same places in pixels from a first one."""
    if filled is not None:
        return filled(places - first)
    seen = np.empty(shape, np.float32)
    np.subtract(places, first, out=seen, casting="same_kind")
    return seen


def _gathered(
    plane: Plane, x: Float64Array, y: Float64Array, shape: tuple[int, int], fill: tuple[int, ...]
) -> Image:
    """What OpenCV's lookup gives, pixel by pixel, however far apart the places are."""
    total = np.zeros((*shape, len(fill)), np.int64)
    weighed = np.zeros(total.shape)
    columns, across = np.divmod(x.astype(np.intp), _UNIT)
    rows, down = np.divmod(y.astype(np.intp), _UNIT)
    for row, upper in ((rows, _UNIT - down), (rows + 1, down)):
        for column, left in ((columns, _UNIT - across), (columns + 1, across)):
            pixels, share = _pixels_at(plane, column, row, fill), (upper * left)[:, :, None]
            total += share * pixels
            weighed += share * _by_alpha(pixels)
    found = ((total + _UNIT * _UNIT // 2) // (_UNIT * _UNIT)).astype(np.uint8)
    if has_alpha(found):
        put_colours(found, weighed)
    return found


def _by_alpha(pixels: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Colours times alpha, and alpha."""
    weighed = pixels * pixels[:, :, -1:]
    weighed[:, :, -1] = pixels[:, :, -1]
    return weighed


def _pixels_at(plane: Plane, column: Pixels, row: Pixels, fill: tuple[int, ...]) -> npt.NDArray[np.int64]:
    width, height = size_of(plane.level)
    if plane.mode is not PaddingMode.CONSTANT:
        found = plane.level[folded(plane.mode, row, height), folded(plane.mode, column, width)]
        return found.astype(np.int64)
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    found = plane.level[row.clip(0, height - 1), column.clip(0, width - 1)]
    return np.where(inside[:, :, None], found, np.array(fill)).astype(np.int64)
