"""Numbers that are being typed: undo while one has the focus, and taking it over before it is needed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Keeps a number box from taking undo and redo for itself, unless something is being typed in it."""

    def __init__(self, box: QAbstractSpinBox) -> None:
        super().__init__(box)
        self._line = box.lineEdit()
        box.editingFinished.connect(lambda: self._line.setModified(False))
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = any(event.matches(key) for key in _KEYS)
            if wanted and not self._line.isModified():
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def commit_typing() -> None:
    """Take over a number that is still being typed, so that what is saved is what is on show."""
    box = QApplication.focusWidget()
    if isinstance(box, QAbstractSpinBox):
        box.interpretText()
