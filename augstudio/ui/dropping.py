"""What may be dropped on the window, and how it is told what was not taken."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from augstudio.core.text import printable, shortened
from augstudio.datasets.formats import is_dataset_file
from augstudio.export.files import IDENTITY, MANIFEST
from augstudio.export.reading.reader import is_export
from augstudio.images.suffixes import IMAGE_SUFFIXES
from augstudio.ui.threads import result_within

ANNOTATIONS = (".yaml", ".yml", ".json", ".jsonl", ".xml", ".csv")
"""Suffixes of files by which labelled datasets are opened."""

_NAMED = 3
_PATIENCE = 0.2  # seconds
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Dropped:
    """Things that were dropped together.

    Attributes:
        dataset: The first folder, export or picture.
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
        dataset: Path | None = None
        pipeline: Path | None = None
        surplus, unknown = [], []
        for path, address in things:
            if path is None or not can_be_opened(path) or _is_strange(path):
                unknown.append(path.name if path is not None and path.name else address)
            elif is_pipeline(path):
                surplus += [path.name] if pipeline is not None else []
                pipeline = pipeline or path
            elif dataset is None:
                dataset = path
            elif not (_is_picture(path) and _is_picture(dataset) and path.parent == dataset.parent):
                surplus.append(path.name)
        return cls(dataset, pipeline, tuple(surplus), tuple(unknown))


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
