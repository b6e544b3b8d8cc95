"""All keys on one page, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from augstudio.ui.commands import Command
from augstudio.ui.mnemonics import marked
from augstudio.ui.theme import GRID

COLUMNS = 2

_Sections = list[tuple[str, list[tuple[str, tuple[str, ...]]]]]


class ShortcutSheet(QDialog):
    """Shows every action that has keys, under the titles of the menus; blocks nothing."""

    def __init__(self, collect: Callable[[], list[Command]], parent: QWidget) -> None:
        super().__init__(parent)
        self._collect = collect
        self._shown: _Sections = []
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setObjectName("Framed")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox()
        self.close_button = buttons.addButton(
            marked(self.tr("Close"), "C"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self._area, 1)
        column.addWidget(buttons)

    def open(self) -> None:
        """Appear with the keys as they are now."""
        page = self._show(_sections(self._collect()))
        wanted = page.sizeHint().grownBy(self.contentsMargins())
        around = self.parentWidget()
        height = min(wanted.height() + 10 * GRID, around.height() - 4 * GRID if around else 90 * GRID)
        self.resize(wanted.width() + 6 * GRID, height)
        self.show()
        self.raise_()
        self.activateWindow()
        self.close_button.setFocus()

    def _show(self, sections: _Sections) -> QWidget:
        """The page of these keys: the one that is there, if it lists them already."""
        before = self._area.widget()
        if before is not None and sections == self._shown:
            return before
        self._shown = sections
        page = _page(sections)
        # The page that is there may be handling an event: it goes when that is over.
        before = self._area.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self._area.setWidget(page)
        return page

    def rows(self) -> list[tuple[str, tuple[str, ...]]]:
        """What the sheet lists: names and keys."""
        return [row for _, rows in _sections(self._collect()) for row in rows]


def _sections(found: list[Command]) -> _Sections:
    """Rows of name and keys under the title of their outermost menu."""
    sections: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for command in found:
        if command.keys:
            name = " › ".join((*command.path[1:], command.text.removesuffix("…")))
            sections.setdefault(command.path[0], []).append((name, command.keys))
    return list(sections.items())


def _page(sections: _Sections) -> QWidget:
    """The sections in columns of about the same length."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
    row.setSpacing(5 * GRID)
    columns = [QVBoxLayout() for _ in range(COLUMNS)]
    lengths = [0] * COLUMNS
    for column in columns:
        row.addLayout(column, 1)
        column.setSpacing(2 * GRID)
    for title, rows in sections:
        shortest = lengths.index(min(lengths))
        _add_section(columns[shortest], title, rows)
        lengths[shortest] += len(rows) + 2
    for column in columns:
        column.addStretch()
    return page


def _add_section(column: QVBoxLayout, title: str, rows: list[tuple[str, tuple[str, ...]]]) -> None:
    grid = QGridLayout()
    column.addLayout(grid)
    grid.setHorizontalSpacing(3 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    grid.setColumnStretch(0, 1)
    head = QLabel(title)
    head.setObjectName("Title")
    grid.addWidget(head, 0, 0, 1, 2)
    for place, (name, keys) in enumerate(rows, start=1):
        grid.addWidget(QLabel(name), place, 0)
        line = QHBoxLayout()
        grid.addLayout(line, place, 1)
        line.setSpacing(GRID // 2)
        line.addStretch()
        for shown in keys:
            key = QLabel(shown)
            key.setObjectName("Key")
            line.addWidget(key)
