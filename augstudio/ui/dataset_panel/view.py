"""The list of pictures, which stays awake with very many of them selected."""

from __future__ import annotations

from itertools import chain
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Slot
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QListView

_FEW: Final = 500


class SampleView(QListView):
    """A list view that never goes through all that is selected."""

    def selected_rows(self) -> list[int]:
        """The rows that are selected, from the first one on."""
        return list(chain.from_iterable(self.selected_ranges()))

    def selected_ranges(self) -> list[range]:
        """The rows that are selected, as ranges from the first one on; few, where there may be many rows."""
        ranges = self.selectionModel().selection().toList()
        ordered = sorted((part.top(), part.bottom() + 1) for part in ranges)
        return [range(first, end) for first, end in ordered]

    def go_to(self, row: int) -> None:
        """Make a row the current one, and alone selected.

        Qt's own way adds it to the selection, or takes it out, while Control is held, as with Ctrl+Right.
        """
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flag)

    @Slot()
    def selectAll(self) -> None:
        """Select all that is listed, without asking for each."""
        model = self.model()
        if model.rowCount():
            everything = QItemSelection(model.index(0, 0), model.index(model.rowCount() - 1, 0))
            self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where what is selected is on show; of very much, all that is on show, without asking for each."""
        if sum(part.bottom() - part.top() + 1 for part in selection.toList()) > _FEW:
            return QRegion(self.viewport().rect())
        return super().visualRegionForSelection(selection)
