"""Noise that depends on brightness, as a sensor's does; alpha stays as it is.

As in :mod:`augstudio.kernels.noise.tables`, a value depends only on its place, and every sum is exact.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region
from augstudio.kernels.colour.pixelwise import on_colours, strips
from augstudio.kernels.noise.tables import normal_noise

# The standard normal field: values are whole numbers with this standard deviation, which fit 8 bits.
_FIELD_SIGMA: Final = 28.0
_MIDDLE: Final = 128
_UNIT: Final = 4096
_TOTAL: Final = 1 << 16
# Photon counts are taken to the nearest 1/32 of an octave (1 % of the noise), so that tables can be kept.
_STEPS_PER_OCTAVE: Final = 32
# Above this a Poisson distribution is taken for a normal one; only drafts ask for more.
_MOST_EXACT: Final = 2100.0
# Rows are worked on in strips of about this many samples, so that the passes stay in the cache.
_STRIP_SAMPLES: Final = 1 << 16

Amplitudes = npt.NDArray[np.float64]
PairTable = npt.NDArray[np.uint16]


def speckle_amplitudes(sigma: float) -> Amplitudes:
    """Standard deviation at each level where it is a share of the level."""
    return sigma * np.arange(256, dtype=np.float64)


def grain_amplitudes(sigma: float) -> Amplitudes:
    """Standard deviation at each level where its square grows with light over a floor; ``sigma`` at mid grey.

    A quarter of the variance at mid grey is the electronics' and does not depend on light.
    """
    return sigma * np.sqrt((0.75 / _MIDDLE) * np.arange(256, dtype=np.float64) + 0.25)


def shot_amplitudes(photons: float) -> Amplitudes:
    """Standard deviation at each level of counts where white is so many photons."""
    return np.sqrt(np.arange(256, dtype=np.float64) * (255 / photons))


def add_level_noise(
    image: Image,
    amplitudes: Amplitudes,
    noise_seed: int,
    *,
    per_channel: bool = True,
    corner: tuple[int, int] = (0, 0),
) -> Image:
    """Add normal noise whose standard deviation depends on the level it is added to, rounded and clipped.

    Args:
        image: ``(H, W, C)`` uint8.
        amplitudes: Standard deviation for each of the 256 levels, in grey levels.
        noise_seed: Names the noise field.
        per_channel: Independent noise in each colour channel, else the same number of sigmas in all.
        corner: Column and row of the picture that the first pixel of ``image`` is.
    """
    steps = np.rint(amplitudes * (_UNIT / _FIELD_SIGMA)).astype(np.float32)
    if not steps.any():
        return image.copy()

    def noisy(colours: Image) -> Image:
        output = np.empty_like(colours, order="C")
        height, width, lanes = colours.shape
        # One strip's memory for all of them: to be given new pages costs more than the work.
        rows = max(1, _STRIP_SAMPLES // (width * lanes))
        memory = np.empty((min(rows, height), width, lanes), np.float32)
        for top in range(0, height, rows):
            strip = np.ascontiguousarray(colours[top : top + rows])
            total = memory[: len(strip)]
            field = _standard_field(strip.shape, noise_seed, per_channel, (corner[0], corner[1] + top))
            cv2.LUT(strip, steps, dst=total)
            # All are whole numbers of 1 / _UNIT below 2**24: nothing is rounded until the end.
            cv2.multiply(total, field, dst=total, dtype=cv2.CV_32F)
            cv2.addWeighted(strip, 1.0, total, 1 / _UNIT, 0.0, dst=output[top : top + rows], dtype=cv2.CV_8U)
        return output

    return on_colours(image, noisy)


def _standard_field(
    shape: tuple[int, ...], noise_seed: int, per_channel: bool, corner: tuple[int, int]
) -> npt.NDArray[Any]:
    """A window of normal noise with the standard deviation ``_FIELD_SIGMA``, which fits a byte."""
    height, width, channels = shape
    lanes = channels if per_channel else 1
    window = Region(corner[0] * lanes, corner[1], width * lanes, height)
    noise = normal_noise(_FIELD_SIGMA, noise_seed, window)
    if per_channel or channels == 1:
        return noise.reshape(shape)
    return np.asarray(cv2.merge([noise] * channels))


def shot_noise(image: Image, photons: float, noise_seed: int, *, corner: tuple[int, int] = (0, 0)) -> Image:
    """Replace every level by the count of as many photons as it stands for, a Poisson number.

    Args:
        image: ``(H, W, C)`` uint8.
        photons: Photons that white stands for.
        noise_seed: Names the noise field.
        corner: Column and row of the picture that the first pixel of ``image`` is.
    """
    table = _poisson_table(round(_STEPS_PER_OCTAVE * math.log2(photons)))

    def counted(colours: Image) -> Image:
        output = np.empty_like(colours)
        lanes = colours.shape[2]
        for rows in strips(colours):
            strip = colours[rows].reshape(len(colours[rows]), -1)
            window = Region(corner[0] * lanes, corner[1] + rows.start, strip.shape[1], strip.shape[0])
            column, level = noise_bytes(noise_seed, 0, window), noise_bytes(noise_seed, 1, window)
            pair = table.take(strip.astype(np.uint16) << 8 | column)
            chosen = np.where(level < (pair & 0xFF), column, pair >> 8)
            output[rows] = chosen.reshape(output[rows].shape)
        return output

    return on_colours(image, counted)


@lru_cache(maxsize=128)
def _poisson_table(octaves: int) -> PairTable:
    """Walker's alias tables for the counts of all levels: at ``256 * level + column`` threshold and alias."""
    photons = 2 ** (octaves / _STEPS_PER_OCTAVE)
    shares = _poisson_shares(photons) if photons <= _MOST_EXACT else _normal_shares(photons)
    return _alias_tables(shares)


def _poisson_shares(photons: float) -> npt.NDArray[np.int64]:
    """``(256, 256)``: how many of 65536 cases give each level, for each level of the picture."""
    counts = np.arange(math.ceil(photons + 8 * math.sqrt(photons)) + 12)
    means = np.maximum(photons * np.arange(256) / 255, 1e-300)[:, np.newaxis]
    log_factorials = np.concatenate(([0.0], np.cumsum(np.log(counts[1:]))))
    masses = np.exp(counts * np.log(means) - means - log_factorials)
    below = np.concatenate((np.zeros((256, 1)), np.cumsum(masses, axis=1)), axis=1)
    # Level v shows the counts whose share of white rounds to it.
    cuts = np.ceil((np.arange(1, 256) - 0.5) * photons / 255).astype(np.int64).clip(0, len(counts))
    return _whole_shares(below[:, cuts])


def _normal_shares(photons: float) -> npt.NDArray[np.int64]:
    sigmas = np.sqrt(np.maximum(255 * np.arange(256) / photons, 1e-12))[:, np.newaxis]
    scores = (np.arange(1, 256) - 0.5 - np.arange(256)[:, np.newaxis]) / sigmas
    return _whole_shares(np.vectorize(math.erfc)(-scores.clip(-9, 9) / math.sqrt(2)) / 2)


def _whole_shares(below: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Whole multiples of 1/65536 from the probabilities of staying below each of the levels 1 to 255."""
    ends = np.rint(below.clip(0, 1) * _TOTAL).astype(np.int64)
    rows = len(ends)
    edges = np.concatenate((np.zeros((rows, 1), np.int64), ends, np.full((rows, 1), _TOTAL)), axis=1)
    return np.diff(edges, axis=1)


def _alias_tables(shares: npt.NDArray[np.int64]) -> PairTable:
    """Fill 256 columns of 256 for every row at once: the fullest column fills up the emptiest."""
    left, rows = shares.copy(), np.arange(len(shares))
    pairs = np.tile(np.arange(256, dtype=np.uint16) << 8, (len(shares), 1))
    for _ in range(255):
        poor, rich = left.argmin(axis=1), left.argmax(axis=1)
        short = left[rows, poor]
        open_rows = short < 256
        if not open_rows.any():
            break
        at = rows[open_rows], poor[open_rows]
        pairs[at] = short[open_rows].astype(np.uint16) | rich[open_rows].astype(np.uint16) << 8
        left[rows[open_rows], rich[open_rows]] -= 256 - short[open_rows]
        left[at] = 256
    table: PairTable = pairs.ravel()
    table.flags.writeable = False
    return table
