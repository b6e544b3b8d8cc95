"""A user opens labelled datasets: by folder, by file, as another format."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.ui.dropping import Dropped
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
from tests.datasets.box_file import INDEX, NAME
from tests.windows import WAIT_MS, MakeWindow, settle, wait_opened


def shown_labels(window: MainWindow) -> str:
    return window.preview.panes[0].accessibleDescription()


def drop(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.documents.open_dropped([QUrl.fromLocalFile(str(path))])
    wait_shown(qtbot, window)


def wait_shown(qtbot: QtBot, window: MainWindow) -> None:
    wait_opened(qtbot, window)
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)


@pytest.mark.parametrize("name", ["", INDEX])
def test_a_dropped_folder_or_file_opens_its_format(
    qtbot: QtBot, labelled: Path, window: MainWindow, state: State, name: str
) -> None:
    drop(qtbot, window, labelled / name)
    assert window.session.format == NAME
    assert shown_labels(window) == "2 labels"
    assert window.actions_.formats[NAME].isChecked()
    assert not window.actions_.layout.isEnabled(), "annotations say what its splits are"
    assert state.recent[0] == str(labelled / name)


def test_it_is_opened_by_the_same_file_the_next_time(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path, state: State
) -> None:
    window = open_window(labelled)
    drop(qtbot, window, labelled / INDEX)
    window.close()
    again = make_window(state, None, None)
    again.show()
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.session.sample is not None, timeout=WAIT_MS)
    assert again.session.place == labelled / INDEX
    assert again.session.format == NAME
    again.exporting.runner.close()


def test_an_annotation_file_is_chosen(
    qtbot: QtBot, labelled: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(labelled / INDEX), ""))
    window.actions_.open_file.trigger()
    wait_opened(qtbot, window)
    assert window.session.format == NAME


def test_a_dataset_is_taken_as_another_format_and_that_is_remembered(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path
) -> None:
    window = open_window(labelled)
    assert window.session.format == NAME
    window.actions_.formats["image-folder"].trigger()
    wait_shown(qtbot, window)
    assert window.session.format == "image-folder"
    assert shown_labels(window) == ""
    assert not window.pipeline_panel.label_policy.isVisible()
    window.documents.open_path(labelled)
    wait_opened(qtbot, window)
    assert window.session.format == "image-folder"
    window.actions_.formats[NAME].trigger()
    wait_shown(qtbot, window)
    assert shown_labels(window) == "2 labels"


def test_a_format_that_does_not_fit_leaves_all_as_it_was(
    qtbot: QtBot, labelled: Path, window: MainWindow
) -> None:
    before = window.session.dataset
    window.actions_.formats[NAME].trigger()
    wait_opened(qtbot, window)
    assert window.session.dataset is before
    assert window.notice.isVisible()
    assert window.actions_.formats["image-folder"].isChecked()
    assert not window.actions_.formats[NAME].isChecked()


def test_files_of_no_format_are_told_by_name(tmp_path: Path, labelled: Path) -> None:
    for name in ("notes.jsonl", "config.yaml", "my.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    files = (*(tmp_path / name for name in ("notes.jsonl", "config.yaml", "my.json")), labelled / INDEX)
    dropped = Dropped.of([(file, file.name) for file in files])
    assert dropped.unknown == ("notes.jsonl", "config.yaml")
    assert dropped.pipeline == tmp_path / "my.json"
    assert dropped.dataset == labelled / INDEX
