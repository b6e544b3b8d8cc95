"""Paints labels over a picture in the screen's own pixels, crisp at any zoom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.preview.label_marks import Mark, MarkKind, named
from augstudio.preview.label_picture import IGNORED_COLOUR, area_colour
from augstudio.preview.labelling import ShownLabels

_LINE: Final = 1.75  # logical pixels, as all widths here
_RIM: Final = 1.25  # how far the rim reaches beyond a line or a point, on either side
_DASHES: Final = (7.0, 5.0)
_POINT: Final = 6.5
_HIDDEN_POINT: Final = 3.0
# Opaque, as blending takes five times as long.
_DARK, _LIGHT = QColor(25, 25, 25), QColor(245, 245, 245)
_HATCH: Final = QColor(255, 255, 255, 150)
_SHADE: Final = QColor(0, 0, 0, 60)
_MOST_NAMES: Final = 60

_ELEMENT: Final = np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
_FILLED_BY_WINDING: Final = 1


class _Stroke(NamedTuple):
    """One pass along a line.

    Attributes:
        width: Of the pen, in device pixels.
        places: How far the line is moved, once for each time that it is drawn.
    """

    width: float
    places: tuple[tuple[float, float], ...]


# Qt draws lines of one pixel many times faster than wider ones: several of them beside each other make one.
_THIN_RIM: Final = _Stroke(1.0, ((0.0, -1.25), (1.1, 0.65), (-1.1, 0.65)))
_THIN_LINE: Final = _Stroke(1.0, ((-0.3, -0.3), (0.3, 0.3)))
_ONCE: Final = ((0.0, 0.0),)


class _Look(NamedTuple):
    """Marks that are painted alike."""

    category: int
    kind: MarkKind


class _Name(NamedTuple):
    """The name of a thing, and what it stands on."""

    text: str
    category: int
    extent: QRectF


class LabelOverlay:
    """The labels of one frame, ready to be painted over it wherever it lies."""

    def __init__(self, shown: ShownLabels, size: Size) -> None:
        """Prepare what does not depend on zoom and place.

        Args:
            shown: The labels.
            size: Width and height in pixels of the picture that they belong to.
        """
        self._shown = shown
        self._size = size
        looks: defaultdict[_Look, list[Mark]] = defaultdict(list)
        for mark in shown.marks:
            looks[_Look(mark.category, mark.kind)].append(mark)
        self._lines = {look: _path_of(_lines(marks)) for look, marks in looks.items()}
        self._points = {look: _points(marks) for look, marks in looks.items()}
        self._names = list(_names(shown))

    def paint_areas(self, painter: QPainter, part: QRectF, hidden: frozenset[int]) -> None:
        """Paint the pixels of masks.

        Args:
            painter: Paints in the coordinates of ``part``.
            part: Where the frame lies.
            hidden: Classes that are left out.
        """
        areas = self._shown.areas
        if areas is None:
            return
        height, width = areas.codes.shape
        image = QImage(areas.codes.data, width, height, width, QImage.Format.Format_Indexed8)
        table = [0]
        for area in areas.entries:
            colour, share = area_colour(area, self._shown.categories)
            table.append(0 if area.category in hidden else QColor(*colour, round(255 * share)).rgba())
        image.setColorTable([table[min(code, len(table) - 1)] for code in range(256)])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(part, image, QRectF(0, 0, width, height))

    def paint(self, painter: QPainter, target: QRectF, ratio: float, hidden: frozenset[int]) -> None:
        """Paint lines, points and names.

        Args:
            painter: Paints in device pixels.
            target: Where the whole picture lies.
            ratio: Device pixels for each logical one.
            hidden: Classes that are left out.
        """
        across, down = target.width() / self._size[0], target.height() / self._size[1]
        place = QTransform(across, 0, 0, down, target.x() + across / 2, target.y() + down / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = [look for look in self._lines if look.category not in hidden]
        # Real ones lie on top.
        for look in sorted(shown, key=lambda look: look.kind is MarkKind.REAL):
            self._paint_look(painter, look, place, ratio)
        self._paint_names(painter, place, target, ratio, hidden)

    def _paint_look(self, painter: QPainter, look: _Look, place: QTransform, ratio: float) -> None:
        ignored = look.kind is MarkKind.IGNORED
        colour = QColor(*(IGNORED_COLOUR if ignored else self._shown.categories.colour(look.category)))
        lines, rim = self._lines[look], _rim_of(colour)
        if ignored:
            area = place.map(self._lines[look])
            painter.fillPath(area, _SHADE)
            painter.fillPath(area, QBrush(_HATCH, Qt.BrushStyle.BDiagPattern))
        thin = ratio <= 1
        _draw(painter, lines, place, rim, _THIN_RIM if thin else _Stroke((_LINE + 2 * _RIM) * ratio, _ONCE))
        stroke = _THIN_LINE if thin else _Stroke(_LINE * ratio, _ONCE)
        _draw(painter, lines, place, colour, stroke, ratio if look.kind is MarkKind.GHOST else 0)
        for points, is_hidden in zip(self._points[look], (False, True), strict=True):
            if points.isEmpty():
                continue
            places = place.map(points)
            widths = [(rim, _POINT + 2 * _RIM), (colour, _POINT)]
            for ink, width in [*widths, (rim, _HIDDEN_POINT)] if is_hidden else widths:
                painter.setPen(_pen(ink, width * ratio))
                painter.drawPoints(places)

    def _paint_names(
        self, painter: QPainter, place: QTransform, target: QRectF, ratio: float, hidden: frozenset[int]
    ) -> None:
        """Name the things that are large enough for it, as far as the names do not lie on each other."""
        font = _scaled(painter.font(), ratio)
        tags: dict[int, QImage] = {}
        taken: list[QRectF] = []
        for name in self._names:
            if name.category in hidden:
                continue
            tag = tags.get(name.category)
            if tag is None:
                colour = QColor(*self._shown.categories.colour(name.category))
                tag = tags[name.category] = _tag(name.text, colour, font, ratio)
            extent = place.mapRect(name.extent)
            if extent.width() < tag.width() or extent.height() < 2 * tag.height():
                continue
            box = QRectF(
                round(extent.left() - ratio), round(extent.top()) - tag.height(), *tag.size().toTuple()
            )
            if box.top() < target.top():
                box.moveTop(round(extent.top()))
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                painter.drawImage(box.topLeft(), tag)


def _draw(
    painter: QPainter,
    lines: QPainterPath,
    place: QTransform,
    colour: QColor,
    stroke: _Stroke,
    dashes: float = 0,
) -> None:
    """Draw lines; where ``dashes`` is not 0 it is the device pixels of a logical one, and they are dashed."""
    pen = _pen(colour, stroke.width)
    pen.setCosmetic(True)
    if dashes:
        pen.setDashPattern([length * dashes / stroke.width for length in _DASHES])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    before = painter.transform()
    # Of wide lines, each by itself is drawn faster.
    parts = [] if stroke.width <= 1 else lines.toSubpathPolygons()
    for across, down in stroke.places:
        painter.setTransform(place * QTransform.fromTranslate(across, down))
        if stroke.width <= 1:
            painter.drawPath(lines)
        for part in parts:
            painter.drawPolyline(part)
    painter.setTransform(before)


def _tag(text: str, colour: QColor, font: QFont, ratio: float) -> QImage:
    """A name on the colour of its class, in device pixels; it is drawn once, as text takes long."""
    metrics = QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(text) + round(6 * ratio), metrics.height() + round(ratio))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black if _is_light(colour) else Qt.GlobalColor.white)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image


def _scaled(font: QFont, ratio: float) -> QFont:
    """The font in device pixels."""
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(round(font.pixelSize() * ratio))
    else:
        scaled.setPointSizeF(font.pointSizeF() * ratio)
    return scaled


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _is_light(colour: QColor) -> bool:
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue() > 110


def _rim_of(colour: QColor) -> QColor:
    """What is around a line, so that it can be told from dark and light pictures."""
    return _DARK if _is_light(colour) else _LIGHT


def _names(shown: ShownLabels) -> Iterator[_Name]:
    """The names of real things, the largest first."""
    found = []
    for mark in shown.marks:
        if mark.rings and mark.kind is MarkKind.REAL:
            corners = np.vstack(mark.rings)
            (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
            extent = QRectF(left, top, right - left, bottom - top)
            found.append(_Name(named(mark, shown.categories), mark.category, extent))
    found.sort(key=lambda name: -name.extent.width() * name.extent.height())
    yield from found[:_MOST_NAMES]


def _lines(marks: Iterable[Mark]) -> list[Float64Array]:
    """Everything that is drawn as a line; closed ones end where they begin."""
    lines = []
    for mark in marks:
        lines += [np.concatenate((ring, ring[:1])) for ring in mark.rings if len(ring)]
        lines += [np.array([mark.points[one][:2], mark.points[other][:2]]) for one, other in mark.bones]
    return lines


def _points(marks: Iterable[Mark]) -> tuple[QPolygonF, QPolygonF]:
    """Keypoints that are seen, and those that something covers."""
    points = [point for mark in marks for point in mark.points]
    seen = [QPointF(point.x, point.y) for point in points if point.visible]
    return QPolygonF(seen), QPolygonF([QPointF(point.x, point.y) for point in points if not point.visible])


def _path_of(lines: Sequence[Float64Array]) -> QPainterPath:
    """Lines as one path, made at once from Qt's own form of it; point by point takes ten times as long."""
    path = QPainterPath()
    if not lines:
        return path
    elements = np.zeros(sum(map(len, lines)), _ELEMENT)
    elements["type"] = 1  # a line to there
    starts = np.cumsum([0, *map(len, lines[:-1])])
    elements["type"][starts] = 0  # a move
    corners = np.vstack(lines)
    elements["x"], elements["y"] = corners[:, 0], corners[:, 1]
    head = np.array(len(elements), ">i4").tobytes()
    tail = np.array([starts[-1], _FILLED_BY_WINDING], ">i4").tobytes()
    QDataStream(QByteArray(head + elements.tobytes() + tail)) >> path
    return path
