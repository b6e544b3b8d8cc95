"""Outlines of what is positive on a grid of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

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

    def crossing(edge: _Edge) -> Point:
        down, row, column = edge
        start, end = float(values[row, column]), float(values[row + down, column + 1 - down])
        share = start / (start - end)
        left, top = float(x[column]), float(y[row])
        return (
            left + share * (float(x[column + 1 - down]) - left),
            top + share * (float(y[row + down]) - top),
        )

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
    count = sum(
        part.astype(int) for part in (inside[:-1, :-1], inside[:-1, 1:], inside[1:, 1:], inside[1:, :-1])
    )
    for row, column in np.argwhere((count > 0) & (count < 4)).tolist():
        corners = [
            bool(inside[place])
            for place in ((row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column))
        ]
        edges = [(0, row, column), (1, row, column + 1), (0, row + 1, column), (1, row, column)]
        entered = None
        # Clockwise from an edge by which one comes in; twice around finds the first one's way out, too.
        for k in (*range(4), *range(4)):
            here, there = corners[k], corners[(k + 1) % 4]
            if there and not here:
                entered = edges[k]
            elif here and not there and entered is not None:
                yield edges[k], entered
