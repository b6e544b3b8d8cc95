"""What a stage does to places: the way from the plane that a picture and its padding make to the result."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.matrix import inverse, is_affine, map_point
from augstudio.core.polygon import HORIZON, frame_of, mapped
from augstudio.render.labelling.pieces import Bits, finite, in_both
from augstudio.render.labelling.sides import Directions
from augstudio.render.resolve import Remapping, Resampling

Window: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
"""Least column and row, greatest column and row."""

# Distorted edges are followed in steps of so many pixels.
_STEP: Final = 2.0
# The frame of a distorted picture is followed back at places so far apart, and so much is added.
_FRAME_STEP: Final = 4.0
_MARGIN: Final = 3.0
# Nothing further away is looked at.
_AWAY: Final = 1e7
# Slopes of distortions are measured over this many pixels.
_SLOPE_STEP: Final = 0.5
# A line is halved so often to find where it is seen last.
_HALVINGS: Final = 24


class Way(ABC):
    """The way of places through a stage.

    Attributes:
        source: Size of the picture that enters it.
        target: Size of the result.
        window: The part of the plane that the result sees; None where it sees nothing.
        grows_evenly: Whether all of a small shape grows alike, nearly.
        slopes: What is done to directions everywhere; None where that differs from place to place.
    """

    source: Size
    target: Size
    window: Window | None
    grows_evenly: bool = True
    slopes: Directions | None = None

    @abstractmethod
    def places(self, points: Float64Array) -> Float64Array:
        """``(N, 2)`` where points of the plane go; nan where they are seen nowhere."""

    def corners(self, points: Float64Array) -> Float64Array:
        """As :meth:`places` for corners of shapes; those seen nowhere go somewhere outside the result."""
        return self.places(points)

    @abstractmethod
    def linear(self, points: Float64Array) -> Float64Array:
        """``(N, 4)`` what is done to directions at points of the plane: ``a, b, c, d`` of the Jacobian."""

    @abstractmethod
    def local(self, points: Float64Array) -> Float64Array:
        """``(N, 3, 3)`` matrices that do the same about points of the plane."""

    def may_show(self, lowest: Float64Array, highest: Float64Array) -> Bits:
        """``(N,)`` which rectangles of the plane may be seen in the result.

        Args:
            lowest: ``(N, 2)`` their least columns and rows.
            highest: ``(N, 2)`` their greatest ones.
        """
        if self.window is None:
            return np.zeros(len(lowest), np.bool_)
        return in_both((highest >= self.window[0]) & (lowest <= self.window[1]))

    def heights(self, points: Float64Array) -> Float64Array | None:
        """``(N,)`` how far points are on this side of the horizon; None where there is none in sight."""
        return None

    @property
    def step(self) -> float | None:
        """How long straight pieces of edges may be; None where straight edges stay straight."""
        return None


def way_of(stage: Resampling | Remapping) -> Way:
    """The way through a stage that moves places."""
    return _Straight(stage) if isinstance(stage, Resampling) else _Bent(stage)


class _Straight(Way):
    """Through a matrix."""

    def __init__(self, stage: Resampling) -> None:
        self.source, self.target = stage.source, stage.target
        self._matrix = stage.matrix
        self.grows_evenly = is_affine(stage.matrix)
        if self.grows_evenly:
            (a, b, _), (d, e, _), _ = stage.matrix
            self.slopes = a, b, d, e
        self.window = window_of(stage)

    def places(self, points: Float64Array) -> Float64Array:
        (a, b, c), (d, e, f), (g, h, i) = self._matrix
        x, y = points[:, 0], points[:, 1]
        found = np.empty_like(points)
        found[:, 0] = a * x + b * y + c
        found[:, 1] = d * x + e * y + f
        if self.slopes is None:
            found /= (g * x + h * y + i)[:, None]
        return found

    def linear(self, points: Float64Array) -> Float64Array:
        (a, b, _), (d, e, _), (g, h, i) = self._matrix
        found = np.empty((len(points), 4))
        weights = g * points[:, 0] + h * points[:, 1] + i
        x, y = self.places(points).T
        for column, (slope, last, place) in enumerate(((a, g, x), (b, h, x), (d, g, y), (e, h, y))):
            found[:, column] = (slope - place * last) / weights
        return found

    def local(self, points: Float64Array) -> Float64Array:
        return np.broadcast_to(np.array(self._matrix), (len(points), 3, 3))

    def may_show(self, lowest: Float64Array, highest: Float64Array) -> Bits:
        near = super().may_show(lowest, highest)
        if self.slopes is None:
            return near
        # The middle and the half sides of the upright rectangle around each mapped one.
        a, b, d, e = map(abs, self.slopes)
        width, height = ((highest - lowest) / 2).T
        x, y = a * width + b * height, d * width + e * height
        column, row = self.places((lowest + highest) / 2).T
        across = (column + x >= -0.5) & (column - x <= self.target[0] - 0.5)
        down = (row + y >= -0.5) & (row - y <= self.target[1] - 0.5)
        seen: Bits = near & across & down
        return seen

    def heights(self, points: Float64Array) -> Float64Array | None:
        if self.slopes is not None:
            return None
        g, h, i = self._matrix[2]
        weights = g * points[:, 0] + h * points[:, 1] + i
        least = HORIZON * float(np.max(np.abs(weights), initial=0.0))
        return weights - least if np.any(weights < least) else None


def window_of(stage: Resampling) -> Window | None:
    """The part of the plane that a stage shows; None where it shows nothing."""
    try:
        back = inverse(stage.matrix)
    except ValueError:  # the picture is shrunk to nothing
        return None
    frame = frame_of(stage.target)
    seen = tuple(map_point(back, x, y) for x, y in frame) if is_affine(back) else mapped(frame, back)
    return _around([x for x, _ in seen], [y for _, y in seen], 0.0) if seen else None


def _around(columns: Sequence[float], rows: Sequence[float], margin: float) -> Window:
    """The part of the plane about some places, not further away than anything is looked at."""
    low, high = (min(columns), min(rows)), (max(columns), max(rows))
    return (
        (max(low[0] - margin, -_AWAY), max(low[1] - margin, -_AWAY)),
        (min(high[0] + margin, _AWAY), min(high[1] + margin, _AWAY)),
    )


class _Bent(Way):
    """Through a distortion."""

    def __init__(self, stage: Remapping) -> None:
        self.source = self.target = stage.size
        self._stage = stage
        self.window = self._seen()

    @property
    def step(self) -> float:
        return _STEP

    def places(self, points: Float64Array) -> Float64Array:
        stage = self._stage
        x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
        return np.stack(stage.transform.target(stage.draw, stage.size, x, y), axis=1)

    def corners(self, points: Float64Array) -> Float64Array:
        found = self.places(points)
        lost = np.flatnonzero(~finite(found))
        if lost.size:
            found[lost] = self._last_seen(points[lost])
        return found

    def _last_seen(self, points: Float64Array) -> Float64Array:
        """Where lines from the middle of the result to points that are seen nowhere are seen last."""
        middle = np.array([[(side - 1) / 2 for side in self.target]])
        stage = self._stage
        start = np.stack(stage.transform.source_coordinates(stage.draw, stage.size, *middle.T), axis=1)
        ways = points - start
        seen, unseen = np.zeros(len(points)), np.ones(len(points))
        found = np.broadcast_to(middle, points.shape).copy()
        for _ in range(_HALVINGS):
            share = (seen + unseen) / 2
            places = self.places(start + share[:, None] * ways)
            solved = finite(places)
            found[solved] = places[solved]
            seen, unseen = np.where(solved, share, seen), np.where(solved, unseen, share)
        return found

    def linear(self, points: Float64Array) -> Float64Array:
        count = len(points)
        asked = np.concatenate((points, points, points))
        asked[count : 2 * count, 0] += _SLOPE_STEP
        asked[2 * count :, 1] += _SLOPE_STEP
        found = self.places(asked)
        found = np.where(np.isfinite(found), found, asked)
        right = (found[count : 2 * count] - found[:count]) / _SLOPE_STEP
        down = (found[2 * count :] - found[:count]) / _SLOPE_STEP
        return np.stack((right[:, 0], down[:, 0], right[:, 1], down[:, 1]), axis=1)

    def local(self, points: Float64Array) -> Float64Array:
        found = np.zeros((len(points), 3, 3))
        goals, slopes = self.places(points), self.linear(points).reshape(-1, 2, 2)
        goals = np.where(np.isfinite(goals), goals, points)
        found[:, :2, :2] = slopes
        moved = slopes[:, :, 0] * points[:, :1] + slopes[:, :, 1] * points[:, 1:]
        found[:, :2, 2] = goals - moved
        found[:, 2, 2] = 1.0
        return found

    def _seen(self) -> Window:
        stage, (width, height) = self._stage, self._stage.size
        counts = [max(2, round(side / _FRAME_STEP)) for side in stage.size]
        columns, rows = (
            np.linspace(-0.5, side - 0.5, count) for side, count in zip(stage.size, counts, strict=True)
        )
        x = np.concatenate((columns, columns, np.full(rows.size, -0.5), np.full(rows.size, width - 0.5)))
        y = np.concatenate((np.full(columns.size, -0.5), np.full(columns.size, height - 0.5), rows, rows))
        columns, rows = stage.transform.source_coordinates(stage.draw, stage.size, x, y)
        return _around(columns.tolist(), rows.tolist(), _MARGIN)
