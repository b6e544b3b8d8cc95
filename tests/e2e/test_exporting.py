"""A user exports a dataset from the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from augstudio.export import Report
from augstudio.images.reading import read_image
from augstudio.ui.main_window import MainWindow
from tests.folders import encoded, write_files
from tests.pictures import noise_picture
from tests.windows import WAIT_MS, MakeWindow, press, result, settle, write_dataset

EXPORT_MS = 300_000  # starting processes takes long where the machine is busy


def start_export(qtbot: QtBot, window: MainWindow, target: Path, copies: int = 2) -> None:
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    assert dialog.isVisible()
    dialog.form.target.setText(str(target))
    dialog.form.copies.setValue(copies)
    with qtbot.waitSignal(dialog.accepted_job, timeout=WAIT_MS):
        QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)


def finish(qtbot: QtBot, window: MainWindow) -> Report:
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS) as waiting:
        pass
    assert waiting.args is not None
    report = waiting.args[0]
    assert isinstance(report, Report)
    return report


def close_report(window: MainWindow) -> None:
    assert window.exporting.report is not None
    assert window.exporting.report.isVisible()
    window.exporting.report.close()


def wait_listed(qtbot: QtBot, window: MainWindow, total: int) -> None:
    qtbot.waitUntil(lambda: window.dataset_panel.model.total == total)


def test_export_in_the_background_and_open_the_result(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_listed(qtbot, window, 6)
    target = tmp_path / "out"
    progress: list[str] = []
    window.exporting.runner.progressed.connect(
        lambda _: progress.append(window.exporting.progress.text.text())
    )
    start_export(qtbot, window, target)
    assert window.exporting.progress.isVisible()
    # The window stays usable while the export runs.
    window.preview.set_view("padding")
    window.session.set_copy(2)
    report = finish(qtbot, window)
    assert (report.written, report.skipped, report.cancelled) == (18, (), False)
    lines = (target / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 18
    assert all((target / json.loads(line)["file"]).is_file() for line in lines)
    assert any("of 18" in text for text in progress)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert window.exporting.report is not None
    QTest.mouseClick(window.exporting.report.open_button, Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(target))]
    assert not window.exporting.progress.isVisible()
    settle(qtbot, window)
    close_report(window)


def test_skipped_files_are_listed_with_their_reasons(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    folder = write_dataset(tmp_path / "data", ["a.png", "b.png"])
    (folder / "broken.png").write_bytes(b"not a picture")
    window = open_window(folder)
    wait_listed(qtbot, window, 3)
    start_export(qtbot, window, tmp_path / "out", copies=1)
    report = finish(qtbot, window)
    assert report.written == 4
    assert [skipped.name for skipped in report.skipped] == ["broken.png"]
    assert window.exporting.report is not None
    table = window.exporting.report.table
    assert table.rowCount() == 1
    cells = [table.item(0, column) for column in (0, 1)]
    assert [cell.text() for cell in cells if cell] == ["broken.png", report.skipped[0].reason]
    close_report(window)


def test_cancel_and_go_on(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    folder = write_dataset(tmp_path / "data", [f"{n}.png" for n in range(12)], size=(400, 300))
    window = open_window(folder)
    wait_listed(qtbot, window, 12)
    target = tmp_path / "out"
    with qtbot.waitSignal(
        window.exporting.runner.progressed,
        timeout=EXPORT_MS,
        check_params_cb=lambda progress: progress.written > 0,
    ):
        start_export(qtbot, window, target, copies=12)
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=WAIT_MS) as waiting:
        QTest.mouseClick(window.exporting.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert waiting.args is not None
    assert waiting.args[0].cancelled
    shown = window.exporting.report
    assert shown is not None
    assert "can continue where it stopped" in shown.details.text()
    assert shown.continue_button.isVisible()
    QTest.mouseClick(shown.continue_button, Qt.MouseButton.LeftButton)
    report = finish(qtbot, window)
    assert not report.cancelled
    assert report.reused > 0
    assert report.reused + report.written == 12 * 13
    assert window.exporting.report is not None
    assert not window.exporting.report.continue_button.isVisible()
    close_report(window)


def test_edited_files_stay_unless_the_box_for_them_is_ticked(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(write_dataset(tmp_path / "data", ["a.png", "b.png"]))
    wait_listed(qtbot, window, 2)
    target, form = tmp_path / "out", window.exporting.dialog.form
    start_export(qtbot, window, target, copies=1)
    assert not form.replace_edited.isVisibleTo(form)
    finish(qtbot, window)
    close_report(window)
    edited = target / "a__aug001.png"
    right = edited.read_bytes()
    edited.write_bytes(b"retouched by hand")
    start_export(qtbot, window, target, copies=1)
    assert [skipped.name for skipped in finish(qtbot, window).skipped] == ["a__aug001.png"]
    assert edited.read_bytes() == b"retouched by hand"
    close_report(window)
    window.actions_.export.trigger()
    qtbot.waitUntil(form.replace_edited.isVisible)
    QTest.mouseClick(form.replace_edited, Qt.MouseButton.LeftButton)
    assert form.replace_edited.isChecked()
    start_export(qtbot, window, target, copies=1)
    assert finish(qtbot, window).skipped == ()
    assert edited.read_bytes() == right
    close_report(window)


def test_a_refusal_brings_the_dialog_back(
    qtbot: QtBot, window: MainWindow, dataset: Path, tmp_path: Path
) -> None:
    def turn_dataset_away(_job: object) -> None:
        (tmp_path / "elsewhere").mkdir()
        dataset.rename(tmp_path / "elsewhere" / "pets")

    window.exporting.runner.started.connect(turn_dataset_away)
    with qtbot.waitSignal(window.exporting.runner.refused, timeout=EXPORT_MS):
        start_export(qtbot, window, tmp_path / "out")
    dialog = window.exporting.dialog
    assert dialog.isVisible()
    assert "There is no folder" in dialog.problem.text()
    assert not dialog.start.isEnabled()
    assert not (tmp_path / "out").exists()
    dialog.reject()


def test_closing_while_exporting_asks_and_stops(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_dataset(tmp_path / "data", [f"{n}.png" for n in range(8)], size=(400, 300))
    window = open_window(folder)
    wait_listed(qtbot, window, 8)
    with qtbot.waitSignal(window.exporting.runner.progressed, timeout=EXPORT_MS):
        start_export(qtbot, window, tmp_path / "out", copies=50)
    answers = ["Keep exporting", "Stop and close"]
    monkeypatch.setattr(QMessageBox, "exec", lambda box: press(box, answers.pop(0)))
    assert not window.close()
    assert window.exporting.runner.running
    assert window.close()
    assert answers == []
    assert not window.exporting.runner.running


def test_a_button_that_is_let_go_once_the_export_has_begun_starts_no_second_one(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    start_export(qtbot, window, tmp_path / "out")
    dialog, runner = window.exporting.dialog, window.exporting.runner
    job = dialog.job()
    assert job is not None
    assert runner.running
    dialog.accepted_job.emit(job, False)
    assert window.notice.label.text().startswith("An export is running")
    assert finish(qtbot, window).written == 18
    close_report(window)


def test_export_equals_the_preview(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    wait_listed(qtbot, window, 6)
    window.actions_.full_size.trigger()
    shown = {}
    for copy in (1, 2):
        window.session.set_copy(copy)
        settle(qtbot, window)
        shown[copy] = result(window)
    start_export(qtbot, window, tmp_path / "out")
    finish(qtbot, window)
    close_report(window)
    from augstudio.images.reading import read_image

    for copy, pixels in shown.items():
        exported = read_image(tmp_path / "out" / "cat" / f"1__aug{copy:03}.png")
        assert (exported == pixels).all()


def test_the_next_export_is_offered_a_folder_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    wait_listed(qtbot, window, 6)
    dialog = window.exporting.dialog
    window.actions_.export.trigger()
    offered = Path(dialog.form.target.text())
    assert offered == tmp_path / "pets-augmented"
    offered.mkdir()
    window.actions_.export.trigger()
    qtbot.waitUntil(lambda: Path(dialog.form.target.text()) == tmp_path / "pets-augmented-2", timeout=WAIT_MS)
    dialog.form.target.setText(str(tmp_path / "mine"))
    window.actions_.export.trigger()
    assert Path(dialog.form.target.text()) == tmp_path / "mine", "what was typed stays"
    dialog.reject()


def test_pause_by_keyboard_and_go_on(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    folder = write_dataset(tmp_path / "data", [f"{n}.png" for n in range(6)], size=(200, 150))
    window = open_window(folder)
    wait_listed(qtbot, window, 6)
    bar, runner = window.exporting.progress, window.exporting.runner
    with qtbot.waitSignal(
        runner.progressed, timeout=EXPORT_MS, check_params_cb=lambda progress: progress.written > 0
    ):
        start_export(qtbot, window, tmp_path / "out", copies=20)
    assert bar.pause_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    bar.pause_button.setFocus()
    with qtbot.waitSignal(
        runner.progressed, timeout=EXPORT_MS, check_params_cb=lambda progress: progress.paused
    ) as waiting:
        QTest.keyClick(bar.pause_button, Qt.Key.Key_Space)
    assert waiting.args is not None
    done = waiting.args[0].done
    assert 0 < done < 6 * 21
    assert bar.text.text() == f"Paused at {done} of {6 * 21}"
    assert (bar.pause_button.text(), bar.pause_button.accessibleName()) == ("Resume", "Resume the export")
    assert runner.running
    QTest.keyClick(bar.pause_button, Qt.Key.Key_Space)
    report = finish(qtbot, window)
    assert (report.written, report.cancelled) == (6 * 21, False)
    close_report(window)
    start_export(qtbot, window, tmp_path / "out", copies=20)
    assert (bar.pause_button.text(), bar.pause_button.isChecked()) == ("Pause", False)
    finish(qtbot, window)
    close_report(window)


def test_a_paused_export_can_be_cancelled(qtbot: QtBot, open_window: MakeWindow, tmp_path: Path) -> None:
    window = open_window(write_dataset(tmp_path / "data", [f"{n}.png" for n in range(6)], size=(200, 150)))
    wait_listed(qtbot, window, 6)
    bar, runner = window.exporting.progress, window.exporting.runner
    start_export(qtbot, window, tmp_path / "out", copies=20)
    with qtbot.waitSignal(
        runner.progressed, timeout=EXPORT_MS, check_params_cb=lambda progress: progress.paused
    ):
        QTest.mouseClick(bar.pause_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS) as waiting:
        QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)
    assert waiting.args is not None
    assert waiting.args[0].cancelled
    close_report(window)


def test_transparent_pictures_are_put_on_the_background_that_was_typed(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    picture = noise_picture(40, 30, 4)
    picture[:16, :, 3] = 0
    window = open_window(write_files(tmp_path / "data", {"a.png": encoded(picture, "PNG")}))
    wait_listed(qtbot, window, 1)
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    field = dialog.form.background
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("png"))
    assert not field.isEnabled(), "PNG holds transparency"
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("jpeg"))
    QTest.keyClicks(field, "red")
    assert "must be a colour such as #ffffff" in dialog.problem.text()
    assert not dialog.start.isEnabled()
    field.clear()
    QTest.keyClicks(field, "#e01020")
    start_export(qtbot, window, tmp_path / "out", copies=0)
    assert finish(qtbot, window).skipped == ()
    shown = read_image(tmp_path / "out" / "a.jpg")
    assert abs(shown[:8].astype(int) - (0xE0, 0x10, 0x20)).max() <= 12
    close_report(window)
