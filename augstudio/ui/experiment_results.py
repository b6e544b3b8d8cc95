"""What an experiment found: a verdict, the findings behind it, and right answers class by class."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.pipeline import Pipeline
from augstudio.core.text import printable
from augstudio.insights.evaluation import Evaluation, LearnerName
from augstudio.insights.wording import (
    CUES_LEARNER,
    LEARNER_TEXTS,
    LEFT_OUT_TEXTS,
    contest_text,
    measured_text,
    points_text,
    verdict_text,
)
from augstudio.ui.messages import explained
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.reliance_lines import reliance_lines
from augstudio.ui.theme import GRID

_READ = 30 * GRID  # of the findings, where the screen has room


class ExperimentResults(QWidget):
    """The verdict of each pipeline, then what was found, then a table by class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict, self.details = QLabel(), QLabel()
        self.table = QTableWidget(0, 0)
        self._scroll = QScrollArea()
        font = self.verdict.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.verdict.setFont(font)
        for label in (self.verdict, self.details):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll.setWidget(self.details)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setAccessibleName(self.tr("Right answers by class"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.verdict)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.table, 1)

    def show_evaluation(self, found: Evaluation, first: Pipeline) -> None:
        """Show this in place of what was found before.

        Args:
            found: What was found.
            first: The first of its pipelines, whose steps may have been left out one by one.
        """
        self.verdict.setText(
            "\n".join(f"{gain.name}: {explained(verdict_text(gain))}" for gain in found.gains)
        )
        self.details.setText("\n".join(self._lines(found, first)))
        self._fill_table(found)
        self.show()

    def fit_width(self, width: int) -> int:
        """Give the findings no more height than they take, as what is left is for the table.

        Args:
            width: How wide the findings are, in pixels.

        Returns:
            The height that they should be given where the screen has room, in pixels.
        """
        height = self.details.heightForWidth(width)
        self._scroll.setMaximumHeight(height + GRID)
        return min(height, _READ)

    def _lines(self, found: Evaluation, first: Pipeline) -> list[str]:
        lines = [explained(measured_text(found)), explained(LEARNER_TEXTS[found.learner])]
        without = self.tr("Without augmentation {0} % are right.")
        lines.append(without.format(f"{found.arms[0].accuracy:.1f}"))
        gained = self.tr("{0}: {1} % right, {2} points; better in {3} of {4} splits, worse in {5}.")
        for gain, arm in zip(found.gains, found.arms[1:], strict=True):
            numbers = f"{arm.accuracy:.1f}", points_text(gain.gain), gain.wins, gain.splits, gain.losses
            lines.append(gained.format(gain.name, *numbers))
        for contest in found.contests:
            told = explained(contest_text(contest))
            against = self.tr("{0} against {1}: {2} points: {3}.")
            lines.append(against.format(contest.name, contest.against, points_text(contest.gain), told))
        adds = self.tr("Step {0} adds {1} points: {2}.")
        for step in found.steps:
            title = translated(first.step(step.step_id).transform.TITLE)
            told = explained(verdict_text(step.comparison))
            lines.append(adds.format(title, points_text(step.comparison.gain), told))
        if found.reliance is not None:
            lines += reliance_lines(found.reliance)
            lines += [] if found.learner is LearnerName.FILTERS else [explained(CUES_LEARNER)]
        lines += [explained(LEFT_OUT_TEXTS[part]) for part in found.left_out]
        lines.append(self.tr("Your network is another learner and may gain more or less."))
        return lines

    def _fill_table(self, found: Evaluation) -> None:
        names = [self.tr("Class"), self.tr("Without, % right"), *(arm.name for arm in found.arms[1:])]
        self.table.setColumnCount(len(names))
        self.table.setHorizontalHeaderLabels(names)
        self.table.setRowCount(len(found.classes))
        for row, name in enumerate(found.classes):
            cells = [printable(name), *(f"{arm.recalls[name]:.1f}" for arm in found.arms)]
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                if column:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, cell)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.table.verticalHeader().length() + header.sizeHint().height()
        self.table.setMaximumHeight(rows + 2 * self.table.frameWidth())  # what is left is for the findings
