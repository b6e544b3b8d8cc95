"""An export that was stopped is found by itself and goes on, whatever stopped it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from augstudio.core.label_policy import LabelPolicy
from augstudio.export import ExportJob, ExportOptions, Report, RunOptions, run_export
from augstudio.export.lock import is_locked
from augstudio.pipelines import Pipeline
from augstudio.ui.export_panel import room
from augstudio.ui.kept_exports import BegunExport
from augstudio.ui.main_window import MainWindow
from augstudio.ui.make_window import make_window
from augstudio.ui.mnemonics import plain
from augstudio.ui.state import State
from tests.e2e.test_exporting import EXPORT_MS, close_report
from tests.export.jobs import job_for, stop_after
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture
from tests.windows import WAIT_MS, MakeWindow, wait_opened, write_dataset


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown_dialog(qtbot: QtBot, window: MainWindow) -> None:
    """Open the dialog, and wait until it has looked for folders and at what the export will come to."""
    window.actions_.export.trigger()
    dialog = window.exporting.dialog
    qtbot.waitUntil(lambda: dialog._proposed is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: dialog._found is not None or bool(dialog.problem.text()), timeout=WAIT_MS)


def whole(job: ExportJob, tmp_path: Path) -> dict[str, str]:
    """What the export comes to without any interruption."""
    out = tmp_path / "whole"
    run_export(replace(job, out=out), RunOptions(workers=1))
    return contents(out)


def started(window: MainWindow, button: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[ExportJob]:
    """The jobs that a click starts; they are not run."""
    jobs: list[ExportJob] = []
    monkeypatch.setattr(window.exporting.runner, "start", lambda job, overwrite: jobs.append(job))
    click(button)
    return jobs


def finished(qtbot: QtBot, window: MainWindow, button: QWidget) -> Report:
    """Click a button, and wait for the export that it starts."""
    with qtbot.waitSignal(window.exporting.runner.finished, timeout=EXPORT_MS) as waiting:
        click(button)
    assert waiting.args is not None
    report = waiting.args[0]
    assert isinstance(report, Report)
    return report


def test_the_dialog_opens_on_the_export_that_was_stopped(
    qtbot: QtBot,
    open_window: MakeWindow,
    state: State,
    dataset: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "pets-augmented-2"
    (tmp_path / "pets-augmented").mkdir()
    job = job_for(dataset, out, copies=3, quality=80, format="webp", originals=False)
    stop_after(job, 2)
    state.keep_begun(BegunExport.of(job))
    window = open_window()
    qtbot.waitUntil(window.notice.isVisible, timeout=WAIT_MS)
    shown_dialog(qtbot, window)
    dialog, form = window.exporting.dialog, window.exporting.dialog.form
    assert Path(form.target.text()) == out
    assert (form.copies.value(), form.quality.value(), form.format.currentData()) == (3, 80, "webp")
    assert not form.originals.isChecked()
    assert str(out) in dialog.continue_bar.label.text()
    assert plain(dialog.start.text()) == "Continue export"
    click(dialog.continue_bar.anew_button)
    assert Path(form.target.text()) == tmp_path / "pets-augmented-3"
    assert plain(dialog.start.text()) == "Start export"
    form.target.setText(str(out))
    qtbot.waitUntil(lambda: plain(dialog.start.text()) == "Continue export", timeout=WAIT_MS)
    (begun,) = started(window, dialog.start, monkeypatch)
    assert not window.notice.isVisible(), "what it offered is done"
    assert run_export(begun, RunOptions(workers=1)).reused > 0
    assert contents(out) == whole(job, tmp_path)


def test_an_export_with_another_pipeline_goes_on_with_its_own(
    qtbot: QtBot, open_window: MakeWindow, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = job_for(dataset, tmp_path / "pets-augmented", Pipeline(), seed=9, background="#ffffff")
    stop_after(job, 2)
    window = open_window()
    before = window.session.pipeline
    shown_dialog(qtbot, window)
    dialog = window.exporting.dialog
    assert Path(dialog.form.target.text()) == tmp_path / "pets-augmented-2"
    assert plain(dialog.start.text()) == "Start export"
    (begun,) = started(window, dialog.continue_bar.continue_button, monkeypatch)
    assert not dialog.isVisible()
    assert window.session.pipeline == before
    assert run_export(begun, RunOptions(workers=1)).reused > 0
    assert contents(job.out) == whole(job, tmp_path)


def test_choices_and_proposals_belong_to_their_dataset(
    qtbot: QtBot, open_window: MakeWindow, state: State, tmp_path: Path
) -> None:
    window = open_window()
    dialog, form = window.exporting.dialog, window.exporting.dialog.form
    shown_dialog(qtbot, window)
    form.target.setText(str(tmp_path / "typed"))
    form.copies.setValue(7)
    form.format.setCurrentIndex(form.format.findData("png"))
    dialog.reject()
    window.documents.open_dataset(write_dataset(tmp_path / "birds", ["a.png"]))
    wait_opened(qtbot, window)
    shown_dialog(qtbot, window)
    assert Path(form.target.text()) == tmp_path / "birds-augmented"
    assert (form.copies.value(), form.format.currentData()) == (4, "keep")
    dialog.reject()
    window.close()
    again = open_window()
    shown_dialog(qtbot, again)
    form = again.exporting.dialog.form
    assert Path(form.target.text()) == tmp_path / "pets-augmented"
    assert (form.copies.value(), form.format.currentData()) == (7, "png")
    again.exporting.dialog.reject()


def test_start_wakes_up_once_there_is_room(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    free = [1_000]
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(10**12, 0, free[0]))
    monkeypatch.setattr(room, "LOOK_MS", 50)
    shown_dialog(qtbot, window)
    dialog = window.exporting.dialog
    assert "only 1.0 kB is free" in dialog.problem.text()
    free[0] = 2_000
    qtbot.waitUntil(lambda: "only 2.0 kB is free" in dialog.problem.text(), timeout=WAIT_MS)
    assert not dialog.start.isEnabled()
    free[0] = 10**11
    qtbot.waitUntil(dialog.start.isEnabled, timeout=WAIT_MS)
    assert dialog.problem.text() == ""
    dialog.show_refusal("The disk is full.")
    assert not dialog.start.isEnabled()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=WAIT_MS)
    assert dialog.problem.text() == "The disk is full."
    dialog.reject()


EXPORTING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from augstudio.core.label_policy import LabelPolicy
from augstudio.pipelines import Pipeline
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State

if __name__ == "__main__":
    application = QApplication([])
    window = make_window(State(QSettings(sys.argv[1], QSettings.Format.IniFormat)), Path(sys.argv[2]), None)
    window.session.restore_pipeline(Pipeline.default().with_labels(LabelPolicy(padding="drop")))
    dialog, form = window.exporting.dialog, window.exporting.dialog.form

    def ask(_):
        if not dialog.isVisible():
            window.exporting.ask()
            form.target.setText(sys.argv[3])
            form.copies.setValue(6)
            form.to_format.setCurrentIndex(form.to_format.findData("yolo"))
            form.accept_loss.setChecked(True)
            dialog.start.click()

    def pause(progress):
        if progress.written:
            window.exporting.runner.set_paused(True)
        if progress.paused:
            print(progress.done, flush=True)

    window.show()
    window.session.sample_changed.connect(lambda sample: ask(sample) if sample else None)
    window.exporting.runner.progressed.connect(pause)
    application.exec()
"""


def labelled_dataset(root: Path) -> Path:
    """Outlines in two classes, and pictures without any, in YOLO's format."""
    files = {"data.yaml": b"train: images\nnames: [cat, dog]\n"}
    for number in range(8):
        files[f"images/{number}.png"] = encoded(smooth_picture(60, 40 + number), "PNG")
        files[f"labels/{number}.txt"] = b"%d 0.1 0.1 0.6 0.1 0.6 0.5 0.1 0.5\n" % (number % 2)
    return write_files(root, files)


def test_a_killed_program_continues_at_its_next_start(qtbot: QtBot, state: State, tmp_path: Path) -> None:
    dataset, out, script = labelled_dataset(tmp_path / "data"), tmp_path / "out", tmp_path / "exporting.py"
    script.write_text(EXPORTING)
    command = [sys.executable, str(script), state._settings.fileName(), str(dataset), str(out)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd())}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            done = int(process.stdout.readline())
        finally:
            process.send_signal(signal.SIGKILL)
    assert 0 < done < 8 * 7
    qtbot.waitUntil(lambda: not is_locked(out), timeout=EXPORT_MS)
    state._settings.sync()
    window = make_window(state, None, None)
    # Else the window would ask whether to stop what a failure leaves running, and nobody would answer.
    qtbot.addWidget(window, before_close_func=lambda window: window.exporting.runner.close())
    window.show()
    notice = window.notice
    qtbot.waitUntil(lambda: notice.waiting == 1, timeout=WAIT_MS)
    assert "did not close properly" in notice.label.text()
    click(notice.close_button)
    assert "is unfinished" in notice.label.text()
    assert str(out) in notice.label.text()
    report = finished(qtbot, window, notice.button)
    assert report.reused > 0
    assert (report.reused + report.written, report.skipped) == (8 * 7, ())
    policy = Pipeline.default().with_labels(LabelPolicy(padding="drop"))
    options = ExportOptions(copies=6, to_format="yolo")
    assert contents(out) == whole(ExportJob(dataset, out, policy, options, accept_loss=True), tmp_path)
    assert state.begun_exports == []
    close_report(window)
