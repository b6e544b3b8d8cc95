from __future__ import annotations

import pytest

from augstudio.core.step import Step
from augstudio.core.transform import Draw
from augstudio.pipelines import Pipeline
from augstudio.render.resolve import StepDraw
from augstudio.transforms import HorizontalFlip, Rotate
from augstudio.ui.preview.draw_text import describe_draw, describe_draws
from augstudio.ui.session import Session


def rotated(session: Session, high: float) -> Pipeline:
    step = session.pipeline.step(2)
    transform = Rotate.model_validate({"angle_range": (-15, high)})
    return session.pipeline.replacing(step.model_copy(update={"transform": transform}))


@pytest.fixture
def session(qapp: object) -> Session:
    return Session()


def test_edits_of_one_gesture_are_one_step(session: Session) -> None:
    before = session.pipeline
    for high in (20, 30, 40):
        session.edit_pipeline(rotated(session, high), "drag", gesture=7)
    session.edit_pipeline(rotated(session, 50), "drag", gesture=8)
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.pipeline == rotated(session, 40)
    session.undo_stack.undo()
    assert session.pipeline == before


def test_edits_without_gesture_are_steps_of_their_own(session: Session) -> None:
    for high in (20, 30):
        session.edit_pipeline(rotated(session, high), "typed")
    assert session.undo_stack.count() == 2


def test_a_gesture_that_comes_back_leaves_no_step(session: Session) -> None:
    before = session.pipeline
    session.edit_pipeline(rotated(session, 20), "drag", gesture=3)
    session.edit_pipeline(before, "drag", gesture=3)
    assert session.pipeline == before
    assert session.undo_stack.count() == 0


def test_an_equal_pipeline_is_no_edit(session: Session) -> None:
    told: list[object] = []
    session.pipeline_changed.connect(told.append)
    session.edit_pipeline(Pipeline.from_json(session.pipeline.to_json()), "nothing")
    assert not told
    assert not session.undo_stack.canUndo()


def test_opening_a_pipeline_can_be_undone(session: Session, tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "p.json"
    Pipeline.of((HorizontalFlip(),)).save(file)
    before = session.pipeline
    session.take_pipeline(Pipeline.load(file), str(file))
    assert session.pipeline == Pipeline.of((HorizontalFlip(),))
    session.undo_stack.undo()
    assert session.pipeline == before


def test_draws_in_words() -> None:
    assert describe_draw(StepDraw(1, "rotate", {"angle": -7.25})) == "Rotate: angle −7.2°"
    assert describe_draw(StepDraw(1, "horizontal_flip", {})) == "Horizontal flip"
    assert describe_draw(StepDraw(1, "quarter_turn", {"turns": 1})) == "Quarter turn: turns 90°"
    noise = StepDraw(2, "gaussian_noise", {"sigma": 12.3, "noise_seed": 99})
    assert describe_draw(noise) == "Gaussian noise: sigma 12.30"
    chosen: Draw = {"operation1": "rotate", "strength1": -0.5, "operation2": "identity", "strength2": 0.3}
    more: Draw = {"operation3": "autocontrast", "strength3": 0.3}
    described = describe_draw(StepDraw(1, "rand_augment", {**chosen, **more}))
    assert described == "RandAugment: Rotate (angle −15.0°), Autocontrast (cutoff 0.00 %, strength 100.0 %)"
    nothing: Draw = {"operation1": "identity", "strength1": 0.5}
    assert describe_draw(StepDraw(1, "trivial_augment", nothing)) == "TrivialAugment: –"
    shift = StepDraw(3, "translate", {"x": 0.041, "y": -0.02})
    text = describe_draws((noise, shift))
    assert text.endswith("Translate: x +4.1 %, y −2.0 %")


def test_every_drawn_number_but_seeds_is_named(session: Session) -> None:
    from augstudio.core.parameters import parameters_of
    from augstudio.core.randomness import stream
    from augstudio.core.transform import catalogue

    for kind in catalogue():
        step = Step(id=1, transform=kind())
        values = step.transform.draw(stream(0, "k", 1, 1), (40, 30))
        text = describe_draw(StepDraw(1, kind.NAME, values))
        assert text.startswith(kind.TITLE)
        for parameter in parameters_of(kind):
            if parameter.name.removesuffix("_range") in values:
                assert parameter.label.lower() in text.lower()
