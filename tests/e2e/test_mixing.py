"""A user mixes pictures: is told where a dataset cannot hold them, and else exports what is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.image import pixels_digest
from augstudio.export.reading.verify import Verification
from augstudio.pipelines import Pipeline
from augstudio.transforms import CopyPaste, Mosaic
from tests.e2e.test_exporting import close_report, finish, wait_listed
from tests.export.jobs import manifest
from tests.export.test_pasting import outlined
from tests.windows import WAIT_MS, MakeWindow, result, settle, write_dataset


def test_a_folder_of_classes_says_in_preview_and_dialog_that_it_cannot_be_mixed(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(write_dataset(tmp_path / "in", ["cat/a.png", "cat/b.png", "dog/c.png"]))
    assert not window.info.note.text()
    window.session.edit_pipeline(Pipeline.of((Mosaic(),)), "edit")
    settle(qtbot, window)
    assert "mosaic mixes pictures of several classes" in window.info.note.text()
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: "mosaic mixes pictures" in dialog.problem.text(), timeout=WAIT_MS)
    assert not dialog.start.isEnabled()


def test_what_is_pasted_is_exported_as_it_is_shown(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    dataset, target = outlined(tmp_path / "in"), tmp_path / "out"
    window = open_window(dataset)
    wait_listed(qtbot, window, 5)
    window.session.edit_pipeline(Pipeline.of((CopyPaste(),)), "edit")
    window.preview.viewport.set_zoom(1.0)
    settle(qtbot, window)
    shown = pixels_digest(result(window))
    assert "labels" in window.preview.panes[1].accessibleDescription()
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    dialog.form.target.setText(str(target))
    dialog.form.copies.setValue(1)
    qtbot.waitUntil(dialog.start.isEnabled, timeout=WAIT_MS)
    with qtbot.waitSignal(dialog.accepted_job, timeout=WAIT_MS):
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert finish(qtbot, window).skipped == ()
    close_report(window)
    assert window.session.sample is not None
    [line] = [line for line in manifest(target) if line["copy"] and line["key"] == window.session.sample.key]
    assert line["pixels"] == shown
    assert line["draws"][0]["draw"]["pasted"]
    assert not list(Verification(target, dataset).differences())
