"""Everything the user can do, each once: name, shortcut and icon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from augstudio.datasets.formats import FORMATS, IMAGE_FOLDER
from augstudio.interop.code.target import Target
from augstudio.ui import icons
from augstudio.ui.commands import key_text
from augstudio.ui.dataset_panel.format_text import format_title
from augstudio.ui.language import OWN_NAMES, Language
from augstudio.ui.preview.views import PreviewView
from augstudio.ui.theme import Theme

_Key = QKeySequence.StandardKey
_Value = TypeVar("_Value")
_Shortcut = QKeySequence | QKeySequence.StandardKey | str | None


class Actions:
    """The window's actions; the window connects them."""

    def __init__(self, window: QWidget, views: Iterable[PreviewView]) -> None:
        self._window = window
        self._add_files()
        self._add_pipeline()
        self._add_pictures()
        self._add_comparing()
        self._add_help()
        self.views, self.view_group = self._choices(
            {view.NAME: (view.title(), view.SHORTCUT, view.ICON) for view in views}
        )
        self.formats, self.format_group = self._choices(
            {name: (format_title(name), None, "") for name in FORMATS}
        )
        self.format_group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self.show_format("")
        self.themes, self.theme_group = self._choices(
            {
                Theme.SYSTEM: (_tr("As the system"), None, ""),
                Theme.LIGHT: (_tr("Light"), None, ""),
                Theme.DARK: (_tr("Dark"), None, ""),
            }
        )
        self.languages, self.language_group = self._choices(
            {
                Language.SYSTEM: (_tr("As the system"), None, ""),
                **{language: (name, None, "") for language, name in OWN_NAMES.items()},
            }
        )

    def show_format(self, name: str) -> None:
        """Check the format of what is open; an empty one is none that could be changed."""
        for other, action in self.formats.items():
            action.setChecked(other == name)
            action.setEnabled(bool(name))
        self.layout.setEnabled(name in ("", IMAGE_FOLDER))

    def _add_files(self) -> None:
        """Open, save and leave."""
        new = self._new
        self.open_folder = new(_tr("Open folder…"), _Key.Open, "open")
        self.open_file = new(_tr("Open annotation file…"), "Ctrl+Alt+O")
        self.open_sample = new(_tr("Open sample dataset"), None, "image")
        self.open_labelled = new(_tr("Open labelled sample"), None, "labels")
        self.open_export = new(_tr("Open export…"), "Ctrl+Alt+E")
        self.reload = new(_tr("Reload"), "Ctrl+F5")
        self.cancel_opening = new(_tr("Cancel opening"), "Esc")
        self.cancel_opening.setEnabled(False)
        self.layout = new(_tr("Splits and classes…"), "Ctrl+Alt+L")
        self.open_pipeline = new(_tr("Open pipeline…"), "Ctrl+Shift+O")
        self.save_pipeline = new(_tr("Save pipeline"), _Key.Save, "save")
        self.save_pipeline_as = new(_tr("Save pipeline as…"), _Key.SaveAs)
        self.export = new(_tr("Export…"), "Ctrl+E", "export")
        self.save_comparison = new(_tr("Save comparison as PNG…"), "Ctrl+Shift+E")
        self.copy_comparison = new(_tr("Copy comparison"), "Ctrl+Shift+C")
        self.quit = new(_tr("Quit"), _Key.Quit)

    def _add_pipeline(self) -> None:
        """Edit the pipeline and what it draws."""
        new = self._new
        self.add_step = new(_tr("Add step…"), "Ctrl+Shift+A", "add")
        self.presets = new(_tr("Presets…"), "Ctrl+Shift+R", "presets")
        self.collapse_steps = new(_tr("Collapse all steps"))
        self.expand_steps = new(_tr("Expand all steps"))
        self.history = new(_tr("History…"), "Ctrl+Shift+H", "history")
        self.questionnaire = new(_tr("Propose steps by questions…"))
        self.experiment = new(_tr("Experiment: does it pay?…"))
        self.code = {target: new(target.label) for target in Target}
        self.default_pipeline = new(_tr("Default pipeline"), None, "reset")
        self.clear_pipeline = new(_tr("Remove all steps"), None, "remove")
        self.next_copy = new(_tr("Next copy"), "Ctrl+Down")
        self.previous_copy = new(_tr("Previous copy"), "Ctrl+Up")
        self.shuffle = new(_tr("Shuffle"), "Ctrl+R", "shuffle")
        self.shuffle.setToolTip(_tr("New seed: redraw everything ({0})").format(key_text("Ctrl+R")))

    def _add_pictures(self) -> None:
        """Look at pictures."""
        new = self._new
        self.fit = new(_tr("Fit"), "Ctrl+0", "fit")
        self.full_size = new(_tr("100 %"), "Ctrl+1")
        self.zoom_in = new(_tr("Zoom in"), _Key.ZoomIn, "zoom_in")
        self.zoom_out = new(_tr("Zoom out"), _Key.ZoomOut, "zoom_out")
        self.next_image = new(_tr("Next image"), "Ctrl+Right", "next")
        self.previous_image = new(_tr("Previous image"), "Ctrl+Left", "previous")

    def _add_comparing(self) -> None:
        """Compare and inspect."""
        new = self._new
        self.keep_snapshot = new(_tr("Keep current as A"), "Ctrl+K", "keep")
        self.open_snapshot = new(_tr("A from file…"), None, "open")
        self.inspector = new(_tr("Pixel inspector"), "Ctrl+I", "inspect")
        self.histogram = new(_tr("Histogram"), "Ctrl+H", "histogram")
        self.hatch = new(_tr("Hatch padded pixels"), "Ctrl+J", "hatch")
        self.labels = new(_tr("Labels"), "Ctrl+L", "labels")
        for switch in (self.inspector, self.histogram, self.hatch, self.labels):
            switch.setCheckable(True)

    def _add_help(self) -> None:
        """Find what can be done."""
        new = self._new
        self.command_palette = new(_tr("Command palette…"), "Ctrl+Shift+P", "search")
        self.shortcuts = new(_tr("Keyboard shortcuts…"), _Key.HelpContents)
        self.shortcuts.setShortcuts([*self.shortcuts.shortcuts(), QKeySequence("Ctrl+/")])
        self.about = new(_tr("About AugStudio"))

    def _new(self, text: str, shortcut: _Shortcut = None, icon: str = "") -> QAction:
        action = QAction(text, self._window)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({keys})")
        if icon:
            action.setIcon(icons.icon(icon))
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
