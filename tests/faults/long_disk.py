"""Disks that are one page larger each time."""

from __future__ import annotations

from pathlib import Path

from tests.faults.disk import grow_until_it_fits
from tests.faults.server import Server


def test_every_size_that_is_too_small(server: Server, tmp_path: Path) -> None:
    assert grow_until_it_fits(server, tmp_path, step=1) > 40


def test_with_worker_processes(server: Server, tmp_path: Path) -> None:
    assert grow_until_it_fits(server, tmp_path, step=4, workers=2) > 10
