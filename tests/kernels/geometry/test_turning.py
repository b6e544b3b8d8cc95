from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.image import Size
from augstudio.kernels.geometry.turning import copied
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
