"""Fourier domain adaptation: a picture with the slowest waves of another one.

After Yang and Soatto, "FDA: Fourier domain adaptation for semantic segmentation" (2020): the amplitudes of
the lowest frequencies are replaced by the other picture's, the phases stay. So few frequencies are concerned
that they are measured in a reduced picture and what changes is added to the full one. Sums are made of whole
numbers, so that every processor gets the same picture.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, Size, colour_count, size_of
from augstudio.images.background import on_background
from augstudio.kernels.alpha.counting import mean_colour, weights_of
from augstudio.kernels.colour.palette import sample_size
from augstudio.kernels.colour.pixelwise import on_colours, strips
from augstudio.kernels.sampling.pyramid import shrink

NOMINAL_SIDE: Final = 512
"""Pictures with a longer side than this, in pixels, count as reduced to it when frequencies are numbered."""

# Waves are tables of whole multiples of 1 / _WAVE, the changed amplitudes multiples of 1 / _FINE of a level.
_WAVE: Final = 1 << 12
_FINE: Final = 1 << 10


class _Spectrum(NamedTuple):
    """Real and imaginary part of the lowest frequencies: ``(2 * reach + 1, reach + 1)``, down and across."""

    real: Float64Array
    imaginary: Float64Array


def reach(size: Size, beta: float) -> int:
    """The highest frequency that is replaced, in waves per picture.

    Args:
        size: Width and height of the full picture.
        beta: Half the side of the replaced square as a share of the picture's shorter side.
    """
    return int(beta * min(size) * min(1.0, NOMINAL_SIDE / max(size)))


def adapted(image: Image, palette: Image, frequencies: int, strength: float) -> Image:
    """Replace the amplitudes of the lowest frequencies.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        palette: Where the amplitudes come from, with as many colours, and perhaps alpha.
        frequencies: The highest one that is replaced, from :func:`reach`; 0 replaces the mean alone.
        strength: 0 changes nothing, 1 everything.
    """
    small, other = (_shown(shrink(part, sample_size(size_of(part)))) for part in (image, palette))
    changes = [
        _change(small[:, :, colour], other[:, :, colour], frequencies, strength)
        for colour in range(colour_count(image))
    ]
    return on_colours(image, lambda colours: _added(colours, changes))


def _shown(image: Image) -> Image:
    """The colours, faded towards their mean as alpha says, where pixels do not count alike."""
    mean = mean_colour(image)
    if weights_of(image) is None or mean is None:
        return image[:, :, : colour_count(image)]
    red, green, blue = mean if len(mean) == 3 else mean * 3
    return on_background(image, (red, green, blue))


def _change(plane: Image, other: Image, frequencies: int, strength: float) -> _Spectrum:
    """What is added to the lowest frequencies of one colour, in units of 1 / _FINE of a level."""
    found, wanted = _spectrum(plane, frequencies), _spectrum(other, frequencies)
    power = found.real * found.real + found.imaginary * found.imaginary
    goal = wanted.real * wanted.real + wanted.imaginary * wanted.imaginary
    per_pixel = plane.size / other.size
    gain = np.sqrt(goal) * per_pixel / np.sqrt(np.maximum(power, 1)) - 1
    share = np.where(power > 0, gain, 0) * (strength * _FINE / (plane.size * _WAVE * _WAVE))
    share[:, 1:] *= 2  # the frequencies to the left are the mirror image of those to the right
    return _Spectrum(np.floor(found.real * share + 0.5), np.floor(found.imaginary * share + 0.5))


def _spectrum(plane: Image, frequencies: int) -> _Spectrum:
    """Products of all pixels with all waves; whole numbers below 2**53, exact in any order."""
    height, width = plane.shape
    cosine, sine = _waves(width, frequencies)
    values = plane.astype(np.float64)
    across_real, across_imaginary = values @ cosine.T, values @ -sine.T
    down_cosine, down_sine = _both_ways(height, frequencies)
    return _Spectrum(
        down_cosine @ across_real + down_sine @ across_imaginary,
        down_cosine @ across_imaginary - down_sine @ across_real,
    )


def _added(colours: Image, changes: list[_Spectrum]) -> Image:
    """The picture plus the changed waves, rounded and clipped."""
    height, width = colours.shape[:2]
    frequencies = changes[0].real.shape[1] - 1
    across_cosine, across_sine = _waves(width, frequencies)
    down_cosine, down_sine = _both_ways(height, frequencies)
    waves = [
        (
            down_cosine.T @ change.real - down_sine.T @ change.imaginary,
            down_cosine.T @ change.imaginary + down_sine.T @ change.real,
        )
        for change in changes
    ]
    unit = 1 / (_FINE * _WAVE * _WAVE)
    output = np.empty_like(colours)
    for rows in strips(colours):
        for colour, (real, imaginary) in enumerate(waves):
            field = real[rows] @ across_cosine - imaginary[rows] @ across_sine
            changed = colours[rows, :, colour] + np.floor(field * unit + 0.5)
            output[rows, :, colour] = changed.clip(0, 255)
    return output


def _both_ways(side: int, frequencies: int) -> tuple[Float64Array, Float64Array]:
    """Waves of the frequencies -n .. n."""
    cosine, sine = _waves(side, frequencies)
    return np.concatenate([cosine[:0:-1], cosine]), np.concatenate([-sine[:0:-1], sine])


@lru_cache(maxsize=64)
def _waves(side: int, frequencies: int) -> tuple[Float64Array, Float64Array]:
    """Cosines and sines of the frequencies 0 .. n at the middles of the pixels, in units of 1 / _WAVE."""
    places = (np.arange(side) + 0.5) * (2 * math.pi / side)
    angles = np.outer(np.arange(frequencies + 1), places)
    return np.floor(_WAVE * np.cos(angles) + 0.5), np.floor(_WAVE * np.sin(angles) + 0.5)
