"""Editors made from a parameter's declaration: nothing here knows any transform.

Every editor takes its value by ``set_value`` without telling anyone, and tells of the user's edits by
``edited`` with the new value and the gesture's number; edits that belong together have the same number.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from augstudio.core.parameters import Choice, Parameter, Range, Slider, Toggle
from augstudio.ui import icons
from augstudio.ui.messages import explained
from augstudio.ui.pipeline_panel.sliders import NumberBox, NumberSlider, RangeSlider


def translated(text: str) -> str:
    """A declared text in the user's language."""
    return QCoreApplication.translate("Catalogue", text) if text else ""


class Field(QWidget):
    """Base of all editors.

    Signals:
        edited: New value and gesture number (None for an edit that stands alone).
    """

    edited = Signal(object, object)

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self.label = translated(parameter.label)
        tip = translated(parameter.marker.help)
        self.setToolTip(f"{tip}\n{parameter.name}: {explained(parameter.marker.describe())}".strip())
        self.name_label = FieldLabel(self.label)
        self.name_label.double_clicked.connect(self.reset)

    def set_value(self, value: Any) -> None:
        """Show a value without telling anyone."""
        raise NotImplementedError

    def controls(self) -> list[QWidget]:
        """What takes the keyboard, in the order in which Tab visits it."""
        raise NotImplementedError

    def reset(self) -> None:
        """Go back to the declared default, as an edit of the user."""
        self._tell(self.parameter.default)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QCoreApplication.translate("Field", "Reset {0} to its default").format(self.label)
        menu.addAction(icons.icon("reset"), text, self.reset)
        menu.popup(event.globalPos())

    def _tell(self, value: Any, gesture: int | None = None) -> None:
        self.edited.emit(value, gesture)


class FieldLabel(QLabel):
    """A parameter's name; a double click resets the parameter.

    Signals:
        double_clicked: It was.
    """

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()
        event.accept()


class RangeField(Field):
    """A range: a slider with two handles, and both numbers to type."""

    def __init__(self, parameter: Parameter, marker: Slider, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._marker = marker
        self._value = Range(marker.low, marker.high)
        self.slider = RangeSlider(Qt.Orientation.Horizontal)
        _set_limits(self.slider, marker, self.label)
        self.low = NumberBox(marker, self.tr("{0}, lowest").format(self.label))
        self.high = NumberBox(marker, self.tr("{0}, highest").format(self.label))
        grid = _field_grid(self)
        grid.addWidget(self.name_label, 0, 0)
        grid.addWidget(self.low, 0, 1)
        grid.addWidget(QLabel("…"), 0, 2)
        grid.addWidget(self.high, 0, 3)
        grid.addWidget(self.slider, 1, 0, 1, 4)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self.slider.reset_asked.connect(lambda: self._tell(parameter.default, self.slider.gesture))
        self.low.valueChanged.connect(self._on_low_value_changed)
        self.high.valueChanged.connect(self._on_high_value_changed)

    def controls(self) -> list[QWidget]:
        return [self.slider, self.low, self.high]

    def set_value(self, value: Range) -> None:
        self._value = value
        with _silent(self.slider, self.low, self.high):
            factor = self._marker.shown_as
            self.slider.setValue((value.low * factor, value.high * factor))
            self.low.setValue(value.low * factor)
            self.high.setValue(value.high * factor)

    def _on_slider_value_changed(self, ends: tuple[float, float]) -> None:
        # An end that was typed finer than a step stays as it is while the other one is dragged.
        kept = zip(ends, self._value, strict=True)
        moved = [
            end if abs(shown - end * self._marker.shown_as) < 1e-6 else _stored(shown, self._marker)
            for shown, end in kept
        ]
        self._tell(Range(*moved), self.slider.gesture)

    def _on_low_value_changed(self, shown: float) -> None:
        low = _stored(shown, self._marker, finer=1)
        self._tell(Range(low, max(low, self._value.high)), self.low.gesture)

    def _on_high_value_changed(self, shown: float) -> None:
        high = _stored(shown, self._marker, finer=1)
        self._tell(Range(min(high, self._value.low), high), self.high.gesture)


class NumberField(Field):
    """A number: a slider and the number to type."""

    def __init__(self, parameter: Parameter, marker: Slider, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._marker = marker
        self.slider = NumberSlider(Qt.Orientation.Horizontal)  # type: ignore[no-untyped-call]
        _set_limits(self.slider, marker, self.label)
        self.number = NumberBox(marker, self.label)
        grid = _field_grid(self)
        grid.addWidget(self.name_label, 0, 0)
        grid.addWidget(self.number, 0, 3)
        grid.addWidget(self.slider, 1, 0, 1, 4)
        self.slider.valueChanged.connect(
            lambda shown: self._tell(_stored(shown, marker), self.slider.gesture)
        )
        self.slider.reset_asked.connect(lambda: self._tell(parameter.default, self.slider.gesture))
        self.number.valueChanged.connect(
            lambda shown: self._tell(_stored(shown, marker, finer=1), self.number.gesture)
        )

    def controls(self) -> list[QWidget]:
        return [self.slider, self.number]

    def set_value(self, value: float) -> None:
        with _silent(self.slider, self.number):
            self.slider.setValue(value * self._marker.shown_as)
            self.number.setValue(value * self._marker.shown_as)


class ChoiceField(Field):
    """One of a few named values."""

    def __init__(self, parameter: Parameter, marker: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.box = QComboBox()
        self.box.setAccessibleName(self.label)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, name in marker.options.items():
            self.box.addItem(translated(name), value)
        row = _field_row(self)
        row.addWidget(self.name_label)
        row.addStretch()
        row.addWidget(self.box)
        self.box.activated.connect(lambda index: self._tell(self.box.itemData(index)))

    def controls(self) -> list[QWidget]:
        return [self.box]

    def set_value(self, value: Any) -> None:
        with _silent(self.box):
            self.box.setCurrentIndex(self.box.findData(value))


class SeveralField(Field):
    """Any non-empty set of a few named values, as buttons that stay down."""

    def __init__(self, parameter: Parameter, marker: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.buttons: dict[Any, QToolButton] = {}
        row = _field_row(self)
        row.addWidget(self.name_label)
        row.addStretch()
        for value, name in marker.options.items():
            button = QToolButton()
            button.setText(translated(name))
            button.setCheckable(True)
            button.setAccessibleName(f"{self.label} {button.text()}")
            button.clicked.connect(self._on_button_clicked)
            self.buttons[value] = button
            row.addWidget(button)

    def controls(self) -> list[QWidget]:
        return list(self.buttons.values())

    def set_value(self, value: Any) -> None:
        for option, button in self.buttons.items():
            button.setChecked(option in value)

    def _on_button_clicked(self) -> None:
        chosen = tuple(option for option, button in self.buttons.items() if button.isChecked())
        if chosen:
            self._tell(chosen)
            return
        # At least one must stay chosen: put back the one that was just released.
        sender = self.sender()
        if isinstance(sender, QToolButton):
            sender.setChecked(True)


class ToggleField(Field):
    """A yes or no."""

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self.box = QCheckBox(self.label)
        row = _field_row(self)
        row.addWidget(self.box)
        row.addStretch()
        self.box.clicked.connect(self._on_box_clicked)

    def controls(self) -> list[QWidget]:
        return [self.box]

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def _on_box_clicked(self, checked: bool) -> None:
        self._tell(checked)


def make_field(parameter: Parameter) -> Field:
    """The editor that a parameter's declaration asks for."""
    marker = parameter.marker
    if isinstance(marker, Slider):
        return RangeField(parameter, marker) if parameter.is_range else NumberField(parameter, marker)
    if isinstance(marker, Choice):
        return SeveralField(parameter, marker) if marker.several else ChoiceField(parameter, marker)
    assert isinstance(marker, Toggle)
    return ToggleField(parameter)


def _stored(shown: float, marker: Slider, finer: int = 0) -> float:
    """The value in the pipeline for a number on show, on the marker's step or finer, within its limits."""
    value = round(round(shown, marker.decimals + finer) / marker.shown_as, 12)
    return min(marker.high, max(marker.low, value))


def _set_limits(slider: Any, marker: Slider, name: str) -> None:
    slider.setRange(marker.low * marker.shown_as, marker.high * marker.shown_as)
    slider.setSingleStep(marker.step * marker.shown_as)
    slider.setPageStep(10 * marker.step * marker.shown_as)
    slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    slider.setAccessibleName(name)


def _field_grid(field: QWidget) -> QGridLayout:
    grid = QGridLayout(field)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(4)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 1)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return grid


def _field_row(field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row


@contextmanager
def _silent(*widgets: QWidget) -> Iterator[None]:
    """Change widgets without their telling."""
    blockers = [QSignalBlocker(widget) for widget in widgets]
    try:
        yield
    finally:
        for blocker in blockers:
            blocker.unblock()
