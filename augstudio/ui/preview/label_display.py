"""Which labels are shown over the pictures, in all panes alike."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class LabelDisplay(QObject):
    """Whether labels are shown, and of which classes.

    Signals:
        switched: Labels are to be shown, or no more.
        filtered: Other classes are hidden.
    """

    switched = Signal()
    filtered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = True
        self.hidden: frozenset[int] = frozenset()

    def set_shown(self, shown: bool) -> None:
        """Show labels, or the pictures alone."""
        if shown != self.shown:
            self.shown = shown
            self.switched.emit()

    def set_hidden(self, hidden: frozenset[int]) -> None:
        """Hide the labels of some classes, by their positions; nothing else changes."""
        if hidden != self.hidden:
            self.hidden = hidden
            self.filtered.emit()
