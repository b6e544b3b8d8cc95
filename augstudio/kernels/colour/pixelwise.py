"""Colour, pixel by pixel; alpha stays as it is.

Mixtures of colours are computed in single precision on whole numbers below 2**24, where nothing is rounded:
the order in which a processor adds does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt
import stringzilla

from augstudio.core.arrays import Float32Array, LevelTable
from augstudio.core.image import Image, has_alpha, is_grey
from augstudio.core.matrix import Matrix
from augstudio.kernels.alpha.weighing import alpha_of
from augstudio.kernels.scratch import scratch

LUMA: Final = (0.299, 0.587, 0.114)
"""Shares of red, green and blue in a grey picture (ITU-R BT.601)."""

# Coefficients of mixtures are whole multiples of 1 / _UNIT.
_UNIT: Final = 4096
_SHARE: Final = np.float32(1 / _UNIT)
# Rows are worked on in strips of about this many samples, so that the passes stay in the cache.
_STRIP_SAMPLES: Final = 1 << 16
# Looking up keeps other threads of Python waiting, a strip of so many bytes at a time: some 30 µs.
_STRIP_BYTES: Final = 1 << 19
# To split pictures of fewer samples, where colours have a table each, takes longer than OpenCV's look-up.
_SMALL: Final = 1 << 14

# For each entry of a matrix: in the matrix that changes nothing, and in the one that leaves grey alone.
_TO_GREY: Final = tuple((float(row == column), LUMA[column]) for row in range(3) for column in range(3))
_STILL: Final = (0.213, 0.715, 0.072)
_TURNED: Final = (-0.213, -0.715, 1 - 0.072, 0.143, 0.140, -0.283, 0.213 - 1, 0.715, 0.072)
# For each entry: what turning a hue leaves where it is, what it adds with its cosine, and with its sine.
_BY_HUE: Final = tuple(
    (_STILL[place % 3], float(place % 4 == 0) - _STILL[place % 3], turned)
    for place, turned in enumerate(_TURNED)
)


def on_colours(image: Image, change: Callable[[Image], Image]) -> Image:
    """The picture with its colours, ``(H, W, 1)`` or ``(H, W, 3)``, changed and its alpha kept.

    Args:
        image: ``(H, W, C)`` uint8.
        change: Gives as many pixels and channels as it gets; OpenCV may have dropped the last axis.
    """
    if not has_alpha(image):
        return change(image).reshape(image.shape)
    alpha = image.shape[2] - 1
    output = np.empty(image.shape, np.uint8)
    if alpha == 1:
        output[:, :, :1] = change(np.ascontiguousarray(image[:, :, :1])).reshape(*image.shape[:2], 1)
    else:
        colours = change(np.asarray(cv2.cvtColor(image, cv2.COLOR_RGBA2RGB), np.uint8))
        cv2.cvtColor(colours, cv2.COLOR_RGB2RGBA, dst=output)
    cv2.mixChannels([np.ascontiguousarray(image)], [output], [alpha, alpha])
    return output


def strips(image: Image, samples: int = _STRIP_SAMPLES) -> Iterator[slice]:
    """Rows of a picture in strips of about so many samples, by itself such that fit the processor's cache."""
    rows = max(1, samples // (image.shape[1] * image.shape[2]))
    return (slice(start, start + rows) for start in range(0, image.shape[0], rows))


def look_up(image: Image, table: LevelTable, *, own: bool = False) -> Image:
    """Replace every level.

    Args:
        image: ``(H, W, C)`` uint8.
        table: ``(256,)`` for all colours, or ``(256, 3)`` with one column each; a grey picture has none to
            choose and stays as it is then.
        own: Whether nobody else needs the picture, so that it may be changed itself.

    Returns:
        A new picture, or ``image`` where it may be changed.
    """
    if table.ndim == 2 and is_grey(image):
        return image.copy()
    if table.ndim == 1:
        table = np.ascontiguousarray(table)
        if own and image.flags.carray and not has_alpha(image):
            for rows in strips(image, _STRIP_BYTES):
                _replace(image[rows], table)
            return image
        return _replaced(image, table)
    if image.size < _SMALL:
        return np.asarray(cv2.LUT(image, _with_alpha(table, image)), np.uint8)
    planes = cv2.split(image)
    for plane, column in zip(planes, np.ascontiguousarray(table.T), strict=False):  # alpha has none
        _replace(np.asarray(plane, np.uint8), column)
    return np.asarray(cv2.merge(planes), np.uint8)


def _with_alpha(table: LevelTable, image: Image) -> Image:
    """``(256, 1, C)`` for a table of three columns, of which one for alpha changes nothing."""
    columns = [*table.T, *([np.arange(256, dtype=np.uint8)] if has_alpha(image) else [])]
    return np.stack(columns, axis=-1)[:, np.newaxis]


def _replaced(image: Image, table: LevelTable) -> Image:
    """A picture with all colours replaced by one table."""
    if image.size <= _STRIP_BYTES:
        output = image.copy()
        _replace(output, table)
    else:
        output = np.empty(image.shape, np.uint8)
        for rows in strips(image, _STRIP_BYTES):
            np.copyto(output[rows], image[rows])
            _replace(output[rows], table)
    if has_alpha(image):
        output[:, :, -1] = image[:, :, -1]
    return output


def _replace(image: Image, table: LevelTable) -> None:
    """Replace every byte in place; whatever instructions a processor has for it, the result is the same."""
    stringzilla.translate(image.data, table.data, inplace=True)


def luma(image: Image) -> Image:
    """Brightness as ``(H, W)`` uint8."""
    if is_grey(image):
        return image[:, :, 0]
    code = cv2.COLOR_RGB2GRAY if image.shape[2] == 3 else cv2.COLOR_RGBA2GRAY
    return np.asarray(cv2.cvtColor(image, code), np.uint8)


def as_grey(image: Image) -> Image:
    """The picture in grey, with alpha if it has any."""
    planes = [luma(image)] + ([alpha_of(image)] if has_alpha(image) else [])
    return np.ascontiguousarray(np.dstack(planes))


def mix(image: Image, matrix: Matrix) -> Image:
    """Make every colour a mixture of red, green and blue, rounded and clipped; grey pictures stay.

    Args:
        image: ``(H, W, C)`` uint8.
        matrix: For each of red, green and blue the shares of which it is mixed; their sum is 1, so that greys
            stay what they are.
    """
    if is_grey(image):
        return image.copy()
    (_, b, c), (d, _, f), (g, h, _) = matrix
    b, c, d, f, g, h = (round(share * _UNIT) for share in (b, c, d, f, g, h))
    rows = (_UNIT - b - c, b, c), (d, _UNIT - d - f, f), (g, h, _UNIT - g - h)
    shares = np.array(rows, np.float32)
    shares *= _SHARE
    return on_colours(image, lambda colours: _mixed(colours, shares))


def _mixed(image: Image, shares: Float32Array) -> Image:
    height, width, channels = image.shape
    rows = max(1, min(height, _STRIP_SAMPLES // (width * channels)))
    if rows == height:
        return _levels(cv2.transform(image.astype(np.float32), shares))
    output = np.empty_like(image)
    strip = scratch("strip", (rows, width, channels), np.float32)
    mixed = scratch("mixed", strip.shape, np.float32)
    for top in range(0, height, rows):
        count = min(rows, height - top)
        np.copyto(strip[:count], image[top : top + count])
        cv2.transform(strip[:count], shares, dst=mixed[:count])
        _levels(mixed[:count], output[top : top + count])
    return output


def _levels(values: npt.NDArray[Any], output: Image | None = None) -> Image:
    """Float32 as levels, rounded half to even and clipped: first below, then above; overwrites them."""
    cv2.threshold(values, 0, 0, cv2.THRESH_TOZERO, dst=values)
    return np.asarray(cv2.convertScaleAbs(values, dst=output), np.uint8)


def rounded(values: npt.NDArray[Any], unit: float) -> Image:
    """Float32 multiples of a power of two as levels, rounded half to even and clipped to 0..255."""
    return np.asarray(cv2.convertScaleAbs(np.maximum(values, 0, out=values), alpha=unit), np.uint8)


def saturation_matrix(factor: float) -> Matrix:
    """Colours ``factor`` times as far from grey of the same luma; 0 is a grey picture."""
    rest = 1 - factor
    a, b, c, d, e, f, g, h, i = [factor * kept + rest * grey for kept, grey in _TO_GREY]
    return (a, b, c), (d, e, f), (g, h, i)


def hue_matrix(cosine: float, sine: float) -> Matrix:
    """Colours turned about the grey axis with luma kept, as by ``hueRotate`` of SVG's ``feColorMatrix``."""
    a, b, c, d, e, f, g, h, i = [still + cosine * rest + sine * turned for still, rest, turned in _BY_HUE]
    return (a, b, c), (d, e, f), (g, h, i)


def shuffled(image: Image, order: tuple[int, int, int]) -> Image:
    """Red, green and blue taken from these channels; grey pictures stay.

    Args:
        image: ``(H, W, C)`` uint8.
        order: For each of red, green and blue the channel that it becomes.
    """
    output = np.ascontiguousarray(image).copy()
    if not is_grey(image):
        pairs = [number for pair in enumerate(order) for number in (pair[1], pair[0])]
        cv2.mixChannels([np.ascontiguousarray(image)], [output], pairs)
    return output


def plus_grey(image: Image, change: npt.NDArray[np.int16]) -> Image:
    """Add the same to all colours and clip to 0..255.

    Args:
        image: ``(H, W, C)`` uint8.
        change: ``(H, W)``.
    """
    return on_colours(image, lambda colours: _plus_grey(colours, change))


def _plus_grey(colours: Image, change: npt.NDArray[np.int16]) -> Image:
    spread = change if colours.shape[2] == 1 else cv2.merge([change] * colours.shape[2])
    return np.asarray(cv2.add(colours, spread.reshape(colours.shape), dtype=cv2.CV_8U), np.uint8)
