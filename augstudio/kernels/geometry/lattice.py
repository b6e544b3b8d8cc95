"""Random values at the nodes of a lattice, and smooth surfaces through them.

An elastic distortion needs a displacement for every pixel that is random, smooth, and the same whichever part
of the picture is made. So the plane is covered by an endless lattice, much coarser than the pixels. Each node
has a random value that depends on its place alone, and a place between nodes gets the weighted mean of the 16
nodes around it, with the weights of the uniform cubic B-spline. Such a surface bends without corners, stays
within the nodes' values, and is known anywhere from 16 nodes, without its neighbours.

Everything is computed with exactly rounded operations in a fixed order and has random access by position, so
all machines and all parts of a picture see the same surface.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region

_ORDER: Final = 4  # nodes that count for a place, each way
# Nodes are made for whole squares of so many, so that they are made seldom.
_ROOM: Final = 64

# So many rows between the same nodes are worth being made at once.
_LONG_RUN: Final = 8
# and as many of them at once as stay in a cache between one pass and the next.
_BAND: Final = 64

_Shares: TypeAlias = tuple[Float64Array, Float64Array, Float64Array, Float64Array]

UNFOLDED: Final = 0.48
"""Places moved along both ways by surfaces of node values up to this share of the nodes' distance never
change their order: below 1 / 2.046 (Choi and Lee, 2000, on injectivity of uniform cubic B-splines)."""


def node_values(noise_seed: int, lane: int, window: Region) -> Float64Array:
    """Independent values at the nodes of a window of an endless lattice, uniform between -1 and 1.

    Args:
        noise_seed: Names the lattice.
        lane: Names one of several lattices of the same seed.
        window: Columns and rows of nodes, each from 0.
    """
    high, low = (noise_bytes(noise_seed, 2 * lane + part, window).astype(np.float64) for part in (0, 1))
    return (high * 256 + low + 0.5) / 32768 - 1


def surfaces(noise_seed: int, count: int, x: Float64Array, y: Float64Array) -> Float64Array:
    """The uniform cubic B-spline surfaces of the node values of some lattices.

    Args:
        noise_seed: Names the lattices.
        count: How many lattices: lanes 0 .. count - 1.
        x: Columns in units of the nodes' distance, at least 0: ``(1, W)``, or of the shape of ``y``.
        y: Rows in the same unit: ``(H, 1)``, or of the shape of ``x``.

    Returns:
        Values between -1 and 1: for each lattice, of the shape that both have together.
    """
    columns, rows = np.floor(x), np.floor(y)
    shares_x, shares_y = _shares(x - columns), _shares(y - rows)
    left, top = int(np.min(columns)) // _ROOM, int(np.min(rows)) // _ROOM
    right, bottom = int(np.max(columns)) // _ROOM, int(np.max(rows)) // _ROOM
    nodes = _kept_nodes(noise_seed, count, Region.between(left, top, right + 1, bottom + 1))
    across, down = columns.astype(np.intp) - left * _ROOM, rows.astype(np.intp) - top * _ROOM
    if x.shape[0] == 1 and y.shape[1] == 1:
        first, last = int(np.min(down)), int(np.max(down)) + _ORDER
        known = nodes[:, first:last]
        # Taken and not indexed: an index would leave each line's values far apart.
        lines = _sum(known.take(across[0] + k, axis=2) * share for k, share in enumerate(shares_x))
        return _between_lines(lines, down[:, 0] - first, shares_y)
    return _sum(
        _sum(nodes[:, down + i, across + k] * share for k, share in enumerate(shares_x)) * row_share
        for i, row_share in enumerate(shares_y)
    )


def _between_lines(lines: Float64Array, down: npt.NDArray[np.intp], shares: _Shares) -> Float64Array:
    """Sums of four lines each, ``(N, H, W)``.

    Args:
        lines: ``(N, R, W)``.
        down: ``(H,)``, the first line that counts for each row.
        shares: How much the four count, each ``(H, 1)``.
    """
    starts = np.flatnonzero(np.diff(down, prepend=down[0] - 1)).tolist()
    if len(starts) * _LONG_RUN > len(down):
        return _sum(lines[:, down + k] * share for k, share in enumerate(shares))
    # Rows between the same lines need no copies of these.
    total = np.empty((lines.shape[0], len(down), lines.shape[2]))
    memory = np.empty((lines.shape[0], _BAND, lines.shape[2]))
    for start, end in pairwise((*starts, len(down))):
        four = [lines[:, int(down[start]) + k, None] for k in range(_ORDER)]
        for first in range(start, end, _BAND):
            rows = slice(first, min(first + _BAND, end))
            band, term = total[:, rows], memory[:, : rows.stop - first]
            np.multiply(four[0], shares[0][rows], out=band)
            for line, share in zip(four[1:], shares[1:], strict=True):
                np.multiply(line, share[rows], out=term)
                band += term
    return total


@lru_cache(maxsize=32)
def _kept_nodes(noise_seed: int, count: int, rooms: Region) -> Float64Array:
    """All nodes that count in some rooms of the lattices; neighbouring parts of a picture need the same."""
    height, width = (rooms_across * _ROOM + _ORDER for rooms_across in (rooms.height, rooms.width))
    window = Region(rooms.left * _ROOM, rooms.top * _ROOM, width, height)
    lanes = [node_values(noise_seed, lane, window) for lane in range(count)]
    nodes = np.stack(lanes)
    nodes.flags.writeable = False
    return nodes


def _shares(t: Float64Array) -> _Shares:
    """What the four nodes about a place count, where it lies 0 <= t < 1 after the second."""
    rest, square = 1 - t, t * t
    cube = square * t
    return (
        rest * rest * rest / 6,
        (3 * cube - 6 * square + 4) / 6,
        (3 * (square + t - cube) + 1) / 6,
        cube / 6,
    )


def _sum(terms: Iterator[Float64Array]) -> Float64Array:
    total = next(terms)
    for term in terms:
        total += term
    return total
