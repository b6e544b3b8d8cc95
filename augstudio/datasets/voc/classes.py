"""The classes of a Pascal VOC dataset: those of ``labelmap.txt``, of the challenges, or of its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from augstudio.core.labels import Categories, Category
from augstudio.core.text import printable
from augstudio.datasets.between import BACKGROUND, background_beside, is_background
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.errors import Message

LABEL_MAP: Final = "labelmap.txt"
"""The file that CVAT and datumaro write with the names and colours of the classes."""
VOID: Final = 255
"""The value of pixels that count for nothing."""

CHALLENGE: Final = (
    BACKGROUND,
    *("aeroplane", "bicycle", "bird", "boat", "bottle", "bus", "car", "cat", "chair", "cow", "diningtable"),
    *("dog", "horse", "motorbike", "person", "pottedplant", "sheep", "sofa", "train", "tvmonitor"),
)
"""The classes of the challenges, each at the value of its pixels."""

MAX_CLASSES: Final = 255
_IGNORED: Final = ("ignored", "void")
_MAX_BYTES: Final = 1 << 20


def colour_of(value: int) -> tuple[int, int, int]:
    """The colour of a value in the palette of the challenges: its bits, dealt out to red, green and blue."""
    parts = [sum((value >> (3 * bit + channel) & 1) << (7 - bit) for bit in range(3)) for channel in range(3)]
    return parts[0], parts[1], parts[2]


PALETTE: Final = tuple(map(colour_of, range(256)))
"""The palette of the challenges."""


def label_map_text(classes: Sequence[Category]) -> str:
    """The file with names and colours, the first of which is the background."""
    lines = ["# label:color_rgb:parts:actions"]
    for value, category in enumerate(classes):
        colour = ",".join(map(str, category.colour or PALETTE[value % len(PALETTE)]))
        lines.append(f"{category.name}:{colour}::")
    # Readers that look colours up refuse one that they are not told of.
    lines.append(f"{_IGNORED[0]}:{','.join(map(str, PALETTE[VOID]))}::")
    return "\n".join(lines) + "\n"


def read_label_map(root: Path) -> tuple[Categories, tuple[LabelProblem, ...]] | None:
    """The classes that the file names; None where there is none.

    Raises:
        DatasetError: It cannot be read.
    """
    if not (root / LABEL_MAP).is_file():
        return None
    text = label_text(label_bytes(root / LABEL_MAP, LABEL_MAP, _MAX_BYTES), LABEL_MAP)
    found: list[Category] = []
    problems = []
    for line, content in enumerate(map(str.strip, text.splitlines()), 1):
        if not content or content.startswith("#"):
            continue
        name, text, *_ = (*content.rsplit(":", 3), "", "")
        colour = _colour(text)
        if not name.strip() or (text.strip() and colour is None):
            reason = Message(
                "{0} is not a name with a colour, such as car:128,0,0::; it is left out", printable(content)
            )
            problems.append(LabelProblem(LABEL_MAP, line, reason))
            continue
        if name.strip() not in _IGNORED or colour != PALETTE[VOID]:
            found.append(Category(name.strip(), len(found), colour))
    return Categories(tuple(found)), tuple(problems)


def _colour(text: str) -> tuple[int, int, int] | None:
    parts = text.split(",")
    if len(parts) != 3 or not all(part.strip().isdecimal() and int(part) < 256 for part in parts):
        return None
    red, green, blue = map(int, parts)
    return red, green, blue


def parted(categories: Categories) -> tuple[Category, tuple[Category, ...]]:
    """The background of a ``labelmap.txt`` and the classes of objects, which have their values from 1 on.

    Its first line is the background where it is called so, or black; without such a line one is put before.
    """
    first, rest = categories.all[:1], categories.all[1:]
    if first and (is_background(first[0].name) or first[0].colour == PALETTE[0]):
        return first[0], rest
    numbered = tuple(replace(item, source_id=value) for value, item in enumerate(categories.all, 1))
    return background_beside(categories), numbered
