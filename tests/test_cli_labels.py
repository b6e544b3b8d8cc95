"""The command that says what labels a dataset has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from augstudio.assets import labelled_sample
from augstudio.datasets.formats import FORMATS, recognised_format
from augstudio.datasets.label_survey import survey_labels
from augstudio.export.labels.labelling import writable_formats
from tests.commands import refused, told
from tests.datasets.rewriting import all_labels, opened, rewritten
from tests.folders import encoded, small_dataset, write_files
from tests.pictures import noise_picture

X = encoded(noise_picture(40, 30), "PNG")
ROWS = [
    {
        "file_name": "train/a.png",
        "objects": {"bbox": [[1, 2, 10, 9], [20, 5, 15, 20]], "categories": ["cat", "dog"]},
    },
    {"file_name": "train/b.png", "objects": {"bbox": [], "categories": []}},
    {"file_name": "val/c.png", "objects": {"bbox": [[3, 3, 7, 7]], "categories": ["cat"]}},
]


def boxes(root: Path, *more: dict[str, Any]) -> Path:
    """A dataset of boxes in two splits."""
    rows = "".join(json.dumps(row) + "\n" for row in (*ROWS, *more))
    files = {"train/a.png": X, "train/b.png": X, "val/c.png": X, "metadata.jsonl": rows.encode()}
    return write_files(root, files)


def test_counts_are_said_by_class_kind_and_split(tmp_path: Path) -> None:
    result = told("labels", boxes(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:4] == [
        "Hugging Face metadata (hf): 3 pictures, 2 with labels, 1 with nothing to label, 0 not labelled",
        "class  kind  train  val  all",
        "cat    box       1    1    2",
        "dog    box       1    0    1",
    ]
    assert "as hf: nothing would be lost" in result.stdout
    assert "as csv: objects that would keep only their class: 3" in result.stdout
    assert "as masks: boxes that cannot be held: 3" in result.stdout


def test_of_many_classes_without_a_label_the_first_are_named(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(2000)]
    (tmp_path / "data.yaml").write_text(f"train: images/train\nnames: {names}\n")
    write_files(tmp_path, {"images/train/a.png": X, "labels/train/a.txt": b"3 .5 .5 .2 .2\n"})
    (line,) = [line for line in told("labels", tmp_path).stdout.splitlines() if "without a label" in line]
    assert line.startswith("without a label: c0, c1, c2, c4, ")
    assert line.endswith(", c20 and 1,979 more")


def test_a_picture_of_which_only_the_licence_is_said_has_nothing_to_label() -> None:
    said = told("labels", labelled_sample()).stdout
    assert said.startswith("COCO (coco): 10 pictures, 9 with labels, 1 with nothing to label, 0 not labelled")
    assert (
        "as hf: outlines and masks that would become boxes: 22; objects that would lose their keypoints: 9"
        in said
    )
    assert "as masks: boxes that cannot be held: 5; objects that would lose their keypoints: 9" in said


def test_pictures_without_a_label_file_have_nothing_to_label_and_are_named_as_json(tmp_path: Path) -> None:
    (tmp_path / "data.yaml").write_text("train: images/train\nnames: [cup]\n")
    files = {f"images/train/{name}.png": X for name in "abc"}
    write_files(tmp_path, {**files, "labels/train/a.txt": b"0 .5 .5 .2 .2\n"})
    result = told("labels", tmp_path)
    assert result.stdout.startswith(
        "YOLO (yolo): 3 pictures, 1 with labels, 2 with nothing to label, 0 not labelled"
    )
    assert result.exit_code == 0
    assert result.stderr.startswith("note: labels/train/b.txt: 2 pictures have no label file")
    assert result.stderr.count("label file") == 1
    found = json.loads(told("labels", tmp_path, "--json").stdout)
    assert found["problems"] == []
    assert [(note["file"], note["severity"]) for note in found["notes"]] == [("labels/train/b.txt", "note")]
    assert found["empty_pictures"] == ["images/train/b.png", "images/train/c.png"]
    assert found["unlabelled_pictures"] == []


def test_as_json_says_the_same_with_all_problems(tmp_path: Path) -> None:
    odd = {"file_name": "val/c.png", "objects": {"bbox": [[3, 3, 7, 7]], "categories": ["cat"]}}
    result = told("labels", boxes(tmp_path, odd, {"file_name": "x.png"}), "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["format"] == "hf"
    assert found["pictures"] == {"train": 2, "val": 1}
    assert found["labelled"] == {"train": 1, "val": 1}
    assert found["empty"] == {"train": 1, "val": 0}
    assert found["empty_pictures"] == ["train/b.png"]
    assert found["labels"] == [
        {"class": "cat", "kind": "box", "counts": {"train": 1, "val": 1}},
        {"class": "dog", "kind": "box", "counts": {"train": 1, "val": 0}},
    ]
    assert {(item["file"], item["line"]) for item in found["problems"]} >= {
        ("metadata.jsonl", 4),
        ("x.png", 0),
    }
    assert set(found["formats"]) == set(writable_formats())
    assert found["formats"]["csv"] == {"losses": {"places": 3}, "refusal": None}


def test_problems_are_said_with_file_and_line_on_standard_error(tmp_path: Path) -> None:
    result = told("labels", boxes(tmp_path, {"file_name": "a\x1b.png"}))
    assert result.exit_code == 1
    assert (
        "a\\x1b.png: named in metadata.jsonl, line 4: there is no such picture" in result.stderr.splitlines()
    )


def test_what_has_no_labels_or_is_no_format_is_refused_in_one_line(tmp_path: Path) -> None:
    plain = small_dataset(tmp_path / "plain", 2)
    assert refused("labels", plain).endswith("plain has no labels; it is taken for image-folder")
    assert refused("labels", plain, "--as", "nothing").startswith(
        "augstudio: --as: must be one of image-folder"
    )
    assert "there is no folder" in refused("labels", tmp_path / "missing")
    kitti = b"Car 0 0 0 1 1 9 9 0 0 0 0 0 0 0\n"
    other = write_files(tmp_path / "other", {"1.png": X, "1.txt": kitti})
    assert "are not read: KITTI, as in 1.txt; no format" in refused("labels", other)


@pytest.mark.parametrize("name", writable_formats())
def test_every_format_is_recognised_and_loses_nothing_of_its_own(name: str, tmp_path: Path) -> None:
    root = boxes(tmp_path / "in")
    refusal = json.loads(told("labels", root, "--json").stdout)["formats"][name]["refusal"]
    if name == "yolo-pose":
        assert refusal == "yolo-pose needs keypoints, and none of the classes has any; choose yolo"
        return
    assert refusal is None
    rewritten(opened(root), name, tmp_path / "out")
    # Outlines of four corners are turned boxes as well.
    assert recognised_format(tmp_path / "out") == {"yolo-segment": "yolo-obb"}.get(name, name)
    result = told("labels", tmp_path / "out", "--as", name, "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["problems"]) == (0, [])
    assert sum(found["pictures"].values()) == 3
    assert found["formats"][name] == {"losses": {}, "refusal": None}


def test_a_survey_stops_where_it_is_told_to(tmp_path: Path) -> None:
    assert survey_labels(opened(boxes(tmp_path)), (), lambda: True) is None
    assert set(writable_formats()) <= set(FORMATS)


def test_labels_are_written_in_another_format_with_the_pictures_as_they_are(tmp_path: Path) -> None:
    root, out = boxes(tmp_path / "in"), tmp_path / "out"
    result = told("labels", root, out, "--to", "coco")
    assert result.exit_code == 0, result.output
    again = opened(out, "coco")
    before, after = all_labels(opened(root)), all_labels(again)
    assert [read.labels and len(read.labels.instances) for read in after.values()] == [2, 0, 1]
    shapes = [[item.shape for item in read.labels.instances] for read in before.values() if read.labels]
    assert [
        [item.shape for item in read.labels.instances] for read in after.values() if read.labels
    ] == shapes
    assert all((again.root / key).read_bytes() == X for key in after)


def test_what_would_be_lost_must_be_accepted_before_anything_is_written(tmp_path: Path) -> None:
    root, out = boxes(tmp_path / "in"), tmp_path / "out"
    line = refused("labels", root, out, "--to", "csv")
    assert "objects that would keep only their class: 3" in line
    assert "--accept-loss" in line
    assert not out.exists()
    assert told("labels", root, out, "--to", "csv", "--accept-loss").exit_code == 0
    assert (out / "labels.csv").read_text().splitlines()[0] == "filename,cat,dog,split"


@pytest.mark.parametrize("arguments", [("--to", "coco"), ("out",)])
def test_a_format_and_a_folder_to_write_belong_together(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert "belong together" in refused("labels", boxes(tmp_path), *arguments)


def test_pictures_alone_cannot_be_written_in_a_format_of_labels(tmp_path: Path) -> None:
    assert "has no labels" in refused(
        "labels", small_dataset(tmp_path / "in", 2), tmp_path / "out", "--to", "coco"
    )
    assert "--to: must be one of" in refused(
        "labels", boxes(tmp_path / "b"), tmp_path / "out", "--to", "image-folder"
    )


NOWHERE = {
    "yolo": (
        {"labels/1.txt": b"0 nan nan nan nan\n" * 2},
        "a YOLO dataset needs a data.yaml with names and train",
    ),
    "kitti": (
        {"label_2/1.txt": b"Car 0 0 0 1 2 3 4 5 6 7 8 9 10 11\n"},
        "no format that is read is like them",
    ),
}


@pytest.mark.parametrize(("files", "reason"), NOWHERE.values(), ids=list(NOWHERE))
def test_labels_that_are_not_read_are_told_with_what_to_do(
    files: dict[str, bytes], reason: str, tmp_path: Path
) -> None:
    root = write_files(tmp_path, {"images/1.png": X, **files})
    assert reason in refused("labels", root)
    assert reason in refused("export", root, tmp_path / "out", "--copies", "1")


def test_json_files_of_labelme_that_all_end_too_early_are_told_one_by_one(tmp_path: Path) -> None:
    data = b'{"version": "5.5.0", "shapes": [{"label": "cat", "shape_type": "polygon", "points": [[1,'
    root = write_files(tmp_path, {"1.png": X, "1.json": data, "2.png": X, "2.json": data})
    result = told("labels", root)
    assert (
        "2 pictures, 0 with labels, 0 with nothing to label, 2 with problems and no label left"
        in result.stdout
    )
    assert result.stderr.count("not valid JSON") == 2


def test_pictures_whose_rows_are_all_broken_are_no_pictures_with_nothing_to_label(tmp_path: Path) -> None:
    data = b"train: images\nval: images\nnames: [cat]\n"
    rows = {"labels/1.txt": b"0 nan nan nan nan\n", "labels/2.txt": b""}
    root = write_files(tmp_path / "in", {"data.yaml": data, "images/1.png": X, "images/2.png": X, **rows})
    result = told("labels", root)
    assert (
        "2 pictures, 0 with labels, 1 with nothing to label, 1 with problems and no label left"
        in result.stdout
    )
    exported = told("export", root, tmp_path / "out", "--copies", "1")
    assert "no label is left but problems" in exported.stdout + exported.stderr
    assert "(2 pictures)" in exported.stdout + exported.stderr
