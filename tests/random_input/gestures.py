"""Gestures as a hand makes them: real events for whole windows, with time for the event loop in between.

Each gesture is a generator of pauses in milliseconds.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import Shiboken

Gesture: TypeAlias = Generator[int, None, None]
Key: TypeAlias = Qt.Key
Keys: TypeAlias = Qt.KeyboardModifier
Button: TypeAlias = Qt.MouseButton

LEFT: Final = Qt.MouseButton.LeftButton
RIGHT: Final = Qt.MouseButton.RightButton
NONE: Final = Qt.KeyboardModifier.NoModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

_COPY: Final = Qt.DropAction.CopyAction


def while_there(widget: QWidget, gesture: Gesture, _top: QWidget | None) -> Gesture:
    """A gesture that ends where its widget is gone.

    The window that Qt has made for a question is held, as PySide forgets its widgets with it.
    """
    for pause in gesture:
        yield pause
        if not Shiboken.isValid(widget):
            return


def place_in(widget: QWidget, chance: Random) -> QPoint | None:
    """A visible place of a widget in its own coordinates, half of the time about its middle; None if none."""
    seen = widget.visibleRegion().boundingRect()
    if seen.isEmpty() or not widget.isVisible():
        return None
    if chance.random() < 0.5:
        return seen.center()
    return QPoint(chance.randint(seen.left(), seen.right()), chance.randint(seen.top(), seen.bottom()))


def window_of(widget: QWidget) -> QWindow | None:
    """The window that gets a widget's input; None where the widget is gone."""
    if not Shiboken.isValid(widget):
        return None
    return widget.window().windowHandle()


def _on_window(widget: QWidget, place: QPoint) -> QPoint:
    """A place of a widget in its window; beyond its edge the nearest one on it."""
    inside, there = widget.window().rect(), widget.mapTo(widget.window(), place)
    return QPoint(
        min(max(there.x(), inside.left()), inside.right()),
        min(max(there.y(), inside.top()), inside.bottom()),
    )


def click(widget: QWidget, place: QPoint, button: Button = LEFT, keys: Keys = NONE) -> Gesture:
    """Move there, press and release."""
    window = window_of(widget)
    if window is not None:
        there = _on_window(widget, place)
        QTest.mouseMove(window, there)
        yield 5
        QTest.mousePress(window, button, keys, there)
        yield 15
        QTest.mouseRelease(window, button, keys, there)


def double_click(widget: QWidget, place: QPoint) -> Gesture:
    """Two clicks at once."""
    window = window_of(widget)
    if window is not None:
        QTest.mouseDClick(window, LEFT, NONE, _on_window(widget, place))
    yield 10


def drag(widget: QWidget, stops: Sequence[QPoint], keys: Keys = NONE) -> Gesture:
    """Press at the first place, move over the others, release at the last."""
    window = window_of(widget)
    if window is None:
        return
    places = [_on_window(widget, stop) for stop in stops]
    QTest.mouseMove(window, places[0])
    QTest.mousePress(window, LEFT, keys, places[0])
    yield 10
    for place in places[1:]:
        QTest.mouseMove(window, place)
        yield 12
    QTest.mouseRelease(window, LEFT, keys, places[-1])


def wheel(widget: QWidget, place: QPoint, turns: Sequence[int], keys: Keys = NONE) -> Gesture:
    """Turn the wheel, in eighths of a degree."""
    window = window_of(widget)
    if window is None:
        return
    there = QPointF(_on_window(widget, place))
    for turn in turns:
        QTest.wheelEvent(window, there, QPoint(0, turn), stateKey=keys)
        yield 10


def hover(widget: QWidget, places: Sequence[QPoint]) -> Gesture:
    """Move the cursor, nothing pressed."""
    window = window_of(widget)
    for place in places:
        if window is not None:
            QTest.mouseMove(window, _on_window(widget, place))
        yield 15


def press_keys(widget: QWidget, keys: Sequence[tuple[Key, Keys]]) -> Gesture:
    """Press keys, one after the other, for whatever has the focus in a widget's window."""
    window = window_of(widget)
    for key, modifiers in keys:
        if window is not None:
            QTest.keyClick(window, key, modifiers)
        yield 10


def press_shortcut(widget: QWidget, keys: QKeySequence) -> Gesture:
    """Press the keys of a shortcut."""
    window = window_of(widget)
    if window is not None:
        QTest.keySequence(window, keys)
    yield 10


def hold_key(widget: QWidget, key: Key, pause: int) -> Gesture:
    """Press a key for a while."""
    window = window_of(widget)
    if window is not None:
        QTest.keyPress(window, key)
        yield pause
        QTest.keyRelease(window, key)


def type_text(widget: QWidget, text: str) -> Gesture:
    """Type a text over what a field holds that has the focus."""
    window = window_of(widget)
    if window is None:
        return
    QTest.keyClick(window, Qt.Key.Key_A, CONTROL)
    yield 5
    for letter in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, window, Qt.Key.Key_unknown, letter, NONE)
        yield 2


def drop(window: QWidget, place: QPoint, things: Sequence[Path], *, leaves: bool) -> Gesture:
    """Drag files onto a window, and let them go or leave with them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(thing)) for thing in things])
    given = data, LEFT, NONE
    entered = QDragEnterEvent(place, _COPY, *given)
    QApplication.sendEvent(window, entered)
    yield 20
    QApplication.sendEvent(window, QDragMoveEvent(place, _COPY, *given))
    yield 20
    if leaves or not entered.isAccepted():
        QApplication.sendEvent(window, QDragLeaveEvent())
    else:
        QApplication.sendEvent(window, QDropEvent(QPointF(place), _COPY, *given))
