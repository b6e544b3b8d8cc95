"""A user compares padding modes and is told what to make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.padding import PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.step import Step
from augstudio.pipelines import Pipeline
from augstudio.preview.padding_chance import can_pad
from augstudio.render.resolve import resolve
from augstudio.transforms import (
    Brightness,
    Elastic,
    HorizontalFlip,
    QuarterTurn,
    Rotate,
    Translate,
    VerticalFlip,
)
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview import frame_widget
from augstudio.ui.preview.views.padding import PaddingView
from augstudio.ui.preview.views.side_by_side import SideBySideView
from tests.windows import MakeWindow, picture, settle, write_dataset

TURNED: Final = Rotate(angle_range=Range(20, 20))


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
    for pane in modes:
        pane.show_frames(pane.frames)
    assert all(pane.told.endswith(" % padded · 3 labels") for pane in modes), "what has no room is cut there"
    monkeypatch.undo()
    modes[0].picked.emit()
    settle(qtbot, window)
    assert modes[0].note.startswith("In use")
    assert modes[0].note in modes[0].accessibleDescription()
    window.preview.set_view("variations")
    assert not any(pane.note for pane in window.preview.panes)


def test_the_original_beside_the_modes_looks_like_nothing_to_click(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("padding")
    settle(qtbot, window)
    *modes, original = window.preview.panes
    assert original.caption == "Original"
    picked: list[int] = []
    for index, pane in enumerate((*modes, original)):
        pane.picked.connect(lambda index=index: picked.append(index))
        QTest.mouseClick(pane, Qt.MouseButton.LeftButton)
    assert picked == [0, 1, 2, 3, 4]
    settle(qtbot, window)


def test_a_draw_that_pads_nothing_is_told_and_another_one_is_offered(
    qtbot: QtBot, window: MainWindow
) -> None:
    pipeline = Pipeline(steps=(Step(id=1, transform=TURNED, probability=0.3),))
    window.session.set_seed(next(seed for seed in range(99) if not drawn(window, pipeline, seed)))
    view = padding_view(qtbot, window, pipeline)
    assert view.shuffle_button.isVisible()
    assert not view.never_label.isVisible()
    seed = window.session.seed
    window.activateWindow()
    view.shuffle_button.setFocus()
    QTest.keyClick(view.shuffle_button, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert window.session.seed != seed
    window.session.edit_pipeline(Pipeline.of((TURNED,)), "other")
    settle(qtbot, window)
    assert not view.shuffle_button.isVisible()
    assert window.focusWidget() is window.preview.panes[0], "not the box of the seed"


def drawn(window: MainWindow, pipeline: Pipeline, seed: int) -> bool:
    sample = window.session.sample
    assert sample is not None
    return bool(resolve(pipeline, (96, 64), seed=seed, key=sample.key, copy=window.session.copy).draws)


def test_steps_that_leave_no_gap_in_any_draw_are_told(qtbot: QtBot, window: MainWindow) -> None:
    view = padding_view(qtbot, window, Pipeline.of((HorizontalFlip(), Brightness())))
    assert view.never_label.isVisible()
    assert not view.shuffle_button.isVisible(), "no other draw would pad"
    window.session.edit_pipeline(Pipeline.of((TURNED,)), "other")
    settle(qtbot, window)
    assert not view.never_label.isVisible()


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((), False),
        ((Step(id=1, transform=TURNED, enabled=False),), False),
        ((Step(id=1, transform=TURNED, probability=0),), False),
        ((Step(id=1, transform=QuarterTurn()), Step(id=2, transform=VerticalFlip())), False),
        ((Step(id=1, transform=TURNED, probability=0.5),), True),
        ((Step(id=1, transform=Elastic()),), True),
        ((Step(id=1, transform=TURNED, classes=("cat",)),), True),
    ],
)
def test_whether_a_pipeline_can_pad(steps: tuple[Step, ...], told: bool) -> None:
    assert can_pad(Pipeline(steps=steps), (96, 64)) is told


def test_the_keyboard_stays_with_the_pictures_where_the_tools_that_had_it_go(
    qtbot: QtBot, window: MainWindow
) -> None:
    pair = window.preview.view
    assert isinstance(pair, SideBySideView)
    window.activateWindow()
    pair.layout_box.setFocus()
    assert window.focusWidget() is pair.layout_box
    window.preview.set_view("padding")
    assert window.focusWidget() is window.preview.panes[0]
    settle(qtbot, window)


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
