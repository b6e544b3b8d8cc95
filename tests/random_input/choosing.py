"""Chooses what to do at random: among all that can be seen, each kind of thing as often as it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)

from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.main_window import MainWindow
from augstudio.ui.mnemonics import plain
from augstudio.ui.preview.frame_widget import FrameWidget
from tests.random_input import gestures
from tests.random_input.gestures import CONTROL, NONE, RIGHT, SHIFT, Gesture
from tests.random_input.places import Places

_Key: Final = Qt.Key

_KEYS: Final = (
    *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Escape, _Key.Key_Space, _Key.Key_Delete),
    *(_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End),
    *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Plus, _Key.Key_Minus, _Key.Key_0, _Key.Key_1),
    *(_Key.Key_L, _Key.Key_S, _Key.Key_F2, _Key.Key_Menu),
)
_TEXTS: Final = ("", "1", "0", "-3", "12.5", "1e9", "cat", "rot", "狗", "x" * 40, "a b", "(", "%1 {0}")
_SIZES: Final = ((1280, 720), (1440, 900), (1920, 1080), (900, 600))


class Choice(NamedTuple):
    """What is done.

    Attributes:
        name: For people.
        gesture: How.
        widget: To what; where it is gone, the gesture ends.
    """

    name: str
    gesture: Gesture
    widget: QWidget


def _nothing(pause: int) -> Gesture:
    yield pause


def named(widget: QWidget) -> str:
    """What a widget is called, for people."""
    told = ""
    if isinstance(widget, QAbstractButton):
        told = plain(widget.text()) or widget.toolTip()
    told = told or widget.accessibleName() or widget.objectName()
    parent = widget.parentWidget()
    place = "" if told or parent is None else f" in {type(parent).__name__}"
    return f"{type(widget).__name__} {told[:40]!r}{place}"


# -- widgets --------------------------------------------------------------------------------------------


def _kind(widget: QWidget) -> str:
    """The kind of a widget, as far as hands care; empty for what only holds others."""
    kinds: tuple[tuple[type[QWidget], str], ...] = (
        (QAbstractButton, "button"),
        (QComboBox, "combo"),
        (QAbstractSpinBox, "spin"),
        (QLineEdit, "field"),
        (QPlainTextEdit, "field"),
        (QScrollBar, "scroll bar"),
        (QAbstractSlider, "slider"),
        (QSplitterHandle, "splitter"),
        (FrameWidget, "pane"),
    )
    for kind, name in kinds:
        if isinstance(widget, kind):
            return name
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractItemView) and parent.viewport() is widget:
        return "list"
    return "other" if not widget.isWindow() else ""


def visible_widgets(top: QWidget) -> dict[str, list[QWidget]]:
    """What can be seen and used in a window, by kind."""
    found: defaultdict[str, list[QWidget]] = defaultdict(list)
    for widget in top.findChildren(QWidget):
        if widget.window() is top and widget.isVisible() and widget.isEnabled():
            kind = _kind(widget)
            if kind and not widget.visibleRegion().isEmpty():
                found[kind].append(widget)
    return found


def _click_or(chance: Random, widget: QWidget, place: QPoint, *others: Gesture) -> Gesture:
    """Mostly a click, else one of some others."""
    return chance.choice((*(gestures.click(widget, place) for _ in range(3)), *others))


def _stops(widget: QWidget, start: QPoint, chance: Random) -> list[QPoint]:
    """Places of a drag: from one over some others, perhaps beyond the edge."""
    stops, width, height = [start], widget.width(), widget.height()
    for _ in range(chance.randint(1, 8)):
        stops.append(QPoint(chance.randint(-20, width + 20), chance.randint(-20, height + 20)))
    return stops


def _turns(chance: Random) -> list[int]:
    return [chance.choice((-120, 120, -120, 120, 30, -480)) for _ in range(chance.randint(1, 5))]


def _some_keys(chance: Random, keys: Sequence[Qt.Key]) -> list[tuple[Qt.Key, Qt.KeyboardModifier]]:
    modifiers = chance.choice((NONE, NONE, NONE, SHIFT, CONTROL))
    return [(chance.choice(keys), modifiers) for _ in range(chance.randint(1, 4))]


_ARROWS: Final = (_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End)


def _typed(widget: QWidget, place: QPoint, chance: Random) -> Gesture:
    """Click into a field, type, and leave it by a key."""
    yield from gestures.click(widget, place)
    yield from gestures.type_text(widget, chance.choice(_TEXTS))
    end = chance.choice((_Key.Key_Return, _Key.Key_Tab, _Key.Key_Escape))
    if _may_press(widget, end):
        yield from gestures.press_keys(widget, [(end, NONE)])


def with_widget(kind: str, widget: QWidget, place: QPoint, chance: Random) -> Gesture:
    """What is done with a widget of some kind."""
    click = gestures.click(widget, place)
    wheel = gestures.wheel(widget, place, _turns(chance))
    drag = gestures.drag(widget, _stops(widget, place, chance), chance.choice((NONE, NONE, NONE, SHIFT)))
    keys = gestures.press_keys(widget, _some_keys(chance, _ARROWS))
    hover = gestures.hover(widget, _stops(widget, place, chance))
    menu = gestures.click(widget, place, RIGHT)
    double = gestures.double_click(widget, place)
    ways: dict[str, tuple[Gesture, ...]] = {
        "button": (click, click, click, click, click, click, hover, double, menu),
        "combo": (click, click, click, wheel, keys),
        "spin": (_typed(widget, place, chance), wheel, keys, drag, click),
        "field": (_typed(widget, place, chance), _typed(widget, place, chance), double, menu, click),
        "scroll bar": (drag, wheel, click),
        "slider": (drag, drag, drag, click, wheel, keys, double),
        "splitter": (drag,),
        "pane": (click, double, drag, drag, wheel, wheel, hover, hover, menu, keys),
        "list": (
            click,
            gestures.click(widget, place, keys=CONTROL),
            gestures.click(widget, place, keys=SHIFT),
            double,
            wheel,
            keys,
            menu,
            drag,
        ),
        "other": (click, drag, menu, hover, double, wheel),
    }
    return chance.choice(ways[kind])


_SHARES: Final = {
    "button": 30,
    "combo": 6,
    "spin": 8,
    "field": 4,
    "scroll bar": 2,
    "slider": 14,
    "splitter": 1,
    "pane": 12,
    "list": 8,
    "other": 8,
}


def _some_widget(top: QWidget, chance: Random) -> Choice | None:
    found = visible_widgets(top)
    if not found:
        return None
    kinds = sorted(found)
    kind = chance.choices(kinds, [_SHARES[kind] for kind in kinds])[0]
    widget = chance.choice(found[kind])
    place = gestures.place_in(widget, chance)
    if place is None or not _may_click(widget):
        return Choice(f"{kind} {named(widget)} is left alone", _nothing(0), top)
    name = f"{kind} {named(widget)} at {place.x()}, {place.y()}"
    return Choice(name, with_widget(kind, widget, place, chance), widget)


def _may_click(widget: QWidget) -> bool:
    """Whether a click writes nowhere but to where it may."""
    dialog = widget.window()
    return not isinstance(dialog, ExportDialog) or widget is not dialog.start or _is_safe(dialog)


def _may_press(widget: QWidget, key: Qt.Key) -> bool:
    """Whether a key starts no export to where nothing may be written."""
    dialog = widget.window()
    starts = key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)
    return not (isinstance(dialog, ExportDialog) and starts) or _is_safe(dialog)


def _is_safe(dialog: ExportDialog) -> bool:
    """Whether an export goes to the folder that may be thrown away, which is where the process runs."""
    return Path(dialog.form.target.text()).resolve().is_relative_to(Path.cwd())


# -- windows --------------------------------------------------------------------------------------------


def in_window(window: MainWindow, modal: QWidget | None, places: Places, chance: Random) -> Choice:
    """What to do in the window, or in one of those that lie over it."""
    others = [
        top
        for top in QApplication.topLevelWidgets()
        if top.isVisible() and top is not window and top.windowType() == Qt.WindowType.Dialog
    ]
    dialogs = sorted(others, key=lambda top: type(top).__name__)
    top: QWidget = modal or (chance.choice(dialogs) if dialogs and chance.random() < 0.7 else window)
    if isinstance(top, ExportDialog) and chance.random() < 0.25:
        return _export(top, places, chance)
    if top is not window:
        return _in_dialog(top, chance)
    ways: tuple[tuple[int, Callable[[], Choice | None]], ...] = (
        (60, lambda: _some_widget(window, chance)),
        (10, lambda: _shortcut(window, chance)),
        (8, lambda: _keys(window, chance)),
        (5, lambda: _menu_bar(window, chance)),
        (3, lambda: _drop(window, places, chance)),
        (1, lambda: _resize(window, chance)),
        (6, lambda: Choice("rest", _nothing(chance.choice((200, 500, 1500))), window)),
    )
    way = chance.choices([way for _, way in ways], [share for share, _ in ways])[0]
    return way() or Choice("nothing", _nothing(10), window)


def _in_dialog(top: QWidget, chance: Random) -> Choice:
    if chance.random() < 0.12:
        key = chance.choice((_Key.Key_Escape, _Key.Key_Escape, _Key.Key_Tab, _Key.Key_Return))
        if _may_press(top, key):
            return Choice(f"{key.name} in {type(top).__name__}", gestures.press_keys(top, [(key, NONE)]), top)
    return _some_widget(top, chance) or escape(top)


def _export(dialog: ExportDialog, places: Places, chance: Random) -> Choice:
    """Name a folder, and start."""
    out = places.root / f"out {chance.randint(1, 3)}"

    def gesture() -> Gesture:
        target = dialog.form.target
        yield from gestures.click(target, target.rect().center())
        yield from gestures.type_text(target, str(out))
        yield 600
        if dialog.isVisible() and dialog.start.isEnabled() and _is_safe(dialog):
            yield from gestures.click(dialog.start, dialog.start.rect().center())

    return Choice(f"export to {out.name}", gesture(), dialog)


def _shortcut(window: MainWindow, chance: Random) -> Choice | None:
    actions = [action for action in window.findChildren(QAction) if action.shortcuts()]
    if not actions:
        return None
    action = chance.choice(actions)
    keys = chance.choice(action.shortcuts())
    name = f"keys {keys.toString()} ({plain(action.text())})"
    return Choice(name, gestures.press_shortcut(window, keys), window)


def _keys(window: MainWindow, chance: Random) -> Choice:
    keys = _some_keys(chance, _KEYS)
    names = " ".join(key.name for key, _ in keys)
    if chance.random() < 0.2:
        held = gestures.hold_key(window, _Key.Key_Space, chance.choice((50, 400)))
        return Choice("Space held", held, window)
    return Choice(f"{names} with {keys[0][1].name}", gestures.press_keys(window, keys), window)


def _menu_bar(window: MainWindow, chance: Random) -> Choice:
    bar = window.menuBar()
    action = chance.choice(bar.actions())
    place = bar.actionGeometry(action).center()
    return Choice(f"menu {plain(action.text())}", gestures.click(bar, place), bar)


def _drop(window: MainWindow, places: Places, chance: Random) -> Choice:
    things = [chance.choice(places.everything) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
    leaves = chance.random() < 0.2
    names = ", ".join(thing.name for thing in things)
    gesture = gestures.drop(window, window.rect().center(), things, leaves=leaves)
    return Choice(f"drag {names} over the window{'' if leaves else ' and drop'}", gesture, window)


def _resize(window: MainWindow, chance: Random) -> Choice:
    size = chance.choice(_SIZES)
    window.resize(*size)
    return Choice(f"resize to {size[0]} x {size[1]}", _nothing(50), window)


def escape(top: QWidget) -> Choice:
    """Leave a menu, a popup or a dialog."""
    return Choice(f"Esc in {type(top).__name__}", gestures.press_keys(top, [(_Key.Key_Escape, NONE)]), top)


# -- what lies over them --------------------------------------------------------------------------------


def in_menu(menu: QMenu, chance: Random) -> Choice:
    """Choose an entry, open a submenu, or leave."""
    actions = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    if not actions or chance.random() < 0.2:
        return escape(menu)
    if chance.random() < 0.2:
        keys = [*_some_keys(chance, (_Key.Key_Down, _Key.Key_Up, _Key.Key_Right)), (_Key.Key_Return, NONE)]
        return Choice("keys in a menu", gestures.press_keys(menu, keys), menu)
    action = chance.choice(actions)
    place = menu.actionGeometry(action).center()
    return Choice(f"entry {plain(action.text())!r}", gestures.click(menu, place), menu)


def in_popup(popup: QWidget, window: MainWindow, chance: Random) -> Choice:
    """Do something in a list or a panel that has popped up, or leave it."""
    if chance.random() < 0.15:
        return escape(popup)
    if chance.random() < 0.1:
        return Choice("click beside a popup", gestures.click(window, window.rect().center()), window)
    return _some_widget(popup, chance) or escape(popup)


def in_file_dialog(dialog: QFileDialog, places: Places, chance: Random) -> Choice:
    """Type the path of one of the places; never anything else, as it could lead anywhere."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    if field is None or chance.random() < 0.25:
        return escape(dialog)
    saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    suffix = chance.choice((".json", ".png", ""))
    new = places.root / f"saved {chance.randint(1, 3)}{suffix}"
    path = new if saves else chance.choice(places.everything)

    def gesture() -> Gesture:
        yield from gestures.click(field, field.rect().center())
        yield from gestures.type_text(field, str(path))
        yield from gestures.press_keys(dialog, [(_Key.Key_Return, NONE)])
        yield 200
        if dialog.isVisible() and QApplication.activeModalWidget() is dialog:
            yield from gestures.press_keys(dialog, [(_Key.Key_Escape, NONE)])

    return Choice(f"file dialog: {path.name}", gesture(), dialog)
