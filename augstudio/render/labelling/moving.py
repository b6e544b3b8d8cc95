"""Pieces through a stage: repeated by padding, moved, and cut by the frame of the result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.derived import derived
from augstudio.core.labels import NOT_LABELLED
from augstudio.core.polygon import Rings, cut_by_heights
from augstudio.render.labelling.framing import within_frame
from augstudio.render.labelling.pieces import (
    BITMAP,
    POINTS,
    Bits,
    Facts,
    Indices,
    Pieces,
    finite,
    in_both,
)
from augstudio.render.labelling.sides import Directions
from augstudio.render.labelling.tiles import Tiles
from augstudio.render.labelling.ways import Way

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
    return within_frame(_placed(pieces.with_facts(facts), way), way.target)


# -- copies -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class InCells:
    """Pieces in all of some cells, in the plane; none of the cells is drawn out.

    Attributes:
        pieces: The pieces; those of one piece lie beside each other.
        rows: ``(S,)`` which piece of the picture each is.
        cells: ``(S,)`` in which cell it lies.
        uncut: ``(S,)`` which reach beyond the part that their cell shows.
    """

    pieces: Pieces
    rows: Indices
    cells: Indices
    uncut: Bits


def in_cells(pieces: Pieces, tiles: Tiles) -> InCells:
    """The pieces in each cell, whatever a stage sees of them.

    Args:
        pieces: Those of a picture.
        tiles: The cells.
    """
    lowest, highest = pieces.extents
    rows, cells = _pairs(lowest, highest, tiles)
    low, high = (ends.take(cells, axis=0) for ends in (tiles.lows, tiles.highs))
    inside = in_both((lowest.take(rows, axis=0) >= low) & (highest.take(rows, axis=0) <= high))
    shown = pieces.taken(rows)
    facts = _copied(shown.facts, tiles, cells, tiles.moves.take(cells, axis=0))
    return InCells(_in_plane(shown.with_facts(facts), tiles, cells), rows, cells, ~inside)


def repeated(pieces: Pieces, way: Way, tiles: Tiles, *, ellipses: bool) -> Copies:
    """The pieces in each cell that shows them.

    Args:
        pieces: What enters the stage.
        way: The stage.
        tiles: The cells of the plane that it sees.
        ellipses: Whether those in boxes are followed, too.
    """
    shown, cells = _shown(pieces, way, tiles)
    before, moves = shown.facts, tiles.moves.take(cells, axis=0)
    facts = _copied(before, tiles, cells, moves)
    if ellipses:
        facts = derived(facts, conic=seen_through(_matrices(moves), facts.conic))
    return Copies(_in_plane(shown.with_facts(facts), tiles, cells), before.number, cells, moves)


def _shown(pieces: Pieces, way: Way, tiles: Tiles) -> tuple[Pieces, Indices]:
    """What of which pieces is seen in which cells, in the picture; smears in the plane."""
    if not len(pieces) or not tiles.all or way.window is None:
        none = np.zeros(0, np.intp)
        return pieces.taken(none), none
    lowest, highest = pieces.extents
    rows, cells = _pairs(lowest, highest, tiles, way)
    lowest, highest = lowest.take(rows, axis=0), highest.take(rows, axis=0)
    inside = in_both(
        (lowest >= tiles.lows.take(cells, axis=0)) & (highest <= tiles.highs.take(cells, axis=0))
    )
    shown = pieces.taken(rows)
    changed: dict[int, Rings] = {}
    for place in (tiles.drawn_out.take(cells) | ~inside).nonzero()[0].tolist():
        tile, loose = tiles.all[cells[place]], shown.facts.kind[place] == POINTS
        if tile.drawn_out:
            changed[place] = () if loose else tile.smear(shown.rings_of(place), way.window)
        elif not loose:
            rings = shown.rings_of(place)
            changed[place] = tile.within(rings, lowest[place].tolist(), highest[place].tolist())
    shown, kept = shown.with_some(changed)
    return shown, cells[kept]


def _pairs(
    lowest: Float64Array, highest: Float64Array, tiles: Tiles, way: Way | None = None
) -> tuple[Indices, Indices]:
    """Which pieces may be seen in which cells, by their extents; of each the picture's own cell first."""
    reaches = (lowest[:, None] <= tiles.highs) & (highest[:, None] >= tiles.lows)
    rows, cells = (reaches[:, :, 0] & reaches[:, :, 1]).nonzero()
    if way is None:
        return rows, cells
    low = np.maximum(lowest.take(rows, axis=0), tiles.lows.take(cells, axis=0))
    high = np.minimum(highest.take(rows, axis=0), tiles.highs.take(cells, axis=0))
    signs, shifts = tiles.signs.take(cells, axis=0), tiles.shifts.take(cells, axis=0)
    one, other = low * signs + shifts, high * signs + shifts
    seen = tiles.drawn_out.take(cells) | way.may_show(np.minimum(one, other), np.maximum(one, other))
    return rows[seen], cells[seen]


def _in_plane(pieces: Pieces, tiles: Tiles, cells: Indices) -> Pieces:
    """The pieces where their cells lie, with the keypoints that these show; smears lie there already."""
    signs, shifts = tiles.placing_signs.take(cells, axis=0), tiles.placing_shifts.take(cells, axis=0)
    if tiles.moving.take(cells).any():
        corners = pieces.corners
        points = pieces.points * signs.repeat(corners, axis=0) + shifts.repeat(corners, axis=0)
        pieces = pieces.with_points(points)
    if not pieces.seen.size:
        return pieces
    slots = pieces.slots[1:] - pieces.slots[:-1]
    low, high = (ends.take(cells, axis=0).repeat(slots, axis=0) for ends in (tiles.lows, tiles.highs))
    shown = in_both((pieces.marks >= low) & (pieces.marks <= high)) & ~tiles.drawn_out.take(cells).repeat(
        slots
    )
    marks = pieces.marks * signs.repeat(slots, axis=0) + shifts.repeat(slots, axis=0)
    return replace(pieces, marks=marks, seen=np.where(shown, pieces.seen, NOT_LABELLED).astype(np.int32))


def _copied(facts: Facts, tiles: Tiles, cells: Indices, moves: Float64Array) -> Facts:
    """What is known of copies in cells."""
    if len(tiles.all) == 1 and tiles.all[0].real:
        return facts
    made, smeared = ~tiles.real.take(cells), tiles.drawn_out.take(cells)
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
    changed: dict[int, Rings] = {}
    for row, kind in enumerate(pieces.facts.kind.tolist()):
        if kind == BITMAP:  # its pixels decide
            continue
        bounds = pieces.rings[pieces.shapes[row] : pieces.shapes[row + 1] + 1]
        own = np.split(heights[bounds[0] : bounds[-1]], bounds[1:-1] - bounds[0])
        rings = pieces.rings_of(row)
        loose = kind == POINTS
        changed[row] = _kept(rings, [height >= 0 for height in own]) if loose else cut_by_heights(rings, own)
    marks = way.heights(pieces.marks)
    seen = pieces.seen if marks is None else np.where(marks >= 0, pieces.seen, NOT_LABELLED).astype(np.int32)
    return replace(pieces, seen=seen).with_some(changed)[0]


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
    if pieces.seen.size:
        marks = way.places(pieces.marks)
        nowhere = ~finite(marks)
        seen = np.where(nowhere, NOT_LABELLED, pieces.seen).astype(np.int32)
        marks = np.where(nowhere[:, None], 0.0, marks)
        pieces = replace(pieces, marks=marks, seen=seen)
    placed = pieces.with_points(points)
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
