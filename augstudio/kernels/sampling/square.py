"""Squeezes pictures into squares, as networks and other learners take them."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image

_MIDDLE: Final = np.float32(127.5)


def squeezed(image: Image, side: int) -> Image:
    """A picture in colours and as a square, whatever its shape was.

    Args:
        image: ``(H, W, C)`` uint8, grey or RGB, with alpha or without.
        side: The square's side in pixels, 1 or more.

    Returns:
        ``(side, side, 3)`` uint8; what is transparent shows a middle grey.
    """
    height, width = image.shape[:2]
    shrinks = max(height, width) > side
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    colours = image.shape[2] - 1 + image.shape[2] % 2
    flat: Float32Array = image[..., :colours].astype(np.float32)
    if colours < image.shape[2]:
        cover = image[..., colours:].astype(np.float32) / np.float32(255)
        flat = flat * cover + _MIDDLE * (1 - cover)
    small = np.asarray(cv2.resize(flat, (side, side), interpolation=method)).reshape(side, side, -1)
    whole = np.clip(np.rint(small), 0, 255).astype(np.uint8)
    return np.repeat(whole, 3, axis=2) if colours == 1 else whole
