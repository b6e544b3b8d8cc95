"""Where the files lie that tell of a YOLO dataset; nothing in them is read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from augstudio.datasets.candidate import Candidate
from augstudio.datasets.entries import is_folder
from augstudio.datasets.left_out import is_foreign
from augstudio.datasets.splits import split_of

DESCRIPTIONS: Final = (".yaml", ".yml")
"""Suffixes of the file that names folders and classes."""

DARKNET: Final = "obj.data"
"""The file of Darknet that names lists of pictures."""

LABELS: Final = "labels"
"""The folder of the label files."""

_LISTS: Final = ("classes.txt", "obj.names")


def class_list(candidate: Candidate) -> Path | None:
    """The list of classes at a path: itself, or one in the folder or where its label files are; else None."""
    path = candidate.path
    if path.name in (*_LISTS, DARKNET):
        return list_beside(path.parent) if candidate.is_file else None
    if not candidate.is_folder:
        return None
    folders = (path, path / LABELS, *(path / inner for inner in _splits(path, candidate.folders)))
    return next((found for folder in folders if (found := list_beside(folder)) is not None), None)


def list_beside(folder: Path) -> Path | None:
    """The list of classes in a folder, if there is one."""
    files = (folder / name for name in _LISTS)
    return next((file for file in files if os.path.isfile(file)), None)  # noqa: PTH113  (raises nothing)


def split_folders(root: Path) -> Iterator[str]:
    """Folders of splits that may hold label files, relative to the root."""
    return _splits(root, folders_in(root))


def folders_in(folder: Path) -> list[str]:
    """Names of the folders in one, in order; none where it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return sorted(item.name for item in entries if is_folder(item) and not is_foreign(item.name))
    except (OSError, ValueError):
        return []


def _splits(root: Path, folders: list[str]) -> Iterator[str]:
    for name in folders:
        if split_of(name) is not None:
            yield name
            yield f"{name}/{LABELS}"
    for name in folders_in(root / LABELS) if LABELS in folders else ():
        if split_of(name) is not None:
            yield f"{LABELS}/{name}"
