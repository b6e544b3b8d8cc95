"""Says of an opened export's output whether what is on show is what was exported."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from augstudio.errors import AugStudioError, message_of
from augstudio.export.reading.outputs import OutputSample
from augstudio.export.reading.reader import Comparison, OpenedExport
from augstudio.render.step_results import StepResults
from augstudio.ui import icons
from augstudio.ui.messages import explained, sentence
from augstudio.ui.preview.updates import PreviewState
from augstudio.ui.session import Session
from augstudio.ui.theme import GRID
from augstudio.ui.threads import ConflatingThread

NAME_WIDTH = 32 * GRID
"""Logical pixels for the name of the output."""

_Request = tuple[OpenedExport, OutputSample]


class OpenedBar(QFrame):
    """A line above the pictures while an export is open; the comparison is made beside the window.

    Signals:
        folder_requested: The folder of the export's sources shall be chosen.
        compared: The output that is looked at has been compared with what was exported.
        failed: An exception nobody expected.
    """

    folder_requested = Signal()
    compared = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Opened")
        self._session = session
        self._thread: ConflatingThread | None = None
        self._pending = False
        self._known: tuple[_Request, Comparison | str] | None = None
        self._sign = icons.IconLabel("done", 2 * GRID)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setWordWrap(True)
        self.name = QLabel()
        self.name.setObjectName("Title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.back_button = QPushButton(self.tr("Back to the export"))
        self.back_button.setToolTip(self.tr("Use the pipeline, seed and copy that made this output"))
        self.folder_button = QPushButton(icons.icon("folder"), self.tr("Choose folder…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self.name)
        row.addWidget(self.label, 1)
        row.addWidget(self.back_button)
        row.addWidget(self.folder_button)
        # The pictures below must not move when a button comes or goes.
        self.setMinimumHeight(self.back_button.sizeHint().height() + GRID + 1)
        self.back_button.clicked.connect(self._on_back_button_clicked)
        self.folder_button.clicked.connect(self.folder_requested)
        for signal in (session.dataset_changed, session.sample_changed):
            signal.connect(self._on_session_moved)
        for signal in (session.pipeline_changed, session.pipeline_previewed, session.draw_changed):
            signal.connect(self._show_state)
        self._show_state()

    @property
    def _request(self) -> _Request | None:
        dataset, sample = self._session.dataset, self._session.sample
        if isinstance(dataset, OpenedExport) and isinstance(sample, OutputSample) and dataset.sources:
            return dataset, sample
        return None

    @property
    def comparison(self) -> Comparison | str | None:
        """How the output that is looked at was found, or why it cannot be; None until that is known."""
        return self._known[1] if self._known is not None and self._known[0] == self._request else None

    @Slot(object)
    def show_progress(self, state: PreviewState) -> None:
        """Say nothing of a result that is still to come."""
        pending = state.ready < state.panes
        if pending != self._pending:
            self._pending = pending
            self._show_state()

    def close_threads(self) -> None:
        """Join the bar's thread."""
        if self._thread is not None:
            self._thread.close()
            self._thread = None

    def _on_session_moved(self, _value: object) -> None:
        request = self._request
        if request is not None and self.comparison is None:
            if self._thread is None:
                self._thread = ConflatingThread(partial(_compare, self._session.step_results), self)
                self._thread.finished.connect(self._on_thread_finished)
                self._thread.failed.connect(self.failed)
                self._session.dataset_changed.connect(self._thread.let_go)
            self._thread.submit(request)
        self._show_state()

    @Slot(object, object)
    def _on_thread_finished(self, request: _Request, result: Comparison | str) -> None:
        self._known = request, result
        self._show_state()
        if self.comparison is not None:
            self.compared.emit()

    def _on_back_button_clicked(self) -> None:
        session = self._session
        recorded = session.recorded
        if recorded is not None:
            session.show_alone(None)
            session.replace_pipeline(recorded.pipeline, self.tr("return to the export's pipeline"))
            session.set_seed(recorded.seed)
            session.set_copy(recorded.copy)

    # -- what is said -------------------------------------------------------------------------------

    def _show_state(self) -> None:
        session = self._session
        dataset = session.dataset
        self.setVisible(isinstance(dataset, OpenedExport))
        if not isinstance(dataset, OpenedExport):
            return
        edited = session.recorded is not None and not session.as_exported
        self.folder_button.setVisible(dataset.sources is None or isinstance(self.comparison, str))
        self.back_button.setVisible(edited)
        text, icon, role = self._state(dataset, edited=edited)
        self.label.setText(text)
        key = session.sample.key if session.sample else ""
        self.name.setText(self.fontMetrics().elidedText(key, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))
        self.name.setToolTip(key)
        self._sign.show_icon(icon, role)

    def _state(self, dataset: OpenedExport, *, edited: bool) -> tuple[str, str, QPalette.ColorRole]:
        """Words, icon and its colour."""
        calm, good, bad = (
            QPalette.ColorRole.PlaceholderText,
            QPalette.ColorRole.Highlight,
            QPalette.ColorRole.BrightText,
        )
        if dataset.sources is None:
            return self._lost(), "warning", bad
        found = self.comparison
        if isinstance(found, str):
            return sentence(explained(found)), "warning", bad
        if edited:
            return self._edited(), "history", calm
        if found is None or self._pending:
            return self.tr("Comparing with the exported file…"), "search", calm
        if found.reasons:
            reasons = "; ".join(explained(reason) for reason in found.reasons)
            text = self.tr("This is not what was exported: {0}.").format(reasons)
            version_mismatch = dataset.recorded.version_mismatch
            made = (
                self.tr("The export was made with other versions: {0}.").format(version_mismatch)
                if version_mismatch
                else ""
            )
            return f"{text} {made}".strip(), "warning", bad
        return self._same(found.distance), "done", good

    def _lost(self) -> str:
        return self.tr(
            "The pictures that this export was made from were not found. Choose their folder to see how its "
            "files were made."
        )

    def _edited(self) -> str:
        return self.tr("No longer the exported output. The export stays as it is.")

    def _same(self, distance: float | None) -> str:
        if distance == 0:
            return self.tr("The result is the exported file, pixel for pixel.")
        if distance is None:
            return self.tr("The result is what was exported, pixel for pixel, before it was encoded.")
        return self.tr(
            "The result is what was exported, pixel for pixel, before it was encoded; the file differs from "
            "it by {0} grey levels on average."
        ).format(f"{distance:.2f}")


def _compare(results: StepResults, request: _Request) -> Comparison | str:
    dataset, sample = request
    try:
        return dataset.compare(sample, results)
    except AugStudioError as error:
        return message_of(error)
