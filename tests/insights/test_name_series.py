"""Names of files tell series of pictures, and names that everybody's files have tell none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.datasets.base import Sample
from augstudio.datasets.splits import Split
from augstudio.insights.name_series import Series, series_name, series_of

SPLITS = (Split.TRAIN, Split.TRAIN, Split.VAL, Split.TEST)


def samples(stems: Iterable[str], class_name: str | None = None) -> list[Sample]:
    """Pictures of these names, put into splits by lot, as those do who think of no series."""
    made = []
    for stem in stems:
        split = SPLITS[hashlib.sha256(stem.encode()).digest()[0] % 4]
        key = f"{split}/{class_name or 'images'}/{stem}.jpg"
        made.append(Sample(key, key, class_name, split))
    return made


def names(series: Series) -> set[str]:
    return {name for _, name in series.numbered}


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("clip7_0012", "clip7"),
        ("patient12-3", "patient12"),
        ("person1_bacteria_2", "person1_bacteria"),
        ("CHNCXR_0001_0", "CHNCXR_0001"),
        ("00012_00029", "00012"),
        ("s01 e02 0003", "s01 e02"),
        ("tile12_3_4", "tile12_3"),
        ("clip7frame0012", "clip7frame"),
        ("IMG_0042 (2)", "IMG_0042"),
        ("sub-01_ses-02_slice-113", "sub-01_ses-02_slice"),
    ],
)
def test_a_number_before_the_last_one_names_a_series(stem: str, name: str) -> None:
    found = series_name(stem)
    assert found is not None
    assert (found.name, found.is_numbered) == (name, True)


@pytest.mark.parametrize(
    "stem",
    [
        "IMG_0001",
        "DSC01234",
        "cat.17",
        "anna_3",
        "frame_000123",
        "20240131_120155",
        "IMG_20240131_120155",
        "IMG-20240131-WA0007",
        "Screenshot 2024-01-31 at 12.01.55",
        "2007_000027",
        "101_0042",
    ],
)
def test_words_cameras_and_days_are_no_numbered_series(stem: str) -> None:
    found = series_name(stem)
    assert found is not None
    assert not found.is_numbered


@pytest.mark.parametrize(
    "stem", ["0001", "000000000139", "flower", "ab1234", "a3f9c12", "dc52e1f07aaf4e11", "clip7_1__aug001"]
)
def test_bare_numbers_hashes_and_copies_name_no_series(stem: str) -> None:
    assert series_name(stem) is None


@given(
    st.integers(1, 9).flatmap(
        lambda films: st.lists(
            st.tuples(st.integers(1, films), st.integers(0, 9999)), min_size=1, max_size=40, unique=True
        )
    ),
    st.sampled_from(("clip{}_{:04d}", "patient{}-{}", "{:05d}_{:05d}", "P{:03d}_frame_{}")),
)
def test_a_series_is_told_unless_it_is_most_of_what_there_is(pairs: list[tuple[int, int]], form: str) -> None:
    found = series_of(samples(form.format(film, number) for film, number in pairs))
    sizes = [sum(film == one for one, _ in pairs) for film in {film for film, _ in pairs}]
    assert sorted(map(len, found.numbered.values())) == sorted(
        size for size in sizes if 1 < size <= len(pairs) / 2
    )
    assert found.unnumbered == {}
    for members in found.torn_numbered:
        assert len({sample.split for sample in members}) > 1


@given(st.integers(10, 400), st.sampled_from(("IMG_{:04d}", "frame{:06d}", "{}", "DSC{:05d}", "img ({})")))
def test_a_counter_of_all_pictures_is_no_series(count: int, form: str) -> None:
    found = series_of(samples(form.format(number) for number in range(count)))
    assert not found.torn_numbered
    assert not found.torn_unnumbered


@given(st.lists(st.integers(5, 60), min_size=1, max_size=4), st.data())
def test_several_cameras_are_no_series(counts: list[int], data: st.DataObject) -> None:
    forms = data.draw(st.permutations(("IMG_{:04d}", "DSC{:05d}", "_MG_{:04d}", "101_{:04d}")))
    found = series_of(
        samples(
            form.format(number) for form, count in zip(forms, counts, strict=False) for number in range(count)
        )
    )
    assert not found.torn_numbered
    assert not found.torn_unnumbered


@given(st.integers(0, 10**6), st.sampled_from((6, 8, 12, 32, 40)), st.integers(20, 300))
def test_hashes_are_no_series(seed: int, length: int, count: int) -> None:
    stems = {hashlib.sha512(f"{seed} {number}".encode()).hexdigest()[:length] for number in range(count)}
    found = series_of(samples(stems))
    assert not found.torn_numbered
    assert not found.torn_unnumbered


@given(st.integers(2, 9), st.integers(3, 40))
def test_counters_of_classes_are_no_series(classes: int, count: int) -> None:
    made = [
        sample
        for one in range(classes)
        for sample in samples((f"n0{one}440764_{number}" for number in range(count)), f"class {one}")
    ]
    found = series_of(made)
    assert not found.torn_numbered
    assert not found.torn_unnumbered


@given(st.integers(1, 28), st.integers(2, 50))
def test_days_are_told_only_with_pictures_that_are_alike(days: int, each: int) -> None:
    stems = (f"202401{day + 1:02d}_{120000 + number}" for day in range(days) for number in range(each))
    found = series_of(samples(stems))
    assert not found.numbered


def test_classes_number_their_series_for_themselves() -> None:
    made = samples((f"{track:05d}_{number}" for track in range(4) for number in range(2)), "a")
    made += samples((f"{track:05d}_{number}" for track in range(4) for number in range(2)), "b")
    assert len(series_of(made).numbered) == 8
