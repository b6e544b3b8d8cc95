"""Numbers on a grid at another size, the same to the bit on every processor.

OpenCV's own resizing of anything but 8-bit levels depends on whether Intel's IPP does it. Here only products
and sums of single numbers are made, in an order that is fixed, which every processor rounds alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Size

_SHARPNESS: Final = -0.75  # of Keys' cubic convolution (1981), as in OpenCV
# Rows are made in strips of about this many numbers, so that the passes stay in the cache.
_STRIP_NUMBERS: Final = 1 << 14


def resized(values: npt.NDArray[Any], size: Size, *, cubic: bool = False) -> Float32Array:
    """All of it at another size.

    Args:
        values: ``(H, W, C)`` of any real type.
        size: Width and height wanted. A side that becomes shorter is averaged over areas, one that becomes
            longer is blended, its ends repeated.
        cubic: Whether longer sides are blended by cubic convolution, not linearly.

    Returns:
        ``(height, width, C)`` float32, neither rounded nor clipped.
    """
    output = np.empty((size[1], size[0], values.shape[2]), np.float32)
    for rows, made in resized_strips(values, size, cubic=cubic):
        output[rows] = made
    return output


def resized_strips(
    values: npt.NDArray[Any], size: Size, *, cubic: bool = False
) -> Iterator[tuple[slice, Float32Array]]:
    """What :func:`resized` gives, in strips of rows from the top; each may be written into until the next."""
    lines = _lines(values.astype(np.float32), _taps(values.shape[1], size[0], cubic=cubic))
    taps = _taps(values.shape[0], size[1], cubic=cubic)
    terms = [
        list(zip(places, weights, strict=True))
        for places, weights in zip(taps.places.tolist(), taps.weights.tolist(), strict=True)
    ]
    spare = np.empty(lines.shape[1], np.float32)
    for rows in _strips((size[1], lines.shape[1])):
        strip = np.zeros((rows.stop - rows.start, lines.shape[1]), np.float32)
        for line, mixture in zip(strip, terms[rows], strict=True):
            for place, weight in mixture:
                if weight:
                    np.add(line, np.multiply(lines[place], weight, out=spare), out=line)
        yield rows, strip.reshape(-1, size[0], values.shape[2])


@dataclass(frozen=True)
class _Taps:
    """Which numbers of a line each new one is made of: ``places`` and ``weights``, both ``(length, K)``."""

    places: npt.NDArray[np.intp]
    weights: Float32Array


def _taps(before: int, after: int, *, cubic: bool) -> _Taps:
    if after == before:
        return _Taps(np.arange(after)[:, np.newaxis], np.ones((after, 1), np.float32))
    if after < before:
        return _averaged(before, after)
    return _blended(before, after, cubic=cubic)


def _averaged(before: int, after: int) -> _Taps:
    edges = np.arange(after + 1) * (before / after)
    start, end = edges[:-1, np.newaxis], edges[1:, np.newaxis]
    places = np.floor(start).astype(np.intp) + np.arange(int(np.ceil(before / after)) + 1)
    shares = np.minimum(end, places + 1) - np.maximum(start, places)
    weights = shares.clip(0, None) / shares.clip(0, None).sum(axis=1, keepdims=True)
    return _Taps(places.clip(0, before - 1), weights.astype(np.float32))


def _blended(before: int, after: int, *, cubic: bool) -> _Taps:
    along = (np.arange(after) + 0.5) * (before / after) - 0.5
    first = np.floor(along)
    share = np.asarray(along - first, np.float64)
    weights = _cubic(share) if cubic else [1 - share, share]
    places = first.astype(np.intp)[:, np.newaxis] + np.arange(len(weights)) - (len(weights) // 2 - 1)
    return _Taps(places.clip(0, before - 1), np.stack(weights, axis=1).astype(np.float32))


def _cubic(share: npt.NDArray[np.float64]) -> list[npt.NDArray[np.float64]]:
    """Weights of the two numbers before and the two after a place."""

    def near(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return ((_SHARPNESS + 2) * x - (_SHARPNESS + 3)) * x * x + 1

    def far(x: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return ((_SHARPNESS * x - 5 * _SHARPNESS) * x + 8 * _SHARPNESS) * x - 4 * _SHARPNESS

    return [far(1 + share), near(share), near(1 - share), far(2 - share)]


def _lines(values: Float32Array, taps: _Taps) -> Float32Array:
    """Every row by taps, ``(H, width * C)``."""
    height, _, channels = values.shape
    lines = np.zeros((height, taps.places.shape[0] * channels), np.float32)
    # Weights stand for each channel by itself, as loops over whole lines are the quickest.
    terms = [
        (places, np.repeat(weights, channels))
        for places, weights in zip(taps.places.T, taps.weights.T, strict=True)
    ]
    for rows in _strips(lines.shape):
        for places, weights in terms:
            term = values[rows].take(places, axis=1).reshape(lines[rows].shape)
            term *= weights
            lines[rows] += term
    return lines


def _strips(shape: tuple[int, int]) -> Iterator[slice]:
    step = max(1, _STRIP_NUMBERS // shape[1])
    return (slice(top, min(top + step, shape[0])) for top in range(0, shape[0], step))
