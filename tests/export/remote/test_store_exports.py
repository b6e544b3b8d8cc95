"""An export to an object store is that to a folder, byte for byte."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from augstudio.core.reference import Reference
from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, estimate_export, run_export
from augstudio.export.files import JOURNAL, LOCK, MANIFEST
from augstudio.export.finishing import finish_export
from augstudio.export.part import Part
from augstudio.pipelines import Pipeline
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from augstudio.transforms import ColorTransfer
from tests.commands import told
from tests.export.jobs import job_for, stop_after
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.stand_in import mark_folder, objects_in

ONE = RunOptions(workers=1)


@pytest.fixture(scope="module")
def whole(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same export in a folder."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run_export(job_for(dataset, out), ONE)
    return contents(out)


def job_to(dataset: Path, place: StoreAddress, **options: Any) -> ExportJob:
    return replace(job_for(dataset, Path("never made"), **options), store=place)


def digests(place: StoreAddress) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in objects_in(place).items()}


def test_an_export_to_a_store_is_that_to_a_folder(
    dataset: Path, any_place: StoreAddress, whole: Mapping[str, str]
) -> None:
    first = run_export(job_to(dataset, any_place), ONE)
    assert digests(any_place) == whole
    again = run_export(job_to(dataset, any_place), ONE)
    assert digests(any_place) == whole
    assert (first.written, first.reused, again.written, again.reused) == (18, 0, 0, 18)
    assert [item.name for item in again.skipped] == ["b/broken.jpg", "c/empty.png"]


def test_workers_put_what_one_puts(dataset: Path, s3: Any, whole: Mapping[str, str]) -> None:
    place = s3()
    mark_folder(os.environ["AWS_ENDPOINT_URL"], place, "")  # as a folder that was made by hand before
    run_export(job_to(dataset, place), RunOptions(workers=2))
    assert digests(place) == whole


def test_what_was_interrupted_goes_on(
    dataset: Path, any_place: StoreAddress, whole: Mapping[str, str]
) -> None:
    stop_after(job_to(dataset, any_place), 2)
    begun = objects_in(any_place)
    assert f"{JOURNAL}/00000001.jsonl" in begun
    assert MANIFEST not in begun
    assert LOCK not in begun
    report = run_export(job_to(dataset, any_place), ONE)
    assert report.reused > 0
    assert digests(any_place) == whole


def test_outputs_whose_records_were_lost_are_found_right(
    dataset: Path, place: StoreAddress, whole: Mapping[str, str]
) -> None:
    stop_after(job_to(dataset, place), 2)
    objects = Objects(place)
    objects.delete([name for name in objects_in(place) if name.startswith(JOURNAL)])
    before = {name: objects.head(name) for name in objects_in(place)}
    run_export(job_to(dataset, place), ONE)
    assert digests(place) == whole
    kept = [name for name, head in before.items() if objects.head(name) == head]
    assert sum(name in whole for name in kept) > 2


def test_outputs_of_another_state_of_the_dataset_are_replaced(tmp_path: Path, place: StoreAddress) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    write_files(root, {f"a/{n}.png": encoded(smooth_picture(20 + n, 20), "PNG") for n in range(3)})
    stop_after(job_to(root, place), 1)
    objects = Objects(place)
    objects.delete([name for name in objects_in(place) if name.startswith(JOURNAL)])
    write_files(root, {"a/0.png": encoded(smooth_picture(90, 50), "PNG")})
    (root / "a/2.png").unlink()
    report = run_export(job_to(root, place), ONE)
    run_export(job_for(root, out), ONE)
    assert [item.name for item in report.skipped] == []
    assert digests(place) == contents(out)


def test_what_is_no_longer_in_the_dataset_is_removed(tmp_path: Path, place: StoreAddress) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    write_files(root, {f"a/{n}.png": encoded(smooth_picture(20 + n, 20), "PNG") for n in range(3)})
    run_export(job_to(root, place), ONE)
    (root / "a/1.png").unlink()
    report = run_export(job_to(root, place), ONE)
    run_export(job_for(root, out), ONE)
    assert [item.name for item in report.removed] == ["a/1.png"]
    assert digests(place) == contents(out)


def test_another_export_takes_its_place_only_if_it_may(
    dataset: Path, place: StoreAddress, whole: Mapping[str, str]
) -> None:
    run_export(job_to(dataset, place, seed=5), ONE)
    with pytest.raises(ExportError, match=f"the output folder {place} holds another export: its seed is 5"):
        run_export(job_to(dataset, place), ONE)
    run_export(job_to(dataset, place), RunOptions(workers=1, overwrite=True))
    assert digests(place) == whole


def test_an_object_that_somebody_put_stays(dataset: Path, any_place: StoreAddress) -> None:
    run_export(job_to(dataset, any_place), ONE)
    objects = Objects(any_place)
    objects.put("a/0__aug001.jpg", b"mine")
    objects.put("a/notes.txt", b"mine too")
    report = run_export(job_to(dataset, any_place), ONE)
    assert [item.name for item in report.skipped] == ["a/0__aug001.jpg", "b/broken.jpg", "c/empty.png"]
    assert objects.get("a/0__aug001.jpg") == b"mine"
    found = told("verify", any_place)
    assert found.stdout.splitlines() == [
        "a/0__aug001.jpg: its bytes changed",
        "a/notes.txt: no line of the manifest names it",
    ]
    run_export(replace(job_to(dataset, any_place), replace_edited=True), ONE)
    objects.delete(("a/notes.txt",))
    assert told("verify", any_place).exit_code == 0


def test_a_missing_object_is_told_of_and_made_again(
    dataset: Path, place: StoreAddress, whole: Mapping[str, str]
) -> None:
    run_export(job_to(dataset, place), ONE)
    Objects(place).delete(("a/0.jpg",))
    assert told("verify", place).stdout == "a/0.jpg: missing\n"
    assert run_export(job_to(dataset, place), ONE).written == 1
    assert digests(place) == whole


def test_a_place_with_other_objects_is_refused(dataset: Path, place: StoreAddress) -> None:
    objects = Objects(place)
    objects.put("mine.txt", b"mine")
    with pytest.raises(ExportError, match=r"holds other objects, such as mine\.txt"):
        run_export(job_to(dataset, place), ONE)
    assert objects_in(place) == {"mine.txt": b"mine"}


def test_a_place_in_another_export_is_refused(dataset: Path, place: StoreAddress) -> None:
    run_export(job_to(dataset, place), ONE)
    inner = StoreAddress(place.scheme, place.bucket, f"{place.prefix}/deeper/still")
    with pytest.raises(ExportError, match=f"lies inside the export in {place}"):
        run_export(job_to(dataset, inner), ONE)


def coco_dataset(root: Path) -> None:
    """Two pictures whose labels stand in one file."""
    images = [{"id": n, "file_name": f"{n}.png", "width": 30, "height": 20} for n in (1, 2)]
    boxes = [{"id": 7, "image_id": 1, "category_id": 3, "bbox": [2, 3, 9, 8], "area": 72, "iscrowd": 0}]
    fields = {"images": images, "annotations": boxes, "categories": [{"id": 3, "name": "cat"}]}
    pictures = {f"images/{n}.png": encoded(smooth_picture(30, 20), "PNG") for n in (1, 2)}
    write_files(root, pictures | {"annotations/instances.json": json.dumps(fields).encode()})


def yolo_dataset(root: Path) -> None:
    """Two pictures with a file each, one of which is empty."""
    pictures = {f"images/train/{n}.png": encoded(smooth_picture(30, 20), "PNG") for n in (1, 2)}
    labels = {"labels/train/1.txt": b"0 0.5 0.5 0.4 0.3\n", "labels/train/2.txt": b""}
    names = {"data.yaml": b"path: .\ntrain: images/train\nval: images/train\nnames: [cat]\n"}
    write_files(root, pictures | labels | names)


@pytest.mark.parametrize("make", [coco_dataset, yolo_dataset])
def test_labels_are_those_in_a_folder(make: Any, tmp_path: Path, any_place: StoreAddress) -> None:
    root, out = tmp_path / "in", tmp_path / "out"
    make(root)
    first = run_export(job_for(root, out), ONE)
    report = run_export(job_to(root, any_place), ONE)
    assert digests(any_place) == contents(out)
    assert report.labels == first.labels
    assert told("verify", any_place).exit_code == 0


def test_parts_are_put_together_in_a_store(
    dataset: Path, any_place: StoreAddress, whole: Mapping[str, str]
) -> None:
    job = job_to(dataset, any_place)
    for index in (2, 0):
        run_export(replace(job, part=Part(3, index)), ONE)
    with pytest.raises(ExportError, match=f"the export in {any_place} is not complete.*1/3"):
        finish_export(Path(), store=any_place)
    with pytest.raises(ExportError, match=f"the export in {any_place} was begun in parts"):
        run_export(job, ONE)
    stop_after(replace(job, part=Part(3, 1)), 0)
    run_export(replace(job, part=Part(3, 1)), ONE)
    finished = told("finish", any_place)
    assert finished.exit_code == 1, finished.output
    assert f"finished {any_place}: 18 files" in finished.stdout
    assert digests(any_place) == whole


def test_a_file_that_the_pipeline_uses_lies_in_the_store(
    dataset: Path, tmp_path: Path, place: StoreAddress
) -> None:
    image = tmp_path / "look.png"
    image.write_bytes(encoded(smooth_picture(30, 20), "PNG"))
    pipeline = Pipeline.of((ColorTransfer(references=(Reference.of(image),)),))
    run_export(job_for(dataset, tmp_path / "out", pipeline), ONE)
    run_export(replace(job_to(dataset, place), pipeline=pipeline), ONE)
    assert digests(place) == contents(tmp_path / "out")
    assert any(name.endswith(".reference") for name in objects_in(place))
    image.unlink()
    assert told("verify", place).exit_code == 0
    run_export(job_to(dataset, place), RunOptions(workers=1, overwrite=True))
    assert not any(name.endswith(".reference") for name in objects_in(place))


def test_estimates_know_what_is_there(dataset: Path, place: StoreAddress) -> None:
    run_export(job_to(dataset, place), ONE)
    found = estimate_export(job_to(dataset, place))
    assert found is not None
    sizes = {name: len(data) for name, data in objects_in(place).items() if name[0] in "ab" and "/" in name}
    assert (found.present_files, found.present_bytes, found.free) == (18, sum(sizes.values()), None)
