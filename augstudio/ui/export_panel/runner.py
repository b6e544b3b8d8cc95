"""Runs one export at a time beside the window."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from augstudio.errors import AugStudioError, message_of
from augstudio.export.control import Limits
from augstudio.export.engines.priority import LAST
from augstudio.export.run_options import RunOptions
from augstudio.ui.threads import BackgroundCall

if TYPE_CHECKING:
    from augstudio.export.job import ExportJob

WORKERS = RunOptions().worker_count
"""Worker processes of an export; with two or more it can be stopped in the middle of a picture."""

# With less the slowest frames of a preview beside an export take half as long again.
_NICENESS = LAST
_CLOSING_MS = 30_000  # more than what an export that hangs is given


class ExportRunner(QObject):
    """Starts, pauses, cancels and reports an export.

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
    refused = Signal(object, object)  # a text would lose what it was made of
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call: BackgroundCall | None = None
        self._job: ExportJob | None = None
        self._pause = threading.Event()

    @property
    def running(self) -> bool:
        """Whether an export is under way, paused or not."""
        return self._call is not None

    def start(self, job: ExportJob, *, overwrite: bool = False) -> None:
        """Run a job, which may replace another export in its folder; only one runs at a time."""
        if self._call is not None:
            raise RuntimeError("an export is already running")
        from augstudio.export.engines.subprocess import run_export_in_subprocess

        self._job = job
        self._pause.clear()
        self._call = BackgroundCall(
            lambda report, cancelled: run_export_in_subprocess(
                job,
                RunOptions(WORKERS, overwrite, Limits(niceness=_NICENESS)),
                on_progress=report,
                cancelled=cancelled,
                paused=self._pause.is_set,
            ),
            self,
        )
        self._call.reported.connect(self.progressed)
        self._call.succeeded.connect(self._on_call_succeeded)
        self._call.failed.connect(self._on_call_failed)
        self._call.start()
        self.started.emit(job)

    @Slot(bool)
    def set_paused(self, paused: bool) -> None:
        """Begin nothing new for now, or go on."""
        if paused:
            self._pause.set()
        else:
            self._pause.clear()

    def cancel(self) -> None:
        """Stop soon; what is written stays, and the same export can go on later."""
        if self._call is not None:
            self._call.cancel()

    def close(self) -> None:
        """Cancel and join."""
        self._end()

    def _end(self) -> None:
        if self._call is not None:
            self._call.close(_CLOSING_MS)
            self._call.deleteLater()
            self._call = None

    @Slot(object)
    def _on_call_succeeded(self, report: object) -> None:
        self._end()
        self.finished.emit(report)

    @Slot(object)
    def _on_call_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, AugStudioError):
            self.refused.emit(self._job, message_of(error))
        else:
            self.failed.emit(error)
