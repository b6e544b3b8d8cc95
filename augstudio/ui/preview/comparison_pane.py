"""Two pictures in one pane: split by a handle, in turn, or as their difference."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from augstudio.core.image import Image, Size
from augstudio.preview.requests import Frame, PaneContent
from augstudio.ui.preview.frame_reading import Colour, pixel_at, reading
from augstudio.ui.preview.frame_widget import overlay_of
from augstudio.ui.preview.frame_words import BETWEEN, labels_told
from augstudio.ui.preview.label_overlay import LabelOverlay
from augstudio.ui.preview.overlay import paint_tag
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.qimage import bgra_from_qimage, qimage_from_bgra
from augstudio.ui.theme import CANVAS

if TYPE_CHECKING:
    from augstudio.preview.measuring import DifferenceResult

_REACH = 8
"""Logical pixels from the handle's line within which a press takes hold of it."""


class Presentation(StrEnum):
    """How A and B are shown."""

    SIDE = "side"
    SPLIT = "split"
    BLINK = "blink"
    DIFFERENCE = "difference"


class ComparisonPane(ImagePane):
    """Shows A and B on one place, each at its own pixels.

    B lies as in any pane; A is laid on it by the centre, where their sizes differ.
    """

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(viewport, parent)
        self.presentation = Presentation.SPLIT
        self.gain = 1
        self.split = 0.5
        self.holding = False
        self._first: Frame | None = None
        self._first_image = QImage()
        self._first_overlay: LabelOverlay | None = None
        self._measured: DifferenceResult | None = None
        self._names = ("A", "B")
        self._grabbed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what it shows ------------------------------------------------------------------------------

    @property
    def frames(self) -> tuple[Frame, ...]:
        """A's and B's frame; empty while there is nothing to show."""
        return () if self._frame is None or self._first is None else (self._first, self._frame)

    @property
    def measured(self) -> DifferenceResult | None:
        """The difference of all exported pixels, once it is known."""
        return self._measured

    @property
    def caption(self) -> str:
        """The names of A and B, and what their difference is where that is on show."""
        difference_shown = self.presentation is Presentation.DIFFERENCE
        names = " | ".join(self.captions)
        return f"{names}   {self.summary()}" if difference_shown else names

    def show_made(self, frames: tuple[Frame, ...], content: PaneContent) -> None:
        if content != self._shown:
            self._measured = None  # it was of other pictures
        super().show_made(frames, content)

    def show_frames(self, frames: tuple[Frame, ...]) -> None:
        self._first = first = frames[0]
        self._first_image = qimage_from_bgra(first.pixels, opaque=first.opaque)
        self._first_overlay = overlay_of(first)
        super().show_frames(frames[1:])

    def show_message(self, message: str) -> None:
        self._first, self._first_image, self._first_overlay = None, QImage(), None
        self._measured = None
        super().show_message(message)

    def set_presentation(self, presentation: Presentation, gain: int) -> None:
        """Show A and B another way."""
        if (presentation, gain) != (self.presentation, self.gain):
            self.presentation, self.gain, self.holding = presentation, gain, False
            self._describe_labels()
            self._name()
            self.update()

    def set_names(self, first: str, second: str) -> None:
        """Name both in short, where readings and sizes are told."""
        if (first, second) != self._names:
            self._names = first, second
            self._describe_labels()
            self.update()

    def set_split(self, share: float) -> None:
        """Move the handle to this share of the pane's width."""
        self.split = min(1.0, max(0.0, share))
        self.update()

    def set_holding(self, holding: bool) -> None:
        """Show nothing but A while it holds."""
        if holding != self.holding:
            self.holding = holding
            self.update()

    def set_measured(self, measured: DifferenceResult | None) -> None:
        """Show the difference of all exported pixels; None goes back to that of what is on show."""
        self._measured = measured
        self._name()
        self.update()

    def labels_of_both(self) -> str:
        """Words for the labels of A and of B, behind the summary; once where they are the same."""
        first, second = (labels_told(frame) for frame in (self._first, self._frame))
        if first == second:
            return first
        return BETWEEN + " | ".join(words.removeprefix(BETWEEN) or "–" for words in (first, second))

    def summary(self) -> str:
        """What the difference is, in words."""
        title = self.tr("Difference × {0}").format(self.gain)
        found = self._measured.found if self._measured else None
        if found is None:
            return f"{title}   ≈ …"
        if not found.share:
            told = self.tr("no pixel differs")
        else:
            told = self.tr("mean {0} of 255   {1} % of pixels differ").format(
                f"{found.mean:.2f}", _percent(found.share)
            )
        return f"{title}   {told}" + ("" if found.same_size else "   " + self._sizes(*found.sizes))

    def _sizes(self, first: Size, second: Size) -> str:
        """How pictures lie whose sizes differ."""
        one, other = (f"{width} × {height}" for width, height in (first, second))
        text = self.tr("Sizes differ: {0} {1}, {2} {3}; they lie centre on centre")
        return text.format(self._names[0], one, self._names[1], other)

    @property
    def note(self) -> str:
        """How the pictures lie, where their sizes differ; the difference says it in its summary."""
        sizes = [frame.size for frame in self.frames]
        told = self.presentation is not Presentation.DIFFERENCE and len(set(sizes)) > 1
        return self._sizes(*sizes) if told else ""

    # -- where it lies ------------------------------------------------------------------------------

    def _first_target(self, first: Frame, second: Frame) -> QRectF:
        """Where A lies in device pixels: on B, centre on centre, by the rule of the difference."""
        from augstudio.kernels.viewing.difference import overlap_offsets

        under, own = self._target(second), self._target(first)
        zoom_x, zoom_y = under.width() / second.size[0], under.height() / second.size[1]
        one, other = overlap_offsets(first.size, second.size)
        left = under.x() + (other[0] - one[0]) * zoom_x
        top = under.y() + (other[1] - one[1]) * zoom_y
        return QRectF(round(left), round(top), own.width(), own.height())

    def _overlap(self, first: Frame, second: Frame) -> QRectF:
        """Where both lie, in device pixels."""
        return self._first_target(first, second).intersected(self._target(second))

    # -- painting -----------------------------------------------------------------------------------

    def _paint_pictures(self, painter: QPainter, frame: Frame) -> None:
        first = self._first
        if first is None:
            return
        if self.holding:
            self._paint_first(painter, first, frame)
        elif self.presentation is Presentation.DIFFERENCE:
            self._paint_difference(painter, first, frame)
        elif self.presentation is Presentation.SPLIT:
            self._paint_split(painter, first, frame)
        else:
            super()._paint_pictures(painter, frame)

    def _paint_first(self, painter: QPainter, first: Frame, second: Frame) -> None:
        target = self._first_target(first, second)
        self._paint_labelled(painter, first, self._first_image, target, self._first_overlay)

    def _paint_split(self, painter: QPainter, first: Frame, second: Frame) -> None:
        line = self._handle()
        painter.setClipRect(QRect(0, 0, line, self.height()))
        self._paint_first(painter, first, second)
        painter.setClipRect(QRect(line, 0, self.width() - line, self.height()))
        super()._paint_pictures(painter, second)
        painter.setClipping(False)
        self._paint_handle(painter, line)

    def _paint_handle(self, painter: QPainter, line: int) -> None:
        accent = self.palette().highlight().color() if self.hasFocus() else QColor(Qt.GlobalColor.white)
        painter.fillRect(QRect(line - 2, 0, 4, self.height()), QColor(0, 0, 0, 110))
        painter.fillRect(QRect(line - 1, 0, 2, self.height()), accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(0, 0, 0, 110), 1))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        middle = QPointF(line, self.height() / 2)
        painter.drawEllipse(middle, 13, 13)
        painter.setPen(QPen(QColor(30, 32, 36), 1.75, c=Qt.PenCapStyle.RoundCap))
        for side in (-1, 1):
            tip = middle + QPointF(side * 8, 0)
            painter.drawLine(tip, tip + QPointF(-side * 4, -4))
            painter.drawLine(tip, tip + QPointF(-side * 4, 4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_difference(self, painter: QPainter, first: Frame, second: Frame) -> None:
        overlap = self._overlap(first, second)
        if self._measured is None or self._measured.pixels is None:
            shown, target = self._drafted(first, second, overlap)
        else:
            shown, target = self._exact_part(self._measured, overlap)
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        reduced = self._measured is not None and self._measured.request.scale < 1
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, reduced)
        painter.drawImage(target, shown)
        painter.restore()
        # B's lie on top; where labels are the same, only they are seen.
        self._paint_labels(painter, first, self._first_target(first, second), self._first_overlay)
        self._paint_labels(painter, second, self._target(second), self._overlay)

    def _drafted(self, first: Frame, second: Frame, overlap: QRectF) -> tuple[QImage, QRectF]:
        """The difference of what is on show, while the exact one is not known yet."""
        from augstudio.kernels.viewing.difference import amplified, difference
        from augstudio.kernels.viewing.display import to_bgra

        one = self._on_screen(first, self._first_image, self._first_target(first, second))
        other = self._on_screen(second, self._image, self._target(second))
        visible = overlap.toAlignedRect().intersected(QRect(0, 0, one.shape[1], one.shape[0]))
        rows, columns = slice(visible.top(), visible.bottom() + 1), slice(visible.left(), visible.right() + 1)
        if visible.isEmpty():
            return QImage(), QRectF()
        found = difference(one[rows, columns, :3], other[rows, columns, :3]).pixels
        # Screen pixels are blue first.
        shown = to_bgra(amplified(found, self.gain)[:, :, ::-1].copy())
        return qimage_from_bgra(shown, opaque=True), QRectF(visible)

    def _on_screen(self, frame: Frame, image: QImage, target: QRectF) -> Image:
        canvas = QImage(*self.device_size, QImage.Format.Format_RGB32)
        canvas.setDevicePixelRatio(self.devicePixelRatioF())
        canvas.fill(CANVAS)
        painter = QPainter(canvas)
        self._paint_frame(painter, frame, image, target)
        painter.end()
        return bgra_from_qimage(canvas)

    def _exact_part(self, measured: DifferenceResult, overlap: QRectF) -> tuple[QImage, QRectF]:
        """The visible part of the exact map, and where it lies in device pixels."""
        from augstudio.kernels.viewing.difference import amplified
        from augstudio.kernels.viewing.display import to_bgra

        pixels = measured.pixels
        assert pixels is not None
        height, width = pixels.shape[:2]
        zoom_x, zoom_y = overlap.width() / width, overlap.height() / height
        device = QRectF(0, 0, *self.device_size).intersected(overlap)
        left = int((device.left() - overlap.left()) / zoom_x)
        top = int((device.top() - overlap.top()) / zoom_y)
        right = min(width, int((device.right() - overlap.left()) / zoom_x) + 1)
        bottom = min(height, int((device.bottom() - overlap.top()) / zoom_y) + 1)
        if device.isEmpty():
            return QImage(), QRectF()
        part = amplified(pixels[top:bottom, left:right], self.gain)
        target = QRectF(
            overlap.left() + left * zoom_x,
            overlap.top() + top * zoom_y,
            (right - left) * zoom_x,
            (bottom - top) * zoom_y,
        )
        return qimage_from_bgra(to_bgra(part), opaque=True), target

    def _paint_captions(self, painter: QPainter) -> None:
        first, second = (
            name + labels_told(frame)
            for name, frame in zip(self.captions, (self._first, self._frame), strict=True)
        )
        if self.holding:
            paint_tag(painter, self, first, chosen=True)
        elif self.presentation is Presentation.SPLIT:
            line, margin = self._handle(), 48
            if line > margin:
                paint_tag(painter, self, first, room=line)
            if self.width() - line > margin:
                paint_tag(painter, self, second, room=self.width() - line, right=True)
        elif self.presentation is Presentation.BLINK:
            paint_tag(painter, self, second)
        else:
            paint_tag(painter, self, self.summary() + self.labels_of_both())
        self._paint_note(painter)

    # -- inspecting ---------------------------------------------------------------------------------

    def readings(self, share: QPointF) -> list[tuple[Colour | None, str]]:
        from augstudio.kernels.viewing.difference import overlap_offsets

        if self._frame is None or self._first is None:
            return []
        column, row = pixel_at(self._frame, share)
        one, other = overlap_offsets(self._first.size, self._frame.size)
        first = reading(self._first, column - other[0] + one[0], row - other[1] + one[1])
        second = reading(self._frame, column, row)
        return [
            (colour, f"{name}   {text}")
            for name, (colour, text) in zip(self._names, (first, second), strict=True)
        ]

    # -- gestures -----------------------------------------------------------------------------------

    def _handle(self) -> int:
        return round(self.split * self.width())

    def _on_handle(self, position: QPointF) -> bool:
        near = abs(position.x() - self._handle()) <= _REACH
        return self.presentation is Presentation.SPLIT and bool(self.frames) and near

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = event.button() == Qt.MouseButton.LeftButton and self._on_handle(event.position())
        if not self._grabbed:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed:
            self.set_split(event.position().x() / self.width())
            return
        over = self._on_handle(event.position()) and not event.buttons()
        self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed:
            self._grabbed = False
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._on_handle(event.position()):
            self.set_split(0.5)
            return
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._place(event)
        if place is not None:
            self.set_split(*place)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._place(event)
        ):
            # These keys move the handle here; elsewhere they are shortcuts.
            event.accept()
            return True
        return super().event(event)

    def _place(self, event: QKeyEvent) -> tuple[float] | None:
        """Where a key moves the handle."""
        shift = Qt.KeyboardModifier.ShiftModifier
        if self.presentation is not Presentation.SPLIT or event.modifiers() & ~shift:
            return None
        step = 0.1 if event.modifiers() & shift else 0.01
        places = {
            Qt.Key.Key_Left: (self.split - step,),
            Qt.Key.Key_Right: (self.split + step,),
            Qt.Key.Key_Home: (0.0,),
            Qt.Key.Key_End: (1.0,),
        }
        return places.get(Qt.Key(event.key()))


def _percent(share: float) -> str:
    """A share in per cent, rounded, but to neither none nor all where it is neither."""
    shown = f"{100 * share:.1f}"
    return {"0.0": "< 0.1", "100.0": "100" if share == 1 else "> 99.9"}.get(shown, shown)
