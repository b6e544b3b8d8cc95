"""An export in parts is that of one run, whoever runs which part when and however often."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, Progress, Report, RunOptions, run_export
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST, PARTS
from augstudio.export.finishing import finish_export
from augstudio.export.lock import locked
from augstudio.export.part import Part
from augstudio.export.reading.unfinished import unfinished_export
from augstudio.export.reading.verify import Verification, shown
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip
from tests.commands import refused, told
from tests.export.jobs import job_for
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture

ONE = RunOptions(workers=1)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_dataset(tmp_path_factory.mktemp("data") / "in")
    return write_files(root, {"b/broken.jpg": b"\xff\xd8\xff nothing", "c/empty.png": b""})


@pytest.fixture(scope="module")
def whole(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("whole") / "out"
    run_export(job_for(dataset, out), ONE)
    return contents(out)


def run_part(job: ExportJob, index: int, count: int, **options: Any) -> Report:
    return run_export(replace(job, part=Part(count, index)), ONE, **options)


def run_parts(job: ExportJob, count: int) -> None:
    for index in reversed(range(count)):
        run_part(job, index, count)


@pytest.mark.parametrize("count", [1, 2, 7, 64])
def test_any_number_of_parts_gives_the_same_bytes(
    count: int, dataset: Path, whole: dict[str, str], tmp_path: Path
) -> None:
    job = job_for(dataset, tmp_path / "out")
    run_parts(job, count)
    report = finish_export(job.out)
    assert contents(job.out) == whole
    assert report.written == 0
    assert [item.name for item in report.skipped] == ["b/broken.jpg", "c/empty.png"]
    assert not list(Verification(job.out).differences())


def test_a_part_does_its_own_share_only(dataset: Path, whole: dict[str, str], tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    reports = [run_part(job, index, 3) for index in range(3)]
    assert sum(report.written for report in reports) == len(whole) - len(
        (IDENTITY, MANIFEST, "skipped.jsonl")
    )
    assert all(report.total == report.written + 3 * len(report.skipped) for report in reports)
    assert run_part(job, 1, 3).written == 0, "it is all there"


def test_parts_of_different_numbers_complete_each_other(
    dataset: Path, whole: dict[str, str], tmp_path: Path
) -> None:
    job = job_for(dataset, tmp_path / "out")
    for index, count in ((0, 2), (1, 4), (3, 4), (0, 2)):
        run_part(job, index, count)
    finish_export(job.out)
    assert contents(job.out) == whole


def test_a_killed_part_is_named_and_runs_again(dataset: Path, whole: dict[str, str], tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    run_and_kill(replace(job, part=Part(2, 0)), after=2)
    run_part(job, 1, 2)
    with pytest.raises(ExportError, match=r"not all is there; run .*, and then finish: 0/2$"):
        finish_export(job.out)
    assert run_part(job, 0, 2).reused >= 3
    finish_export(job.out)
    assert contents(job.out) == whole


def test_a_part_that_was_stopped_goes_on(dataset: Path, whole: dict[str, str], tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    seen: list[object] = []
    assert run_part(job, 0, 1, on_progress=seen.append, cancelled=lambda: len(seen) > 2).cancelled
    assert run_part(job, 0, 1).reused
    finish_export(job.out)
    assert contents(job.out) == whole


def test_what_is_missing_is_named(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    for index in (0, 2):
        run_part(job, index, 4)
    with pytest.raises(ExportError) as caught:
        finish_export(job.out)
    assert str(caught.value) == (
        f"the export in {job.out} is not complete: of 4 pictures, such as a/2.webp, not all is there; run "
        "these parts, and then finish: 1/4, 3/4"
    )
    for index in (1, 3):
        run_part(job, index, 4)
    (job.out / "a/0.jpg").unlink()
    with pytest.raises(ExportError, match=r"of 1 picture, a/0\.jpg, not all is there.*: 0/4$"):
        finish_export(job.out)


def test_labels_of_one_file_are_those_of_one_run(tmp_path: Path) -> None:
    names = [f"{number}.png" for number in range(5)]
    files = {f"images/{name}": encoded(smooth_picture(40 + at, 30), "PNG") for at, name in enumerate(names)}
    images = [
        {"id": at + 1, "file_name": name, "width": 40 + at, "height": 30} for at, name in enumerate(names)
    ]
    annotations = [
        {
            "id": at + 1,
            "image_id": at + 1,
            "category_id": 1,
            "bbox": [4, 5, 20, 15],
            "area": 300,
            "iscrowd": 0,
        }
        for at in range(5)
    ]
    described = {"images": images, "annotations": annotations, "categories": [{"id": 1, "name": "cat"}]}
    files["annotations/instances.json"] = json.dumps(described).encode()
    dataset = write_files(tmp_path / "in", files)
    run_export(job_for(dataset, tmp_path / "whole"), ONE)
    job = job_for(dataset, tmp_path / "out")
    run_parts(job, 3)
    report = finish_export(job.out)
    assert report.labels is not None
    assert contents(job.out) == contents(tmp_path / "whole")
    assert len(json.loads((job.out / "annotations" / "instances.json").read_text())["images"]) == 15


def test_a_finished_export_stays_one_when_a_part_runs_once_more(
    dataset: Path, whole: dict[str, str], tmp_path: Path
) -> None:
    job = job_for(dataset, tmp_path / "out")
    run_parts(job, 2)
    finish_export(job.out)
    run_part(job, 1, 2)
    assert [shown(item) for item in Verification(job.out).differences()] == [
        f"{PARTS}: left by parts that are not put together; 'augstudio finish' does it"
    ]
    finish_export(job.out)
    assert contents(job.out) == whole
    with pytest.raises(ExportError, match="is finished already"):
        finish_export(job.out)


# -- what is refused --------------------------------------------------------------------------------------


def test_a_changed_dataset_is_refused(tmp_path: Path) -> None:
    dataset = small_dataset(tmp_path / "in")
    job = job_for(dataset, tmp_path / "out")
    run_part(job, 0, 2)
    before = contents(job.out)
    write_files(dataset, {"a/9.png": encoded(smooth_picture(20, 20), "PNG")})
    with pytest.raises(ExportError, match="the dataset is not as it was when the parts"):
        run_part(job, 1, 2)
    with pytest.raises(ExportError, match="the dataset is not as it was when the parts"):
        finish_export(job.out)
    assert {name: before[name] for name in before if not name.startswith(PARTS)} == {
        name: digest for name, digest in contents(job.out).items() if not name.startswith((PARTS, JOURNAL))
    }


def test_another_pipeline_is_refused(dataset: Path, tmp_path: Path) -> None:
    run_part(job_for(dataset, tmp_path / "out"), 0, 2)
    with pytest.raises(ExportError, match="it was made with another pipeline"):
        run_part(job_for(dataset, tmp_path / "out", Pipeline.of((HorizontalFlip(),))), 1, 2)


def test_a_whole_export_does_not_run_among_parts(
    dataset: Path, whole: dict[str, str], tmp_path: Path
) -> None:
    job = job_for(dataset, tmp_path / "out")
    run_part(job, 0, 2)
    assert unfinished_export(job.out) is None, "it does not go on as a whole"
    with pytest.raises(ExportError, match="was begun in parts"):
        run_export(job, ONE)
    run_export(job, RunOptions(workers=1, overwrite=True))
    assert contents(job.out) == whole


def test_another_export_replaces_parts_whole(dataset: Path, tmp_path: Path) -> None:
    run_part(job_for(dataset, tmp_path / "out"), 0, 2)
    other = job_for(dataset, tmp_path / "out", Pipeline.of((HorizontalFlip(),)), copies=1, originals=False)
    run_export(other, RunOptions(workers=1, overwrite=True))
    run_export(replace(other, out=tmp_path / "alone"), ONE)
    assert contents(tmp_path / "out") == contents(tmp_path / "alone")


def test_parts_and_their_end_keep_out_of_each_others_way(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    refusals: list[str] = []

    def trying(go_on: Callable[[], object]) -> Callable[[Progress], None]:
        def try_too(progress: Progress) -> None:
            if not progress.done:  # nothing is locked yet
                return
            with pytest.raises(ExportError) as caught:
                go_on()
            refusals.append(str(caught.value))

        return try_too

    run_part(job, 0, 2)
    run_part(job, 1, 2, on_progress=lambda progress: run_part(job, 0, 2))
    run_part(job, 1, 2, on_progress=trying(lambda: run_part(job, 1, 2)))
    assert all("another export is running in" in refusal for refusal in refusals)
    refusals.clear()
    run_part(job, 1, 2, on_progress=trying(lambda: finish_export(job.out)))
    assert refusals[0].startswith(f"part 1/2 of the export in {job.out} is running; wait")
    refusals.clear()
    with locked(job.out):
        trying(lambda: run_part(job, 0, 2))(Progress(done=1))
    assert "another export is running in" in refusals[0]
    assert finish_export(job.out).total


@pytest.mark.parametrize("text", ["", "3", "3/", "/4", "4/4", "0/0", "-1/4", "1.5/4", "1/9999999", "a/b"])
def test_parts_that_there_are_not(text: str) -> None:
    with pytest.raises(ExportError, match="--part: "):
        Part.parsed(text)


def test_the_commands(dataset: Path, whole: dict[str, str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    for index in (1, 0):
        result = told("export", dataset, out, "--copies", 2, "--workers", 1, "--part", f"{index}/2")
        assert f"of part {index}/2 to {out}" in result.stdout
        assert f"augstudio finish {out}" in result.stderr
    result = told("finish", out)
    assert result.stdout.startswith(f"finished {out}: 18 files, put together in ")
    assert result.exit_code == 1, "two pictures were left out"
    assert contents(out) == whole
    assert "no part of an export is waiting" not in refused("finish", out)
    assert "--overwrite: a part replaces no other export" in refused(
        "export", dataset, out, "--copies", 2, "--part", "0/2", "--overwrite"
    )


def test_sources_that_moved(dataset: Path, whole: dict[str, str], tmp_path: Path) -> None:
    here = small_dataset(tmp_path / "here")
    job = job_for(here, tmp_path / "out")
    run_parts(job, 2)
    here.rename(tmp_path / "there")
    assert "is not here; name its place with --dataset" in refused("finish", job.out)
    assert told("finish", job.out, "--dataset", tmp_path / "there").exit_code == 0
