"""Convex polygons in the plane of a picture."""

from __future__ import annotations

from typing import TypeAlias

from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, map_point

Point: TypeAlias = tuple[float, float]
Polygon: TypeAlias = tuple[Point, ...]
"""Corners in order, either way round; fewer than three enclose nothing."""


def frame_of(size: Size) -> Polygon:
    """The outline of a picture, from the outer edges of its outermost pixels."""
    right, bottom = size[0] - 0.5, size[1] - 0.5
    return (-0.5, -0.5), (right, -0.5), (right, bottom), (-0.5, bottom)


def mapped(polygon: Polygon, matrix: Matrix) -> Polygon:
    """The polygon with every corner mapped."""
    return tuple(map_point(matrix, x, y) for x, y in polygon)


def area(polygon: Polygon) -> float:
    """The area enclosed, by the shoelace formula."""
    following = polygon[1:] + polygon[:1]
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(polygon, following, strict=True))) / 2


def intersection(one: Polygon, other: Polygon) -> Polygon:
    """The convex polygon that two convex polygons share (Sutherland and Hodgman, 1974); may be empty."""
    inside = _centre(other)
    shared = one
    for start, end in zip(other, other[1:] + other[:1], strict=True):
        shared = _clipped(shared, start, end, inside)
    return shared


def _clipped(polygon: Polygon, start: Point, end: Point, inside: Point) -> Polygon:
    """The part of a polygon on that side of a line on which ``inside`` lies."""
    sense = 1.0 if _side(start, end, inside) >= 0 else -1.0
    kept: list[Point] = []
    for corner, following in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        here, there = sense * _side(start, end, corner), sense * _side(start, end, following)
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
