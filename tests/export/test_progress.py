"""Progress within a picture: what is made moves, what is done is recorded, small pictures cost nothing."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from augstudio.export import Progress, RunOptions, progress, run_export
from augstudio.export.control import Control, Limits
from augstudio.export.engine import Assignment, Engine, Result, run_assignment
from augstudio.export.engines import cluster, cluster_worker, pool, serial, watched, worker
from augstudio.export.engines.cluster_probe import Probe
from augstudio.export.engines.cluster_worker import END, GO_ON, Batch, ClusterRun, Expected, Service, steer
from augstudio.export.engines.messages import FromWorker, ToWorker
from augstudio.export.engines.pool import Pool
from augstudio.export.engines.watched import Watched
from augstudio.export.engines.worker import WorkerSettings
from augstudio.export.files import LocalWorkspace
from augstudio.export.job import ExportJob
from augstudio.export.progress import Tally
from augstudio.export.rendering import TaskContext
from augstudio.export.run_task import Done, run_task
from tests.export import jobs
from tests.export.jobs import job_for, tasks
from tests.folders import small_dataset
from tests.patience import WAIT_SECONDS

COPIES = 5


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_dataset(tmp_path_factory.mktemp("data") / "in", 2)


def told_by(engine: Engine, job: ExportJob) -> list[tuple[int, int]]:
    """What an engine says of what is made while it runs all of a job."""
    LocalWorkspace(job.out).begin()
    told: list[tuple[int, int]] = []
    control = Control(made=lambda number, made: told.append((number, made)))
    assignments = [Assignment(number, task) for number, task in enumerate(tasks(job))]
    assert len(list(engine(job, iter(assignments), control))) == len(assignments)
    return told


def beat_always(job: ExportJob, connection: Connection[FromWorker, ToWorker], how: WorkerSettings) -> None:
    """A worker that shows a sign of life whenever it may."""
    worker._BEAT_SECONDS = worker._GLANCE_SECONDS = 0.0  # type: ignore[misc]
    worker.work(job, connection, how)


def expected(job: ExportJob) -> list[tuple[int, int]]:
    """Each output of each task, one after the other; the last of them comes as a result."""
    return [(number, made) for number in range(len(tasks(job))) for made in range(1, COPIES + 2)]


def test_a_task_tells_of_each_output_also_of_those_kept(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out", copies=COPIES)
    LocalWorkspace(job.out).begin()
    task, told = tasks(job)[0], list[int]()
    some = run_task(task._replace(outputs=task.outputs[:3]), job)
    assert isinstance(some, Done)
    run_task(task, job, some.outputs, TaskContext(made=told.append))
    assert told == [4, 5, 6]


def test_one_process_tells_what_is_made(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serial, "_TELLING_SECONDS", 0.0)
    job = job_for(dataset, tmp_path / "out", copies=COPIES)
    assert told_by(serial.run_serially, job) == expected(job)


def test_small_pictures_are_not_told_of_one_by_one(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serial, "time", SimpleNamespace(monotonic=lambda: 1000.0))
    assert told_by(serial.run_serially, job_for(dataset, tmp_path / "out", copies=COPIES)) == []


def test_worker_processes_tell_with_their_signs_of_life(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "work", beat_always)
    job = job_for(dataset, tmp_path / "out", copies=COPIES)
    told = told_by(Pool(1), job)
    assert [item for item in dict.fromkeys(told) if item[1]] == expected(job)


def test_a_sample_that_is_tried_again_is_counted_anew(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.export.engines.pool.work", jobs.die_at_one_sample)
    job = job_for(small_dataset(tmp_path / "in", 3), tmp_path / "out")
    deadly = next(number for number, task in enumerate(tasks(job)) if task.key == jobs.DEADLY)
    assert told_by(Pool(1), job) == [(deadly, 0), (deadly, 0)]


def test_the_watched_thread_tells_what_is_made(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched, "_POLL_SECONDS", 0.01)
    job = job_for(dataset, tmp_path / "out", copies=COPIES)
    told: list[tuple[int, int]] = []
    was_told = threading.Event()

    def made(number: int, outputs: int) -> None:
        told.append((number, outputs))
        if outputs == 2:
            was_told.set()

    def wait(assignment: Assignment, job: ExportJob, context: TaskContext) -> Result:
        context.made(2)
        assert was_told.wait(WAIT_SECONDS)
        return run_assignment(assignment, job, context)

    monkeypatch.setattr(watched, "run_assignment", wait)
    LocalWorkspace(job.out).begin()
    assignment = Assignment(0, tasks(job)[0])
    next(Watched(2)(job, iter((assignment,)), Control(made=made)))
    assert (0, 2) in told


def test_a_worker_of_a_cluster_tells_what_is_made_when_it_is_told_to_go_on(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_for(dataset, tmp_path / "out", copies=COPIES)
    run = ClusterRun(7, job, Limits(), Expected({}, "", -1))
    LocalWorkspace(job.out).begin()
    Probe(job, run.number).write()
    service = Service(run, 1, 1 << 30)
    monkeypatch.setitem(cluster_worker._SERVICES, (run.number, "tcp://here"), service)
    assert steer(run.number, GO_ON) == {}
    service._note_made(1, 2)
    assert steer(run.number, GO_ON) == {1: 2}
    futures = service.submit(tuple(Assignment(number, task) for number, task in enumerate(tasks(job))))
    assert all(future.result(WAIT_SECONDS) for future in futures.values())
    assert steer(run.number, GO_ON) == dict.fromkeys(futures, COPIES + 1)
    assert steer(run.number + 1, GO_ON) == {}, "it is another run's"
    service.forget_made([0])
    assert steer(run.number, GO_ON) == {1: COPIES + 1}
    assert steer(run.number, END) == {}
    for thread in threading.enumerate():
        if thread.name == "augstudio-cluster":
            thread.join(WAIT_SECONDS)


def test_what_a_cluster_tells_counts_while_there_is_no_result(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out")
    run = ClusterRun(1, job, Limits(), Expected({}, "", -1))
    told = list[tuple[int, int]]()
    control = Control(made=lambda number, made: told.append((number, made)))
    coordinator = cluster._Coordinator(None, run, iter(()), control)
    coordinator._on_the_way[Future()] = Batch((Assignment(3, tasks(job)[0]),))
    answered, failed = Future[Any](), Future[Any]()
    answered.set_result({"tcp://a": {3: 2, 4: 1}, "tcp://b": {}})
    failed.set_exception(OSError("gone"))
    for answer in (answered, failed):
        coordinator._pass_on_made(answer)
    assert told == [(3, 2)]


@pytest.mark.parametrize("shards", [0, 10_000_000])
def test_an_export_moves_within_a_picture_and_says_done_of_whole_ones(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shards: int
) -> None:
    monkeypatch.setattr(serial, "_TELLING_SECONDS", 0.0)
    out, seen = tmp_path / "out", list[Progress]()

    def look(progress: Progress) -> None:
        seen.append(progress)
        if not shards:
            assert len([*out.glob("*/*.*")]) >= progress.reached

    job = job_for(dataset, out, copies=COPIES, shards=shards, format="png")
    run_export(job, RunOptions(workers=1), on_progress=look)
    total = 2 * (COPIES + 1)
    assert list(dict.fromkeys(progress.reached for progress in seen)) == [*range(total + 1)]
    assert {progress.done for progress in seen} == {0, COPIES + 1, total}
    assert all(progress.reached <= total for progress in seen)
    assert (seen[-1].made, seen[-1].remaining) == (0, 0)


def test_rate_and_time_left_count_what_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: now[0]))
    tally = Tally(total=60, started=now[0])
    tally.progress()
    now[0] += 5
    assert tally.note_made(0, 10)
    assert not tally.note_made(0, 10)
    within = tally.progress()
    assert (within.done, within.made, within.rate, within.remaining) == (0, 10, 2, 25)
    now[0] += 5
    tally.note_end(0, 20)
    ended = tally.progress()
    assert (ended.done, ended.made, ended.rate, ended.remaining) == (20, 0, 2, 20)
    assert tally.note_made(1, 3)
    assert tally.note_made(1, 0), "its worker ended"
    assert tally.progress().rate == 2
    tally.note_made(1, 4)
    tally.begin_anew()
    assert tally.progress().reached == 0
