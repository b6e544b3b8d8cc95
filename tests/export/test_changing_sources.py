"""Sources and records that change while an export runs: nothing false is written, and a rerun mends it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from augstudio.datasets.base import Skipped
from augstudio.errors import ExportError
from augstudio.export import Progress, RunOptions, run_export
from augstudio.export.files import JOURNAL
from augstudio.export.run_task import CHANGED
from augstudio.images.reading import read_bytes
from tests.commands import told
from tests.export.jobs import job_for, manifest
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in", 6)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_source_that_changes_is_left_out_until_the_rerun(
    dataset: Path, tmp_path: Path, workers: int
) -> None:
    run_export(job_for(dataset, tmp_path / "fresh"), RunOptions(workers=1))

    def touch_the_last(progress: Progress) -> None:
        if not progress.done:
            os.utime(dataset / "b/5.png", ns=(0, 1))

    job = job_for(dataset, tmp_path / "out")
    report = run_export(job, RunOptions(workers=workers), on_progress=touch_the_last)
    assert report.skipped == (Skipped("b/5.png", CHANGED),)
    assert (report.written, report.total) == (15, 18)
    assert "b/5.png" not in [line["key"] for line in manifest(job.out)]
    assert run_export(job, RunOptions(workers=1)).written == 3
    assert contents(job.out) == contents(tmp_path / "fresh")


def test_a_source_that_changes_while_it_is_read(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def read_and_changed(path: str) -> bytes:
        data = read_bytes(path)
        if path.endswith("1.png"):
            Path(path).write_bytes(encoded(smooth_picture(3, 3), "PNG"))
        return data

    monkeypatch.setattr("augstudio.images.reading.read_bytes", read_and_changed)
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    assert report.skipped == (Skipped("b/1.png", CHANGED),)
    assert not [name for name in contents(tmp_path / "out") if name.startswith("b/1")]


def test_sources_that_come_and_go(dataset: Path, tmp_path: Path) -> None:
    def come_and_go(progress: Progress) -> None:
        if not progress.done:
            write_files(dataset, {"a/new.png": encoded(smooth_picture(3, 3), "PNG")})
            shutil.rmtree(dataset / "b")

    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1), on_progress=come_and_go)
    gone = "there is no such file any more"
    assert report.skipped == tuple(Skipped(f"b/{name}", gone) for name in ("1.png", "3.bmp", "5.png"))
    assert {line["key"] for line in manifest(tmp_path / "out")} == {"a/0.jpg", "a/2.webp", "a/4.jpg"}


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("left", [0, 100])
def test_records_that_somebody_cuts_in_mid_run_are_made_anew(
    dataset: Path, tmp_path: Path, workers: int, left: int
) -> None:
    run_export(job_for(dataset, tmp_path / "fresh"), RunOptions(workers=1))
    cuts = iter((9,))

    def cut(progress: Progress) -> None:
        if progress.done >= 9 and next(cuts, 0):
            os.truncate(tmp_path / "out" / JOURNAL, left)

    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=workers), on_progress=cut)
    assert (report.written, report.reused, report.total, report.skipped) == (18, 0, 18, ())
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_records_that_are_cut_again_and_again_end_the_export(dataset: Path, tmp_path: Path) -> None:
    def cut(progress: Progress) -> None:
        if progress.done:
            os.truncate(tmp_path / "out" / JOURNAL, 0)

    job = job_for(dataset, tmp_path / "out")
    with pytest.raises(ExportError, match="was changed by something else while the export ran; export again"):
        run_export(job, RunOptions(workers=1), on_progress=cut)
    assert "manifest.jsonl" not in contents(job.out)
    run_export(job, RunOptions(workers=1))
    assert told("verify", job.out, "--pixels", "--dataset", dataset).exit_code == 0
