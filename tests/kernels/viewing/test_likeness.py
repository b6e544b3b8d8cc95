"""Descriptions by which pictures are compared."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.kernels.viewing.likeness import (
    HASH_BITS,
    brightness_fields,
    coarse_colours,
    gradient_hash,
    likeness,
)
from tests.pictures import ODD_SIZES, noise_picture, plain_picture, smooth_picture


def bits_apart(one: int, other: int) -> int:
    return (one ^ other).bit_count()


def test_fields_are_means_of_what_they_cover() -> None:
    picture = noise_picture(32, 24)
    expected = picture.reshape(4, 6, 4, 8, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(coarse_colours(picture, 4), expected, atol=1e-3)


def test_transparent_pixels_count_as_mid_grey() -> None:
    hidden = np.dstack((noise_picture(16, 16), np.zeros((16, 16), np.uint8)))
    np.testing.assert_array_equal(coarse_colours(hidden, 4), 128.0)
    shown = hidden.copy()
    shown[:, :, 3] = 255
    np.testing.assert_allclose(coarse_colours(shown, 4), coarse_colours(hidden[:, :, :3].copy(), 4))


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("size", ODD_SIZES)
def test_every_size_and_kind_is_described(size: tuple[int, int], channels: int) -> None:
    picture = noise_picture(*size, channels)
    before = picture.copy()
    assert coarse_colours(picture, 8).shape == (8, 8, 3)
    assert 0 <= gradient_hash(picture) < 1 << HASH_BITS
    np.testing.assert_array_equal(picture, before)


def test_each_bit_says_where_it_gets_brighter() -> None:
    across = np.broadcast_to(np.arange(0, 180, 2, dtype=np.uint8)[np.newaxis, :, np.newaxis], (90, 90, 1))
    assert gradient_hash(across) == ((1 << 64) - 1) << 64
    assert gradient_hash(across[:, ::-1]) == 0
    assert gradient_hash(across.transpose(1, 0, 2)) == (1 << 64) - 1
    assert gradient_hash(plain_picture(20, 20)) == 0


def test_hashes_of_one_scene_are_near_and_of_others_far() -> None:
    scene = smooth_picture(200, 150)
    darker = (scene * 0.7).astype(np.uint8)[::2, ::2]
    assert bits_apart(gradient_hash(scene), gradient_hash(darker)) <= 6
    assert bits_apart(gradient_hash(scene), gradient_hash(noise_picture(200, 150))) > 30


def test_likeness_minds_slopes_and_not_brightness_or_contrast() -> None:
    scene = smooth_picture(200, 150)
    fields = brightness_fields(scene)
    assert likeness(fields, fields) == pytest.approx(1)
    assert likeness(fields, brightness_fields((scene * 0.6 + 40).astype(np.uint8))) > 0.99
    assert likeness(fields, 255 - fields) == pytest.approx(-1)
    assert likeness(fields, brightness_fields(plain_picture(50, 50))) == 0
    one, other = (brightness_fields(noise_picture(64, 64, seed=seed)) for seed in (1, 2))
    assert abs(likeness(one, other)) < 0.2
