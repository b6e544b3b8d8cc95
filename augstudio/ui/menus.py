"""The menu bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from augstudio.ui.actions import Actions
from augstudio.ui.mnemonics import mark_action, mark_menu, marked, numbered
from augstudio.ui.session import Session
from augstudio.ui.state import State


class _EditAction(QAction):
    """Undo or redo, named after the edit that it is about; nothing can be undone at first.

    Unlike the actions that Qt makes for this, it lets a translation say how the words go together.
    """

    def __init__(self, parent: QObject, unnamed: str, named: str, letter: str) -> None:
        super().__init__(parent)
        self._unnamed, self._named, self._letter = unnamed, named, letter
        self.name_edit("")
        self.setEnabled(False)

    @Slot(str)
    def name_edit(self, edit: str) -> None:
        """Say which edit it is; an empty text stands for none."""
        self.setText(marked(self._named.format(edit) if edit else self._unnamed, self._letter))


class _RecentEntries(QObject):
    """Fills a menu with paths each time that it is shown.

    Its entries are never deleted but told to say something else: what lists them, such as the command
    palette, may be on show meanwhile.
    """

    def __init__(
        self, menu: QMenu, paths: Callable[[], list[str]], choose: Callable[[str], object], nothing: str
    ) -> None:
        super().__init__(menu)
        self._menu, self._paths, self._choose, self._nothing = menu, paths, choose, nothing
        self._none: QAction | None = None
        self._entries: list[QAction] = []
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        paths = self._paths()
        while len(self._entries) < len(paths):
            entry = self._menu.addAction("")
            entry.triggered.connect(lambda _=False, entry=entry: self._choose(entry.data()))
            self._entries.append(entry)
        for place, entry in enumerate(self._entries):
            entry.setVisible(place < len(paths))
            if place < len(paths):
                entry.setText(numbered(paths[place], place + 1))
                entry.setData(paths[place])
        if self._none is None and not paths:
            self._none = self._menu.addAction(self._nothing)
            self._none.setEnabled(False)
        if self._none is not None:
            self._none.setVisible(not paths)


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
        help_menu = bar.addMenu(marked(self.tr("Help"), "H"))
        _add(help_menu, {"C": actions.command_palette, "K": actions.shortcuts, "A": actions.about})
        for menu in bar.findChildren(QMenu):
            mark_menu(menu)

    def _add_file_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(marked(self.tr("File"), "F"))
        _add(menu, {"O": actions.open_folder, "N": actions.open_file, "D": actions.open_sample})
        _add(menu, {"B": actions.open_labelled})
        _add(menu, {"X": actions.open_export, "R": actions.reload, "C": actions.cancel_opening})
        _add(menu, {"L": actions.layout})
        self.formats = menu.addMenu(marked(self.tr("Dataset format"), "F"))
        self.formats.addActions(list(actions.formats.values()))
        self.recent = menu.addMenu(marked(self.tr("Recent datasets"), "T"))
        _RecentEntries(self.recent, lambda: self._state.recent, self.recent_chosen.emit, self.tr("None yet"))
        menu.addSeparator()
        _add(menu, {"P": actions.open_pipeline})
        self.recent_pipelines = menu.addMenu(marked(self.tr("Recent pipelines"), "I"))
        _RecentEntries(
            self.recent_pipelines,
            lambda: self._state.recent_pipelines,
            self.recent_pipeline_chosen.emit,
            self.tr("None yet"),
        )
        _add(menu, {"S": actions.save_pipeline, "A": actions.save_pipeline_as})
        menu.addSeparator()
        _add(menu, {"E": actions.export, "G": actions.save_comparison})
        menu.addSeparator()
        _add(menu, {"Q": actions.quit})

    def _add_edit_menu(self, session: Session) -> None:
        menu = self._bar.addMenu(marked(self.tr("Edit"), "E"))
        stack = session.undo_stack
        undo = _EditAction(menu, self.tr("Undo"), self.tr("Undo: {0}"), "U")
        undo.triggered.connect(stack.undo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.undoTextChanged.connect(undo.name_edit)
        undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        redo = _EditAction(menu, self.tr("Redo"), self.tr("Redo: {0}"), "R")
        redo.triggered.connect(stack.redo)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.redoTextChanged.connect(redo.name_edit)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        menu.addActions([undo, redo])
        _add(menu, {"H": self._actions.history})
        menu.addSeparator()
        _add(menu, {"C": self._actions.copy_comparison})

    def _add_view_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(marked(self.tr("View"), "V"))
        menu.addActions(list(actions.views.values()))
        menu.addSeparator()
        _add(menu, {"F": actions.fit, "0": actions.full_size, "I": actions.zoom_in, "O": actions.zoom_out})
        menu.addSeparator()
        _add(menu, {"N": actions.next_image, "P": actions.previous_image})
        menu.addSeparator()
        _add(menu, {"K": actions.keep_snapshot, "A": actions.open_snapshot})
        _add(menu, {"L": actions.labels, "H": actions.hatch})
        _add(menu, {"X": actions.inspector, "G": actions.histogram})
        menu.addSeparator()
        themes = menu.addMenu(marked(self.tr("Theme"), "T"))
        _add(themes, dict(zip("SLD", actions.themes.values(), strict=True)))
        languages = menu.addMenu(marked(self.tr("Language"), "U"))
        languages.addActions(list(actions.languages.values()))

    def _add_pipeline_menu(self) -> None:
        actions = self._actions
        menu = self._bar.addMenu(marked(self.tr("Pipeline"), "P"))
        _add(menu, {"A": actions.add_step, "P": actions.presets, "Q": actions.questionnaire})
        menu.addSeparator()
        _add(menu, {"D": actions.default_pipeline, "R": actions.clear_pipeline})
        menu.addSeparator()
        _add(menu, {"X": actions.experiment})
        code = menu.addMenu(marked(self.tr("Copy as code"), "O"))
        code.addActions(list(actions.code.values()))
        menu.addSeparator()
        _add(menu, {"C": actions.collapse_steps, "E": actions.expand_steps})
        menu.addSeparator()
        _add(menu, {"N": actions.next_copy, "V": actions.previous_copy, "S": actions.shuffle})


def _add(menu: QMenu, entries: Mapping[str, QAction]) -> None:
    """Add entries by the letters that reach them."""
    for letter, action in entries.items():
        menu.addAction(mark_action(action, letter))
