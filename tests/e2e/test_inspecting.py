"""A user looks closely: pixel values in every pane, histograms, what was drawn, and how to make it again."""

from __future__ import annotations

import shlex
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from typer.testing import CliRunner

from augstudio.cli import build_app
from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.images.codec import decode
from augstudio.kernels.viewing.histogram import histogram
from augstudio.pipelines import Pipeline
from augstudio.transforms import GaussianNoise, Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.mnemonics import plain
from augstudio.ui.preview.draw_label import DrawLabel
from augstudio.ui.preview.pane import ImagePane
from tests.windows import WAIT_MS, MakeWindow, settle


def exported(window: MainWindow, copy: int) -> Image:
    """What an export writes for a copy of the picture on show."""
    session = window.session
    assert session.dataset is not None
    assert session.sample is not None
    image = session.dataset.read(session.sample)
    return session.pipeline(image, seed=session.seed, copy=copy, key=session.sample.key)


def hover(pane: ImagePane) -> None:
    """Move the cursor over the picture, a little off its middle."""
    QTest.mouseMove(pane, pane.rect().center() - QPoint(18, 12))


def marked(pane: ImagePane, column: int, row: int) -> str:
    """What a pane tells about a pixel."""
    assert pane.frame is not None
    width, height = pane.frame.size
    return pane.readings(QPointF((column + 0.5) / width, (row + 0.5) / height))[0][1]


def exact_histogram(qtbot: QtBot, window: MainWindow) -> None:
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.comparing.histogram.exact, timeout=WAIT_MS)


# -- pixel inspector ------------------------------------------------------------------------------------


def test_inspector_tells_the_same_pixel_in_every_pane(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    panes = window.preview.panes
    before = [pane.grab().toImage() for pane in panes]
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    hover(panes[0])
    qtbot.waitUntil(lambda: all(pane.mark is not None for pane in panes), timeout=WAIT_MS)
    marks = [pane.mark for pane in panes]
    assert marks[0] == marks[1]
    for pane, image, copy in zip(panes, before, (0, 1), strict=True):
        red, green, blue = exported(window, copy)[20, 30]
        assert marked(pane, 30, 20) == f"30, 20   {red} {green} {blue}"
        assert pane.grab().toImage() != image, "nothing was painted"
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert [pane.mark for pane in panes] == [None, None]


def test_values_that_are_not_exported_ones_are_marked(qtbot: QtBot, window: MainWindow) -> None:
    pane = window.preview.panes[1]
    window.preview.viewport.set_zoom(0.5)
    settle(qtbot, window)
    assert "≈" in marked(pane, 30, 20)
    window.preview.viewport.set_zoom(3)
    settle(qtbot, window)
    assert "≈" not in marked(pane, 30, 20)
    assert marked(pane, 200, 20) == "200, 20   —"


def test_inspector_reads_a_and_b_in_one_pane(qtbot: QtBot, window: MainWindow) -> None:
    kept = window.session.pipeline
    window.session.edit_pipeline(Pipeline.of((GaussianNoise(),)), "other")
    window.preview.set_view("ab")
    window.actions_.full_size.trigger()
    settle(qtbot, window)
    pane = window.preview.panes[0]
    second = exported(window, 1)[20, 30]
    window.session.edit_pipeline(kept, "back")
    first = exported(window, 1)[20, 30]
    window.session.undo_stack.undo()
    settle(qtbot, window)
    told = [text for _, text in pane.readings(QPointF(30.5 / 96, 20.5 / 64))]
    assert told == [
        f"{name}   30, 20   {colour[0]} {colour[1]} {colour[2]}"
        for name, colour in (("A", first), ("B", second))
    ]


def test_switches_are_remembered(open_window: MakeWindow) -> None:
    first = open_window()
    assert not first.comparing.histogram.isVisible()
    first.actions_.inspector.trigger()
    first.actions_.histogram.trigger()
    first.close()
    second = open_window()
    assert second.actions_.inspector.isChecked()
    assert second.comparing.histogram.isVisible()
    second.actions_.histogram.trigger()
    assert not second.comparing.histogram.isVisible()


# -- histogram ------------------------------------------------------------------------------------------


def test_histogram_counts_all_exported_pixels(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    panel = window.comparing.histogram
    window.preview.viewport.set_zoom(0.3)
    for view in ("side_by_side", "variations"):
        window.preview.set_view(view)
        window.session.set_copy(window.session.copy + 1)
        exact_histogram(qtbot, window)
        assert panel.original is not None
        assert panel.result is not None
        assert np.array_equal(panel.original, histogram(exported(window, 0)))
        assert np.array_equal(panel.result, histogram(exported(window, window.session.copy)))


def test_histogram_follows_what_moves(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_.histogram.trigger()
    panel = window.comparing.histogram
    exact_histogram(qtbot, window)
    before, image = panel.result, panel.grab().toImage()
    seen = []
    window.preview.result_shown.connect(lambda _: seen.append((panel.exact, panel.result)))
    window.session.edit_pipeline(Pipeline.of((Rotate(angle_range=Range(45, 45)),)), "turn")
    settle(qtbot, window)
    assert seen[0][0] is False
    assert seen[0][1] is not before, "the first picture left the histogram as it was"
    exact_histogram(qtbot, window)
    assert panel.grab().toImage() != image


# -- variations -----------------------------------------------------------------------------------------


def test_wall_tells_what_each_copy_drew(qtbot: QtBot, window: MainWindow) -> None:
    window.preview.set_view("variations")
    settle(qtbot, window)
    label = window.findChild(DrawLabel)
    assert label is not None
    panes = window.preview.panes
    own = label.text()
    assert own.count("Rotate: angle ") == 1
    assert len({pane.toolTip() for pane in panes}) > 6
    angle = next(line for line in panes[4].toolTip().splitlines() if line.startswith("Rotate"))
    hover(panes[4])
    qtbot.waitUntil(lambda: label.text().startswith("Copy 5"), timeout=WAIT_MS)
    assert angle in label.text()
    panes[4].hovered.emit(None)
    assert label.text() == own
    window.preview.set_view("side_by_side")
    assert [pane.toolTip() for pane in window.preview.panes] == ["", ""]


def test_copied_command_makes_the_same_picture(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    window.session.set_seed(7)
    window.session.edit_pipeline(Pipeline.of((Rotate(), GaussianNoise())), "other")
    window.preview.set_view("variations")
    settle(qtbot, window)
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: menus.append(menu))
    window.preview.panes[2].menu_requested.emit(QPoint(10, 10))
    entries = {plain(entry.text()): entry for entry in menus[0].actions()}
    entries["Copy command that makes this picture"].trigger()
    words = shlex.split(QGuiApplication.clipboard().text())
    assert words[:2] == ["augstudio", "preview"]
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(build_app(lambda *_: 0), words[1:])
    assert done.exit_code == 0, done.output
    sheet = decode((tmp_path / words[3]).read_bytes()).image
    # The sheet enlarges small pictures by a whole factor.
    wanted = exported(window, 3).repeat(2, axis=0).repeat(2, axis=1)
    places = np.lib.stride_tricks.sliding_window_view(sheet[:, :, 0], (8, 8))
    matches = np.argwhere((places == wanted[:8, :8, 0]).all(axis=(2, 3)))
    assert any(np.array_equal(sheet[y : y + 128, x : x + 192], wanted) for y, x in matches)
    entries["Copy seed and copy number"].trigger()
    assert QGuiApplication.clipboard().text() == f"seed=7 copy=3 key={words[words.index('--image') + 1]}"
    entries["Work with copy 3"].trigger()
    assert window.session.copy == 3


def test_command_names_the_saved_file_or_none_at_all(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    pane = window.preview.arrangement.panes[1]
    assert "--pipeline" not in window.comparing.menu.command(pane), "the default needs no file"
    window.session.edit_pipeline(Pipeline.of((Rotate(),)), "other")
    window.pipelines.save_pipeline(tmp_path / "mine.json")
    saved = window.comparing.menu.command(window.preview.arrangement.panes[1])
    assert saved[saved.index("--pipeline") + 1] == str(tmp_path / "mine.json")
    window.session.edit_pipeline(Pipeline.of((GaussianNoise(),)), "unsaved")
    own = window.comparing.menu.command(window.preview.arrangement.panes[1])
    assert Pipeline.load(own[own.index("--pipeline") + 1]) == window.session.pipeline
