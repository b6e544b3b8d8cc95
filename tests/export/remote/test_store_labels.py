"""An export of labelled pictures in an object store is that of the same dataset in a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from augstudio.datasets.formats import FORMATS, IMAGE_FOLDER
from augstudio.export import ExportJob, Progress, RunOptions, run_export
from augstudio.export.part import Part
from augstudio.pipelines import Pipeline
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from augstudio.transforms.horizontal_flip import HorizontalFlip
from tests.commands import refused, told
from tests.datasets.coco_files import annotation, content, image
from tests.datasets.rewriting import opened, rewritten
from tests.datasets.yolo_folders import SIZE, small_yolo
from tests.export.jobs import job_for
from tests.export.remote.test_store_sources import stored
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.stand_in import new_place, objects_in

ONE = RunOptions(workers=1)
FLIP = Pipeline.of((HorizontalFlip(),))
# There are no keypoints.
NAMES = sorted(FORMATS.keys() - {IMAGE_FOLDER, "yolo-pose"})


@pytest.fixture(scope="module")
def coco(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four pictures of two splits with four outlines or boxes, one of them with nothing to label."""
    width, height = SIZE
    corners = [1, 1, width - 2, 2, width / 2, height - 2]
    first = [
        annotation(number, segmentation=[corners], image_id=image)
        for number, image in enumerate((7, 7, 8), 1)
    ]
    return write_files(
        tmp_path_factory.mktemp("coco"),
        {
            "annotations/instances_train.json": content(*first, images=[image(), image(8, "b.png")]),
            "annotations/instances_val.json": content(annotation(), images=[image(), image(9, "c.png")]),
            **{f"train/{name}.png": encoded(smooth_picture(*SIZE), "PNG") for name in "ab"},
            **{f"val/{name}.png": encoded(smooth_picture(*SIZE), "PNG") for name in "ac"},
        },
    )


def job_from(source: StoreAddress, out: Path, **options: Any) -> ExportJob:
    return replace(job_for(Path("never read"), out, FLIP, copies=1, **options), source_store=source)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_that_of_a_folder(place: StoreAddress, coco: Path, name: str, tmp_path: Path) -> None:
    rewritten(opened(coco, "coco"), name, tmp_path / "in")
    job = job_for(tmp_path / "in", tmp_path / "local", FLIP, copies=1)
    first = run_export(job, ONE)
    source = stored(tmp_path / "in", place)
    before = objects_in(source)
    report = run_export(job_from(source, tmp_path / "out"), ONE)
    assert contents(tmp_path / "out") == contents(tmp_path / "local")
    assert (report.skipped, report.notes, report.labels) == (first.skipped, first.notes, first.labels)
    assert report.labels is not None
    assert objects_in(source) == before


def test_parts_and_workers_from_store_to_store(s3: Any, coco: Path, tmp_path: Path) -> None:
    rewritten(opened(coco, "coco"), "yolo", tmp_path / "in")
    source, place = stored(tmp_path / "in", s3()), s3()
    run_export(job_for(tmp_path / "in", tmp_path / "local", FLIP, copies=1, to_format="voc"), ONE)
    job = replace(job_from(source, Path(), to_format="voc"), store=place)
    run_export(replace(job, part=Part(2, 0)), RunOptions(workers=2))
    run_export(replace(job, part=Part(2, 1)), ONE)
    assert told("finish", place).exit_code == 0
    assert {name: len(data) for name, data in objects_in(place).items()} == {
        name: (tmp_path / "local" / name).stat().st_size for name in contents(tmp_path / "local")
    }


@pytest.mark.parametrize(
    ("name", "file"), [("yolo", "data.yaml"), ("coco", "annotations/instances_val.json")]
)
def test_it_is_opened_by_the_file_that_describes_it(
    place: StoreAddress, coco: Path, name: str, file: str, tmp_path: Path
) -> None:
    rewritten(opened(coco, "coco"), name, tmp_path / "in")
    run_export(job_for(tmp_path / "in" / file, tmp_path / "local", FLIP, copies=1), ONE)
    source = stored(tmp_path / "in", place)
    within = StoreAddress(source.scheme, source.bucket, f"{source.prefix}/{file}")
    run_export(job_from(within, tmp_path / "out"), ONE)
    assert contents(tmp_path / "out") == contents(tmp_path / "local")
    assert "no images found" in refused("export", f"{within}x", tmp_path / "none")


def test_labels_are_those_of_the_listing(place: StoreAddress, tmp_path: Path) -> None:
    root = small_yolo(tmp_path / "in")
    run_export(job_for(root, tmp_path / "local", FLIP, copies=1), ONE)
    source = stored(root, place)
    files = [name for name in objects_in(source) if name.endswith(".txt")]
    assert len(files) > 1

    def change(_progress: Progress) -> None:
        Objects(source).put(files[0], b"0 0.25 0.25 0.1 0.1\n")
        Objects(source).delete((files[1],))

    run_export(job_from(source, tmp_path / "out"), ONE, on_progress=change)
    assert contents(tmp_path / "out") == contents(tmp_path / "local")


def test_pictures_elsewhere_are_left_out_by_name(tmp_path: Path) -> None:
    root = small_yolo(tmp_path / "in")
    (root / "data.yaml").write_text(f"path: {root}\ntrain: images/train\nnames: [x]\n", encoding="utf-8")
    source = stored(root, new_place("memory"))
    assert "lies outside of the place" in refused("export", source, tmp_path / "out")


def test_commands_look_at_a_store_as_at_a_folder(place: StoreAddress, tmp_path: Path) -> None:
    source = stored(small_yolo(tmp_path / "in"), place)
    for words in (("labels",), ("check",), ("propose", "--answers", "mirrored=yes")):
        local, remote = (told(words[0], dataset, *words[1:]) for dataset in (tmp_path / "in", source))
        assert (remote.exit_code, remote.stdout) == (local.exit_code, local.stdout)
        assert local.stdout
    for name, dataset in (("local", tmp_path / "in"), ("remote", source)):
        assert told("preview", dataset, tmp_path / f"{name}.png", "--copy", 3).exit_code == 0
    assert (tmp_path / "remote.png").read_bytes() == (tmp_path / "local.png").read_bytes()


def test_pixels_are_verified_from_a_store(place: StoreAddress, coco: Path, tmp_path: Path) -> None:
    rewritten(opened(coco, "coco"), "masks", tmp_path / "in")
    source = stored(tmp_path / "in", place)
    run_export(job_from(source, tmp_path / "out"), ONE)
    assert told("verify", tmp_path / "out", "--pixels", "--dataset", source).exit_code == 0
    mask = next(name for name in objects_in(source) if name.startswith("masks/"))
    Objects(source).put(mask, (tmp_path / "in" / mask).read_bytes() + b"\n")
    found = told("verify", tmp_path / "out", "--pixels", "--dataset", source)
    assert found.exit_code == 1
    assert "the labels of its source" in found.stdout
