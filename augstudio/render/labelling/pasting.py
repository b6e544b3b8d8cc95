"""Maps and pieces of a picture on which an object is pasted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from augstudio.core.labels import HIDDEN, VISIBLE
from augstudio.core.raster import Mask
from augstudio.render.labelling.covering import hidden_by, lie_in
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import Pieces


def overpainted(pieces: Pieces, maps: Maps, seen: Mask) -> tuple[Pieces, Maps]:
    """What is left of a picture's instances: bitmaps lose pixels, outlines stay and are seen less.

    Args:
        pieces: The instances.
        maps: The maps with their bitmaps.
        seen: ``(H, W)`` the pixels of what is pasted.
    """
    pieces = hidden_by(pieces, maps, seen)
    pieces = pieces.taken(np.flatnonzero(pieces.facts.visible > 0))
    if not maps.layers:
        return pieces, maps
    left = replace(maps, layers=tuple(np.where(seen, np.int32(0), layer) for layer in maps.layers))
    return left.framed(pieces), left


def with_marks_in(pieces: Pieces, seen: Mask) -> Pieces:
    """An object that is pasted, of which those keypoints alone are visible that lie on its pixels.

    Args:
        pieces: The object.
        seen: ``(H, W)`` its pixels.
    """
    if not pieces.seen.size:
        return pieces
    away = (pieces.seen == VISIBLE) & ~lie_in(pieces.marks, seen)
    return replace(pieces, seen=np.where(away, HIDDEN, pieces.seen).astype(np.int32))


def in_first_layer(pieces: Pieces, maps: Maps) -> tuple[Pieces, Maps]:
    """The bitmaps of the last layer in the first one, of which they have the pixels for themselves."""
    last = len(maps.layers) - 1
    if last < 1:
        return pieces, maps
    first, pasted = maps.layers[0], maps.layers[last]
    most = np.int32(first.max(initial=0))
    layer = np.where(pasted > 0, pasted + most, first)
    own = pieces.facts.layer == last
    facts = replace(
        pieces.facts,
        layer=np.where(own, 0, pieces.facts.layer),
        number=np.where(own, pieces.facts.number + most, pieces.facts.number),
    )
    return replace(pieces, facts=facts), replace(maps, layers=(layer, *maps.layers[1:last]))
