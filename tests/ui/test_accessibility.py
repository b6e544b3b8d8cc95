"""The window without a mouse, without sight of it, and on a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.views import ALL_VIEWS
from tests.ui import widget_checks as checks
from tests.windows import MakeWindow, settle

VIEWS = [view.NAME for view in ALL_VIEWS]


@pytest.fixture
def small(qtbot: QtBot, open_window: MakeWindow) -> MainWindow:
    """The window as large as the smallest screen that is supported."""
    window = open_window()
    window.resize(1280, 720)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    settle(qtbot, window)
    return window


@pytest.fixture(params=["export", "shortcuts", "crash"])
def dialog(request: pytest.FixtureRequest, qtbot: QtBot, small: MainWindow) -> Iterator[QDialog]:
    """Every dialog of the program."""
    if request.param == "export":
        qtbot.waitUntil(lambda: small.dataset_panel.model.total == 6)
        small.actions_.export.trigger()
        made: QDialog = small.exporting.dialog
    elif request.param == "shortcuts":
        small.actions_.shortcuts.trigger()
        made = small.guide.sheet
    else:
        small.show_unexpected(ValueError("odd"))
        assert small.crashes.dialog is not None
        made = small.crashes.dialog
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.mark.parametrize("view", VIEWS)
def test_every_control_has_a_name(qtbot: QtBot, small: MainWindow, view: str) -> None:
    small.preview.set_view(view)
    settle(qtbot, small)
    assert checks.unnamed(small) == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_clipped(qtbot: QtBot, small: MainWindow, view: str) -> None:
    small.preview.set_view(view)
    settle(qtbot, small)
    assert checks.clipped(small) == []


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_every_control_and_shows_where_it_is(qtbot: QtBot, small: MainWindow, view: str) -> None:
    small.preview.set_view(view)
    settle(qtbot, small)
    small.dataset_panel.view.setFocus()
    visited, unmarked = checks.tab_walk(small)
    assert checks.unreached(small, visited) == []
    assert unmarked == []


def test_every_action_has_a_text_and_keys_of_its_own(small: MainWindow) -> None:
    small.guide.commands()
    assert checks.actions_without_text(small) == []
    assert checks.shared_shortcuts(small) == {}


def test_dialogs_are_named_complete_and_walkable(dialog: QDialog) -> None:
    assert dialog.windowTitle()
    assert checks.unnamed(dialog) == []
    assert checks.clipped(dialog) == []
    visited, unmarked = checks.tab_walk(dialog)
    assert checks.unreached(dialog, visited) == []
    assert unmarked == []


def test_overlays_are_named_and_complete(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    small.state.add_recent(tmp_path / "pictures")
    small.notice.show_error(
        "Something has to be told at some length, so that it needs two lines. " * 2, "why"
    )
    small.welcome.show_for(None)
    small.guide.open_palette()
    for overlay in (small.notice, small.welcome, small.guide.palette):
        assert checks.unnamed(overlay) == []
        qtbot.waitUntil(partial(_fits, overlay))
    small.guide.palette.close_palette()


@pytest.mark.parametrize("name", ["add_step", "presets", "history"])
def test_popups_are_named_and_complete(qtbot: QtBot, small: MainWindow, name: str) -> None:
    getattr(small.actions_, name).trigger()
    popups = [
        widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not small
    ]
    assert len(popups) == 1
    assert checks.unnamed(popups[0]) == []
    qtbot.waitUntil(partial(_fits, popups[0]))
    popups[0].close()


def _fits(root: QWidget) -> bool:
    return checks.clipped(root) == []


# -- the checks themselves --------------------------------------------------------------------------


def test_the_checks_find_what_is_wrong(qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    nameless, narrow = QToolButton(), QPushButton("Far too long for this")
    narrow.setFixedWidth(30)
    untouchable = QPushButton("Blind")
    untouchable.setStyleSheet("QPushButton { border: 0; outline: 0; } QPushButton:focus { border: 0; }")
    for widget in (nameless, narrow, untouchable):
        row.addWidget(widget)
    for text in ("One", "Other", ""):
        action = QAction(text, window)
        action.setShortcut(QKeySequence("Ctrl+J") if text else QKeySequence())
        window.addAction(action)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert len(checks.unnamed(window)) == 1
    assert [text for text in checks.clipped(window) if "Far too long" in text]
    assert checks.shared_shortcuts(window) == {"Ctrl+J": ["One", "Other"]}
    assert len(checks.actions_without_text(window)) == 1
    narrow.setFocus()
    visited, unmarked = checks.tab_walk(window)
    assert [text for text in unmarked if "Blind" in text]
    assert checks.unreached(window, visited) == []
    assert len(checks.unreached(window, visited[1:])) == 1
