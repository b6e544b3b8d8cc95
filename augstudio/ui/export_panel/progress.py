"""The running export in the status bar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from augstudio.core.text import printable
from augstudio.export import ExportJob, Progress
from augstudio.ui.theme import GRID
from augstudio.ui.wrapping import ElidedLabel

NAME_WIDTH = 160
"""Logical pixels for the name of the current file."""


class ExportProgress(QWidget):
    """How far an export is, how fast, how long it will take, and what is being written.

    Signals:
        pause_requested: The user wants it to rest, or to go on.
        cancel_requested: The user wants it to stop.
    """

    pause_requested = Signal(bool)
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(20 * GRID)
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(GRID + 4)
        self.bar.setAccessibleName(self.tr("Export progress"))
        self.pause_button = QToolButton()
        self.pause_button.setCheckable(True)
        self.pause_button.setAutoRaise(True)
        self.cancel_button = QToolButton()
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setAccessibleName(self.tr("Cancel the export"))
        self.cancel_button.setToolTip(self.tr("Cancel the export; it can be continued later"))
        self.cancel_button.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, 0, 0)
        row.addWidget(self.text)
        row.addWidget(self.bar)
        row.addWidget(self.pause_button)
        row.addWidget(self.cancel_button)
        self.pause_button.toggled.connect(self._on_pause_button_toggled)
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)
        self._name_pause_button()
        self.hide()

    def begin(self, job: ExportJob) -> None:
        """Show that an export has begun: first its pictures are listed and counted."""
        self.bar.setRange(0, 0)
        name = job.dataset.name or str(job.dataset)
        shown = self.text.fontMetrics().elidedText(printable(name), Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
        self.text.setText(self.tr("Export: counting the pictures of {0}…").format(shown))
        self.setToolTip("")
        self.pause_button.setChecked(False)
        self.pause_button.setEnabled(True)
        self.cancel_button.setEnabled(True)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        if not progress.total:
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.reached)
        if not self.cancel_button.isEnabled():
            return
        numbers = f"{progress.done:,}", f"{progress.total:,}"
        made = [self.tr("{0} more made").format(f"{progress.made:,}")] if progress.made else []
        if progress.paused:
            self.text.setText(_joined([self.tr("Paused at {0} of {1}").format(*numbers), *made]))
            return
        if self.pause_button.isChecked():
            return
        parts = [self.tr("Exporting {0} of {1}").format(*numbers), *made]
        if progress.rate > 0:
            rate = f"{progress.rate:.0f}" if progress.rate >= 10 else f"{progress.rate:.2g}"
            parts.append(self.tr("{0}/s").format(rate))
        if progress.remaining is not None:
            parts.append(self.tr("{0} left").format(_duration(progress.remaining)))
        if progress.current:
            metrics = self.text.fontMetrics()
            parts.append(metrics.elidedText(progress.current, Qt.TextElideMode.ElideMiddle, NAME_WIDTH))
        self.text.setText(_joined(parts))
        told = self.tr("What is made of a picture counts once all of it is written and recorded.")
        self.setToolTip(_joined([*([told] if made else []), progress.current], "\n"))

    def end(self) -> None:
        """Show nothing any more."""
        self.hide()

    def _on_pause_button_toggled(self, checked: bool) -> None:
        self._name_pause_button()
        self.text.setText(self.tr("Pausing…") if checked else self.tr("Resuming…"))
        self.pause_requested.emit(checked)

    def _name_pause_button(self) -> None:
        """A checked button says what a press will do, not what it did."""
        paused = self.pause_button.isChecked()
        self.pause_button.setText(self.tr("Resume") if paused else self.tr("Pause"))
        name = self.tr("Resume the export") if paused else self.tr("Pause the export")
        self.pause_button.setAccessibleName(name)
        self.pause_button.setToolTip(name)

    def _on_cancel_button_clicked(self) -> None:
        self.pause_button.setEnabled(False)
        self.cancel_button.setEnabled(False)
        self.text.setText(self.tr("Cancelling…"))
        self.cancel_requested.emit()


def _joined(parts: Iterable[str], by: str = "   ") -> str:
    return by.join(filter(None, parts))


def _duration(seconds: float) -> str:
    whole = max(0, round(seconds))
    if whole < 60:
        return _tr("{0} s").format(whole)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _tr("{0} h").format(f"{hours}:{minutes:02}:{rest:02}")
    return _tr("{0} min").format(f"{minutes}:{rest:02}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportProgress", text)
