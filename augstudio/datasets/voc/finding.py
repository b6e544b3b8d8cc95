"""Finds Pascal VOC datasets; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.entries import is_folder
from augstudio.datasets.first_files import first_files

ANNOTATIONS: Final = "Annotations"
"""The folder of the XML files."""

_FIRST_ELEMENT: Final = re.compile(rb"<([A-Za-z_][-\w.:]*)")
_HEAD: Final = 2000
_DEEPEST: Final = 2


def sniff(path: Path) -> Likelihood:
    """Whether a path is a dataset of this format: it has XML files with an ``<annotation>``."""
    return Likelihood.NO if voc_root(path) is None else Likelihood.CERTAIN


def voc_root(path: Path) -> Path | None:
    """The folder of the dataset that a path names: a folder, ``Annotations`` in it, or an XML file.

    ``VOCdevkit`` with one year in it is that year.
    """
    try:
        if path.suffix.lower() == ".xml":
            return _of_folder(path.parent) if _is_annotation(path) else None
        if not path.is_dir():
            return None
        for folder in (path, *_only_folders(path)):
            if (folder / ANNOTATIONS).is_dir() and _holds_annotations(folder / ANNOTATIONS):
                return folder
        return _of_folder(path) if _holds_annotations(path) else None
    except (OSError, ValueError):
        return None


def _of_folder(folder: Path) -> Path:
    """The dataset that a folder with annotations is, or is a part of."""
    return folder.parent if folder.name.casefold() == ANNOTATIONS.casefold() else folder


def _only_folders(path: Path) -> Iterator[Path]:
    """The folder in a folder, and the one in that, as far as there is only one each."""
    for _ in range(_DEEPEST):
        with os.scandir(path) as items:
            inner = [Path(item.path) for item in items if is_folder(item) and item.name[0] != "."]
        if len(inner) != 1:
            return
        path = inner[0]
        yield path


def _holds_annotations(folder: Path) -> bool:
    """Whether XML files of this kind lie in a folder or in those in it, as far as the first ones tell."""
    return any(map(_is_annotation, first_files(folder, ".xml")))


def _is_annotation(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            first = _FIRST_ELEMENT.search(stream.read(_HEAD))
            return first is not None and first[1] == b"annotation"
    except OSError:
        return False
