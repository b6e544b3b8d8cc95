"""Which places steps say that they hide."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.image import Size
from augstudio.core.randomness import stream
from augstudio.core.transform import Pixel, View
from augstudio.transforms import CATALOGUE, Cutout, GridMask
from augstudio.transforms.occlusion import Occlusion
from tests.pictures import plain_picture

SIZES = [(90, 70), (1, 1), (3, 200)]
HIDING: tuple[type[Occlusion], ...] = (Cutout, GridMask)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", HIDING, ids=lambda kind: kind.NAME)
def test_hidden_places_are_those_that_are_covered(kind: type[Occlusion], size: Size) -> None:
    transform = kind.model_validate({"fill": "white"})
    for copy in range(1, 6):
        draw = transform.draw(stream(0, "k", copy, 1), size)
        covered = transform.apply(plain_picture(*size, value=7), draw, View())[:, :, 0] == 255
        hidden = np.zeros((size[1], size[0]), np.bool_)
        for region in transform.hidden(draw, size):
            part = region.within(size)
            if part.width > 0 and part.height > 0:
                hidden[part.top : part.bottom, part.left : part.right] = True
        np.testing.assert_array_equal(hidden, covered)


def test_no_other_step_of_that_group_was_forgotten() -> None:
    occluding = {kind for kind in CATALOGUE if kind.GROUP == "Occlusion"}
    assert occluding == set(HIDING)
    others = [kind for kind in CATALOGUE if issubclass(kind, Pixel) and kind not in HIDING]
    assert len(others) > 20
    for kind in others:
        transform = kind()
        assert transform.hidden(transform.draw(stream(0, "k", 1, 1), (9, 7)), (9, 7)) == ()
