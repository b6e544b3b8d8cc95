"""Polygons in the plane of a picture: convex ones as tuples, shapes of any form as arrays of corners."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, map_point, weight_at

Point: TypeAlias = tuple[float, float]
Polygon: TypeAlias = tuple[Point, ...]
"""Corners in order, either way round; fewer than three enclose nothing."""
Outline: TypeAlias = tuple[Polygon, ...]
"""Polygons of any shape; those around holes run the other way round."""

Rings: TypeAlias = tuple[Float64Array, ...]
"""A shape of any form: the corners ``(K, 2)`` of each closed line; those around holes run the other way
round, and several parts are one shape."""
# Corners on both sides of a border, as bytes.
_COMES_IN: Final = b"\0\1"
_GOES_OUT: Final = b"\1\0"
_Chain: TypeAlias = tuple[Float64Array, Point, Point]  # corners, where it begins and ends

HORIZON: Final = 1e-6
"""What lies nearer to a projective map's horizon than this share is infinitely far away."""


def frame_of(size: Size) -> Polygon:
    """The outline of a picture, from the outer edges of its outermost pixels."""
    right, bottom = size[0] - 0.5, size[1] - 0.5
    return (-0.5, -0.5), (right, -0.5), (right, bottom), (-0.5, bottom)


def mapped(polygon: Polygon, matrix: Matrix) -> Polygon:
    """A convex polygon with every corner mapped; what lies beyond a projective map's horizon is cut off."""
    weights = [weight_at(matrix, x, y) for x, y in polygon]
    least = HORIZON * max((abs(weight) for weight in weights), default=0.0)
    kept = _kept(polygon, [weight - least for weight in weights])
    return tuple(map_point(matrix, x, y) for x, y in kept)


def area(polygon: Polygon) -> float:
    """The area enclosed by one polygon."""
    return abs(_signed_area(polygon))


def enclosed(outline: Outline) -> float:
    """The area enclosed by an outline, without its holes."""
    return abs(sum(map(_signed_area, outline)))


def same_way_round(polygon: Polygon) -> Polygon:
    """A polygon that runs clockwise on the screen, as :func:`frame_of` does, also where it was mirrored."""
    return polygon[::-1] if _signed_area(polygon) < 0 else polygon


def _signed_area(polygon: Polygon) -> float:
    """The area by the shoelace formula; its sign is the way round."""
    following = polygon[1:] + polygon[:1]
    return sum(x * v - u * y for (x, y), (u, v) in zip(polygon, following, strict=True)) / 2


def intersection(one: Polygon, other: Polygon) -> Polygon:
    """The convex polygon that two convex polygons share (Sutherland and Hodgman, 1974); may be empty."""
    if not one or not other:
        return ()
    inside = _centre(other)
    shared = one
    for start, end in zip(other, other[1:] + other[:1], strict=True):
        shared = _clipped(shared, start, end, inside)
    return shared


def _clipped(polygon: Polygon, start: Point, end: Point, inside: Point) -> Polygon:
    """The part of a polygon on that side of a line on which ``inside`` lies."""
    sense = 1.0 if _side(start, end, inside) >= 0 else -1.0
    return _kept(polygon, [sense * _side(start, end, corner) for corner in polygon])


def _kept(polygon: Polygon, heights: list[float]) -> Polygon:
    """The part of a polygon where a height, given at its corners and even between them, is not negative."""
    kept: list[Point] = []
    corners = list(zip(polygon, heights, strict=True))
    for (corner, here), (following, there) in zip(corners, corners[1:] + corners[:1], strict=True):
        if here >= 0:
            kept.append(corner)
        if (here < 0 < there) or (there < 0 < here):
            share = here / (here - there)
            kept.append(
                (
                    corner[0] + share * (following[0] - corner[0]),
                    corner[1] + share * (following[1] - corner[1]),
                )
            )
    return tuple(kept)


def _side(start: Point, end: Point, point: Point) -> float:
    """On which side of a line a point lies: the cross product's sign."""
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def _centre(polygon: Polygon) -> Point:
    count = len(polygon)
    return sum(x for x, _ in polygon) / count, sum(y for _, y in polygon) / count


# -- shapes of any form -----------------------------------------------------------------------------------


def rings_area(rings: Sequence[Float64Array]) -> float:
    """The area enclosed by a shape, without its holes."""
    return abs(math.fsum(map(ring_area, rings)))


def ring_area(ring: Float64Array) -> float:
    """The area that a closed line encloses; positive where it runs clockwise on the screen."""
    x, y = ring[:, 0], ring[:, 1]
    # Seen from a corner of its own, so that a small shape far away loses no digits.
    x, y = x - x[0], y - y[0]
    return float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2


def holes_among(rings: Sequence[Float64Array]) -> list[bool]:
    """Which rings of a shape are around holes: these run the other way round than the largest one."""
    areas = [ring_area(ring) for ring in rings]
    sense = max(areas, key=abs, default=0.0) >= 0
    return [(area >= 0) != sense for area in areas]


def cut(rings: Sequence[Float64Array], axis: int, place: float, way: int) -> Rings:
    """The part of a shape on one side of a vertical or horizontal line.

    Args:
        rings: The shape.
        axis: 0 for the line of all points whose column is ``place``, 1 for those whose row is.
        place: Where the line is.
        way: 1 keeps what lies after it, -1 what lies before.
    """
    found = _cut_once(rings[0], axis, place, way) if len(rings) == 1 else None
    if found is not None:
        return found
    heights = [ring[:, axis] - place if way > 0 else place - ring[:, axis] for ring in rings]
    return cut_by_heights(rings, heights, axis, place)


def _cut_once(ring: Float64Array, axis: int, place: float, way: int) -> Rings | None:
    """What :func:`cut` makes of most shapes: one ring, of which one chain is kept; None for all others."""
    column = ring[:, axis]
    sides = (column >= place if way > 0 else column <= place).tobytes()
    entry, leaving = sides.find(_COMES_IN), sides.find(_GOES_OUT)
    if entry < 0 and leaving < 0:
        return (ring,) if sides[:1] == b"\1" else ()
    if sides.count(_COMES_IN) > 1 or sides.count(_GOES_OUT) > 1:
        return None
    count = len(sides)
    before = entry if entry >= 0 else count - 1
    last = leaving if leaving >= 0 else count - 1
    first = (before + 1) % count
    # A corner on the border is where the line crosses it.
    begin = _crossed(ring.item, first, before, axis, place)
    end = _crossed(ring.item, last, (last + 1) % count, axis, place)
    early, kept = int(begin is not None), (last - first) % count + 1
    length = early + kept + (end is not None)
    if length < 3:
        return ()
    chain = np.empty((length, 2))
    if first <= last:
        chain[early : early + kept] = ring[first : last + 1]
    else:
        chain[early : early + count - first] = ring[first:]
        chain[early + count - first : early + kept] = ring[: last + 1]
    if begin is not None:
        chain[0, axis], chain[0, 1 - axis] = place, begin
    if end is not None:
        chain[-1, axis], chain[-1, 1 - axis] = place, end
    return (chain,)


def _crossed(
    item: Callable[[int, int], float], inner: int, outer: int, axis: int, place: float
) -> float | None:
    """Where along the border an edge crosses it; None where the inner corner lies on it.

    As :func:`_crossing`, without heights; the item is that of a ring.
    """
    above = item(inner, axis) - place
    if above == 0:
        return None
    along = item(inner, 1 - axis)
    return along + above / (above - (item(outer, axis) - place)) * (item(outer, 1 - axis) - along)


def cut_by_heights(
    rings: Sequence[Float64Array],
    heights: Sequence[Float64Array],
    axis: int | None = None,
    place: float = 0.0,
) -> Rings:
    """The part of a shape where a height is not negative.

    What remains of all rings is joined along the border as it encloses the shape, so a cut may part it, and
    may open a hole to the outside. Which corners come out, and in which order, follows from the numbers
    alone.

    Args:
        rings: The shape.
        heights: The height at each corner of each ring, ``(K,)``; in between it changes evenly, so it is 0
            on a straight line.
        axis: Where all points of height 0 have the same column (0) or row (1),
        place: which one, so that corners there have exactly it.
    """
    whole: list[Float64Array] = []
    chains: list[_Chain] = []
    for ring, height in zip(rings, heights, strict=True):
        entries, exits = _changes(height)
        if entries:
            chains += _chains(ring, height, entries, exits, axis, place)
        elif height.size and height[0] >= 0:
            whole.append(ring)
    return (*whole, *_joined(chains, axis))


def _changes(height: Float64Array) -> tuple[list[int], list[int]]:
    """The corners before edges that come in, where heights are not negative, and before those that go out.

    Each that comes in has in the same place the next one that goes out.
    """
    inside = height >= 0
    changes: list[int] = (inside[1:] != inside[:-1]).nonzero()[0].tolist()
    if inside.size and inside[0] != inside[-1]:
        changes.append(inside.size - 1)
    if not changes or not inside[0]:
        return changes[0::2], changes[1::2]
    return changes[1::2], [*changes[2::2], changes[0]]


def _chains(
    ring: Float64Array,
    height: Float64Array,
    entries: list[int],
    exits: list[int],
    axis: int | None,
    place: float,
) -> list[_Chain]:
    """The parts of a ring on the kept side, each with the places on the border where it enters and leaves."""
    chains: list[_Chain] = []
    count = len(ring)
    for before, last in zip(entries, exits, strict=True):
        first, after = (before + 1) % count, (last + 1) % count
        begin = _crossing(ring, height, first, before, axis, place)
        end = _crossing(ring, height, last, after, axis, place)
        kept = ring[first : last + 1] if first <= last else np.concatenate((ring[first:], ring[: last + 1]))
        # A corner on the border is where the line crosses it.
        early, late = int(height[first] != 0), int(height[last] != 0)
        chain = np.empty((len(kept) + early + late, 2))
        chain[early : early + len(kept)] = kept
        if early:
            chain[0] = begin
        if late:
            chain[-1] = end
        chains.append((chain, begin, end))
    return chains


def _crossing(
    ring: Float64Array, height: Float64Array, inner: int, outer: int, axis: int | None, place: float
) -> Point:
    """Where an edge crosses the border; the same for an edge of two shapes, whichever way round they run."""
    above, below = float(height[inner]), float(height[outer])
    share = above / (above - below)
    (x, y), (u, v) = ring[inner].tolist(), ring[outer].tolist()
    point = x + share * (u - x), y + share * (v - y)
    if axis is None:
        return point
    return (place, point[1]) if axis == 0 else (point[0], place)


def _joined(chains: list[_Chain], axis: int | None) -> list[Float64Array]:
    """Closed rings of chains: where one leaves, the line goes on along the border to where one enters.

    Sorted along the border, a shape lies between its first and second crossing, its third and fourth and so
    on; where it lies over itself, crossings are paired like brackets, which encloses the same places.
    """
    if len(chains) == 1:
        return [chains[0][0]] if len(chains[0][0]) > 2 else []
    if not chains:
        return []
    ends = np.array([(begin, end) for _, begin, end in chains])  # (chains, 2, 2)
    if axis is None:
        spread = np.ptp(ends.reshape(-1, 2), axis=0)
        axis = 0 if spread[1] > spread[0] else 1
    joined = (
        np.concatenate([chains[number][0] for number in members])
        for members in chains_joined(ends[:, :, 1 - axis].ravel().tolist())
    )
    return [ring for ring in joined if len(ring) > 2]


def chains_joined(along: Sequence[float]) -> list[list[int]]:
    """Which chains make a ring together, in the order in which they follow one another.

    Args:
        along: Where along the border each chain begins and ends.
    """
    following = _following(along)
    rings: list[list[int]] = []
    while following:
        number = next(iter(following))
        members = []
        while number in following:
            members.append(number)
            number = following.pop(number)
        rings.append(members)
    return rings


def _following(along: Sequence[float]) -> dict[int, int]:
    """Which chain goes on where each one leaves."""
    waiting: list[int] = []
    following: dict[int, int] = {}
    for end in sorted(range(len(along)), key=along.__getitem__):
        if waiting and waiting[-1] % 2 != end % 2:
            other = waiting.pop()
            leaving, entering = (end, other) if end % 2 else (other, end)
            following[leaving // 2] = entering // 2
        else:
            waiting.append(end)
    return dict(sorted(following.items()))


def sections(rings: Sequence[Float64Array], axis: int, place: float) -> list[tuple[float, float]]:
    """The parts of a vertical or horizontal line that lie in a shape, in order.

    Args:
        rings: The shape.
        axis: 0 for the line of all points whose column is ``place``, 1 for those whose row is.
        place: Where the line is.

    Returns:
        Begin and end of each part, in the other coordinate.
    """
    found: list[tuple[float, int]] = []
    for ring in rings:
        height = ring[:, axis] - place
        count = len(ring)
        entries, exits = _changes(height)
        for before, last in zip(entries, exits, strict=True):
            entering = _crossing(ring, height, (before + 1) % count, before, axis, place)
            leaving = _crossing(ring, height, last, (last + 1) % count, axis, place)
            found += [(entering[1 - axis], 1), (leaving[1 - axis], -1)]
    parts: list[tuple[float, float]] = []
    depth, begin = 0, 0.0
    for along, turn in sorted(found):
        if depth == 0:
            begin = along
        depth += turn
        if depth == 0 and along > begin:
            parts.append((begin, along))
    return parts
