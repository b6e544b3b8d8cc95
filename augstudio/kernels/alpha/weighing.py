"""Colours weighed with alpha wherever pixels are mixed, so that what is invisible never shows.

A mean of colours is the mean of colour times alpha, divided by the mean of alpha; among pixels of equal alpha
it is the plain mean. Where no pixel that counts is visible, the plain mean of the stored colours stays.

Most pixels of most pictures have neighbours of their own alpha. So everything is first mixed as if all were
visible alike, and the few pixels for which that is wrong are computed anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, has_alpha

Reals: TypeAlias = npt.NDArray[Any]
"""Float32 or float64: colours times alpha, ``(H, W, C - 1)``, and alpha behind them."""
Indices: TypeAlias = npt.NDArray[np.intp]
Mask: TypeAlias = npt.NDArray[np.bool_]

Resampling: TypeAlias = Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
"""Mixes the pixels of an array of any type with fixed weights; OpenCV may drop a last axis of one."""

# A pixel as one number, whose lowest eight bits are its first channel on every machine.
_WHOLE: Final[dict[int, np.dtype[Any]]] = {2: np.dtype("<u2"), 4: np.dtype("<u4")}

_REALS: Final[dict[int, type[np.floating[Any]]]] = {cv2.CV_32F: np.float32, cv2.CV_64F: np.float64}
# Means of whole numbers that are halves are rounded up with it, while it is too little to change others:
# those lie further than 2**-20 from a half, as no divisor is larger than 2**18.
_UPWARDS: Final = 1 + 2.0**-29


def alpha_of(image: Image) -> Image:
    """Alpha as an array of its own, ``(H, W)``; the picture must have it."""
    return np.asarray(cv2.extractChannel(image, image.shape[2] - 1), np.uint8)


def even(alpha: Image) -> bool:
    """Whether alpha is the same everywhere."""
    low, high, _, _ = cv2.minMaxLoc(alpha)
    return bool(low == high)


def evenly_visible(image: Image) -> bool:
    """Whether all pixels weigh the same: there is no alpha, or it is the same everywhere."""
    return not has_alpha(image) or even(alpha_of(image))


def opaque(image: Image) -> bool:
    """Whether nothing shines through: there is no alpha, or it is 255 everywhere."""
    return not has_alpha(image) or (bool(image[0, 0, -1] == 255) and evenly_visible(image))


def uneven_quads(alpha: Image) -> Mask:
    """Where a pixel, those right of it, below it and below that do not all have the same alpha.

    Args:
        alpha: ``(H, W)``, both at least 2.

    Returns:
        ``(H - 1, W - 1)``.
    """
    height, width = alpha.shape
    # In one flat line; the last column, which has no right neighbour, does not count.
    flat = np.ascontiguousarray(alpha).ravel()
    beside = flat[1:] != flat[:-1]
    found = flat[width:] != flat[:-width]
    found[:-1] |= beside[:-width]
    found[:-1] |= beside[width:]
    return np.asarray(found.reshape(height - 1, width)[:, :-1])


def places_of(mask: Mask) -> tuple[Indices, Indices]:
    """Rows and columns at which a contiguous mask is true; in a flat one few are found much more quickly."""
    rows, columns = np.divmod(np.flatnonzero(mask.ravel()), mask.shape[1])
    return rows, columns


def whole_pixels(image: Image) -> npt.NDArray[Any]:
    """Each pixel as one number: ``(H, W)``, a view where the channels lie side by side."""
    if image.strides[2] != 1:
        image = np.ascontiguousarray(image)
    return np.asarray(image.view(_WHOLE[image.shape[2]])[:, :, 0])


def as_four_channels(image: Image, work: Callable[[Image], npt.NDArray[Any]]) -> Image:
    """What OpenCV makes of a picture, whose two channels it gets as the first of four: it is slow with two.

    Args:
        image: ``(H, W, 2)`` uint8.
        work: Treats each channel by itself; gives uint8 with four channels.
    """
    pairs = np.zeros((*image.shape[:2], 2), np.uint16)
    pairs[:, :, 0] = whole_pixels(image)
    made = np.asarray(work(pairs.view(np.uint8)), np.uint8)
    # Always a copy: one pixel counts as contiguous whatever its strides are, and OpenCV looks at them.
    return made.view(np.uint16)[:, :, :1].copy().view(np.uint8)


def weighed_colours(
    pixels: npt.NDArray[Any], shares: npt.NDArray[Any], channels: int
) -> tuple[npt.NDArray[Any], Mask]:
    """The colours of mixtures of pixels.

    Args:
        pixels: ``(K, N)``, K pixels as :func:`whole_pixels` gives them for each of N mixtures.
        shares: ``(K, N)``, how much each counts: uint32 with sums of at most 2**16, or float64.
        channels: 2 or 4.

    Returns:
        ``(N,)`` whole pixels without alpha, and where there is anything visible in them.
    """
    pixels = pixels.astype(np.uint32)
    weights = shares * (pixels >> np.uint32(8 * (channels - 1)))
    # Sums of whole numbers fit where products do: shares of bilinear lookups add up to 1024.
    total = weights.sum(axis=0, dtype=weights.dtype)
    seen = total > 0
    divisor = np.where(seen, total, 1).astype(np.float64)
    made = np.zeros(total.shape, np.uint32)
    for channel in range(channels - 1):
        levels = (pixels >> np.uint32(8 * channel)) & np.uint32(255)
        mean = (weights * levels).sum(axis=0, dtype=weights.dtype) / divisor
        made |= (mean + 0.5).astype(np.uint32) << np.uint32(8 * channel)
    return made, seen


def put_pixels(target: Image, rows: Indices, columns: Indices, colours: npt.NDArray[Any], seen: Mask) -> None:
    """Give pixels of a picture other colours, where there is anything visible in these.

    Args:
        target: ``(H, W, C)``; its alpha stays.
        rows: ``(N,)``.
        columns: ``(N,)``.
        colours: ``(N,)``, from :func:`weighed_colours`.
        seen: Where they are visible.
    """
    whole = whole_pixels(target)
    stored = whole[rows, columns]
    alpha = stored & stored.dtype.type(255 << 8 * (target.shape[2] - 1))
    whole[rows, columns] = np.where(seen, colours.astype(stored.dtype) | alpha, stored)


def premultiplied(image: Image, kind: int = cv2.CV_32F) -> Reals:
    """Colours times alpha, and alpha; exact whole numbers up to 65,025.

    Args:
        image: ``(H, W, C)`` uint8, C = 2 or 4.
        kind: OpenCV's type of the result.
    """
    alpha = alpha_of(image)
    spread = cv2.merge([alpha] * (image.shape[2] - 1) + [np.ones(alpha.shape, np.uint8)])
    # As short whole numbers first, this takes half of the time of OpenCV's products.
    return np.multiply(image, spread, dtype=np.uint16).astype(_REALS[kind])


def means(weighed: Reals) -> tuple[list[Image], Mask]:
    """The colours of mixtures, rounded half up.

    Args:
        weighed: ``(H, W, C)``, mixed by the same weights from what :func:`premultiplied` gave.

    Returns:
        Each channel of colour, ``(H, W)``, and where there is anything visible in them.
    """
    *colours, alpha = cv2.split(weighed)
    visible = np.asarray(alpha > 0, np.bool_)
    divisor = np.where(visible, alpha, 1)
    found = []
    for colour in colours:
        mean = colour / divisor
        mean += 0.5
        found.append(mean.astype(np.uint8))
    return found, visible


def put_colours(target: Image, weighed: Reals, where: Mask | None = None) -> None:
    """Put mixed colours, rounded half up, into a picture where anything visible is in them.

    Args:
        target: ``(H, W, C)`` uint8; its alpha stays.
        weighed: As :func:`means` takes it.
        where: Where to do so, ``(H, W)``; everywhere if None.
    """
    alpha = target.shape[2] - 1
    total = np.asarray(cv2.extractChannel(weighed, alpha))
    visible = total > 0
    divisor = cv2.merge([np.where(visible, total, 1)] * target.shape[2])
    made: Reals = cv2.divide(weighed, divisor)
    made += 0.5
    levels = made.astype(np.uint8)
    cv2.mixChannels([target], [levels], [alpha, alpha])
    cv2.copyTo(levels, (visible if where is None else visible & where).view(np.uint8), target)


def put_mixed(target: Image, weighed: Float64Array) -> None:
    """Put the colours of bilinear lookups into a picture, where anything visible is in them.

    Args:
        target: ``(H, W, C)`` uint8; its alpha stays.
        weighed: ``(H, W, C)``, in units of 1/1024, from what :func:`premultiplied` gave.
    """
    alpha = target.shape[2] - 1
    divisor = np.ones(weighed.shape)
    cv2.mixChannels([weighed], [divisor], [channel for colour in range(alpha) for channel in (alpha, colour)])
    means = cv2.divide(weighed, divisor, scale=_UPWARDS, dtype=cv2.CV_8U)
    visible = np.asarray(cv2.extractChannel(weighed, alpha)) > 0
    cv2.copyTo(np.asarray(means).reshape(target.shape), visible.view(np.uint8), target)


def mixed(image: Image, resampling: Resampling) -> Image:
    """A picture resampled, with its colours weighed with alpha and alpha mixed as it is.

    Args:
        image: ``(H, W, C)`` uint8.
        resampling: What happens to it.
    """
    plain = np.asarray(resampling(image), np.uint8)
    plain = plain.reshape(*plain.shape[:2], image.shape[2])
    if not evenly_visible(image):
        put_colours(plain, np.asarray(resampling(premultiplied(image))).reshape(plain.shape))
    return plain
