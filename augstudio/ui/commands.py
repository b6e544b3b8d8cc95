"""Everything that can be done, from the actions themselves: for the command palette and the sheet of keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from augstudio.ui.mnemonics import plain

_BETWEEN = " › "


@dataclass(frozen=True)
class Command:
    """One thing that can be done.

    Attributes:
        action: What runs it.
        path: Titles of the menus that lead to it, the outermost first.
    """

    action: QAction
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its name."""
        return plain(self.action.text())

    @property
    def full_text(self) -> str:
        """Its name behind those of the menus that lead to it."""
        return _BETWEEN.join((*self.path, self.text))

    @property
    def keys(self) -> tuple[str, ...]:
        """Its shortcuts as the platform writes them."""
        form = QKeySequence.SequenceFormat.NativeText
        return tuple(keys.toString(form) for keys in self.action.shortcuts() if not keys.isEmpty())


def key_text(keys: str) -> str:
    """Keys as the platform and the language write them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def commands(bar: QMenuBar, others: Iterable[tuple[str, Iterable[QAction]]] = ()) -> list[Command]:
    """Every action once: those of the menus, which are filled for it, then others under their own titles."""
    found: dict[QAction, Command] = {}
    for top in bar.actions():
        menu = _menu_of(top)
        for command in _in_menu(menu, (plain(top.text()),)) if menu else ():
            found.setdefault(command.action, command)
    for title, actions in others:
        for action in actions:
            if action.text() and action.isVisible():
                found.setdefault(action, Command(action, (title,)))
    return list(found.values())


def _in_menu(menu: QMenu, path: tuple[str, ...]) -> Iterator[Command]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = _menu_of(action)
        if action.isSeparator() or not action.isVisible() or not action.text():
            continue
        if inner is not None:
            yield from _in_menu(inner, (*path, plain(action.text())))
        else:
            yield Command(action, path)


def _menu_of(action: QAction) -> QMenu | None:
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None
