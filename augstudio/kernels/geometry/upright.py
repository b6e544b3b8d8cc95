"""Resizing: scaling a picture whose sides stay upright and fall between pixels of the result.

A matrix alone does not say what people expect of that. Where the picture is made smaller, each pixel is the
average of the area that it covers, so that nothing aliases. Where it is made larger, its outermost pixels are
not mixed with constant padding: between their centres and the edge of the picture lies half a pixel, and what
a warp looks up there is half outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from augstudio.core.image import Image, Size
from augstudio.core.matrix import Matrix, is_affine, map_point
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.sampling.padding import fill_values
from augstudio.kernels.sampling.pyramid import Pyramid, shrink

# So far from a whole number, in pixels, sums of rounded numbers may lie.
_TOLERANCE: Final = 1e-6
_EDGE: Final = Padding(mode=PaddingMode.EDGE)


@dataclass(frozen=True)
class _Upright:
    """Where an upright picture lies in the output, whatever lies beyond it.

    Attributes:
        place: In whole pixels of the output.
        turned: Whether its columns have become rows.
        mirrored: Whether it then runs from right to left, and from below upwards.
    """

    place: Region
    turned: bool
    mirrored: tuple[bool, bool]

    @property
    def size(self) -> Size:
        """Width and height of the scaled picture before it is turned."""
        width, height = self.place.width, self.place.height
        return (height, width) if self.turned else (width, height)


def upright_warp(
    source: Pyramid,
    matrix: Matrix,
    size: Size,
    padding: Padding,
    region: Region | None = None,
    *,
    draft: bool = False,
) -> Image:
    """Do what :func:`~augstudio.kernels.geometry.warp.warp` does, better where the picture stays upright.

    Args:
        source: The picture, ``(H, W, C)`` uint8.
        matrix: From source to output pixel coordinates, affine or projective.
        size: Size of the whole output.
        padding: What lies outside the source.
        region: The part of the output to make; all of it if None.
        draft: As there.

    Returns:
        ``(region.height, region.width, C)`` uint8, a new array.
    """
    upright = _upright(matrix, source.size)
    part = region or Region.whole(size)
    if upright is None:
        return warp(source, matrix, size, padding, region, draft=draft)
    inner = _common(upright.place, part)
    is_reduced = all(now <= before for now, before in zip(upright.size, source.size, strict=True))
    if not is_reduced and padding.mode is not PaddingMode.CONSTANT:
        return warp(source, matrix, size, padding, region, draft=draft)
    if inner == part:
        output = np.empty((part.height, part.width, source.image.shape[2]), np.uint8)
    elif padding.mode is PaddingMode.CONSTANT:
        fill = fill_values(padding, source.image.shape[2])
        output = np.full((part.height, part.width, len(fill)), fill, np.uint8)
    else:
        output = warp(source, matrix, size, padding, region, draft=draft)
    if inner is None:
        return output
    rows, columns = _slices(inner.seen_from(part))
    if is_reduced:
        output[rows, columns] = _averaged(source, upright)[_slices(inner.seen_from(upright.place))]
    else:
        output[rows, columns] = warp(source, matrix, size, _EDGE, inner, draft=draft)
    return output


def _upright(matrix: Matrix, source: Size) -> _Upright | None:
    """Where the picture lies, if its sides are upright and fall between pixels."""
    (a, b, _), (d, e, _), _ = matrix
    turned = a == e == 0
    if not is_affine(matrix) or not (turned or b == d == 0):
        return None
    first = map_point(matrix, -0.5, -0.5)
    last = map_point(matrix, source[0] - 0.5, source[1] - 0.5)
    places = [(min(pair) + 0.5, max(pair) + 0.5) for pair in zip(first, last, strict=True)]
    sides = [(round(low), round(high)) for low, high in places]
    for (low, high), (start, stop) in zip(places, sides, strict=True):
        if max(abs(low - start), abs(high - stop)) > _TOLERANCE or start == stop:
            return None
    (left, right), (top, bottom) = sides
    across, down = (b, d) if turned else (a, e)
    return _Upright(Region.between(left, top, right, bottom), turned, (across < 0, down < 0))


def _averaged(source: Pyramid, upright: _Upright) -> Image:
    """The whole picture as it lies in the output, each pixel the average of an area."""
    small: Image = source.kept(("averaged", upright.size), lambda: _reduced(source, upright.size))
    turned = small.swapaxes(0, 1) if upright.turned else small
    across, down = upright.mirrored
    return turned[:: -1 if down else 1, :: -1 if across else 1]


def _reduced(source: Pyramid, size: Size) -> Image:
    return shrink(source.image, size) if source.complete else source.reduced(size)


def _common(one: Region, other: Region) -> Region | None:
    """What two regions have in common, if anything."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Region.between(left, top, right, bottom) if left < right and top < bottom else None


def _slices(region: Region) -> tuple[slice, slice]:
    return slice(region.top, region.bottom), slice(region.left, region.right)
