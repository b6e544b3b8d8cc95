"""Ready pipelines: those that ship with the program, by the kind of picture, and the user's own.

A preset is a plain pipeline file. What names and describes the shipped ones stands in an index beside them,
so that the pipeline files stay strict; the user's own have their title as file name.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from augstudio.assets import asset
from augstudio.core.text import quoted
from augstudio.errors import PipelineError, message_of
from augstudio.pipelines import Pipeline
from augstudio.saving import save

LONGEST_TITLE = 60
"""Characters that a title may have, so that every file system takes it."""

# What some file system refuses in names, and the sign that escapes it.
_FORBIDDEN = re.compile(r'[%<>:"/\\|?*\x00-\x1f\x7f]|^\.|[. ]$')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Preset:
    """One ready pipeline.

    Attributes:
        name: Its name on the command line and of its file.
        title: Its name for people; English for shipped ones.
        description: One sentence: for which pictures, and why these steps; empty for the user's own.
        path: The pipeline file.
    """

    name: str
    title: str
    description: str
    path: Path

    def load(self) -> Pipeline:
        """The pipeline.

        Raises:
            PipelineError: The file is missing or damaged.
        """
        return Pipeline.load(self.path)


def shipped_presets() -> tuple[Preset, ...]:
    """The presets that ship with the program, in the order in which they are offered."""
    folder = asset("presets")
    entries = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    return tuple(
        Preset(item["name"], item["title"], item["description"], folder / f"{item['name']}.json")
        for item in entries
    )


class PresetFolder:
    """The user's own presets: pipeline files in one folder, which is made when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def presets(self) -> tuple[Preset, ...]:
        """All presets, by title; files that are damaged are listed too, and say so when loaded."""
        try:
            files = [file for file in self._folder.glob("*.json") if not file.name.startswith(".")]
        except OSError:
            return ()
        return tuple(
            sorted(map(_preset_at, files), key=lambda preset: (preset.title.casefold(), preset.title))
        )

    def find(self, title: str) -> Preset | None:
        """The preset of this title, whatever its case."""
        wanted = unicodedata.normalize("NFC", title).strip().casefold()
        return next((preset for preset in self.presets() if preset.title.casefold() == wanted), None)

    def save(self, title: str, pipeline: Pipeline) -> Preset:
        """Keep a pipeline under a title; a preset of that title is replaced, unless it is damaged.

        Raises:
            PipelineError: The title is empty or too long, the file cannot be written, or there is one of this
                title that cannot be read and would be lost.
        """
        preset = _preset_at(self._folder / _file_name(title))
        known = self.find(title)
        if known is not None:
            self.contents(known)
        self._make()
        pipeline.save(preset.path)
        if known is not None and known.path != preset.path:
            known.path.unlink(missing_ok=True)
        return preset

    def rename(self, preset: Preset, title: str) -> Preset:
        """Give a preset another title.

        Raises:
            PipelineError: Another preset has it, it is empty or too long, or the file cannot be renamed.
        """
        target = self._folder / _file_name(title)
        other = self.find(title)
        if other is not None and other.path != preset.path:
            raise PipelineError(
                "there already is a preset named {0}; choose another name", quoted(other.title)
            )
        try:
            preset.path.rename(target)
        except OSError as error:
            raise PipelineError("{0}: cannot be renamed: {1}", preset.path, message_of(error)) from None
        return _preset_at(target)

    def delete(self, preset: Preset) -> bytes:
        """Remove a preset's file, and return what was in it for :meth:`restore`.

        Raises:
            PipelineError: It cannot be removed.
        """
        try:
            if preset.path.exists() and not preset.path.is_file():
                raise PipelineError("{0}: cannot be deleted: not a regular file", preset.path)
            contents = preset.path.read_bytes()
            preset.path.unlink()
        except OSError as error:
            raise PipelineError("{0}: cannot be deleted: {1}", preset.path, message_of(error)) from None
        return contents

    def contents(self, preset: Preset) -> bytes:
        """What is in the file of a preset, to be put back by :meth:`restore`.

        Raises:
            PipelineError: It is damaged, or cannot be read.
        """
        try:
            preset.load()
            return preset.path.read_bytes()
        except (OSError, PipelineError):
            title = quoted(preset.title)
            raise PipelineError(
                "the preset named {0} cannot be read; choose another name, or delete it first", title
            ) from None

    def restore(self, preset: Preset, contents: bytes) -> None:
        """Put a deleted preset back.

        Raises:
            PipelineError: It cannot be written.
        """
        self._make()
        try:
            save(preset.path, contents)
        except OSError as error:
            raise PipelineError("{0}: cannot be written: {1}", preset.path, message_of(error)) from None

    def _make(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PipelineError("{0}: cannot be made: {1}", self._folder, message_of(error)) from None


def _preset_at(file: Path) -> Preset:
    title = unicodedata.normalize("NFC", unquote(file.stem))
    return Preset(title, title, "", file)


def _file_name(title: str) -> str:
    """The title as a file name that every file system takes, from which the title can be read again."""
    title = unicodedata.normalize("NFC", title).strip()
    if not title:
        raise PipelineError("a preset needs a name; type one")
    if len(title) > LONGEST_TITLE:
        raise PipelineError(
            "a preset's name has at most {0} characters, this has {1}", LONGEST_TITLE, len(title)
        )
    if not title.isprintable():
        raise PipelineError("a preset's name cannot hold line breaks or other characters that do not print")
    escaped = _FORBIDDEN.sub(lambda found: f"%{ord(found[0]):02X}", title)
    if _DEVICES.match(escaped):
        escaped = f"%{ord(escaped[0]):02X}{escaped[1:]}"
    return f"{escaped}.json"
