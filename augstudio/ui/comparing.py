"""Comparing and inspecting: the kept pipeline, the pixel inspector, the histogram and the pictures' menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTime, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from augstudio.ui.actions import Actions
from augstudio.ui.inspection import FoundPipeline
from augstudio.ui.notice import NoticeBar
from augstudio.ui.pipeline_files import PIPELINE_FILTER, PipelineFiles
from augstudio.ui.preview.histogram import HistogramPanel
from augstudio.ui.preview.pane_menu import PaneMenu
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.preview.views.ab import AT_START, TIME_FORMAT, AbView
from augstudio.ui.session import Session
from augstudio.ui.start_folders import pipelines_folder
from augstudio.ui.state import State


class Comparing(QObject):
    """Wires the means of comparison to the session, the preview and the stored settings."""

    def __init__(
        self,
        session: Session,
        state: State,
        preview: PreviewPanel,
        actions: Actions,
        pipelines: PipelineFiles,
        notice: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._state = state
        self._preview = preview
        self._pipelines = pipelines
        self._notice = notice
        self._window = window
        self._held = False
        self.histogram = HistogramPanel(session, preview)
        self.menu = PaneMenu(session, notice, window)
        preview.menu_requested.connect(self.menu.popup)
        window.installEventFilter(self)
        view = preview.views[AbView.NAME]
        assert isinstance(view, AbView)
        view.add_actions([actions.keep_snapshot, actions.open_snapshot])
        actions.keep_snapshot.triggered.connect(self._on_keep_snapshot_triggered)
        actions.open_snapshot.triggered.connect(self._on_open_snapshot_triggered)
        self._actions = actions

    def under(self, panel: QWidget) -> QWidget:
        """A column with messages and the histogram under a panel."""
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(panel, 1)
        layout.addWidget(self._notice)
        layout.addWidget(self.histogram)
        return column

    # -- snapshot -----------------------------------------------------------------------------------

    def restore(self) -> None:
        """Take over what was remembered; the first kept pipeline is the one that the window opens with."""
        stored = self._state.snapshot
        self._session.keep_snapshot(*(stored or (self._session.pipeline, AT_START)))
        self._switch(self._actions.labels, "labels", self._preview.viewport.labels.set_shown, default=True)
        self._switch(self._actions.hatch, "hatch", self._preview.viewport.set_hatched)
        self._switch(self._actions.inspector, "inspector", self._preview.set_inspecting)
        self._switch(self._actions.histogram, "histogram", self.histogram.setVisible)

    def keep(self) -> None:
        """Remember the kept pipeline for the next start."""
        self._state.keep_snapshot(self._session.snapshot, self._session.snapshot_name)

    def open_snapshot(self, path: Path) -> None:
        """Compare with a file's pipeline, once that has been read beside the window."""
        self._pipelines.read(path, self._take_snapshot)

    def _take_snapshot(self, found: FoundPipeline) -> None:
        self._session.keep_snapshot(found.pipeline, found.file.name)
        self._preview.set_view(AbView.NAME)

    @Slot()
    def _on_keep_snapshot_triggered(self) -> None:
        time = QTime.currentTime().toString(TIME_FORMAT)
        self._session.keep_snapshot(self._session.pipeline, time)
        self._notice.show_information(self.tr("Kept as A. Change the pipeline and compare: F7."))

    @Slot()
    def _on_open_snapshot_triggered(self) -> None:
        title = self.tr("Compare with a pipeline")
        start = str(pipelines_folder(self._session, self._state))
        path, _ = QFileDialog.getOpenFileName(self._window, title, start, PIPELINE_FILTER)
        if path:
            self.open_snapshot(Path(path))

    # -- switches -----------------------------------------------------------------------------------

    def _switch(
        self, action: QAction, name: str, switch: Callable[[bool], object], *, default: bool = False
    ) -> None:
        """Have an action switch something on and off, as it was at the last end."""
        on = self._state.is_on(name, default=default)
        action.setChecked(on)
        switch(on)
        action.toggled.connect(switch)
        action.toggled.connect(lambda checked: self._state.keep_on(name, checked))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key that shows A while it is held, wherever the focus is that leaves the key to the window."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._hold(False)
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_QuoteLeft:
            self._hold(event.type() == QEvent.Type.KeyPress or event.isAutoRepeat())
        return super().eventFilter(watched, event)

    def _hold(self, held: bool) -> None:
        if held != self._held:
            self._held = held
            self._preview.view.hold(held)
