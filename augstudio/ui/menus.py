"""The menu bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from augstudio.ui.actions import Actions
from augstudio.ui.session import Session
from augstudio.ui.state import State


class _EditAction(QAction):
    """Undo or redo, named after the edit that it is about; nothing can be undone at first.

    Unlike the actions that Qt makes for this, it lets a translation say how the words go together.
    """

    def __init__(self, parent: QObject, plain: str, named: str) -> None:
        super().__init__(plain, parent)
        self._plain, self._named = plain, named
        self.setEnabled(False)

    @Slot(str)
    def name_edit(self, edit: str) -> None:
        """Say which edit it is; an empty text stands for none."""
        self.setText(self._named.format(edit) if edit else self._plain)


class Menus(QObject):
    """Fills a menu bar with the window's actions.

    Signals:
        recent_chosen: A folder of the recent datasets.
    """

    recent_chosen = Signal(str)

    def __init__(self, bar: QMenuBar, actions: Actions, session: Session, state: State) -> None:
        super().__init__(bar)
        self._bar = bar
        self._actions = actions
        self._state = state
        self._listed: tuple[str, ...] | None = None
        self._add_file_menu()
        self._add_edit_menu(session)
        self._add_view_menu()
        self._add_pipeline_menu()
        bar.addMenu(self.tr("Help")).addActions([actions.command_palette, actions.shortcuts, actions.about])

    def _add_file_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(self.tr("File"))
        menu.addActions([actions.open_folder, actions.open_file, actions.open_sample, actions.open_export])
        menu.addActions([actions.cancel_opening, actions.layout])
        self.formats = menu.addMenu(self.tr("Format of the dataset"))
        self.formats.addActions(list(actions.formats.values()))
        self.recent = menu.addMenu(self.tr("Recent datasets"))
        self.recent.aboutToShow.connect(self._fill_recent)
        menu.addSeparator()
        menu.addActions([actions.open_pipeline, actions.save_pipeline, actions.save_pipeline_as])
        menu.addSeparator()
        menu.addActions([actions.export, actions.save_comparison])
        menu.addSeparator()
        menu.addAction(actions.quit)

    def _fill_recent(self) -> None:
        folders = tuple(self._state.recent)
        if folders == self._listed:
            return  # what lists these actions, such as the command palette, goes on with them
        self._listed = folders
        self.recent.clear()
        for folder in folders:
            chosen = self.recent.addAction(folder).triggered
            chosen.connect(lambda _=False, folder=folder: self.recent_chosen.emit(folder))
        if self.recent.isEmpty():
            self.recent.addAction(self.tr("None yet")).setEnabled(False)

    def _add_edit_menu(self, session: Session) -> None:
        menu = self._bar.addMenu(self.tr("Edit"))
        stack = session.undo_stack
        undo = _EditAction(menu, self.tr("Undo"), self.tr("Undo: {0}"))
        undo.triggered.connect(stack.undo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.undoTextChanged.connect(undo.name_edit)
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        redo = _EditAction(menu, self.tr("Redo"), self.tr("Redo: {0}"))
        redo.triggered.connect(stack.redo)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.redoTextChanged.connect(redo.name_edit)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addActions([undo, redo, self._actions.history])
        menu.addSeparator()
        menu.addAction(self._actions.copy_comparison)

    def _add_view_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(self.tr("View"))
        menu.addActions(list(actions.views.values()))
        menu.addSeparator()
        menu.addActions([actions.fit, actions.full_size, actions.zoom_in, actions.zoom_out])
        menu.addSeparator()
        menu.addActions([actions.next_image, actions.previous_image])
        menu.addSeparator()
        menu.addActions([actions.keep_snapshot, actions.open_snapshot])
        menu.addActions([actions.labels, actions.hatch, actions.inspector, actions.histogram])
        menu.addSeparator()
        menu.addMenu(self.tr("Theme")).addActions(list(actions.themes.values()))
        menu.addMenu(self.tr("Language")).addActions(list(actions.languages.values()))

    def _add_pipeline_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(self.tr("Pipeline"))
        menu.addActions([actions.add_step, actions.presets])
        menu.addSeparator()
        menu.addActions([actions.default_pipeline, actions.clear_pipeline])
        menu.addSeparator()
        menu.addActions([actions.collapse_steps, actions.expand_steps])
        menu.addSeparator()
        menu.addActions([actions.next_copy, actions.previous_copy, actions.shuffle])
