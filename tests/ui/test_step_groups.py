"""A card says why its step does not take part."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from augstudio.core.step import Step
from augstudio.pipelines import Pipeline
from augstudio.render.resolve import resolve
from augstudio.transforms import HorizontalFlip, Invert, OneOf
from augstudio.ui.pipeline_panel.panel import PipelinePanel
from augstudio.ui.session import Session


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ({"enabled": False}, "Switched off together with the step above that it belongs to."),
        ({"probability": 0.0}, "Not applied to this copy, because of its probability."),
        ({}, ""),
    ],
    ids=["off", "improbable", "on"],
)
def test_members_of_a_group_say_why_they_stay_out(qtbot: QtBot, out: dict[str, object], reason: str) -> None:
    steps = (Step(id=1, transform=OneOf(count=2)), Step(id=2, transform=Invert()))
    pipeline = Pipeline(steps=(*steps, Step(id=3, transform=HorizontalFlip(), probability=0.0)))
    pipeline = pipeline.replacing(steps[0].model_copy(update=out))
    session = Session()
    session.edit_pipeline(pipeline, "a test")
    panel = PipelinePanel(session)
    qtbot.addWidget(panel)
    drawn = resolve(pipeline, (9, 9), seed=0, key="k", copy=1).draws
    panel.show_draws([(pipeline, drawn)])
    assert panel.steps.cards[1].toolTip() == reason
    assert bool(panel.steps.cards[1].property("out")) == bool(reason)
