"""A picture with its area-filtered reductions, made when they are first needed."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from typing import Any, Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size, size_of
from augstudio.kernels.alpha.weighing import mixed
from augstudio.kernels.sampling.averaging import averaged, weigh_averages

# A reduction that is no larger than a large screen is kept.
_KEPT_PIXELS: Final = 4_000_000


class Pyramid:
    """A picture and its halvings, per axis; immutable to its users.

    Halving each axis by itself keeps a picture sharp along the axis that is not shrunk. Levels are kept, so
    that all panes, copies and frames share them.

    Attributes:
        image: The picture, or the largest reduction of it that is known.
        size: Width and height of the full picture.
    """

    def __init__(self, image: Image, size: Size | None = None) -> None:
        """Start with a picture, or with a reduction of one that has this ``size``; enough for drafts."""
        self.image = image
        self.size = size or size_of(image)
        self._levels: dict[tuple[int, int], Image] = {(0, 0): image}
        self._reduced = image  # what was last reduced to a size of its own
        self._made: dict[Hashable, Any] = {}

    @property
    def complete(self) -> bool:
        """Whether the full picture is known, not just a reduction."""
        return self.size == size_of(self.image)

    @property
    def nbytes(self) -> int:
        """Bytes held by the picture and the levels made so far."""
        kept = sum(level.nbytes for level in tuple(self._levels.values()))
        return kept if self._reduced is self.image else kept + self._reduced.nbytes

    def level(self, across: int, down: int) -> Image:
        """The picture halved ``across`` times in width and ``down`` times in height (never below 1)."""
        key = (across, down)
        if key not in self._levels:
            size, known = halved_size(self.size, across, down), size_of(self.image)
            # Two threads may both make a level; they make the same one.
            self._levels[key] = shrink(self.image, (min(size[0], known[0]), min(size[1], known[1])))
        return self._levels[key]

    def kept(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Something made from the picture once, under a key of its maker's choice."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def reduced(self, size: Size) -> Image:
        """The whole picture at another size, from the level that is next larger; a small one is kept.

        While something is dragged, all frames ask for the same size.
        """
        if size == size_of(self.image):
            return self.image
        last = self._reduced  # another thread may put another one there
        if size == size_of(last):
            return last
        made = self._made_at(size)
        if size[0] * size[1] <= _KEPT_PIXELS:
            self._reduced = made
        return made

    def _made_at(self, size: Size) -> Image:
        halvings = [max(0, int(math.log2(full / side))) for full, side in zip(self.size, size, strict=True)]
        level = self.level(*halvings)
        if size[0] <= level.shape[1] and size[1] <= level.shape[0]:
            return shrink(level, size)
        return mixed(level, lambda pixels: cv2.resize(pixels, size, interpolation=cv2.INTER_LINEAR))


def halved_size(size: Size, across: int, down: int) -> Size:
    """Width and height after so many halvings of each, at least 1."""
    return max(1, round(size[0] / 2**across)), max(1, round(size[1] / 2**down))


def shrink(image: Image, size: Size) -> Image:
    """Reduce to a smaller size by averaging over areas, colours weighed with alpha.

    Args:
        image: ``(H, W, C)`` uint8.
        size: Not larger than the picture on either axis.
    """
    if size == size_of(image):
        return image
    small = np.asarray(averaged(image, size), np.uint8).reshape(size[1], size[0], image.shape[2])
    weigh_averages(small, image)
    return small
