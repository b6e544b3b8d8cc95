"""What lies in the frames of results of pieces of the plane: those of all copies of a picture at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.many_rings import Borders, ManyRings, cut_each, gathered
from augstudio.core.polygon import Rings
from augstudio.render.labelling.framing import NOTHING, in_frame
from augstudio.render.labelling.pieces import Bits, Indices, areas_of
from augstudio.render.labelling.plane import PlanesInARow
from augstudio.render.resolve import Resampling

# By how much areas may differ that are reckoned in two ways.
_SLACK: Final = 1e-3
# So many shapes are cut one by one in less time than together.
_FEW: Final = 12
# The borders of a frame in the order in which they cut: left, right, top, bottom.
_AXES: Final = np.array((0, 0, 1, 1), np.intp)
_WAYS: Final = np.array((1.0, -1.0, 1.0, -1.0))


@dataclass
class Fitted:
    """What of some pieces lies in the frame.

    Attributes:
        rows: ``(S,)`` which pieces of the plane.
        points: ``(N, 2)`` corners of all rings.
        rings: Where each ring begins in them, and the end.
        shapes: Where each piece begins in the rings, and the end.
        copies: Where the pieces of each copy begin, and the end.
        visible: The share that is left of those that were cut, by their positions.
        small: Positions of those that are too small for a label.
    """

    rows: Indices
    points: Float64Array
    rings: list[int]
    shapes: list[int]
    copies: list[int]
    visible: dict[int, float]
    small: set[int]

    def part(self, first: int, last: int) -> Fitted:
        """Those from one position to another, as if there were no others."""
        if last - first == len(self.shapes) - 1:
            return self
        bounds = self.shapes[first : last + 1]
        rings = self.rings[bounds[0] : bounds[-1] + 1]
        return Fitted(
            self.rows[first:last],
            self.points[rings[0] : rings[-1]],
            [begin - rings[0] for begin in rings],
            [begin - bounds[0] for begin in bounds],
            [0, last - first],
            {place - first: share for place, share in self.visible.items() if first <= place < last},
            {place - first for place in self.small if first <= place < last},
        )


def fitted_in_frames(
    plane: PlanesInARow, rows: Indices, counts: list[int], stages: Sequence[Resampling], policy: LabelPolicy
) -> Fitted:
    """What of pieces of the plane lies in the frames of stages' results, where the stages show it.

    Args:
        plane: The plane, or several.
        rows: The pieces that each stage shows, one stage after the other.
        counts: How many each shows.
        stages: The stages.
        policy: What is too small for a label.
    """
    before, rings, shapes = plane.pieces.corners_of(rows)
    starts = rings[:-1] if rings.size == shapes.size else rings.take(shapes[:-1])
    copies = np.zeros(len(counts) + 1, np.intp)
    np.cumsum(counts, out=copies[1:])
    columns = _columns(before, [*starts.take(copies[:-1]).tolist(), len(before)], stages)
    moved = _Moved(ManyRings(columns, rings), shapes, starts)
    edges = np.array([stage.target for stage in stages]).T - 0.5
    same = (edges == edges[:, :1]).all()
    shown = _Shown.of(moved, edges[:, :1] if same else edges.repeat(counts, axis=1))
    areas = None
    if policy.min_pixels > 0:
        scales = [abs(a * e - b * d) for (a, b, _), (d, e, _), _ in (stage.matrix for stage in stages)]
        rough = plane.areas.take(rows) * (np.repeat(scales, counts) if len(stages) > 1 else scales[0])
        if rough.min() < policy.min_pixels * (1 + _SLACK) + _SLACK:
            areas = areas_of(columns.T, rings, starts)
    return shown.fitted(rows, copies, areas, policy)


def _columns(points: Float64Array, bounds: Sequence[int], stages: Sequence[Resampling]) -> Float64Array:
    """``(2, N)`` where stages show points, those of each stage from one bound to the next."""
    columns = np.empty((2, len(points)))
    for stage, (begin, end) in zip(stages, pairwise(bounds), strict=True):
        (a, b, c), (d, e, f), _ = stage.matrix
        x, y = points[begin:end].T
        columns[0, begin:end] = a * x + b * y + c
        columns[1, begin:end] = d * x + e * y + f
    return columns


@dataclass(frozen=True)
class _Moved:
    """Shapes where stages show them.

    Attributes:
        rings: The rings of all.
        shapes: ``(S + 1,)`` where each shape begins in them, and the end.
        starts: ``(S,)`` where each begins in the corners.
    """

    rings: ManyRings
    shapes: Indices
    starts: Indices

    def rings_of(self, place: int) -> Rings:
        """The rings of a shape."""
        bounds = self.rings.bounds[self.shapes[place] : self.shapes[place + 1] + 1].tolist()
        return tuple(
            np.ascontiguousarray(self.rings.columns[:, begin:end].T) for begin, end in pairwise(bounds)
        )


class _Pool:
    """Rings of several origins, by their numbers."""

    def __init__(self, rings: ManyRings) -> None:
        self._parts = [rings]
        self._size = rings.bounds.size - 1

    def add(self, rings: ManyRings) -> int:
        """Take some more; the number of the first."""
        first = self._size
        self._parts.append(rings)
        self._size += rings.bounds.size - 1
        return first

    def together(self) -> tuple[Float64Array, Indices, Indices]:
        """All corners ``(2, N)``, where each ring begins in them, and how many it has."""
        columns = np.concatenate([part.columns for part in self._parts], axis=1)
        offsets = [0, *accumulate(part.columns.shape[1] for part in self._parts)]
        starts = [part.bounds[:-1] + offset for part, offset in zip(self._parts, offsets, strict=False)]
        return columns, np.concatenate(starts), np.concatenate([np.diff(part.bounds) for part in self._parts])


@dataclass
class _Shown:
    """What frames leave of shapes.

    Attributes:
        moved: The shapes.
        cut: ``(C,)`` which of them were cut.
        pool: The rings of all, and of what is left of those.
        firsts: ``(S,)`` the first ring of what is left of each.
        counts: ``(S,)`` how many rings are left of it.
    """

    moved: _Moved
    cut: Indices
    pool: _Pool
    firsts: Indices
    counts: Indices

    @classmethod
    def of(cls, moved: _Moved, edges: Float64Array) -> _Shown:
        """Cut shapes by frames.

        Args:
            moved: The shapes.
            edges: ``(2, S)`` right and lower edge of the frame of each, or ``(2, 1)`` of all.
        """
        lowest = np.minimum.reduceat(moved.rings.columns, moved.starts, axis=1)
        highest = np.maximum.reduceat(moved.rings.columns, moved.starts, axis=1)
        outside = (highest <= -0.5) | (lowest >= edges)
        gone = outside[0] | outside[1]
        beyond = np.empty((lowest.shape[1], 4), np.bool_)
        beyond[:, ::2], beyond[:, 1::2] = (lowest < -0.5).T, (highest > edges).T
        cut = (beyond.any(axis=1) & ~gone).nonzero()[0]
        counts = np.diff(moved.shapes)
        shown = cls(moved, cut, _Pool(moved.rings), moved.shapes[:-1].copy(), counts)
        alone = counts.take(cut) == 1
        places = np.empty((cut.size, 4))
        places[:, ::2] = -0.5
        places[:, 1::2] = edges.T.take(cut, axis=0) if edges.shape[1] > 1 else edges[:, 0]
        parted = shown._cut_at_once(cut[alone], beyond.take(cut[alone], axis=0), places[alone])
        for place in (*cut[~alone].tolist(), *parted):
            extent = lowest[:, place].tolist(), highest[:, place].tolist()
            end = edges[:, place if edges.shape[1] > 1 else 0].tolist()
            shown._replace(place, in_frame(moved.rings_of(place), *extent, end))
        counts[gone] = 0
        return shown

    def _cut_at_once(self, rows: Indices, beyond: Bits, places: Float64Array) -> list[int]:
        """Cut shapes of one ring each; those are given back that are better cut one by one.

        Args:
            rows: ``(T,)`` which shapes.
            beyond: ``(T, 4)`` beyond which borders each reaches.
            places: ``(T, 4)`` where these are.
        """
        rings, parted = self.moved.rings.taken(self.firsts.take(rows)), list[int]()
        while rows.size > _FEW:
            border = beyond.argmax(axis=1)
            every = np.arange(rows.size)
            left = cut_each(rings, Borders(_AXES.take(border), places[every, border], _WAYS.take(border)))
            self.firsts[rows] = self.pool.add(left.rings) + left.firsts
            self.counts[rows] = left.counts
            beyond[every, border] = False
            more = beyond.any(axis=1)
            parted += rows[more & (left.counts > 1)].tolist()
            again = (more & (left.counts == 1)).nonzero()[0]
            rows, beyond, places = rows[again], beyond.take(again, axis=0), places.take(again, axis=0)
            rings = left.rings.taken(left.firsts.take(again))
        return [*parted, *rows.tolist()]

    def _replace(self, place: int, rings: Rings) -> None:
        """Take what is left of a shape."""
        bounds = np.array([0, *accumulate(map(len, rings))], np.intp)
        columns = np.concatenate(rings).T if rings else np.zeros((2, 0))
        self.firsts[place] = self.pool.add(ManyRings(columns, bounds))
        self.counts[place] = len(rings)

    def fitted(
        self, rows: Indices, copies: Indices, areas: Float64Array | None, policy: LabelPolicy
    ) -> Fitted:
        """What is left, and whether that is enough.

        Args:
            rows: ``(S,)`` which pieces of the plane the shapes are.
            copies: Where the shapes of each copy begin, and the end.
            areas: ``(S,)`` how large the shapes are; None where all are large enough.
            policy: What is too small for a label.
        """
        small = np.zeros(rows.size, np.bool_) if areas is None else areas < policy.min_pixels
        counts, cut = self.counts, self.cut
        together = self.pool.together()
        cut = cut[counts.take(cut) > 0]
        whole, left = self._areas(cut, together)
        nothing = left <= NOTHING
        counts[cut[nothing]] = 0
        share = np.ones(cut.size)
        np.divide(left, whole, out=share, where=whole > 0)
        np.minimum(share, 1.0, out=share)
        small[cut] = (share < policy.min_visible) | (left < policy.min_pixels)
        kept = counts > 0
        after = np.zeros(kept.size + 1, np.intp)
        np.cumsum(kept, out=after[1:])
        columns, starts, lengths = together
        rings, shapes = gathered(self.firsts[kept], counts[kept])
        places, bounds = gathered(starts.take(rings), lengths.take(rings))
        points = np.empty((places.size, 2))
        points[:, 0], points[:, 1] = columns[0].take(places), columns[1].take(places)
        return Fitted(
            rows[kept],
            points,
            bounds.tolist(),
            shapes.tolist(),
            after.take(copies).tolist(),
            dict(zip(after.take(cut[~nothing]).tolist(), share[~nothing].tolist(), strict=True)),
            set(small[kept].nonzero()[0].tolist()),
        )

    def _areas(
        self, cut: Indices, together: tuple[Float64Array, Indices, Indices]
    ) -> tuple[Float64Array, Float64Array]:
        """How large shapes were before they were cut, and how large they are."""
        if not cut.size:
            return np.zeros(0), np.zeros(0)
        columns, starts, lengths = together
        shapes = self.moved.shapes
        before = shapes.take(cut)
        rings, first = gathered(
            np.concatenate((before, self.firsts.take(cut))),
            np.concatenate((shapes.take(cut + 1) - before, self.counts.take(cut))),
        )
        places, bounds = gathered(starts.take(rings), lengths.take(rings))
        areas = areas_of(columns.take(places, axis=1).T, bounds, bounds.take(first[:-1]))
        return areas[: cut.size], areas[cut.size :]
