"""Notices what must not happen: errors that nobody catches, messages of Qt, hangs."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from augstudio.ui.main_window import MainWindow

HANG_SECONDS: Final = 5.0
"""A turn of the event loop that takes longer is a hang; time without a processor is not counted."""

LAST_SECONDS: Final = 120.0
"""A turn that takes longer is a hang, whatever the machine does."""

_BEAT_MS: Final = 100
_LOOK_SECONDS: Final = 0.2
_THREADS: Final = Path("/proc/self/task")
# What a screen that nobody sees cannot do; the last comes from Qt itself where that has two device pixels
# for each logical one.
_HARMLESS: Final = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise",
    "This plugin does not support grabbing the keyboard",
    "This plugin does not support grabbing the mouse",
    "The cached device pixel ratio value was stale on window expose",
)
_FAILURES: Final = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


def starved_seconds() -> dict[str, float]:
    """How long each thread of the process has waited for a processor; empty if nobody tells."""
    found = {}
    for file in _THREADS.glob("*/schedstat"):
        with suppress(OSError, ValueError, IndexError):  # the thread may have ended
            found[file.parent.name] = int(file.read_text().split()[1]) / 1e9
    return found


def starved_since(before: dict[str, float]) -> float:
    """The longest that one thread has waited since."""
    return max((seconds - before.get(name, 0.0) for name, seconds in starved_seconds().items()), default=0.0)


class _Patience(threading.Thread):
    """Ends the process where the event loop does not come back, and says where it is."""

    def __init__(self, seconds: float) -> None:
        super().__init__(name="patience", daemon=True)
        self._seconds = seconds
        self._turned = threading.Event()
        self._ended = threading.Event()
        self._resting = False

    def turn(self, *, resting: bool = False) -> None:
        """The event loop runs, or rests for as long as it needs."""
        self._resting = resting
        self._turned.set()

    def end(self) -> None:
        """Wait no more."""
        self._ended.set()

    def run(self) -> None:
        begun, starved = time.monotonic(), starved_seconds()
        while not self._ended.wait(_LOOK_SECONDS):
            if self._turned.is_set() or self._resting:
                self._turned.clear()
                begun, starved = time.monotonic(), starved_seconds()
            elif time.monotonic() - begun - starved_since(starved) > self._seconds:
                print(f"The event loop hangs for {time.monotonic() - begun:.1f} s.", file=sys.stderr)
                faulthandler.dump_traceback(all_threads=True)
                sys.stderr.flush()
                os._exit(1)


class Watch(QObject):
    """Collects what went wrong; ends the process where the event loop hangs.

    Attributes:
        problems: What went wrong, for people.
        longest: Seconds of the longest turn of the event loop.
        worked: Seconds of the most processor time that the window's thread took in one turn.
    """

    def __init__(self, patience: float = HANG_SECONDS) -> None:
        super().__init__()
        self._patience = _Patience(patience)
        self.problems: list[str] = []
        self.longest = self.worked = 0.0
        self._beaten, self._at_work = time.monotonic(), time.thread_time()
        self._watched: MainWindow | None = None
        self._handler: Callable[..., object] | None = None
        self._told_before: Callable[..., object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Watch from now on."""
        sys.excepthook = lambda _kind, error, _trace: self._on_error(error)
        sys.unraisablehook = lambda told: self._on_error(told.exc_value)
        threading.excepthook = lambda told: self._on_error(told.exc_value)
        self._hear_qt()
        self._timer.start()
        self._patience.start()
        self.beat()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._patience.end()
        faulthandler.cancel_dump_traceback_later()
        qInstallMessageHandler(None)

    def beat(self) -> None:
        """The event loop runs."""
        now, at_work = time.monotonic(), time.thread_time()
        self.longest, self._beaten = max(self.longest, now - self._beaten), now
        self.worked, self._at_work = max(self.worked, at_work - self._at_work), at_work
        self._patience.turn()
        # If no thread of Python's comes to its turn any more.
        faulthandler.dump_traceback_later(LAST_SECONDS, exit=True)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Allow a turn to take long, as it is the check's own work."""
        faulthandler.cancel_dump_traceback_later()
        self._patience.turn(resting=True)
        yield
        self._beaten, self._at_work = time.monotonic(), time.thread_time()
        self.beat()

    def follow(self, window: MainWindow) -> None:
        """Watch this window; others that are built in its place have hooks of their own."""
        self._hear_qt()
        if window is not self._watched:
            self._watched = window
            window.crashes.caught.connect(self._on_caught)

    def _hear_qt(self) -> None:
        """Stand before whatever else hears Qt's messages."""
        before: Any = qInstallMessageHandler(self._on_message)
        if before != self._on_message:
            self._told_before = before

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _FAILURES and not is_harmless(message):
            self.problems.append(f"{kind.name}: {message}")
            traceback.print_stack()
        if self._told_before is not None:
            self._told_before(kind, context, message)

    def _on_caught(self, title: str, details: str) -> None:
        self.problems.append(f"{title}\n{details}")

    def _on_error(self, error: BaseException | None) -> None:
        if error is not None:
            traceback.print_exception(error)
            self.problems.append(f"{type(error).__name__}: {error}")


def is_harmless(message: str) -> bool:
    """Whether a message of Qt is only about a screen that nobody sees."""
    return message.startswith(_HARMLESS)
