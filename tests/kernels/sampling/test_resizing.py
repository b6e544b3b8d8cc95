"""Resizing against OpenCV's, and what it is made of."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from augstudio.kernels.sampling.resizing import resized, resized_strips
from tests.pictures import ODD_SIZES, noise_picture

METHODS = {
    "larger": ((97, 53), (333, 77), False, cv2.INTER_LINEAR),
    "much larger": ((7, 5), (600, 401), False, cv2.INTER_LINEAR),
    "cubic": ((97, 53), (333, 77), True, cv2.INTER_CUBIC),
    "cubic, from few": ((3, 2), (64, 31), True, cv2.INTER_CUBIC),
    "smaller": ((333, 77), (97, 53), False, cv2.INTER_AREA),
    "half": ((96, 64), (48, 32), False, cv2.INTER_AREA),
}


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("name", METHODS)
def test_it_is_what_opencv_reckons(name: str, channels: int) -> None:
    before, after, cubic, method = METHODS[name]
    values = noise_picture(*before, channels).astype(np.float32) * 2 - 300
    expected = cv2.resize(values.astype(np.float64), after, interpolation=method)
    found = resized(values, after, cubic=cubic)
    assert found.dtype == np.float32
    # OpenCV keeps places along a side in single precision.
    np.testing.assert_allclose(found, expected.reshape(found.shape), atol=0.02)


@pytest.mark.parametrize("size", ODD_SIZES)
def test_the_same_size_changes_nothing(size: tuple[int, int]) -> None:
    image = noise_picture(*size, 3)
    np.testing.assert_array_equal(resized(image, size), image)


@pytest.mark.parametrize("cubic", [False, True])
@pytest.mark.parametrize("before", ODD_SIZES)
def test_a_plain_picture_stays_plain(before: tuple[int, int], cubic: bool) -> None:
    plain = np.full((before[1], before[0], 3), -77, np.int16)
    for after in ((130, 90), (1, 1), (5, 200)):
        np.testing.assert_allclose(resized(plain, after, cubic=cubic), -77, rtol=1e-5)


def test_strips_follow_each_other() -> None:
    image, ends = noise_picture(40, 30, 3), [0]
    for rows, made in resized_strips(image, (3000, 217)):
        assert rows.start == ends[-1]
        assert made.shape == (rows.stop - rows.start, 3000, 3)
        ends.append(rows.stop)
    assert ends[-1] == 217
    assert len(ends) > 5
