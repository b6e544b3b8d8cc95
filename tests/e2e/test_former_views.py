"""A user goes from view to view and picture to picture: nothing that is told of a former one stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import Range
from augstudio.datasets.formats import open_dataset
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview.draw_text import describe_draws
from augstudio.transforms import Brightness, HorizontalFlip, Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.pipeline_panel.field import translated
from augstudio.ui.pipeline_panel.fields import RangeField
from augstudio.ui.preview.comparison_pane import ComparisonPane, Presentation
from augstudio.ui.preview.views import AbView, SweepView
from augstudio.ui.preview.views.padding import PaddingView
from tests.windows import WAIT_MS, MakeWindow, drag, settle, upper_handle, write_dataset

TWO = Pipeline.of((Rotate(), Brightness()))
NEVER = "Not applied to this copy, because of its probability."


def mark(window: MainWindow, step_id: int, name: str) -> float | None:
    """What the editor of a range marks as drawn."""
    field = window.pipeline_panel.card(step_id).fields[name]
    assert isinstance(field, RangeField)
    return field.slider._drawn


def marks(window: MainWindow) -> tuple[bool, bool]:
    """Whether something is marked as drawn for the two steps."""
    return mark(window, 1, "angle_range") is not None, mark(window, 2, "shift_range") is not None


def with_two(qtbot: QtBot, window: MainWindow) -> None:
    window.session.restore_pipeline(TWO)
    settle(qtbot, window)
    assert marks(window) == (True, True)


def show(qtbot: QtBot, window: MainWindow, view: str) -> None:
    window.preview.set_view(view)
    settle(qtbot, window)


# -- what was drawn -------------------------------------------------------------------------------------


def test_a_sweep_marks_no_value_of_what_it_sweeps(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    before = mark(window, 2, "shift_range")
    show(qtbot, window, "sweep")
    assert marks(window) == (False, True), "the other step draws the same at each value"
    assert mark(window, 2, "shift_range") == before
    sweep = window.preview.views["sweep"]
    assert isinstance(sweep, SweepView)
    sweep.choose(2, "shift_range")
    settle(qtbot, window)
    assert marks(window) == (True, False)
    show(qtbot, window, "side_by_side")
    assert marks(window) == (True, True)


def test_extremes_mark_nothing_that_they_fix(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    show(qtbot, window, "extremes")
    assert marks(window) == (False, False)


def test_a_and_b_mark_and_tell_what_is_drawn_for_b(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    window.session.keep_snapshot(Pipeline.of((Rotate(angle_range=Range(80, 90)), HorizontalFlip())), "other")
    show(qtbot, window, "ab")
    first, second = window.preview.panes[0].frames
    assert [draw.draw for draw in first.draws] != [draw.draw for draw in second.draws]
    assert mark(window, 1, "angle_range") == second.draws[0].draw.to_dict()["angle"]
    assert marks(window) == (True, True)
    assert window._drawn.text() == describe_draws(second.draws, translated)


def test_a_copy_that_is_not_on_the_wall_marks_nothing(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    show(qtbot, window, "variations")
    assert marks(window) == (True, True)
    window.session.set_copy(500)
    settle(qtbot, window)
    assert marks(window) == (False, False)


def test_a_step_left_out_of_a_copy_is_not_dimmed_where_that_copy_is_not_on_show(
    qtbot: QtBot, window: MainWindow
) -> None:
    steps = TWO.steps
    never = TWO.replacing(steps[0].model_copy(update={"probability": 0.0}))
    window.session.restore_pipeline(never)
    settle(qtbot, window)
    card = window.pipeline_panel.card(1)
    assert card.toolTip() == NEVER
    show(qtbot, window, "sweep")  # it always takes part there
    assert (card.toolTip(), card.property("out")) == ("", False)
    sweep = window.preview.views["sweep"]
    assert isinstance(sweep, SweepView)
    sweep.choose(2, "shift_range")
    settle(qtbot, window)
    assert card.toolTip() == NEVER, "it takes part at no value of the other"


def test_another_pipeline_that_is_tried_out_marks_what_both_have(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    other = TWO.replacing(TWO.steps[0].model_copy(update={"transform": Rotate(angle_range=Range(1, 2))}))
    window.session.preview_pipeline(other)
    settle(qtbot, window)
    assert marks(window) == (False, True)
    window.session.preview_pipeline(None)
    settle(qtbot, window)
    assert marks(window) == (True, True)


def test_holding_the_original_and_dragging_an_end_take_no_mark_away(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    angle = mark(window, 1, "angle_range")
    window.preview.view.hold(True)
    settle(qtbot, window)
    assert mark(window, 1, "angle_range") == angle
    window.preview.view.hold(False)
    settle(qtbot, window)
    field = window.pipeline_panel.card(1).fields["angle_range"]
    assert isinstance(field, RangeField)
    place, seen = upper_handle(field), list[tuple[float | None, bool]]()

    def look() -> None:
        settle(qtbot, window)
        high = window.session.pipeline.steps[0].transform.angle_range.high  # type: ignore[attr-defined]
        seen.append((mark(window, 1, "angle_range"), mark(window, 1, "angle_range") == high))

    drag(field.slider, place, place + QPoint(12, 0), place + QPoint(20, 0), between=look)
    assert [is_end for _, is_end in seen] == [True, True], "the picture is made at the end that is held"
    settle(qtbot, window)
    assert mark(window, 1, "angle_range") != seen[-1][0]


# -- another picture ------------------------------------------------------------------------------------


def broken_beside(root: Path) -> Path:
    """A picture, and one that cannot be read."""
    write_dataset(root, ["a.png"])
    (root / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n no picture")
    return root


def test_nothing_is_told_of_the_picture_before_one_that_cannot_be_read(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(broken_beside(tmp_path / "broken"))
    with_two(qtbot, window)
    window.actions_.histogram.trigger()
    qtbot.waitUntil(lambda: window.comparing.histogram.exact, timeout=WAIT_MS)
    assert "96 × 64" in window.info.zoom.text()
    assert window._drawn.text()
    window.preview.set_view("padding")
    settle(qtbot, window)
    window.session.restore_pipeline(Pipeline.of((Brightness(),)))
    settle(qtbot, window)
    padding = window.preview.views["padding"]
    assert isinstance(padding, PaddingView)
    assert padding.never_label.isVisible()
    window.dataset_panel.step(1)
    settle(qtbot, window)
    assert "truncated" in window.preview.panes[0].message
    assert window.info.zoom.text() == ""
    assert window._drawn.text() == ""
    assert mark(window, 1, "shift_range") is None
    assert not padding.never_label.isVisible()
    assert window.comparing.histogram.result is None


def test_nothing_is_told_of_the_dataset_before_one_that_is_being_listed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    with_two(qtbot, window)
    window.session.open_dataset(open_dataset(write_dataset(tmp_path / "other", ["a.png"])))
    assert (window.info.zoom.text(), window._drawn.text(), marks(window)) == ("", "", (False, False))


def test_the_colour_under_a_resting_cursor_is_that_of_the_picture_on_show(
    qtbot: QtBot, window: MainWindow, dataset: Path
) -> None:
    (dataset / "cat" / "2.png").write_bytes(encode(np.full((64, 96, 3), (9, 8, 7), np.uint8), "png"))
    pane = window.preview.panes[0]
    QTest.mouseMove(pane, pane.rect().center())
    qtbot.waitUntil(lambda: "RGB" in window.info.place.text(), timeout=WAIT_MS)
    before = window.info.place.text()
    window.dataset_panel.step(1)
    settle(qtbot, window)
    assert window.info.place.text().endswith("RGB 9 8 7")
    assert window.info.place.text() != before
    window.preview.viewport.set_zoom(8)
    settle(qtbot, window)
    window.preview.viewport.move_centre(0.2, 0.2, 8)
    assert window.info.place.text() != before
    window.preview.set_view("variations")
    assert window.info.place.text() == "", "the pane is another one now, or lies elsewhere"


def test_a_difference_is_told_of_the_pictures_on_show_alone(qtbot: QtBot, window: MainWindow) -> None:
    with_two(qtbot, window)
    view = window.preview.views["ab"]
    assert isinstance(view, AbView)
    window.session.keep_snapshot(Pipeline.of(()), "nothing")
    view.set_presentation(Presentation.DIFFERENCE)
    show(qtbot, window, "ab")
    qtbot.waitUntil(lambda: not view.measuring, timeout=WAIT_MS)
    (pane,) = window.preview.panes
    assert isinstance(pane, ComparisonPane)
    assert pane.measured is not None
    before = pane.frames
    window.session.keep_snapshot(TWO, "the same")
    place = window.preview.controller._wanted.places[0]  # type: ignore[union-attr]
    pane.show_made((before[1], before[1]), place)
    assert pane.measured is None, "it was of other pictures"
    assert "≈" in pane.summary()
    settle(qtbot, window)
