"""One step can be looked at without the others; nothing else changes by that."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.image import Image
from augstudio.core.step import Step
from augstudio.export import ExportJob, ExportOptions, run_export
from augstudio.pipelines import Pipeline
from augstudio.transforms import Brightness, GaussianNoise, HorizontalFlip, Invert, OneOf, VerticalFlip
from augstudio.ui.main_window import MainWindow
from tests.windows import picture, result, settle

STEPS = Pipeline(
    steps=(
        Step(id=1, transform=HorizontalFlip()),
        Step(id=2, transform=Brightness(shift_range=(-0.5, 0.5)), probability=0.01),
        Step(id=3, transform=GaussianNoise()),
    )
)


def alone(window: MainWindow, step_id: int) -> Image:
    """What the library makes of the picture on show with one step."""
    session = window.session
    assert session.dataset is not None
    assert session.sample is not None
    image = session.dataset.read(session.sample)
    pipeline = STEPS.only(step_id)
    return pipeline(image, seed=session.seed, copy=session.copy, key=session.sample.key)


@pytest.fixture
def tuned(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the three steps, at 100 %."""
    window.session.edit_pipeline(STEPS, "three")
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    return window


def test_a_step_is_shown_alone_by_its_key_and_all_again_by_the_button(
    qtbot: QtBot, tuned: MainWindow
) -> None:
    whole, edits = result(tuned), tuned.session.undo_stack.count()
    panel = tuned.pipeline_panel
    card = panel.card(2)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_S)
    settle(qtbot, tuned)
    np.testing.assert_array_equal(result(tuned), alone(tuned, 2))
    assert not np.array_equal(result(tuned), picture(tuned.preview.panes[0])), "it is applied for sure"
    assert panel.show_all.text() == "Only Brightness is shown. Show all steps"
    assert panel.show_all.isVisible()
    qtbot.waitUntil(lambda: tuned.info.state.text() == "Brightness alone")
    assert "Left out, as Brightness is shown alone." in panel.card(1).toolTip()
    assert card.toolTip() == ""
    assert tuned.session.pipeline == STEPS
    assert tuned.session.undo_stack.count() == edits
    QTest.mouseClick(panel.show_all, Qt.MouseButton.LeftButton)
    settle(qtbot, tuned)
    np.testing.assert_array_equal(result(tuned), whole)
    assert not panel.show_all.isVisible()
    qtbot.waitUntil(lambda: tuned.info.state.text() == "as exported")
    assert panel.card(1).toolTip() == ""


def test_an_export_has_all_steps_and_edits_go_on(qtbot: QtBot, tuned: MainWindow, tmp_path: Path) -> None:
    session = tuned.session
    session.show_alone(3)
    louder = session.pipeline.step(3).model_copy(update={"transform": GaussianNoise(sigma_range=(90, 90))})
    session.edit_pipeline(session.pipeline.replacing(louder), "louder")
    settle(qtbot, tuned)
    assert np.std(result(tuned).astype(float) - picture(tuned.preview.panes[0])) > 40
    assert [step.id for step in session.pipeline.steps] == [1, 2, 3]
    assert session.dataset is not None
    report = run_export(ExportJob(session.dataset.root, tmp_path / "out", session.pipeline, ExportOptions()))
    assert report.written
    session.edit_pipeline(session.pipeline.removing(3), "remove")
    assert session.solo is None, "what is not there cannot be shown alone"
    assert not tuned.pipeline_panel.show_all.isVisible()


def test_a_new_step_is_seen_at_once(tuned: MainWindow) -> None:
    tuned.session.show_alone(1)
    tuned.pipeline_panel.add_step(Invert)
    assert tuned.session.solo is None


@pytest.mark.parametrize("view", ["padding", "variations", "sweep", "extremes", "ab"])
def test_every_view_shows_the_step_alone(qtbot: QtBot, tuned: MainWindow, view: str) -> None:
    tuned.session.show_alone(3)
    tuned.preview.set_view(view)
    settle(qtbot, tuned)
    shown = [pane for pane in tuned.preview.arrangement.panes if pane.copy]
    rest = shown[1:] if view == "ab" else shown
    assert rest
    assert all([step.id for step in pane.pipeline.switched_on()] == [3] for pane in rest)


def test_a_pipeline_that_is_tried_out_is_never_called_exported(qtbot: QtBot, tuned: MainWindow) -> None:
    state = tuned.info.state
    qtbot.waitUntil(lambda: state.text() == "as exported")
    tuned.session.preview_pipeline(Pipeline.of((Invert(),)))
    settle(qtbot, tuned)
    qtbot.waitUntil(lambda: state.text() == "tried out")
    tuned.session.preview_pipeline(None)
    settle(qtbot, tuned)
    qtbot.waitUntil(lambda: state.text() == "as exported")


def test_a_step_that_selects_keeps_what_it_selects_from() -> None:
    pipeline = Pipeline.of((Invert(), OneOf(count=2), HorizontalFlip(), Brightness(), GaussianNoise()))
    assert [step.name for step in pipeline.only(2).steps] == ["one_of", "horizontal_flip", "brightness"]
    assert [step.name for step in pipeline.only(4).steps] == ["brightness"]


def test_no_step_of_another_pipeline_is_alone_by_its_id(
    qtbot: QtBot, tuned: MainWindow, tmp_path: Path
) -> None:
    session, panel = tuned.session, tuned.pipeline_panel
    darker = Pipeline.of((VerticalFlip(), Brightness(shift_range=(-0.9, -0.9))))
    darker.save(tmp_path / "darker.json")
    session.show_alone(2)
    settle(qtbot, tuned)
    qtbot.waitUntil(lambda: tuned.info.state.text() == "Brightness alone")
    session.take_pipeline(darker, str(tmp_path / "darker.json"))
    assert session.solo is None
    assert not panel.show_all.isVisible()
    settle(qtbot, tuned)
    qtbot.waitUntil(lambda: tuned.info.state.text() == "as exported")
    session.show_alone(2)
    session.undo_stack.undo()
    assert session.pipeline == STEPS
    assert session.solo is None, "undo leads back to another pipeline, too"
    session.show_alone(2)
    session.undo_stack.redo()
    assert session.solo is None
    session.show_alone(2)
    tuned.actions_.default_pipeline.trigger()
    assert session.solo is None


def test_no_step_of_another_kind_is_alone_by_its_id(tuned: MainWindow) -> None:
    tuned.session.show_alone(2)
    tuned.session.edit_pipeline(Pipeline(steps=(STEPS.step(1), Step(id=2, transform=Invert()))), "other")
    assert tuned.session.solo is None


def test_a_step_stays_alone_while_it_is_edited(tuned: MainWindow) -> None:
    session = tuned.session
    session.show_alone(2)
    session.edit_pipeline(session.pipeline.removing(1), "remove another one")
    brighter = session.pipeline.step(2).model_copy(update={"transform": Brightness(shift_range=(0.5, 0.5))})
    session.edit_pipeline(session.pipeline.replacing(brighter), "brighter")
    session.undo_stack.setIndex(session.undo_stack.index() - 2)
    assert session.pipeline == STEPS
    assert session.solo == 2
