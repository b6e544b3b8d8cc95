"""Iterative distribution transfer: a map of colours that makes one picture's distributed like another's.

After Pitié, Kokaram and Dahyot, "Automated colour grading using colour distribution transfer" (2007): turn
the colour cube, match the histograms along its three axes, turn it back, and again with another turn. Every
round is a function of the colour alone, so it is applied to a lattice of colours as well, and the lattice is
what recolours a picture of any size. Where the article mends the grain of the result by solving for the
picture's own gradients, the lattice is smoothed: equal colours stay equal and near ones near, so that grain
is not torn apart and edges stay. All is done in whole numbers: the same on every processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.interruption import checkpoint
from augstudio.core.randomness import stream
from augstudio.kernels.colour.cube import NODES, UNIT, Change, nodes, occupied, smoothed

Colours = npt.NDArray[np.int64]
"""``(N, 3)`` red, green and blue."""

_Axes: TypeAlias = list[npt.NDArray[np.int32]]
_Turn: TypeAlias = tuple[tuple[int, int, int], ...]

_ROUNDS: Final = 14
_TURN_BITS: Final = 12
# Along a turned axis, colours lie within +-256 * sqrt(3) levels.
_REACH: Final = 448 * UNIT
_QUANTILES: Final = 128
_PLACES: Final = np.arange(-_REACH, _REACH + 1, dtype=np.int64)


def distribution_change(colours: Colours, palette: Colours) -> Change:
    """What to add to every colour so that ``colours`` are distributed like ``palette``.

    Args:
        colours: The picture's, 0 to 255; at least one.
        palette: The reference's, 0 to 255; at least one.
    """
    lattice = nodes() * UNIT
    moving = _axes(np.concatenate([lattice, colours * UNIT]))
    goal = _axes(palette * UNIT)
    for turn in turns():
        checkpoint()
        turned, wanted = _turned(moving, turn), _turned(goal, turn)
        tables = [_matching(found[len(lattice) :], aim) for found, aim in zip(turned, wanted, strict=True)]
        matched = [
            table.take(found + _REACH, mode="clip") for table, found in zip(tables, turned, strict=True)
        ]
        moving = _turned(matched, tuple(zip(*turn, strict=True)))
    change = np.stack([axis[: len(lattice)] for axis in moving], axis=1) - lattice
    return smoothed(change.reshape(NODES, NODES, NODES, 3), occupied(colours))


def _matching(values: npt.NDArray[np.int32], wanted: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """The rising map between two histograms: new values for -_REACH .. _REACH.

    It is straight between quantiles and goes on beyond the outermost ones with the same offset.
    """
    low, high = _quantiles(values), _quantiles(wanted)
    before = np.searchsorted(low, _PLACES, side="right") - 1
    inner = before.clip(0, _QUANTILES - 1)
    run, rise = np.maximum(low[inner + 1] - low[inner], 1), high[inner + 1] - high[inner]
    table = high[inner] + (2 * rise * (_PLACES - low[inner]) + run) // (2 * run)
    table = np.where(before < 0, _PLACES + high[0] - low[0], table)
    table = np.where(before >= _QUANTILES, _PLACES + high[-1] - low[-1], table)
    return np.asarray(table.clip(-_REACH, _REACH), np.int32)


def _quantiles(values: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """The smallest, the largest and evenly spaced values between, by rank."""
    least = int(np.min(values))
    ranks = np.arange(_QUANTILES + 1) * (len(values) - 1) // _QUANTILES
    # Counting so few different values is quicker than sorting them.
    return np.bincount(values - least).cumsum().searchsorted(ranks, side="right") + least


def _axes(colours: npt.NDArray[np.integer]) -> _Axes:
    return [np.ascontiguousarray(colours[:, axis], np.int32) for axis in range(3)]


def _turned(colours: _Axes, turn: _Turn) -> _Axes:
    x, y, z = colours
    half = 1 << (_TURN_BITS - 1)
    return [(a * x + b * y + c * z + half) >> _TURN_BITS for a, b, c in turn]


@cache
def turns() -> tuple[_Turn, ...]:
    """The turns of the colour cube, the first of them none, in units of 2 ** -_TURN_BITS."""
    return tuple(_made_turns())


def _made_turns() -> Iterator[_Turn]:
    """Rotation matrices of random unit quaternions, always the same."""
    unit = 1 << _TURN_BITS
    yield (unit, 0, 0), (0, unit, 0), (0, 0, unit)
    draws = stream(0, "turns of the colour cube", 0, 0)
    for _ in range(_ROUNDS - 1):
        a, b, c, d = (draws.uniform(-1, 1) for _ in range(4))
        share = unit / (a * a + b * b + c * c + d * d)
        rows = (
            (a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)),
            (2 * (b * c + a * d), a * a - b * b + c * c - d * d, 2 * (c * d - a * b)),
            (2 * (b * d - a * c), 2 * (c * d + a * b), a * a - b * b - c * c + d * d),
        )
        one, two, three = ((round(share * x), round(share * y), round(share * z)) for x, y, z in rows)
        yield one, two, three
