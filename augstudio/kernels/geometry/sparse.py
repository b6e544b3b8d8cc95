"""Results of affine lookups that mix pixels of unlike alpha, found from the picture's side and made anew.

Where few pixels have neighbours of another alpha, as at the outline of a cut-out, this costs what these
pixels cost, for all tiles of a warp at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Image, size_of
from augstudio.core.matrix import Matrix
from augstudio.core.padding import PaddingMode
from augstudio.kernels.alpha.weighing import (
    places_of,
    premultiplied,
    put_mixed,
    uneven_quads,
    whole_pixels,
)
from augstudio.kernels.geometry.reweighing import Alpha
from augstudio.kernels.geometry.stretch import TILE
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.padding import folded, padded_window

Bounds: TypeAlias = tuple[int, int, int, int]

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


class MixedResults(NamedTuple):
    """Some results of a lookup, and where they come from.

    Attributes:
        places: ``(N,)``, their numbers in the part of the output that is made, counted row by row.
        pixels: ``(2, N)``, columns and rows of the pixels that lie left of where they come from and above.
        parts: ``(N,)``, how far from these, in units of 1/32 pixel: 32 times those down, plus those across.
    """

    places: Int32Array
    pixels: Int32Array
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
    box: Bounds

    def mixing(self, alpha: Alpha) -> MixedResults | None:
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
        return self._reading(places)

    def _uneven(self, alpha: Alpha) -> Int32Array | None:
        """Columns and rows of pixels whose alpha is not that of those right of them, below and below that."""
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
        inside = left >= 0 and top >= 0 and right <= width and bottom <= height
        padded_alike = self.mode is not PaddingMode.CONSTANT or alpha.plane[0, 0] == self.fill[-1]
        if alpha.even and (inside or padded_alike):
            return None
        if inside:
            quads = alpha.quads[top : bottom - 1, left : right - 1]
        else:
            quads = uneven_quads(self._window(alpha.plane, left, top, right, bottom))
        rows, columns = places_of(quads)
        return np.array((columns + left, rows + top), np.int32)

    def _window(self, plane: Image, left: int, top: int, right: int, bottom: int) -> Image:
        if self.mode is not PaddingMode.CONSTANT:
            window = Region.between(left, top, right, bottom)
            return padded_window(plane[:, :, np.newaxis], self.mode, window)[:, :, 0]
        height, width = plane.shape
        inside = plane[max(top, 0) : bottom, max(left, 0) : right]
        margins = max(-top, 0), max(bottom - height, 0), max(-left, 0), max(right - width, 0)
        bordered = cv2.copyMakeBorder(inside, *margins, cv2.BORDER_CONSTANT, value=self.fill[-1:])
        return np.asarray(bordered, np.uint8)

    def _reading(self, pixels: Int32Array) -> MixedResults | None:
        """The results that lie between some pixels and those right of them and below them."""
        (a, b, c), (d, e, f), _ = self.back
        area = a * e - b * d
        # How far at most, in the output, a place in such a square lies from its centre.
        across, down = _HALF * (abs(e) + abs(b)) / abs(area), _HALF * (abs(d) + abs(a)) / abs(area)
        wide, high = int(2 * across) + 1, int(2 * down) + 1
        if wide * high * pixels.shape[1] > _MANY * self.part.width * self.part.height:
            return None
        left, top = (0.5 - c) * e - (0.5 - f) * b, (0.5 - f) * a - (0.5 - c) * d
        first = pixels[0] * _pair(e / area, -d / area)
        first += pixels[1] * _pair(-b / area, a / area)
        first += _pair(left / area - across, top / area - down)
        corner = np.ceil(first, out=first).astype(np.int32)
        found = corner[:, np.newaxis] + _near(wide, high)
        units = _units(self.back, found)
        # As numbers without sign, those before the part are too large as well.
        within = found - np.array(((self.part.left,), (self.part.top,)), np.int32)[:, np.newaxis]
        sizes = np.array(((self.part.width,), (self.part.height,)), np.uint32)[:, np.newaxis]
        met = within.view(np.uint32) < sizes
        met &= (units >> _BITS) == pixels[:, np.newaxis]
        chosen = np.flatnonzero(met[0] & met[1])
        columns, rows = within.reshape(2, -1).take(chosen, axis=1)
        units = units.reshape(2, -1).take(chosen, axis=1)
        rest = units & (_UNIT - 1)
        parts = ((rest[1] << _BITS) + rest[0]).astype(np.uint16)
        return MixedResults(rows * self.part.width + columns, units >> _BITS, parts)

    def weigh(self, output: Image, results: MixedResults) -> None:
        """Weigh the colours of some results with alpha.

        Args:
            output: The part, ``(H, W, C)`` uint8, with all colours weighed alike; changed in place.
            results: Which.
        """
        pixels, channels = whole_pixels(output).ravel(), output.shape[2]
        for start in range(0, len(results.places), _AT_ONCE):
            now = np.s_[start : start + _AT_ONCE]
            places, parts = results.places[now], results.parts[np.newaxis, now]
            four = self._four(results.pixels[:, now]).view(np.uint8)
            weighed = premultiplied(four.reshape(2, 2 * len(places), channels), cv2.CV_64F)
            sums = cv2.remap(weighed, _PAIRS[:, : len(places)], parts, cv2.INTER_LINEAR)
            made = pixels.take(places)
            put_mixed(made.view(np.uint8).reshape(1, len(places), channels), np.asarray(sums, np.float64))
            pixels[places] = made

    def _four(self, pixels: Int32Array) -> npt.NDArray[Any]:
        """Some pixels, those right of them, below them and below those: ``(2, N, 2)``, whole."""
        sides, constant = size_of(self.image), self.mode is PaddingMode.CONSTANT
        lines = [np.array((line, line + 1), np.intp) for line in pixels]
        around = [line[0].min() < 0 or line[1].max() >= side for line, side in zip(lines, sides, strict=True)]
        known = list(lines)
        for number in np.flatnonzero(around):
            line, side = lines[number], sides[number]
            known[number] = line.clip(0, side - 1) if constant else folded(self.mode, line, side)
        columns, rows = known[0], known[1] * sides[0]
        places = np.empty((2, pixels.shape[1], 2), np.intp)
        for below, right in np.ndindex(2, 2):
            np.add(rows[below], columns[right], out=places[below, :, right])
        four = whole_pixels(self.image).ravel().take(places)
        if constant and any(around):
            beside, beyond = ((line < 0) | (line >= side) for line, side in zip(lines, sides, strict=True))
            four[beyond[:, :, np.newaxis] | beside.T] = np.array(self.fill, np.uint8).view(four.dtype)[0]
        return np.asarray(four)


@lru_cache(maxsize=32)
def _near(wide: int, high: int) -> Int32Array:
    """The first pixels of a picture of this size in their columns, and in their rows: ``(2, K, 1)``."""
    rows, columns = np.divmod(np.arange(wide * high, dtype=np.int32), wide)
    return np.stack((columns, rows))[:, :, np.newaxis]


def _pair(across: float, down: float) -> npt.NDArray[np.float64]:
    return np.array(((across,), (down,)))


def _units(back: Matrix, results: Int32Array) -> Int32Array:
    """Where OpenCV looks: in each tile it rounds the shares of column and row, each by itself."""
    (a, b, c), (d, e, f), _ = back
    columns, rows, start = (_pair(*pair)[:, np.newaxis] * _FINE for pair in ((a, d), (b, e), (c, f)))
    within = results[0] & (TILE - 1)
    units = results[1] * rows
    units += (results[0] - within) * columns
    units += start
    np.rint(units, out=units)
    shares = within * columns
    units += np.rint(shares, out=shares)
    units += _UNIT // 2
    return np.asarray(units.astype(np.int32) >> _BITS)


_NONE: Final = MixedResults(np.zeros(0, np.int32), np.zeros((2, 0), np.int32), np.zeros(0, np.uint16))
