"""Pictures worked on in overlapping tiles that fade into each other."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint


@dataclass(frozen=True)
class Tiles:
    """How one side of a picture is divided: ``count`` tiles of ``length`` pixels, one every ``step``.

    They may reach beyond the picture's end; there its mirror image goes on.
    """

    count: int
    length: int
    step: int

    @property
    def overlap(self) -> int:
        """Pixels that neighbours share."""
        return self.length - self.step

    def starts(self) -> Iterator[int]:
        """The first pixel of each tile."""
        return (number * self.step for number in range(self.count))

    def fading(self, start: int) -> npt.NDArray[np.float32]:
        """The weight of each of a tile's pixels; all tiles' weights sum to 1.

        A tile fades over the middle half of what it shares. The outer quarter does not count: there the tile
        does not see what lies around.
        """
        weights = np.ones(self.length, np.float32)
        places = np.arange(self.overlap, dtype=np.float32) + np.float32(0.5 - self.overlap / 4)
        rising = (places / np.float32(max(1, self.overlap / 2))).clip(0, 1)
        if start:
            weights[: self.overlap] = rising
        if start < (self.count - 1) * self.step:
            weights[self.step :] = 1 - rising
        return weights


def divided(side: int, longest: int | None, fixed: int | None, grain: int, least: int) -> Tiles:
    """Divide one side of a picture.

    Args:
        side: Its pixels.
        longest: Most pixels of a tile, a multiple of ``grain``; None for a single tile.
        fixed: What a tile must measure; None where it may choose.
        grain: Lengths and steps are multiples of it, except fixed lengths.
        least: Fewest pixels of a tile, a multiple of ``grain``.
    """
    if fixed is not None:
        step = fixed - _multiple(fixed // 8, grain) if fixed // 8 >= grain else fixed
        return Tiles(1 + max(0, math.ceil((side - fixed) / step)), fixed, step)
    if longest is None or side <= longest:
        length = max(least, _multiple(side, grain))
        return Tiles(1, length, length)
    overlap = _multiple(longest // 8, grain)
    count = math.ceil((side - overlap) / (longest - overlap))
    length = max(least, _multiple(math.ceil((side + (count - 1) * overlap) / count), grain))
    return Tiles(count, length, length - overlap)


def in_tiles(image: Image, down: Tiles, across: Tiles, make: Callable[[Image], Float32Array]) -> Image:
    """Change a picture tile by tile.

    Only one row of tiles is held in memory beside the picture and the result.

    Args:
        image: ``(H, W, 3)`` uint8.
        down: How its height is divided.
        across: How its width is divided.
        make: Changes a tile of ``(down.length, across.length, 3)`` to levels of the same shape.

    Returns:
        ``(H, W, 3)`` uint8, rounded half to even.
    """
    height, width = image.shape[:2]
    output = np.empty_like(image)
    above = np.zeros((down.overlap, width, 3), np.float32)
    for top in down.starts():
        rows = mirrored(top, down.length, height)
        band = np.zeros((down.length, width, 3), np.float32)
        for left in across.starts():
            checkpoint()
            tile = np.ascontiguousarray(image[rows[:, np.newaxis], mirrored(left, across.length, width)])
            seen = min(across.length, width - left)
            weights = across.fading(left)[:seen, np.newaxis]
            band[:, left : left + seen] += make(tile)[:, :seen] * weights
        band *= down.fading(top)[:, np.newaxis, np.newaxis]
        band[: down.overlap] += above
        above = band[down.step :].copy()
        last = top == (down.count - 1) * down.step
        made = min(height - top, down.length if last else down.step)
        output[top : top + made] = np.rint(band[:made]).clip(0, 255).astype(np.uint8)
    return output


def mirrored(start: int, length: int, side: int) -> npt.NDArray[np.intp]:
    """Pixels ``start`` to ``start + length`` of a side that goes on as its mirror image for ever."""
    period = max(1, 2 * side - 2)
    places = np.arange(start, start + length) % period
    return np.asarray(np.minimum(places, period - places) if side > 1 else places * 0, np.intp)


def _multiple(number: int, grain: int) -> int:
    return max(1, math.ceil(number / grain)) * grain
