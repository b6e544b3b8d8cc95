"""Words about small pictures lie beside them, as long as the pictures are shown whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import Range
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate, Scale
from augstudio.ui.main_window import MainWindow
from augstudio.ui.preview.overlay import is_cut, lines_of
from augstudio.ui.preview.pane import ImagePane
from tests.pictures import smooth_picture
from tests.windows import MakeWindow, settle


def beside_words(window: MainWindow, pane: ImagePane) -> bool:
    """Whether a pane's picture leaves the strips of its words free."""
    assert pane.frame is not None
    above, below = window.preview.viewport.strips
    target, ratio = pane._target(pane.frame), pane.devicePixelRatioF()
    return above * ratio <= target.top() and target.bottom() <= (pane.height() - below) * ratio + 1


@pytest.mark.parametrize("size", [(400, 200), (200, 400)])
@pytest.mark.parametrize("view", ["padding", "variations", "sweep", "extremes"])
def test_words_cover_no_whole_picture(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, view: str, size: tuple[int, int]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.png").write_bytes(encode(smooth_picture(*size), "png"))
    window = open_window(tmp_path / "in")
    window.resize(1280, 720)
    window.preview.set_view(view)
    settle(qtbot, window)
    panes = window.preview.panes
    assert window.preview.viewport.strips[0] > 0
    assert all(beside_words(window, pane) for pane in panes)
    notes = [pane.note for pane in panes if pane.note]
    assert len(notes) == (5 if view == "padding" else 0)
    assert not any(note in pane.cut_words for pane in panes for note in notes)
    assert not any(is_cut(pane, pane.caption, window.preview.viewport.lines) for pane in panes)

    QTest.keyPress(panes[0], Qt.Key.Key_Space)
    settle(qtbot, window)
    assert all(beside_words(window, pane) for pane in panes), "the original is held at the same place"
    QTest.keyRelease(panes[0], Qt.Key.Key_Space)
    settle(qtbot, window)


def test_large_pictures_have_all_of_their_panes(qtbot: QtBot, open_window: MakeWindow, dataset: Path) -> None:
    window = open_window(dataset)
    window.preview.set_view("padding")
    settle(qtbot, window)
    window.preview.set_view("side_by_side")
    settle(qtbot, window)
    assert window.preview.viewport.strips == (0, 0)


def test_a_note_is_broken_before_it_is_cut(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.preview.panes[0]
    text = "Click to use · for scenes and textures; doubles objects at the edge"
    pane.resize(260, 200)
    assert len(lines_of(pane, text)) == 2
    assert " ".join(lines_of(pane, text)) == text
    pane.resize(120, 200)
    assert lines_of(pane, text)[-1].endswith("…")


def test_the_labels_of_every_padding_mode_are_counted_without_being_cut(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path
) -> None:
    window = open_window(labelled)
    steps = (Rotate(angle_range=Range(20, 20)), Scale(factor_range=Range(0.5, 0.5)))
    window.session.edit_pipeline(Pipeline.of(steps), "smaller")
    window.preview.set_view("padding")
    settle(qtbot, window)
    told = [pane.told for pane in window.preview.panes]
    assert any("ghosts" in words for words in told)
    lines = window.preview.viewport.lines
    assert not any(is_cut(pane, pane.told, lines) for pane in window.preview.panes), told
    assert all(beside_words(window, pane) for pane in window.preview.panes)
