"""Files that a pipeline uses are kept beside its export."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated, ClassVar

import numpy as np
import pytest

from augstudio.assets import read_reference
from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.parameters import Files
from augstudio.core.reference import Reference
from augstudio.core.transform import Pixel, Transform, View, register
from augstudio.errors import ExportError
from augstudio.export import Progress, RunOptions, estimate_export, run_export
from augstudio.export.job import ExportJob
from augstudio.export.options import ExportOptions
from augstudio.export.reading.recorded import read_recorded
from augstudio.export.reading.verify import Verification, shown
from augstudio.pipelines import Pipeline
from augstudio.transforms import ColorTransfer, ImageModel, StyleTransfer
from tests.folders import contents, small_dataset


class AddsFile(Pixel):
    """Adds the first byte of its file to every level."""

    NAME: ClassVar[str] = "adds_file"
    TITLE: ClassVar[str] = "Adds file"
    FACTOR: ClassVar[str] = "any"
    GROUP: ClassVar[str] = "Test"

    files: Annotated[tuple[Reference, ...], Files((".txt",), help="Any.")] = ()

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Add it."""
        added = sum(read_reference(file)[0] for file in self.files) % 256
        return np.asarray(image + np.uint8(added), np.uint8)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("augstudio.core.transform._REGISTRY", {})
    register(AddsFile)


@pytest.fixture
def job(tmp_path: Path) -> ExportJob:
    small_dataset(tmp_path / "in", 2)
    style = tmp_path / "styles" / "Wellen 波.txt"
    style.parent.mkdir()
    style.write_bytes(b"\x05 waves")
    pipeline = Pipeline.of((AddsFile(files=(Reference.of(style),)),))
    return ExportJob(tmp_path / "in", tmp_path / "out", pipeline, ExportOptions(copies=1, format="png"))


def kept(out: Path) -> list[str]:
    return sorted(file.name for file in out.glob("*.reference"))


def test_an_export_holds_what_it_was_made_with(job: ExportJob, tmp_path: Path) -> None:
    run_export(job, RunOptions(workers=1))
    (name,) = kept(job.out)
    assert name.endswith("_Wellen 波.txt.reference")
    assert (job.out / name).read_bytes() == b"\x05 waves"
    (tmp_path / "styles" / "Wellen 波.txt").unlink()
    moved = job.out.rename(tmp_path / "moved")
    recorded = read_recorded(moved)
    assert read_reference(recorded.pipeline.references()[0]) == b"\x05 waves"
    assert recorded.pipeline.fingerprint() == job.pipeline.fingerprint()
    assert list(Verification(moved, job.dataset).differences()) == []


def test_where_a_file_lies_changes_no_byte_of_the_export(job: ExportJob, tmp_path: Path) -> None:
    run_export(job, RunOptions(workers=1))
    before = contents(job.out)
    elsewhere = tmp_path / "elsewhere" / "Wellen 波.txt"
    elsewhere.parent.mkdir()
    (tmp_path / "styles" / "Wellen 波.txt").rename(elsewhere)
    moved = Pipeline.of((AddsFile(files=(Reference.of(elsewhere),)),))
    run_export(ExportJob(job.dataset, tmp_path / "out2", moved, job.options), RunOptions(workers=1))
    assert contents(tmp_path / "out2") == before
    renamed = elsewhere.rename(elsewhere.with_name("other.txt"))
    same = Pipeline.of((AddsFile(files=(Reference.of(renamed),)),))
    run_export(ExportJob(job.dataset, job.out, same, job.options), RunOptions(workers=1))


def test_an_export_can_be_made_again_from_what_it_holds(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    before = contents(job.out)
    again = read_recorded(job.out).job(job.dataset)
    run_export(again, RunOptions(workers=1))
    assert contents(job.out) == before
    run_export(
        ExportJob(job.dataset, job.out, again.pipeline, ExportOptions(copies=2)), RunOptions(overwrite=True)
    )
    assert kept(job.out) == [name for name in before if name.endswith(".reference")]


def test_another_export_in_its_place_leaves_no_files_behind(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    plain = ExportJob(job.dataset, job.out, Pipeline.of((AddsFile(),)), job.options)
    run_export(plain, RunOptions(workers=1, overwrite=True))
    assert kept(job.out) == []


def test_a_kept_file_that_somebody_changed_stays_unless_it_shall_be_replaced(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    place = job.out / kept(job.out)[0]
    place.write_bytes(b"mine")
    with pytest.raises(ExportError, match="is not the file that the pipeline uses any more; move it away"):
        run_export(job, RunOptions(workers=1))
    assert place.read_bytes() == b"mine"
    run_export(replace(job, replace_edited=True), RunOptions(workers=1))
    assert place.read_bytes() == b"\x05 waves"
    place.write_bytes(b"")
    run_export(job, RunOptions(workers=1))
    assert place.read_bytes() == b"\x05 waves"


def test_a_missing_or_changed_file_is_refused_before_anything_is_written(
    job: ExportJob, tmp_path: Path
) -> None:
    style = tmp_path / "styles" / "Wellen 波.txt"
    style.write_bytes(b"other")
    with pytest.raises(ExportError, match="is no longer the one that was chosen"):
        run_export(job, RunOptions(workers=1))
    style.unlink()
    with pytest.raises(ExportError, match="is missing"):
        run_export(job, RunOptions(workers=1))
    assert not job.out.exists()


def test_verify_misses_them(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    (name,) = kept(job.out)
    (job.out / name).write_bytes(b"other")
    (found,) = Verification(job.out).differences()
    assert shown(found).startswith(f"{name}: ")
    assert "is no longer the one that was chosen" in shown(found)
    assert (
        json.loads((job.out / "augstudio.json").read_text())["pipeline"]["steps"][0]["files"][0]["path"]
        == name
    )


@pytest.mark.parametrize("kind", [ColorTransfer, StyleTransfer, ImageModel])
def test_nothing_but_pictures_and_networks_is_copied_beside_an_export(
    job: ExportJob, tmp_path: Path, kind: type[Transform]
) -> None:
    secret = tmp_path / "id_rsa"
    secret.write_bytes(b"a key of somebody's")
    field = "style" if kind is ImageModel else "references"
    step = kind.model_validate({field: [Reference.of(secret)]})
    with pytest.raises(ExportError, match="cannot be used"):
        run_export(ExportJob(job.dataset, job.out, Pipeline.of((step,))), RunOptions(workers=1))
    assert not job.out.exists()


def test_a_file_named_without_its_hash_is_the_same_for_the_whole_export(
    job: ExportJob, tmp_path: Path
) -> None:
    style = tmp_path / "styles" / "Wellen 波.txt"
    unpinned = Pipeline.of((AddsFile(files=(Reference(str(style)),)),))
    named = ExportJob(job.dataset, job.out, unpinned, job.options)

    def change_it(seen: Progress) -> None:
        if seen.done:
            style.write_bytes(b"other")

    report = run_export(named, RunOptions(workers=1), on_progress=change_it)
    assert report.written
    assert len(report.skipped) == report.total // 2 - report.written // 2
    assert {"is no longer the one that was chosen" in skipped.reason for skipped in report.skipped} == {True}
    found = estimate_export(named, RunOptions(overwrite=True))
    assert found is not None
    assert found.replaces


def test_files_that_are_called_like_kept_ones_stay_apart(job: ExportJob, tmp_path: Path) -> None:
    files = []
    for folder, data in (("one", b"\x01"), ("two", b"\x02")):
        file = tmp_path / folder / "0123456789abcdef_x.txt.reference"
        file.parent.mkdir()
        file.write_bytes(data)
        files.append(Reference.of(file))
    named = ExportJob(job.dataset, job.out, Pipeline.of((AddsFile(files=tuple(files)),)), job.options)
    run_export(named, RunOptions(workers=1))
    assert {(job.out / name).read_bytes() for name in kept(job.out)} == {b"\x01", b"\x02"}
    assert list(Verification(job.out, job.dataset).differences()) == []


def test_verify_goes_on_without_a_file_that_pixels_need(job: ExportJob) -> None:
    run_export(job, RunOptions(workers=1))
    (name,) = kept(job.out)
    (job.out / name).unlink()
    told = [shown(found) for found in Verification(job.out, job.dataset).differences()]
    assert len(told) > 2
    assert all("cannot be made again: the file" in line for line in told[:-1])
    assert told[-1].startswith(f"{name}: ")
