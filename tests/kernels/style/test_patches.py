"""Patches of pictures: their descriptions, finding the nearest, and laying them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Image
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.kernels.detail.blur import gaussian_blur
from augstudio.kernels.style import patches as kernel
from augstudio.kernels.style.patches import REACH, SIDE, Patches, patch_features
from augstudio.kernels.style.voting import voted
from tests.pictures import distance, noise_picture, plain_picture, smooth_picture


def soft(width: int, height: int, seed: int = 0) -> Image:
    return gaussian_blur(noise_picture(width, height, seed=seed), 1.5)


def own_indices(patches: Patches) -> npt.NDArray[np.int32]:
    """For each pixel of the picture itself the patch about it, or the nearest one that lies within."""
    height, width = patches.picture.shape[:2]
    rows = (np.arange(height) - REACH).clip(0, patches.rows - 1)
    columns = (np.arange(width) - REACH).clip(0, patches.columns - 1)
    return np.asarray(rows[:, None] * patches.columns + columns, np.int32)


def test_features_are_small_whole_numbers() -> None:
    for image in (noise_picture(40, 30), plain_picture(9, 9, value=255), noise_picture(3, 1)):
        found = patch_features(image)
        assert found.shape == (*image.shape[:2], 21)
        assert found.dtype == np.float32
        np.testing.assert_array_equal(found, np.rint(found))
    white, black = (
        patch_features(plain_picture(9, 9, value=255))[4, 4],
        patch_features(plain_picture(9, 9, value=0)),
    )
    extremes = np.zeros((7, 14, 3), np.uint8)
    extremes[:, 7:] = 255
    most = patch_features(extremes).astype(np.float64)
    assert float(np.sum((white.astype(np.float64) - black[4, 4]) ** 2)) < 2**24
    assert float(np.max(np.sum(most * most, axis=2))) * 4 < 2**24


def test_distances_of_soft_squares_are_those_of_their_pixels() -> None:
    image = gaussian_blur(noise_picture(60, 60), 6)
    grey = np.repeat(image[:, :, :1], 3, axis=2)
    patches = Patches.of(grey)
    pixels = np.lib.stride_tricks.sliding_window_view(grey[:, :, 0].astype(np.float64), (SIDE, SIDE))
    flat = pixels.reshape(len(patches.features), -1)
    one, other = flat[::7], flat[::-7][: len(flat[::7])]
    features, beside = patches.features[::7], patches.features[::-7][: len(one)]
    exact = np.sum((one - other) ** 2, axis=1)
    found = np.sum((features - beside).astype(np.float64) ** 2, axis=1)
    far = exact > 5000
    assert np.count_nonzero(far) > 20
    np.testing.assert_allclose(found[far], exact[far], rtol=0.05)


def test_nearest_is_the_nearest() -> None:
    patches, own = Patches.of(soft(40, 31)), patch_features(soft(23, 17, seed=4))
    weights = kernel.scarcity(own, patches, 0)
    assert set(weights.tolist()) == {1.0}
    match = kernel.nearest(own, patches, weights)
    gaps = own.reshape(-1, 1, 21).astype(np.int64) - patches.features.astype(np.int64)
    exact = np.sum(gaps * gaps, axis=2)
    np.testing.assert_array_equal(match.indices.ravel(), np.argmin(exact, axis=1))
    np.testing.assert_array_equal(match.costs.ravel(), np.min(exact, axis=1))
    again = kernel.match_with_costs(own, patches, weights, match.indices)
    np.testing.assert_array_equal(again.costs, match.costs)


def test_squares_that_would_be_left_out_are_preferred() -> None:
    picture = np.concatenate([plain_picture(30, 15, value=60), soft(30, 15)])
    patches = Patches.of(picture)
    own = patch_features(plain_picture(20, 20, value=60))
    weights = kernel.scarcity(own, patches, 1)
    assert np.all(weights > 0)
    assert np.all(weights <= 1)
    used, unlike = weights.reshape(patches.rows, patches.columns)[0], weights[-patches.columns :]
    assert used.min() > 2 * unlike.max()


@pytest.mark.parametrize("noise_seed", [1, 2])
def test_the_search_finds_nearly_the_nearest(noise_seed: int) -> None:
    patches, own = Patches.of(soft(50, 50)), patch_features(soft(40, 40, seed=4))
    weights = kernel.scarcity(own, patches, 0)
    best = kernel.nearest(own, patches, weights)
    start = kernel.match_with_costs(own, patches, weights, np.zeros((40, 40), np.int32))
    found = kernel.improved(start, own, patches, weights, sweeps=3, noise_seed=noise_seed)
    again = kernel.improved(start, own, patches, weights, sweeps=3, noise_seed=noise_seed)
    np.testing.assert_array_equal(found.indices, again.indices)
    np.testing.assert_array_equal(start.indices, 0)
    checked = kernel.match_with_costs(own, patches, weights, found.indices)
    np.testing.assert_array_equal(found.costs, checked.costs)
    assert float(np.mean(found.costs)) < 1.6 * float(np.mean(best.costs))
    assert float(np.mean(found.costs)) < 0.3 * float(np.mean(start.costs))
    other = kernel.improved(start, own, patches, weights, sweeps=3, noise_seed=noise_seed + 9)
    assert (other.indices != found.indices).any()


def test_a_picture_of_its_own_squares_is_the_picture() -> None:
    image = noise_picture(40, 30)
    patches = Patches.of(image)
    indices = own_indices(patches)
    inner = np.s_[2 * REACH : -2 * REACH, 2 * REACH : -2 * REACH]
    for laid in (
        voted(indices, patches),
        voted(indices, patches, 1.5),
        voted(indices, patches, 1.5, image),
    ):
        assert laid.shape == image.shape
        np.testing.assert_array_equal(laid[inner], image[inner])


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (2, 5), (9, 1)])
def test_the_smallest_pictures_are_laid(size: tuple[int, int]) -> None:
    patches = Patches.of(smooth_picture(9, 8))
    indices = np.arange(size[0] * size[1], dtype=np.int32).reshape(size) % len(patches.features)
    for laid in (voted(indices, patches), voted(indices, patches, 1.5)):
        assert laid.shape == (*size, 3)
        assert laid.min() >= patches.picture.min()
        assert laid.max() <= patches.picture.max()


def test_what_differs_counts_less() -> None:
    patches = Patches.of(np.concatenate([plain_picture(30, 10, value=20), plain_picture(30, 10, value=220)]))
    indices = own_indices(patches)
    indices[10:] = indices[9]  # what was found below is wrong, and its patches reach up
    mean = voted(indices, patches)
    around = voted(indices, patches, None, patches.picture)
    row = np.s_[10, 8:-8]
    assert distance(around[row], patches.picture[row]).max() < distance(mean[row], patches.picture[row]).max()


@pytest.mark.parametrize("factor", [2, 3])
def test_upsampled_patches_lie_where_they_lay(factor: int) -> None:
    coarse, fine = Patches.of(smooth_picture(30, 24)), Patches.of(smooth_picture(30 * factor, 24 * factor))
    indices = own_indices(coarse)
    larger = kernel.upsampled(indices, coarse, fine, (24 * factor, 30 * factor))
    expected = own_indices(fine)
    inner = np.s_[5 * factor : -5 * factor, 5 * factor : -5 * factor]
    np.testing.assert_array_equal(larger[inner], expected[inner])


def test_the_search_ends_when_nobody_waits() -> None:
    patches, own = Patches.of(soft(20, 20)), patch_features(soft(20, 20, seed=1))
    weights = kernel.scarcity(own, patches, 0)
    start = kernel.nearest(own, patches, weights)
    with interruptible(lambda: True):
        for long in (
            lambda: kernel.nearest(own, patches, weights),
            lambda: kernel.improved(start, own, patches, weights, sweeps=1, noise_seed=1),
            lambda: voted(start.indices, patches),
        ):
            with pytest.raises(Interrupted):
                long()
