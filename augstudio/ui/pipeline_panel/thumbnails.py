"""Small pictures of what a pipeline does to the current picture, made beside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPixmap

from augstudio.core.image import Image, size_of
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.padding import Padding
from augstudio.core.parameters import parameters_of
from augstudio.core.transform import Transform
from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import AugStudioError
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import demonstrated
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.ui.qimage import qimage_from_image
from augstudio.ui.session import Session
from augstudio.ui.tasks import NewestFirstWorker

SIDE = 112
"""Longest side of a thumbnail in logical pixels: about as it is shown, so that noise is not averaged away."""


@dataclass(frozen=True)
class Scene:
    """What thumbnails are made of: the picture and the draw on show, and their longest side in pixels."""

    dataset: Dataset
    sample: Sample
    seed: int
    copy: int
    side: int

    @classmethod
    def of(cls, session: Session, ratio: float) -> Scene | None:
        """The session's, for a screen with so many pixels per logical pixel; None without a picture."""
        if session.dataset is None or session.sample is None:
            return None
        return cls(session.dataset, session.sample, session.seed, session.copy, round(SIDE * ratio))


@dataclass(frozen=True)
class Job:
    """One thumbnail to make."""

    scene: Scene
    name: str
    pipeline: Pipeline


def demonstration(transform: type[Transform], padding: Padding) -> Pipeline:
    """A pipeline of one step that shows what a transform does with its defaults.

    Every range is fixed at the end that changes more: the one farther from the value that changes nothing.
    """
    chosen = demonstrated(transform)
    for parameter in parameters_of(transform):
        if parameter.is_range:
            neutral = (transform.NEUTRAL or {}).get(parameter.name, (0.0, 0.0))[0]
            low, high = parameter.default
            end = low if abs(low - neutral) > abs(high - neutral) else high
            chosen = chosen.model_copy(update={parameter.name: parameter.fixed_at(end)})
    return Pipeline.of((chosen,), padding)


class PipelineThumbnails(QObject):
    """Makes thumbnails for named pipelines; the thread starts with the first one.

    Signals:
        made: A name and its picture.
    """

    made = Signal(str, QPixmap)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: NewestFirstWorker | None = None
        self._renderer = _Renderer()
        self._scene: Scene | None = None

    def ask(self, scene: Scene, pipelines: dict[str, Pipeline]) -> None:
        """Make these thumbnails, the first ones first, in place of any still waiting."""
        if self._worker is None:
            self._worker = NewestFirstWorker(self._renderer, parent=self)
            self._worker.finished.connect(self._on_worker_finished)
        elif self._scene is not None and self._scene.dataset is not scene.dataset:
            self._worker.let_go()
        self._scene = self._renderer.wanted = scene
        self._worker.drop_pending()
        for name, pipeline in reversed(pipelines.items()):
            self._worker.submit(Job(scene, name, pipeline))

    def close(self) -> None:
        """Give up what is being made, and join the thread."""
        self._renderer.wanted = None
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    @Slot(object, object)
    def _on_worker_finished(self, job: Job, image: Image | None) -> None:
        if image is not None and job.scene == self._scene:
            self.made.emit(job.name, QPixmap.fromImage(qimage_from_image(image)))


class _Renderer:
    """The work: keeps the last picture, so that it is decoded once for all thumbnails of a scene.

    Attributes:
        wanted: The scene whose thumbnails are waited for; work for another one is given up.
    """

    def __init__(self) -> None:
        self.wanted: Scene | None = None
        self._decoded: tuple[Sample, int, Image | None] | None = None

    def __call__(self, job: Job) -> Image | None:
        image = self._picture(job.scene)
        if image is None:
            return None
        scene = job.scene
        size, key = size_of(image), scene.sample.origin
        try:
            with interruptible(lambda: self.wanted is not scene and self.wanted != scene):
                return render(image, resolve(job.pipeline, size, seed=scene.seed, key=key, copy=scene.copy))
        except Interrupted:
            return None  # nobody waits for it any more
        except AugStudioError:
            return None  # it would become too large; the preview says so once it is tried

    def _picture(self, scene: Scene) -> Image | None:
        # A thread that was let go may still come to its end here.
        decoded = self._decoded
        if decoded is None or decoded[:2] != (scene.sample, scene.side):
            try:
                decoded = (scene.sample, scene.side, scene.dataset.thumbnail(scene.sample, scene.side))
            except AugStudioError:
                # The preview says why the picture cannot be read; there is nothing to show here.
                decoded = (scene.sample, scene.side, None)
            self._decoded = decoded
        return decoded[2]
