"""Divisions into train, val and test: exact, stable, and nothing on two sides."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.datasets.base import Sample
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export.division import Division, parsed_shares
from augstudio.export.options import ExportOptions

TRAIN, VAL, TEST = Split.TRAIN, Split.VAL, Split.TEST


def samples_of(keys: list[str]) -> list[Sample]:
    """Samples whose first folder is their class."""
    return [Sample(key, key, key.split("/")[0]) for key in keys]


def sides_of(division: Division, samples: list[Sample]) -> dict[str, Split]:
    sides = division.sides(samples, lambda sample: sample.classes)
    return dict(zip((sample.key for sample in samples), sides, strict=True))


@given(
    count=st.integers(1, 200),
    shares=st.sampled_from([(8, 1, 1), (70, 15, 15), (4, 1, 0), (1, 1, 1)]),
    seed=st.integers(),
)
def test_sides_have_the_shares_and_another_picture_moves_few(
    count: int, shares: tuple[int, int, int], seed: int
) -> None:
    division = Division(shares, "image", False, seed)
    samples = samples_of([f"a/{number}.png" for number in range(count)])
    sides = sides_of(division, samples[:-1])
    found = Counter(sides.values())
    for side, share in zip((TRAIN, VAL, TEST), shares, strict=True):
        assert abs(found[side] - (count - 1) * share / sum(shares)) <= 1
    assert sides_of(division, samples[-2::-1]) == sides  # whatever the order
    after = sides_of(division, samples)
    assert sum(after[key] is not side for key, side in sides.items()) <= 2


def test_many_small_classes_come_to_the_shares_together() -> None:
    samples = samples_of([f"{name}/{number}.png" for name in range(200) for number in range(4)])
    found = Counter(sides_of(Division((80, 10, 10), "image", True, 0), samples).values())
    assert found[VAL] == pytest.approx(80, abs=20)
    assert found[TEST] == pytest.approx(80, abs=20)


def test_each_class_has_the_shares_and_is_left_alone_by_pictures_of_others() -> None:
    division = Division((80, 10, 10), "image", True, 3)
    cats = samples_of([f"cat/{number}.png" for number in range(40)])
    dogs = samples_of([f"dog/{number}.png" for number in range(10)])
    sides = sides_of(division, [*cats, *dogs])
    for kind, few in (("cat", 4), ("dog", 1)):
        found = Counter(side for key, side in sides.items() if key.startswith(kind))
        assert (found[VAL], found[TEST]) == (few, few)
    more = sides_of(division, [*cats, *dogs, *samples_of(["dog/10.png"])])
    assert {key: side for key, side in more.items() if key.startswith("cat")} == {
        key: side for key, side in sides.items() if key.startswith("cat")
    }
    other = sides_of(Division((80, 10, 10), "image", True, 4), [*cats, *dogs])
    assert other != sides


@pytest.mark.parametrize(
    ("by", "group"),
    [("folder", lambda key: key.rsplit("/", 1)[0]), ("name", lambda key: key.rsplit("_", 1)[0])],
)
@pytest.mark.parametrize("stratify", [False, True])
def test_groups_stay_on_one_side(by: str, group: object, stratify: bool) -> None:
    keys = [f"a/{clip}/shot{clip}_{number:03}.png" for clip in range(30) for number in range(1 + clip % 7)]
    sides = sides_of(Division((60, 20, 20), by, stratify, 1), samples_of(keys))
    assert callable(group)
    groups = {(group(key), side) for key, side in sides.items()}
    assert len(groups) == 30
    found = Counter(sides.values())
    assert found[VAL] == pytest.approx(len(keys) / 5, abs=4)
    assert found[TEST] == pytest.approx(len(keys) / 5, abs=4)


@pytest.mark.parametrize(
    ("name", "like", "same"),
    [("a (1)", "a (23)", True), ("IMG_7", "IMG_8", True), ("7", "8", False), ("a1", "b1", False)],
)
def test_names_that_differ_in_their_last_number_are_one_group(name: str, like: str, same: bool) -> None:
    keys = [f"{name}.png", f"{like}.png", *(f"other{number}x.png" for number in range(2))]
    division = Division((1, 1, 0), "name", False, 0)
    together = {
        len({sides[keys[0]], sides[keys[1]]})
        for seed in range(20)
        if (sides := sides_of(Division(division.shares, "name", False, seed), samples_of(keys)))
    }
    assert (together == {1}) is same


@pytest.mark.parametrize(
    "text", ["", "80", "80/20/", "80/10/10/0", "0/50/50", "80/0/0", "a/b", "-1/2", "8e1/2"]
)
def test_shares_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ExportError, match="such as 80/10/10"):
        parsed_shares(text)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"divide_by": "folder"}, "must say the shares"),
        ({"stratify": True}, "must say the shares"),
        ({"divide": "8/2", "divide_by": "colour"}, "must be one of image, folder, name"),
        ({"per_class": -1}, "per_class: must be a whole number"),
        ({"only": "a.png"}, "only: must be a list of names"),
        ({"only_classes": (1,)}, "only_classes: must be a list of names"),
    ],
)
def test_choices_that_mean_nothing_are_refused(options: dict[str, object], reason: str) -> None:
    with pytest.raises(ExportError, match=reason):
        ExportOptions(**options)  # type: ignore[arg-type]


def test_what_a_pattern_finds_stays_together_and_the_rest_is_counted() -> None:
    keys = [f"{name}/scan_{patient}_{number}.png" for name in "ab" for patient in range(8) for number in "xy"]
    division = Division((50, 25, 25), r"scan_(\d+)", False, 0)
    samples = samples_of([*keys, "odd.png"])
    sides = sides_of(division, samples)
    for patient in range(8):
        assert len({sides[key] for key in keys if f"_{patient}_" in key}) == 1
    assert Counter(sides.values()) == {TRAIN: 17, VAL: 8, TEST: 8}
    assert division.ungrouped(samples) == 1
    assert Division((1, 1, 0), "name", False, 0).ungrouped(samples) == 0
    with pytest.raises(ExportError, match=r"'cat\(\.\)' is found in no picture's path, such as a/scan_0_x"):
        Division((1, 1, 0), "cat(.)", False, 0).ungrouped(samples)


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("folders", "one part in parentheses.*got 'folders'"),
        ("(a)(b)", "one part in parentheses"),
        ("(a", "is no regular expression: missing"),
        ("", "one part in parentheses"),
    ],
)
def test_what_is_no_pattern_is_refused(by: str, told: str) -> None:
    with pytest.raises(ExportError, match=f"divide_by: .*{told}"):
        ExportOptions(divide="80/20", divide_by=by)
