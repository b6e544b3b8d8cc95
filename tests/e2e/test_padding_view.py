"""A user compares padding modes and is told what to make of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from augstudio.core.padding import PaddingMode
from augstudio.core.parameters import Range
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, Rotate, Translate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview import frame_widget
from augstudio.ui.preview.views.padding import PaddingView
from tests.windows import MakeWindow, picture, settle, write_dataset


def padding_view(qtbot: QtBot, window: MainWindow, pipeline: Pipeline) -> PaddingView:
    window.session.edit_pipeline(pipeline, "other")
    window.preview.set_view("padding")
    settle(qtbot, window)
    view = window.preview.view
    assert isinstance(view, PaddingView)
    return view


def test_each_mode_says_how_to_take_it_and_what_it_suits(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    padding_view(qtbot, window, Pipeline.of((Rotate(angle_range=Range(20, 20)),)))
    *modes, original = window.preview.panes
    before = [pane.note for pane in modes]
    assert [note.split(" · ")[0] for note in before].count("Click to use") == 4
    assert before[list(PaddingMode).index(window.session.pipeline.padding.mode)].startswith("In use")
    assert len({note.split(" · ")[1] for note in before}) == 5
    assert not original.note
    assert all("% padded" in pane._share(pane.frame) for pane in modes), "always, not only while hatched"
    monkeypatch.setattr(frame_widget, "labels_told", lambda _frame: " · 3 labels")
    assert all(pane.told.endswith(" % padded · 3 labels") for pane in modes), "what has no room is cut there"
    monkeypatch.undo()
    modes[0].picked.emit()
    settle(qtbot, window)
    assert modes[0].note.startswith("In use")
    assert modes[0].note in modes[0].accessibleDescription()
    window.preview.set_view("variations")
    assert not any(pane.note for pane in window.preview.panes)


def test_a_draw_that_pads_nothing_is_told_and_another_one_is_offered(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = padding_view(qtbot, window, Pipeline.of((HorizontalFlip(),)))
    assert view.shuffle_button.isVisible()
    seed = window.session.seed
    view.shuffle_button.click()
    settle(qtbot, window)
    assert window.session.seed != seed
    window.session.edit_pipeline(Pipeline.of((Rotate(angle_range=Range(20, 20)),)), "other")
    settle(qtbot, window)
    assert not view.shuffle_button.isVisible()


@pytest.mark.parametrize(("size", "told"), [((12, 9), True), ((96, 80), False)])
def test_pictures_of_few_pixels_say_how_far_reflect_and_symmetric_are_apart(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, size: tuple[int, int], told: bool
) -> None:
    window = open_window(write_dataset(tmp_path / "few", ["a.png"], size))
    padding_view(qtbot, window, Pipeline.of((Translate(x_range=Range(0.5, 0.5), y_range=Range(0, 0)),)))
    one, other = (
        window.preview.panes[list(PaddingMode).index(mode)]
        for mode in (PaddingMode.REFLECT, PaddingMode.SYMMETRIC)
    )
    share = 100 * np.any(picture(one) != picture(other), axis=2).mean()
    assert (f"differ in {share:.1f} %" in one.note) == told
    assert (f"differ in {share:.1f} %" in other.note) == told
    assert "differ" not in window.preview.panes[0].note
