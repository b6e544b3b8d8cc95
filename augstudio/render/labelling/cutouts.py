"""Labelled objects that are cut out of their pictures: which pixels show them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Bitmap, Labels
from augstudio.core.padding import PaddingMode
from augstudio.core.raster import Mask, filled
from augstudio.errors import ImageError
from augstudio.render.labelling.maps import Maps
from augstudio.render.labelling.pieces import BITMAP, Pieces, pieces_of
from augstudio.render.labelling.stages import passed
from augstudio.render.resolve import Resampling

_ALL = LabelPolicy()


def only(labels: Labels, number: int) -> Labels:
    """One object of a picture's labels, with the class map.

    Raises:
        ImageError: There is no such object.
    """
    if number >= len(labels.instances):
        raise ImageError("its labels are not what they were when it was drawn")
    item = labels.instances[number]
    if not isinstance(item.shape, Bitmap):
        return Labels((item,), semantic=labels.semantic)
    layer = labels.layers[item.shape.layer]
    own = np.where(layer == item.shape.id, layer, np.int32(0))
    alone = replace(item, shape=Bitmap(0, item.shape.id))
    return Labels((alone,), (own,), labels.semantic)


def cutout(labels: Labels, number: int, stage: Resampling) -> Mask:
    """``(H, W)`` the pixels of a stage's result that show one object of the picture.

    Args:
        labels: The picture's labels.
        number: Position of the object among its instances.
        stage: What is done to the picture.
    """
    alone = replace(only(labels, number), semantic=None)
    pieces, maps = pieces_of(alone, ellipses=False), Maps(alone.layers, None, _ALL, 0)
    moved = passed(maps.framed(pieces), maps, stage, PaddingMode.CONSTANT, ellipses=False)
    return shown_pixels(*moved, stage.target)


def shown_pixels(pieces: Pieces, maps: Maps, size: Size) -> Mask:
    """``(H, W)`` the pixels of which the centre lies in a piece, or that have a bitmap's number."""
    mask = np.zeros((size[1], size[0]), np.bool_)
    for row, kind in enumerate(pieces.facts.kind.tolist()):
        if kind == BITMAP:
            mask |= maps.layers[pieces.facts.layer[row]] == pieces.facts.number[row]
        else:
            mask |= filled(pieces.rings_of(row), size)
    return mask
