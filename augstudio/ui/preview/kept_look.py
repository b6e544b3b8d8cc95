"""Keeps what was painted, to paint it at once where nothing has changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from augstudio.ui.theme import CANVAS


class KeptLook:
    """A picture of what is painted; made when the same is painted a second time, as after every hover.

    While something moves nothing is painted twice, so the picture would only cost time.
    """

    def __init__(self) -> None:
        self._key: object = None
        self._image: QImage | None = None

    def paint(
        self, painter: QPainter, key: object, size: QSize, ratio: float, paint: Callable[[QPainter], None]
    ) -> None:
        """Paint something that covers its place.

        Args:
            painter: Paints in logical pixels of a widget.
            key: All that it depends on.
            size: Of the widget, in device pixels.
            ratio: Device pixels for each logical one.
            paint: Paints it.
        """
        if key != self._key:
            self._key, self._image = key, None
            paint(painter)
            return
        if self._image is None:
            self._image = QImage(size, QImage.Format.Format_RGB32)
            self._image.setDevicePixelRatio(ratio)
            self._image.fill(CANVAS)
            own = QPainter(self._image)
            own.setFont(painter.font())
            paint(own)
            own.end()
        painter.drawImage(0, 0, self._image)
