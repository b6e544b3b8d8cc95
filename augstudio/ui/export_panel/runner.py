"""Runs one export at a time beside the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from augstudio.errors import AugStudioError
from augstudio.export import ExportJob, run_export
from augstudio.export.engine import usable_processors
from augstudio.ui.tasks import BackgroundTask

WORKERS = max(2, usable_processors())
"""Worker processes of an export; with two or more it can be stopped in the middle of a picture."""


class ExportRunner(QObject):
    """Starts, cancels and reports an export.

    Signals:
        started: The job that is running now.
        progressed: A :class:`~augstudio.export.Progress`.
        finished: A :class:`~augstudio.export.Report`.
        refused: The job and why it could not be run or go on.
        failed: An exception nobody expected.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(object, str)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask | None = None
        self._job: ExportJob | None = None

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def start(self, job: ExportJob) -> None:
        """Run a job; only one runs at a time."""
        if self._task is not None:
            raise RuntimeError("an export is already running")
        self._job = job
        self._task = BackgroundTask(
            lambda report, cancelled: run_export(
                job, workers=WORKERS, on_progress=report, cancelled=cancelled
            ),
            self,
        )
        self._task.reported.connect(self.progressed)
        self._task.succeeded.connect(self._on_task_succeeded)
        self._task.failed.connect(self._on_task_failed)
        self._task.start()
        self.started.emit(job)

    def cancel(self) -> None:
        """Stop soon; what is written stays, and the same export can go on later."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Cancel and join."""
        self._end()

    def _end(self) -> None:
        if self._task is not None:
            self._task.close()
            self._task.deleteLater()
            self._task = None

    @Slot(object)
    def _on_task_succeeded(self, report: object) -> None:
        self._end()
        self.finished.emit(report)

    @Slot(object)
    def _on_task_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, AugStudioError):
            self.refused.emit(self._job, str(error))
        else:
            self.failed.emit(error)
