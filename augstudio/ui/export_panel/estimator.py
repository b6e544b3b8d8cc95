"""Finds out beside the window what an export would come to, again with every change of its options."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from augstudio.errors import AugStudioError, message_of
from augstudio.export import ExportJob, RunOptions
from augstudio.ui.threads import ConflatingThread, deliver

if TYPE_CHECKING:
    from augstudio.export import Estimate
    from augstudio.export.scan import ScanResult


class Estimator(QObject):
    """Looks at jobs; a newer one ends the look at the one before. The thread starts with the first one.

    Signals:
        listed: A job and its :class:`~augstudio.export.scan.ScanResult`, before anything is tried out.
        estimated: A job and its :class:`~augstudio.export.Estimate`.
        refused: A job and why it would be refused.
        failed: An exception nobody expected.
    """

    listed = Signal(object, object)
    estimated = Signal(object, object)
    refused = Signal(object, object)  # a text would lose what it was made of
    failed = Signal(object)
    _scanned = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: ConflatingThread | None = None
        self._newest: ExportJob | None = None
        self._scanned.connect(self._on_scanned)

    def ask(self, job: ExportJob) -> None:
        """Look at a job in place of any other."""
        if self._thread is None:
            self._thread = ConflatingThread(self._look, self)
            self._thread.finished.connect(self._on_thread_finished)
            self._thread.failed.connect(self.failed)
        self._newest = job
        self._thread.submit(job)

    def stop(self) -> None:
        """Look at nothing any more."""
        self._newest = None
        if self._thread is not None:
            self._thread.drop_pending()

    def close(self) -> None:
        """Stop and join the thread."""
        self._newest = None
        if self._thread is not None:
            self._thread.close()
            self._thread = None

    def _look(self, job: ExportJob) -> Estimate | str | None:
        # In this thread, as it imports for as long as several frames of the window take.
        from augstudio.export.estimate import estimate_export

        try:
            # What is there is looked at as if it might be replaced, and labels as if they might be left
            # behind: whether they may is asked in the dialog.
            allowed = replace(job, as_image_folder=True)
            options = RunOptions(overwrite=True, on_listed=partial(deliver, self._scanned, job))
            return estimate_export(allowed, options, cancelled=lambda: self._newest is not job)
        except AugStudioError as error:
            return message_of(error)

    @Slot(object, object)
    def _on_scanned(self, job: ExportJob, scan: ScanResult) -> None:
        if job is self._newest:
            self.listed.emit(job, scan)

    @Slot(object, object)
    def _on_thread_finished(self, job: ExportJob, found: Estimate | str | None) -> None:
        if job is not self._newest or found is None:
            return
        if isinstance(found, str):
            self.refused.emit(job, found)
        else:
            self.estimated.emit(job, found)
