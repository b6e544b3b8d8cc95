"""A dialog's foot stays on the screen, however much the dialog asks for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from augstudio.ui.fitting import FittingArea


@pytest.fixture
def inner() -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget).setContentsMargins(0, 0, 0, 0)
    return widget


@pytest.fixture
def dialog(qtbot: QtBot, inner: QWidget) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    column = QVBoxLayout(widget)
    column.addWidget(FittingArea(inner))
    column.addWidget(QPushButton("Start"))
    return widget


def ask_for(inner: QWidget, width: int, height: int) -> None:
    label = QLabel()
    label.setMinimumSize(width, height)
    layout = inner.layout()
    assert layout is not None
    layout.addWidget(label)


def test_what_fits_is_laid_out_as_without_the_area(qtbot: QtBot, inner: QWidget, dialog: QWidget) -> None:
    ask_for(inner, 200, 90)
    dialog.show()
    area = dialog.findChild(FittingArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.size() == inner.size() and inner.height() >= 90)
    assert area.minimumSizeHint() == inner.minimumSizeHint()
    ask_for(inner, 240, 60)
    qtbot.waitUntil(lambda: area.size() == inner.size() and inner.height() >= 150)
    assert inner.width() >= 240


@pytest.mark.parametrize(("width", "height"), [(200, 5000), (5000, 90), (5000, 5000)])
def test_what_does_not_fit_is_scrolled(
    qtbot: QtBot, inner: QWidget, dialog: QWidget, width: int, height: int
) -> None:
    ask_for(inner, width, height)
    dialog.show()
    area = dialog.findChild(FittingArea)
    assert area is not None
    qtbot.waitUntil(lambda: inner.width() >= width and inner.height() >= height)
    screen = dialog.screen().availableGeometry()
    assert dialog.minimumSizeHint().width() <= screen.width()
    assert dialog.minimumSizeHint().height() <= screen.height()
    assert (area.horizontalScrollBar().maximum() > 0) == (width == 5000)
    assert (area.verticalScrollBar().maximum() > 0) == (height == 5000)
