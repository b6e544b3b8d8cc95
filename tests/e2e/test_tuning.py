"""A user turns the knobs and sees the result."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import Range
from augstudio.core.transform import catalogue
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import RangeEnd
from augstudio.transforms import QuarterTurn, Rotate, SaltAndPepper
from augstudio.transforms.rotate import RotateDraw
from augstudio.ui.main_window import MainWindow
from augstudio.ui.pipeline_panel.fields import ChoiceField, RangeField, SeveralField, ToggleField
from augstudio.ui.pipeline_panel.step_card import StepCard
from augstudio.ui.preview.updates import Progress
from tests.windows import drag, result, send_move, settle, upper_handle


def card_of(window: MainWindow, name: str) -> StepCard:
    return next(card for card in window.pipeline_panel.steps.cards if card.step.name == name)


def test_result_follows_the_slider_while_it_moves(qtbot: QtBot, window: MainWindow) -> None:
    before = result(window)
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    start = upper_handle(field)
    seen: list[np.ndarray] = []

    def look() -> None:
        shown = len(seen)
        qtbot.waitUntil(lambda: not np.array_equal(result(window), seen[-1] if shown else before))
        seen.append(result(window))

    drag(field.slider, start, start + QPoint(30, 0), start + QPoint(60, 0), between=look)
    settle(qtbot, window)
    assert len(seen) == 2
    assert not np.array_equal(seen[0], seen[1])
    step = window.session.pipeline.step(2).transform
    assert isinstance(step, Rotate)
    assert step.angle_range.high > 40


def test_the_end_of_a_range_is_shown_while_it_is_dragged(qtbot: QtBot, window: MainWindow) -> None:
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    pane, start = window.preview.panes[1], upper_handle(field)
    told: list[tuple[str, object]] = []

    def look() -> None:
        settle(qtbot, window)
        assert pane.frame is not None
        told.append((pane.caption, drawn_angle(window)))
        assert window.preview.state.progress is Progress.DRAFT, "no copy is exported so"

    drag(field.slider, start, start + QPoint(30, 0), start + QPoint(60, 0), between=look)
    angle = window.session.pipeline.step(2).transform.angle_range.high  # type: ignore[attr-defined]
    assert told[1] == (f"Copy 1 at +{angle:.0f}°", angle)
    assert told[0] != told[1]
    settle(qtbot, window)
    assert pane.caption == "Copy 1"
    assert window.preview.state.progress is Progress.EXACT
    assert drawn_angle(window) != angle
    assert field.slider._drawn == drawn_angle(window), "the track marks what was drawn"


def test_an_end_that_is_held_is_no_draw_though_its_pixels_are_the_same(
    qtbot: QtBot, window: MainWindow
) -> None:
    session, pane, state = window.session, window.preview.panes[1], window.info.state
    session.restore_pipeline(Pipeline.of((Rotate(angle_range=(20, 20)),)))
    settle(qtbot, window)
    qtbot.waitUntil(lambda: state.text() == "as exported")
    session.hold_end(RangeEnd(1, "angle_range", 1))
    assert (pane.caption, state.text()) == ("Copy 1 at +20°", "draft")
    settle(qtbot, window)
    assert (pane.caption, window.preview.state.progress) == ("Copy 1 at +20°", Progress.DRAFT)
    session.hold_end(None)
    assert pane.caption == "Copy 1"
    settle(qtbot, window)
    qtbot.waitUntil(lambda: state.text() == "as exported")


def test_nothing_is_held_any_more_once_the_step_is_gone(window: MainWindow) -> None:
    session = window.session
    session.hold_end(RangeEnd(2, "angle_range", 1))
    assert session.held_setting is not None
    session.edit_pipeline(session.pipeline.removing(2), "remove")
    session.undo_stack.undo()
    assert session.held_setting is None
    session.hold_end(RangeEnd(2, "angle_range", 1))
    session.replace_pipeline(session.pipeline.adding(Rotate()), "another one")
    assert session.held_setting is None, "its steps are others, whatever their ids are"


def drawn_angle(window: MainWindow) -> object:
    frame = window.preview.panes[1].frame
    assert frame is not None
    (angle,) = (drawn.draw.angle for drawn in frame.draws if isinstance(drawn.draw, RotateDraw))
    return angle


@pytest.mark.parametrize(
    ("name", "field_name", "centre"), [("rotate", "angle_range", 0), ("scale", "factor_range", 1)]
)
def test_both_ends_move_with_shift(window: MainWindow, name: str, field_name: str, centre: float) -> None:
    field = card_of(window, name).fields[field_name]
    assert isinstance(field, RangeField)
    start = upper_handle(field)
    QTest.mousePress(field.slider, Qt.MouseButton.LeftButton, pos=start)
    send_move(field.slider, start + QPoint(12, 0), Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseRelease(field.slider, Qt.MouseButton.LeftButton, pos=start + QPoint(12, 0))
    transform = card_of(window, name).step.transform
    low, high = getattr(transform, field_name)
    default = getattr(type(transform)(), field_name)
    assert high > default.high
    assert low + high == pytest.approx(2 * centre, abs=0.011)


def test_one_drag_is_one_undo_step(qtbot: QtBot, window: MainWindow) -> None:
    before, pipeline = result(window), window.session.pipeline
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    start = upper_handle(field)
    drag(field.slider, start, *(start + QPoint(x, 0) for x in (5, 20, 40, 70)))
    assert window.session.pipeline != pipeline
    assert window.session.undo_stack.count() == 1
    assert window.session.undo_stack.undoText() == "change Rotate: Angle"
    QTest.keySequence(window, "Ctrl+Z")
    settle(qtbot, window)
    assert window.session.pipeline == pipeline
    assert np.array_equal(result(window), before)
    assert field.slider.numbers == (-15, 15)
    QTest.keySequence(window, "Ctrl+Shift+Z")
    assert window.session.pipeline != pipeline


def test_two_drags_are_two_undo_steps(window: MainWindow) -> None:
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    for distance in (20, 30):
        start = upper_handle(field)
        drag(field.slider, start, start + QPoint(distance, 0))
    assert window.session.undo_stack.count() == 2


def test_a_number_can_be_typed(window: MainWindow) -> None:
    field = card_of(window, "translate").fields["x_range"]
    assert isinstance(field, RangeField)
    field.high.selectAll()
    QTest.keyClicks(field.high, "25")
    QTest.keyClick(field.high, Qt.Key.Key_Return)
    assert field.slider.numbers == (-10, 25)
    transform = window.session.pipeline.step(4).transform
    assert getattr(transform, "x_range") == Range(-0.1, 0.25)  # noqa: B009


def test_a_low_end_above_the_high_one_takes_it_along(window: MainWindow) -> None:
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    field.low.setValue(40)
    transform = window.session.pipeline.step(2).transform
    assert getattr(transform, "angle_range") == Range(40, 40)  # noqa: B009


def test_every_transform_can_be_added_edited_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    start = window.session.pipeline
    kinds = catalogue()
    assert len(kinds) > 20
    for kind in kinds:
        window.pipeline_panel.add_step(kind)
        assert window.session.pipeline.steps[-1].name == kind.NAME
        assert window.pipeline_panel.steps.cards[-1].step == window.session.pipeline.steps[-1]
    settle(qtbot, window)
    for _ in kinds:
        window.session.undo_stack.undo()
    assert window.session.pipeline == start
    assert len(window.pipeline_panel.steps.cards) == 5


def test_choices_toggles_and_sets(window: MainWindow) -> None:
    session = window.session
    size = card_of(window, "rotate").fields["size"]
    assert isinstance(size, ChoiceField)
    size.box.setCurrentIndex(1)
    size.box.activated.emit(1)
    assert session.pipeline.step(2).to_dict()["size"] == "grow"
    toggle = card_of(window, "gaussian_noise").fields["per_channel"]
    assert isinstance(toggle, ToggleField)
    QTest.mouseClick(toggle.box, Qt.MouseButton.LeftButton, pos=QPoint(8, toggle.box.height() // 2))
    assert session.pipeline.step(5).to_dict()["per_channel"] is False
    window.pipeline_panel.add_step(QuarterTurn)
    turns = card_of(window, "quarter_turn").fields["turns"]
    assert isinstance(turns, SeveralField)
    for turn in (1, 2, 3):
        QTest.mouseClick(turns.buttons[turn], Qt.MouseButton.LeftButton)
    assert session.pipeline.steps[-1].to_dict()["turns"] == [3], "the last one cannot be taken away"
    assert turns.buttons[3].isChecked()


def test_switch_off_probability_and_reset(qtbot: QtBot, window: MainWindow) -> None:
    session, card = window.session, card_of(window, "rotate")
    centre = QPoint(8, card.enabled_box.height() // 2)
    QTest.mouseClick(card.enabled_box, Qt.MouseButton.LeftButton, pos=centre)
    assert not session.pipeline.step(2).enabled
    assert not card.body.isEnabled()
    settle(qtbot, window)
    frame = window.preview.panes[1].frame
    assert frame is not None
    assert "rotate" not in [draw.transform for draw in frame.draws]
    QTest.mouseClick(card.enabled_box, Qt.MouseButton.LeftButton, pos=centre)
    card.probability.setValue(0.25)
    assert session.pipeline.step(2).probability == 0.25
    assert session.undo_stack.count() == 3


def test_steps_are_dragged_to_another_place(window: MainWindow) -> None:
    session, panel = window.session, window.pipeline_panel
    card = card_of(window, "gaussian_noise")
    first = panel.steps.cards[0]
    height = card.handle.mapFromGlobal(first.mapToGlobal(QPoint(0, 2))).y()
    drag(card.handle, QPoint(8, 8), QPoint(8, height // 2), QPoint(8, height))
    assert [step.id for step in session.pipeline.steps] == [5, 1, 2, 3, 4]
    assert [card.step.id for card in panel.steps.cards] == [5, 1, 2, 3, 4]
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert [card.step.id for card in panel.steps.cards] == [1, 2, 3, 4, 5]


def test_steps_are_moved_duplicated_and_removed_by_keyboard_and_menu(window: MainWindow) -> None:
    session, card = window.session, card_of(window, "rotate")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.id for step in session.pipeline.steps] == [2, 1, 3, 4, 5]
    QTest.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert session.undo_stack.count() == 1, "the first step cannot go up"
    card.duplicate_requested.emit()
    assert [step.id for step in session.pipeline.steps] == [2, 6, 1, 3, 4, 5]
    assert session.pipeline.step(6).transform == session.pipeline.step(2).transform
    QTest.keyClick(card, Qt.Key.Key_Delete)
    assert [step.id for step in session.pipeline.steps] == [6, 1, 3, 4, 5]
    window.actions_.clear_pipeline.trigger()
    assert session.pipeline.steps == ()
    session.undo_stack.undo()
    assert len(session.pipeline.steps) == 5


def test_moving_a_step_keeps_what_it_draws(qtbot: QtBot, window: MainWindow) -> None:
    def drawn() -> dict[int, object]:
        settle(qtbot, window)
        frame = window.preview.panes[1].frame
        assert frame is not None
        return {draw.step_id: draw.draw for draw in frame.draws}

    before = drawn()
    window.session.edit_pipeline(window.session.pipeline.moving(2, 3), "move")
    assert drawn() == before
    window.session.edit_pipeline(window.session.pipeline.adding(SaltAndPepper()), "add")
    after = drawn()
    assert {step: after[step] for step in before} == before


def test_seed_copy_and_shuffle(qtbot: QtBot, window: MainWindow) -> None:
    first = result(window)
    window.actions_.next_copy.trigger()
    settle(qtbot, window)
    assert window.session.copy == 2
    assert not np.array_equal(result(window), first)
    window.actions_.previous_copy.trigger()
    settle(qtbot, window)
    assert np.array_equal(result(window), first)
    window.actions_.shuffle.trigger()
    settle(qtbot, window)
    assert not np.array_equal(result(window), first)
    window.session.set_seed(0)
    settle(qtbot, window)
    assert np.array_equal(result(window), first)


def test_undo_works_while_a_number_has_the_focus(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    before = window.session.pipeline
    field.low.setFocus()
    field.low.selectAll()
    QTest.keyClicks(field.low, "-90")
    QTest.keyClick(field.low, Qt.Key.Key_Return)
    assert field.low.value() == -90
    QTest.keySequence(field.low, "Ctrl+Z")
    assert window.session.pipeline == before
    assert field.low.value() == -15
    QTest.keyClicks(field.low, "3")
    QTest.keySequence(field.low, "Ctrl+Z")
    assert window.session.pipeline == before, "what is being typed is undone in the box"


def test_numbers_can_be_finer_than_a_step_and_stay_so(window: MainWindow) -> None:
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    field.low.selectAll()
    QTest.keyClicks(field.low, "-7.5")
    QTest.keyClick(field.low, Qt.Key.Key_Return)
    assert field.low.text() == "-7.5°"
    assert field.high.text() == "15°"
    start = upper_handle(field)
    drag(field.slider, start, start + QPoint(30, 0))
    transform = window.session.pipeline.step(2).transform
    assert isinstance(transform, Rotate)
    assert transform.angle_range.low == -7.5
    assert transform.angle_range.high > 15
