"""The undo history as a list: a click goes back or forward to any point."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QLabel, QUndoView, QVBoxLayout, QWidget

from augstudio.ui.theme import GRID


class HistoryPopup(QFrame):
    """Every edit with its name, the latest at the bottom; what lies below the current one was undone."""

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("Browser")
        self.setAccessibleName(self.tr("History"))
        self.view = QUndoView(stack)
        self.view.setAccessibleName(self.tr("History"))
        self.view.setEmptyLabel(self.tr("Initial state"))
        title = QLabel(self.tr("History"))
        title.setObjectName("Title")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(self.view)

    def open_below(self, button: QWidget) -> None:
        """Show the history below a button, right-aligned with its window."""
        window = button.window()
        place = button.mapToGlobal(QPoint(0, button.height() + GRID // 2))
        right = window.mapToGlobal(QPoint(window.width(), 0)).x()
        self.setGeometry(right - 40 * GRID, place.y(), 40 * GRID, 44 * GRID)
        self.show()
        self.view.setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
