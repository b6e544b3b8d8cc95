"""Pieces in the frame of a stage's result, which cuts them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.derived import derived
from augstudio.core.image import Size
from augstudio.core.labels import NOT_LABELLED
from augstudio.core.polygon import Rings, cut
from augstudio.render.labelling.pieces import BITMAP, POINTS, Bits, Pieces, in_both

NOTHING: Final = 1e-9
"""Smaller shapes, in square pixels, are what rounding leaves of those that only touch a border."""


def within_frame(pieces: Pieces, size: Size) -> Pieces:
    """The parts of the pieces that lie in the frame of a result.

    Args:
        pieces: Pieces where a stage shows them.
        size: Width and height of its result.
    """
    if not len(pieces):
        return pieces
    low, high = (-0.5, -0.5), (size[0] - 0.5, size[1] - 0.5)
    if pieces.seen.size:
        inside = in_both((pieces.marks >= low) & (pieces.marks <= high))
        pieces = replace(pieces, seen=np.where(inside, pieces.seen, NOT_LABELLED).astype(np.int32))
    lowest, highest = pieces.extents
    outside = ~in_both((highest > low) & (lowest < high))
    beyond = ~in_both((lowest >= low) & (highest <= high)) | outside
    kind = pieces.facts.kind
    loose, bitmap = kind == POINTS, kind == BITMAP
    touched = (beyond | loose).nonzero()[0].tolist()
    if not touched:
        return pieces
    before, changed = pieces.areas, dict[int, Rings]()
    for row in touched:
        if loose[row]:
            places, seen = pieces.marks_of(row)
            changed[row] = (places[seen != NOT_LABELLED],) if np.any(seen != NOT_LABELLED) else ()
        elif outside[row] and not bitmap[row]:
            changed[row] = ()
        elif not bitmap[row]:  # the pixels of which decide
            changed[row] = in_frame(pieces.rings_of(row), lowest[row].tolist(), highest[row].tolist(), high)
    facts = derived(pieces.facts, truncated=pieces.facts.truncated | (bitmap & beyond))
    pieces, kept = pieces.with_facts(facts).with_some(changed)
    return _measured(pieces, before[kept], (beyond & ~(outside | loose | bitmap))[kept])


def in_frame(rings: Rings, lowest: Sequence[float], highest: Sequence[float], high: Sequence[float]) -> Rings:
    """The part of a shape that lies in a frame.

    Args:
        rings: The shape.
        lowest: Its least column and row.
        highest: Its greatest ones.
        high: Right and lower edge of the frame.
    """
    for axis in (0, 1):
        if lowest[axis] < -0.5:
            rings = cut(rings, axis, -0.5, 1)
        if highest[axis] > high[axis]:
            rings = cut(rings, axis, high[axis], -1)
    return rings


def _measured(pieces: Pieces, before: Float64Array, cut_rows: Bits) -> Pieces:
    """With what the frame left of those that it cut, and without those of which it left nothing."""
    if not len(pieces) or not cut_rows.any():
        return pieces
    rows = (cut_rows & (before > 0)).nonzero()[0]
    share = np.ones(len(pieces))
    share[rows] = np.minimum(1.0, pieces.areas[rows] / before[rows])
    facts = derived(
        pieces.facts,
        visible=pieces.facts.visible * share,
        truncated=pieces.facts.truncated | (share < 1),
    )
    pieces = pieces.with_facts(facts)
    gone = cut_rows & (pieces.areas <= NOTHING)
    return pieces.taken((~gone).nonzero()[0]) if gone.any() else pieces
