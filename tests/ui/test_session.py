from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from augstudio.datasets.base import Sample
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.reader import OpenedExport
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, Rotate
from augstudio.ui.session import Session
from tests.export.jobs import job_for
from tests.windows import WAIT_MS, write_dataset


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


def test_a_line_of_a_manifest_that_fails_in_an_unknown_way_leaves_nobody_waiting(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_opened: OpenedExport, _sample: object) -> None:
        raise RuntimeError("nobody thought of this")

    write_dataset(tmp_path / "in", ["a.png"])
    run_export(job_for(tmp_path / "in", tmp_path / "out", copies=1), RunOptions(workers=1))
    opened = OpenedExport(tmp_path / "out", tmp_path / "in")
    session.open_dataset(opened)
    (first, *_others) = (item for item in opened.samples() if isinstance(item, Sample))
    monkeypatch.setattr(OpenedExport, "draws", fail)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as told:
        session.select_sample(first)
    assert not session.selecting
    assert session.sample == first
    assert session.recorded is None
    assert str(told.args[0]) == "nobody thought of this"
    session.close()
