"""What a dialog asks for, scrolled where the screen is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from augstudio.ui.theme import GRID

_BESIDE = 6 * GRID
_ABOVE_AND_BELOW = 16 * GRID


class FittingArea(QScrollArea):
    """A widget at the size that it needs, which is scrolled only where a screen has no room for that.

    Attributes:
        inner: The widget. It is laid out as if there were no scrolling as long as the screen is large enough.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the field that has the focus
        self.setWidget(inner)
        for surface in (self.viewport(), inner):
            surface.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """The size that the widget would like, within the screen."""
        return self._on_screen(self.inner.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """The size that the widget needs, within the screen, with room for a title and a row of buttons."""
        return self._on_screen(self.inner.minimumSizeHint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask for another size once the widget does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().viewportEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the size of what is there now: what is hidden does not say that it needs another."""
        super().showEvent(event)
        self._fit()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the widget all the room, and never less than it needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A resizable QScrollArea scrolls as soon as texts that are wrapped have less than they would like.
        room, needed = self.maximumViewportSize(), self.inner.minimumSizeHint()
        if needed.height() > room.height():
            room -= QSize(self.verticalScrollBar().sizeHint().width(), 0)
        self.inner.resize(room.expandedTo(needed))

    def _on_screen(self, size: QSize) -> QSize:
        found = size.boundedTo(self.screen().availableGeometry().size() - QSize(_BESIDE, _ABOVE_AND_BELOW))
        bar = self.verticalScrollBar().sizeHint().width() if found.height() < size.height() else 0
        return found + QSize(bar, 0)


def make_room(dialog: QWidget) -> None:
    """Make a dialog higher where a text in it has become longer, as far as the screen goes."""
    layout = dialog.layout()
    if layout is not None and dialog.isVisible():
        most = dialog.screen().availableGeometry().height()
        needed = min(layout.minimumHeightForWidth(dialog.width()), most)
        dialog.resize(dialog.width(), max(dialog.height(), needed))
