"""A dask cluster whose workers read from an object store and put their outputs into one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import distributed
import pytest

from augstudio.errors import ExportError
from augstudio.export import Cluster, Control, Progress, RunOptions, run_export
from augstudio.export.engines.cluster_probe import with_own_folders
from augstudio.export.files import UNFINISHED
from augstudio.export.remote.working_copy import working_copy
from augstudio.export.rendering import TaskContext
from augstudio.export.run_task import Done, run_task
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from tests.commands import told
from tests.datasets.yolo_folders import small_yolo
from tests.export import jobs
from tests.export.jobs import job_for, tasks
from tests.export.remote.test_store_sources import job_from, stored
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.stand_in import environment, new_place, objects_in

_client: Any = distributed.Client


@pytest.fixture(scope="module")
def clusters(endpoint: str) -> Iterator[Callable[[], Any]]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(endpoint).items():
            patch.setenv(name, value)
        with jobs.clusters() as whole:
            yield whole


@pytest.fixture
def cluster(clusters: Callable[[], Any]) -> Any:
    return clusters()


def test_killed_workers_change_no_byte_from_store_to_store(s3: Any, cluster: Any, tmp_path: Path) -> None:
    pictures = {f"{'ab'[n % 2]}/{n}.png": encoded(smooth_picture(30 + n, 24), "PNG") for n in range(34)}
    root = write_files(tmp_path / "in", pictures)
    run_export(job_for(root, tmp_path / "local", copies=1), RunOptions(workers=1))
    source, place, killed = stored(root, s3()), s3(), list[int]()
    left = Objects(place)
    left.put(f"{UNFINISHED}/1", b"of a run that was killed")
    with _client(cluster.scheduler_address, set_as_default=False) as client:

        def kill(progress: Progress) -> None:
            if progress.done > 20 and not killed:
                killed.append(max(client.run(os.getpid).values()))
                os.kill(killed[0], signal.SIGKILL)

        options = RunOptions(engine=Cluster(cluster.scheduler_address))
        report = run_export(
            replace(job_from(source, Path(), copies=1), store=place), options, on_progress=kill
        )
    assert killed
    assert not report.skipped
    expected = {name: (tmp_path / "local" / name).read_bytes() for name in contents(tmp_path / "local")}
    assert objects_in(place) == expected
    assert told("verify", place).exit_code == 0


def test_workers_that_reach_another_store_are_named(s3: Any, cluster: Any, tmp_path: Path) -> None:
    root = write_files(tmp_path / "in", {"a/1.png": encoded(smooth_picture(30, 24), "PNG")})
    options, place = RunOptions(engine=Cluster(cluster.scheduler_address)), s3()
    with _client(cluster.scheduler_address, set_as_default=False) as client:
        before = client.run(os.environ.pop, "AWS_ENDPOINT_URL")
        client.run(os.environ.update, {"AWS_ENDPOINT_URL": "http://127.0.0.1:9"})
        try:
            with pytest.raises(ExportError, match=f"it cannot write into {place}: the store does not answer"):
                run_export(replace(job_for(root, Path()), store=place), options)
        finally:
            client.run(os.environ.update, {"AWS_ENDPOINT_URL": next(iter(before.values()))})


def test_places_that_a_cluster_cannot_use_are_refused(place: StoreAddress, s3: Any, tmp_path: Path) -> None:
    engine = Cluster(local=1)
    with pytest.raises(ExportError, match="is in the memory of one process"):
        list(engine(replace(job_for(tmp_path, tmp_path), store=place), iter(()), Control()))
    source = stored(small_yolo(tmp_path / "in"), s3())
    with pytest.raises(ExportError, match=f"workers do not fetch labels from {source}"):
        run_export(job_from(source, tmp_path / "out"), RunOptions(engine=engine))


def test_workers_need_nothing_of_the_computer_where_it_was_begun(place: StoreAddress, tmp_path: Path) -> None:
    root = write_files(tmp_path / "in", {"a/1.png": encoded(smooth_picture(30, 24), "PNG")})
    source, out = stored(root, place), new_place("memory")
    with working_copy(replace(job_from(source, Path()), store=out)) as job:
        (task,) = tasks(job)
    assert not job.out.exists()
    assert not job.dataset.exists()
    with with_own_folders(job) as own:
        context = TaskContext.of(own)
        found = run_task(task, own, context=context)
        context.close()
    assert isinstance(found, Done)
    run_export(job_for(root, tmp_path / "local"), RunOptions(workers=1))
    written = {name: data for name, data in objects_in(out).items() if name.startswith("a/")}
    assert written == {name: (tmp_path / "local" / name).read_bytes() for name in written}
    assert len(written) == 3
