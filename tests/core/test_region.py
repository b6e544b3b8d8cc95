"""Rectangles of whole pixels."""

from __future__ import annotations

import pytest

from augstudio.core.region import Region
from augstudio.core.transform import View


def test_growing_aligning_and_clipping() -> None:
    region = Region(10, 20, 30, 5)
    assert (region.right, region.bottom) == (40, 25)
    assert region.grown(3) == Region(7, 17, 36, 11)
    assert region.aligned(16) == Region(0, 16, 48, 16)
    assert Region(-5, -5, 20, 20).within((12, 9)) == Region(0, 0, 12, 9)
    assert Region(-5, -5, 20, 20).aligned(16) == Region(-16, -16, 32, 32)
    assert region.seen_from(Region(8, 19, 99, 99)) == Region(2, 1, 30, 5)
    assert Region.whole((7, 3)) == Region(0, 0, 7, 3)


def test_a_view_without_its_whole_has_no_frame() -> None:
    assert View(whole=(7, 3)).frame == Region(0, 0, 7, 3)
    with pytest.raises(ValueError, match="how large the whole picture is"):
        View().frame  # noqa: B018
