"""Limits a step to pictures of some classes, or keeps it from some."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from augstudio.core.step import Step
from augstudio.core.text import printable, shortened
from augstudio.ui import icons
from augstudio.ui.file_drops import FileDrops
from augstudio.ui.theme import GRID

_LONGEST_NAME: Final = 60
_LINE_STYLE: Final = f"""
QPushButton {{ text-align: left; border: none; background: transparent; padding: 0 0 0 {2 * GRID}px; }}
QPushButton:hover, QPushButton:focus {{ text-decoration: underline; }}
"""
_ONLY, _NOT = "classes", "not_classes"


def limit_text(step: Step, known: Collection[str] | None = None) -> str:
    """For which pictures a step is, in one line; empty where it is for all.

    Args:
        step: The step.
        known: The dataset's classes, in NFC; others are marked. None marks none.
    """
    translate = QCoreApplication.translate
    parts = []
    if step.classes:
        parts.append(translate("ClassLimit", "Only for {0}").format(_joined(step.classes, known)))
    if step.not_classes:
        parts.append(translate("ClassLimit", "Not for {0}").format(_joined(step.not_classes, known)))
    return translate("ClassLimit", "; ").join(parts)


def _joined(names: Iterable[str], known: Collection[str] | None) -> str:
    translate = QCoreApplication.translate
    strange = translate("ClassLimit", "{0} (not in this dataset)")
    shown = (
        printable(name) if known is None or name in known else strange.format(printable(name))
        for name in names
    )
    return translate("ClassLimit", ", ").join(shown)


class ClassLimitLine(QPushButton):
    """Says in one line for which pictures a step is; hidden where it is for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFlat(True)
        self.setIcon(icons.icon("labels"))
        self.setStyleSheet(_LINE_STYLE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_limit(self, step: Step, title: str, known: Collection[str] | None) -> None:
        """Show for which pictures a step is; for the classes that are known see :func:`limit_text`."""
        self._text = limit_text(step, known)
        self.setToolTip(self._text)
        self.setAccessibleName(f"{title}: {self._text}")
        self.setVisible(bool(self._text))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics, room = QFontMetrics(self.font()), max(0, self.width() - 6 * GRID)
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class ClassLimitPopup(QFrame):
    """The classes of the dataset, those to which a step is limited ticked.

    Signals:
        edited: The classes that it is for alone, and those that it is not for.
    """

    edited = Signal(tuple, tuple)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("Browser")
        self._step: Step | None = None
        self._offered: tuple[str, ...] = ()
        self._title = QLabel()
        self._title.setObjectName("Title")
        self.mode = QComboBox()
        self.search = QLineEdit()
        FileDrops(self.search)
        self.list = QListWidget()
        self.all_button = QPushButton(self.tr("For &all pictures"))
        self._build()
        self.mode.activated.connect(self._on_mode_activated)
        self.search.textChanged.connect(self._show_matching)
        self.list.itemChanged.connect(self._on_list_item_changed)
        self.all_button.clicked.connect(lambda: self.edited.emit((), ()))

    def _build(self) -> None:
        self.mode.addItem(self.tr("Only for pictures with"), _ONLY)
        self.mode.addItem(self.tr("Not for pictures with"), _NOT)
        self.mode.setAccessibleName(self.tr("Which pictures"))
        self.search.setPlaceholderText(self.tr("Search classes"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setAccessibleName(self.tr("Classes"))
        rule = QLabel(
            self.tr(
                "One object of a class is enough. With no class ticked, the step applies to all pictures."
            )
        )
        rule.setObjectName("Muted")
        rule.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self.mode)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(rule)
        row = QHBoxLayout()
        column.addLayout(row)
        row.addStretch()
        row.addWidget(self.all_button)

    def open_below(self, anchor: QWidget, step: Step, title: str, offered: Iterable[str]) -> None:
        """Show the classes below something, right-aligned with it.

        Args:
            anchor: What was clicked.
            step: The step to limit.
            title: Its name for people.
            offered: The dataset's classes.
        """
        self._title.setText(title)
        self.setAccessibleName(title)
        self._offered = tuple(dict.fromkeys(normalize("NFC", name) for name in offered))
        self._step = step
        self.mode.setCurrentIndex(self.mode.findData(_NOT if step.not_classes else _ONLY))
        self.search.clear()
        self._fill()
        place = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + GRID // 2))
        size = 34 * GRID, 44 * GRID
        bottom = anchor.screen().availableGeometry().bottom()
        self.setGeometry(place.x() - size[0], min(place.y(), bottom - size[1]), *size)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_step(self, step: Step) -> None:
        """Show the step as it is now, without telling anyone."""
        self._step = step
        if self.isVisible():
            self._tick()

    # -- classes ------------------------------------------------------------------------------------

    @property
    def _field(self) -> str:
        return str(self.mode.currentData())

    @property
    def _chosen(self) -> tuple[str, ...]:
        chosen: tuple[str, ...] = () if self._step is None else getattr(self._step, self._field)
        return chosen

    def _fill(self) -> None:
        """List the dataset's classes, and those that the step names though the dataset has them not."""
        named = () if self._step is None else (*self._step.classes, *self._step.not_classes)
        with QSignalBlocker(self.list):
            self.list.clear()
            for name in dict.fromkeys((*self._offered, *named)):
                item = QListWidgetItem(printable(shortened(name, _LONGEST_NAME)))
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                if name not in self._offered:
                    item.setText(self.tr("{0} (not in this dataset)").format(item.text()))
                self.list.addItem(item)
            if not self.list.count():
                item = QListWidgetItem(self.tr("The dataset has no classes."))
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(item)
        self._tick()

    def _tick(self) -> None:
        with QSignalBlocker(self.list):
            for item in map(self.list.item, range(self.list.count())):
                name = item.data(Qt.ItemDataRole.UserRole)
                if name is not None:
                    ticked = name in self._chosen
                    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.all_button.setEnabled(
            self._step is not None and bool(self._step.classes or self._step.not_classes)
        )

    def _show_matching(self, text: str) -> None:
        wanted = text.casefold()
        for item in map(self.list.item, range(self.list.count())):
            item.setHidden(wanted not in str(item.data(Qt.ItemDataRole.UserRole)).casefold())

    # -- edits --------------------------------------------------------------------------------------

    def _on_mode_activated(self, _index: int) -> None:
        """What is ticked is meant the other way round."""
        step = self._step
        other = "" if step is None else getattr(step, _NOT if self._field == _ONLY else _ONLY)
        if other and not self._chosen:
            self.edited.emit(*((other, ()) if self._field == _ONLY else ((), other)))
        else:
            self._tick()

    def _on_list_item_changed(self, item: QListWidgetItem) -> None:
        step, name = self._step, item.data(Qt.ItemDataRole.UserRole)
        if step is None or name is None:
            return
        ticked = item.checkState() is Qt.CheckState.Checked
        rest = tuple(each for each in self._chosen if each != name)
        chosen = (*rest, name) if ticked else rest
        only, but = (chosen, step.not_classes) if self._field == _ONLY else (step.classes, chosen)
        self.edited.emit(only, but)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
