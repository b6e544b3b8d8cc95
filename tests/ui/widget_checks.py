"""Looks for what people who use keys, readers or another language would trip over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from augstudio.ui.mnemonics import letter_of

MARK = 4
"""Logical pixels around a control in which its focus may be marked."""


def describe(widget: QWidget) -> str:
    """A widget in words, for messages of tests."""
    path = []
    step: QWidget | None = widget
    while step is not None:
        path.append(step.objectName() or type(step).__name__)
        step = step.parentWidget()
    return f"{name_of(widget)!r} ({' < '.join(path[:4])})"


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def shown(root: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    """The visible widgets within, without Qt's own parts of compound widgets."""
    for widget in root.findChildren(kind):
        if widget.isVisible() and widget.window() is root.window() and not _is_part(widget):
            yield widget


def controls(root: QWidget) -> list[QWidget]:
    """The widgets that the Tab key must reach."""
    return [
        widget
        for widget in shown(root)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, (QAbstractSpinBox, QComboBox, QLineEdit)) or widget.objectName().startswith(
        "qt_"
    )


# -- names ------------------------------------------------------------------------------------------


def unnamed(root: QWidget) -> list[str]:
    """Controls that a screen reader cannot name, those inside toolbars too."""
    focusable = [widget for widget in shown(root) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus]
    buttons = list(shown(root, QToolButton))
    return [describe(widget) for widget in {*focusable, *buttons} if not name_of(widget)]


def actions_without_text(root: QWidget) -> list[str]:
    """Actions that no list can show."""
    return [
        repr(action)
        for action in root.findChildren(QAction)
        if not (action.text() or action.isSeparator() or action.menu())
        and not isinstance(action, QWidgetAction)
        and not isinstance(action.parent(), QLineEdit)
    ]


def shared_shortcuts(root: QWidget) -> dict[str, list[str]]:
    """Keys that more than one action wants, with the actions' names; one that no widget has wants none."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for action in filter(QAction.associatedObjects, root.findChildren(QAction)):
        for keys in action.shortcuts():
            if not keys.isEmpty():
                wanted[keys.toString()].append(action.text())
    return {keys: texts for keys, texts in wanted.items() if len(texts) > 1}


# -- room -------------------------------------------------------------------------------------------


def clipped(root: QWidget) -> list[str]:
    """Widgets whose words do not fit, and toolbars that hide a part of their tools."""
    found = []
    for widget in shown(root):
        wanted = _wanted_size(widget)
        if wanted is not None and not _fits(widget.size(), wanted):
            sizes = f"{widget.width()}x{widget.height()} of {wanted.width()}x{wanted.height()}"
            found.append(f"{describe(widget)} has {sizes}")
    return found + hidden_tools(root)


def hidden_tools(root: QWidget) -> list[str]:
    """Toolbars that hide a part of their tools."""
    found = []
    for bar in shown(root, QToolBar):
        more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None and more.isVisible():
            found.append(f"{describe(bar)} hides tools")
    return found


def _wanted_size(widget: QWidget) -> QSize | None:
    """The room that a widget's words need; None where it has none, or shortens them by itself."""
    if isinstance(widget, QLabel):
        if not widget.text():
            return None
        if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    if isinstance(widget, QAbstractSpinBox | QComboBox | QAbstractButton):
        return widget.sizeHint()
    return None


def _fits(size: QSize, wanted: QSize) -> bool:
    return size.width() >= wanted.width() and size.height() >= wanted.height()


# -- focus ------------------------------------------------------------------------------------------


def tab_walk(window: QWidget, limit: int = 300) -> tuple[list[QWidget], list[str]]:
    """Press Tab until it comes round.

    Returns:
        The widgets that had the focus, in order, and those of them that did not show it.
    """
    visited: list[QWidget] = []
    unmarked: list[str] = []
    before = window.grab().toImage()
    for _ in range(limit):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in visited[:-1]:
            break
        if focused in visited:
            # A control of several parts, as a slider with two handles, takes Tab more than once.
            continue
        visited.append(focused)
        now = window.grab().toImage()
        if not _differs(before, now, _place(window, focused)):
            unmarked.append(describe(focused))
        before = now
    return visited, unmarked


def _place(window: QWidget, widget: QWidget) -> QRect:
    left_top = widget.mapTo(window, widget.rect().topLeft())
    return QRect(left_top, widget.size()).adjusted(-MARK, -MARK, MARK, MARK)


def _differs(one: QImage, other: QImage, place: QRect) -> bool:
    return one.copy(place) != other.copy(place)


def unreached(window: QWidget, visited: list[QWidget]) -> list[str]:
    """Controls to which Tab did not come."""
    return [describe(widget) for widget in controls(window) if widget not in visited]


# -- letters ----------------------------------------------------------------------------------------


def letters_not_in_order(root: QWidget) -> list[str]:
    """Entries of menus, and buttons of dialogs, that no letter reaches, or one that reaches others too."""
    found = []
    for menu in root.findChildren(QMenu):
        texts = [action.text() for action in menu.actions() if action.text()]
        says_only = len(texts) == 1 and not menu.actions()[0].isEnabled()
        found += [*_sharing(texts), *(text for text in texts if not letter_of(text) and not says_only)]
    for dialog in [each for each in (root, *root.findChildren(QDialog)) if isinstance(each, QDialog)]:
        found += _sharing([button.text() for button in dialog.findChildren(QAbstractButton)])
        buttons = dialog.findChildren(QPushButton)
        found += [each.text() for each in buttons if each.text() and not letter_of(each.text())]
    return found


def _sharing(texts: list[str]) -> list[str]:
    letters = Counter(letter_of(text) for text in texts)
    return [text for text in texts if letter_of(text) and letters[letter_of(text)] > 1]
