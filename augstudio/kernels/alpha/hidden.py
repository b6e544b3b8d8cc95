"""Stand-ins for colours that nobody can see, for what takes a picture with its surroundings.

Compression and networks mix pixels in ways that cannot be weighed. What is hidden then takes the mean colour
of what is visible, which it cannot change; afterwards it gets its own colour back.
"""

from __future__ import annotations

import cv2
import numpy as np

from augstudio.core.image import Image, has_alpha
from augstudio.core.region import Region
from augstudio.kernels.alpha.counting import mean_colour
from augstudio.kernels.alpha.weighing import alpha_of, means, premultiplied


def without_hidden(image: Image, side: int | None = None) -> Image | None:
    """The picture with other colours where alpha is 0.

    Args:
        image: ``(H, W, C)`` uint8.
        side: Of the blocks, a power of two of at most 16: hidden pixels take the mean of what is visible in
            their block, or else in the blocks about it; elsewhere they become black. None: in the picture.

    Returns:
        A new picture; None where nothing is hidden or nothing is visible.
    """
    if not has_alpha(image):
        return None
    hidden = _hidden(image)
    if cv2.countNonZero(hidden) in (0, hidden.size):
        return None
    filled = _mean(image) if side is None else _block_means(image, side)
    output = np.ascontiguousarray(image).copy()
    cv2.copyTo(filled, hidden, output)
    return output


def with_hidden(image: Image, stored: Image) -> Image:
    """A picture with the colours of another one of its size where its alpha is 0."""
    hidden = _hidden(image)
    cv2.copyTo(np.ascontiguousarray(stored), hidden, image)
    return image


def visible_box(image: Image) -> Region:
    """The smallest rectangle with all that is visible; something must be."""
    left, top, width, height = cv2.boundingRect(alpha_of(image))
    return Region(left, top, width, height)


def _hidden(image: Image) -> Image:
    """255 where alpha is 0, else 0."""
    return np.asarray(cv2.inRange(alpha_of(image), (0,), (0,)), np.uint8)


def _mean(image: Image) -> Image:
    return np.full(image.shape, (*(mean_colour(image) or ()), 0), np.uint8)


def _block_means(image: Image, side: int) -> Image:
    """For each pixel the mean colour of its block, with an alpha of 0."""
    height, width, channels = image.shape
    bottom, right = -height % side, -width % side
    grown = cv2.copyMakeBorder(image, 0, bottom, 0, right, cv2.BORDER_CONSTANT, value=(0,) * channels)
    weighed = premultiplied(np.asarray(grown, np.uint8).reshape(height + bottom, width + right, channels))
    blocks = (weighed.shape[1] // side, weighed.shape[0] // side)
    # Sums of 256 products are below 2**24.
    sums = np.asarray(cv2.resize(weighed, blocks, interpolation=cv2.INTER_AREA), np.float64)
    sums = sums.reshape(blocks[1], blocks[0], channels)
    around = cv2.boxFilter(sums, -1, (3, 3), normalize=False, borderType=cv2.BORDER_CONSTANT)
    sums = np.where(sums[:, :, -1:] > 0, sums, np.asarray(around, np.float64).reshape(sums.shape))
    colours, _ = means(sums)
    small = cv2.merge([*colours, np.zeros_like(colours[0])])
    large = cv2.resize(small, None, fx=side, fy=side, interpolation=cv2.INTER_NEAREST)
    return np.asarray(large, np.uint8).reshape(weighed.shape)[:height, :width]
