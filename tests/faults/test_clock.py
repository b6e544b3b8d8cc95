"""A wall clock that leaps by years, back and forth, each time it is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.__main__ import ROOT
from tests.faults.checks import state, tiny_dataset
from tests.faults.server import Server
from tests.faults.shim import Levers


def test_a_leaping_clock_changes_nothing(tmp_path: Path) -> None:
    dataset = tiny_dataset(tmp_path / "in")
    levers = Levers(tmp_path)
    with Server(levers.environment) as server:
        levers.set(tmp_path, dataset)
        assert server.export(dataset, tmp_path / "whole").code == 0
        levers.set(tmp_path, dataset, clock=True)
        ended = server.export(dataset, tmp_path / "out", workers=2)
    assert (ended.code, ended.text) == (0, "")
    assert levers.leaps > 0
    assert state(tmp_path / "out") == state(tmp_path / "whole")


def test_the_clock_leaps(tmp_path: Path) -> None:
    levers = Levers(tmp_path)
    levers.set(tmp_path / "out", tmp_path / "in", clock=True)
    script = "import time; print(len({round(time.time() / 86400) for _ in range(50)}))"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=levers.environment, capture_output=True, check=True
    )
    assert int(done.stdout) > 40


@pytest.mark.parametrize("when", [0, 2**33, 253_402_300_000], ids=str)
def test_pictures_of_any_time(server: Server, tmp_path: Path, when: int) -> None:
    dataset = tiny_dataset(tmp_path / "in")
    assert server.export(dataset, tmp_path / "whole").code == 0
    for picture in dataset.rglob("*.*"):
        os.utime(picture, (when, when))
    assert server.export(dataset, tmp_path / "out").code == 0
    assert state(tmp_path / "out") == state(tmp_path / "whole")
    again = server.export(dataset, tmp_path / "out")
    assert (again.code, again.text) == (0, "")
