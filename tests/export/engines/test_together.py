"""Tasks that take turns: the same outcomes and files, faults that stay with one, little in memory."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from augstudio.core.interruption import Interrupted
from augstudio.datasets.base import Skipped
from augstudio.datasets.file_state import FileState
from augstudio.export.engine import Assignment, run_assignment
from augstudio.export.engines import together
from augstudio.export.engines.together import Bundles, run_together
from augstudio.export.files import LocalWorkspace
from augstudio.export.job import ExportJob
from augstudio.export.rendering import SMALL_FILE_BYTES, SMALL_PICTURE_BYTES, TaskContext
from augstudio.export.run_task import Done, task_steps
from augstudio.pipelines import Pipeline
from augstudio.transforms import StyleTransfer
from tests.export.jobs import job_for, tasks
from tests.folders import contents, encoded, small_dataset
from tests.pictures import smooth_picture


def nobody(_number: int) -> None:
    """Takes no note of whose turn it is."""


def begun(dataset: Path, out: Path, **options: Any) -> tuple[ExportJob, list[Assignment]]:
    """An export whose folder is there, and all that is to be done."""
    job = job_for(dataset, out, **options)
    LocalWorkspace(job.out).begin()
    return job, [
        Assignment(number, task._replace(state=FileState(Path(task.sample.file).stat().st_size, 0)))
        for number, task in enumerate(tasks(job))
    ]


def unstated(assignments: list[Assignment]) -> list[Assignment]:
    """The same, whatever the state of the sources."""
    return [Assignment(item.number, item.task._replace(state=None)) for item in assignments]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in")


def test_all_have_the_outcomes_and_files_that_they_have_one_by_one(dataset: Path, tmp_path: Path) -> None:
    (dataset / "b/1.png").write_bytes((dataset / "b/1.png").read_bytes()[:-30])
    job, assignments = begun(dataset, tmp_path / "out")
    here, _ = begun(dataset, tmp_path / "here")
    turns: list[int] = []
    results, failure = run_together(unstated(assignments), job, TaskContext(), turns.append)
    assert failure is None
    expected = [run_assignment(item, here) for item in unstated(assignments)]
    assert results == expected
    assert [type(result.outcome) for result in results].count(Skipped) == 1
    assert contents(job.out / "a") == contents(here.out / "a")
    assert contents(job.out / "b") == contents(here.out / "b")
    assert turns[: len(assignments)] == [item.number for item in assignments]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), Interrupted()])
def test_what_was_done_before_a_failure_of_all_is_not_lost(
    dataset: Path, tmp_path: Path, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, assignments = begun(dataset, tmp_path / "out", copies=1, originals=False)
    write = LocalWorkspace.write
    files: list[str] = []

    def failing(self: LocalWorkspace, file: str, *arguments: object, **others: object) -> None:
        files.append(file)
        if len(files) == 3:
            raise error
        write(self, file, *arguments, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(LocalWorkspace, "write", failing)
    results, failure = run_together(unstated(assignments), job, TaskContext(), nobody)
    assert failure is error
    assert [
        result.outcome.outputs[0].file for result in results if isinstance(result.outcome, Done)
    ] == files[:2]
    assert len(results) == 2


@pytest.mark.parametrize(("seconds", "then"), [(0.05, together._MOST), (0.5, together._MOST // 2), (1.5, 1)])
def test_there_is_one_at_a_time_until_many_have_been_quick(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, then: int
) -> None:
    job, (one, *_) = begun(dataset, tmp_path / "out")
    now = [0.0]
    monkeypatch.setattr("augstudio.export.engines.together.time.monotonic", lambda: now[0])
    sizes: list[int] = []
    slow_at: list[int] = []
    for bundle in Bundles(iter([one] * 500), job):
        sizes.append(len(bundle))
        if len(bundle) == together._MOST and not slow_at:
            now[0] += seconds
            slow_at.append(len(sizes))
    assert sizes[:16] == [1] * 16
    assert max(sizes) == together._MOST
    assert sizes[slow_at[0]] == then


def test_what_may_take_long_is_alone(dataset: Path, tmp_path: Path) -> None:
    job, (one, *_) = begun(dataset, tmp_path / "out")
    large = Assignment(1, one.task._replace(state=FileState(SMALL_FILE_BYTES + 1, 0)))
    bundles = [*Bundles(iter([one] * 100 + [large] * 3 + [one] * 9), job)]
    assert [large] in bundles
    assert all(large not in bundle for bundle in bundles if len(bundle) > 1)
    costly = job_for(dataset, tmp_path / "other", Pipeline.of((StyleTransfer(),)))
    assert {len(bundle) for bundle in Bundles(iter([one] * 100), costly)} == {1}


def test_a_large_picture_goes_on_to_its_end(tmp_path: Path) -> None:
    side = round(SMALL_PICTURE_BYTES**0.5)
    (tmp_path / "in").mkdir()
    for name, size in (("large", side), ("small", 20)):
        (tmp_path / f"in/{name}.png").write_bytes(encoded(smooth_picture(size, size), "PNG"))
    job, (large, small) = begun(tmp_path / "in", tmp_path / "out")
    counts = [sum(1 for _ in task_steps(item.task, job)) for item in unstated([large, small])]
    assert counts[0] <= 1 < counts[1]
