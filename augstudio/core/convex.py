"""Convex hulls of points, and the smallest rectangle around them."""

from __future__ import annotations

import numpy as np

from augstudio.core.arrays import Float64Array


def hull(points: Float64Array) -> Float64Array:
    """The corners ``(n, 2)`` of the convex hull, in order around it (Andrew's monotone chain, 1979).

    Args:
        points: ``(m, 2)`` columns and rows; not a number must not be among them.
    """
    ordered = np.unique(points, axis=0).tolist()
    if len(ordered) < 3:
        return np.array(ordered, np.float64).reshape(-1, 2)
    chains = []
    for run in (ordered, ordered[::-1]):
        chain: list[list[float]] = []
        for point in run:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains.append(chain[:-1])
    return np.array(chains[0] + chains[1], np.float64)


def smallest_rectangle(points: Float64Array) -> Float64Array | None:
    """The four corners ``(4, 2)`` of the rectangle of the least area around some points.

    One of its sides lies along an edge of their hull (Freeman and Shapira, 1975).

    Args:
        points: ``(m, 2)`` columns and rows.

    Returns:
        The corners, in order around it; None where the points lie on one line.
    """
    corners = hull(points)
    if len(corners) < 3:
        return None
    edges = np.roll(corners, -1, axis=0) - corners
    along = edges / np.hypot(edges[:, 0], edges[:, 1])[:, None]
    across = np.stack((-along[:, 1], along[:, 0]), axis=1)
    u = corners[:, 0] * along[:, :1] + corners[:, 1] * along[:, 1:]  # (edges, corners)
    v = corners[:, 0] * across[:, :1] + corners[:, 1] * across[:, 1:]
    areas = np.ptp(u, axis=1) * np.ptp(v, axis=1)
    best = int(np.argmin(areas))
    if areas[best] <= 0:
        return None
    us, vs = (u[best].min(), u[best].max()), (v[best].min(), v[best].max())
    pairs = [(us[0], vs[0]), (us[1], vs[0]), (us[1], vs[1]), (us[0], vs[1])]
    return np.array([a * along[best] + b * across[best] for a, b in pairs])


def _turn(one: list[float], two: list[float], three: list[float]) -> float:
    """Which way the path through three points turns: positive one way, negative the other."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
