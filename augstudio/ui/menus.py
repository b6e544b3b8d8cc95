"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

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


class _RecentEntries(QObject):
    """Fills a menu with paths each time that it is shown."""

    def __init__(
        self, menu: QMenu, paths: Callable[[], list[str]], choose: Callable[[str], object], nothing: str
    ) -> None:
        super().__init__(menu)
        self._menu, self._paths, self._choose, self._nothing = menu, paths, choose, nothing
        self._listed: tuple[str, ...] | None = None
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        paths = tuple(self._paths())
        if paths == self._listed:
            return  # what lists these actions, such as the command palette, goes on with them
        self._listed = paths
        self._menu.clear()
        for path in paths:
            chosen = self._menu.addAction(path).triggered
            chosen.connect(lambda _=False, path=path: self._choose(path))
        if self._menu.isEmpty():
            self._menu.addAction(self._nothing).setEnabled(False)


class Menus(QObject):
    """Fills a menu bar with the window's actions.

    Signals:
        recent_chosen: A folder of the recent datasets.
        recent_pipeline_chosen: A file of the recent pipelines.
    """

    recent_chosen = Signal(str)
    recent_pipeline_chosen = Signal(str)

    def __init__(self, bar: QMenuBar, actions: Actions, session: Session, state: State) -> None:
        super().__init__(bar)
        self._bar = bar
        self._actions = actions
        self._state = state
        self._add_file_menu()
        self._add_edit_menu(session)
        self._add_view_menu()
        self._add_pipeline_menu()
        bar.addMenu(self.tr("Help")).addActions([actions.command_palette, actions.shortcuts, actions.about])

    def _add_file_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(self.tr("File"))
        menu.addActions([actions.open_folder, actions.open_file, actions.open_sample, actions.open_export])
        menu.addActions([actions.reload, actions.cancel_opening, actions.layout])
        self.formats = menu.addMenu(self.tr("Format of the dataset"))
        self.formats.addActions(list(actions.formats.values()))
        self.recent = menu.addMenu(self.tr("Recent datasets"))
        _RecentEntries(self.recent, lambda: self._state.recent, self.recent_chosen.emit, self.tr("None yet"))
        menu.addSeparator()
        menu.addAction(actions.open_pipeline)
        self.recent_pipelines = menu.addMenu(self.tr("Recent pipelines"))
        _RecentEntries(
            self.recent_pipelines,
            lambda: self._state.recent_pipelines,
            self.recent_pipeline_chosen.emit,
            self.tr("None yet"),
        )
        menu.addActions([actions.save_pipeline, actions.save_pipeline_as])
        menu.addSeparator()
        menu.addActions([actions.export, actions.save_comparison])
        menu.addSeparator()
        menu.addAction(actions.quit)

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
