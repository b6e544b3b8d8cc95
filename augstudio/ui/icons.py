"""The program's own icons, drawn anew in the palette's colours at every size and after every theme switch."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from augstudio.assets import asset

_Role = QPalette.ColorRole
_CLONES: list[QIconEngine] = []


def icon(name: str, role: QPalette.ColorRole = _Role.WindowText) -> QIcon:
    """The named icon in a colour of the palette: greyed where disabled, in the accent where switched on.

    It looks its colours up whenever it is painted, so that it need never be replaced.
    """
    return QIcon(_ThemedEngine(name, role))


def pixmap(name: str, side: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The named icon as a picture of ``side`` logical pixels."""
    picture = QPixmap(_drawn(name, colour.name(), round(side * ratio), round(side * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def application_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(asset("icons", "augstudio.svg")))


class IconLabel(QLabel):
    """Shows one icon in the colour that a role of the palette has."""

    def __init__(
        self, name: str, side: int, role: QPalette.ColorRole = _Role.WindowText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = side
        self.show_icon(name, role)

    def show_icon(self, name: str, role: QPalette.ColorRole) -> None:
        """Show another icon, or the same one in another colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = pixmap(self._name, self._side, self.palette().color(self._role), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap((self.width() - self._side) // 2, (self.height() - self._side) // 2, picture)
        painter.end()


class _ThemedEngine(QIconEngine):
    """Draws an icon for the palette as it is at that moment, in device pixels."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name, self._role = name, role

    def clone(self) -> QIconEngine:
        # Asked for only when somebody adds a picture to an icon; Qt takes it over without Python's notice.
        copied = _ThemedEngine(self._name, self._role)
        _CLONES.append(copied)
        return copied

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Qt finds the ratio of the picture from its size.
        width, height = round(size.width() * scale), round(size.height() * scale)
        return QPixmap(_drawn(self._name, _colour(self._role, mode, state).name(), width, height))


def _colour(role: QPalette.ColorRole, mode: QIcon.Mode, state: QIcon.State) -> QColor:
    palette = QGuiApplication.palette()
    if mode is QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, _Role.WindowText)
    if mode is QIcon.Mode.Selected:
        return palette.color(_Role.HighlightedText)
    return palette.color(_Role.Highlight if state is QIcon.State.On else role)


@cache
def _source(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, colour: str, width: int, height: int) -> QPixmap:
    """The icon in one colour, centred in so many device pixels."""
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    painter = QPainter(picture)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF((width - side) / 2, (height - side) / 2, side, side))
    painter.end()
    return picture
