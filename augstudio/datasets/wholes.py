"""Finds the labelled dataset of which a folder is only a part, as its ``images`` or its ``labels``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from augstudio.datasets.label_folder import may_lie_inside

_HIGHEST: Final = 3
_FOLDERS: Final = frozenset(("annotations", "labels", "imagesets", "segmentationclass", "segmentationobject"))


def is_part(name: str) -> bool:
    """Whether a folder of this name is usually a part of a labelled dataset."""
    return may_lie_inside(name) or name.casefold() in _FOLDERS


def whole_of(folder: Path, is_labelled: Callable[[Path], bool]) -> Path | None:
    """The nearest folder above that is a labelled dataset; None where the names say nothing of one.

    Args:
        folder: The folder that may be a part.
        is_labelled: Tells of a folder above it whether it is a labelled dataset.
    """
    above = folder.absolute()
    for _ in range(_HIGHEST):
        if not is_part(above.name):
            return None
        above = above.parent
        if is_labelled(above):
            return above
    return None
