"""Paints one picture of the preview."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from augstudio.preview.requests import Frame, PaneContent
from augstudio.ui.preview.frame_reading import Colour, colour_in, part_of, pixel_at, reading
from augstudio.ui.preview.frame_words import BETWEEN, labels_told, why_none
from augstudio.ui.preview.label_overlay import LabelOverlay
from augstudio.ui.preview.overlay import (
    checker,
    paint_hatch,
    paint_mark,
    paint_message,
    paint_note,
    paint_swatches,
    paint_tag,
)
from augstudio.ui.preview.pending_tag import PendingTag, updating
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.qimage import qimage_from_bgra
from augstudio.ui.theme import CANVAS, small_font


class FrameWidget(QWidget):
    """Paints a frame at the shared viewport's zoom and place, with its caption, a mark and readings."""

    def __init__(self, viewport: Viewport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._frame: Frame | None = None
        self._image = QImage()
        self._overlay: LabelOverlay | None = None
        self._wanted: PaneContent | None = None
        self._shown: PaneContent | None = None
        self._captions: tuple[str, ...] = ("",)
        self._pending = False
        self._tells_pending = False
        self._pending_tag = PendingTag(self)
        self.tells_padding = False
        self._note = ""
        self._labels_told = ""
        self._message = ""
        self._chosen = False
        self._mark: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(64, 64)
        viewport.changed.connect(self.update)
        viewport.hatch_changed.connect(self.update)
        viewport.labels.filtered.connect(self.update)

    # -- what it shows ------------------------------------------------------------------------------

    def want(self, content: PaneContent) -> None:
        """Say what the pane is for from now on; its picture is pending until it comes."""
        self._wanted = content
        self._compare()

    def show_made(self, frames: tuple[Frame, ...], content: PaneContent) -> None:
        """Show pictures that were made for some content, be it the one wanted or an older one."""
        error = next((frame.error for frame in frames if frame.error), "")
        if error:
            self.show_message(why_none(error, content.sample))
        elif [*map(id, frames)] != [*map(id, self.frames)]:
            self.show_frames(frames)
        self._shown = content
        self._compare()

    def show_frames(self, frames: tuple[Frame, ...]) -> None:
        """Show as many pictures as the pane takes: one, unless a subclass takes more."""
        frame = frames[0]
        self._frame, self._image = frame, qimage_from_bgra(frame.pixels, opaque=frame.opaque)
        self._message = ""
        self._overlay = overlay_of(frame)
        self._describe_labels()
        self.update()

    def show_message(self, message: str) -> None:
        """Show words in place of a picture."""
        self._frame, self._image, self._message, self._overlay = None, QImage(), message, None
        self._shown = None
        self._describe_labels()
        self._compare()
        self.update()

    def empty(self) -> None:
        """Show nothing, until a picture comes."""
        self.show_message("")

    def set_captions(self, captions: tuple[str, ...]) -> None:
        """Name what the pane is for; what it still shows of an earlier content keeps the name of that."""
        if captions != self._captions:
            self._captions = captions
            self._name()

    @property
    def captions(self) -> tuple[str, ...]:
        """The names of what is on show."""
        former = self._shown if self.pending else None
        return self._captions if former is None else former.former_captions

    @property
    def pending(self) -> bool:
        """Whether what is on show is not what the pane is for; words in place of a picture are."""
        return self._pending

    @property
    def shows_wanted_picture(self) -> bool:
        """Whether what is on show is made of the picture of the dataset that is wanted."""
        shown, wanted = self._shown, self._wanted
        return shown is not None and wanted is not None and shown.same_picture(wanted)

    @property
    def tells_pending(self) -> bool:
        """Whether the pane says that its picture is still to come."""
        return self._tells_pending

    def tell_pending(self, telling: bool) -> None:
        """Say that the picture is still to come, or no more."""
        if telling != self._tells_pending:
            self._tells_pending = telling
            if self._frame is None:
                self.update()
        over = telling and self._frame is not None
        if over != self._pending_tag.isVisibleTo(self):
            if over:
                self._pending_tag.show_over(self)
            else:
                self._pending_tag.hide()

    def _compare(self) -> None:
        """See whether what is on show is what is wanted."""
        shown, wanted = self._shown, self._wanted
        spoken, before = self._message and shown is None, self._pending
        self._pending = wanted is not None and not spoken and shown is not wanted and shown != wanted
        if self._pending or before:  # else it is called as what it is for
            self._name()

    def _name(self) -> None:
        """Have the name of what is on show, for screen readers too."""
        caption = self.caption
        if caption != self.accessibleName():
            self.setAccessibleName(caption)
            self.update()

    def set_note(self, note: str, *, tells_padding: bool) -> None:
        """Have a line at the lower edge, and perhaps tell in the caption how much is padded."""
        if (note, tells_padding) != (self._note, self.tells_padding):
            self._note, self.tells_padding = note, tells_padding
            self._describe_labels()
            self.update()

    @property
    def note(self) -> str:
        """The line at the lower edge."""
        return self._note

    @property
    def mark(self) -> QPointF | None:
        """The marked place, in shares of the picture."""
        return self._mark

    def set_mark(self, share: QPointF | None) -> None:
        """Mark a place, in shares of the picture, and tell its colour; None takes the mark away."""
        if share != self._mark:
            self._mark = share
            self.update()

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
    def frames(self) -> tuple[Frame, ...]:
        """All frames on show: one, unless a subclass shows more."""
        return () if self._frame is None else (self._frame,)

    @property
    def caption(self) -> str:
        """The name of what is on show."""
        return " | ".join(self.captions)

    @property
    def chosen(self) -> bool:
        """Whether the pane is marked as the one in use."""
        return self._chosen

    @property
    def message(self) -> str:
        """The words in place of a picture."""
        return self._message

    @property
    def is_told(self) -> bool:
        """Whether the pane has words that stand for the whole view, and not for its own picture."""
        return bool(self._message) and self._shown is None

    @property
    def device_size(self) -> tuple[int, int]:
        """Width and height in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))

    def colour_at(self, column: int, row: int) -> Colour | None:
        """Red, green and blue on show at a place of the picture."""
        return None if self._frame is None else colour_in(self._frame, column, row)

    def picture_share(self, position: QPointF) -> QPointF | None:
        """The place under a widget position as shares of the picture."""
        if self._frame is None:
            return None
        target, ratio = self._target(self._frame), self.devicePixelRatioF()
        return QPointF(
            (position.x() * ratio - target.x()) / target.width(),
            (position.y() * ratio - target.y()) / target.height(),
        )

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    # -- painting -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), CANVAS)
        if self._frame is not None:
            self._paint_pictures(painter, self._frame)
        if self._message:
            paint_message(painter, self, self._message)
        elif self._frame is None and self._tells_pending:
            paint_message(painter, self, updating())
        if self._frame is not None and self._mark is not None:
            self._paint_mark(painter, self._frame, self._mark)
        self._paint_captions(painter)
        if self._bordered():
            self._paint_border(painter)
        painter.end()

    def _target(self, frame: Frame) -> QRectF:
        """Where the picture lies, in device pixels; on whole pixels, so that 100 % is exact."""
        zoom, centre = self._viewport.zoom_of(frame), self._viewport.centre
        width, height = frame.size[0] * zoom, frame.size[1] * zoom
        if frame.scale == min(1.0, zoom) and zoom <= 1:
            width, height = float(frame.whole[0]), float(frame.whole[1])
        middle = self._viewport.middle(self.device_size, self.devicePixelRatioF())
        left, top = middle[0] - centre.x() * width, middle[1] - centre.y() * height
        return QRectF(round(left), round(top), width, height)

    def _paint_pictures(self, painter: QPainter, frame: Frame) -> None:
        self._paint_labelled(painter, frame, self._image, self._target(frame), self._overlay)

    def _paint_labelled(
        self, painter: QPainter, frame: Frame, image: QImage, target: QRectF, overlay: LabelOverlay | None
    ) -> None:
        """Paint a frame with its labels; the target is in device pixels."""
        if overlay is None:
            self._paint_frame(painter, frame, image, target)
            return

        def paint(painter: QPainter) -> None:
            self._paint_frame(painter, frame, image, target)
            self._paint_labels(painter, frame, target, overlay)

        size, ratio, viewport = QSize(*self.device_size), self.devicePixelRatioF(), self._viewport
        shown = (viewport.zoom_of(frame), viewport.hatched, viewport.labels.hidden)
        key = (image.cacheKey(), target, size, ratio, shown, self.font())
        overlay.look.paint(painter, key, size, ratio, paint)

    def _paint_labels(
        self, painter: QPainter, frame: Frame, target: QRectF, overlay: LabelOverlay | None
    ) -> None:
        """Paint a frame's labels where its picture lies; the target is in device pixels."""
        if overlay is None:
            return
        ratio, hidden = self.devicePixelRatioF(), self._viewport.labels.hidden
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        overlay.paint_areas(painter, part_of(target, frame), hidden)
        painter.setFont(small_font(self.font()))
        overlay.paint(painter, target, ratio, hidden)
        painter.restore()

    def shown_picture(self) -> QImage:
        """What is on show, without caption and border, in device pixels; null where there is nothing."""
        if self._frame is None:
            return QImage()
        whole = QImage(*self.device_size, QImage.Format.Format_RGB32)
        whole.fill(CANVAS)
        visible = self._target(self._frame).toRect() & whole.rect()
        whole.setDevicePixelRatio(self.devicePixelRatioF())
        painter = QPainter(whole)
        self._paint_pictures(painter, self._frame)
        painter.end()
        whole.setDevicePixelRatio(1)
        return whole.copy(visible)

    def _paint_frame(self, painter: QPainter, frame: Frame, image: QImage, target: QRectF) -> None:
        """Paint a frame where it belongs; the target is in device pixels."""
        ratio = self.devicePixelRatioF()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        source = QRectF(0, 0, image.width(), image.height())
        part = part_of(target, frame)
        if image.hasAlphaChannel():
            painter.fillRect(part, QBrush(checker()))
        zoom = self._viewport.zoom_of(frame)
        magnified = zoom > frame.scale * 1.001
        # Above 100 % pixels are shown as squares; a draft that is too small is smoothed.
        smooth = magnified and frame.scale < 1
        hint = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(hint, smooth or zoom < frame.scale)
        painter.drawImage(part, image, source)
        if self._viewport.hatched:
            paint_hatch(painter, target, frame.size, frame.valid_region)
        painter.restore()

    def _paint_captions(self, painter: QPainter) -> None:
        if told := self.told:
            paint_tag(painter, self, told, chosen=self._chosen, lines=self._viewport.lines)
        self._paint_note(painter)

    def _paint_note(self, painter: QPainter) -> None:
        if self.note and self._mark is None:
            paint_note(painter, self, self.note, in_strip=self._viewport.lines > 0)

    @property
    def told(self) -> str:
        """The caption with what else is told beside it."""
        caption = self.caption
        # What has no room is left out at the end; how much is padded is what the modes differ in.
        return caption + self._share(self._frame) + self._labels_told if caption else ""

    def _describe_labels(self) -> None:
        """Tell screen readers what else the caption says."""
        self._labels_told = labels_told(self._frame)
        told = (self._labels_told + (BETWEEN + self.note if self.note else "")).removeprefix(BETWEEN)
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)

    def _share(self, frame: Frame | None) -> str:
        """Words for how much of a picture padding has filled, while that is hatched or compared."""
        if frame is None or not (self._viewport.hatched or self.tells_padding):
            return ""
        return BETWEEN + QCoreApplication.translate("ImagePane", "{0} % padded").format(
            f"{frame.padded_fraction * 100:.1f}"
        )

    def _paint_mark(self, painter: QPainter, frame: Frame, share: QPointF) -> None:
        target, ratio = self._target(frame), self.devicePixelRatioF()
        pixel = max(1.0, target.width() / frame.size[0]) / ratio
        # The middle of the pixel meant, so that the cross is steady while the cursor moves within it.
        place = QPointF(target.x() + share.x() * target.width(), target.y() + share.y() * target.height())
        paint_mark(painter, place / ratio, pixel)
        paint_swatches(painter, self, self.readings(share))

    def readings(self, share: QPointF) -> list[tuple[Colour | None, str]]:
        """Colours and words for a place: what the pane tells about the pixel there."""
        if self._frame is None:
            return []
        return [reading(self._frame, *pixel_at(self._frame, share))]

    def _bordered(self) -> bool:
        """Whether the widget stands out among the others."""
        return self._chosen or self.hasFocus()

    def _paint_border(self, painter: QPainter) -> None:
        colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        width = 3 if self._chosen else 2
        if not self._chosen and not self.hasFocus():
            colour.setAlpha(150)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, width, j=Qt.PenJoinStyle.MiterJoin))
        inset = width // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))
        if self._chosen and self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 1))
            painter.drawRect(self.rect().adjusted(width, width, -width - 1, -width - 1))


def overlay_of(frame: Frame) -> LabelOverlay | None:
    """The labels of a frame, ready to be painted; None where it has none."""
    return LabelOverlay(frame.labels, frame.size) if frame.labels is not None else None
