"""A picture with its area-filtered reductions, made when they are first needed."""

from __future__ import annotations

import cv2
import numpy as np

from augstudio.core.image import Image, Size, size_of


class Pyramid:
    """A picture and its halvings, per axis; immutable to its users.

    Halving each axis by itself keeps a picture sharp along the axis that is not shrunk. Levels are kept, so
    that all panes, copies and frames share them.
    """

    def __init__(self, image: Image) -> None:
        self.image = image
        self._levels: dict[tuple[int, int], Image] = {(0, 0): image}

    @property
    def size(self) -> Size:
        """Size of the full picture."""
        return size_of(self.image)

    @property
    def nbytes(self) -> int:
        """Bytes held by the picture and the levels made so far."""
        return sum(level.nbytes for level in tuple(self._levels.values()))

    def level(self, across: int, down: int) -> Image:
        """The picture halved ``across`` times in width and ``down`` times in height (never below 1)."""
        key = (across, down)
        if key not in self._levels:
            width, height = self.size
            size = (max(1, round(width / 2**across)), max(1, round(height / 2**down)))
            # Two threads may both make a level; they make the same one.
            self._levels[key] = shrink(self.image, size)
        return self._levels[key]


def shrink(image: Image, size: Size) -> Image:
    """Reduce to a smaller size by averaging over areas.

    Args:
        image: ``(H, W, C)`` uint8.
        size: Not larger than the picture on either axis.
    """
    if size == size_of(image):
        return image
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8).reshape(size[1], size[0], image.shape[2])
