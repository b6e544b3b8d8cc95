"""A line above the pictures that says what happened and what to do; it blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from augstudio.ui import icons
from augstudio.ui.theme import GRID

SHOWN_MS = 12_000


class NoticeBar(QFrame):
    """Shows one message at a time, until it is closed or has been there for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Notice")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sign = QLabel()
        close = QToolButton()
        close.setAutoRaise(True)
        close.setIcon(icons.icon("remove"))
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self._sign)
        row.addWidget(self.label, 1)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_error(self, text: str) -> None:
        """Say what went wrong; stays longer than an information."""
        self._show(text, "warning", QPalette.ColorRole.BrightText, 3 * SHOWN_MS)

    def show_information(self, text: str) -> None:
        """Say something good to know."""
        self._show(text, "done", QPalette.ColorRole.Highlight, SHOWN_MS)

    def _show(self, text: str, sign: str, role: QPalette.ColorRole, duration: int) -> None:
        self.label.setText(text)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap(sign, 2 * GRID, self.palette().color(role), ratio))
        self.setAccessibleName(text)
        self.show()
        self._timer.start(duration)
