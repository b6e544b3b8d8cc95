"""The window in every language: which it speaks, that nothing is left in English or cut off, switching."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMessageBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from augstudio.datasets.base import Skipped
from augstudio.errors import Message
from augstudio.export import Report
from augstudio.images.integrity import DAMAGED
from augstudio.pipelines import Pipeline
from augstudio.ui import language as language_module
from augstudio.ui.commands import key_text
from augstudio.ui.crash_dialog import CrashReports
from augstudio.ui.export_panel.report import ReportDialog
from augstudio.ui.host import Host
from augstudio.ui.language import Language, speak, spoken
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.views import ALL_VIEWS
from augstudio.ui.questions import confirmed
from augstudio.ui.state import State
from tests.translations import WINDOW
from tests.ui import widget_checks as checks
from tests.ui.words import english_afterwards, foreign, language, untranslated
from tests.windows import WAIT_MS, MakeWindow, press, settle, wait_opened

__all__ = ["english_afterwards", "language"]

pytestmark = pytest.mark.usefixtures("english_afterwards")


@pytest.fixture
def small(qtbot: QtBot, language: Language, open_window: MakeWindow) -> MainWindow:
    """The window in one of the languages, as large as the smallest screen that is supported."""
    window = open_window()
    window.resize(1280, 720)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == 6, timeout=WAIT_MS)
    return window


# -- which language ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (["zh-Hant-TW", "zh-TW", "zh"], "zh_TW"),
        (["zh-HK"], "zh_TW"),
        (["zh-Hant-CN"], "zh_TW"),
        (["zh_TW"], "zh_TW"),
        (["zh-Hans-CN", "zh-CN", "zh"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh-Hans-HK"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["en-GB", "zh-TW"], "en"),
        (["de-DE", "de"], "en"),
        (["ja-JP", "zh-TW"], "ja"),
        (["ja"], "ja"),
        (["ja_JP"], "ja"),
        (["ko-KR", "zh-TW"], "zh_TW"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_language_follows_the_system(system: list[str], expected: str) -> None:
    assert spoken(Language.SYSTEM, system) == expected
    assert spoken(Language.ENGLISH, system) is Language.ENGLISH


def test_choice_of_language_is_kept(state: State) -> None:
    assert state.language == "system"
    state.keep_language(Language.TRADITIONAL_CHINESE)
    assert state.language == "zh_TW"
    state._settings.setValue("language", "tlh")
    assert state.language == "system"


@pytest.mark.parametrize(
    ("spoken_here", "cancel", "keys"),
    [
        (Language.TRADITIONAL_CHINESE, "取消", "Ctrl+向右鍵"),
        (Language.SIMPLIFIED_CHINESE, "取消", "Ctrl+向右键"),
        (Language.JAPANESE, "キャンセル", "Ctrl+→"),
    ],
)
def test_qt_speaks_it_too_and_numbers_look_the_same_everywhere(
    qapp: QApplication, spoken_here: Language, cancel: str, keys: str
) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    speak(qapp, spoken_here)
    assert qapp.translate("QPlatformTheme", "Cancel") == cancel
    assert key_text("Ctrl+Right") == keys
    assert QLocale().toString(1234.5, "f", 1) == f"{1234.5:,}"
    speak(qapp, Language.ENGLISH)
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert QLocale().toString(1234.5, "f", 1) == f"{1234.5:,}"


# -- what is on show --------------------------------------------------------------------------------


def test_the_search_for_words_finds_them(window: MainWindow) -> None:
    found = untranslated(window)
    assert {"Gaussian noise", "Search names", "Original", "Open folder…", "As the system"} <= set(found)
    assert len(found) > 150


def test_window_is_translated_and_nothing_is_clipped(qtbot: QtBot, small: MainWindow) -> None:
    small.actions_.hatch.setChecked(True)
    small.guide.commands()
    small.pipeline_panel.add_step(type(Pipeline.default().steps[0].transform))
    for view in ALL_VIEWS:
        small.preview.set_view(view.NAME)
        settle(qtbot, small)
        assert (untranslated(small), checks.clipped(small)) == ([], []), view.NAME
    assert checks.letters_not_in_order(small) == []


@pytest.mark.parametrize("language", ["ja"], indirect=True)
def test_the_longest_words_hide_no_tool_in_a_narrow_window(qtbot: QtBot, small: MainWindow) -> None:
    small.session.set_seed(99_999)
    small.resize(1024, 640)
    qtbot.waitUntil(lambda: small.width() == 1024, timeout=WAIT_MS)
    for view in ALL_VIEWS:
        small.preview.set_view(view.NAME)
        settle(qtbot, small)
        assert checks.hidden_tools(small) == [], view.NAME
    opening = small.toolbar.widgetForAction(small.actions_.open_folder)
    assert isinstance(opening, QToolButton)
    small.resize(1600, 640)
    qtbot.waitUntil(lambda: opening.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def _dialogs(window: MainWindow, name: str) -> QDialog:
    if name == "export":
        window.actions_.export.trigger()
        return window.exporting.dialog
    if name == "shortcuts":
        window.actions_.shortcuts.trigger()
        return window.guide.sheet
    if name == "report":
        skipped = (Skipped("cat/1.png", Message(DAMAGED)),)
        report = Report(Path("/out"), 4, 2, 1, skipped, cancelled=True, seconds=1.5)
        dialog: QDialog = ReportDialog(report, window)
        dialog.show()
        return dialog
    window.crashes.caught.emit("12", "12")
    window.crashes.caught.emit("13", "13")
    assert window.crashes.dialog is not None
    return window.crashes.dialog


@pytest.mark.parametrize("name", ["export", "shortcuts", "report", "crash"])
def test_dialogs_are_translated(qtbot: QtBot, small: MainWindow, name: str) -> None:
    dialog = _dialogs(small, name)
    assert dialog.isVisible()
    assert (untranslated(dialog), checks.letters_not_in_order(dialog)) == ([], [])
    qtbot.waitUntil(partial(_fits, dialog))
    dialog.close()


@pytest.mark.parametrize("name", ["add_step", "presets", "history"])
def test_popups_are_translated(qtbot: QtBot, small: MainWindow, name: str) -> None:
    getattr(small.actions_, name).trigger()
    popups = [popup for popup in QApplication.topLevelWidgets() if popup.isVisible() and popup is not small]
    assert len(popups) == 1
    assert untranslated(popups[0]) == []
    qtbot.waitUntil(partial(_fits, popups[0]))
    popups[0].close()


def test_overlays_are_translated(qtbot: QtBot, small: MainWindow, tmp_path: Path) -> None:
    small.documents.open_dataset(tmp_path / "12")
    wait_opened(qtbot, small)
    small.welcome.show_for(None)
    small.guide.open_palette()
    for overlay in (small.notice, small.welcome, small.guide.palette):
        assert overlay.isVisible()
        assert untranslated(overlay) == []
        qtbot.waitUntil(partial(_fits, overlay))
    small.guide.palette.close_palette()


def test_undo_history_is_told_in_the_language(small: MainWindow) -> None:
    panel, actions = small.pipeline_panel, small.actions_
    card = panel.card(small.session.pipeline.steps[1].id)
    next(iter(card.fields.values())).reset()
    card.enabled_box.click()
    actions.clear_pipeline.trigger()
    actions.default_pipeline.trigger()
    stack = small.session.undo_stack
    told = [stack.text(index) for index in range(stack.count())]
    assert len(told) >= 3
    assert [text for text in told if foreign(text)] == []


def _fits(root: QWidget) -> bool:
    return checks.clipped(root) == []


# -- switching --------------------------------------------------------------------------------------


@pytest.fixture
def host(
    qapp: QApplication, state: State, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Host, MainWindow]]:
    for name in ("install", "remove"):
        monkeypatch.setattr(CrashReports, name, lambda _self: None)
    state.keep_language(Language.ENGLISH)
    held = Host(qapp, state)
    yield held, held.open(dataset, None)
    last = held.window
    assert last is not None
    last.close()
    last.deleteLater()
    held.close()


def choose(window: MainWindow, language: Language) -> None:
    window.actions_.languages[language].trigger()


def test_language_is_switched_at_once_around_the_same_work(
    qtbot: QtBot, host: tuple[Host, MainWindow], tmp_path: Path
) -> None:
    held, window = host
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    window.dataset_panel.step(1)
    window.pipelines.save_pipeline(tmp_path / "mine.json")
    window.session.set_seed(12)
    window.session.set_copy(3)
    window.session.edit_pipeline(Pipeline(), "other")
    before = window.session
    kept = (before.pipeline, before.seed, before.copy, before.pipeline_file, before.sample)
    choose(window, Language.TRADITIONAL_CHINESE)
    renewed = held.window
    assert renewed is not None
    assert renewed is not window
    assert not window.isVisible()
    assert renewed.isVisible()
    assert renewed.menuBar().actions()[0].text() == "檔案(&F)"
    assert renewed.actions_.languages[Language.TRADITIONAL_CHINESE].isChecked()
    qtbot.waitUntil(lambda: renewed.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, renewed)
    session = renewed.session
    assert (session.pipeline, session.seed, session.copy, session.pipeline_file, session.sample) == kept
    assert renewed.isWindowModified()
    assert untranslated(renewed) == []
    choose(renewed, Language.ENGLISH)
    assert held.window is not None
    assert held.window.menuBar().actions()[0].text() == "&File"


def test_same_language_again_changes_nothing(host: tuple[Host, MainWindow]) -> None:
    held, window = host
    choose(window, Language.ENGLISH)
    assert held.window is window


def test_language_waits_while_an_export_runs(
    host: tuple[Host, MainWindow], state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, window = host
    monkeypatch.setattr(type(window.exporting.runner), "running", property(lambda _self: True))
    choose(window, Language.SIMPLIFIED_CHINESE)
    assert held.window is window
    assert window.notice.label.text() == "The language changes when the export has finished."
    assert state.language is Language.SIMPLIFIED_CHINESE
    monkeypatch.undo()
    report = Report(Path("/out"), 4, 2, 1, (), cancelled=True, seconds=1.5)
    window.exporting.runner.finished.emit(report)
    renewed = held.window
    assert renewed is not None
    assert renewed is not window
    assert renewed.menuBar().actions()[0].text() == "文件(&F)"
    shown = renewed.exporting.report
    assert shown is not None
    assert (shown.isVisible(), foreign(shown.headline.text())) == (True, [])
    renewed.exporting.runner.finished.emit(report)
    assert held.window is renewed


class NoFonts:
    """A computer whose fonts write Latin letters only."""

    @staticmethod
    def families(_system: object) -> list[str]:
        return []


def test_english_is_spoken_where_no_font_can_write_the_language(
    host: tuple[Host, MainWindow], state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, window = host
    monkeypatch.setattr(language_module, "QFontDatabase", NoFonts)
    choose(window, Language.JAPANESE)
    assert held.window is window
    assert "can write Japanese" in window.notice.label.text()
    assert state.language is Language.JAPANESE
    window.notice.dismiss()
    choose(window, Language.ENGLISH)
    assert not window.notice.isVisible()


# -- questions --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("button", "answer"), [("Stop", True), ("Keep", False)])
def test_buttons_of_a_question_say_what_they_do(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, button: str, answer: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    boxes: list[QMessageBox] = []

    def asked(box: QMessageBox) -> None:
        boxes.append(box)
        press(box, button)

    monkeypatch.setattr(QMessageBox, "exec", asked)
    assert confirmed(window, "Running", "Stop it?", "Stop", "Keep") is answer
    (box,) = boxes
    assert [each.text() for each in box.buttons()] == ["&Stop", "&Keep"]
    assert all(each.icon().isNull() for each in box.buttons())
    assert box.icon() == QMessageBox.Icon.NoIcon
    assert box.defaultButton() is box.escapeButton() is box.buttons()[1]


def test_dialogs_have_no_stock_buttons() -> None:
    used = {path.name for path in WINDOW.rglob("*.py") if "StandardButton." in path.read_text("utf-8")}
    assert used == set()
