"""The cells of the plane that a picture and its padding make, and what of a shape is seen in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.lattice import Cell, cells
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

    def rings(self, rings: Rings, low: Sequence[float], high: Sequence[float], *, whole: bool) -> Rings:
        """What of a shape is seen in the cell, in the plane.

        Args:
            rings: The shape, in the picture.
            low: Its least column and row.
            high: Its greatest ones.
            whole: Whether it is shown whole or not at all.
        """
        plain = True
        for axis, cell in enumerate(self.cells):
            first, last = cell.shown
            if not whole and low[axis] < first:
                rings = cut(rings, axis, first, 1)
            if not whole and high[axis] > last:
                rings = cut(rings, axis, last, -1)
            plain = plain and cell.sign == 1 and cell.shift == 0
        if plain:
            return rings
        sign, shift = self.moves()
        return tuple(ring * sign + shift for ring in rings)

    def moves(self) -> tuple[Float64Array, Float64Array]:
        """``(2,)`` sign and shift of both axes."""
        return (
            np.array((self.across.sign, self.down.sign), np.float64),
            np.array((self.across.shift, self.down.shift), np.float64),
        )

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
    cell, other = both[axis], both[1 - axis]
    if other.drawn_out is None:
        return [(cell.low, cell.high)]
    parts = sections(rings, 1 - axis, other.drawn_out)
    if cell.drawn_out is not None:
        inside = any(begin <= cell.drawn_out <= end for begin, end in parts)
        return [(cell.low, cell.high)] if inside else []
    first, last = cell.shown
    shown = [(max(begin, first), min(end, last)) for begin, end in parts if begin < last and end > first]
    ends = [(cell.sign * begin + cell.shift, cell.sign * end + cell.shift) for begin, end in shown]
    return [(min(pair), max(pair)) for pair in ends]


def tiles_seen(mode: PaddingMode, source: Size, window: Window | None) -> tuple[Tile, ...]:
    """The cells that a part of the plane shows; the picture itself comes first.

    Args:
        mode: The padding mode.
        source: Size of the picture.
        window: The part of the plane; None for nothing.
    """
    if window is None:
        return ()
    low, high = window
    across, down = (cells(mode, source[axis], low[axis], high[axis]) for axis in (0, 1))
    tiles = [Tile(column, row) for row in down for column in across]
    return tuple(sorted(tiles, key=lambda tile: not tile.real))
