"""Medians of 7x7 pixels by comparisons alone, each of which is done for many pixels at once.

OpenCV counts levels in histograms for squares larger than 5x5, pixel by pixel. Here the columns of all
squares are sorted, neighbouring columns are merged, and what several squares have in common is done once: 294
minima and maxima of whole rows. A median is one of the levels, so it is the same whoever finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from augstudio.core.image import Image

SIDE: Final = 7
"""Pixels along each side of the squares."""
_MIDDLE: Final = SIDE * SIDE // 2 + 1  # the median is the so manieth smallest
# Samples that are worked on at once: few enough for the processor's cache.
_AT_ONCE: Final = 3 << 15
# Pairs of places that sort seven numbers when they are compared one after the other (Knuth, 5.3.4).
_SORTING: Final = (
    (0, 6), (2, 3), (4, 5), (0, 2), (1, 4), (3, 6), (0, 1), (2, 5), (3, 4), (1, 2), (4, 6), (2, 3), (4, 5),
    (1, 2), (3, 4), (5, 6),
)  # fmt: skip


class _Seen(NamedTuple):
    """Values of one kind, as they are seen so many rows below and so many pixels to the right."""

    number: int
    down: int = 0
    right: int = 0


class _Comparison(NamedTuple):
    """One minimum or maximum of values of two kinds."""

    made: int
    largest: bool
    one: _Seen
    other: _Seen


_Sorted: TypeAlias = list[_Seen]
_Step: TypeAlias = tuple[Callable[..., object], Image, Image, Image]


def median_of_seven(image: Image) -> Image:
    """The median of the 7x7 pixels about each pixel that has so many about it, channel by channel.

    Args:
        image: ``(H + 6, W + 6, C)`` uint8.

    Returns:
        ``(H, W, C)`` uint8.
    """
    height, width, channels = (side - margin for side, margin in zip(image.shape, (6, 6, 0), strict=True))
    row = image.shape[1] * channels
    rows = max(1, min(height, _AT_ONCE // row))
    given = np.empty((rows + SIDE - 1) * row, np.uint8)
    steps, found = _prepared(given, rows, row, channels)
    output = np.empty((height, width, channels), np.uint8)
    for top in range(0, height, rows):
        count = min(rows, height - top)
        taken = image[top : top + count + SIDE - 1]
        given[: taken.size] = taken.reshape(-1)
        for way, one, other, target in steps:
            way(one, other, out=target)
        output[top : top + count] = found.reshape(rows, -1, channels)[:count, :width]
    return output


def _prepared(given: Image, rows: int, row: int, channels: int) -> tuple[list[_Step], Image]:
    """What is to be done with the samples of some rows, and where the result is then."""
    comparisons, result = _network()
    all_seen = {seen for step in comparisons for seen in (step.one, step.other)}
    shift_of = {seen: seen.down * row + seen.right * channels for seen in all_seen}
    lengths = {0: given.size}
    for made, _, one, other in comparisons:
        lengths[made] = min(lengths[seen.number] - shift_of[seen] for seen in (one, other))
    longest = max(lengths[made] for made, *_ in comparisons)
    last_use = {seen.number: place for place, step in enumerate(comparisons) for seen in step[2:]}
    held, steps = {0: given}, []
    free: list[Image] = []  # memory of values that nothing needs any more
    for place, (made, largest, one, other) in enumerate(comparisons):
        held[made] = free.pop() if free else np.empty(longest, np.uint8)
        length = lengths[made]
        first, second = (held[seen.number][shift_of[seen] :][:length] for seen in (one, other))
        way: Callable[..., object] = np.maximum if largest else np.minimum
        steps.append((way, first, second, held[made][:length]))
        free += [held[used] for used in {one.number, other.number} if used and last_use[used] == place]
    return steps, held[result][: rows * row]


@cache
def _network() -> tuple[tuple[_Comparison, ...], int]:
    """Comparisons that find the median of the squares right of and below each pixel, and its number."""
    network = _Network()
    column = [_Seen(0, down) for down in range(SIDE)]
    for upper, lower in _SORTING:
        column[upper], column[lower] = network.compared(column[upper], column[lower])
    two = network.merged(column, _beside(column, 1))
    four = network.merged(two, _beside(two, 2))
    three = network.merged(_beside(two, 4), _beside(column, 6))
    # The smallest of what is largest of so many of one and the others of the other.
    found = four[_MIDDLE - 1]
    for many in range(1, len(three) + 1):
        found = network.compared(found, network.compared(four[_MIDDLE - 1 - many], three[many - 1])[1])[0]
    return network.needed_for(found), found.number


class _Network:
    """Comparisons as they are added; number 0 is what is given."""

    def __init__(self) -> None:
        self._comparisons: list[_Comparison] = []

    def compared(self, one: _Seen, other: _Seen) -> tuple[_Seen, _Seen]:
        """The smaller and the larger one."""
        number = len(self._comparisons)
        self._comparisons += [
            _Comparison(number + 1, False, one, other),
            _Comparison(number + 2, True, one, other),
        ]
        return _Seen(number + 1), _Seen(number + 2)

    def merged(self, one: _Sorted, other: _Sorted) -> _Sorted:
        """All of two sorted lists, sorted (Batcher's odd-even merge; Knuth, 5.3.4)."""
        if not one or not other:
            return one or other
        if len(one) == len(other) == 1:
            return list(self.compared(one[0], other[0]))
        first = self.merged(one[0::2], other[0::2])
        second = self.merged(one[1::2], other[1::2])
        result = [first[0]]
        for later, earlier in zip(second, first[1:], strict=False):
            result += self.compared(later, earlier)
        paired = min(len(second), len(first) - 1)
        return [*result, *first[1 + paired :], *second[paired:]]

    def needed_for(self, found: _Seen) -> tuple[_Comparison, ...]:
        """Those of them whose results something needs, in order."""
        wanted, kept = {found.number}, []
        for step in reversed(self._comparisons):
            if step.made in wanted:
                wanted |= {step.one.number, step.other.number}
                kept.append(step)
        return tuple(reversed(kept))


def _beside(values: _Sorted, right: int) -> _Sorted:
    """The same values of pixels to the right."""
    return [seen._replace(right=seen.right + right) for seen in values]
