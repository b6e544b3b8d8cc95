"""Copies on which things of other pictures are pasted keep all promises that others keep."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from augstudio.core.image import pixels_digest, size_of
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.layout import Stated
from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.verify import Verification
from augstudio.images.codec import decode
from augstudio.pipelines import Pipeline
from augstudio.transforms import CopyPaste
from tests.commands import told
from tests.datasets.yolo_folders import write_yolo
from tests.export.jobs import job_for, manifest, shuffled
from tests.folders import contents, encoded, write_files
from tests.labelled import shown
from tests.pictures import noise_picture

PASTING = Pipeline.of((CopyPaste(objects_range=(1, 2)),))
COLOURS = {"0": 10, "1": 80, "2": 150, "3": 220}


def outlined(root: Path) -> Path:
    """Four plain pictures with two outlines each."""
    files: dict[str, str | bytes | None] = {}
    for number, (name, colour) in enumerate(COLOURS.items()):
        picture = np.full((40 + number, 50 - 3 * number, 3), colour, np.uint8)
        files[f"images/train/{name}.png"] = encoded(picture, "PNG")
        rows = ("0 0.11 0.13 0.53 0.17 0.31 0.61", f"1 0.61 0.53 0.91 0.51 0.93 0.{number + 6}3 0.6 0.9")
        files[f"labels/train/{name}.txt"] = "\n".join(rows)
    return write_yolo(root, {**files, "images/val/v.png": None, "labels/val/v.txt": ""})


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return outlined(tmp_path_factory.mktemp("pasting") / "in")


@pytest.fixture(scope="module")
def out(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of it."""
    folder = tmp_path_factory.mktemp("pasted") / "out"
    report = run_export(job_for(dataset, folder, PASTING), RunOptions(workers=1))
    assert not report.skipped
    return folder


def test_what_is_pasted_is_named_and_labelled(out: Path) -> None:
    opened = open_dataset(out, Stated(include_copies=True))
    samples = {sample.key: sample for sample in only_samples(opened.samples())}
    for line in (line for line in manifest(out) if line["copy"]):
        draw = line["draws"][0]["draw"]
        [partner], sample = draw["partners"], samples[line["file"]]
        assert draw["pasted"]
        assert partner["labels"]
        image, source = opened.read(sample), opened.label_source(sample)
        assert pixels_digest(image) == line["pixels"]
        assert source is not None
        labels = source.read(ImageInfo(size_of(image))).labels
        assert labels is not None
        others = (image == COLOURS[Path(partner["key"]).stem]).all(axis=2)
        assert others.any()
        covered = [shown(labels, item, size_of(image)) for item in labels.instances[-len(draw["pasted"]) :]]
        assert np.array_equal(np.any(covered, axis=0), others)


def test_neither_order_nor_two_processes_change_a_byte_and_all_can_be_verified(
    dataset: Path, out: Path, tmp_path: Path
) -> None:
    for number, options in enumerate((RunOptions(engine=shuffled), RunOptions(workers=2))):
        job = job_for(dataset, tmp_path / str(number), PASTING)
        run_export(job, options)
        assert contents(job.out) == contents(out)
    assert not list(Verification(out, dataset).differences())


def test_an_output_is_made_again_from_its_line(dataset: Path, out: Path, tmp_path: Path) -> None:
    number, line = next((n, line) for n, line in enumerate(manifest(out), 1) if line["copy"] == 2)
    given = ("render", dataset / line["key"], "--from-manifest", f"{out}/manifest.jsonl:{number}")
    result = told(*given, "-o", tmp_path / "again.png", "--dataset", dataset)
    assert result.exit_code == 0, result.output
    assert "the manifest's pixels and labels" in result.output
    assert pixels_digest(decode((tmp_path / "again.png").read_bytes()).image) == line["pixels"]


def test_without_outlines_an_export_is_refused_by_name(tmp_path: Path) -> None:
    boxes = {"images/train/a.png": None, "labels/train/a.txt": "0 0.5 0.5 0.5 0.5\n"}
    yolo = write_yolo(tmp_path / "yolo", {**boxes, "images/val/b.png": None, "labels/val/b.txt": ""})
    plain = write_files(tmp_path / "plain", {"a.png": encoded(noise_picture(9, 9), "PNG")})
    for source, reason in (
        (yolo, "outlines or masks, and YOLO has none"),
        (plain, "the dataset has no labels"),
    ):
        with pytest.raises(ExportError, match=f"the step copy_paste .*{reason}"):
            run_export(job_for(source, tmp_path / "out", PASTING), RunOptions(workers=1))
        assert not (tmp_path / "out").exists()
