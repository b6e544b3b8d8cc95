"""Where the numbers of a range lie on its slider: usual ones get room, all others stay within reach."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

# Share of the way from the middle of the usual numbers to an end of the track that they get at least.
_ROOM: Final = 0.5
# Beyond it, numbers far from the usual ones would be too close together to be met with a mouse.
_STEEPEST: Final = 4.0


@dataclass(frozen=True)
class Track:
    """A line from one number to another, finer around the usual ones.

    On each side of a middle the distance from it grows as a power of the way on the track; where the usual
    numbers have room enough, all is even.

    Attributes:
        low: The number at the left end.
        high: The number at the right end, above it.
        middle: The number that the track is finest at.
        place_of_middle: Where that is: 0 at the left end, 1 at the right one.
        below: Power on the left side, at least 1.
        above: Power on the right side, at least 1.
    """

    low: float
    high: float
    middle: float
    place_of_middle: float
    below: float = 1.0
    above: float = 1.0

    @classmethod
    def around(cls, low: float, high: float, usual: tuple[float, float]) -> Track:
        """A track on which usual numbers take half of it or more, as far as that leaves room for the others.

        Args:
            low: The number at the left end.
            high: The number at the right end, above it.
            usual: The lowest and highest usual number, between these.
        """
        first, last = usual
        if first <= low:
            return cls(low, high, low, 0.0, above=_power((last - low) / (high - low)))
        if last >= high:
            return cls(low, high, high, 1.0, below=_power((high - first) / (high - low)))
        middle = (first + last) / 2
        below, above = _power((middle - first) / (middle - low)), _power((last - middle) / (high - middle))
        even = below == above == 1.0
        return cls(low, high, middle, (middle - low) / (high - low) if even else 0.5, below, above)

    def place(self, value: float) -> float:
        """Where a number lies, 0 to 1; numbers beyond the ends lie at the ends."""
        value = min(self.high, max(self.low, value))
        if value < self.middle:
            way = math.pow((self.middle - value) / (self.middle - self.low), 1 / self.below)
            return self.place_of_middle * (1 - way)
        if value == self.middle:
            return self.place_of_middle
        way = math.pow((value - self.middle) / (self.high - self.middle), 1 / self.above)
        return self.place_of_middle + (1 - self.place_of_middle) * way

    def value(self, place: float) -> float:
        """The number at a place of 0 to 1."""
        if place <= 0.0 or place >= 1.0:
            return self.low if place <= 0.0 else self.high
        if place < self.place_of_middle:
            way = math.pow(1 - place / self.place_of_middle, self.below)
            return max(self.low, self.middle - way * (self.middle - self.low))
        if place == self.place_of_middle:
            return self.middle
        way = math.pow((place - self.place_of_middle) / (1 - self.place_of_middle), self.above)
        return min(self.high, self.middle + way * (self.high - self.middle))


def _power(share: float) -> float:
    """The power by which numbers up to this share of a side get the room that they should have."""
    if not 0 < share < _ROOM:
        return 1.0
    return min(_STEEPEST, math.log(share) / math.log(_ROOM))
