"""The cloudy pattern is the same in every part and at every size."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.region import Region
from augstudio.kernels.noise.fractal import Pattern, fractal

SIZE = (120, 90)


@given(st.integers(0, 80), st.integers(0, 60), st.integers(1, 40), st.integers(1, 30), st.floats(1, 12))
def test_a_part_is_cut_from_the_whole(left: int, top: int, width: int, height: int, cells: float) -> None:
    whole = fractal(5, 1, Region.whole(SIZE), SIZE, Pattern(cells=cells, octaves=6, stretch=1.7))
    part = fractal(5, 1, Region(left, top, width, height), SIZE, Pattern(cells=cells, octaves=6, stretch=1.7))
    np.testing.assert_array_equal(part, whole[top : top + height, left : left + width])


def test_values_fill_their_range_about_the_middle() -> None:
    plane = fractal(5, 0, Region.whole((900, 700)), (900, 700), Pattern(cells=40, octaves=3))
    assert 0 <= plane.min() < 0.2
    assert 0.8 < plane.max() <= 1
    assert plane.mean() == pytest.approx(0.5, abs=0.02)


def test_a_small_picture_shows_the_same_clouds() -> None:
    large = fractal(5, 0, Region.whole((800, 600)), (800, 600), Pattern(cells=3, octaves=4))
    small = fractal(5, 0, Region.whole((200, 150)), (200, 150), Pattern(cells=3, octaves=4))
    averaged = large.reshape(150, 4, 200, 4).mean(axis=(1, 3))
    assert np.abs(averaged - small).max() < 0.02


def test_other_seeds_and_lanes_are_other_clouds() -> None:
    whole, fine = Region.whole(SIZE), Pattern(cells=20)
    planes = [fractal(seed, lane, whole, SIZE, fine) for seed, lane in ((1, 0), (1, 1), (2, 0))]
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert abs(np.corrcoef(planes[one].ravel(), planes[other].ravel())[0, 1]) < 0.2
