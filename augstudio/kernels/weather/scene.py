"""What a photograph seems to show: sky, plants, water, ground; found by colour, texture and place.

Everything is found in a small version of the picture, whose longer side is at most :data:`WORKING_SIDE`
pixels, so that it costs little and means the same for a draft and for the picture itself. The maps are then
spread over the picture row by row; masks are spread with the picture's own edges (guided filter, He et al.,
2010; its coefficients are spread, as in the fast guided filter of He and Sun, 2015).

Only single additions, products and quotients of numbers are made, and sums of whole numbers, so maps do not
depend on the processor.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image, Size, size_of
from augstudio.kernels.colour.pixelwise import luma
from augstudio.kernels.sampling.pyramid import shrink

WORKING_SIDE: Final = 384
"""Longer side of the picture in which things are looked for, in pixels."""

# Fixed point of coefficients whose averages are taken as whole numbers.
_FINE: Final = 1 << 12


@dataclass(frozen=True)
class Scene:
    """Maps of a small version of a picture, each ``(h, w)`` float32.

    Attributes:
        light: Luma, 0 to 255.
        mean: Mean luma round about, 0 to 255.
        spread: Standard deviation of luma round about.
        sharp: 0 where the picture is out of focus or plain, 1 where it shows fine detail.
        sky: 0 to 1; what is connected with the top edge and looks like sky.
        plants: 0 to 1; green and yellow-green things.
        water: 0 to 1; bluish or grey and smooth, below the sky.
        ledge: 0 to 1; upper sides of things: light above dark.
        depth: 0 at the bottom edge, 1 at the skyline of each column.
        outdoors: How sure it is that the picture was taken outdoors, 0 to 1.
        wide: How sure it is that it shows a landscape under a sky, 0 to 1.
    """

    light: Float32Array
    mean: Float32Array
    spread: Float32Array
    sharp: Float32Array
    sky: Float32Array
    plants: Float32Array
    water: Float32Array
    ledge: Float32Array
    depth: Float32Array
    outdoors: float
    wide: float

    @property
    def size(self) -> Size:
        """Width and height of the maps."""
        return self.light.shape[1], self.light.shape[0]

    @property
    def reach(self) -> int:
        """Radius of "round about" in pixels of the maps."""
        return max(1, max(self.size) // 48)


def analysed(colours: Image) -> Scene:
    """Look over a whole picture.

    Args:
        colours: ``(H, W, 1)`` or ``(H, W, 3)`` uint8.
    """
    small = _small(colours)
    light = np.ascontiguousarray(luma(small))
    reach = max(1, max(size_of(small)) // 48)
    mean, spread = _statistics(light, reach)
    red, green, blue = (small[:, :, min(c, small.shape[2] - 1)].astype(np.float32) for c in range(3))
    plants = _plants(red, green, blue)
    sky = _sky(light, spread, red, green, blue)
    depth = _depth(sky, 2 * reach)
    water = _water(light, spread, red, blue) * (1 - sky) * (1 - plants) * (1 - ramp(depth, 0.5, 0.8))
    above = _share(sky)
    return Scene(
        light=light.astype(np.float32),
        mean=mean,
        spread=spread,
        sky=sky,
        plants=plants,
        water=water,
        ledge=_ledges(light, spread),
        depth=depth,
        sharp=ramp(_detail(light, 2 * reach), 0.7, 2.2),
        outdoors=min(1.0, (above + _share(plants)) / 0.3),
        wide=min(1.0, above / 0.15),
    )


def ramp(values: Float32Array, low: float, high: float) -> Float32Array:
    """0 up to ``low``, 1 from ``high``, in between a smooth step."""
    share = ((values - np.float32(low)) * np.float32(1 / (high - low))).clip(0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def box_mean(values: npt.NDArray[np.int32], reach: int) -> Float32Array:
    """Mean of whole numbers over squares of ``2 * reach + 1`` pixels, by exact sums below 2**31."""
    side = 2 * reach + 1
    sums = cv2.boxFilter(values, cv2.CV_32S, (side, side), normalize=False, borderType=cv2.BORDER_REFLECT_101)
    return (np.asarray(sums, np.int32).reshape(values.shape) / np.float64(side * side)).astype(np.float32)


def smoothed_mask(mask: Float32Array, reach: int) -> Float32Array:
    """A map of 0 to 1 averaged over squares, twice, which is nearly round."""
    for _ in range(2):
        mask = box_mean(np.rint(mask * _FINE).astype(np.int32), reach) * np.float32(1 / _FINE)
    return mask


def follow(
    mask: Float32Array, light: Float32Array, reach: int, softness: float = 6.0
) -> tuple[Float32Array, Float32Array]:
    """A mask that follows the picture's edges: factor of luma and constant, whose sum it is about.

    Args:
        mask: 0 to 1.
        light: Luma, 0 to 255, whole numbers.
        reach: How far an edge may be from the mask's own.
        softness: Differences of luma well below this are no edges.
    """
    guide, wanted = light.astype(np.int32), np.rint(mask * 255).astype(np.int32)
    middle, target = box_mean(guide, reach), box_mean(wanted, reach)
    both, square = box_mean(guide * wanted, reach), box_mean(guide * guide, reach)
    factor = (both - middle * target) / (square - middle * middle + np.float32(softness * softness))
    constant = target - factor * middle
    factors = box_mean(np.rint(factor * _FINE).astype(np.int32), reach) * np.float32(1 / (255 * _FINE))
    constants = box_mean(np.rint(constant * 16).astype(np.int32), reach) * np.float32(1 / (255 * 16))
    return factors, constants


class Spread:
    """A small map spread over a picture, row by row."""

    def __init__(self, plane: Float32Array, size: Size) -> None:
        """Take a map, for a picture of this width and height."""
        height, width = plane.shape
        columns, across = _between(size[0], width)
        self._rows, self._down = _between(size[1], height)
        right = np.minimum(columns + 1, width - 1)
        # take keeps rows in one piece, which indexing does not.
        wide = plane.take(columns, axis=1)
        self._wide = wide + across * (plane.take(right, axis=1) - wide)
        self._last = height - 1

    def rows(self, rows: slice) -> Float32Array:
        """The map for these rows of the picture."""
        upper, share = self._rows[rows], self._down[rows, np.newaxis]
        spread = np.empty((len(upper), self._wide.shape[1]), np.float32)
        starts = [0, *(np.nonzero(np.diff(upper))[0] + 1).tolist(), len(upper)]
        for start, stop in pairwise(starts):
            above, below = (self._wide[min(int(upper[start]) + step, self._last)] for step in (0, 1))
            np.multiply(share[start:stop], below - above, out=spread[start:stop])
            spread[start:stop] += above
        return spread


def _between(length: int, cells: int) -> tuple[npt.NDArray[np.int64], Float32Array]:
    along = ((np.arange(length) + 0.5) * (cells / length) - 0.5).clip(0, cells - 1)
    cell = np.floor(along)
    return cell.astype(np.int64), (along - cell).astype(np.float32)


def _small(colours: Image) -> Image:
    width, height = size_of(colours)
    share = min(1.0, WORKING_SIDE / max(width, height))
    return shrink(colours, (max(1, round(width * share)), max(1, round(height * share))))


def _statistics(light: Image, reach: int) -> tuple[Float32Array, Float32Array]:
    whole = light.astype(np.int32)
    mean = box_mean(whole, reach)
    variance = box_mean(whole * whole, reach) - mean * mean
    return mean, np.sqrt(np.maximum(variance, 0))


def _detail(light: Image, reach: int) -> Float32Array:
    """Mean difference of luma from its nearest neighbours."""
    fine = np.abs(light - box_mean(light.astype(np.int32), 1))
    return box_mean(np.rint(fine * 16).astype(np.int32), reach) * np.float32(1 / 16)


def _plants(red: Float32Array, green: Float32Array, blue: Float32Array) -> Float32Array:
    """Excess green (Woebbecke et al., 1995), relative to brightness; yellow-greens count, too."""
    total = red + green + blue + np.float32(30)
    excess = (2 * green - red - blue) / total
    # Dry grass and leaves: yellow, so that blue is lacking and red does not much exceed green.
    yellow = (green - blue) / total - np.maximum(red - green, 0) * 3 / total
    found = np.maximum(ramp(excess, 0.03, 0.14), 0.8 * ramp(yellow, 0.06, 0.16))
    # Turquoise is water or sky.
    found = found * ramp((green - blue) / total, 0, 0.05)
    return np.asarray(found * ramp(total, 60, 130) * (1 - ramp(total, 600, 700)), np.float32)


def _sky(
    light: Image, spread: Float32Array, red: Float32Array, green: Float32Array, blue: Float32Array
) -> Float32Array:
    """Smooth, bright and bluish, white or pale, and connected with the top edge."""
    value = np.maximum(np.maximum(red, green), blue)
    dullest = np.minimum(np.minimum(red, green), blue)
    colourful = np.asarray((value - dullest) / (value + np.float32(16)), np.float32)
    bluish = ramp(blue - red, -6, 14) * ramp(blue - green, -30, 0) * ramp(value, 70, 120)
    pale = ramp(value, 140, 190) * (1 - ramp(colourful, 0.12, 0.3))
    glowing = ramp(value, 190, 235) * (1 - ramp(colourful, 0.55, 0.8)) * ramp(red - green, -10, 0)
    smooth = 1 - ramp(spread, 12, 34)
    likely = np.maximum(np.maximum(bluish, pale), glowing) * smooth
    found = _from_the_top(likely > 0.45)
    if np.any(found):
        # What goes on smoothly from there and is about as light is sky, too, whatever its colour.
        level = float(np.sum(light[found], dtype=np.int64)) / int(np.sum(found))
        found = _from_the_top(found | ((light > 0.8 * level) & (spread < 8) & (colourful < 0.4)))
    return np.where(found, np.maximum(likely, np.float32(0.9)), 0).astype(np.float32)


def _from_the_top(found: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """What is connected with the top edge, be it behind twigs and ropes, and is more than a speck of it."""
    bridged = cv2.dilate(found.astype(np.uint8), np.ones((5, 5), np.uint8))
    count, labels = cv2.connectedComponents(bridged, connectivity=4)
    labels = np.where(found, np.asarray(labels).reshape(found.shape), 0)
    touching = np.bincount(labels[0], minlength=count)
    kept = touching > 0.04 * found.shape[1]
    kept[0] = False
    return np.asarray(kept[labels])


def _depth(sky: Float32Array, reach: int) -> Float32Array:
    height = sky.shape[0]
    rows = np.arange(height)[:, np.newaxis]
    lowest = np.max(np.where(sky > 0.5, rows + 1, 0), axis=0, keepdims=True)
    skyline = box_mean(lowest.astype(np.int32), reach)
    depth = (height - 1 - rows) / np.maximum(1, height - skyline)
    return np.asarray(depth.clip(0, 1), np.float32)


def _water(light: Image, spread: Float32Array, red: Float32Array, blue: Float32Array) -> Float32Array:
    cool = ramp(blue - red, 4, 24)
    return np.asarray(cool * (1 - ramp(spread, 8, 26)) * ramp(light.astype(np.float32), 20, 50), np.float32)


def _ledges(light: Image, spread: Float32Array) -> Float32Array:
    """How much lighter a place is than what lies below it, as a share of the differences round about."""
    bright = light.astype(np.float32)
    step = max(1, light.shape[0] // 128)
    below = np.concatenate((bright[step:], np.repeat(bright[-1:], min(step, len(bright)), axis=0)))[
        : len(bright)
    ]
    return ramp((bright - below) / (spread + np.float32(8)), 0.3, 1.3)


def _share(mask: Float32Array) -> float:
    """Mean of a map of 0 to 1, by a sum of whole numbers."""
    return float(np.sum(np.rint(mask * _FINE).astype(np.int64))) / (_FINE * mask.size)
