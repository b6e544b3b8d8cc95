"""COCO's run lengths of masks, column by column: as numbers, as packed text, and of polygons.

Packed text and the pixels of a polygon are those that pycocotools makes of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.raster import Mask

Counts: TypeAlias = list[int]
"""How many pixels do not belong to a mask, how many do, and so on, down the first column, then the next."""

_Indices: TypeAlias = npt.NDArray[np.int64]

_MOST_BITS: Final = 45
_SCALE: Final = 5
"""Parts of a pixel to which a polygon's corners are rounded."""


def counts_of(mask: Mask) -> Counts:
    """The run lengths of a mask ``(H, W)``; the first one counts pixels outside and may be 0."""
    flat = mask.ravel(order="F")
    changes = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    places = [0, *changes.tolist(), flat.size]
    counts = [end - start for start, end in pairwise(places)]
    return [0, *counts] if flat.size and flat[0] else counts


def mask_of_counts(counts: Sequence[int], size: Size) -> Mask | None:
    """The mask ``(H, W)`` of run lengths; None where they do not add up to the picture.

    Args:
        counts: The run lengths.
        size: Width and height.
    """
    lengths = np.array(counts, np.int64)
    if (lengths < 0).any() or int(lengths.sum()) != size[0] * size[1]:
        return None
    bits = np.arange(len(lengths)) % 2 == 1
    mask: Mask = np.repeat(bits, lengths).reshape(size[0], size[1]).T
    return np.ascontiguousarray(mask)


def packed(counts: Sequence[int]) -> str:
    """Run lengths as text: from the fourth on each as its difference from the one before the last."""
    letters = []
    for place, count in enumerate(counts):
        value = count - counts[place - 2] if place > 2 else count
        more = True
        while more:
            part = value & 0x1F
            value >>= 5
            more = value != -1 if part & 0x10 else value != 0
            letters.append(chr((part | 0x20 if more else part) + 48))
    return "".join(letters)


def unpacked(text: str) -> Counts | None:
    """The run lengths that :func:`packed` made a text of; None where it is none."""
    counts: Counts = []
    value = shift = 0
    for letter in text:
        part = ord(letter) - 48
        if not 0 <= part < 64 or shift > _MOST_BITS:
            return None
        value |= (part & 0x1F) << shift
        shift += 5
        if not part & 0x20:
            if part & 0x10:
                value |= -1 << shift
            counts.append(value + counts[-2] if len(counts) > 2 else value)
            value = shift = 0
    return None if shift else counts


def counts_of_json(found: Any) -> Counts | None:
    """Run lengths as a file has them: a list of whole numbers, or packed; None where it is neither."""
    if isinstance(found, str):
        return unpacked(found)
    if isinstance(found, list) and all(
        type(count) is int and abs(count) < 1 << _MOST_BITS for count in found
    ):
        return found
    return None


def polygon_mask(polygon: Float64Array, size: Size) -> Mask:
    """The pixels ``(H, W)`` that pycocotools gives a polygon, as :func:`polygon_counts` says them."""
    counts = polygon_counts(polygon, size)
    inside = np.repeat(np.arange(len(counts)) % 2 == 1, counts)
    return np.ascontiguousarray(inside.reshape(size).T)


def polygon_counts(polygon: Float64Array, size: Size) -> Counts:
    """The run lengths of the pixels that pycocotools gives a polygon; they take no longer in large pictures.

    Its corners are rounded to fifths of a pixel, and a pixel belongs to it whose centre lies between its
    edges, counted down each column.

    Args:
        polygon: ``(n, 2)`` columns and rows of corners; 0 is the left or upper edge of the first pixel.
        size: Width and height of the picture.
    """
    width, height = size
    u, v = _traced(np.trunc(_SCALE * polygon + 0.5).astype(np.int64))
    steps = np.flatnonzero(u[1:] != u[:-1]) + 1
    columns = (np.where(u[steps] < u[steps - 1], u[steps], u[steps] - 1) + 0.5) / _SCALE - 0.5
    rows = (np.minimum(v[steps], v[steps - 1]) + 0.5) / _SCALE - 0.5
    rows = np.ceil(np.clip(rows, 0, height)).astype(np.int64)
    kept = (columns == np.floor(columns)) & (columns >= 0) & (columns <= width - 1)
    turns, times = np.unique(columns[kept].astype(np.int64) * height + rows[kept], return_counts=True)
    changes = turns[(times % 2 == 1) & (turns < width * height)]
    counts: Counts = np.diff([0, *changes.tolist(), width * height]).tolist()
    return counts


def extent_of_counts(counts: Sequence[int], height: int) -> tuple[int, int, int, int] | None:
    """First column and row, and last ones, of the pixels in a mask of some run lengths; None without any."""
    ends = np.cumsum(counts)
    firsts, lasts = ends[:-1:2], ends[1::2] - 1  # of each run
    filled = firsts <= lasts
    firsts, lasts = firsts[filled], lasts[filled]
    if not len(firsts):
        return None
    within = (firsts // height == lasts // height).all()  # a run over several columns holds whole ones
    top, bottom = (int((firsts % height).min()), int((lasts % height).max())) if within else (0, height - 1)
    return int(firsts[0] // height), top, int(lasts[-1] // height), bottom


def _traced(corners: _Indices) -> tuple[_Indices, _Indices]:
    """All places along the edges of a polygon whose corners are whole, end to end."""
    parts_u, parts_v = [], []
    for (xs, ys), (xe, ye) in zip(corners.tolist(), np.roll(corners, -1, axis=0).tolist(), strict=True):
        dx, dy = abs(xe - xs), abs(ys - ye)
        steep = dx < dy
        flip = ys > ye if steep else xs > xe
        (x0, y0), (x1, y1) = ((xe, ye), (xs, ys)) if flip else ((xs, ys), (xe, ye))
        along = np.arange(max(dx, dy) + 1)
        along = along[::-1] if flip else along
        if steep:
            u, v = np.trunc(x0 + (x1 - x0) / dy * along + 0.5).astype(np.int64), along + y0
        else:
            u, v = along + x0, np.trunc(y0 + ((y1 - y0) / dx if dx else 0.0) * along + 0.5).astype(np.int64)
        parts_u.append(u)
        parts_v.append(v)
    return np.concatenate(parts_u), np.concatenate(parts_v)
