"""An export of pictures in an object store is that of the same pictures in a folder."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from augstudio.export import ExportJob, Progress, RunOptions, estimate_export, run_export
from augstudio.export.part import Part
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from tests.commands import refused, told
from tests.export.jobs import job_for
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.stand_in import mark_folder, new_place, objects_in

ONE = RunOptions(workers=1)


def stored(root: Path, place: StoreAddress) -> StoreAddress:
    """Put all files of a folder into a place."""
    objects = Objects(place)
    for path in sorted(root.rglob("*")):
        if path.is_file():
            objects.put(path.relative_to(root).as_posix(), path.read_bytes())
    return place


def job_from(source: StoreAddress, out: Path, **options: Any) -> ExportJob:
    return replace(job_for(Path("never read"), out, **options), source_store=source)


@pytest.fixture
def divided(tmp_path: Path) -> Path:
    """Splits, classes, copies, an export, hidden files and what is no picture."""
    picture = {n: encoded(smooth_picture(20 + n, 15), "PNG") for n in range(6)}
    return write_files(
        tmp_path / "in",
        {
            "train/cat/1.png": picture[0],
            "train/cat/1__aug001.png": picture[1],
            "train/dog #2.1/猫 1%.png": picture[2],
            "train/dog #2.1/.hidden.png": picture[2],
            "val/cat/3.png": picture[3],
            "val/cat/broken.jpg": b"\xff\xd8\xff nothing",
            "val/cat/empty.png": b"",
            "readme.txt": b"hello",
        },
    )


def test_it_is_that_of_a_folder(any_place: StoreAddress, divided: Path, tmp_path: Path) -> None:
    source = stored(divided, any_place)
    before = objects_in(source)
    first = run_export(job_for(divided, tmp_path / "local"), ONE)
    report = run_export(job_from(source, tmp_path / "out"), ONE)
    assert contents(tmp_path / "out") == contents(tmp_path / "local")
    assert report.skipped == first.skipped
    assert report.notes == first.notes
    assert objects_in(source) == before
    again = run_export(job_for(divided, tmp_path / "out"), ONE)
    assert again.written == 0


def test_from_store_to_store_with_workers_and_parts(s3: Any, divided: Path, tmp_path: Path) -> None:
    source, place = stored(divided, s3()), s3()
    for folder in ("train", "train/dog #2.1", "val/cat"):
        mark_folder(os.environ["AWS_ENDPOINT_URL"], source, folder)
    run_export(job_for(divided, tmp_path / "local"), ONE)
    job = replace(job_from(source, Path()), store=place)
    for index in range(2):
        run_export(replace(job, part=Part(2, index)), RunOptions(workers=2))
    assert told("finish", place).exit_code == 1  # two pictures were left out
    assert {name: len(data) for name, data in objects_in(place).items()} == {
        name: (tmp_path / "local" / name).stat().st_size for name in contents(tmp_path / "local")
    }
    assert told("verify", place).exit_code == 0


def test_a_picture_that_changes_meanwhile_is_left_out(place: StoreAddress, tmp_path: Path) -> None:
    pictures = {f"a/{n}.png": encoded(smooth_picture(20, 15 + n), "PNG") for n in range(3)}
    source = stored(write_files(tmp_path / "in", pictures), place)
    objects = Objects(source)

    def change(progress: Progress) -> None:
        if progress.done:
            objects.put("a/1.png", encoded(smooth_picture(33, 33), "PNG"))
            objects.delete(("a/2.png",))

    report = run_export(job_from(source, tmp_path / "out"), ONE, on_progress=change)
    assert [(item.name, str(item.reason)) for item in report.skipped] == [
        ("a/1.png", "changed while the export ran; export again"),
        ("a/2.png", "there is no such file any more"),
    ]


def test_what_is_wrong_with_a_place_is_said_of_its_address(tmp_path: Path) -> None:
    nothing = new_place("memory")
    line = refused("export", nothing, tmp_path / "out")
    assert f"no images found in {nothing}" in line
    inner = StoreAddress("memory", nothing.bucket, f"{nothing.prefix}/out")
    Objects(nothing).put("a/1.png", encoded(smooth_picture(20, 15), "PNG"))
    assert "lie in one another" in refused("export", nothing, inner)
    assert estimate_export(job_from(nothing, tmp_path / "out")) is not None
