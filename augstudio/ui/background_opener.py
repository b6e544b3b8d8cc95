"""Opens one thing at a time beside the window, so that a slow folder holds up nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from augstudio.core.text import printable, shortened
from augstudio.ui.notice import Notice, NoticeBar
from augstudio.ui.threads import LatestCall

PATIENCE_MS = 400
"""How long something may take to open before that is said over the pictures."""

_LONGEST_NAME = 60
_CLOSING_MS = 1000  # nothing is written that would have to be finished


class BackgroundOpener(QObject):
    """Has things looked at in a thread; what is to be opened next takes the place of what is waited for.

    Signals:
        begun: The name of what is being opened.
        ended: Nothing is being opened any more.
        failed: An exception nobody expected.
    """

    begun = Signal(str)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        """What is being opened; None if nothing is."""
        self._then: Callable[[Any], object] = lambda _found: None
        self._holds = False
        self._look: Callable[[], Any] | None = None  # what begins when nothing is held back any more
        self._call = LatestCall(self)
        self._call.succeeded.connect(self._on_call_succeeded)
        self._call.failed.connect(self._on_call_failed)

    def begin(self, path: Path, look: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Look at something, and go on with what was found; until then all stays as it is.

        Args:
            path: What is opened.
            look: Run in a thread; knows nothing of Qt.
            then: Called with its result, in the GUI thread.
        """
        self.path, self._then, self._look = path, then, look
        if not self._holds:
            self._start()
        self.begun.emit(printable(shortened(path.name or str(path), _LONGEST_NAME)))

    def hold(self) -> None:
        """Only note what is to be opened until :meth:`release`."""
        self._holds = True

    @Slot()
    def release(self) -> None:
        """Look at what was begun meanwhile, if it is still wanted."""
        self._holds = False
        self._start()

    def _start(self) -> None:
        look, self._look = self._look, None
        if look is not None:
            self._call.start(lambda _report, _cancelled: _looked(look))

    def cancel(self) -> None:
        """Wait no more for what is being opened."""
        if self.path is not None:
            self.path = self._look = None
            self._call.cancel()
            self.ended.emit()

    def close(self) -> None:
        """Cancel, and join the threads or leave them behind."""
        self.path = self._look = None
        self._call.close(_CLOSING_MS)

    @Slot(object)
    def _on_call_succeeded(self, found: object) -> None:
        self.path = None
        self._then(found)
        self._tell_end()

    @Slot(object)
    def _on_call_failed(self, error: Exception) -> None:
        self.path = None
        self.failed.emit(error)
        self._tell_end()

    def _tell_end(self) -> None:
        if self.path is None:  # else something else has been begun
            self.ended.emit()


def _looked(look: Callable[[], Any]) -> Any:
    """Look, once what will show the pictures is imported: here, lest the window has to wait for that."""
    from augstudio.preview import renderer  # noqa: F401

    return look()


def withdraw_outdated(notice: NoticeBar, topic: str) -> None:
    """Withdraw what is out of date once something of this topic was opened or saved."""
    notice.withdraw(topic)
    for other in ("dataset", "pipeline", "drop", "dropped kind"):
        notice.withdraw(other, errors_only=True)


class OpeningNotice(QObject):
    """Says over the pictures what is being opened, once that takes a while, and lets it be cancelled."""

    def __init__(self, opener: BackgroundOpener, notice: NoticeBar, topic: str = "opening") -> None:
        super().__init__(opener)
        self._topic = topic
        self._opener = opener
        self._notice = notice
        self._name = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        opener.begun.connect(self._on_opener_begun)
        opener.ended.connect(self._on_opener_ended)

    def _on_opener_begun(self, name: str) -> None:
        self._notice.withdraw(self._topic)
        self._name = name
        self._timer.start()

    def _on_opener_ended(self) -> None:
        self._timer.stop()
        self._notice.withdraw(self._topic)

    def _on_timer_timeout(self) -> None:
        text = self.tr("Opening {0}…").format(self._name)
        cancel, button = self._opener.cancel, self.tr("Cancel")
        self._notice.interrupt(Notice(text, button=button, action=cancel, topic=self._topic, icon="open"))
