"""Inspects what is to be opened: work for a thread, as a network's drive may take seconds or never answer."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from augstudio.datasets.formats import FORMATS, is_dataset_file, open_dataset
from augstudio.datasets.layout import Stated
from augstudio.datasets.recognising import without_missing
from augstudio.errors import AugStudioError
from augstudio.export.reading.reader import OpenedExport, is_conversion, is_export, open_export
from augstudio.images.suffixes import IMAGE_SUFFIXES
from augstudio.pipelines import Pipeline
from augstudio.ui.dropping import Dropped, can_be_opened, is_pipeline, is_record
from augstudio.ui.kept_layouts import absolute

if TYPE_CHECKING:
    from augstudio.datasets.base import Dataset


class FoundDataset(NamedTuple):
    """A dataset, the key of the picture to show, and whether its folder is an export, too."""

    dataset: Dataset
    key: str
    holds_export: bool


class FoundExport(NamedTuple):
    """A finished export, and the key of the output to show."""

    export: OpenedExport
    key: str


class FoundPipeline(NamedTuple):
    """A pipeline and its file."""

    pipeline: Pipeline
    file: Path


@dataclass(frozen=True)
class Refused:
    """What cannot be opened as a dataset, an export or a pipeline, and why."""

    kind: type[NamedTuple]
    path: Path
    error: AugStudioError


class Unknown(NamedTuple):
    """What is nothing that can be opened."""

    name: str


Found: TypeAlias = FoundDataset | FoundExport | FoundPipeline | Refused | Unknown


@dataclass(frozen=True)
class Known:
    """What is remembered of folders, for those who look at them.

    Attributes:
        layouts: What was said about datasets' folders, by their absolute paths.
        sources: The datasets from which exports were made, by the exports' paths.
        near: Datasets that are the likeliest sources of other exports.
        others: Datasets that may be their sources, too.
        formats: The formats as which datasets were opened by choice, by the datasets' absolute paths.
    """

    layouts: Mapping[str, Stated]
    sources: Mapping[str, str]
    near: Sequence[Path]
    others: Sequence[Path]
    formats: Mapping[str, str] = field(default_factory=dict)

    def format(self, path: Path) -> str:
        """The name of the format that was chosen for a dataset; empty if it is to be recognised."""
        chosen = self.formats.get(absolute(path), "")
        return chosen if chosen in FORMATS else ""

    def stated(self, folder: Path) -> Stated:
        """What was said about a dataset's folders, as far as they are still there."""
        stated = self.layouts.get(absolute(folder), Stated())
        return stated if stated == Stated() else without_missing(str(folder), stated)

    def candidates(self, out: Path) -> list[Path]:
        """Folders that an export may have been made from, the likeliest first."""
        kept = [Path(self.sources[str(out)])] if str(out) in self.sources else []
        beside = out.parent / re.sub(r"-augmented(-\d+)?$", "", out.name)
        return [folder for folder in (*kept, *self.near, beside, *self.others) if folder != out]


def inspect_path(path: Path, known: Known) -> Found:
    """Look at whatever a user may drop: a dataset, an export, a picture in its folder, or a pipeline.

    An export without copies is a dataset, unless its record itself is dropped.
    """
    if is_record(path):
        return inspect_export(path.parent, known)
    if is_export(path):
        return inspect_dataset(path, known) if is_conversion(path) else inspect_export(path, known)
    if is_pipeline(path):
        return inspect_pipeline(path)
    if os.path.isdir(path) or is_dataset_file(path):  # noqa: PTH112
        return inspect_dataset(path, known)
    if path.suffix.lower() in IMAGE_SUFFIXES and can_be_opened(path):
        return inspect_dataset(path.parent, known, key=path.name)
    return Unknown(path.name)


def inspect_dataset(
    folder: Path, known: Known, *, key: str = "", stated: Stated | None = None, format_name: str | None = None
) -> FoundDataset | Refused:
    """Look at a folder, or at the file that describes one, as a dataset.

    Args:
        folder: The folder or file.
        known: What is remembered.
        key: Key of the picture to show; the first one if empty.
        stated: What is said about the folders in it; what is remembered if None, as far as it is still there.
        format_name: Name of its format, recognised if empty; what was chosen last if None.
    """
    chosen = known.format(folder) if format_name is None else format_name
    try:
        said = known.stated(folder) if stated is None else stated
        dataset = open_dataset(folder, said, format_name=chosen)
    except AugStudioError as error:
        return Refused(FoundDataset, folder, error)
    return FoundDataset(dataset, key, is_export(dataset.root))


def inspect_export(folder: Path, sources: Known | Sequence[Path], *, key: str = "") -> FoundExport | Refused:
    """Look at a folder as a finished export.

    Args:
        folder: The folder.
        sources: The datasets that it may have been made from, or what is remembered.
        key: Key of the output to show; the first one if empty.
    """
    try:
        candidates = sources.candidates(folder) if isinstance(sources, Known) else sources
        export = open_export(folder, candidates)
        if export.sources is not None:
            _ = export.sources.layout  # found out here, as the export dialog asks for it
        return FoundExport(export, key)
    except AugStudioError as error:
        return Refused(FoundExport, folder, error)


def inspect_last(folder: Path, known: Known, *, key: str) -> Found:
    """Look at the folder that was open last, as what it was opened as."""
    if str(folder) in known.sources and is_export(folder):
        return inspect_export(folder, known, key=key)
    return inspect_dataset(folder, known, key=key)


def inspect_dropped(
    things: Sequence[tuple[Path | None, str]], known: Known
) -> tuple[Dropped, Sequence[Found]]:
    """Look at files that were dropped together, and at the dataset and the pipeline among them."""
    dropped = Dropped.of(things)
    wanted = (dropped.dataset, dropped.pipeline)
    return dropped, [inspect_path(path, known) for path in wanted if path is not None]


def inspect_pipeline(file: Path) -> FoundPipeline | Refused:
    """Look at a file as a pipeline."""
    try:
        return FoundPipeline(Pipeline.load(str(file)), file)
    except AugStudioError as error:
        return Refused(FoundPipeline, file, error)
