"""A user looks at one copy of many pictures at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.images.codec import decode, encode
from augstudio.pipelines import Pipeline
from augstudio.preview.visible import fitting_zoom
from augstudio.transforms import Brightness, Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.viewport import ZOOM_STEP
from augstudio.ui.preview.views import VariationsView
from augstudio.ui.preview.views.variations import Wall
from tests.pictures import smooth_picture
from tests.windows import MakeWindow, picture, settle

BROKEN = "cat/2.png"


def choose(window: MainWindow, wall: Wall) -> None:
    view = window.preview.view
    assert isinstance(view, VariationsView)
    view.wall_box.setCurrentIndex(view.wall_box.findData(wall))


def exported(window: MainWindow, root: Path, key: str) -> Image:
    """What the library makes of a picture of the dataset."""
    session = window.session
    image = decode((root / key).read_bytes()).image
    return session.pipeline(image, seed=session.seed, copy=session.copy, key=key)


def assert_as_exported(window: MainWindow, root: Path, pane: ImagePane, key: str) -> None:
    assert np.array_equal(picture(pane), exported(window, root, key)), key


def test_a_wall_of_different_pictures_with_a_broken_one(
    qtbot: QtBot, open_window: MakeWindow, dataset: Path
) -> None:
    (dataset / "dog/1.png").write_bytes(encode(smooth_picture(60, 80), "png"))
    (dataset / BROKEN).write_bytes(b"no picture")
    window = open_window(dataset)
    window.session.edit_pipeline(Pipeline.of((Rotate(size="grow"), Brightness())), "edit")
    QTest.keyClick(window, Qt.Key.Key_F4)
    choose(window, Wall.PICTURES)
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    keys = [f"{kind}/{number}.png" for kind in ("cat", "dog") for number in (1, 2, 3)]
    panes = window.preview.panes
    assert [pane.caption for pane in panes] == keys
    for pane, key in zip(panes, keys, strict=True):
        if key == BROKEN:
            assert pane.message.endswith("2.png")
            assert "\n" in pane.message
        else:
            assert_as_exported(window, dataset, pane, key)
    assert [pane.chosen for pane in panes] == [True] + 5 * [False]
    qtbot.waitUntil(lambda: window.info.state.text() == "as exported")

    QTest.mouseClick(panes[3], Qt.MouseButton.LeftButton)
    assert window.session.sample is not None
    assert window.session.sample.key == "dog/1.png"
    assert window.dataset_panel.view.currentIndex().row() == 3
    assert [pane.chosen for pane in window.preview.panes] == [False] * 3 + [True, False, False]

    choose(window, Wall.CLASSES)
    settle(qtbot, window)
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    assert [pane.caption for pane in window.preview.panes] == ["cat · cat/1.png", "dog · dog/1.png"]
    assert_as_exported(window, dataset, window.preview.panes[1], "dog/1.png")

    choose(window, Wall.PICTURES)
    window.dataset_panel.search.setText("2.png")
    settle(qtbot, window)
    assert [pane.caption for pane in window.preview.panes] == ["cat/2.png", "dog/2.png"]


def test_each_of_different_pictures_fits_its_own_pane(
    qtbot: QtBot, open_window: MakeWindow, dataset: Path
) -> None:
    (dataset / "dog/1.png").write_bytes(encode(smooth_picture(1800, 1200), "png"))
    (dataset / "dog/2.png").write_bytes(b"no picture")
    window = open_window(dataset)
    QTest.keyClick(window, Qt.Key.Key_F4)
    settle(qtbot, window)
    choose(window, Wall.PICTURES)
    settle(qtbot, window)
    shown = [pane for pane in window.preview.panes if pane.frame is not None]
    assert len(shown) == 5
    for pane in shown:
        assert pane.frame is not None
        zoom = fitting_zoom([pane.frame.size], smallest(window))
        assert pane.zoom == zoom
        size = (pane.frame.size[0] * zoom, pane.frame.size[1] * zoom)
        assert pane._target(pane.frame).size().toTuple() == pytest.approx(size, abs=1)
    assert shown[3].zoom < 1 < shown[0].zoom
    assert window.preview.viewport.zoom == shown[0].zoom, "that of the picture in use is told"

    small = shown[1]
    before, corner = small.zoom, small.picture_share(QPointF(20, 20))
    assert corner is not None
    turn_wheel(small, QPoint(20, 20))
    settle(qtbot, window)
    assert {pane.zoom for pane in shown} == {before * ZOOM_STEP}, "from here on all have the same"
    assert (small.picture_share(QPointF(20, 20)) or QPointF()).toTuple() == pytest.approx(
        corner.toTuple(), abs=0.02
    )


def smallest(window: MainWindow) -> tuple[int, int]:
    """The size in device pixels that every pane has room for."""
    viewport = window.preview.viewport
    sizes = [viewport.room(pane.device_size, pane.devicePixelRatioF()) for pane in window.preview.panes]
    return min(width for width, _ in sizes), min(height for _, height in sizes)


def turn_wheel(pane: ImagePane, place: QPoint) -> None:
    nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turned = QPoint(0, 120)
    where = QPointF(place), QPointF(pane.mapToGlobal(place))
    QApplication.sendEvent(
        pane, QWheelEvent(*where, QPoint(), turned, *nothing, Qt.ScrollPhase.NoScrollPhase, False)
    )
