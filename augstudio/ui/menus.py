"""The menu bar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from augstudio.ui.actions import Actions
from augstudio.ui.pipeline_panel.add_menu import AddStepMenu
from augstudio.ui.session import Session

if TYPE_CHECKING:
    from augstudio.ui.main_window import MainWindow


def build_menus(window: MainWindow, actions: Actions, session: Session) -> QMenu:
    """Fill the window's menu bar; gives the menu of recent datasets."""
    recent = _file_menu(window, actions)
    edit = window.menuBar().addMenu(_tr("Edit"))
    undo = session.undo_stack.createUndoAction(window, _tr("Undo"))
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    redo = session.undo_stack.createRedoAction(window, _tr("Redo"))
    redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    edit.addActions([undo, redo])
    _view_menu(window, actions)
    _pipeline_menu(window, actions)
    window.menuBar().addMenu(_tr("Help")).addAction(actions.about)
    return recent


def _file_menu(window: MainWindow, actions: Actions) -> QMenu:
    menu = window.menuBar().addMenu(_tr("File"))
    menu.addActions([actions.open_folder, actions.open_sample])
    recent = menu.addMenu(_tr("Recent datasets"))
    recent.aboutToShow.connect(lambda: _fill_recent(recent, window))
    menu.addSeparator()
    menu.addActions([actions.open_pipeline, actions.save_pipeline, actions.save_pipeline_as])
    menu.addSeparator()
    menu.addAction(actions.export)
    menu.addSeparator()
    menu.addAction(actions.quit)
    return recent


def _fill_recent(menu: QMenu, window: MainWindow) -> None:
    menu.clear()
    for folder in window.state.recent:
        menu.addAction(folder).triggered.connect(
            lambda _=False, folder=folder: window.open_dataset(Path(folder))
        )
    if menu.isEmpty():
        menu.addAction(_tr("None yet")).setEnabled(False)


def _view_menu(window: MainWindow, actions: Actions) -> None:
    menu = window.menuBar().addMenu(_tr("View"))
    menu.addActions(list(actions.modes.values()))
    menu.addSeparator()
    menu.addActions([actions.fit, actions.full_size, actions.zoom_in, actions.zoom_out])
    menu.addSeparator()
    menu.addActions([actions.next_image, actions.previous_image])
    menu.addSeparator()
    menu.addMenu(_tr("Theme")).addActions(list(actions.themes.values()))


def _pipeline_menu(window: MainWindow, actions: Actions) -> None:
    menu = window.menuBar().addMenu(_tr("Pipeline"))
    adding = AddStepMenu(menu)
    adding.setTitle(_tr("Add step"))
    adding.chosen.connect(window.pipeline_panel.add_step)
    menu.addMenu(adding)
    menu.addActions([actions.default_pipeline, actions.clear_pipeline])
    menu.addSeparator()
    menu.addActions([actions.next_copy, actions.previous_copy, actions.shuffle])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
