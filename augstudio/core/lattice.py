"""How a padding mode tiles the plane with a picture: cells along each axis.

Along an axis the plane is cut into cells. Each shows the picture's line, moved and perhaps mirrored; ``edge``
draws the outermost pixel out instead. Whole numbers are pixel centres, so a line of n pixels covers
-0.5 .. n - 0.5.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
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
    return tuple(cell for cell in _cells(mode, length, low, high) if cell.low < high and cell.high > low)


def _cells(mode: PaddingMode, length: int, low: float, high: float) -> Iterator[Cell]:
    end = length - 0.5
    if mode is PaddingMode.CONSTANT:
        yield Cell(0, -0.5, end)
    elif mode is PaddingMode.EDGE or length == 1:  # one pixel repeats for ever in every mode
        yield Cell(-1, -math.inf, -0.5, drawn_out=0.0)
        yield Cell(0, -0.5, end)
        yield Cell(1, end, math.inf, drawn_out=length - 1.0)
    else:
        period = length - 1 if mode is PaddingMode.REFLECT else length
        reach = MOST_CELLS // 2
        first = max(-reach, math.floor((low - 0.5) / period) - 1)
        last = min(reach, math.floor((high + 0.5) / period) + 1)
        for number in range(first, last + 1):
            reflects = mode is PaddingMode.REFLECT
            yield _mirrored(length, number) if reflects else _repeated(mode, length, number)


def _repeated(mode: PaddingMode, length: int, number: int) -> Cell:
    """A cell of whole pixels, as wide as the picture."""
    begin = number * length - 0.5
    if mode is PaddingMode.WRAP or number % 2 == 0:
        return Cell(number, begin, begin + length, 1, float(number * length))
    return Cell(number, begin, begin + length, -1, (number + 1) * length - 1.0)


def _mirrored(length: int, number: int) -> Cell:
    """A cell that shares the outermost pixels with its neighbours; the picture keeps its own whole."""
    period = length - 1

    def border(before: int) -> float:
        """Where the cell of this number begins."""
        return {0: -0.5, 1: period + 0.5}.get(before, float(before * period))

    low, high = border(number), border(number + 1)
    if number % 2 == 0:
        return Cell(number, low, high, 1, float(number * period))
    return Cell(number, low, high, -1, float((number + 1) * period))
