"""The engine of a dask cluster: the same bytes whatever its workers suffer, and only safe, equal workers."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

import distributed
import pytest

from augstudio.errors import CrashError, ExportError
from augstudio.export import Cluster, Control, ExportJob, Progress, RunOptions, run_export
from augstudio.export.engine import Assignment
from augstudio.export.engines import cluster as engine_module
from augstudio.export.engines import cluster_probe, cluster_worker
from augstudio.export.engines.feed import Feed
from tests.export import jobs
from tests.export.jobs import job_for, tasks
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

LOOPBACK = "127.0.0.1"
_client: Any = distributed.Client
_cluster: Any = distributed.LocalCluster


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pictures = {f"{'ab'[n % 2]}/{n}.png": encoded(smooth_picture(30 + n, 24), "PNG") for n in range(90)}
    pictures[jobs.DEADLY] = encoded(smooth_picture(30, 30), "WEBP")
    return write_files(tmp_path_factory.mktemp("data") / "in", pictures)


@pytest.fixture(scope="module")
def expected(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("expected") / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    return contents(out)


@pytest.fixture(scope="module")
def clusters() -> Iterator[Callable[[], Any]]:
    with jobs.clusters() as whole:
        yield whole


@pytest.fixture
def cluster(clusters: Callable[[], Any]) -> Any:
    return clusters()


@pytest.fixture
def engine(cluster: Any) -> Cluster:
    return Cluster(cluster.scheduler_address)


@pytest.fixture
def client(cluster: Any) -> Iterator[Any]:
    with _client(cluster.scheduler_address, set_as_default=False) as client:
        yield client


def pictures(found: dict[str, str]) -> dict[str, str]:
    """Those but the deadly one and its copies."""
    assert jobs.DEADLY.endswith(".webp")
    return {name: digest for name, digest in found.items() if name.endswith(".png")}


def test_workers_that_are_killed_at_random_change_no_byte(
    dataset: Path, expected: dict[str, str], tmp_path: Path, engine: Cluster, client: Any
) -> None:
    chance = random.Random(16)
    moments = [chance.randrange(20, 160), chance.randrange(160, 240)]
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if moments and progress.done >= moments[0]:
            moments.pop(0)
            worker = chance.choice(sorted(client.run(os.getpid).values()))
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)

    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(engine=engine), on_progress=kill)
    assert len(killed) == 2
    assert not report.skipped
    assert contents(tmp_path / "out") == expected


def test_a_picture_that_crashes_is_left_out_and_takes_no_worker_down(
    dataset: Path, expected: dict[str, str], tmp_path: Path, engine: Cluster, client: Any
) -> None:
    workers = client.run(os.getpid)
    client.run(jobs.let_workers_die, True)
    try:
        report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(engine=engine))
    finally:
        client.run(jobs.let_workers_die, False)
    assert [(skipped.name, skipped.reason) for skipped in report.skipped] == [
        (jobs.DEADLY, "its worker process ended unexpectedly, twice")
    ]
    found = contents(tmp_path / "out")
    assert pictures(found) == pictures(expected)
    assert not [name for name in found if name.endswith(".webp")]
    assert client.run(os.getpid) == workers


def test_a_sample_with_which_whole_workers_end_is_found_in_its_batch(
    dataset: Path, expected: dict[str, str], tmp_path: Path, engine: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "run_batch", jobs.end_with_one_sample)
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(engine=engine))
    assert [(skipped.name, skipped.reason) for skipped in report.skipped] == [
        (jobs.DEADLY, "workers of the cluster ended unexpectedly with it, 4 times")
    ]
    found = contents(tmp_path / "out")
    assert pictures(found) == pictures(expected)
    assert not [name for name in found if name.endswith(".webp")]


def test_it_pauses_stops_and_goes_on(
    dataset: Path, expected: dict[str, str], tmp_path: Path, engine: Cluster
) -> None:
    job, seen = job_for(dataset, tmp_path / "out"), list[Progress]()
    asked = iter(range(10**9))
    report = run_export(
        job,
        RunOptions(engine=engine),
        on_progress=seen.append,
        cancelled=lambda: any(progress.done > 60 for progress in seen),
        paused=lambda: bool(seen) and seen[-1].done > 30 and next(asked) < 5,
    )
    assert report.cancelled
    assert [progress.done for progress in seen if progress.paused], "it never paused"
    assert not (tmp_path / "out" / "manifest.jsonl").exists()
    assert not run_export(job, RunOptions(engine=engine)).skipped
    assert contents(tmp_path / "out") == expected


def refusal(dataset: Path, out: Path, engine: Cluster) -> str:
    with pytest.raises(ExportError) as caught:
        run_export(job_for(dataset, out), RunOptions(engine=engine))
    assert not list(out.rglob("*.png"))
    return str(caught.value)


def test_a_worker_with_another_version_is_named(
    dataset: Path, tmp_path: Path, engine: Cluster, client: Any
) -> None:
    worker = sorted(client.nthreads())[1]
    before = client.run(jobs.pretend_numpy, "1.0", workers=[worker])[worker]
    try:
        text = refusal(dataset, tmp_path / "out", engine)
    finally:
        client.run(jobs.pretend_numpy, before, workers=[worker])
    assert text == (
        f"the worker {worker} cannot be used: it has numpy 1.0, where the export was begun it is {before}; "
        "install the same everywhere"
    )


def test_folders_that_are_not_shared_are_named(
    dataset: Path, tmp_path: Path, engine: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(job: ExportJob, first: Assignment) -> cluster_worker.Expected:
        return replace(cluster_worker.expected_of(job, first), size=1)

    with monkeypatch.context() as patch:
        patch.setattr(engine_module, "expected_of", other)
        assert "the dataset must lie in a folder that all share" in refusal(dataset, tmp_path / "1", engine)
    monkeypatch.setattr(cluster_probe.Probe, "write", lambda probe: None)
    text = refusal(dataset, tmp_path / "2", engine)
    assert f"it does not see {tmp_path / '2'} as it is where the export was begun" in text


@pytest.mark.parametrize("path", ["dataset", "out"])
def test_paths_that_other_computers_take_otherwise_are_refused(dataset: Path, path: str) -> None:
    job, here = job_for(dataset, dataset / "out"), Path("here")
    job = replace(job, dataset=here) if path == "dataset" else replace(job, out=here)
    with pytest.raises(ExportError, match=f"{path}: must be an absolute path"):
        list(Cluster(local=1)(job, iter(()), Control()))


@pytest.mark.parametrize(
    "address",
    ["tcp://10.0.0.1:8786", "tcp://head.example.org:8786", "tcp://[2001:db8::1]:8786", "tcp://0.0.0.0:1"],
)
def test_addresses_that_anybody_reaches_need_certificates(address: str) -> None:
    with pytest.raises(ExportError, match="anybody in the network"):
        Cluster(address)


@pytest.mark.parametrize("address", ["head:8786", "inproc://1", "tcp://", "ucx://127.0.0.1:1"])
def test_other_addresses_are_none(address: str) -> None:
    with pytest.raises(ExportError, match="must be an address such as tls://"):
        Cluster(address)


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:1", "tls://head:8786"]
)
def test_safe_addresses_are_taken(address: str) -> None:
    assert Cluster(address).scheduler == address


def test_certificates_are_asked_for_before_anything_is_sent(dataset: Path, tmp_path: Path) -> None:
    assert "needs certificates" in refusal(dataset, tmp_path / "out", Cluster("tls://127.0.0.1:9"))


def test_a_cluster_is_one_or_the_other() -> None:
    for scheduler, local in (("", 0), ("tls://head:1", 2), ("", -1)):
        with pytest.raises(ExportError, match="either that of a scheduler"):
            Cluster(scheduler, local)


def test_a_feed_gives_what_is_handed_in_until_it_ends(dataset: Path, tmp_path: Path) -> None:
    given = [Assignment(number, task) for number, task in enumerate(tasks(job_for(dataset, tmp_path)))][:3]
    feed = Feed()
    assert (feed.take(), feed.ended, wait(feed.signals, 0)) == (None, False, [])
    feed.put(given[:2])
    feed.put(given[2:])
    assert wait(feed.signals, 0) == list(feed.signals)
    assert feed.take() is given[0]
    assert wait(feed.signals, 0) == [], "nobody is woken twice"
    feed.end()
    assert [feed.take(), feed.ended, feed.take(), feed.ended] == [given[1], False, given[2], True]
    feed.close()


def test_a_cluster_that_does_not_answer_is_no_file_that_cannot_be_written(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "_ANSWER_SECONDS", 0.01)
    job = job_for(dataset, tmp_path / "out")
    expected = cluster_worker.Expected({}, "", -1)
    run = cluster_worker.ClusterRun(1, job, Control().limits, expected)
    coordinator = engine_module._Coordinator(None, run, iter(()), Control())
    with pytest.raises(CrashError, match="the cluster failed: TimeoutError: no answer within"):
        coordinator._awaited(Future())
