"""Pieces through a stage: repeated by padding, moved, and cut by the frame of the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import NOT_LABELLED
from augstudio.core.polygon import Rings, cut, cut_by_heights
from augstudio.render.labelling.pieces import (
    BITMAP,
    POINTS,
    Bits,
    Facts,
    Indices,
    Pieces,
    assembled,
    finite,
    in_all,
)
from augstudio.render.labelling.tiles import Tile
from augstudio.render.labelling.ways import Way

# Shapes smaller than this, in square pixels, are what rounding leaves of those that only touch a border.
_NOTHING: Final = 1e-9


@dataclass(frozen=True)
class Copies:
    """Pieces in all cells of the plane that a stage sees.

    Attributes:
        pieces: The copies, in the plane; bitmaps have the numbers that they are to get.
        before: ``(S,)`` the number that a bitmap had before.
        cells: ``(S,)`` the cell in which each copy is.
        moves: ``(S, 2, 2)`` sign and shift of both axes there.
    """

    pieces: Pieces
    before: Indices
    cells: Indices
    moves: Float64Array


def moved(pieces: Pieces, way: Way, *, ellipses: bool) -> Pieces:
    """Copies in the plane where a stage shows them, those that it shows.

    Args:
        pieces: What :func:`repeated` gave.
        way: The stage.
        ellipses: Whether those in boxes are followed, too.

    Returns:
        Pieces of the result. Those of bitmaps are boxes around them.
    """
    pieces = _before_horizon(pieces, way)
    if not len(pieces):
        return pieces
    facts, centres = pieces.facts, _centres(pieces)
    linear = way.linear(centres)
    facts = replace(facts, linear=_after(facts.linear, linear))
    if ellipses:
        facts = replace(facts, conic=_seen_through(way.local(centres), facts.conic))
    return _within_frame(_placed(replace(pieces, facts=facts), way), way.target)


# -- copies -----------------------------------------------------------------------------------------------


@dataclass
class _Found:
    """Copies as they are made."""

    rows: list[int] = field(default_factory=list)
    cells: list[int] = field(default_factory=list)
    shapes: list[Rings] = field(default_factory=list)
    marks: list[tuple[Float64Array, Int32Array]] = field(default_factory=list)

    def add(self, row: int, cell: int, rings: Rings, marks: tuple[Float64Array, Int32Array]) -> None:
        if rings:
            self.rows.append(row)
            self.cells.append(cell)
            self.shapes.append(rings)
            self.marks.append(marks)


def repeated(pieces: Pieces, way: Way, tiles: Sequence[Tile], *, ellipses: bool) -> Copies:
    """The pieces in each cell that shows them.

    Args:
        pieces: What enters the stage.
        way: The stage.
        tiles: The cells of the plane that it sees.
        ellipses: Whether those in boxes are followed, too.
    """
    found = _Found()
    if len(pieces) and tiles and way.window is not None:
        shapes = [pieces.rings_of(row) for row in range(len(pieces))]
        lowest, highest = pieces.extents()
        lows, highs = lowest.tolist(), highest.tolist()
        whole = (pieces.facts.kind == POINTS).tolist()
        for row, number in _pairs(lowest, highest, tiles):
            tile, rings, marks = tiles[number], shapes[row], pieces.marks_of(row)
            if not tile.drawn_out:
                rings = tile.rings(rings, lows[row], highs[row], whole=whole[row])
                found.add(row, number, rings, _marks_in(tile, *marks))
            elif not whole[row]:
                found.add(row, number, tile.smear(rings, way.window), _no_marks(*marks))
    rows, cells = np.array(found.rows, np.intp), np.array(found.cells, np.intp)
    before = pieces.facts.taken(rows)
    moves = np.array([tile.moves() for tile in tiles]).reshape(-1, 2, 2)[cells]
    facts = _copied(before, tiles, cells, moves)
    if ellipses:
        facts = replace(facts, conic=_seen_through(_matrices(moves), facts.conic))
    copies = assembled(found.shapes, found.marks if pieces.seen.size else None, facts)
    return Copies(copies, before.number, cells, moves)


def _pairs(lowest: Float64Array, highest: Float64Array, tiles: Sequence[Tile]) -> list[tuple[int, int]]:
    """Which pieces each cell may show, by their extents; of each piece the picture's own cell first."""
    shown = np.array([[cell.shown for cell in tile.cells] for tile in tiles])  # (tiles, axes, ends)
    reaches = (lowest[:, None] <= shown[None, :, :, 1]) & (highest[:, None] >= shown[None, :, :, 0])
    rows, numbers = np.nonzero(reaches.all(axis=2))
    return list(zip(rows.tolist(), numbers.tolist(), strict=True))


def _marks_in(tile: Tile, points: Float64Array, seen: Int32Array) -> tuple[Float64Array, Int32Array]:
    """Keypoints as a cell shows them; those that it does not show are missing."""
    if not seen.size:
        return points, seen
    sign, shift = tile.moves()
    (left, right), (top, bottom) = (cell.shown for cell in tile.cells)
    inside = _inside(points, (left, top), (right, bottom))
    return points * sign + shift, np.where(inside, seen, NOT_LABELLED).astype(np.int32)


def _no_marks(points: Float64Array, seen: Int32Array) -> tuple[Float64Array, Int32Array]:
    return points, np.full(seen.shape, NOT_LABELLED, np.int32)


def _inside(points: Float64Array, low: tuple[float, float], high: tuple[float, float]) -> Bits:
    x, y = points[:, 0], points[:, 1]
    inside: Bits = (x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1])
    return inside


def _copied(facts: Facts, tiles: Sequence[Tile], cells: Indices, moves: Float64Array) -> Facts:
    """What is known of copies in cells."""
    ghost = np.array([not tile.real for tile in tiles], np.bool_)[cells]
    smeared = np.array([tile.drawn_out for tile in tiles], np.bool_)[cells]
    copy = np.where(ghost | facts.ghost, 1 + facts.copy * len(tiles) + cells, 0)
    return replace(
        facts,
        ghost=facts.ghost | ghost,
        smeared=facts.smeared | smeared,
        copy=np.unique(np.append(0, copy), return_inverse=True)[1][1:],
        linear=facts.linear * np.repeat(moves[:, 0], 2, axis=1),
        number=_numbered(facts, ghost),
    )


def _matrices(moves: Float64Array) -> Float64Array:
    """``(S, 3, 3)`` what cells do to places."""
    matrices = np.zeros((len(moves), 3, 3))
    matrices[:, 0, 0], matrices[:, 1, 1], matrices[:, 2, 2] = moves[:, 0, 0], moves[:, 0, 1], 1.0
    matrices[:, :2, 2] = moves[:, 1]
    return matrices


def _numbered(facts: Facts, ghost: Bits) -> Indices:
    """The numbers of bitmaps, new ones for copies."""
    new = ghost & (facts.kind == BITMAP)
    if not new.any():
        return facts.number
    numbers = facts.number.copy()
    numbers[new] = int(facts.number.max()) + 1 + np.arange(np.count_nonzero(new))
    return numbers


# -- through the stage ------------------------------------------------------------------------------------


def _before_horizon(pieces: Pieces, way: Way) -> Pieces:
    """Without what lies beyond the horizon of the stage."""
    heights = way.heights(pieces.points)
    if heights is None:
        return pieces
    shapes: list[Rings] = []
    for row in range(len(pieces)):
        first, last = pieces.shapes[row], pieces.shapes[row + 1]
        bounds = pieces.rings[first : last + 1]
        own = np.split(heights[bounds[0] : bounds[-1]], bounds[1:-1] - bounds[0])
        rings, kind = pieces.rings_of(row), pieces.facts.kind[row]
        if kind == BITMAP:  # its pixels decide
            shapes.append(rings)
        elif kind == POINTS:
            shapes.append(_kept(rings, [height >= 0 for height in own]))
        else:
            shapes.append(cut_by_heights(rings, own))
    marks = way.heights(pieces.marks)
    seen = pieces.seen if marks is None else np.where(marks >= 0, pieces.seen, NOT_LABELLED).astype(np.int32)
    return replace(pieces, seen=seen).with_shapes(shapes)


def _kept(rings: Rings, corners: Sequence[Bits]) -> Rings:
    """Rings of some corners only, those that have any."""
    kept = (ring[which] for ring, which in zip(rings, corners, strict=True))
    return tuple(ring for ring in kept if len(ring))


def _centres(pieces: Pieces) -> Float64Array:
    """``(S, 2)`` the middle of each piece's extent."""
    lowest, highest = pieces.extents()
    centres: Float64Array = (lowest + highest) / 2
    return centres


def _after(first: Float64Array, then: Float64Array) -> Float64Array:
    """``(S, 4)`` directions through one matrix each, then through another."""
    a, b, c, d = first.T
    p, q, r, s = then.T
    return np.stack((p * a + q * c, p * b + q * d, r * a + s * c, r * b + s * d), axis=1)


def _seen_through(matrices: Float64Array, conics: Float64Array) -> Float64Array:
    """Dual conics through matrices: M C Mᵀ, in plain sums: numpy's products differ between machines."""
    left = (matrices[:, :, :, None] * conics[:, None, :, :]).sum(axis=2)
    seen: Float64Array = (left[:, :, None, :] * matrices[:, None, :, :]).sum(axis=3)
    return seen


def _placed(pieces: Pieces, way: Way) -> Pieces:
    """All corners and keypoints where the stage shows them."""
    if way.step is not None:
        pieces = _densified(pieces, way.step)
    points = way.corners(pieces.points)
    marks, seen = pieces.marks, pieces.seen
    if seen.size:
        marks = way.places(marks)
        nowhere = ~finite(marks)
        seen = np.where(nowhere, NOT_LABELLED, seen).astype(np.int32)
        marks = np.where(nowhere[:, None], 0.0, marks)
    return replace(pieces, points=points, marks=marks, seen=seen)


def _densified(pieces: Pieces, step: float) -> Pieces:
    """With more corners on long edges, none further from the next than ``step``."""
    following = pieces.points[pieces.following()]
    ways = following - pieces.points
    lengths = np.sqrt(ways[:, 0] * ways[:, 0] + ways[:, 1] * ways[:, 1])
    loose = np.repeat(pieces.facts.kind == POINTS, np.diff(np.append(pieces.starts, len(pieces.points))))
    counts = np.where(loose, 1, np.maximum(1, np.ceil(lengths / step))).astype(np.intp)
    begins = np.zeros(counts.size + 1, np.intp)
    np.cumsum(counts, out=begins[1:])
    edge = np.repeat(np.arange(counts.size), counts)
    share = (np.arange(begins[-1]) - begins[edge]) / counts[edge]
    points = pieces.points[edge] + share[:, None] * ways[edge]
    return replace(pieces, points=points, rings=begins[pieces.rings])


# -- the frame --------------------------------------------------------------------------------------------


def _within_frame(pieces: Pieces, size: Size) -> Pieces:
    """The parts of the pieces that lie in the frame of a result."""
    if not len(pieces):
        return pieces
    low, high = (-0.5, -0.5), (size[0] - 0.5, size[1] - 0.5)
    if pieces.seen.size:
        inside = _inside(pieces.marks, low, high)
        pieces = replace(pieces, seen=np.where(inside, pieces.seen, NOT_LABELLED).astype(np.int32))
    lowest, highest = pieces.extents()
    outside = ~in_all((highest > low) & (lowest < high))
    crossing = ~in_all((lowest >= low) & (highest <= high)) & ~outside
    loose, bitmap = (np.asarray(pieces.facts.kind == kind) for kind in (POINTS, BITMAP))
    if not (crossing.any() or outside.any() or loose.any()):
        return pieces
    before = pieces.areas()
    shapes: list[Rings] = []
    for row in range(len(pieces)):
        rings = pieces.rings_of(row)
        if loose[row]:
            places, seen = pieces.marks_of(row)
            rings = (places[seen != NOT_LABELLED],) if np.any(seen != NOT_LABELLED) else ()
        elif bitmap[row]:  # its pixels decide
            pass
        elif outside[row]:
            rings = ()
        elif crossing[row]:
            rings = _in_frame(rings, lowest[row], highest[row], high)
        shapes.append(rings)
    numbers = np.array([row for row, rings in enumerate(shapes) if rings], np.intp)
    facts = replace(pieces.facts, truncated=pieces.facts.truncated | (bitmap & (crossing | outside)))
    pieces = replace(pieces, facts=facts).with_shapes(shapes)
    return _measured(pieces, before[numbers], (crossing & ~loose & ~bitmap)[numbers])


def _in_frame(rings: Rings, lowest: Float64Array, highest: Float64Array, high: tuple[float, float]) -> Rings:
    for axis in (0, 1):
        if lowest[axis] < -0.5:
            rings = cut(rings, axis, -0.5, 1)
        if highest[axis] > high[axis]:
            rings = cut(rings, axis, high[axis], -1)
    return rings


def _measured(pieces: Pieces, before: Float64Array, cut_rows: Bits) -> Pieces:
    """With what the frame left of those that it cut, and without those of which it left nothing."""
    if not len(pieces) or not cut_rows.any():
        return pieces
    after = pieces.areas()
    share = np.where(cut_rows & (before > 0), np.minimum(1.0, after / np.where(before > 0, before, 1.0)), 1.0)
    facts = replace(
        pieces.facts,
        visible=pieces.facts.visible * share,
        truncated=pieces.facts.truncated | (share < 1),
    )
    pieces = replace(pieces, facts=facts)
    left = ~(cut_rows & (after <= _NOTHING))
    return pieces if left.all() else pieces.taken(np.flatnonzero(left))
