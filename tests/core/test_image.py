"""The contract of a picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from augstudio.core.image import check_image, size_of
from augstudio.errors import AugStudioError, ImageError


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_picture_passes_unchanged(channels: int) -> None:
    image = np.zeros((2, 5, channels), np.uint8)
    assert check_image(image) is image
    assert size_of(image) == (5, 2)


@pytest.mark.parametrize(
    ("image", "words"),
    [
        ([[[0, 0, 0]]], "expected a numpy array, got list"),
        (None, "expected a numpy array, got NoneType"),
        (np.zeros((2, 2, 3)), "uint8, got float64"),
        (np.zeros((2, 2, 3), np.int8), "uint8, got int8"),
        (np.zeros((2, 2, 3), bool), "uint8, got bool"),
        (np.zeros((2, 2), np.uint8), "got (2, 2)"),
        (np.zeros((2, 2, 5), np.uint8), "1 to 4 channels, got (2, 2, 5)"),
        (np.zeros((3, 2, 2, 3), np.uint8), "got (3, 2, 2, 3)"),
        (np.zeros((0, 2, 3), np.uint8), "no pixels: its shape is (0, 2, 3)"),
        (np.zeros((2, 0, 3), np.uint8), "no pixels: its shape is (2, 0, 3)"),
    ],
)
def test_anything_else_is_refused(image: Any, words: str) -> None:
    with pytest.raises(ImageError) as caught:
        check_image(image)
    assert words in str(caught.value)
    assert isinstance(caught.value, AugStudioError)
