from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.seeds import MAX_SEED
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export import ExportJob, ExportOptions, Task, plan
from augstudio.export.planning import plan_samples
from augstudio.pipelines import Pipeline
from tests.folders import write_files


def planned(keys: list[str], options: ExportOptions | None = None, split: Split | None = None) -> list[Any]:
    samples = (Sample(key, key, None, split) for key in keys)
    return list(plan_samples(samples, options or ExportOptions()))


def files(items: list[Any]) -> list[str]:
    return [output.file for item in items if isinstance(item, Task) for output in item.outputs]


def refused(items: list[Any]) -> dict[str, str]:
    return {item.name: item.reason for item in items if isinstance(item, Skipped)}


def test_names_mirror_the_dataset() -> None:
    found = planned(["a/b/x.JPG", "y.tar.png"], ExportOptions(copies=2))
    assert files(found) == [
        "a/b/x.JPG",
        "a/b/x__aug001.JPG",
        "a/b/x__aug002.JPG",
        "y.tar.png",
        "y.tar__aug001.png",
        "y.tar__aug002.png",
    ]
    assert [output.copy for output in found[0].outputs] == [0, 1, 2]


def test_numbers_beyond_999() -> None:
    names = files(planned(["x.png"], ExportOptions(copies=1000)))
    assert names[-2:] == ["x__aug999.png", "x__aug1000.png"]


@pytest.mark.parametrize(
    ("name", "suffix"), [("jpeg", ".jpg"), ("png", ".png"), ("webp", ".webp"), ("tiff", ".tif")]
)
def test_a_format_decides_the_suffix(name: str, suffix: str) -> None:
    assert files(planned(["x.BMP"], ExportOptions(copies=1, format=name))) == [
        f"x{suffix}",
        f"x__aug001{suffix}",
    ]


def test_only_chosen_splits_are_augmented() -> None:
    for split in (None, Split.TRAIN):
        assert files(planned(["x.png"], ExportOptions(copies=1), split)) == ["x.png", "x__aug001.png"]
    assert files(planned(["x.png"], ExportOptions(copies=1), Split.VAL)) == ["x.png"]
    both = ExportOptions(copies=1, splits=(Split.VAL, Split.TRAIN))
    assert files(planned(["x.png"], both, Split.VAL)) == ["x.png", "x__aug001.png"]


def test_without_originals() -> None:
    options = ExportOptions(copies=1, originals=False)
    assert files(planned(["x.png"], options)) == ["x__aug001.png"]
    assert planned(["x.png"], options, Split.TEST) == []


@pytest.mark.parametrize(
    ("keys", "options", "loser", "owner"),
    [
        (["a.jpg", "a.png"], {"format": "jpeg"}, "a.png", "a.jpg"),
        (["a.jpg", "a__aug001.jpg"], {}, "a__aug001.jpg", "a.jpg"),
        (["a.jpg", "a__aug004.jpg"], {}, "a__aug004.jpg", "a.jpg"),
        (["A.jpg", "a.jpg"], {}, "a.jpg", "A.jpg"),
        (["D/a.jpg", "d/A.JPG"], {}, "d/A.JPG", "D/a.jpg"),
        (["A__AUG001.jpg", "a.jpg"], {}, "a.jpg", "A__AUG001.jpg"),
        (["ß.jpg", "SS.jpg"], {}, "SS.jpg", "ß.jpg"),
        (["a.jpg/x.png", "a.png"], {"format": "jpeg"}, "a.png", "a.jpg/x.png"),
        (["a.png", "A.JPG/x.png"], {"format": "jpeg"}, "A.JPG/x.png", "a.png"),
        (["a.jpg", "a.png"], {"format": "jpeg", "originals": False}, "a.png", "a.jpg"),
    ],
)
def test_the_later_of_two_that_would_meet_is_left_out(
    keys: list[str], options: dict[str, Any], loser: str, owner: str
) -> None:
    found = planned(keys, ExportOptions(**options))
    assert list(refused(found)) == [loser]
    assert f"would replace that of {owner}" in refused(found)[loser]


@pytest.mark.parametrize(
    "keys",
    [
        ["a.jpg", "a.png"],
        ["a.jpg", "a__aug005.jpg"],
        ["a.jpg", "a__aug1.jpg"],
        ["a.jpg", "a__aug0001.jpg"],
        ["a.jpg", "b/a.jpg"],
        ["a/x.jpg", "a/y.jpg"],
    ],
)
def test_what_does_not_meet_is_kept(keys: list[str]) -> None:
    assert refused(planned(keys)) == {}


def test_a_sample_without_original_leaves_its_name_to_others() -> None:
    options = ExportOptions(copies=1, originals=False)
    assert refused(planned(["a__aug001.jpg", "a.jpg"], options)) == {}


@pytest.mark.parametrize("name", ["manifest.jsonl", "augstudio.json", "Manifest.JSONL"])
def test_a_folder_with_the_name_of_an_exports_own_file_is_left_out(name: str) -> None:
    found = planned([f"{name}/a/x.png", "y.png", f"z/{name}/x.png"])
    assert list(refused(found)) == [f"{name}/a/x.png"]
    assert f"a file of its own under the name {name}; rename" in refused(found)[f"{name}/a/x.png"]


def test_too_long_names_are_left_out() -> None:
    fits, over = "é" * 121 + ".jpg", "é" * 122 + ".jpg"
    found = planned([fits, over])
    assert list(refused(found)) == [over]
    assert "longer than 255 bytes" in refused(found)[over]


@given(
    st.lists(st.text("aA_ug01./", min_size=1, max_size=12).map(lambda name: name + ".jpg"), unique=True),
    st.booleans(),
)
def test_no_two_outputs_meet(keys: list[str], originals: bool) -> None:
    clean = [key for key in keys if all(part.strip(".") for part in key.split("/"))]
    found = planned(clean, ExportOptions(copies=12, originals=originals))
    names = [name.casefold() for name in files(found)]
    assert len(set(names)) == len(names)
    folders = {"/".join(name.split("/")[:depth]) for name in names for depth in range(1, name.count("/") + 1)}
    assert folders.isdisjoint(names)


def test_a_folder_is_planned_with_what_is_left_out(tmp_path: Path) -> None:
    write_files(tmp_path, {"train/cat/1.jpg": b"x", "val/cat/2.jpg": b"x"})
    (tmp_path / "train/cat/gone.png").symlink_to("nowhere")
    job = ExportJob(tmp_path, tmp_path.parent / "out", Pipeline.default(), ExportOptions(copies=1))
    found = list(plan(job))
    assert files(found) == ["train/cat/1.jpg", "train/cat/1__aug001.jpg", "val/cat/2.jpg"]
    assert list(refused(found)) == ["train/cat/gone.png"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"copies": -1}, "copies: must be a whole number from 0 to 10000, got -1"),
        ({"copies": 10001}, "copies: "),
        ({"copies": True}, "copies: "),
        ({"copies": 1.5}, "copies: "),
        ({"copies": 0, "originals": False}, "copies: must be at least 1"),
        ({"seed": "x"}, f"seed: must be a whole number from -{MAX_SEED} to {MAX_SEED}, got 'x'"),
        ({"seed": MAX_SEED + 1}, f"seed: must be a whole number from -{MAX_SEED} to {MAX_SEED}, got 9007"),
        ({"seed": -MAX_SEED - 1}, "seed: "),
        ({"quality": 0}, "quality: must be a whole number from 1 to 100, got 0"),
        ({"format": "gif"}, "format: must be one of keep, jpeg, png, webp, tiff, got 'gif'"),
        ({"splits": ("all",)}, "splits: must be any of train, val, test, other, got 'all'"),
    ],
)
def test_bad_options_are_refused(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ExportError) as caught:
        ExportOptions(**values)
    assert str(caught.value).startswith(message)


def test_splits_are_kept_in_one_order() -> None:
    given_so = ExportOptions(splits=(Split.TEST, Split.TRAIN, Split.TEST))
    assert given_so == ExportOptions(splits=(Split.TRAIN, Split.TEST))
