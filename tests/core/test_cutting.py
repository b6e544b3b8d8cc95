"""Cutting shapes of any form against shapely, and against places that are asked one by one."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.arrays import Float64Array
from augstudio.core.polygon import Rings, cut, cut_by_heights, rings_area, sections


def star(seed: int, count: int, centre: tuple[float, float], radii: tuple[float, float]) -> Float64Array:
    """A closed line about a centre, concave nearly everywhere."""
    random = np.random.default_rng(seed)
    angles = np.sort(random.uniform(0, 2 * math.pi, count))
    lengths = random.uniform(*radii, count)
    return np.stack((centre[0] + lengths * np.cos(angles), centre[1] + lengths * np.sin(angles)), axis=1)


def shape_of(seed: int) -> Rings:
    """Two parts, one of them with a hole."""
    outer = star(seed, 30, (0, 0), (6, 20))
    hole = 0.4 * outer[::-1] + 0.01
    return outer, hole, star(seed + 1, 9, (60, 3), (4, 19))


def whole(rings: Rings) -> Any:
    """As shapely has it: places enclosed by an odd number of rings."""
    made = shapely.Polygon()
    for ring in rings:
        made = made.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return made


def half(axis: int, place: float, way: int) -> Any:
    far = 1000.0
    ends = (place, far) if way > 0 else (-far, place)
    return shapely.box(ends[0], -far, ends[1], far) if axis == 0 else shapely.box(-far, ends[0], far, ends[1])


def corners(rings: Rings) -> list[tuple[float, ...]]:
    return [tuple(point) for ring in rings for point in ring.tolist()]


cuts = st.tuples(st.integers(0, 1), st.floats(-19, 70), st.sampled_from([1, -1]))


@settings(max_examples=60)
@given(st.integers(0, 2**20), st.lists(cuts, min_size=1, max_size=4))
def test_cuts_are_shapelys(seed: int, lines: list[tuple[int, float, int]]) -> None:
    rings = shape_of(seed)
    expected = whole(rings)
    for line in lines:
        rings, expected = cut(rings, *line), expected.intersection(half(*line))
        assert rings_area(rings) == pytest.approx(expected.area, abs=1e-9)
        assert whole(rings).symmetric_difference(expected).area < 1e-7


@given(st.integers(0, 2**20), cuts)
def test_both_sides_together_are_the_whole(seed: int, line: tuple[int, float, int]) -> None:
    rings = shape_of(seed)
    axis, place, way = line
    one, other = cut(rings, axis, place, way), cut(rings, axis, place, -way)
    assert rings_area(one) + rings_area(other) == pytest.approx(rings_area(rings), abs=1e-9)
    for ring in one:
        assert np.all((ring[:, axis] - place) * way >= 0)
    new, others = (sorted(set(corners(part)) - set(corners(rings))) for part in (one, other))
    assert {point[axis] for point in new} <= {place}
    assert np.array(new) == pytest.approx(np.array(others), abs=1e-9)


@settings(max_examples=50)
@given(st.integers(0, 2**20), st.integers(1, 12), st.booleans(), cuts)
def test_one_ring_is_cut_as_several_are(
    seed: int, count: int, whole_numbers: bool, line: tuple[int, float, int]
) -> None:
    """To the byte, from the same corner on, also where corners lie on the line."""
    axis, place, way = line
    ring = star(seed, count, (0, 0), (3, 20))
    if whole_numbers:
        ring, place = np.round(ring / 4), round(place / 8)
    heights = ring[:, axis] - place if way > 0 else place - ring[:, axis]
    expected = cut_by_heights([ring], [heights], axis, place)
    assert [part.tobytes() for part in cut([ring], axis, place, way)] == [part.tobytes() for part in expected]


@settings(max_examples=40)
@given(st.integers(0, 2**20), st.floats(0, 2 * math.pi), st.floats(-15, 15))
def test_slanting_cuts_are_shapelys(seed: int, angle: float, distance: float) -> None:
    rings = shape_of(seed)
    normal, along = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    heights = [ring[:, 0] * normal[0] + ring[:, 1] * normal[1] - distance for ring in rings]
    ends = [
        (
            distance * normal[0] + far * along[0] + out * normal[0],
            distance * normal[1] + far * along[1] + out * normal[1],
        )
        for far, out in ((-999, 0), (999, 0), (999, 999), (-999, 999))
    ]
    expected = whole(rings).intersection(shapely.Polygon(ends))
    found = cut_by_heights(rings, heights)
    assert rings_area(found) == pytest.approx(expected.area, abs=1e-7)
    assert whole(found).symmetric_difference(expected).area < 1e-6


def square(left: float, top: float, right: float, bottom: float) -> Float64Array:
    return np.array(((left, top), (right, top), (right, bottom), (left, bottom)), np.float64)


def test_a_ring_is_parted_and_a_hole_opened() -> None:
    letter = np.array(((0, 0), (9, 0), (9, 9), (6, 9), (6, 3), (3, 3), (3, 9), (0, 9)), np.float64)
    legs = cut([letter], 1, 5, 1)
    assert sorted((float(ring[:, 0].min()), float(ring[:, 0].max())) for ring in legs) == [
        (0.0, 3.0),
        (6.0, 9.0),
    ]
    frame = (square(0, 0, 9, 9), square(3, 3, 6, 6)[::-1])
    (opened,) = cut(frame, 0, 4, 1)
    assert len(opened) == 8
    assert rings_area([opened]) == 5 * 9 - 2 * 3
    assert len(cut(frame, 0, 2, 1)) == 2


def test_what_only_touches_the_line_is_kept_whole_or_left_out() -> None:
    box = square(0, 0, 4, 4)
    assert cut([box], 0, 0, 1) == (box,)
    assert cut([box], 0, 4, 1) == ()
    assert cut([box], 0, 7, 1) == ()
    diamond = np.array(((2, 0), (4, 2), (2, 4), (0, 2)), np.float64)
    (right,) = cut([diamond], 0, 2, 1)
    assert sorted(map(tuple, right.tolist())) == [(2, 0), (2, 4), (4, 2)]


def test_shapes_over_each_other_stay_so() -> None:
    """Rings of one shape may overlap; places enclosed twice stay enclosed twice."""
    rings = (square(0, 0, 9, 10), square(0, 5, 9, 15))
    assert rings_area(cut(rings, 0, 4, 1)) == 2 * 5 * 10
    assert sections(rings, 0, 4) == [(0, 15)]


@given(st.integers(0, 2**20), st.integers(0, 1), st.floats(-19, 70))
def test_sections_are_shapelys(seed: int, axis: int, place: float) -> None:
    rings = shape_of(seed)
    ends = ((place, -999), (place, 999)) if axis == 0 else ((-999, place), (999, place))
    line = whole(rings).intersection(shapely.LineString(ends))
    parts = [part for part in getattr(line, "geoms", [line]) if part.length > 1e-9]
    expected = sorted(sorted(point[1 - axis] for point in part.coords) for part in parts)
    found = [part for part in sections(rings, axis, place) if part[1] - part[0] > 1e-9]
    assert np.array(found) == pytest.approx(np.array(expected), abs=1e-7)
