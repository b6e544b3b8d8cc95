"""Which pixel lies at each place of a result of an affine matrix, told exactly.

Ways back are counted in whole numbers of 2**-32 pixels, so all machines agree on every pixel. OpenCV looks
pixels up much faster, but rounds places more coarsely, each version in its own way: what it finds stands
only where the exact place is far enough from a border between pixels; the few others are counted exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Size
from augstudio.core.matrix import Matrix
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.tiled import Map, Positions

_BITS: Final = 32
_ONE: Final = 1 << _BITS
_HALF: Final = 1 << (_BITS - 1)
_BELOW_ONE: Final = _ONE - 1
# How far OpenCV may be wrong: it counts in 1/1024 pixels, two of which are rounded, or with numbers of 24
# bits, of which the last one or two may be wrong.
_ROUNDED: Final = 1.5 / 1024
_RELATIVE: Final = 2.0**-22
_MOST_WRONG: Final = 2.0**-5
# OpenCV counts pixels in 16 bits.
_MOST_PIXELS: Final = 1 << 14
# Smaller parts are not worth the preparations.
_FEW_PIXELS: Final = 1 << 12
# Where more than one in so many pixels lies near a border, all are counted.
_ONE_IN: Final = 8

# A type that OpenCV takes, in which all values of a type have one of their own; it is slow with uint8.
_KINDS: Final = {"u1": np.uint16, "u2": np.uint16, "u4": np.int32, "i4": np.int32}


class AffinePixels:
    """Pixels of the plane that pixels of a part of a result show through a matrix."""

    def __init__(self, back: Matrix, part: Region) -> None:
        """Prepare.

        Args:
            back: From pixels of the result to the plane, its entries multiples of 2**-32.
            part: The part of the result.
        """
        self._back, self._part = back, part
        columns = np.arange(part.left, part.right, dtype=np.int64)
        rows = np.arange(part.top, part.bottom, dtype=np.int64)
        self._axes = []
        for a, b, c in back[:2]:
            across, down, start = (int(value * _ONE) for value in (a, b, c))
            self._axes.append((across * columns, down * rows + (start + _HALF)))

    def bounds(self) -> Region:
        """The part of the plane in which they lie."""
        ends = [
            (int(np.min(across)) + int(np.min(down)), int(np.max(across)) + int(np.max(down)))
            for across, down in self._axes
        ]
        (left, right), (top, bottom) = ((low >> _BITS, (high >> _BITS) + 1) for low, high in ends)
        return Region.between(left, top, right, bottom)

    def rows(self, first: int, end: int, window: Region) -> tuple[Positions, Positions]:
        """Columns and rows of those that some rows of the part show, from the first pixel of a window on."""
        begins = (begin << _BITS for begin in (window.left, window.top))
        sums = (
            across[None, :] + (down[first:end, None] - begin)
            for (across, down), begin in zip(self._axes, begins, strict=True)
        )
        around = window.width > 0 and window.height > 0
        x, y = (_shifted(places) if around else places >> _BITS for places in sums)
        return x, y

    def lookup(self, window: Region) -> AffineLookup | None:
        """The fast way of looking all of them up; None where there is none.

        Args:
            window: What :meth:`bounds` gave.
        """
        width, height = self._part.width, self._part.height
        if max(width, height, window.width, window.height) > _MOST_PIXELS or width * height < _FEW_PIXELS:
            return None
        matrix = self._into(window)
        wrong = _ROUNDED + _RELATIVE * max(abs(a) * width + abs(b) * height + abs(c) for a, b, c in matrix)
        if wrong > _MOST_WRONG:
            return None
        most = width * height // _ONE_IN
        near = [_near(across, down, int(wrong * _ONE) + 1, most) for across, down in self._axes]
        spots = [both for both in near if both is not None]
        if len(spots) < len(near):
            return None
        rows, columns = (np.concatenate(places) for places in zip(*spots, strict=True))
        x, y = (
            (across.take(columns) + (down - (begin << _BITS)).take(rows)) >> _BITS
            for (across, down), begin in zip(self._axes, (window.left, window.top), strict=True)
        )
        return AffineLookup(matrix, (width, height), rows * width + columns, y * window.width + x)

    def _into(self, window: Region) -> list[tuple[float, float, float]]:
        """The way back from pixels of the part to those of a window."""
        left, top = self._part.left, self._part.top
        return [
            (a, b, a * left + b * top + c - begin)
            for (a, b, c), begin in zip(self._back[:2], (window.left, window.top), strict=True)
        ]


@dataclass(frozen=True)
class AffineLookup:
    """What OpenCV finds in a window, but for a few places.

    Attributes:
        matrix: From pixels of the result to those of the window.
        size: Width and height of the result.
        near: ``(N,)`` numbers of its pixels that show places near to a border between pixels,
        seen: and those of the pixels of the window that they show.
    """

    matrix: Sequence[tuple[float, float, float]]
    size: Size
    near: Positions
    seen: Positions

    def found(self, values: Map) -> Map:
        """What is seen of the values of the window, whole numbers of up to 32 bits."""
        kind = _KINDS[values.dtype.str[1:]]
        taken = np.ascontiguousarray(values).astype(kind, copy=False)
        made = cv2.warpAffine(
            taken,
            np.array(self.matrix, np.float64),
            self.size,
            flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT,
        )
        made.ravel()[self.near] = taken.ravel().take(self.seen)
        return np.asarray(made).astype(values.dtype, copy=False)


def _near(across: Positions, down: Positions, wrong: int, most: int) -> tuple[Positions, Positions] | None:
    """Where the sum of two numbers, one for each column and row, is nearly whole; None for too many places.

    Args:
        across: ``(W,)`` in parts of 2**-32.
        down: ``(H,)`` likewise.
        wrong: How near, in such parts.
        most: How many places may be found.
    """
    shares = across & _BELOW_ONE
    order = shares.argsort()  # whichever of equal ones comes first
    around = np.concatenate((shares[order], shares[order] + _ONE))
    least = (-down - wrong) & _BELOW_ONE
    first = around.searchsorted(least)
    counts = around.searchsorted(least + 2 * wrong, side="right") - first
    total = int(counts.sum())
    if total > most:
        return None
    places = np.arange(total) + (first - (counts.cumsum() - counts)).repeat(counts)
    return np.arange(down.size).repeat(counts), np.concatenate((order, order)).take(places)


def _shifted(places: Positions) -> Positions:
    """Whole pixels of places in a window, of which none is negative: numbers without a sign are faster."""
    unsigned = places.view(np.uint64)
    unsigned >>= np.uint64(_BITS)
    return places
