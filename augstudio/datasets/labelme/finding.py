"""Finds datasets of LabelMe; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.first_files import first_files

_ENDS: Final = 1 << 16
_SHAPES: Final = re.compile(rb'"shapes"\s*:\s*\[')
_PICTURE: Final = re.compile(rb'"(?:image(?:Path|Data|Height)|shape_type)"\s*:')


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a dataset of this format: JSON files with ``shapes`` and ``imagePath``."""
    return Likelihood.NO if labelme_root(candidate.path) is None else Likelihood.CERTAIN


def labelme_root(path: Path) -> Path | None:
    """The folder of the dataset that a path names: a folder, or a file in it; None where it is none."""
    try:
        if path.suffix.lower() == ".json":
            return path.parent if _is_annotation(path) else None
        return path if any(map(_is_annotation, first_files(path, ".json"))) else None
    except (OSError, ValueError):
        return None


def _is_annotation(file: Path) -> bool:
    """Whether the ends of a file are those of one of LabelMe: the picture in between may be large."""
    try:
        with file.open("rb") as stream:
            data = stream.read(_ENDS)
            size = os.fstat(stream.fileno()).st_size
            stream.seek(max(len(data), size - _ENDS))
            data += stream.read(_ENDS)
    except OSError:
        return False
    return _SHAPES.search(data) is not None and _PICTURE.search(data) is not None
