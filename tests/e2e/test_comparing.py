"""A user compares padding modes and copies."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.padding import PaddingMode
from augstudio.pipelines import Pipeline
from augstudio.transforms import Scale
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.views import VariationsView
from augstudio.ui.qimage import bgra_from_qimage
from tests.windows import drag, picture, settle


def test_five_padding_modes_on_one_draw_and_a_click_chooses(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F3)
    settle(qtbot, window)
    panes = window.preview.panes
    assert [pane.caption for pane in panes] == [
        "Constant", "Edge", "Reflect", "Symmetric", "Wrap", "Original",
    ]  # fmt: skip
    draws = [pane.frame.draws for pane in panes[:5] if pane.frame]
    assert draws[0]
    assert draws == 5 * draws[:1]
    pictures = [picture(pane) for pane in panes]
    assert all(not np.array_equal(pictures[0], other) for other in pictures[1:])
    assert [pane.chosen for pane in panes] == [False, False, True, False, False, False]
    QTest.mouseClick(panes[4], Qt.MouseButton.LeftButton)
    assert window.session.pipeline.padding.mode is PaddingMode.WRAP
    assert panes[4].chosen
    assert window.pipeline_panel.padding.mode_box.currentText() == "Wrap"
    settle(qtbot, window)
    assert np.array_equal(picture(panes[4]), pictures[4])
    window.session.undo_stack.undo()
    assert panes[2].chosen


def test_panes_zoom_and_move_together(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("padding")
    settle(qtbot, window)
    viewport = window.preview.viewport
    assert viewport.fit
    before = viewport.zoom
    pane = window.preview.panes[0]
    window.actions_.zoom_in.trigger()
    settle(qtbot, window)
    assert viewport.zoom > before
    centre = viewport.centre.x()
    drag(pane, QPoint(60, 60), QPoint(80, 60), QPoint(100, 60))
    assert viewport.centre.x() < centre
    assert not window.session.undo_stack.count(), "a drag picks nothing"
    window.actions_.fit.trigger()
    settle(qtbot, window)
    assert viewport.zoom == before


def test_zoom_keeps_the_place_under_the_cursor(window: MainWindow) -> None:
    viewport = window.preview.viewport
    viewport.set_zoom(2.0)
    anchor = QPointF(0.3, 0.6)
    offset = (anchor - viewport.centre) * viewport.zoom
    viewport.set_zoom(5.0, anchor)
    moved = (anchor - viewport.centre) * viewport.zoom
    assert abs(moved.x() - offset.x()) < 1e-9
    assert abs(moved.y() - offset.y()) < 1e-9


def test_wall_of_copies_and_a_click_takes_one(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F4)
    settle(qtbot, window)
    assert len(window.preview.panes) == 12
    wall = window.preview.view
    assert isinstance(wall, VariationsView)
    assert wall.count_box.isVisible()
    wall.count_box.setCurrentIndex(0)
    settle(qtbot, window)
    panes = window.preview.panes
    assert len(panes) == 6
    third = picture(panes[2])
    panes[2].setFocus()
    QTest.keyClick(panes[2], Qt.Key.Key_Return)
    assert window.session.copy == 3
    QTest.keyClick(window, Qt.Key.Key_F2)
    settle(qtbot, window)
    assert len(window.preview.panes) == 2
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    assert window.preview.panes[1].caption == "Copy 3"
    assert third.shape == picture(window.preview.panes[1]).shape
    assert np.array_equal(third, picture(window.preview.panes[1]))


def test_cursor_tells_place_and_colour(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    pane = window.preview.panes[0]
    told: list[Any] = []
    window.preview.place_changed.connect(told.append)
    QTest.mouseMove(pane, QPoint(pane.width() // 2 + 3, pane.height() // 2 + 5))
    qtbot.waitUntil(lambda: bool(told) and told[-1] is not None)
    column, row, colour = told[-1]
    assert colour == tuple(picture(pane)[row, column])
    assert f"x {column}  y {row}" in window.info.place.text()


def test_padded_pixels_are_hatched_on_demand(qtbot: QtBot, window: MainWindow) -> None:
    window.session.edit_pipeline(Pipeline.of((Scale(factor_range=(0.5, 0.5)),)), "edit")
    window.preview.set_view("padding")
    settle(qtbot, window)
    pane = window.preview.panes[2]
    assert pane.frame is not None
    assert round(pane.frame.padded_fraction, 3) == 0.75
    plain = bgra_from_qimage(pane.shown_picture())
    window.actions_.hatch.trigger()
    hatched = bgra_from_qimage(pane.shown_picture())
    changed = (plain != hatched).any(axis=2)
    height, width = changed.shape
    assert not changed[height // 3 : height * 2 // 3, width // 3 : width * 2 // 3].any()
    assert changed[: height // 5].mean() > 0.5
    assert pane._share(pane.frame) == " · 75.0 % padded"
    window.actions_.hatch.trigger()
    assert np.array_equal(bgra_from_qimage(pane.shown_picture()), plain)
