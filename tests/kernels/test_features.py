"""Numbers that describe a picture for a learner."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.kernels.features import features, normalised_patches, seen_picture
from tests.pictures import ODD_SIZES, noise_picture, plain_picture, smooth_picture

FILTERS = np.random.default_rng(0).normal(size=(8, 108)).astype(np.float32)


@pytest.mark.parametrize("size", ODD_SIZES)
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_pictures_of_every_shape_are_seen(size: tuple[int, int], channels: int) -> None:
    seen = seen_picture(noise_picture(*size, channels))
    assert seen.shape == (32, 32, 3)
    assert seen.dtype == np.uint8


def test_what_is_transparent_is_not_seen() -> None:
    hidden = noise_picture(40, 40, 4)
    hidden[..., 3] = 0
    assert np.ptp(seen_picture(hidden)) == 0
    opaque = noise_picture(40, 40, 4)
    opaque[..., 3] = 255
    assert np.array_equal(seen_picture(opaque), seen_picture(opaque[..., :3]))


def test_patches_know_neither_brightness_nor_contrast() -> None:
    image = smooth_picture(32, 32)
    patches = normalised_patches(image)
    assert patches.shape == (27 * 27, 108)
    assert np.abs(patches.mean(axis=1)).max() < 1e-4
    darker = (image.astype(np.float32) * 0.5).astype(np.uint8)
    assert np.corrcoef(patches[300], normalised_patches(darker)[300])[0, 1] > 0.99
    assert np.abs(normalised_patches(plain_picture(32, 32))).max() == 0


def test_answers_are_means_over_quarters() -> None:
    image = noise_picture(32, 32)
    found = features(image, FILTERS).reshape(4, 8)
    answers = np.maximum(normalised_patches(image) @ FILTERS.T - 0.25, 0).reshape(27, 27, 8)
    assert found[1] == pytest.approx(answers[:14, 14:].mean(axis=(0, 1)), rel=1e-4)
    assert found[2] == pytest.approx(answers[14:, :14].mean(axis=(0, 1)), rel=1e-4)
