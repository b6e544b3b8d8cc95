"""Giving a picture the colours of another one, by few numbers measured in both; alpha stays as it is.

Sums are made of whole numbers and the rest in plain floats, and what comes out is rounded to whole
coefficients or levels before pixels meet it, so that every processor gets the same picture.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import LevelTable
from augstudio.core.image import Image, Size, colour_count, size_of
from augstudio.core.matrix import Matrix, Row, compose
from augstudio.kernels.alpha.counting import colour_counts, drawn_by_weight, weights_of
from augstudio.kernels.colour.distribution import Colours
from augstudio.kernels.colour.pixelwise import look_up, on_colours, rounded, strips
from augstudio.kernels.colour.symmetric import matrix_function
from augstudio.kernels.sampling.pyramid import shrink

SAMPLE_SIDE: Final = 256
"""Longest side, in pixels, of the reduced pictures in which colours are measured."""

# Coefficients are whole multiples of 1 / _UNIT; with gains up to _MOST_GAIN single precision rounds nothing.
_UNIT: Final = 2048
_MOST_GAIN: Final = 6.0
# Variance, in squared levels, that is added to both pictures': what is almost plain is not torn apart.
_LEAST_VARIANCE: Final = 1.0


class Moments(NamedTuple):
    """Mean and covariance of colours, in levels and squared levels."""

    mean: Row
    covariance: Matrix


def sample_size(size: Size) -> Size:
    """Width and height at which a picture of this size is measured."""
    share = min(1.0, SAMPLE_SIDE / max(size))
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def sampled(image: Image) -> Colours:
    """The colours of a reduced picture: ``(N, 3)``, or ``(N, 1)`` of a grey one, by their alpha.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture; something in it is visible.
    """
    small = shrink(image, sample_size(size_of(image)))
    colours = small[:, :, : colour_count(image)].reshape(-1, colour_count(image)).astype(np.int64)
    weights = weights_of(small)
    return colours if weights is None else drawn_by_weight(colours, weights.ravel())


def moments(colours: Colours) -> Moments:
    """Mean and covariance of ``(N, 3)`` colours of whole numbers."""
    count = len(colours)
    # Whole numbers below 2**53: exact in any order.
    values = colours.astype(np.float64)
    sums = [int(total) for total in colours.sum(axis=0)]
    products = [[int(value) for value in row] for row in (values.T @ values).tolist()]

    def row(i: int) -> Row:
        x, y, z = ((count * products[i][j] - sums[i] * sums[j]) / (count * count) for j in range(3))
        return x, y, z

    red, green, blue = (total / count for total in sums)
    return Moments((red, green, blue), (row(0), row(1), row(2)))


def monge_kantorovich(before: Moments, after: Moments) -> Matrix:
    """The linear map that moves colours least while it changes one covariance into another.

    ``S^-1/2 (S^1/2 T S^1/2)^1/2 S^-1/2``: Pitié and Kokaram, "The linear Monge-Kantorovitch linear colour
    mapping for example-based colour transfer" (2007). No direction is stretched by more than 6.
    """
    source, goal = _widened(before.covariance), _widened(after.covariance)
    root, inverse = (
        matrix_function(source, math.sqrt),
        matrix_function(source, lambda value: 1 / math.sqrt(value)),
    )
    middle = matrix_function(_even(compose(root, goal, root)), math.sqrt)
    return matrix_function(_even(compose(inverse, middle, inverse)), lambda value: min(value, _MOST_GAIN))


def moved(image: Image, matrix: Matrix, before: Row, after: Row, strength: float) -> Image:
    """Turn and stretch the colours about ``before``, put that at ``after``, and take a share of the change.

    Args:
        image: ``(H, W, 3)`` or ``(H, W, 4)`` uint8.
        matrix: Acts on red, green and blue; entries up to 6.
        before: The colour that becomes ``after``.
        after: Where it goes.
        strength: 0 changes nothing, 1 everything.
    """
    whole = np.empty((3, 4), np.float32)
    for i, row in enumerate(matrix):
        kept = [float(i == j) + strength * (row[j] - float(i == j)) for j in range(3)]
        goal = before[i] + strength * (after[i] - before[i])
        offset = goal - (kept[0] * before[0] + kept[1] * before[1] + kept[2] * before[2])
        whole[i] = [round(_UNIT * value) for value in (*kept, offset)]
    return on_colours(image, lambda colours: _transformed(colours, whole))


def _transformed(colours: Image, whole: npt.NDArray[np.float32]) -> Image:
    output = np.empty_like(colours)
    for rows in strips(colours):
        output[rows] = rounded(cv2.transform(colours[rows].astype(np.float32), whole), 1 / _UNIT)
    return output


def stretched_levels(before: Colours, after: Colours, strength: float) -> LevelTable:
    """The curve that changes mean and spread of a grey picture's levels into another's.

    Args:
        before: ``(N, 1)`` levels.
        after: ``(M, 1)`` levels wanted.
        strength: 0 changes nothing, 1 everything.
    """
    (mean, variance), (goal, wanted) = _spread(before), _spread(after)
    gain = min(_MOST_GAIN, math.sqrt((wanted + _LEAST_VARIANCE) / (variance + _LEAST_VARIANCE)))
    levels = np.arange(256)
    change = goal + gain * (levels - mean) - levels
    return np.floor(levels + strength * change + 0.5).clip(0, 255).astype(np.uint8)


def matched(image: Image, wanted: list[npt.NDArray[np.int64]], strength: float) -> Image:
    """Give every channel the histogram of another picture's.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        wanted: For each colour how often each of the 256 levels occurs there.
        strength: 0 changes nothing, 1 everything.
    """
    curves = [_matching(found, goal) for found, goal in zip(colour_counts(image), wanted, strict=True)]
    levels = np.arange(256)
    tables = [np.floor(levels + strength * (curve - levels) + 0.5).astype(np.uint8) for curve in curves]
    return look_up(image, tables[0] if len(tables) == 1 else np.stack(tables, axis=1))


def _matching(found: npt.NDArray[np.int64], wanted: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """For every level the one below which as large a share of ``wanted`` lies, straight in between."""
    ranks = np.cumsum(found) * int(wanted.sum())
    levels = np.nonzero(wanted)[0]
    shares = np.cumsum(wanted)[levels] * int(found.sum())
    behind = np.searchsorted(shares, ranks).clip(0, len(levels) - 1)
    ahead = np.maximum(behind - 1, 0)
    run = np.maximum(shares[behind] - shares[ahead], 1)
    part = (ranks - shares[ahead]).clip(0) * (levels[behind] - levels[ahead])
    return np.asarray(levels[ahead] + (2 * part + run) // (2 * run), np.int64)


def _spread(levels: Colours) -> tuple[float, float]:
    """Mean and variance."""
    count, total, squares = len(levels), int(np.sum(levels)), int(np.sum(levels * levels))
    return total / count, (count * squares - total * total) / (count * count)


def _widened(covariance: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = covariance
    return (a + _LEAST_VARIANCE, b, c), (d, e + _LEAST_VARIANCE, f), (g, h, i + _LEAST_VARIANCE)


def _even(matrix: Matrix) -> Matrix:
    """Without the last bits by which products of symmetric matrices are not symmetric."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    x, y, z = (b + d) / 2, (c + g) / 2, (f + h) / 2
    return (a, x, y), (x, e, z), (y, z, i)
