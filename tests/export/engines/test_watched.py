"""The thread that is watched: the same outcomes, nothing that holds it up, and a pool for what lasts."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from augstudio.datasets.base import Skipped
from augstudio.export import RunOptions, run, run_export
from augstudio.export.control import PAYING_SECONDS, Control, Limits
from augstudio.export.engine import Assignment, Result, run_assignment
from augstudio.export.engines import watched
from augstudio.export.engines.pool import Pool
from augstudio.export.engines.watched import Watched
from augstudio.export.files import JOURNAL, LocalWorkspace
from augstudio.export.job import ExportJob
from augstudio.export.rendering import TaskContext
from tests.export.jobs import job_for, tasks
from tests.folders import contents, small_dataset
from tests.patience import WAIT_SECONDS


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_dataset(tmp_path_factory.mktemp("data") / "in")


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[Assignment]:
    """What the pool is given; it is not run."""
    given: list[Assignment] = []

    def take(
        _pool: Pool, _job: ExportJob, assignments: Iterator[Assignment], _control: Control
    ) -> Generator[Result]:
        given.extend(assignments)
        yield from ()

    monkeypatch.setattr(Pool, "__call__", take)
    return given


def begun(dataset: Path, out: Path) -> tuple[ExportJob, list[Assignment]]:
    """An export whose folder is there, and all that is to be done."""
    job = job_for(dataset, out)
    LocalWorkspace(job.out).begin()
    return job, [Assignment(number, task) for number, task in enumerate(tasks(job))]


def test_each_assignment_gets_its_outcome_and_none_is_left(
    dataset: Path, tmp_path: Path, handed_over: list[Assignment]
) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    here, there = begun(dataset, tmp_path / "here")
    expected = [run_assignment(assignment, here).outcome for assignment in there]
    assert [result.outcome for result in Watched(2)(job, iter(assignments), Control())] == expected
    for assignment in assignments:
        for output in assignment.task.outputs:
            assert (job.out / output.file).read_bytes() == (here.out / output.file).read_bytes()
    assert handed_over == []


def test_what_lasts_is_handed_over(
    dataset: Path, tmp_path: Path, handed_over: list[Assignment], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    results = Watched(2)(job, iter(assignments), Control())
    first = next(results)
    monkeypatch.setattr(watched, "_LASTING_SECONDS", 0.0)
    assert list(results) == []
    assert [first.assignment, *handed_over] == assignments


def test_a_picture_that_hangs_is_given_up_and_its_thread_left_behind(
    dataset: Path, tmp_path: Path, handed_over: list[Assignment], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    goes_on = threading.Event()

    def hang(assignment: Assignment, job: ExportJob, context: TaskContext) -> Result:
        if assignment is assignments[1]:
            goes_on.wait(WAIT_SECONDS)
        return run_assignment(assignment, job, context)

    monkeypatch.setattr(watched, "run_assignment", hang)
    limits = Limits(timeout=1.0)
    done, hanging = Watched(2)(job, iter(assignments), Control(limits=limits))
    threads = [thread for thread in threading.enumerate() if thread.name == "export"]
    goes_on.set()
    for thread in threads:
        thread.join(WAIT_SECONDS)
    assert not isinstance(done.outcome, Skipped)
    assert isinstance(hanging.outcome, Skipped)
    assert "given up" in str(hanging.outcome.reason)
    assert handed_over == assignments[2:]
    key = assignments[1].task.outputs[0].file
    assert key not in contents(job.out), "what comes of it later is not written"


def test_a_pause_does_not_count(
    dataset: Path, tmp_path: Path, handed_over: list[Assignment], monkeypatch: pytest.MonkeyPatch
) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    looks = 0
    continued = threading.Event()

    def paused() -> bool:
        nonlocal looks
        looks += 1
        if looks == 5:
            continued.set()
        return 1 < looks < 5  # within the first picture

    def wait(assignment: Assignment, job: ExportJob, context: TaskContext) -> Result:
        continued.wait(WAIT_SECONDS)
        return run_assignment(assignment, job, context)

    monkeypatch.setattr(watched, "run_assignment", wait)
    # A second for each look, until it goes on.
    clock = SimpleNamespace(monotonic=lambda: float(min(looks, 5)), sleep=time.sleep)
    monkeypatch.setattr(watched, "time", clock)
    monkeypatch.setattr(watched, "_POLL_SECONDS", 0.02)
    control = Control(paused=paused, limits=Limits(timeout=2.5))
    first = next(Watched(2)(job, iter(assignments), control))
    assert not isinstance(first.outcome, Skipped)


def test_a_pause_holds_pictures_that_are_made_in_no_time(
    dataset: Path, tmp_path: Path, handed_over: list[Assignment], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "_POLL_SECONDS", 0.01)
    job, assignments = begun(dataset, tmp_path / "out")
    pausing = iter([True] * 5)
    found: list[Result] = []
    told: list[int] = []

    def paused() -> bool:
        told.append(len(found))
        return len(found) == 1 and next(pausing, False)

    for result in Watched(2)(job, iter(assignments), Control(paused=paused)):
        found.append(result)
    assert len(found) + len(handed_over) == len(assignments)
    assert told.count(1) > 5, "nothing is begun while it says so"


def test_a_cancelled_export_ends_within_a_picture(dataset: Path, tmp_path: Path) -> None:
    job, assignments = begun(dataset, tmp_path / "out")
    results = Watched(2)(job, iter(assignments), Control(cancelled=lambda: True))
    assert list(results) == []
    assert not [name for name in contents(job.out) if name[:2] in ("a/", "b/")]


def test_a_full_disk_ends_it(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job, assignments = begun(dataset, tmp_path / "out")

    def fail(*_: object) -> Result:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(watched, "run_assignment", fail)
    with pytest.raises(OSError, match="No space"):
        list(Watched(2)(job, iter(assignments), Control()))


def test_little_work_starts_no_process_and_gives_the_same_bytes(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = job_for(dataset, tmp_path / "one"), job_for(dataset, tmp_path / "two")
    run_export(one, RunOptions(workers=1))
    monkeypatch.setattr(run, "_FEW_SECONDS", PAYING_SECONDS)
    monkeypatch.delattr("augstudio.export.engines.pool.start_process")
    run_export(two, RunOptions(workers=2))
    assert contents(two.out) == contents(one.out)


def test_an_export_that_was_stopped_goes_on_in_other_processes(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_FEW_SECONDS", PAYING_SECONDS)
    job = job_for(dataset, tmp_path / "out")
    assert isinstance(run._engine_for(2, 0.1, job), Watched)
    assert isinstance(run._engine_for(2, 10.0, job), Pool)
    job.out.mkdir()
    (job.out / JOURNAL).touch()
    assert isinstance(run._engine_for(2, 0.1, job), Pool)
