"""Editors made from a parameter's declaration: nothing here knows any transform.

Every editor takes its value by ``set_value`` without telling anyone, and tells of the user's edits by
``edited`` with the new value and the gesture's number; edits that belong together have the same number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, Final
from unicodedata import normalize

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from augstudio.core.parameters import Choice, Files, IntRange, Names, Parameter, Range, Slider, Toggle
from augstudio.core.text import printable
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.pipeline_panel.field import Field, field_grid, field_row, translated
from augstudio.ui.pipeline_panel.files_field import FilesField
from augstudio.ui.pipeline_panel.handle_slider import HandleSlider
from augstudio.ui.pipeline_panel.sliders import NumberBox, NumberSlider, RangeSlider
from augstudio.ui.pipeline_panel.track import Track
from augstudio.ui.theme import GRID

_BETWEEN_NAMES: Final = "; "


class RangeField(Field):
    """A range: a slider with two handles, and both numbers to type."""

    def __init__(self, parameter: Parameter, marker: Slider, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._marker = marker
        self._value = marker.range_of(marker.low, marker.high)
        self.slider = RangeSlider()
        _set_limits(self.slider, marker, self.label)
        low, high = (end * marker.shown_as for end in parameter.default)
        self.slider.set_track(Track.around(self.slider.low, self.slider.high, (low, high)))
        self.low = NumberBox(marker, self.tr("{0}, lowest").format(self.label))
        self.high = NumberBox(marker, self.tr("{0}, highest").format(self.label))
        grid = field_grid(self)
        grid.addWidget(self.name_label, 0, 0)
        grid.addWidget(self.low, 0, 1)
        grid.addWidget(QLabel("…"), 0, 2)
        grid.addWidget(self.high, 0, 3)
        grid.addWidget(self.slider, 1, 0, 1, 4)
        self.slider.numbers_changed.connect(self._on_slider_numbers_changed)
        self.slider.reset_requested.connect(lambda: self._tell(parameter.default, self.slider.gesture))
        self.slider.released.connect(lambda: self.end_held.emit(None))
        self.slider.setToolTip(self.tr("Hold Shift to move both ends apart or together."))
        self.low.valueChanged.connect(self._on_low_value_changed)
        self.high.valueChanged.connect(self._on_high_value_changed)

    def controls(self) -> list[QWidget]:
        return [self.slider, self.low, self.high]

    def set_value(self, value: Range | IntRange) -> None:
        self._value = value
        with _silent(self.slider, self.low, self.high):
            factor = self._marker.shown_as
            self.slider.set_numbers((value.low * factor, value.high * factor))
            self.low.setValue(value.low * factor)
            self.high.setValue(value.high * factor)

    def mark_drawn(self, value: Any) -> None:
        self.slider.mark_drawn(None if value is None else float(value) * self._marker.shown_as)

    def _on_slider_numbers_changed(self, ends: tuple[float, float]) -> None:
        dragged = self.slider.dragged
        if dragged is not None:
            if self.slider.linked:
                ends = self._linked(ends, dragged)
            self.end_held.emit(dragged)
        # An end that was typed finer than a step stays as it is while the other one is dragged.
        kept = zip(ends, self._value, strict=True)
        moved = [
            end
            if abs(shown - end * self._marker.shown_as) < 1e-6
            else _stored(shown, self._marker, self._marker.decimals)
            for shown, end in kept
        ]
        self._tell(self._marker.range_of(*moved), self.slider.gesture)

    def _linked(self, ends: tuple[float, float], dragged: int) -> tuple[float, float]:
        """Both ends as far from the middle as the one that is dragged, so far as the track allows."""
        slider, centre = self.slider, self.slider.centre
        room = min(centre - slider.low, slider.high - centre)
        reach = min(abs(ends[dragged] - centre), room)
        return centre - reach, centre + reach

    def _on_low_value_changed(self, shown: float) -> None:
        low = _stored(shown, self._marker, self._marker.typed_decimals)
        self._tell(self._marker.range_of(low, max(low, self._value.high)), self.low.gesture)

    def _on_high_value_changed(self, shown: float) -> None:
        high = _stored(shown, self._marker, self._marker.typed_decimals)
        self._tell(self._marker.range_of(min(high, self._value.low), high), self.high.gesture)


class NumberField(Field):
    """A number: a slider and the number to type."""

    def __init__(self, parameter: Parameter, marker: Slider, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._marker = marker
        self.slider = NumberSlider()
        _set_limits(self.slider, marker, self.label)
        self.number = NumberBox(marker, self.label)
        grid = field_grid(self)
        grid.addWidget(self.name_label, 0, 0)
        grid.addWidget(self.number, 0, 3)
        grid.addWidget(self.slider, 1, 0, 1, 4)
        self.slider.numbers_changed.connect(
            lambda shown: self._tell(_stored(shown[0], marker, marker.decimals), self.slider.gesture)
        )
        self.slider.reset_requested.connect(lambda: self._tell(parameter.default, self.slider.gesture))
        self.number.valueChanged.connect(
            lambda shown: self._tell(_stored(shown, marker, marker.typed_decimals), self.number.gesture)
        )

    def controls(self) -> list[QWidget]:
        return [self.slider, self.number]

    def set_value(self, value: float) -> None:
        with _silent(self.slider, self.number):
            self.slider.set_numbers((value * self._marker.shown_as,))
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
        self.box.setMinimumWidth(10 * GRID)  # the longest name must not make the panel wider than it is
        row = field_row(self)
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
        row = field_row(self)
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
        row = field_row(self)
        row.addWidget(self.box)
        row.addStretch()
        self.box.clicked.connect(self._on_box_clicked)

    def controls(self) -> list[QWidget]:
        return [self.box]

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def _on_box_clicked(self, checked: bool) -> None:
        self._tell(checked)


class NamesField(Field):
    """Names, typed one after the other; those that the dataset does not have are said below.

    Attributes:
        strange: Says them; hidden where there are none.
    """

    def __init__(self, parameter: Parameter, marker: Names, parent: QWidget | None = None) -> None:
        super().__init__(parameter, parent)
        self._value: tuple[str, ...] = ()
        self._known: Collection[str] | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(translated(marker.none))
        FileDrops(self.line)
        self.line.setAccessibleName(self.label)
        self.line.setToolTip(self.tr("Several with ; between them"))
        self.strange = QLabel()
        self.strange.setObjectName("Muted")
        self.strange.setTextFormat(Qt.TextFormat.PlainText)
        self.strange.setWordWrap(True)
        self.strange.hide()
        grid = field_grid(self)
        grid.setColumnStretch(0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.name_label, 0, 0)
        grid.addWidget(self.line, 0, 1)
        grid.addWidget(self.strange, 1, 0, 1, 2)
        self.line.editingFinished.connect(self._on_line_editing_finished)

    def controls(self) -> list[QWidget]:
        return [self.line]

    def set_value(self, value: tuple[str, ...]) -> None:
        self._value = value
        self.line.setText(_BETWEEN_NAMES.join(value))
        self._show_strange()

    def mark_unknown(self, known: Collection[str] | None) -> None:
        self._known = known
        self._show_strange()

    def _show_strange(self) -> None:
        known = self._known
        names = () if known is None else (name for name in self._value if name not in known)
        said = self.tr(", ").join(map(printable, names))
        text = self.tr("Not in this dataset: {0}").format(said) if said else ""
        self.strange.setText(text)
        self.strange.setVisible(bool(text))
        self.line.setAccessibleDescription(text)

    @Slot()
    def _on_line_editing_finished(self) -> None:
        typed = self.line.text()
        names = (normalize("NFC", name.strip()) for name in typed.split(_BETWEEN_NAMES.strip()))
        value = tuple(dict.fromkeys(name for name in names if name))
        if typed != _BETWEEN_NAMES.join(self._value) and value != self._value:
            self._tell(value)


def make_field(parameter: Parameter) -> Field:
    """The editor that a parameter's declaration asks for."""
    marker = parameter.marker
    if isinstance(marker, Slider):
        return RangeField(parameter, marker) if parameter.is_range else NumberField(parameter, marker)
    if isinstance(marker, Choice):
        return SeveralField(parameter, marker) if marker.several else ChoiceField(parameter, marker)
    if isinstance(marker, Files):
        return FilesField(parameter, marker)
    if isinstance(marker, Names):
        return NamesField(parameter, marker)
    assert isinstance(marker, Toggle)
    return ToggleField(parameter)


def _stored(shown: float, marker: Slider, decimals: int) -> float:
    """The value in the pipeline for a number on show, of which so many decimals count."""
    return marker.nearest(shown / marker.shown_as, decimals)


def _set_limits(slider: HandleSlider, marker: Slider, name: str) -> None:
    low, high, step = (number * marker.shown_as for number in (marker.low, marker.high, marker.step))
    slider.set_limits(low, high, step)
    slider.setAccessibleName(name)


@contextmanager
def _silent(*widgets: QWidget) -> Iterator[None]:
    """Change widgets without their telling."""
    blockers = [QSignalBlocker(widget) for widget in widgets]
    try:
        yield
    finally:
        for blocker in blockers:
            blocker.unblock()
