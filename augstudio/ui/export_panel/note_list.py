"""A list of notes that is as high as they are, up to the room that is kept for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QVBoxLayout, QWidget

from augstudio.ui.theme import GRID

LEAST_HEIGHT = 18 * GRID
"""Logical pixels that are kept free for notes, so that nothing below moves when some come."""


class NoteList(QListWidget):
    """Notes, each with its sign; where they need more than the room, they are scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Framed")
        self.setAccessibleName(self.tr("Notes"))
        self.setWordWrap(True)
        self.setIconSize(QSize(2 * GRID, 2 * GRID))
        self.setSpacing(2)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(0)
        # The list itself gives way to nothing below it: what keeps the room stays as it is.
        self.room = QWidget()
        self.room.setMinimumHeight(LEAST_HEIGHT)
        column = QVBoxLayout(self.room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self, 1)
        column.addStretch()

    def updateGeometries(self) -> None:
        """The notes have been laid out: be as high as they are, if there is so much room."""
        super().updateGeometries()
        self.setMaximumHeight(self.contentsSize().height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """No height of its own: the room is kept by what the list lies in."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width; Qt alone would see to that a tenth of a second later."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
