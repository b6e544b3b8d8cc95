"""Painting a picture anew with the strokes of another one, without a network.

From coarse to fine, every small patch of the picture is replaced by the most similar one of the style
picture, overlapping patches are averaged, and the result, drawn a little towards the picture, is matched
again: texture optimisation (Kwatra et al., 2005) with the distances of Granot et al., "Drop the GAN" (2022).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.arrays import Float32Array, Int32Array
from augstudio.core.image import Image, Size, size_of
from augstudio.core.interruption import checkpoint
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.kernels.style.patches import (
    SIDE,
    Match,
    Patches,
    improved,
    match_with_costs,
    nearest,
    patch_features,
    scarcity,
    upsampled,
)
from augstudio.kernels.style.voting import voted

COARSEST: Final = 64
"""About how many pixels the coarsest level's longest side has; there all patches are compared with all."""

_MOST_COMPARED: Final = 9000
_ROUNDS: Final = (4, 3, 2)
_SPREAD: Final = 1.5


@dataclass(frozen=True)
class Manner:
    """How to paint.

    Attributes:
        freedom: 0 follows the picture's shapes, 1 forgets them below the coarsest level.
        brush: How large the style picture's strokes become: its longest side is so many times the picture's.
        completeness: How little of the style picture is left out.
        noise_seed: Makes the random part of the search.
    """

    freedom: float
    brush: float
    completeness: float
    noise_seed: int


def sides(side: int, full: int) -> list[int]:
    """Longest sides of the levels, coarse to fine.

    Args:
        side: Longest side to end with.
        full: Longest side that an export ends with; a draft goes through the same levels up to its own.
    """
    levels = [full]
    while levels[0] >= 2 * COARSEST * 0.75:
        levels.insert(0, levels[0] // 2)
    return [level for level in levels if level < side * 0.9] + [side]


def painted(picture: Image, style: Image, levels: list[int], manner: Manner, finish: int = 0) -> Image:
    """The picture painted like the style picture.

    Args:
        picture: ``(H, W, 3)`` uint8, in the colours wanted.
        style: ``(H, W, 3)`` uint8, in the colours wanted.
        levels: From :func:`sides`; the picture's longest side is the last.
        manner: How to paint.
        finish: Longest side at which the strokes that were found are laid once more, from the style picture
            at as much more detail; at most the last level's lays none.

    Returns:
        ``(h, w, 3)`` uint8, its longest side the last level's or ``finish``.
    """
    painter = _Painter(picture, style, manner)
    for number, side in enumerate(levels):
        painter.refine(side, number / max(1, len(levels) - 1), _ROUNDS[min(number, len(_ROUNDS) - 1)])
    return painter.finished(max(finish, levels[-1]))


class _Painter:
    def __init__(self, picture: Image, style: Image, manner: Manner) -> None:
        self._picture = picture
        self._style = style
        self._manner = manner
        self._patches: Patches | None = None
        self._indices: Int32Array | None = None
        self._weights: Float32Array | None = None

    def refine(self, side: int, fineness: float, rounds: int) -> None:
        """Match and paint at a level."""
        wanted = rescaled(self._picture, scaled(size_of(self._picture), side))
        patches = Patches.of(self._brushed(side))
        indices = self._enter(patches, wanted)
        pull = (1 - self._manner.freedom) * (1 - 0.4 * fineness)
        for turn in range(rounds):
            checkpoint()
            now = wanted if indices is None else _pulled(voted(indices, patches), wanted, pull)
            match = self._match(patch_features(now), patches, indices, turn)
            indices = match.indices
        self._patches, self._indices = patches, indices

    def _enter(self, patches: Patches, wanted: Image) -> Int32Array | None:
        """The patches found at the level before, in this one."""
        if self._indices is None or self._patches is None or self._weights is None:
            return None
        rows, columns = wanted.shape[:2]
        indices = upsampled(self._indices, self._patches, patches, (rows, columns))
        self._weights = self._weights.take(_reduced_indices(patches, self._patches))
        return indices

    def _match(
        self, features: Float32Array, patches: Patches, indices: Int32Array | None, turn: int
    ) -> Match:
        if self._weights is None:
            self._weights = scarcity(features, patches, self._manner.completeness)
        if indices is None or max(len(patches.features), indices.size) <= _MOST_COMPARED:
            return nearest(features, patches, self._weights)
        start = match_with_costs(features, patches, self._weights, indices)
        seed = self._manner.noise_seed + turn * 7919 + features.shape[1]
        return improved(start, features, patches, self._weights, sweeps=2, noise_seed=seed)

    def finished(self, side: int) -> Image:
        """The strokes that were found, laid at another size."""
        assert self._indices is not None
        assert self._patches is not None
        indices, patches = self._indices, self._patches
        width, height = scaled(size_of(self._picture), side)
        if (height, width) != indices.shape:
            finer = self._brushed(side)
            rows, columns = finer.shape[0] - SIDE + 1, finer.shape[1] - SIDE + 1
            after = Patches(finer, patches.features[:0], rows, columns)
            indices, patches = upsampled(indices, patches, after, (height, width)), after
        first = voted(indices, patches, _SPREAD)
        return voted(indices, patches, _SPREAD, first)

    def _brushed(self, side: int) -> Image:
        """The style picture at the size of a level; not larger than it is."""
        longest = max(self._style.shape[:2])
        width, height = scaled(size_of(self._style), min(longest, round(side * self._manner.brush)))
        return rescaled(self._style, (max(SIDE + 1, width), max(SIDE + 1, height)))


def rescaled(picture: Image, size: Size) -> Image:
    """The picture at another size: averaged where it becomes smaller, blended where larger."""
    smaller = (min(size[0], picture.shape[1]), min(size[1], picture.shape[0]))
    small = shrink(picture, smaller)
    if smaller == size:
        return small
    large = np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_LINEAR_EXACT), np.uint8)
    return large.reshape(size[1], size[0], picture.shape[2])


def scaled(size: Size, longest: int) -> Size:
    """Width and height with another longest side."""
    most = max(size)
    return max(1, round(size[0] * longest / most)), max(1, round(size[1] * longest / most))


def _pulled(painting: Image, wanted: Image, pull: float) -> Image:
    mixed = painting + np.float32(round(pull * 256) / 256) * (wanted.astype(np.float32) - painting)
    return np.rint(mixed).astype(np.uint8)


def _reduced_indices(fine: Patches, coarse: Patches) -> Int32Array:
    """For each patch of a finer picture the one of the coarser picture in the same place."""
    rows = np.arange(fine.rows) * coarse.rows // fine.rows
    columns = np.arange(fine.columns) * coarse.columns // fine.columns
    return np.asarray(rows[:, np.newaxis] * coarse.columns + columns, np.int32).ravel()
