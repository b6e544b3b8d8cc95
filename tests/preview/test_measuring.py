"""Measures of whole pictures are given up when something else is wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.transform import View
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import Pane
from augstudio.preview.measuring import (
    DifferenceRequest,
    DifferenceWork,
    HistogramWork,
    Subject,
)
from augstudio.transforms import Invert
from tests.pictures import smooth_picture

INVERTED = Pane("", Pipeline.of((Invert(),)), 1)


@pytest.fixture
def subject(tmp_path: Path) -> Subject:
    (tmp_path / "a.png").write_bytes(encode(smooth_picture(60, 40), "png"))
    sample = Sample("a.png", str(tmp_path / "a.png"))
    return Subject(ImageFolder(tmp_path), sample, 0, Pane("", Pipeline(), 0), INVERTED)


def test_what_is_wanted_is_measured(subject: Subject) -> None:
    differences, histograms = DifferenceWork(), HistogramWork()
    differences.pictures.wanted = histograms.pictures.wanted = subject
    found = differences(DifferenceRequest(subject, 0.5))
    assert found is not None
    assert found.found is not None
    assert found.found.share > 0
    assert found.pixels is not None
    assert found.pixels.shape[:2] == (20, 30)
    counted = histograms(subject)
    assert counted is not None
    assert counted.first is not None
    assert counted.second is not None
    assert (counted.first[:, ::-1] == counted.second).all(), "inverted"


@pytest.mark.parametrize("newer", [True, False], ids=["something newer is wanted", "the window closes"])
def test_a_measure_that_runs_is_given_up(
    subject: Subject, monkeypatch: pytest.MonkeyPatch, newer: bool
) -> None:
    work = DifferenceWork()

    def apply(self: Invert, image: Image, draw: Draw, view: View) -> Image:
        work.pictures.wanted = replace(subject, seed=1) if newer else None
        checkpoint()
        raise AssertionError("it goes on")

    monkeypatch.setattr(Invert, "apply", apply)
    work.pictures.wanted = subject
    assert work(DifferenceRequest(subject, 1.0)) is None
    assert HistogramWork()(subject) is None, "nobody has asked for it"
