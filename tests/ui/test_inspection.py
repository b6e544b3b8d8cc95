"""What is made of a path that a user opens."""

from __future__ import annotations

from pathlib import Path

from augstudio.assets import labelled_sample
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.ui.inspection import FoundDataset, FoundExport, Known, inspect_path

NOTHING_KNOWN = Known({}, {}, (), ())


def exported(out: Path, **options: object) -> Path:
    job = ExportJob(labelled_sample(), out, Pipeline(), ExportOptions(**options), accept_loss=True)  # type: ignore[arg-type]
    run_export(job, RunOptions(workers=1))
    return out


def test_a_dataset_in_another_format_is_opened_as_one(tmp_path: Path) -> None:
    out = exported(tmp_path / "out", copies=0, to_format="voc", splits=("train", "val"))
    found = inspect_path(out, NOTHING_KNOWN)
    assert isinstance(found, FoundDataset)
    assert found.dataset.reference.format == "voc"
    assert found.holds_export
    assert isinstance(inspect_path(out / "augstudio.json", NOTHING_KNOWN), FoundExport)


def test_what_holds_copies_is_an_export(tmp_path: Path) -> None:
    assert isinstance(inspect_path(exported(tmp_path / "out", copies=1), NOTHING_KNOWN), FoundExport)
