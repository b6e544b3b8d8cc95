"""Levels of a picture."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from tests.pictures import ODD_SIZES, distance, noise_picture


def test_full_level_is_the_picture_itself() -> None:
    image = noise_picture(9, 5)
    pyramid = Pyramid(image)
    assert pyramid.level(0, 0) is image
    assert pyramid.size == (9, 5)
    assert pyramid.nbytes == image.nbytes


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize(("across", "down"), [(1, 0), (0, 1), (1, 1), (2, 1), (3, 3)])
def test_levels_are_area_means(channels: int, across: int, down: int) -> None:
    image = noise_picture(64, 48, channels)
    level = Pyramid(image).level(across, down)
    blocks = image.reshape(48 >> down, 1 << down, 64 >> across, 1 << across, channels)
    assert level.shape == (48 >> down, 64 >> across, channels)
    means = blocks.mean(axis=(1, 3))
    if channels in (2, 4):
        alpha = blocks[..., -1:].astype(np.float64)
        sums = alpha.sum(axis=(1, 3))
        weighed = (blocks * alpha).sum(axis=(1, 3)) / np.maximum(sums, 1)
        # Where nothing is visible, the plain mean of the stored colours stays.
        means[..., :-1] = np.where(sums > 0, weighed[..., :-1], means[..., :-1])
    assert np.max(distance(level, means)) <= 0.5 + 1e-4


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", ODD_SIZES)
def test_levels_never_vanish(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    before = image.copy()
    pyramid = Pyramid(image)
    for across in range(12):
        level = pyramid.level(across, 3)
        width, height = max(1, round(size[0] / 2**across)), max(1, round(size[1] / 8))
        assert level.shape == (height, width, channels)
    assert pyramid.level(12, 12).shape == (1, 1, channels)
    np.testing.assert_array_equal(image, before)


def test_levels_are_kept_and_counted() -> None:
    pyramid = Pyramid(noise_picture(64, 48))
    level = pyramid.level(1, 1)
    assert pyramid.level(1, 1) is level
    assert pyramid.nbytes == pyramid.image.nbytes + level.nbytes


def test_frames_of_one_size_share_its_reduction() -> None:
    pyramid = Pyramid(noise_picture(64, 48))
    held = pyramid.nbytes
    first = pyramid.reduced((50, 40))
    assert pyramid.reduced((50, 40)) is first
    assert pyramid.nbytes == held + first.nbytes
    other = pyramid.reduced((40, 30))
    assert pyramid.nbytes == held + other.nbytes
    assert np.array_equal(pyramid.reduced((50, 40)), first)
    assert pyramid.reduced((64, 48)) is pyramid.image


def test_a_reduction_that_is_larger_than_screens_is_not_kept() -> None:
    pyramid = Pyramid(np.zeros((1, 5_000_000, 1), np.uint8))
    assert pyramid.reduced((4_000_001, 1)) is not pyramid.reduced((4_000_001, 1))
    assert pyramid.nbytes == 5_000_000


def test_shrinking_by_any_ratio_weighs_by_area() -> None:
    image = noise_picture(7, 1, 1)
    weights = np.zeros((3, 7))
    for target in range(3):
        for source in range(7):
            overlap = min(source + 1, (target + 1) * 7 / 3) - max(source, target * 7 / 3)
            weights[target, source] = max(0.0, overlap) * 3 / 7
    expected = weights @ image[0, :, 0]
    assert np.max(distance(shrink(image, (3, 1))[0, :, 0], expected)) <= 0.5 + 1e-3


def test_shrinking_to_the_same_size_changes_nothing() -> None:
    image = noise_picture(7, 5)
    assert shrink(image, (7, 5)) is image
