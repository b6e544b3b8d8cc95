"""Everything about exporting that the window has: dialog, background run, progress and report."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from augstudio.core.text import printable
from augstudio.errors import AugStudioError
from augstudio.ui.export_panel.leak_watch import LeakWatch
from augstudio.ui.export_panel.picture_choice import OfferedKeys
from augstudio.ui.export_panel.progress import ExportProgress
from augstudio.ui.export_panel.runner import ExportRunner
from augstudio.ui.kept_exports import BegunExport
from augstudio.ui.kept_layouts import absolute
from augstudio.ui.messages import explained, sentence
from augstudio.ui.notice import Notice
from augstudio.ui.questions import confirmed
from augstudio.ui.threads import LatestCall
from augstudio.ui.undo_keys import commit_typing

if TYPE_CHECKING:  # imported where they are first shown
    from augstudio.export import ExportJob, Report
    from augstudio.export.reading.unfinished import Unfinished
    from augstudio.stores.address import StoreAddress
    from augstudio.ui.export_panel.dialog import ExportDialog
    from augstudio.ui.export_panel.report import ReportDialog
    from augstudio.ui.session import Session
    from augstudio.ui.state import State


class ExportController(QObject):
    """Leads an export from its options to its report.

    Signals:
        told: Something good to know.
        noticed: A :class:`~augstudio.ui.notice.Notice` that offers something.
        settled: The topic of notices that are out of date.
        open_requested: The folder of a finished export and that of its dataset: they shall be opened.
        failed: An exception nobody expected.
    """

    told = Signal(str)
    noticed = Signal(object)
    settled = Signal(str)
    open_requested = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        state: State,
        window: QWidget,
        offered_keys: Callable[[], OfferedKeys] = OfferedKeys,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._job: ExportJob | None = None
        self._overwrites = False
        self._continues = False
        self._offered_keys = offered_keys
        self._dialog: ExportDialog | None = None
        self.leaks = LeakWatch(self)
        self.progress = ExportProgress()
        self.runner = ExportRunner(self)
        self.report: ReportDialog | None = None
        self._left = LatestCall(self)
        self._left.succeeded.connect(self._on_left_succeeded)
        self._left.failed.connect(self.failed)
        self._session = session
        self.leaks.failed.connect(self.failed)
        session.dataset_changed.connect(self.leaks.forget)
        self.runner.started.connect(self.progress.begin)
        self.runner.progressed.connect(self.progress.show_progress)
        self.runner.finished.connect(self._on_runner_finished)
        self.runner.refused.connect(self._on_runner_refused)
        self.runner.failed.connect(self._on_runner_failed)
        self.progress.pause_requested.connect(self.runner.set_paused)
        self.progress.cancel_requested.connect(self.runner.cancel)

    @property
    def dialog(self) -> ExportDialog:
        """The dialog that asks how to export; built when it is first wanted."""
        if self._dialog is None:
            from augstudio.ui.export_panel.dialog import ExportDialog

            self._dialog = ExportDialog(self._session, self._state, self._window)
            self._dialog.offered_keys = self._offered_keys
            self._dialog.accepted_job.connect(self._start)
            self._dialog.continued_job.connect(self.continue_export)
            self._dialog.failed.connect(self.failed)
            self._dialog.estimator.listed.connect(self.leaks.look)
            self.leaks.found.connect(self._dialog.estimate_view.show_leaks)
        return self._dialog

    def ask(self) -> None:
        """Offer an export of the session's dataset."""
        if self._is_busy():
            return
        commit_typing()
        self.dialog.show()
        self.dialog.prepare()
        self.dialog.raise_()

    def look_for_unfinished(self) -> None:
        """Look beside the window at exports that were begun earlier, and offer to continue those left."""
        begun = self._state.begun_exports
        if begun:
            self._left.start(lambda _report, _cancelled: _looked_at(begun))

    @Slot(object)
    def _on_left_succeeded(self, found: list[tuple[BegunExport, Unfinished | None]]) -> None:
        for begun, unfinished in found:
            if unfinished is None:
                self._state.forget_begun(begun.out)
                continue
            text = self.tr("The export to {0} is unfinished.").format(printable(begun.out))
            self._offer_to_continue(text, begun.job(unfinished))

    def _offer_to_continue(self, text: str, job: ExportJob, *, error: bool = False) -> None:
        action, topic = partial(self.continue_export, job), _topic(job)
        button = self.tr("Continue export")
        self.noticed.emit(Notice(text, error, button=button, action=action, topic=topic, icon="export"))

    def continue_export(self, job: ExportJob) -> None:
        """Let an export go on that was stopped."""
        self._start(job, False, continues=True)

    def ask_for_selected(self) -> None:
        """Offer an export of what is selected in the list."""
        self.ask()
        if not self.runner.running:
            self.dialog.form.pictures.choose_selected()

    def may_close(self) -> bool:
        """Whether the window may close: no export is running, or the user lets it be stopped."""
        if not self.runner.running:
            return True
        return confirmed(
            self._window,
            self.tr("Export is running"),
            self.tr("Stop the export and close? You can continue it later."),
            self.tr("Stop and close"),
            self.tr("Keep exporting"),
        )

    def close(self) -> None:
        """Stop a running export and join the threads."""
        self.runner.close()
        self._left.close()
        self.leaks.close()
        if self._dialog is not None:
            self._dialog.close_threads()

    def _is_busy(self) -> bool:
        """Whether an export is running; then that is said."""
        if self.runner.running:
            self.told.emit(self.tr("An export is running; it can be cancelled below."))
        return self.runner.running

    def _start(self, job: ExportJob, overwrite: bool, *, continues: bool = False) -> None:
        if self._dialog is not None:
            self._dialog.hide()
        # A button may be held down while what it waits for comes, and be let go once it has begun.
        if self._is_busy():
            return
        self._job, self._overwrites, self._continues = job, overwrite, continues
        self._state.keep_begun(BegunExport.of(job))
        self.settled.emit(_topic(job))
        self.runner.start(job, overwrite=overwrite)

    @Slot(object)
    def _on_runner_finished(self, report: Report) -> None:
        self.progress.end()
        if not report.cancelled and self._job is not None:
            self._state.forget_begun(BegunExport.of(self._job).out)
        self._show_report(report)

    def take_over(self, other: ExportController, report: Report) -> None:
        """Say what the export of another window came to, in whose place this one is, and go on from there."""
        self._job, self._overwrites = other._job, other._overwrites
        self._show_report(report)

    def _show_report(self, report: Report) -> None:
        from augstudio.ui.export_panel.report import ReportDialog

        self.report = ReportDialog(report, self._window)
        self.report.result_requested.connect(self._on_report_result_requested)
        self.report.continue_requested.connect(self._on_report_continue_requested)
        self.report.show()

    def _on_report_continue_requested(self) -> None:
        if self._job is not None:
            self._start(self._job, self._overwrites)

    def _on_report_result_requested(self) -> None:
        if self._job is not None:
            self.open_requested.emit(self._job.out, self._job.dataset)

    def _on_runner_refused(self, job: ExportJob, reason: str) -> None:
        self.progress.end()
        if self._continues:  # the dialog may be about another dataset, or other options
            self._offer_to_continue(sentence(explained(reason)), job, error=True)
            return
        self.dialog.show()
        self.dialog.prepare()
        self.dialog.show_refusal(sentence(explained(reason)))

    def _on_runner_failed(self, error: Exception) -> None:
        self.progress.end()
        self.failed.emit(error)


def _topic(job: ExportJob) -> str:
    return f"export {job.store or absolute(job.out)}"


def _looked_at(begun: Sequence[BegunExport]) -> list[tuple[BegunExport, Unfinished | None]]:
    """What became of exports; those that run, or whose drive is not there now, are left out."""
    from augstudio.export.lock import is_locked
    from augstudio.export.reading.unfinished import unfinished_export

    found = []
    for item in begun:
        if item.store is not None:
            found += _looked_at_in_store(item, item.store)
        # What is there no more with its whole drive may come back.
        elif os.path.isdir(item.folder.parent) and not is_locked(item.folder):  # noqa: PTH112  (raises nothing)
            found.append((item, unfinished_export(item.folder)))
    return found


def _looked_at_in_store(
    begun: BegunExport, store: StoreAddress
) -> list[tuple[BegunExport, Unfinished | None]]:
    """The same of one in an object store; left out, too, where that cannot be asked now."""
    from augstudio.export.remote.unfinished import unfinished_in_store

    try:
        return [(begun, unfinished_in_store(store))]
    except (AugStudioError, OSError):
        return []
