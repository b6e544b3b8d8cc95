"""Faster ways give exactly what the plain ways give."""

from __future__ import annotations

from unittest.mock import patch

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.matrix import about_centre, compose, rotation, scaling, translation
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.randomness import noise_bytes
from augstudio.kernels.detail import blur, median
from augstudio.kernels.detail.blur import gaussian_blur, gaussian_reach, median_blur
from augstudio.kernels.detail.median import median_of_seven
from augstudio.kernels.geometry.warp import _small_warp, warp
from augstudio.kernels.noise import tables as noise
from augstudio.kernels.noise.tables import _looked_up, _pair_table, add_gaussian_noise
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.padding import padded_window, source_indices
from augstudio.kernels.sampling.pyramid import Pyramid
from tests.pictures import noise_picture

sides = st.integers(1, 120)
# Up to 128 x 128 OpenCV makes the padding, above that it is made beforehand.
results = st.one_of(sides, st.integers(129, 256))


@given(
    st.tuples(sides, sides),
    st.tuples(results, results),
    st.sampled_from([1, 2, 3, 4]),
    st.sampled_from(list(PaddingMode)),
    st.floats(-180, 180),
    st.floats(0.76, 4),
    st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)),
)
def test_a_small_warp_is_the_one_made_in_tiles(
    source: tuple[int, int],
    size: tuple[int, int],
    channels: int,
    mode: PaddingMode,
    angle: float,
    factor: float,
    shift: tuple[float, float],
) -> None:
    image, padding = noise_picture(*source, channels), Padding(mode=mode, fill=(9, 200, 77))
    turn = compose(rotation(angle), scaling(factor, factor), translation(*shift))
    matrix = about_centre(turn, source)
    small = _small_warp(image, matrix, size, padding)
    if small is not None:
        tiled = warp(Pyramid(image), matrix, size, padding, Region(0, 0, *size))
        np.testing.assert_array_equal(small, tiled)


@pytest.mark.parametrize("side", [32, 256])
@pytest.mark.parametrize("mode", list(PaddingMode))
def test_the_small_way_is_taken(side: int, mode: PaddingMode) -> None:
    matrix = about_centre(rotation(10), (side, side))
    assert _small_warp(noise_picture(side, side), matrix, (side, side), Padding(mode=mode)) is not None


@given(st.tuples(sides, sides), st.tuples(st.integers(-300, 300), st.integers(-300, 300)), sides, sides)
def test_a_repeated_picture_is_put_together_right(
    size: tuple[int, int], place: tuple[int, int], width: int, height: int
) -> None:
    image, (left, top) = noise_picture(*size), place
    rows = source_indices(PaddingMode.WRAP, top, top + height, size[1])
    columns = source_indices(PaddingMode.WRAP, left, left + width, size[0])
    window = padded_window(image, PaddingMode.WRAP, Region.between(left, top, left + width, top + height))
    np.testing.assert_array_equal(window, image[rows][:, columns])


@pytest.mark.parametrize("sigma", [0.3, 10.0, 28.0, 60.0])
def test_both_ways_of_looking_up_give_the_same(sigma: float, monkeypatch: pytest.MonkeyPatch) -> None:
    words = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    table = _pair_table(sigma)
    fast, slow = np.empty_like(table), np.empty_like(table)
    _looked_up(words, table, fast.reshape(256, 256))
    np.testing.assert_array_equal(fast, table)
    monkeypatch.setattr(noise, "_WIDE_TABLES", False)
    _looked_up(words, table, slow.reshape(256, 256))
    np.testing.assert_array_equal(slow, table)
    _pair_table.cache_clear()
    np.testing.assert_array_equal(_pair_table(sigma), table)


@pytest.mark.parametrize("sigma", [10.0, 60.0])
def test_noise_asked_for_again_is_the_same(sigma: float) -> None:
    image = noise_picture(300, 200)
    first, *others = [add_gaussian_noise(image, sigma, 987) for _ in range(4)]
    assert (first != image).any()
    for other in others:
        np.testing.assert_array_equal(other, first)


def test_noise_bytes_can_be_put_where_they_are_wanted() -> None:
    place = np.zeros((700, 5000), np.uint8)
    assert noise_bytes(3, 1, Region(17, 400, 5000, 700), out=place) is place
    np.testing.assert_array_equal(place, noise_bytes(3, 1, Region(17, 400, 5000, 700)))
    np.testing.assert_array_equal(place[300:, 4000:], noise_bytes(3, 1, Region(4017, 700, 1000, 400)))


@given(st.tuples(sides, sides), st.sampled_from([1, 3]), st.floats(0.2, 20))
def test_a_gaussian_blur_by_sums_is_the_one_of_opencv(
    size: tuple[int, int], channels: int, sigma: float
) -> None:
    image, side = noise_picture(*size, channels), 2 * gaussian_reach(sigma) + 1
    whole = cv2.GaussianBlur(
        image, (side, side), sigma, borderType=cv2.BORDER_REFLECT_101, hint=cv2.ALGO_HINT_ACCURATE
    )
    np.testing.assert_array_equal(gaussian_blur(image, sigma), whole.reshape(image.shape))
    np.testing.assert_array_equal(gaussian_blur(np.full_like(image, 255), sigma), 255)


@given(st.tuples(sides, sides), st.sampled_from([1, 3]), st.sampled_from([2, 5, 256]), st.integers(9, 14))
def test_a_median_by_comparisons_is_the_one_of_opencv(
    size: tuple[int, int], channels: int, levels: int, bits: int
) -> None:
    image = noise_picture(size[0] + 6, size[1] + 6, channels) % np.uint16(levels)
    taken = image.astype(np.uint8)
    exact = cv2.medianBlur(taken, 7).reshape(image.shape)[3:-3, 3:-3]
    with patch.object(median, "_AT_ONCE", 1 << bits):
        np.testing.assert_array_equal(median_of_seven(taken), exact)


def test_a_large_median_is_the_small_ones_put_together() -> None:
    image = noise_picture(700, 300)
    whole = median_blur(image, 3)
    for left in range(0, 700, 100):
        part = median_blur(np.ascontiguousarray(image[:, max(0, left - 3) : left + 103]), 3)
        np.testing.assert_array_equal(part[:, min(left, 3) :][:, :100], whole[:, left : left + 100])


def test_medians_of_endless_rows_take_no_memory_for_comparisons() -> None:
    image = noise_picture(70_000, 8, 1)
    with patch.object(blur, "median_of_seven", side_effect=MemoryError) as compared:
        blurred = median_blur(image, 3)
        with pytest.raises(MemoryError):
            median_blur(noise_picture(60_000, 9, 1), 3)
    assert compared.call_count == 1
    assert blurred.shape == image.shape
