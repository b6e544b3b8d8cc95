"""Chooses a preset, shows it on the pictures meanwhile, and keeps the user's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QStandardPaths, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.presets import Preset, PresetFolder, shipped_presets
from augstudio.ui import icons
from augstudio.ui.commands import key_text
from augstudio.ui.messages import explained
from augstudio.ui.mnemonics import marked
from augstudio.ui.pipeline_panel.browser import Browser, Entry
from augstudio.ui.pipeline_panel.preset_footer import PresetFooter
from augstudio.ui.pipeline_panel.thumbnails import PipelineThumbnails, thumbnail_source
from augstudio.ui.session import Session


def preset_folder() -> PresetFolder:
    """Where the user's own presets are: in the program's folder for settings."""
    return PresetFolder(_config_folder() / "presets")


class PresetBrowser(Browser):
    """Shipped presets and the user's own; the one under the cursor is shown on the pictures.

    Chosen is a :class:`Preset` with its :class:`Pipeline`.
    """

    def __init__(self, session: Session, thumbnails: PipelineThumbnails, parent: QWidget) -> None:
        super().__init__("", parent)
        self.search.setPlaceholderText(self.tr("Search presets"))
        for widget in (self, self.search, self.list):
            widget.setAccessibleName(self.tr("Search presets"))
        self.starts_empty = True
        self._session = session
        self._thumbnails = thumbnails
        self._folder = preset_folder()
        self.footer = PresetFooter()
        self.column.addWidget(self.footer)
        thumbnails.made.connect(self._on_thumbnails_made)
        self.current_changed.connect(self._on_current_changed)
        self.menu_requested.connect(self._on_menu_requested)
        self.closed.connect(lambda: session.preview_pipeline(None))
        self.footer.save_requested.connect(lambda: self.footer.ask_name(self._save))
        self.footer.done.connect(self.search.setFocus)

    def open_below(self, button: QWidget) -> None:
        """Show all presets below a button; their pictures follow."""
        self._folder = preset_folder()
        self.footer.rest()
        self.open_at(button, ())
        self._list()

    # -- listing ------------------------------------------------------------------------------------

    def _list(self) -> None:
        shipped, own = self.tr("For a kind of picture"), self.tr("Your own")
        entries = [_entry(preset, shipped, editable=False) for preset in shipped_presets()]
        entries += [_entry(preset, own, editable=True) for preset in self._folder.presets()]
        self.set_entries(entries)
        source = thumbnail_source(self._session, self.devicePixelRatioF())
        if source is not None:
            self._thumbnails.ask(
                source,
                {entry.name: entry.value[1] for entry in entries if not entry.problem},
            )

    @Slot(str, QPixmap)
    def _on_thumbnails_made(self, name: str, picture: QPixmap) -> None:
        self.set_picture(name, picture)

    def _on_current_changed(self, entry: Entry | None) -> None:
        self._session.preview_pipeline(entry.value[1] if entry else None)

    # -- the user's own -----------------------------------------------------------------------------

    def _save(self, title: str) -> None:
        replaced = self._folder.find(title)
        before = self._folder.contents(replaced) if replaced else None
        kept = self._folder.save(title, self._session.pipeline)
        self._list()
        if replaced is not None and before is not None:
            undo = self._change(self._put_back, kept, replaced, before)
            self.footer.tell(self.tr("Replaced “{0}”.").format(kept.title), undo)
        else:
            self.footer.tell(self.tr("Saved “{0}”.").format(kept.title))

    def _put_back(self, kept: Preset, old: Preset, contents: bytes) -> None:
        if kept.path != old.path:
            self._folder.delete(kept)
        self._folder.restore(old, contents)

    def rename(self, preset: Preset) -> None:
        """Ask for another title for one of the user's presets."""

        def rename(title: str) -> None:
            renamed = self._folder.rename(preset, title)
            self._list()
            self.footer.tell(
                self.tr("Renamed to “{0}”.").format(renamed.title),
                self._change(self._folder.rename, renamed, preset.title),
            )

        self.footer.ask_name(rename, preset.title)

    def delete(self, preset: Preset) -> None:
        """Remove one of the user's presets; what was in it is kept for Undo."""
        try:
            contents = self._folder.delete(preset)
        except PipelineError as error:
            self.footer.tell(explained(error), failed=True)
            return
        self._list()
        self.footer.tell(
            self.tr("Deleted “{0}”.").format(preset.title),
            self._change(self._folder.restore, preset, contents),
        )

    def _change(self, function: Callable[..., object], *arguments: object) -> Callable[[], None]:
        """Something that Undo does, after which the presets are listed anew."""

        def change() -> None:
            function(*arguments)
            self._list()

        return change

    def _on_menu_requested(self, entry: Entry, place: QPoint) -> None:
        preset = _preset_of(entry)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deletion = marked(self.tr("Delete"), "D") + "\t" + key_text("Shift+Del")
        menu.addAction(marked(self.tr("Rename…"), "R") + "\tF2", lambda: self.rename(preset))
        menu.addAction(icons.icon("remove"), deletion, lambda: self.delete(preset))
        menu.popup(place)

    def take_key(self, event: QKeyEvent) -> bool:
        entry = self.current
        if entry is not None and entry.editable:
            if event.key() == Qt.Key.Key_F2:
                self.rename(_preset_of(entry))
                return True
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Delete and shifted:
                self.delete(_preset_of(entry))
                return True
        return super().take_key(event)


def _config_folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))


def _entry(preset: Preset, group: str, *, editable: bool) -> Entry:
    title = preset.title if editable else QCoreApplication.translate("Presets", preset.title)
    text = QCoreApplication.translate("Presets", preset.description) if preset.description else ""
    # Both kinds may have the same name.
    name = f"own/{preset.name}" if editable else preset.name
    try:
        pipeline = preset.load()
    except PipelineError as error:
        return Entry(name, (preset, None), group, title, problem=explained(error), editable=editable)
    return Entry(name, (preset, pipeline), group, title, text or _steps_of(pipeline), editable=editable)


def _preset_of(entry: Entry) -> Preset:
    preset = entry.value[0]
    assert isinstance(preset, Preset)
    return preset


def _steps_of(pipeline: Pipeline) -> str:
    """The steps in words, for a preset without a description."""
    titles = (QCoreApplication.translate("Catalogue", step.transform.TITLE) for step in pipeline.steps)
    return ", ".join(titles)
