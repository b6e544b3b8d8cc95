"""Blur and sharpness, with colours weighed with alpha; alpha stays as it is.

At its edges a picture goes on mirrored about its outermost pixels (``reflect``). Every sum is a whole number
that its type holds exactly, so a pixel has one value, whichever part of the picture is made and however a
processor adds. The reaches that the functions beside the filters give say how far a pixel looks.
"""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.matrix import on_grid, rotation
from augstudio.kernels.alpha.filtering import bordered, weigh_filtered, without_hidden_near
from augstudio.kernels.alpha.weighing import Reals
from augstudio.kernels.colour.pixelwise import on_colours, rounded
from augstudio.kernels.detail.median import SIDE, median_of_seven
from augstudio.kernels.scratch import scratch

# Below this a Gaussian's neighbours weigh less than the smallest weight.
_LEAST_SIGMA: Final = 0.2
# Weights are whole multiples of 1 / _TOTAL; 255 times their sum stays below 2**24.
_TOTAL: Final = 1 << 16
# The same for one line of a filter that sums columns and rows one after the other.
_LINE_TOTAL: Final = 1 << 18
# OpenCV filters with larger kernels through a Fourier transform, which rounds.
_MOST_TAPS: Final = 48
_STRIP_SAMPLES: Final = 1 << 17
# OpenCV's own Gaussian blur is the faster one with fewer weights, and for pictures of more samples.
_FEW_TAPS: Final = 7
_MOST_SAMPLES: Final = 1 << 20
# OpenCV's own median is the faster one for pictures of fewer samples.
_FEW_SAMPLES: Final = 1 << 19
# It also needs less memory for endless rows.
_MOST_COLUMNS: Final = 1 << 16
_TAPS_SQUARED: Final = np.float32(2.0**-16)
_STRENGTHS: Final = 256
_POINTS_PER_PIXEL: Final = 16

Weights = npt.NDArray[np.float64]


def gaussian_reach(sigma: float) -> int:
    """How far a Gaussian of this standard deviation reaches, in pixels."""
    return 0 if sigma < _LEAST_SIGMA else math.ceil(3 * sigma)


def gaussian_blur(image: Image, sigma: float) -> Image:
    """Average with Gaussian weights.

    Args:
        image: ``(H, W, C)`` uint8.
        sigma: Standard deviation in pixels.
    """
    reach = gaussian_reach(sigma)
    if not reach:
        return image.copy()
    side = 2 * reach + 1

    def summed(weighed: Reals) -> npt.NDArray[np.float64]:
        line = np.rint(cv2.getGaussianKernel(side, sigma, cv2.CV_64F) * _LINE_TOTAL)
        sums = cv2.sepFilter2D(weighed, cv2.CV_64F, line, line, borderType=cv2.BORDER_CONSTANT)
        return np.asarray(sums[reach:-reach, reach:-reach], np.float64)

    output = on_colours(image, lambda colours: _gaussian(colours, side, sigma))
    weigh_filtered(output, image, reach, summed)
    return output


def _gaussian(colours: Image, side: int, sigma: float) -> Image:
    """The same pixels either way: OpenCV's own function is slow at the ends of rows, so with short ones."""
    if side < _FEW_TAPS or colours.size > _MOST_SAMPLES:
        border, exact = cv2.BORDER_REFLECT_101, cv2.ALGO_HINT_ACCURATE
        return np.asarray(
            cv2.GaussianBlur(colours, (side, side), sigma, borderType=border, hint=exact), np.uint8
        )
    line = np.array(_gaussian_taps(side, sigma), np.float32)
    # Sums are multiples of 2**-16 below 2**8, which single precision holds; what is cut off then is rounded.
    sums = cv2.sepFilter2D(
        colours,
        cv2.CV_32F,
        line,
        line * _TAPS_SQUARED,
        dst=scratch("gaussian", colours.shape, np.float32),
        delta=0.5,
        borderType=cv2.BORDER_REFLECT_101,
    )
    return sums.astype(np.uint8)


def _gaussian_taps(side: int, sigma: float) -> list[int]:
    """Weights in parts of 1/256 as OpenCV rounds them: what one loses by that is handed on to the next."""
    shares = cv2.getGaussianKernel(side, sigma, cv2.CV_64F).ravel().tolist()
    outer, left = [], 0.0
    for share in shares[: side // 2]:
        exact = share * 256 + left
        outer.append(round(exact))
        left = exact - outer[-1]
    return [*outer, 256 - 2 * sum(outer), *reversed(outer)]


def sharpen(image: Image, amount: float, sigma: float) -> Image:
    """Unsharp masking: add ``amount`` times the difference from a Gaussian blur.

    Args:
        image: ``(H, W, C)`` uint8.
        amount: 0 leaves the picture as it is.
        sigma: Standard deviation of the blur in pixels.
    """
    share = round(amount * _STRENGTHS) / _STRENGTHS
    if not share or not gaussian_reach(sigma):
        return image.copy()
    smooth = gaussian_blur(image, sigma)
    sharp = cv2.addWeighted(image, 1 + share, smooth, -share, 0)
    return np.asarray(sharp, np.uint8).reshape(image.shape)


def median_blur(image: Image, radius: int) -> Image:
    """The median of the square of ``2 * radius + 1`` pixels about each pixel, colour by colour.

    Hidden pixels count with the mean colour of what is visible in the square about them.
    """
    if not radius:
        return image.copy()
    filled = without_hidden_near(image, radius)

    def median(colours: Image) -> Image:
        wider = bordered(colours, radius)
        if 2 * radius + 1 == SIDE and colours.size > _FEW_SAMPLES and colours.shape[1] < _MOST_COLUMNS:
            return median_of_seven(wider)
        inner = cv2.medianBlur(wider, 2 * radius + 1)[radius:-radius, radius:-radius]
        return np.asarray(inner, np.uint8).reshape(colours.shape)

    return on_colours(image if filled is None else filled, median)


def line_weights(length: float, angle: float) -> Weights:
    """The path of a pixel over ``length`` pixels at an angle (degrees, counter-clockwise from the right).

    Points of the path, 1/16 pixel apart, are shared between the four pixels about them.
    """
    half = max(0.0, length - 1) / 2
    reach = math.ceil(half)
    (cosine, sine, _), _, _ = on_grid(rotation(angle))
    count = 2 * math.ceil(half * _POINTS_PER_PIXEL) + 1
    weights = np.zeros((2 * reach + 3, 2 * reach + 3))
    for along in np.linspace(-half, half, count):
        x, y = along * cosine + reach + 1, reach + 1 - along * sine
        column, row = math.floor(x), math.floor(y)
        right, lower = x - column, y - row
        weights[row, column] += (1 - right) * (1 - lower)
        weights[row, column + 1] += right * (1 - lower)
        weights[row + 1, column] += (1 - right) * lower
        weights[row + 1, column + 1] += right * lower
    return weights[1:-1, 1:-1]


def disk_weights(radius: float) -> Weights:
    """A disk of this radius in pixels whose edge is soft over one pixel."""
    reach = max(0, math.ceil(radius - 0.5))
    rows, columns = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    return (radius + 0.5 - np.sqrt(rows * rows + columns * columns)).clip(0, 1) if reach else np.ones((1, 1))


def filtered(image: Image, weights: Weights) -> Image:
    """Average with any weights, which are scaled to a sum of 1.

    Args:
        image: ``(H, W, C)`` uint8.
        weights: Square with an odd side, not negative; symmetric about its middle.
    """
    reach = weights.shape[0] // 2
    if not reach:
        return image.copy()
    whole = np.rint(weights * (_TOTAL / weights.sum()))
    whole[reach, reach] += _TOTAL - whole.sum()
    pieces = _pieces(whole.astype(np.float32))
    output = on_colours(image, lambda colours: _filtered(colours, pieces, reach))
    weigh_filtered(output, image, reach, lambda weighed: _weighed_sums(weighed, pieces, reach))
    return output


_Piece = tuple[int, int, npt.NDArray[np.float32]]


def _pieces(weights: npt.NDArray[np.float32]) -> list[_Piece]:
    """Weights cut into pieces of few enough taps, each with its row and column; empty ones are left out."""
    side = weights.shape[0]
    columns = min(side, _MOST_TAPS)
    rows = max(1, _MOST_TAPS // columns)
    cut = (
        (top, left, weights[top : top + rows, left : left + columns])
        for top in range(0, side, rows)
        for left in range(0, side, columns)
    )
    return [piece for piece in cut if piece[2].any()]


def _filtered(image: Image, pieces: list[_Piece], reach: int) -> Image:
    wider = bordered(image, reach)
    output = np.empty_like(image)
    rows = max(2 * reach, _STRIP_SAMPLES // (image.shape[1] * image.shape[2]))
    for start in range(0, image.shape[0], rows):
        target = output[start : start + rows]
        strip = wider[start : start + len(target) + 2 * reach].astype(np.float32)
        target[:] = rounded(_summed(strip, pieces, target.shape), 1 / _TOTAL).reshape(target.shape)
    return output


def _summed(strip: Reals, pieces: list[_Piece], shape: tuple[int, ...]) -> Reals:
    total = np.zeros(shape, strip.dtype)
    for top, left, weights in pieces:
        height, width = weights.shape
        seen = strip[top : top + shape[0] + height - 1, left : left + shape[1] + width - 1]
        part = cv2.filter2D(seen, -1, weights, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
        total += part.reshape(seen.shape)[: shape[0], : shape[1]]
    return total


def _weighed_sums(weighed: Reals, pieces: list[_Piece], reach: int) -> Reals:
    height, width, channels = weighed.shape
    return _summed(weighed, pieces, (height - 2 * reach, width - 2 * reach, channels))
