"""Levels are counted by alpha: what is not visible does not count, and half as visible counts half."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageOps

from augstudio.core.image import Image
from augstudio.kernels.alpha.counting import (
    colour_counts,
    drawn_by_weight,
    level_counts,
    mean_colour,
    without_hidden_levels,
)
from augstudio.kernels.colour.equalizing import autocontrast, clahe, equalize
from augstudio.kernels.colour.palette import matched, sampled
from augstudio.kernels.masks import cover
from augstudio.kernels.weather.looks import LOOKS
from augstudio.kernels.weather.season import in_season
from tests.pictures import noise_picture, smooth_picture

SOLID = 255 * (np.add.outer(np.arange(48), np.arange(64)) % 3 > 0).astype(np.uint8)
"""Alpha that is all or nothing."""


def shown(alpha: Image, channels: int = 4) -> Image:
    image = smooth_picture(64, 48, channels) // 2 + noise_picture(64, 48, channels) // 8
    image[:, :, -1] = alpha
    return image


def only_visible(image: Image) -> Image:
    """A line of the visible pixels, without alpha."""
    return image[image[:, :, -1] > 0][np.newaxis, :, :-1].copy()


@pytest.mark.parametrize(
    "change",
    [
        lambda image: equalize(image, 1.0),
        lambda image: equalize(image, 0.7, per_channel=True),
        lambda image: autocontrast(image, 1.0, cutoff=0.02),
        lambda image: autocontrast(image, 0.6, cutoff=0.13, per_channel=False),
        lambda image: matched(
            image, colour_counts(smooth_picture(30, 30, 1 if image.shape[2] <= 2 else 3)), 0.8
        ),
    ],
    ids=["equalize", "equalize each", "autocontrast", "autocontrast all", "matched"],
)
@pytest.mark.parametrize("channels", [2, 4])
def test_what_is_visible_is_changed_as_if_it_was_all(change: Callable[[Image], Image], channels: int) -> None:
    image = shown(SOLID, channels)
    result = change(image)
    np.testing.assert_array_equal(only_visible(result), change(only_visible(image)))
    np.testing.assert_array_equal(result[:, :, -1], SOLID)


@pytest.mark.parametrize("cutoff", [0, 1, 7.5])
def test_autocontrast_is_that_of_pillow_with_a_mask(cutoff: float) -> None:
    image = shown(SOLID)
    expected = ImageOps.autocontrast(
        Pillow.fromarray(image[:, :, :3].copy()), cutoff, mask=Pillow.fromarray(SOLID)
    )
    result = autocontrast(image, 1.0, cutoff=cutoff / 100)
    np.testing.assert_array_equal(result[SOLID > 0][:, :3], np.asarray(expected)[SOLID > 0])


def test_pixels_count_by_their_alpha() -> None:
    image = noise_picture(40, 30, 4)
    for channel, found in enumerate(colour_counts(image)):
        wanted = np.bincount(image[:, :, channel].ravel(), image[:, :, 3].ravel(), minlength=256)
        np.testing.assert_array_equal(found * wanted.sum(), wanted * found.sum())
    mean = np.average(image[:, :, :3].reshape(-1, 3), axis=0, weights=image[:, :, 3].ravel())
    assert np.max(np.abs(np.array(mean_colour(image)) - mean)) <= 0.5
    covered = cover(image, [], "mean", 0)
    np.testing.assert_array_equal(covered, image)


def test_colours_are_drawn_by_weight() -> None:
    colours = np.arange(6000).reshape(-1, 3)
    weights = np.resize(np.array((0, 51, 255, 102, 0, 204), np.uint8), len(colours))
    drawn = drawn_by_weight(colours, weights)
    assert abs(len(drawn) - weights.sum() / 255) <= 1
    assert not np.isin(drawn[:, 0], colours[weights == 0][:, 0]).any()
    assert np.isin(colours[weights == 255][:, 0], drawn[:, 0]).all()
    np.testing.assert_array_equal(drawn_by_weight(colours[:3], np.array((0, 1, 0))), colours[1:2])
    assert sampled(shown(SOLID)).shape == (np.count_nonzero(SOLID), 3)


def test_hidden_levels_leave_histograms_as_they_are() -> None:
    plane = smooth_picture(64, 48, 1)[:, :, 0].copy()
    plane[SOLID == 0] = 7
    filled = without_hidden_levels(plane, SOLID, 2)
    np.testing.assert_array_equal(filled[SOLID > 0], plane[SOLID > 0])
    for tile in (np.s_[:24, :32], np.s_[24:, 32:]):
        before, after = np.sort(plane[tile][SOLID[tile] > 0]), np.sort(filled[tile], axis=None)
        shares = np.linspace(0, 1, 21)
        assert np.max(np.abs(np.quantile(before, shares) - np.quantile(after, shares))) <= 2


@pytest.mark.parametrize(
    "change",
    [
        lambda image: equalize(image, 1.0),
        lambda image: autocontrast(image, 1.0),
        lambda image: clahe(image, 1.0, clip=3, tiles=4),
        lambda image: cover(image, [], "mean", 0),
        lambda image: in_season(image, LOOKS["winter"], 1.0, 0),
    ],
)
def test_wholly_transparent_pictures_stay(change: Callable[[Image], Image]) -> None:
    image = shown(np.zeros((48, 64), np.uint8))
    np.testing.assert_array_equal(change(image), image)


@pytest.mark.parametrize("between", [0.0, 0.03, 0.5, 1.0])
def test_levels_are_counted_by_weight_however_few_are_neither_hidden_nor_solid(between: float) -> None:
    random = np.random.default_rng(3)
    plane = noise_picture(61, 47, 1)[:, :, 0]
    weights = np.where(random.random(plane.shape) < 0.4, 255, 0).astype(np.uint8)
    chosen = random.random(plane.shape) < between
    weights[chosen] = random.integers(1, 255, int(chosen.sum()))
    expected = np.bincount(plane.ravel(), weights.ravel(), 256).astype(np.int64)
    counts = level_counts(plane, weights)
    np.testing.assert_array_equal(counts * expected.sum(), expected * counts.sum())
    assert counts.any()
