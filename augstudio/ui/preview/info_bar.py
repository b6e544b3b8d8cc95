"""The line under the pictures: zoom, size, and what is under the cursor."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from augstudio.preview.requests import PreviewResult
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.theme import GRID


class InfoBar(QWidget):
    """Shows how large the pictures are shown; its buttons change that."""

    def __init__(self, viewport: Viewport, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._size = ""
        self.zoom = QLabel()
        self.place = QLabel()
        self.state = QLabel()
        for label in (self.zoom, self.place, self.state):
            label.setObjectName("Muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 2, GRID, 2)
        row.setSpacing(GRID // 2)
        for action in actions:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setDefaultAction(action)
            row.addWidget(button)
        row.addSpacing(GRID)
        row.addWidget(self.zoom)
        row.addSpacing(2 * GRID)
        row.addWidget(self.place)
        row.addStretch()
        row.addWidget(self.state)
        viewport.changed.connect(self._show_zoom)

    def show_result(self, result: PreviewResult) -> None:
        """Show zoom and sizes of what is on show."""
        self._size = ""
        if result.frames:
            frame = next((f for f in result.frames if f.draws), result.frames[-1])
            self._size = f"{frame.size[0]} × {frame.size[1]}"
        exact = bool(result.frames) and result.exact
        self.state.setText(self.tr("as exported") if exact else self.tr("draft") if result.frames else "")
        self.state.setToolTip(
            self.tr("These pixels are what an export writes.")
            if exact
            else self.tr("A fast approximation; exact pixels follow at once.")
        )
        self._show_zoom()

    def show_place(self, place: tuple[int, int, tuple[int, int, int]] | None) -> None:
        """Show the pixel under the cursor, or nothing."""
        if place is None:
            self.place.clear()
            return
        column, row, colour = place
        self.place.setText(f"x {column}  y {row}   RGB {colour[0]} {colour[1]} {colour[2]}")

    def _show_zoom(self) -> None:
        if not self._size:
            self.zoom.clear()
            return
        fit = self.tr("fit") + " · " if self._viewport.fit else ""
        self.zoom.setText(f"{fit}{self._viewport.zoom * 100:.0f} % · {self._size}")
