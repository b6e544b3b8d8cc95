"""Previews of pictures into which others are mixed: the exported pixels, and what hinders their export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.image import pixels_digest
from augstudio.core.transform import Transform
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.export import RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.labelling import described_labels
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.render.labels import NOTHING_PASTED
from augstudio.transforms import CopyPaste, Mosaic
from tests.datasets.yolo_folders import write_yolo
from tests.export.jobs import job_for, manifest
from tests.export.test_pasting import outlined
from tests.folders import encoded, write_files
from tests.pictures import noise_picture

BOXES = "0 0.5 0.5 0.5 0.5\n"


def requested(folder: Path, step: Transform) -> PreviewRequest:
    """The settled preview of the first copy of a dataset's first picture."""
    dataset = open_dataset(folder)
    panes = comparison.original_and_result(Pipeline.of((step,)), 1)
    return PreviewRequest(
        dataset=dataset,
        sample=next(only_samples(dataset.samples())),
        seed=0,
        arrangement=Arrangement.in_columns(panes, 2),
        pane_size=(100, 100),
        zoom=1.0,
        exact=True,
        labelled=None if dataset.categories is None else dataset,
    )


def preview(folder: Path, step: Transform) -> PreviewResult:
    """What a new renderer makes of it."""
    result = PreviewRenderer()(requested(folder, step))
    assert result is not None
    return result


@pytest.mark.parametrize("step", [CopyPaste(), Mosaic()], ids=lambda step: str(step.NAME))
def test_what_is_mixed_is_shown_as_it_is_exported(step: Transform, tmp_path: Path) -> None:
    folder = outlined(tmp_path / "in")
    job = job_for(folder, tmp_path / "out", Pipeline.of((step,)), copies=1)
    run_export(job, RunOptions(workers=1))
    line = next(line for line in manifest(job.out) if line["copy"])
    result = preview(folder, step)
    shown = result.frames[1]
    assert shown.exact
    assert pixels_digest(np.ascontiguousarray(shown.image)) == line["pixels"]
    assert shown.labels is not None
    assert len(shown.labels.labels.instances) == line["labels"]["counts"]["real"]
    assert result.notes == ()


def test_a_format_of_boxes_alone_is_named_and_that_nothing_is_pasted(tmp_path: Path) -> None:
    files = {f"images/train/{name}.png": None for name in "ab"}
    boxes = {f"labels/train/{name}.txt": BOXES for name in "ab"}
    folder = write_yolo(tmp_path, {**files, **boxes, "images/val/c.png": None, "labels/val/c.txt": ""})
    result = preview(folder, CopyPaste())
    assert np.array_equal(result.frames[1].image, result.frames[0].image)
    assert "outlines or masks, and YOLO has none" in result.notes[0]
    assert result.notes[1] == NOTHING_PASTED
    assert result.frames[1].labels is not None
    assert described_labels(result.frames[1].labels) == ("1 label", "nothing pasted")


def test_a_folder_of_classes_is_told_that_it_holds_no_shares(tmp_path: Path) -> None:
    picture = encoded(noise_picture(20, 20), "PNG")
    folder = write_files(tmp_path, {f"{name}.png": picture for name in ("cat/1", "cat/2", "dog/1")})
    assert preview(folder, Mosaic()).notes[0].startswith("the step mosaic mixes pictures of several classes")
    assert "pastes labelled objects" in preview(folder, CopyPaste()).error


def test_changed_labels_of_other_pictures_are_pasted_as_they_are_now(tmp_path: Path) -> None:
    folder = outlined(tmp_path)
    renderer, request = PreviewRenderer(), requested(folder, CopyPaste(objects_range=(2, 2)))
    request = replace(request, zoom=0.5)  # such pictures are kept
    before = renderer(request)
    for number in range(4):  # of the same extents
        rows = ("0 0.11 0.13 0.53 0.61 0.31 0.61", f"1 0.61 0.53 0.91 0.51 0.93 0.{number + 6}3 0.6 0.6")
        (folder / f"labels/train/{number}.txt").write_text("\n".join(rows))
    after, fresh = renderer(request), PreviewRenderer()(request)
    assert before is not None
    assert after is not None
    assert fresh is not None
    assert np.array_equal(after.frames[1].image, fresh.frames[1].image)
    assert not np.array_equal(after.frames[1].image, before.frames[1].image)
