"""Pictures are divided evenly, whole classes at a time, and by their keys alone."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from augstudio.insights.folds import folds, half

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


@given(CLASSES, st.integers(0, 99))
def test_halves_have_half_of_every_class(classes: list[int], seed: int) -> None:
    keys = [f"{place}.png" for place in range(len(classes))]
    chosen = half(keys, classes, seed, 0)
    kept = Counter(classes[place] for place in chosen)
    assert len(chosen) in (len(classes) // 2, (len(classes) + 1) // 2)
    for number, size in Counter(classes).items():
        assert kept[number] in (size // 2, (size + 1) // 2)
        assert 1 <= kept[number] < size


def test_divisions_follow_from_keys_and_not_from_the_order() -> None:
    keys, classes = [f"{place}.png" for place in range(20)], [0, 1] * 10
    by_key = [{keys[place] for place in part} for part in folds(keys, classes, 0, 0, 4)]
    backwards = [{keys[19 - place] for place in part} for part in folds(keys[::-1], classes[::-1], 0, 0, 4)]
    assert by_key == backwards
    first = folds(keys, classes, 0, 0, 4)
    for seed, turn in ((1, 0), (0, 1)):
        other = folds(keys, classes, seed, turn, 4)
        assert any(not np.array_equal(one, two) for one, two in zip(first, other, strict=True))
