"""Which pixel lies at each place of a result: exact lookup in maps whose values are names, not amounts.

Nothing is mixed. A pixel of the result takes the value of the pixel in which its centre lies, followed back
exactly; a centre on the line between two pixels belongs to the one after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.interruption import checkpoint
from augstudio.core.matrix import Matrix
from augstudio.kernels.geometry.affine_pixels import AffinePixels
from augstudio.kernels.geometry.stretch import Origin
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.tiled import Map, Positions, TiledMap

# A part of the plane that has so many times the pixels of the result is not worth making,
_MOST_TIMES: Final = 4
# unless it has fewer than these.
_FEW_PIXELS: Final = 1 << 16
# Pixels looked up at once: their positions shall stay in the processor's cache.
_AT_ONCE: Final = 1 << 14
# A map other than a matrix is asked for so many rows at once.
_BAND: Final = 64
# No square smaller than this is divided any further.
_SMALLEST: Final = 32
# No window: positions are counted from the picture's first pixel.
_PLANE: Final = Region(0, 0, 0, 0)
# No pixel further away than this is told from others.
_FAR: Final = float(1 << 40)


class _Places(Protocol):
    """Which pixel of the plane each pixel of a part of the result shows."""

    def bounds(self) -> Region:
        """The part of the plane in which they lie."""

    def rows(self, first: int, end: int, window: Region) -> tuple[Positions, Positions]:
        """Columns and rows of those that some rows of the part show.

        They are counted from the first pixel of a window, in arrays that may be written into.
        """


def nearest(planes: Sequence[TiledMap], back: Matrix | Origin, size: Size, coarseness: int = 0) -> list[Map]:
    """Maps seen through a way back from the result.

    Args:
        planes: What is seen.
        back: From pixels of the result to places in the planes: an affine matrix whose entries are multiples
            of 2**-32, or any map.
        size: Width and height of the result.
        coarseness: For a draft: only every second column and row of the planes is looked at where it is 1,
            every fourth where it is 2, and so on.

    Returns:
        For each plane a map of that size.

    Raises:
        Interrupted: The work has become needless.
    """
    if not callable(back) and not coarseness:
        found = _found_exactly(planes, AffinePixels(back, Region.whole(size)), size)
        if found is not None:
            return found
    made = [np.empty((size[1], size[0]), plane.values.dtype) for plane in planes]
    waiting = [Region.whole(size)] if not callable(back) else list(_bands(size))
    while waiting:
        checkpoint()
        part = waiting.pop()
        places = _Mapped(back, part) if callable(back) else AffinePixels(back, part)
        targets = [target[part.top : part.bottom, part.left : part.right] for target in made]
        window = places.bounds()
        if (window.width * window.height) >> 2 * coarseness <= _most_pixels((part.width, part.height)):
            values = [plane.window(window, 1 << coarseness) for plane in planes]
            _looked_up(values, places, window, part, targets, coarseness)
        elif max(part.width, part.height) > _SMALLEST:
            waiting += _quarters(part)
        else:
            columns, rows = places.rows(0, part.height, _PLANE)
            for plane, target in zip(planes, targets, strict=True):
                target[:] = plane.at(columns, rows)
    return made


def _most_pixels(size: Size) -> int:
    """How many pixels of the plane are worth making for a part of a result."""
    return max(_FEW_PIXELS, _MOST_TIMES * size[0] * size[1])


def _found_exactly(planes: Sequence[TiledMap], places: AffinePixels, size: Size) -> list[Map] | None:
    """All that a result shows of planes, if there is a fast way."""
    window = places.bounds()
    if window.width * window.height > _most_pixels(size):
        return None
    lookup = places.lookup(window)
    return None if lookup is None else [lookup.found(plane.window(window)) for plane in planes]


def _looked_up(
    windows: Sequence[Map],
    places: _Places,
    window: Region,
    part: Region,
    targets: Sequence[Map],
    coarseness: int,
) -> None:
    """Look a part of the result up in windows of the planes."""
    width = windows[0].shape[1] if windows else 0
    lines = [np.ascontiguousarray(values).ravel() for values in windows]
    step = max(1, _AT_ONCE // part.width)
    for first in range(0, part.height, step):
        columns, rows = places.rows(first, min(first + step, part.height), window)
        if coarseness:
            columns >>= coarseness
            rows >>= coarseness
        rows *= width
        rows += columns
        for line, target in zip(lines, targets, strict=True):
            band = target[first : first + step]
            if band.flags.c_contiguous:
                # All lie in the window; clipping is only the fastest way of not checking that again.
                line.take(rows, mode="clip", out=band)
            else:
                band[:] = line.take(rows, mode="clip")


class _Mapped:
    """Through any map."""

    def __init__(self, origin: Origin, part: Region) -> None:
        columns = np.arange(part.left, part.right, dtype=np.float64)
        rows = np.arange(part.top, part.bottom, dtype=np.float64)
        shape = part.height, part.width
        self._x, self._y = (_pixels(places, shape) for places in origin(columns[None, :], rows[:, None]))

    def bounds(self) -> Region:
        (left, right), (top, bottom) = (
            (int(np.min(pixels)), int(np.max(pixels)) + 1) for pixels in (self._x, self._y)
        )
        return Region.between(left, top, right, bottom)

    def rows(self, first: int, end: int, window: Region) -> tuple[Positions, Positions]:
        return self._x[first:end] - window.left, self._y[first:end] - window.top


def _pixels(places: Float64Array, shape: tuple[int, int]) -> npt.NDArray[np.int64]:
    pixels = np.floor(np.clip(places, -_FAR, _FAR) + 0.5).astype(np.int64)
    return np.broadcast_to(pixels, shape)


def _bands(size: Size) -> Iterator[Region]:
    for top in range(0, size[1], _BAND):
        yield Region(0, top, size[0], min(_BAND, size[1] - top))


def _quarters(part: Region) -> list[Region]:
    across, down = (part.width + 1) // 2, (part.height + 1) // 2
    return [
        Region(left, top, width, height)
        for left, width in ((part.left, across), (part.left + across, part.width - across))
        for top, height in ((part.top, down), (part.top + down, part.height - down))
        if width and height
    ]
