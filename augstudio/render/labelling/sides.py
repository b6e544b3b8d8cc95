"""Classes and keypoints that change sides in a mirror, and classes that point."""

from __future__ import annotations

import math
from typing import Final, TypeAlias

from augstudio.core.label_policy import AUTOMATIC, NO_SWAPS, parsed_swaps
from augstudio.core.labels import Categories, Category, Keypoints
from augstudio.core.sides import pairs_by_names
from augstudio.errors import Message

Directions: TypeAlias = tuple[float, float, float, float]
"""What has been done to directions: the matrix ((a, b), (c, d))."""

MOST_DEGREES_OFF: Final = 30.0
"""A class that points further than this from every declared direction is told of."""
# Angles nearer to each other than this count as equal, whatever the last digits of a machine's sines are.
_SAME_DEGREES: Final = 1e-6


class Sides:
    """What becomes of classes and keypoints under a policy."""

    def __init__(self, categories: Categories, swap: str) -> None:
        self._categories = categories
        self._swap = swap
        self._pairs = () if swap in (AUTOMATIC, NO_SWAPS) else parsed_swaps(swap)
        self.warnings: dict[Message, None] = {}

    def may_turn(self, position: int) -> bool:
        """Whether something of this class may become one of another class."""
        if position >= len(self._categories):
            return False
        category = self._categories[position]
        return category.direction is not None or self._partner(category) is not None

    def category(self, position: int, done: Directions) -> int:
        """The class of something to whose directions this was done."""
        if position >= len(self._categories):
            return position
        category = self._categories[position]
        if category.direction is not None:
            return self._pointing(position, category, done)
        partner = self._partner(category) if mirrored(done) else None
        return position if partner is None else partner

    def keypoints(self, position: int, keypoints: Keypoints, done: Directions) -> Keypoints:
        """The keypoints, in the slots of the other side where something was mirrored."""
        count = len(keypoints.visibility)
        if position >= len(self._categories) or not mirrored(done):
            return keypoints
        order = list(range(count))
        for one, other in self._slots(self._categories[position]):
            if max(one, other) < count:
                order[one], order[other] = order[other], order[one]
        if order == sorted(order):
            return keypoints
        return Keypoints(keypoints.points[order], keypoints.visibility[order])

    def _partner(self, category: Category) -> int | None:
        if self._swap == AUTOMATIC:
            return category.mirror
        names = dict((*self._pairs, *((other, one) for one, other in self._pairs)))
        return self._categories.position(names[category.name]) if category.name in names else None

    def _slots(self, category: Category) -> tuple[tuple[int, int], ...]:
        """Pairs of slots that change places."""
        if self._swap == AUTOMATIC:
            return category.swaps or pairs_by_names(category.keypoints)
        slots = {name: slot for slot, name in enumerate(category.keypoints)}
        return tuple((slots[one], slots[other]) for one, other in self._pairs if {one, other} <= slots.keys())

    def _pointing(self, position: int, category: Category, done: Directions) -> int:
        """The class whose direction is nearest to where this one points now."""
        angle = _turned(category.direction or 0.0, done)
        others = [
            (_apart(angle, other.direction), number != position, number)
            for number, other in enumerate(self._categories.all)
            if other.direction is not None and other.supercategory == category.supercategory
        ]
        off, _, nearest = min(others)
        if off > MOST_DEGREES_OFF:
            self.warnings[
                Message(
                    "{0} points {1}° away from every class that points; the nearest is {2}",
                    category.name,
                    round(off),
                    self._categories[nearest].name,
                )
            ] = None
        return nearest


def mirrored(done: Directions) -> bool:
    """Whether left and right have changed places: the sign of the Jacobian."""
    a, b, c, d = done
    return a * d - b * c < 0


def _turned(degrees: float, done: Directions) -> float:
    """Where a direction points afterwards, in degrees."""
    a, b, c, d = done
    x, y = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return math.degrees(math.atan2(c * x + d * y, a * x + b * y))


def _apart(one: float, other: float) -> float:
    """Degrees between two directions, on a grid on which all machines agree."""
    apart = abs((one - other + 180) % 360 - 180)
    return round(apart / _SAME_DEGREES) * _SAME_DEGREES
