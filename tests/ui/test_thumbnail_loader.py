"""Thumbnails of pictures that do not come, as from a drive that is gone."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.ui.dataset_panel import thumbnails
from augstudio.ui.dataset_panel.thumbnails import ThumbnailLoader
from tests.folders import small_dataset


class Stalling(ImageFolder):
    """A folder some of whose pictures come only when they are let through."""

    def __init__(self, path: Path, stalled: set[str]) -> None:
        super().__init__(path)
        self.stalled = stalled
        self.gate = Event()

    def thumbnail(self, sample: Sample, side: int) -> Image:
        if sample.key in self.stalled:
            self.gate.wait(60)
        return super().thumbnail(sample, side)


def test_a_picture_that_does_not_come_holds_up_no_other(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "PATIENCE_MS", 30)
    folder = Stalling(small_dataset(tmp_path, 6), {"b/5.png", "b/3.bmp"})
    samples = list(folder)
    loader = ThumbnailLoader()
    loader.set_pictures(folder)
    try:
        for sample in samples:
            assert loader.thumbnail(sample) is None
        qtbot.waitUntil(lambda: all(loader.peek(sample) is not None for sample in samples), timeout=20_000)
        told = {sample.key: loader.peek(sample) for sample in samples}
        assert {key for key, known in told.items() if isinstance(known, str)} == folder.stalled
        assert all("does not answer" in str(told[key]) for key in folder.stalled)
        folder.gate.set()
        qtbot.waitUntil(
            lambda: all(isinstance(loader.peek(sample), QPixmap) for sample in samples), timeout=20_000
        )
    finally:
        folder.gate.set()
        loader.close()


def test_no_more_threads_wait_than_a_few(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thumbnails, "PATIENCE_MS", 10)
    monkeypatch.setattr(thumbnails, "MAX_PASSED_OVER", 1)
    folder = Stalling(small_dataset(tmp_path, 3), {"a/0.jpg", "a/2.webp", "b/1.png"})
    loader = ThumbnailLoader()
    loader.set_pictures(folder)
    asked: list[int] = []
    loader._patience.timeout.connect(lambda: asked.append(loader._thread.abandoned))
    try:
        for sample in folder:
            loader.thumbnail(sample)
        qtbot.waitUntil(lambda: len(asked) > 8, timeout=20_000)
        assert set(asked) == {0, 1}
        assert sum(loader.peek(sample) is not None for sample in folder) == 1
    finally:
        folder.gate.set()
        loader.close()
