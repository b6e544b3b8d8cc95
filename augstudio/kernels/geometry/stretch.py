"""How much a map from places of a result to places of a picture shrinks that picture, block by block."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.kernels.region import Region, shared

Origin: TypeAlias = Callable[[Float64Array, Float64Array], tuple[Float64Array, Float64Array]]
"""Where the pixels at columns ``(1, W)`` and rows ``(H, 1)`` of a result come from: columns and rows in the
picture, each of a shape that can be stretched to ``(H, W)``, finite, and each element computed by itself."""

TILE: Final = 256
"""Side of the largest block."""
SUPERSAMPLE_BELOW: Final = 0.75
"""Below this scale a plain bilinear lookup skips source pixels visibly; the output is then made at twice its
size from a reduced source and averaged."""

# Places along each side of a block at which is measured; its quarters' quarters still have 3 of them.
_PROBES: Final = 9
# Where much is shrunk, blocks are cut down to this side.
_SMALL: Final = 64
# A block that is shrunk this many times more at one place than at another is measured again in quarters,
_UNEVEN: Final = 2.0
# down to this side.
_SMALLEST: Final = 32
# While all is in motion: the first side, that where much is shrunk, and the last one.
_COARSE: Final = (768, 768, 256)

_Probed: TypeAlias = tuple[Region, Float64Array]  # a block and what was measured in it


@dataclass(frozen=True)
class Stretch:
    """How much a map enlarges a picture within a block, at the place where it does so least.

    Attributes:
        across: Output pixels per source pixel, for steps along the source's width.
        down: The same for its height.
        least: The same for the direction in which it is least.
        uneven: Whether other places in the block are shrunk much less.
    """

    across: float
    down: float
    least: float
    uneven: bool

    @property
    def shrunk(self) -> bool:
        """Whether a plain bilinear lookup would skip source pixels."""
        return self.least < SUPERSAMPLE_BELOW

    def halvings(self, size: Size, samples: int) -> tuple[int, int]:
        """How often a picture's width and height may be halved, keeping 1 to 2 pixels for each sample."""
        return _halvings(self.across * samples, size[0]), _halvings(self.down * samples, size[1])


def blocks(
    origin: Origin, size: Size, part: Region, *, coarse: bool = False
) -> Iterator[tuple[Region, Stretch]]:
    """The blocks that a part of an output touches, with how much is shrunk in each.

    Where much is shrunk blocks are small, so that what needs more work is done in few places. How the output
    is divided does not depend on the part.

    Args:
        origin: The map.
        size: Width and height of the whole output.
        part: The part of it.
        coarse: Whether blocks may stay large, for pictures in motion.
    """
    tile, smallest_even, smallest_uneven = _COARSE if coarse else (TILE, _SMALL, _SMALLEST)
    lefts = range(part.left - part.left % tile, part.right, tile)
    for top in range(part.top - part.top % tile, part.bottom, tile):
        waiting = _measured(origin, [Region(left, top, tile, tile).within(size) for left in lefts])
        while waiting:
            block, probes = waiting.pop()
            stretch = _summary(probes)
            side = max(block.width, block.height)
            if stretch.uneven and side > smallest_uneven:
                rows = _quarters(block, probes)
                needed = ([quarter for quarter, _ in row if shared(quarter, part)] for row in rows)
                waiting += [found for row in needed if row for found in _measured(origin, row)]
            elif stretch.shrunk and side > smallest_even:
                found = (each for row in _quarters(block, probes) for each in row)
                waiting += [each for each in found if shared(each[0], part)]
            else:
                yield block, stretch


def _halvings(scale: float, side: int) -> int:
    halvings = 0
    while scale <= 0.5 and side > 2**halvings:
        scale, halvings = scale * 2, halvings + 1
    return halvings


def _measured(origin: Origin, row: Sequence[Region]) -> list[_Probed]:
    """Blocks side by side with squared lengths in the source of steps of one output pixel.

    The map is asked once for all of them.

    Returns:
        Each block with ``(3, N, N)``, at places spread over it: the furthest one gets along the source's
        width, along its height, and at all.
    """
    columns = np.concatenate([_probes(block.left, block.width) for block in row])[None, :]
    rows = _probes(row[0].top, row[0].height)[:, None]
    shape = (rows.size, columns.size)
    x, y = (np.broadcast_to(places, shape) for places in origin(columns, rows))
    (a, b), (c, d) = _steps(x), _steps(y)
    across, down, area = a * a + b * b, c * c + d * d, a * d - b * c
    total = across + down
    # The larger singular value of ((a, b), (c, d)), squared.
    furthest = (total + np.sqrt(np.maximum(total * total - 4 * (area * area), 0.0))) / 2
    found = np.stack((across, down, furthest))
    return [(block, found[:, :, n * _PROBES : (n + 1) * _PROBES]) for n, block in enumerate(row)]


def _summary(probes: Float64Array) -> Stretch:
    across, down, furthest = np.max(probes, axis=(1, 2)).tolist()
    least = _enlarged(furthest)
    uneven = least < SUPERSAMPLE_BELOW and furthest > _UNEVEN * _UNEVEN * float(np.min(probes[2]))
    return Stretch(_enlarged(across), _enlarged(down), least, uneven)


def _probes(first: int, length: int) -> Float64Array:
    """Pairs of places one pixel apart, spread over a line."""
    middles = first + np.arange(_PROBES) * ((length - 1) / (_PROBES - 1))
    return np.stack((middles - 0.5, middles + 0.5), axis=1).ravel()


def _steps(places: Float64Array) -> tuple[Float64Array, Float64Array]:
    """How far places move for a step of one output pixel to the right and down."""
    start = places[0::2, 0::2]
    return places[0::2, 1::2] - start, places[1::2, 0::2] - start


def _enlarged(squared: float) -> float:
    """Output pixels per source pixel where a step of one output pixel is so long in the source."""
    return 1 / math.sqrt(max(squared, 1e-24))


def _quarters(block: Region, probes: Float64Array) -> list[list[_Probed]]:
    """Rows of a block's quarters, as far as it has them, with those of its probes that lie in each."""
    middle = probes.shape[1] // 2
    halves = (slice(None, middle + 1), slice(middle, None))
    return [
        [
            (Region(left, top, width, height), probes[:, halves[row], halves[column]])
            for column, (left, width) in enumerate(_cut(block.left, block.width))
            if width
        ]
        for row, (top, height) in enumerate(_cut(block.top, block.height))
        if height
    ]


def _cut(first: int, length: int) -> tuple[tuple[int, int], tuple[int, int]]:
    half = (length + 1) // 2
    return (first, half), (first + half, length - half)
