"""What is broken, odd or worth knowing in labels: a count in a quiet place, and a list behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import counted, printable
from augstudio.datasets.label_reading import LabelProblem, parted
from augstudio.ui import icons
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID

MOST_LISTED: Final = 2000
"""So many are listed; nobody reads more."""


class LabelProblemsButton(QToolButton):
    """Says how many problems and notes there are, and lists them where it is clicked; hidden without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems: list[LabelProblem] = []
        self._known: set[LabelProblem] = set()
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self.show_list)
        self.hide()

    def clear(self) -> None:
        """Forget all problems."""
        self.problems.clear()
        self._known.clear()
        self.hide()

    def add(self, problems: Iterable[LabelProblem]) -> None:
        """Count some more; what is said already is not said again."""
        new = [problem for problem in dict.fromkeys(problems) if problem not in self._known]
        self.problems += new
        self._known.update(new)
        if self.problems:
            problems, notes = parted(self.problems)
            self.setText(self._text(len(problems), len(notes)))
            self.setIcon(icons.icon("warning" if problems else "information"))
            self.setVisible(True)

    def _text(self, problems: int, notes: int) -> str:
        if not notes:
            return counted(problems, self.tr("1 problem with labels…"), self.tr("{0} problems with labels…"))
        if not problems:
            return counted(notes, self.tr("1 note on labels…"), self.tr("{0} notes on labels…"))
        parts = (
            counted(problems, self.tr("1 problem"), self.tr("{0} problems")),
            counted(notes, self.tr("1 note"), self.tr("{0} notes")),
        )
        return self.tr("{0} and {1} on labels…").format(*parts)

    @Slot()
    def show_list(self) -> None:
        """List the problems in a window of their own."""
        dialog = LabelProblemsDialog(self.problems, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class LabelProblemsDialog(QDialog):
    """One row for each problem, then for each note: file, line and reason."""

    def __init__(self, problems: list[LabelProblem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        odd, notes = parted(problems)
        self.setWindowTitle(self.tr("Problems with labels") if odd else self.tr("Notes on labels"))
        listed = (*odd, *notes)[:MOST_LISTED]
        self.table = QTableWidget(len(listed), 3)
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Line"), self.tr("Reason")])
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, problem in enumerate(listed):
            line = f"{problem.line}" if problem.line else ""
            texts = (printable(problem.file), line, printable(explained(problem.said)))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.table.setColumnWidth(0, 30 * GRID)
        self.table.setColumnWidth(1, 7 * GRID)
        self.table.resizeRowsToContents()
        text = self.tr("The rest of these files is used. Nothing was changed.")
        if not odd:
            text = self.tr("Nothing needs to be mended.")
        if len(problems) > len(listed):
            text += " " + self.tr("The first {0} of {1} are listed.").format(
                f"{len(listed):,}", f"{len(problems):,}"
            )
        said = QLabel(text)
        said.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(marked(self.tr("Close"), "C"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column_.addWidget(said)
        column_.addWidget(self.table, 1)
        column_.addWidget(buttons)
        self.resize(96 * GRID, 48 * GRID)
