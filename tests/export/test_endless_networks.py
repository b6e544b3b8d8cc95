"""Networks that do not come to an end are given up, and everything else is exported."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from augstudio.export import ExportJob, Limits, RunOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import ImageModel
from tests import networks
from tests.export.jobs import job_for
from tests.folders import encoded, write_files
from tests.networks import stored
from tests.pictures import smooth_picture

PATIENCE = 2.0


def endless_for_one(folder: Path) -> ExportJob:
    """Two pictures, of which the network can only do the smaller one."""
    write_files(
        folder / "in",
        {
            "a/high.png": encoded(smooth_picture(90, 400), "PNG"),
            "a/low.png": encoded(smooth_picture(90, 60), "PNG"),
        },
    )
    step = ImageModel(model=(stored(networks.endless(above=350), folder),), strength_range=(1, 1))
    return job_for(folder / "in", folder / "out", Pipeline.of((step,)), copies=1)


@pytest.mark.parametrize(
    ("workers", "reason"),
    [
        (1, "network.onnx cannot be used: it gave no result within 2 s"),
        (2, "nothing came of it for 3 s, so it was given up"),
    ],
)
def test_pictures_for_which_it_does_not_end_are_left_out(tmp_path: Path, workers: int, reason: str) -> None:
    job = endless_for_one(tmp_path)
    begun = time.monotonic()
    report = run_export(job, RunOptions(workers=workers, limits=Limits(timeout=PATIENCE)))
    assert time.monotonic() - begun < 60
    assert [skipped.name for skipped in report.skipped] == ["a/high.png"]
    assert reason in report.skipped[0].reason
    assert report.written == 2
