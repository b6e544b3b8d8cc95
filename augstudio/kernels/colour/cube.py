"""A change of colours given at the crossings of a lattice in the RGB cube, blended in between.

All is done in whole numbers, so that every processor gets the same pixels.
"""

from __future__ import annotations

from itertools import product
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.kernels.colour.pixelwise import on_colours, strips

NODES: Final = 33
"""Crossings along each of red, green and blue."""
UNIT: Final = 16
"""What is added to colours is counted in shares of a level: so many to one."""

Change = npt.NDArray[np.int32]
"""``(NODES, NODES, NODES, 3)``: what is added to red, green and blue, in units of 1 / :data:`UNIT`."""

_SPACING: Final = 8
# The lattice is blended for pairs of levels, at the middle of the two: what is added to both is the same.
_CELLS: Final = 128
_PARTS: Final = 16
_MOST: Final = 512 * UNIT
_STRENGTHS: Final = 256
# A colour that occurs so often weighs no more when the lattice is smoothed.
_MOST_COUNTED: Final = 1 << 12


def nodes() -> npt.NDArray[np.int32]:
    """The levels at the crossings: ``(NODES ** 3, 3)``, 0 to 256."""
    steps = np.arange(NODES, dtype=np.int32) * _SPACING
    return np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)


def occupied(colours: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How many of ``(N, 3)`` colours, 0 to 255, lie nearest to each crossing."""
    place = (colours + _SPACING // 2) // _SPACING
    index = (place[:, 0] * NODES + place[:, 1]) * NODES + place[:, 2]
    return np.bincount(index, minlength=NODES**3).reshape(NODES, NODES, NODES)


def smoothed(change: Change, counts: npt.NDArray[np.int64], rounds: int = 2) -> Change:
    """A change in which near colours go similar ways.

    A map that spreads a plain area's grain over many colours would show it; averaging over neighbouring
    crossings, each weighted by how often its colour occurs, keeps the grain about as fine as it was.

    Args:
        change: What is added to the colours.
        counts: ``(NODES, NODES, NODES)``, how often they occur.
        rounds: How often to average over the crossings before and behind (weights 1, 2, 1).
    """
    weights = np.minimum(counts, _MOST_COUNTED) * 16 + 1
    total = change.astype(np.int64) * weights[..., np.newaxis]
    for _ in range(rounds):
        for axis in range(3):
            total, weights = _averaged(total, axis), _averaged(weights, axis)
    spread = weights[..., np.newaxis]
    return np.asarray((2 * total + spread) // (2 * spread), np.int32)


def add(image: Image, change: Change, strength: float) -> Image:
    """Add a share of the change to every colour; alpha stays.

    Args:
        image: ``(H, W, 3)`` or ``(H, W, 4)`` uint8.
        change: What is added to the colours.
        strength: 0 adds nothing, 1 everything.
    """
    share = round(strength * _STRENGTHS)
    if not share:
        return image.copy()
    part = (np.clip(change, -_MOST, _MOST) * share + _STRENGTHS // 2) // _STRENGTHS
    return on_colours(image, lambda colours: _added(colours, part))


def _added(colours: Image, change: Change) -> Image:
    used = np.zeros(_CELLS**3, np.bool_)
    for rows in strips(colours):
        used[_cells(colours[rows])] = True
    table = _table(change, np.flatnonzero(used))
    output = np.empty_like(colours)
    for rows in strips(colours):
        strip = colours[rows]
        added = table.take(_cells(strip)).view(np.int16).reshape(*strip.shape[:2], 4)
        output[rows] = np.clip(added[:, :, :3] + strip, 0, 255)
    return output


def _cells(colours: Image) -> npt.NDArray[np.int32]:
    """Which pair of reds, of greens and of blues each pixel has, as one number."""
    half = (colours >> 1).astype(np.int32)
    return (half[:, :, 0] * _CELLS + half[:, :, 1]) * _CELLS + half[:, :, 2]


def _table(change: Change, cells: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """What is added to the colours of these cells, in whole levels: three int16 in each entry."""
    places = [cells // _CELLS**2, cells // _CELLS % _CELLS, cells % _CELLS]
    steps = _SPACING // 2
    behind = [(steps * (place % steps) + 1).astype(np.int32) for place in places]
    total = np.full((len(cells), 3), UNIT * _PARTS**3 // 2, np.int32)
    for corner in product((0, 1), repeat=3):
        weight = np.ones(len(cells), np.int32)
        for ahead, part in zip(corner, behind, strict=True):
            weight *= part if ahead else _PARTS - part
        red, green, blue = (place // steps + ahead for place, ahead in zip(places, corner, strict=True))
        total += change[red, green, blue] * weight[:, np.newaxis]
    table = np.zeros((_CELLS**3, 4), np.int16)
    table[cells, :3] = total // (UNIT * _PARTS**3)
    return table.view(np.uint64).ravel()


def _averaged(values: npt.NDArray[Any], axis: int) -> npt.NDArray[Any]:
    """Sums of neighbours along one axis, weighted 1, 2, 1; the ends count themselves again."""
    values = np.moveaxis(values, axis, 0)
    before = np.concatenate([values[:1], values[:-1]])
    behind = np.concatenate([values[1:], values[-1:]])
    return np.moveaxis(before + 2 * values + behind, 0, axis)
