"""Pictures reduced by averaging over areas, their colours weighed with alpha.

OpenCV averages colours as if all were visible. Where an area has one alpha, that is right; the others are
averaged anew here, each by itself where they are few.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, Size, has_alpha, size_of
from augstudio.kernels.alpha.weighing import (
    Indices,
    Mask,
    alpha_of,
    even,
    places_of,
    premultiplied,
    put_colours,
    put_pixels,
    uneven_quads,
    weighed_colours,
    whole_pixels,
)

# From this share of a picture's pixels on, weighing all of them is quicker than picking out some.
_MANY: Final = 0.6
# So many pixels are picked out at once, for the processor's cache.
_AT_ONCE: Final = 1 << 15
# In a weighed band lie about so many.
_BAND: Final = 1 << 14


def averaged(array: npt.NDArray[Any], size: Size) -> npt.NDArray[Any]:
    """An array of any type reduced by averaging over areas; OpenCV may drop a last axis of one."""
    if array.ndim == 3 and array.shape[2] == 2:
        # Halving pictures of two channels, OpenCV rounds halves to even, unlike those of one, three or four.
        return np.dstack([averaged(plane, size) for plane in cv2.split(array)])
    return cv2.resize(array, size, interpolation=cv2.INTER_AREA)


def weigh_averages(small: Image, image: Image) -> None:
    """Weigh the colours of a reduced picture with alpha.

    Args:
        small: ``(H, W, C)`` uint8, the averages with all colours weighed alike; changed in place.
        image: The picture that was reduced.
    """
    if not has_alpha(image):
        return
    alpha = alpha_of(image)
    if even(alpha):
        return
    down, across = _areas(image.shape[0], small.shape[0]), _areas(image.shape[1], small.shape[1])
    uneven = _uneven_areas(alpha, down, across)
    if np.count_nonzero(uneven) * down.most * across.most > _MANY * alpha.size:
        # Where whole rows become one, some are made at once: what is worked on shall stay in the cache.
        band = max(1, _BAND // image.shape[1] // max(1, down.factor)) if down.factor else len(small)
        for top in range(0, len(small), band):
            target = small[top : top + band]
            source = image[top * down.factor : (top + band) * down.factor] if down.factor else image
            weighed = averaged(premultiplied(source), size_of(target))
            put_colours(target, np.asarray(weighed).reshape(target.shape))
    else:
        _weigh_few(small, image, uneven, down, across)


def _weigh_few(small: Image, image: Image, uneven: Mask, down: _Areas, across: _Areas) -> None:
    """Average some areas anew."""
    rows, columns = places_of(uneven)
    pixels = whole_pixels(np.ascontiguousarray(image)).ravel()
    taps = down.most * across.most
    step = max(1, _AT_ONCE // taps)
    for start in range(0, len(rows), step):
        y, x = rows[start : start + step], columns[start : start + step]
        places = (down.places[:, y] * image.shape[1])[:, None] + across.places[:, x]
        shares = down.shares[:, y][:, None] * across.shares[:, x]
        flat = (taps, len(y))
        made = weighed_colours(pixels.take(places.reshape(flat)), shares.reshape(flat), image.shape[2])
        put_pixels(small, y, x, *made)


def weigh_enlarged(large: Image, small: Image, weights: Image) -> None:
    """Weigh the colours of a bilinearly enlarged picture where the small one's pixels count differently.

    Args:
        large: ``(H, W, C)`` uint8, C = 2 or 4, enlarged with all colours weighed alike; changed in place.
        small: The picture that was enlarged.
        weights: How much its pixels count, ``(h, w)``.
    """
    around = np.ones((3, 3), np.uint8)
    uneven = (cv2.dilate(weights, around) != cv2.erode(weights, around)).astype(np.uint8)
    touched = cv2.resize(uneven, size_of(large), interpolation=cv2.INTER_NEAREST_EXACT)
    rows, columns = places_of(np.asarray(touched.view(np.bool_), np.bool_))
    weighed = small.copy()
    weighed[:, :, -1] = weights
    pixels = whole_pixels(weighed)
    (above, below), (left, right) = (
        _between(n, m) for n, m in zip(small.shape, large.shape[:2], strict=False)
    )
    for start in range(0, len(rows), _AT_ONCE // 4):
        y, x = rows[start : start + _AT_ONCE // 4], columns[start : start + _AT_ONCE // 4]
        four = [
            (pixels[row[y], column[x]], share[y] * part[x])
            for row, share in (above, below)
            for column, part in (left, right)
        ]
        shares = np.stack([share for _, share in four])
        put_pixels(large, y, x, *weighed_colours(np.stack([p for p, _ in four]), shares, small.shape[2]))


_Neighbour: TypeAlias = tuple[Indices, npt.NDArray[np.float64]]


@lru_cache(maxsize=32)
def _between(small: int, large: int) -> tuple[_Neighbour, _Neighbour]:
    """The two pixels of a line between which each pixel of it enlarged lies, and their shares."""
    doubled = (
        2 * np.arange(large, dtype=np.int64) + 1
    ) * small - large  # in parts of a pixel, 2 * large to each
    first = doubled // (2 * large)
    share = (doubled - first * 2 * large) / (2 * large)
    last = small - 1
    return (first.clip(0, last), 1 - share), ((first + 1).clip(0, last), share)


@dataclass(frozen=True)
class _Areas:
    """The stretches of a line that become one pixel each.

    Attributes:
        places: ``(K, N)``, the pixels of each; the last one again where there are less than K.
        shares: ``(K, N)``, how much of each pixel belongs to it: 0 to 1.
        factor: How many times shorter the line becomes, where that is a whole number; else 0.
    """

    places: Indices
    shares: npt.NDArray[np.float64]
    factor: int

    @property
    def most(self) -> int:
        """Pixels in the largest stretch."""
        return int(self.places.shape[0])


@lru_cache(maxsize=32)
def _areas(length: int, count: int) -> _Areas:
    """A line of so many pixels, cut into as many stretches."""
    ends = np.arange(count + 1, dtype=np.int64) * length  # in parts of a pixel, count to each
    first = ends[:-1] // count
    most = int(np.max(-(-ends[1:] // count) - first))
    places = first[:, None] + np.arange(most)
    covered = np.minimum(ends[1:, None], (places + 1) * count) - np.maximum(ends[:-1, None], places * count)
    factor = length // count if length % count == 0 else 0
    return _Areas(places.clip(0, length - 1).T.copy(), (covered.clip(0) / count).T.copy(), factor)


def _uneven_areas(alpha: Image, down: _Areas, across: _Areas) -> Mask:
    """Which areas may have uneven alpha."""
    if down.factor == across.factor == 2:
        return _uneven_fours(alpha)
    bordered = cv2.copyMakeBorder(alpha, 0, 1, 0, 1, cv2.BORDER_REPLICATE)
    sums = cv2.integral(uneven_quads(np.asarray(bordered, np.uint8)).astype(np.uint8))
    rows = sums.take(down.places[-1] + 1, axis=0) - sums.take(down.places[0], axis=0)
    found = rows.take(across.places[-1] + 1, axis=1) - rows.take(across.places[0], axis=1) > 0
    return np.asarray(found, np.bool_)


def _uneven_fours(alpha: Image) -> Mask:
    """Which squares of two by two pixels, side by side, have uneven alpha."""
    pairs = np.ascontiguousarray(alpha).view(np.uint16)
    upper, lower = pairs[0::2], pairs[1::2]
    found = upper != lower
    found |= (upper >> 8) != (upper & 255)
    return np.asarray(found, np.bool_)
