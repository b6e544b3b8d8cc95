"""Disks that are full, and files that may not get larger."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.checks import check_nothing_half, state
from tests.faults.disk import dataset_of_noise, grow_until_it_fits
from tests.faults.server import REFUSED, Server
from tests.folders import encoded, write_files
from tests.pictures import noise_picture


@pytest.mark.parametrize("limit", [0, 1, 700, 3000, 9000])
def test_files_may_not_get_larger(server: Server, tmp_path: Path, limit: int) -> None:
    dataset, out = dataset_of_noise(tmp_path / "in"), tmp_path / "out"
    assert server.export(dataset, tmp_path / "whole").code == 0
    ended = server.export(dataset, out, file_bytes=limit)
    assert ended.code == REFUSED
    assert f"cannot write {out}" in ended.text
    assert "File too large" in ended.text
    check_nothing_half(out, state(tmp_path / "whole"))
    assert server.export(dataset, out).code == 0
    assert state(out) == state(tmp_path / "whole")


@pytest.mark.skipif(os.name != "posix", reason="limits of files are POSIX's")
@pytest.mark.parametrize(
    "command",
    [
        ("sample", "new"),
        ("desktop", "install"),
        ("labels", "in", "new", "--to", "coco"),
        ("export", "in", "new", "--shards", "1MB"),
    ],
    ids=lambda command: " ".join(command[:1]),
)
def test_what_cannot_be_written_is_named_and_why(tmp_path: Path, command: tuple[str, ...]) -> None:
    label, picture = b"0 0.5 0.5 0.5 0.5\n", encoded(noise_picture(66, 66), "PNG")
    yolo = {"data.yaml": b"path: .\ntrain: images\nnames: [cat]\n", "labels/1.txt": label}
    write_files(tmp_path / "in", {**yolo, "images/1.png": picture})
    limited = ("sh", "-c", 'ulimit -f 0 && exec "$@"', "sh", sys.executable, "-m", "augstudio")
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "new")}
    done = subprocess.run(
        (*limited, *command), cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2, done.stderr
    told = done.stderr.splitlines()[-1]
    assert re.search(r"new\b.*: File too large(;|$)", told), told


def test_a_full_disk(server: Server, tmp_path: Path) -> None:
    assert grow_until_it_fits(server, tmp_path, step=11) >= 4
