"""The line under the pictures: zoom, size, and what is under the cursor."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from augstudio.preview.requests import PreviewResult
from augstudio.ui.messages import explained, sentence
from augstudio.ui.preview.updates import PreviewState, Progress
from augstudio.ui.preview.viewport import Viewport
from augstudio.ui.theme import GRID
from augstudio.ui.wrapping import ElidedLabel

_REST_MS: Final = 100


class InfoBar(QWidget):
    """Shows how large the pictures are shown, and what should be known of them; its buttons change that."""

    def __init__(self, viewport: Viewport, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._size = ""
        self._alone = ""
        self._tried_out = False
        self._fixed = False
        self.zoom = ElidedLabel()
        self.place = ElidedLabel()
        self.note = ElidedLabel()
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state = QLabel()
        for label in (self.zoom, self.place, self.state):
            label.setObjectName("Muted")
        self._row = row = QHBoxLayout(self)
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
        row.addSpacing(2 * GRID)
        row.addWidget(self.note, 1)
        row.addWidget(self.state)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest_timeout)
        viewport.changed.connect(self._show_zoom)

    def show_result(self, result: PreviewResult) -> None:
        """Show zoom and sizes of what is on show."""
        self._size = ""
        frames = [frame for _, frame in result.own] or [frame for frame in result.frames if not frame.error]
        if frames:
            frame = next((frame for frame in frames if frame.draws), frames[-1])
            self._size = f"{frame.size[0]} × {frame.size[1]}"
        self.note.setText("   ".join(sentence(explained(note)) for note in result.notes))
        self._show_zoom()

    @Slot()
    def clear(self) -> None:
        """Show nothing of a picture that is not on show any more."""
        self._size = ""
        self.note.clear()
        self._show_zoom()

    @Slot(object)
    def show_state(self, state: PreviewState) -> None:
        """Show how far the pictures are; that they are exact is said once they rest."""
        self._rest.stop()
        if state.progress is Progress.EXACT:
            self._rest.start()
            return
        self._show_words(*self._words(state))

    def _words(self, state: PreviewState) -> tuple[str, str]:
        """What is said of pictures that are not exact, and what it means."""
        if state.progress is Progress.DRAFT:
            return self.tr("draft"), self.tr("A fast approximation; exact pixels follow at once.")
        if state.progress is Progress.NOTHING:
            return "", ""
        updating = self.tr("updating…")
        if state.panes > 1:
            updating += " " + self.tr("{0} of {1}").format(state.ready, state.panes)
        return updating, self.tr("The new picture is still being made.")

    def _show_words(self, words: str, meaning: str) -> None:
        if words == self.state.text() and meaning == self.state.toolTip():
            return
        self.state.setText(words)
        self.state.setToolTip(meaning)
        # At once, as until the next turn of the event loop the words would have the room of those before.
        self._row.activate()

    def show_alone(self, title: str) -> None:
        """Say that one step is shown without the others; an empty title stands for all steps."""
        self._alone = title

    def show_tried_out(self, tried_out: bool) -> None:
        """Say that another pipeline than the user's is on show for a moment, or no more."""
        self._tried_out = tried_out

    def show_fixed(self, fixed: bool) -> None:
        """Say that values are fixed for a comparison, or no more."""
        self._fixed = fixed

    @Slot()
    def _on_rest_timeout(self) -> None:
        if self._tried_out:
            self._show_words(
                self.tr("tried out"), self.tr("Your own pipeline stays as it is, and is exported.")
            )
            return
        if self._alone:
            meaning = self.tr("The other steps are left out for now; an export has them all.")
            self._show_words(self.tr("{0} alone").format(self._alone), meaning)
            return
        if self._fixed:
            meaning = self.tr("Exact pixels, at values that are fixed here; an export draws its own.")
            self._show_words(self.tr("fixed values"), meaning)
            return
        self._show_words(self.tr("as exported"), self.tr("These pixels are what an export writes."))

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
