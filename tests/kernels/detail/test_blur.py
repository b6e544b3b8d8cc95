"""Blur kernels against plain sums over pictures padded by ``numpy.pad``."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Image, has_alpha
from augstudio.kernels.detail.blur import (
    Weights,
    disk_weights,
    filtered,
    gaussian_blur,
    gaussian_reach,
    line_weights,
    median_blur,
    sharpen,
)
from augstudio.kernels.detail.resolution import downscaled, jpeg_compressed
from tests.pictures import ODD_SIZES, distance, noise_picture, plain_picture, psnr, smooth_picture

SIZES = [*ODD_SIZES[:5], (40, 31)]
by_size = pytest.mark.parametrize("size", SIZES)
by_channels = pytest.mark.parametrize("channels", [1, 2, 3, 4])


def neighbours(image: Image, reach: int) -> npt.NDArray[np.float64]:
    """``(side, side, H, W, C)``: the picture shifted to everywhere, mirrored at its edges."""
    padded = np.pad(image, ((reach, reach), (reach, reach), (0, 0)), mode="reflect")
    height, width = image.shape[:2]
    side = range(2 * reach + 1)
    return np.array([[padded[y : y + height, x : x + width] for x in side] for y in side], float)


def summed(image: Image, weights: Weights) -> npt.NDArray[np.float64]:
    """The average with these weights in double precision, colours weighed with alpha; alpha stays."""
    around, share = neighbours(image, len(weights) // 2), weights / weights.sum()
    exact = np.asarray(np.tensordot(share, around, axes=((0, 1), (0, 1))))
    if has_alpha(image):
        sums = np.tensordot(share, around[..., :-1] * around[..., -1:], axes=((0, 1), (0, 1)))
        exact[:, :, :-1] = np.where(
            exact[:, :, -1:] > 0, sums / np.maximum(exact[:, :, -1:], 1e-9), exact[:, :, :-1]
        )
        exact[:, :, -1] = image[:, :, -1]
    return exact


@by_size
@by_channels
@pytest.mark.parametrize("sigma", [0.3, 1.0, 2.6])
def test_gaussian_blur_is_the_weighted_sum(size: tuple[int, int], channels: int, sigma: float) -> None:
    image, reach = noise_picture(*size, channels), gaussian_reach(sigma)
    line = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * sigma**2))
    exact = summed(image, np.outer(line, line))
    # The weights are multiples of 1/256.
    assert np.max(distance(gaussian_blur(image, sigma), exact)) < 3


@by_size
@by_channels
@pytest.mark.parametrize(
    "weights",
    [line_weights(6, 25), line_weights(13, 90), disk_weights(1.2), disk_weights(4.5)],
    ids=["line", "upright", "dot", "disk"],
)
def test_filtered_is_the_weighted_sum(size: tuple[int, int], channels: int, weights: Weights) -> None:
    image = noise_picture(*size, channels)
    # Weights are multiples of 1/65536: the error is that of rounding the result.
    assert np.max(distance(filtered(image, weights), summed(image, weights))) < 0.5 + 0.3


@pytest.mark.parametrize("side", [49, 51, 103])
def test_large_filters_are_as_exact(side: int) -> None:
    image = noise_picture(70, 60, 1)
    weights = np.random.default_rng(1).random((side, side))
    weights += weights[::-1, ::-1]
    assert np.max(distance(filtered(image, weights), summed(image, weights))) < 1.5


@by_size
@by_channels
@pytest.mark.parametrize("radius", [1, 2, 4])
def test_median_is_the_middle_value(size: tuple[int, int], channels: int, radius: int) -> None:
    image = noise_picture(*size, channels)
    if has_alpha(image):
        image[:, :, -1] |= 1  # hidden pixels do not count as they are
    exact = np.median(neighbours(image, radius), axis=(0, 1))
    if has_alpha(image):
        exact[:, :, -1] = image[:, :, -1]
    np.testing.assert_array_equal(median_blur(image, radius), exact)


@by_channels
def test_sharpening_adds_what_a_blur_takes_away(channels: int) -> None:
    image = noise_picture(60, 50, channels)
    smooth = gaussian_blur(image, 1.5).astype(float)
    exact = (image + 0.75 * (image - smooth)).clip(0, 255)
    result = sharpen(image, 0.75, 1.5)
    assert np.max(distance(result, exact)) <= 0.5
    if has_alpha(image):
        np.testing.assert_array_equal(result[:, :, -1], image[:, :, -1])


def test_a_line_is_as_long_as_said_and_points_where_said() -> None:
    for angle in (0, 30, -70, 90):
        weights = line_weights(21, angle)
        rows, columns = np.mgrid[: len(weights), : len(weights)] - len(weights) // 2
        mass = weights / weights.sum()
        along = columns * math.cos(math.radians(angle)) - rows * math.sin(math.radians(angle))
        across = columns * math.sin(math.radians(angle)) + rows * math.cos(math.radians(angle))
        assert float((mass * along**2).sum()) == pytest.approx(20**2 / 12, rel=0.05)
        assert float((mass * across**2).sum()) < 0.2
        assert float((mass * along).sum()) == pytest.approx(0, abs=1e-6)


def test_a_disk_is_as_wide_as_said() -> None:
    for radius in (2.0, 5.5, 11.3):
        assert float(disk_weights(radius).sum()) == pytest.approx(math.pi * radius**2, rel=0.05)


def test_nothing_to_blur_gives_an_equal_new_picture() -> None:
    image = noise_picture(30, 20)
    for result in (
        gaussian_blur(image, 0),
        filtered(image, line_weights(1, 50)),
        filtered(image, disk_weights(0)),
        median_blur(image, 0),
        sharpen(image, 0, 2),
        downscaled(image, (30, 20), "smooth"),
    ):
        np.testing.assert_array_equal(result, image)
        assert not np.shares_memory(result, image)


# -- resolution -------------------------------------------------------------------------------------


def test_blocks_are_the_means_of_their_pixels() -> None:
    image = noise_picture(40, 30)
    result = downscaled(image, (10, 10), "blocks")
    means = image.reshape(10, 3, 10, 4, 3).mean(axis=(1, 3))
    assert np.max(distance(result[::3, ::4], means)) <= 0.51
    np.testing.assert_array_equal(result, result[::3, ::4].repeat(3, axis=0).repeat(4, axis=1))


@by_channels
def test_jpeg_loses_more_at_lower_quality(channels: int) -> None:
    image = smooth_picture(120, 90, channels)
    worth = [psnr(jpeg_compressed(image, quality), image) for quality in (5, 30, 90)]
    assert worth[0] < worth[1] < worth[2]
    if channels == 4:
        np.testing.assert_array_equal(jpeg_compressed(image, 5)[:, :, 3], image[:, :, 3])


def test_jpeg_keeps_red_red() -> None:
    red = plain_picture(32, 32) * np.array([1, 0, 0], np.uint8)
    assert np.max(distance(jpeg_compressed(red, 90), red)) < 4


@pytest.mark.parametrize("size", [(33_000, 20), (20, 66_000)])
def test_pictures_larger_than_jpeg_are_made_in_tiles(size: tuple[int, int]) -> None:
    image = noise_picture(*size, 1)
    result = jpeg_compressed(image, 60)
    for start in (32_720, 32_736):  # on both sides of a seam
        part = np.s_[:, start : start + 64] if size[0] > size[1] else np.s_[start : start + 64, :]
        np.testing.assert_array_equal(result[part], jpeg_compressed(image[part], 60))
