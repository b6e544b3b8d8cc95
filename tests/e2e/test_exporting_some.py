"""Exporting what is selected or shown in the list, and dividing what has no splits."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from augstudio.export import ExportJob, RunOptions, run_export, sample_keys
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.kept_exports import ExportChoices
from augstudio.ui.main_window import MainWindow
from tests.export.jobs import job_for, stop_after
from tests.folders import contents
from tests.windows import WAIT_MS, MakeWindow

ALONE = RunOptions(workers=1)


def job_of(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, window: MainWindow) -> ExportJob:
    """The job that a click starts, which is not run."""
    jobs: list[ExportJob] = []
    monkeypatch.setattr(window.exporting.runner, "start", lambda job, overwrite: jobs.append(job))
    dialog.start.click()
    (job,) = jobs
    return job


def estimated(qtbot: QtBot, dialog: ExportDialog) -> str:
    """How many files it will come to, once that is known."""
    qtbot.waitUntil(
        lambda: dialog.start.isEnabled() and dialog.estimate_view.files.isEnabled(), timeout=WAIT_MS
    )
    return dialog.estimate_view.files.text()


def test_what_is_selected_is_exported_alone_and_divided(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = window.dataset_panel
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6, timeout=WAIT_MS)
    for row in (1, 2, 4):
        index = panel.model.index(row)
        panel.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    window.exporting.ask()
    dialog = window.exporting.dialog
    form, pictures = dialog.form, dialog.form.pictures
    assert [pictures.box.itemText(row) for row in range(pictures.box.count())] == [
        "All images",
        "Selected: 4",
    ]
    form.target.setText(str(tmp_path / "out"))
    pictures.box.setCurrentIndex(1)
    form.division.shares.setCurrentText("50/50")
    form.copies.setValue(1)
    assert estimated(qtbot, dialog).startswith("6 from 4 pictures")
    started = job_of(dialog, monkeypatch, window)
    run_export(started, ALONE)
    assert started.options.only == ("cat/1.png", "cat/2.png", "cat/3.png", "dog/2.png")
    written = [name for name in contents(tmp_path / "out") if name.endswith(".png")]
    assert sum(name.startswith("train/") for name in written) == 4
    assert sum(name.startswith("val/") for name in written) == 2


def test_what_is_chosen_is_gone_through_beside_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, sorted_by = window.dataset_panel, set[threading.Thread]()
    dialog = window.exporting.dialog

    def watched(names: list[str]) -> list[str]:
        sorted_by.add(threading.current_thread())
        return sorted(names)

    monkeypatch.setattr(sample_keys, "sorted_in_steps", watched)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6, timeout=WAIT_MS)
    panel.view.selectAll()
    window.exporting.ask_for_selected()
    dialog.form.target.setText(str(tmp_path / "out"))
    assert dialog.form.pictures.box.currentText() == "Selected: 6"
    assert estimated(qtbot, dialog).startswith("30 from 6 pictures")
    assert sorted_by
    assert threading.main_thread() not in sorted_by, "of 200,000 it would hold the window"
    dialog.reject()


def test_what_is_shown_is_offered_and_the_choice_outlasts_a_new_look(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    panel = window.dataset_panel
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6, timeout=WAIT_MS)
    panel.search.setText("dog")
    window.exporting.ask()
    form = window.exporting.dialog.form
    box = form.pictures.box
    box.setCurrentIndex(box.findText("Shown: 3"))
    assert form.pictures.only == ("dog/1.png", "dog/2.png", "dog/3.png")
    panel.search.setText("1")
    window.session.set_seed(5)
    assert box.currentText() == "Shown: 2"
    form.pictures.per_class.setValue(1)
    form.division.shares.setCurrentText("nonsense")
    assert "such as 80/10/10" in window.exporting.dialog.problem.text()
    form.division.choose("50/50", "(o", stratify=False)
    assert "'(o' is no regular expression" in window.exporting.dialog.problem.text()
    form.division.pattern.setText("(o)")
    assert form.division.pattern.isVisible()
    assert form.options(0).divide_by == form.choices.divide_by == "(o)"
    form.division.by.setCurrentIndex(0)
    assert not form.division.pattern.isVisible()
    assert form.options(0).divide_by == "image"
    form.division.shares.setCurrentText("")
    form.target.setText(str(tmp_path / "out"))
    assert estimated(qtbot, window.exporting.dialog).startswith("10 from 2 pictures")
    assert form.choices.per_class == 1
    window.exporting.dialog.reject()


def test_an_export_of_some_that_was_stopped_is_found_with_its_pictures(
    qtbot: QtBot, open_window: MakeWindow, dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = ("cat/1.png", "cat/3.png", "dog/1.png")
    out = tmp_path / "pets-augmented"
    job = job_for(dataset, out, only=some, divide="2/1", stratify=True)
    stop_after(job, 1)
    window = open_window()
    window.dataset_panel.search.setText("2")
    window.exporting.ask()
    dialog = window.exporting.dialog
    form = dialog.form
    qtbot.waitUntil(lambda: form.pictures.box.currentText() == "As before: 3", timeout=WAIT_MS)
    assert form.pictures.only == some
    assert (form.division.shares_text, form.division.stratify.isChecked()) == ("2/1", True)
    assert form.target.text() == str(out)
    assert estimated(qtbot, dialog).endswith("there already")
    run_export(job_of(dialog, monkeypatch, window), ALONE)
    run_export(replace(job, out=tmp_path / "whole"), ALONE)
    assert contents(out) == contents(tmp_path / "whole")


def test_shards_are_chosen_and_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: window.dataset_panel.model.rowCount() == 6, timeout=WAIT_MS)
    window.exporting.ask()
    dialog = window.exporting.dialog
    form = dialog.form
    form.target.setText(str(tmp_path / "out"))
    form.shards.setCurrentIndex(form.shards.findText("Shards of 1.0 GB"))
    form.format.setCurrentIndex(form.format.findData("jpeg"))
    assert estimated(qtbot, dialog).startswith("30 from 6 pictures")
    assert job_of(dialog, monkeypatch, window).options.shards == 10**9
    form.choose(form.choices.model_copy(update={"shards": 250_000_000}))
    assert form.shards.currentText() == "Shards of 250 MB"
    assert form.choices.shards == 250_000_000
    form.choose(ExportChoices.from_text('{"format": "jpeg", "shards": "10000samples"}'))
    assert form.shards.currentText() == "Shards of 10,000 samples"
    assert str(form.options(0).shards) == "10000samples"
