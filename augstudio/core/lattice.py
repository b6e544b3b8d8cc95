"""How a padding mode tiles the plane with a picture: cells along each axis.

Along an axis the plane is cut into cells. Each shows the picture's line, moved and perhaps mirrored; ``edge``
draws the outermost pixel out instead. Whole numbers are pixel centres, so a line of n pixels covers
-0.5 .. n - 0.5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from augstudio.core.padding import PaddingMode

MOST_CELLS: Final = 65
"""Cells along an axis beyond which the outermost are left out: each is then a small part of what is seen."""


@dataclass(frozen=True)
class Cell:
    """One cell along an axis.

    Attributes:
        number: 0 is the picture itself, 1 the cell after it, -1 the one before.
        low: Where it begins in the plane.
        high: Where it ends.
        sign: 1, or -1 where it is mirrored.
        shift: The picture's place x is seen at ``sign * x + shift``.
        drawn_out: The picture's place that is seen all over the cell; None where it shows a whole line.
    """

    number: int
    low: float
    high: float
    sign: int = 1
    shift: float = 0.0
    drawn_out: float | None = None

    @property
    def shown(self) -> tuple[float, float]:
        """The part of the picture's line that it shows, begin and end."""
        if self.drawn_out is not None:
            return self.drawn_out, self.drawn_out
        ends = self.sign * (self.low - self.shift), self.sign * (self.high - self.shift)
        return min(ends), max(ends)


def cells(mode: PaddingMode, length: int, low: float, high: float) -> tuple[Cell, ...]:
    """The cells that a part of an axis sees, in order.

    Args:
        mode: The padding mode.
        length: Pixels in the picture's line, at least 1.
        low: Where the part begins in the plane.
        high: Where it ends; finite for modes that repeat the picture.

    Returns:
        Cells that share more than a point with the part; with constant padding none but the picture's own.
        At most :data:`MOST_CELLS`, those nearest to the picture.
    """
    seen = numbers_seen(mode, length, low, high)
    return () if seen is None else tuple(cell(mode, length, number) for number in range(seen[0], seen[1] + 1))


def numbers_seen(mode: PaddingMode, length: int, low: float, high: float) -> tuple[int, int] | None:
    """The numbers of the first and last of the cells that :func:`cells` gives; None where it gives none."""
    if mode is PaddingMode.CONSTANT:
        return (0, 0) if low < length - 0.5 and high > -0.5 else None
    if mode is PaddingMode.EDGE or length == 1:  # one pixel repeats for ever in every mode
        least, most, first, last = -1, 1, -1, 1
    else:
        period = length - 1 if mode is PaddingMode.REFLECT else length
        least, most = -(MOST_CELLS // 2), MOST_CELLS // 2
        first = max(least, math.floor((low - 0.5) / period) - 1)
        last = min(most, math.floor((high + 0.5) / period) + 1)
    while first <= most and _border(mode, length, first + 1) <= low:
        first += 1
    while last >= least and _border(mode, length, last) >= high:
        last -= 1
    return (first, last) if first <= last else None


def _border(mode: PaddingMode, length: int, number: int) -> float:
    """Where the cell of a number begins."""
    if number in (0, 1):
        return -0.5 if number == 0 else length - 0.5
    if mode is PaddingMode.EDGE or length == 1:
        return -math.inf if number < 0 else math.inf
    # Mirrors share the outermost pixels with their neighbours; the picture keeps its own whole.
    return float(number * (length - 1)) if mode is PaddingMode.REFLECT else number * length - 0.5


def cell(mode: PaddingMode, length: int, number: int) -> Cell:
    """One cell along an axis; with constant padding there is none but number 0, with edges none beyond 1.

    Args:
        mode: The padding mode.
        length: Pixels in the picture's line, at least 1.
        number: As in :class:`Cell`.
    """
    low, high = _border(mode, length, number), _border(mode, length, number + 1)
    if number == 0:
        return Cell(0, low, high)
    if mode is PaddingMode.EDGE or length == 1:
        return Cell(number, low, high, drawn_out=0.0 if number < 0 else length - 1.0)
    if mode is PaddingMode.REFLECT:
        mirrored = number % 2 == 1
        shift = (number + mirrored) * (length - 1)
    else:
        mirrored = mode is PaddingMode.SYMMETRIC and number % 2 == 1
        shift = (number + 1) * length - 1 if mirrored else number * length
    return Cell(number, low, high, -1 if mirrored else 1, float(shift))
