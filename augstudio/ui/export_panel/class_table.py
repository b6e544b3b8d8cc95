"""What becomes of each class: its pictures now, and its files in the export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from augstudio.export.balance import ClassShare
from augstudio.ui.theme import GRID

_Index = QModelIndex | QPersistentModelIndex
_ROWS_SHOWN = 10


class ClassModel(QAbstractTableModel):
    """Classes with their counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shares: Sequence[ClassShare] = ()

    def show(self, shares: Sequence[ClassShare]) -> None:
        """Show other counts."""
        if shares != self._shares:
            self.beginResetModel()
            self._shares = shares
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shares)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Class"), self.tr("Pictures"), self.tr("Copies"), self.tr("Files after"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        share, column = self._shares[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            numbers = (share.pictures, share.copies, share.total)
            return f"{numbers[column - 1]:,}" if column else share.name
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return share.name
        return None


class ClassTable(QTableView):
    """The classes, as many as fit at once; the others are scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassModel(self)
        self.setModel(self.classes)
        self.setObjectName("Framed")
        self.setAccessibleName(self.tr("Classes"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(8 * GRID)
        self.verticalHeader().setDefaultSectionSize(3 * GRID)
        for column in range(self.classes.columnCount()):
            stretch = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, stretch)

    def show_shares(self, shares: Sequence[ClassShare]) -> None:
        """Show classes; the table hides where there are none."""
        self.classes.show(shares)
        self.setVisible(bool(shares))
        rows = min(len(shares), _ROWS_SHOWN)
        row = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * row + 2)
