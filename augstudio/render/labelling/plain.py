"""The quick way of labels that are outlines and boxes and nothing more through one affine stage.

What comes out is what the general way of :mod:`augstudio.render.labels` gives, to the last bit; it is the
oracle in tests. Here the plane is made once for all copies of a picture, facts that nobody asks for are not
followed, and instances are made when somebody asks for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, pairwise
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.derived import derived
from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Instance, LabelCounts, Labels, Relabelled
from augstudio.core.outline_rows import OutlineFacts, OutlineRows, OutlinesTogether
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

    def part(self, first: int, last: int) -> _Fitted:
        """Those from one position to another, as if there were no others."""
        if last - first == len(self.shapes) - 1:
            return self
        bounds = self.shapes[first : last + 1]
        rings = self.rings[bounds[0] : bounds[-1] + 1]
        return _Fitted(
            self.rows[first:last],
            self.points[rings[0] : rings[-1]],
            [begin - rings[0] for begin in rings],
            [begin - bounds[0] for begin in bounds],
            [0, last - first],
            {place - first: share for place, share in self.visible.items() if first <= place < last},
            {place - first for place in self.small if first <= place < last},
        )


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

    def relabelled(self, stages: Sequence[Resampling], mode: PaddingMode) -> list[Relabelled | None]:
        """The labels of the results of stages; None where the general way has to be taken.

        Args:
            stages: The stages, each of which makes a copy of the picture; they must be affine.
            mode: The padding mode.
        """
        found: list[Relabelled | None] = [None] * len(stages)
        places = [place for place, stage in enumerate(stages) if self.planes.seen(mode, stage)]
        if not places:
            return found
        plane, rows, numbers = self.planes.shown(mode, [stages[place] for place in places])
        counts = np.bincount(numbers, minlength=len(places)).tolist()
        places = [place for place, count in zip(places, counts, strict=True) if count]
        if not places:
            return found
        counts = [count for count in counts if count]
        fitted = _fitted(plane, rows, counts, [stages[place] for place in places], self.policy)
        for place, relabelled in zip(places, self._made(plane, fitted), strict=True):
            found[place] = relabelled
        return found

    def _made(self, plane: Plane, fitted: _Fitted) -> Iterator[Relabelled]:
        """The labels of each stage's result."""
        fitted.points.flags.writeable = False
        owners = plane.pieces.facts.instance.take(fitted.rows).tolist()
        ghosts = plane.ghosts.take(fitted.rows).tolist()
        ignored = list(ghosts) if self.policy.padding == "ignore" else [False] * len(owners)
        for position in fitted.small:
            ignored[position] = True
        truncated = [False] * len(owners)
        for position, share in fitted.visible.items():
            truncated[position] = share < 1
        together = OutlinesTogether(fitted.points, fitted.rings)
        for first, last in pairwise(fitted.copies):
            part, begin = slice(first, last), fitted.shapes[first]
            made = fitted.part(first, last)
            outlines = None
            if self.are_outlines:
                outlines = OutlineRows(
                    made.points, made.rings, made.shapes, owners[part], self.facts, ignored[part],
                    truncated[part], ghosts[part], together, begin,
                )  # fmt: skip
            make = partial(_instances, self, plane, made)
            labels = Labels.later(make, outlines, self.labels.tags)
            counts = self._counts(owners[part], ghosts[part], ignored[part], len(made.small))
            yield Relabelled(labels, counts)

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


def _fitted(
    plane: Plane, rows: Indices, counts: list[int], stages: Sequence[Resampling], policy: LabelPolicy
) -> _Fitted:
    """What of pieces of the plane lies in the frames of stages' results, where the stages show it.

    Args:
        plane: The plane.
        rows: The pieces that each stage shows, one stage after the other.
        counts: How many each shows.
        stages: The stages.
        policy: What is too small for a label.
    """
    before, rings, shapes = plane.pieces.corners_of(rows)
    starts = rings[:-1] if rings.size == shapes.size else rings.take(shapes[:-1])
    copies = [0, *accumulate(counts)]
    columns = _columns(before, [*starts.take(copies[:-1]).tolist(), len(before)], stages)
    points = np.empty_like(before)
    points[:, 0], points[:, 1] = columns
    moved = _Moved(points, rings.tolist(), shapes.tolist(), copies)
    changed = _changed(moved, columns, starts, [stage.target for stage in stages])
    visible, small = moved.measured(changed, policy)
    least = policy.min_pixels * (1 + _SLACK) + _SLACK
    if policy.min_pixels > 0:
        scales = [abs(a * e - b * d) for (a, b, _), (d, e, _), _ in (stage.matrix for stage in stages)]
        rough = plane.areas.take(rows) * (np.repeat(scales, counts) if len(stages) > 1 else scales[0])
        if rough.min() < least:
            areas = areas_of(points, rings, starts)
            small |= set((areas < policy.min_pixels).nonzero()[0].tolist()) - changed.keys()
    return moved.replaced(rows, changed, visible, small)


def _columns(points: Float64Array, bounds: Sequence[int], stages: Sequence[Resampling]) -> Float64Array:
    """``(2, N)`` where stages show points, those of each stage from one bound to the next."""
    columns = np.empty((2, len(points)))
    for stage, (begin, end) in zip(stages, pairwise(bounds), strict=True):
        (a, b, c), (d, e, f), _ = stage.matrix
        x, y = points[begin:end].T
        columns[0, begin:end] = a * x + b * y + c
        columns[1, begin:end] = d * x + e * y + f
    return columns


def _changed(
    moved: _Moved, columns: Float64Array, starts: Indices, frames: Sequence[Size]
) -> dict[int, Rings]:
    """What the frames make of the shapes that do not lie within them."""
    lowest = np.minimum.reduceat(columns, starts, axis=1)
    highest = np.maximum.reduceat(columns, starts, axis=1)
    ends = np.array(frames[0])[:, None] - 0.5
    if any(frame != frames[0] for frame in frames):
        counts = [last - first for first, last in pairwise(moved.copies)]
        ends = np.repeat(np.array(frames).T - 0.5, counts, axis=1)
    outside = (highest <= -0.5) | (lowest >= ends)
    beyond = (lowest < -0.5) | (highest > ends) | outside
    touched = (beyond[0] | beyond[1]).nonzero()[0]
    if not touched.size:
        return {}
    seen = (~(outside[0] | outside[1])).take(touched).tolist()
    lows, highs = lowest.T.take(touched, axis=0).tolist(), highest.T.take(touched, axis=0).tolist()
    high = np.broadcast_to(ends, lowest.shape).T.take(touched, axis=0).tolist()
    return {
        place: in_frame(moved.rings_of(place), low, most, end) if inside else ()
        for place, inside, low, most, end in zip(touched.tolist(), seen, lows, highs, high, strict=True)
    }


@dataclass(frozen=True)
class _Moved:
    """Shapes where a stage shows them.

    Attributes:
        points: ``(N, 2)`` corners of all rings.
        rings: Where each ring begins in them, and the end.
        shapes: Where each shape begins in the rings, and the end.
        copies: Where the shapes of each copy begin, and the end.
    """

    points: Float64Array
    rings: list[int]
    shapes: list[int]
    copies: list[int]

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
            return _Fitted(rows, self.points, self.rings, self.shapes, self.copies, visible, small)
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
        gone, copies = [place for place, rings in changed.items() if not rings], self.copies
        if gone:
            copies = [begin - bisect_left(gone, begin) for begin in copies]
            kept = np.delete(np.arange(rows.size), gone)
            rows = rows.take(kept)
            places = {place: position for position, place in enumerate(kept.tolist())}
            visible = {places[place]: share for place, share in visible.items()}
            small = {places[place] for place in small if place in places}
        return _Fitted(
            rows,
            np.concatenate(parts),
            [0, *accumulate(lengths)],
            [0, *accumulate(counts)],
            copies,
            visible,
            small,
        )


def _areas(shapes: Sequence[Rings]) -> list[float]:
    """The areas of shapes."""
    all_rings = list(chain.from_iterable(shapes))
    rings = np.array([0, *accumulate(map(len, all_rings))], np.intp)
    firsts = np.array([0, *accumulate(map(len, shapes))][:-1], np.intp)
    areas: list[float] = areas_of(np.concatenate(all_rings), rings, rings.take(firsts)).tolist()
    return areas
