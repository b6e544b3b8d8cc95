"""The sliders and number boxes of parameters' editors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from augstudio.core.parameters import Slider
from augstudio.ui.pipeline_panel.handle_slider import HandleSlider, new_gestures
from augstudio.ui.undo_keys import UndoKeys

BOX_WIDTH = 66
"""Logical pixels for the longest number with its unit."""

_TICK: Final = 12  # logical pixels


class NumberBox(QDoubleSpinBox):
    """A number to type; the wheel scrolls the panel unless the box has the focus."""

    gesture: int | None = None

    def __init__(self, marker: Slider, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = next(new_gestures)
        self._least_decimals = marker.decimals
        self.setDecimals(marker.typed_decimals)
        self.setRange(marker.low * marker.shown_as, marker.high * marker.shown_as)
        self.setSingleStep(marker.step * marker.shown_as)
        self.setSuffix(marker.suffix)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setFixedWidth(BOX_WIDTH)
        UndoKeys(self)

    def textFromValue(self, value: float) -> str:
        locale = self.locale()
        text = locale.toString(value, "f", self.decimals())
        finest = self.decimals() > self._least_decimals and text.endswith(locale.zeroDigit())
        return locale.toString(value, "f", self._least_decimals) if finest else text

    def stepBy(self, steps: int) -> None:
        self.gesture = self._run
        super().stepBy(steps)
        self.gesture = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # Alt+Up and Alt+Down move the card
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._run = next(new_gestures)
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberSlider(HandleSlider):
    """A slider with one handle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, parent)


class RangeSlider(HandleSlider):
    """A slider with two handles; Tab goes from one to the other, and a dot marks the one that the keys move.

    Equal ends fix the value.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2, parent)
        self._drawn: float | None = None
        self._centre = 0.0
        self._linked = False

    @property
    def linked(self) -> bool:
        """Whether both ends move when one is dragged, as Shift is held."""
        return self._linked

    @property
    def centre(self) -> float:
        """The middle between the handles when the mouse was pressed."""
        return self._centre

    def mark_drawn(self, value: float | None) -> None:
        """Mark what was drawn for the copy on show; None marks nothing."""
        if value != self._drawn:
            self._drawn = value
            if self.dragged is None:  # else it is not on show, and letting go paints anew
                self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._centre = sum(self.numbers) / 2
        self._linked = _with_shift(event)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._linked = _with_shift(event)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drawn is not None and self.dragged is None:  # else the end is on show
            self._paint_drawn(self._drawn)
        if self.hasFocus():
            dot = QRectF(0, 0, 5, 5)
            dot.moveCenter(QRectF(self.handle_rect(self.handle)).center())
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(dot)
            painter.end()

    def _paint_drawn(self, value: float) -> None:
        """A tick across the track, below the handles' middle so that both can be seen."""
        middle = QRectF(self.handle_rect(0)).center().y()
        tick = QRectF(self.place_of(value) - 1, middle - _TICK / 2, 2, _TICK)
        painter = QPainter(self)
        painter.fillRect(tick.adjusted(-1, -1, 1, 1), self.palette().color(QPalette.ColorRole.Window))
        painter.fillRect(tick, self.palette().color(QPalette.ColorRole.WindowText))
        painter.end()


def _with_shift(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
