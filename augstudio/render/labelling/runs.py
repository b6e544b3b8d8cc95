"""Pixels of bitmaps as runs along the rows of their layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.cached import cached_property
from augstudio.render.labelling.pieces import Indices


@dataclass(frozen=True)
class Runs:
    """The pixels of a layer that have a number, as runs along its rows.

    Attributes:
        rows: ``(R,)`` the row of each run.
        begins: ``(R,)`` its first column.
        ends: ``(R,)`` the column after its last.
        numbers: ``(R,)`` the number of its pixels.
    """

    rows: Indices
    begins: Indices
    ends: Indices
    numbers: Indices

    @cached_property
    def counts(self) -> Float64Array:
        """Pixels of each number from 0."""
        counts: Float64Array = np.bincount(self.numbers, self.ends - self.begins).astype(np.float64)
        return counts

    @cached_property
    def extents(self) -> Float64Array:
        """``(N, 4)`` left, top, right and bottom edges of each number's pixels."""
        count = self.counts.size
        found = np.full((count, 4), np.inf)
        found[:, 2:] = -np.inf
        np.minimum.at(found[:, 0], self.numbers, self.begins - 0.5)
        np.minimum.at(found[:, 1], self.numbers, self.rows - 0.5)
        np.maximum.at(found[:, 2], self.numbers, self.ends - 0.5)
        np.maximum.at(found[:, 3], self.numbers, self.rows + 0.5)
        return found

    def count(self, number: int) -> float:
        """Pixels of a number."""
        return float(self.counts[number]) if number < self.counts.size else 0.0

    def counts_of(self, numbers: Indices) -> Float64Array:
        """``(N,)`` pixels of each of some numbers."""
        return np.append(self.counts, 0.0).take(numbers, mode="clip")

    def area(self, number: int, places: Callable[[Float64Array], Float64Array]) -> float:
        """The area that the pixels of a number take when their corners are moved."""
        own = self.numbers == number
        left, right, row = self.begins[own] - 0.5, self.ends[own] - 0.5, self.rows[own] + 0.0
        corners = ((left, row - 0.5), (right, row - 0.5), (right, row + 0.5), (left, row + 0.5))
        x, y = places(np.stack([np.stack(corner, axis=1) for corner in corners]).reshape(-1, 2)).T
        x, y = x.reshape(4, -1), y.reshape(4, -1)
        areas = np.sum(x * np.roll(y, -1, axis=0) - np.roll(x, -1, axis=0) * y, axis=0) / 2
        return float(np.sum(np.abs(areas[np.isfinite(areas)])))


def runs_of(layer: Int32Array) -> Runs:
    """The runs of pixels of a layer, but for those of number 0."""
    flat = np.ascontiguousarray(layer).ravel()
    width = layer.shape[1]
    changes = np.empty(flat.size, np.bool_)
    np.not_equal(flat[1:], flat[:-1], out=changes[1:])
    changes[::width] = True
    begins = changes.nonzero()[0]
    ends = np.append(begins[1:], flat.size)
    named = flat[begins] > 0
    begins, ends = begins[named], ends[named]
    rows = begins // width
    return Runs(rows, begins - rows * width, ends - rows * width, flat[begins].astype(np.intp))
