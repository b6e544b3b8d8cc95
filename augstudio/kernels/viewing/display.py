"""Pictures in the byte order of screens."""

from __future__ import annotations

import cv2
import numpy as np

from augstudio.core.image import Image

_TO_BGRA = {1: cv2.COLOR_GRAY2BGRA, 3: cv2.COLOR_RGB2BGRA, 4: cv2.COLOR_RGBA2BGRA}


def to_bgra(image: Image) -> Image:
    """The same picture as ``(H, W, 4)`` uint8 in the order blue, green, red, alpha (opaque if none)."""
    if image.shape[2] == 2:
        grey, alpha = cv2.split(image)
        return np.asarray(cv2.merge([grey, grey, grey, alpha]), np.uint8)
    return np.asarray(cv2.cvtColor(image, _TO_BGRA[image.shape[2]]), np.uint8)


def from_bgra(image: Image, *, alpha: bool = False) -> Image:
    """The colour of a screen picture as ``(H, W, 3)`` RGB, or as ``(H, W, 4)`` RGBA with its alpha."""
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGRA2RGBA if alpha else cv2.COLOR_BGRA2RGB), np.uint8)
