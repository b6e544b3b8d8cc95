"""Sliders and number boxes with everything a parameter's editor needs from keys, wheel and mouse.

Edits that belong together have the same gesture number, so that they become one step of the undo history: all
moves of one drag, and all key presses or wheel turns on one control until it loses the focus.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QStyle, QWidget
from superqt import QDoubleRangeSlider, QDoubleSlider

from augstudio.core.parameters import Slider
from augstudio.ui.pipeline_panel.track import Track
from augstudio.ui.undo_keys import UndoKeys

BOX_WIDTH = 66
"""Logical pixels for the longest number with its unit."""

_TICK = 12  # logical pixels

_gestures = count(1)

# How many steps a key goes, and the share of the way for those that go to an end.
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: 1}
_NOT_OURS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class NumberBox(QDoubleSpinBox):
    """A number to type; the wheel scrolls the panel unless the box has the focus."""

    gesture: int | None = None

    def __init__(self, marker: Slider, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = next(_gestures)
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
        self._run = next(_gestures)
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Stepped:
    """What both sliders make of keys, wheel and double clicks.

    superqt leaves the keys to its users; here arrows go one step, Page Up and Page Down ten, Home and End to
    the ends. A double click, or Backspace, asks for the default. The wheel works only with the focus.
    """

    gesture: int | None = None
    _run = 0

    def position(self) -> float:
        """Where the handle that the keys move is."""
        raise NotImplementedError

    def bounds(self) -> tuple[float, float]:
        """The ends between which that handle moves."""
        raise NotImplementedError

    def place(self, position: float) -> None:
        """Put that handle somewhere between the bounds."""
        raise NotImplementedError

    def ask_for_reset(self) -> None:
        """Ask for the default, as one gesture with the press that began the double click."""
        self.gesture = self._run
        self.reset_requested.emit()  # type: ignore[attr-defined]
        self.gesture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The number must be there first: a press beside the handle already changes the value.
        self.gesture = self._run = next(_gestures)
        super().mousePressEvent(event)  # type: ignore[misc]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)  # type: ignore[misc]
        self.gesture = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ask_for_reset()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & _NOT_OURS:
            event.ignore()
        elif key in _STEPS:
            self._go(self.position() + _STEPS[key] * self.singleStep())  # type: ignore[attr-defined]
        elif key in _ENDS:
            self._go(self.bounds()[_ENDS[key]])
        elif key == Qt.Key.Key_Backspace:
            self.ask_for_reset()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._run = next(_gestures)
        super().focusInEvent(event)  # type: ignore[misc]

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():  # type: ignore[attr-defined]
            event.ignore()
            return
        turns = event.angleDelta().y() / 120
        self._go(self.position() + turns * self.singleStep())  # type: ignore[attr-defined]
        event.accept()

    def _go(self, position: float) -> None:
        low, high = self.bounds()
        self.gesture = self._run
        self.place(min(high, max(low, position)))
        self.gesture = None


class NumberSlider(_Stepped, QDoubleSlider):
    """A slider with one handle.

    Signals:
        reset_requested: Back to the default.
    """

    reset_requested = Signal()

    def position(self) -> float:
        """Where the handle is."""
        return float(self.value())

    def bounds(self) -> tuple[float, float]:
        """The slider's ends."""
        return float(self.minimum()), float(self.maximum())

    def place(self, position: float) -> None:
        """Put the handle somewhere."""
        self.setValue(position)


class RangeSlider(_Stepped, QDoubleRangeSlider):  # type: ignore[misc]  # superqt's own mixins clash
    """A slider with two handles; Tab goes from one to the other, and a dot marks the one that the keys move.

    Unlike superqt's, the handles may meet: equal ends fix the value.

    Signals:
        reset_requested: Back to the default.
        released: The mouse has let a handle go.
    """

    reset_requested = Signal()
    released = Signal()

    def __init__(self, orientation: Qt.Orientation) -> None:
        self._met = False
        self._drawn: float | None = None
        self._centre = 0.0
        self._linked = False
        self._track: Track | None = None
        super().__init__(orientation)  # type: ignore[no-untyped-call]

    def set_track(self, track: Track) -> None:
        """Lay numbers on the track otherwise than evenly.

        Args:
            track: From the slider's minimum to its maximum.
        """
        self._track = track
        self.update()

    @property
    def handle(self) -> int:
        """The handle that the keys move: 0 is the lower, 1 the upper."""
        return int(self._pressedIndex)

    @property
    def dragged(self) -> int | None:
        """The handle that the mouse is dragging: 0 is the lower, 1 the upper, None neither."""
        held = self.gesture is not None and self._pressedControl == QStyle.SubControl.SC_SliderHandle
        return self.handle if held else None

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
            self.update()

    def choose_handle(self, handle: int) -> None:
        """Let the keys move the other handle."""
        self._pressedIndex = handle
        self._run = next(_gestures)
        self.update()

    def position(self) -> float:
        """Where the handle that the keys move is."""
        return float(self.value()[self.handle])

    def place(self, position: float) -> None:
        """Put that handle somewhere, between its end and the other handle."""
        ends: list[float] = list(self.value())
        ends[self.handle] = position
        self.setValue(tuple(ends))

    def bounds(self) -> tuple[float, float]:
        """The ends between which that handle moves: it cannot pass the other one."""
        ends: tuple[float, ...] = self.value()
        return (ends[0], float(self.maximum())) if self.handle else (float(self.minimum()), ends[1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._met = self.value()[0] == self.value()[1]
        self._centre = sum(self.value()) / 2
        self._linked = _with_shift(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.released.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._linked = _with_shift(event)
        if self._met and self._pressedControl == QStyle.SubControl.SC_SliderHandle:
            wanted = self._pixelPosToRangeValue(round(event.position().x() - self._clickOffset))
            if wanted != self.value()[0]:
                # Handles on top of each other: the direction says which one is meant.
                self._pressedIndex = int(wanted > self.value()[0])
                self._met = False
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        entered = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: 1}
        self._pressedIndex = entered.get(event.reason(), self._pressedIndex)
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            towards = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: 0}.get(Qt.Key(event.key()))
            if towards is not None and towards != self.handle:
                self.choose_handle(towards)
                event.accept()
                return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drawn is not None and self.dragged is None:  # else the end is on show
            self._paint_drawn(self._drawn)
        if self.hasFocus():
            dot = QRectF(0, 0, 5, 5)
            dot.moveCenter(QRectF(self._handleRect(self.handle)).center())
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawEllipse(dot)
            painter.end()

    def _paint_drawn(self, value: float) -> None:
        """A tick across the track, below the handles' middle so that both can be seen."""
        handle = QRectF(self._handleRect(0))
        share = self._share(value)
        across = handle.width() / 2 + share * (self.width() - handle.width())
        tick = QRectF(across - 1, handle.center().y() - _TICK / 2, 2, _TICK)
        painter = QPainter(self)
        painter.fillRect(tick.adjusted(-1, -1, 1, 1), self.palette().color(QPalette.ColorRole.Window))
        painter.fillRect(tick, self.palette().color(QPalette.ColorRole.WindowText))
        painter.end()

    def _share(self, value: float) -> float:
        """Where a number lies on the track, 0 to 1."""
        low, high = float(self.minimum()), float(self.maximum())
        if self._track is None:
            return (min(high, max(low, value)) - low) / (high - low)
        return self._track.place(value)

    # superqt lays numbers evenly on the track; these two say where they lie here.

    @property
    def _optSliderPositions(self) -> list[int]:
        span = float(self.maximum()) - float(self.minimum())
        ends = (self._share(end) * span for end in self._position)
        return [self._to_qinteger_space(end) for end in ends]  # type: ignore[no-untyped-call]

    def _pixelPosToRangeValue(self, pos: int) -> float:
        even = float(super()._pixelPosToRangeValue(pos))
        if self._track is None:
            return even
        low, high = float(self.minimum()), float(self.maximum())
        return self._track.value((even - low) / (high - low))

    def _neighbor_bound(self, val: Any, index: int) -> Any:
        """Where superqt lets a handle go; it keeps a step between them, we do not."""
        positions = self._position
        if index > 0:
            val = max(positions[index - 1], val)
        if index < len(positions) - 1:
            val = min(positions[index + 1], val)
        return val


def _with_shift(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
