"""Squares of pictures: their descriptions, finding the nearest, and laying them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Image
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.kernels.detail.blur import gaussian_blur
from augstudio.kernels.style import patches
from augstudio.kernels.style.patches import REACH, SIDE, Squares, description
from tests.pictures import distance, noise_picture, plain_picture, smooth_picture


def soft(width: int, height: int, seed: int = 0) -> Image:
    return gaussian_blur(noise_picture(width, height, seed=seed), 1.5)


def own_places(squares: Squares) -> npt.NDArray[np.int32]:
    """For each pixel of the picture itself the square about it, or the nearest one that lies within."""
    height, width = squares.picture.shape[:2]
    rows = (np.arange(height) - REACH).clip(0, squares.rows - 1)
    columns = (np.arange(width) - REACH).clip(0, squares.columns - 1)
    return np.asarray(rows[:, None] * squares.columns + columns, np.int32)


def test_descriptions_are_small_whole_numbers() -> None:
    for image in (noise_picture(40, 30), plain_picture(9, 9, value=255), noise_picture(3, 1)):
        found = description(image)
        assert found.shape == (*image.shape[:2], 21)
        assert found.dtype == np.float32
        np.testing.assert_array_equal(found, np.rint(found))
    white, black = (
        description(plain_picture(9, 9, value=255))[4, 4],
        description(plain_picture(9, 9, value=0)),
    )
    extremes = np.zeros((7, 14, 3), np.uint8)
    extremes[:, 7:] = 255
    most = description(extremes).astype(np.float64)
    assert float(np.sum((white.astype(np.float64) - black[4, 4]) ** 2)) < 2**24
    assert float(np.max(np.sum(most * most, axis=2))) * 4 < 2**24


def test_distances_of_soft_squares_are_those_of_their_pixels() -> None:
    image = gaussian_blur(noise_picture(60, 60), 6)
    grey = np.repeat(image[:, :, :1], 3, axis=2)
    squares = Squares.of(grey)
    pixels = np.lib.stride_tricks.sliding_window_view(grey[:, :, 0].astype(np.float64), (SIDE, SIDE))
    flat = pixels.reshape(len(squares.described), -1)
    one, other = flat[::7], flat[::-7][: len(flat[::7])]
    described, beside = squares.described[::7], squares.described[::-7][: len(one)]
    exact = np.sum((one - other) ** 2, axis=1)
    found = np.sum((described - beside).astype(np.float64) ** 2, axis=1)
    far = exact > 5000
    assert np.count_nonzero(far) > 20
    np.testing.assert_allclose(found[far], exact[far], rtol=0.05)


def test_nearest_is_the_nearest() -> None:
    squares, own = Squares.of(soft(40, 31)), description(soft(23, 17, seed=4))
    weights = patches.scarcity(own, squares, 0)
    assert set(weights.tolist()) == {1.0}
    match = patches.nearest(own, squares, weights)
    gaps = own.reshape(-1, 1, 21).astype(np.int64) - squares.described.astype(np.int64)
    exact = np.sum(gaps * gaps, axis=2)
    np.testing.assert_array_equal(match.places.ravel(), np.argmin(exact, axis=1))
    np.testing.assert_array_equal(match.costs.ravel(), np.min(exact, axis=1))
    again = patches.measured(own, squares, weights, match.places)
    np.testing.assert_array_equal(again.costs, match.costs)


def test_squares_that_would_be_left_out_are_preferred() -> None:
    picture = np.concatenate([plain_picture(30, 15, value=60), soft(30, 15)])
    squares = Squares.of(picture)
    own = description(plain_picture(20, 20, value=60))
    weights = patches.scarcity(own, squares, 1)
    assert np.all(weights > 0)
    assert np.all(weights <= 1)
    used, unlike = weights.reshape(squares.rows, squares.columns)[0], weights[-squares.columns :]
    assert used.min() > 2 * unlike.max()


@pytest.mark.parametrize("noise_seed", [1, 2])
def test_the_search_finds_nearly_the_nearest(noise_seed: int) -> None:
    squares, own = Squares.of(soft(50, 50)), description(soft(40, 40, seed=4))
    weights = patches.scarcity(own, squares, 0)
    best = patches.nearest(own, squares, weights)
    start = patches.measured(own, squares, weights, np.zeros((40, 40), np.int32))
    found = patches.improved(start, own, squares, weights, sweeps=3, noise_seed=noise_seed)
    again = patches.improved(start, own, squares, weights, sweeps=3, noise_seed=noise_seed)
    np.testing.assert_array_equal(found.places, again.places)
    np.testing.assert_array_equal(start.places, 0)
    checked = patches.measured(own, squares, weights, found.places)
    np.testing.assert_array_equal(found.costs, checked.costs)
    assert float(np.mean(found.costs)) < 1.6 * float(np.mean(best.costs))
    assert float(np.mean(found.costs)) < 0.3 * float(np.mean(start.costs))
    other = patches.improved(start, own, squares, weights, sweeps=3, noise_seed=noise_seed + 9)
    assert (other.places != found.places).any()


def test_a_picture_of_its_own_squares_is_the_picture() -> None:
    image = noise_picture(40, 30)
    squares = Squares.of(image)
    places = own_places(squares)
    inner = np.s_[2 * REACH : -2 * REACH, 2 * REACH : -2 * REACH]
    for laid in (
        patches.voted(places, squares),
        patches.voted(places, squares, 1.5),
        patches.voted(places, squares, 1.5, image),
    ):
        assert laid.shape == image.shape
        np.testing.assert_array_equal(laid[inner], image[inner])


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (2, 5), (9, 1)])
def test_the_smallest_pictures_are_laid(size: tuple[int, int]) -> None:
    squares = Squares.of(smooth_picture(9, 8))
    places = np.arange(size[0] * size[1], dtype=np.int32).reshape(size) % len(squares.described)
    for laid in (patches.voted(places, squares), patches.voted(places, squares, 1.5)):
        assert laid.shape == (*size, 3)
        assert laid.min() >= squares.picture.min()
        assert laid.max() <= squares.picture.max()


def test_what_differs_counts_less() -> None:
    squares = Squares.of(np.concatenate([plain_picture(30, 10, value=20), plain_picture(30, 10, value=220)]))
    places = own_places(squares)
    places[10:] = places[9]  # what was found below is wrong, and its squares reach up
    mean = patches.voted(places, squares)
    around = patches.voted(places, squares, None, squares.picture)
    row = np.s_[10, 8:-8]
    assert distance(around[row], squares.picture[row]).max() < distance(mean[row], squares.picture[row]).max()


@pytest.mark.parametrize("factor", [2, 3])
def test_enlarged_places_lie_where_they_lay(factor: int) -> None:
    coarse, fine = Squares.of(smooth_picture(30, 24)), Squares.of(smooth_picture(30 * factor, 24 * factor))
    places = own_places(coarse)
    larger = patches.enlarged(places, coarse, fine, (24 * factor, 30 * factor))
    expected = own_places(fine)
    inner = np.s_[5 * factor : -5 * factor, 5 * factor : -5 * factor]
    np.testing.assert_array_equal(larger[inner], expected[inner])


def test_the_search_ends_when_nobody_waits() -> None:
    squares, own = Squares.of(soft(20, 20)), description(soft(20, 20, seed=1))
    weights = patches.scarcity(own, squares, 0)
    start = patches.nearest(own, squares, weights)
    with interruptible(lambda: True):
        for long in (
            lambda: patches.nearest(own, squares, weights),
            lambda: patches.improved(start, own, squares, weights, sweeps=1, noise_seed=1),
            lambda: patches.voted(start.places, squares),
        ):
            with pytest.raises(Interrupted):
                long()
