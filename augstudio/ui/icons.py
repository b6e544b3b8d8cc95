"""The program's own icons, tinted by the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from augstudio.assets import asset

_SIDES = (16, 20, 32, 40)


def icon(name: str) -> QIcon:
    """The named icon in the palette's text colour, greyed where disabled."""
    palette = QGuiApplication.palette()
    normal = palette.color(QPalette.ColorRole.WindowText).name()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    chosen = palette.color(QPalette.ColorRole.Highlight).name()
    return _tinted(name, normal, disabled, chosen)


def pixmap(name: str, side: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The named icon as a picture of ``side`` logical pixels."""
    picture = _drawn(name, colour.name(), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icons", "augstudio.svg")))


@cache
def _tinted(name: str, normal: str, disabled: str, chosen: str) -> QIcon:
    tinted = QIcon()
    for side in _SIDES:
        tinted.addPixmap(_drawn(name, normal, side), QIcon.Mode.Normal, QIcon.State.Off)
        tinted.addPixmap(_drawn(name, chosen, side), QIcon.Mode.Normal, QIcon.State.On)
        tinted.addPixmap(_drawn(name, disabled, side), QIcon.Mode.Disabled)
    return tinted


def _drawn(name: str, colour: str, side: int) -> QPixmap:
    text = asset("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture
