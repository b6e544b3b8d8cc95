from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.kernels.viewing.histogram import LEVELS, histogram
from tests.pictures import noise_picture, plain_picture, smooth_picture


@given(st.integers(1, 50), st.integers(1, 50), st.integers(0, 3))
def test_counts_are_numpys(width: int, height: int, seed: int) -> None:
    picture = noise_picture(width, height, seed=seed)
    found = histogram(picture)
    for colour in range(3):
        exact, _ = np.histogram(picture[:, :, colour], bins=np.arange(LEVELS + 1))
        assert np.allclose(found[colour], exact / (width * height))


def test_grey_counts_for_all_colours() -> None:
    found = histogram(plain_picture(9, 4, value=77)[:, :, :1])
    assert found.shape == (3, LEVELS)
    assert (found[:, 77] == 1).all()


def test_transparent_pixels_are_left_out() -> None:
    picture = noise_picture(20, 20, 4)
    picture[:, :15, 3], picture[:, 15:, 3] = 0, 1
    assert np.array_equal(histogram(picture), histogram(picture[:, 15:, :3]))
    picture[:, :, 3] = 0
    assert not histogram(picture).any()


@pytest.mark.parametrize("channels", [2, 4])
def test_pixels_count_by_their_alpha(channels: int) -> None:
    picture = noise_picture(30, 20, channels)
    found = histogram(picture)
    for colour in range(3):
        levels = picture[:, :, min(colour, channels - 2)].ravel()
        wanted = np.bincount(levels, picture[:, :, -1].ravel(), minlength=LEVELS)
        assert np.allclose(found[colour], wanted / wanted.sum())


@pytest.mark.parametrize("size", [(640, 480), (3000, 20), (5, 5), (1, 1)])
def test_some_pixels_stand_for_all(size: tuple[int, int]) -> None:
    picture = smooth_picture(*size)
    some, every = histogram(picture, at_most=10_000), histogram(picture)
    assert some.sum(axis=1) == pytest.approx([1, 1, 1])
    assert np.abs(np.cumsum(some - every, axis=1)).max() < 0.05
    if size[0] * size[1] <= 10_000:
        assert np.array_equal(some, every)
