"""Pictures with labels are not exported without them in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import RunOptions, estimate_export, run_export
from tests.commands import refused, told
from tests.export.jobs import job_for
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture


@pytest.fixture
def yolo(tmp_path: Path) -> Path:
    picture = encoded(smooth_picture(8, 6), "PNG")
    pictures = dict.fromkeys(("images/train/1.png", "images/val/2.png"), picture)
    labels = {"labels/train/1.txt": b"0 0.5 0.5 0.5 0.5\n", "labels/val/2.txt": b""}
    return write_files(tmp_path / "in", pictures | labels)


@pytest.mark.parametrize("more", [(), ("--dry-run",), ("--split-folders", "images/val=train")])
def test_the_command_refuses_and_says_what_it_found(
    yolo: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    line = refused("export", yolo, tmp_path / "out", *more)
    assert "the pictures have labels (YOLO: labels/train/1.txt)" in line
    assert line.endswith("or export the pictures alone by --as image-folder")
    assert not (tmp_path / "out").exists()


def test_who_insists_gets_the_pictures_alone(yolo: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = ("export", yolo, out, "--as", "image-folder", "--copies", 1, "--workers", 1)
    for more in (("--dry-run",), ()):
        result = told(*command, *more)
        assert result.exit_code == 0, result.output
        assert (
            "note: the pictures have labels (YOLO: labels/train/1.txt), which are not exported"
            in result.stderr
        )
    pictures = {name for name in contents(out) if name.endswith(".png")}
    assert pictures == {"images/train/1.png", "images/train/1__aug001.png", "images/val/2.png"}
    assert not list(out.rglob("*.txt"))


@pytest.mark.parametrize(("command", "out"), [("export", "out"), ("preview", "out.png")])
def test_a_format_that_there_is_not_is_refused(yolo: Path, tmp_path: Path, command: str, out: str) -> None:
    line = refused(command, yolo, tmp_path / out, "--as", "cocoa")
    assert "--as: must be one of image-folder, yolo, " in line
    assert line.endswith("got 'cocoa'")


def test_labels_that_appear_are_seen_by_the_next_run(yolo: Path, tmp_path: Path) -> None:
    job = job_for(yolo / "images" / "train", tmp_path / "out")
    label = yolo / "labels" / "train" / "1.txt"
    data = label.read_bytes()
    label.unlink()
    assert run_export(job, RunOptions(workers=1)).written == 3
    label.write_bytes(data)
    with pytest.raises(ExportError, match=r"YOLO: \.\./\.\./labels/train/1\.txt"):
        estimate_export(job)
