"""From pieces to labels: what becomes a label, what is ignored, what is dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
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
from augstudio.core.polygon import Rings
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import BITMAP, ORIENTED, OUTLINE, POINTS, Bits, Pieces, is_placed
from augstudio.render.labelling.sides import Directions, Sides

# What is left of a thing is told to so many digits.
_DIGITS: Final = 6
# The corners of a turned box are those of a rectangle, but for this share of its sides.
_SQUARE: Final = 1e-9


def finished(
    labels: Labels, pieces: Pieces, maps: Maps, policy: LabelPolicy, categories: Categories
) -> Relabelled:
    """The labels of a result.

    Args:
        labels: Those of the picture.
        pieces: What the stages left of its instances and made of them.
        maps: What they made of its maps.
        policy: What is a label.
        categories: What classes become in a mirror.
    """
    pieces.points.flags.writeable = False
    sides = Sides(categories, policy.swap)
    areas = _areas(pieces, maps)
    small = (pieces.facts.visible < policy.min_visible) | (areas < policy.min_pixels)
    small &= pieces.facts.kind != POINTS
    ignored, dropped = _judged(pieces, small, policy)
    builder = _Builder(labels, pieces, sides, policy.boxes == "ellipse")
    order = np.lexsort((pieces.facts.copy, pieces.facts.instance))
    rows = [row for row in order.tolist() if not dropped[row]]
    made = [(int(pieces.facts.instance[row]), builder.instance(row, bool(ignored[row]))) for row in rows]
    others = [(number, item) for number, item in enumerate(labels.instances) if not is_placed(item)]
    instances = tuple(item for _, item in sorted((*made, *others), key=lambda pair: pair[0]))
    placed = {number for number, item in enumerate(labels.instances) if is_placed(item)}
    counts = LabelCounts(
        real=sum(not item.ghost and not item.ignored for item in instances),
        ghosts=sum(item.ghost and not item.ignored for item in instances),
        ignored=sum(item.ignored for item in instances),
        dropped=int(np.count_nonzero(dropped)),
        too_small=int(np.count_nonzero(small)),
        outside=len(placed - set(pieces.facts.instance.tolist())),
        swapped=builder.swapped,
    )
    layers = _layers(maps, pieces, dropped)
    return Relabelled(Labels(instances, layers, maps.semantic, labels.tags), counts, tuple(sides.warnings))


def _areas(pieces: Pieces, maps: Maps) -> Float64Array:
    """``(S,)`` area of each piece; that of a bitmap is the number of its pixels."""
    if not len(pieces):
        return np.zeros(0)
    areas = pieces.areas()
    for row in np.flatnonzero(pieces.facts.kind == BITMAP).tolist():
        areas[row] = maps.runs[pieces.facts.layer[row]].count(int(pieces.facts.number[row]))
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
    layers = list(maps.layers)
    gone = dropped & (pieces.facts.kind == BITMAP)
    for position in set(pieces.facts.layer[gone].tolist()):
        numbers = np.arange(int(layers[position].max(initial=0)) + 1, dtype=np.int32)
        numbers[pieces.facts.number[gone & (pieces.facts.layer == position)]] = 0
        layers[position] = numbers[layers[position]]
    return tuple(layers)


class _Builder:
    """Makes instances of pieces."""

    def __init__(self, labels: Labels, pieces: Pieces, sides: Sides, ellipses: bool) -> None:
        self._labels = labels
        self._pieces = pieces
        self._sides = sides
        self._ellipses = ellipses
        self._directions: list[Directions] = [tuple(row) for row in pieces.facts.linear.tolist()]
        self._groups: dict[tuple[int, int], int] = {}
        self._new_group = max((item.group or 0 for item in labels.instances), default=0) + 1
        self.swapped = 0

    def instance(self, row: int, ignored: bool) -> Instance:
        """One piece as an instance."""
        facts, before = self._pieces.facts, self._labels.instances[self._pieces.facts.instance[row]]
        done = self._directions[row]
        category = self._sides.category(before.category, done)
        keypoints = before.keypoints
        if keypoints is not None:
            moved = Keypoints(*self._pieces.marks_of(row))
            keypoints = self._sides.keypoints(before.category, moved, done)
            self.swapped += keypoints is not moved or category != before.category
        else:
            self.swapped += category != before.category
        visible = round(float(facts.visible[row]), _DIGITS)
        made: Instance = replace(
            before,
            category=category,
            shape=self._shape(row, before.shape),
            keypoints=keypoints,
            group=self._group(before.group, int(facts.copy[row])),
            truncated=before.truncated or bool(facts.truncated[row]),
            occluded=before.occluded or bool(facts.covered[row]),
            ignored=before.ignored or ignored,
            ghost=before.ghost or bool(facts.ghost[row]),
            visible=before.visible * visible,
        )
        return made

    def _group(self, group: int | None, copy: int) -> int | None:
        """Copies belong together as what they are copies of, and not with that."""
        if group is None or copy == 0:
            return group
        return self._groups.setdefault((group, copy), self._new_group + len(self._groups))

    def _shape(self, row: int, before: Shape | None) -> Shape | None:
        facts = self._pieces.facts
        kind = facts.kind[row]
        if kind == BITMAP:
            return Bitmap(int(facts.layer[row]), int(facts.number[row]))
        if kind == POINTS:
            return None
        rings = self._pieces.rings_of(row)
        if kind == OUTLINE:
            return Outline(_in_order(rings))
        points = rings[0] if len(rings) == 1 else np.concatenate(rings)
        if kind == ORIENTED:
            assert isinstance(before, OrientedBox)
            whole = not facts.truncated[row]
            return _oriented(points, before, self._directions[row], whole=whole)
        return _upright(points, facts.conic[row] if self._ellipses else None)


def _in_order(rings: Rings) -> Rings:
    """Parts before holes, where cutting has changed their order."""
    if len(rings) < 2:
        return rings
    areas = [_signed_area(ring) for ring in rings]
    outer = max(areas, key=abs) >= 0
    return tuple(sorted_rings(rings, [(area >= 0) != outer for area in areas]))


def sorted_rings(rings: Sequence[Float64Array], holes: Sequence[bool]) -> list[Float64Array]:
    """Rings with the holes last, otherwise in their order."""
    return [ring for last in (False, True) for ring, hole in zip(rings, holes, strict=True) if hole is last]


def _signed_area(ring: Float64Array) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _upright(points: Float64Array, conic: Float64Array | None) -> Box:
    """The box around corners; with a dual conic, as far as the box around that ellipse goes."""
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    if conic is not None and conic[2, 2] < 0:
        (low_x, high_x), (low_y, high_y) = _reach(conic, 0), _reach(conic, 1)
        inner = max(left, low_x), max(top, low_y), min(right, high_x), min(bottom, high_y)
        if inner[0] < inner[2] and inner[1] < inner[3]:
            return Box(*inner)
    return Box(left, top, right, bottom)


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
        return OrientedBox(_upright(points, None).corners)
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
