"""Makes one random gesture after the other, whatever windows, menus and questions come up."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from augstudio.core.text import printable
from augstudio.ui.host import Host
from augstudio.ui.main_window import MainWindow
from tests.random_input.choosing import escape, in_file_dialog, in_menu, in_popup, in_window
from tests.random_input.gestures import Gesture, press_keys, while_there
from tests.random_input.places import Places
from tests.random_input.truth import lies, says_exported
from tests.random_input.watch import Watch

SETTLING_SECONDS: Final = 120.0
"""Processor time that pictures may take at the end until they are as exported."""

LAST_SECONDS: Final = 600.0
"""How long they may take by the clock, whatever else the machine does."""

_NESTED_MS: Final = 40
_MOST_NESTED: Final = 4
_CHECK_SECONDS: Final = 2.0

Log = Callable[[str], object]


class _Running(NamedTuple):
    """A gesture that has begun.

    Attributes:
        gesture: What is left of it.
        level: How many event loops ran when it began.
    """

    gesture: Gesture
    level: int

    @property
    def is_sending(self) -> bool:
        """Whether it is sending an event just now."""
        return inspect.getgeneratorstate(self.gesture) == inspect.GEN_RUNNING


class Driver(QObject):
    """Drives the window with a seed, until its time is over or something went wrong."""

    def __init__(
        self, host: Host, places: Places, watch: Watch, seed: int, log: Log, *, seconds: float, events: int
    ) -> None:
        super().__init__()
        self._host, self._places, self._watch, self._log = host, places, watch, log
        self._seed, self._events = seed, events
        self._number = 0
        self._begun = time.monotonic()
        self._ends = self._begun + seconds
        self._running: list[_Running] = []
        self._over_at: tuple[float, float] | None = None
        self._checked, self._check_took = self._begun, 0.0
        self.checks = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def number(self) -> int:
        """How many gestures have begun."""
        return self._number

    def start(self) -> None:
        """Begin."""
        self._timer.start(0)

    # -- turns --------------------------------------------------------------------------------------

    def _on_timer_timeout(self) -> None:
        level = QThread.currentThread().loopLevel()
        if self._running and self._running[-1].is_sending and self._running[-1].level == level:
            self._timer.start(5)  # Qt looks for events while it sends one; no other loop runs
            return
        window = self._window()
        self._watch.follow(window)
        self._check(window)
        if self._watch.problems:
            self._end(1)
            return
        self._timer.start(_NESTED_MS)
        pause = self._go_on(window, level)
        if pause is not None:
            self._timer.start(pause)

    def _go_on(self, window: MainWindow, level: int) -> int | None:
        """The next part of a gesture, in a loop of its own if the last one has opened one; then a pause."""
        if not self._running or self._running[-1].is_sending:
            over = time.monotonic() > self._ends or self._number >= self._events
            if over and self._at_rest(window):
                self._end(0)
                return None
            gesture = self._leave(window) if over else self._begin(window, len(self._running))
            self._running.append(_Running(gesture, level))
        running = self._running[-1]
        pause = next(running.gesture, None)
        if pause is not None:
            return pause
        self._running.remove(running)
        return Random(f"{self._seed} pause {self._number}").choice((0, 0, 5, 20, 60, 150))

    def _window(self) -> MainWindow:
        """The window; a new one, as at another start, where it was closed."""
        window = self._host.window
        if window is None or not window.isVisible():
            self._tell("the window was closed: another start")
            self._host.close()
            if window is not None:
                window.deleteLater()
            window = self._host.open(None, None)
            window.resize(1440, 900)
        return window

    # -- what is done -------------------------------------------------------------------------------

    def _begin(self, window: MainWindow, depth: int) -> Gesture:
        self._number += 1
        chance = Random(f"{self._seed} {self._number}")
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            choice = in_menu(popup, chance) if isinstance(popup, QMenu) else in_popup(popup, window, chance)
        elif isinstance(modal, QFileDialog):
            choice = in_file_dialog(modal, self._places, chance)
        elif modal is not None and depth > _MOST_NESTED:
            choice = escape(modal)
        else:
            choice = in_window(window, modal, self._places, chance)
        self._tell(choice.name)
        return while_there(choice.widget, choice.gesture, popup or modal)

    def _leave(self, window: MainWindow) -> Gesture:
        """Close what is open, so that the window comes to rest."""
        top = self._over(window)
        if top is None:
            yield 100
            return
        if top.isModal() or isinstance(top, QMenu) or top.windowType() == Qt.WindowType.Popup:
            yield from press_keys(top, [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)])
        else:
            top.close()
        yield 50

    def _over(self, window: MainWindow) -> QWidget | None:
        """What lies over the window; None if nothing does."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def _at_rest(self, window: MainWindow) -> bool:
        """Whether the window is still after the last gesture."""
        if self._over(window) is not None or QThread.currentThread().loopLevel() > 1:
            return False
        if self._over_at is None:
            self._over_at = time.monotonic(), time.process_time()
        waited, worked = time.monotonic() - self._over_at[0], time.process_time() - self._over_at[1]
        opening = window.documents.opener.path is not None or window.pipelines.opener.path is not None
        busy = opening or window.preview.controller.busy or window.session.selecting
        if busy and worked < SETTLING_SECONDS and waited < LAST_SECONDS:
            return False
        if busy:
            told = f"no picture after {waited:.0f} s, and {worked:.0f} s of processor time"
            self._watch.problems.append(told)
        return True

    # -- what is seen -------------------------------------------------------------------------------

    def _check(self, window: MainWindow) -> None:
        """See now and then whether the window says the truth."""
        rested = time.monotonic() - self._checked
        if rested < max(_CHECK_SECONDS, 4 * self._check_took) or not says_exported(window):
            return
        self._checked = time.monotonic()
        with self._watch.resting():
            found = lies(window)
        self._check_took = time.monotonic() - self._checked
        self.checks += 1
        self._watch.problems += found

    def _end(self, code: int) -> None:
        if not code:
            window = self._window()
            with self._watch.resting():
                self._watch.problems += lies(window)
            self.checks += 1
        QApplication.exit(code)

    def _tell(self, what: str) -> None:
        spent = time.monotonic() - self._begun
        self._log(printable(f"{spent:8.2f} s  #{self._number}  {what}"))
