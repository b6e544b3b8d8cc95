from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, Rotate
from augstudio.ui.session import Session


def rotated(session: Session, high: float) -> Pipeline:
    step = session.pipeline.step(2)
    transform = Rotate.model_validate({"angle_range": (-15, high)})
    return session.pipeline.replacing(step.model_copy(update={"transform": transform}))


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    session = Session()
    yield session
    # Qt takes the stack and its commands down in its order; the garbage collector would do so in any.
    session.deleteLater()
    qapp.sendPostedEvents(session, QEvent.Type.DeferredDelete)


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
