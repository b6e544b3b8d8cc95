"""Disks that are full, and files that may not get larger."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.checks import check_nothing_half, state
from tests.faults.disk import dataset_of_noise, grow_until_it_fits
from tests.faults.server import REFUSED, Server


@pytest.mark.parametrize("limit", [0, 1, 700, 3000, 9000])
def test_files_may_not_get_larger(server: Server, tmp_path: Path, limit: int) -> None:
    dataset, out = dataset_of_noise(tmp_path / "in"), tmp_path / "out"
    assert server.export(dataset, tmp_path / "whole").code == 0
    ended = server.export(dataset, out, file_bytes=limit)
    assert ended.code == REFUSED
    assert "cannot write" in ended.text
    assert "File too large" in ended.text
    check_nothing_half(out, state(tmp_path / "whole"))
    assert server.export(dataset, out).code == 0
    assert state(out) == state(tmp_path / "whole")


def test_a_full_disk(server: Server, tmp_path: Path) -> None:
    assert grow_until_it_fits(server, tmp_path, step=11) >= 4
