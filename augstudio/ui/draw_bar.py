"""Chooses seed and copy: which draw is on show."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from augstudio.ui.session import MAX_COPY, MAX_SEED, Session
from augstudio.ui.theme import GRID
from augstudio.ui.undo_keys import UndoKeys


class DrawBar(QWidget):
    """Seed, copy and a button that shuffles."""

    def __init__(self, session: Session, shuffle: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.seed = QSpinBox()
        self.seed.setRange(0, MAX_SEED)
        self.seed.setToolTip(self.tr("The same seed draws the same numbers, here and in an export."))
        self.copy = QSpinBox()
        self.copy.setRange(1, MAX_COPY)
        self.copy.setToolTip(self.tr("Which augmented copy of the picture is on show."))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID // 2, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for name, box in ((self.tr("Seed"), self.seed), (self.tr("Copy"), self.copy)):
            box.setKeyboardTracking(False)
            UndoKeys(box)
            box.setAccessibleName(name)
            row.addWidget(QLabel(name))
            row.addWidget(box)
            row.addSpacing(GRID // 2)
        button = QToolButton()
        button.setDefaultAction(shuffle)
        row.addWidget(button)
        self.seed.valueChanged.connect(session.set_seed)
        self.copy.valueChanged.connect(session.set_copy)
        session.draw_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        for box, value in ((self.seed, self._session.seed), (self.copy, self._session.copy)):
            blocked = box.blockSignals(True)
            if box is self.copy:
                # The original, copy 0, is on show only where it is an export's output.
                box.setMinimum(min(1, value))
            box.setValue(value)
            box.blockSignals(blocked)
