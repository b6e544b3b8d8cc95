"""Outlines of what is positive on a grid of values."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.polygon import Outline, Point, Polygon


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
    following = _links(values >= 0)
    edges = list(following)
    points = dict(zip(edges, _crossings(np.array(edges, np.intp), values, x, y), strict=True))
    found: list[Polygon] = []
    while following:
        edge, after = following.popitem()
        corners = [points[edge]]
        while after in following:
            corners.append(points[after])
            after = following.pop(after)
        found.append(tuple(corners))
    return tuple(found)


def _crossings(
    edges: npt.NDArray[np.intp], values: Float64Array, x: Float64Array, y: Float64Array
) -> list[Point]:
    """Where values are 0 on some edges.

    Those to the right have the numbers of their first nodes, those downwards the numbers that follow.
    """
    down, node = np.divmod(edges, values.size)
    row, column = np.divmod(node, values.shape[1])
    right, below = column + 1 - down, row + down
    start, end = values[row, column], values[below, right]
    share = start / (start - end)
    left, top = x[column], y[row]
    places = left + share * (x[right] - left), top + share * (y[below] - top)
    return list(zip(*(axis.tolist() for axis in places), strict=True))


def _links(inside: npt.NDArray[np.bool_]) -> dict[int, int]:
    """Which crossed edge follows which, through each cell; what is inside lies on one side of all."""
    width, downwards = inside.shape[1], inside.size
    first_nodes = 0, downwards + 1, width, downwards
    ways = [[(first_nodes[out], first_nodes[entered]) for out, entered in found] for found in _WAYS]
    bits = inside.astype(np.uint8)
    codes = bits[:-1, :-1] | bits[:-1, 1:] << 1 | bits[1:, 1:] << 2 | bits[1:, :-1] << 3
    crossed = np.nonzero((codes > 0) & (codes < 15))
    nodes = crossed[0] * width + crossed[1]
    return {
        node + out: node + entered
        for node, code in zip(nodes.tolist(), codes[crossed].tolist(), strict=True)
        for out, entered in ways[code]
    }


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
