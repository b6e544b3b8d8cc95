"""Colours as the eye tells them apart: CIELAB for sRGB, and Reinhard's colour transfer in it.

Powers and cube roots may differ in their last bit between C libraries, so what comes of them is rounded to
whole parts of a level before it is added up or meets pixels.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.kernels.colour.cube import NODES, UNIT, Change, nodes
from augstudio.kernels.colour.distribution import Colours

# Lab values are rounded to 1 / _FINE before they are added up.
_FINE: Final = 64
_MOST_GAIN: Final = 6.0
_WHITE: Final = (0.95047, 1.0, 1.08883)
_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_FROM_XYZ: Final = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)


def to_lab(levels: Float64Array) -> Float64Array:
    """CIELAB (D65) of ``(N, 3)`` sRGB levels, 0 to 255 and a little beyond (IEC 61966-2-1, CIE 15)."""
    xyz = _mixed(_decoded(levels / 255), _TO_XYZ) / np.array(_WHITE)
    low = xyz * (841 / 108) + 4 / 29
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), low)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


def from_lab(lab: Float64Array) -> Float64Array:
    """Levels in sRGB of CIELAB colours; outside 0 to 255 where sRGB has no such colour."""
    middle = (lab[:, 0] + 16) / 116
    f = np.stack([middle + lab[:, 1] / 500, middle, middle - lab[:, 2] / 200], axis=1)
    xyz = np.where(f > 6 / 29, f * f * f, (f - 4 / 29) * (108 / 841)) * np.array(_WHITE)
    return 255 * _encoded(_mixed(xyz, _FROM_XYZ))


def reinhard_change(colours: Colours, palette: Colours) -> Change:
    """What to add to every colour so that mean and spread of lightness and both hues become the palette's.

    Reinhard, Ashikhmin, Gooch and Shirley, "Color transfer between images" (2001), in CIELAB.

    Args:
        colours: The picture's, ``(N, 3)``, 0 to 255; at least one.
        palette: The reference's.
    """
    (means, spreads), (goals, wanted) = _statistics(colours), _statistics(palette)
    crossings = nodes().astype(np.float64)
    lab = to_lab(crossings)
    for axis in range(3):
        gain = min(_MOST_GAIN, wanted[axis] / spreads[axis]) if spreads[axis] else 0.0
        lab[:, axis] = goals[axis] + gain * (lab[:, axis] - means[axis])
    change = np.floor(UNIT * (from_lab(lab) - crossings) + 0.5)
    return change.astype(np.int32).reshape(NODES, NODES, NODES, 3)


def _statistics(colours: Colours) -> tuple[list[float], list[float]]:
    """Mean and standard deviation of each Lab channel."""
    fine = np.floor(to_lab(colours.astype(np.float64)) * _FINE + 0.5).astype(np.int64)
    count = len(fine)
    sums = [int(total) for total in fine.sum(axis=0)]
    squares = [int(total) for total in (fine * fine).sum(axis=0)]
    means = [total / (count * _FINE) for total in sums]
    spreads = [
        math.sqrt(count * square - total * total) / (count * _FINE)
        for total, square in zip(sums, squares, strict=True)
    ]
    return means, spreads


def _mixed(colours: Float64Array, rows: tuple[tuple[float, ...], ...]) -> Float64Array:
    x, y, z = colours[:, 0], colours[:, 1], colours[:, 2]
    return np.stack([row[0] * x + row[1] * y + row[2] * z for row in rows], axis=1)


def _decoded(shares: Float64Array) -> Float64Array:
    return np.where(shares <= 0.04045, shares / 12.92, ((np.maximum(shares, 0) + 0.055) / 1.055) ** 2.4)


def _encoded(light: Float64Array) -> Float64Array:
    return np.where(
        light <= 0.0031308, light * 12.92, 1.055 * np.maximum(light, 0.0031308) ** (1 / 2.4) - 0.055
    )
