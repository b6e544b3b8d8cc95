"""Shapes to pixels and back, against what a point in a polygon is, and against shapely."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from shapely.geometry import Point, Polygon

from augstudio.core.polygon import rings_area
from augstudio.core.raster import Mask, filled, traced

MASKS = arrays(np.bool_, st.tuples(st.integers(1, 7), st.integers(1, 7)))


@settings(max_examples=60)
@given(MASKS)
def test_a_traced_region_filled_again_is_the_same(mask: Mask) -> None:
    rings = traced(mask)
    assert (filled(rings, (mask.shape[1], mask.shape[0])) == mask).all()
    assert rings_area(rings) == mask.sum()


def test_rings_go_around_pixels_clockwise_and_around_holes_the_other_way() -> None:
    mask = np.ones((5, 5), bool)
    mask[2, 2] = False
    outer, hole = traced(mask)
    assert outer.tolist() == [[-0.5, -0.5], [4.5, -0.5], [4.5, 4.5], [-0.5, 4.5]]
    assert Polygon(outer).exterior.is_ccw is not Polygon(hole).exterior.is_ccw
    assert rings_area((hole,)) == 1


@pytest.mark.parametrize("mask", [np.eye(3, dtype=bool), np.eye(3, dtype=bool)[::-1]])
def test_pixels_that_touch_at_a_corner_are_apart(mask: Mask) -> None:
    assert [len(ring) for ring in traced(mask)] == [4, 4, 4]


def test_an_empty_region_has_no_outline() -> None:
    assert traced(np.zeros((3, 4), bool)) == ()
    assert not filled((), (4, 3)).any()


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(-3, 12), st.floats(-3, 12)), min_size=3, max_size=3, unique=True))
def test_pixels_are_filled_whose_centres_lie_inside(corners: list[tuple[float, float]]) -> None:
    triangle = Polygon(corners)
    inside = filled((np.array(corners),), (8, 6))
    for row, column in np.ndindex(6, 8):
        centre = Point(column, row)
        if triangle.boundary.distance(centre) > 1e-9:
            assert inside[row, column] == triangle.contains(centre)


def test_what_two_rings_share_counts_once_and_rings_of_opposite_directions_make_a_hole() -> None:
    square = np.array([(-0.5, -0.5), (3.5, -0.5), (3.5, 3.5), (-0.5, 3.5)])
    inner = square / 2 + 0.75
    assert filled((square, inner), (6, 6)).sum() == 16
    assert filled((square, inner[::-1]), (6, 6)).sum() == 12
