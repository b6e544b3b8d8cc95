"""Tells tables of boxes, points and outlines from those of classes: their numbers move with the pixels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from augstudio.datasets.label_text import number

_NAME: Final = re.compile(
    r"x|y\d|[xy]_?(?:min|max|\d|cent(?:er|re)|c)|p\dx|c_?[xy]|left|top|bbox|boxes|landmarks?\w*"
    r"|keypoints?|points|polygon|segmentation|rle|encodedpixels|region\w*|shape|angle",
    re.IGNORECASE,
)
# The size of a picture as well as of a box, which has a place too.
_SIZE: Final = re.compile(r"w|h|width|height", re.IGNORECASE)
# As in "Upper left corner X", "Roi.Y1" and "topLeftX".
_AXIS: Final = re.compile(r"(?:^|[^a-z]|[a-z](?=[XY]))([xyXY])[-_ ]?(?:\d|min|max)?$", re.IGNORECASE)
# A list of numbers in one cell, as "[10.0, 10.0, 20.0, 15.0]".
_LIST: Final = re.compile(r"[\[(]\s*-?[\d.]+(?:[\s,;]+-?[\d.]+){3,}\s*[\])]")
_BOX: Final = 4
_PLACE: Final = 2


def holds_coordinates(names: Sequence[str], rows: Iterable[Sequence[str]], file: int) -> bool:
    """Whether a table says where things are in its pictures.

    Args:
        names: What its columns are called; empty where it has no head.
        rows: Some of its rows.
        file: Position of the column that names the picture.
    """
    axes = {found[1].lower() for name in names if (found := _AXIS.search(name)) is not None}
    if any(map(_NAME.fullmatch, names)) or len(axes) > 1:
        return True
    rows = list(rows)
    if any(map(_SIZE.fullmatch, names)) and _has_place(names, rows, file):
        return True
    cells = [[cell for column, cell in enumerate(row) if column != file] for row in rows]
    if any(map(_LIST.fullmatch, (cell for row in cells for cell in row))):
        return True
    return not names and any(map(_is_box, cells)) and all(_is_box(row) or not any(row) for row in cells)


def _has_place(names: Sequence[str], rows: Sequence[Sequence[str]], file: int) -> bool:
    """Whether two columns beside the sizes hold numbers larger than marks of classes."""
    rest = [column for column, name in enumerate(names) if column != file and not _SIZE.fullmatch(name)]
    values = [[number(row[column]) for row in rows if column < len(row)] for column in rest]
    return sum(any(value is not None and value > 1 for value in column) for column in values) >= _PLACE


def _is_box(cells: Sequence[str]) -> bool:
    """Whether some cells are numbers for at least one box, and no marks of classes."""
    values = [value for cell in cells if (value := number(cell)) is not None]
    return len(values) >= _BOX and any(value > 1 for value in values)
