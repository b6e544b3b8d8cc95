"""The labels of one output are made again with its pixels, from its line and the dataset."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from augstudio import assets
from tests.commands import refused, told

PICTURE = "images/train/dogs-at-window.jpg"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One picture of the labelled sample, with its labels."""
    folder = tmp_path_factory.mktemp("few") / "in"
    shutil.copytree(assets.labelled_sample(), folder)
    for picture in (folder / "images").rglob("*.*"):
        if picture.name != Path(PICTURE).name:
            picture.unlink()
    (folder / "annotations" / "instances_val.json").unlink()
    return folder


@pytest.mark.parametrize(
    ("name", "endings"),
    [
        ("yolo-segment", {".labels.txt"}),
        ("voc", {".Annotations.xml", ".SegmentationClass.png", ".SegmentationObject.png", ".entry.json"}),
        ("coco", {".entry.json"}),
    ],
)
def test_label_files_are_made_again_beside_the_picture(
    few: Path, tmp_path: Path, name: str, endings: set[str]
) -> None:
    out = tmp_path / "out"
    told("export", few, out, "--to", name, "--accept-loss", "--copies", 1, "--workers", 1)
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_bytes().splitlines()]
    number = next(number for number, line in enumerate(lines, 1) if line["copy"] == 1)
    given = ("render", few / PICTURE, "-o", tmp_path / "r.png", "--dataset", few)
    made = told(*given, "--from-manifest", f"{out / 'manifest.jsonl'}:{number}")
    assert (made.exit_code, made.stderr) == (0, "")
    assert made.stdout == f"wrote {tmp_path / 'r.png'}, the manifest's pixels and labels\n"
    written = {file.name.removeprefix("r"): file.read_bytes() for file in tmp_path.glob("r.*")}
    assert written.keys() == {".png", *endings}
    label_files = {(out / file).read_bytes() for file in lines[number - 1]["labels"]["files"]}
    assert {data for ending, data in written.items() if ending not in (".png", ".entry.json")} == label_files
    if ".entry.json" in written:
        entries = (out / "labels.jsonl").read_bytes().splitlines(keepends=True)
        assert written[".entry.json"] == entries[number - 1]


def test_labels_that_changed_are_told(few: Path, tmp_path: Path) -> None:
    dataset, out = tmp_path / "in", tmp_path / "out"
    shutil.copytree(few, dataset)
    told("export", dataset, out, "--copies", 1, "--workers", 1)
    file = dataset / "annotations" / "instances_train.json"
    content = json.loads(file.read_bytes())
    picture = next(item["id"] for item in content["images"] if item["file_name"] in PICTURE)
    content["annotations"] = [item for item in content["annotations"] if item["image_id"] != picture]
    file.write_text(json.dumps(content))
    given = ("render", dataset / PICTURE, "-o", tmp_path / "r.png", "--dataset", dataset)
    made = told(*given, "--from-manifest", f"{out / 'manifest.jsonl'}:2")
    assert made.exit_code == 1
    assert made.stderr.endswith("the labels of its source are not those that it was made from\n")


def test_a_dataset_without_the_manifests_file_is_refused(few: Path, tmp_path: Path) -> None:
    given = ("render", few / PICTURE, "-o", tmp_path / "r.png", "--dataset", few)
    assert "--dataset goes with --from-manifest FILE:NUMBER" in refused(*given)
    out = tmp_path / "out"
    told("export", few / "images", out, "--as", "image-folder", "--copies", 0, "--workers", 1)
    place = f"{out / 'manifest.jsonl'}:1"
    assert "the line has no labels" in refused(*given, "--from-manifest", place)
