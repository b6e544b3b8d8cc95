"""Colours weighed with alpha wherever pixels are mixed, so that what is invisible never shows.

A mean of colours is the mean of colour times alpha, divided by the mean of alpha; among pixels of equal alpha
it is the plain mean. Where no pixel that counts is visible, the plain mean of the stored colours stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, has_alpha

Reals: TypeAlias = npt.NDArray[Any]
"""Float32 or float64: colours times alpha, ``(H, W, C - 1)``, and alpha behind them."""

Resampling: TypeAlias = Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
"""Mixes the pixels of an array of any type with fixed weights; OpenCV may drop a last axis of one."""


def alpha_of(image: Image) -> Image:
    """Alpha as an array of its own, ``(H, W)``; the picture must have it."""
    return np.asarray(cv2.extractChannel(image, image.shape[2] - 1), np.uint8)


def evenly_visible(image: Image) -> bool:
    """Whether all pixels weigh the same: there is no alpha, or it is the same everywhere."""
    if not has_alpha(image):
        return True
    low, high, _, _ = cv2.minMaxLoc(alpha_of(image))
    return low == high


def opaque(image: Image) -> bool:
    """Whether nothing shines through: there is no alpha, or it is 255 everywhere."""
    return not has_alpha(image) or (bool(image[0, 0, -1] == 255) and evenly_visible(image))


def premultiplied(image: Image, kind: type[np.floating[Any]] = np.float32) -> Reals:
    """Colours times alpha, and alpha; exact whole numbers up to 65,025.

    Args:
        image: ``(H, W, C)`` uint8, C = 2 or 4.
        kind: The type of the result.
    """
    weights = image.astype(kind)
    alpha = np.ascontiguousarray(weights[:, :, -1])
    weights[:, :, -1] = 1
    spread = np.asarray(cv2.merge([alpha] * image.shape[2])).reshape(image.shape)
    return np.asarray(cv2.multiply(weights, spread, dst=weights), kind).reshape(image.shape)


def put_colours(target: Image, weighed: Reals) -> None:
    """Put mixed colours into a picture where it and what was mixed are visible, rounded half up.

    Args:
        target: ``(H, W, C)`` uint8; its alpha stays.
        weighed: Mixed by the same weights from what :func:`premultiplied` gave, ``(H, W, C)``.
    """
    alpha = weighed[:, :, -1:]
    shown = (alpha > 0) & (target[:, :, -1:] > 0)
    colours = weighed[:, :, :-1] / np.where(shown, alpha, 1)
    colours += 0.5
    np.copyto(target[:, :, :-1], colours.astype(np.uint8), where=shown)


def mixed(image: Image, resampling: Resampling, kind: type[np.floating[Any]] = np.float32) -> Image:
    """A picture resampled, with its colours weighed with alpha and alpha mixed as it is.

    Args:
        image: ``(H, W, C)`` uint8.
        resampling: What happens to it.
        kind: In which type weighed colours are summed.
    """
    plain = np.asarray(resampling(image), np.uint8)
    plain = plain.reshape(*plain.shape[:2], image.shape[2])
    if not evenly_visible(image):
        put_colours(plain, np.asarray(resampling(premultiplied(image, kind))).reshape(plain.shape))
    return plain
