"""A user tries presets, uses one, and keeps presets of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from augstudio.pipelines import Pipeline
from augstudio.presets import shipped_presets
from augstudio.ui.main_window import MainWindow
from augstudio.ui.mnemonics import plain
from augstudio.ui.pipeline_panel.browser_rows import THUMBNAIL_ROLE
from augstudio.ui.pipeline_panel.preset_browser import PresetBrowser
from tests.windows import WAIT_MS, MakeWindow, result, row_center, settle

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for settings of this test's own."""
    folder = tmp_path / "config"
    from augstudio.ui.pipeline_panel import preset_browser

    monkeypatch.setattr(preset_browser, "_config_folder", lambda: folder)
    return folder / "presets"


@pytest.fixture
def presets(open_window: MakeWindow) -> Iterator[PresetBrowser]:
    browser = open_window().pipeline_panel.presets
    yield browser
    browser.close()


def window_of(browser: PresetBrowser) -> MainWindow:
    panel = browser.parent()
    assert isinstance(panel, QWidget)
    window = panel.window()
    assert isinstance(window, MainWindow)
    return window


def hover(browser: PresetBrowser, name: str) -> None:
    place = row_center(browser, name)
    QTest.mouseMove(browser.list.viewport(), place + QPoint(3, 3))
    QTest.mouseMove(browser.list.viewport(), place)


def titles(browser: PresetBrowser) -> list[str]:
    return [entry.title for entry in browser.shown]


def save_as(browser: PresetBrowser, name: str) -> None:
    QTest.mouseClick(browser.footer.save_button, _LEFT)
    browser.footer.name.insert(name)  # QTest types ASCII only
    QTest.keyClick(browser.footer.name, Qt.Key.Key_Return)


def test_hovering_tries_a_preset_and_leaving_restores(qtbot: QtBot, presets: PresetBrowser) -> None:
    window = window_of(presets)
    before, pipeline = result(window), window.session.pipeline
    window.pipeline_panel.header.presets_button.click()
    assert titles(presets) == [preset.title for preset in shipped_presets()]
    assert presets.current is None, "nothing is tried before the user asks for it"
    hover(presets, "aerial")
    settle(qtbot, window)
    aerial = result(window)
    assert not np.array_equal(aerial, before)
    hover(presets, "medical_grey")
    settle(qtbot, window)
    assert not np.array_equal(result(window), aerial)
    assert window.session.pipeline == pipeline
    assert window.session.undo_stack.count() == 0
    QApplication.sendEvent(presets.list, QEvent(QEvent.Type.Leave))
    settle(qtbot, window)
    assert np.array_equal(result(window), before)


def test_arrows_try_enter_uses_and_one_undo_goes_back(qtbot: QtBot, presets: PresetBrowser) -> None:
    window = window_of(presets)
    before, pipeline = result(window), window.session.pipeline
    window.session.show_alone(pipeline.steps[0].id)  # not so what has the id in another pipeline
    window.actions_.presets.trigger()
    QTest.keyClick(presets.search, Qt.Key.Key_Down)
    QTest.keyClick(presets.search, Qt.Key.Key_Down)
    settle(qtbot, window)
    tried = result(window)
    documents = next(preset for preset in shipped_presets() if preset.name == "documents").load()
    assert window.session.shown_pipeline == documents
    QTest.keyClick(presets.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not presets.isVisible()
    assert window.session.pipeline == documents
    assert np.array_equal(result(window), tried)
    assert window.session.undo_stack.undoText() == "use preset Documents and digits"
    assert window.session.undo_stack.count() == 1
    QTest.keySequence(window, "Ctrl+Z")
    settle(qtbot, window)
    assert window.session.pipeline == pipeline
    assert np.array_equal(result(window), before)


def test_escape_goes_back_to_the_session(qtbot: QtBot, presets: PresetBrowser) -> None:
    window = window_of(presets)
    before = result(window)
    window.actions_.presets.trigger()
    QTest.keyClicks(presets.search, "road")
    assert titles(presets) == ["Driving"]
    settle(qtbot, window)
    assert not np.array_equal(result(window), before)
    QTest.keyClick(presets.search, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert np.array_equal(result(window), before)
    assert window.session.shown_pipeline == window.session.pipeline


def test_every_preset_has_a_picture(qtbot: QtBot, presets: PresetBrowser) -> None:
    window_of(presets).actions_.presets.trigger()
    model = presets.list.model()

    def shown() -> int:
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return sum(row.data(THUMBNAIL_ROLE) is not None for row in rows)

    qtbot.waitUntil(lambda: shown() == len(shipped_presets()), timeout=WAIT_MS)


def test_a_preset_is_kept_renamed_deleted_and_brought_back(presets: PresetBrowser, config: Path) -> None:
    window = window_of(presets)
    window.actions_.presets.trigger()
    save_as(presets, "Röntgen 1/2")
    assert presets.footer.message.text() == "Saved “Röntgen 1/2”."
    assert titles(presets)[-1] == "Röntgen 1/2"
    (file,) = config.iterdir()
    assert Pipeline.load(file) == window.session.pipeline
    presets.list.setCurrentIndex(presets.list.model().index(presets.list.model().rowCount() - 1, 0))
    presets.search.setFocus()
    QTest.keyClick(presets.search, Qt.Key.Key_F2)
    presets.footer.name.selectAll()
    QTest.keyClicks(presets.footer.name, "X-rays")
    QTest.mouseClick(presets.footer.accept_button, _LEFT)
    assert titles(presets)[-1] == "X-rays"
    presets.list.setCurrentIndex(presets.list.model().index(presets.list.model().rowCount() - 1, 0))
    QTest.keyClick(presets.search, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert "X-rays" not in titles(presets)
    assert list(config.iterdir()) == []
    QTest.mouseClick(presets.footer.undo_button, _LEFT)
    assert titles(presets)[-1] == "X-rays"
    assert Pipeline.load(config / "X-rays.json") == window.session.pipeline
    assert window.session.undo_stack.count() == 0


def test_replacing_a_preset_can_be_undone(presets: PresetBrowser, config: Path) -> None:
    window = window_of(presets)
    first = window.session.pipeline
    window.actions_.presets.trigger()
    save_as(presets, "mine")
    window.actions_.clear_pipeline.trigger()
    save_as(presets, "Mine")
    assert presets.footer.message.text() == "Replaced “Mine”."
    assert [Pipeline.load(file).steps for file in config.iterdir()] == [()]
    QTest.mouseClick(presets.footer.undo_button, _LEFT)
    assert [Pipeline.load(file) for file in config.iterdir()] == [first]
    assert titles(presets)[-1] == "mine"


def test_a_name_that_cannot_be_used_is_asked_for_again(presets: PresetBrowser, config: Path) -> None:
    window_of(presets).actions_.presets.trigger()
    save_as(presets, "   ")
    assert "needs a name" in presets.footer.message.text()
    assert presets.footer.name.isVisible()
    QTest.keyClick(presets.footer.name, Qt.Key.Key_Escape)
    assert presets.isVisible()
    assert presets.footer.save_button.isVisible()
    assert not config.exists()


def test_a_damaged_preset_says_why_and_is_not_used(presets: PresetBrowser, config: Path) -> None:
    window = window_of(presets)
    pipeline = window.session.pipeline
    config.mkdir(parents=True)
    (config / "broken.json").write_text('{"augstudio": 1, "steps": [{"transform": "melt"}]}')
    window.actions_.presets.trigger()
    entry = presets.shown[-1]
    assert entry.title == "broken"
    assert "melt" in entry.problem
    QTest.mouseClick(presets.list.viewport(), _LEFT, pos=row_center(presets, "own/broken"))
    assert presets.isVisible()
    assert window.session.shown_pipeline == pipeline
    assert window.session.undo_stack.count() == 0


def test_the_menu_of_an_own_preset(presets: PresetBrowser, config: Path) -> None:
    window_of(presets).actions_.presets.trigger()
    save_as(presets, "mine")
    asked = []
    presets.menu_requested.connect(lambda entry, place: asked.append(entry.title))
    right = QPoint(presets.list.viewport().width() - 8, row_center(presets, "own/mine").y())
    QTest.mouseClick(presets.list.viewport(), _LEFT, pos=right)
    assert asked == ["mine"]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    delete = next(action for action in menu.actions() if plain(action.text()).startswith("Delete"))
    delete.trigger()
    menu.close()
    assert list(config.iterdir()) == []
