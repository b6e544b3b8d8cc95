"""Exports of some pictures, and of datasets that the export divides."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from augstudio.datasets.base import only_samples
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, estimate_export, run_export
from augstudio.export.reading.verify import Verification
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip
from tests.commands import refused, told
from tests.datasets.rewriting import all_labels, opened
from tests.datasets.yolo_folders import write_yolo
from tests.export.jobs import job_for, tasks
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

ONE = RunOptions(workers=1)
FLIP = Pipeline.of((HorizontalFlip(),))


def write_pets(root: Path, cats: int = 8, dogs: int = 4) -> Path:
    """Small pictures in two classes, all different."""
    names = [f"cat/{number}.png" for number in range(cats)] + [f"dog/{number}.png" for number in range(dogs)]
    return write_files(
        root, {name: encoded(noise_picture(6, 5, seed=number), "PNG") for number, name in enumerate(names)}
    )


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    return write_pets(tmp_path / "pets")


def job(dataset: Path, out: Path, **options: Any) -> ExportJob:
    return job_for(dataset, out, FLIP, **{"copies": 1, **options})


def keys(job: ExportJob) -> list[str]:
    """Keys of the samples that are exported."""
    return [task.key for task in tasks(job)]


def notes_of(job: ExportJob) -> str:
    found = estimate_export(job)
    assert found is not None
    return "\n".join(found.notes)


# -- choosing -------------------------------------------------------------------------------------------


def test_only_what_is_named_is_exported_and_the_choice_is_the_exports_identity(
    pets: Path, tmp_path: Path
) -> None:
    (pets / "cat/broken.png").write_bytes(b"")
    (tmp_path / "list.txt").write_text("\ufeffcat/3.png\r\n\n./dog/1.png\ngone.png\n", encoding="utf-8")
    out = tmp_path / "out"
    command = ("export", pets, out, "--copies", 1, "--workers", 1, "--only")
    result = told(*command, tmp_path / "list.txt")
    assert result.exit_code == 0, result.output
    assert "note: chosen, but not in the dataset: gone.png" in result.stderr
    assert {name for name in contents(out) if name.endswith(".png")} == {
        "cat/3.png", "cat/3__aug001.png", "dog/1.png", "dog/1__aug001.png",
    }  # fmt: skip
    before = contents(out)
    result = told(*command, tmp_path / "list.txt")
    assert "4 were there already" in result.output
    assert contents(out) == before
    result = told("verify", out, "--pixels", "--dataset", pets)
    assert result.exit_code == 0, result.output
    (tmp_path / "other.txt").write_text("cat/3.png\n")
    assert "holds another export" in refused(*command, tmp_path / "other.txt")
    assert "holds another export" in refused("export", pets, out, "--copies", 1, "--workers", 1)
    whole = tmp_path / "whole"
    run_export(job_for(pets, whole, copies=1), ONE)
    assert contents(whole)["cat/3__aug001.png"] == before["cat/3__aug001.png"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"\n \n", "names no picture"),
        (b"\xff", "cannot be read"),
        (None, "cannot be read"),
        (b"nowhere.png\n", "none of the chosen pictures is in the dataset: nowhere.png"),
    ],
)
def test_lists_that_choose_nothing_are_refused(
    pets: Path, tmp_path: Path, text: bytes | None, reason: str
) -> None:
    if text is not None:
        (tmp_path / "list.txt").write_bytes(text)
    assert reason in refused("export", pets, tmp_path / "out", "--only", tmp_path / "list.txt")
    assert not (tmp_path / "out").exists()


def test_some_of_each_class_are_the_same_whatever_else_is_there(pets: Path, tmp_path: Path) -> None:
    some = keys(job(pets, tmp_path / "out", per_class=3))
    assert Counter(key.split("/")[0] for key in some) == {"cat": 3, "dog": 3}
    assert keys(job(pets, tmp_path / "out", per_class=3, seed=1)) != some
    assert keys(job(pets, tmp_path / "out", per_class=99)) == keys(job(pets, tmp_path / "out"))
    write_pets(pets, 9, 4)
    after = keys(job(pets, tmp_path / "out", per_class=3))
    assert len(after) == 6
    assert len(set(some) & set(after)) >= 5
    assert keys(job(pets, tmp_path / "out", per_class=2, only_classes=("dog",))) == [
        key for key in keys(job(pets, tmp_path / "out", per_class=2)) if key.startswith("dog")
    ]


def test_classes_that_are_not_there_are_named(pets: Path, tmp_path: Path) -> None:
    assert set(keys(job(pets, tmp_path / "out", only_classes=("dog", "cow")))) == {
        f"dog/{number}.png" for number in range(4)
    }
    assert "no chosen picture has the class cow" in notes_of(
        job(pets, tmp_path / "out", only_classes=("dog", "cow"))
    )
    with pytest.raises(ExportError, match="none of the chosen pictures is in the dataset: cow"):
        run_export(job(pets, tmp_path / "out", only_classes=("cow",)), ONE)


@pytest.fixture
def boxes(tmp_path: Path) -> Path:
    """Eight pictures, of which 0 to 5 show a cat and 4 to 6 a dog, in a format with labels."""
    shown = ["0", "0", "0", "0", "01", "01", "1", ""]
    files: dict[str, str | bytes | None] = {}
    for number, classes in enumerate(shown):
        files[f"images/{number}.png"] = encoded(noise_picture(8, 6, seed=number), "PNG")
        files[f"labels/{number}.txt"] = "".join(f"{each} .5 .5 .5 .5\n" for each in classes)
    return write_yolo(tmp_path / "boxes", files, "path: .\ntrain: images\nnames: [cat, dog]\n")


def stems(job: ExportJob) -> str:
    return "".join(Path(key).stem for key in keys(job))


def test_pictures_are_chosen_by_the_classes_of_what_they_show(boxes: Path, tmp_path: Path) -> None:
    assert stems(job(boxes, tmp_path / "out", only_classes=("dog",))) == "456"
    some = stems(job(boxes, tmp_path / "out", per_class=2))
    assert len(set(some) & set("012345")) >= 2
    assert len(set(some) & set("456")) >= 2
    assert "7" in some
    assert len(some) < 7
    out = tmp_path / "dogs"
    run_export(job(boxes, out, only_classes=("dog",), to_format="coco"), ONE)
    images = json.loads((out / "annotations/instances_train.json").read_text())["images"]
    assert len(images) == 6


# -- dividing -------------------------------------------------------------------------------------------


def folders(out: Path) -> Counter[str]:
    return Counter(name.split("/")[0] for name in contents(out) if name.endswith(".png"))


def test_a_divided_export_is_augmented_on_one_side_alone(pets: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ("--copies", 2, "--divide", "50/25/25", "--stratify", "--workers", 1)
    result = told("export", pets, out, *options)
    assert result.exit_code == 0, result.output
    assert "note: divided by the program: train 6, val 3, test 3" in result.stderr
    assert "can land on both sides" not in result.stderr
    assert folders(out) == {"train": 18, "val": 3, "test": 3}
    assert (out / "val/cat").is_dir()
    splits = Counter(sample.split for sample in only_samples(opened(out).samples()))
    assert splits == {Split.TRAIN: 6, Split.VAL: 3, Split.TEST: 3}
    result = told("verify", out, "--pixels", "--dataset", pets)
    assert result.exit_code == 0, result.output
    assert "holds another export" in refused("export", pets, out, *options[:-3], "--workers", 1)
    line = next(
        number
        for number, text in enumerate((out / "manifest.jsonl").read_text().splitlines(), 1)
        if json.loads(text)["copy"] == 2
    )
    source = pets / json.loads((out / "manifest.jsonl").read_text().splitlines()[line - 1])["key"]
    made = told("render", source, "-o", tmp_path / "r.png", "--from-manifest", f"{out}/manifest.jsonl:{line}")
    assert made.exit_code == 0, made.output


@pytest.mark.parametrize(
    "options", [{"divide": "60/20/20"}, {"per_class": 5}, {"balance": 9, "divide": "3/1"}]
)
def test_a_changed_dataset_and_more_workers_give_the_folder_of_a_fresh_export(
    pets: Path, tmp_path: Path, options: dict[str, Any]
) -> None:
    again, fresh = tmp_path / "again", tmp_path / "fresh"
    run_export(job(pets, again, **options), ONE)
    write_pets(pets, 9, 5)
    (pets / "cat/0.png").unlink()
    run_export(job(pets, again, **options), ONE)
    run_export(job(pets, fresh, **options), RunOptions(workers=2 if "balance" in options else 1))
    assert contents(again) == contents(fresh)


def test_a_dataset_that_is_divided_is_refused(pets: Path, tmp_path: Path) -> None:
    write_files(pets, {"val/cat/9.png": encoded(noise_picture(3, 3), "PNG")})
    (pets / "cat").rename(pets / "train")
    with pytest.raises(ExportError, match="divided already"):
        run_export(job(pets, tmp_path / "out", divide="80/20"), ONE)


@pytest.mark.parametrize("kind", ["folder", "yolo", "coco"])
def test_a_dataset_with_one_split_alone_is_divided(pets: Path, tmp_path: Path, kind: str) -> None:
    source = tmp_path / "in"
    if kind == "folder":
        source.mkdir()
        pets.rename(source / "train")
    elif kind == "yolo":
        pictures = {f"images/train/{number}.png": None for number in range(8)}
        rows = {f"labels/train/{number}.txt": "0 0.5 0.5 0.5 0.5\n" for number in range(8)}
        write_yolo(source, {**pictures, **rows}, "train: images/train\nnames: [cat, dog]\n")
    else:
        annotations = write_coco(source) / "annotations"
        (annotations / "instances.json").rename(annotations / "instances_train.json")
    out = tmp_path / "out"
    exported = job(source, out, divide="50/25/25", copies=1)
    run_export(exported, ONE)
    written = opened(out)
    splits = Counter(sample.split for sample in only_samples(written.samples()))
    count = sum(splits.values())
    assert splits == {Split.TRAIN: count / 2, Split.VAL: count / 4, Split.TEST: count / 4}
    inner = {name for name in contents(out) if name.endswith(".png") and "train" in name.split("/", 2)[-1]}
    assert not inner
    assert not list(Verification(out, source).differences())


def test_a_side_that_stays_empty_is_said(tmp_path: Path) -> None:
    few = write_pets(tmp_path / "few", 2, 0)
    assert "no picture comes to test: there are too few" in notes_of(
        job(few, tmp_path / "out", divide="80/10/10")
    )


@pytest.mark.parametrize(
    "name", ["yolo", "yolo-segment", "coco", "voc", "labelme", "cvat", "label-studio", "csv", "hf", "masks"]
)
def test_divisions_are_read_again_from_every_format(tmp_path: Path, name: str) -> None:
    """The layout of each format says the sides, and the labels lie on them."""
    out = tmp_path / "out"
    exported = job(write_coco(tmp_path / "in"), out, divide="50/25/25", to_format=name)
    run_export(replace(exported, accept_loss=True), ONE)
    written = opened(out, name)
    splits = Counter(sample.split for sample in only_samples(written.samples()))
    assert splits == {Split.TRAIN: 4, Split.VAL: 2, Split.TEST: 2}  # copies are left out
    assert all(read.labels is not None for read in all_labels(written).values())
    if name == "coco":  # pictures are called as they were, from where they were
        listed = json.loads((out / "annotations/instances_val.json").read_bytes())["images"]
        assert all("/" not in item["file_name"] for item in listed)
    result = told("verify", out, "--pixels", "--dataset", exported.dataset)
    assert result.exit_code == 0, result.output


def write_coco(root: Path) -> Path:
    """COCO's JSON for eight pictures with a box with an outline each."""
    outline = [[1.0, 1.0, 5.0, 1.0, 5.0, 4.0, 1.0, 4.0]]
    pictures = [{"id": number, "file_name": f"{number}.png", "width": 8, "height": 6} for number in range(8)]
    things = [
        {
            "id": number + 1, "image_id": number, "category_id": 1, "bbox": [1, 1, 4, 3], "area": 12,
            "iscrowd": 0, "segmentation": outline,
        }
        for number in range(8)
    ]  # fmt: skip
    data = {"images": pictures, "annotations": things, "categories": [{"id": 1, "name": "cat"}]}
    files = {f"images/{number}.png": encoded(noise_picture(8, 6, seed=number), "PNG") for number in range(8)}
    return write_files(root, {**files, "annotations/instances.json": json.dumps(data).encode()})
