"""A step's card limits the step to classes of the dataset."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidgetItem, QMenu
from pytestqt.qtbot import QtBot

from augstudio.core.step import Step
from augstudio.pipelines import Pipeline
from augstudio.transforms import CopyPaste, HorizontalFlip, Invert
from augstudio.ui.pipeline_panel.class_limit import ClassLimitPopup
from augstudio.ui.pipeline_panel.fields import NamesField
from augstudio.ui.pipeline_panel.panel import PipelinePanel
from augstudio.ui.session import Session
from tests.patience import WAIT_MS
from tests.windows import MakeWindow, result, settle

FLIP = Step(id=1, transform=HorizontalFlip())


@pytest.fixture
def panel(qtbot: QtBot) -> PipelinePanel:
    session = Session()
    session.restore_pipeline(Pipeline(steps=(FLIP, Step(id=2, transform=Invert()))))
    panel = PipelinePanel(session, offered_classes=lambda: ("6", "9", "x & y"))
    panel.session = session  # type: ignore[attr-defined]  # kept as long as the panel
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def opened(panel: PipelinePanel) -> ClassLimitPopup:
    """What the card's menu opens."""
    card = panel.steps.cards[0]
    entry = next(action for action in menu_of(panel) if "lasses" in action.text())
    assert "&" in entry.text()
    entry.trigger()
    popup = card.findChild(ClassLimitPopup)
    assert popup is not None
    assert popup.isVisible()
    return popup


def menu_of(panel: PipelinePanel) -> list[QAction]:
    menu = panel.steps.cards[0].findChild(QMenu)
    assert menu is not None
    return menu.actions()


def entry(popup: ClassLimitPopup, name: str) -> QListWidgetItem:
    rows = map(popup.list.item, range(popup.list.count()))
    return next(item for item in rows if item.data(Qt.ItemDataRole.UserRole) == name)


def step_of(panel: PipelinePanel) -> Step:
    return panel.steps.cards[0].step


def test_classes_are_ticked_by_the_keyboard_and_every_tick_can_be_undone(
    panel: PipelinePanel,
) -> None:
    line = panel.steps.cards[0].limit_line
    assert not line.isVisible()
    popup = opened(panel)
    assert popup.search.hasFocus()
    QTest.keyClick(popup.search, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    assert step_of(panel) == FLIP.model_copy(update={"classes": ("9",)})
    assert line.isVisible()
    assert line.toolTip() == "Only for 9"
    assert "Only for 9" in line.accessibleName()
    popup.mode.setCurrentIndex(1)
    popup.mode.activated.emit(1)
    assert step_of(panel) == FLIP.model_copy(update={"not_classes": ("9",)})
    entry(popup, "x & y").setCheckState(Qt.CheckState.Checked)
    assert line.toolTip() == "Not for 9, x & y"
    stack = panel.session.undo_stack  # type: ignore[attr-defined]
    for expected in ("Not for 9", "Only for 9", ""):
        stack.undo()
        assert line.toolTip() == expected
    assert step_of(panel) == FLIP
    assert entry(popup, "9").checkState() is Qt.CheckState.Unchecked
    stack.redo()
    popup.mode.setCurrentIndex(0)
    popup.mode.activated.emit(0)
    assert entry(popup, "9").checkState() is Qt.CheckState.Checked
    popup.all_button.click()
    assert step_of(panel) == FLIP
    assert not popup.all_button.isEnabled()


def test_a_class_that_the_dataset_has_not_is_named_and_both_limits_stay(panel: PipelinePanel) -> None:
    both = FLIP.model_copy(update={"classes": ("6",), "not_classes": ("gone",)})
    panel.steps.cards[0].edited.emit(both, "a test", None)
    assert panel.steps.cards[0].limit_line.toolTip() == "Only for 6; Not for gone"
    popup = opened(panel)
    assert entry(popup, "gone").text() == "gone (not in this dataset)"
    assert entry(popup, "gone").checkState() is Qt.CheckState.Checked
    entry(popup, "9").setCheckState(Qt.CheckState.Checked)
    assert (step_of(panel).classes, step_of(panel).not_classes) == (("6",), ("gone", "9"))
    popup.search.setText("GON")
    assert [popup.list.item(row).isHidden() for row in range(4)] == [True, True, True, False]
    popup.close()


def test_the_window_offers_the_datasets_classes_and_the_picture_follows(
    qtbot: QtBot, open_window: MakeWindow
) -> None:
    window = open_window()
    window.session.restore_pipeline(Pipeline(steps=(FLIP,)))
    settle(qtbot, window)
    flipped = result(window)
    popup = opened(window.pipeline_panel)
    rows = map(popup.list.item, range(popup.list.count()))
    assert [item.text() for item in rows] == ["cat", "dog"]
    entry(popup, "dog").setCheckState(Qt.CheckState.Checked)
    settle(qtbot, window)
    popup.close()
    card = window.pipeline_panel.steps.cards[0]
    qtbot.waitUntil(lambda: bool(card.toolTip()))
    assert card.toolTip() == "Not applied to this copy, because of its classes or its probability."
    assert (result(window) == flipped[:, ::-1]).all()


def test_classes_that_the_dataset_does_not_have_are_marked_on_the_card(panel: PipelinePanel) -> None:
    session: Session = panel.session  # type: ignore[attr-defined]
    limited = Step(id=1, transform=HorizontalFlip(), classes=("6", "nine"), not_classes=("cafe\u0301",))
    session.restore_pipeline(Pipeline(steps=(limited,)))
    line = panel.steps.cards[0].limit_line
    plain = "Only for 6, nine; Not for caf\u00e9"
    assert line.toolTip() == plain, "nothing is known of a dataset yet"
    panel.know_classes(("6", "9", "cafe\u0301"))
    assert line.toolTip() == "Only for 6, nine (not in this dataset); Not for caf\u00e9"
    assert line.toolTip() in line.accessibleName()
    added = Step(id=7, transform=Invert(), classes=("x",))
    session.edit_pipeline(session.pipeline.with_steps((limited, added)), "add")
    assert panel.steps.cards[1].limit_line.toolTip() == "Only for x (not in this dataset)"
    session.dataset_changed.emit(None)
    assert line.toolTip() == plain


def test_classes_to_paste_that_the_dataset_does_not_have_are_said_below_them(panel: PipelinePanel) -> None:
    session: Session = panel.session  # type: ignore[attr-defined]
    session.restore_pipeline(
        Pipeline(steps=(Step(id=1, transform=CopyPaste(only_classes=("cat", "caf\u00e9"))),))
    )
    field = panel.steps.cards[0].fields["only_classes"]
    assert isinstance(field, NamesField)
    assert field.strange.isHidden(), "nothing is known of a dataset yet"
    panel.know_classes(("dog", "cafe\u0301"))
    assert not field.strange.isHidden()
    assert field.strange.text() == field.line.accessibleDescription() == "Not in this dataset: cat"
    field.line.setText("dog; owl; <b>elk")
    field.line.editingFinished.emit()
    assert field.strange.text() == "Not in this dataset: owl, <b>elk"
    added = Step(id=7, transform=CopyPaste(only_classes=("x",)))
    session.edit_pipeline(session.pipeline.with_steps((*session.pipeline.steps, added)), "add")
    second = panel.steps.cards[1].fields["only_classes"]
    assert isinstance(second, NamesField)
    assert second.strange.text() == "Not in this dataset: x"
    panel.know_classes(("dog", "owl", "<b>elk"))
    assert field.strange.isHidden()


def test_a_card_knows_the_classes_of_the_dataset_on_show(qtbot: QtBot, open_window: MakeWindow) -> None:
    window = open_window()
    limited = Step(id=1, transform=HorizontalFlip(), classes=("cat", "Cat"))
    window.session.restore_pipeline(Pipeline(steps=(limited,)))
    settle(qtbot, window)
    line = window.pipeline_panel.steps.cards[0].limit_line
    qtbot.waitUntil(lambda: line.toolTip() == "Only for cat, Cat (not in this dataset)", timeout=WAIT_MS)
