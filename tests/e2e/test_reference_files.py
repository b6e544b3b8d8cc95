"""A user chooses the pictures that a step takes its colours from."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from augstudio.core.reference import Reference
from augstudio.pipelines import Pipeline
from augstudio.transforms import ColorTransfer
from augstudio.ui.main_window import MainWindow
from augstudio.ui.mnemonics import plain
from augstudio.ui.pipeline_panel.files_field import FilesField
from tests.folders import encoded
from tests.pictures import plain_picture
from tests.windows import result, settle, wait_opened

_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def field(window: MainWindow) -> FilesField:
    window.pipeline_panel.add_step(ColorTransfer)
    found = window.pipeline_panel.steps.cards[-1].fields["references"]
    assert isinstance(found, FilesField)
    return found


@pytest.fixture
def red(tmp_path: Path) -> Path:
    file = tmp_path / "palettes" / "rot 紅.png"
    file.parent.mkdir()
    picture = plain_picture(40, 30)
    picture[:] = (200, 20, 30)
    file.write_bytes(encoded(picture, "PNG"))
    return file


def chosen(window: MainWindow) -> list[str]:
    (step,) = (step for step in window.session.pipeline.steps if step.name == "color_transfer")
    assert isinstance(step.transform, ColorTransfer)
    return [reference.name for reference in step.transform.references]


def drop(field: FilesField, *files: Path) -> bool:
    """Drag files onto the field and let them go; False where it does not take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    nothing = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(where, copy, data, _LEFT, nothing)
    entered.ignore()
    QApplication.sendEvent(field, entered)
    if not entered.isAccepted():
        return False
    QApplication.sendEvent(field, QDropEvent(QPointF(where), copy, data, _LEFT, nothing))
    return True


def test_a_dropped_picture_gives_its_colours(
    qtbot: QtBot, window: MainWindow, field: FilesField, red: Path
) -> None:
    QTest.mouseClick(field.rows[0].remove_button, _LEFT)
    assert chosen(window) == []
    assert field.rows == []
    settle(qtbot, window)
    before = result(window)
    assert drop(field, red)
    settle(qtbot, window)
    assert chosen(window) == ["rot 紅.png"]
    after = result(window)
    redness = [float(np.mean(image[:, :, 0]) - np.mean(image[:, :, 1])) for image in (before, after)]
    assert redness[1] > redness[0] + 60
    window.session.undo_stack.undo()
    assert chosen(window) == []
    window.session.undo_stack.redo()
    assert chosen(window) == ["rot 紅.png"]


def test_only_kinds_that_fit_are_taken(
    window: MainWindow, field: FilesField, red: Path, tmp_path: Path
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("no picture")
    assert not drop(field, words)
    assert chosen(window) == ["boating.jpg"]
    assert drop(field, words, red)
    assert chosen(window) == ["boating.jpg", "rot 紅.png"]
    assert "Not added: words.txt." in [label.text() for label in field.findChildren(QLabel)]


def test_files_are_chosen_in_a_dialog_and_from_those_that_ship(
    window: MainWindow, field: FilesField, red: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(red)], ""))
    field.menu.actions()[0].trigger()
    assert chosen(window) == ["boating.jpg", "rot 紅.png"]
    (irises,) = (action for action in field.menu.actions() if plain(action.text()) == "Irises")
    irises.trigger()
    irises.trigger()
    assert chosen(window) == ["boating.jpg", "rot 紅.png", "irises.jpg"]


def test_a_file_that_cannot_be_read_is_said_beside_the_field(
    window: MainWindow, field: FilesField, tmp_path: Path
) -> None:
    assert drop(field, tmp_path / "gone.png")
    assert chosen(window) == ["boating.jpg"]
    texts = [label.text() for label in field.findChildren(QLabel)]
    assert any("is missing; put it back" in text for text in texts)


def test_a_lost_picture_is_marked_and_the_preview_says_why(
    qtbot: QtBot, window: MainWindow, field: FilesField, red: Path, tmp_path: Path
) -> None:
    QTest.mouseClick(field.rows[0].remove_button, _LEFT)
    assert drop(field, red)
    file = tmp_path / "p.json"
    Pipeline.from_dict(window.session.pipeline.to_dict()).save(file)
    stored = json.loads(file.read_text(encoding="utf-8"))["steps"][-1]["references"]
    assert stored == [{"path": "palettes/rot 紅.png", "sha256": Reference.of(red).sha256}]
    changed = file.read_text(encoding="utf-8").replace(Reference.of(red).sha256, "0" * 64)
    file.write_text(changed, encoding="utf-8")
    window.pipelines.open_pipeline(file)
    wait_opened(qtbot, window)
    shown = window.pipeline_panel.steps.cards[-1].fields["references"]
    assert isinstance(shown, FilesField)
    (row,) = shown.rows
    assert "no longer the one that was chosen" in row.problem
    qtbot.waitUntil(lambda: "no longer the one" in window.preview.panes[0].message)
