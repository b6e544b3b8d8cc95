"""The pool of worker processes: results for all assignments, workers that die, and nobody left behind."""

from __future__ import annotations

import hashlib
import math
import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.control import Control
from augstudio.export.engine import Assignment, run_assignment
from augstudio.export.engines import pool
from augstudio.export.engines.pool import Pool
from augstudio.export.files import LocalWorkspace
from augstudio.export.job import ExportJob
from augstudio.export.run_task import Done
from augstudio.processes import start_process
from tests.export import jobs
from tests.export.jobs import job_for, tasks
from tests.folders import contents, small_dataset


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_dataset(tmp_path_factory.mktemp("data") / "in")


@pytest.fixture(autouse=True)
def nobody_stays_behind() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def begun(dataset: Path, out: Path) -> tuple[ExportJob, list[Assignment]]:
    """An export whose folder is there, and all that is to be done."""
    job = job_for(dataset, out)
    LocalWorkspace(job.out).begin()
    return job, [Assignment(number, task) for number, task in enumerate(tasks(job))]


def test_each_assignment_gets_the_outcome_that_it_has_in_this_process(dataset: Path, tmp_path: Path) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    here, there = begun(dataset, tmp_path / "here")
    expected = {assignment.number: run_assignment(assignment, here).outcome for assignment in there}
    with closing(Pool(2)(job, iter(assignments), Control())) as results:
        found = {result.assignment.number: result.outcome for result in results}
    assert found == expected
    for outcome in found.values():
        assert isinstance(outcome, Done)
        for output in outcome.outputs:
            data = job.out.joinpath(output.file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == output.sha256


def test_a_pool_that_is_closed_early_leaves_no_process(dataset: Path, tmp_path: Path) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    waiting = iter(assignments)
    with closing(Pool(2)(job, waiting, Control())) as results:
        first = next(results)
        assert first.assignment in assignments
    assert list(waiting), "it takes no more than its workers have room for"


def test_a_pool_that_is_cancelled_gives_no_result(dataset: Path, tmp_path: Path) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    assert list(Pool(2)(job, iter(assignments), Control(cancelled=lambda: True))) == []
    assert not [name for name in contents(job.out) if name[:2] in ("a/", "b/")]


def test_a_sample_that_kills_its_workers_is_left_out(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.export.engines.pool.work", jobs.die_at_one_sample)
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=2))
    reasons = {skipped.name: skipped.reason for skipped in report.skipped}
    assert reasons[jobs.DEADLY] == "its worker process ended unexpectedly, twice"
    assert report.written == 15
    assert not [name for name in contents(tmp_path / "out") if name.startswith("a/2")]


def test_workers_that_never_live_end_the_export(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.export.engines.pool.work", jobs.die_at_once)
    root = small_dataset(tmp_path / "in", 12)
    with pytest.raises(ExportError, match="keep ending unexpectedly; try again with one worker"):
        run_export(job_for(root, tmp_path / "out"), RunOptions(workers=2))


@pytest.mark.parametrize(("seconds", "at_first"), [(0.0, 1), (1.4, 1), (1.6, 2), (99.0, 4), (math.inf, 4)])
def test_as_many_workers_are_started_as_pay_for_it(seconds: float, at_first: int) -> None:
    assert Pool.for_work(4, seconds) == Pool(4, at_first)


@pytest.mark.parametrize(("lasting", "expected"), [(9e9, 1), (-1.0, 2)])
def test_few_small_pictures_get_one_worker_and_more_where_it_takes_long(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasting: float, expected: int
) -> None:
    def counted(*arguments: Any, **named: Any) -> Any:
        started.append(arguments)
        return start_process(*arguments, **named)

    started: list[object] = []
    monkeypatch.setattr(pool, "start_process", counted)
    monkeypatch.setattr(pool, "_LASTING_SECONDS", lasting)
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=2))
    assert report.written == report.total
    assert len(started) == expected
