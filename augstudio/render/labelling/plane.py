"""The plane that a picture and its padding make, with the pieces of its labels: made once for all copies."""

from __future__ import annotations

from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.lattice import numbers_seen
from augstudio.core.padding import PaddingMode
from augstudio.render.labelling.moving import in_all
from augstudio.render.labelling.pieces import Bits, Indices, Pieces
from augstudio.render.labelling.tiles import tiles_between
from augstudio.render.labelling.ways import Window
from augstudio.render.resolve import Resampling

Numbers = tuple[tuple[int, int], tuple[int, int]]
"""Numbers of the first and the last cell that are seen, across and down."""

_PICTURE: Final[Numbers] = ((0, 0), (0, 0))
# Far more than rounding moves a corner, in pixels: what lies nearer than this is looked at exactly.
_ROUNDING: Final = 1e-3


class Plane:
    """Pieces in some cells of the plane.

    Attributes:
        numbers: Which cells.
        pieces: The pieces in them, those of one piece beside each other.
        counts: ``(S,)`` how many corners each has.
        areas: ``(S,)`` their areas.
        ghosts: ``(S,)`` which are copies.
    """

    def __init__(self, pieces: Pieces, mode: PaddingMode, source: Size, numbers: Numbers) -> None:
        self.numbers = numbers
        self.pieces = in_all(pieces, tiles_between(mode, source, *numbers))
        self.counts: Indices = self.pieces.corners
        self.areas: Float64Array = self.pieces.areas
        self.ghosts: Bits = self.pieces.facts.ghost
        lowest, highest = self.pieces.extents
        # The middle and the half sides of the upright rectangle around each, and what is added.
        middles, halves = (lowest + highest) / 2, (highest - lowest) / 2
        self._rectangles = np.concatenate((middles.T, halves.T, np.ones((1, len(lowest)))))

    def holds(self, numbers: Numbers) -> bool:
        """Whether all of some cells are among its own."""
        return all(
            own[0] <= seen[0] and seen[1] <= own[1] for own, seen in zip(self.numbers, numbers, strict=True)
        )

    def shown(self, stage: Resampling) -> Indices:
        """The pieces that an affine stage may show: the rectangle around where they go meets its frame."""
        (a, b, c), (d, e, f), _ = stage.matrix
        right, bottom = stage.target[0] - 0.5, stage.target[1] - 0.5
        across, down = (-abs(a), -abs(b)), (-abs(d), -abs(e))
        beyond = np.array(
            (
                (a, b, *across, c - right),
                (-a, -b, *across, -0.5 - c),
                (d, e, *down, f - bottom),
                (-d, -e, *down, -0.5 - f),
            )
        )
        found: Indices = ((beyond @ self._rectangles).max(axis=0) <= _ROUNDING).nonzero()[0]
        return found


class Planes:
    """The planes of one picture's labels, by padding mode; each grows with what copies see of it."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._made: dict[tuple[PaddingMode, Size], Plane] = {}

    def seen(self, mode: PaddingMode, source: Size, window: Window) -> Plane | None:
        """The plane of a padding mode with all cells that a part of it sees.

        Args:
            mode: The padding mode.
            source: Size of the picture.
            window: The part.

        Returns:
            None where nothing is seen, pixels are drawn out over cells, or there are many cells.
        """
        (left, top), (right, bottom) = window
        across = numbers_seen(mode, source[0], left, right)
        down = numbers_seen(mode, source[1], top, bottom)
        if across is None or down is None:
            return None
        numbers = across, down
        if numbers != _PICTURE:
            drawn_out = mode is PaddingMode.EDGE or min(source) == 1
            if drawn_out or min(across[0], down[0]) < -1 or max(across[1], down[1]) > 1:
                return None
        plane = self._made.get((mode, source))
        if plane is None or not plane.holds(numbers):
            if plane is not None:
                numbers = _with(across, plane.numbers[0]), _with(down, plane.numbers[1])
            plane = self._made[mode, source] = Plane(self._pieces, mode, source, numbers)
        return plane


def _with(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])
