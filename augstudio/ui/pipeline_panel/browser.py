"""A popup with a search field above a list of pictures with words: what steps and presets are chosen from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from augstudio.core.near_words import is_near
from augstudio.ui import icons
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.pipeline_panel.browser_rows import ENTRY_ROLE, MORE_WIDTH, THUMBNAIL_ROLE, RowDelegate
from augstudio.ui.theme import GRID

_Index = QModelIndex | QPersistentModelIndex
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Entry:
    """One row.

    Attributes:
        name: Names it among the others.
        value: What is chosen with it.
        group: Heading under which it stands.
        title: Its name for people.
        text: One line about it.
        badge: A few characters at the right.
        problem: Why it cannot be chosen, or empty.
        editable: Whether it has a menu of its own.
        also: Names under which it is known elsewhere.
    """

    name: str
    value: Any
    group: str
    title: str
    text: str = ""
    badge: str = ""
    problem: str = ""
    editable: bool = False
    also: tuple[str, ...] = ()

    def rank(self, words: Sequence[str]) -> int | None:
        """How well words in lower case fit, 0 the best; None if they do not.

        Every word must occur in name, title or text, or all together begin a name that it has elsewhere.
        """
        title, searched = self.title.casefold(), f"{self.name} {self.title} {self.text}".casefold()
        if all(word in searched for word in words):
            return 0 if title.startswith(" ".join(words)) else 1
        joined = "".join(words)
        names = (name.casefold().replace(" ", "") for name in self.also)
        return 2 if any(joined == name or _bare(name).startswith(_bare(joined)) for name in names) else None

    def is_named(self, words: Sequence[str]) -> bool:
        """Whether words in lower case occur in a name of it, and not only in the line about it."""
        return self.rank(words) is not None and all(
            any(word in name.casefold() for name in (self.name, self.title, *self.also)) for word in words
        )

    def is_near(self, words: Sequence[str]) -> bool:
        """Whether words in lower case fit but for slips of the fingers, by title and other names alone."""
        known = [*self.title.casefold().split(), *map(str.casefold, self.also)]
        return bool(words) and all(any(is_near(word, name) for name in known) for word in words)


def _bare(name: str) -> str:
    """A name in lower case without the "random" that some libraries put before all of theirs."""
    return name.removeprefix("random") or name


class EntryList(QListView):
    """The rows; those under the cursor become the current one.

    Signals:
        picked: A row was clicked: its index.
        menu_requested: The menu of a row was asked for: its index and the place on the screen.
        left: The cursor has left the list.
        key_pressed: A key for the search field.
    """

    picked = Signal(QModelIndex)
    menu_requested = Signal(QModelIndex, QPoint)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(RowDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not by the signal "entered": that comes also where keys scroll the list below a resting mouse.
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        entry = index.data(ENTRY_ROLE)
        if entry is None:
            return
        right = event.button() == Qt.MouseButton.RightButton
        if entry.editable and (right or event.position().x() >= self.viewport().width() - MORE_WIDTH):
            self.menu_requested.emit(index, event.globalPosition().toPoint())
        elif not right:
            self.picked.emit(index)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


class Browser(QFrame):
    """Type to filter, arrows or the mouse to go, Enter or a click to choose, Escape to close.

    Signals:
        chosen: The value of an entry; the popup is closed.
        current_changed: The :class:`Entry` that would be chosen, or None.
        menu_requested: An editable entry and the place on the screen for its menu.
        closed: It was closed.
    """

    chosen = Signal(object)
    current_changed = Signal(object)
    menu_requested = Signal(object, QPoint)
    closed = Signal()

    def __init__(self, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("Browser")
        self.starts_empty = False
        self._entries: tuple[Entry, ...] = ()
        self._pictures: dict[str, QPixmap] = {}
        self._model = QStandardItemModel(self)
        self.search = QLineEdit()
        FileDrops(self.search)
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(placeholder)
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = EntryList()
        self.list.setModel(self._model)
        self.list.setAccessibleName(placeholder)
        self._nothing = QLabel(QCoreApplication.translate("Browser", "Nothing matches."))
        self._nothing.setObjectName("Muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.search)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._nothing, 1)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_search_text_changed)
        self.list.picked.connect(self._choose)
        self.list.menu_requested.connect(
            lambda index, place: self.menu_requested.emit(self._entry(index), place)
        )
        self.list.left.connect(self._on_list_left)
        self.list.selectionModel().currentChanged.connect(
            lambda index, _: self.current_changed.emit(self._entry(index))
        )

    # -- showing ------------------------------------------------------------------------------------

    def open_at(self, button: QWidget, entries: Iterable[Entry]) -> None:
        """Show these entries below a button, within its window and screen."""
        self._pictures.clear()
        self.search.clear()
        self.set_entries(entries)
        window = button.window()
        place = button.mapToGlobal(QPoint(0, button.height() + GRID // 2))
        corner = window.mapToGlobal(QPoint(window.width(), window.height()))
        bottom = min(corner.y(), button.screen().availableGeometry().bottom())
        height = max(30 * GRID, min(90 * GRID, bottom - place.y() - GRID))
        width = min(54 * GRID, max(40 * GRID, corner.x() - place.x()))
        # Right-aligned with the window, so that the pictures stay in sight.
        place.setX(max(button.screen().availableGeometry().left(), corner.x() - width))
        self.setGeometry(place.x(), place.y(), width, height)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """List other entries; the search goes on."""
        self._entries = tuple(entries)
        self._fill()

    def set_picture(self, name: str, picture: QPixmap) -> None:
        """Show the picture of an entry."""
        self._pictures[name] = picture
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            entry = item.data(ENTRY_ROLE)
            if entry is not None and entry.name == name:
                item.setData(picture, THUMBNAIL_ROLE)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries that match the search, in their order."""
        found = (self._model.item(row).data(ENTRY_ROLE) for row in range(self._model.rowCount()))
        return tuple(entry for entry in found if entry is not None)

    @property
    def current(self) -> Entry | None:
        """The entry that Enter would choose."""
        return self._entry(self.list.currentIndex())

    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        self._model.clear()
        group, best = "", (3, 0)
        ranks = [entry.rank(words) for entry in self._entries]
        if not any(entry.is_named(words) for entry in self._entries):
            near = (entry.is_near(words) for entry in self._entries)
            ranks = [0 if close else rank for close, rank in zip(near, ranks, strict=True)]
        for entry, rank in zip(self._entries, ranks, strict=True):
            if rank is None:
                continue
            if entry.group != group:
                group = entry.group
                self._model.appendRow(_heading(group))
            best = min(best, (rank, self._model.rowCount()))
            self._model.appendRow(_row(entry, self._pictures.get(entry.name)))
        found = self._model.rowCount() > 0
        self.list.setVisible(found)
        self._nothing.setVisible(not found)
        if words and found:
            self.list.setCurrentIndex(self._model.index(best[1], 0))
        elif not self.starts_empty:
            self._go(Qt.Key.Key_Down)

    def _entry(self, index: _Index) -> Entry | None:
        entry = index.data(ENTRY_ROLE) if index.isValid() else None
        return entry if isinstance(entry, Entry) else None

    # -- choosing -----------------------------------------------------------------------------------

    def _choose(self, index: _Index) -> None:
        entry = self._entry(index)
        if entry is not None and not entry.problem:
            self.chosen.emit(entry.value)
            self.close()

    def _go(self, key: Qt.Key) -> None:
        """Move the current row over headings."""
        rows = [row for row in range(self._model.rowCount()) if self._entry(self._model.index(row, 0))]
        if not rows:
            return
        current = self.list.currentIndex()
        if not current.isValid():
            place = 0 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else len(rows) - 1
        else:
            page = max(1, self.list.viewport().height() // self.list.visualRect(current).height())
            step = page if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) else 1
            down = key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
            place = rows.index(current.row()) + (step if down else -step)
            place = max(0, min(len(rows) - 1, place))
        self.list.setCurrentIndex(self._model.index(rows[place], 0))
        if place == 0:
            self.list.scrollToTop()

    def _on_search_text_changed(self) -> None:
        self._fill()

    def _on_list_left(self) -> None:
        if self.starts_empty:
            self.list.setCurrentIndex(QModelIndex())

    # -- Qt -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.take_key(event)
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key pressed in the search field was for the list."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._go(key)
        elif key in _ENTER:
            self._choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _row(entry: Entry, picture: QPixmap | None) -> QStandardItem:
    item = QStandardItem(entry.title)
    item.setData(entry, ENTRY_ROLE)
    item.setData(picture, THUMBNAIL_ROLE)
    item.setToolTip(entry.problem)
    item.setData(f"{entry.title}. {entry.problem or entry.text}", Qt.ItemDataRole.AccessibleTextRole)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
