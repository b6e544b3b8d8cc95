"""Files that people name: whole or not at all, and as theirs."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from augstudio.core.step import Step
from augstudio.pipelines import Pipeline
from augstudio.saving import save, saved
from augstudio.transforms import HorizontalFlip

posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
@pytest.mark.parametrize("kept", [0o600, 0o640, 0o664])
def test_an_existing_file_keeps_its_permissions(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "p.json"
    path.write_text("old")
    path.chmod(kept)
    Pipeline(steps=(Step(id=1, transform=HorizontalFlip()),)).save(path)
    assert mode(path) == kept
    assert Pipeline.load(path).steps[0].name == "horizontal_flip"


@posix
def test_a_new_file_has_what_the_system_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert mode(tmp_path / "new") == 0o640


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(b"old")

    def fail() -> None:
        with saved(path) as stream:
            stream.write(b"half")
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        fail()
    assert [item.name for item in tmp_path.iterdir()] == ["table.csv"]
    assert path.read_bytes() == b"old"
