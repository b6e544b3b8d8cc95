"""Tells when a window has come onto the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LATEST_MS: Final = 300
"""How long a window may stay unpainted once it is shown, as one does that begins minimised."""


class FirstPaint(QObject):
    """Waits for the first painting of a window.

    What is begun after it does not keep the window waiting for a processor, nor for what it has to import.

    Signals:
        passed: Once, after the window was painted, or :data:`LATEST_MS` after it was shown.
    """

    passed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._timer.start(LATEST_MS)
        elif event.type() == QEvent.Type.Paint:
            self._timer.start(0)  # the widgets in the window are painted after it, in one go
        return super().eventFilter(watched, event)

    def _on_timer_timeout(self) -> None:
        self._window.removeEventFilter(self)
        self._timer.stop()
        self.passed.emit()
