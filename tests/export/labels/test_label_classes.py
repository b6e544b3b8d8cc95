"""Pictures are chosen and balanced by the classes of their labels."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, estimate_export, plan, run_export
from augstudio.export.tasks import Task
from tests.commands import refused
from tests.export.jobs import job_for
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

SHOWN = {"0": "a", "1": "a", "2": "a", "3": "ab", "4": "b", "5": "abc", "6": ""}


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """Seven pictures that show the classes a (5), b (3) and c (1)."""
    files = {"data.yaml": b"train: images/train\nnames: [a, b, c, d]\n"}
    for name, classes in SHOWN.items():
        rows = [f"{'abcd'.index(item)} 0.5 0.5 0.{number + 2} 0.4\n" for number, item in enumerate(classes)]
        files[f"images/train/{name}.png"] = encoded(smooth_picture(20 + int(name), 16), "PNG")
        files[f"labels/train/{name}.txt"] = "".join(rows).encode()
    return write_files(tmp_path / "in", files)


def copies(job: ExportJob) -> dict[str, int]:
    """How many copies each picture gets."""
    tasks = (item for item in plan(job) if isinstance(item, Task))
    return {Path(task.key).stem: sum(output.copy > 0 for output in task.outputs) for task in tasks}


def test_each_picture_counts_for_its_rarest_class(shown: Path, tmp_path: Path) -> None:
    job = job_for(shown, tmp_path / "out", balance=6)
    # a has the pictures 0, 1 and 2; b has 3 and 4; c has 5; 6 shows nothing.
    assert copies(job) == {"0": 1, "1": 1, "2": 1, "3": 2, "4": 2, "5": 5, "6": 0}
    found = estimate_export(job)
    assert found is not None
    assert {share.name: share.total for share in found.classes} == {"a": 6, "b": 6, "c": 6}
    assert any("counts for the rarest of them" in note for note in found.notes)
    run_export(job, RunOptions(workers=1))
    lines = [json.loads(line) for line in (job.out / "manifest.jsonl").read_text().splitlines()]
    assert Counter(Path(line["key"]).stem for line in lines)["5"] == 6


def test_only_pictures_with_a_chosen_class_are_augmented(shown: Path, tmp_path: Path) -> None:
    job = job_for(shown, tmp_path / "out", classes=("b",))
    assert copies(job) == {"0": 0, "1": 0, "2": 0, "3": 2, "4": 2, "5": 2, "6": 0}
    run_export(job, RunOptions(workers=1))
    assert len([name for name in contents(job.out) if name.endswith(".png")]) == 13


def test_a_class_that_no_picture_counts_for_is_named(shown: Path, tmp_path: Path) -> None:
    for name in "012":
        write_files(shown, {f"labels/train/{name}.txt": b""})
    found = estimate_export(job_for(shown, tmp_path / "out", balance="max"))
    assert found is not None
    # a is shown by 3 and 5 alone, b by 3, 4 and 5: a counts in 3.
    assert {share.name for share in found.classes} == {"a", "b", "c"}
    write_files(shown, {"labels/train/4.txt": b""})
    found = estimate_export(job_for(shown, tmp_path / "out", balance="max"))
    assert found is not None
    assert any("so that no picture counts for them: b" in note for note in found.notes)


def test_a_class_that_there_is_not_is_refused(shown: Path, tmp_path: Path) -> None:
    line = refused("export", shown, tmp_path / "out", "--classes", "a,z")
    assert line.endswith("classes: there is no class z; there are a, b, c, d")
    with pytest.raises(ExportError, match="must name at least one of a, b, c, d"):
        run_export(job_for(shown, tmp_path / "out", classes=()), RunOptions(workers=1))
