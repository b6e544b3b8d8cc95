"""A search field over everything that can be done; Enter does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from augstudio.ui.commands import Command
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.theme import GRID, small_font

_COMMAND_ROLE = Qt.ItemDataRole.UserRole
_ROW = 4 * GRID
_ROWS = 12
_NAME_BONUS = 40


def match(wanted: str, text: str) -> int | None:
    """How well a text answers a search; None if it does not.

    All characters must occur in order, whatever their case. Runs of neighbours and beginnings of words count
    more, and shorter texts win.
    """
    wanted, folded = "".join(wanted.casefold().split()), text.casefold()
    score, place, run = 0, -1, 0
    for sign in wanted:
        found = folded.find(sign, place + 1)
        starts = _word_start(folded, sign, place + 1)
        if found < 0:
            return None
        # The next neighbour continues a run; else a word that begins so is what people mean.
        if found != place + 1 and starts >= 0:
            found = starts
        run = run + 1 if found == place + 1 and place >= 0 else 0
        begins = found == 0 or not folded[found - 1].isalnum()
        score += 1 + 3 * run + (6 if begins else 0)
        place = found
    return 8 * score - len(text)


def _word_start(text: str, sign: str, start: int) -> int:
    places = (place for place in range(start, len(text)) if text[place] == sign)
    return next((place for place in places if place == 0 or not text[place - 1].isalnum()), -1)


def best(wanted: str, found: list[Command]) -> list[Command]:
    """The commands that answer a search, the best first; names count more than menus."""
    scored = []
    for place, command in enumerate(found):
        own, full = match(wanted, command.text), match(wanted, command.full_text)
        scores = [score for score in (own and own + _NAME_BONUS, full) if score is not None]
        if scores:
            scored.append((-max(scores) if wanted.strip() else 0, place, command))
    return [command for *_, command in sorted(scored, key=lambda item: item[:2])]


class CommandPalette(QFrame):
    """Lies over the upper part of a window until something is chosen or the focus goes elsewhere."""

    def __init__(self, collect: Callable[[], list[Command]], over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("Palette")
        self.setAutoFillBackground(True)
        self._collect = collect
        self._commands: list[Command] = []
        self._focus_before: QWidget | None = None
        self.search = QLineEdit()
        FileDrops(self.search)
        self.search.setPlaceholderText(self.tr("What would you like to do?"))
        self.search.setAccessibleName(self.tr("Search commands"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.model = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_CommandDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Commands"))
        self.view.clicked.connect(self._run)
        self._nothing = QLabel(self.tr("No matching commands."))
        self._nothing.setObjectName("Muted")
        self._nothing.setMargin(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        for widget in (self.search, self._nothing, self.view):
            column.addWidget(widget)
        self.hide()

    def open(self) -> None:
        """Appear with everything that can be done now."""
        self._focus_before = QApplication.focusWidget()
        self._commands = [command for command in self._collect() if command.action.isEnabled()]
        self.search.clear()
        self._filter()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Go away and give the focus back."""
        if self.isVisible():
            self.hide()
            # A command may have taken away what had the focus.
            if self._focus_before is not None and shiboken6.isValid(self._focus_before):
                self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._focus_before = None

    @property
    def shown(self) -> list[Command]:
        """The commands on show, the best first."""
        return [self.model.item(row).data(_COMMAND_ROLE) for row in range(self.model.rowCount())]

    def _filter(self) -> None:
        self.model.clear()
        for command in best(self.search.text(), self._commands):
            item = QStandardItem(command.full_text)
            item.setData(command, _COMMAND_ROLE)
            item.setToolTip(command.action.toolTip())
            self.model.appendRow(item)
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setVisible(self.model.rowCount() > 0)
        self._nothing.setVisible(self.model.rowCount() == 0)
        self._place()

    def _place(self) -> None:
        around = self.parentWidget()
        if around is None:
            return
        rows = min(_ROWS, max(1, self.model.rowCount()))
        width = min(72 * GRID, around.width() - 4 * GRID)
        height = self.search.sizeHint().height() + rows * _ROW + 4 * GRID
        self.setGeometry((around.width() - width) // 2, 8 * GRID, width, height)

    def _run(self, index: QModelIndex) -> None:
        command = index.data(_COMMAND_ROLE)
        self.close_palette()
        if isinstance(command, Command):
            command.action.trigger()

    _MOVES: ClassVar[dict[int, int]] = {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -_ROWS,
        Qt.Key.Key_PageDown: _ROWS,
    }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event.key())
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            self.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        if key in self._MOVES and self.model.rowCount():
            row = self.view.currentIndex().row() + self._MOVES[key]
            self.view.setCurrentIndex(self.model.index(min(self.model.rowCount() - 1, max(0, row)), 0))
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.view.currentIndex())
        else:
            return False
        return True


class _CommandDelegate(QStyledItemDelegate):
    """Paints a command: the menus that lead to it muted, its name, and its keys to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(1, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command = index.data(_COMMAND_ROLE)
        painter.save()
        area: QRect = option.rect
        palette: QPalette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(area, 4, 4)
        strong = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        muted = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        line = area.adjusted(GRID + GRID // 2, 0, -GRID - GRID // 2, 0)
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small_font(option.font))
        painter.setPen(palette.color(muted))
        keys = command.keys[0] if command.keys else ""
        painter.drawText(line, upright | Qt.AlignmentFlag.AlignRight, keys)
        line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(keys) - GRID)
        before = " › ".join(command.path) + " › " if command.path else ""
        painter.drawText(line, upright, before)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(before))
        painter.setFont(option.font)
        painter.setPen(palette.color(strong))
        name = painter.fontMetrics().elidedText(command.text, Qt.TextElideMode.ElideMiddle, line.width())
        painter.drawText(line, upright, name)
        painter.restore()
