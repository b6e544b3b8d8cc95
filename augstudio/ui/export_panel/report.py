"""What an export did: counts, every skipped file with its reason, and the way to the result."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import counted, printable
from augstudio.datasets.base import Skipped
from augstudio.datasets.label_reading import LabelProblem
from augstudio.export import Report
from augstudio.export.labels.report import LabelReport
from augstudio.ui.export_panel.amounts import losses_text
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID

_FITTED_ROWS: Final = 500  # to measure the words of very many takes too long


class ReportDialog(QDialog):
    """Stands beside the window until it is closed.

    Signals:
        result_requested: The export shall be opened in the window.
        continue_requested: The export was cancelled and shall go on.
    """

    result_requested = Signal()
    continue_requested = Signal()

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(560)
        self.headline = QLabel(self._headline())
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.headline.setFont(font)
        self.details = QLabel(self._details())
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons, role = QDialogButtonBox(), QDialogButtonBox.ButtonRole
        self.continue_button = buttons.addButton(marked(self.tr("Continue export"), "O"), role.ActionRole)
        self.continue_button.setVisible(report.cancelled)
        self.continue_button.clicked.connect(self._on_continue_button_clicked)
        self.result_button = buttons.addButton(marked(self.tr("Open result"), "R"), role.ActionRole)
        self.result_button.setVisible(not report.cancelled and report.store is None)
        self.result_button.clicked.connect(self._on_result_button_clicked)
        self.open_button = buttons.addButton(marked(self.tr("Open folder"), "F"), role.ActionRole)
        self.open_button.setVisible(report.store is None)
        self.open_button.clicked.connect(self._on_open_button_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.headline)
        column.addWidget(self.details)
        self._problems = () if report.labels is None else (*report.labels.problems, *report.labels.notes)
        self._rows = (*report.skipped, *report.removed, *map(_row, self._problems))
        if self._rows:
            self.table = self._table()
            column.addWidget(QLabel(self._heading()))
            column.addWidget(self.table, 1)
            copy = buttons.addButton(marked(self.tr("Copy list"), "L"), role.ActionRole)
            copy.clicked.connect(self._on_copy_clicked)
        buttons.addButton(marked(self.tr("Close"), "C"), role.RejectRole)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)

    def _heading(self) -> str:
        """What the table lists."""
        if self._problems:
            return self.tr("Skipped files, removed files, and what was found in labels:")
        return self.tr("Skipped and removed:") if self._report.removed else self.tr("Skipped:")

    def _headline(self) -> str:
        report = self._report
        if report.cancelled:
            return self.tr("Export cancelled")
        if report.skipped:
            return self.tr("Export finished, some files were skipped")
        return self.tr("Export finished")

    def _details(self) -> str:
        report = self._report
        one, many = self.tr("1 file written in {1} s."), self.tr("{0} files written in {1} s.")
        begun = not report.cancelled or bool(report.written or report.reused)
        lines: list[str] = [counted(report.written, one, many, f"{report.seconds:.1f}")]
        if not begun:  # there may be no folder yet, or one that an earlier run filled
            lines = [self.tr("No image was finished this time; files of those begun are kept.")]
        if report.reused:
            one, many = self.tr("1 file was already there."), self.tr("{0} files were already there.")
            lines.append(counted(report.reused, one, many))
        if report.skipped:
            one, many = self.tr("1 file was skipped."), self.tr("{0} files were skipped.")
            lines.append(counted(len(report.skipped), one, many))
        if report.removed:
            one = self.tr("1 picture is no longer exported; its files were removed.")
            many = self.tr("{0} pictures are no longer exported; their files were removed.")
            lines.append(counted(len(report.removed), one, many))
        if report.labels is not None:
            lines += self._label_lines(report.labels)
        if not report.outlasts_power_cuts:
            lines.append(
                self.tr(
                    "The folder's file system cannot confirm when files are on disk: a power "
                    "cut in the next few minutes may lose some."
                )
            )
        if report.cancelled and begun:
            lines.append(self.tr("It can continue where it stopped, now or later."))
        lines.append(printable(str(report.store or report.out)))
        return "\n".join(lines)

    def _label_lines(self, found: LabelReport) -> list[str]:
        """What became of the labels."""
        counts = found.counts
        text = self.tr("Labels: {0}, copies made by padding: {1}, to be ignored: {2}, dropped: {3}.")
        lines = [text.format(*map(_number, (counts.real, counts.ghosts, counts.ignored, counts.dropped)))]
        if counts.outside or counts.too_small:
            text = self.tr("Labels outside the picture: {0}, too small: {1}.")
            lines.append(text.format(*map(_number, (counts.outside, counts.too_small))))
        if found.losses.total():
            lines.append(self.tr("Not supported by the format: {0}").format(losses_text(found.losses)))
        if found.problem_count:
            one = self.tr("1 problem in the labels.")
            lines.append(counted(found.problem_count, one, self.tr("{0} problems in the labels.")))
        if found.note_count:
            lines.append(
                counted(
                    found.note_count, self.tr("1 note on the labels."), self.tr("{0} notes on the labels.")
                )
            )
        return lines

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._rows), 2)
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for row, skipped in enumerate(self._rows):
            table.setItem(row, 0, QTableWidgetItem(skipped.name))
            table.setItem(row, 1, QTableWidgetItem(explained(skipped.reason)))
        table.setColumnWidth(0, 28 * GRID)
        if len(self._rows) <= _FITTED_ROWS:
            table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _on_result_button_clicked(self) -> None:
        self.close()
        self.result_requested.emit()

    def _on_continue_button_clicked(self) -> None:
        self.close()
        self.continue_requested.emit()

    def _on_open_button_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.out)))

    def _on_copy_clicked(self) -> None:
        lines = [f"{skipped.name}\t{skipped.reason}" for skipped in self._rows]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _row(problem: LabelProblem) -> Skipped:
    """A problem as a row of the table."""
    return Skipped(f"{problem.file}:{problem.line}" if problem.line else problem.file, problem.said)


def _number(count: int) -> str:
    return f"{count:,}"
