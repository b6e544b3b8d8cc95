from __future__ import annotations

import numpy as np
import pytest

from augstudio.ui.preview.label_names import _apart


@pytest.mark.parametrize("count", [0, 1, 7, 60])
def test_a_name_gives_way_to_those_before_it_that_are_kept(count: int) -> None:
    random = np.random.default_rng(count)
    corners = np.floor(random.uniform(0, 120, (count, 2)))
    sizes = random.integers(1, 40, (count, 2))
    kept: list[int] = []
    for number in range(count):
        meeting = np.all(
            (corners[kept] < corners[number] + sizes[number])
            & (corners[number] < corners[kept] + sizes[kept]),
            axis=1,
        )
        if not meeting.any():
            kept.append(number)
    assert _apart(corners, sizes) == kept
    assert count < 60 or 1 < len(kept) < count
