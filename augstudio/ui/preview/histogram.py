"""The histogram of original and result, beside the pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from augstudio.core.cached import cached_property
from augstudio.preview.comparison import Pane
from augstudio.preview.requests import Frame, PreviewResult
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID, small_font
from augstudio.ui.threads import ConflatingThread

if TYPE_CHECKING:
    from augstudio.kernels.viewing.histogram import Shares
    from augstudio.preview.measuring import HistogramResult, HistogramWork, Subject

_DRAFT_PIXELS = 20_000
_COLOURS = {
    False: (QColor(214, 58, 50), QColor(32, 140, 60), QColor(36, 98, 214)),
    True: (QColor(255, 110, 100), QColor(90, 205, 110), QColor(105, 160, 255)),
}


class HistogramPanel(QWidget):
    """Red, green and blue of the whole original (lines) and of the whole result (filled).

    While something moves, the result's levels are counted in what is on show; once it settles, in all pixels
    that an export writes.
    """

    def __init__(self, session: Session, preview: PreviewPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preview = preview
        self._original: Shares | None = None
        self._result: Shares | None = None
        self._wanted: Subject | None = None
        self._exact = False
        self._thread: ConflatingThread | None = None
        self.setAccessibleName(self.tr("Histogram of original and result"))
        self.setToolTip(
            self.tr("How often each level of red, green and blue occurs, from black to white.")
            + "\n"
            + self.tr("Lines: original. Filled: result.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._last: PreviewResult | None = None
        preview.result_shown.connect(self._on_preview_result_shown)
        session.sample_changed.connect(self._on_session_sample_changed)

    @cached_property
    def _work(self) -> HistogramWork:
        from augstudio.preview.measuring import HistogramWork

        return HistogramWork(self._session.step_results)

    # -- what it shows ------------------------------------------------------------------------------

    @property
    def original(self) -> Shares | None:
        """``(3, 256)`` of the original, once known."""
        return self._original

    @property
    def result(self) -> Shares | None:
        """``(3, 256)`` of the result: of what is on show, or of all pixels where :attr:`exact`."""
        return self._result

    @property
    def exact(self) -> bool:
        """Whether all pixels that an export writes have been counted."""
        return self._exact

    def close_threads(self) -> None:
        """Give up what is counted, and join the panel's thread."""
        if self._thread is not None:
            self._work.pictures.wanted = None
            self._thread.close()

    @Slot(object)
    def _on_preview_result_shown(self, result: PreviewResult) -> None:
        self._last = result
        if not result.own:
            self._forget()
        elif self.isVisible():
            self._take(result)

    def _take(self, result: PreviewResult) -> None:
        from augstudio.preview.measuring import Subject

        pipeline, copy = self._session.result_pipeline, self._session.copy
        subject = Subject.of(result, Pane("original", pipeline, 0), Pane("", pipeline, copy))
        if self._exact and subject == self._wanted:
            return
        self._wanted = self._work.pictures.wanted = subject
        self._exact = False
        shown = _frame_of(result, lambda pane: (pane.pipeline, pane.copy) == (pipeline, copy))
        if shown is not None:
            self._result = _of_frame(shown)
        original = _frame_of(result, lambda pane: not pane.copy)
        if original is not None and self._original is None:
            self._original = _of_frame(original)
        if result.exact:
            self._counting().submit(subject)
        self.update()

    def _counting(self) -> ConflatingThread:
        if self._thread is None:
            self._thread = ConflatingThread(self._work, self)
            self._thread.finished.connect(self._on_thread_finished)
            self._thread.failed.connect(self._preview.failed)
            self._session.dataset_changed.connect(self._thread.let_go)
        return self._thread

    @Slot(object, object)
    def _on_thread_finished(self, subject: Subject, result: HistogramResult | None) -> None:
        if result is not None and subject == self._wanted and result.first is not None:
            self._original, self._result, self._exact = result.first, result.second, True
            self.update()

    @Slot(object)
    def _on_session_sample_changed(self, _sample: object) -> None:
        self._last = None
        self._forget()

    def _forget(self) -> None:
        self._original = self._result = self._wanted = None
        self._exact = False
        self.update()

    # -- Qt -----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(30 * GRID, 14 * GRID)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._last is not None and self._last.own:
            self._take(self._last)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._exact = False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        line = painter.fontMetrics().height()
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)
        area = QRectF(self.rect()).adjusted(1.5 * GRID, GRID + line, -1.5 * GRID, -GRID)
        self._paint_title(painter, QRectF(area.left(), GRID / 2, area.width(), line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = palette.color(QPalette.ColorRole.Window).lightness() < 128
        top = _top(self._original, self._result)
        for number, colour in enumerate(_COLOURS[dark]):
            if self._result is not None:
                fill = QColor(colour)
                fill.setAlpha(90)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(fill)
                painter.drawPolygon(_curve(self._result[number], top, area, closed=True))
            if self._original is not None:
                painter.setPen(QPen(colour, 1.25))
                painter.drawPolyline(_curve(self._original[number], top, area, closed=False))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.end()

    def _paint_title(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(small_font(self.font()))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, self.tr("Histogram"))
        about = "" if self._exact or self._result is None else "≈ "
        legend = about + self.tr("lines: original, filled: result")
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, legend)


def _frame_of(result: PreviewResult, wanted: Callable[[Pane], bool]) -> Frame | None:
    """The frame of the first rendering of the picture in use for which ``wanted`` holds."""
    return next((frame for pane, frame in result.own if wanted(pane)), None)


def _of_frame(frame: Frame) -> Shares:
    """Frames are blue first; the alpha of opaque ones need not be looked at."""
    from augstudio.kernels.viewing.histogram import histogram

    pixels = frame.pixels[:, :, :3] if frame.opaque else frame.pixels
    return histogram(pixels, _DRAFT_PIXELS)[::-1]


def _top(*shown: Shares | None) -> float:
    """The share that reaches the upper edge: single levels that stick out (as plain fill does) are cut."""
    known = [shares for shares in shown if shares is not None]
    if not known:
        return 1.0
    inner = np.concatenate([shares[:, 1:-1].ravel() for shares in known])
    return max(float(np.quantile(inner, 0.995)) * 1.15, 1e-6)


def _curve(shares: Shares, top: float, area: QRectF, *, closed: bool) -> QPolygonF:
    from augstudio.kernels.viewing.histogram import LEVELS

    heights = np.minimum(shares / top, 1.0)
    step = area.width() / (LEVELS - 1)
    points = [
        QPointF(area.left() + level * step, area.bottom() - height * area.height())
        for level, height in enumerate(heights.tolist())
    ]
    return QPolygonF([area.bottomLeft(), *points, area.bottomRight()] if closed else points)
