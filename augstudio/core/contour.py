"""Outlines of what is positive on a grid of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.polygon import Outline, Point, Polygon

_Edge: TypeAlias = tuple[int, int, int]  # 0 to the right or 1 downwards, row and column of its first node


def outlines(values: Float64Array, x: Float64Array, y: Float64Array) -> Outline:
    """The closed lines about the places where values are at least 0, by marching squares.

    Values between the nodes of the grid are taken from straight lines along its edges; beyond the grid
    everything is negative.

    Args:
        values: ``(H, W)``.
        x: ``(W,)`` column of each node.
        y: ``(H,)`` row of each node.
    """
    values = np.pad(values, 1, constant_values=-1.0)
    x, y = np.pad(x, 1, mode="edge"), np.pad(y, 1, mode="edge")
    following = dict(_links(values >= 0))
    # Single numbers are read much faster from lists.
    levels, columns, rows = values.tolist(), x.tolist(), y.tolist()

    def crossing(edge: _Edge) -> Point:
        down, row, column = edge
        start, end = levels[row][column], levels[row + down][column + 1 - down]
        share = start / (start - end)
        left, top = columns[column], rows[row]
        return left + share * (columns[column + 1 - down] - left), top + share * (rows[row + down] - top)

    found: list[Polygon] = []
    while following:
        edge, after = following.popitem()
        corners = [crossing(edge)]
        while after in following:
            corners.append(crossing(after))
            after = following.pop(after)
        found.append(tuple(corners))
    return tuple(found)


def _links(inside: npt.NDArray[np.bool_]) -> Iterator[tuple[_Edge, _Edge]]:
    """Which crossed edge follows which, through each cell; what is inside lies on one side of all."""
    bits = inside.astype(np.uint8)
    codes = bits[:-1, :-1] | bits[:-1, 1:] << 1 | bits[1:, 1:] << 2 | bits[1:, :-1] << 3
    crossed = np.argwhere((codes > 0) & (codes < 15))
    for (row, column), code in zip(crossed.tolist(), codes[tuple(crossed.T)].tolist(), strict=True):
        edges = ((0, row, column), (1, row, column + 1), (0, row + 1, column), (1, row, column))
        for out, entered in _WAYS[code]:
            yield edges[out], edges[entered]


def _ways(code: int) -> tuple[tuple[int, int], ...]:
    """The edges by which one leaves a cell, each with the one by which one came in.

    Args:
        code: Which corners are inside, a bit each, clockwise from the upper left; so are the edges.
    """
    corners = [bool(code >> k & 1) for k in range(4)]
    found: dict[int, int] = {}
    entered = None
    # Clockwise from an edge by which one comes in; twice around finds the first one's way out, too.
    for k in (*range(4), *range(4)):
        here, there = corners[k], corners[(k + 1) % 4]
        if there and not here:
            entered = k
        elif here and not there and entered is not None:
            found[k] = entered
    return tuple(found.items())


_WAYS: Final = tuple(_ways(code) for code in range(16))
