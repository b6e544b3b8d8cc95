"""Convex polygons in the plane of a picture."""

from __future__ import annotations

from typing import TypeAlias

from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, map_point, weight_at

Point: TypeAlias = tuple[float, float]
Polygon: TypeAlias = tuple[Point, ...]
"""Corners in order, either way round; fewer than three enclose nothing."""
Outline: TypeAlias = tuple[Polygon, ...]
"""Polygons of any shape; those around holes run the other way round."""

# What lies nearer to a projective map's horizon than this share is infinitely far away.
_HORIZON = 1e-6


def frame_of(size: Size) -> Polygon:
    """The outline of a picture, from the outer edges of its outermost pixels."""
    right, bottom = size[0] - 0.5, size[1] - 0.5
    return (-0.5, -0.5), (right, -0.5), (right, bottom), (-0.5, bottom)


def mapped(polygon: Polygon, matrix: Matrix) -> Polygon:
    """A convex polygon with every corner mapped; what lies beyond a projective map's horizon is cut off."""
    weights = [weight_at(matrix, x, y) for x, y in polygon]
    least = _HORIZON * max((abs(weight) for weight in weights), default=0.0)
    kept = _kept(polygon, [weight - least for weight in weights])
    return tuple(map_point(matrix, x, y) for x, y in kept)


def area(polygon: Polygon) -> float:
    """The area enclosed by one polygon."""
    return abs(_signed_area(polygon))


def enclosed(outline: Outline) -> float:
    """The area enclosed by an outline, without its holes."""
    return abs(sum(map(_signed_area, outline)))


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
