"""What of a dataset cannot be used: counts in a quiet place, a list with reasons, and a filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.text import counted, printable
from augstudio.datasets.base import Skipped
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID

MOST_LISTED: Final = 2000
"""So many are listed; nobody reads more."""


class UnusableBar(QWidget):
    """Says how many files were skipped or cannot be read; hidden where all is well.

    Pictures are found to be unreadable when their small versions are made, so those seen so far count.

    Signals:
        filter_changed: Only unreadable pictures are to be listed, or all again.
    """

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skipped: tuple[Skipped, ...] = ()
        self._unreadable: dict[str, str] = {}
        self.list_button, self.filter_button = QToolButton(), QToolButton()
        self.filter_button.setText(self.tr("Only unreadable"))
        self.filter_button.setToolTip(self.tr("List only pictures that were found to be unreadable"))
        self.filter_button.setCheckable(True)
        self.list_button.setToolTip(
            self.tr("List them with their reasons. Pictures are looked at as they come into view.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for button in (self.list_button, self.filter_button):
            button.setAutoRaise(True)
            column.addWidget(button)
        self.list_button.clicked.connect(self.show_list)
        self.filter_button.toggled.connect(self.filter_changed)
        self.clear()

    @property
    def only_unreadable(self) -> bool:
        """Whether only unreadable pictures are to be listed."""
        return self.filter_button.isChecked()

    def clear(self) -> None:
        """Forget all."""
        self._skipped, self._unreadable = (), {}
        self.filter_button.setChecked(False)
        self._show()

    def set_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Count what was skipped when the dataset was listed."""
        self._skipped = tuple(skipped)
        self._show()

    @Slot(str, str)
    def add_unreadable(self, key: str, reason: str) -> None:
        """Count a picture that cannot be read."""
        self._unreadable[key] = reason
        self._show()

    @Slot()
    def show_list(self) -> None:
        """List files and reasons in a window of their own."""
        dialog = UnusableDialog(self._skipped, self._unreadable, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show(self) -> None:
        texts = []
        if self._skipped:
            texts.append(counted(len(self._skipped), self.tr("1 skipped"), self.tr("{0} skipped")))
        if self._unreadable:
            texts.append(counted(len(self._unreadable), self.tr("1 unreadable"), self.tr("{0} unreadable")))
        self.list_button.setText(self.tr("{0}…").format(", ".join(texts)))
        self.filter_button.setVisible(bool(self._unreadable))
        self.setVisible(bool(texts))


class UnusableDialog(QDialog):
    """One row for each file: its name and the reason."""

    def __init__(
        self, skipped: Iterable[Skipped], unreadable: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Skipped and unreadable files"))
        rows = [(item.name, item.reason) for item in skipped] + sorted(unreadable.items())
        listed = rows[:MOST_LISTED]
        self.table = QTableWidget(len(listed), 2)
        self.table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Reason")])
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, (name, reason) in enumerate(listed):
            for column, text in enumerate((printable(name), printable(explained(reason)))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(0, 30 * GRID)
        self.table.resizeRowsToContents()
        text = self.tr("An export skips them and continues. Nothing was changed.")
        if unreadable:
            text += " " + self.tr("Pictures are looked at as they come into view, so there may be more.")
        if len(rows) > len(listed):
            text += " " + self.tr("The first {0} of {1} are listed.").format(
                f"{len(listed):,}", f"{len(rows):,}"
            )
        self.said = QLabel(text)
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(marked(self.tr("Close"), "C"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column_.addWidget(self.said)
        column_.addWidget(self.table, 1)
        column_.addWidget(buttons)
        self.resize(96 * GRID, 48 * GRID)
