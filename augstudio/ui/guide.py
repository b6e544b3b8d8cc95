"""Helps to find what can be done and by which keys: the command palette and the sheet of keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

from augstudio.core.transform import Transform, catalogue
from augstudio.ui.actions import Actions
from augstudio.ui.command_palette import CommandPalette
from augstudio.ui.commands import Command, commands
from augstudio.ui.pipeline_panel import step_keys
from augstudio.ui.pipeline_panel.field import description, translated
from augstudio.ui.preview.keys import PreviewKeys
from augstudio.ui.preview.panel import PreviewPanel
from augstudio.ui.shortcut_sheet import ShortcutSheet


class Guide(QObject):
    """Opens both; they are made when they are wanted first.

    Signals:
        step_chosen: A transform to add, from the palette.
    """

    step_chosen = Signal(object)

    def __init__(
        self, bar: QMenuBar, actions: Actions, keys: PreviewKeys, preview: PreviewPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bar, self._actions, self._keys = bar, actions, keys
        self._preview, self._window = preview, window
        self._additions: list[QAction] = []
        self._step_actions = step_keys.step_actions(self)
        self._palette: CommandPalette | None = None
        self._sheet: ShortcutSheet | None = None
        actions.command_palette.triggered.connect(self.open_palette)
        actions.shortcuts.triggered.connect(self.open_sheet)

    def open_palette(self) -> None:
        """Search all commands."""
        self.palette.open()

    def open_sheet(self) -> None:
        """Show all keys."""
        self.sheet.open()

    @property
    def palette(self) -> CommandPalette:
        """The search field over all commands."""
        if self._palette is None:
            self._palette = CommandPalette(self.commands, self._window)
        return self._palette

    @property
    def sheet(self) -> ShortcutSheet:
        """The page with all keys."""
        if self._sheet is None:
            self._sheet = ShortcutSheet(self.commands_with_keys, self._window)
        return self._sheet

    def commands(self) -> list[Command]:
        """Everything that can be done now; what opens the palette itself is left out."""
        if not self._additions:
            self._additions = [self._addition(kind) for kind in catalogue()]
        others = [(self.tr("Add step"), self._additions), (self.tr("Window"), self._window.actions())]
        found = commands(self._bar, others)
        return [command for command in found if command.action is not self._actions.command_palette]

    def commands_with_keys(self) -> list[Command]:
        """Everything that has keys, those of pictures and steps last."""
        others = [
            (self.tr("Window"), self._window.actions()),
            (self._keys.title(), self._preview.actions()),
            (step_keys.title(), self._step_actions),
        ]
        return [command for command in commands(self._bar, others) if command.keys]

    def _addition(self, kind: type[Transform]) -> QAction:
        action = QAction(translated(kind.TITLE), self)
        action.setToolTip(translated(description(kind)))
        action.triggered.connect(lambda: self.step_chosen.emit(kind))
        return action
