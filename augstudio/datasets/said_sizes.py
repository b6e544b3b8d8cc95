"""Columns that say how large a picture is: of a copy they say its own size, not that of its source.

Whether such columns mean the picture is told by what they say: in a table of fruit, ``width`` may be in
millimetres, and is carried as any other number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from augstudio.core.image import Size
from augstudio.datasets.label_reading import ImageInfo

SaidSizes: TypeAlias = tuple[tuple[str, float], ...]
"""What columns say that may be the picture's width and height, by their names, in pixels if they are."""

_NAME: Final = re.compile(r"((?:(?:image|img|picture|photo)[-_ ]?)?)(?:(w|width)|h|height)", re.IGNORECASE)


def size_columns(names: Iterable[str]) -> tuple[str, ...]:
    """The columns that may say pictures' widths and heights, by their names; none without its counterpart."""
    found = [(name, match) for name in names if (match := _NAME.fullmatch(name)) is not None]
    axes: dict[str, set[bool]] = {}
    for _, match in found:
        axes.setdefault(match[1].casefold(), set()).add(match[2] is not None)
    return tuple(name for name, match in found if len(axes[match[1].casefold()]) == len((True, False)))


def said_anew(names: Sequence[str], size: Size) -> dict[str, int]:
    """What such columns say of a picture.

    Args:
        names: Their names.
        size: Its width and height in pixels.
    """
    matches = ((name, _NAME.fullmatch(name)) for name in names)
    return {name: size[0] if match is not None and match[2] else size[1] for name, match in matches}


def declared_size(said: SaidSizes) -> Size | None:
    """Width and height that columns declare for a picture whose objects have places in it.

    The first two that belong together count; None where they are no whole numbers above 0, as measures of
    things are.
    """
    found: dict[str, dict[bool, float]] = {}
    for name, value in said:
        match = _NAME.fullmatch(name)
        if match is not None and value >= 1 and value.is_integer():
            found.setdefault(match[1].casefold(), {}).setdefault(match[2] is not None, value)
    whole = (axes for axes in found.values() if len(axes) == len((True, False)))
    return next(((int(axes[True]), int(axes[False])) for axes in whole), None)


def are_of(said: SaidSizes, image: ImageInfo) -> bool:
    """Whether all that columns say is the picture's size, upright or as it lies in its file."""
    names = [name for name, _ in said]
    return any(dict(said) == said_anew(names, size) for size in (image.size, image.stored))
