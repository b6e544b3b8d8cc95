"""A card for one step: on or off, its probability, and an editor for every parameter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from augstudio.core.draws import Draw
from augstudio.core.parameters import Slider, parameters_of
from augstudio.core.step import Step
from augstudio.preview.comparison import RangeEnd
from augstudio.ui import icons
from augstudio.ui.commands import key_text
from augstudio.ui.mnemonics import marked
from augstudio.ui.pipeline_panel.advice_lines import AdviceLines
from augstudio.ui.pipeline_panel.class_limit import ClassLimitLine, ClassLimitPopup
from augstudio.ui.pipeline_panel.field import Field, description, translated
from augstudio.ui.pipeline_panel.fields import make_field
from augstudio.ui.pipeline_panel.sliders import NumberBox
from augstudio.ui.theme import GRID

_PROBABILITY = Slider(0, 1, step=0.05)


class StepCard(QFrame):
    """Shows and edits one step.

    Signals:
        edited: The changed step, words for the undo history, and the gesture number or None.
        end_held: The :class:`RangeEnd` that the mouse drags; None once it has let go.
        alone_requested: Show this step alone (True), or all steps again (False).
        move_requested: Move this step by so many places.
        duplicate_requested: Make a copy of this step.
        remove_requested: Take this step out.
        dragged: The card is being dragged; the cursor's place on the screen.
        dropped: The drag has ended.
    """

    edited = Signal(object, str, object)
    end_held = Signal(object)
    alone_requested = Signal(bool)
    move_requested = Signal(int)
    duplicate_requested = Signal()
    remove_requested = Signal()
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(
        self, step: Step, parent: QWidget | None = None, offered: Callable[[], Iterable[str]] = tuple
    ) -> None:
        """Show a step.

        Args:
            step: The step.
            parent: The widget that owns the card.
            offered: Asked for the names of the dataset's classes, to which the step can be limited.
        """
        super().__init__(parent)
        self.setObjectName("StepCard")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._step = step
        self.title = translated(step.transform.TITLE)
        self.setAccessibleName(self.title)
        self.fields: dict[str, Field] = {}
        self.body = QWidget()
        self.limit_line = ClassLimitLine()
        self.advice = AdviceLines()
        self._limit_popup: ClassLimitPopup | None = None
        self._offered = offered
        self._known: Collection[str] | None = None
        self._depth = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        self._add_header(column)
        column.addWidget(self.limit_line)
        self.limit_line.clicked.connect(self.edit_limit)
        column.addWidget(self.body)
        # It comes a moment after an edit, and must not move what is being edited.
        column.addWidget(self.advice)
        self._fill_body()
        self.set_step(step)

    @property
    def step(self) -> Step:
        """The step on show."""
        return self._step

    def set_step(self, step: Step) -> None:
        """Show a step without telling anyone."""
        self._step = step
        self.enabled_box.setChecked(step.enabled)
        blocked = self.probability.blockSignals(True)
        self.probability.setValue(step.probability)
        self.probability.blockSignals(blocked)
        for name, field in self.fields.items():
            field.set_value(getattr(step.transform, name))
        self._show_limit()
        if self._limit_popup is not None:
            self._limit_popup.set_step(step)
        self.body.setEnabled(step.enabled)
        self.probability.setEnabled(step.enabled)

    def mark_unknown(self, known: Collection[str] | None) -> None:
        """Mark classes that the step names and that are not among these, in NFC; None marks none."""
        self._known = known
        self._show_limit()
        for field in self.fields.values():
            field.mark_unknown(known)

    def _show_limit(self) -> None:
        self.limit_line.show_limit(self._step, self.title, self._known)

    def edit_limit(self) -> None:
        """Let the user choose for which classes the step is."""
        if self._limit_popup is None:
            self._limit_popup = ClassLimitPopup(self)
            self._limit_popup.edited.connect(self._on_limit_popup_edited)
        title = self.tr("{0}: classes").format(self.title)
        self._limit_popup.open_below(self._menu, self._step, title, self._offered())

    @property
    def expanded(self) -> bool:
        """Whether the editors are on show."""
        return not self.body.isHidden()

    def set_expanded(self, expanded: bool) -> None:
        """Show or hide the editors, where there are any."""
        if self.fields:
            self.body.setVisible(expanded)
            self._fold.setIcon(icons.icon("expanded" if expanded else "collapsed"))
            text = self.tr("Hide the settings") if expanded else self.tr("Show the settings")
            self._fold.setToolTip(text)
            self._fold.setAccessibleName(f"{self.title}: {text}")

    def set_drawn(self, drawn: bool, *, grouped_off: bool = False) -> None:
        """Show whether the step takes part in the copy on show, or why it does not.

        Args:
            drawn: Whether it takes part, or is switched off itself.
            grouped_off: Whether a group that it belongs to is switched off.
        """
        text = "" if drawn else self.tr("Not applied to this copy, because of its probability.")
        if text and (self._step.classes or self._step.not_classes):
            text = self.tr("Not applied to this copy, because of its classes or its probability.")
        if not drawn and grouped_off:
            text = self.tr("Switched off together with the step above that it belongs to.")
        self._show_out(text)

    def set_alone(self, alone: bool, shown: str) -> None:
        """Show whether a step is shown without the others.

        Args:
            alone: Whether it is this one.
            shown: The title of the one that is shown alone; empty where all are shown.
        """
        self._alone.setChecked(alone)
        text = self.tr("Left out, as {0} is shown alone.").format(shown) if shown else ""
        self._show_out("" if alone else text)

    def _show_out(self, text: str) -> None:
        """Show why the step takes no part; an empty text stands for one that does."""
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        if bool(self.property("out")) != bool(text):
            self.setProperty("out", bool(text))
            for widget in (self, self.enabled_box):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def mark_draw(self, draw: Draw | None) -> None:
        """Mark in the editors what was drawn for the copy on show."""
        for name, field in self.fields.items():
            field.mark_drawn(getattr(draw, name.removesuffix("_range"), None))

    def set_current(self, current: bool) -> None:
        """Show whether a new step goes behind this one."""
        if bool(self.property("current")) != current:
            self.setProperty("current", current)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_depth(self, depth: int) -> None:
        """Show how deep the step stands below steps that choose among those that follow them."""
        if self._depth != depth:
            self._depth = depth
            self.setStyleSheet(f"QFrame#StepCard {{ margin-left: {2 * GRID * depth}px; }}" if depth else "")
            self._show_meaning_of_probability()

    def _show_meaning_of_probability(self) -> None:
        if self._depth:
            self.probability.setPrefix(self.tr("w "))
            text = self.tr("How often this step is chosen, relative to the other steps of One of.")
        else:
            self.probability.setPrefix("p ")
            text = self.tr("How often the step is applied, from 0 to 1.")
        self.probability.setToolTip(text)

    def tab_stops(self) -> list[QWidget]:
        """The card and its controls in the order in which Tab visits them.

        They are listed rather than read from Qt's focus chain: PySide takes every widget it gets from there
        for a child of the one before, and ends the wrong ones when a card is deleted.
        """
        stops: list[QWidget] = [self, self.enabled_box, self._alone, self.probability, self._fold, self._menu]
        stops.append(self.limit_line)
        stops += [control for field in self.fields.values() for control in field.controls()]
        return [*stops, *self.advice.tab_stops()]

    # -- parts --------------------------------------------------------------------------------------

    def _add_header(self, column: QVBoxLayout) -> None:
        transform = self._step.transform
        self.handle = DragHandle(self)
        self.enabled_box = QCheckBox(self.title)
        font = self.enabled_box.font()
        font.setBold(True)
        self.enabled_box.setFont(font)
        self.enabled_box.setToolTip(translated(description(type(transform))))
        self.enabled_box.clicked.connect(self._on_enabled_box_clicked)
        factor = QLabel(translated(transform.FACTOR).replace("-", "–").replace("x", "×"))
        factor.setObjectName("Factor")
        factor.setToolTip(self.tr("How many times this step can sensibly multiply a dataset."))
        self.probability = NumberBox(_PROBABILITY, self.tr("{0}, probability").format(self.title))
        self._show_meaning_of_probability()
        self.probability.valueChanged.connect(self._on_probability_value_changed)
        self._fold = self._tool_button("expanded", self.tr("Hide the settings"))
        self._fold.clicked.connect(lambda: self.set_expanded(not self.expanded))
        self._alone = self._tool_button("solo", self.tr("Show this step alone"))
        self._alone.setToolTip(f"{self._alone.toolTip()} ({key_text('S')})")
        self._alone.setCheckable(True)
        self._alone.clicked.connect(self.alone_requested)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(GRID // 2)
        row.addWidget(self.handle)
        row.addWidget(self.enabled_box, 1)
        self._menu = self._menu_button()
        for widget in (factor, self._alone, self.probability, self._fold, self._menu):
            row.addWidget(widget)

    def _menu_button(self) -> QToolButton:
        button = self._tool_button("more", self.tr("More step actions"))
        menu = QMenu(button)
        for icon, text, act in (
            (
                "up",
                marked(self.tr("Move up"), "U") + "\t" + key_text("Alt+Up"),
                lambda: self.move_requested.emit(-1),
            ),
            (
                "down",
                marked(self.tr("Move down"), "D") + "\t" + key_text("Alt+Down"),
                lambda: self.move_requested.emit(1),
            ),
            (
                "duplicate",
                marked(self.tr("Duplicate"), "P") + "\t" + key_text("Ctrl+D"),
                self.duplicate_requested.emit,
            ),
            ("labels", self.tr("Limit to &classes…"), self.edit_limit),
            ("reset", marked(self.tr("Reset to defaults"), "R"), self._reset),
        ):
            menu.addAction(icons.icon(icon), text, act)
        menu.addSeparator()
        text = marked(self.tr("Remove"), "M") + "\t" + key_text("Del")
        menu.addAction(icons.icon("remove"), text, self.remove_requested.emit)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        return button

    def _tool_button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(icons.icon(name))
        button.setToolTip(text)
        button.setAccessibleName(f"{self.title}: {text}")
        return button

    def _fill_body(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(3 * GRID, 0, 0, GRID // 2)
        column.setSpacing(GRID // 2)
        for parameter in parameters_of(type(self._step.transform)):
            field = make_field(parameter)
            field.edited.connect(
                lambda value, gesture, field=field: self._on_field_edited(field, value, gesture)
            )
            field.end_held.connect(partial(self._tell_held, parameter.name))
            self.fields[parameter.name] = field
            column.addWidget(field)
        self.body.setVisible(bool(self.fields))
        self._fold.setVisible(bool(self.fields))

    # -- edits --------------------------------------------------------------------------------------

    def _tell_held(self, name: str, end: int | None) -> None:
        self.end_held.emit(None if end is None else RangeEnd(self._step.id, name, end))

    def _on_field_edited(self, field: Field, value: Any, gesture: int | None) -> None:
        transform = self._step.transform.model_copy(update={field.parameter.name: value})
        text = self.tr("change {0}: {1}").format(self.title, field.label)
        self._tell({"transform": transform}, text, gesture)

    def _on_enabled_box_clicked(self, enabled: bool) -> None:
        text = self.tr("switch on {0}") if enabled else self.tr("switch off {0}")
        self._tell({"enabled": enabled}, text.format(self.title))

    def _on_probability_value_changed(self, value: float) -> None:
        text = self.tr("change {0}: probability").format(self.title)
        self._tell({"probability": round(value, 4)}, text)

    def _reset(self) -> None:
        text = self.tr("reset {0}").format(self.title)
        unlimited: dict[str, Any] = {"classes": (), "not_classes": ()}
        self._tell({"transform": type(self._step.transform)(), "probability": 1.0, **unlimited}, text)

    def _on_limit_popup_edited(self, only: tuple[str, ...], but: tuple[str, ...]) -> None:
        self._tell({"classes": only, "not_classes": but}, self.tr("change {0}: classes").format(self.title))

    def _tell(self, update: dict[str, Any], text: str, gesture: int | None = None) -> None:
        changed = self._step.model_copy(update=update)
        if changed != self._step:
            self.edited.emit(changed, text, gesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.move_requested.emit(moves[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Delete) and self.hasFocus():
            # Only with the focus on the card itself: Delete in a slider is surely meant for something else.
            self.remove_requested.emit()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.duplicate_requested.emit()
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self._alone.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.set_expanded(not self.expanded)
        elif event.key() == Qt.Key.Key_Space and self.hasFocus():
            self.enabled_box.click()
        else:
            super().keyPressEvent(event)


class DragHandle(icons.IconLabel):
    """The grip by which a card is dragged to another place."""

    def __init__(self, card: StepCard) -> None:
        super().__init__("handle", 2 * GRID, QPalette.ColorRole.PlaceholderText, card)
        self._card = card
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        keys = key_text("Alt+Up"), key_text("Alt+Down")
        self.setToolTip(self.tr("Drag to reorder ({0}, {1})").format(*keys))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._card.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._card.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._card.dropped.emit()
        event.accept()
