"""Keeps the preview up to date: drafts while something moves, exact pictures once it settles."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from augstudio.core.cached import cached_property
from augstudio.preview.requests import MadeFrame, PreviewRequest, PreviewResult
from augstudio.render.step_results import StepResults
from augstudio.ui.threads import ConflatingThread, ThreadPool, deliver

if TYPE_CHECKING:
    from augstudio.preview.renderer import PreviewRenderer

SETTLE_MS = 120
"""How long nothing must change before the exact pictures are made."""

PATIENCE_MS = 1000
"""How long work on a picture that is not wanted any more may hold up another one."""

MAX_ABANDONED = 4
"""How many threads may be left at pictures that do not come, for drafts and for exact ones each."""


class PreviewController(QObject):
    """Sends requests to two threads and hands their results on.

    Drafts and exact pictures have a thread each, so that a long exact rendering never holds up a drag.
    Results of a request that has been replaced are shown only while they are drafts of the same view.
    A picture that does not come, as from a drive that is gone, is left to its thread once another one is
    wanted.

    Signals:
        requested: The :class:`PreviewRequest` that is wanted from now on, or None.
        frame_made: A :class:`MadeFrame` of what is wanted, while others are still being made.
        rendered: A :class:`PreviewResult` to show.
        settled: The result just shown is exact and nothing is waiting.
        failed: An exception nobody expected.
    """

    requested = Signal(object)
    frame_made = Signal(object)
    rendered = Signal(object)
    _made = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(
        self,
        make_request: Callable[[], PreviewRequest | None],
        parent: QObject | None = None,
        results: StepResults | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_request = make_request
        self._wanted: PreviewRequest | None = None
        self._serial = 0
        self._results = results or StepResults()
        self._draft_pool = ThreadPool()
        self._drafts = ConflatingThread(lambda request: self._rendered(request, self._draft_pool), self)
        self._exact_pool = ThreadPool()
        self._exact = ConflatingThread(lambda request: self._rendered(request, self._exact_pool), self)
        self._made.connect(self._on_made)
        for thread in (self._drafts, self._exact):
            thread.finished.connect(self._on_thread_finished)
            thread.failed.connect(self._on_thread_failed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._on_settle_timeout)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)

    @cached_property
    def _renderer(self) -> PreviewRenderer:
        """Imported with the first request, as it takes all that makes pictures."""
        from augstudio.preview.renderer import PreviewRenderer

        return PreviewRenderer(results=self._results)

    def _rendered(self, request: PreviewRequest, pool: ThreadPool) -> PreviewResult | None:
        return self._renderer(request, pool.map, partial(deliver, self._made))

    @property
    def busy(self) -> bool:
        """Whether what is on show is not yet the exact picture of what is wanted."""
        return self._wanted is not None

    def update(self) -> None:
        """Something changed: render what is wanted now."""
        request = self._make_request()
        self._exact.drop_pending()
        self._serial += 1
        if request is None:
            self._wanted = None
            self._settle.stop()
            self._drafts.drop_pending()
            self.requested.emit(None)
            return
        self._wanted = self._renderer.newest = replace(request, serial=self._serial)
        self.requested.emit(self._wanted)
        self._drafts.submit(self._wanted)
        self._settle.start()
        if not self._patience.isActive() and self._holding_up():
            self._patience.start()

    def let_go(self) -> None:
        """Wait no more for pictures of a dataset that is not open any more."""
        self._drafts.let_go()
        self._exact.let_go()

    def close(self) -> None:
        """Join the threads."""
        self._settle.stop()
        self._patience.stop()
        self._wanted = None
        self._renderer.closing = True
        self._drafts.close()
        self._exact.close()
        self._draft_pool.close()
        self._exact_pool.close()

    def _on_settle_timeout(self) -> None:
        if self._wanted is not None:
            self._exact.submit(replace(self._wanted, exact=True))

    def _holding_up(self) -> list[ConflatingThread]:
        """The threads that are at another picture than the one wanted."""
        wanted = self._wanted
        at_work = ((thread, thread.current) for thread in (self._drafts, self._exact))
        return [
            thread
            for thread, current in at_work
            if wanted is not None and current is not None and not current.same_picture(wanted)
        ]

    def _on_patience_timeout(self) -> None:
        held_up = self._holding_up()
        for thread in held_up:
            if thread.abandoned < MAX_ABANDONED:
                thread.let_go()
        if held_up and self._wanted is not None:
            self._drafts.submit(self._wanted)
            self._settle.start()
        if self._holding_up():
            self._patience.start()

    @Slot(object, object)
    def _on_thread_failed(self, error: Exception, request: PreviewRequest) -> None:
        if self._wanted is not None and request.serial == self._wanted.serial:
            self._wanted = None
            self._settle.stop()
        self.failed.emit(error)

    @Slot(object, object)
    def _on_thread_finished(self, request: PreviewRequest, result: PreviewResult | None) -> None:
        wanted = self._wanted
        if wanted is None or result is None:
            return
        if request.serial == wanted.serial and (result.exact or result.error):
            # Only the newest request may end the wait; an exact rendering of an older one is late.
            self._settle.stop()
            self._exact.drop_pending()
            self._wanted = None
            self.rendered.emit(result)
            if self._wanted is None:  # nothing has been asked for because of this result
                self.settled.emit()
        elif not request.exact and _may_be_shown(request, wanted):
            self.rendered.emit(result)

    @Slot(object)
    def _on_made(self, made: MadeFrame) -> None:
        request, wanted = made.request, self._wanted
        if wanted is not None and (
            request.serial == wanted.serial or (not request.exact and _may_be_shown(request, wanted))
        ):
            self.frame_made.emit(made)


def _may_be_shown(older: PreviewRequest, wanted: PreviewRequest) -> bool:
    """Whether a draft may be shown although a newer one is coming: same picture, same view and panes."""
    return older.same_layout(wanted) and older.same_picture(wanted)
