"""What may be dropped on the window, and how it is told what was not taken."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from augstudio.core.text import printable, shortened
from augstudio.datasets.formats import IMAGE_FOLDER, is_dataset_file, recognised_format
from augstudio.datasets.wholes import is_part
from augstudio.export.files import IDENTITY, MANIFEST
from augstudio.export.reading.reader import is_export
from augstudio.images.suffixes import IMAGE_SUFFIXES
from augstudio.ui.threads import result_within

ANNOTATIONS = (".yaml", ".yml", ".json", ".jsonl", ".xml", ".csv")
"""Suffixes of files by which labelled datasets are opened."""

_HOLD_ANNOTATIONS = ("annotations", "labels")
_NAMED = 3
_PATIENCE = 0.2  # seconds
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Dropped:
    """Things that were dropped together.

    Attributes:
        dataset: The first folder, export or picture, or the dataset of which all are parts.
        pipeline: The first pipeline file.
        surplus: Names of what could be opened as well, but not at the same time.
        unknown: Names of what cannot be opened.
    """

    dataset: Path | None
    pipeline: Path | None
    surplus: tuple[str, ...]
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, things: Sequence[tuple[Path | None, str]]) -> Dropped:
        """Look at what a drop holds; pictures beside the first one are shown with it.

        Args:
            things: For each its path, None where it is no file here, and what it is called else.
        """
        datasets: list[Path] = []
        pipeline: Path | None = None
        surplus: set[Path] = set()
        unknown: list[str] = []
        for path, address in things:
            if path is None or not can_be_opened(path) or _is_strange(path):
                unknown.append(path.name if path is not None and path.name else address)
            elif is_pipeline(path):
                surplus |= set() if pipeline is None else {path}
                pipeline = pipeline or path
            else:
                datasets.append(path)
        dataset, others = _chosen(datasets)
        surplus.update(others)
        names = (path.name for path, _ in things if path in surplus)
        return cls(dataset, pipeline, tuple(names), tuple(unknown))


def _chosen(paths: Sequence[Path]) -> tuple[Path | None, list[Path]]:
    """The dataset that paths name together, and those that are not of it.

    Parts of one labelled dataset, as its ``images``, its ``labels`` and its ``data.yaml``, are that dataset;
    of others a file of annotations counts before the folders beside it.
    """
    if len(paths) < 2 or all(map(_is_picture, paths)):
        first = paths[0] if paths else None
        return first, [path for path in paths[1:] if path.parent != paths[0].parent]
    parents = {path.parent for path in paths}
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112
    wholes = (path for path in folders if not is_part(path.name))
    if len(parents) == 1 and not any(map(_is_labelled, wholes)) and _is_labelled(paths[0].parent):
        return paths[0].parent, []
    first = next((path for path in paths if not _is_picture(path) and is_dataset_file(path)), paths[0])
    if first in folders:
        return first, list(paths[1:])
    root = first.parent
    root = root.parent if root.name.casefold() in _HOLD_ANNOTATIONS else root
    return first, [path for path in paths if path != first and root not in path.parents]


def _is_labelled(folder: Path) -> bool:
    return recognised_format(folder) != IMAGE_FOLDER


def holds_something(data: QMimeData) -> bool:
    """Whether a drag holds anything that can be opened, or may do so on a drive that does not answer soon."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return result_within(lambda: any(map(can_be_opened, paths)), _PATIENCE) is not False


def can_be_opened(path: Path) -> bool:
    """Whether something is a folder, or by its name a file that may be opened."""
    if path.suffix.lower() in (*IMAGE_SUFFIXES, *ANNOTATIONS) or path.name == MANIFEST:
        return os.path.exists(path)  # noqa: PTH110  (raises nothing, as where a folder cannot be looked into)
    return os.path.isdir(path)  # noqa: PTH112


def is_record(path: Path) -> bool:
    """Whether a file is one of those by which an export is known."""
    return path.name in (IDENTITY, MANIFEST) and is_export(path.parent)


def is_pipeline(path: Path) -> bool:
    """Whether a file is taken for a pipeline."""
    if path.suffix.lower() != ".json" or os.path.isdir(path):  # noqa: PTH112
        return False
    return not is_record(path) and not is_dataset_file(path)


def _is_strange(path: Path) -> bool:
    """Whether a file may be of annotations by its name, but is of no format and nothing else."""
    if path.suffix.lower() not in ANNOTATIONS or os.path.isdir(path):  # noqa: PTH112
        return False
    return not (is_pipeline(path) or is_record(path) or is_dataset_file(path))


def named(names: Sequence[str]) -> str:
    """Names in one line, of which the first ones are enough."""
    shown = [printable(shortened(name, _LONGEST_NAME)) for name in names[:_NAMED]]
    return ", ".join(shown) + (f", … (+{len(names) - _NAMED})" if len(names) > _NAMED else "")


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in IMAGE_SUFFIXES and not os.path.isdir(path)  # noqa: PTH112
