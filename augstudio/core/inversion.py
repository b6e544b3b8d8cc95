"""Where a map from places of a result to places of a picture shows given places of the picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.arrays import Float64Array

Origin: TypeAlias = Callable[[Float64Array, Float64Array], tuple[Float64Array, Float64Array]]
"""Columns and rows of a result to columns and rows of a picture, both of one shape; each place by itself."""

# How far from a place its slopes are measured, in pixels.
_STEP: Final = 1 / 64
# Newton's method squares a small error: after one more round it is below a millionth of a pixel.
_NEAR: Final = 1e-5
_ROUNDS: Final = 16
# No single round goes further than this many pixels, nor believes in flatter slopes.
_LONGEST: Final = 64.0
_FLATTEST: Final = 0.02


def solved(origin: Origin, x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
    """The places of a result that show places of the picture, by Newton's method from the places themselves.

    Args:
        origin: A map that is smooth and does not fold.
        x: Columns in the picture, ``(N,)``.
        y: Rows in the picture, ``(N,)``.

    Returns:
        Columns and rows in the result, ``(N,)``; nan where none was found, so that nothing shows the place.
    """
    column, row = x.copy(), y.copy()
    left = np.arange(x.size)
    for _ in range(_ROUNDS):
        places, wanted = (column[left], row[left]), (x[left], y[left])
        error, step = _newton_step(origin, *places, *wanted)
        column[left], row[left] = places[0] - step[0], places[1] - step[1]
        left = left[~(error <= _NEAR)]
        if not left.size:
            break
    column[left] = row[left] = np.nan
    return column, row


def _newton_step(
    origin: Origin, x: Float64Array, y: Float64Array, wanted_x: Float64Array, wanted_y: Float64Array
) -> tuple[Float64Array, tuple[Float64Array, Float64Array]]:
    """How far off the places are, and by how much they are to be moved back."""
    found = origin(np.concatenate((x, x + _STEP, x)), np.concatenate((y, y, y + _STEP)))
    here, right, below = zip(*(np.split(values, 3) for values in found), strict=True)
    a, c = ((beside - start) / _STEP for beside, start in zip(right, here, strict=True))
    b, d = ((beside - start) / _STEP for beside, start in zip(below, here, strict=True))
    off_x, off_y = here[0] - wanted_x, here[1] - wanted_y
    area = a * d - b * c
    area = np.where(np.abs(area) < _FLATTEST, _FLATTEST, area)
    steps = (d * off_x - b * off_y) / area, (a * off_y - c * off_x) / area
    return np.maximum(np.abs(off_x), np.abs(off_y)), (
        np.clip(steps[0], -_LONGEST, _LONGEST),
        np.clip(steps[1], -_LONGEST, _LONGEST),
    )
