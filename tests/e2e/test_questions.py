"""A user says what can happen to the pictures, and takes the steps that follow from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.insights.questionnaire import Topic
from augstudio.ui.main_window import MainWindow
from augstudio.ui.questionnaire import QuestionnaireDialog
from tests.insights.sets import dataset, half, sign
from tests.windows import WAIT_MS, MakeWindow


@pytest.fixture
def sides(tmp_path: Path) -> Path:
    pictures = {
        f"{side}/{number}.png": half(side, number) for side in ("left", "right") for number in range(8)
    }
    return dataset(tmp_path / "sides", pictures)


def asked(window: MainWindow) -> QuestionnaireDialog:
    window.actions_.questionnaire.trigger()
    dialog = window.questionnaires.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def answer(dialog: QuestionnaireDialog, topic: Topic, word: str) -> None:
    choice = dialog.choices[topic]
    choice.setCurrentIndex(choice.findData(word))
    choice.activated.emit(choice.currentIndex())


def test_answers_give_steps_with_reasons_that_one_undo_takes_back(
    qtbot: QtBot, open_window: MakeWindow, sides: Path
) -> None:
    window = open_window(sides)
    before = window.session.pipeline
    dialog = asked(window)
    assert not dialog.use.isEnabled()
    assert "No step yet" in dialog.steps.texts[0]
    answer(dialog, Topic.MIRRORED, "yes")
    answer(dialog, Topic.TURNED, "some")
    assert dialog.steps.texts[0] == "Horizontal flip"
    qtbot.waitUntil(lambda: "against some of these steps" in dialog.state.text(), timeout=WAIT_MS)
    assert "50 of 100 copies are mirrored" in " ".join(dialog.steps.texts)
    assert window.session.pipeline == before
    dialog.use.click()
    assert not dialog.isVisible()
    assert [step.name for step in window.session.pipeline.steps] == ["horizontal_flip", "rotate"]
    assert window.session.pipeline.padding.mode == "edge"
    window.session.undo_stack.undo()
    assert window.session.pipeline == before


def test_notes_on_pictures_without_classes_stand_below_the_steps(
    qtbot: QtBot, open_window: MakeWindow, tmp_path: Path
) -> None:
    letters = {f"{number}.png": sign("abcdefghkm"[number], number) for number in range(10)}
    dialog = asked(open_window(dataset(tmp_path / "letters", letters)))
    answer(dialog, Topic.MIRRORED, "yes")
    answer(dialog, Topic.WEATHER, "some")
    qtbot.waitUntil(lambda: dialog.state.text().startswith("Nothing is likely wrong"), timeout=WAIT_MS)
    texts = dialog.steps.texts  # the title of a step, its reason, and then what is said about it
    assert "mirrored writing does not occur" in texts[texts.index("Horizontal flip") + 2]
    assert "no weather comes between" in texts[texts.index("Fog") + 2]
    assert dialog.use.isEnabled()


def test_answers_are_kept_for_their_dataset(
    qtbot: QtBot, open_window: MakeWindow, sides: Path, tmp_path: Path
) -> None:
    window = open_window(sides)
    dialog = asked(window)
    answer(dialog, Topic.LIGHT, "much")
    dialog.reject()
    others = dataset(tmp_path / "others", {"0.png": half("left", 0)})
    with qtbot.waitSignal(window.dataset_panel.listed, timeout=WAIT_MS):
        window.documents.open_dataset(others)
    asked(window)
    assert dialog.choices[Topic.LIGHT].currentData() == "no"
    with qtbot.waitSignal(window.dataset_panel.listed, timeout=WAIT_MS):
        window.documents.open_dataset(sides)
    assert dialog.choices[Topic.LIGHT].currentData() == "much"
    qtbot.waitUntil(lambda: "against none" in dialog.state.text(), timeout=WAIT_MS)


def test_an_empty_pipeline_offers_the_questions(window: MainWindow) -> None:
    window.actions_.clear_pipeline.trigger()
    assert not window.pipeline_panel.questions.isHidden()
    window.pipeline_panel.questions.click()
    dialog = window.questionnaires.dialog
    assert dialog is not None
    assert dialog.isVisible()
    window.session.undo_stack.undo()
    assert window.pipeline_panel.questions.isHidden()
