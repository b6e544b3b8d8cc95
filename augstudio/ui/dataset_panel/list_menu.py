"""How the list looks, and what can be done with the pictures selected in it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton

from augstudio.datasets.base import Sample
from augstudio.processes import start_program
from augstudio.ui import icons
from augstudio.ui.dataset_panel.delegate import SIZES, SampleDelegate
from augstudio.ui.dataset_panel.model import SampleModel
from augstudio.ui.dataset_panel.relisting import ORDERS, STEP
from augstudio.ui.dataset_panel.view import SampleView
from augstudio.ui.mnemonics import mark_action
from augstudio.ui.slices import Slices


@dataclass(frozen=True)
class ListLook:
    """How the list looks.

    Attributes:
        size: One of :data:`~augstudio.ui.dataset_panel.delegate.SIZES`.
        order: One of :data:`~augstudio.ui.dataset_panel.model.ORDERS`.
        suffixes: Whether names are shown with what they end in, all of them or none.
    """

    size: str = "small"
    order: str = "listed"
    suffixes: bool = True

    def as_text(self) -> str:
        """The look as it is kept."""
        return f"{self.size} {self.order} {'with' if self.suffixes else 'without'}"

    @classmethod
    def from_text(cls, text: str) -> ListLook:
        """Read what was kept; what is damaged takes its default."""
        words = text.split(" ")
        known = len(words) == 3 and words[0] in SIZES and words[1] in ORDERS
        return cls(words[0], words[1], words[2] != "without") if known else cls()


class ListMenu(QObject):
    """The menu of the list, by a button above it and at each picture.

    Signals:
        look_changed: The list looks otherwise: its :class:`ListLook`.
        export_requested: What is selected shall be exported.
    """

    look_changed = Signal(object)
    export_requested = Signal()

    def __init__(
        self,
        view: SampleView,
        model: SampleModel,
        delegate: SampleDelegate,
        file_of: Callable[[Sample], Path],
    ) -> None:
        """Make the menu of a list.

        Args:
            view: The list.
            model: What it lists.
            delegate: What paints it.
            file_of: Where the file of a sample is.
        """
        super().__init__(view)
        self._view, self._model, self._delegate = view, model, delegate
        self._file_of = file_of
        self._copying = Slices(self)
        self.look = ListLook()
        self.menu = QMenu(view)
        self.show_file = QAction(icons.icon("folder"), self.tr("Show in file &manager"), self)
        self.copy_path = QAction(icons.icon("duplicate"), self.tr("&Copy path"), self)
        self.export_selected = QAction(icons.icon("export"), self.tr("&Export selected…"), self)
        self.suffixes = QAction(self.tr("Show file e&xtensions"), self)
        self.suffixes.setCheckable(True)
        self.sizes = self._group(
            {"small": self.tr("Small"), "medium": self.tr("Medium"), "large": self.tr("Large")}, "size"
        )
        self.orders = self._group(
            {
                "listed": self.tr("As in the dataset"),
                "name": self.tr("By name"),
                "class": self.tr("By class"),
            },
            "order",
        )
        self.button = QToolButton()
        self._build()
        self.show_look(self.look)

    def _group(self, titles: dict[str, str], field: str) -> dict[str, QAction]:
        group, made = QActionGroup(self), {}
        for name, title in titles.items():
            made[name] = action = group.addAction(title)
            action.setCheckable(True)
            action.triggered.connect(self._changing(field, name))
        return made

    @staticmethod
    def _marked(entries: dict[str, QAction], letters: str) -> list[QAction]:
        return [mark_action(action, key) for action, key in zip(entries.values(), letters, strict=True)]

    def _changing(self, field: str, value: object) -> Callable[[], None]:
        """What changes one thing about the look."""
        changed: dict[str, Any] = {field: value}
        return lambda: self._choose(replace(self.look, **changed))

    def _build(self) -> None:
        self.menu.addActions([self.show_file, self.copy_path, self.export_selected])
        self.menu.addSeparator()
        self.menu.addMenu(self.tr("&Size of pictures")).addActions(self._marked(self.sizes, "SML"))
        self.menu.addMenu(self.tr("S&ort")).addActions(self._marked(self.orders, "DNC"))
        self.menu.addAction(self.suffixes)
        self.menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.button.setAutoRaise(True)
        self.button.setIcon(icons.icon("more"))
        self.button.setToolTip(self.tr("List appearance"))
        self.button.setAccessibleName(self.button.toolTip())
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._on_view_menu_requested)
        self.show_file.triggered.connect(self._on_show_file_triggered)
        self.copy_path.triggered.connect(self._on_copy_path_triggered)
        self.export_selected.triggered.connect(self.export_requested)
        self.suffixes.toggled.connect(lambda on: self._choose(replace(self.look, suffixes=on)))

    # -- look ---------------------------------------------------------------------------------------

    def show_look(self, look: ListLook) -> None:
        """Let the list look so, without telling anyone."""
        self.look = look
        self.sizes[look.size].setChecked(True)
        self.orders[look.order].setChecked(True)
        self.suffixes.setChecked(look.suffixes)
        self._delegate.show_as(look.size, suffixes=look.suffixes)
        self._model.set_order(look.order)
        self._view.verticalScrollBar().setSingleStep(self._delegate.cell.height() // 2)
        self._view.doItemsLayout()
        if self._view.currentIndex().isValid():
            self._view.scrollTo(self._view.currentIndex())

    def _choose(self, look: ListLook) -> None:
        if look != self.look:
            self.show_look(look)
            self.look_changed.emit(look)

    # -- pictures -----------------------------------------------------------------------------------

    def _selected(self) -> list[Sample]:
        """What is selected, in the list's order."""
        return self._model.shown(self._view.selected_rows())

    def _on_menu_about_to_show(self) -> None:
        some = bool(self._view.selectionModel().hasSelection())
        for action in (self.show_file, self.copy_path, self.export_selected):
            action.setEnabled(some)

    def _on_view_menu_requested(self, place: QPoint) -> None:
        self.menu.popup(self._view.viewport().mapToGlobal(place))

    def _on_show_file_triggered(self) -> None:
        for sample in self._selected()[:1]:
            show_in_file_manager(self._file_of(sample))

    def _on_copy_path_triggered(self) -> None:
        self._copying.start(_lines(self._selected(), self._file_of), QGuiApplication.clipboard().setText)


def _lines(samples: Sequence[Sample], file_of: Callable[[Sample], Path]) -> Generator[None, None, str]:
    """The files of samples, one a line; yields between steps."""
    lines: list[str] = []
    for first in range(0, len(samples), STEP):
        if first:
            yield
        lines += [str(file_of(sample)) for sample in samples[first : first + STEP]]
    return "\n".join(lines)


_SELECTING: Final = {"win32": ("explorer", "/select,"), "darwin": ("open", "-R")}


def show_in_file_manager(path: Path) -> None:
    """Show a file in its folder; selected there where the system's own program can do so."""
    program = _SELECTING.get(sys.platform)
    if program is None or not start_program([*program, str(path)]):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
