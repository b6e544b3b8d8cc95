"""Straight strokes with round ends and soft edges, many at once: what flakes and drops leave in a picture.

Only the pixels near a stroke are looked at, row by row, those of many strokes in one go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.core.region import Region

# Pixels that are worked on at once; what a processor's cache holds.
_PIXELS: Final = 1 << 15

_Integers = npt.NDArray[np.int64]


class Strokes(NamedTuple):
    """Strokes in pixels of the picture; one number of each array for each stroke, ``(N,)`` float64.

    Attributes:
        x: Column of the beginning; pixel edges are whole numbers.
        y: Row of the beginning.
        across: How far it goes to the right.
        down: How far it goes down.
        radius: Half the width, to the middle of the soft edge.
        soft: Width of the edge.
        cover: Share of the picture that it covers.
    """

    x: Float64Array
    y: Float64Array
    across: Float64Array
    down: Float64Array
    radius: Float64Array
    soft: Float64Array
    cover: Float64Array


class _Runs(NamedTuple):
    """Pixels side by side that a stroke may touch: its number, the row, the first column and the end."""

    stroke: _Integers
    row: _Integers
    left: _Integers
    right: _Integers


def covered_by(strokes: Strokes, part: Region) -> Float32Array:
    """How much strokes cover of each pixel of a part; where several meet, the thickest counts.

    Args:
        strokes: In any order.
        part: In pixels of the picture.

    Returns:
        ``(H, W)`` shares of 0 to 1.
    """
    plane = np.zeros((part.height, part.width), np.float32)
    flat = plane.reshape(-1)
    strokes = _in_rows_of(strokes, part)
    square = np.maximum(strokes.across * strokes.across + strokes.down * strokes.down, 1e-6)
    for runs in _some_at_once(_runs_near(strokes, part)):
        widths = runs.right - runs.left
        run = np.repeat(np.arange(len(widths)), widths)
        column = np.arange(len(run)) + (runs.left - (widths.cumsum() - widths))[run]
        stroke = runs.stroke[run]
        right = (column + 0.5 - strokes.x[stroke]).astype(np.float32)
        down = (runs.row + 0.5 - strokes.y[runs.stroke]).astype(np.float32)
        along = right * _single(strokes.across / square)[stroke]
        along += (down * _single(strokes.down / square)[runs.stroke])[run]
        along = along.clip(0, 1)
        right -= along * _single(strokes.across)[stroke]
        below = down[run] - along * _single(strokes.down)[stroke]
        inside = _single(strokes.radius + strokes.soft / 2)[stroke] - np.sqrt(right * right + below * below)
        shares = (inside * _single(1 / strokes.soft)[stroke]).clip(0, 1) * _single(strokes.cover)[stroke]
        place = ((runs.row - part.top) * part.width)[run] + (column - part.left)
        touched = shares > 0
        np.maximum.at(flat, place[touched], shares[touched])
    return plane


def _in_rows_of(strokes: Strokes, part: Region) -> Strokes:
    """Those that may touch some row of a part; a large picture has hundreds of parts."""
    reach = strokes.radius + strokes.soft + 1
    above, below = np.minimum(strokes.down, 0), np.maximum(strokes.down, 0)
    near = (strokes.y + above - reach < part.bottom) & (strokes.y + below + reach > part.top - 1)
    return Strokes(*(values[near] for values in strokes))


def _single(values: Float64Array) -> Float32Array:
    return values.astype(np.float32)


def _runs_near(strokes: Strokes, part: Region) -> _Runs:
    """The pixels of a part that strokes may touch, and some more."""
    reach = strokes.radius + strokes.soft
    top = np.floor(np.minimum(strokes.y, strokes.y + strokes.down) - reach).astype(np.int64)
    bottom = np.ceil(np.maximum(strokes.y, strokes.y + strokes.down) + reach).astype(np.int64) + 1
    top, bottom = top.clip(part.top, part.bottom), bottom.clip(part.top, part.bottom)
    rows = bottom - top
    stroke = np.repeat(np.arange(len(rows)), rows)
    row = np.arange(len(stroke)) + (top - (rows.cumsum() - rows))[stroke]
    near = reach[stroke]
    middle: Float64Array = np.add(row, 0.5, dtype=np.float64)
    first, last = _columns(Strokes(*(values[stroke] for values in strokes)), middle, near)
    left = np.floor(first - near).astype(np.int64).clip(part.left, part.right)
    right = (np.ceil(last + near).astype(np.int64) + 1).clip(part.left, part.right)
    some = right > left
    return _Runs(stroke[some], row[some], left[some], right[some])


def _columns(
    strokes: Strokes, height: Float64Array, reach: Float64Array
) -> tuple[Float64Array, Float64Array]:
    """Leftmost and rightmost place of that piece of each stroke's line which lies this near to a height."""
    level = np.abs(strokes.down) < 1e-9
    down = np.where(level, 1.0, strokes.down)
    ends = [
        np.where(level, end, (height + side * reach - strokes.y) / down) for end, side in ((0, -1), (1, 1))
    ]
    first, last = (strokes.x + strokes.across * end.clip(0, 1) for end in ends)
    return np.minimum(first, last), np.maximum(first, last)


def _some_at_once(runs: _Runs) -> Iterator[_Runs]:
    """Cut into pieces of about as many pixels as are worked on at once."""
    ends = (runs.right - runs.left).cumsum()
    if not len(ends):
        return
    cuts = np.searchsorted(ends, np.arange(_PIXELS, ends[-1] + _PIXELS, _PIXELS))
    first = 0
    for last in np.unique(np.minimum(cuts + 1, len(ends))):
        yield _Runs(*(values[first:last] for values in runs))
        first = int(last)
