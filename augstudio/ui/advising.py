"""Advice on the pipeline, found out beside the window once the user rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from augstudio.core.interruption import Interrupted, interruptible
from augstudio.datasets.base import Sample
from augstudio.errors import AugStudioError
from augstudio.insights.advice import Advice
from augstudio.pipelines import Pipeline
from augstudio.ui.dataset_panel.panel import DatasetPanel
from augstudio.ui.pipeline_panel.panel import PipelinePanel
from augstudio.ui.session import Session
from augstudio.ui.state import State
from augstudio.ui.threads import LatestCall

if TYPE_CHECKING:  # imported when the user first rests
    from augstudio.insights.material import Material

REST_MS: Final = 2500
"""How long nothing must change before pictures are looked at."""


@dataclass(frozen=True)
class _Found:
    """What was found out for a pipeline and a seed."""

    pipeline: Pipeline
    material: Material
    advice: tuple[Advice, ...]


class Advising(QObject):
    """Keeps the advice beside the steps in step with dataset and pipeline.

    Signals:
        advised: All advice that is on show was found out anew.
        failed: An exception nobody expected.
    """

    advised = Signal(tuple)
    failed = Signal(object)

    def __init__(
        self, session: Session, state: State, dataset_panel: DatasetPanel, pipeline_panel: PipelinePanel
    ) -> None:
        super().__init__(pipeline_panel)
        self._session, self._state = session, state
        self._dataset_panel, self._pipeline_panel = dataset_panel, pipeline_panel
        self._samples: tuple[Sample, ...] | None = None
        self._material: Material | None = None
        self._advice: tuple[Advice, ...] = ()
        self._calls = LatestCall(self)
        self._calls.succeeded.connect(self._on_calls_succeeded)
        self._calls.failed.connect(self.failed)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)
        self.timer.timeout.connect(self._look)
        session.dataset_changed.connect(self._on_session_dataset_changed)
        session.pipeline_changed.connect(self._on_session_pipeline_changed)
        session.draw_changed.connect(self._on_session_draw_changed)
        dataset_panel.listed.connect(self._on_dataset_panel_listed)
        pipeline_panel.advice_show_requested.connect(self.show_example)
        pipeline_panel.advice_dismissed.connect(self.dismiss)

    def close(self) -> None:
        """Look at nothing any more, and join the thread."""
        self.timer.stop()
        self._calls.close()

    # -- looking ------------------------------------------------------------------------------------

    @Slot()
    def _on_session_dataset_changed(self) -> None:
        self._samples = self._material = None
        self._calls.cancel()
        self.timer.stop()
        self._show(())

    @Slot()
    def _on_dataset_panel_listed(self) -> None:
        # Of an opened export the pipeline is not the user's to change any more.
        if self._session.labelled is not None:
            self._samples = tuple(self._dataset_panel.model.listed)
            self.timer.start()

    @Slot()
    def _on_session_pipeline_changed(self) -> None:
        on = {step.id: step for step in self._session.pipeline.switched_on()}
        self._show(tuple(item for item in self._advice if item.step_id is None or item.step_id in on))
        self._on_session_draw_changed()

    @Slot()
    def _on_session_draw_changed(self) -> None:
        self._calls.cancel()
        if self._samples is not None:
            self.timer.start()

    @Slot()
    def _look(self) -> None:
        dataset, samples = self._session.labelled, self._samples
        if dataset is None or samples is None:
            return
        pipeline, seed, known = self._session.pipeline, self._session.seed, self._material

        def look(_report: object, cancelled: Callable[[], bool]) -> _Found | None:
            from augstudio.insights.material import gather
            from augstudio.insights.relevance import advice_on

            material = known
            try:
                with interruptible(cancelled):
                    if material is None or material.seed != seed:
                        material = gather(dataset, samples, seed=seed, cancelled=cancelled)
                    advice = None if material is None else advice_on(material, pipeline, cancelled)
            except (AugStudioError, Interrupted):  # whoever opens, shows or exports it says what is wrong
                return None
            return None if material is None or advice is None else _Found(pipeline, material, advice)

        self._calls.start(look)

    @Slot(object)
    def _on_calls_succeeded(self, found: _Found | None) -> None:
        if found is None or found.pipeline != self._session.pipeline:
            return
        self._material = found.material
        self._show(found.advice)
        self.advised.emit(self._advice)

    # -- showing ------------------------------------------------------------------------------------

    def _show(self, advice: tuple[Advice, ...]) -> None:
        place = self._place
        away = self._state.dismissed_advice(place) if place is not None and advice else frozenset()
        self._advice = tuple(item for item in advice if item.rule not in away)
        self._pipeline_panel.show_advice(self._advice)

    @property
    def _place(self) -> Path | None:
        return self._session.place

    @Slot(object)
    def show_example(self, advice: Advice) -> None:
        """Show the picture and the copy that a piece of advice names, with its step alone."""
        if advice.example is None:
            return
        self._session.show_alone(advice.step_id)
        self._session.set_copy(max(1, advice.example.copy))
        self._dataset_panel.select_key(advice.example.key)

    @Slot(object)
    def dismiss(self, advice: Advice) -> None:
        """Do not say again for this dataset what a rule says."""
        if self._place is not None:
            self._state.dismiss_advice(self._place, advice.rule)
        self._show(self._advice)
