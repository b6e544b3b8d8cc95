"""The cells of the plane that a picture and its padding make, and what of a shape is seen in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.lattice import Cell, cell, numbers_seen
from augstudio.core.padding import PaddingMode
from augstudio.core.polygon import Rings, cut, sections
from augstudio.render.labelling.ways import Window


@dataclass(frozen=True)
class Tile:
    """A cell of the plane.

    Attributes:
        across: The cell of its columns.
        down: The cell of its rows.
    """

    across: Cell
    down: Cell

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """Both cells."""
        return self.across, self.down

    @property
    def real(self) -> bool:
        """Whether it is the picture itself."""
        return self.across.number == 0 and self.down.number == 0

    @property
    def drawn_out(self) -> bool:
        """Whether the outermost pixels are drawn out over it."""
        return self.across.drawn_out is not None or self.down.drawn_out is not None

    @property
    def moves(self) -> tuple[tuple[int, int], tuple[float, float]]:
        """Sign and shift of both axes."""
        return (self.across.sign, self.down.sign), (self.across.shift, self.down.shift)

    def within(self, rings: Rings, low: Sequence[float], high: Sequence[float]) -> Rings:
        """What of a shape is seen in the cell, in the picture.

        Args:
            rings: The shape, in the picture.
            low: Its least column and row.
            high: Its greatest ones.
        """
        for axis, part in enumerate(self.cells):
            first, last = part.shown
            if low[axis] < first:
                rings = cut(rings, axis, first, 1)
            if high[axis] > last:
                rings = cut(rings, axis, last, -1)
        return rings

    def smear(self, rings: Rings, window: Window) -> Rings:
        """What of a shape is drawn out over the cell, in the plane, as far as it is looked at."""
        spans = [_drawn_spans(rings, axis, self.cells) for axis in (0, 1)]
        low, high = window
        made: list[Float64Array] = []
        for x_span in spans[0]:
            for y_span in spans[1]:
                left, right = max(x_span[0], low[0] - 1), min(x_span[1], high[0] + 1)
                top, bottom = max(y_span[0], low[1] - 1), min(y_span[1], high[1] + 1)
                if left < right and top < bottom:
                    made.append(np.array(((left, top), (right, top), (right, bottom), (left, bottom))))
        return tuple(made)


def _drawn_spans(rings: Rings, axis: int, both: tuple[Cell, Cell]) -> list[tuple[float, float]]:
    """Where a shape lies along one axis of a cell over which it is drawn out."""
    own, other = both[axis], both[1 - axis]
    if other.drawn_out is None:
        return [(own.low, own.high)]
    parts = sections(rings, 1 - axis, other.drawn_out)
    if own.drawn_out is not None:
        inside = any(begin <= own.drawn_out <= end for begin, end in parts)
        return [(own.low, own.high)] if inside else []
    first, last = own.shown
    shown = [(max(begin, first), min(end, last)) for begin, end in parts if begin < last and end > first]
    ends = [(own.sign * begin + own.shift, own.sign * end + own.shift) for begin, end in shown]
    return [(min(pair), max(pair)) for pair in ends]


class Tiles:
    """Cells of the plane, and what is known of them in arrays of one row per cell.

    Attributes:
        all: The cells; the picture itself comes first.
        lows: ``(T, 2)`` where in the picture the part begins that each shows.
        highs: ``(T, 2)`` where it ends.
        moves: ``(T, 2, 2)`` sign and shift of both axes.
        real: ``(T,)`` whether it is the picture itself.
        drawn_out: ``(T,)`` whether the outermost pixels are drawn out over it.
        moving: ``(T,)`` whether what it shows lies elsewhere than in the picture.
        signs: ``(T, 2)`` the signs alone.
        shifts: ``(T, 2)`` the shifts alone.
        placing_signs: ``(T, 2)`` signs for what is seen in it; smears are where they belong already.
        placing_shifts: ``(T, 2)`` shifts for it.
    """

    def __init__(self, tiles: Sequence[Tile]) -> None:
        self.all = tuple(sorted(tiles, key=lambda tile: not tile.real))
        shown = np.array([(tile.across.shown, tile.down.shown) for tile in self.all]).reshape(-1, 2, 2)
        self.lows: Float64Array = shown[:, :, 0]
        self.highs: Float64Array = shown[:, :, 1]
        self.moves: Float64Array = np.array([tile.moves for tile in self.all], np.float64).reshape(-1, 2, 2)
        self.real = np.array([tile.real for tile in self.all], np.bool_)
        self.drawn_out = np.array([tile.drawn_out for tile in self.all], np.bool_)
        self.moving = ~self.real & ~self.drawn_out
        self.signs, self.shifts = np.ascontiguousarray(self.moves.transpose(1, 0, 2))
        self.placing_signs = np.where(self.moving[:, None], self.signs, 1.0)
        self.placing_shifts = np.where(self.moving[:, None], self.shifts, 0.0)


def tiles_seen(mode: PaddingMode, source: Size, window: Window | None) -> Tiles:
    """The cells that a part of the plane shows.

    Args:
        mode: The padding mode.
        source: Size of the picture.
        window: The part of the plane; None for nothing.
    """
    if window is None:
        return Tiles(())
    low, high = window
    across, down = (numbers_seen(mode, source[axis], low[axis], high[axis]) for axis in (0, 1))
    return Tiles(()) if across is None or down is None else tiles_between(mode, source, across, down)


@lru_cache(maxsize=64)
def tiles_between(mode: PaddingMode, source: Size, across: tuple[int, int], down: tuple[int, int]) -> Tiles:
    """The cells of these numbers; copies of pictures of one size see mostly the same ones.

    Args:
        mode: The padding mode.
        source: Size of the picture.
        across: Numbers of the first and last cell along its columns.
        down: Those along its rows.
    """
    columns, rows = (
        [cell(mode, length, number) for number in range(first, last + 1)]
        for length, (first, last) in zip(source, (across, down), strict=True)
    )
    return Tiles([Tile(column, row) for row in rows for column in columns])
