"""Polygons and outlines against counted places."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.contour import outlines
from augstudio.core.matrix import map_point, onto_corners, weight_at
from augstudio.core.polygon import area, enclosed, frame_of, intersection, mapped


def test_a_polygon_is_cut_at_the_horizon() -> None:
    matrix = onto_corners((100, 100), ((30, 30), (70, 30), (99.5, 99.5), (-0.5, 99.5)))
    assert area(mapped(frame_of((100, 100)), matrix)) == pytest.approx((40 + 100) / 2 * 69.5)
    # The lower half of a picture so high goes through infinity and would come back from above.
    assert weight_at(matrix, 50, 299.5) < 0
    lengthened = mapped(frame_of((100, 300)), matrix)
    assert all(math.isfinite(x) and math.isfinite(y) and y > 29 for x, y in lengthened)
    behind = ((-1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0))
    assert mapped(frame_of((5, 5)), behind) == ()
    assert mapped((), matrix) == ()


def test_what_is_seen_lies_on_this_side_of_the_horizon() -> None:
    matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.01, 0.0, 0.5))  # the horizon is at x = -50
    square = ((-100.0, -10.0), (100.0, -10.0), (100.0, 10.0), (-100.0, 10.0))
    shown = intersection(mapped(square, matrix), frame_of((60, 60)))
    x, y = np.meshgrid(np.linspace(-0.5, 59.5, 601), np.linspace(-0.5, 59.5, 601))
    weight = 1 / (1 - 0.01 * x) * 0.5  # of the place that is seen at x
    inside = (np.abs(x * weight) <= 100) & (np.abs(y * weight) <= 10) & (weight > 0)
    assert area(shown) == pytest.approx(inside.mean() * 60 * 60, rel=0.01)


def test_nothing_shares_nothing() -> None:
    assert intersection((), frame_of((4, 4))) == ()
    assert intersection(frame_of((4, 4)), ()) == ()


def test_outline_of_a_disk_with_a_hole() -> None:
    places = np.linspace(-10, 10, 81)
    x, y = np.meshgrid(places, places)
    radius = np.hypot(x, y)
    found = outlines(np.minimum(8 - radius, radius - 3), places, places)
    assert len(found) == 2
    assert sorted(area(polygon) for polygon in found) == pytest.approx([math.pi * 9, math.pi * 64], rel=0.01)
    assert enclosed(found) == pytest.approx(math.pi * 55, rel=0.01)
    for polygon in found:
        radii = [math.hypot(*point) for point in polygon]
        assert min(abs(np.array(radii) - 3).max(), abs(np.array(radii) - 8).max()) < 0.02


@given(st.integers(0, 2**30), st.integers(2, 7), st.integers(2, 7))
def test_any_outline_is_closed_and_parts_inside_from_outside(seed: int, width: int, height: int) -> None:
    """Nodes inside are enclosed by an odd number of lines, all others by an even one."""
    levels = np.array([-1.0, -0.3, 0.4, 1.0], np.float64)
    values = np.asarray(np.random.default_rng(seed).choice(levels, (height, width)), np.float64)
    found = outlines(values, np.arange(float(width)), np.arange(float(height)))
    for row in range(height):
        for column in range(width):
            crossed = sum(_crossings(polygon, column + 1e-4, row + 1e-5) for polygon in found)
            # The outermost nodes lie on the line itself.
            if 0 < row < height - 1 and 0 < column < width - 1:
                assert (crossed % 2 == 1) == (values[row, column] >= 0)


def _crossings(polygon: tuple[tuple[float, float], ...], x: float, y: float) -> int:
    """How many lines of a polygon lie to the right of a point."""
    count = 0
    for (a, b), (c, d) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (b > y) != (d > y) and a + (y - b) / (d - b) * (c - a) > x:
            count += 1
    return count


def test_everything_and_nothing() -> None:
    x, y = np.array([-0.5, 3.0, 9.5]), np.array([-0.5, 4.5])
    assert enclosed(outlines(np.zeros((2, 3)), x, y)) == pytest.approx(50)
    assert outlines(np.full((2, 3), -1.0), x, y) == ()


def test_points_map_to_points() -> None:
    matrix = onto_corners((10, 10), ((1, 2), (8, 1), (9, 9), (0, 7)))
    assert mapped(frame_of((10, 10)), matrix)[0] == pytest.approx(map_point(matrix, -0.5, -0.5))
