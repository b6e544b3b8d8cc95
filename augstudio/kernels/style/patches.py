"""Small patches of pictures: which of another picture's is most like each of one's own.

A patch is a square of 7 x 7 pixels; there is one around each pixel, so neighbours overlap by six columns. The
search asks for each patch of a picture which patch of the style picture resembles it most. Comparing pixels
would cost 147 products for each pair, so a patch stands for its features: its slowest cosine waves, which for
pictures of the world and for paintings come close to their principal components and, unlike those, are the
same on every machine. Small pictures are compared patch with patch (:func:`nearest`); larger ones begin with
what was found at half the size (:func:`upsampled`) and improve it by looking at what the neighbours found and
at random places ever closer by (:func:`improved`). :mod:`augstudio.kernels.style.voting` puts them together.

Features are small whole numbers, so that distances are exact in single precision in whatever order a
processor adds, and of equally near patches the first one is taken: nothing depends on the machine or its
threads.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Int32Array
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region

SIDE: Final = 7
"""Pixels along a patch's side."""
REACH: Final = SIDE // 2
"""Pixels from a patch's middle to its edge."""


# Waves of luma and of each of the two colour differences.
_LUMA_WAVES: Final = 15
_COLOUR_WAVES: Final = 3
# Waves are whole multiples of 1 / _WAVE, luma and colour differences of 1 / _SHARE.
_WAVE: Final = 32
_SHARE: Final = 8
_MIXTURES: Final = ((2, 5, 1), (4, 0, -4), (-2, 4, -2))
# Distances made at a time stay in the cache,
_BLOCK: Final = 1 << 18
_ROWS: Final = 64
# and are made by products so small that OpenBLAS takes one thread; several would wait for each other beside
# whatever else the computer does, which costs up to 20 times the work.
_PRODUCTS: Final = 1 << 18
# A patch that goes on where a neighbour's lies may be so much worse: whole strokes are better than crumbs.
_LENIENCE: Final = 0.75


@dataclass(frozen=True)
class Patches:
    """All patches that lie within a picture.

    Attributes:
        picture: ``(H, W, 3)`` uint8.
        features: ``(rows * columns, D)`` whole numbers.
        rows: Patches from top to bottom, ``H - SIDE + 1``.
        columns: Patches from left to right.
    """

    picture: Image
    features: Float32Array
    rows: int
    columns: int

    @classmethod
    def of(cls, picture: Image) -> Patches:
        """Describe a picture of at least :data:`SIDE` pixels each way."""
        inner = patch_features(picture)[REACH:-REACH, REACH:-REACH]
        rows, columns, waves = inner.shape
        return cls(picture, np.ascontiguousarray(inner).reshape(-1, waves), rows, columns)


def patch_features(picture: Image) -> Float32Array:
    """The waves of the patch around each pixel: ``(H, W, D)`` whole numbers.

    Their squared distance is that of the smoothed patches, in squared levels: below 2**24.

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
    """A cosine wave of length 1 over a patch's side."""
    values = np.cos((np.arange(SIDE) + 0.5) * (number * math.pi / SIDE))
    return np.asarray(values * math.sqrt((2 if number else 1) / SIDE))


def _slowest(count: int) -> list[tuple[int, int]]:
    pairs = [(down, across) for down in range(SIDE) for across in range(SIDE)]
    return sorted(pairs, key=lambda pair: (pair[0] ** 2 + pair[1] ** 2, pair))[:count]


@dataclass
class Match:
    """The most similar patch found so far for each pixel of a picture.

    Attributes:
        indices: ``(H, W)``, its number among the other picture's patches.
        costs: ``(H, W)``, its distance times its weight.
    """

    indices: Int32Array
    costs: Float32Array


def scarcity(features: Float32Array, patches: Patches, completeness: float) -> Float32Array:
    """Weights of the other picture's patches by which those are preferred that would be used nowhere.

    After Granot et al., "Drop the GAN" (2022): distances are divided by how near the nearest patch of
    the picture is to the other picture's patch, so that all of that one shows up somewhere.

    Args:
        features: ``(H, W, D)``, the picture's own.
        patches: The other picture's.
        completeness: How little of that is left out; 0 is plain nearness.
    """
    closest = np.full(len(patches.features), np.inf, np.float32)
    for _, distances in _distances(features.reshape(-1, features.shape[2]), patches.features):
        np.minimum(closest, distances.min(axis=0), out=closest)
    if not completeness:
        return np.ones_like(closest)
    usual = np.float32(np.median(closest) / completeness + 1)
    return np.asarray(usual / (usual + closest), np.float32)


def nearest(features: Float32Array, patches: Patches, weights: Float32Array) -> Match:
    """Compare every patch with every other.

    Args:
        features: ``(H, W, D)``, the picture's own.
        patches: The other picture's.
        weights: What distances to those are multiplied by.
    """
    own = features.reshape(-1, features.shape[2])
    indices, costs = np.empty(len(own), np.int32), np.empty(len(own), np.float32)
    for rows, distances in _distances(own, patches.features):
        weighed = np.multiply(distances, weights, out=distances)
        indices[rows] = weighed.argmin(axis=1)
        costs[rows] = np.take_along_axis(weighed, indices[rows, np.newaxis], axis=1)[:, 0]
    shape = features.shape[:2]
    return Match(indices.reshape(shape), costs.reshape(shape))


def _distances(own: Float32Array, others: Float32Array) -> Iterator[tuple[slice, Float32Array]]:
    """Squared distances of all pairs, in blocks of rows that share their memory."""
    lengths, own_lengths = (np.einsum("nd,nd->n", part, part) for part in (others, own))
    rows = max(1, min(_ROWS, _BLOCK // len(others), len(own)))
    columns = max(1, _PRODUCTS // (rows * own.shape[1]))
    turned, memory = (
        np.ascontiguousarray(others.T) * np.float32(-2),
        np.empty((rows, len(others)), np.float32),
    )
    for start in range(0, len(own), rows):
        checkpoint()
        block = slice(start, start + rows)
        distances = memory[: len(own[block])]
        for left in range(0, len(others), columns):
            part = slice(left, left + columns)
            np.matmul(own[block], turned[:, part], out=distances[:, part])
        distances += lengths
        distances += own_lengths[block, np.newaxis]
        yield block, distances


def match_with_costs(
    features: Float32Array, patches: Patches, weights: Float32Array, indices: Int32Array
) -> Match:
    """A match whose costs are not known yet."""
    return Match(indices, _costs(features, patches, weights, indices))


def improved(
    match: Match,
    features: Float32Array,
    patches: Patches,
    weights: Float32Array,
    *,
    sweeps: int,
    noise_seed: int,
    strides: tuple[int, ...] = (4, 2, 1),
    radius: int | None = None,
) -> Match:
    """Look for better patches: those beside the neighbours' ones, and random ones ever closer by.

    After Barnes et al., "PatchMatch" (2009), with all pixels at once.

    Args:
        match: Where to begin; stays as it is.
        features: ``(H, W, D)``, the picture's own.
        patches: The other picture's.
        weights: Of the other picture's patches.
        sweeps: How often to look at the neighbours and at random.
        noise_seed: Makes the random indices.
        strides: How far away the neighbours are that are looked at first.
        radius: How far away random places are at most; None looks everywhere.
    """
    best = Match(match.indices.copy(), match.costs.copy())
    for sweep in range(sweeps):
        for step in strides if sweep == 0 else (1,):
            for down, across in ((0, step), (0, -step), (step, 0), (-step, 0)):
                checkpoint()
                _try(
                    best, features, patches, weights, _beside(best.indices, patches, down, across), _LENIENCE
                )
        reach = radius or max(patches.rows, patches.columns)
        lane = 0
        while reach >= 1:
            checkpoint()
            around = _around(best.indices, patches, reach, noise_seed, 64 * sweep + lane)
            _try(best, features, patches, weights, around)
            reach, lane = reach // 2, lane + 4
    return best


def _try(
    best: Match,
    features: Float32Array,
    patches: Patches,
    weights: Float32Array,
    indices: Int32Array,
    lenience: float = 1.0,
) -> None:
    costs = _costs(features, patches, weights, indices)
    better = costs * np.float32(lenience) < best.costs
    np.copyto(best.indices, indices, where=better)
    np.copyto(best.costs, costs, where=better)


def _costs(
    features: Float32Array, patches: Patches, weights: Float32Array, indices: Int32Array
) -> Float32Array:
    difference = patches.features.take(indices.ravel(), axis=0)
    difference -= features.reshape(difference.shape)
    costs = np.einsum("nd,nd->n", difference, difference).reshape(indices.shape)
    costs *= weights.take(indices)
    return np.asarray(costs, np.float32)


def _beside(indices: Int32Array, patches: Patches, down: int, across: int) -> Int32Array:
    """What a pixel's patch would be if it went on where a neighbour's lies."""
    height, width = indices.shape
    rows, columns = (np.arange(height) - down).clip(0, height - 1), np.arange(width) - across
    found = indices[rows][:, columns.clip(0, width - 1)]
    return _placed(found // patches.columns + down, found % patches.columns + across, patches)


def _around(indices: Int32Array, patches: Patches, radius: int, noise_seed: int, lane: int) -> Int32Array:
    """A random patch at most ``radius`` away from each."""
    down, across = (
        _noise(indices.shape, noise_seed, lane + 2 * axis) * (2 * radius + 1) // (1 << 16) - radius
        for axis in range(2)
    )
    return _placed(indices // patches.columns + down, indices % patches.columns + across, patches)


def _noise(shape: tuple[int, ...], noise_seed: int, lane: int) -> npt.NDArray[np.int32]:
    """Uniform numbers, 0 to 65,535."""
    height, width = shape
    fine, coarse = (noise_bytes(noise_seed, lane + part, Region(0, 0, width, height)) for part in range(2))
    return coarse.astype(np.int32) * 256 + fine


def _placed(rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32], patches: Patches) -> Int32Array:
    rows, columns = rows.clip(0, patches.rows - 1), columns.clip(0, patches.columns - 1)
    return np.asarray(rows * patches.columns + columns, np.int32)


def upsampled(indices: Int32Array, before: Patches, after: Patches, size: tuple[int, int]) -> Int32Array:
    """The same patches in finer pictures.

    Args:
        indices: ``(H, W)``, numbers of patches of the coarser picture.
        before: The coarser other picture's.
        after: The finer one's.
        size: Rows and columns of the finer picture.
    """
    (height, width), (fine_height, fine_width) = indices.shape, size
    rows, columns = (
        np.arange(fine_height) * height // fine_height,
        np.arange(fine_width) * width // fine_width,
    )
    found = indices[rows][:, columns]
    # How far a fine pixel lies behind the first one that its coarse one covers.
    behind = np.arange(fine_height) - -(-rows * fine_height // height)
    beyond = np.arange(fine_width) - -(-columns * fine_width // width)
    (tall, wide), (fine_tall, fine_wide) = before.picture.shape[:2], after.picture.shape[:2]
    down = (found // before.columns + REACH) * fine_tall // tall - REACH + behind[:, np.newaxis]
    across = (found % before.columns + REACH) * fine_wide // wide - REACH + beyond
    return _placed(down.astype(np.int32), across.astype(np.int32), after)
