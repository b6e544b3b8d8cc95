"""What an export makes of a dataset's folders, and of what is said about them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from augstudio.datasets.base import only_samples
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export import ExportOptions, RunOptions, run_export
from augstudio.export.reading.reader import OpenedExport
from tests.commands import refused, told
from tests.export.jobs import job_for
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    names = ("train/a/1.png", "train/b/1.png", "dev/a/1.png", "eval/a/1.png", "extra/a/1.png")
    picture = encoded(smooth_picture(8, 6), "PNG")
    return write_files(tmp_path / "in", dict.fromkeys(names, picture))


def copies_in(out: Path) -> list[str]:
    """Names of the copies, without their numbers."""
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*__aug001.*"))


def export(dataset: Path, out: Path, *more: object) -> str:
    """Export one copy with one worker; the command's output."""
    result = told("export", dataset, out, "--copies", 1, "--workers", 1, *more)
    assert result.exit_code == 0, result.output
    return result.output


def test_only_the_train_split_is_augmented_and_it_is_said(dataset: Path, tmp_path: Path) -> None:
    line = "train (train/), validation (dev/), test (eval/); classes from folders; not augmented: extra/"
    assert line in export(dataset, tmp_path / "out", "--dry-run")
    assert line in export(dataset, tmp_path / "out")
    assert copies_in(tmp_path / "out") == ["train/a/1__aug001.png", "train/b/1__aug001.png"]
    assert (tmp_path / "out" / "extra/a/1.png").exists()


@pytest.mark.parametrize(
    ("options", "copies"),
    [
        (("--split-folders", "extra=train"), ["extra/a", "train/a", "train/b"]),
        (("--split-folders", "eval=training,dev=leave-out"), ["eval/a", "train/a", "train/b"]),
        (("--classes", "b"), ["train/b"]),
        (("--splits", "training,other"), ["extra/a", "train/a", "train/b"]),
        (("--splits", "validation"), ["dev/a"]),
    ],
)
def test_what_is_assumed_can_be_changed(
    dataset: Path, tmp_path: Path, options: tuple[str, ...], copies: list[str]
) -> None:
    out = tmp_path / "out"
    export(dataset, out, *options)
    assert copies_in(out) == [f"{folder}/1__aug001.png" for folder in copies]
    assert (out / "dev").exists() == ("leave-out" not in options[-1])
    assert "0 files were written" not in export(dataset, out, *options)
    assert told("verify", out, "--pixels", "--dataset", dataset).exit_code == 0


def test_what_is_said_about_folders_belongs_to_the_export(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(dataset, out, "--split-folders", "extra=train", "--classes", "a")
    kept = json.loads((out / "augstudio.json").read_text(encoding="utf-8"))["options"]
    assert (kept["split_folders"], kept["classes"]) == ({"extra": "train"}, ["a"])
    assert "its split_folders is" in refused("export", dataset, out, "--copies", 1, "--classes", "a")
    found = {sample.key: sample.split for sample in only_samples(OpenedExport(out, dataset).samples())}
    assert found["extra/a/1__aug001.png"] is Split.TRAIN


def test_folders_that_are_not_there_are_refused(dataset: Path, tmp_path: Path) -> None:
    line = refused("export", dataset, tmp_path / "out", "--split-folders", "devs=val")
    assert "split folders: there is no folder devs in" in line
    assert "there is no class 'c'; there are a, b" in refused(
        "export", dataset, tmp_path / "out", "--classes", "c"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"split_folders": {"a": "valley"}}, "split_folders: must be any of train, val"),
        ({"split_folders": ((1, "val"),)}, "split_folders"),
        ({"classes": "cat"}, "classes: must be names"),
        ({"classes": (1,)}, "classes: must be names"),
    ],
)
def test_options_about_folders_are_checked(options: dict[str, object], field: str) -> None:
    with pytest.raises(ExportError, match=field):
        ExportOptions(**options)  # type: ignore[arg-type]


def test_copies_are_not_augmented_again(dataset: Path, tmp_path: Path) -> None:
    inside = dataset / "train" / "a"
    (inside / "1__aug002.png").write_bytes((inside / "1.png").read_bytes())
    told_line = export(dataset, tmp_path / "out")
    assert "augmented copies left out, such as train/a/1__aug002.png: 1" in told_line
    assert copies_in(tmp_path / "out") == ["train/a/1__aug001.png", "train/b/1__aug001.png"]
    export(dataset, tmp_path / "more", "--include-copies")
    assert "train/a/1__aug002__aug001.png" in copies_in(tmp_path / "more")


def test_folders_that_change_while_an_export_runs_do_not_change_it(dataset: Path, tmp_path: Path) -> None:
    undivided = dataset / "train"

    def divide(_progress: object) -> None:
        (undivided / "val").mkdir(exist_ok=True)
        (undivided / "val" / "x.png").write_bytes((undivided / "a/1.png").read_bytes())

    report = run_export(
        job_for(undivided, tmp_path / "out", copies=1), RunOptions(workers=1), on_progress=divide
    )
    assert report.written == 4
    assert copies_in(tmp_path / "out") == ["a/1__aug001.png", "b/1__aug001.png"]
