"""Tone curves: what becomes of each of the 256 levels.

Every curve is a table of 256 levels; a table for each colour has the shape ``(256, 3)``.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, LevelTable

_LEVELS: Final[Float64Array] = np.arange(256, dtype=np.float64)
_MIDDLE: Final = 127.5
_FROM_MIDDLE: Final[Float64Array] = _LEVELS - _MIDDLE
_BYTES: Final[LevelTable] = np.arange(256, dtype=np.uint8)
# Levels below black are black, those above white are white.
_LADDER: Final[LevelTable] = np.pad(_BYTES, 255, mode="edge")
_LADDER.flags.writeable = False
# Calls with an array of one number take half as long as with the number.
_HALF: Final = np.array(0.5)
_MIDDLE_ARRAY: Final = np.array(_MIDDLE)
NEUTRAL_KELVIN: Final = 6500.0
"""Colour temperature of the light that pictures are taken to be balanced for."""


def shifted(share: float) -> LevelTable:
    """Levels plus a share of white (-1..1)."""
    first = 255 + math.floor(255 * share + 0.5)
    return _LADDER[first : first + 256]


def stretched(contrast: float, brightness: float = 1.0) -> LevelTable:
    """Levels times ``brightness``, then ``contrast`` times as far from mid grey."""
    from_middle = _FROM_MIDDLE
    if brightness != 1:
        from_middle = np.minimum(brightness * _LEVELS, 255) - _MIDDLE
    levels = contrast * from_middle
    return _table(np.add(levels, _MIDDLE_ARRAY, out=levels))


def power(gamma: float) -> LevelTable:
    """Levels as shares of white to the power of gamma."""
    return _table(255 * (_LEVELS / 255) ** gamma)


def inverted_from(threshold: float) -> LevelTable:
    """Levels at or above a threshold (0..256) turned into their negative."""
    return _table(np.where(threshold <= _LEVELS, 255 - _LEVELS, _LEVELS))


def posterized(bits: int) -> LevelTable:
    """Levels of which only the highest 1 to 8 bits are kept."""
    return (_LEVELS.astype(np.int64) & (0xFF00 >> bits)).astype(np.uint8)


def bent(shadows: float, highlights: float) -> LevelTable:
    """A cubic Bezier curve through black and white; its two inner points move by up to a third (-1..1).

    At these limits the curve never falls, so no two levels change places.
    """
    t = _LEVELS / 255
    low, high = (1 + shadows) / 3, (2 + highlights) / 3
    return _table(255 * (3 * t * (1 - t) ** 2 * low + 3 * t**2 * (1 - t) * high + t**3))


def lit_by(kelvin: float) -> LevelTable:
    """A balanced picture's levels in the light of a black body, ``(256, 3)``.

    Linear light is multiplied by the light's colour relative to 6500 K, luminance kept. The colour is
    Kim's cubic approximation of the Planckian locus (US patent 7,024,034), for 1667 to 25,000 K.
    """
    gains = _light(kelvin) / _light(NEUTRAL_KELVIN)
    gains /= float(gains @ np.array([0.2126, 0.7152, 0.0722]))
    return _table(255 * _encoded(np.outer(_decoded(_LEVELS / 255), gains)))


def _light(kelvin: float) -> Float64Array:
    """Linear sRGB of a black body whose luminance is 1."""
    k = 1000 / kelvin
    if kelvin <= 4000:
        x = ((-0.2661239 * k - 0.2343589) * k + 0.8776956) * k + 0.179910
    else:
        x = ((-3.0258469 * k + 2.1070379) * k + 0.2226347) * k + 0.240390
    if kelvin <= 2222:
        y = ((-1.1063814 * x - 1.34811020) * x + 2.18555832) * x - 0.20219683
    elif kelvin <= 4000:
        y = ((-0.9549476 * x - 1.37418593) * x + 2.09137015) * x - 0.16748867
    else:
        y = ((3.0817580 * x - 5.87338670) * x + 3.75112997) * x - 0.37001483
    xyz = np.array([x / y, 1.0, (1 - x - y) / y])
    to_srgb = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])
    light: Float64Array = np.maximum(to_srgb @ xyz, 1e-4)
    return light


def _decoded(shares: Float64Array) -> Float64Array:
    """From sRGB to linear light (IEC 61966-2-1)."""
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def _encoded(light: Float64Array) -> Float64Array:
    """From linear light to sRGB."""
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def _table(levels: Float64Array) -> LevelTable:
    """Levels rounded half up and clipped, as a table; overwrites them."""
    # Of what is not negative, the fraction is cut off.
    whole = np.add(levels, _HALF, out=levels).astype(np.intp)
    table: LevelTable = _BYTES.take(whole, mode="clip")
    return table
