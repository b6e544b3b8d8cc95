"""The plane that a picture and its padding make, with the pieces of its labels: made once for all copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import is_not, itemgetter
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.cached import cached_property
from augstudio.core.image import Size
from augstudio.core.lattice import numbers_seen
from augstudio.core.padding import PaddingMode
from augstudio.core.polygon import Rings
from augstudio.render.labelling.moving import InCells, in_cells
from augstudio.render.labelling.pieces import Bits, Indices, Pieces, in_a_row
from augstudio.render.labelling.tiles import Tiles, tiles_between
from augstudio.render.labelling.ways import window_of
from augstudio.render.resolve import Resampling

Numbers: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
"""Numbers of the first and the last cell that are seen, across and down."""

_PICTURE: Final[Numbers] = ((0, 0), (0, 0))
_AROUND: Final[Numbers] = ((-1, 1), (-1, 1))
# Far more than rounding moves a corner, in pixels: what lies nearer than this is looked at exactly.
_ROUNDING: Final = 1e-3
# Stages that make areas smaller than this are looked at exactly.
_FLAT: Final = 2.0**-12


@dataclass(frozen=True)
class Plane:
    """Pieces in some cells of the plane.

    Attributes:
        numbers: Which cells.
        tiles: The same.
        before: The pieces of the picture.
        placed: These in the cells; not yet all that reach beyond the part that their cell shows are cut.
    """

    numbers: Numbers
    tiles: Tiles
    before: Pieces
    placed: InCells

    @property
    def pieces(self) -> Pieces:
        """The pieces, in the plane."""
        return self.placed.pieces

    @cached_property
    def areas(self) -> Float64Array:
        """``(S,)`` their areas."""
        return self.pieces.areas

    @property
    def ghosts(self) -> Bits:
        """``(S,)`` which are copies."""
        return self.pieces.facts.ghost

    @cached_property
    def _rectangles(self) -> Float64Array:
        """``(5, S)`` the middle and the half sides of the upright one around each, and what is added."""
        lowest, highest = self.pieces.extents
        middles, halves = (lowest + highest) / 2, (highest - lowest) / 2
        return np.concatenate((middles.T, halves.T, np.ones((1, len(lowest)))))

    def holds(self, numbers: Numbers) -> bool:
        """Whether all of some cells are among its own."""
        (left, right), (top, bottom) = self.numbers
        across, down = numbers
        return left <= across[0] and across[1] <= right and top <= down[0] and down[1] <= bottom

    @cached_property
    def _limits(self) -> tuple[float, float, float, float]:
        """What its cells leave of the plane on every side, if it surrounds the picture, or else nothing."""
        if self.numbers != _AROUND:
            return 0.0, 0.0, 0.0, 0.0
        across, down = ([getattr(tile, axis) for tile in self.tiles.all] for axis in ("across", "down"))
        left, right = min(cell.low for cell in across), max(cell.high for cell in across)
        top, bottom = min(cell.low for cell in down), max(cell.high for cell in down)
        return left + _ROUNDING, right - _ROUNDING, top + _ROUNDING, bottom - _ROUNDING

    def surrounds(self, stage: Resampling) -> bool:
        """Whether an affine stage sees nothing but its cells for sure."""
        (a, b, c), (d, e, f), _ = stage.matrix
        left, right, top, bottom = self._limits
        turn = a * e - b * d
        size = abs(turn)
        if size < _FLAT:
            return False
        # The middle of what is seen, and half of its sides.
        width, height = stage.target[0] / 2, stage.target[1] / 2
        x, y = width - 0.5 - c, height - 0.5 - f
        column, row = (e * x - b * y) / turn, (a * y - d * x) / turn
        reach, depth = (abs(e) * width + abs(b) * height) / size, (abs(d) * width + abs(a) * height) / size
        return left < column - reach and column + reach < right and top < row - depth and row + depth < bottom

    def shown(self, stages: Sequence[Resampling]) -> tuple[Indices, Indices]:
        """The pieces that affine stages may show: the rectangle around where they go meets their frames.

        Returns:
            The pieces that each shows, one stage after the other, and which stage it is.
        """
        beyond = np.array([row for stage in stages for row in _beyond(stage)])
        reach = (beyond @ self._rectangles).reshape(len(stages), 4, -1).max(axis=1)
        numbers, rows = (reach <= _ROUNDING).nonzero()
        return rows, numbers

    def with_cut(self, rows: Indices) -> Plane:
        """The plane in which some more pieces are cut by their cells; those of which nothing is left go."""
        placed, tiles = self.placed, self.tiles
        lowest, highest = (ends.tolist() for ends in self.before.extents)
        changed: dict[int, Rings] = {}
        for row in rows.tolist():
            source, cell = placed.rows[row], placed.cells[row]
            rings = tiles.all[cell].within(self.before.rings_of(source), lowest[source], highest[source])
            signs, shifts = tiles.placing_signs[cell], tiles.placing_shifts[cell]
            changed[row] = tuple(ring * signs + shifts for ring in rings)
        uncut = placed.uncut.copy()
        uncut[rows] = False
        pieces, kept = placed.pieces.with_some(changed)
        return replace(self, placed=InCells(pieces, placed.rows[kept], placed.cells[kept], uncut[kept]))


@dataclass(frozen=True)
class PlanesInARow:
    """Pieces of one plane, or of several one after the other.

    Attributes:
        planes: The planes.
    """

    planes: tuple[Plane, ...]

    @cached_property
    def pieces(self) -> Pieces:
        """The pieces."""
        if len(self.planes) == 1:
            return self.planes[0].pieces
        return in_a_row([plane.pieces for plane in self.planes])

    @cached_property
    def areas(self) -> Float64Array:
        """``(S,)`` their areas."""
        return np.concatenate([plane.areas for plane in self.planes])

    @property
    def ghosts(self) -> Bits:
        """``(S,)`` which are copies."""
        return self.pieces.facts.ghost


def _beyond(stage: Resampling) -> Iterator[tuple[float, ...]]:
    """What tells how far beyond each side of a stage's frame a rectangle lies."""
    (a, b, c), (d, e, f), _ = stage.matrix
    right, bottom = stage.target[0] - 0.5, stage.target[1] - 0.5
    across, down = (-abs(a), -abs(b)), (-abs(d), -abs(e))
    yield a, b, *across, c - right
    yield -a, -b, *across, -0.5 - c
    yield d, e, *down, f - bottom
    yield -d, -e, *down, -0.5 - f


class Planes:
    """The planes of one picture's labels, by padding mode; each grows with what copies see of it."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._made: dict[tuple[PaddingMode, Size], Plane] = {}
        self._last = PlanesInARow(())

    def seen(self, mode: PaddingMode, stage: Resampling) -> bool:
        """Have the plane with all cells that an affine stage sees.

        Args:
            mode: The padding mode.
            stage: The stage.

        Returns:
            False where nothing is seen, pixels are drawn out over cells, or there are many cells.
        """
        source = stage.source
        plane = self._made.get((mode, source))
        if plane is not None and plane.surrounds(stage):
            return True
        window = window_of(stage)
        if window is None:
            return False
        (left, top), (right, bottom) = window
        across = numbers_seen(mode, source[0], left, right)
        down = numbers_seen(mode, source[1], top, bottom)
        if across is None or down is None:
            return False
        numbers = across, down
        if mode is PaddingMode.EDGE and self._lie_within(source):
            numbers = _PICTURE
        if numbers != _PICTURE:
            drawn_out = mode is PaddingMode.EDGE or min(source) == 1
            if drawn_out or min(across[0], down[0]) < -1 or max(across[1], down[1]) > 1:
                return False
        if plane is None or not plane.holds(numbers):
            numbers = numbers if plane is None else _AROUND
            tiles = tiles_between(mode, source, *numbers)
            self._made[mode, source] = Plane(numbers, tiles, self._pieces, in_cells(self._pieces, tiles))
        return True

    def _lie_within(self, source: Size) -> bool:
        """Whether nothing touches the outermost pixels of a picture, so that nothing is drawn out."""
        lowest, highest = self._ends
        width, height = source
        return lowest > 0 and highest[0] < width - 1 and highest[1] < height - 1

    @cached_property
    def _ends(self) -> tuple[float, tuple[float, float]]:
        """The least column or row of all pieces, and the greatest column and row."""
        lowest, highest = self._pieces.extents
        return float(lowest.min()), (float(highest[:, 0].max()), float(highest[:, 1].max()))

    def shown(
        self, modes: Sequence[PaddingMode], stages: Sequence[Resampling]
    ) -> tuple[PlanesInARow, Indices, Indices]:
        """The planes of padding modes, and the pieces in them that affine stages may show.

        Args:
            modes: The padding mode of each stage; equal ones follow one another.
            stages: Stages of one source, all cells of which have been seen.

        Returns:
            The planes, the pieces that each stage shows, one after the other, and which stage it is.
        """
        found: list[tuple[Plane, Indices, Indices]] = []
        pieces = begun = 0
        for mode, members in groupby(zip(modes, stages, strict=True), key=itemgetter(0)):
            part = [stage for _, stage in members]
            plane, rows, numbers = self._shown(mode, part)
            found.append((plane, rows + pieces, numbers + begun))
            pieces, begun = pieces + len(plane.pieces), begun + len(part)
        planes, all_rows, all_numbers = zip(*found, strict=True)
        last = self._last
        # A plane is seldom another one than for the copies before.
        if len(planes) != len(last.planes) or any(map(is_not, planes, last.planes)):
            last = self._last = PlanesInARow(planes)
        if len(found) == 1:
            return last, all_rows[0], all_numbers[0]
        return last, np.concatenate(all_rows), np.concatenate(all_numbers)

    def _shown(self, mode: PaddingMode, stages: Sequence[Resampling]) -> tuple[Plane, Indices, Indices]:
        """The plane of one padding mode, and what stages may show of it."""
        place = mode, stages[0].source
        plane = self._made[place]
        rows, numbers = plane.shown(stages)
        waiting = np.unique(rows[plane.placed.uncut.take(rows)])
        if waiting.size:
            plane = self._made[place] = plane.with_cut(waiting)
            rows, numbers = plane.shown(stages)
        return plane, rows, numbers
