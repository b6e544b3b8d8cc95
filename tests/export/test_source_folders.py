"""Output folders that are the dataset's, or another export's, under another name."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, Progress, RunOptions, run_export, source_folders
from augstudio.export.files import UNFINISHED
from tests.export.jobs import job_for
from tests.faults.disk import mounted
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

ANOTHER_NAME = "under another name|is the dataset or lies inside it"


@pytest.fixture
def job(tmp_path: Path) -> ExportJob:
    names = ("cat/0.png", "cat/1.png", "dog/0.png", "dog/young/0.png")
    files = {name: encoded(noise_picture(9, 7, seed=n), "PNG") for n, name in enumerate(names)}
    write_files(tmp_path / "in", files)
    return job_for(tmp_path / "in", tmp_path / "out")


def check_refused(job: ExportJob, reason: str) -> None:
    """An export is refused before anything is written."""
    sources, there = contents(job.dataset), contents(job.out) if job.out.exists() else None
    with pytest.raises(ExportError, match=reason):
        run_export(job, RunOptions(workers=1))
    assert contents(job.dataset) == sources
    assert (contents(job.out) if job.out.exists() else None) == there


def pretend(monkeypatch: pytest.MonkeyPatch, place: Path, source: Path) -> None:
    """Let a folder seem to be another one under another name, as mounts do."""
    original = source_folders.inode_of
    monkeypatch.setattr(source_folders, "inode_of", lambda path: original(source if path == place else path))


@pytest.mark.parametrize("source", ["", "cat", "dog", "dog/young"])
@pytest.mark.parametrize("place", ["out", "out/cat", "out/dog", "out/dog/young", f"out/{UNFINISHED}", "."])
def test_a_folder_of_the_dataset_under_another_name(
    job: ExportJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, place: str
) -> None:
    run_export(job, RunOptions(workers=1))
    if place == ".":
        (tmp_path / "elsewhere").mkdir()
        job = job_for(job.dataset, tmp_path / "elsewhere" / "out")
        pretend(monkeypatch, tmp_path / "elsewhere", job.dataset / source)
    else:
        pretend(monkeypatch, tmp_path / place, job.dataset / source)
    check_refused(job, ANOTHER_NAME)


@pytest.mark.parametrize("source", ["", "cat", "dog", "dog/young"])
@pytest.mark.parametrize("place", ["mounted/new", "out/cat"])
def test_a_mounted_folder_of_the_dataset(job: ExportJob, tmp_path: Path, source: str, place: str) -> None:
    run_export(job, RunOptions(workers=1))
    mount = tmp_path / place.removesuffix("/new")
    with mounted(mount, job.dataset / source):
        if not place.startswith("out"):
            job = job_for(job.dataset, tmp_path / place)
        check_refused(job, ANOTHER_NAME)


def test_a_folder_around_the_output_folder_mounted_in_the_dataset(job: ExportJob, tmp_path: Path) -> None:
    write_files(tmp_path / "more", {"0.png": encoded(noise_picture(9, 7, seed=9), "PNG")})
    with mounted(job.dataset / "dog" / "more", tmp_path / "more"):
        check_refused(job_for(job.dataset, tmp_path / "more" / "out"), ANOTHER_NAME)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_folder_of_the_dataset_that_is_mounted_while_the_export_runs(
    job: ExportJob, tmp_path: Path, workers: int
) -> None:
    """All that the dataset holds there has the names and the bytes of outputs, and records that say so."""
    run_export(job, RunOptions(workers=1))
    sources = contents(job.dataset)
    for place in (job.out / "cat").glob("*__aug*"):
        place.unlink()
    mounts: list[AbstractContextManager[None]] = []

    def mount(progress: Progress) -> None:
        if not mounts:
            mounts.append(mounted(job.out / "cat", job.dataset / "cat"))
            mounts[0].__enter__()

    try:
        report = run_export(job, RunOptions(workers=workers), on_progress=mount)
    finally:
        mounts[0].__exit__(None, None, None)
    assert {"cat/0.png", "cat/1.png"} <= {item.name for item in report.skipped}
    assert any("another disk or folder is mounted there" in item.reason for item in report.skipped)
    assert contents(job.dataset) == sources


@pytest.mark.parametrize("inner", ["new", "cat/new", "dog/old/new"])
@pytest.mark.parametrize("finished", [True, False])
def test_a_folder_inside_another_export(job: ExportJob, inner: str, finished: bool) -> None:
    stop = (lambda: False) if finished else (job.out / "augstudio.json").exists
    run_export(job, RunOptions(workers=1), cancelled=stop)
    before = contents(job.out)
    with pytest.raises(ExportError, match="lies inside the export in"):
        run_export(job_for(job.dataset, job.out / inner), RunOptions(workers=1))
    assert contents(job.out) == before


@pytest.mark.skipif(os.name == "nt", reason="making links needs a privilege there")
def test_a_folder_inside_another_export_through_a_link(job: ExportJob, tmp_path: Path) -> None:
    run_export(job, RunOptions(workers=1))
    (tmp_path / "link").symlink_to(job.out / "cat")
    with pytest.raises(ExportError, match="lies inside the export in"):
        run_export(job_for(job.dataset, tmp_path / "link" / "new"), RunOptions(workers=1))


@pytest.mark.parametrize("text", ["", "{}", "mine"])
def test_a_file_that_only_has_that_name_stops_nobody(job: ExportJob, tmp_path: Path, text: str) -> None:
    (tmp_path / "augstudio.json").write_text(text)
    assert run_export(job, RunOptions(workers=1)).skipped == ()
