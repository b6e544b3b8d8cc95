"""How a browser's rows look: a picture, a title with a badge, and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPixmap, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from augstudio.ui import icons
from augstudio.ui.theme import GRID, small_font

ENTRY_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 1

PICTURE = QSize(12 * GRID, 9 * GRID)
"""Room for a thumbnail in logical pixels."""

MORE_WIDTH = 4 * GRID
"""Width at the right of an editable row that opens its menu."""

_HEADING = 3 * GRID
_Index = QModelIndex | QPersistentModelIndex
_Role = QPalette.ColorRole


class RowDelegate(QStyledItemDelegate):
    """Paints headings and rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = _HEADING if index.data(ENTRY_ROLE) is None else PICTURE.height() + GRID
        return QSize(PICTURE.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if index.data(ENTRY_ROLE) is None:
            _paint_heading(painter, option, str(index.data()))
        else:
            _paint_row(painter, option, index)
        painter.restore()


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
    font = small_font(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(option.palette.color(_Role.PlaceholderText))
    painter.drawText(option.rect.adjusted(GRID // 2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _paint_row(painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
    entry, palette = index.data(ENTRY_ROLE), option.palette
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(palette.color(_Role.Highlight))
        painter.setBrush(palette.color(_Role.AlternateBase))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    inner = option.rect.adjusted(GRID // 2, GRID // 2, -GRID, -GRID // 2)
    _paint_picture(painter, option, QRect(inner.topLeft(), PICTURE), index.data(THUMBNAIL_ROLE))
    words = inner.adjusted(PICTURE.width() + GRID + GRID // 2, GRID // 2, 0, 0)
    if entry.editable:
        words.setRight(option.rect.right() - MORE_WIDTH)
        place = QRect(words.right() + GRID, option.rect.center().y() - GRID, 2 * GRID, 2 * GRID)
        icons.icon("more").paint(painter, place)
    bold = QFont(option.font)
    bold.setBold(True)
    painter.setFont(option.font)
    painter.setPen(palette.color(_Role.PlaceholderText))
    badge = painter.boundingRect(words, Qt.AlignmentFlag.AlignRight, entry.badge)
    painter.drawText(words, Qt.AlignmentFlag.AlignRight, entry.badge)
    painter.setFont(bold)
    painter.setPen(palette.color(_Role.Text))
    room = words.width() - (badge.width() + GRID if entry.badge else 0)
    title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft, title)
    words.setTop(words.top() + painter.fontMetrics().lineSpacing() + 2)
    painter.setFont(small_font(option.font))
    painter.setPen(palette.color(_Role.BrightText if entry.problem else _Role.PlaceholderText))
    wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
    lines = words.height() // painter.fontMetrics().lineSpacing()
    words.setHeight(lines * painter.fontMetrics().lineSpacing())
    painter.drawText(QRectF(words), entry.problem or entry.text, wrapped)


def _paint_picture(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, picture: QPixmap | None
) -> None:
    """The thumbnail, filling its room and cut where it does not have its proportions."""
    if picture is None or picture.isNull():
        painter.fillRect(room, option.palette.color(_Role.Midlight))
        return
    size = room.size().scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
    source = QRect(
        (picture.width() - size.width()) // 2,
        (picture.height() - size.height()) // 2,
        size.width(),
        size.height(),
    )
    painter.drawPixmap(room, picture, source)
