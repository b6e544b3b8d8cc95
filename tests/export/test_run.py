"""The same job gives the same folder, whatever happens on the way."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Iterator
from itertools import groupby, islice, repeat
from pathlib import Path
from typing import Any

import pytest

from augstudio.core.image import pixels_digest
from augstudio.errors import CrashError, ExportError
from augstudio.export import ExportJob, Progress, Report, RunOptions, run_export
from augstudio.export.announcements import SUFFIX
from augstudio.export.control import Control
from augstudio.export.engine import Assignment, Engine, Result, run_assignment
from augstudio.export.files import JOURNAL, MANIFEST, UNFINISHED, LocalWorkspace
from augstudio.images.codec import decode
from augstudio.pipelines import Pipeline
from tests.export.jobs import job_for, manifest, shuffled
from tests.export.killing import run_and_kill
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_dataset(tmp_path_factory.mktemp("data") / "in")
    return write_files(root, {"b/broken.jpg": b"\xff\xd8\xff nothing", "c/empty.png": b""})


@pytest.fixture(scope="module")
def undisturbed(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    return contents(out)


@pytest.fixture(autouse=True)
def nobody_stays_behind() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def stopping_after(samples: int) -> dict[str, Any]:
    """Arguments that cancel an export after so many samples."""
    seen: list[Progress] = []
    return {"on_progress": seen.append, "cancelled": lambda: len(seen) > samples}


def test_one_worker_and_several_give_the_same(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=2))
    assert contents(tmp_path / "out") == undisturbed
    assert (report.written, report.total, report.reused, report.cancelled) == (18, 24, 0, False)
    assert [skipped.name for skipped in report.skipped] == ["b/broken.jpg", "c/empty.png"]


def test_an_engine_from_outside_gives_the_same_in_any_order(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    job = job_for(dataset, tmp_path / "out")
    report = run_export(job, RunOptions(engine=shuffled), **stopping_after(3))
    assert report.cancelled
    assert JOURNAL in contents(job.out)
    assert run_export(job, RunOptions(engine=shuffled)).reused == report.written
    assert contents(job.out) == undisturbed


def forgetful(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Iterator[Result]:
    """Loses the first assignment."""
    return (run_assignment(assignment, job) for assignment in list(assignments)[1:])


def lazy(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Iterator[Result]:
    """Takes no more than three."""
    return (run_assignment(assignment, job) for assignment in islice(assignments, 3))


def repeating(job: ExportJob, assignments: Iterator[Assignment], control: Control) -> Iterator[Result]:
    """Gives every result twice."""
    return (result for assignment in assignments for result in repeat(run_assignment(assignment, job), 2))


@pytest.mark.parametrize(
    ("engine", "reason"),
    [
        (forgetful, "ended before all"),
        (lazy, "ended before all"),
        (repeating, "belongs to none of its tasks"),
    ],
)
def test_an_engine_that_does_not_run_each_task_once_loses_nothing(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], engine: Engine, reason: str
) -> None:
    job = job_for(dataset, tmp_path / "out")
    with pytest.raises(CrashError, match=reason):
        run_export(job, RunOptions(engine=engine))
    assert MANIFEST not in contents(job.out)
    run_export(job, RunOptions(workers=1))
    assert contents(job.out) == undisturbed


@pytest.mark.parametrize("workers", [1, 2])
def test_cancel_and_rerun_give_the_same(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], workers: int
) -> None:
    job = job_for(dataset, tmp_path / "out")
    report = run_export(job, RunOptions(workers=workers), **stopping_after(3))
    assert report.cancelled
    assert 0 < report.written < 18
    partial = contents(tmp_path / "out")
    assert JOURNAL in partial
    assert "manifest.jsonl" not in partial
    again = run_export(job, RunOptions(workers=workers))
    assert again.reused >= report.written - 3
    assert again.written + again.reused == 18
    assert contents(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("workers", [1, 2])
def test_kill_and_rerun_give_the_same(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], workers: int
) -> None:
    out = tmp_path / "out"
    run_and_kill(job_for(dataset, out), after=4, workers=workers)
    report = run_export(job_for(dataset, out), RunOptions(workers=1))
    assert report.reused >= 3
    assert contents(out) == undisturbed


def test_a_rerun_writes_nothing_and_changes_nothing(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    job = job_for(dataset, tmp_path / "out")
    run_export(job, RunOptions(workers=1))
    pictures = [path for path in (tmp_path / "out").rglob("*") if path.suffix in (".png", ".jpg")]
    before = [path.stat().st_ino for path in pictures]
    report = run_export(job, RunOptions(workers=2))
    assert (report.written, report.reused) == (0, 18)
    assert [path.stat().st_ino for path in pictures] == before
    assert contents(tmp_path / "out") == undisturbed


def test_lost_and_torn_outputs_and_lost_lines_are_made_again(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str]
) -> None:
    job = job_for(dataset, tmp_path / "out")
    clean = run_export(job, RunOptions(workers=1)).skipped
    (tmp_path / "out" / "a" / "0__aug001.jpg").unlink()
    (tmp_path / "out" / "b" / "1.png").write_bytes(b"")
    lines = (tmp_path / "out" / "manifest.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "out" / "manifest.jsonl").write_text("".join(lines[:-2]))
    report = run_export(job, RunOptions(workers=1))
    assert (report.written, report.skipped) == (2, clean)
    assert contents(tmp_path / "out") == undisturbed


def test_a_rerun_removes_what_a_sample_left_out_wrote_before(tmp_path: Path) -> None:
    root = small_dataset(tmp_path / "in", 4)
    run_export(job_for(root, tmp_path / "again"), RunOptions(workers=1))
    whole = (root / "b/1.png").read_bytes()
    write_files(root, {"b/1.png": bytes(len(whole))})
    report = run_export(job_for(root, tmp_path / "again"), RunOptions(workers=1))
    assert [skipped.name for skipped in report.skipped] == ["b/1.png"]
    run_export(job_for(root, tmp_path / "fresh"), RunOptions(workers=1))
    assert contents(tmp_path / "again") == contents(tmp_path / "fresh")
    write_files(root, {"b/1.png": whole})
    assert run_export(job_for(root, tmp_path / "again"), RunOptions(workers=1)).written == 3


def test_sources_are_never_touched(dataset: Path, tmp_path: Path) -> None:
    def state() -> list[tuple[str, str, int, int]]:
        found = [(path, path.stat()) for path in sorted(dataset.rglob("*"))]
        return [
            (str(path), hashlib.sha256(path.read_bytes()).hexdigest(), status.st_mtime_ns, status.st_mode)
            if path.is_file()
            else (str(path), "", status.st_mtime_ns, status.st_mode)
            for path, status in found
        ]

    folders = [dataset, *(path for path in dataset.iterdir() if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        before = state()
        run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=2))
        assert state() == before
    finally:
        for folder in folders:
            folder.chmod(0o755)


def test_another_image_leaves_all_other_outputs_alone(tmp_path: Path, undisturbed: dict[str, str]) -> None:
    root = small_dataset(tmp_path / "in")
    write_files(root, {"a/00.png": encoded(smooth_picture(50, 50), "PNG")})
    run_export(job_for(root, tmp_path / "out"), RunOptions(workers=1))
    found = contents(tmp_path / "out")
    new = {"a/00.png", "a/00__aug001.png", "a/00__aug002.png"}
    own = {"manifest.jsonl", "augstudio.json", "skipped.jsonl"}
    assert {name: found[name] for name in found.keys() - new - own} == {
        name: undisturbed[name] for name in undisturbed.keys() - own
    }


def test_another_step_leaves_the_draws_of_the_others_alone(dataset: Path, tmp_path: Path) -> None:
    pipeline = Pipeline.default()
    added = {"id": 99, "transform": "salt_and_pepper"}
    steps = pipeline.to_dict()["steps"]
    longer = Pipeline.from_dict({**pipeline.to_dict(), "steps": [*steps[:2], added, *steps[2:]]})
    run_export(job_for(dataset, tmp_path / "one", pipeline), RunOptions(workers=1))
    run_export(job_for(dataset, tmp_path / "two", longer), RunOptions(workers=1))
    before, after = manifest(tmp_path / "one"), manifest(tmp_path / "two")
    for old, new in zip(before, after, strict=True):
        assert old["draws"] == [draw for draw in new["draws"] if draw["id"] != 99]
        assert (99 in [draw["id"] for draw in new["draws"]]) == (new["copy"] > 0)


def test_the_manifest_tells_what_was_written(dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    lines = manifest(tmp_path / "out")
    fields = {"version", "key", "copy", "file", "width", "height", "sha256", "pixels", "source", "draws"}
    assert all(line.keys() == fields for line in lines)
    found = contents(tmp_path / "out")
    assert {line["file"]: line["sha256"] for line in lines} == {
        name: digest for name, digest in found.items() if "/" in name
    }
    for line in lines:
        assert line["source"] == contents(dataset)[line["key"]]
        picture = decode((tmp_path / "out" / line["file"]).read_bytes()).image
        assert (line["height"], line["width"]) == picture.shape[:2]
        if line["file"].endswith((".png", ".bmp")):
            assert line["pixels"] == pixels_digest(picture)


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_counts_to_the_end(dataset: Path, tmp_path: Path, workers: int) -> None:
    seen: list[Progress] = []
    report = run_export(
        job_for(dataset, tmp_path / "out"), RunOptions(workers=workers), on_progress=seen.append
    )
    assert (seen[0].done, seen[0].total, seen[0].remaining) == (0, 24, None)
    # What takes longer than a second is told of more often.
    assert [done for done, _ in groupby(progress.done for progress in seen)] == list(range(0, 25, 3))
    assert (seen[-1].written, seen[-1].reused, seen[-1].skipped) == (18, 0, 2)
    assert {progress.current for progress in seen[1:]} >= {"a/0.jpg", "b/broken.jpg"}
    assert all(progress.rate > 0 for progress in seen[2:])
    assert seen[-1].remaining == 0
    assert isinstance(report, Report)


def test_cancel_acts_at_once_though_a_worker_is_busy(tmp_path: Path) -> None:
    huge = b"P6 3000 3000 255\n" + bytes(27_000_000)
    write_files(tmp_path / "in", {"1.ppm": huge, "2.ppm": huge})
    out, copies = tmp_path / "out", 400
    asked = 0

    def cancelled() -> bool:
        # Listing asks twice; after some more times the workers are busy.
        nonlocal asked
        asked += 1
        return asked > 12

    report = run_export(
        job_for(tmp_path / "in", out, copies=copies), RunOptions(workers=2), cancelled=cancelled
    )
    assert report.cancelled
    # Who waited for the pictures that the workers are at would find all copies of both.
    assert len(list(out.rglob("*__aug*"))) < copies
    # Word of files that appeared and are not recorded stays for the next run.
    assert not [file.name for file in (out / UNFINISHED).glob("*") if file.suffix != SUFFIX]


def test_a_killed_worker_is_replaced(dataset: Path, tmp_path: Path, undisturbed: dict[str, str]) -> None:
    killed: list[int] = []

    def kill_one(progress: Progress) -> None:
        if progress.done and not killed:
            victim = multiprocessing.active_children()[0].pid
            assert victim is not None
            killed.append(victim)
            os.kill(victim, signal.SIGKILL)

    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=2), on_progress=kill_one)
    assert killed
    assert report.written + report.reused == 18
    assert contents(tmp_path / "out") == undisturbed


@pytest.mark.parametrize("workers", [1, 2])
def test_one_output_that_cannot_be_written_costs_its_picture_only(
    dataset: Path, tmp_path: Path, undisturbed: dict[str, str], workers: int
) -> None:
    out = tmp_path / "out"
    (out / UNFINISHED).mkdir(parents=True)
    job = job_for(dataset, out)
    run_export(job, RunOptions(workers=1), **stopping_after(1))
    obstacle = out / "b" / "3__aug001.bmp"
    obstacle.mkdir(parents=True)
    reasons = {item.name: item.reason for item in run_export(job, RunOptions(workers=workers)).skipped}
    assert "its output b/3__aug001.bmp cannot be written" in reasons["b/3.bmp"]
    obstacle.rmdir()
    assert run_export(job, RunOptions(workers=workers)).reused >= 6
    assert contents(out) == undisturbed


def test_a_full_disk_is_named(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(workspace: LocalWorkspace, file: str, parts: object, *, lasting: bool) -> None:
        raise OSError(28, "No space left on device", str(workspace.root / file))

    monkeypatch.setattr(LocalWorkspace, "write", full)
    with pytest.raises(ExportError, match=r"cannot write .*augstudio\.json: No space left on device"):
        run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    """Their standard output is the pipe that is read here: it ends only when the last of them has ended."""
    write_files(tmp_path / "in", {f"{n}.ppm": b"P6 900 900 255\n" + bytes(2_430_000) for n in range(4)})
    job = job_for(tmp_path / "in", tmp_path / "out", copies=9000)
    run_and_kill(job, after=15, workers=2, when="cancelled")
