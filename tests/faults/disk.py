"""Disks that are too small for an export."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.checks import check_nothing_half, state
from tests.faults.server import REFUSED, Server
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

PAGE = 4096


def dataset_of_noise(root: Path) -> Path:
    """Five pictures of some 13 kilobytes each."""
    return write_files(
        root, {f"a/{number}.png": encoded(noise_picture(66, 66, seed=number), "PNG") for number in range(5)}
    )


@contextlib.contextmanager
def mounted(place: Path, folder: Path | None = None) -> Iterator[None]:
    """A folder, or a disk of one page, at a place; the test is skipped where this is not permitted."""
    place.mkdir(parents=True, exist_ok=True)
    what = (
        ["-t", "tmpfs", "-o", f"size={PAGE}", "augstudio-test"] if folder is None else ["--bind", str(folder)]
    )
    command = ["mount", *what, str(place)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("mounting needs the mount command")
    if done.returncode:
        pytest.skip(f"mounting is not permitted: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def resize(place: Path, pages: int) -> None:
    """Give a mounted disk another size."""
    options = f"remount,size={pages * PAGE}"
    subprocess.run(["mount", "-o", options, str(place)], check=True, capture_output=True)


def grow_until_it_fits(server: Server, root: Path, step: int, workers: int = 1) -> int:
    """Export onto a disk that is a few pages larger after each failure; gives the number of failures."""
    dataset = dataset_of_noise(root / "in")
    assert server.export(dataset, root / "whole").code == 0
    sources, whole = contents(dataset), state(root / "whole")
    with mounted(root / "disk"):
        out = root / "disk" / "out"
        failures = 0
        while True:
            resize(root / "disk", 1 + step * (1 + failures))
            ended = server.export(dataset, out, workers=workers)
            assert contents(dataset) == sources
            if ended.code == 0:
                assert state(out) == whole
                return failures
            assert ended.code == REFUSED, ended
            assert f"cannot write {out}" in ended.text
            assert "No space left on device" in ended.text
            check_nothing_half(out, whole)
            failures += 1
