"""Paints one sample of the list: its thumbnail and its name."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from augstudio.ui import icons
from augstudio.ui.dataset_panel.model import ERROR_ROLE
from augstudio.ui.messages import sentence
from augstudio.ui.qimage import fitted_size
from augstudio.ui.theme import CANVAS, GRID, small_font
from augstudio.ui.wrapping import wrapped

_SIZES: Final = {"small": QSize(72, 60), "medium": QSize(108, 90), "large": QSize(156, 128)}
SIZES: Final = tuple(_SIZES)
"""How large thumbnails can be."""

_MARGINS: Final = QSize(12, 44)
CELL: Final = _SIZES["small"] + _MARGINS


class SampleDelegate(QStyledItemDelegate):
    """A tile with the picture above its name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = _SIZES["small"]
        self._suffixes = True

    def show_as(self, size: str, *, suffixes: bool) -> None:
        """Paint pictures of this size, with what all names end in or without."""
        self._picture, self._suffixes = _SIZES[size], suffixes

    @property
    def cell(self) -> QSize:
        """The room of one tile."""
        return self._picture + _MARGINS

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.cell

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        area: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        tile = area.adjusted(2, 2, -2, -2)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            colour = QColor(palette.color(QPalette.ColorRole.Highlight))
            colour.setAlpha(255 if chosen else 60)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(tile, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            ring = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Highlight
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.color(ring), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(tile.adjusted(2, 2, -2, -2), 4, 4)
        picture = self._picture
        box = QRect(area.center().x() - picture.width() // 2, area.top() + 6, *picture.toTuple())
        self._paint_picture(painter, box, index, palette)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        painter.setFont(small_font(option.font))
        line = QRect(tile.left() + 4, box.bottom() + 3, tile.width() - 8, tile.bottom() - box.bottom() - 3)
        name = str(index.data())
        shown = name if self._suffixes else without_suffix(name)
        text = "\n".join(name_lines(shown, painter.fontMetrics(), line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, palette: QPalette
    ) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            size = fitted_size(picture.size(), box.size(), painter.device().devicePixelRatioF())
            target = QRect(0, 0, size.width(), size.height())
            target.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, picture)
            return
        problem = index.data(ERROR_ROLE)
        if isinstance(problem, str):
            _paint_problem(painter, box, first_clause(problem), palette)
            return
        back = QColor(CANVAS)
        back.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(back)
        painter.drawRoundedRect(box, 4, 4)
        side = 2 * GRID + 4
        ratio = painter.device().devicePixelRatioF()
        sign = icons.pixmap("image", side, palette.color(QPalette.ColorRole.PlaceholderText), ratio)
        painter.drawPixmap(box.center().x() - side // 2, box.center().y() - side // 2, sign)


def _paint_problem(painter: QPainter, box: QRect, words: str, palette: QPalette) -> None:
    """A sign, and below it why there is no picture, on a tile that hides what is chosen."""
    ink = palette.color(QPalette.ColorRole.BrightText)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawRoundedRect(box, 4, 4)
    side = GRID + 4
    sign = icons.pixmap("warning", side, ink, painter.device().devicePixelRatioF())
    painter.drawPixmap(box.center().x() - side // 2, box.top() + 3, sign)
    room = box.adjusted(3, side + 4, -3, -2)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.setFont(small_font(painter.font()))
    most = max(1, room.height() // painter.fontMetrics().height())
    lines = wrapped(words, painter.font(), room.width(), most)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))


def first_clause(reason: str) -> str:
    """What is wrong, without what follows from it and what to do."""
    return sentence(re.split(r"[;:；：。、，（]| \(|, ", reason, maxsplit=1)[0])


def without_suffix(name: str) -> str:
    """A file's name without what it ends in."""
    return name.rpartition(".")[0] or name


def name_lines(name: str, metrics: QFontMetrics, width: int) -> list[str]:
    """A name in at most two lines, broken where words or its suffix begin, with the middle left out."""
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    lengths = range(len(name) - 1, -1, -1)
    fits = next((length for length in lengths if metrics.horizontalAdvance(name[:length]) <= width), 0)
    words = [place + 1 for place, letter in enumerate(name[:fits]) if letter in "-_ /"]
    suffix = [place for place, letter in enumerate(name[:fits]) if letter == "."]
    ends = (each[-1] for each in (words, suffix) if each and each[-1] > fits // 3)
    end = next(ends, max(1, fits))
    return [name[:end], metrics.elidedText(name[end:], Qt.TextElideMode.ElideMiddle, width)]
