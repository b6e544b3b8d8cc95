"""The line that tells what was drawn."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from augstudio.preview.draw_text import describe_draws
from augstudio.preview.requests import PreviewResult
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.preview.pane import ImagePane
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.session import Session
from augstudio.ui.wrapping import ElidedLabel


class DrawLabel(ElidedLabel):
    """Tells what was drawn for the copy in use, or for the picture under the cursor."""

    def __init__(self, session: Session, preview: PreviewPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._in_use = ""
        self._hovered: ImagePane | None = None
        self.setObjectName("Muted")
        preview.result_shown.connect(self._on_preview_result_shown)
        preview.emptied.connect(self._on_preview_emptied)
        preview.pane_hovered.connect(self._on_preview_pane_hovered)

    @Slot(object)
    def _on_preview_result_shown(self, result: PreviewResult) -> None:
        copy = self._session.copy
        in_use = [frame.draws for pane, frame in result.own if pane.copy == copy and not pane.settings]
        # The last of several is the one being edited.
        self._in_use = describe_draws(in_use[-1] if in_use else (), translated)
        self._show()

    @Slot()
    def _on_preview_emptied(self) -> None:
        self._in_use = ""
        self._show()

    @Slot(object)
    def _on_preview_pane_hovered(self, pane: ImagePane | None) -> None:
        self._hovered = pane
        self._show()

    def _show(self) -> None:
        pane = self._hovered
        text = self._in_use
        if pane is not None and pane.frame is not None and pane.frame.draws:
            text = f"{pane.caption}   {describe_draws(pane.frame.draws, translated)}"
        self.setText(text)
