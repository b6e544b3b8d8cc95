"""All threads of the window.

Work functions know nothing of Qt and take and give immutable values; signals belong to objects that live
in the GUI thread, so results arrive there queued. Every owner closes those it has, which joins them.
A thread that does not come to its end, as one that reads from a drive that is gone, is left behind after a
while: nothing of it arrives any more, and the process ends without it.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from typing import Any, ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QThread, Signal, Slot

CLOSING_MS = 5000
"""How long closing waits for a thread to end."""

_HURRIED_MS = 500  # once another thread was left behind
_LEFT_BEHIND: list[object] = []  # kept, as Qt ends a process that drops a running thread


def let_window_go_first() -> None:
    """Have threads that compute hand the interpreter over after a tenth of a millisecond.

    The window takes it back after each call into Qt, of which the painting of a list makes dozens. By itself
    a thread that lists a folder lets go of it after 5 ms only, each time.
    """
    sys.setswitchinterval(0.0001)


class _RequestThread(QObject):
    """One thread that works on requests one after the other, the one put in last first.

    Signals:
        finished: Request and result.
        failed: An exception that the work function did not expect, and the request.
    """

    finished = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Any], Any],
        limit: int,
        priority: QThread.Priority,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._priority = priority
        self._waiting: deque[Any] = deque(maxlen=limit)
        self._closing = False
        self._working = False
        self._current: Any = None
        self._turn = 0  # of the thread that takes requests
        self._wanted = {0}  # the turns whose results are delivered
        self._earlier: list[_Thread] = []
        self._changed = threading.Condition()
        self._thread = self._started()

    def submit(self, request: Any) -> None:
        """Put a request in front of all others; where there is no room, the oldest is dropped."""
        with self._changed:
            if request in self._waiting:
                self._waiting.remove(request)
            self._waiting.append(request)
            self._changed.notify()

    def drop_pending(self) -> None:
        """Forget everything that waits."""
        with self._changed:
            self._waiting.clear()

    @property
    def current(self) -> Any:
        """The request that is being worked on; None if there is none."""
        with self._changed:
            return self._current if self._working else None

    @property
    def abandoned(self) -> int:
        """How many threads are still at a request that was let go."""
        return sum(thread.isRunning() for thread in self._earlier)

    def let_go(self, *_: object) -> None:
        """Forget everything that waits, and what is being worked on: another thread takes the next request.

        Made for the change to another dataset or picture, as what is read from a drive that is gone ends at
        no time. A result that has been delivered already may still arrive.
        """
        with self._changed:
            self._waiting.clear()
            if not self._working or self._closing:
                return
            self._wanted.clear()
            self._replace_thread()

    def pass_over(self) -> None:
        """Leave what is being worked on to itself: another thread goes on with what waits.

        Its result is delivered all the same, should it ever come.
        """
        with self._changed:
            if self._working and not self._closing:
                self._replace_thread()

    def _replace_thread(self) -> None:
        """Have another thread take the next request; the lock is held."""
        self._turn += 1
        self._wanted.add(self._turn)
        self._working = False
        self._earlier = [thread for thread in (*self._earlier, self._thread) if thread.isRunning()]
        self._thread = self._started()

    def close(self) -> None:
        """Finish the running request, drop the others and join the thread, or leave it behind."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._changed.notify()
        for thread in (self._thread, *self._earlier):
            _join(thread, self)

    def _started(self) -> _Thread:
        thread = _Thread(partial(self._loop, self._turn))
        thread.start(self._priority)
        return thread

    def _loop(self, turn: int) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closing or self._turn != turn)
                if self._closing or self._turn != turn:
                    return
                request = self._waiting.pop()
                self._working, self._current = True, request
            try:
                signal, values = self.finished, (request, self._work(request))
            except Exception as error:  # the thread must live on; the window reports it
                signal, values = self.failed, (error, request)
            with self._changed:
                if turn not in self._wanted:
                    return
                if self._turn == turn:
                    self._working = False
            deliver(signal, *values)


class ConflatingThread(_RequestThread):
    """One thread with one pending slot that is overwritten.

    While a request is being worked on, only the newest of those that arrive is kept; every finished result is
    delivered. So a drag always shows something and never lags behind.
    """

    def __init__(self, work: Callable[[Any], Any], parent: QObject | None = None) -> None:
        super().__init__(work, 1, QThread.Priority.InheritPriority, parent)


class NewestFirstThread(_RequestThread):
    """One thread that works on the newest of many waiting requests; the oldest are dropped.

    Made for thumbnails: what was scrolled into view last is wanted first.
    """

    def __init__(self, work: Callable[[Any], Any], limit: int = 256, parent: QObject | None = None) -> None:
        super().__init__(work, limit, QThread.Priority.LowPriority, parent)


class BackgroundCall(QObject):
    """One function run once beside the window, which may report and be cancelled.

    The function is called with ``report`` (takes any value, from any thread) and ``cancelled`` (asks whether
    to stop).

    Signals:
        reported: A value given to ``report``.
        succeeded: What the function returned.
        failed: The exception it raised.
    """

    reported = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        function: Callable[[Callable[[Any], None], Callable[[], bool]], Any],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._function = function
        self._stop = threading.Event()
        self._thread = _Thread(self._run)

    @property
    def running(self) -> bool:
        """Whether the function has not come to its end yet."""
        return self._thread.isRunning()

    def start(self) -> None:
        """Run the function in a thread of its own."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the function to stop soon."""
        self._stop.set()

    def close(self, limit_ms: int | None = None) -> None:
        """Cancel and join, or leave the thread behind; nothing is delivered any more afterwards.

        Args:
            limit_ms: How long to wait for the function; :data:`CLOSING_MS` if None.
        """
        self.cancel()
        self.blockSignals(True)
        _join(self._thread, self, limit_ms)

    def _run(self) -> None:
        try:
            result = self._function(partial(deliver, self.reported), self._stop.is_set)
        except Exception as error:  # delivered to the window, which shows it
            deliver(self.failed, error)
        else:
            deliver(self.succeeded, result)


class LatestCall(QObject):
    """Functions run beside the window of which only the latest counts.

    One that is replaced or cancelled is asked to stop and left to itself: nothing of it arrives any more, and
    nobody waits for it before the window closes.

    Signals:
        reported: A value that the latest function gave to ``report``; see :class:`BackgroundCall`.
        succeeded: What it returned.
        failed: The exception it raised.
    """

    reported = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest: BackgroundCall | None = None
        self._earlier: list[BackgroundCall] = []

    def start(self, function: Callable[[Callable[[Any], None], Callable[[], bool]], Any]) -> None:
        """Run a function in place of the one before."""
        self.cancel()
        call = self._latest = BackgroundCall(function, self)
        call.reported.connect(self._on_call_reported)
        call.succeeded.connect(self._on_call_succeeded)
        call.failed.connect(self._on_call_failed)
        call.start()

    def cancel(self) -> None:
        """Wait for nothing any more."""
        if self._latest is not None:
            self._latest.cancel()
            self._latest.blockSignals(True)
            self._earlier.append(self._latest)
            self._latest = None
        for call in [call for call in self._earlier if not call.running]:
            self._earlier.remove(call)
            call.close()
            call.deleteLater()

    def close(self, limit_ms: int | None = None) -> None:
        """Cancel, and join all threads or leave them behind.

        Args:
            limit_ms: How long to wait in all; :data:`CLOSING_MS` if None.
        """
        self.cancel()
        ends = time.monotonic() + (_limit_ms() if limit_ms is None else limit_ms) / 1000
        for call in self._earlier:
            call.close(max(0, round(1000 * (ends - time.monotonic()))))
        self._earlier.clear()

    @Slot(object)
    def _on_call_reported(self, value: object) -> None:
        if self.sender() is self._latest:
            self.reported.emit(value)

    @Slot(object)
    def _on_call_succeeded(self, result: object) -> None:
        if self.sender() is self._latest:
            self.cancel()
            self.succeeded.emit(result)

    @Slot(object)
    def _on_call_failed(self, error: object) -> None:
        if self.sender() is self._latest:
            self.cancel()
            self.failed.emit(error)


class ThreadPool:
    """Threads that share the parts of one piece of work, so that all processors are used for it."""

    living: ClassVar[WeakSet[ThreadPool]] = WeakSet()

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max(2, os.cpu_count() or 2), "pool")
        self._parts: WeakSet[Future[Any]] = WeakSet()
        self.open = True
        self.living.add(self)

    def map(self, function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
        """Like the built-in ``map``, all at once; gives the results in order, or raises the first error."""
        parts = [self._pool.submit(function, item) for item in items]
        self._parts.update(parts)
        try:
            return [part.result() for part in parts]
        finally:
            for part in parts:
                part.cancel()

    def close(self) -> None:
        """Join the threads, or leave them behind."""
        hanging = wait(list(self._parts), _limit_ms() / 1000).not_done
        if hanging:
            _LEFT_BEHIND.append(self)
        self._pool.shutdown(wait=not hanging, cancel_futures=True)
        self.open = False


class _Thread(QThread):
    """A thread that runs one function."""

    living: ClassVar[WeakSet[_Thread]] = WeakSet()

    def __init__(self, function: Callable[[], None]) -> None:
        super().__init__()
        self._function = function
        self.living.add(self)

    def run(self) -> None:
        self._function()


def _limit_ms() -> int:
    return min(CLOSING_MS, _HURRIED_MS) if _LEFT_BEHIND else CLOSING_MS


def _join(thread: _Thread, owner: QObject, limit_ms: int | None = None) -> None:
    """Wait for a thread; where it does not end, keep it and its owner, and let nothing of it arrive."""
    if not thread.wait(_limit_ms() if limit_ms is None else limit_ms):
        owner.blockSignals(True)
        owner.setParent(None)
        _LEFT_BEHIND.append((thread, owner))


def deliver(signal: Any, *values: object) -> None:
    """Emit a signal from any thread."""
    # Whoever waited for a thread that was left behind may be gone.
    with contextlib.suppress(RuntimeError):
        signal.emit(*values)


def end_without_threads(code: int) -> None:
    """End the process at once where threads were left behind, for which Python and Qt would wait.

    Args:
        code: The process's exit code.
    """
    if _LEFT_BEHIND:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)


def result_within(function: Callable[[], Any], seconds: float) -> Any:
    """What a function returns, or None where it takes longer: then it is left to itself."""
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(function()), daemon=True)
    thread.start()
    thread.join(seconds)
    return found[0] if found else None


def running_threads() -> int:
    """How many of the window's threads are running; none may be left when it has closed."""
    pools = sum(pool.open for pool in ThreadPool.living)
    return pools + sum(thread.isRunning() for thread in _Thread.living)
