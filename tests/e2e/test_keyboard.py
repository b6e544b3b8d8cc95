"""A user works without the mouse: pictures, zoom, holding to compare, the palette and the sheet of keys."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from augstudio.core.transform import catalogue
from augstudio.ui.command_palette import CommandPalette, match
from augstudio.ui.main_window import MainWindow
from augstudio.ui.mnemonics import plain
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.theme import Theme
from tests.windows import WAIT_MS, picture, result, settle, wait_opened, write_dataset

Key = Qt.Key


def focus_a_picture(qtbot: QtBot, window: MainWindow, index: int = 0) -> ImagePane:
    window.activateWindow()
    pane = window.preview.panes[index]
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(pane.hasFocus)
    return pane


def wait_listed(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == 6, timeout=WAIT_MS)


def shown_key(window: MainWindow) -> str:
    assert window.session.sample is not None
    return window.session.sample.key


@pytest.mark.parametrize(
    ("forth", "back"), [(Key.Key_Right, Key.Key_Left), (Key.Key_PageDown, Key.Key_PageUp)]
)
def test_plain_keys_step_through_pictures(qtbot: QtBot, window: MainWindow, forth: Key, back: Key) -> None:
    wait_listed(qtbot, window)
    pane = focus_a_picture(qtbot, window)
    first = shown_key(window)
    QTest.keyClick(pane, forth)
    assert shown_key(window) == "cat/2.png" != first
    QTest.keyClick(pane, back)
    assert shown_key(window) == first
    settle(qtbot, window)


def test_text_fields_keep_their_keys(qtbot: QtBot, window: MainWindow) -> None:
    wait_listed(qtbot, window)
    zoom, key = window.preview.viewport.zoom, shown_key(window)
    search = window.dataset_panel.search
    window.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    QTest.keyClicks(search, "c10-+ at")
    QTest.keyClick(search, Key.Key_Left)
    assert search.text() == "c10-+ at"
    assert search.cursorPosition() == len("c10-+ at") - 1
    assert (window.preview.viewport.zoom, shown_key(window)) == (zoom, key)
    assert not window.preview.view.held
    search.clear()
    settle(qtbot, window)


def test_other_controls_keep_their_keys(qtbot: QtBot, window: MainWindow) -> None:
    zoom, key = window.preview.viewport.zoom, shown_key(window)
    box = window.pipeline_panel.steps.cards[0].enabled_box
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    enabled = box.isChecked()
    for sign in (Key.Key_Space, Key.Key_1, Key.Key_Plus, Key.Key_PageDown):
        QTest.keyClick(box, sign)
    assert box.isChecked() != enabled
    assert (window.preview.viewport.zoom, shown_key(window)) == (zoom, key)
    settle(qtbot, window)


def test_keys_zoom_at_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    pane = focus_a_picture(qtbot, window)
    viewport = window.preview.viewport
    viewport.set_zoom(4.0)
    settle(qtbot, window)
    place = QPoint(pane.width() // 2 + 40, pane.height() // 2 - 30)
    QCursor.setPos(pane.mapToGlobal(place))
    under = pane.picture_share(QPointF(place))
    assert under is not None
    QTest.keyClick(pane, Key.Key_Plus)
    assert viewport.zoom == 5.0
    settle(qtbot, window)
    now = pane.picture_share(QPointF(place))
    assert now is not None
    # The picture lies on whole pixels, so the place may move by less than one of them.
    assert abs(now.x() - under.x()) * 96 * viewport.zoom < 1.01
    assert abs(now.y() - under.y()) * 64 * viewport.zoom < 1.01
    QTest.keyClick(pane, Key.Key_Minus)
    assert viewport.zoom == 4.0
    QTest.keyClick(pane, Key.Key_1)
    assert viewport.zoom == 1.0
    QTest.keyClick(pane, Key.Key_0)
    assert viewport.fit
    settle(qtbot, window)


def test_holding_space_shows_the_original(qtbot: QtBot, window: MainWindow) -> None:
    pane = focus_a_picture(qtbot, window)
    original, changed = picture(window.preview.panes[0]), result(window)
    assert not np.array_equal(original, changed)
    QTest.keyPress(pane, Key.Key_Space)
    settle(qtbot, window)
    assert np.array_equal(result(window), original)
    assert window.preview.panes[1].caption == "Original"
    QTest.keyRelease(pane, Key.Key_Space)
    settle(qtbot, window)
    assert np.array_equal(result(window), changed)
    assert window.preview.panes[1].caption == "Copy 1"


def test_holding_space_in_the_wall_picks_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("variations")
    settle(qtbot, window)
    pane = focus_a_picture(qtbot, window, 4)
    before = [picture(pane) for pane in window.preview.panes]
    QTest.keyPress(pane, Key.Key_Space)
    settle(qtbot, window)
    held = [picture(pane) for pane in window.preview.panes]
    assert all(np.array_equal(held[0], other) for other in held)
    assert not np.array_equal(held[0], before[0])
    # Where the release is lost because the focus goes elsewhere, the result comes back all the same.
    window.dataset_panel.search.setFocus()
    settle(qtbot, window)
    assert all(np.array_equal(*pair) for pair in zip(map(picture, window.preview.panes), before, strict=True))
    assert window.session.copy == 1


def test_another_view_keeps_the_focus_on_the_pictures(qtbot: QtBot, window: MainWindow) -> None:
    focus_a_picture(qtbot, window, 1)
    for view in window.preview.views:
        window.preview.set_view(view)
        settle(qtbot, window)
        assert any(pane.hasFocus() for pane in window.preview.panes), view


# -- the command palette ----------------------------------------------------------------------------


def open_palette(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    palette = window.guide.palette
    assert palette.isVisible()
    qtbot.waitUntil(palette.search.hasFocus)
    return palette


def test_the_palette_finds_and_runs_a_command(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    QTest.keyClicks(palette.search, "dark")
    assert palette.shown[0].text == "Dark"
    QTest.keyClick(palette.search, Key.Key_Return)
    assert not palette.isVisible()
    assert window.state.theme is Theme.DARK
    settle(qtbot, window)


def test_the_palette_lists_what_menus_and_transforms_offer(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = write_dataset(tmp_path / "other", ["a.png"])
    window.state.add_recent(other)
    palette = open_palette(qtbot, window)
    names = [command.text for command in palette.shown]
    assert str(other) in names
    for transform in catalogue():
        assert transform.TITLE in names
    everything = {action for menu in window.menuBar().actions() for action in menu.menu().actions()}  # type: ignore[attr-defined]
    expected = {a for a in everything if a.isEnabled() and a.text() and not a.isSeparator() and not a.menu()}
    listed = {command.action for command in palette.shown}
    assert expected - listed == {window.actions_.command_palette}
    QTest.keyClick(palette.search, Key.Key_Escape)
    assert not palette.isVisible()


def test_the_palette_adds_a_step_and_opens_a_recent_dataset(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = write_dataset(tmp_path / "quokkas", ["a.png"])
    window.state.add_recent(other)
    palette = open_palette(qtbot, window)
    QTest.keyClicks(palette.search, "salt pep")
    QTest.keyClick(palette.search, Key.Key_Return)
    assert window.session.pipeline.steps[-1].name == "salt_and_pepper"
    palette = open_palette(qtbot, window)
    QTest.keyClicks(palette.search, "quokkas")
    QTest.keyClick(palette.search, Key.Key_Return)
    wait_opened(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == other
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)


def test_what_the_palette_lists_outlasts_another_list_of_recent_datasets(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        window.state.add_recent(write_dataset(tmp_path / name, ["a.png"]))
    listed = open_palette(qtbot, window).shown
    window.state.add_recent(write_dataset(tmp_path / "third", ["a.png"]))
    window.guide.commands()  # as the sheet of keys does while the palette may be on show
    assert all(shiboken6.isValid(command.action) for command in listed)
    window.guide.palette.grab()  # paints them
    names = [plain(action.text()) for action in window.menus.recent.actions() if action.isVisible()]
    assert names == window.state.recent
    QTest.keyClick(window.guide.palette.search, Key.Key_Escape)


def test_the_palette_walks_by_keys_and_gives_the_focus_back(qtbot: QtBot, window: MainWindow) -> None:
    pane = focus_a_picture(qtbot, window)
    palette = open_palette(qtbot, window)
    for key, row in ((Key.Key_Down, 1), (Key.Key_Down, 2), (Key.Key_Up, 1), (Key.Key_PageUp, 0)):
        QTest.keyClick(palette.search, key)
        assert palette.view.currentIndex().row() == row
    QTest.keyClicks(palette.search, "xyzzy")
    assert not palette.shown
    QTest.keyClick(palette.search, Key.Key_Return)
    qtbot.waitUntil(pane.hasFocus)


def test_the_palette_goes_away_when_the_focus_does(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    window.dataset_panel.search.setFocus()
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.dataset_panel.search


def test_fuzzy_matching_prefers_what_people_mean() -> None:
    names = ["Open folder…", "Open pipeline…", "Save pipeline as…", "Export…", "Zoom out", "Next copy"]

    def winner(wanted: str) -> str:
        scores = {name: score for name in names if (score := match(wanted, name)) is not None}
        return max(scores, key=lambda name: scores[name])

    assert winner("op") == "Open pipeline…" or winner("op") == "Open folder…"
    assert winner("spa") == "Save pipeline as…"
    assert winner("zo") == "Zoom out"
    assert winner("exp") == "Export…"
    assert winner("NC") == "Next copy"
    assert match("copy next", "Next copy") is None
    assert match("", "Next copy") is not None


# -- the sheet of keys ------------------------------------------------------------------------------


def test_the_sheet_lists_every_action_that_has_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Key.Key_F1)
    sheet = window.guide.sheet
    assert sheet.isVisible()
    assert not sheet.isModal()
    listed = {key for _, keys in sheet.rows() for key in keys}
    actions = [*window.actions(), *window.preview.actions()]
    wanted = {keys.toString() for action in actions for keys in action.shortcuts()}
    assert wanted <= listed
    assert {"F1", "Ctrl+/", "Ctrl+Z", "Space"} <= listed
    sheet.close()


def test_the_sheet_lists_the_keys_of_a_step(window: MainWindow) -> None:
    rows, session = dict(window.guide.sheet.rows()), window.session
    window.activateWindow()

    def press(name: str) -> None:
        (keys,) = rows[name]
        card = window.pipeline_panel.card(session.pipeline.steps[0].id)
        card.setFocus()
        QTest.keySequence(card, QKeySequence(keys))

    first, *rest = session.pipeline.steps
    press("Show this step alone")
    assert session.solo == first.id
    press("Show this step alone")
    assert session.solo is None
    press("Switch on or off")
    assert not session.pipeline.steps[0].enabled
    press("Move down")
    assert session.pipeline.steps[1].id == first.id
    press("Remove")
    assert len(session.pipeline.steps) == len(rest)


def test_the_sheet_keeps_its_page_until_a_key_changes(qtbot: QtBot, window: MainWindow) -> None:
    window.guide.open_sheet()
    sheet = window.guide.sheet
    (area,) = sheet.findChildren(QScrollArea)
    before = area.widget()
    sheet.close()
    window.guide.open_sheet()
    assert area.widget() is before
    window.actions_.export.setShortcut("Ctrl+Alt+Shift+X")
    window.guide.open_sheet()
    shown = {label.text() for label in area.findChildren(QLabel)}
    assert "Ctrl+Alt+Shift+X" in shown
    assert "Ctrl+E" not in shown
    sheet.close()


def test_the_palette_keeps_its_commands_while_the_sheet_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = write_dataset(tmp_path / "other", ["a.png"])
    window.state.add_recent(other)
    palette = open_palette(qtbot, window)
    window.guide.open_sheet()
    assert str(other) in [command.text for command in palette.shown]
    window.guide.sheet.close()
