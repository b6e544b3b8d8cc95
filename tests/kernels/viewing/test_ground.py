"""How plain a ground is, and how thick what is drawn upon it."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.kernels.viewing.ground import plain_share, thickness
from augstudio.kernels.viewing.likeness import Fields


def drawn(height: int, width: int, *, ink: int = 20, ground: int = 240) -> Fields:
    """A filled rectangle in the middle of a ground of 64 x 64."""
    fields = np.full((64, 64), ground, np.uint8)
    top, left = (64 - height) // 2, (64 - width) // 2
    fields[top : top + height, left : left + width] = ink
    return fields


@pytest.mark.parametrize(("ink", "ground"), [(20, 240), (240, 20)])
def test_thickness_is_that_of_a_bar_over_its_length(ink: int, ground: int) -> None:
    for thick, long in ((4, 40), (10, 40), (40, 40)):
        found = thickness(drawn(thick, long, ink=ink, ground=ground))
        assert found == pytest.approx(thick / long, abs=0.06)
        assert thickness(drawn(long, thick, ink=ink, ground=ground)) == pytest.approx(found, abs=0.01)


def test_a_plain_picture_has_no_strokes() -> None:
    assert thickness(np.full((8, 8), 90, np.uint8)) == 1.0
    assert thickness(np.full((1, 1), 90, np.uint8)) == 1.0


def test_a_ground_counts_where_it_reaches_the_rim() -> None:
    assert plain_share(np.full((5, 7), 3, np.uint8)) == 1.0
    assert plain_share(drawn(32, 32)) == pytest.approx(0.75)
    band = drawn(64, 32)  # which the rim shows, too
    assert plain_share(band) < 0.5
    noise = np.random.default_rng(1).integers(0, 256, (64, 64), dtype=np.uint8)
    assert plain_share(noise) < 0.02
