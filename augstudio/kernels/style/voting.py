"""Pictures made of patches that overlap: each pixel is the mean of all that cover it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Int32Array
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.kernels.style.patches import REACH, Patches

# So many rows stay in the cache from one pass to the next.
_BAND: Final = 64
_SUM: Final = np.ones((1, 3), np.float32)


def voted(
    indices: Int32Array, patches: Patches, spread: float | None = None, around: Image | None = None
) -> Image:
    """The picture made of the chosen patches, each pixel the mean of all that cover it.

    Args:
        indices: ``(H, W)``, the patch chosen for each pixel as its middle.
        patches: Where they come from.
        spread: Standard deviation, in pixels, of the weights about a patch's middle; None weighs all alike.
        around: ``(H, W, 3)`` uint8; what differs from it counts less, which keeps edges sharp.
    """
    height = len(indices)
    stride = patches.columns + 2 * REACH
    middles = (indices // patches.columns + REACH) * stride + indices % patches.columns + REACH
    pixels = cv2.cvtColor(np.ascontiguousarray(patches.picture), cv2.COLOR_RGB2RGBA)
    votes = _Votes(pixels.view(np.uint32).ravel(), middles.astype(np.intp), stride, spread)
    colours = None if around is None else around.astype(np.float32)
    made = np.empty((*indices.shape, 3), np.uint8)
    for top in range(0, height, _BAND):
        checkpoint()
        made[top : top + _BAND] = votes.band(top, min(top + _BAND, height), colours)
    return made


@dataclass(frozen=True)
class _Votes:
    """What all bands of a picture made of patches share.

    Attributes:
        words: The pixels of the patches' picture, four bytes each.
        middles: ``(H, W)``, the number of the pixel in the middle of each pixel's patch.
        stride: Pixels in a row of that picture.
        spread: See :func:`voted`.
    """

    words: npt.NDArray[np.uint32]
    middles: npt.NDArray[np.intp]
    stride: int
    spread: float | None

    def band(self, top: int, bottom: int, around: Float32Array | None) -> Float32Array:
        """Some rows of the picture, as whole numbers: ``(bottom - top, W, 3)``."""
        height, width = self.middles.shape
        total = np.zeros((bottom - top, width, 3), np.float32)
        sum_of_weights = np.zeros((bottom - top, width, 1), np.float32)
        for down in range(-REACH, REACH + 1):
            first, end = max(top, down), min(bottom, height + min(down, 0))
            if first >= end:
                continue
            for across in range(max(-REACH, 1 - width), min(REACH, width - 1) + 1):
                weight = _weight(down, across, self.spread)
                if not weight:
                    continue
                left, right = max(0, across), width + min(0, across)
                middles = self.middles[first - down : end - down, left - across : right - across]
                values = self._colours(middles + (down * self.stride + across))
                share: np.float32 | Float32Array = np.float32(weight)
                if around is None:
                    values *= share
                else:
                    agreement = weight * _agreement(values, around[first:end, left:right])
                    values *= cv2.merge([agreement] * 3)
                    share = agreement[:, :, np.newaxis]
                total[first - top : end - top, left:right] += values
                sum_of_weights[first - top : end - top, left:right] += share
        total /= sum_of_weights
        return np.rint(total, out=total)

    def _colours(self, places: npt.NDArray[np.intp]) -> Float32Array:
        """``(h, w, 3)``; words are looked up faster than threes of numbers."""
        found = self.words.take(places).view(np.uint8).reshape(*places.shape, 4)
        return np.asarray(cv2.cvtColor(found, cv2.COLOR_RGBA2RGB), np.float32)


def _weight(down: int, across: int, spread: float | None) -> int:
    if spread is None:
        return 1
    return round(64 * math.exp(-(down * down + across * across) / (2 * spread * spread)))


def _agreement(values: Float32Array, around: Float32Array) -> Float32Array:
    """Shares of 1, less where the values, whole numbers, differ by more than about 10 levels."""
    difference = values - around
    difference *= difference
    squared = np.asarray(cv2.transform(difference, _SUM), np.float32)  # exact in any order
    squared += np.float32(100)
    shares: Float32Array = np.divide(np.float32(100), squared, out=squared)
    return shares
