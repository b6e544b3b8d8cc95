"""The first start, and a window without a dataset."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.assets import labelled_sample, sample_dataset
from augstudio.ui import documents
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.notice import SHOWN_MS, Notice, NoticeBar
from augstudio.ui.state import State
from tests.windows import WAIT_MS, settle, wait_opened, write_dataset


def start(qtbot: QtBot, state: State, folder: Path | None = None) -> MainWindow:
    window = make_window(state, folder, None)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    return window


def wait_shown(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)


def test_the_sample_says_once_that_it_is_the_sample(
    qtbot: QtBot, state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = write_dataset(tmp_path / "own", ["a.png"])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(own))
    window = start(qtbot, state)
    wait_shown(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == sample_dataset()
    assert not window.welcome.isVisible()
    assert "sample dataset" in window.notice.label.text()
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    wait_opened(qtbot, window)
    assert window.session.dataset.root == own
    assert not window.notice.isVisible()
    wait_shown(qtbot, window)
    window.documents.open_sample()
    wait_opened(qtbot, window)
    window.close()
    state.keep_place(None, "")
    again = start(qtbot, state)
    wait_shown(qtbot, again)
    assert not again.notice.isVisible()


def test_an_own_folder_needs_no_hint(qtbot: QtBot, state: State, dataset: Path) -> None:
    window = start(qtbot, state, dataset)
    wait_shown(qtbot, window)
    assert not window.notice.isVisible()


def test_a_lost_dataset_is_told_and_the_sample_opens(qtbot: QtBot, state: State, tmp_path: Path) -> None:
    emptied = tmp_path / "emptied"
    emptied.mkdir()
    state.keep_place(emptied, "")
    window = start(qtbot, state)
    wait_shown(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == sample_dataset()
    assert window.notice.isVisible()
    assert "emptied" in window.notice.label.text()


@pytest.fixture
def bare(
    qtbot: QtBot, state: State, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """A window whose sample is missing, with one recent dataset."""
    state.add_recent(dataset)
    monkeypatch.setattr(documents, "sample_dataset", lambda: tmp_path / "missing")
    window = start(qtbot, state)
    wait_opened(qtbot, window)
    return window


def test_without_a_dataset_a_card_says_how_to_begin(qtbot: QtBot, bare: MainWindow, dataset: Path) -> None:
    assert bare.session.dataset is None
    card = bare.welcome
    assert card.isVisible()
    assert card.geometry() == bare.preview.geometry()
    assert "missing" in bare.notice.label.text()
    assert_on_top(bare.notice)
    bare.resize(1500, 900)
    qtbot.waitUntil(lambda: card.geometry() == bare.preview.geometry())
    assert [button.toolTip() for button in card.recent_buttons] == [str(dataset)]
    QTest.mouseClick(card.recent_buttons[0], Qt.MouseButton.LeftButton)
    wait_shown(qtbot, bare)
    assert bare.session.dataset is not None
    assert not card.isVisible()
    assert not bare.notice.isVisible()


def assert_on_top(notice: NoticeBar) -> None:
    assert notice.isVisible()
    around = notice.parentWidget()
    assert around is not None
    found = around.childAt(notice.geometry().center())
    assert found is not None
    assert found is notice or notice.isAncestorOf(found), f"{found} covers what is said"


@pytest.mark.parametrize("empty", [True, False])
def test_why_nothing_opens_is_seen_beside_the_card(
    qtbot: QtBot, state: State, tmp_path: Path, empty: bool
) -> None:
    folder = tmp_path / "holidays"
    if empty:
        folder.mkdir()
    window = start(qtbot, state, folder)
    wait_opened(qtbot, window)
    assert window.welcome.isVisible()
    assert "holidays" in window.notice.label.text()
    assert_on_top(window.notice)


def test_the_card_opens_a_folder(
    qtbot: QtBot, bare: MainWindow, dataset: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(dataset))
    QTest.mouseClick(bare.welcome.open_button, Qt.MouseButton.LeftButton)
    wait_shown(qtbot, bare)
    assert not bare.welcome.isVisible()


def test_a_drag_over_the_window_shows_where_to_drop(window: MainWindow, dataset: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(dataset))])
    nothing = Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, button, nothing))
    assert window.drop_zone.isVisible()
    assert window.drop_zone.geometry() == window.rect()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not window.drop_zone.isVisible()


# -- messages ---------------------------------------------------------------------------------------


def test_messages_wait_for_their_turn(qtbot: QtBot, window: MainWindow) -> None:
    notice = window.notice
    notice.show_error("first", details="why")
    notice.show_error("second")
    notice.show_error("second")
    assert notice.label.text() == "first"
    assert notice.waiting == 1
    assert not notice.details.isVisible()
    QTest.mouseClick(notice.details_button, Qt.MouseButton.LeftButton)
    assert notice.details.isVisible()
    assert notice.details.toPlainText() == "why"
    qtbot.waitUntil(partial(assert_on_top, notice), timeout=WAIT_MS)
    QTest.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert notice.label.text() == "second"
    assert not notice.details_button.isVisible()
    QTest.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_news_take_the_place_of_what_is_settled(window: MainWindow) -> None:
    notice = window.notice
    notice.show_information("saved")
    notice.show_information("saved again")
    assert notice.label.text() == "saved again"
    notice.show_error("wrong folder", topic="dataset")
    notice.show_error("wrong folder again", topic="dataset")
    assert notice.label.text() == "wrong folder again"
    notice.add(Notice("choose", button="Do it"))
    assert notice.waiting == 1
    notice.withdraw("dataset")
    assert notice.label.text() == "choose"
    assert not notice._timer.isActive(), "a message with a button stays until it is closed"
    notice.dismiss()


def test_errors_stay_longer_than_information(window: MainWindow) -> None:
    window.notice.show_information("good")
    assert window.notice._timer.interval() == SHOWN_MS
    window.notice.show_error("bad")
    assert window.notice._timer.interval() == 3 * SHOWN_MS
    window.notice._timer.timeout.emit()
    assert not window.notice.isVisible()


@pytest.mark.parametrize("view", ["side_by_side", "padding", "variations"])
def test_messages_cover_and_move_no_picture(qtbot: QtBot, window: MainWindow, view: str) -> None:
    window.preview.set_view(view)
    settle(qtbot, window)
    before = [QRect(pane.mapTo(window, QPoint()), pane.size()) for pane in window.preview.panes]
    cards = window.pipeline_panel.area
    width, height = cards.width(), cards.height()
    long = Notice("long " * 80, error=True, details="why", button="Do what takes very many words to be said")
    window.notice.add(long)
    window.notice.details_button.click()
    qtbot.waitUntil(lambda: cards.height() < height, timeout=WAIT_MS)
    assert_on_top(window.notice)
    after = [QRect(pane.mapTo(window, QPoint()), pane.size()) for pane in window.preview.panes]
    assert after == before
    place = QRect(window.notice.mapTo(window, QPoint()), window.notice.size())
    assert not any(place.intersects(pane) for pane in after)
    assert cards.width() == width
    window.notice.dismiss()
    qtbot.waitUntil(lambda: cards.height() == height, timeout=WAIT_MS)


def test_the_card_offers_the_sample_with_labels(qtbot: QtBot, bare: MainWindow) -> None:
    before = bare.state.recent
    QTest.mouseClick(bare.welcome.labelled_button, Qt.MouseButton.LeftButton)
    wait_shown(qtbot, bare)
    assert bare.session.dataset is not None
    assert bare.session.dataset.root == labelled_sample()
    assert bare.session.dataset.categories is not None
    assert bare.state.recent == before, "it is always at hand"
