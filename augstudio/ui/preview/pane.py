"""One picture of the preview."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QEnterEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from augstudio.kernels.display import from_bgra
from augstudio.ui.preview.rendering import Frame
from augstudio.ui.preview.viewport import ZOOM_STEP, Viewport
from augstudio.ui.qimage import qimage_from_bgra
from augstudio.ui.theme import CANVAS, GRID, small_font

_CHECK = 8
_NOTE = QColor(30, 32, 36)
_NOTE_BACK = QColor(0, 0, 0, 150)


class ImagePane(QWidget):
    """Paints a frame at the shared viewport's zoom and place.

    Wheel zooms at the cursor, dragging moves, a double click switches between fit and 100 %.

    Signals:
        picked: The pane was clicked, or Enter was pressed on it.
        hovered: The cursor is over this place of the picture (column, row), or None.
    """

    picked = Signal()
    hovered = Signal(object)

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._frame: Frame | None = None
        self._image = QImage()
        self._caption = ""
        self._message = ""
        self._chosen = False
        self._pickable = False
        self._pressed_at: QPoint | None = None
        self._dragged = False
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(64, 64)
        viewport.changed.connect(self.update)

    # -- what it shows ------------------------------------------------------------------------------

    def show_frame(self, frame: Frame) -> None:
        """Show a picture."""
        self._frame, self._image, self._message = frame, qimage_from_bgra(frame.pixels), ""
        self.update()

    def show_message(self, message: str) -> None:
        """Show words in place of a picture."""
        self._frame, self._image, self._message = None, QImage(), message
        self.update()

    def set_caption(self, caption: str) -> None:
        """Name the pane in its corner."""
        self._caption = caption
        self.setAccessibleName(caption)
        self.update()

    def set_pickable(self, pickable: bool) -> None:
        """Whether a click picks this pane."""
        self._pickable = pickable
        policy = Qt.FocusPolicy.StrongFocus if pickable else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the pane as the one in use."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    @property
    def frame(self) -> Frame | None:
        """The frame on show."""
        return self._frame

    @property
    def caption(self) -> str:
        """The pane's name."""
        return self._caption

    @property
    def chosen(self) -> bool:
        """Whether the pane is marked as the one in use."""
        return self._chosen

    @property
    def message(self) -> str:
        """The words in place of a picture."""
        return self._message

    @property
    def device_size(self) -> tuple[int, int]:
        """Width and height in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    def colour_at(self, column: int, row: int) -> tuple[int, int, int] | None:
        """Red, green and blue on show at a place of the picture."""
        if self._frame is None:
            return None
        height, width = self._frame.pixels.shape[:2]
        x = min(width - 1, int((column + 0.5) * width / self._frame.size[0]))
        y = min(height - 1, int((row + 0.5) * height / self._frame.size[1]))
        red, green, blue = from_bgra(self._frame.pixels[y : y + 1, x : x + 1])[0, 0]
        return int(red), int(green), int(blue)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    # -- painting -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), CANVAS)
        if self._frame is not None:
            self._paint_frame(painter, self._frame)
        if self._message:
            self._paint_message(painter)
        if self._caption:
            self._paint_caption(painter)
        if self._chosen or (self._pickable and (self.underMouse() or self.hasFocus())):
            self._paint_border(painter)
        painter.end()

    def _target(self, frame: Frame) -> QRectF:
        """Where the picture lies, in device pixels; on whole pixels, so that 100 % is exact."""
        zoom, centre = self._viewport.zoom, self._viewport.centre
        width, height = frame.size[0] * zoom, frame.size[1] * zoom
        if frame.scale == min(1.0, zoom) and zoom <= 1:
            width, height = float(frame.pixels.shape[1]), float(frame.pixels.shape[0])
        device = self.device_size
        left = device[0] / 2 - centre.x() * width
        top = device[1] / 2 - centre.y() * height
        return QRectF(round(left), round(top), width, height)

    def _paint_frame(self, painter: QPainter, frame: Frame) -> None:
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        target = self._target(frame)
        source = QRectF(0, 0, self._image.width(), self._image.height())
        if self._image.hasAlphaChannel():
            painter.fillRect(target, QBrush(_checker()))
        magnified = self._viewport.zoom > frame.scale * 1.001
        # Above 100 % pixels are shown as squares; a draft that is too small is smoothed.
        smooth = magnified and frame.scale < 1
        painter.setRenderHint(
            QPainter.RenderHint.SmoothPixmapTransform, smooth or self._viewport.zoom < frame.scale
        )
        painter.drawImage(target, self._image, source)
        painter.restore()

    def _paint_message(self, painter: QPainter) -> None:
        painter.setPen(_NOTE)
        area = self.rect().adjusted(3 * GRID, 3 * GRID, -3 * GRID, -3 * GRID)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self._message)

    def _paint_caption(self, painter: QPainter) -> None:
        painter.setFont(small_font(self.font()))
        text = painter.fontMetrics().elidedText(
            self._caption, Qt.TextElideMode.ElideRight, max(8, self.width() - 4 * GRID)
        )
        size = painter.fontMetrics().size(0, text)
        box = QRect(GRID, GRID, size.width() + 2 * GRID, size.height() + GRID)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        back = self.palette().color(QPalette.ColorRole.Highlight) if self._chosen else _NOTE_BACK
        text_role = QPalette.ColorRole.HighlightedText
        painter.setBrush(back)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self.palette().color(text_role) if self._chosen else Qt.GlobalColor.white)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_border(self, painter: QPainter) -> None:
        colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        width = 3 if self._chosen else 2
        if not self._chosen and not self.hasFocus():
            colour.setAlpha(150)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        inset = width // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))

    # -- gestures -----------------------------------------------------------------------------------

    def _picture_share(self, position: QPointF) -> QPointF | None:
        """The place under a widget position as shares of the picture."""
        if self._frame is None:
            return None
        target, ratio = self._target(self._frame), self.devicePixelRatioF()
        return QPointF(
            (position.x() * ratio - target.x()) / target.width(),
            (position.y() * ratio - target.y()) / target.height(),
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        share = self._picture_share(event.position())
        if turns and share is not None:
            self._viewport.set_zoom(self._viewport.zoom * ZOOM_STEP**turns, share)
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
                    -moved.x() * ratio / target.width(), -moved.y() * ratio / target.height()
                )
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
            self._viewport.set_zoom(1.0, self._picture_share(event.position()))
        else:
            self._viewport.fit_pictures()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self.hovered.emit(None)
        self.update()

    def _tell_place(self, position: QPointF) -> None:
        share = self._picture_share(position)
        if share is None or self._frame is None or not (0 <= share.x() < 1 and 0 <= share.y() < 1):
            self.hovered.emit(None)
            return
        width, height = self._frame.size
        self.hovered.emit((int(share.x() * width), int(share.y() * height)))


def _checker() -> QPixmap:
    """The squares that show through transparent pictures."""
    tile = QPixmap(2 * _CHECK, 2 * _CHECK)
    tile.fill(QColor(150, 150, 150))
    painter = QPainter(tile)
    for x, y in ((0, 0), (_CHECK, _CHECK)):
        painter.fillRect(x, y, _CHECK, _CHECK, QColor(190, 190, 190))
    painter.end()
    return tile
