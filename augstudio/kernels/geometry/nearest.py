"""Which pixel lies at each place of a result: exact lookup in maps whose values are names, not amounts.

Nothing is mixed. A pixel of the result takes the value of the pixel in which its centre lies, followed back
exactly; a centre on the line between two pixels belongs to the one after it. Affine ways back are counted in
whole numbers of 2**-32 pixels, so all machines agree on every pixel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.interruption import checkpoint
from augstudio.core.matrix import Matrix
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
_BITS: Final = 32
# Bits of the second of two maps that are looked up together.
_SECOND: Final = {np.dtype(np.uint8): 8, np.dtype(np.uint16): 16}
# No window: positions are counted from the picture's first pixel.
_PLANE: Final = Region(0, 0, 0, 0)
_HALF: Final = 1 << (_BITS - 1)
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
    made = [np.empty((size[1], size[0]), plane.values.dtype) for plane in planes]
    waiting = [Region.whole(size)] if not callable(back) else list(_bands(size))
    while waiting:
        checkpoint()
        part = waiting.pop()
        places = _Mapped(back, part) if callable(back) else _Affine(back, part)
        targets = [target[part.top : part.bottom, part.left : part.right] for target in made]
        window = places.bounds()
        few = max(_FEW_PIXELS, _MOST_TIMES * part.width * part.height)
        if (window.width * window.height) >> 2 * coarseness <= few:
            values = [plane.window(window, 1 << coarseness) for plane in planes]
            _looked_up(values, places, window, part, targets, coarseness)
        elif max(part.width, part.height) > _SMALLEST:
            waiting += _quarters(part)
        else:
            columns, rows = places.rows(0, part.height, _PLANE)
            for plane, target in zip(planes, targets, strict=True):
                target[:] = plane.at(columns, rows)
    return made


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
    packed = _packed(windows) if len(windows) == 2 else None
    lines = [np.ascontiguousarray(values).ravel() for values in windows if packed is None]
    step = max(1, _AT_ONCE // part.width)
    for first in range(0, part.height, step):
        columns, rows = places.rows(first, min(first + step, part.height), window)
        if coarseness:
            columns >>= coarseness
            rows >>= coarseness
        rows *= width
        rows += columns
        if packed is not None:
            found = packed.take(rows, mode="clip")
            targets[0][first : first + step] = found >> _SECOND[windows[1].dtype]
            targets[1][first : first + step] = found  # which cuts off the rest
            continue
        for line, target in zip(lines, targets, strict=True):
            band = target[first : first + step]
            if band.flags.c_contiguous:
                # All lie in the window; clipping is only the fastest way of not checking that again.
                line.take(rows, mode="clip", out=band)
            else:
                band[:] = line.take(rows, mode="clip")


def _packed(windows: Sequence[Map]) -> Map | None:
    """The values of two windows in one, which are looked up in half the time; None where they do not fit."""
    first, second = windows
    bits = _SECOND.get(second.dtype)
    if bits is None or not first.size:
        return None
    least, most = int(first.min()), int(first.max())
    if least < 0 or most >= 1 << (31 - bits):
        return None
    kind: type[np.unsignedinteger[Any]] = np.uint16 if most < 1 << (16 - bits) else np.uint32
    packed: Map = first.astype(kind) << kind(bits)
    return np.bitwise_or(packed, second, out=packed).ravel()


@dataclass
class _Affine:
    """Through a matrix, in whole numbers of 2**-32 pixels."""

    back: Matrix
    part: Region

    def __post_init__(self) -> None:
        columns = np.arange(self.part.left, self.part.right, dtype=np.int64)
        rows = np.arange(self.part.top, self.part.bottom, dtype=np.int64)
        self._axes = []
        for a, b, c in self.back[:2]:
            across, down, start = (int(value * (1 << _BITS)) for value in (a, b, c))
            self._axes.append((across * columns, down * rows + (start + _HALF)))

    def bounds(self) -> Region:
        ends = [
            (int(np.min(across)) + int(np.min(down)), int(np.max(across)) + int(np.max(down)))
            for across, down in self._axes
        ]
        (left, right), (top, bottom) = ((low >> _BITS, (high >> _BITS) + 1) for low, high in ends)
        return Region.between(left, top, right, bottom)

    def rows(self, first: int, end: int, window: Region) -> tuple[Positions, Positions]:
        begins = (begin << _BITS for begin in (window.left, window.top))
        sums = (
            across[None, :] + (down[first:end, None] - begin)
            for (across, down), begin in zip(self._axes, begins, strict=True)
        )
        x, y = (places >> _BITS if window is _PLANE else _shifted(places) for places in sums)
        return x, y


def _shifted(places: Positions) -> Positions:
    """Whole pixels of places in a window, of which none is negative: numbers without a sign are faster."""
    unsigned = places.view(np.uint64)
    unsigned >>= np.uint64(_BITS)
    return places


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
