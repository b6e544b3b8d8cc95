"""Letters that reach entries of menus and buttons: one for each, none twice, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from augstudio.export import Report
from augstudio.pipelines import Pipeline
from augstudio.ui.actions import Actions
from augstudio.ui.commands import commands
from augstudio.ui.crash_dialog import CrashDialog
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.export_panel.report import ReportDialog
from augstudio.ui.language import Language, speak
from augstudio.ui.menus import Menus
from augstudio.ui.mnemonics import letter_of, mark_action, mark_buttons, mark_menu, marked, numbered, plain
from augstudio.ui.pipeline_panel.header import PanelHeader
from augstudio.ui.pipeline_panel.step_card import StepCard
from augstudio.ui.preview.views import ALL_VIEWS
from augstudio.ui.session import Session
from augstudio.ui.state import State
from tests.ui.widget_checks import letters_not_in_order
from tests.ui.words import english_afterwards

__all__ = ["english_afterwards"]

LANGUAGES = [language for language in Language if language is not Language.SYSTEM]


# -- texts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "letter", "expected"),
    [
        ("Open folder…", "O", "&Open folder…"),
        ("Open folder…", "f", "Open &folder…"),
        ("Next copy", "c", "Next &copy"),
        ("Next", "x", "Ne&xt"),
        ("R&D", "d", "R&&&D"),
        ("匯出…", "e", "匯出(&E)…"),
        ("另存為 PNG…", "p", "另存為 PNG(&P)…"),
        ("移除\tDel", "m", "移除(&M)\tDel"),
        ("Undo", "z", "Undo(&Z)"),
        ("R&D 部", "r", "R&&D 部(&R)"),
    ],
)
def test_letters_are_marked_as_each_language_does_it(text: str, letter: str, expected: str) -> None:
    assert marked(text, letter) == expected
    assert letter_of(expected) == letter.upper()
    assert plain(expected) == text


@settings(max_examples=25)
@given(text=st.text("aZ &…匯\t", max_size=9), letter=st.sampled_from("ABZ09"))
def test_a_text_can_be_read_without_its_marks(text: str, letter: str) -> None:
    assert plain(marked(text, letter)) == text
    assert letter_of(marked(text, letter)) == letter
    assert plain(numbered(text, 3)) == text


def test_the_eleventh_of_a_list_has_no_number() -> None:
    assert [numbered("/a & b", number) for number in (1, 10, 11)] == ["&1 /a && b", "&0 /a && b", "/a && b"]


# -- menus and buttons ------------------------------------------------------------------------------


def test_marks_stay_out_of_buttons_and_tips(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setDefaultAction(mark_action(QAction("匯出", button), "E"))
    assert (button.text(), button.toolTip(), button.shortcut().toString()) == ("匯出", "匯出", "")
    menu = QMenu(button)
    menu.addAction(button.defaultAction())
    assert menu.actions()[0].text() == "匯出(&E)"


def test_entries_without_a_letter_get_a_free_one(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("Copy", "&Cut", "Clear", "日本語", "CCC", "", "Undo\tX"):
        menu.addAction(text)
    menu.addSeparator()
    mark_menu(menu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["C&opy", "&Cut", "C&lear", "日本語(&1)", "CCC(&2)", "&Undo\tX"]


def test_buttons_of_a_question_get_different_letters(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    buttons = [QPushButton(text, window) for text in ("Stop", "Start", "停止")]
    mark_buttons(buttons)
    assert [button.text() for button in buttons] == ["&Stop", "S&tart", "停止(&1)"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("english_afterwards")
def test_letters_reach_everything_once_in_every_language(
    qtbot: QtBot, qapp: QApplication, state: State, language: Language
) -> None:
    speak(qapp, language)
    state.add_recent(Path("/a & b/1"))
    session, window = Session(), QMainWindow()
    qtbot.addWidget(window)
    views = [view(session, window) for view in ALL_VIEWS]
    menus = Menus(window.menuBar(), Actions(window, views), session, state)
    found = commands(window.menuBar())
    assert "/a & b/1" in [command.text for command in found]
    assert not any("&" in command.full_text.replace("/a & b/1", "") for command in found)
    assert [letter_of(each.text()) for each in window.menuBar().actions()] == list("FEVPH")
    report = Report(Path("/out"), 4, 2, 1, (), cancelled=True, seconds=1.5)
    ReportDialog(report, window)
    CrashDialog(window)
    ExportDialog(session, state, window)
    StepCard(Pipeline.default().steps[0], window)
    PanelHeader(window)
    assert len(window.findChildren(QMenu)) >= 12
    assert letters_not_in_order(window) == []
    if language is Language.ENGLISH:
        texts = [action.text() for menu in window.findChildren(QMenu) for action in menu.actions()]
        texts += [button.text() for button in window.findChildren(QPushButton)]
        assert [text for text in texts if "(&" in text and text.isascii()] == []
    menus.deleteLater()


def test_alt_and_letters_reach_an_entry(qtbot: QtBot, state: State) -> None:
    session, window = Session(), QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, [])
    menus = Menus(window.menuBar(), actions, session, state)
    window.show()
    with qtbot.waitExposed(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(actions.shuffle.triggered):
        QTest.keyClick(menu, Qt.Key.Key_S)
    menus.deleteLater()
