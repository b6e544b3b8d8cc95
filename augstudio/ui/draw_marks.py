"""Marks beside the steps what was drawn for the copy on show, and nothing of a former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from augstudio.ui.pipeline_panel.panel import PipelinePanel
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.session import Session

if TYPE_CHECKING:
    from augstudio.preview.requests import PreviewResult


class DrawMarks(QObject):
    """Keeps the marks in the pipeline's panel in step with the pictures."""

    def __init__(self, session: Session, preview: PreviewPanel, panel: PipelinePanel) -> None:
        super().__init__(panel)
        self._session, self._preview, self._panel = session, preview, panel
        preview.result_shown.connect(self._on_preview_result_shown)
        preview.left.connect(self._on_preview_left)

    @Slot(object)
    def _on_preview_result_shown(self, result: PreviewResult) -> None:
        preview = self._preview
        # Of a draft that is late another one is to come; the copy stays in use while originals are held.
        late = result.arrangement.panes != preview.arrangement.panes
        if result.error or not (late or preview.view.held):
            copy = self._session.copy
            self._panel.show_draws(
                [(pane.pipeline, frame.draws) for pane, frame in result.own if pane.copy == copy]
            )

    @Slot()
    def _on_preview_left(self) -> None:
        self._panel.show_draws(())
