"""A user sets numbers by mouse, wheel and keys, and arranges the cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from augstudio.core.parameters import parameters_of
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import catalogue
from augstudio.ui.main_window import MainWindow
from augstudio.ui.mnemonics import plain
from augstudio.ui.pipeline_panel.fields import ChoiceField, NumberField, RangeField
from augstudio.ui.pipeline_panel.step_card import StepCard
from tests.windows import drag, settle, upper_handle

_LEFT = Qt.MouseButton.LeftButton


def card_of(window: MainWindow, name: str) -> StepCard:
    return next(card for card in window.pipeline_panel.steps.cards if card.step.name == name)


def angle_field(window: MainWindow) -> RangeField:
    field = card_of(window, "rotate").fields["angle_range"]
    assert isinstance(field, RangeField)
    return field


def angles(window: MainWindow) -> list[float]:
    step = next(step for step in window.session.pipeline.steps if step.name == "rotate")
    value = step.to_dict()["angle_range"]
    assert isinstance(value, list)
    return value


def turn_wheel(widget: QWidget) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_arrows_and_page_keys_move_the_chosen_handle(window: MainWindow) -> None:
    slider = angle_field(window).slider
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    assert slider.handle == 0
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert angles(window) == [-14, 15]
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert angles(window) == [-24, 15]
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert angles(window) == [-180, 15]
    QTest.keyClick(slider, Qt.Key.Key_Tab)
    assert slider.hasFocus()
    assert slider.handle == 1
    QTest.keyClick(slider, Qt.Key.Key_Up)
    assert angles(window) == [-180, 16]
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert angles(window) == [-180, 26]
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert angles(window) == [-180, 180]
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert angles(window) == [-180, -180], "a handle goes up to the other one, not past it"
    assert window.session.undo_stack.count() == 2, "keys in a row on one handle are one step"


def test_tab_goes_through_both_handles_and_on(window: MainWindow) -> None:
    field = angle_field(window)
    field.slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(field.slider, Qt.Key.Key_Tab)
    QTest.keyClick(field.slider, Qt.Key.Key_Tab)
    assert not field.slider.hasFocus()
    after = window.focusWidget()
    assert after is not None
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert field.slider.hasFocus()
    assert field.slider.handle == 1
    QTest.keyClick(field.slider, Qt.Key.Key_Backtab)
    assert field.slider.handle == 0


def test_double_click_and_backspace_reset_to_the_default(window: MainWindow) -> None:
    field, stack = angle_field(window), window.session.undo_stack
    field.high.setValue(90)
    QTest.mouseDClick(field.name_label, _LEFT)
    assert angles(window) == [-15, 15]
    assert stack.undoText() == "change Rotate: Angle"
    field.low.setValue(-90)
    count = stack.count()
    beside = QPoint(field.slider.width() - 8, field.slider.height() // 2)
    # A real double click: the first press already moves a handle.
    QTest.mouseClick(field.slider, _LEFT, pos=beside)
    assert angles(window)[1] > 170
    QTest.mouseDClick(field.slider, _LEFT, pos=beside)
    QTest.mouseRelease(field.slider, _LEFT, pos=beside)
    assert angles(window) == [-15, 15]
    assert stack.count() == count + 1, "both clicks are one step"
    field.high.setValue(60)
    field.slider.setFocus()
    QTest.keyClick(field.slider, Qt.Key.Key_Backspace)
    assert angles(window) == [-15, 15]


def test_a_choice_is_reset_by_its_name(window: MainWindow) -> None:
    field = card_of(window, "rotate").fields["size"]
    assert isinstance(field, ChoiceField)
    field.box.setFocus()
    QTest.keyClick(field.box, Qt.Key.Key_Down)
    assert window.session.pipeline.step(2).to_dict()["size"] == "grow"
    QTest.mouseDClick(field.name_label, _LEFT)
    assert window.session.pipeline.step(2).to_dict()["size"] == "keep"
    assert field.box.currentData() == "keep"


def test_handles_may_meet_and_part_again(window: MainWindow) -> None:
    field = angle_field(window)
    field.low.setValue(15)
    assert angles(window) == [15, 15]
    start = upper_handle(field)
    drag(field.slider, start, start + QPoint(20, 0))
    assert angles(window)[0] == 15
    assert angles(window)[1] > 20
    field.high.setValue(15)
    start = upper_handle(field)
    drag(field.slider, start, start - QPoint(20, 0))
    assert angles(window)[0] < 10
    assert angles(window)[1] == 15


def test_the_wheel_works_only_with_the_focus(window: MainWindow) -> None:
    field = angle_field(window)
    window.dataset_panel.view.setFocus()
    for control in (field.slider, field.high):
        turn_wheel(control)
    assert angles(window) == [-15, 15]
    field.slider.setFocus(Qt.FocusReason.TabFocusReason)
    turn_wheel(field.slider)
    assert angles(window) == [-14, 15]
    field.high.setFocus()
    turn_wheel(field.high)
    assert angles(window) == [-14, 16]


def test_a_single_number_has_the_same_keys(window: MainWindow) -> None:
    kind = next(kind for kind in catalogue() if kind.NAME == "salt_and_pepper")
    window.pipeline_panel.add_step(kind)
    field = card_of(window, "salt_and_pepper").fields["salt_share"]
    assert isinstance(field, NumberField)
    field.slider.setFocus()
    for key, share in (
        (Qt.Key.Key_Right, 0.51),
        (Qt.Key.Key_PageUp, 0.61),
        (Qt.Key.Key_End, 1),
        (Qt.Key.Key_Backspace, 0.5),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(field.slider, key)
        assert window.session.pipeline.steps[-1].to_dict()["salt_share"] == share
    field.number.selectAll()
    QTest.keyClicks(field.number, "30")
    QTest.keyClick(field.number, Qt.Key.Key_Return)
    assert window.session.pipeline.steps[-1].to_dict()["salt_share"] == 0.3
    QTest.keyClick(field.number, Qt.Key.Key_Up)
    QTest.keyClick(field.number, Qt.Key.Key_PageUp)
    assert window.session.pipeline.steps[-1].to_dict()["salt_share"] == 0.41


def test_every_field_explains_itself(window: MainWindow) -> None:
    unexplained = []
    for kind in catalogue():
        window.pipeline_panel.add_step(kind)
        card = window.pipeline_panel.steps.cards[-1]
        unexplained += [f"{kind.NAME}: {field}" for field in unexplained_fields(card, kind)]
        unexplained += [f"{kind.NAME}: {control}" for control in unnamed_controls(card)]
        window.session.undo_stack.undo()
    assert unexplained == []


def unexplained_fields(card: StepCard, kind: type) -> list[str]:
    """Names of the parameters whose field does not tell their name, their limits and what they do."""
    return [
        parameter.name
        for parameter in parameters_of(kind)
        if not all(
            text in card.fields[parameter.name].toolTip()
            for text in (parameter.name, parameter.marker.describe(), parameter.marker.help)
        )
    ]


def unnamed_controls(card: StepCard) -> list[QWidget]:
    """What the Tab key reaches and a screen reader has no name for."""
    own = [item for item in card.findChildren(QWidget) if item.window() is card.window()]
    controls = [item for item in own if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [item for item in controls if not (item.accessibleName() or getattr(item, "text", str)())]


def test_a_card_is_worked_by_keys(window: MainWindow) -> None:
    session, card = window.session, card_of(window, "rotate")
    slider = angle_field(window).slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [step.id for step in session.pipeline.steps] == [1, 3, 2, 4, 5]
    number = angle_field(window).low
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [step.id for step in session.pipeline.steps] == [1, 2, 3, 4, 5]
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert len(session.pipeline.steps) == 5, "Delete in a slider must not take the step away"
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [step.id for step in session.pipeline.steps] == [1, 2, 6, 3, 4, 5]
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert not session.pipeline.step(2).enabled
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert not card.expanded


def test_cards_collapse_alone_and_together(window: MainWindow) -> None:
    panel = window.pipeline_panel
    with_settings = [card for card in panel.steps.cards if card.fields]
    card = with_settings[0]
    height = card.height()
    window.actions_.collapse_steps.trigger()
    assert not any(card.expanded for card in panel.steps.cards)
    QApplication.sendPostedEvents()
    panel.steps.adjustSize()
    assert card.height() < height
    collapse, expand = [action for action in panel.header.more_button.menu().actions() if action.text()][:2]
    expand.trigger()
    assert all(card.expanded for card in with_settings)
    collapse.trigger()
    assert not any(card.expanded for card in panel.steps.cards)


def test_a_card_dragged_to_the_edge_scrolls_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1280, 500)
    area, card = window.pipeline_panel.area, window.pipeline_panel.steps.cards[0]
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    edge = card.handle.mapFromGlobal(area.viewport().mapToGlobal(QPoint(8, area.viewport().height() - 4)))
    drag(
        card.handle,
        QPoint(8, 8),
        edge,
        between=lambda: qtbot.waitUntil(lambda: bar.value() == bar.maximum()),
    )
    assert window.session.pipeline.steps[-1].id == card.step.id
    assert window.session.undo_stack.count() == 1


def test_a_step_that_stays_out_says_so(qtbot: QtBot, window: MainWindow) -> None:
    session, card = window.session, card_of(window, "rotate")
    step = session.pipeline.step(2)
    session.edit_pipeline(
        session.pipeline.replacing(step.model_copy(update={"probability": 0.0})), "change probability"
    )
    settle(qtbot, window)
    assert "Not applied" in card.toolTip()
    assert "Not applied" in card.accessibleDescription()
    card.set_expanded(True)
    session.undo_stack.undo()
    settle(qtbot, window)
    assert card.toolTip() == ""
    card.enabled_box.click()
    settle(qtbot, window)
    assert card.toolTip() == "", "a step that is switched off was not left out by chance"


def test_the_history_names_every_edit_and_goes_back(window: MainWindow) -> None:
    session = window.session
    start = session.pipeline
    angle_field(window).high.setValue(40)
    card_of(window, "translate").remove_requested.emit()
    window.actions_.clear_pipeline.trigger()
    texts = [
        plain(action.text()) for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    ]
    assert "Undo: remove all steps" in texts
    window.actions_.history.trigger()
    view = window.pipeline_panel.history.view
    assert view.isVisible()
    names = [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]
    assert names[1:] == ["Change Rotate: Angle", "Remove Translate", "Remove all steps"]
    first = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), _LEFT, pos=first)
    assert session.pipeline == start
    assert session.undo_stack.redoText() == "change Rotate: Angle"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not window.pipeline_panel.history.isVisible()
    assert isinstance(session.pipeline, Pipeline)
