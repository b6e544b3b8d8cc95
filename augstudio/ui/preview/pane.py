"""One picture of the preview that can be moved, zoomed and picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from augstudio.preview.requests import Frame
from augstudio.ui.preview.frame_widget import FrameWidget
from augstudio.ui.preview.overlay import is_cut, message_is_cut
from augstudio.ui.preview.viewport import ZOOM_STEP, Viewport


class ImagePane(FrameWidget):
    """A painted frame that follows the mouse and the keyboard.

    Wheel zooms at the cursor, dragging moves, a double click switches between fit and 100 %.

    Signals:
        picked: The pane was clicked, or Enter was pressed on it.
        hovered: The cursor is over this place of the picture (column, row), or None.
        menu_requested: A menu is wanted at this place of the screen.
    """

    picked = Signal()
    hovered = Signal(object)
    menu_requested = Signal(object)

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self._pickable = False
        self._pressed_at: QPoint | None = None
        self._dragged = False
        self._cursor: QPointF | None = None
        self.setMouseTracking(True)
        viewport.changed.connect(self._tell_place_again)

    def set_pickable(self, pickable: bool) -> None:
        """Whether a click picks this pane."""
        self._pickable = pickable

    @property
    def zoom(self) -> float:
        """Device pixels per pixel of the picture on show."""
        return self._viewport.zoom_of(self._frame)

    def _bordered(self) -> bool:
        return super()._bordered() or (self._pickable and self.underMouse())

    def show_frames(self, frames: tuple[Frame, ...]) -> None:
        super().show_frames(frames)
        self._tell_place_again()

    def show_message(self, message: str) -> None:
        super().show_message(message)
        self._tell_place_again()

    # -- gestures -----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        share = self.picture_share(event.position())
        if turns and share is not None:
            self._viewport.set_zoom(self.zoom * ZOOM_STEP**turns, share, self.zoom)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed_at, self._dragged = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        if self._pressed_at is not None and self._frame is not None:
            moved = position - self._pressed_at
            if self._dragged or moved.manhattanLength() >= 5:
                self._dragged, self._pressed_at = True, position
                target, ratio = self._target(self._frame), self.devicePixelRatioF()
                self._viewport.move_centre(
                    -moved.x() * ratio / target.width(), -moved.y() * ratio / target.height(), self.zoom
                )
        self._cursor = event.position()
        self._tell_place(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._pressed_at is not None and not self._dragged
        self._pressed_at = None
        if clicked and self._pickable and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pickable:
            return
        if self._viewport.fit:
            self._viewport.set_zoom(1.0, self.picture_share(event.position()), self.zoom)
        else:
            self._viewport.fit_pictures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    @property
    def cut_words(self) -> list[str]:
        """What the pane says and has too little room for, whole."""
        cut = [self.told] if is_cut(self, self.told, self._viewport.lines) else []
        if is_cut(self, self.note):
            cut.append(self.note)
        return [*cut, self.message] if message_is_cut(self, self.message) else cut

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), "\n".join(self.cut_words), self)
            return True
        return super().event(event)

    def leaveEvent(self, event: object) -> None:
        self._cursor = None
        self.hovered.emit(None)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cursor is not None:  # it is somewhere else in the pane now, if it is still over it
            self._cursor = None
            self.hovered.emit(None)

    def _tell_place_again(self) -> None:
        """Tell what is under the cursor where that has changed, and the cursor has not moved."""
        if self._cursor is not None:
            self._tell_place(self._cursor)

    def _tell_place(self, position: QPointF) -> None:
        share = self.picture_share(position)
        if share is None or self._frame is None or not (0 <= share.x() < 1 and 0 <= share.y() < 1):
            self.hovered.emit(None)
            return
        width, height = self._frame.size
        self.hovered.emit((int(share.x() * width), int(share.y() * height)))
