"""Paints the names of objects over a picture, as far as there is room for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from augstudio.core.arrays import Float64Array
from augstudio.core.labels import Categories
from augstudio.preview.label_marks import Mark, MarkKind, named

MOST_NAMES: Final = 60
_TAGS: Final = 256  # as many as are kept

Rgb = tuple[int, int, int]


class PlacedName(NamedTuple):
    """A name, and where its upper left corner lies, in device pixels from that of the picture."""

    place: QPointF
    tag: QImage


class LabelNames:
    """The names of the real objects in a frame, the largest object first."""

    def __init__(self, marks: Iterable[Mark], categories: Categories) -> None:
        """Find what is named.

        Args:
            marks: What is drawn of the labels.
            categories: Their classes.
        """
        self._classes = categories
        marks = [mark for mark in marks if mark.kind is MarkKind.REAL and any(map(len, mark.rings))]
        self._texts = [named(mark, categories) for mark in marks]
        self._categories = [mark.category for mark in marks]
        counts = [sum(map(len, mark.rings)) for mark in marks]
        self._extents = _extents([ring for mark in marks for ring in mark.rings], counts)
        sizes = np.prod(self._extents[:, 2:] - self._extents[:, :2], axis=1)
        self._order = np.argsort(-sizes, kind="stable")[:MOST_NAMES].tolist()

    def placed(
        self, zoom: tuple[float, float], font: QFont, ratio: float, hidden: frozenset[int]
    ) -> list[PlacedName]:
        """Where the names lie that there is room for.

        Args:
            zoom: Device pixels for each pixel of the picture, across and down.
            font: In logical pixels.
            ratio: Device pixels for each logical one.
            hidden: Classes that are left out.
        """
        rows = [row for row in self._order if self._categories[row] not in hidden]
        if not rows:
            return []
        tags, kinds = self._tags(rows, font.toString(), ratio)
        sizes = np.array([tag.size().toTuple() for tag in tags]).take(kinds, axis=0)
        extents = (self._extents.take(rows, axis=0) + 0.5) * (*zoom, *zoom)
        corners = np.rint(extents[:, :2] - (ratio, 0))
        above = corners[:, 1] >= sizes[:, 1]
        corners[above, 1] -= sizes[above, 1]
        # Names at the upper edge of the picture keep to the right, as the caption lies over its left end.
        corners[~above, 0] = np.rint(extents[~above, 2] + ratio) - sizes[~above, 0]
        roomy = np.flatnonzero(np.all(extents[:, 2:] - extents[:, :2] >= sizes * (1, 2), axis=1))
        kept = roomy[_apart(corners.take(roomy, axis=0), sizes.take(roomy, axis=0))].tolist()
        return [
            PlacedName(QPointF(x, y), tags[kinds[number]])
            for number, (x, y) in zip(kept, corners.take(kept, axis=0).tolist(), strict=True)
        ]

    def _tags(self, rows: list[int], described_font: str, ratio: float) -> tuple[list[QImage], list[int]]:
        """The names of objects as pictures, each once, and which of them is that of each object."""
        places: dict[tuple[str, int], int] = {}
        names = [(self._texts[row], self._categories[row]) for row in rows]
        kinds = [places.setdefault(name, len(places)) for name in names]
        colour = self._classes.colour
        return [_tag(text, colour(category), described_font, ratio) for text, category in places], kinds


def _apart(corners: Float64Array, sizes: npt.NDArray[np.int64]) -> list[int]:
    """Which rectangles are kept where each gives way to those before it that are kept.

    Args:
        corners: ``(n, 2)`` where their upper left corners are.
        sizes: ``(n, 2)`` their widths and heights.
    """
    begins, ends = corners.T, (corners + sizes).T
    reaching = begins[:, :, None] < ends[:, None]
    meeting = reaching & reaching.transpose(0, 2, 1)
    rows = np.packbits(meeting[0] & meeting[1], axis=1, bitorder="little")
    width, bits = rows.shape[1], rows.tobytes()
    kept, found = 0, []
    for number in range(len(corners)):
        if not int.from_bytes(bits[number * width : (number + 1) * width], "little") & kept:
            kept |= 1 << number
            found.append(number)
    return found


def is_light(colour: QColor) -> bool:
    """Whether dark ink is easier to read on a colour than light ink."""
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue() > 110


def _extents(rings: Iterable[Float64Array], counts: list[int]) -> Float64Array:
    """Left, top, right and bottom of objects, given their rings and how many corners each object has."""
    if not counts:
        return np.zeros((0, 4))
    corners = np.concatenate(list(rings))
    starts = np.cumsum([0, *counts[:-1]])
    return np.hstack((np.minimum.reduceat(corners, starts), np.maximum.reduceat(corners, starts)))


@lru_cache(maxsize=_TAGS)
def _tag(text: str, colour: Rgb, described_font: str, ratio: float) -> QImage:
    """A name on the colour of its class, in device pixels; it is drawn once, as text takes long."""
    font = QFont()
    font.fromString(described_font)
    _scale(font, ratio)
    metrics = QFontMetrics(font)
    size = QSize(metrics.horizontalAdvance(text) + round(6 * ratio), metrics.height() + round(ratio))
    image, ground = QImage(size, QImage.Format.Format_RGB32), QColor(*colour)
    image.fill(ground)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black if is_light(ground) else Qt.GlobalColor.white)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image


def _scale(font: QFont, ratio: float) -> None:
    """Have the font in device pixels."""
    if font.pixelSize() > 0:
        font.setPixelSize(round(font.pixelSize() * ratio))
    else:
        font.setPointSizeF(font.pointSizeF() * ratio)
