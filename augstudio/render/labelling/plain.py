"""The quick way of labels that are outlines and boxes and nothing more through one affine stage.

What comes out is what the general way of :mod:`augstudio.render.labels` gives, to the last bit; it is the
oracle in tests. Here the plane is made once for all copies of a picture, facts that nobody asks for are not
followed, and instances are made when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.derived import derived
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Instance, LabelCounts, Labels, Relabelled
from augstudio.core.outline_rows import OutlineFacts, OutlineRows
from augstudio.core.padding import PaddingMode
from augstudio.core.polygon import Rings
from augstudio.render.labelling.framing import NOTHING, in_frame
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import BOX, OUTLINE, Indices, Pieces, areas_of
from augstudio.render.labelling.plane import Plane, Planes
from augstudio.render.labelling.results import finished
from augstudio.render.labelling.sides import Sides
from augstudio.render.resolve import Resampling

# By how much areas may differ that are reckoned in two ways.
_SLACK: Final = 1e-3


@dataclass
class _Fitted:
    """What of some pieces lies in the frame.

    Attributes:
        rows: ``(S,)`` which pieces of the plane.
        points: ``(N, 2)`` corners of all rings.
        rings: Where each ring begins in them, and the end.
        shapes: Where each piece begins in the rings, and the end.
        visible: The share that is left of those that were cut, by their positions.
        small: Positions of those that are too small for a label.
    """

    rows: Indices
    points: Float64Array
    rings: list[int]
    shapes: Sequence[int]
    visible: dict[int, float]
    small: set[int]


@dataclass(frozen=True)
class Plain:
    """Labels that are outlines and boxes and nothing more, ready to be moved.

    Attributes:
        labels: Those of the picture.
        placed: All positions of its instances.
        pieces: The pieces that they are.
        maps: The maps of the picture: none.
        policy: What is a label.
        categories: The classes.
        facts: What the instances have besides their place.
        are_outlines: Whether there are no boxes among them.
        planes: The planes of the padding modes.
    """

    labels: Labels
    placed: Set[int]
    pieces: Pieces
    maps: Maps
    policy: LabelPolicy
    categories: Categories
    facts: OutlineFacts
    are_outlines: bool
    planes: Planes

    def relabelled(self, stage: Resampling, mode: PaddingMode) -> Relabelled | None:
        """The labels of a stage's result; None where the general way has to be taken.

        Args:
            stage: The stage, which must be affine.
            mode: The padding mode.
        """
        shown = self.planes.shown(mode, stage)
        if shown is None:
            return None
        plane, rows = shown
        fitted = _fitted(plane, rows, stage, self.policy)
        fitted.points.flags.writeable = False
        kept = fitted.rows
        owners = plane.pieces.facts.instance.take(kept).tolist()
        ghosts = plane.ghosts.take(kept).tolist()
        ignored = list(ghosts) if self.policy.padding == "ignore" else [False] * len(owners)
        for position in fitted.small:
            ignored[position] = True
        truncated = [False] * len(owners)
        for position, share in fitted.visible.items():
            truncated[position] = share < 1
        outlines = None
        if self.are_outlines:
            outlines = OutlineRows(
                fitted.points, fitted.rings, fitted.shapes, owners, self.facts, ignored, truncated, ghosts
            )
        make = partial(_instances, self, plane, fitted)
        labels = Labels.later(make, outlines, self.labels.tags)
        return Relabelled(labels, self._counts(owners, ghosts, ignored, len(fitted.small)))

    def _counts(self, owners: list[int], ghosts: list[bool], ignored: list[bool], small: int) -> LabelCounts:
        if any(self.facts.ignored):
            before = self.facts.ignored
            ignored = [here or before[owner] for owner, here in zip(owners, ignored, strict=True)]
        number = ignored.count(True)
        if number:
            ghosts = [ghost for ghost, out in zip(ghosts, ignored, strict=True) if not out]
        made = ghosts.count(True)
        return LabelCounts(
            real=len(ghosts) - made,
            ghosts=made,
            ignored=number,
            too_small=small,
            outside=len(self.placed) - len(set(owners)),
        )


def plain_of(
    labels: Labels, placed: Set[int], pieces: Pieces, maps: Maps, policy: LabelPolicy, categories: Categories
) -> Plain | None:
    """Labels ready for the quick way; None where they need the general one.

    Args:
        labels: Those of the picture.
        placed: Which of its instances have a place.
        pieces: The pieces that they are.
        maps: The maps of the picture.
        policy: What is a label.
        categories: The classes.
    """
    items = labels.instances
    kinds = set(pieces.facts.kind.tolist())
    more = labels.layers or labels.semantic is not None or policy.padding == "drop"
    if more or len(placed) < len(items) or not items or not kinds <= {OUTLINE, BOX}:
        return None
    if BOX in kinds and policy.boxes == "ellipse":
        return None
    sides = Sides(categories, policy.swap)
    if any(map(sides.may_turn, {item.category for item in items})):
        return None
    if any(item.keypoints is not None or item.ghost for item in items):
        return None
    return Plain(
        labels, placed, pieces, maps, policy, categories, _facts(items), BOX not in kinds, Planes(pieces)
    )


def _facts(items: Sequence[Instance]) -> OutlineFacts:
    return OutlineFacts(
        categories=[item.category for item in items],
        crowds=[item.crowd for item in items],
        ignored=[item.ignored for item in items],
        flags=[item.difficult + item.occluded for item in items],
        truncated=[item.truncated for item in items],
        groups=[item.group is not None for item in items],
        attributes=[len(item.attributes) for item in items],
    )


def _instances(plain: Plain, plane: Plane, fitted: _Fitted) -> tuple[Instance, ...]:
    """The instances that pieces are."""
    facts = plane.pieces.facts.taken(fitted.rows)
    visible = np.ones(len(fitted.rows))
    visible[list(fitted.visible)] = list(fitted.visible.values())
    pieces = Pieces(
        fitted.points,
        np.array(fitted.rings, np.intp),
        np.array(fitted.shapes, np.intp),
        plain.pieces.marks,
        plain.pieces.seen,
        np.zeros(len(fitted.rows) + 1, np.intp),
        derived(facts, visible=visible, truncated=visible < 1),
    )
    made = finished(plain.labels, plain.placed, pieces, plain.maps, plain.policy, plain.categories)
    return made.labels.instances


def _fitted(plane: Plane, rows: Indices, stage: Resampling, policy: LabelPolicy) -> _Fitted:
    """What of pieces of the plane lies in the frame of a stage's result, where the stage shows it."""
    before, rings, shapes = plane.pieces.corners_of(rows)
    (a, b, c), (d, e, f), _ = stage.matrix
    x, y = before.T
    columns = np.empty((2, len(before)))
    columns[0] = a * x + b * y + c
    columns[1] = d * x + e * y + f
    points = np.empty_like(before)
    points[:, 0], points[:, 1] = columns
    starts = rings[:-1] if rings.size == shapes.size else rings.take(shapes[:-1])
    moved = _Moved(points, rings.tolist(), shapes.tolist())
    changed = _changed(moved, columns, starts, (stage.target[0] - 0.5, stage.target[1] - 0.5))
    visible, small = moved.measured(changed, policy)
    rough = plane.areas.take(rows) * abs(a * e - b * d)
    least = policy.min_pixels * (1 + _SLACK) + _SLACK
    if policy.min_pixels > 0 and rough.min() < least:
        areas = areas_of(points, rings, starts)
        small |= set((areas < policy.min_pixels).nonzero()[0].tolist()) - changed.keys()
    return moved.replaced(rows, changed, visible, small)


def _changed(
    moved: _Moved, columns: Float64Array, starts: Indices, high: tuple[float, float]
) -> dict[int, Rings]:
    """What the frame makes of the shapes that do not lie within it."""
    lowest = np.minimum.reduceat(columns, starts, axis=1)
    highest = np.maximum.reduceat(columns, starts, axis=1)
    ends = np.array(high)[:, None]
    outside = (highest <= -0.5) | (lowest >= ends)
    beyond = (lowest < -0.5) | (highest > ends) | outside
    touched = (beyond[0] | beyond[1]).nonzero()[0]
    if not touched.size:
        return {}
    seen = (~(outside[0] | outside[1])).take(touched).tolist()
    lows, highs = lowest.T.take(touched, axis=0).tolist(), highest.T.take(touched, axis=0).tolist()
    return {
        place: in_frame(moved.rings_of(place), low, most, high) if inside else ()
        for place, inside, low, most in zip(touched.tolist(), seen, lows, highs, strict=True)
    }


@dataclass(frozen=True)
class _Moved:
    """Shapes where a stage shows them.

    Attributes:
        points: ``(N, 2)`` corners of all rings.
        rings: Where each ring begins in them, and the end.
        shapes: Where each shape begins in the rings, and the end.
    """

    points: Float64Array
    rings: list[int]
    shapes: list[int]

    def rings_of(self, place: int) -> Rings:
        """The rings of a shape."""
        bounds = self.rings[self.shapes[place] : self.shapes[place + 1] + 1]
        return tuple(self.points[begin:end] for begin, end in pairwise(bounds))

    def measured(self, changed: dict[int, Rings], policy: LabelPolicy) -> tuple[dict[int, float], set[int]]:
        """Which share is left of shapes that were cut, and which of them are too small.

        Args:
            changed: What is left of them; those of which it is nothing have no rings afterwards.
            policy: What is too small.
        """
        cut = [place for place, rings in changed.items() if rings]
        visible: dict[int, float] = {}
        small: set[int] = set()
        if not cut:
            return visible, small
        areas = _areas([*map(self.rings_of, cut), *map(changed.__getitem__, cut)])
        for place, whole, left in zip(cut, areas, areas[len(cut) :], strict=False):
            if left <= NOTHING:
                changed[place] = ()
                continue
            share = visible[place] = min(1.0, left / whole) if whole > 0 else 1.0
            if share < policy.min_visible or left < policy.min_pixels:
                small.add(place)
        return visible, small

    def replaced(
        self, rows: Indices, changed: dict[int, Rings], visible: dict[int, float], small: set[int]
    ) -> _Fitted:
        """With what is left of the shapes that were cut."""
        if not changed:
            return _Fitted(rows, self.points, self.rings, self.shapes, visible, small)
        parts: list[Float64Array] = []
        lengths: list[int] = []
        counts: list[int] = []
        bounds, shapes, done = self.rings, self.shapes, 0
        all_lengths = [end - begin for begin, end in pairwise(bounds)]
        all_counts = [end - begin for begin, end in pairwise(shapes)]
        for place, rings in changed.items():
            first, last = shapes[done], shapes[place]
            parts.append(self.points[bounds[first] : bounds[last]])
            lengths += all_lengths[first:last]
            counts += all_counts[done:place]
            parts += rings
            lengths += map(len, rings)
            if rings:
                counts.append(len(rings))
            done = place + 1
        parts.append(self.points[bounds[shapes[done]] :])
        lengths += all_lengths[shapes[done] :]
        counts += all_counts[done:]
        gone = [place for place, rings in changed.items() if not rings]
        if gone:
            kept = np.delete(np.arange(rows.size), gone)
            rows = rows.take(kept)
            places = {place: position for position, place in enumerate(kept.tolist())}
            visible = {places[place]: share for place, share in visible.items()}
            small = {places[place] for place in small if place in places}
        return _Fitted(
            rows, np.concatenate(parts), [0, *accumulate(lengths)], [0, *accumulate(counts)], visible, small
        )


def _areas(shapes: Sequence[Rings]) -> list[float]:
    """The areas of shapes."""
    all_rings = list(chain.from_iterable(shapes))
    rings = np.array([0, *accumulate(map(len, all_rings))], np.intp)
    firsts = np.array([0, *accumulate(map(len, shapes))][:-1], np.intp)
    areas: list[float] = areas_of(np.concatenate(all_rings), rings, rings.take(firsts)).tolist()
    return areas
