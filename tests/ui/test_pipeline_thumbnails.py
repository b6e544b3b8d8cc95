"""Thumbnails of pipelines belong to the picture they were asked for."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from augstudio.core.interruption import checkpoint
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip
from augstudio.ui import tasks
from augstudio.ui.pipeline_panel.thumbnails import Job, PipelineThumbnails, Scene
from augstudio.ui.qimage import qimage_from_image
from tests.windows import WAIT_MS


def scene_of(dataset: Path, name: str) -> Scene:
    folder = ImageFolder(dataset)
    sample = next(item for item in folder.samples() if isinstance(item, Sample) and item.key.endswith(name))
    return Scene(folder, sample, 0, 1, 48)


def test_a_flip_is_shown_flipped(qtbot: QtBot, dataset: Path) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    scene = scene_of(dataset, "cat/1.png")
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS) as made:
        thumbnails.ask(scene, {"flip": Pipeline.of((HorizontalFlip(),))})
    assert made.args is not None
    name, picture = made.args
    small = scene.dataset.thumbnail(scene.sample, 48)
    assert name == "flip"
    assert picture.toImage() == qimage_from_image(np.ascontiguousarray(small[:, ::-1])).convertToFormat(
        picture.toImage().format()
    )
    thumbnails.close()


def test_a_late_picture_of_another_scene_is_not_shown(qtbot: QtBot, dataset: Path) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    first, second = scene_of(dataset, "cat/1.png"), scene_of(dataset, "dog/2.png")
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS):
        thumbnails.ask(second, {"now": Pipeline()})
    image = np.zeros((4, 4, 3), np.uint8)
    with qtbot.assertNotEmitted(thumbnails.made):
        thumbnails._on_worker_finished(Job(first, "late", Pipeline()), image)
    with qtbot.waitSignal(thumbnails.made):
        thumbnails._on_worker_finished(Job(second, "now", Pipeline()), image)
    thumbnails.close()


def test_a_picture_that_cannot_be_read_has_no_thumbnail(qtbot: QtBot, dataset: Path) -> None:
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    broken, whole = scene_of(dataset, "cat/1.png"), scene_of(dataset, "cat/2.png")
    broken.sample.path.write_bytes(b"\x89PNG nothing")
    names: list[str] = []
    thumbnails.made.connect(lambda name, _: names.append(name))
    thumbnails.ask(broken, {"broken": Pipeline()})
    with qtbot.waitSignal(thumbnails.made, timeout=WAIT_MS):
        thumbnails.ask(whole, {"whole": Pipeline()})
    assert names == ["whole"]
    thumbnails.close()


def test_closing_gives_up_what_is_being_made(
    qtbot: QtBot, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered = threading.Event()

    def endless(*_: object) -> None:
        while True:
            entered.set()
            checkpoint()

    monkeypatch.setattr("augstudio.ui.pipeline_panel.thumbnails.render", endless)
    owner = QObject()
    thumbnails = PipelineThumbnails(owner)
    thumbnails.ask(scene_of(dataset, "cat/1.png"), {"endless": Pipeline()})
    assert entered.wait(10)
    thumbnails.close()
    assert tasks._LEFT_BEHIND == []
