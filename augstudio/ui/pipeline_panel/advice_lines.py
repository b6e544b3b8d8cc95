"""Advice beside what it is about: a line with the reason, whose picture a click shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from augstudio.core.text import printable
from augstudio.insights.advice import Advice, Severity
from augstudio.ui import icons
from augstudio.ui.messages import explained, sentence
from augstudio.ui.theme import GRID


class AdviceLine(QFrame):
    """One piece of advice.

    Signals:
        show_requested: The user wants to see the picture that shows it.
        dismissed: The user does not want to read it again for this dataset.
    """

    show_requested = Signal()
    dismissed = Signal()

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advice = advice
        wrong = advice.severity is Severity.LIKELY_WRONG
        reason, remedy = (printable(sentence(explained(text))) for text in (advice.reason, advice.remedy))
        role = QPalette.ColorRole.BrightText if wrong else QPalette.ColorRole.PlaceholderText
        self.sign = icons.IconLabel("warning", 2 * GRID, role)
        self.label = QLabel(reason)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        place = self.label.sizePolicy()  # whose height follows from the width
        place.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.label.setSizePolicy(place)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setIcon(icons.icon("remove"))
        hide = self.tr("Do not say this for this dataset again")
        self.close_button.setToolTip(hide)
        self.close_button.setAccessibleName(f"{hide}: {reason}")
        self.close_button.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        text = f"{reason}\n{remedy}"
        if advice.example is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            text += "\n" + self.tr("Click to see it on {0}.").format(printable(advice.example.key))
        self.setToolTip(text)
        self.setAccessibleName(reason)
        self.setAccessibleDescription(remedy)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._show()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if self.advice.example is not None:
            self.show_requested.emit()


class AdviceLines(QWidget):
    """All advice about one thing, one line each; hidden where there is none.

    Signals:
        show_requested: The :class:`Advice` of which the picture is wanted.
        dismissed: The :class:`Advice` that is put away.
    """

    show_requested = Signal(object)
    dismissed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[AdviceLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self.hide()

    def show_advice(self, advice: Sequence[Advice]) -> None:
        """Show these pieces of advice in place of those before."""
        if [line.advice for line in self.lines] == list(advice):
            return
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [AdviceLine(item, self) for item in advice]
        for line in self.lines:
            line.show_requested.connect(partial(self.show_requested.emit, line.advice))
            line.dismissed.connect(partial(self.dismissed.emit, line.advice))
            self._column.addWidget(line)
        self.setVisible(bool(self.lines))

    def tab_stops(self) -> list[QWidget]:
        """What Tab visits, in order."""
        stops = [(line, line.close_button) for line in self.lines]
        return [widget for pair in stops for widget in pair if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
