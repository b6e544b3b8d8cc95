"""What a format cannot hold is counted before anything is written, and lost only where that is accepted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.datasets.label_writing import Loss
from augstudio.errors import ExportError
from augstudio.export import RunOptions, estimate_export, run_export
from augstudio.images.label_map import encode_label_map
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, Mixup, Translate
from tests.commands import refused, told
from tests.export.jobs import job_for
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

ALONE = RunOptions(workers=1)
OUTLINES = [f"0 0.1 0.1 0.{right} 0.1 0.{right} 0.5 0.1 0.5\n" for right in (5, 6, 7)]


@pytest.fixture
def outlines(tmp_path: Path) -> Path:
    """Three pictures, six outlines, and one row of a class that there is not."""
    files = {"data.yaml": b"train: images/train\nval: images/val\nnames: [cat, dog]\n"}
    for number, split in enumerate(("train", "train", "val")):
        files[f"images/{split}/{number}.png"] = encoded(smooth_picture(40, 30), "PNG")
        files[f"labels/{split}/{number}.txt"] = "".join(OUTLINES[: number + 1]).encode()
    files["labels/train/0.txt"] += b"5 0.1 0.1 0.6 0.1 0.6 0.5\n"
    return write_files(tmp_path / "in", files)


def test_what_would_be_lost_is_told_and_refused(outlines: Path, tmp_path: Path) -> None:
    command = ("export", outlines, tmp_path / "out", "--to", "yolo", "--copies", 1, "--workers", 1)
    tried = told(*command, "--dry-run")
    assert tried.exit_code == 1
    assert "would lose in YOLO: outlines and masks that would become boxes: 6" in tried.stderr
    assert "labels/train/0.txt, line 2: there is no class 5; left out" in tried.stderr
    line = refused(*command)
    assert "outlines and masks that would become boxes: 6" in line
    assert "--accept-loss exports the rest" in line
    assert not (tmp_path / "out").exists()


def test_what_may_be_lost_is_lost_and_said(outlines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ("export", outlines, out, "--to", "yolo", "--copies", 1, "--workers", 1, "--accept-loss")
    assert told(*command, "--dry-run").exit_code == 0
    result = told(*command)
    assert result.exit_code == 0, result.output
    assert "labels that the format cannot hold: outlines and masks that would become boxes: " in result.stderr
    rows = (out / "labels/val/2.txt").read_text().splitlines()
    assert [len(row.split()) for row in rows] == [5, 5, 5]
    described = json.loads((out / "augstudio.json").read_text())
    assert described["labels"] == {"source format": "yolo-segment", "format": "yolo"}
    assert told("verify", out, "--pixels", "--dataset", outlines).exit_code == 0
    again = told(*command)
    assert "wrote 0 of 5 files" in again.stdout


def test_nothing_is_lost_in_the_format_itself(outlines: Path, tmp_path: Path) -> None:
    job = job_for(outlines, tmp_path / "out", copies=0)
    found = estimate_export(job)
    assert found is not None
    assert found.losses == {}
    report = run_export(job, RunOptions(workers=2))
    assert report.labels is not None
    assert report.labels.losses == {}
    assert report.labels.counts.real == 6
    assert [problem.line for problem in report.labels.problems] == [2]
    copied, source = contents(job.out), contents(outlines)
    for name in ("labels/train/1.txt", "labels/val/2.txt", "images/val/2.png"):
        assert copied[name] == source[name]


def test_marks_of_the_export_are_told_from_those_of_the_dataset(outlines: Path, tmp_path: Path) -> None:
    cutting = Pipeline.of((Translate(x_range=(0.5, 0.5), y_range=(0, 0)),))
    report = run_export(job_for(outlines, tmp_path / "out", cutting, copies=1), ALONE)
    assert report.labels is not None
    assert report.labels.losses[Loss.FLAGS] == 0
    assert report.labels.losses[Loss.MADE_FLAGS] > 0
    (tmp_path / "cutting.json").write_text(json.dumps(cutting.to_dict()))
    command = ("export", outlines, tmp_path / "again", "--pipeline", tmp_path / "cutting.json")
    result = told(*command, "--copies", 1, "--workers", 1)
    assert "not written: truncated and other marks that the export itself makes" in result.stderr
    assert "labels that the format cannot hold" not in result.stderr


def test_marks_of_the_dataset_are_its_own(tmp_path: Path) -> None:
    box = {"id": 1, "image_id": 1, "category_id": 1, "bbox": [5, 5, 20, 10], "area": 200, "truncated": True}
    described = {
        "images": [{"id": 1, "file_name": "1.png", "width": 40, "height": 30}],
        "annotations": [box],
        "categories": [{"id": 1, "name": "cat"}],
    }
    files = {"images/1.png": encoded(smooth_picture(40, 30), "PNG")}
    files["annotations.json"] = json.dumps(described).encode()
    source = write_files(tmp_path / "in", files)
    job = job_for(source, tmp_path / "out", Pipeline.of((HorizontalFlip(),)), copies=1, to_format="yolo")
    report = run_export(replace(job, accept_loss=True), ALONE)
    assert report.labels is not None
    assert report.labels.losses[Loss.FLAGS] == 2, "of the original and of its copy"
    assert report.labels.losses[Loss.MADE_FLAGS] == 0


def test_another_format_is_another_export(outlines: Path, tmp_path: Path) -> None:
    run_export(job_for(outlines, tmp_path / "out", copies=0), RunOptions(workers=1))
    other = replace(job_for(outlines, tmp_path / "out", copies=0, to_format="yolo"), accept_loss=True)
    with pytest.raises(ExportError, match='its format of labels is "yolo-segment", not "yolo"'):
        run_export(other, RunOptions(workers=1))
    same = job_for(outlines, tmp_path / "out", copies=0, to_format="yolo-segment")
    assert run_export(same, RunOptions(workers=1)).written == 0


def test_the_table_counts_what_the_pictures_hold(outlines: Path, tmp_path: Path) -> None:
    found = estimate_export(job_for(outlines, tmp_path / "out", to_format="yolo"))
    assert found is not None
    assert found.losses == {Loss.OUTLINES: 6}
    assert found.tried.losses[Loss.OUTLINES] >= 6


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--padding-labels", "mirror", "must be one of replicate, ignore, drop, got 'mirror'"),
        ("--min-visible", "2", "must be a number from 0 to 1, got 2"),
        ("--min-pixels", "-1", "must be a number from 0 to 1000000, got -1"),
        ("--boxes", "round", "must be one of hull, ellipse, got 'round'"),
        ("--swap", "left", "must be auto, none or pairs"),
        ("--to", "image-folder", "must be one of yolo"),
    ],
)
def test_options_for_labels_say_what_is_allowed(
    outlines: Path, tmp_path: Path, option: str, value: str, reason: str
) -> None:
    assert f"{option}: {reason}" in refused("export", outlines, tmp_path / "out", option, value)


def test_the_policy_goes_into_the_pipeline_of_the_export(outlines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    policy = ("--padding-labels", "drop", "--min-visible", 0.5, "--boxes", "ellipse", "--swap", "none")
    assert told("export", outlines, out, "--copies", 1, "--workers", 1, *policy).exit_code == 0
    pipeline = json.loads((out / "augstudio.json").read_text())["pipeline"]
    expected = {"padding": "drop", "min_visible": 0.5, "min_pixels": 4.0, "boxes": "ellipse", "swap": "none"}
    assert pipeline["labels"] == expected


def test_a_policy_that_the_format_cannot_hold_is_refused(outlines: Path, tmp_path: Path) -> None:
    line = refused("export", outlines, tmp_path / "out", "--padding-labels", "ignore")
    assert "choose the policy replicate or drop" in line


def test_unlabelled_pictures_cannot_be_written_with_labels(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"a/1.png": encoded(smooth_picture(8, 6), "PNG")})
    line = refused("export", tmp_path / "in", tmp_path / "out", "--to", "yolo")
    assert "the dataset has no labels that could be written as yolo" in line


def test_pictures_that_nobody_labelled_are_no_background_unless_that_is_accepted(tmp_path: Path) -> None:
    outline = {"label": "cat", "points": [[1, 1], [9, 1], [9, 9]], "shape_type": "polygon", "flags": {}}
    said: dict[str, Any] = {
        **{"version": "5.5.0", "flags": {}, "shapes": [outline], "imagePath": "a.png", "imageData": None},
        **{"imageHeight": 30, "imageWidth": 40},
    }
    picture = encoded(smooth_picture(40, 30), "PNG")
    files = {"a.png": picture, "b.png": picture, "a.json": json.dumps(said).encode()}
    source = write_files(tmp_path / "in", files)
    lost = "pictures that nobody labelled, which would count as pictures with nothing in them: 1"
    for name in ("coco", "yolo-segment"):
        assert lost in refused(
            "export", source, tmp_path / "out", "--to", name, "--copies", 0, "--workers", 1
        )
    job = replace(job_for(source, tmp_path / "out", copies=1, to_format="coco"), accept_loss=True)
    report = run_export(job, ALONE)
    assert report.labels is not None
    assert report.labels.losses == {Loss.UNLABELLED: 2}
    found = estimate_export(job_for(source, tmp_path / "same", copies=1))
    assert found is not None
    assert found.losses == {}
    tables = told("labels", source).stdout
    assert f"as coco: {lost}" in tables
    assert "as voc: nothing would be lost" in tables


def test_who_misreads_masks_with_palettes_is_told(outlines: Path, tmp_path: Path) -> None:
    job = replace(job_for(outlines, tmp_path / "masks", to_format="masks"), accept_loss=True)
    found = estimate_export(job)
    assert found is not None
    (note,) = [note for note in found.notes if "palette" in note]
    assert "read them by Pillow" in note
    run_export(job, ALONE)
    mask = tmp_path / "masks/masks/train/1.png"
    assert np.unique(np.asarray(Pillow.open(mask))).tolist() == [0, 1]
    assert np.unique(np.asarray(Pillow.open(mask).convert("L"))).tolist() != [0, 1]
    for source, name in ((outlines, "coco"), (tmp_path / "masks", "")):
        found = estimate_export(job_for(source, tmp_path / "out", to_format=name))
        assert found is not None
        assert not any("palette" in note for note in found.notes)


@pytest.mark.parametrize(
    ("points", "to_format", "told_of"),
    [
        (("1,1;9,9;5,3", "4,4;7,7"), "coco", ["pt (2-3)"]),
        (("1,1;9,9", "4,4;7,7"), "coco", []),
        (("1,1;9,9;5,3", "4,4;7,7"), "", []),
    ],
)
def test_keypoints_in_different_numbers_are_named(
    tmp_path: Path, points: tuple[str, ...], to_format: str, told_of: list[str]
) -> None:
    rows = "".join(
        f'<image id="{number}" name="{number}.png" width="40" height="30">'
        f'<points label="pt" occluded="0" points="{places}" z_order="0"></points></image>'
        for number, places in enumerate(points)
    )
    files = {f"images/{number}.png": encoded(smooth_picture(40, 30), "PNG") for number in range(len(points))}
    head = "<annotations><meta><task><labels><label><name>pt</name></label></labels></task></meta>"
    write_files(tmp_path / "in", {**files, "annotations.xml": f"{head}{rows}</annotations>".encode()})
    found = estimate_export(job_for(tmp_path / "in", tmp_path / "out", to_format=to_format))
    assert found is not None
    notes = [note for note in found.notes if "keypoints in different numbers" in note]
    assert [note.rpartition(": ")[2] for note in notes] == told_of


@pytest.mark.parametrize(
    ("kinds", "told_of"), [("bop", "2 objects"), ("op", "1 object"), ("b", ""), ("p", "")]
)
def test_boxes_beside_outlines_are_told_before_coco_is_written(
    tmp_path: Path, kinds: str, told_of: str
) -> None:
    shapes = {
        "b": '<box label="c" occluded="0" xtl="1" ytl="1" xbr="9" ybr="9" z_order="0"></box>',
        "o": '<points label="c" occluded="0" points="4,4" z_order="0"></points>',
        "p": '<polygon label="c" occluded="0" points="1,1;9,1;9,9" z_order="0"></polygon>',
    }
    drawn = "".join(shapes[kind] for kind in kinds)
    head = "<annotations><meta><task><labels><label><name>c</name></label></labels></task></meta>"
    text = f'{head}<image id="1" name="1.png" width="40" height="30">{drawn}</image></annotations>'
    files = {"annotations.xml": text.encode(), "images/1.png": encoded(smooth_picture(40, 30), "PNG")}
    job = job_for(write_files(tmp_path / "in", files), tmp_path / "out", to_format="coco")
    found = estimate_export(job)
    assert found is not None
    notes = [note for note in found.notes if "no outline" in note]
    assert [note.partition(" ha")[0] for note in notes] == ([told_of] if told_of else [])


@pytest.mark.parametrize(("names", "told_of"), [(("NA", "ok", "None"), ["NA, None"]), (("na", "none"), [])])
def test_classes_that_pandas_takes_for_nothing_are_told(
    tmp_path: Path, names: tuple[str, ...], told_of: list[str]
) -> None:
    rows = "".join(f"{number}.png,{name}\n" for number, name in enumerate(names))
    files = {f"{number}.png": encoded(smooth_picture(20, 10), "PNG") for number in range(len(names))}
    write_files(tmp_path / "in", {**files, "labels.csv": f"filename,label\n{rows}".encode()})
    found = estimate_export(job_for(tmp_path / "in", tmp_path / "out"))
    assert found is not None
    notes = [note for note in found.notes if "pandas" in note]
    assert [note.partition(": ")[2].partition(";")[0] for note in notes] == told_of


def voc_with_maps(root: Path) -> Path:
    """Four pictures with a box each, three of them with a class map."""
    files = {}
    box = "<bndbox><xmin>3</xmin><ymin>3</ymin><xmax>9</xmax><ymax>9</ymax></bndbox>"
    for number, name in enumerate(("cat", "dog", "cat", "cup")):
        size = "<size><width>20</width><height>16</height><depth>3</depth></size>"
        thing = f"<object><name>{name}</name>{box}</object>"
        text = f"<annotation><filename>{number}.png</filename>{size}{thing}</annotation>"
        files[f"Annotations/{number}.xml"] = text.encode()
        files[f"JPEGImages/{number}.png"] = encoded(smooth_picture(20, 16), "PNG")
        if number:
            drawn = np.zeros((16, 20), np.uint8)
            drawn[2:9, 2:9] = 1
            files[f"SegmentationClass/{number}.png"] = encode_label_map(drawn)
    return write_files(root, files)


@pytest.mark.parametrize("to_format", ["csv", "coco", "yolo"])
def test_class_maps_that_cannot_be_held_keep_no_picture_from_being_mixed(
    to_format: str, tmp_path: Path
) -> None:
    source = voc_with_maps(tmp_path / "in")
    job = job_for(source, tmp_path / "out", Pipeline.of((Mixup(),)), copies=1, to_format=to_format)
    report = run_export(replace(job, accept_loss=True), ALONE)
    assert (report.written, len(report.skipped)) == (8, 0)
    assert report.labels is not None
    # Of three originals, their copies, and the copy of the one that has none itself, as its partner has one.
    assert report.labels.losses[Loss.CLASS_MAPS] == 7
    assert told("verify", job.out, "--pixels", "--dataset", source).exit_code == 0
