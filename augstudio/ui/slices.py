"""Work of the window's own thread in short slices, so that the window stays awake meanwhile."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

SLICE_SECONDS: Final = 0.008

_FREED_IN_A_STEP: Final = 1000


class Slices(QObject):
    """Runs a generator in turns of the event loop; what is begun next takes the place of what is under way.

    What takes one step only is done at once.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, Any] | None = None
        self._then: Callable[[Any], object] = lambda _result: None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def start(self, steps: Generator[None, None, Any], then: Callable[[Any], object]) -> None:
        """Begin; the first step is made at once.

        Args:
            steps: Yields where it may be interrupted; no step may take long.
            then: Called with what it returns.
        """
        self.cancel()
        self._steps, self._then = steps, then
        if self._step():
            self._timer.start()

    def cancel(self) -> None:
        """Leave what is under way."""
        self._timer.stop()
        self._steps = None

    @Slot()
    def _on_timer_timeout(self) -> None:
        ends = time.perf_counter() + SLICE_SECONDS
        while self._step():
            if time.perf_counter() > ends:
                return

    def _step(self) -> bool:
        """Make a step; whether there are more."""
        if self._steps is None:
            return False
        try:
            next(self._steps)
        except StopIteration as end:
            self.cancel()
            self._then(end.value)
            return False
        return True


class Disposal(QObject):
    """Lets go of very many things in turns of the event loop, as ending them takes its time, too.

    Signals:
        ended: Nothing is left to be let go.
    """

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[list[Any] | dict[Any, Any]] = deque()
        self._slices = Slices(self)

    @property
    def busy(self) -> bool:
        """Whether something is left to be let go."""
        return self._slices.busy

    def take(self, *collections: list[Any] | dict[Any, Any]) -> None:
        """Empty collections that nobody needs any more, after those that were taken before."""
        self._waiting.extend(collections)
        if not self._slices.busy:
            self._slices.start(self._emptying(), lambda _nothing: self.ended.emit())

    def _emptying(self) -> Generator[None, None, None]:
        while self._waiting:
            some = self._waiting[0]
            if isinstance(some, list):
                del some[-_FREED_IN_A_STEP:]
            else:
                for _ in range(min(_FREED_IN_A_STEP, len(some))):
                    some.popitem()
            if not some:
                self._waiting.popleft()
            if self._waiting:
                yield
