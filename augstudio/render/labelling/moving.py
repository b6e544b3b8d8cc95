"""Pieces through a stage: repeated by padding, moved, and cut by the frame of the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.derived import derived
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
    in_both,
)
from augstudio.render.labelling.sides import Directions
from augstudio.render.labelling.tiles import Tile, Tiles
from augstudio.render.labelling.ways import Way

# Shapes smaller than this, in square pixels, are what rounding leaves of those that only touch a border.
_NOTHING: Final = 1e-9
# An edge is straight where nothing of it lies further from the line between its ends, in pixels.
_STRAIGHT: Final = 0.01
# Copies get numbers of their own anew from this one on.
_LARGE: Final = 1 << 40


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
    facts = pieces.facts
    slopes = way.slopes or way.linear(_centres(pieces)).T
    facts = derived(facts, linear=_after(facts.linear, slopes))
    if ellipses:
        facts = derived(facts, conic=seen_through(way.local(_centres(pieces)), facts.conic))
    return _within_frame(_placed(pieces.with_facts(facts), way), way.target)


# -- copies -----------------------------------------------------------------------------------------------


def repeated(pieces: Pieces, way: Way, tiles: Tiles, *, ellipses: bool) -> Copies:
    """The pieces in each cell that shows them.

    Args:
        pieces: What enters the stage.
        way: The stage.
        tiles: The cells of the plane that it sees.
        ellipses: Whether those in boxes are followed, too.
    """
    rows, cells, shapes = _shown(pieces, way, tiles)
    before = pieces.facts.taken(rows)
    moves = tiles.moves[cells]
    facts = _copied(before, tiles, cells, moves)
    if ellipses:
        facts = derived(facts, conic=seen_through(_matrices(moves), facts.conic))
    marks = None
    if pieces.seen.size:
        pairs = zip(rows.tolist(), cells.tolist(), strict=True)
        marks = [_marks_in(tiles.all[cell], *pieces.marks_of(row)) for row, cell in pairs]
    return Copies(_in_plane(assembled(shapes, marks, facts), tiles, cells), before.number, cells, moves)


def _shown(pieces: Pieces, way: Way, tiles: Tiles) -> tuple[Indices, Indices, list[Rings]]:
    """Which pieces are seen in which cells, and what of each, in the picture; smears in the plane."""
    if not len(pieces) or not tiles.all or way.window is None:
        return np.zeros(0, np.intp), np.zeros(0, np.intp), []
    lowest, highest = pieces.extents
    rows, cells = _pairs(lowest, highest, tiles, way)
    beyond = ~in_both((lowest[rows] >= tiles.lows[cells]) & (highest[rows] <= tiles.highs[cells]))
    drawn, loose = tiles.drawn_out[cells], (pieces.facts.kind == POINTS)[rows]
    rings = pieces.all_rings()
    shapes = [rings[row] for row in rows.tolist()]
    for place in ((beyond | drawn) & ~loose).nonzero()[0].tolist():
        tile = tiles.all[cells[place]]
        if tile.drawn_out:
            shapes[place] = tile.smear(shapes[place], way.window)
        else:
            row = rows[place]
            shapes[place] = tile.within(shapes[place], lowest[row].tolist(), highest[row].tolist())
    gone = drawn & loose
    if all(shapes) and not gone.any():
        return rows, cells, shapes
    left = np.array([bool(shape) for shape in shapes], np.bool_) & ~gone
    return rows[left], cells[left], [shapes[place] for place in left.nonzero()[0].tolist()]


def _pairs(lowest: Float64Array, highest: Float64Array, tiles: Tiles, way: Way) -> tuple[Indices, Indices]:
    """Which pieces may be seen in which cells, by their extents; of each the picture's own cell first."""
    reaches = (lowest[:, None] <= tiles.highs) & (highest[:, None] >= tiles.lows)
    rows, cells = (reaches[:, :, 0] & reaches[:, :, 1]).nonzero()
    low = np.maximum(lowest[rows], tiles.lows[cells])
    high = np.minimum(highest[rows], tiles.highs[cells])
    moves = tiles.moves[cells]
    signs, shifts = moves[:, 0], moves[:, 1]
    one, other = low * signs + shifts, high * signs + shifts
    seen = tiles.drawn_out[cells] | way.may_show(np.minimum(one, other), np.maximum(one, other))
    return rows[seen], cells[seen]


def _in_plane(pieces: Pieces, tiles: Tiles, cells: Indices) -> Pieces:
    """The pieces where their cells lie; smears lie there already."""
    moving = tiles.moving[cells]
    if not moving.any():
        return pieces
    each = tiles.placing[cells].repeat(pieces.corners, axis=0)
    return pieces.with_points(pieces.points * each[:, 0] + each[:, 1])


def _marks_in(tile: Tile, points: Float64Array, seen: Int32Array) -> tuple[Float64Array, Int32Array]:
    """Keypoints as a cell shows them; those that it does not show are missing."""
    if tile.drawn_out:
        return points, np.full(seen.shape, NOT_LABELLED, np.int32)
    sign, shift = np.array(tile.moves)
    (left, right), (top, bottom) = (cell.shown for cell in tile.cells)
    inside = _inside(points, (left, top), (right, bottom))
    return points * sign + shift, np.where(inside, seen, NOT_LABELLED).astype(np.int32)


def _inside(points: Float64Array, low: tuple[float, float], high: tuple[float, float]) -> Bits:
    x, y = points[:, 0], points[:, 1]
    inside: Bits = (x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1])
    return inside


def _copied(facts: Facts, tiles: Tiles, cells: Indices, moves: Float64Array) -> Facts:
    """What is known of copies in cells."""
    if len(tiles.all) == 1 and tiles.all[0].real:
        return facts
    made, smeared = ~tiles.real[cells], tiles.drawn_out[cells]
    ghost = facts.ghost | made
    return derived(
        facts,
        ghost=ghost,
        smeared=facts.smeared | smeared,
        copy=_counted((1 + facts.copy * len(tiles.all) + cells) * ghost),
        linear=facts.linear * moves[:, 0].repeat(2, axis=1),
        number=_numbered(facts, made),
    )


def _counted(copy: Indices) -> Indices:
    """The same numbers, or smaller ones in the same order where they have become large."""
    if not copy.size or int(copy.max()) < _LARGE:
        return copy
    counted: Indices = np.unique(np.append(0, copy), return_inverse=True)[1][1:]
    return counted


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
    lowest, highest = pieces.extents
    centres: Float64Array = (lowest + highest) / 2
    return centres


def _after(first: Float64Array, then: Float64Array | Directions) -> Float64Array:
    """``(S, 4)`` directions through one matrix each, then through another: four columns, or one for all."""
    a, b, c, d = first.T
    p, q, r, s = then
    found = np.empty_like(first)
    found[:, 0], found[:, 1] = p * a + q * c, p * b + q * d
    found[:, 2], found[:, 3] = r * a + s * c, r * b + s * d
    return found


def seen_through(matrices: Float64Array, conics: Float64Array) -> Float64Array:
    """Dual conics through matrices: M C Mᵀ, in plain sums: numpy's products differ between machines."""
    left = (matrices[:, :, :, None] * conics[:, None, :, :]).sum(axis=2)
    seen: Float64Array = (left[:, :, None, :] * matrices[:, None, :, :]).sum(axis=3)
    return seen


def _placed(pieces: Pieces, way: Way) -> Pieces:
    """All corners and keypoints where the stage shows them."""
    added = None
    if way.step is not None:
        pieces, added = _densified(pieces, way.step)
    points = way.corners(pieces.points)
    marks, seen = pieces.marks, pieces.seen
    if seen.size:
        marks = way.places(marks)
        nowhere = ~finite(marks)
        seen = np.where(nowhere, NOT_LABELLED, seen).astype(np.int32)
        marks = np.where(nowhere[:, None], 0.0, marks)
    placed = replace(pieces, points=points, marks=marks, seen=seen)
    return placed if added is None else _straightened(placed, added)


def _densified(pieces: Pieces, step: float) -> tuple[Pieces, Bits]:
    """With more corners on long edges, none further from the next than ``step``; and which were added."""
    following = pieces.points[pieces.following()]
    ways = following - pieces.points
    lengths = np.sqrt(ways[:, 0] * ways[:, 0] + ways[:, 1] * ways[:, 1])
    loose = np.repeat(pieces.facts.kind == POINTS, pieces.corners)
    counts = np.where(loose, 1, np.maximum(1, np.ceil(lengths / step))).astype(np.intp)
    begins = np.zeros(counts.size + 1, np.intp)
    np.cumsum(counts, out=begins[1:])
    edge = np.repeat(np.arange(counts.size), counts)
    share = (np.arange(begins[-1]) - begins[edge]) / counts[edge]
    points = pieces.points[edge] + share[:, None] * ways[edge]
    return pieces.with_points(points, begins[pieces.rings]), share > 0


def _straightened(pieces: Pieces, added: Bits) -> Pieces:
    """Without the added corners of edges that have stayed straight."""
    points = pieces.points
    edge = np.cumsum(~added) - 1
    starts = np.flatnonzero(~added)
    ends = np.append(starts[1:], len(points))
    last = np.isin(ends, pieces.rings[1:])
    ring = np.searchsorted(pieces.rings, starts, side="right") - 1
    following = np.where(last, pieces.rings[ring], np.minimum(ends, len(points) - 1))
    ways = points[following] - points[starts]
    lengths = np.sqrt(ways[:, 0] * ways[:, 0] + ways[:, 1] * ways[:, 1])
    away = points - points[starts[edge]]
    aside = np.abs(ways[edge, 0] * away[:, 1] - ways[edge, 1] * away[:, 0])
    bent = np.zeros(starts.size, np.bool_)
    bent[edge[aside > _STRAIGHT * lengths[edge]]] = True
    kept = ~added | bent[edge]
    if kept.all():
        return pieces
    before = np.append(0, np.cumsum(kept))
    return pieces.with_points(points[kept], before[pieces.rings])


# -- the frame --------------------------------------------------------------------------------------------


def _within_frame(pieces: Pieces, size: Size) -> Pieces:
    """The parts of the pieces that lie in the frame of a result."""
    if not len(pieces):
        return pieces
    low, high = (-0.5, -0.5), (size[0] - 0.5, size[1] - 0.5)
    if pieces.seen.size:
        inside = _inside(pieces.marks, low, high)
        pieces = replace(pieces, seen=np.where(inside, pieces.seen, NOT_LABELLED).astype(np.int32))
    lowest, highest = pieces.extents
    outside = ~in_both((highest > low) & (lowest < high))
    beyond = ~in_both((lowest >= low) & (highest <= high)) | outside
    kind = pieces.facts.kind
    loose, bitmap = kind == POINTS, kind == BITMAP
    touched = (beyond | loose).nonzero()[0].tolist()
    if not touched:
        return pieces
    before = pieces.areas
    shapes = pieces.all_rings()
    for row in touched:
        if loose[row]:
            places, seen = pieces.marks_of(row)
            shapes[row] = (places[seen != NOT_LABELLED],) if np.any(seen != NOT_LABELLED) else ()
        elif outside[row] and not bitmap[row]:
            shapes[row] = ()
        elif not bitmap[row]:  # the pixels of which decide
            shapes[row] = _in_frame(shapes[row], lowest[row].tolist(), highest[row].tolist(), high)
    numbers = np.array([row for row, rings in enumerate(shapes) if rings], np.intp)
    facts = derived(pieces.facts, truncated=pieces.facts.truncated | (bitmap & beyond))
    pieces = pieces.with_facts(facts).with_shapes(shapes)
    return _measured(pieces, before[numbers], (beyond & ~(outside | loose | bitmap))[numbers])


def _in_frame(
    rings: Rings, lowest: Sequence[float], highest: Sequence[float], high: Sequence[float]
) -> Rings:
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
    rows = (cut_rows & (before > 0)).nonzero()[0]
    share = np.ones(len(pieces))
    share[rows] = np.minimum(1.0, pieces.areas[rows] / before[rows])
    facts = derived(
        pieces.facts,
        visible=pieces.facts.visible * share,
        truncated=pieces.facts.truncated | (share < 1),
    )
    pieces = pieces.with_facts(facts)
    gone = cut_rows & (pieces.areas <= _NOTHING)
    return pieces.taken((~gone).nonzero()[0]) if gone.any() else pieces
