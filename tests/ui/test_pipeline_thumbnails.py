"""Thumbnails of pipelines belong to the picture they were asked for."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.parameters import Range
from augstudio.core.transform import View
from augstudio.datasets.base import Sample, only_samples
from augstudio.datasets.image_folder import ImageFolder
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export.reading.reader import OpenedExport
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.thumbnails import ThumbnailSource
from augstudio.transforms import Brightness, HorizontalFlip
from augstudio.ui import threads
from augstudio.ui.pipeline_panel.thumbnails import PipelineThumbnails
from augstudio.ui.qimage import qimage_from_image
from tests.folders import write_files
from tests.windows import WAIT_MS


def source_of(dataset: Path, name: str) -> ThumbnailSource:
    folder = ImageFolder(dataset)
    sample = next(item for item in folder.samples() if isinstance(item, Sample) and item.key.endswith(name))
    return ThumbnailSource(folder, sample, 0, 1, 48)


def test_a_flip_is_shown_flipped(qtbot: QtBot, dataset: Path) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    source = source_of(dataset, "cat/1.png")
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS) as made:
        thumbnails.ask(source, {"flip": Pipeline.of((HorizontalFlip(),))})
    assert made.args is not None
    name, picture = made.args
    small = source.dataset.thumbnail(source.sample, 48)
    assert name == "flip"
    assert picture.toImage() == qimage_from_image(np.ascontiguousarray(small[:, ::-1])).convertToFormat(
        picture.toImage().format()
    )
    thumbnails.close()


def test_a_late_picture_of_another_sample_is_not_shown(qtbot: QtBot, dataset: Path) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    first, second = source_of(dataset, "cat/1.png"), source_of(dataset, "dog/2.png")
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS):
        thumbnails.ask(second, {"now": Pipeline()})
    late, now = first.request("late", Pipeline(), 0), second.request("now", Pipeline(), 1)
    renderer = PreviewRenderer()
    with qtbot.assertNotEmitted(thumbnails.made):
        thumbnails._on_thread_finished(late, renderer(late))
    with qtbot.waitSignal(thumbnails.made):
        thumbnails._on_thread_finished(now, renderer(now))
    thumbnails.close()


def test_a_picture_that_cannot_be_read_has_no_thumbnail(qtbot: QtBot, dataset: Path) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    broken, whole = source_of(dataset, "cat/1.png"), source_of(dataset, "cat/2.png")
    broken.sample.path.write_bytes(b"\x89PNG nothing")
    names: list[str] = []
    thumbnails.made.connect(lambda name, _: names.append(name))
    thumbnails.ask(broken, {"broken": Pipeline()})
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS):
        thumbnails.ask(whole, {"whole": Pipeline()})
    assert names == ["whole"]
    thumbnails.close()


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Have a step take until somebody gives it up; set while it is at work."""
    working = threading.Event()

    def apply(self: Brightness, image: Image, draw: Draw, view: View) -> Image:
        working.set()
        while True:
            checkpoint()

    monkeypatch.setattr(Brightness, "apply", apply)
    return working


ENDLESS = {"endless": Pipeline.of((Brightness(shift_range=Range(0.1, 0.1)),))}


def test_closing_gives_up_what_is_being_made(qtbot: QtBot, dataset: Path, endless: threading.Event) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    thumbnails.ask(source_of(dataset, "cat/1.png"), ENDLESS)
    assert endless.wait(10)
    thumbnails.close()
    assert threads._LEFT_BEHIND == []


@pytest.mark.parametrize("name", ["cat/1.png", "dog/2.png"], ids=["same picture", "another picture"])
def test_newer_ones_take_the_place_of_what_is_being_made(
    qtbot: QtBot, dataset: Path, endless: threading.Event, name: str
) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    before = source_of(dataset, "cat/1.png")
    thumbnails.ask(before, ENDLESS)
    assert endless.wait(10)
    # Of the same dataset, as for another one a thread of its own is started.
    source = replace(before, sample=source_of(dataset, name).sample)
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS) as made:
        thumbnails.ask(source, {"now": Pipeline()})
    assert made.args is not None
    assert made.args[0] == "now"
    thumbnails.close()


def test_a_picture_that_cannot_be_read_is_tried_once(
    qtbot: QtBot, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried, real = list[Sample](), ImageFolder.thumbnail

    def thumbnail(self: ImageFolder, sample: Sample, side: int) -> Image:
        tried.append(sample)
        return real(self, sample, side)

    monkeypatch.setattr(ImageFolder, "thumbnail", thumbnail)
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    broken, whole = source_of(dataset, "cat/1.png"), source_of(dataset, "cat/2.png")
    broken.sample.path.write_bytes(b"\x89PNG nothing")
    assert thumbnails._renderer(broken.request("one", Pipeline(), 1)) is not None
    assert thumbnails._renderer(broken.request("other", Pipeline(), 1)) is not None
    assert tried == [broken.sample]
    result = thumbnails._renderer(whole.request("whole", Pipeline(), 1))
    assert result is not None
    assert result.frames


def test_thumbnails_of_an_opened_export_are_made_of_the_source(qtbot: QtBot, tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"1.png": encode(np.full((40, 60, 3), 45, np.uint8), "png")})
    lit = Brightness(shift_range=Range(165 / 255, 165 / 255))
    options = ExportOptions(copies=1, format="png", originals=False)
    run_export(
        ExportJob(tmp_path / "in", tmp_path / "out", Pipeline.of((lit,)), options), RunOptions(workers=1)
    )
    opened = OpenedExport(tmp_path / "out", tmp_path / "in")
    sample = next(only_samples(opened.samples()))
    assert opened.outputs.thumbnail(sample, 48).mean() == 210
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS) as made:
        thumbnails.ask(ThumbnailSource(opened, sample, 0, 1, 48), {"flip": Pipeline.of((HorizontalFlip(),))})
    assert made.args is not None
    assert made.args[1].toImage().pixelColor(5, 5).red() == 45
    thumbnails.close()
