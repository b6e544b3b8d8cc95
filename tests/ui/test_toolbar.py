"""The tools stay where they are, whichever view is on show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from augstudio.ui.main_window import MainWindow


def buttons(window: MainWindow) -> list[QToolButton]:
    bar, actions = window.toolbar, window.actions_
    found = [bar.widgetForAction(action) for action in (actions.open_folder, *actions.views.values())]
    return [button for button in found if isinstance(button, QToolButton)]


def named(button: QToolButton) -> bool:
    return button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def looks(qapp: QApplication, window: MainWindow, width: int) -> set[tuple[tuple[int, bool], ...]]:
    """Where the buttons are, and whether they are named, for all views in a window of a width."""
    window.resize(width, 800)
    seen = set()
    for name in window.preview.views:
        window.preview.set_view(name)
        for _ in range(3):  # a layout that asks for another one
            qapp.sendPostedEvents()
        seen.add(tuple((button.x(), named(button)) for button in buttons(window)))
    return seen


def test_buttons_stay_in_place_where_all_views_have_names(qapp: QApplication, window: MainWindow) -> None:
    ((*wide,),) = looks(qapp, window, 2200)
    assert all(name for _, name in wide)
    bar = window.toolbar
    window.preview.set_view("sweep")  # has the widest tools
    qapp.sendPostedEvents()
    needed = bar._needed()
    ((*narrower,),) = looks(qapp, window, needed - 20)
    assert [name for _, name in narrower] == [False] + 6 * [True], "opening gives its name up"
    assert len(looks(qapp, window, 1100)) > 1
