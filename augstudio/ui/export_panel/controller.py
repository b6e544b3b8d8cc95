"""Everything about exporting that the window has: dialog, background run, progress and report."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from augstudio.export import ExportJob, Report
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.export_panel.progress import ExportProgress
from augstudio.ui.export_panel.report import ReportDialog
from augstudio.ui.export_panel.runner import ExportRunner
from augstudio.ui.messages import explained, sentence
from augstudio.ui.session import Session
from augstudio.ui.undo_keys import commit_typing


class ExportController(QObject):
    """Leads an export from its options to its report.

    Signals:
        told: Something good to know.
        open_requested: The folder of a finished export and that of its dataset: they shall be opened.
        failed: An exception nobody expected.
    """

    told = Signal(str)
    open_requested = Signal(object, object)
    failed = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._job: ExportJob | None = None
        self.dialog = ExportDialog(session, window)
        self.progress = ExportProgress()
        self.runner = ExportRunner(self)
        self.report: ReportDialog | None = None
        self.dialog.accepted_job.connect(self._on_dialog_accepted_job)
        self.dialog.failed.connect(self.failed)
        self.runner.started.connect(self.progress.begin)
        self.runner.progressed.connect(self.progress.show_progress)
        self.runner.finished.connect(self._on_runner_finished)
        self.runner.refused.connect(self._on_runner_refused)
        self.runner.failed.connect(self._on_runner_failed)
        self.progress.pause_requested.connect(self.runner.set_paused)
        self.progress.cancel_requested.connect(self.runner.cancel)

    def ask(self) -> None:
        """Offer an export of the session's dataset."""
        if self.runner.running:
            self.told.emit(self.tr("An export is running; it can be cancelled below."))
            return
        commit_typing()
        self.dialog.show()
        self.dialog.prepare()
        self.dialog.raise_()

    def may_close(self) -> bool:
        """Whether the window may close: no export is running, or the user lets it be stopped."""
        if not self.runner.running:
            return True
        answer = QMessageBox.question(
            self._window,
            self.tr("Export is running"),
            self.tr("Stop the export and close? The same export can go on later."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def close(self) -> None:
        """Stop a running export and join the threads."""
        self.runner.close()
        self.dialog.close_threads()

    def _on_dialog_accepted_job(self, job: ExportJob, overwrite: bool) -> None:
        self.dialog.hide()
        self._job = job
        self.runner.start(job, overwrite=overwrite)

    @Slot(object)
    def _on_runner_finished(self, report: Report) -> None:
        self.progress.end()
        self.report = ReportDialog(report, self._window)
        self.report.result_requested.connect(self._on_report_result_requested)
        self.report.show()

    def _on_report_result_requested(self) -> None:
        if self._job is not None:
            self.open_requested.emit(self._job.out, self._job.dataset)

    def _on_runner_refused(self, _job: ExportJob, reason: str) -> None:
        self.progress.end()
        self.dialog.show()
        self.dialog.prepare()
        self.dialog.show_refusal(sentence(explained(reason)))

    def _on_runner_failed(self, error: Exception) -> None:
        self.progress.end()
        self.failed.emit(error)
