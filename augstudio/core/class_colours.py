"""In which colours classes are drawn that have none of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

Colour: TypeAlias = tuple[int, int, int]

COLOURS: Final[tuple[Colour, ...]] = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
    (148, 103, 189),
    (140, 200, 60),
    (255, 120, 120),
    (23, 190, 207),
    (188, 143, 143),
)
"""The first of them; the first seven are those of Okabe and Ito (2008), which people of every colour vision
can tell apart."""

# Classes never get these: ignored areas, shades and rims are drawn in them.
_NEUTRAL: Final[tuple[Colour, ...]] = ((200, 200, 200), (0, 0, 0), (255, 255, 255))
# Values of red, green and blue that the colours after the first ones are made of; the finer ones come last.
_LEVELS: Final = (range(30, 256, 45), range(0, 256, 36))


def class_colour(position: int) -> Colour:
    """Red, green and blue, 0..255, of the class at a position.

    The first twelve are :data:`COLOURS`. Each one after them is, of all that are left, the one that looks
    least like any before it. They begin anew after some 700.
    """
    if position < len(COLOURS):
        return COLOURS[position]
    more = _more_colours()
    return (*COLOURS, *more)[position % (len(COLOURS) + len(more))]


@cache
def _more_colours() -> tuple[Colour, ...]:
    """The colours after the first ones; in whole numbers, so that they are the same on every machine."""
    found: list[Colour] = []
    for levels in _LEVELS:
        found += _least_alike(levels, (*COLOURS, *_NEUTRAL, *found))
    return tuple(found)


def _least_alike(levels: Sequence[int], taken: Sequence[Colour]) -> Iterator[Colour]:
    """Colours of these levels, each as far as can be from those before it and from those taken."""
    choice = np.array(list(itertools.product(levels, repeat=3)), np.int64)
    nearest = np.min([_differences(choice, np.array(colour)) for colour in taken], axis=0)
    while nearest.any():
        farthest = choice[np.argmax(nearest)]
        red, green, blue = farthest.tolist()
        yield red, green, blue
        nearest = np.minimum(nearest, _differences(choice, farthest))


def _differences(colours: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How much colours look unlike another one: squared distances, weighted by how red both are.

    Args:
        colours: ``(n, 3)`` red, green and blue.
        other: ``(3,)``.

    Returns:
        ``(n,)``, 0 for the same.
    """
    red = (colours[:, 0] + other[0]) // 2
    squares = (colours - other) ** 2
    weighted: npt.NDArray[np.int64] = (
        (512 + red) * squares[:, 0] + 1024 * squares[:, 1] + (767 - red) * squares[:, 2]
    )
    return weighted
