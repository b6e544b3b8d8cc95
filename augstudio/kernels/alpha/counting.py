"""How often levels and colours occur in a picture; its pixels count by their alpha."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, colour_count, has_alpha
from augstudio.kernels.alpha.weighing import alpha_of, even

Counts = npt.NDArray[np.int64]

# OpenCV counts in single precision; more than 2**24 would not do.
_MOST_COUNTED: Final = 1 << 23
# Up to this share of pixels that are neither hidden nor solid, these are counted by themselves.
_FEW: Final = 0.1
# Counts are kept below this, so that they can be multiplied.
_LARGEST: Final = 1 << 33


def nothing_visible(image: Image) -> bool:
    """Whether a picture is wholly transparent."""
    return has_alpha(image) and not alpha_of(image).any()


def weights_of(image: Image) -> Image | None:
    """Alpha, ``(H, W)``, where it makes pixels count differently; else None."""
    if not has_alpha(image):
        return None
    alpha = alpha_of(image)
    return None if even(alpha) else alpha


def level_counts(plane: Image, weights: Image | None) -> Counts:
    """How often each of the 256 levels occurs, in units that are the same for all levels.

    Args:
        plane: ``(H, W)`` uint8.
        weights: How much each pixel counts, as large; None: all alike.
    """
    rows = max(1, _MOST_COUNTED // plane.shape[1])
    total = np.zeros(256, np.int64)
    for top in range(0, len(plane), rows):
        part = np.ascontiguousarray(plane[top : top + rows])
        if weights is None:
            total += _counts(part, None)
        else:
            total += _weighed_counts(part, np.ascontiguousarray(weights[top : top + rows]))
    if weights is None:
        return total
    total //= max(1, int(np.gcd.reduce(total)))
    return total // (1 + int(total.sum()) // _LARGEST)


def _counts(plane: Image, where: Image | None) -> Counts:
    found = cv2.calcHist([plane], [0], where, [256], [0, 256])
    return np.asarray(found.astype(np.int64)).ravel()


def _weighed_counts(plane: Image, weights: Image) -> Counts:
    between = cv2.inRange(weights, (1,), (254,))
    count = cv2.countNonZero(between)
    if count > _FEW * between.size:
        pairs = cv2.calcHist([plane, weights], [0, 1], None, [256, 256], [0, 256, 0, 256])
        return np.asarray(pairs.astype(np.int64) @ np.arange(256))
    found = 255 * _counts(plane, np.asarray(weights == 255).view(np.uint8))
    if count:
        places = np.flatnonzero(np.asarray(between) > 0)
        # Doubles hold these sums of whole numbers exactly.
        sums = np.bincount(plane.ravel().take(places), weights.ravel().take(places), 256)
        found += sums.astype(np.int64)
    return found


def colour_counts(image: Image) -> list[Counts]:
    """For each colour how often each level occurs; alpha is no colour."""
    weights = weights_of(image)
    planes = cv2.split(image)[: colour_count(image)]
    return [level_counts(np.asarray(plane, np.uint8), weights) for plane in planes]


def mean_colour(image: Image) -> tuple[int, ...] | None:
    """The mean of each colour, rounded; None where nothing is visible.

    Sums of whole numbers do not depend on their order.
    """
    counts = colour_counts(image)
    if nothing_visible(image):
        return None
    levels = np.arange(256)
    sums = [(int(found @ levels), int(found.sum())) for found in counts]
    return tuple((2 * level + count) // (2 * count) for level, count in sums)


def drawn_by_weight(colours: npt.NDArray[np.int64], weights: Image) -> npt.NDArray[np.int64]:
    """Colours of which each is left as often as it counts, on the whole.

    Args:
        colours: ``(N, C)``.
        weights: ``(N,)`` uint8, not all 0.

    Returns:
        ``(M, C)``, M at least 1 and at most N.
    """
    steps = (np.cumsum(weights, dtype=np.int64) + 127) // 255
    kept = np.diff(steps, prepend=0) > 0
    return colours[kept] if kept.any() else colours[weights > 0]


def without_hidden_levels(plane: Image, weights: Image, tiles: int) -> Image:
    """Levels with others where nothing is visible, which leave the histogram of their tile as it is.

    Args:
        plane: ``(H, W)`` uint8.
        weights: Alpha, as large, not all 0.
        tiles: Tiles across and down, as OpenCV cuts them; one without anything visible gets the histogram of
            the whole picture.
    """
    output = plane.copy()
    everything = _ordered(plane, weights)
    height, width = (-(-side // tiles) for side in plane.shape)
    for top in range(0, plane.shape[0], height):
        for left in range(0, plane.shape[1], width):
            tile = np.s_[top : top + height, left : left + width]
            hidden = weights[tile] == 0
            count = int(np.count_nonzero(hidden))
            if count:
                levels = _ordered(plane[tile], weights[tile]) if count < hidden.size else everything
                places = ((2 * np.arange(count) + 1) * len(levels)) // (2 * count)
                output[tile][hidden] = levels[places]
    return output


def _ordered(plane: Image, weights: Image) -> Image:
    """The levels of what is visible, in order, each as often as it counts."""
    counts = level_counts(plane, weights)
    share = 1 + int(counts.sum()) // plane.size
    return np.repeat(np.arange(256, dtype=np.uint8), -(-counts // share))
