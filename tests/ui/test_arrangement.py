"""How the panes lie is worked out once for each change, and travels with the pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import Range
from augstudio.pipelines import Pipeline
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.requests import PreviewResult
from augstudio.transforms import Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.views import AvailableSpace, PaddingView
from tests.windows import MakeWindow, settle


def turned(angle: float) -> Pipeline:
    return Pipeline.of((Rotate(angle_range=Range(angle, angle)),))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Arrangement]:
    """Every arrangement of padding modes that is worked out."""
    made, real = list[Arrangement](), PaddingView.arrangement

    def arrangement(self: PaddingView, space: AvailableSpace) -> Arrangement:
        made.append(real(self, space))
        return made[-1]

    monkeypatch.setattr(PaddingView, "arrangement", arrangement)
    return made


@pytest.fixture
def padding(qtbot: QtBot, open_window: MakeWindow, made: list[Arrangement]) -> MainWindow:
    """A window that shows the padding modes."""
    window = open_window()
    window.preview.set_view(PaddingView.NAME)
    settle(qtbot, window)
    made.clear()
    return window


def test_once_for_each_frame_of_a_drag(qtbot: QtBot, padding: MainWindow, made: list[Arrangement]) -> None:
    results: list[PreviewResult] = []
    padding.preview.result_shown.connect(results.append)
    for angle in (10, 20, 30):
        with qtbot.waitSignal(padding.preview.result_shown):
            padding.session.edit_pipeline(turned(angle), "turn", gesture=1)
    settle(qtbot, padding)
    assert len(made) == 3
    assert len(results) >= 3
    for result in results:
        assert any(result.arrangement is arrangement for arrangement in made), "the one asked with comes back"
    assert results[-1].arrangement is made[-1] is padding.preview.arrangement


def test_not_at_all_when_only_the_place_changes(
    qtbot: QtBot, padding: MainWindow, made: list[Arrangement]
) -> None:
    padding.preview.viewport.set_zoom(2.0, QPointF(0.3, 0.3))
    padding.preview.viewport.move_centre(0.1, 0.1)
    settle(qtbot, padding)
    assert padding.preview.panes[0].frame is not None
    assert made == []


def test_once_for_another_view(qtbot: QtBot, padding: MainWindow, made: list[Arrangement]) -> None:
    padding.preview.set_view("variations")
    settle(qtbot, padding)
    padding.preview.set_view(PaddingView.NAME)
    settle(qtbot, padding)
    assert len(made) == 1
    assert tuple(pane.caption for pane in padding.preview.panes) == padding.preview.arrangement.captions
