"""The engine of a dask cluster: the same bytes whatever its workers suffer, and only safe, equal workers."""

from __future__ import annotations

import logging
import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask
import distributed
import pytest

from augstudio.export import Progress, RunOptions, run_export
from augstudio.export.engines.cluster import Cluster
from augstudio.processes import safe_surroundings
from tests.export.jobs import job_for
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

LOOPBACK = "127.0.0.1"
_client: Any = distributed.Client
_cluster: Any = distributed.LocalCluster


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pictures = {f"{'ab'[n % 2]}/{n}.png": encoded(smooth_picture(30 + n, 24), "PNG") for n in range(90)}
    return write_files(tmp_path_factory.mktemp("data") / "in", pictures)


@pytest.fixture(scope="module")
def expected(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("expected") / "out"
    run_export(job_for(dataset, out), RunOptions(workers=1))
    return contents(out)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with safe_surroundings(), dask.config.set({"distributed.scheduler.http.routes": []}):
        made = _cluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host=LOOPBACK,
            protocol="tcp://",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={"dashboard": False, "dashboard_address": f"{LOOPBACK}:0"},
        )
    with made:
        yield made


def test_workers_that_are_killed_at_random_change_no_byte(
    dataset: Path, expected: dict[str, str], tmp_path: Path, cluster: Any
) -> None:
    chance = random.Random(16)
    moments = [chance.randrange(20, 160), chance.randrange(160, 240)]
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if moments and progress.done >= moments[0]:
            moments.pop(0)
            with _client(cluster.scheduler_address, set_as_default=False) as client:
                worker = chance.choice(sorted(client.run(os.getpid).values()))
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)

    engine = Cluster(cluster.scheduler_address)
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(engine=engine), on_progress=kill)
    assert len(killed) == 2
    assert not report.skipped
    assert contents(tmp_path / "out") == expected
