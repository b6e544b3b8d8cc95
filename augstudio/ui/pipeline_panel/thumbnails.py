"""Small pictures of what a pipeline does to the current picture, made beside the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPixmap

from augstudio.core.cached import cached_property
from augstudio.pipelines import Pipeline
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.render.step_results import StepResults
from augstudio.ui.preview.controller import MAX_ABANDONED
from augstudio.ui.qimage import qimage_from_bgra
from augstudio.ui.session import Session
from augstudio.ui.threads import NewestFirstThread

if TYPE_CHECKING:
    from augstudio.preview.renderer import PreviewRenderer
    from augstudio.preview.thumbnails import ThumbnailSource

SIDE = 112
"""Longest side of a thumbnail in logical pixels: about as it is shown, so that noise is not averaged away."""

_CACHE_BYTES = 8 * 2**20


def thumbnail_source(session: Session, ratio: float) -> ThumbnailSource | None:
    """What the session shows, for a screen with so many pixels per logical pixel; None without a picture."""
    from augstudio.preview.thumbnails import ThumbnailSource

    if session.dataset is None or session.sample is None:
        return None
    dataset, side = session.dataset, round(SIDE * ratio)
    return ThumbnailSource(dataset, session.sample, session.seed, session.copy, side, labelled=dataset)


class PipelineThumbnails(QObject):
    """Makes thumbnails for named pipelines; the thread starts with the first one.

    Signals:
        made: A name and its picture.
    """

    made = Signal(str, QPixmap)

    def __init__(self, parent: QObject | None = None, results: StepResults | None = None) -> None:
        super().__init__(parent)
        self._results = results or StepResults()
        self._thread: NewestFirstThread | None = None
        self._source: ThumbnailSource | None = None
        self._serial = 0

    @cached_property
    def _renderer(self) -> PreviewRenderer:
        return self._new_renderer()

    def _new_renderer(self) -> PreviewRenderer:
        from augstudio.preview.renderer import PreviewRenderer

        return PreviewRenderer(_CACHE_BYTES, self._results)

    def ask(self, source: ThumbnailSource, pipelines: dict[str, Pipeline]) -> None:
        """Make these thumbnails, the first ones first, in place of any still waiting or being made."""
        if self._thread is None:
            self._renderer = self._new_renderer()
            self._thread = NewestFirstThread(self._renderer, parent=self)
            self._thread.finished.connect(self._on_thread_finished)
        elif self._source is not None and self._shows_another(self._source, source):
            self._thread.let_go()
        self._source = source
        self._serial += 1
        requests = [source.request(name, pipeline, self._serial) for name, pipeline in pipelines.items()]
        self._renderer.newest = requests[0] if requests else None
        self._thread.drop_pending()
        for request in reversed(requests):
            self._thread.submit(request)

    def _shows_another(self, before: ThumbnailSource, source: ThumbnailSource) -> bool:
        """Whether what is being made may be left to a thread whose picture never comes."""
        if before.dataset is not source.dataset:
            return True
        abandoned = self._thread.abandoned if self._thread is not None else 0
        return before.sample != source.sample and abandoned < MAX_ABANDONED

    def close(self) -> None:
        """Give up what is being made, and join the thread."""
        if self._thread is not None:
            self._renderer.closing = True
            self._thread.close()
            self._thread = None

    @Slot(object, object)
    def _on_thread_finished(self, request: PreviewRequest, result: PreviewResult | None) -> None:
        # Where there is no picture, the preview says why it cannot be read or would become too large.
        if request.serial == self._serial and result is not None and result.frames:
            (frame,) = result.frames
            picture = qimage_from_bgra(frame.pixels, opaque=frame.opaque).copy()
            self.made.emit(request.panes[0].caption, QPixmap.fromImage(picture))
