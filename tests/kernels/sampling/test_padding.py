"""Padding against ``numpy.pad``."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region
from augstudio.kernels.sampling.padding import padded_window, source_indices
from tests.pictures import noise_picture, numpy_pad

PERIODIC = [mode for mode in PaddingMode if mode is not PaddingMode.CONSTANT]


@pytest.mark.parametrize("mode", PERIODIC)
@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 50])
def test_indices_equal_numpy_pad(mode: PaddingMode, size: int) -> None:
    before, after = 331, 457  # many times the size away
    line = np.pad(np.arange(size), (before, after), mode=mode.value)
    np.testing.assert_array_equal(source_indices(mode, -before, size + after, size), line)
    np.testing.assert_array_equal(source_indices(mode, -before, -300, size), line[: before - 300])
    np.testing.assert_array_equal(source_indices(mode, size + 400, size + after, size), line[-57:])


def test_constant_padding_shows_no_pixel() -> None:
    with pytest.raises(ValueError, match="shows no pixels"):
        source_indices(PaddingMode.CONSTANT, 0, 1, 2)


@given(
    st.sampled_from(PERIODIC),
    st.sampled_from([1, 3, 4]),
    st.tuples(st.integers(1, 12), st.integers(1, 12)),
    st.tuples(st.integers(-40, 50), st.integers(-40, 50)),
    st.tuples(st.integers(1, 30), st.integers(1, 30)),
)
def test_windows_equal_numpy_pad(
    mode: PaddingMode, channels: int, size: tuple[int, int], place: tuple[int, int], window: tuple[int, int]
) -> None:
    image = noise_picture(*size, channels)
    (left, top), (width, height) = place, window
    plane = numpy_pad(image, (40, 40), (80, 80), Padding(mode=mode))
    before = image.copy()
    found = padded_window(image, mode, Region.between(left, top, left + width, top + height))
    np.testing.assert_array_equal(found, plane[top + 40 : top + 40 + height, left + 40 : left + 40 + width])
    np.testing.assert_array_equal(image, before)


@pytest.mark.parametrize("mode", PERIODIC)
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_wide_sides_equal_numpy_pad(mode: PaddingMode, channels: int) -> None:
    image = noise_picture(150, 140, channels)[2:-3, 4:-1]
    for left, top, right, bottom in ((60, 70, 80, 90), (140, 0, 0, 3), (0, 9, 144, 0)):
        plane = numpy_pad(image, (top, left), (bottom, right), Padding(mode=mode))
        window = Region(-left, -top, left + 145 + right, top + 135 + bottom)
        np.testing.assert_array_equal(padded_window(image, mode, window), plane)


@pytest.mark.parametrize("mode", PERIODIC)
@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_every_window_of_a_short_line(mode: PaddingMode, size: int) -> None:
    image = noise_picture(size, 1)
    plane = numpy_pad(image, (0, 20), (0, 20), Padding(mode=mode))
    for left in range(-12, 12):
        for right in range(left + 1, 14):
            across = padded_window(image, mode, Region.between(left, 0, right, 1))
            np.testing.assert_array_equal(across, plane[:, left + 20 : right + 20])
            down = padded_window(image.transpose(1, 0, 2), mode, Region.between(0, left, 1, right))
            np.testing.assert_array_equal(down, plane[:, left + 20 : right + 20].transpose(1, 0, 2))


def test_window_inside_costs_no_copy() -> None:
    image = noise_picture(9, 7)
    assert np.shares_memory(padded_window(image, PaddingMode.WRAP, Region.between(1, 2, 5, 7)), image)
