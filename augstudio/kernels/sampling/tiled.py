"""Maps of names, such as classes and numbers of objects, continued by padding.

Padding repeats the pixels of a map as it repeats those of a picture. What its copies are called is another
matter: a copy of an object is an object of its own, and a copy of a class may count for nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.lattice import Cell
from augstudio.core.region import Region

Map: TypeAlias = npt.NDArray[Any]
"""``(H, W)`` uint8, uint16, uint32 or int32."""
Positions: TypeAlias = npt.NDArray[np.int64]
# More names of one cell are not worth being made.
_MOST_NAMES: Final = 1 << 16


@dataclass(frozen=True)
class TiledMap:
    """A map and the plane that it and its padding make.

    Attributes:
        values: The map.
        across: The cells of the columns that are seen, in order and without gaps.
        down: The cells of the rows.
        names: ``(rows of cells, columns of cells, N)`` what each value of the map is called in each cell;
            with N = 1, what all of the cell is called, or -1 where the values stand as they are.
        outside: The value where there is no cell.
    """

    values: Map
    across: Sequence[Cell]
    down: Sequence[Cell]
    names: npt.NDArray[np.int64]
    outside: int

    def window(self, part: Region, step: int = 1) -> Map:
        """The values of a part of the plane.

        Args:
            part: The part.
            step: Takes every so manieth column and row, from the first one of the part.

        Returns:
            ``(part.height, part.width)``, each divided by ``step`` and rounded up.
        """
        columns = list(_runs(self.across, part.left, part.right, step))
        rows = list(_runs(self.down, part.top, part.bottom, step))
        shape = -(-part.height // step), -(-part.width // step)
        covered = all(_length(runs) == side for runs, side in zip((rows, columns), shape, strict=True))
        if covered and len(columns) == len(rows) == 1 and self._names(rows[0][0], columns[0][0]) is None:
            found: Map = self.values[rows[0][2], columns[0][2]]
            if found.shape == shape:
                return found
        made: Map = np.empty(shape, self.values.dtype)
        if not covered:
            made[:] = self.outside
        for down, place_rows, source_rows in rows:
            for across, place_columns, source_columns in columns:
                target, names = made[place_rows, place_columns], self._names(down, across)
                if isinstance(names, int):
                    target[:] = names
                    continue
                found = self.values[source_rows, source_columns]
                target[:] = found if names is None else names.take(found)
        return made

    def _names(self, down: int, across: int) -> Map | int | None:
        """What values are called in a cell: each by itself, or all of them; None where they stay."""
        names = self.names[down, across]
        if names.size == 1:
            return int(names[0]) if names[0] >= 0 else None
        return None if (names == np.arange(names.size)).all() else names.astype(self.values.dtype)

    def at(self, columns: Positions, rows: Positions) -> Map:
        """The values of single pixels of the plane."""
        across, column, beside = _places(self.across, columns)
        down, row, below = _places(self.down, rows)
        values = self.values[row, column].astype(np.int64)
        if self.names.shape[2] == 1:
            name = self.names[down, across, 0]
            values = np.where(name < 0, values, name)
        else:
            values = self.names[down, across, values]
        return np.where(beside | below, self.outside, values).astype(self.values.dtype)


@dataclass(frozen=True)
class PackedMaps:
    """Two maps in one, so that they are looked up together.

    Attributes:
        values: Those of the first map, times a power of two, and those of the second.
        bits: Which power: that many bits hold every value of the second map.
    """

    values: Map
    bits: int

    @classmethod
    def of(cls, first: Map, second: Map, besides: int) -> PackedMaps | None:
        """Two maps of one size; None where they do not fit into 31 bits.

        Args:
            first: One whose values may get names.
            second: The other one, uint8 or uint16.
            besides: Another value that the second one may get.
        """
        if not first.size:
            return None
        bits = 8 if second.dtype == np.uint8 else max(int(second.max()), besides).bit_length()
        least, most = int(first.min()), int(first.max())
        if least < 0 or most.bit_length() + bits > 31:
            return None
        kind = _kind(most.bit_length() + bits)
        packed: Map = first.astype(kind) << kind(bits)
        return cls(np.bitwise_or(packed, second, out=packed), bits)

    def tiled(self, first: TiledMap, second: TiledMap) -> TiledPair | None:
        """The plane that two maps make which lie in the same cells; None where that is not worth it."""
        bits = self.bits
        needed, count = int(first.names.max()).bit_length() + bits, first.names.shape[2]
        if needed > 31 or not 1 < count <= _MOST_NAMES >> bits:
            return None
        kind = _kind(needed)
        values = self.values if self.values.itemsize >= kind().itemsize else self.values.astype(kind)
        outside = first.outside << bits | second.outside
        return TiledPair(values, first.across, first.down, first.names, outside, second, bits)


@dataclass(frozen=True)
class TiledPair(TiledMap):
    """Two maps in one and the plane that they and their padding make.

    Attributes:
        values: Both, as :class:`PackedMaps` has them.
        names: Those of the first one, each of whose values has one.
        outside: The values where there is no cell, likewise.
        second: The second one, whose cells are called something as a whole or not at all.
        bits: As in :class:`PackedMaps`.
    """

    second: TiledMap
    bits: int

    def _names(self, down: int, across: int) -> Map | int | None:
        first, second = super()._names(down, across), self.second._names(down, across)
        if first is None and second is None:
            return None
        assert not isinstance(first, int)  # as each of its values has a name
        kind = self.values.dtype.type
        numbers = np.arange(self.names.shape[2]) if first is None else first
        others = np.arange(1 << self.bits) if second is None else np.full(1 << self.bits, second)
        both: Map = (numbers.astype(kind) << kind(self.bits))[:, None] | others.astype(kind)
        return both.ravel()

    def at(self, columns: Positions, rows: Positions) -> Map:
        """The values of single pixels of the plane."""
        first = TiledMap(
            self.values >> self.bits, self.across, self.down, self.names, self.outside >> self.bits
        )
        both: Map = first.at(columns, rows) << self.bits | self.second.at(columns, rows)
        return both

    def apart(self, found: Map) -> tuple[Map, Map]:
        """Values of both, as int32 and as the second map's type."""
        first = np.empty(found.shape, np.int32)
        np.right_shift(found, found.dtype.type(self.bits), out=first, casting="unsafe")
        second = found.astype(self.second.values.dtype)  # which cuts off the rest
        if self.bits < 8 * second.itemsize:
            second &= (1 << self.bits) - 1
        return first, second


def _kind(bits: int) -> type[np.unsignedinteger[Any]]:
    return np.uint16 if bits <= 16 else np.uint32


def _runs(cells: Sequence[Cell], first: int, end: int, step: int) -> Iterator[tuple[int, slice, slice]]:
    """Each cell's number, the places of a part of the plane that lie in it, and the map's pixels there."""
    for number, (cell, own) in enumerate(zip(cells, _firsts(cells), strict=True)):
        begin, stop = max(first, own), min(end, _first_pixel(cell.high))
        places = slice(-((first - begin) // step), -((first - stop) // step))
        if begin >= stop or places.start >= places.stop:
            continue
        begin, last = first + step * places.start, first + step * (places.stop - 1)
        if cell.drawn_out is not None:
            pixel = int(cell.drawn_out)
            source = slice(pixel, pixel + 1)
        elif cell.sign > 0:
            source = slice(begin - int(cell.shift), last + 1 - int(cell.shift), step)
        else:
            end_pixel = int(cell.shift) - last - 1
            source = slice(int(cell.shift) - begin, end_pixel if end_pixel >= 0 else None, -step)
        yield number, places, source


def _firsts(cells: Sequence[Cell]) -> list[int]:
    """The first pixel of each cell."""
    found = [_first_pixel(cell.low) for cell in cells]
    # A border that is seen from half a pixel away shows the pixel on it, though the cell before is not seen.
    if math.isfinite(cells[0].low):
        found[0] = math.ceil(cells[0].low)
    return found


def _length(runs: Sequence[tuple[int, slice, slice]]) -> int:
    """How many pixels lie in cells."""
    return sum(place.stop - place.start for _, place, _ in runs)


def _first_pixel(border: float) -> int:
    """The first pixel after a border between cells; one that lies on it belongs to the cell before."""
    if not np.isfinite(border):
        return -(1 << 62) if border < 0 else 1 << 62
    return int(np.floor(border)) + 1


def _places(
    cells: Sequence[Cell], positions: Positions
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.bool_]]:
    """The cell of each pixel of the plane, the pixel of the map that it shows, and whether there is none."""
    firsts = np.array(_firsts(cells))
    number = np.searchsorted(firsts, positions, side="right") - 1
    outside = (number < 0) | (positions >= _first_pixel(cells[-1].high))
    number = np.clip(number, 0, len(cells) - 1)
    # A pixel p of the plane shows sign * (p - shift); with sign 0 only the one that is drawn out.
    signs = np.array([cell.sign if cell.drawn_out is None else 0 for cell in cells])
    shifts = np.array([int(cell.shift) for cell in cells])
    drawn = np.array([int(cell.drawn_out or 0) for cell in cells])
    pixel = signs[number] * (positions - shifts[number]) + drawn[number]
    return number, np.where(outside, 0, pixel).astype(np.intp), outside
