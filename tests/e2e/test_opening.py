"""A user opens datasets and pipelines, and finds everything again the next time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.assets import sample_dataset
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.mnemonics import plain
from augstudio.ui.state import State
from tests.windows import WAIT_MS, MakeWindow, result, settle, wait_opened, write_dataset


def wait_listed(qtbot: QtBot, window: MainWindow, total: int) -> None:
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == total, timeout=WAIT_MS)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_open_by_menu(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_dataset(tmp_path / "other", ["a.png", "b.png"])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    window.actions_.open_folder.trigger()
    wait_listed(qtbot, window, 2)
    settle(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == other
    assert window.state.recent[0] == str(other)
    assert "other" in window.windowTitle()


def test_open_by_drop_of_folder_picture_and_pipeline(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other = write_dataset(tmp_path / "other", ["a.png", "b.png", "c.png"])
    drop(window, other)
    wait_listed(qtbot, window, 3)
    drop(window, other / "b.png")
    qtbot.waitUntil(lambda: window.session.sample is not None and window.session.sample.key == "b.png")
    file = tmp_path / "pipeline.json"
    Pipeline.of((Rotate(),)).save(file)
    drop(window, file)
    wait_opened(qtbot, window)
    assert [step.name for step in window.session.pipeline.steps] == ["rotate"]
    settle(qtbot, window)


def test_open_by_recent_list(qtbot: QtBot, window: MainWindow, tmp_path: Path, dataset: Path) -> None:
    window.documents.open_dataset(write_dataset(tmp_path / "other", ["a.png"]))
    wait_listed(qtbot, window, 1)
    window.menus.recent.aboutToShow.emit()
    entry = next(action for action in window.menus.recent.actions() if plain(action.text()) == str(dataset))
    entry.trigger()
    wait_listed(qtbot, window, 6)
    settle(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == dataset
    assert window.state.recent[0] == str(dataset)


def test_a_wrong_folder_is_refused_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before = window.session.dataset
    empty = tmp_path / "empty"
    empty.mkdir()
    for folder in (tmp_path / "missing", empty):
        window.documents.open_dataset(folder)
        wait_opened(qtbot, window)
        assert window.notice.isVisible()
        assert folder.name in window.notice.label.text()
    assert window.session.dataset is before
    settle(qtbot, window)


def test_a_wrong_pipeline_is_refused_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before = window.session.pipeline
    file = tmp_path / "bad.json"
    file.write_text('{"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", "angle_range": [9, 999]}]}')
    window.pipelines.open_pipeline(file)
    wait_opened(qtbot, window)
    assert window.session.pipeline == before
    for word in ("bad.json", "step 1", "rotate", "angle_range", "180"):
        assert word in window.notice.label.text()


def test_save_and_open_pipeline(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.actions_.save_pipeline.trigger()
    saved = tmp_path / "mine.augstudio.json"
    assert Pipeline.load(saved) == window.session.pipeline
    assert not window.isWindowModified()
    window.actions_.clear_pipeline.trigger()
    assert window.isWindowModified()
    window.session.undo_stack.undo()
    assert not window.isWindowModified()
    window.actions_.clear_pipeline.trigger()
    window.actions_.save_pipeline.trigger()
    assert Pipeline.load(saved).steps == ()


def test_the_next_start_finds_everything_as_it_was(
    qtbot: QtBot, open_window: MakeWindow, state: State, dataset: Path
) -> None:
    first = open_window()
    first.preview.set_view("padding")
    first.session.set_seed(7)
    first.session.set_copy(3)
    first.session.edit_pipeline(Pipeline.of((Rotate(size="grow"),)), "edit")
    first.dataset_panel.select_key("dog/2.png")
    settle(qtbot, first)
    first.close()
    again = make_window(state, None, None)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, again)
    session = again.session
    assert session.dataset is not None
    assert session.sample is not None
    assert (session.dataset.root, session.sample.key) == (dataset, "dog/2.png")
    assert (session.seed, session.copy, again.preview.view.NAME) == (7, 3, "padding")
    assert session.pipeline == Pipeline.of((Rotate(size="grow"),))
    assert not session.undo_stack.canUndo()


def test_the_first_start_opens_the_sample(qtbot: QtBot, state: State) -> None:
    window = make_window(state, None, None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == sample_dataset()
    assert window.session.pipeline == Pipeline.default()
    assert result(window).std() > 10


def test_damaged_settings_are_ignored(qtbot: QtBot, state: State, dataset: Path) -> None:
    for key in ("pipeline", "seed", "copy", "view", "theme", "recent", "dataset"):
        state._settings.setValue(key, "\0 nonsense")
    window = make_window(state, dataset, None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    assert window.session.pipeline == Pipeline.default()
    assert window.session.seed == 0


def test_search_class_and_next_image(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.dataset_panel
    wait_listed(qtbot, window, 6)
    panel.search.setText("DOG/2")
    assert [panel.model.sample(row).key for row in range(panel.model.rowCount())] == ["dog/2.png"]
    panel.search.clear()
    panel.class_box.setCurrentIndex(panel.class_box.findData("dog"))
    panel.class_box.activated.emit(panel.class_box.currentIndex())
    assert panel.model.rowCount() == 3
    panel.class_box.setCurrentIndex(0)
    panel.class_box.activated.emit(0)
    shown = result(window)
    window.actions_.next_image.trigger()
    settle(qtbot, window)
    assert window.session.sample is not None
    assert window.session.sample.key == "cat/2.png"
    assert not np.array_equal(result(window), shown)
    window.actions_.previous_image.trigger()
    settle(qtbot, window)
    assert np.array_equal(result(window), shown)


def test_a_broken_picture_shows_its_reason_and_the_next_one_works(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = write_dataset(tmp_path / "broken", ["a.png", "b.png"])
    data = (folder / "a.png").read_bytes()
    (folder / "a.png").write_bytes(data[: len(data) // 2])
    window = open_window(folder)
    pane = window.preview.panes[0]
    assert "truncated" in pane.message or "damaged" in pane.message
    reason, name = pane.message.split("\n")
    assert (name, reason[0].isupper()) == ("a.png", True)
    panel = window.dataset_panel
    sample = panel.model.sample(0)
    qtbot.waitUntil(lambda: isinstance(panel.thumbnails.peek(sample), str), timeout=WAIT_MS)
    window.actions_.next_image.trigger()
    settle(qtbot, window)
    assert result(window).shape[2] == 3


def test_fifty_thousand_files_do_not_freeze_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    first = write_dataset(folder, ["c00/00000.png"]) / "c00/00000.png"
    for number in range(1, 50_000):
        file = folder / f"c{number // 1000:02}" / f"{number:05}.png"
        if number % 1000 == 0:
            file.parent.mkdir()
        file.hardlink_to(first)
    window.documents.open_dataset(folder)
    # The first picture is on show while most of the folder is still to be listed.
    wait_opened(qtbot, window)
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    assert window.dataset_panel.model.total < 50_000
    wait_listed(qtbot, window, 50_000)
    settle(qtbot, window)
    assert window.dataset_panel.model.classes["c49"] == 1000
    bottom = window.dataset_panel.model.sample(49_999)

    def bottom_has_its_thumbnail() -> bool:
        window.dataset_panel.view.scrollToBottom()
        return window.dataset_panel.thumbnails.peek(bottom) is not None

    qtbot.waitUntil(bottom_has_its_thumbnail, timeout=WAIT_MS)


def test_a_long_list_keeps_its_place_while_thumbnails_load(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "long"
    first = write_dataset(folder, ["00000.png"]) / "00000.png"
    for number in range(1, 9000):
        (folder / f"{number:05}.png").hardlink_to(first)
    window = open_window(folder)
    wait_listed(qtbot, window, 9000)
    panel = window.dataset_panel
    bar = panel.view.verticalScrollBar()

    def all_laid_out() -> bool:
        return panel.view.visualRect(panel.model.index(8999)).isValid()

    qtbot.waitUntil(all_laid_out, timeout=WAIT_MS)
    middle = bar.maximum() // 2
    bar.setValue(middle)
    row = panel.view.indexAt(panel.view.viewport().rect().center()).row()
    sample = panel.model.sample(row)
    assert 3000 < row < 6000
    qtbot.waitUntil(lambda: panel.thumbnails.peek(sample) is not None, timeout=WAIT_MS)
    assert bar.value() == middle


def test_undo_of_opening_goes_back_to_the_file_before(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    Pipeline.of((Rotate(),)).save(first)
    Pipeline.of((Rotate(), Rotate())).save(second)
    for file in (first, second):
        window.documents.open_path(file)
        wait_opened(qtbot, window)
    window.session.undo_stack.undo()
    assert "first.json" in window.windowTitle()
    window.actions_.save_pipeline.trigger()
    assert len(Pipeline.load(second).steps) == 2, "the other file is left alone"
    window.session.undo_stack.redo()
    assert "second.json" in window.windowTitle()


def test_panes_do_not_move_while_the_pipeline_is_edited(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = write_dataset(tmp_path / "wide", ["a.png"], size=(800, 100))
    window = open_window(folder)
    stacked = [pane.geometry() for pane in window.preview.panes]
    assert stacked[0].left() == stacked[1].left(), "panoramas lie on top of each other"
    window.session.edit_pipeline(Pipeline.of((Rotate(angle_range=(90, 90), size="grow"),)), "edit")
    settle(qtbot, window)
    window.session.set_copy(2)
    settle(qtbot, window)
    assert [pane.geometry() for pane in window.preview.panes] == stacked
