"""What is painted over pictures: captions, the mark of the pixel inspector and its readings."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from augstudio.core.image import Size
from augstudio.core.polygon import Outline
from augstudio.ui.theme import GRID, small_font
from augstudio.ui.wrapping import wrapped

CAPTION_MARGINS = 4 * GRID
"""How much narrower than their widget captions are, in logical pixels."""

MOST_LINES = 2
"""So many lines a note takes, or a caption in a strip."""

_BACK = QColor(0, 0, 0, 150)
_STRIP_EDGE = 3  # the border of a chosen pane is as thick
_MESSAGE_WIDTH = 60 * GRID
_CHECK = 8
_ARM = 9
_TAGS = 128  # as many as are kept


class _Smaller(NamedTuple):
    """The font of words over pictures, in a widget of another one; and how Qt describes it."""

    of: QFont
    font: QFont
    described: str


_LATEST: Final[deque[_Smaller]] = deque(maxlen=1)


def _smaller(font: QFont) -> _Smaller:
    """The font of words in a widget of this font; all panes have the same, so it is found out once."""
    if not _LATEST or _LATEST[0].of != font:
        small = small_font(font)
        _LATEST.append(_Smaller(QFont(font), small, small.toString()))
    return _LATEST[0]


def strip_height(font: QFont, lines: int = 1) -> int:
    """How many logical pixels a strip for so many lines takes, in a widget of this font."""
    metrics = QFontMetrics(_smaller(font).font)
    return metrics.height() + (lines - 1) * metrics.lineSpacing() + GRID + 2 * _STRIP_EDGE


def checker() -> QPixmap:
    """The squares that show through transparent pictures."""
    tile = QPixmap(2 * _CHECK, 2 * _CHECK)
    tile.fill(QColor(150, 150, 150))
    painter = QPainter(tile)
    for x, y in ((0, 0), (_CHECK, _CHECK)):
        painter.fillRect(x, y, _CHECK, _CHECK, QColor(190, 190, 190))
    painter.end()
    return tile


def paint_hatch(painter: QPainter, target: QRectF, size: Size, valid_region: Outline) -> None:
    """Hatch the part of a picture that padding has filled.

    Args:
        painter: Paints in the coordinates of ``target``.
        target: Where the whole picture lies.
        size: Its width and height in pixels.
        valid_region: Outline of what comes from the picture, in pixel coordinates.
    """
    across, down = target.width() / size[0], target.height() / size[1]
    whole, kept = QPainterPath(), QPainterPath()
    whole.addRect(target)
    for polygon in valid_region:
        corners = [
            QPointF(target.x() + (x + 0.5) * across, target.y() + (y + 0.5) * down) for x, y in polygon
        ]
        kept.addPolygon(QPolygonF(corners))
        kept.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    padded = whole.subtracted(kept)
    painter.fillPath(padded, QColor(0, 0, 0, 90))
    painter.fillPath(padded, QBrush(QColor(255, 255, 255, 170), Qt.BrushStyle.BDiagPattern))
    painter.restore()


def paint_tag(
    painter: QPainter,
    widget: QWidget,
    text: str,
    *,
    chosen: bool = False,
    right: bool = False,
    room: int | None = None,
    lines: int = 0,
) -> None:
    """A caption in an upper corner of a widget, within so many pixels (all of its width if None).

    In a strip that is left to it, for so many lines, it lies nearer to the edge than over a picture.
    """
    palette = widget.palette()
    back = palette.color(QPalette.ColorRole.Highlight) if chosen else _BACK
    ink = palette.color(QPalette.ColorRole.HighlightedText) if chosen else QColor(Qt.GlobalColor.white)
    longest = max(8, (room or widget.width()) - CAPTION_MARGINS)
    font = _smaller(widget.font())
    shown, width, height = _cut(text, longest, font.described, max(1, lines))
    box = QRect(0, 0, width, height)
    if right:
        box.moveRight(widget.width() - GRID - 1)
    edge = _STRIP_EDGE if lines else GRID
    _paint_tag(painter, box.translated(0 if right else GRID, edge), shown, font.font, back, ink)


def paint_note(painter: QPainter, widget: QWidget, text: str, *, in_strip: bool = False) -> None:
    """Words at the lower edge of a widget, in two lines where one is too short; they seldom change."""
    ratio = widget.devicePixelRatioF()
    tag = _kept_note("\n".join(lines_of(widget, text)), _smaller(widget.font()).described, ratio)
    edge = _STRIP_EDGE if in_strip else GRID
    painter.drawImage(QPointF(GRID, widget.height() - edge - tag.height() / ratio), tag)


def lines_of(widget: QWidget, text: str, most: int = MOST_LINES) -> tuple[str, ...]:
    """The lines of a note, or of a caption in a strip; the last one is cut where it is too long."""
    longest, font = max(8, widget.width() - CAPTION_MARGINS), _smaller(widget.font())
    return _kept_lines(text, longest, font.described, max(1, most))


def is_cut(widget: QWidget, text: str, most: int = MOST_LINES) -> bool:
    """Whether a widget has too little room for a note or a caption in so many lines."""
    return lines_of(widget, text, most) != lines_of(widget, text, len(text))


@lru_cache(maxsize=4)
def _font_of(described: str) -> QFont:
    font = QFont()
    font.fromString(described)
    return font


@lru_cache(maxsize=_TAGS)
def _kept_lines(text: str, longest: int, described_font: str, most: int) -> tuple[str, ...]:
    return tuple(wrapped(text, _font_of(described_font), longest, most))


@lru_cache(maxsize=_TAGS)
def _cut(text: str, longest: int, described_font: str, most: int) -> tuple[str, int, int]:
    """Words, cut where they are longer than so many pixels and lines, and the size of the box around them."""
    metrics = QFontMetrics(_font_of(described_font))
    if most == 1:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, longest)
    else:
        shown = "\n".join(_kept_lines(text, longest, described_font, most))
    size = metrics.size(0, shown)
    return shown, size.width() + 2 * GRID, size.height() + GRID


def _paint_tag(painter: QPainter, box: QRect, shown: str, font: QFont, back: QColor, ink: QColor) -> None:
    painter.setFont(font)
    _paint_box(painter, box, back)
    painter.setPen(ink)
    places = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box.adjusted(GRID, 0, GRID, 0), places, shown)


@lru_cache(maxsize=_TAGS)
def _kept_note(text: str, described_font: str, ratio: float) -> QImage:
    """A note as a picture, as text takes long."""
    font = _font_of(described_font)
    size = QFontMetrics(font).size(0, text)
    box = QRect(0, 0, size.width() + 2 * GRID, size.height() + GRID)
    image = QImage(
        round(box.width() * ratio), round(box.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    _paint_tag(painter, box, text, font, _BACK, QColor(Qt.GlobalColor.white))
    painter.end()
    return image


def paint_message(painter: QPainter, widget: QWidget, message: str) -> None:
    """Words in the middle of a widget that shows no picture, on a tile on which they can be read."""
    lines, _ = _message_lines(widget, message)
    if not lines:
        return
    metrics = QFontMetrics(widget.font())
    width = max(map(metrics.horizontalAdvance, lines)) + 3 * GRID
    box = QRect(0, 0, width, len(lines) * metrics.lineSpacing() + 2 * GRID)
    box.moveCenter(widget.rect().center())
    palette = widget.palette()
    _paint_box(painter, box, palette.color(QPalette.ColorRole.Base))
    painter.setFont(widget.font())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))


def message_is_cut(widget: QWidget, message: str) -> bool:
    """Whether a widget has too little room for a message."""
    return _message_lines(widget, message)[1]


def _message_lines(widget: QWidget, message: str) -> tuple[list[str], bool]:
    """The lines of a message for which a widget has room below its caption, and whether any are left out."""
    if not message:
        return [], False
    room = max(4 * GRID, min(_MESSAGE_WIDTH, widget.width() - 6 * GRID))
    most = max(1, (widget.height() - 10 * GRID) // QFontMetrics(widget.font()).lineSpacing())
    lines = wrapped(message, widget.font(), room, most)
    return lines, lines != wrapped(message, widget.font(), room, len(message))


def paint_mark(painter: QPainter, place: QPointF, pixel: float) -> None:
    """A small cross whose middle leaves the pixel meant free, visible on every colour."""
    gap = pixel / 2 + 2
    arms = [
        QLineF(place + QPointF(x * gap, y * gap), place + QPointF(x * (gap + _ARM), y * (gap + _ARM)))
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 170), 3.5), (QColor(255, 255, 255), 1.5)):
        painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLines(arms)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_swatches(
    painter: QPainter, widget: QWidget, readings: Sequence[tuple[tuple[int, int, int] | None, str]]
) -> None:
    """Colours with words in the lower left corner of a widget, one line each."""
    painter.setFont(_smaller(widget.font()).font)
    metrics = painter.fontMetrics()
    line = metrics.height() + GRID // 2
    width = max((metrics.horizontalAdvance(text) for _, text in readings), default=0)
    height = line * len(readings) + GRID // 2
    box = QRect(GRID, widget.height() - GRID - height, width + 3 * GRID + GRID // 2 + line // 2, height)
    _paint_box(painter, box, _BACK)
    for number, (colour, text) in enumerate(readings):
        top = box.top() + GRID // 4 + number * line
        side = line // 2
        if colour is not None:
            painter.setPen(QPen(QColor(255, 255, 255, 200), 1))
            painter.setBrush(QColor(*colour))
            painter.drawRect(QRectF(box.left() + GRID + 0.5, top + (line - side) / 2 + 0.5, side, side))
        painter.setPen(Qt.GlobalColor.white)
        area = QRect(box.left() + 2 * GRID + side, top, width + GRID, line)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_box(painter: QPainter, box: QRect, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
