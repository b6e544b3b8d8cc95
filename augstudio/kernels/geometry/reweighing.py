"""Bilinear lookups put right where the pixels that they mix are not equally visible.

OpenCV mixes colours as if all were visible. Where the four pixels of a lookup have one alpha, that is right;
the others, mostly few at the edges of what is visible, are computed anew here. All is done in exact whole
numbers, so which way a pixel is made cannot be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.cached import cached_property
from augstudio.core.image import Image, size_of
from augstudio.core.padding import PaddingMode
from augstudio.core.region import Region
from augstudio.kernels.alpha.weighing import (
    Indices,
    Mask,
    alpha_of,
    even,
    places_of,
    premultiplied,
    put_mixed,
    uneven_quads,
    whole_pixels,
)
from augstudio.kernels.sampling.padding import padded_window
from augstudio.kernels.sampling.plane import Plane
from augstudio.kernels.sampling.pyramid import Pyramid

Units: TypeAlias = npt.NDArray[Any]
"""Places in whole units of 1/32 pixel."""
Fill: TypeAlias = tuple[int, ...]

_UNIT: Final = 32
_BITS: Final = 5
# From so many results in a lookup on, computing all of them is quicker than picking out the few.
_MANY: Final = 0.6
_SIDE: Final = 128
# So many results are picked out at once, for the processor's cache.
_AT_ONCE: Final = 1 << 12
# Places of the first of two pixels, side by side.
_PAIRS: Final = np.stack((np.arange(0, 2 * _AT_ONCE, 2), np.zeros(_AT_ONCE)), 1).astype(np.int16)[np.newaxis]


class Lookup(Protocol):
    """One lookup of many results in a window."""

    def first_pixels(self, array: Image, margin: int) -> Image:
        """The upper left of the four pixels of each result, 0 beyond the edges.

        Args:
            array: ``(H, W)``, of which so many rows and columns lie before the window.
            margin: How many.
        """

    def places(self, rows: Indices, columns: Indices) -> tuple[Units, Units]:
        """Where results come from: columns and rows of the window, in units; arrays that fit each other."""


@dataclass(frozen=True)
class Window:
    """The part of a picture that a lookup reads.

    Attributes:
        image: ``(H, W, C)`` uint8, C = 2 or 4.
        fill: What lies beyond its edges, or None where nothing beyond them is read.
        quads: Where its alpha is uneven, ``(H - 1, W - 1)`` as :func:`uneven_quads` tells, if that is known
            and its edges are not read; else None.
        alpha: Its alpha, if that is known by itself.
    """

    image: Image
    fill: Fill | None
    quads: Mask | None = None
    alpha: Image | None = None


@dataclass(frozen=True)
class Alpha:
    """What is known about the alpha of a picture that is read in windows.

    Attributes:
        plane: ``(H, W)``, both at least 2 unless it is even.
        even: Whether it is the same everywhere.
    """

    plane: Image
    even: bool

    @cached_property
    def quads(self) -> Mask:
        """Where it is uneven, as :func:`uneven_quads` tells."""
        return uneven_quads(self.plane)

    def window(
        self, image: Image, left: int, top: int, fill: Fill | None, mode: PaddingMode
    ) -> Window | None:
        """A window of the padded picture; None where all of it is visible alike.

        Args:
            image: Its pixels.
            left: Column of the picture at which it begins.
            top: Row at which it begins.
            fill: What lies beyond the picture's edges, at which it then ends; None where it is padded.
            mode: How it is padded.
        """
        if self.even and fill is None:
            return None
        bottom, right = top + image.shape[0], left + image.shape[1]
        edge = 0 if fill is None else 1
        across, down = self.plane.shape[1] - edge, self.plane.shape[0] - edge
        if left < edge or top < edge or right > across or bottom > down:
            if fill is not None:
                return Window(image, fill, alpha=self.plane[top:bottom, left:right])
            window = Region.between(left, top, right, bottom)
            alpha = padded_window(self.plane[:, :, np.newaxis], mode, window)
            return Window(image, None, alpha=alpha[:, :, 0])
        if self.even:
            return None
        return Window(image, fill, self.quads[top : bottom - 1, left : right - 1])


def known_alpha(source: Pyramid, plane: Plane) -> Alpha | None:
    """The alpha of a level of a picture, looked through once; None where it is too small for that.

    Args:
        source: The picture.
        plane: From :func:`level_plane`; its level has alpha.
    """

    def look() -> Alpha | None:
        alpha = alpha_of(plane.level)
        same = even(alpha)
        return Alpha(alpha, same) if same or min(alpha.shape) > 1 else None

    known: Alpha | None = source.kept(("alpha", plane.size, size_of(plane.level)), look)
    return known


def reweighed(found: Image, window: Window, lookup: Lookup) -> None:
    """Weigh the colours of a bilinear lookup with alpha.

    Args:
        found: ``(H, W, C)`` uint8, what the lookup gave with all colours weighed alike; changed in place.
        window: Where it looked.
        lookup: The lookup.
    """
    quads, margin = (window.quads, 0) if window.quads is not None else _quads(window)
    if quads is None or not cv2.countNonZero(quads.view(np.uint8)):
        return
    touched = lookup.first_pixels(quads.view(np.uint8), margin).view(np.bool_)
    count = int(np.count_nonzero(touched))
    if not count:
        return
    if count > _MANY * min(touched.size, _SIDE * _SIDE):
        _reweigh_blocks(found, touched, window, lookup)
    _reweigh_few(found, *places_of(touched), window, lookup)


def _reweigh_few(found: Image, rows: Indices, columns: Indices, window: Window, lookup: Lookup) -> None:
    """Make results anew, each from a picture of the four pixels that it mixes."""
    flat, length, results = whole_pixels(window.image), window.image.shape[1], whole_pixels(found)
    margin = 0 if window.fill is None else 1
    if window.fill is not None:
        bordered = cv2.copyMakeBorder(window.image, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=window.fill)
        flat, length = whole_pixels(np.asarray(bordered, np.uint8)), length + 2
    flat = flat.ravel()
    for start in range(0, len(rows), _AT_ONCE):
        picked = rows[start : start + _AT_ONCE], columns[start : start + _AT_ONCE]
        x, y = lookup.places(*picked)
        places = np.empty((2, len(x), 2), np.intp)
        places[0, :, 0] = ((y >> _BITS) + margin) * length + ((x >> _BITS) + margin)
        np.add(places[0, :, 0], 1, out=places[0, :, 1])
        np.add(places[0], length, out=places[1])
        taken = flat.take(places).view(np.uint8).reshape(2, 2 * len(x), found.shape[2])
        parts = ((y & (_UNIT - 1)) * _UNIT + (x & (_UNIT - 1))).astype(np.uint16)[np.newaxis]
        sums = cv2.remap(premultiplied(taken, cv2.CV_64F), _PAIRS[:, : len(x)], parts, cv2.INTER_LINEAR)
        made = results[picked]
        put_mixed(made.view(np.uint8).reshape(1, len(x), found.shape[2]), np.asarray(sums, np.float64))
        results[picked] = made


def _reweigh_blocks(found: Image, touched: Mask, window: Window, lookup: Lookup) -> None:
    """Make blocks anew in which many results are touched, which then are touched no more.

    They are small, so that they stay in the processor's cache.
    """
    for top in range(0, touched.shape[0], _SIDE):
        for left in range(0, touched.shape[1], _SIDE):
            block = np.s_[top : top + _SIDE, left : left + _SIDE]
            marks = touched[block]
            if np.count_nonzero(marks) > _MANY * marks.size:
                rows, columns = np.arange(top, top + marks.shape[0]), np.arange(left, left + marks.shape[1])
                x, y = lookup.places(rows[:, np.newaxis], columns[np.newaxis])
                put_mixed(found[block], _summed(window, x, y))
                marks[:] = False


def _summed(window: Window, x: Units, y: Units) -> Float64Array:
    """Colours times alpha, and alpha, of a block of lookups."""
    (left, right), (top, bottom) = (
        (int(np.min(places)) >> _BITS, (int(np.max(places)) >> _BITS) + 2) for places in (x, y)
    )
    left, top = max(left, 0), max(top, 0)
    seen = window.image[top : max(bottom, top + 1), left : max(right, left + 1)]
    # What lies further off than this is all the same: nothing of the window.
    columns = ((x >> _BITS) - left).clip(-2, seen.shape[1] + 1)
    rows = ((y >> _BITS) - top).clip(-2, seen.shape[0] + 1)
    whole = np.empty((*np.broadcast_shapes(x.shape, y.shape), 2), np.int16)
    whole[:, :, 0], whole[:, :, 1] = columns, rows
    parts = ((y & (_UNIT - 1)) * _UNIT + (x & (_UNIT - 1))).astype(np.uint16)
    sums = cv2.remap(
        premultiplied(seen, cv2.CV_64F),
        whole,
        parts,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=_weighed_fill(window),
    )
    return np.asarray(sums, np.float64).reshape(*whole.shape[:2], seen.shape[2])


def _quads(window: Window) -> tuple[Mask | None, int]:
    """Where alpha is uneven, and the margin about the window that this includes; None where it is even."""
    alpha = alpha_of(window.image) if window.alpha is None else window.alpha
    if window.fill is None:
        return (None if even(alpha) else uneven_quads(alpha)), 0
    beyond = window.fill[-1]
    if alpha[0, 0] == beyond and even(alpha):
        return None, 0
    bordered = cv2.copyMakeBorder(alpha, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(beyond,))
    return uneven_quads(np.asarray(bordered, np.uint8)), 1


def _weighed_fill(window: Window) -> tuple[float, ...]:
    if window.fill is None:
        return (0.0,) * int(window.image.shape[2])
    *colours, alpha = window.fill
    return (*(float(colour * alpha) for colour in colours), float(alpha))
