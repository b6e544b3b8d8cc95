"""Says over a picture that another one is still to come."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from augstudio.ui.theme import GRID, small_font


def updating() -> str:
    """What is said of a picture that is still to come."""
    return QCoreApplication.translate("ImagePane", "updating…")


class PendingTag(QLabel):
    """A tag in the lower right corner of a pane.

    A widget of its own, as showing it paints nothing else: pictures with many labels take long.
    """

    def __init__(self, pane: QWidget) -> None:
        super().__init__(updating(), pane)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.hide()

    def show_over(self, pane: QWidget) -> None:
        """Show it in its corner of a pane."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, pane.palette().color(QPalette.ColorRole.Highlight))
        ink = pane.palette().color(QPalette.ColorRole.HighlightedText)
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)
        self.setFont(small_font(pane.font()))
        self.setAutoFillBackground(True)
        self.adjustSize()
        self.move(pane.width() - self.width() - GRID, pane.height() - self.height() - GRID)
        self.show()
