"""A slider of real numbers with one handle or two, painted and moved here.

Qt's sliders know whole numbers and one handle only. Edits that belong together have the same gesture number,
so that they become one step of the undo history: all moves of one drag, and all key presses or wheel turns on
one control until it loses the focus.
"""

from __future__ import annotations

from itertools import count
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from augstudio.ui.pipeline_panel.track import Track

new_gestures = count(1)
"""Numbers of gestures, each taken once."""

_HANDLE: Final = 14  # logical pixels across
_GROOVE: Final = 4  # logical pixels thick

# How many steps a key goes, and the share of the way for those that go to an end.
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: 1}
_NOT_OURS: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
_MOVING: Final = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton


class HandleSlider(QAbstractSlider):
    """Numbers on a horizontal track, each with its handle; they may meet, but not pass each other.

    Arrows go one step, Page Up and Page Down ten, Home and End to the ends. A double click, or Backspace,
    asks for the default. The wheel works only with the focus. A press beside the handles takes the nearest
    one there; one between them takes hold of both.

    Qt's own whole number is that of the handle that the keys move, in steps: it is what assistive programs
    read, and what they set.

    Signals:
        numbers_changed: The user has moved handles; all numbers, in order.
        reset_requested: Back to the default.
        released: The mouse has let go.
    """

    numbers_changed = Signal(tuple)
    reset_requested = Signal()
    released = Signal()

    def __init__(self, handles: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gesture: int | None = None
        self._run = next(new_gestures)
        self._numbers = (0.0,) * handles
        self._low, self._high, self._step = 0.0, 1.0, 0.01
        self._track: Track | None = None
        self._handle = 0
        self._grip: float | None = None  # logical pixels from the held handle's left side to the mouse
        self._both: tuple[float, tuple[float, ...]] | None = None  # where both are held, and their numbers
        self._hovered: int | None = None
        self._met = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._on_value_changed)

    # -- numbers ------------------------------------------------------------------------------------

    @property
    def numbers(self) -> tuple[float, ...]:
        """What the handles stand at, the lowest first."""
        return self._numbers

    @property
    def low(self) -> float:
        """The number at the track's left end."""
        return self._low

    @property
    def high(self) -> float:
        """The number at the track's right end."""
        return self._high

    def set_limits(self, low: float, high: float, step: float) -> None:
        """Say between which numbers the handles move, and how far a key moves them."""
        self._low, self._high, self._step = low, high, step
        with QSignalBlocker(self):
            self.setRange(round(low / step), round(high / step))
        self._show(self._numbers)

    def set_track(self, track: Track) -> None:
        """Lay numbers on the track otherwise than evenly; it goes from the lowest to the highest number."""
        self._track = track
        self.update()

    def set_numbers(self, numbers: tuple[float, ...]) -> None:
        """Put all handles somewhere, as if the user had; numbers beyond the limits count as these."""
        if self._show(numbers):
            self.numbers_changed.emit(self._numbers)

    @property
    def handle(self) -> int:
        """The handle that the keys move, 0 for the lowest."""
        return self._handle

    @property
    def dragged(self) -> int | None:
        """The handle that the mouse is dragging, 0 for the lowest; None if it drags none or both."""
        return None if self._grip is None else self._handle

    def choose_handle(self, handle: int) -> None:
        """Let the keys move another handle."""
        self._handle = handle
        self._run = next(new_gestures)
        self._show(self._numbers)

    def ask_for_reset(self) -> None:
        """Ask for the default, as one gesture with the press that began the double click."""
        self.gesture = self._run
        self.reset_requested.emit()
        self.gesture = None

    def _bounds(self) -> tuple[float, float]:
        """The numbers between which the handle moves that the keys move."""
        at, numbers = self._handle, self._numbers
        return (
            numbers[at - 1] if at > 0 else self._low,
            numbers[at + 1] if at + 1 < len(numbers) else self._high,
        )

    def _show(self, numbers: tuple[float, ...]) -> bool:
        """Put the handles somewhere, and tell whether that is elsewhere."""
        before = self._numbers
        self._numbers = tuple(min(self._high, max(self._low, number)) for number in numbers)
        with QSignalBlocker(self):
            self.setValue(round(self._numbers[self._handle] / self._step))
        self.update()
        return self._numbers != before

    def _move(self, number: float) -> None:
        """Put the handle somewhere that the keys move."""
        low, high = self._bounds()
        numbers = list(self._numbers)
        numbers[self._handle] = min(high, max(low, number))
        self.set_numbers(tuple(numbers))

    def _go(self, number: float) -> None:
        """Move that handle as part of the gesture that is going on."""
        self.gesture = self._run
        self._move(number)
        self.gesture = None

    @Slot(int)
    def _on_value_changed(self, steps: int) -> None:
        self._go(steps * self._step)

    # -- places -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(84, _HANDLE + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(_HANDLE + 1, _HANDLE + 1)

    def place_of(self, number: float) -> float:
        """Where the middle of a handle that stands at a number is: logical pixels from the left."""
        if self._track is not None:
            share = self._track.place(number)
        else:
            number = min(self._high, max(self._low, number))
            share = (number - self._low) / (self._high - self._low) if self._high > self._low else 0.0
        return _HANDLE / 2 + share * (self.width() - _HANDLE)

    def handle_rect(self, handle: int) -> QRect:
        """Where a handle is, in the widget's logical pixels."""
        left = round(self.place_of(self._numbers[handle]) - _HANDLE / 2)
        return QRect(left, (self.height() - _HANDLE) // 2, _HANDLE, _HANDLE)

    def _number_at(self, left: float) -> float:
        """The number of a handle whose left side is there."""
        share = min(1.0, max(0.0, left / max(1, self.width() - _HANDLE)))
        return self._track.value(share) if self._track else self._low + share * (self._high - self._low)

    def _handle_under(self, place: QPointF) -> int | None:
        """The handle under the mouse."""
        there = (at for at in range(len(self._numbers)) if self.handle_rect(at).contains(place.toPoint()))
        return next(there, None)

    # -- mouse, wheel and keys ----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.buttons() != event.button() or not event.button() & _MOVING or self._low == self._high:
            event.ignore()
            return
        self.gesture = self._run = next(new_gestures)
        self._met = len(set(self._numbers)) < len(self._numbers)
        place = event.position()
        under = self._handle_under(place)
        if under is not None:
            self._handle = under
            self._grip = place.x() - self.handle_rect(under).left()
        elif self.handle_rect(0).left() < place.x() < self.handle_rect(-1).left() and not self._met:
            self._both = self._number_at(place.x() - _HANDLE / 2), self._numbers
        else:
            self._handle = 0 if place.x() < self.handle_rect(0).left() else len(self._numbers) - 1
            self._grip = _HANDLE / 2
            self._move(self._number_at(place.x() - self._grip))
        self.update()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._both is not None:
            start, numbers = self._both
            wanted = self._number_at(event.position().x() - _HANDLE / 2) - start
            way = max(self._low - numbers[0], min(self._high - numbers[-1], wanted))
            self.set_numbers(tuple(number + way for number in numbers))
        elif self._grip is not None:
            number = self._number_at(event.position().x() - self._grip)
            if self._met and len(self._numbers) > 1 and number != self._numbers[0]:
                # Handles on top of each other: the direction says which one is meant.
                self._handle = int(number > self._numbers[0])
                self._met = False
            self._move(number)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            event.ignore()
            return
        self._grip = self._both = self.gesture = None
        self.update()
        self.released.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ask_for_reset()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self._go(self._numbers[self._handle] + event.angleDelta().y() / 120 * self._step)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & _NOT_OURS:
            event.ignore()
        elif key in _STEPS:
            self._go(self._numbers[self._handle] + _STEPS[key] * self._step)
        elif key in _ENDS:
            self._go(self._bounds()[_ENDS[key]])
        elif key == Qt.Key.Key_Backspace:
            self.ask_for_reset()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._run = next(new_gestures)
        if len(self._numbers) > 1:
            entered = {Qt.FocusReason.TabFocusReason: 0, Qt.FocusReason.BacktabFocusReason: 1}
            self.choose_handle(entered.get(event.reason(), self._handle))
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            hovered = None if left else self._handle_under(event.position())
            if hovered != self._hovered:
                self._hovered = hovered
                self.update()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            towards = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
            if towards and 0 <= self._handle + towards < len(self._numbers):
                self.choose_handle(self._handle + towards)
                event.accept()
                return True
        return bool(super().event(event))

    # -- painting -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        role, palette = QPalette.ColorRole, self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        handles = [self.handle_rect(at) for at in range(len(self._numbers))]
        start = handles[0].center().x() if len(handles) > 1 else 0
        top = handles[0].top() + (_HANDLE - _GROOVE) / 2
        for left, right, colour in (
            (0, self.width(), role.Mid),
            (start, handles[-1].center().x(), role.Highlight),
        ):
            painter.setBrush(palette.color(colour))
            painter.drawRoundedRect(QRectF(left, top, right - left, _GROOVE), _GROOVE / 2, _GROOVE / 2)
        active = QPalette.ColorGroup.Active
        ends = palette.color(active, role.Base), palette.color(active, role.WindowText)
        painter.setBrush(max(ends, key=lambda colour: colour.lightness()))
        for at, handle in enumerate(handles):
            marked = self.hasFocus() or at == self._hovered
            painter.setPen(palette.color(role.Highlight if marked else role.Shadow))
            painter.drawEllipse(QRectF(handle).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
