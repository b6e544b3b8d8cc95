"""Many rings that are cut at once are cut as each by itself, to the last bit."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.arrays import Float64Array
from augstudio.core.many_rings import Borders, ManyRings, cut_each
from augstudio.core.polygon import cut
from tests.labelled import star


def together(rings: list[Float64Array]) -> ManyRings:
    bounds = np.cumsum([0, *map(len, rings)], dtype=np.intp)
    return ManyRings(np.ascontiguousarray(np.concatenate(rings).T), bounds)


def checked(rings: list[Float64Array], axes: list[int], places: list[float], ways: list[int]) -> int:
    """Compare both ways; into how many parts rings are cut at most."""
    borders = Borders(np.array(axes, np.intp), np.array(places), np.array(ways, np.float64))
    left = cut_each(together(rings), borders)
    many = together(rings)
    for number, ring in enumerate(rings):
        parts = left.rings.taken(np.arange(left.firsts[number], left.firsts[number] + left.counts[number]))
        found = [
            parts.columns[:, begin:end] for begin, end in zip(parts.bounds, parts.bounds[1:], strict=False)
        ]
        expected = cut((ring,), axes[number], places[number], ways[number])
        assert [part.T.tobytes() for part in found] == [part.tobytes() for part in expected]
        alone = many.taken(np.array([number], np.intp))
        assert np.array_equal(alone.columns.T, ring)
    return int(left.counts.max(initial=0))


# On a grid corners lie on borders, edges along them, and rings over themselves.
corners = st.tuples(st.integers(-3, 3), st.integers(-3, 3)) | st.tuples(st.floats(-4, 4), st.floats(-4, 4))
rings = st.lists(corners, min_size=1, max_size=9).map(lambda points: np.array(points, np.float64))
cuts = st.tuples(rings, st.integers(0, 1), st.integers(-2, 3) | st.floats(-3, 3), st.sampled_from([-1, 1]))


@given(st.lists(cuts, min_size=1, max_size=6))
def test_rings_are_cut_as_each_by_itself(many: list[tuple[Float64Array, int, float, int]]) -> None:
    shapes, axes, places, ways = map(list, zip(*many, strict=True))
    checked(shapes, axes, [float(place) for place in places], ways)


def test_stars_fall_into_parts() -> None:
    random = np.random.default_rng(4)
    shapes = [star(number, 24, (0.0, 0.0), (3, 20)) for number in range(60)]
    parts = checked(
        shapes,
        random.integers(0, 2, 60).tolist(),
        random.uniform(-18, 18, 60).tolist(),
        random.choice([-1, 1], 60).tolist(),
    )
    assert parts > 2
