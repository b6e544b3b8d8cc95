"""The classes of masks: files that list them, with their numbers or colours, and those of Cityscapes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from augstudio.core.labels import Category
from augstudio.core.text import printable
from augstudio.datasets.between import is_background
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.label_reading import LabelFileError
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.masks.finding import LISTS
from augstudio.datasets.splits import split_of
from augstudio.errors import DatasetError, Message
from augstudio.images.label_map import Colour

_COLOURS: Final = ("label_colors.txt", "label_colours.txt", "labelmap.txt")
_NAMES: Final = ("codes.txt", "classes.txt", "labels.txt")
_MOST_BYTES: Final = 1 << 20
_NAME: Final = ("name", "class", "class_name", "label", "class name")
_VALUE: Final = ("value", "pixel value", "id", "index", "class_id")
_RED, _GREEN, _BLUE = ("r", "red"), ("g", "green"), ("b", "blue")
_IGNORED: Final = re.compile(r"void|ignored?|unlabell?ed|unknown|out of roi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MaskClasses:
    """The classes of a dataset of masks.

    Attributes:
        all: The classes; each has its number in the masks as source id.
        file: Name of the file that lists them; empty where none does.
    """

    all: tuple[Category, ...] = ()
    file: str = ""

    @property
    def ignored(self) -> int | None:
        """The number of the class that counts for nothing, by its name."""
        return next((item.source_id for item in self.all if _IGNORED.fullmatch(item.name)), None)

    @property
    def objects(self) -> tuple[Category, ...]:
        """The classes that objects may have: neither the background at 0 nor what counts for nothing.

        Formats of objects number just these. All of them where nothing else would be left.
        """
        ignored = self.ignored
        found = tuple(
            item
            for item in self.all
            if item.source_id != ignored and not (item.source_id == 0 and is_background(item.name))
        )
        return found or self.all


def listed_classes(root: Path) -> MaskClasses | None:
    """The classes that a file lists in a dataset's folder, or in that of a split; None where there is none.

    Raises:
        DatasetError: The file cannot be understood; the text names it and the line.
    """
    splits = [f"{name}/" for name in Candidate(root).folders if split_of(name) is not None]
    kinds = (LISTS, _of_table), (_COLOURS, _of_colours), (_NAMES, _of_names)
    for folder, (names, read) in product(("", *splits), kinds):
        for name in (f"{folder}{name}" for name in names):
            if (root / name).is_file():
                text = label_text(label_bytes(root / name, name, _MOST_BYTES), name)
                found = tuple(read(text, name))
                _check(found, name)
                return MaskClasses(found, name)
    return None


def _check(found: Sequence[Category], name: str) -> None:
    values = [item.source_id for item in found]
    if not found:
        raise LabelFileError(name, 0, Message("lists no class"))
    if len(set(values)) < len(values):
        twice = next(value for value in values if values.count(value) > 1)
        raise LabelFileError(name, 0, Message("gives the number {0} to two classes", twice))


def _of_table(text: str, name: str) -> Iterator[Category]:
    lines = text.splitlines()
    separator = max(",;\t", key=(lines or [""])[0].count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    head = [cell.casefold() for cell in rows[0]] if rows else []

    def column(words: Sequence[str]) -> int | None:
        return next((head.index(word) for word in words if word in head), None)

    named, numbered = column(_NAME), column(_VALUE)
    parts = [column(words) for words in (_RED, _GREEN, _BLUE)]
    if named is None or (numbered is None and None in parts):
        raise DatasetError(
            "{0} must have columns for the name and the value of each class, or its colour: value,name or "
            "name,r,g,b",
            printable(name),
        )
    for line, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        try:
            value = len(rows[1:line]) - 1 if numbered is None else int(row[numbered])
            colour = None if None in parts else _colour([row[part] for part in parts if part is not None])
            yield Category(row[named], value, colour)
        except (IndexError, ValueError):
            raise _unreadable(name, line) from None


def _of_colours(text: str, name: str) -> Iterator[Category]:
    """Lines as ``64 128 64 Animal``, or ``Animal:64,128,64::``."""
    value = 0
    for line, row in enumerate(text.splitlines(), 1):
        row = row.strip()  # noqa: PLW2901
        if not row or row.startswith("#"):
            continue
        before = re.fullmatch(r"(\d+)[\s,]+(\d+)[\s,]+(\d+)[\s,]+(.+)", row)
        after = re.fullmatch(r"([^:]+):\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?::.*)?", row)
        try:
            if before is not None:
                yield Category(before[4].strip(), value, _colour(before.groups()[:3]))
            elif after is not None:
                yield Category(after[1].strip(), value, _colour(after.groups()[1:]))
            else:
                raise ValueError
        except ValueError:
            raise _unreadable(name, line) from None
        value += 1


def _of_names(text: str, _name: str) -> Iterator[Category]:
    for value, row in enumerate(row.strip() for row in text.splitlines() if row.strip()):
        yield Category(row, value)


def _colour(parts: Sequence[str]) -> Colour:
    red, green, blue = (int(part) for part in parts)
    if not all(0 <= part <= 255 for part in (red, green, blue)):
        raise ValueError
    return red, green, blue


def _unreadable(name: str, line: int) -> LabelFileError:
    return LabelFileError(name, line, Message("does not name a class with its value or colour"))


_CITYSCAPES: Final = """
0 255 0 0 0 unlabeled
1 255 0 0 0 ego vehicle
2 255 0 0 0 rectification border
3 255 0 0 0 out of roi
4 255 0 0 0 static
5 255 111 74 0 dynamic
6 255 81 0 81 ground
7 0 128 64 128 road
8 1 244 35 232 sidewalk
9 255 250 170 160 parking
10 255 230 150 140 rail track
11 2 70 70 70 building
12 3 102 102 156 wall
13 4 190 153 153 fence
14 255 180 165 180 guard rail
15 255 150 100 100 bridge
16 255 150 120 90 tunnel
17 5 153 153 153 pole
18 255 153 153 153 polegroup
19 6 250 170 30 traffic light
20 7 220 220 0 traffic sign
21 8 107 142 35 vegetation
22 9 152 251 152 terrain
23 10 70 130 180 sky
24 11 220 20 60 person
25 12 255 0 0 rider
26 13 0 0 142 car
27 14 0 0 70 truck
28 15 0 60 100 bus
29 255 0 0 90 caravan
30 255 0 0 110 trailer
31 16 0 80 100 train
32 17 0 0 230 motorcycle
33 18 119 11 32 bicycle
"""

FIRST_WITH_INSTANCES: Final = (24, "person")
"""Number and name of the class of Cityscapes from which on all have instances."""


def cityscapes(*, to_train: bool) -> MaskClasses:
    """The classes of Cityscapes, with the numbers of its label files or those to train on."""
    rows = [line.split(maxsplit=5) for line in _CITYSCAPES.strip().splitlines()]
    found = tuple(
        Category(name, int(train if to_train else value), (int(red), int(green), int(blue)))
        for value, train, red, green, blue, name in rows
        if not to_train or train != "255"
    )
    return MaskClasses(found)
