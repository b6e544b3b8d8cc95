"""Pictures with their channels first."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.kernels.sampling.layout import channels_first
from tests.pictures import ODD_SIZES, noise_picture


@pytest.mark.parametrize("size", ODD_SIZES)
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_channels_come_first(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    for view in (image, image[:, ::-1], image[::2]):
        planes = channels_first(view)
        assert np.array_equal(planes, view.transpose(2, 0, 1))
        assert planes.flags.c_contiguous
        assert not np.may_share_memory(planes, view)


def test_channels_go_where_they_are_wanted() -> None:
    image = noise_picture(5, 4, 3)
    batch = np.zeros((2, 3, 4, 5), np.uint8)
    channels_first(image, batch[1])
    assert np.array_equal(batch[1], image.transpose(2, 0, 1))
    assert not batch[0].any()
