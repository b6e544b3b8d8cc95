"""A user sees what a dataset's folders were taken for, changes it, and is warned of labels."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.datasets.splits import Split
from augstudio.ui.dataset_panel.layout_dialog import LayoutDialog
from augstudio.ui.main_window import MainWindow
from augstudio.ui.state import State
from tests.e2e.test_exporting import finish, start_export, wait_listed
from tests.windows import WAIT_MS, MakeWindow, write_dataset

SPLIT = ["train/cat/1.png", "train/dog/2.png", "dev/cat/3.png", "extra/cat/4.png"]


def layout_dialog(qtbot: QtBot, window: MainWindow) -> LayoutDialog:
    window.actions_.layout.trigger()
    (dialog,) = window.findChildren(LayoutDialog)
    assert dialog.isVisible()
    wait_ready(qtbot, dialog)
    assert all(box.width() >= box.sizeHint().width() for box in dialog.roles.values()), "and is not clipped"
    return dialog


def wait_ready(qtbot: QtBot, dialog: LayoutDialog) -> None:
    qtbot.waitUntil(lambda: dialog.ready, timeout=WAIT_MS)


def choose(qtbot: QtBot, dialog: LayoutDialog, path: str, role: str) -> None:
    dialog.roles[path].setCurrentIndex(dialog.roles[path].findData(role))
    wait_ready(qtbot, dialog)


def accept(dialog: LayoutDialog) -> None:
    QTest.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)


def test_what_folders_are_is_said_and_changed(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    window = open_window(write_dataset(tmp_path / "divided", SPLIT))
    panel = window.dataset_panel
    qtbot.waitUntil(panel.assumed.isVisible, timeout=WAIT_MS)
    assert "not augmented: extra/" in panel.assumed.text()
    dialog = layout_dialog(qtbot, window)
    assert list(dialog.roles) == ["dev", "extra", "train"]
    choose(qtbot, dialog, "extra", "train")
    assert "train (extra/, train/)" in dialog.line.text()
    with qtbot.waitSignal(panel.listed, timeout=WAIT_MS):
        accept(dialog)
    assert panel.model.splits == {Split.TRAIN: 3, Split.VAL: 1}
    assert "train (extra/, train/)" in panel.assumed.text()
    target = tmp_path / "out"
    start_export(qtbot, window, target, copies=1)
    assert finish(qtbot, window).written == 7
    assert window.exporting.report is not None
    window.exporting.report.close()
    kept = json.loads((target / "augstudio.json").read_text(encoding="utf-8"))
    assert kept["options"]["split_folders"] == {"extra": "train"}
    assert (target / "extra/cat/4__aug001.png").exists()


def test_what_was_said_of_folders_holds_at_the_next_start(
    qtbot: QtBot, open_window: MakeWindow, state: State, tmp_path: Path
) -> None:
    folder = write_dataset(tmp_path / "divided", SPLIT)
    window = open_window(folder)
    wait_listed(qtbot, window, 4)
    dialog = layout_dialog(qtbot, window)
    choose(qtbot, dialog, "dev", "class")
    with qtbot.waitSignal(window.dataset_panel.listed, timeout=WAIT_MS):
        accept(dialog)
    window.close()
    again = open_window(folder)
    assert again.session.dataset is not None
    assert again.session.dataset.stated.roles == (("dev", "class"),)
    dialog = layout_dialog(qtbot, again)
    assert dialog.roles["dev"].currentData() == "class"
    QTest.mouseClick(dialog.by_names, Qt.MouseButton.LeftButton)
    wait_ready(qtbot, dialog)
    with qtbot.waitSignal(again.dataset_panel.listed, timeout=WAIT_MS):
        accept(dialog)
    assert state.layouts == {}, "and is forgotten where the names shall say it"


def test_folders_are_taken_by_their_names_again(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(write_dataset(tmp_path / "divided", SPLIT))
    wait_listed(qtbot, window, 4)
    dialog = layout_dialog(qtbot, window)
    QTest.mouseClick(dialog.classes, Qt.MouseButton.LeftButton, pos=dialog.classes.rect().center())
    dialog.classes.setChecked(False)
    wait_ready(qtbot, dialog)
    choose(qtbot, dialog, "dev", "leave-out")
    assert (dialog.stated().classes, dialog.stated().roles) == ((), (("dev", "leave-out"),))
    QTest.mouseClick(dialog.by_names, Qt.MouseButton.LeftButton)
    wait_ready(qtbot, dialog)
    assert (dialog.stated().classes, dialog.stated().roles) == (None, ())
    dialog.reject()
    assert window.session.dataset is not None
    assert window.session.dataset.stated.roles == ()


def test_labels_are_named_and_left_behind_only_if_asked(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = write_dataset(tmp_path / "in", ["images/1.png", "images/2.png"])
    (folder / "labels").mkdir()
    (folder / "labels" / "1.txt").write_text("0 0.5 0.5 0.5 0.5\n")
    window = open_window(folder)
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    assert "YOLO: labels/1.txt" in window.notice.label.text()
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    alone = dialog.form.images_alone
    dialog.form.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(alone.isVisible, timeout=WAIT_MS)
    assert "YOLO: labels/1.txt" in dialog.problem.text()
    assert not dialog.start.isEnabled()
    alone.setChecked(True)
    with qtbot.waitSignal(dialog.accepted_job, timeout=WAIT_MS):
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    report = finish(qtbot, window)
    assert report.written == report.total > 0
    assert window.exporting.report is not None
    window.exporting.report.close()
