"""A user reads beside a step why it makes no sense, sees it on a picture, and puts it away."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.images.codec import encode
from augstudio.kernels.viewing.display import from_bgra
from augstudio.transforms import Rotate, VerticalFlip
from augstudio.ui import advising
from augstudio.ui.main_window import MainWindow
from augstudio.ui.pipeline_panel.advice_lines import AdviceLine
from augstudio.ui.state import State
from tests.folders import encoded, write_files
from tests.insights.sets import scene, scenes
from tests.windows import WAIT_MS, MakeWindow, settle

HALF = Pipeline(steps=(Step(id=3, transform=Rotate()), Step(id=7, transform=VerticalFlip(), probability=0.5)))


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to rest before the pipeline is looked at."""
    monkeypatch.setattr(advising, "REST_MS", 0)


def lines(window: MainWindow, step_id: int) -> list[AdviceLine]:
    return window.pipeline_panel.card(step_id).advice.lines


def advised(qtbot: QtBot, window: MainWindow) -> list[AdviceLine]:
    """What is said beside the flip, once something is."""
    qtbot.waitUntil(lambda: bool(lines(window, 7)), timeout=WAIT_MS)
    return lines(window, 7)


def opened(tmp_path: Path, open_window: MakeWindow, *, sky: bool = True) -> MainWindow:
    window = open_window(scenes(tmp_path / "scenes", 30, sky=sky))
    window.session.edit_pipeline(HALF, "tried")
    return window


def test_the_reason_stands_beside_its_step(qtbot: QtBot, tmp_path: Path, open_window: MakeWindow) -> None:
    window = opened(tmp_path, open_window)
    (line,) = advised(qtbot, window)
    assert "your pictures have an up and a down: 30 of 30" in line.label.text()
    assert "limit its angle" in line.toolTip()
    assert line.accessibleName() == line.label.text()
    assert lines(window, 3) == []
    assert not window.pipeline_panel.card(7).advice.isHidden()
    assert line in window.pipeline_panel.card(7).tab_stops()


def test_it_moves_nothing_that_is_being_edited(qtbot: QtBot, tmp_path: Path, open_window: MakeWindow) -> None:
    turned = Pipeline(steps=(Step(id=7, transform=Rotate(angle_range=(-15, 180))),))
    window = open_window(scenes(tmp_path / "scenes", 30, sky=True))
    window.session.edit_pipeline(turned, "tried")
    (line,) = advised(qtbot, window)
    settle(qtbot, window)
    card = window.pipeline_panel.card(7)
    field, height = card.fields["angle_range"], card.height()
    advised_at = field.mapTo(window, QPoint())
    window.pipeline_panel.show_advice([])
    qtbot.waitUntil(lambda: card.height() < height, timeout=WAIT_MS)
    assert field.mapTo(window, QPoint()) == advised_at
    window.pipeline_panel.show_advice([line.advice])


def test_a_click_or_return_shows_it_on_a_picture_of_the_users(
    qtbot: QtBot, tmp_path: Path, open_window: MakeWindow
) -> None:
    window = opened(tmp_path, open_window)
    (line,) = advised(qtbot, window)
    example = line.advice.example
    assert example is not None
    window.dataset_panel.select_key("29.png")
    QTest.mouseClick(line.label, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.session.sample is not None
    assert (window.session.sample.key, window.session.copy) == (example.key, example.copy)
    assert window.session.solo == 7
    shown = window.preview.panes[1].frame
    assert shown is not None
    original = window.session.dataset.read(window.session.sample)  # type: ignore[union-attr]
    np.testing.assert_array_equal(from_bgra(shown.pixels)[:, :, :3], np.flipud(original))
    window.session.show_alone(None)
    (line,) = advised(qtbot, window)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.session.solo == 7


def test_what_is_put_away_stays_away_for_this_dataset(
    qtbot: QtBot, tmp_path: Path, open_window: MakeWindow, state: State
) -> None:
    window = opened(tmp_path, open_window)
    (line,) = advised(qtbot, window)
    with qtbot.waitSignal(window.advising.advised, timeout=WAIT_MS, raising=False):
        QTest.mouseClick(line.close_button, Qt.MouseButton.LeftButton)
        assert lines(window, 7) == []
        window.session.set_seed(5)
    assert lines(window, 7) == []
    assert state.dismissed_advice(tmp_path / "scenes") == {"upside-down"}
    assert state.dismissed_advice(tmp_path / "others") == frozenset()


def test_a_step_that_is_switched_off_or_fits_is_said_nothing_of(
    qtbot: QtBot, tmp_path: Path, open_window: MakeWindow
) -> None:
    window = opened(tmp_path, open_window)
    advised(qtbot, window)
    window.pipeline_panel.card(7).enabled_box.click()
    assert lines(window, 7) == []
    window.pipeline_panel.card(7).enabled_box.click()
    advised(qtbot, window)


def test_scenes_without_an_up_are_said_nothing_of(
    qtbot: QtBot, tmp_path: Path, open_window: MakeWindow
) -> None:
    window = open_window(scenes(tmp_path / "scenes", 30, sky=False))
    with qtbot.waitSignal(window.advising.advised, timeout=WAIT_MS):
        window.session.edit_pipeline(HALF, "tried")
    assert lines(window, 7) == []


def test_pictures_that_splits_have_in_common_are_told_before_an_export(
    qtbot: QtBot, tmp_path: Path, open_window: MakeWindow
) -> None:
    files = {f"train/a/{number}x.png": encoded(scene(number), "PNG") for number in range(4)}
    files["val/a/other.png"] = encode(scene(2), "png")
    window = open_window(write_files(tmp_path / "parts", files))
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    box = dialog.estimate_view.notes
    pair = "train/a/2x.png: val/a/other.png"

    def said() -> list[str]:
        return [box.item(row).text() for row in range(box.count())]

    qtbot.waitUntil(lambda: any(pair in text for text in said()), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: dialog.estimate_view.files.text() != "–", timeout=WAIT_MS)
    assert any("1 picture" in text for text in said())
    assert dialog.start.isEnabled()
    assert dialog.estimate_view.factor.text() == "5× of what is augmented"
    dialog.reject()
