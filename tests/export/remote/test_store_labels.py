"""An export of labelled pictures in an object store is that of the same dataset in a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from augstudio.assets import labelled_sample
from augstudio.datasets.formats import FORMATS, IMAGE_FOLDER
from augstudio.export import ExportJob, Progress, RunOptions, run_export
from augstudio.export.part import Part
from augstudio.pipelines import Pipeline
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from augstudio.transforms.horizontal_flip import HorizontalFlip
from tests.commands import refused, told
from tests.datasets.rewriting import opened, rewritten
from tests.datasets.yolo_folders import small_yolo
from tests.export.jobs import job_for
from tests.export.remote.test_store_sources import stored
from tests.folders import contents
from tests.stand_in import new_place, objects_in

ONE = RunOptions(workers=1)
FLIP = Pipeline.of((HorizontalFlip(),))
# The sample's keypoints are of several kinds, which a file of YOLO cannot have.
NAMES = sorted(FORMATS.keys() - {IMAGE_FOLDER, "yolo-pose"})


def job_from(source: StoreAddress, out: Path, **options: Any) -> ExportJob:
    return replace(job_for(Path("never read"), out, FLIP, copies=1, **options), source_store=source)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_that_of_a_folder(place: StoreAddress, name: str, tmp_path: Path) -> None:
    rewritten(opened(labelled_sample(), "coco"), name, tmp_path / "in")
    job = job_for(tmp_path / "in", tmp_path / "local", FLIP, copies=1)
    first = run_export(job, ONE)
    source = stored(tmp_path / "in", place)
    before = objects_in(source)
    report = run_export(job_from(source, tmp_path / "out"), ONE)
    assert contents(tmp_path / "out") == contents(tmp_path / "local")
    assert (report.skipped, report.notes, report.labels) == (first.skipped, first.notes, first.labels)
    assert report.labels is not None
    assert objects_in(source) == before


def test_parts_and_workers_from_store_to_store(s3: Any, tmp_path: Path) -> None:
    rewritten(opened(labelled_sample(), "coco"), "yolo", tmp_path / "in")
    source, place = stored(tmp_path / "in", s3()), s3()
    run_export(job_for(tmp_path / "in", tmp_path / "local", FLIP, copies=1, to_format="voc"), ONE)
    job = replace(job_from(source, Path(), to_format="voc"), store=place)
    for index in range(2):
        run_export(replace(job, part=Part(2, index)), RunOptions(workers=2))
    assert told("finish", place).exit_code == 0
    assert {name: len(data) for name, data in objects_in(place).items()} == {
        name: (tmp_path / "local" / name).stat().st_size for name in contents(tmp_path / "local")
    }


@pytest.mark.parametrize(
    ("name", "file"), [("yolo", "data.yaml"), ("coco", "annotations/instances_val.json")]
)
def test_it_is_opened_by_the_file_that_describes_it(
    place: StoreAddress, name: str, file: str, tmp_path: Path
) -> None:
    rewritten(opened(labelled_sample(), "coco"), name, tmp_path / "in")
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
