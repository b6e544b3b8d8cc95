"""From pieces to labels: what becomes a label, what is ignored, what is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import chain
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.derived import derived
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Instance,
    Keypoints,
    LabelCounts,
    Labels,
    OrientedBox,
    Outline,
    Relabelled,
    Shape,
)
from augstudio.core.polygon import Rings, ring_area
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import BITMAP, BOX, ORIENTED, OUTLINE, POINTS, Bits, Pieces
from augstudio.render.labelling.sides import Directions, Sides

# What is left of an object is told to so many digits.
_DIGITS: Final = 6
# The corners of a turned box are those of a rectangle, but for this share of its sides.
_SQUARE: Final = 1e-9


def finished(
    labels: Labels,
    placed: Set[int],
    pieces: Pieces,
    maps: Maps,
    policy: LabelPolicy,
    categories: Categories,
) -> Relabelled:
    """The labels of a result.

    Args:
        labels: Those of the picture.
        placed: Which of its instances have a place; the others stay as they are.
        pieces: What the stages left of its instances and made of them.
        maps: What they made of its maps.
        policy: What is a label.
        categories: What classes become in a mirror.
    """
    pieces.points.flags.writeable = False
    facts = pieces.facts
    small = (facts.visible < policy.min_visible) | (_areas(pieces, maps) < policy.min_pixels)
    small &= facts.kind != POINTS
    ignored, dropped = _judged(pieces, small, policy)
    sides = Sides(categories, policy.swap)
    builder = _Builder(labels, pieces, sides, ellipses=policy.boxes == "ellipse")
    made: list[list[Instance]] = [[] for _ in labels.instances]
    for owner, instance in builder.instances(~dropped, ignored):
        made[owner].append(instance)
    if len(placed) < len(made):
        for number in set(range(len(made))) - placed:
            made[number].append(labels.instances[number])
    instances = tuple(chain.from_iterable(made))
    not_ignored = [item.ghost for item in instances if not item.ignored]
    counts = LabelCounts(
        real=not_ignored.count(False),
        ghosts=not_ignored.count(True),
        ignored=len(instances) - len(not_ignored),
        dropped=int(np.count_nonzero(dropped)),
        too_small=int(np.count_nonzero(small)),
        outside=len(placed - set(facts.instance.tolist())),
        swapped=builder.swapped,
    )
    layers = _layers(maps, pieces, dropped)
    return Relabelled(Labels(instances, layers, maps.semantic, labels.tags), counts, tuple(sides.warnings))


def _areas(pieces: Pieces, maps: Maps) -> Float64Array:
    """``(S,)`` area of each piece; that of a bitmap is the number of its pixels."""
    if not len(pieces):
        return np.zeros(0)
    facts = pieces.facts
    bitmaps = facts.kind == BITMAP
    if not bitmaps.any():
        return pieces.areas
    areas = pieces.areas.copy()
    areas[bitmaps] = maps.counts(facts.layer[bitmaps], facts.number[bitmaps])
    return areas


def _judged(pieces: Pieces, small: Bits, policy: LabelPolicy) -> tuple[Bits, Bits]:
    """Which pieces are ignored, and which are dropped."""
    none = np.zeros(len(pieces), np.bool_)
    if policy.padding == "drop":
        return none, small | pieces.facts.ghost
    repeated = pieces.facts.ghost if policy.padding == "ignore" else pieces.facts.smeared
    return small | repeated, none


def _layers(maps: Maps, pieces: Pieces, dropped: Bits) -> tuple[Int32Array, ...]:
    """The layers without the pixels of bitmaps that were dropped."""
    if not maps.layers:
        return ()
    layers = list(maps.layers)
    gone = dropped & (pieces.facts.kind == BITMAP)
    for position in set(pieces.facts.layer[gone].tolist()):
        numbers = np.arange(int(layers[position].max(initial=0)) + 1, dtype=np.int32)
        numbers[pieces.facts.number[gone & (pieces.facts.layer == position)]] = 0
        layers[position] = numbers[layers[position]]
    return tuple(layers)


class _Builder:
    """Makes instances of pieces."""

    def __init__(self, labels: Labels, pieces: Pieces, sides: Sides, *, ellipses: bool) -> None:
        facts = pieces.facts
        self._instances = labels.instances
        self._pieces = pieces
        self._sides = sides
        self._ellipses = ellipses
        self._rings = pieces.all_rings()
        self._kinds: list[int] = facts.kind.tolist()
        self._copies: list[int] = facts.copy.tolist()
        self._linear: list[list[float]] = facts.linear.tolist()
        boxed = BOX in self._kinds
        self._extents = np.concatenate(pieces.extents, axis=1).tolist() if boxed else []
        self._groups: dict[tuple[int, int], int] = {}
        self._first_group = 0
        self.swapped = 0

    def instances(self, wanted: Bits, ignored: Bits) -> Iterator[tuple[int, Instance]]:
        """Pieces as instances, each with the position of the one that it is, or is a copy of.

        Args:
            wanted: ``(S,)`` which pieces.
            ignored: ``(S,)`` which of them are ignored for what became of them.
        """
        facts, turning = self._pieces.facts, dict[int, bool]()
        columns = (
            self._kinds,
            self._rings,
            facts.instance.tolist(),
            facts.truncated.tolist(),
            facts.covered.tolist(),
            ignored.tolist(),
            facts.ghost.tolist(),
            facts.visible.round(_DIGITS).tolist(),
        )
        for row, (kind, rings, owner, cut, covered, ignored_here, ghost, visible) in enumerate(
            zip(*columns, strict=True)
        ):
            if not wanted[row]:
                continue
            before = self._instances[owner]
            category, keypoints = before.category, before.keypoints
            if category not in turning:
                turning[category] = self._sides.may_turn(category)
            if keypoints is not None or turning[category]:
                category, keypoints = self._turned(row, before)
            plain = kind == OUTLINE and len(rings) == 1
            yield (
                owner,
                derived(
                    before,
                    category=category,
                    shape=Outline.of_fixed(rings) if plain else self._shape(row, before.shape),
                    keypoints=keypoints,
                    group=None if before.group is None else self._group(before.group, self._copies[row]),
                    truncated=before.truncated or cut,
                    occluded=before.occluded or covered,
                    ignored=before.ignored or ignored_here,
                    ghost=before.ghost or ghost,
                    visible=before.visible * visible,
                ),
            )

    def _turned(self, row: int, before: Instance) -> tuple[int, Keypoints | None]:
        """The class and keypoints of a piece, which may have changed sides."""
        done = self._directions(row)
        category, keypoints = self._sides.category(before.category, done), before.keypoints
        swapped = category != before.category
        if keypoints is not None:
            moved = Keypoints(*self._pieces.marks_of(row))
            keypoints = self._sides.keypoints(before.category, moved, done)
            swapped = swapped or keypoints is not moved
        self.swapped += swapped
        return category, keypoints

    def _directions(self, row: int) -> Directions:
        a, b, c, d = self._linear[row]
        return a, b, c, d

    def _group(self, group: int, copy: int) -> int:
        """Copies belong together as what they are copies of, and not with that."""
        if copy == 0:
            return group
        if not self._groups:
            self._first_group = max(item.group or 0 for item in self._instances) + 1
        return self._groups.setdefault((group, copy), self._first_group + len(self._groups))

    def _shape(self, row: int, before: Shape | None) -> Shape | None:
        facts, kind, rings = self._pieces.facts, self._kinds[row], self._rings[row]
        if kind == OUTLINE:
            return Outline.of_fixed(_in_order(rings) if len(rings) > 1 else rings)
        if kind == BITMAP:
            return Bitmap(int(facts.layer[row]), int(facts.number[row]))
        if kind == POINTS:
            return None
        if kind == ORIENTED:
            assert isinstance(before, OrientedBox)
            points = rings[0] if len(rings) == 1 else np.concatenate(rings)
            return _oriented(points, before, self._directions(row), whole=not facts.truncated[row])
        around = Box(*self._extents[row])
        return _inner(around, facts.conic[row]) if self._ellipses else around


def _in_order(rings: Rings) -> Rings:
    """Parts before holes, where cutting has changed their order."""
    areas = [ring_area(ring) for ring in rings]
    outer = max(areas, key=abs) >= 0
    return tuple(sorted_rings(rings, [(area >= 0) != outer for area in areas]))


def sorted_rings(rings: Sequence[Float64Array], holes: Sequence[bool]) -> list[Float64Array]:
    """Rings with the holes last, otherwise in their order."""
    return [ring for last in (False, True) for ring, hole in zip(rings, holes, strict=True) if hole is last]


def _inner(box: Box, conic: Float64Array) -> Box:
    """A box, as far as the box around an ellipse goes that is given by its dual conic."""
    if conic[2, 2] < 0:
        (low_x, high_x), (low_y, high_y) = _reach(conic, 0), _reach(conic, 1)
        inner = max(box.left, low_x), max(box.top, low_y), min(box.right, high_x), min(box.bottom, high_y)
        if inner[0] < inner[2] and inner[1] < inner[3]:
            return Box(*inner)
    return box


def _reach(conic: Float64Array, axis: int) -> tuple[float, float]:
    """Between which lines across an axis an ellipse lies: those that touch it."""
    own, mixed, scale = float(conic[axis, axis]), float(conic[axis, 2]), float(conic[2, 2])
    root = float(np.sqrt(max(0.0, mixed * mixed - own * scale)))
    ends = (mixed + root) / scale, (mixed - root) / scale
    return min(ends), max(ends)


def _oriented(points: Float64Array, before: OrientedBox, done: Directions, *, whole: bool) -> OrientedBox:
    """The rectangle around corners that points where the first side of the box has been turned."""
    corners = before.corners
    a, b, c, d = done
    first_x, first_y = (corners[1] - corners[0]).tolist()
    last_x, last_y = (corners[3] - corners[0]).tolist()
    along = a * first_x + b * first_y, c * first_x + d * first_y
    aside = a * last_x + b * last_y, c * last_x + d * last_y
    length = float(np.sqrt(along[0] * along[0] + along[1] * along[1]))
    if length == 0:
        return OrientedBox(Box(*points.min(axis=0).tolist(), *points.max(axis=0).tolist()).corners)
    across = along[0] * aside[0] + along[1] * aside[1]
    if whole and len(points) == 4 and abs(across) <= _SQUARE * length * float(np.hypot(*aside)):
        return OrientedBox(points)
    u = along[0] / length, along[1] / length
    sense = 1.0 if u[0] * aside[1] - u[1] * aside[0] >= 0 else -1.0
    v = -u[1] * sense, u[0] * sense
    x, y = points[:, 0], points[:, 1]
    on_u, on_v = x * u[0] + y * u[1], x * v[0] + y * v[1]
    ends_u, ends_v = (on_u.min(), on_u.max()), (on_v.min(), on_v.max())
    order = ((0, 0), (1, 0), (1, 1), (0, 1))
    return OrientedBox(
        np.array([[ends_u[i] * u[k] + ends_v[j] * v[k] for k in (0, 1)] for i, j in order], np.float64)
    )
