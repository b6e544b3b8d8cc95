from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.kernels.viewing.difference import amplified, difference
from tests.pictures import noise_picture, plain_picture


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([1, 3, 4]))
def test_difference_is_what_numpy_finds_in_whole_numbers(width: int, height: int, channels: int) -> None:
    one = noise_picture(width, height, channels)
    other = noise_picture(width, height, channels, seed=1)
    other[::2] = one[::2]
    found = difference(one, other)
    exact = np.abs(one.astype(int) - other.astype(int))
    assert np.array_equal(found.pixels, exact)
    assert found.mean == pytest.approx(exact.mean())
    assert found.share == pytest.approx((exact > 0).any(axis=2).mean())
    assert found.same_size


def test_one_channel_of_one_pixel_is_found() -> None:
    one = plain_picture(10, 8, value=7)
    other = one.copy()
    other[3, 5, 2] = 9
    found = difference(one, other)
    assert (found.mean, found.share) == (2 / 240, 1 / 80)
    assert np.argwhere(found.pixels).tolist() == [[3, 5, 2]]


@given(st.integers(0, 9), st.integers(0, 9))
def test_larger_picture_is_compared_by_its_middle(across: int, down: int) -> None:
    small = noise_picture(20, 12)
    padding = ((down, down), (across, across), (0, 0))
    large = np.pad(small, padding, constant_values=255)
    for one, other in ((small, large), (large, small)):
        found = difference(one, other)
        assert found.pixels.shape == small.shape
        assert (found.mean, found.share) == (0, 0)
        assert found.same_size == (across == down == 0)


def test_half_pixels_are_rounded_towards_the_upper_left() -> None:
    small = noise_picture(20, 12)
    large = np.pad(small, ((1, 2), (2, 3), (0, 0)))
    assert difference(large, small).share == 0
    assert difference(small, large).share == 0


def test_different_shapes_meet_where_both_lie() -> None:
    assert difference(plain_picture(30, 10), plain_picture(10, 30)).pixels.shape == (10, 10, 3)
    assert difference(plain_picture(30, 10), plain_picture(10, 30)).sizes == ((30, 10), (10, 30))


def test_unlike_channels_are_refused() -> None:
    with pytest.raises(ValueError, match="1 and 3 channels"):
        difference(noise_picture(4, 4, 1), noise_picture(4, 4, 3))


@pytest.mark.parametrize("gain", [1, 4, 16])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_gain_saturates(gain: int, channels: int) -> None:
    picture = noise_picture(31, 17, channels)
    exact = np.minimum(picture.astype(int) * gain, 255)
    if channels == 4:
        exact = np.maximum(exact[:, :, :3], exact[:, :, 3:])
    assert np.array_equal(amplified(picture, gain), exact)
