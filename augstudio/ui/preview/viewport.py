"""Zoom and place shared by all panes, so that they always show the same part."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from augstudio.core.image import Size
from augstudio.preview.requests import Frame
from augstudio.ui.preview.label_display import LabelDisplay

MIN_ZOOM = 0.02
MAX_ZOOM = 32.0
ZOOM_STEP = 1.25


class Viewport(QObject):
    """How pictures lie in their panes.

    The centre is kept as shares of the picture, so that results of different size stay aligned.

    Attributes:
        labels: Which labels lie over them.
        lines: Lines for the caption in the upper strip of each pane; 0 where there is no strip.
        strips: Logical pixels at the upper and lower edge of each pane that whole pictures leave to words.

    Signals:
        changed: Zoom or centre changed.
        hatch_changed: Padded pixels are to be hatched, or no more.
    """

    changed = Signal()
    hatch_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fit = True
        self.zoom = 1.0
        self.centre = QPointF(0.5, 0.5)
        self.hatched = False
        self.labels = LabelDisplay(self)
        self.lines = 0
        self.strips = (0, 0)
        self._fitted = 1.0

    def set_hatched(self, hatched: bool) -> None:
        """Hatch what padding has filled, in every pane."""
        self.hatched = hatched
        self.hatch_changed.emit()

    @property
    def wanted_zoom(self) -> float | None:
        """The zoom to render for; None while pictures are fitted."""
        return None if self.fit else self.zoom

    def fit_pictures(self) -> None:
        """Show whole pictures from now on."""
        self.fit = True
        self.centre = QPointF(0.5, 0.5)
        self.changed.emit()

    def take_fitted_zoom(self, zoom: float) -> None:
        """Keep the zoom at which the pictures were found to fit."""
        if self.fit:
            self.zoom = self._fitted = zoom

    def room(self, pane: Size, ratio: float) -> Size:
        """The part of a pane that pictures are rendered for, in device pixels.

        Args:
            pane: The pane's size in device pixels.
            ratio: Device pixels per logical pixel.
        """
        words = round(sum(self.strips) * ratio) if self.fit else 0
        return pane[0], max(1, pane[1] - words)

    def middle(self, pane: Size, ratio: float) -> tuple[float, float]:
        """Where the centre lies in a pane, in device pixels; for the arguments see :meth:`room`."""
        above, below = self.strips
        return pane[0] / 2, (pane[1] + (above - below) * ratio) / 2

    def zoom_of(self, frame: Frame | None) -> float:
        """Device pixels per pixel of the picture that a frame shows a part of."""
        fitted = frame.fitted if frame is not None and self.fit else None
        return self.zoom if fitted is None else fitted

    def set_zoom(self, zoom: float, anchor: QPointF | None = None, before: float | None = None) -> None:
        """Zoom so that the point ``anchor`` (shares of the picture) stays where it is.

        Args:
            zoom: Device pixels per picture pixel, in all panes.
            anchor: The point; the middle if None.
            before: The zoom that the picture with that point has; the one of all panes if None.
        """
        before = self.zoom if before is None else before
        # Tiny and huge pictures may fit at a zoom beyond the usual limits.
        zoom = min(max(MAX_ZOOM, self._fitted), max(min(MIN_ZOOM, self._fitted), zoom))
        if anchor is not None and not self.fit:
            self.centre = anchor + (self.centre - anchor) * (before / zoom)
        elif anchor is not None:
            self.centre = anchor + (QPointF(0.5, 0.5) - anchor) * (before / zoom)
        self.fit, self.zoom = False, zoom
        self._keep_in_picture()

    def move_centre(self, x: float, y: float, zoom: float | None = None) -> None:
        """Move the centre by shares of the picture; all panes take the zoom that it has."""
        self.fit, self.zoom = False, self.zoom if zoom is None else zoom
        self.centre = QPointF(self.centre.x() + x, self.centre.y() + y)
        self._keep_in_picture()

    def _keep_in_picture(self) -> None:
        self.centre = QPointF(min(1.0, max(0.0, self.centre.x())), min(1.0, max(0.0, self.centre.y())))
        self.changed.emit()
