"""Files that cannot be used are counted, listed with their reasons, and can be looked at alone."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.datasets.label_reading import LabelProblem
from augstudio.ui.dataset_panel.unusable import UnusableDialog
from augstudio.ui.main_window import MainWindow
from tests.windows import WAIT_MS, MakeWindow, write_dataset


def test_skipped_and_unreadable_files_are_listed_and_filtered(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = write_dataset(tmp_path / "data", ["a.png", "b.png"])
    (folder / "broken.png").write_bytes(b"no picture")
    (folder / os.fsdecode(b"bad\xff.png")).write_bytes(b"")
    window = open_window(folder)
    bar, model = window.dataset_panel.unusable, window.dataset_panel.model
    qtbot.waitUntil(lambda: bar.list_button.text() == "1 skipped, 1 unreadable…", timeout=WAIT_MS)
    assert bar.isVisible()
    assert window._counts.text() == '3 images, <a href="skipped">1 skipped</a>'
    assert bar.list_button.width() >= bar.list_button.sizeHint().width(), "it is not cut"
    window._counts.linkActivated.emit("skipped")
    (dialog,) = window.findChildren(UnusableDialog)
    cells = [dialog.table.item(row, column) for row in (0, 1) for column in (0, 1)]
    texts = [cell.text() for cell in cells if cell is not None]
    assert texts[0].startswith("bad")
    assert "UTF-8" in texts[1]
    assert texts[2] == "broken.png"
    assert texts[3].startswith("not a picture of a known kind")
    assert dialog.said.text().endswith("so there may be more."), "only what came into view is known"
    dialog.close()
    QTest.mouseClick(bar.filter_button, Qt.MouseButton.LeftButton)
    assert [model.sample(row).key for row in range(model.rowCount())] == ["broken.png"]
    QTest.mouseClick(bar.filter_button, Qt.MouseButton.LeftButton)
    assert model.rowCount() == 3
    window.documents.open_sample()
    qtbot.waitUntil(bar.isHidden, timeout=WAIT_MS)


def test_what_is_found_later_moves_nothing_under_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.dataset_panel
    height = panel.view.height()
    before = panel.search.pos(), panel.class_box.pos(), panel.view.pos()
    panel.unusable.add_unreadable("a.png", "the file is empty")
    panel.problems.add([LabelProblem("a.txt", 1, "no number")])
    qtbot.waitUntil(lambda: panel.view.height() < height, timeout=WAIT_MS)
    assert panel.unusable.isVisible()
    assert panel.problems.isVisible()
    assert (panel.search.pos(), panel.class_box.pos(), panel.view.pos()) == before
