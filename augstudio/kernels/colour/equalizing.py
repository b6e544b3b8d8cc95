"""Contrast made from a picture's own histogram, in which pixels count by their alpha; alpha itself stays."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from augstudio.core.arrays import LevelTable
from augstudio.core.image import Image, is_grey
from augstudio.kernels.alpha.counting import (
    Counts,
    colour_counts,
    level_counts,
    nothing_visible,
    weights_of,
    without_hidden_levels,
)
from augstudio.kernels.colour.pixelwise import look_up, luma, plus_grey

# Strengths are whole multiples of 1 / _STRENGTHS, so that blends are exact.
_STRENGTHS: Final = 256


def equalize(image: Image, strength: float, *, per_channel: bool = False) -> Image:
    """Make all levels about equally frequent.

    The curve is the cumulative histogram, from the lowest occurring level at black to the highest at white.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        strength: 0 leaves the picture as it is, 1 goes all the way.
        per_channel: A curve for each colour, else one for all from the picture's luma.
    """
    if nothing_visible(image):
        return image.copy()
    if not per_channel or is_grey(image):
        return look_up(image, _curve(level_counts(luma(image), weights_of(image)), strength))
    curves = [_curve(counts, strength) for counts in colour_counts(image)]
    return look_up(image, np.stack(curves, axis=1))


def _curve(counts: Counts, strength: float) -> LevelTable:
    below = np.cumsum(counts) - counts[np.nonzero(counts)[0][0]]
    total = int(below[-1])
    levels = np.arange(256)
    equal = (510 * below.clip(0) + total) // (2 * total) if total else levels
    return np.floor(levels + strength * (equal - levels) + 0.5).astype(np.uint8)


def autocontrast(image: Image, strength: float, *, cutoff: float = 0.0, per_channel: bool = True) -> Image:
    """Stretch the levels linearly over the full range; as Pillow's ``ImageOps.autocontrast``, bit for bit.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        strength: 0 leaves the picture as it is, 1 goes all the way.
        cutoff: Share of the pixels, below 0.5, that is left out of account at each end.
        per_channel: A stretch for each colour, else one for all from the picture's luma.
    """
    if nothing_visible(image):
        return image.copy()
    if not per_channel or is_grey(image):
        return look_up(image, _stretch(level_counts(luma(image), weights_of(image)), strength, cutoff))
    stretches = [_stretch(counts, strength, cutoff) for counts in colour_counts(image)]
    return look_up(image, np.stack(stretches, axis=1))


def _stretch(counts: Counts, strength: float, cutoff: float) -> LevelTable:
    # The hair keeps whole percentages of whole hundreds from being rounded down.
    skipped = int(int(counts.sum()) * cutoff + 1e-6)
    below, above = np.cumsum(counts), np.cumsum(counts[::-1])
    low, high = int(np.argmax(below > skipped)), 255 - int(np.argmax(above > skipped))
    levels = np.arange(256, dtype=np.float64)
    if high <= low:
        return levels.astype(np.uint8)
    scale = 255.0 / (high - low)
    wide = np.trunc((levels * scale + -low * scale).clip(0, 255))
    return np.asarray(np.floor(levels + strength * (wide - levels) + 0.5), np.uint8)


def clahe(image: Image, strength: float, *, clip: float, tiles: int) -> Image:
    """Contrast-limited adaptive histogram equalisation of the luma (Zuiderveld, 1994); colours move along.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        strength: 0 leaves the picture as it is, 1 goes all the way.
        clip: How many times the average a level's frequency may count at most; above 1.
        tiles: Tiles across and down.
    """
    share = round(strength * _STRENGTHS) / _STRENGTHS
    if not share or nothing_visible(image):
        return image.copy()
    before, weights = np.ascontiguousarray(luma(image)), weights_of(image)
    if weights is not None:
        before = without_hidden_levels(before, weights, tiles)
    after = cv2.createCLAHE(clipLimit=clip, tileGridSize=(tiles, tiles)).apply(before)
    change = cv2.addWeighted(after, share, before, -share, 0, dtype=cv2.CV_16S)
    return plus_grey(image, np.asarray(change, np.int16).reshape(before.shape))
