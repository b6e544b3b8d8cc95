"""Paints labels over a picture in the screen's own pixels, crisp at any zoom."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from augstudio.core.image import Size
from augstudio.preview.label_marks import MarkKind
from augstudio.preview.labelling import ShownLabels
from augstudio.ui.preview.kept_look import KeptLook
from augstudio.ui.preview.label_layer import LabelLayer, View, shared_layer


class LabelOverlay:
    """The labels of one frame, ready to be painted over it wherever it lies.

    Attributes:
        look: The frame with them, as it was painted last.
    """

    def __init__(self, shown: ShownLabels, size: Size) -> None:
        """Prepare what does not depend on zoom and place.

        Args:
            shown: The labels.
            size: Width and height in pixels of the picture that they belong to.
        """
        self._shown = shown
        reals = [mark for mark in shown.marks if mark.kind is MarkKind.REAL]
        others = [mark for mark in shown.marks if mark.kind is not MarkKind.REAL]
        # Real ones lie on top; they are the same in all padding modes.
        self._behind = LabelLayer(others, shown.categories, size)
        self._front = shared_layer(reals, shown.categories, size)
        self.look = KeptLook()

    def paint_areas(self, painter: QPainter, part: QRectF, hidden: frozenset[int]) -> None:
        """Paint the pixels of masks.

        Args:
            painter: Paints in the coordinates of ``part``.
            part: Where the frame lies.
            hidden: Classes that are left out.
        """
        from augstudio.preview.label_picture import area_colour

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
        font = painter.font()
        view = View(target.width(), target.height(), ratio, hidden, font.toString())
        before = painter.transform()
        painter.translate(target.topLeft())
        self._behind.paint(painter, view, font)
        self._front.paint(painter, view, font)
        painter.setTransform(before)
