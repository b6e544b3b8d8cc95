"""Bilinear lookups put right where the pixels that they mix are not equally visible.

OpenCV mixes colours as if all were visible. Where the four pixels of a lookup have one alpha, that is right;
the others, mostly few at the edges of what is visible, are computed anew here. All is done in exact whole
numbers, so which way a pixel is made cannot be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.kernels.alpha import Reals, alpha_of, premultiplied, put_colours

Units: TypeAlias = npt.NDArray[np.int64]
"""Places in whole units of 1/32 pixel."""
Fill: TypeAlias = tuple[int, ...]
Lookup: TypeAlias = Callable[[npt.NDArray[Any], tuple[float, ...]], npt.NDArray[Any]]
"""Looks all pixels up in an array of any type, beyond whose edges lies a value."""
Places: TypeAlias = Callable[[Units, Units], tuple[Units, Units]]
"""Where the results at these rows and columns come from: columns and rows of the source, in units."""

_UNIT: Final = 32
_AROUND: Final = np.ones((3, 3), np.uint8)
# From so many results in a lookup on, computing all of them is quicker than picking out the few.
_MANY: Final = 1 / 12


@dataclass(frozen=True)
class Window:
    """The part of a picture that a lookup reads.

    Attributes:
        image: ``(H, W, C)`` uint8, C = 2 or 4.
        fill: What lies beyond its edges, or None where nothing beyond them is read.
    """

    image: Image
    fill: Fill | None


def reweighed(found: Image, window: Window, lookup: Lookup, places: Places) -> None:
    """Weigh the colours of a bilinear lookup with alpha.

    Args:
        found: ``(H, W, C)`` uint8, what the lookup gave with all colours weighed alike; changed in place.
        window: Where it looked.
        lookup: Does the same lookup again in another array as large as the window.
        places: Where its results come from.
    """
    uneven = _uneven(window)
    if uneven is None:
        return
    beyond = 255.0 if window.fill is not None and window.fill[-1] else 0.0
    touched = np.asarray(lookup(uneven, (beyond,))).reshape(found.shape[:2])
    count = cv2.countNonZero(touched)
    if not count:
        return
    if count > _MANY * touched.size:
        weighed = np.asarray(lookup(premultiplied(window.image, np.float64), _weighed_fill(window)))
        put_colours(found, weighed.reshape(found.shape))
        return
    rows, columns = np.nonzero(touched)
    mixed = _mixed(window, *places(rows, columns))[:, np.newaxis]
    picked = found[rows, columns][:, np.newaxis]
    put_colours(picked, mixed)
    found[rows, columns] = picked[:, 0]


def _uneven(window: Window) -> Image | None:
    """255 where a pixel or a neighbour of it has another alpha than the others, else 0; None if nowhere."""
    alpha = alpha_of(window.image)
    low, high, _, _ = cv2.minMaxLoc(alpha)
    if low == high and (window.fill is None or window.fill[-1] == low):
        return None
    kind = cv2.BORDER_REPLICATE if window.fill is None else cv2.BORDER_CONSTANT
    beyond = 0 if window.fill is None else window.fill[-1]
    most = cv2.dilate(alpha, _AROUND, borderType=kind, borderValue=beyond)
    least = cv2.erode(alpha, _AROUND, borderType=kind, borderValue=beyond)
    return np.asarray(cv2.compare(most, least, cv2.CMP_NE), np.uint8)


def _weighed_fill(window: Window) -> tuple[float, ...]:
    if window.fill is None:
        return (0.0,) * int(window.image.shape[2])
    *colours, alpha = window.fill
    return (*(float(colour * alpha) for colour in colours), float(alpha))


def _mixed(window: Window, x: Units, y: Units) -> Reals:
    """Sums of colours times alpha, and of alpha, over the four pixels about each place: ``(N, C)``."""
    bordered = cv2.copyMakeBorder(window.image, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=window.fill or (0,))
    height, width = bordered.shape[:2]
    columns, across = np.divmod(x, _UNIT)
    rows, down = np.divmod(y, _UNIT)
    total = np.zeros((len(x), bordered.shape[2]))
    for row, upper in ((rows + 1, _UNIT - down), (rows + 2, down)):
        for column, left in ((columns + 1, _UNIT - across), (columns + 2, across)):
            pixels = bordered[row.clip(0, height - 1), column.clip(0, width - 1)].astype(np.float64)
            pixels[:, -1] *= upper * left
            pixels[:, :-1] *= pixels[:, -1:]
            total += pixels
    return total
