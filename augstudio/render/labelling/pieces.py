"""Instances on their way through the stages, and the copies that padding makes of them, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate, chain, pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.cached import cached_property
from augstudio.core.derived import derived
from augstudio.core.labels import NOT_LABELLED, Bitmap, Box, Instance, Labels, OrientedBox, Outline, Shape
from augstudio.core.many_rings import gathered
from augstudio.core.polygon import Rings

Indices: TypeAlias = npt.NDArray[np.intp]
Bits: TypeAlias = npt.NDArray[np.bool_]
Kept: TypeAlias = Indices | slice
"""Which rows are left."""

BOX: Final = 0
ORIENTED: Final = 1
OUTLINE: Final = 2
BITMAP: Final = 3
POINTS: Final = 4
"""Kinds of pieces; the last has no area, its ring is that of its keypoints."""

_NO_MARKS: Final = (np.zeros((0, 2)), np.zeros(0, np.int32))


def in_both(bits: Bits) -> Bits:
    """``(N,)`` whether something holds in both columns."""
    found: Bits = bits[:, 0] & bits[:, 1]
    return found


def finite(points: Float64Array) -> Bits:
    """``(N,)`` which points have a place."""
    return in_both(np.isfinite(points))


@dataclass(frozen=True)
class Facts:
    """What is known of each piece; arrays of one row per piece.

    Attributes:
        instance: Position of the instance that it is, or is a copy of.
        kind: :data:`BOX` and so on.
        ghost: Whether padding made it.
        smeared: Whether padding drew it out of the picture's outermost pixels.
        truncated: Whether the frame of a stage has cut it.
        covered: Whether something covers part of it.
        visible: Share of its area that is left.
        copy: 0 for what lies in the picture itself; copies of one cell have the same number.
        linear: ``(S, 4)`` what has been done to directions: the matrix ``((a, b), (c, d))``.
        layer: The layer of a bitmap.
        number: The number of a bitmap's pixels there.
        conic: ``(S, 3, 3)`` the dual conic of the ellipse in a box, where that is wanted; of other pieces,
            and where it is not, it means nothing.
    """

    instance: Indices
    kind: Indices
    ghost: Bits
    smeared: Bits
    truncated: Bits
    covered: Bits
    visible: Float64Array
    copy: Indices
    linear: Float64Array
    layer: Indices
    number: Indices
    conic: Float64Array

    def taken(self, rows: Indices) -> Facts:
        """Those of some pieces."""
        # Several may be one array, of which nothing is known yet: it stays one.
        taken: dict[int, npt.NDArray[Any]] = {}
        made: dict[str, npt.NDArray[Any]] = {}
        for name in _FACTS:
            values = getattr(self, name)
            number = id(values)
            if number not in taken:
                taken[number] = values.take(rows, axis=0)
            made[name] = taken[number]
        return derived(self, **made)


_FACTS: Final = tuple(item.name for item in fields(Facts))


@dataclass(frozen=True)
class Pieces:
    """Pieces with their corners and keypoints.

    Attributes:
        points: ``(N, 2)`` corners of all rings of all pieces.
        rings: ``(R + 1,)`` where each ring begins in the points, and the end.
        shapes: ``(S + 1,)`` where each piece begins in the rings, and the end; each has a ring at least.
        marks: ``(K, 2)`` keypoints of all pieces.
        seen: ``(K,)`` their visibility.
        slots: ``(S + 1,)`` where each piece begins in the keypoints, and the end.
        facts: What else is known.
    """

    points: Float64Array
    rings: Indices
    shapes: Indices
    marks: Float64Array
    seen: Int32Array
    slots: Indices
    facts: Facts

    def __len__(self) -> int:
        """How many pieces."""
        return self.shapes.size - 1

    @cached_property
    def starts(self) -> Indices:
        """``(S,)`` where each piece begins in the points."""
        begins: Indices = self.rings[self.shapes[:-1]]
        return begins

    @property
    def corners(self) -> Indices:
        """``(S,)`` how many corners each piece has."""
        counts: Indices = self.rings[self.shapes[1:]] - self.starts
        return counts

    @cached_property
    def extents(self) -> tuple[Float64Array, Float64Array]:
        """``(S, 2)`` least and greatest columns and rows of each piece."""
        starts, columns = self.starts, np.ascontiguousarray(self.points.T)
        lowest, highest = (
            np.ascontiguousarray(ends.reduceat(columns, starts, axis=1).T)
            for ends in (np.minimum, np.maximum)
        )
        return lowest, highest

    @cached_property
    def areas(self) -> Float64Array:
        """``(S,)`` the area of each piece, without its holes."""
        return areas_of(self.points, self.rings, self.starts)

    def following(self) -> Indices:
        """``(N,)`` the corner that follows each corner on its ring."""
        following = np.arange(1, len(self.points) + 1)
        following[self.rings[1:] - 1] = self.rings[:-1]
        return following

    def rings_of(self, piece: int) -> Rings:
        """The rings of a piece."""
        first, last = self.shapes[piece], self.shapes[piece + 1]
        bounds = self.rings[first : last + 1].tolist()
        return tuple(self.points[begin:end] for begin, end in pairwise(bounds))

    def marks_of(self, piece: int) -> tuple[Float64Array, Int32Array]:
        """Keypoints of a piece and their visibility."""
        part = slice(self.slots[piece], self.slots[piece + 1])
        return self.marks[part], self.seen[part]

    def all_rings(self) -> list[Rings]:
        """The rings of each piece."""
        points = self.points
        rings = [points[begin:end] for begin, end in pairwise(self.rings.tolist())]
        if len(rings) == len(self):
            return [(ring,) for ring in rings]
        return [tuple(rings[begin:end]) for begin, end in pairwise(self.shapes.tolist())]

    def with_some(self, changed: Mapping[int, Rings]) -> tuple[Pieces, Kept]:
        """The pieces with other rings for some of them, without those that get none; and which are left.

        Args:
            changed: The rings of some pieces, in their order.
        """
        if not changed:
            return self, slice(None)
        bounds, shapes = self.rings.tolist(), self.shapes.tolist()
        all_lengths = (self.rings[1:] - self.rings[:-1]).tolist()
        counts = (self.shapes[1:] - self.shapes[:-1]).tolist()
        parts: list[Float64Array] = []
        lengths: list[int] = []
        done = 0
        for row, rings in changed.items():
            first = shapes[row]
            parts.append(self.points[bounds[done] : bounds[first]])
            lengths += all_lengths[done:first]
            parts += rings
            lengths += map(len, rings)
            counts[row] = len(rings)
            done = shapes[row + 1]
        parts.append(self.points[bounds[done] :])
        lengths += all_lengths[done:]
        points, begins = np.concatenate(parts), _bounds(lengths)
        if all(changed.values()):
            made = Pieces(points, begins, _bounds(counts), self.marks, self.seen, self.slots, self.facts)
            return made, slice(None)
        kept = np.array(counts).nonzero()[0]
        facts = self.facts.taken(kept)
        return Pieces(points, begins, _bounds(filter(None, counts)), *self._marks_taken(kept), facts), kept

    def _marks_taken(self, rows: Indices) -> tuple[Float64Array, Int32Array, Indices]:
        """Keypoints of some pieces, their visibility, and where each piece begins among them."""
        if not self.seen.size:
            return self.marks, self.seen, np.zeros(rows.size + 1, np.intp)
        starts = self.slots.take(rows)
        places, slots = gathered(starts, self.slots.take(rows + 1) - starts)
        return self.marks.take(places, axis=0), self.seen.take(places), slots

    def with_points(self, points: Float64Array, rings: Indices | None = None) -> Pieces:
        """The pieces with other corners; also where each ring begins in them, where that is elsewhere."""
        begins = self.rings if rings is None else rings
        return Pieces(points, begins, self.shapes, self.marks, self.seen, self.slots, self.facts)

    def with_facts(self, facts: Facts) -> Pieces:
        """The pieces, of which something else is known."""
        return derived(self, facts=facts)

    def taken(self, rows: Indices) -> Pieces:
        """Some of the pieces, in this order."""
        if rows.size == len(self) and np.array_equal(rows, np.arange(rows.size)):
            return self
        return Pieces(*self.corners_of(rows), *self._marks_taken(rows), self.facts.taken(rows))

    def corners_of(self, rows: Indices) -> tuple[Float64Array, Indices, Indices]:
        """The points, rings and shapes of some pieces, in this order."""
        if self.rings.size == self.shapes.size:
            rings, shapes = rows, np.arange(rows.size + 1)
        else:
            starts = self.shapes.take(rows)
            rings, shapes = gathered(starts, self.shapes.take(rows + 1) - starts)
        starts = self.rings.take(rings)
        places, begins = gathered(starts, self.rings.take(rings + 1) - starts)
        return self.points.take(places, axis=0), begins, shapes


def in_a_row(parts: Sequence[Pieces]) -> Pieces:
    """One table of all pieces of several."""
    facts = {name: np.concatenate([getattr(part.facts, name) for part in parts]) for name in _FACTS}
    rings, shapes, slots = (
        _joined_bounds([getattr(part, name) for part in parts]) for name in ("rings", "shapes", "slots")
    )
    points, marks, seen = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("points", "marks", "seen")
    )
    return Pieces(points, rings, shapes, marks, seen, slots, Facts(**facts))


def _joined_bounds(parts: Sequence[Indices]) -> Indices:
    """Where things begin in several arrays that follow one another, and the end."""
    offsets = accumulate((int(part[-1]) for part in parts), initial=0)
    moved = [part[1:] + offset for part, offset in zip(parts, offsets, strict=False)]
    return np.concatenate([np.zeros(1, np.intp), *moved])


def areas_of(points: Float64Array, rings: Indices, starts: Indices) -> Float64Array:
    """The areas that shapes enclose, without their holes.

    Args:
        points: ``(N, 2)`` the corners of all rings.
        rings: ``(R + 1,)`` where each ring begins in them, and the end.
        starts: ``(S,)`` where each shape begins in them.
    """
    x, y = points.T
    parts = np.empty(len(x))
    np.subtract(x[:-1] * y[1:], x[1:] * y[:-1], out=parts[:-1])
    firsts, lasts = rings[:-1], rings[1:] - 1
    parts[lasts] = x[lasts] * y[firsts] - x[firsts] * y[lasts]
    areas: Float64Array = np.abs(np.add.reduceat(parts, starts)) / 2
    return areas


def assembled(
    shapes: Sequence[Rings], marks: Sequence[tuple[Float64Array, Int32Array]] | None, facts: Facts
) -> Pieces:
    """Pieces from the rings and keypoints of each; None where none has keypoints."""
    rings = list(chain.from_iterable(shapes))
    points = np.concatenate(rings) if rings else np.zeros((0, 2))
    begins, bounds = _bounds(map(len, rings)), _bounds(map(len, shapes))
    if not marks:
        return Pieces(points, begins, bounds, *_NO_MARKS, np.zeros(len(shapes) + 1, np.intp), facts)
    return Pieces(
        points,
        begins,
        bounds,
        np.concatenate([places for places, _ in marks]),
        np.concatenate([seen for _, seen in marks]),
        _bounds(len(seen) for _, seen in marks),
        facts,
    )


def _bounds(lengths: Iterable[int]) -> Indices:
    return np.array([0, *accumulate(lengths)], np.intp)


def pieces_of(labels: Labels, *, ellipses: bool) -> Pieces:
    """The instances that have a place, as pieces.

    Args:
        labels: Labels of a picture.
        ellipses: Whether those in boxes are wanted.
    """
    numbers: list[int] = []
    kinds: list[int] = []
    shapes: list[Rings] = []
    marks: list[tuple[Float64Array, Int32Array]] = []
    for number, item in enumerate(labels.instances):
        placed = _placed(item)
        if placed is not None:
            numbers.append(number)
            kinds.append(placed[0])
            shapes.append(placed[1])
            points = item.keypoints
            marks.append(_NO_MARKS if points is None else (points.points, points.visibility))
    owners = [labels.instances[number].shape for number in numbers]
    count = len(numbers)
    no, zero = np.zeros(count, np.bool_), np.zeros(count, np.intp)
    linear = np.zeros((count, 4))
    linear[:, 0] = linear[:, 3] = 1.0
    bitmaps = BITMAP in kinds
    facts = Facts(
        instance=np.array(numbers, np.intp),
        kind=np.array(kinds, np.intp),
        ghost=no,
        smeared=no,
        truncated=no,
        covered=no,
        visible=np.ones(count),
        copy=zero,
        linear=linear,
        layer=np.array([getattr(shape, "layer", 0) for shape in owners], np.intp) if bitmaps else zero,
        number=np.array([getattr(shape, "id", 0) for shape in owners], np.intp) if bitmaps else zero,
        conic=_conics(owners) if ellipses else np.zeros((count, 1, 1)),
    )
    return assembled(shapes, marks if any(len(seen) for _, seen in marks) else None, facts)


def _placed(instance: Instance) -> tuple[int, Rings] | None:
    """Kind and rings of an instance; None where it has no place."""
    shape = instance.shape
    if isinstance(shape, Box):
        return BOX, (shape.corners,)
    if isinstance(shape, OrientedBox):
        return ORIENTED, (shape.corners,)
    if isinstance(shape, Outline) and any(len(ring) for ring in shape.rings):
        return OUTLINE, tuple(ring for ring in shape.rings if len(ring))
    if isinstance(shape, Bitmap):
        return BITMAP, (np.zeros((1, 2)),)
    if instance.keypoints is not None and np.any(instance.keypoints.visibility != NOT_LABELLED):
        return POINTS, (instance.keypoints.points[instance.keypoints.visibility != NOT_LABELLED],)
    return None


def _conics(shapes: Sequence[Shape | None]) -> Float64Array:
    """``(S, 3, 3)`` the dual conics of the ellipses in boxes, also where there is none."""
    return np.array([_conic(shape) for shape in shapes], np.float64).reshape(-1, 3, 3)


def _conic(shape: Shape | None) -> Float64Array:
    """The dual conic of the ellipse in a box: that of the unit circle, stretched and moved."""
    if not isinstance(shape, Box):
        return np.zeros((3, 3))
    x, y = (shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2
    across, down = (shape.right - shape.left) / 2, (shape.bottom - shape.top) / 2
    return np.array(
        ((across * across - x * x, -x * y, -x), (-x * y, down * down - y * y, -y), (-x, -y, -1.0))
    )
