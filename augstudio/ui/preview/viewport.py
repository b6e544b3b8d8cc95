"""Zoom and place shared by all panes, so that they always show the same part."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from augstudio.ui.preview.label_display import LabelDisplay

MIN_ZOOM = 0.02
MAX_ZOOM = 32.0
ZOOM_STEP = 1.25


class Viewport(QObject):
    """How pictures lie in their panes.

    The centre is kept as shares of the picture, so that results of different size stay aligned.

    Attributes:
        labels: Which labels lie over them.

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

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom so that the point ``anchor`` (shares of the picture) stays where it is."""
        # Tiny and huge pictures may fit at a zoom beyond the usual limits.
        zoom = min(max(MAX_ZOOM, self._fitted), max(min(MIN_ZOOM, self._fitted), zoom))
        if anchor is not None and not self.fit:
            self.centre = anchor + (self.centre - anchor) * (self.zoom / zoom)
        elif anchor is not None:
            self.centre = anchor + (QPointF(0.5, 0.5) - anchor) * (self.zoom / zoom)
        self.fit, self.zoom = False, zoom
        self._keep_in_picture()

    def move_centre(self, x: float, y: float) -> None:
        """Move the centre by shares of the picture."""
        self.fit = False
        self.centre = QPointF(self.centre.x() + x, self.centre.y() + y)
        self._keep_in_picture()

    def _keep_in_picture(self) -> None:
        self.centre = QPointF(min(1.0, max(0.0, self.centre.x())), min(1.0, max(0.0, self.centre.y())))
        self.changed.emit()
