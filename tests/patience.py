"""How long tests wait for what comes by itself: as long as a machine may take that others use, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

WAIT_SECONDS: Final = 60.0
WAIT_MS: Final = round(1000 * WAIT_SECONDS)
"""Only a test that fails waits so long."""


class PatientBot(QtBot):
    """Waits as long by itself; pytest-qt's five seconds are less than a thread may wait for a processor."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = WAIT_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = WAIT_MS, **options: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **options)
