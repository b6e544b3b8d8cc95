"""Everything the user can do, each once: name, shortcut and icon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from augstudio.ui import icons
from augstudio.ui.preview.views import View
from augstudio.ui.theme import Theme

_Key = QKeySequence.StandardKey
_Value = TypeVar("_Value")
_Shortcut = QKeySequence | QKeySequence.StandardKey | str | None


class Actions:
    """The window's actions; the window connects them."""

    def __init__(self, window: QWidget, views: Iterable[View]) -> None:
        self._window = window
        new = self._new
        self.open_folder = new(_tr("Open folder…"), _Key.Open, "open")
        self.open_sample = new(_tr("Open sample dataset"), None, "image")
        self.open_pipeline = new(_tr("Open pipeline…"), "Ctrl+Shift+O")
        self.save_pipeline = new(_tr("Save pipeline"), _Key.Save, "save")
        self.save_pipeline_as = new(_tr("Save pipeline as…"), _Key.SaveAs)
        self.export = new(_tr("Export…"), "Ctrl+E", "export")
        self.quit = new(_tr("Quit"), _Key.Quit)
        self.default_pipeline = new(_tr("Default pipeline"), None, "reset")
        self.clear_pipeline = new(_tr("Remove all steps"), None, "remove")
        self.fit = new(_tr("Fit"), "Ctrl+0", "fit")
        self.full_size = new(_tr("100 %"), "Ctrl+1")
        self.zoom_in = new(_tr("Zoom in"), _Key.ZoomIn, "zoom_in")
        self.zoom_out = new(_tr("Zoom out"), _Key.ZoomOut, "zoom_out")
        self.next_image = new(_tr("Next image"), "Ctrl+Right", "next")
        self.previous_image = new(_tr("Previous image"), "Ctrl+Left", "previous")
        self.next_copy = new(_tr("Next copy"), "Ctrl+Down")
        self.previous_copy = new(_tr("Previous copy"), "Ctrl+Up")
        self.shuffle = new(_tr("Shuffle"), "Ctrl+R", "shuffle")
        self.shuffle.setToolTip(_tr("Another seed: draw everything anew (Ctrl+R)"))
        self.about = new(_tr("About AugStudio"))
        self.views, self.view_group = self._choices(
            {view.NAME: (view.title(), view.SHORTCUT, view.ICON) for view in views}
        )
        self.themes, self.theme_group = self._choices(
            {
                Theme.SYSTEM: (_tr("As the system"), None, ""),
                Theme.LIGHT: (_tr("Light"), None, ""),
                Theme.DARK: (_tr("Dark"), None, ""),
            }
        )

    def tint(self) -> None:
        """Draw all icons anew, after the palette has changed."""
        for action in self._window.actions():
            if action.data():
                action.setIcon(icons.icon(str(action.data())))

    def _new(self, text: str, shortcut: _Shortcut = None, icon: str = "") -> QAction:
        action = QAction(text, self._window)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({keys})")
        if icon:
            action.setIcon(icons.icon(icon))
            action.setData(icon)
        self._window.addAction(action)
        return action

    def _choices(
        self, entries: dict[_Value, tuple[str, str | None, str]]
    ) -> tuple[dict[_Value, QAction], QActionGroup]:
        group = QActionGroup(self._window)
        made = {}
        for value, (text, shortcut, icon) in entries.items():
            made[value] = group.addAction(self._new(text, shortcut, icon))
            made[value].setCheckable(True)
        return made, group


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
