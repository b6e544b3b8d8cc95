"""Small squares of pictures: which of another picture's is most like each of one's own.

A square is described by its slowest cosine waves, which for pictures of the world and for paintings come
close to their principal components and, unlike those, are the same on every machine. All descriptions are
small whole numbers, so that distances are exact in single precision in whatever order a processor adds, and
of equally near squares the first one is taken: nothing depends on the machine or its threads.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.randomness import noise_bytes

SIDE: Final = 7
"""Pixels along a square's side."""
REACH: Final = SIDE // 2
"""Pixels from a square's middle to its edge."""

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int32]
"""Numbers of squares of the other picture, row by row."""

# Waves of luma and of each of the two colour differences.
_LUMA_WAVES: Final = 15
_COLOUR_WAVES: Final = 3
# Waves are whole multiples of 1 / _WAVE, luma and colour differences of 1 / _SHARE.
_WAVE: Final = 32
_SHARE: Final = 8
_MIXTURES: Final = ((2, 5, 1), (4, 0, -4), (-2, 4, -2))
# Distances made at a time: they stay in the cache, and the product is so small that it is made by one thread;
# several would wait for each other beside the other workers of an export.
_BLOCK: Final = 40_000
# A square that goes on where a neighbour's lies may be so much worse: whole strokes are better than crumbs.
_LENIENCE: Final = 0.75


@dataclass(frozen=True)
class Squares:
    """All squares that lie within a picture.

    Attributes:
        picture: ``(H, W, 3)`` uint8.
        described: ``(rows * columns, D)`` whole numbers.
        rows: Squares from top to bottom, ``H - SIDE + 1``.
        columns: Squares from left to right.
    """

    picture: Image
    described: Floats
    rows: int
    columns: int

    @classmethod
    def of(cls, picture: Image) -> Squares:
        """Describe a picture of at least :data:`SIDE` pixels each way."""
        inner = description(picture)[REACH:-REACH, REACH:-REACH]
        rows, columns, waves = inner.shape
        return cls(picture, np.ascontiguousarray(inner).reshape(-1, waves), rows, columns)


def description(picture: Image) -> Floats:
    """The waves of the square around each pixel: ``(H, W, D)`` whole numbers.

    Their squared distance is that of the smoothed squares, in squared levels: below 2**24.

    Args:
        picture: ``(H, W, 3)`` uint8; it is mirrored at its edges.
    """
    values = picture.astype(np.float32)
    waves = [np.rint(_WAVE * _wave(number)).astype(np.float32) for number in range(SIDE)]
    found = []
    for mixture, count in zip(_MIXTURES, (_LUMA_WAVES, _COLOUR_WAVES, _COLOUR_WAVES), strict=True):
        plane = np.asarray(cv2.transform(values, np.array([mixture], np.float32)), np.float32)
        for down, across in _slowest(count):
            product = cv2.sepFilter2D(
                plane.reshape(values.shape[:2]),
                cv2.CV_32F,
                waves[across],
                waves[down],
                borderType=cv2.BORDER_REFLECT_101,
            )
            found.append(np.rint(product * (1 / (_SHARE * _WAVE * _WAVE))))
    return np.stack(found, axis=2).astype(np.float32)


def _wave(number: int) -> npt.NDArray[np.float64]:
    """A cosine wave of length 1 over a square's side."""
    values = np.cos((np.arange(SIDE) + 0.5) * (number * math.pi / SIDE))
    return np.asarray(values * math.sqrt((2 if number else 1) / SIDE))


def _slowest(count: int) -> list[tuple[int, int]]:
    pairs = [(down, across) for down in range(SIDE) for across in range(SIDE)]
    return sorted(pairs, key=lambda pair: (pair[0] ** 2 + pair[1] ** 2, pair))[:count]


@dataclass
class Match:
    """The most similar square found so far for each pixel of a picture.

    Attributes:
        places: ``(H, W)``, its number among the other picture's squares.
        costs: ``(H, W)``, its distance times its weight.
    """

    places: Places
    costs: Floats


def scarcity(described: Floats, squares: Squares, completeness: float) -> Floats:
    """Weights of the other picture's squares by which those are preferred that would be used nowhere.

    After Granot et al., "Drop the GAN" (2022): distances are divided by how near the nearest square of
    the picture is to the other picture's square, so that all of that one shows up somewhere.

    Args:
        described: ``(H, W, D)``, the picture's own.
        squares: The other picture's.
        completeness: How little of that is left out; 0 is plain nearness.
    """
    closest = np.full(len(squares.described), np.inf, np.float32)
    for _, distances in _distances(described.reshape(-1, described.shape[2]), squares.described):
        np.minimum(closest, distances.min(axis=0), out=closest)
    if not completeness:
        return np.ones_like(closest)
    usual = np.float32(np.median(closest) / completeness + 1)
    return np.asarray(usual / (usual + closest), np.float32)


def nearest(described: Floats, squares: Squares, weights: Floats) -> Match:
    """Compare every square with every other.

    Args:
        described: ``(H, W, D)``, the picture's own.
        squares: The other picture's.
        weights: What distances to those are multiplied by.
    """
    own = described.reshape(-1, described.shape[2])
    places, costs = np.empty(len(own), np.int32), np.empty(len(own), np.float32)
    for rows, distances in _distances(own, squares.described):
        weighed = np.multiply(distances, weights, out=distances)
        places[rows] = weighed.argmin(axis=1)
        costs[rows] = np.take_along_axis(weighed, places[rows, np.newaxis], axis=1)[:, 0]
    shape = described.shape[:2]
    return Match(places.reshape(shape), costs.reshape(shape))


def _distances(own: Floats, others: Floats) -> Iterator[tuple[slice, Floats]]:
    """Squared distances of all pairs, in blocks of rows."""
    lengths, own_lengths = (np.einsum("nd,nd->n", part, part) for part in (others, own))
    rows, turned = max(1, _BLOCK // len(others)), np.ascontiguousarray(others.T)
    for start in range(0, len(own), rows):
        checkpoint()
        block = slice(start, start + rows)
        distances = own[block] @ turned
        distances *= -2
        distances += lengths
        distances += own_lengths[block, np.newaxis]
        yield block, distances


def measured(described: Floats, squares: Squares, weights: Floats, places: Places) -> Match:
    """A match whose costs are not known yet."""
    return Match(places, _costs(described, squares, weights, places))


def improved(
    match: Match, described: Floats, squares: Squares, weights: Floats, *, sweeps: int, noise_seed: int
) -> Match:
    """Look for better squares: those beside the neighbours' ones, and random ones ever closer by.

    After Barnes et al., "PatchMatch" (2009), with all pixels at once.

    Args:
        match: Where to begin; stays as it is.
        described: ``(H, W, D)``, the picture's own.
        squares: The other picture's.
        weights: Of the other picture's squares.
        sweeps: How often to look at the neighbours and at random.
        noise_seed: Makes the random places.
    """
    best = Match(match.places.copy(), match.costs.copy())
    for sweep in range(sweeps):
        for step in (4, 2, 1) if sweep == 0 else (1,):
            for down, across in ((0, step), (0, -step), (step, 0), (-step, 0)):
                checkpoint()
                _try(
                    best, described, squares, weights, _beside(best.places, squares, down, across), _LENIENCE
                )
        radius = max(squares.rows, squares.columns)
        lane = 0
        while radius >= 1:
            checkpoint()
            around = _around(best.places, squares, radius, noise_seed, 64 * sweep + lane)
            _try(best, described, squares, weights, around)
            radius, lane = radius // 2, lane + 4
    return best


def _try(
    best: Match,
    described: Floats,
    squares: Squares,
    weights: Floats,
    places: Places,
    lenience: float = 1.0,
) -> None:
    costs = _costs(described, squares, weights, places)
    better = costs * np.float32(lenience) < best.costs
    np.copyto(best.places, places, where=better)
    np.copyto(best.costs, costs, where=better)


def _costs(described: Floats, squares: Squares, weights: Floats, places: Places) -> Floats:
    difference = squares.described.take(places.ravel(), axis=0)
    difference -= described.reshape(difference.shape)
    costs = np.einsum("nd,nd->n", difference, difference).reshape(places.shape)
    costs *= weights.take(places)
    return np.asarray(costs, np.float32)


def _beside(places: Places, squares: Squares, down: int, across: int) -> Places:
    """What a pixel's square would be if it went on where a neighbour's lies."""
    height, width = places.shape
    rows, columns = (np.arange(height) - down).clip(0, height - 1), np.arange(width) - across
    found = places[rows][:, columns.clip(0, width - 1)]
    return _placed(found // squares.columns + down, found % squares.columns + across, squares)


def _around(places: Places, squares: Squares, radius: int, noise_seed: int, lane: int) -> Places:
    """A random square at most ``radius`` away from each."""
    down, across = (
        _noise(places.shape, noise_seed, lane + 2 * axis) * (2 * radius + 1) // (1 << 16) - radius
        for axis in range(2)
    )
    return _placed(places // squares.columns + down, places % squares.columns + across, squares)


def _noise(shape: tuple[int, ...], noise_seed: int, lane: int) -> npt.NDArray[np.int32]:
    """Uniform numbers, 0 to 65,535."""
    height, width = shape
    fine, coarse = (noise_bytes(noise_seed, lane + part, 0, 0, height, width) for part in range(2))
    return coarse.astype(np.int32) * 256 + fine


def _placed(rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32], squares: Squares) -> Places:
    rows, columns = rows.clip(0, squares.rows - 1), columns.clip(0, squares.columns - 1)
    return np.asarray(rows * squares.columns + columns, np.int32)


def enlarged(places: Places, before: Squares, after: Squares, size: tuple[int, int]) -> Places:
    """The same squares in finer pictures.

    Args:
        places: ``(H, W)``, numbers of squares of the coarser picture.
        before: The coarser other picture's.
        after: The finer one's.
        size: Rows and columns of the finer picture.
    """
    (height, width), (fine_height, fine_width) = places.shape, size
    rows, columns = (
        np.arange(fine_height) * height // fine_height,
        np.arange(fine_width) * width // fine_width,
    )
    found = places[rows][:, columns]
    # How far a fine pixel lies behind the first one that its coarse one covers.
    behind = np.arange(fine_height) - -(-rows * fine_height // height)
    beyond = np.arange(fine_width) - -(-columns * fine_width // width)
    (tall, wide), (fine_tall, fine_wide) = before.picture.shape[:2], after.picture.shape[:2]
    down = (found // before.columns + REACH) * fine_tall // tall - REACH + behind[:, np.newaxis]
    across = (found % before.columns + REACH) * fine_wide // wide - REACH + beyond
    return _placed(down.astype(np.int32), across.astype(np.int32), after)


def voted(
    places: Places, squares: Squares, spread: float | None = None, around: Image | None = None
) -> Image:
    """The picture made of the chosen squares, each pixel the mean of all that cover it.

    Args:
        places: ``(H, W)``, the square chosen for each pixel as its middle.
        squares: Where they come from.
        spread: Standard deviation, in pixels, of the weights about a square's middle; None weighs all alike.
        around: ``(H, W, 3)`` uint8; what differs from it counts less, which keeps edges sharp.
    """
    height, width = places.shape
    total, sum_of_weights = np.zeros((height, width, 3), np.float32), np.zeros((height, width, 1), np.float32)
    pixels = squares.picture.reshape(-1, 3).astype(np.float32)
    stride = squares.columns + 2 * REACH
    middles = (places // squares.columns + REACH) * stride + places % squares.columns + REACH
    for down in range(max(-REACH, 1 - height), min(REACH, height - 1) + 1):
        checkpoint()
        for across in range(max(-REACH, 1 - width), min(REACH, width - 1) + 1):
            weight = _weight(down, across, spread)
            if not weight:
                continue
            into = _window(down, across, height, width)
            of = _window(-down, -across, height, width)
            values = pixels.take(middles[of] + (down * stride + across), axis=0)
            share = np.float32(weight) if around is None else weight * _agreement(values, around[into])
            total[into] += values * share
            sum_of_weights[into] += share
    return np.asarray(np.rint(total / sum_of_weights), np.uint8)


def _weight(down: int, across: int, spread: float | None) -> int:
    if spread is None:
        return 1
    return round(64 * math.exp(-(down * down + across * across) / (2 * spread * spread)))


def _window(down: int, across: int, height: int, width: int) -> tuple[slice, slice]:
    """The pixels that have a neighbour so far up and left."""
    return slice(max(0, down), height + min(0, down)), slice(max(0, across), width + min(0, across))


def _agreement(values: Floats, around: Image) -> Floats:
    """Shares of 1, less where the values differ by more than about 10 levels."""
    difference = values - around
    squared = difference[:, :, 0] ** 2 + difference[:, :, 1] ** 2 + difference[:, :, 2] ** 2
    return np.asarray(np.float32(100) / (np.float32(100) + squared))[:, :, np.newaxis]
