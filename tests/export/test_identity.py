"""What is refused before anything is written."""

from __future__ import annotations

import importlib.metadata
import json
import os
from pathlib import Path
from typing import Any

import pytest

from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.export.reading.recorded import read_recorded
from augstudio.pipelines import Pipeline
from tests.export.jobs import job_for
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture


def refusal(job: ExportJob) -> str:
    """The reason, after checking that nothing was changed anywhere."""
    before = contents(job.dataset.parent)
    folders = sorted(job.dataset.parent.rglob("*"))
    with pytest.raises(ExportError) as caught:
        run_export(job, RunOptions(workers=1))
    assert contents(job.dataset.parent) == before
    assert sorted(job.dataset.parent.rglob("*")) == folders
    return str(caught.value)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in", 2)


def test_places_in_and_around_the_dataset(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(dataset)
    for out in (dataset, dataset / "a", dataset / "new" / "er", tmp_path / "link", tmp_path / "link" / "new"):
        assert "is the dataset or lies inside it" in refusal(job_for(dataset, out))
    for out in (tmp_path, tmp_path / "x" / ".."):
        assert "has the dataset inside it" in refusal(job_for(dataset, out))
    assert "is the dataset" in refusal(job_for(tmp_path / "link", dataset))


@pytest.mark.parametrize(
    ("target", "there"),
    [("../out", False), ("../out", True), ("../out/b", False), ("..", True), ("../elsewhere", False)],
)
def test_links_in_the_dataset_that_lead_to_the_output(
    dataset: Path, tmp_path: Path, target: str, there: bool
) -> None:
    write_files(tmp_path, {"elsewhere/x.txt": b"x"})
    (tmp_path / "elsewhere" / "again").symlink_to(tmp_path / "out")
    (dataset / "zlink").symlink_to(target)
    if there:
        (tmp_path / "out").mkdir()
    link = "zlink/again" if target == "../elsewhere" else "zlink"
    reason = refusal(job_for(dataset, tmp_path / "out"))
    assert f"{link} leads to the output folder" in reason


def test_links_in_the_dataset_that_lead_elsewhere(dataset: Path, tmp_path: Path) -> None:
    small_dataset(tmp_path / "other", 2)
    (dataset / "zlink").symlink_to("../other")
    (dataset / "gone").symlink_to("../nowhere")
    (dataset / "loop").symlink_to("loop")
    report = run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    assert report.written == 12
    assert [skipped.name for skipped in report.skipped] == ["gone", "loop"], "not left out in silence"


def test_places_that_are_not_free(dataset: Path, tmp_path: Path) -> None:
    write_files(tmp_path, {"file": b"x", "full/thesis.doc": b"x"})
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert "is a file; name a folder" in refusal(job_for(dataset, tmp_path / "file"))
    assert "is a file; name a folder" in refusal(job_for(dataset, tmp_path / "broken"))
    assert "is not a folder" in refusal(job_for(dataset, tmp_path / "file" / "below"))
    assert "holds other files, such as thesis.doc" in refusal(job_for(dataset, tmp_path / "full"))


def test_places_without_permission(dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode, **_: False)
    for out in (tmp_path / "empty", tmp_path / "new" / "er"):
        assert "no permission to write in" in refusal(job_for(dataset, out))


def test_datasets_that_cannot_be_used(dataset: Path, tmp_path: Path) -> None:
    write_files(tmp_path, {"empty/readme.md": b"x"})
    assert "there is no folder" in refusal(job_for(tmp_path / "missing", tmp_path / "out"))
    assert "no images found" in refusal(job_for(tmp_path / "empty", tmp_path / "out"))


def test_workers_are_counted_from_one(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="workers: must be at least 1, got 0"):
        run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=0))


@pytest.mark.parametrize(
    ("options", "difference"),
    [
        ({"seed": 1}, "its seed is 0, not 1"),
        ({"copies": 3}, "its copies is 2, not 3"),
        ({"format": "png"}, 'its format is "keep", not "png"'),
        ({"quality": 90}, "its quality is 95, not 90"),
        ({"splits": ()}, 'its splits is ["train"], not []'),
        ({"originals": False}, "its originals is true, not false"),
        ({"pipeline": Pipeline()}, "it was made with another pipeline"),
    ],
)
def test_another_exports_folder(
    dataset: Path, tmp_path: Path, options: dict[str, Any], difference: str
) -> None:
    run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    reason = refusal(job_for(dataset, tmp_path / "out", **options))
    assert f"holds another export: {difference}; choose another folder" in reason


def test_a_folder_of_other_versions(dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    path = tmp_path / "out" / "augstudio.json"
    described = json.loads(path.read_text())
    described["versions"]["opencv"] = "4.0"
    path.write_text(json.dumps(described))
    assert 'its opencv version is "4.0", not' in refusal(job_for(dataset, tmp_path / "out"))
    path.write_text("[]")
    assert "not one of this program's" in refusal(job_for(dataset, tmp_path / "out"))
    path.write_text("{")
    assert "cannot be read" in refusal(job_for(dataset, tmp_path / "out"))


def test_the_fingerprint_knows_neither_time_nor_place(dataset: Path, tmp_path: Path) -> None:
    other = small_dataset(tmp_path / "elsewhere", 2)
    os.utime(other / "a" / "0.jpg", (1, 1))
    for source, out in ((dataset, "one"), (other, "two")):
        run_export(job_for(source, tmp_path / out), RunOptions(workers=1))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_what_stands_beside_the_manifest(dataset: Path, tmp_path: Path) -> None:
    job = job_for(dataset, tmp_path / "out", seed=5, format="png")
    run_export(job, RunOptions(workers=1))
    text = (tmp_path / "out" / "augstudio.json").read_text(encoding="utf-8")
    described = json.loads(text)
    assert Pipeline.from_dict(described["pipeline"]) == job.pipeline
    assert described["seed"] == 5
    assert described["options"]["format"] == "png"
    assert described["dataset"]["samples"] == 2
    assert described["versions"].keys() == {
        "augstudio",
        "numpy",
        "opencv",
        "pillow",
        "python",
        "simplejpeg",
    }
    assert str(tmp_path) not in text


def test_decoders_are_named_where_there_are_pictures_for_them(dataset: Path, tmp_path: Path) -> None:
    """A picture of such a kind may come later: the export goes on; another version of its decoder counts."""
    job = job_for(dataset, tmp_path / "out", copies=1)
    run_export(job, RunOptions(workers=1))
    write_files(dataset, {"a/phone.HEIC": encoded(smooth_picture(16, 12), "HEIF")})
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    identity = tmp_path / "out" / "augstudio.json"
    described = json.loads(identity.read_text(encoding="utf-8"))
    assert described["versions"]["pillow-heif"] == importlib.metadata.version("pillow-heif")
    assert "pillow-jxl-plugin" not in described["versions"]
    described["versions"]["pillow-heif"] = "0.1"
    identity.write_text(json.dumps(described), encoding="utf-8")
    assert "pillow-heif 0.1, now" in read_recorded(tmp_path / "out").version_mismatch
    assert 'its pillow-heif version is "0.1", not' in refusal(job)
