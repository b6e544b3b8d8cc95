"""Soft irregular patterns: value noise in octaves, the same at every size of a picture.

Random values sit on the crossings of square lattices, each twice as fine as the last and half as strong, and
are blended smoothly in between (Perlin, 1985, with values instead of gradients). Only additions and products
of single numbers are made, which every processor rounds alike, so a pixel has one value, whichever part of
the picture is made.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Size
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region


@dataclass(frozen=True)
class Pattern:
    """What a cloudy pattern looks like.

    Attributes:
        cells: Cells of the coarsest lattice along the picture's shorter side.
        octaves: How many lattices, each twice as fine as the last; those finer than two pixels are left out.
        stretch: How many times wider than high the cells are.
    """

    cells: float = 4.0
    octaves: int = 4
    stretch: float = 1.0


def fractal(noise_seed: int, lane: int, part: Region, size: Size, pattern: Pattern) -> Float32Array:
    """A part of a cloudy pattern that covers a picture.

    Args:
        noise_seed: Names the pattern, together with the lane.
        lane: Names one of several independent patterns of the same seed.
        part: What to make, in pixels of the picture.
        size: Width and height of the whole picture.
        pattern: What it looks like.

    Returns:
        ``(part.height, part.width)`` float32, 0 to 1, about 0.5 on average.
    """
    total = np.zeros((part.height, part.width), np.float32)
    weight, weights, unit = 1.0, 0.0, min(size) / pattern.cells
    for octave in range(pattern.octaves):
        if octave and unit < 2:
            break
        total += np.float32(weight) * _lattice(noise_seed, lane + 16 * octave, part, unit, pattern.stretch)
        weights += weight
        weight, unit = weight / 2, unit / 2
    total *= np.float32(1 / (255 * weights))
    return total


def _lattice(noise_seed: int, lane: int, part: Region, unit: float, stretch: float) -> Float32Array:
    """Smoothly blended random values of 0 to 255, one for every cell of ``unit`` pixels."""
    left, across = _places(part.left, part.width, unit * stretch)
    top, down = _places(part.top, part.height, unit)
    first = (int(top[0]), int(left[0]))
    window = Region.between(first[1], first[0], int(left[-1]) + 2, int(top[-1]) + 2)
    values = noise_bytes(noise_seed, lane, window).astype(np.float32)
    columns, rows = left - first[1], top - first[0]
    # take keeps rows in one piece, which indexing does not.
    wide = values.take(columns, axis=1)
    wide += across * (values.take(columns + 1, axis=1) - wide)
    return np.asarray(wide[rows] + down[:, np.newaxis] * (wide[rows + 1] - wide[rows]), np.float32)


def _places(start: int, count: int, unit: float) -> tuple[npt.NDArray[np.int64], Float32Array]:
    """For each pixel of a line the cell in which its centre lies and how far it is blended to the next."""
    along = (np.arange(start, start + count) + 0.5) / unit
    cell = np.floor(along)
    share = along - cell
    return cell.astype(np.int64), (share * share * (3 - 2 * share)).astype(np.float32)
