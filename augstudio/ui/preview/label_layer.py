"""Lines, points and names of labels, prepared once for all panes that show the same, and painted."""

from __future__ import annotations

import math
import struct
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import Categories
from augstudio.preview.label_marks import Mark, MarkKind
from augstudio.ui.preview.label_names import LabelNames, PlacedName, is_light

_LINE: Final = 1.75  # logical pixels, as all widths here
_RIM: Final = 1.25  # how far the rim reaches beyond a line or a point, on either side
_DASHES: Final = (7.0, 5.0)
_POINT: Final = 6.5
_HIDDEN_POINT: Final = 3.0
# Opaque, as blending takes five times as long.
_DARK, _LIGHT = QColor(25, 25, 25), QColor(245, 245, 245)
_HATCH: Final = QColor(255, 255, 255, 150)
_SHADE: Final = QColor(0, 0, 0, 60)
_TILE: Final = 8
# Corners that lie in one cell of this many device pixels are drawn as one.
_FINEST: Final = 0.5

# Up to so many device pixels a picture of what is painted is kept for the other panes.
_MOST_KEPT: Final = 1_000_000

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


class _Lines(NamedTuple):
    """Lines of marks that are painted alike.

    Attributes:
        corners: ``(n, 2)`` columns and rows, one line after the other.
        starts: Where each line begins.
    """

    corners: Float64Array
    starts: npt.NDArray[np.int64]


class View(NamedTuple):
    """How a picture lies on the screen, its place left out: all that what is prepared depends on."""

    width: float
    height: float
    ratio: float
    hidden: frozenset[int]
    font: str


class _Prepared(NamedTuple):
    """What is painted in one view, in device pixels from the upper left corner of the picture."""

    paths: dict[_Look, QPainterPath]
    points: dict[_Look, tuple[QPolygonF, QPolygonF]]
    names: list[PlacedName]


class LabelLayer:
    """Marks that are painted together.

    Attributes:
        panes: How many panes show it.
    """

    def __init__(self, marks: Sequence[Mark], categories: Categories, size: Size) -> None:
        """Prepare what does not depend on zoom and place.

        Args:
            marks: What is painted; those of real objects are named.
            categories: Their classes.
            size: Width and height in pixels of the picture that they belong to.
        """
        self.panes = 1
        self._marks = marks
        self._categories = categories
        self._size = size
        looks: defaultdict[_Look, list[Mark]] = defaultdict(list)
        for mark in marks:
            looks[_Look(mark.category, mark.kind)].append(mark)
        self._lines, self._looks = _lines(looks.items())
        self._points = {look: _points(marks) for look, marks in looks.items()}
        self._last: tuple[View, _Prepared] | None = None
        self._kept: tuple[View, QImage] | None = None

    def is_like(self, other: LabelLayer) -> bool:
        """Whether both look the same wherever they are painted."""
        return (
            self._size == other._size
            and self._looks == other._looks
            and self._points == other._points
            and [len(mark.rings) for mark in self._marks] == [len(mark.rings) for mark in other._marks]
            and np.array_equal(self._lines.starts, other._lines.starts)
            and np.array_equal(self._lines.corners, other._lines.corners)
            and self._categories == other._categories
        )

    def paint(self, painter: QPainter, view: View, font: QFont) -> None:
        """Paint it: for several panes once, so that all but the first show a picture of it.

        Args:
            painter: Paints in device pixels from the upper left corner of the picture.
            view: How the picture lies.
            font: That of names, in logical pixels.
        """
        if self.panes == 1 or not 0 < view.width * view.height <= _MOST_KEPT:
            self._paint(painter, view, font)
            return
        if self._kept is None or self._kept[0] != view:
            self._kept = view, self._painted(view, font)
        painter.drawImage(QPointF(0, 0), self._kept[1])

    def _painted(self, view: View, font: QFont) -> QImage:
        image = QImage(
            math.ceil(view.width), math.ceil(view.height), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self._paint(painter, view, font)
        painter.end()
        return image

    def _paint(self, painter: QPainter, view: View, font: QFont) -> None:
        prepared = self.prepared(view, font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for look, path in prepared.paths.items():
            if look.category not in view.hidden:
                self._paint_look(painter, look, path, prepared.points[look], view.ratio)
        for name in prepared.names:
            painter.drawImage(name.place, name.tag)

    def prepared(self, view: View, font: QFont) -> _Prepared:
        """What is painted in a view."""
        if self._last is None or self._last[0] != view:
            self._last = view, self._prepared(view, font)
        return self._last[1]

    def _prepared(self, view: View, font: QFont) -> _Prepared:
        zoom = view.width / self._size[0], view.height / self._size[1]
        place = QTransform(zoom[0], 0, 0, zoom[1], zoom[0] / 2, zoom[1] / 2)
        points = {
            look: (place.map(seen), place.map(covered)) for look, (seen, covered) in self._points.items()
        }
        paths = _paths_of(_on_screen(self._lines, zoom), self._looks)
        names = LabelNames(self._marks, self._categories)
        return _Prepared(paths, points, names.placed(zoom, font, view.ratio, view.hidden))

    def _paint_look(
        self,
        painter: QPainter,
        look: _Look,
        path: QPainterPath,
        points: tuple[QPolygonF, QPolygonF],
        ratio: float,
    ) -> None:
        from augstudio.preview.label_picture import IGNORED_COLOUR

        ignored = look.kind is MarkKind.IGNORED
        colour = QColor(*(IGNORED_COLOUR if ignored else self._categories.colour(look.category)))
        rim = _rim_of(colour)
        if ignored:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillPath(path, _hatching())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thin = ratio <= 1
        _draw(painter, path, rim, _THIN_RIM if thin else _Stroke((_LINE + 2 * _RIM) * ratio, _ONCE))
        stroke = _THIN_LINE if thin else _Stroke(_LINE * ratio, _ONCE)
        _draw(painter, path, colour, stroke, ratio if look.kind is MarkKind.GHOST else 0)
        for places, is_covered in zip(points, (False, True), strict=True):
            if places.isEmpty():
                continue
            widths = [(rim, _POINT + 2 * _RIM), (colour, _POINT)]
            for ink, width in [*widths, (rim, _HIDDEN_POINT)] if is_covered else widths:
                painter.setPen(_pen(ink, width * ratio))
                painter.drawPoints(places)


_LATEST: Final[deque[LabelLayer]] = deque(maxlen=2)


def shared_layer(marks: Sequence[Mark], categories: Categories, size: Size) -> LabelLayer:
    """The layer of some marks; the same one for panes in which they are the same, as in all padding modes.

    For the arguments see :class:`LabelLayer`.
    """
    made = LabelLayer(marks, categories, size)
    for known in _LATEST:
        if known.is_like(made):
            known.panes += 1
            return known
    _LATEST.append(made)
    return made


def _draw(painter: QPainter, lines: QPainterPath, colour: QColor, stroke: _Stroke, dashes: float = 0) -> None:
    """Draw lines; where ``dashes`` is not 0 it is the device pixels of a logical one, and they are dashed."""
    pen = _pen(colour, stroke.width)
    if dashes:
        pen.setDashPattern([length * dashes / stroke.width for length in _DASHES])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Of wide lines, each by itself is drawn faster.
    parts = [] if stroke.width <= 1 else lines.toSubpathPolygons()
    for across, down in stroke.places:
        painter.translate(across, down)
        if stroke.width <= 1:
            painter.drawPath(lines)
        for part in parts:
            painter.drawPolyline(part)
        painter.translate(-across, -down)


@cache
def _hatching() -> QBrush:
    """Stripes over a shade, for what counts for nothing."""
    tile = QImage(_TILE, _TILE, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(_SHADE)
    painter = QPainter(tile)
    painter.fillRect(tile.rect(), QBrush(_HATCH, Qt.BrushStyle.BDiagPattern))
    painter.end()
    return QBrush(tile)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _rim_of(colour: QColor) -> QColor:
    """What is around a line, so that it can be told from dark and light pictures."""
    return _DARK if is_light(colour) else _LIGHT


def _lines(looks: Iterable[tuple[_Look, list[Mark]]]) -> tuple[_Lines, dict[_Look, slice]]:
    """Everything that is drawn as a line, closed ones to where they begin; and which lines are of a look."""
    parts: list[Float64Array] = []
    starts: list[int] = []
    length = 0
    of_looks: dict[_Look, slice] = {}
    for look, marks in looks:
        first = len(starts)
        for mark in marks:
            for ring in mark.rings:
                if len(ring):
                    starts.append(length)
                    parts += (ring, ring[:1])
                    length += len(ring) + 1
            for one, other in mark.bones:
                starts.append(length)
                parts.append(np.array([mark.points[one][:2], mark.points[other][:2]]))
                length += 2
        of_looks[look] = slice(first, len(starts))
    corners = np.concatenate(parts) if parts else np.zeros((0, 2))
    return _Lines(corners, np.array(starts, np.int64)), of_looks


def _points(marks: Iterable[Mark]) -> tuple[QPolygonF, QPolygonF]:
    """Keypoints that are seen, and those that something covers."""
    points = [point for mark in marks for point in mark.points]
    seen = [QPointF(point.x, point.y) for point in points if point.visible]
    return QPolygonF(seen), QPolygonF([QPointF(point.x, point.y) for point in points if not point.visible])


def _on_screen(lines: _Lines, zoom: tuple[float, float]) -> _Lines:
    """Lines in device pixels, without the corners that cannot be told from the ones before them."""
    corners = (lines.corners + 0.5) * zoom
    if not len(corners):
        return lines
    cells = np.floor(corners / _FINEST)
    kept = np.ones(len(corners), np.bool_)
    kept[1:] = np.any(cells[1:] != cells[:-1], axis=1)
    kept[lines.starts] = True
    kept[lines.starts[1:] - 1] = kept[-1] = True
    places = np.cumsum(kept) - 1
    return _Lines(corners[kept], places[lines.starts])


def _paths_of(lines: _Lines, looks: Mapping[_Look, slice]) -> dict[_Look, QPainterPath]:
    """The lines of each look as a path, made at once from Qt's own form; point by point takes ten times."""
    elements = np.zeros(len(lines.corners), _ELEMENT)
    elements["type"] = 1  # a line to there
    elements["type"][lines.starts] = 0  # a move
    elements["x"], elements["y"] = lines.corners[:, 0], lines.corners[:, 1]
    bounds = [*lines.starts.tolist(), len(elements)]
    paths = {}
    for look, span in looks.items():
        first, end = bounds[span.start], bounds[span.stop]
        path = paths[look] = QPainterPath()
        if end > first:
            head = struct.pack(">i", end - first)
            tail = struct.pack(">ii", bounds[span.stop - 1] - first, _FILLED_BY_WINDING)
            QDataStream(QByteArray(head + elements[first:end].tobytes() + tail)) >> path
    return paths
