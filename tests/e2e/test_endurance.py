"""A long session holds no more than a short one."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QLayoutItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import Frame
from augstudio.transforms import ColorTransfer, OneOf
from augstudio.ui.main_window import MainWindow
from tests.windows import MakeWindow, settle, write_dataset

PICTURES = 20
CACHE_BYTES = 2**20


def switch(qtbot: QtBot, window: MainWindow, times: int) -> None:
    for number in range(times):
        row = number % PICTURES
        window.dataset_panel.view.setCurrentIndex(window.dataset_panel.model.index(row))
        settle(qtbot, window)


def held(kind: type) -> int:
    gc.collect()
    return sum(isinstance(item, kind) for item in gc.get_objects())


def resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")
def test_five_hundred_pictures_leave_nothing_behind(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Caches of a few pictures are full after the first round, as real ones are after some hundred.
    monkeypatch.setattr(PreviewRenderer, "cache_bytes", CACHE_BYTES)
    folder = write_dataset(tmp_path / "data", [f"{n:02}.png" for n in range(PICTURES)], size=(240, 180))
    window = open_window(folder)
    window.preview.controller._renderer.__init__(CACHE_BYTES)  # type: ignore[misc]
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == PICTURES)
    switch(qtbot, window, 2 * PICTURES)
    objects, memory = len(window.findChildren(QObject)), resident_bytes()
    switch(qtbot, window, 500)
    # A timer or a toast may come or go meanwhile; one object for each picture would be 500.
    assert abs(len(window.findChildren(QObject)) - objects) < 10
    assert held(Frame) <= 8
    assert held(Pyramid) <= CACHE_BYTES // (240 * 180 * 3) + 4
    assert resident_bytes() - memory < 24 * 2**20


def test_no_item_of_a_layout_is_held(qtbot: QtBot, window: MainWindow) -> None:
    # PySide is not told when Qt ends one, keeps its address, and the window crashes when that is used again.
    # It gets them from itemAt(), and from layouts that are filled before they are in another one.
    window.guide.open_sheet()
    window.actions_.export.trigger()
    window.show_unexpected(ValueError("odd"))
    window.pipeline_panel.add_step(ColorTransfer)
    window.pipeline_panel.add_step(OneOf)
    for view in window.actions_.views.values():
        view.trigger()
        settle(qtbot, window)
    window.session.undo_stack.undo()
    gc.collect()
    wrapped = [item for item in Shiboken.getAllValidWrappers() if isinstance(item, QLayoutItem)]
    assert [item for item in wrapped if not isinstance(item, QLayout)] == []
    assert window.crashes.dialog is not None
    for dialog in (window.guide.sheet, window.exporting.dialog, window.crashes.dialog):
        dialog.close()
