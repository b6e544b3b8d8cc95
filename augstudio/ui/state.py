"""What the program remembers between starts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, TypeGuard

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from augstudio.core.text import printable, shortened
from augstudio.datasets.layout import Stated
from augstudio.errors import DatasetError, PipelineError
from augstudio.insights.questionnaire import Answers
from augstudio.pipelines import Pipeline
from augstudio.ui.kept_exports import BegunExport, ExportChoices
from augstudio.ui.kept_layouts import LONGEST, absolute, as_text, from_text
from augstudio.ui.language import Language
from augstudio.ui.session import MAX_COPY, MAX_SEED
from augstudio.ui.theme import Theme

RECENT = 10

LAYOUTS = 30
"""Datasets of which it is remembered what was said about their folders."""

LARGEST = 16_000_000
"""Bytes above which a file of settings is surely something else."""

_LONGEST_PATH = 4096
_LONGEST_NAME = 120
_LONGEST_NUMBER = 18  # digits


class State:
    """Typed access to the stored settings; whatever is missing or damaged takes its default."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._own = settings is None
        self.unusable: tuple[Path, ...] = ()
        """Files in the place of the settings that are left as they are, as they cannot be settings."""
        self._settings = settings or self._usual_settings()

    def _usual_settings(self) -> QSettings:
        usual = QSettings.Format.NativeFormat, QSettings.Scope.UserScope, "AugStudio", "AugStudio"
        if sys.platform in ("win32", "darwin"):  # there the system keeps them
            return QSettings(*usual)
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
        folder = Path(place) / "AugStudio"
        for name in ("AugStudio.conf", *(f"AugStudio-{number}.conf" for number in range(2, 10))):
            # Qt would wait for a pipe, and read whatever size there is.
            if can_be_kept(folder / name):
                break
            self.unusable += (folder / name,)
        return (
            QSettings(str(folder / name), QSettings.Format.IniFormat) if self.unusable else QSettings(*usual)
        )

    def write(self) -> None:
        """Write down now what is remembered."""
        self._settings.sync()

    @property
    def folder(self) -> Path:
        """Where this user's files are kept: the platform's place, or beside settings of one's own."""
        if not self._own:
            return Path(self._settings.fileName()).parent / "augstudio"
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
        return Path(place) / "AugStudio"

    # -- datasets -----------------------------------------------------------------------------------

    @property
    def recent(self) -> list[str]:
        """Datasets opened lately, the last one first."""
        return self._paths("recent")

    def add_recent(self, folder: Path) -> None:
        """Put a dataset on top of the recent ones."""
        others = [item for item in self.recent if item != str(folder)]
        self._settings.setValue("recent", [str(folder), *others][:RECENT])

    def forget_recent(self, folder: str) -> None:
        """Take a dataset off the recent ones."""
        self._settings.setValue("recent", [item for item in self.recent if item != folder])

    @property
    def last_dataset(self) -> Path | None:
        """The dataset that was open last, whether or not it is still there."""
        stored = self._text("dataset")
        return Path(stored) if _is_path(stored) else None

    @property
    def last_key(self) -> str:
        """Key of the sample that was on show last."""
        return self._text("key")

    def keep_place(self, dataset: Path | None, key: str) -> None:
        """Remember what was on show."""
        self._settings.setValue("dataset", str(dataset or ""))
        self._settings.setValue("key", key)

    @property
    def layouts(self) -> dict[str, Stated]:
        """What was said last about the folders of datasets, by their absolute paths."""
        found = {path: from_text(text) for path, text in self._layouts().items()}
        return {path: stated for path, stated in found.items() if stated is not None}

    def keep_stated(self, folder: Path, stated: Stated) -> None:
        """Remember what was said about the folders of a dataset; an empty one forgets it."""
        path, text = absolute(folder), as_text(stated)
        others = {known: kept for known, kept in self._layouts().items() if known != path}
        newest = {path: text} if stated != Stated() and len(text) <= LONGEST else {}
        self._settings.setValue("layouts", _flat(newest | others, LAYOUTS))

    @property
    def formats(self) -> dict[str, str]:
        """The formats as which datasets were opened by choice, by the datasets' absolute paths."""
        pairs = self._pairs("formats", LAYOUTS)
        return {path: name for path, name in pairs if _is_path(path) and isinstance(name, str)}

    def keep_format(self, dataset: Path, name: str) -> None:
        """Remember the format that was chosen for a dataset; an empty one forgets it."""
        path = absolute(dataset)
        others = {known: kept for known, kept in self.formats.items() if known != path}
        newest = {path: name} if name else {}
        self._settings.setValue("formats", _flat(newest | others, LAYOUTS))

    def _layouts(self) -> dict[str, str]:
        pairs = self._pairs("layouts", LAYOUTS)
        return {path: text for path, text in pairs if _is_path(path) and isinstance(text, str)}

    @property
    def sources(self) -> dict[str, str]:
        """The datasets from which exports were made that were opened as such lately."""
        pairs = self._pairs("sources", RECENT)
        return {export: sources for export, sources in pairs if _is_path(export) and _is_path(sources)}

    def keep_sources(self, export: Path, dataset: Path | None) -> None:
        """Remember what an export was made from; None forgets it."""
        others = {name: kept for name, kept in self.sources.items() if name != str(export)}
        newest = {str(export): str(dataset)} if dataset is not None else {}
        self._settings.setValue("sources", _flat(newest | others, RECENT))

    def dismissed_advice(self, dataset: Path) -> frozenset[str]:
        """Names of the rules whose advice is not wanted for a dataset."""
        return frozenset(self._dismissed().get(absolute(dataset), "").split())

    def dismiss_advice(self, dataset: Path, rule: str) -> None:
        """Remember that what a rule says is not wanted for a dataset."""
        path, known = absolute(dataset), self._dismissed()
        text = " ".join(sorted({*known.pop(path, "").split(), rule}))
        self._settings.setValue("dismissed_advice", _flat({path: text} | known, LAYOUTS))

    def _dismissed(self) -> dict[str, str]:
        pairs = self._pairs("dismissed_advice", LAYOUTS)
        return {path: text for path, text in pairs if _is_path(path) and isinstance(text, str)}

    def answers(self, dataset: Path) -> Answers:
        """What was answered about a dataset; nothing where nothing was, or it cannot be read."""
        try:
            return Answers.from_text(self._answers().get(absolute(dataset), ""))
        except DatasetError:
            return Answers()

    def keep_answers(self, dataset: Path, answers: Answers) -> None:
        """Remember what is answered about a dataset."""
        path = absolute(dataset)
        others = {known: kept for known, kept in self._answers().items() if known != path}
        self._settings.setValue("answers", _flat({path: answers.to_text()} | others, LAYOUTS))

    def _answers(self) -> dict[str, str]:
        pairs = self._pairs("answers", LAYOUTS)
        return {path: text for path, text in pairs if _is_path(path) and isinstance(text, str)}

    # -- exports ------------------------------------------------------------------------------------

    def export_choices(self, dataset: Path) -> ExportChoices | None:
        """What was chosen last for exports of a dataset; None where nothing was."""
        text = self._choices().get(absolute(dataset))
        return None if text is None else ExportChoices.from_text(text)

    def keep_export_choices(self, dataset: Path, choices: ExportChoices) -> None:
        """Remember what is chosen for exports of a dataset."""
        path = absolute(dataset)
        others = {known: kept for known, kept in self._choices().items() if known != path}
        self._settings.setValue("export_choices", _flat({path: choices.as_text()} | others, LAYOUTS))

    def _choices(self) -> dict[str, str]:
        pairs = self._pairs("export_choices", LAYOUTS)
        return {path: text for path, text in pairs if _is_path(path) and isinstance(text, str)}

    @property
    def begun_exports(self) -> list[BegunExport]:
        """Exports that were begun here and are not known to be finished, the last one first."""
        pairs = self._pairs("begun_exports", RECENT)
        found = [BegunExport.from_text(text) for _, text in pairs if isinstance(text, str)]
        return [export for export in found if export is not None]

    def keep_begun(self, export: BegunExport) -> None:
        """Remember that an export was begun, at once: the program may be killed while it runs."""
        others = [known for known in self.begun_exports if known.out != export.out]
        self._keep_begun([export, *others])
        self.write()

    def forget_begun(self, out: str) -> None:
        """An export came to its end, or is not there any more."""
        self._keep_begun([known for known in self.begun_exports if known.out != out])

    def _keep_begun(self, exports: list[BegunExport]) -> None:
        texts = {export.out: export.as_text() for export in exports}
        self._settings.setValue("begun_exports", _flat(texts, RECENT))

    def _pairs(self, key: str, limit: int) -> list[tuple[Any, Any]]:
        stored = self._settings.value(key, [])
        items = stored[: 2 * limit] if isinstance(stored, list) else []
        return list(zip(items[::2], items[1::2], strict=False))

    # -- pipeline -----------------------------------------------------------------------------------

    @property
    def pipeline(self) -> Pipeline | None:
        """The pipeline as it was left; None at the first start."""
        try:
            return Pipeline.from_json(self._text("pipeline"))
        except PipelineError:
            return None

    @property
    def seed(self) -> int:
        """The seed as it was left."""
        return self._number("seed", 0, MAX_SEED)

    @property
    def copy(self) -> int:
        """The copy as it was left."""
        return self._number("copy", 1, MAX_COPY)

    @property
    def pipeline_file(self) -> str | None:
        """The pipeline's file; None if it had none."""
        stored = self._text("pipeline_file")
        return stored if _is_path(stored) else None

    def keep_pipeline_file(self, file: str | None, *, saved: bool) -> None:
        """Remember the pipeline's file, and whether it held the pipeline as it was."""
        self._settings.setValue("pipeline_file", file or "")
        self.keep_on("pipeline_saved", saved)

    @property
    def recent_pipelines(self) -> list[str]:
        """Pipeline files opened or saved lately, the last one first."""
        return self._paths("recent_pipelines")

    def add_recent_pipeline(self, file: str) -> None:
        """Put a pipeline file on top of the recent ones."""
        others = [item for item in self.recent_pipelines if item != file]
        self._settings.setValue("recent_pipelines", [file, *others][:RECENT])

    def forget_recent_pipeline(self, file: str) -> None:
        """Take a pipeline file off the recent ones."""
        self._settings.setValue("recent_pipelines", [item for item in self.recent_pipelines if item != file])

    def keep_work(self, pipeline: Pipeline, seed: int, copy: int) -> None:
        """Remember what was tuned."""
        self._settings.setValue("pipeline", pipeline.to_json())
        self._settings.setValue("seed", seed)
        self._settings.setValue("copy", copy)

    @property
    def snapshot(self) -> tuple[Pipeline, str] | None:
        """The pipeline kept for comparison and its name; None if there was none."""
        try:
            name = printable(shortened(self._text("snapshot_name"), _LONGEST_NAME))
            return Pipeline.from_json(self._text("snapshot")), name
        except PipelineError:
            return None

    def keep_snapshot(self, pipeline: Pipeline, name: str) -> None:
        """Remember the pipeline kept for comparison."""
        self._settings.setValue("snapshot", pipeline.to_json())
        self._settings.setValue("snapshot_name", name)

    # -- window -------------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        """Name of the view that was on show; empty at the first start."""
        return self._text("view")

    @property
    def theme(self) -> Theme:
        """The chosen theme."""
        stored = self._text("theme")
        return Theme(stored) if stored in list(Theme) else Theme.SYSTEM

    def keep_theme(self, theme: Theme) -> None:
        """Remember the chosen theme."""
        self._settings.setValue("theme", theme.value)

    @property
    def pair_layout(self) -> str:
        """How original and result lay; empty at the first start."""
        return self._text("pair_layout")

    def keep_pair_layout(self, layout: str) -> None:
        """Remember how original and result lie."""
        self._settings.setValue("pair_layout", layout)

    @property
    def list_look(self) -> str:
        """How the list of pictures looks."""
        return self._text("list")

    def keep_list_look(self, look: str) -> None:
        """Remember how the list of pictures looks."""
        self._settings.setValue("list", look)

    @property
    def language(self) -> Language:
        """The chosen language."""
        stored = self._text("language")
        return Language(stored) if stored in list(Language) else Language.SYSTEM

    def keep_language(self, language: Language) -> None:
        """Remember the chosen language."""
        self._settings.setValue("language", language.value)

    def is_on(self, name: str, *, default: bool = False) -> bool:
        """Whether something that can be switched on and off was on."""
        return {"on": True, "off": False}.get(self._text(name), default)

    def keep_on(self, name: str, on: bool) -> None:
        """Remember whether something was switched on."""
        self._settings.setValue(name, "on" if on else "off")

    @property
    def geometry(self) -> QByteArray:
        """The window's place; empty at the first start."""
        return self._bytes("geometry")

    @property
    def splitter(self) -> QByteArray:
        """The panels' widths; empty at the first start."""
        return self._bytes("splitter")

    def keep_window(self, geometry: QByteArray, splitter: QByteArray, view: str) -> None:
        """Remember how the window looked."""
        self._settings.setValue("geometry", geometry)
        self._settings.setValue("splitter", splitter)
        self._settings.setValue("view", view)

    def _paths(self, key: str) -> list[str]:
        stored = self._settings.value(key, [])
        items = stored if isinstance(stored, list) else [stored]
        return [item for item in items if _is_path(item)][:RECENT]

    def _text(self, key: str) -> str:
        stored = self._settings.value(key)
        return stored if isinstance(stored, str) else ""

    def _number(self, key: str, least: int, most: int) -> int:
        stored = self._settings.value(key)
        text = stored if isinstance(stored, str) else str(stored) if isinstance(stored, int) else ""
        known = text.isdecimal() and len(text) <= _LONGEST_NUMBER
        return min(most, max(least, int(text))) if known else least

    def _bytes(self, key: str) -> QByteArray:
        stored = self._settings.value(key)
        return stored if isinstance(stored, QByteArray) else QByteArray()


def can_be_kept(file: Path) -> bool:
    """Whether a file of the program's own can be kept in a place: nothing is there, or a usual file."""
    try:
        return not os.path.lexists(file) or (file.is_file() and file.stat().st_size <= LARGEST)
    except OSError:
        return False


def _flat(pairs: dict[str, str], limit: int) -> list[str]:
    """The first pairs as one list, as settings can hold it."""
    return [text for pair in list(pairs.items())[:limit] for text in pair]


def _is_path(stored: Any) -> TypeGuard[str]:
    return isinstance(stored, str) and 0 < len(stored) <= _LONGEST_PATH and "\0" not in stored
