"""The fill of constant padding is chosen with its alpha."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from augstudio.core.padding import Fill, Padding, PaddingMode
from augstudio.ui.pipeline_panel.padding_editor import PaddingEditor


@pytest.mark.parametrize(
    ("before", "shown", "chosen", "after"),
    [
        ((1, 2, 3), (1, 2, 3, 0), (9, 8, 7, 0), (9, 8, 7)),
        ((1, 2, 3), (1, 2, 3, 0), (9, 8, 7, 255), (9, 8, 7, 255)),
        ((1, 2, 3, 40), (1, 2, 3, 40), (1, 2, 3, 0), (1, 2, 3)),
        ((1, 2, 3, 255), (1, 2, 3, 255), (1, 2, 3, 128), (1, 2, 3, 128)),
    ],
)
def test_a_fill_is_chosen_with_alpha(
    before: Fill,
    shown: tuple[int, ...],
    chosen: tuple[int, ...],
    after: Fill,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    editor = PaddingEditor()
    qtbot.addWidget(editor)
    editor.set_padding(Padding(mode=PaddingMode.CONSTANT, fill=before))
    asked: list[tuple[object, ...]] = []

    def choose(
        colour: QColor, parent: QObject, title: str, options: QColorDialog.ColorDialogOption
    ) -> QColor:
        asked.append((colour.red(), colour.green(), colour.blue(), colour.alpha(), options))
        return QColor(*chosen)

    monkeypatch.setattr(QColorDialog, "getColor", choose)
    with qtbot.waitSignal(editor.edited) as edited:
        editor.colour_button.click()
    assert asked == [(*shown, QColorDialog.ColorDialogOption.ShowAlphaChannel)]
    assert edited.args == [Padding(mode=PaddingMode.CONSTANT, fill=after)]


def test_when_each_mode_suits_stands_beside_it(qtbot: QtBot) -> None:
    editor = PaddingEditor()
    qtbot.addWidget(editor)
    box, seen = editor.mode_box, []
    for row, mode in enumerate(PaddingMode):
        editor.set_padding(Padding(mode=mode))
        option = QStyleOptionViewItem()
        index = box.model().index(row, 0)
        delegate = box.view().itemDelegate()
        assert isinstance(delegate, QStyledItemDelegate)
        delegate.initStyleOption(option, index)
        name, use = option.text.split(" · ")
        assert name == box.currentText()
        assert editor.use_label.text().casefold() == use.casefold()
        assert box.view().minimumWidth() >= delegate.sizeHint(option, index).width()
        seen.append(use)
    assert len(set(seen)) == len(PaddingMode)
    assert seen[-1] == "for patterns that repeat; a seam elsewhere"


def test_the_button_shows_the_fill_with_and_without_alpha(qtbot: QtBot) -> None:
    editor = PaddingEditor()
    qtbot.addWidget(editor)
    right = []
    for fill in ((200, 10, 20), (200, 10, 20, 255)):
        editor.set_padding(Padding(mode=PaddingMode.CONSTANT, fill=fill))
        picture = editor.colour_button.icon().pixmap(16, 16).toImage()
        assert picture.pixelColor(2, 8).getRgb() == (200, 10, 20, 255)
        right.append({picture.pixelColor(x, y).name() for x in range(8, 16) for y in range(16)})
    assert "#c80a14" not in right[0]
    assert right[1] == {"#c80a14"}
