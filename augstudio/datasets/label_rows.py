"""Recognises labels in rows: a text file for each picture, or a table that names pictures."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from math import isfinite
from typing import Final

from augstudio.datasets.csv.coordinates import holds_coordinates
from augstudio.datasets.label_folder import LabelFolder, names_class, stem_of
from augstudio.datasets.masks.recognising import is_called_masks, masked

BOXES: Final = "CSV with coordinates"
"""The format of a table of boxes or of other places in pictures."""

_ROWS: Final = 20
_COLUMNS: Final = 20
_DIGEST: Final = re.compile(r"\*?(?:[0-9a-f]{32,128}|[0-9A-F]{32,128})")
# Fewer numbers are no box.
_BOX: Final = 4
_LABEL_FOLDERS: Final = re.compile(r"obj_(?:train|val|valid|test)_data|labels?[-_]?(?:txt|\d)", re.IGNORECASE)
_CALLED_LABELS: Final = re.compile(
    r"(?:^|[-_. ])(?:gt|dets?|bbx|bbox(?:es)?|bounding_?box(?:es)?|landmarks?|keypoints?|annotations?|labels?"
    r"|part_locs)(?:$|[-_. ])",
    re.IGNORECASE,
)
# What a file of rows says of all of them, as "gsd:0.15".
_REMARK: Final = re.compile(r"[A-Za-z]\w*:\S*")
# Words in the head of a table's column.
_COORDINATE: Final = re.compile(
    r"x|x_?(?:min|max|\d)|p\dx|left|bbox|box|boxes|landmarks?|keypoints?|points|polygon|segmentation|rle"
    r"|encodedpixels|region|shape|angle",
    re.IGNORECASE,
)


def told_txt(folder: LabelFolder, name: str, data: bytes) -> str:
    """The format of a text file: rows of numbers for a picture, or a table of pictures."""
    lines = _lines(data)
    numbers = _format_of_numbers(lines, least=0.5)
    if numbers and _is_of_a_picture(folder, name):
        return numbers
    # Between the boxes there may be rows that name a picture or say how many boxes follow.
    if _CALLED_LABELS.search(stem_of(name)) and _format_of_numbers(lines, least=0.25):
        return "coordinates"
    rows = [re.split(r"[ \t,;]+", line) for line in lines]
    if _names_pictures(folder, rows, header=None):
        return "table"
    return "text files" if _is_caption(folder, name) else ""


def told_csv(folder: LabelFolder, name: str, data: bytes) -> str:
    """A table with a row for each picture or object, where no folder says the class."""
    lines = _lines(data)
    if not lines:
        return ""
    separator = max(",;\t", key=lines[0].count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    header = rows[0]
    if stem_of(name) == "metadata" and "file_name" in header:
        return "Hugging Face metadata"
    if {"xmin", "ymin", "xmax", "ymax"} <= {cell.casefold() for cell in header}:
        return BOXES
    headless = bool(header) and folder.picture(header[0]) is not None
    body = rows if headless else rows[1:]
    if not _names_pictures(folder, body, header=None if headless else header):
        return ""
    # No reader of tables takes boxes, so that none is named.
    return BOXES if holds_coordinates(() if headless else header, body, 0) else "CSV"


def _lines(data: bytes) -> list[str]:
    """Some lines that hold any, the first among them, the others from all over the text."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = [line for line in text.splitlines() if line.strip()]
    rest = lines[1:]
    return lines[:1] + rest[:: max(1, len(rest) // _ROWS)][:_ROWS]


def _format_of_numbers(lines: Sequence[str], *, least: float) -> str:
    """What rows are by their form, if at least this share of them holds a box or more; else ""."""
    rows = [re.split(r"[ \t,;]+", line.strip()) for line in lines if not _REMARK.fullmatch(line.strip())]
    full = [row for row in rows if len([word for word in row if _number(word) is not None]) >= _BOX]
    if not full or len(full) < least * len(rows):
        return ""
    if all(map(_is_yolo_row, rows)):
        return "YOLO"
    if all(len(row) >= 15 and _number(row[0]) is None for row in full):
        return "KITTI"
    corners = all(len(row) > 8 and None not in map(_number, row[:8]) for row in full)
    if corners and all(_number(row[8]) is None for row in full):
        return "ICDAR" if "," in lines[-1] else "DOTA"
    return "coordinates"


def _is_yolo_row(row: Sequence[str]) -> bool:
    if len(row) < 5 or not row[0].isdecimal():
        return False
    values = [_number(word) for word in row[1:]]
    return all(value is not None and (not isfinite(value) or -0.01 <= value <= 2.01) for value in values)


def _number(word: str) -> float | None:
    try:
        return float(word)
    except ValueError:
        return None


def _is_of_a_picture(folder: LabelFolder, name: str) -> bool:
    stem = stem_of(name)
    if {stem, masked(stem)} & folder.stems or any(map(_is_label_folder, folder.path.split("/"))):
        return True
    return any(folder.picture(called) is not None for called in {stem, masked(stem)})


def _is_label_folder(name: str) -> bool:
    return is_called_masks(name) or _LABEL_FOLDERS.fullmatch(name) is not None


def _is_caption(folder: LabelFolder, name: str) -> bool:
    """Whether this and most of the pictures here have a text of their own."""
    if stem_of(name) not in folder.stems:
        return False
    texts = {stem_of(other) for other in folder.files.get(".txt", ())} & folder.stems
    return len(texts) > 1 and 2 * len(texts) >= len(folder.stems)


def _names_pictures(folder: LabelFolder, rows: Sequence[Sequence[str]], header: Sequence[str] | None) -> bool:
    """Whether most rows name a picture and say more of it than the folder in which it lies."""
    for column in range(min(max(map(len, rows), default=0), _COLUMNS)):
        cells = [row[column] if column < len(row) else "" for row in rows]
        names = [cell for cell in cells if column == 0 or re.search(r"[^\W\d_]", cell)]
        if 2 * len(names) < len(rows):
            continue
        found = [folder.picture(cell) for cell in cells]
        pairs = [(place, row) for place, row in zip(found, rows, strict=True) if place is not None]
        if pairs and 2 * len(pairs) >= len(rows):
            return _says_more(folder, pairs, column, header)
    return False


def _says_more(
    folder: LabelFolder,
    pairs: Sequence[tuple[str, Sequence[str]]],
    column: int,
    header: Sequence[str] | None,
) -> bool:
    """Whether rows hold labels; those that only repeat in which folder of a class a picture lies do not."""
    rest = [
        [cell for n, cell in enumerate(row) if n != column and cell and not _DIGEST.fullmatch(cell)]
        for _, row in pairs
    ]
    if 2 * sum(map(bool, rest)) < len(rest):
        return False
    places = {place for place, _ in pairs}
    if not any(map(names_class, places)) or places == {folder.path}:
        return True
    if len(places) == 1 and len({tuple(cells) for cells in rest}) > 1:
        return True
    if header is None:
        return all(sum(_number(cell) is not None for cell in cells) >= _BOX for cells in rest)
    words = (word for cell in header for word in re.split(r"[^A-Za-z0-9]+", cell))
    return any(map(_COORDINATE.fullmatch, words))
