from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QFont, QGuiApplication

from augstudio.core.labels import Box, Categories, Instance, Labels
from augstudio.preview.label_marks import marks_of
from augstudio.ui.preview.label_names import LabelNames, _apart


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


def test_a_name_at_the_upper_edge_keeps_to_the_right(qapp: QGuiApplication) -> None:
    lower = Instance(category=1, shape=Box(9.5, 199.5, 189.5, 299.5))
    upper = Instance(category=0, shape=Box(-0.5, -0.5, 299.5, 299.5))
    classes = Categories.named(["cat", "eye"])
    names = LabelNames(marks_of(Labels((upper, lower)), classes), classes).placed(
        (1, 1), QFont(), 1, frozenset()
    )
    (cat, eye) = names
    assert (cat.place.x() + cat.tag.width(), cat.place.y()) == (301, 0), "the caption lies over its left end"
    assert (eye.place.x(), eye.place.y() + eye.tag.height()) == (9, 200)
