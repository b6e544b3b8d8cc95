"""Results of affine lookups that mix pixels of unlike alpha, found from the picture's side and made anew.

Where few pixels have neighbours of another alpha, as at the outline of a cut-out, this costs what these
pixels cost, for all tiles of a warp at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.matrix import Matrix, Row
from augstudio.core.padding import PaddingMode
from augstudio.kernels.alpha import (
    Indices,
    places_of,
    premultiplied,
    put_mixed,
    uneven_quads,
    whole_pixels,
)
from augstudio.kernels.padding import folded, padded_window
from augstudio.kernels.region import Region
from augstudio.kernels.reweighing import Alpha
from augstudio.kernels.stretch import TILE

Box: TypeAlias = tuple[int, int, int, int]
Numbers: TypeAlias = npt.NDArray[np.int32]

# OpenCV counts places of affine matrices in such parts of a pixel, and so many of these make a unit of 1/32.
_FINE: Final = 1024
_UNIT: Final = 32
_BITS: Final = 5
# Half the side of the square that is rounded to four pixels, with room for the rounding.
_HALF: Final = 0.52
# Up to so many candidates for each result, looking for the results that mix unlike pixels is quicker.
_MANY: Final = 0.3
# Up to so many pixels of the padded plane for each result, it is looked through.
_WIDE: Final = 4
# Places up to here are exact in all their parts.
_FAR: Final = 1 << 20
# So many results are made at once, for the processor's cache.
_AT_ONCE: Final = 1 << 12
# Places of the first of two pixels, side by side.
_PAIRS: Final = np.stack((np.arange(0, 2 * _AT_ONCE, 2), np.zeros(_AT_ONCE)), 1).astype(np.int16)[np.newaxis]


class Results(NamedTuple):
    """Some results of a lookup, and where they come from; ``(N,)`` each.

    Attributes:
        places: Their numbers in the part of the output that is made, counted row by row.
        x: Columns of the pixels that lie left of where they come from.
        y: Rows of the pixels that lie above that.
        parts: How far from these, in units of 1/32 pixel: 32 times those down, plus those across.
    """

    places: Numbers
    x: Numbers
    y: Numbers
    parts: npt.NDArray[np.uint16]


@dataclass(frozen=True)
class Lookups:
    """Bilinear lookups of a part of an output, made in tiles, in a plane of a picture and its padding.

    Attributes:
        image: The picture, ``(H, W, C)`` uint8, C = 2 or 4.
        mode: Its padding.
        fill: What lies outside with constant padding.
        back: From the whole output to the plane; invertible.
        part: The part.
        box: The rectangle of the plane that it sees: left, top, right, bottom.
    """

    image: Image
    mode: PaddingMode
    fill: tuple[int, ...]
    back: Matrix
    part: Region
    box: Box

    def mixing(self, alpha: Alpha) -> Results | None:
        """The results that mix pixels of unlike alpha.

        Args:
            alpha: The picture's.

        Returns:
            Each once; None where they are many, or too far away to be told.
        """
        left, top, right, bottom = self.box
        results = self.part.width * self.part.height
        if max(-left, -top, right, bottom) > _FAR or (right - left) * (bottom - top) > _WIDE * results:
            return None
        places = self._uneven(alpha)
        if places is None:
            return _NONE
        if len(places[0]) > _MANY * results:
            return None
        return self._reading(*places)

    def _uneven(self, alpha: Alpha) -> tuple[Indices, Indices] | None:
        """Columns and rows of pixels of unlike alpha than one right of it, below it or below that, if any."""
        left, top, right, bottom = self.box
        height, width = alpha.plane.shape
        if self.mode is PaddingMode.CONSTANT:
            left, top, right, bottom = (
                max(left, -1),
                max(top, -1),
                min(right, width + 1),
                min(bottom, height + 1),
            )
            if right - left < 2 or bottom - top < 2:
                return None
        if alpha.even and (self.mode is not PaddingMode.CONSTANT or alpha.plane[0, 0] == self.fill[-1]):
            return None
        if left >= 0 and top >= 0 and right <= width and bottom <= height:
            quads = alpha.quads[top : bottom - 1, left : right - 1]
        else:
            quads = uneven_quads(self._window(alpha.plane, left, top, right, bottom))
        rows, columns = places_of(quads)
        return columns + left, rows + top

    def _window(self, plane: Image, left: int, top: int, right: int, bottom: int) -> Image:
        if self.mode is not PaddingMode.CONSTANT:
            return padded_window(plane[:, :, np.newaxis], self.mode, left, top, right, bottom)[:, :, 0]
        height, width = plane.shape
        inside = plane[max(top, 0) : bottom, max(left, 0) : right]
        margins = max(-top, 0), max(bottom - height, 0), max(-left, 0), max(right - width, 0)
        bordered = cv2.copyMakeBorder(inside, *margins, cv2.BORDER_CONSTANT, value=self.fill[-1:])
        return np.asarray(bordered, np.uint8)

    def _reading(self, x: Indices, y: Indices) -> Results | None:
        """The results that lie between some pixels and those right of them and below them."""
        (a, b, c), (d, e, f), _ = self.back
        area = a * e - b * d
        # How far at most, in the output, a place in such a square lies from its centre.
        across, down = _HALF * (abs(e) + abs(b)) / abs(area), _HALF * (abs(d) + abs(a)) / abs(area)
        wide, high = int(2 * across) + 1, int(2 * down) + 1
        if wide * high * len(x) > _MANY * self.part.width * self.part.height:
            return None
        left, top = (0.5 - c) * e - (0.5 - f) * b, (0.5 - f) * a - (0.5 - c) * d
        first = _up(x * (e / area) + (y * (-b / area) + (left / area - across)))
        highest = _up(y * (a / area) + (x * (-d / area) + (top / area - down)))
        near = np.arange(wide * high, dtype=np.int32)[:, np.newaxis]
        columns, rows = first + near % wide, highest + near // wide
        places = [_units(row, rows, columns) for row in self.back[:2]]
        # As numbers without sign, those before the part are too large as well.
        met = (columns - self.part.left).view(np.uint32) < self.part.width
        met &= (rows - self.part.top).view(np.uint32) < self.part.height
        for place, corner in zip(places, (x, y), strict=True):
            met &= (place >> _BITS) == corner
        found = np.flatnonzero(met)
        place_x, place_y, columns, rows = (values.ravel().take(found) for values in (*places, columns, rows))
        return Results(
            (rows - self.part.top) * self.part.width + (columns - self.part.left),
            place_x >> _BITS,
            place_y >> _BITS,
            (((place_y & (_UNIT - 1)) << _BITS) + (place_x & (_UNIT - 1))).astype(np.uint16),
        )

    def weigh(self, output: Image, results: Results) -> None:
        """Weigh the colours of some results with alpha.

        Args:
            output: The part, ``(H, W, C)`` uint8, with all colours weighed alike; changed in place.
            results: Which.
        """
        pixels, channels = whole_pixels(output).ravel(), output.shape[2]
        for start in range(0, len(results.places), _AT_ONCE):
            now = np.s_[start : start + _AT_ONCE]
            places, parts = results.places[now], results.parts[np.newaxis, now]
            four = self._four(results.x[now], results.y[now]).view(np.uint8)
            weighed = premultiplied(four.reshape(2, 2 * len(places), channels), cv2.CV_64F)
            sums = cv2.remap(weighed, _PAIRS[:, : len(places)], parts, cv2.INTER_LINEAR)
            made = pixels.take(places)
            put_mixed(made.view(np.uint8).reshape(1, len(places), channels), np.asarray(sums, np.float64))
            pixels[places] = made

    def _four(self, x: Numbers, y: Numbers) -> npt.NDArray[Any]:
        """Pixels, those right of them, below them and below those: ``(2, N, 2)``, whole."""
        height, width = self.image.shape[:2]
        columns, rows = np.array((x, x + 1), np.intp), np.array((y, y + 1), np.intp)
        outside = (_outside(columns, width), _outside(rows, height))
        constant = self.mode is PaddingMode.CONSTANT
        if outside[0]:
            columns = columns.clip(0, width - 1) if constant else folded(self.mode, columns, width)
        if outside[1]:
            rows = rows.clip(0, height - 1) if constant else folded(self.mode, rows, height)
        rows *= width
        places = np.empty((2, len(x), 2), np.intp)
        for below in range(2):
            for right in range(2):
                np.add(rows[below], columns[right], out=places[below, :, right])
        found = whole_pixels(self.image).ravel().take(places)
        if constant and any(outside):
            beyond = np.stack(((x < 0) | (x >= width), (x < -1) | (x >= width - 1)), 1)
            beyond = (
                beyond | np.stack(((y < 0) | (y >= height), (y < -1) | (y >= height - 1)))[:, :, np.newaxis]
            )
            found[beyond] = np.array(self.fill, np.uint8).view(found.dtype)[0]
        return found


def _up(places: npt.NDArray[np.float64]) -> Numbers:
    return np.ceil(places, out=places).astype(np.int32)


def _outside(places: Indices, side: int) -> bool:
    return bool(places[0].min() < 0 or places[1].max() >= side)


def _units(row: Row, rows: Numbers, columns: Numbers) -> Numbers:
    """Where OpenCV looks: in each tile it rounds the shares of column and row, each by itself."""
    a, b, c = row
    within = columns & (TILE - 1)
    places = rows * (b * _FINE)
    places += (columns - within) * (a * _FINE)
    places += c * _FINE
    np.rint(places, out=places)
    shares = within * (a * _FINE)
    places += np.rint(shares, out=shares)
    places += _UNIT // 2
    return places.astype(np.int32) >> _BITS


_NONE: Final = Results(*(np.zeros(0, np.int32),) * 3, np.zeros(0, np.uint16))
