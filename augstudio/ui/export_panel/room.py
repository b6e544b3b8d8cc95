"""Waits until there is room on a disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from augstudio.ui.threads import LatestCall

LOOK_MS = 1500
"""Time between two looks at a disk."""


class RoomWatch(QObject):
    """Looks beside the window, again and again, how much room there is, while somebody waits for it.

    Signals:
        changed: Bytes that are free now, other than before; None where the place does not say it.
        failed: An exception nobody expected.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out = Path()
        self._free: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._call = LatestCall(self)
        self._call.succeeded.connect(self._on_call_succeeded)
        self._call.failed.connect(self.failed)

    def begin(self, out: Path, free: int | None) -> None:
        """Tell when there is more or less room for a folder than now."""
        self._out, self._free = out, free
        self._timer.start(LOOK_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._call.cancel()

    def close(self) -> None:
        """Stop, and join the thread or leave it behind."""
        self._timer.stop()
        self._call.close()

    def _on_timer_timeout(self) -> None:
        out = self._out
        self._call.start(lambda _report, _cancelled: _free_now(out))

    @Slot(object)
    def _on_call_succeeded(self, free: int | None) -> None:
        self._timer.start(LOOK_MS)
        if free != self._free:
            self._free = free
            self.changed.emit(free)


def _free_now(out: Path) -> int | None:
    from augstudio.export.estimate import free_bytes

    try:
        return free_bytes(out)
    except OSError:  # the drive is gone for now
        return 0
