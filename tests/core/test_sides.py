"""Pairs of keypoints are told by their names where all of them have a counterpart."""

from __future__ import annotations

import pytest

from augstudio.core.sides import pairs_by_names


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (("nose", "left_eye", "right_eye"), ((1, 2),)),
        (("R_eye", "L_Eye", "r-ear", "l-ear"), ((0, 1), (2, 3))),
        (("eye_left", "eye_right", "tail"), ((0, 1),)),
        (("左眼", "右眼", "鼻"), ((0, 1),)),
        (("肩左", "肩右"), ((0, 1),)),
        (("left_eye", "right_eye", "left_ear"), ()),  # not all of them: nothing is guessed
        (("leftover", "rightful", "tail_lr", "l", "r", "left"), ()),
        (("left", "thumb", "right"), ((0, 2),)),
        (("0", "1"), ()),
        ((), ()),
    ],
)
def test_pairs_are_told_by_names(names: tuple[str, ...], pairs: tuple[tuple[int, int], ...]) -> None:
    assert pairs_by_names(names) == pairs
