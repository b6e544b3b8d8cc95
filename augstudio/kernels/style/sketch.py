"""A small quick picture of what style transfer will make of a picture, for as long as something is dragged.

The picture is looked at in cells of three by three pixels, and each gets the stroke of the style picture in
whose cells that looks most alike: first at half the size, where all are compared with all, then among what
neighbours found and at random. What depends on the pictures alone is kept, so that dragging the step's own
parameters costs one search.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Int32Array
from augstudio.core.image import Image, pixels_digest, size_of
from augstudio.kernels.colour import palette
from augstudio.kernels.colour.distribution import turns
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.kernels.style.patches import Patches, improved, match_with_costs, nearest, scarcity
from augstudio.kernels.style.synthesis import Manner, rescaled, scaled

CELL: Final = 3
"""Pixels along a cell's side."""
MOST_CELLS: Final = 54
"""Along the longest side of a sketch."""

# Cells that a stroke covers, each way, and the standard deviation of its weights in pixels.
_COVERED: Final = 3
_SPREAD: Final = 2.0
# Standard deviation of the blur that the most freedom makes, in cells.
_MOST_BLUR: Final = 2.0
# Turns of the colour cube, and places along each axis at which colours are matched.
_TURNS: Final = 8
_QUANTILES: Final = 33
_KEPT: Final = 8


@dataclass(frozen=True)
class Named:
    """A picture that is told from others by a name, so that what it gives is kept.

    Attributes:
        image: ``(H, W, 3)`` uint8; it stays as it is.
        name: Another one for each picture.
    """

    image: Image = field(compare=False, repr=False)
    name: Hashable

    @classmethod
    def by_pixels(cls, image: Image) -> Named:
        """Named by what it shows; for small pictures."""
        return cls(image, pixels_digest(image))


def sketched(picture: Image, style: Named, manner: Manner, *, keep_colours: bool = False) -> Image:
    """What style transfer will make of a picture, roughly.

    Args:
        picture: ``(H, W, 3)`` uint8.
        style: Whose strokes are taken.
        manner: How to paint.
        keep_colours: Whether the strokes take the picture's colours, instead of the other way round.

    Returns:
        ``(H, W, 3)`` uint8, enlarged from at most :data:`CELL` times :data:`MOST_CELLS` pixels each way.
    """
    cells = rescaled(picture, scaled(size_of(picture), min(MOST_CELLS, max(size_of(picture)))))
    small = Named.by_pixels(cells)
    if keep_colours:
        style = _in_colours_of(style, small)
    else:
        cells = _recoloured(small, style)
    side = max(1, round(max(size_of(cells)) * manner.brush))
    fine, coarse = _strokes(style, side), _strokes(style, -(-side // 2))
    wanted = _looks(cells, _MOST_BLUR * manner.freedom)
    match = _rough_match(cells, coarse.patches, manner)
    weights = match.weights.take(_halved_places(fine.patches, coarse.patches))
    start = _doubled(match.indices, coarse.patches, fine.patches, wanted)
    found = improved(
        match_with_costs(wanted, fine.patches, weights, start),
        wanted,
        fine.patches,
        weights,
        sweeps=1,
        noise_seed=manner.noise_seed,
        strides=(2, 1),
        radius=2,
    )
    return rescaled(_laid(found.indices, fine), size_of(picture))


@dataclass(frozen=True)
class _RoughMatch:
    """The most similar cell for each of a picture at half the size, and the weights of all."""

    indices: Int32Array
    weights: Float32Array


def _rough_match(cells: Image, patches: Patches, manner: Manner) -> _RoughMatch:
    width, height = size_of(cells)
    looks = _looks(shrink(cells, (-(-width // 2), -(-height // 2))), _MOST_BLUR / 2 * manner.freedom)
    weights = scarcity(looks, patches, manner.completeness)
    return _RoughMatch(nearest(looks, patches, weights).indices, weights)


@dataclass(frozen=True)
class _Strokes:
    """A style picture in cells.

    Attributes:
        picture: ``(CELL * h, CELL * w, 3)`` uint8.
        patches: What each cell looks like, with those around it.
    """

    picture: Image
    patches: Patches


@lru_cache(maxsize=_KEPT)
def _strokes(style: Named, side: int) -> _Strokes:
    """A style picture that has so many cells along its longest side, and enough for a stroke."""
    width, height = (max(_COVERED, cells) for cells in scaled(size_of(style.image), side))
    picture = rescaled(style.image, (CELL * width, CELL * height))
    looks = _looks(shrink(picture, (width, height)))
    return _Strokes(picture, Patches(picture, looks.reshape(-1, looks.shape[2]), height, width))


def _looks(cells: Image, blur: float = 0.0) -> Float32Array:
    """The colours of each cell and of those around it: ``(h, w, 27)``."""
    height, width = cells.shape[:2]
    values = cells.astype(np.float32)
    if blur > 0.1:
        values = np.rint(cv2.GaussianBlur(values, (0, 0), blur)).reshape(values.shape)
    wide = cv2.copyMakeBorder(values, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    parts = [wide[down : down + height, across : across + width] for down in range(3) for across in range(3)]
    return np.concatenate(parts, axis=2)


def _doubled(indices: Int32Array, before: Patches, after: Patches, wanted: Float32Array) -> Int32Array:
    """The same cells where there are twice as many each way."""
    height, width = wanted.shape[:2]
    rows, columns = np.arange(height), np.arange(width)
    found = indices[rows // 2][:, columns // 2]
    down = (found // before.columns * 2 + (rows % 2)[:, np.newaxis]).clip(0, after.rows - 1)
    across = (found % before.columns * 2 + columns % 2).clip(0, after.columns - 1)
    return np.asarray(down * after.columns + across, np.int32)


def _halved_places(fine: Patches, coarse: Patches) -> Int32Array:
    """For each of the fine cells the coarse one in the same place."""
    rows = np.arange(fine.rows) * coarse.rows // fine.rows
    columns = np.arange(fine.columns) * coarse.columns // fine.columns
    return np.asarray(rows[:, np.newaxis] * coarse.columns + columns, np.int32).ravel()


@lru_cache(maxsize=_KEPT)
def _recoloured(picture: Named, style: Named) -> Image:
    """A small picture whose colours are distributed as the style picture's are."""
    colours = picture.image.reshape(-1, 3).astype(np.float64)
    for turn, wanted in zip(_turns(), _palette(style), strict=True):
        turned = colours @ turn.T
        for axis, goal in enumerate(wanted):
            turned[:, axis] = np.interp(turned[:, axis], _quantiles(turned[:, axis]), goal)
        colours = turned @ turn
    levels = np.rint(colours.clip(0, 255)).astype(np.uint8)
    return np.asarray(levels.reshape(picture.image.shape), np.uint8)


@lru_cache(maxsize=_KEPT)
def _in_colours_of(style: Named, picture: Named) -> Named:
    """The style picture whose colours have mean and spread of a small picture's."""
    before, after = (palette.moments(palette.sampled(named.image)) for named in (style, picture))
    matrix = palette.monge_kantorovich(before, after)
    image = palette.moved(style.image, matrix, before.mean, after.mean, 1.0)
    return Named(image, (style.name, picture.name))


@lru_cache(maxsize=_KEPT)
def _palette(style: Named) -> list[list[npt.NDArray[np.float64]]]:
    """Quantiles of a style picture's colours along the axes of all turns."""
    small = rescaled(style.image, scaled(size_of(style.image), min(64, max(size_of(style.image)))))
    colours = small.reshape(-1, 3).astype(np.float64)
    return [[_quantiles(axis) for axis in turn @ colours.T] for turn in _turns()]


@lru_cache(maxsize=1)
def _turns() -> list[npt.NDArray[np.float64]]:
    return [np.array(turn) / turns()[0][0][0] for turn in turns()[:_TURNS]]


def _quantiles(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The smallest, the largest and evenly spaced values between."""
    return np.sort(values)[np.arange(_QUANTILES) * (len(values) - 1) // (_QUANTILES - 1)]


def _laid(indices: Int32Array, strokes: _Strokes) -> Image:
    """The chosen strokes laid over each other: ``(CELL * H, CELL * W, 3)``."""
    rows, columns = indices.shape
    height, width = strokes.picture.shape[:2]
    side, across = CELL * _COVERED, strokes.patches.columns
    top = ((indices // across - 1) * CELL).clip(0, height - side)
    left = ((indices % across - 1) * CELL).clip(0, width - side)
    places, pixels = top * width + left, strokes.picture.reshape(-1, 3).astype(np.float32)

    def part(window: tuple[slice, slice], weights: Float32Array) -> Float32Array:
        down, over = (np.arange(side)[cut] for cut in window)
        inside = (down[:, np.newaxis] * width + over).ravel()
        found = pixels.take((places[:, :, np.newaxis] + inside).ravel(), axis=0)
        found = found.reshape(rows, columns, CELL * CELL, 3)
        return np.asarray(np.multiply(found, weights, out=found), np.float32)

    total = _overlaid((rows, columns, CELL * CELL, 3), part)
    total /= _sums_of_weights(rows, columns)
    laid = total.reshape(rows, columns, CELL, CELL, 3).transpose(0, 2, 1, 3, 4)
    return np.rint(laid).astype(np.uint8).reshape(CELL * rows, CELL * columns, 3)


@lru_cache(maxsize=_KEPT)
def _sums_of_weights(rows: int, columns: int) -> Float32Array:
    shape = rows, columns, CELL * CELL, 1
    return _overlaid(shape, lambda _, weights: np.broadcast_to(weights, shape))


def _overlaid(
    shape: tuple[int, int, int, int], part: Callable[[tuple[slice, slice], Float32Array], Float32Array]
) -> Float32Array:
    """Sums of strokes that each cover several cells, by the cells that they cover.

    Args:
        shape: Rows, columns, pixels of a cell and channels.
        part: One part of all strokes, of that shape: where it lies in them, and its weights.
    """
    rows, columns, *cell = shape
    line = cv2.getGaussianKernel(CELL * _COVERED, _SPREAD, cv2.CV_32F)
    weights = np.asarray(line @ line.T, np.float32)
    wide = np.zeros((rows + _COVERED - 1, columns + _COVERED - 1, *cell), np.float32)
    for down in range(_COVERED):
        for across in range(_COVERED):
            window = slice(CELL * down, CELL * (down + 1)), slice(CELL * across, CELL * (across + 1))
            strokes = part(window, weights[window].reshape(CELL * CELL, 1))
            wide[down : down + rows, across : across + columns] += strokes
    return wide[1:-1, 1:-1].copy()
