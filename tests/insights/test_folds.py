"""Pictures are divided evenly, whole classes at a time, and by their keys alone."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from augstudio.insights.folds import folds, subset

CLASSES = st.lists(st.integers(2, 9), min_size=2, max_size=5).map(
    lambda sizes: [number for number, size in enumerate(sizes) for _ in range(size)]
)


@given(CLASSES, st.integers(0, 99), st.integers(0, 3))
def test_folds_are_even_and_lack_no_class(classes: list[int], seed: int, turn: int) -> None:
    keys = [f"{place}.png" for place in range(len(classes))]
    count = min(5, *Counter(classes).values())
    parts = folds(keys, classes, seed, turn, count)
    assert sorted(place for part in parts for place in part) == list(range(len(classes)))
    sizes = [len(part) for part in parts]
    assert max(sizes) - min(sizes) <= 1
    for number in set(classes):
        within = [sum(classes[place] == number for place in part) for part in parts]
        assert min(within) >= 1
        assert max(within) - min(within) <= 1


@given(CLASSES, st.integers(0, 99), st.floats(0.01, 0.99))
def test_subsets_keep_and_leave_every_class(classes: list[int], seed: int, share: float) -> None:
    keys = [f"{place}.png" for place in range(len(classes))]
    kept = Counter(classes[place] for place in subset(keys, classes, seed, 0, share))
    for number, size in Counter(classes).items():
        assert 1 <= kept[number] < size
        assert abs(kept[number] - size * share) <= 1


def test_divisions_follow_from_keys_and_not_from_the_order() -> None:
    keys, classes = [f"{place}.png" for place in range(20)], [0, 1] * 10
    by_key = [{keys[place] for place in part} for part in folds(keys, classes, 0, 0, 4)]
    backwards = [{keys[19 - place] for place in part} for part in folds(keys[::-1], classes[::-1], 0, 0, 4)]
    assert by_key == backwards
    first = folds(keys, classes, 0, 0, 4)
    for seed, turn in ((1, 0), (0, 1)):
        other = folds(keys, classes, seed, turn, 4)
        assert any(not np.array_equal(one, two) for one, two in zip(first, other, strict=True))
