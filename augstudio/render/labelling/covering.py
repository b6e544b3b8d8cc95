"""What pixel steps hide of pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.core.labels import HIDDEN, VISIBLE
from augstudio.core.region import Region
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import BITMAP, POINTS, Bits, Pieces

# Between ends that lie nearer to each other, in pixels, a mean is that of the middle.
_NEAR: Final = 1e-4


def covered(pieces: Pieces, maps: Maps, regions: Sequence[Region], size: Size) -> Pieces:
    """The pieces with less to see of them where regions of the picture are hidden.

    Args:
        pieces: All of them.
        maps: The layers of the bitmaps among them.
        regions: What is hidden, in pixels; they may overlap and reach beyond the picture.
        size: Width and height of the picture.
    """
    return hidden_by(pieces, maps, _hidden_pixels(regions, size))


def hidden_by(pieces: Pieces, maps: Maps, hidden: Bits) -> Pieces:
    """The pieces with less to see of them where pixels are hidden.

    Args:
        pieces: All of them.
        maps: The layers of the bitmaps among them.
        hidden: ``(H, W)`` which pixels are.
    """
    if not len(pieces) or not hidden.any():
        return pieces
    boxes = _boxes(hidden)
    if pieces.seen.size:
        under = lie_in(pieces.marks, hidden) & (pieces.seen == VISIBLE)
        pieces = replace(pieces, seen=np.where(under, HIDDEN, pieces.seen).astype(np.int32))
    shares = np.zeros(len(pieces))
    under_layers = maps.counts_under(hidden)
    for row, kind in enumerate(pieces.facts.kind.tolist()):
        if kind == BITMAP:
            layer, number = int(pieces.facts.layer[row]), int(pieces.facts.number[row])
            under, whole = under_layers[layer], maps.runs[layer].count(number)
            shares[row] = under[number] / whole if number < under.size and whole else 0.0
        elif kind != POINTS:
            shares[row] = _share_under(pieces, row, boxes)
    facts = pieces.facts
    facts = replace(facts, visible=facts.visible * (1 - shares), covered=facts.covered | (shares > 0))
    return replace(pieces, facts=facts)


def _hidden_pixels(regions: Sequence[Region], size: Size) -> Bits:
    hidden = np.zeros((size[1], size[0]), np.bool_)
    for region in regions:
        part = region.within(size)
        if part.width > 0 and part.height > 0:
            hidden[part.top : part.bottom, part.left : part.right] = True
    return hidden


def _boxes(hidden: Bits) -> Float64Array:
    """``(B, 4)`` left, top, right and bottom of rectangles that cover the hidden pixels once each."""
    rows = np.flatnonzero(np.append(True, (hidden[1:] != hidden[:-1]).any(axis=1)))
    ends = np.append(rows[1:], len(hidden))
    boxes = [np.zeros((0, 4))]
    for top, bottom in zip(rows.tolist(), ends.tolist(), strict=True):
        line = np.zeros(hidden.shape[1] + 2, np.int8)
        line[1:-1] = hidden[top]
        changes = np.flatnonzero(np.diff(line)).reshape(-1, 2)
        made = np.empty((len(changes), 4))
        made[:, 0], made[:, 2] = changes[:, 0], changes[:, 1]
        made[:, 1], made[:, 3] = top, bottom
        boxes.append(made)
    return np.concatenate(boxes) - 0.5


def lie_in(points: Float64Array, pixels: Bits) -> Bits:
    """``(N,)`` which places lie on certain pixels, ``(H, W)`` of a picture."""
    height, width = pixels.shape
    column, row = np.floor(points[:, 0] + 0.5), np.floor(points[:, 1] + 0.5)
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    found = pixels[np.where(inside, row, 0).astype(np.intp), np.where(inside, column, 0).astype(np.intp)]
    under: Bits = found & inside
    return under


def _share_under(pieces: Pieces, row: int, boxes: Float64Array) -> float:
    """The share of a piece's area that lies under boxes."""
    rings = pieces.rings_of(row)
    points = np.concatenate(rings)
    low, high = points.min(axis=0), points.max(axis=0)
    near = boxes[((boxes[:, :2] < high) & (boxes[:, 2:] > low)).all(axis=1)]
    following = np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    area = abs(float(np.sum(points[:, 0] * following[:, 1] - following[:, 0] * points[:, 1]))) / 2
    if not len(near) or area <= 0:
        return 0.0
    return min(1.0, abs(float(np.sum(_areas_within(points, following, near)))) / area)


def _areas_within(points: Float64Array, following: Float64Array, boxes: Float64Array) -> Float64Array:
    """``(B,)`` the signed area that closed lines enclose within each box.

    By Green's theorem: the integral along the lines, as far as they run between a box's top and bottom, of
    how far into the box from its left side they have come.
    """
    left, top, right, bottom = (side[:, None] for side in boxes.T)
    (x, y), (ways_x, ways_y) = points.T, (following - points).T
    begin, end = np.clip(y, top, bottom), np.clip(y + ways_y, top, bottom)
    slope = ways_x / np.where(ways_y == 0, 1.0, ways_y)
    first, last = x + (begin - y) * slope - left, x + (end - y) * slope - left
    width = right - left
    inner = np.clip(first, 0, width), np.clip(last, 0, width)
    wholes = inner[1] * (last - inner[1] / 2) - inner[0] * (first - inner[0] / 2)
    near = np.abs(last - first) < _NEAR
    means = np.where(near, np.clip((first + last) / 2, 0, width), wholes / np.where(near, 1.0, last - first))
    areas: Float64Array = np.sum((end - begin) * means, axis=1)
    return areas
