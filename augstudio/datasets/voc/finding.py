"""Finds Pascal VOC datasets; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.first_files import first_files

ANNOTATIONS: Final = "Annotations"
"""The folder of the XML files."""

_FIRST_ELEMENT: Final = re.compile(rb"<([A-Za-z_][-\w.:]*)")
_HEAD: Final = 2000
_DEEPEST: Final = 2
_OTHERS: Final = ("ImageSets", "SegmentationClass", "SegmentationObject")
"""Folders beside it without pictures to open."""


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a dataset of this format: it has XML files with an ``<annotation>``."""
    return Likelihood.NO if voc_root(candidate) is None else Likelihood.CERTAIN


def voc_root(candidate: Candidate) -> Path | None:
    """The folder of the dataset that a path names: a folder, one in it but that of pictures, or an XML file.

    ``VOCdevkit`` with one year in it is that year.
    """
    path = candidate.path
    try:
        if candidate.suffix == ".xml":
            return _of_folder(path.parent) if _is_annotation(path) else None
        if not candidate.is_folder:
            return None
        for folder in (path, *_only_folders(candidate)):
            if (folder / ANNOTATIONS).is_dir() and _holds_annotations(folder / ANNOTATIONS):
                return folder
        if _holds_annotations(path):
            return _of_folder(path)
        parts = (inner.parent for inner in (path, path.parent) if inner.name in _OTHERS)
        return next((folder for folder in parts if _holds_annotations(folder / ANNOTATIONS)), None)
    except (OSError, ValueError):
        return None


def _of_folder(folder: Path) -> Path:
    """The dataset that a folder with annotations is, or is a part of."""
    # Files of a split may lie in a folder of their own in it.
    for inner in (folder, *folder.parents[:_DEEPEST]):
        if inner.name.casefold() == ANNOTATIONS.casefold():
            return inner.parent
    return folder


def _only_folders(candidate: Candidate) -> Iterator[Path]:
    """The folder in a folder, and the one in that, as far as there is only one each."""
    for _ in range(_DEEPEST):
        if len(candidate.folders) != 1:
            return
        candidate = Candidate(candidate.path / candidate.folders[0])
        yield candidate.path


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
