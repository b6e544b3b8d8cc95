"""Turned boxes as formats give them: a width, a height and an angle, about the centre or about a corner."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.convex import smallest_rectangle
from augstudio.core.polygon import ring_area

_RIGHT = 1e-6


@dataclass(frozen=True, slots=True)
class TurnedBox:
    """A rectangle.

    Attributes:
        corners: ``(4, 2)`` columns and rows, clockwise on the screen from what is its upper left corner
            before it is turned.
    """

    corners: Float64Array

    @property
    def width(self) -> float:
        """The length of the first side."""
        return float(np.hypot(*(self.corners[1] - self.corners[0])))

    @property
    def height(self) -> float:
        """The length of the second side."""
        return float(np.hypot(*(self.corners[2] - self.corners[1])))

    @property
    def angle(self) -> float:
        """How far it is turned, in degrees clockwise, 0 or more and below 360."""
        x, y = (self.corners[1] - self.corners[0]).tolist()
        return round(math.degrees(math.atan2(y, x)) % 360, 9) % 360

    @property
    def centre(self) -> Float64Array:
        """Its middle."""
        middle: Float64Array = self.corners.mean(axis=0)
        return middle


def turned(points: Float64Array, pivot: Float64Array, degrees: float) -> Float64Array:
    """Points ``(n, 2)`` turned clockwise about another one; exactly by quarter turns."""
    quarter = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
    angle = math.radians(degrees)
    cosine, sine = quarter.get(degrees % 360, (math.cos(angle), math.sin(angle)))  # type: ignore[call-overload]
    found: Float64Array = (points - pivot) @ np.array([(cosine, sine), (-sine, cosine)]) + pivot
    return found


def turned_box(corners: Float64Array) -> TurnedBox:
    """The rectangle that four corners are, or the smallest one around them where they are none.

    One that is mirrored keeps its width and height, and of its two angles has the one that is nearer to none.

    Args:
        corners: ``(4, 2)`` in order around it, either way.
    """
    ordered = corners if ring_area(corners) >= 0 else _mirrored(corners)
    first, second = ordered[1] - ordered[0], ordered[2] - ordered[1]
    scale = max(float(np.abs(first).max()), float(np.abs(second).max()), 1e-12)
    slant = abs(float(first @ second)) / scale**2
    closed = float(np.abs(ordered[0] + ordered[2] - ordered[1] - ordered[3]).max()) / scale
    if max(slant, closed) > _RIGHT:
        around = smallest_rectangle(corners)
        if around is not None:
            return TurnedBox(_as_before(around if ring_area(around) >= 0 else around[::-1], ordered))
    return TurnedBox(ordered)


def _mirrored(corners: Float64Array) -> Float64Array:
    """Corners that run the other way as they run clockwise, the first side still being what the width was."""
    x, y = (corners[1] - corners[0]).tolist()
    found: Float64Array = corners[[3, 2, 1, 0]] if x > _RIGHT * abs(y) else corners[[1, 0, 3, 2]]
    return found


def _as_before(around: Float64Array, ordered: Float64Array) -> Float64Array:
    """The corners of a rectangle from that on which its first side points as that of the others does."""
    side = ordered[1] - ordered[0]
    sides = np.roll(around, -1, axis=0) - around
    return np.roll(around, -int(np.argmax(sides @ side)), axis=0)
