"""What is chosen about labels in the window: their policy, and the classes that are shown."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Category, Instance, Labels, Relabelled
from augstudio.core.padding import Padding
from augstudio.core.parameters import Range
from augstudio.pipelines import Pipeline
from augstudio.preview.labelling import PictureLabels, ShownLabels
from augstudio.preview.requests import PreviewResult
from augstudio.transforms import Translate
from augstudio.ui.main_window import MainWindow
from augstudio.ui.pipeline_panel.label_policy_editor import LabelPolicyEditor
from augstudio.ui.preview.label_display import LabelDisplay
from augstudio.ui.preview.legend import LabelLegend
from tests.windows import MakeWindow, picture, settle

MOVED = Pipeline.of(
    (Translate(x_range=Range(0.4, 0.4), y_range=Range(0, 0)),),
    Padding(mode="wrap"),
)


def told(window: MainWindow) -> str:
    """What the result's caption says of its labels."""
    return window.preview.panes[1].accessibleDescription()


def test_a_policy_is_chosen_where_there_are_labels(
    qtbot: QtBot, open_window: MakeWindow, labelled: Path
) -> None:
    window = open_window(labelled)
    window.session.edit_pipeline(MOVED, "move")
    settle(qtbot, window)
    assert told(window) == "2 labels, 1 ghost"
    pixels = picture(window.preview.panes[1])
    editor = window.pipeline_panel.label_policy
    assert editor.isVisible()
    for policy, expected in (("ignore", "2 labels, 1 ignored"), ("drop", "2 labels, 1 dropped")):
        index = editor.padding_box.findData(policy)
        editor.padding_box.setCurrentIndex(index)
        editor.padding_box.activated.emit(index)
        settle(qtbot, window)
        assert window.session.pipeline == MOVED.with_labels(LabelPolicy(padding=policy))
        assert told(window) == expected
        assert np.array_equal(picture(window.preview.panes[1]), pixels), "labels change no pixel"
    window.session.undo_stack.undo()
    assert editor.padding_box.currentData() == "ignore"
    assert "label options" in window.session.undo_stack.undoText()


def test_no_policy_is_offered_where_there_are_no_labels(window: MainWindow) -> None:
    assert not window.pipeline_panel.label_policy.isVisible()
    assert not window.legend.isVisible()


@pytest.mark.parametrize(
    ("field", "control", "shown", "stored"),
    [
        ("min_visible", "visible", 35.0, 0.35),
        ("min_pixels", "pixels", 25.0, 25),
        ("boxes", "boxes_box", "ellipse", "ellipse"),
    ],
)
def test_every_field_of_a_policy_can_be_edited(
    qtbot: QtBot, field: str, control: str, shown: object, stored: object
) -> None:
    editor = LabelPolicyEditor()
    qtbot.addWidget(editor)
    before = LabelPolicy(padding="drop", swap="none")
    editor.set_policy(before)
    widget = getattr(editor, control)
    with qtbot.waitSignal(editor.edited) as edited:
        if isinstance(shown, float):
            widget.setValue(shown)
        else:
            index = widget.findData(shown)
            widget.setCurrentIndex(index)
            widget.activated.emit(index)
    after = edited.args[0] if edited.args else None
    assert after == before.model_copy(update={field: stored})
    assert LabelPolicy.model_validate(after.to_dict()) == after


def test_what_is_needed_less_often_opens_on_demand(qtbot: QtBot) -> None:
    editor = LabelPolicyEditor()
    qtbot.addWidget(editor)
    editor.show()
    assert not editor.visible.isVisible()
    editor.more_button.click()
    assert editor.visible.isVisible()
    assert editor.boxes_box.isVisible()


def test_a_click_on_a_class_hides_it(open_window: MakeWindow, labelled: Path) -> None:
    window = open_window(labelled)
    assert [button.text() for button in window.legend.buttons.values()] == ["person", "car"]
    QTest.mouseClick(window.legend.buttons[0], Qt.MouseButton.LeftButton)
    assert window.preview.viewport.labels.hidden == {0}
    QTest.mouseClick(window.legend.buttons[0], Qt.MouseButton.LeftButton)
    assert not window.preview.viewport.labels.hidden


def test_the_legend_of_another_dataset_goes_with_it(open_window: MakeWindow, labelled: Path) -> None:
    window = open_window(labelled)
    assert window.legend.isVisible()
    window.session.dataset_changed.emit(window.session.dataset)
    assert not window.legend.isVisible(), "until a picture of it is shown"


def shown_classes(legend: LabelLegend, categories: Categories, positions: range) -> None:
    labels = Labels(tuple(Instance(category=position) for position in positions))
    shown = ShownLabels(PictureLabels(categories, labels), Relabelled(labels))

    class Shown:
        labels = shown

    legend.show_result(PreviewResult(None, (1, 1), 1.0, (Shown(),)))  # type: ignore[arg-type]


def test_classes_without_room_are_in_a_menu(qtbot: QtBot) -> None:
    display = LabelDisplay()
    legend = LabelLegend(display)
    qtbot.addWidget(legend)
    legend.resize(400, 30)
    legend.show()
    categories = Categories(tuple(Category(f"class number {number}") for number in range(80)))
    shown_classes(legend, categories, range(3, 60))
    visible = [position for position, button in legend.buttons.items() if button.isVisible()]
    assert visible[0] == 3
    assert 1 <= len(visible) < 6
    assert legend.width() == 400
    last = legend.buttons[visible[-1]]
    assert last.geometry().right() < legend.more_button.geometry().left()
    legend.menu.aboutToShow.emit()
    actions = {action.text(): action for action in legend.menu.actions()}
    assert "class number 79" in actions
    actions["class number 79"].trigger()
    assert display.hidden == {79}
    actions["Show all"].trigger()
    assert not display.hidden


def test_a_hidden_class_stays_listed_so_that_it_can_be_shown_again(qtbot: QtBot) -> None:
    display = LabelDisplay()
    legend = LabelLegend(display)
    qtbot.addWidget(legend)
    legend.resize(600, 30)
    categories = Categories.named(("one", "two", "three"))
    shown_classes(legend, categories, range(2))
    display.set_hidden(frozenset((1,)))
    shown_classes(legend, categories, range(1))
    assert list(legend.buttons) == [0, 1]
    assert not legend.buttons[1].isChecked()
