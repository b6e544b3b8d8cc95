from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.image import Size
from augstudio.core.matrix import IDENTITY, about_centre, compose, rotation, scaling, translation
from augstudio.kernels.geometry.turning import copied, turned_picture
from tests.pictures import ODD_SIZES, noise_picture


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (31, 20)])
def test_a_copy_of_a_turned_picture_or_part_is_numpys(size: Size, channels: int) -> None:
    picture = noise_picture(*size, channels)
    for turns in range(4):
        for turned in (np.rot90(picture, turns), np.rot90(picture[:, ::-1], turns)):
            height, width = turned.shape[:2]
            parts = (turned, turned[height // 3 : height // 3 + 9, width // 4 : width // 4 + 12])
            for part in parts:
                made = copied(part)
                np.testing.assert_array_equal(made, part)
                assert made.flags.c_contiguous
                assert made.flags.writeable
                assert not np.shares_memory(made, picture)


@pytest.mark.parametrize("flipped", [False, True])
@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("size", [*ODD_SIZES, (31, 20)])
def test_flips_and_quarter_turns_are_numpys(size: Size, turns: int, flipped: bool) -> None:
    picture = noise_picture(*size)
    target = size if turns % 2 == 0 else (size[1], size[0])
    flip = about_centre(scaling(-1, 1), size) if flipped else IDENTITY
    matrix = compose(flip, about_centre(rotation(90 * turns), size, target))
    made = turned_picture(picture, matrix, target)
    assert made is not None
    np.testing.assert_array_equal(made, np.rot90(picture[:, ::-1] if flipped else picture, turns))
    for other in (translation(1, 0), translation(0, 0.5), scaling(2, 1), rotation(1e-3)):
        assert turned_picture(picture, compose(matrix, other), target) is None
    assert turned_picture(picture, matrix, (target[0] + 1, target[1])) is None
