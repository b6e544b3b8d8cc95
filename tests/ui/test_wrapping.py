"""Words where there is little room: broken, shortened with the whole of them as a tip, never cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from augstudio.errors import Message
from augstudio.export import ExportJob
from augstudio.export import Progress as ExportState
from augstudio.images.integrity import DAMAGED, TRUNCATED
from augstudio.pipelines import Pipeline
from augstudio.ui.dataset_panel.delegate import SampleDelegate, first_clause
from augstudio.ui.dataset_panel.model import ERROR_ROLE
from augstudio.ui.export_panel.progress import ExportProgress
from augstudio.ui.language import Language, speak
from augstudio.ui.messages import explained
from augstudio.ui.notice import Notice, NoticeBar
from augstudio.ui.preview.info_bar import InfoBar
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.updates import PreviewState, Progress
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.wrapping import ElidedLabel, WrappedText, wrapped
from tests.translations import source_file, translations
from tests.ui.widget_checks import clipped
from tests.ui.words import english_afterwards, language

__all__ = ["english_afterwards", "language"]

NAME = "/home/user/" + "a_name_without_a_space_" * 6 + ".png"
LONG = f"Cannot open {NAME}: the file is truncated: its end is missing; get a complete copy. " * 2


# -- lines ------------------------------------------------------------------------------------------


@settings(max_examples=15)
@given(text=st.text("ab 匯出\n", max_size=60), width=st.integers(20, 200), most=st.integers(1, 9))
def test_lines_fit_and_lose_nothing_unless_they_say_so(text: str, width: int, most: int) -> None:
    font = QFont()
    whole = wrapped(text, font, width, len(text) + 1)
    assert "".join("".join(whole).split()) == "".join(text.split())
    assert all(QFontMetrics(font).horizontalAdvance(line) <= width for line in whole)
    lines = wrapped(text, font, width, most)
    assert len(lines) <= most
    assert lines == whole or (lines[:-1] == whole[: most - 1] and len(lines) == most)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (TRUNCATED, "The file is truncated"),
        ("not a picture of a known kind (JPEG, PNG)", "Not a picture of a known kind"),
        ("檔案已截斷：結尾遺失；請取得完整複本", "檔案已截斷"),
        ("ファイルの末尾が欠けています。完全なコピーを入手してください", "ファイルの末尾が欠けています"),
        ("no words", "No words"),
    ],
)
def test_a_tile_has_room_for_what_is_wrong(reason: str, expected: str) -> None:
    assert first_clause(reason) == expected


# -- labels -----------------------------------------------------------------------------------------


def test_a_line_without_room_is_shortened_and_its_tip_is_the_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("Rotate: angle +11.5°   Scale: factor 0.924×")
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    assert (label.shown_text, label.toolTip()) == (label.text(), "")
    label.resize(90, 20)
    assert label.shown_text.endswith("…")
    assert QFontMetrics(label.font()).horizontalAdvance(label.shown_text) <= 90
    assert label.toolTip() == "Rotate: angle +11.5°\nScale: factor 0.924×"
    assert label.accessibleName() == label.text() == "Rotate: angle +11.5°   Scale: factor 0.924×"
    assert label.minimumSizeHint().width() < 30
    label.clear()
    assert (label.shown_text, label.toolTip()) == ("", "")


@pytest.mark.usefixtures("english_afterwards")
def test_a_line_of_several_scripts_has_room_for_all_of_it(qtbot: QtBot, qapp: QApplication) -> None:
    speak(qapp, Language.SIMPLIFIED_CHINESE)
    for zoom in range(30, 60):
        label = ElidedLabel(f"适应窗口 · {zoom} % · 640 × 427")
        qtbot.addWidget(label)
        label.show()
        label.resize(label.sizeHint())
        assert label.shown_text == label.text()


def test_the_state_of_pictures_has_its_room_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    bar = InfoBar(Viewport(), [])
    qtbot.addWidget(bar)
    bar.resize(700, 30)
    bar.show()
    for state in (PreviewState(Progress.DRAFT, 1, 1), PreviewState(Progress.UPDATING, 3, 18)):
        bar.show_state(state)
        assert bar.state.width() == bar.state.sizeHint().width()
        qapp.processEvents()


def test_the_progress_of_an_export_never_widens_the_window(qtbot: QtBot) -> None:
    progress = ExportProgress()
    qtbot.addWidget(progress)
    progress.begin(ExportJob(Path("/pictures"), Path("/out"), Pipeline()))
    assert progress.text.text() == "Export: counting the pictures of pictures…"
    before = progress.minimumSizeHint().width()
    progress.text.setText(LONG)
    assert progress.minimumSizeHint().width() == before


def test_the_progress_of_an_export_moves_within_a_picture(qtbot: QtBot) -> None:
    shown = ExportProgress()
    qtbot.addWidget(shown)
    shown.begin(ExportJob(Path("/pictures"), Path("/out"), Pipeline()))
    shown.show_progress(ExportState(0, 60, rate=0.25, remaining=180, made=15))
    assert shown.text.text() == "Exporting 0 of 60   15 more made   0.25/s   3:00 min left"
    assert (shown.bar.value(), shown.bar.maximum()) == (15, 60)
    assert "once all of it is written" in shown.toolTip()
    shown.show_progress(ExportState(0, 60, made=15, paused=True))
    assert shown.text.text() == "Paused at 0 of 60   15 more made"
    shown.show_progress(ExportState(60, 60, rate=12.4, remaining=0, current="a.png"))
    assert shown.text.text() == "Exporting 60 of 60   12/s   0 s left   a.png"
    assert shown.toolTip() == "a.png"


# -- notices ----------------------------------------------------------------------------------------


def narrow(qtbot: QtBot, notice: Notice) -> tuple[NoticeBar, QWidget]:
    """A notice in a column as narrow as that of the steps becomes."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 700)
    bar = NoticeBar()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch()
    column.addWidget(bar)
    window.show()
    bar.add(notice)
    qtbot.waitUntil(lambda: bar.label.width() == bar.label.viewport().width() + _scroll_bar(bar.label))
    qtbot.waitUntil(lambda: bar.geometry().bottom() == window.rect().bottom())
    return bar, window


def _scroll_bar(text: WrappedText) -> int:
    bar = text.verticalScrollBar()
    return bar.width() if bar.isVisible() else 0


def hidden_height(text: WrappedText) -> int:
    """How many pixels of a text can be seen only by scrolling."""
    return text.verticalScrollBar().maximum()


def longest_reason(language: Language) -> str:
    known = translations(source_file(language))
    return max((told for (context, _), told in known.items() if context == "Reasons"), key=len)


def test_notices_are_never_cut(qtbot: QtBot, language: Language) -> None:
    for text in (longest_reason(language), LONG):
        notice = Notice(text, error=True, details="why", button=explained(Message("Continue export")))
        bar, window = narrow(qtbot, notice)
        assert window.rect().contains(bar.geometry())
        assert hidden_height(bar.label) == 0
        assert clipped(bar) == []


def test_a_notice_without_end_scrolls(qtbot: QtBot) -> None:
    bar, window = narrow(qtbot, Notice(LONG * 20, error=True, details="why"))
    assert window.rect().contains(bar.geometry())
    assert hidden_height(bar.label) > 0
    assert bar.label.verticalScrollBar().isVisible()
    bar.add(Notice("short", topic=""))
    bar.dismiss()
    assert bar.label.height() == bar.label.fontMetrics().lineSpacing()


# -- panes ------------------------------------------------------------------------------------------


def painted_outside(pane: ImagePane, place: QRect) -> bool:
    """Whether a pane's words are painted beside a place."""
    image = pane.grab().toImage()
    ground = image.pixelColor(0, 0)
    painter = QPainter(image)
    painter.fillRect(place, ground)
    painter.end()
    empty = QImage(image)
    empty.fill(ground)
    return image != empty


def test_a_message_stays_on_its_pane_and_the_tip_has_all_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _pane: told.append(text))
    pane = ImagePane(Viewport())
    qtbot.addWidget(pane)
    pane.show_message(f"{NAME}\n{TRUNCATED}")
    place = QPoint(5, 5)
    for width, height, expected in ((700, 400, ""), (160, 130, pane.message)):
        pane.resize(width, height)
        pane.event(QHelpEvent(QHelpEvent.Type.ToolTip, place, place))
        assert told.pop() == expected
        assert not painted_outside(pane, pane.rect().adjusted(8, 8, -8, -8))
    pane.set_captions(("Symmetric, with much that must be said about it",))
    pane.set_note("for textures", tells_padding=False)
    pane.event(QHelpEvent(QHelpEvent.Type.ToolTip, place, place))
    assert told.pop() == f"{pane.caption}\n{pane.message}"


def test_tiles_of_different_reasons_look_different_and_stay_legible_when_chosen(qtbot: QtBot) -> None:
    def tile(reason: str, state: QStyle.StateFlag) -> QImage:
        item = QStandardItem("1.png")
        item.setData(reason, ERROR_ROLE)
        model.appendRow(item)
        image = QImage(delegate.cell, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        option = QStyleOptionViewItem()
        option.rect, option.state = image.rect(), state
        painter = QPainter(image)
        delegate.paint(painter, option, item.index())
        painter.end()
        return image.copy(QRect(12, 12, 58, 48))

    model, delegate = QStandardItemModel(), SampleDelegate()
    free, chosen = QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected
    assert tile(TRUNCATED, free) != tile(DAMAGED, free)
    assert tile(TRUNCATED, free) == tile(TRUNCATED, chosen), "what is chosen shows beside the tile only"
