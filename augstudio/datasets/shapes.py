"""Shapes of labels as the boxes, outlines and masks that formats can hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import NOT_LABELLED, Bitmap, Box, Instance, Outline, Shape
from augstudio.core.polygon import Rings, cut, holes_among
from augstudio.core.raster import Mask, filled, traced

ROUNDED: Final = 1e-3
"""So many pixels may coordinates be off that files hold as rounded numbers."""

_FIRST: Final = np.zeros(1, np.intp)


def outline_of(shape: Shape, layers: Sequence[Int32Array]) -> Rings:
    """The rings around a shape; those of a bitmap run along the edges of its pixels.

    Args:
        shape: The shape.
        layers: The layers of its labels.
    """
    if isinstance(shape, Outline):
        return shape.rings
    if isinstance(shape, Bitmap):
        return _traced_bitmap(shape, layers)
    return (shape.corners,)


def mask_of(shape: Shape, layers: Sequence[Int32Array], size: Size) -> Mask:
    """The pixels of a shape, ``(H, W)``: those whose centres lie in it.

    Args:
        shape: The shape.
        layers: The layers of its labels.
        size: Width and height of the picture.
    """
    if isinstance(shape, Bitmap):
        found: Mask = layers[shape.layer] == shape.id
        return found
    return filled(outline_of(shape, layers), size)


def box_of(shape: Shape, layers: Sequence[Int32Array]) -> Box | None:
    """The box around a shape; None where it is empty."""
    if isinstance(shape, Box):
        return shape
    if isinstance(shape, Bitmap):
        rows, columns = np.nonzero(layers[shape.layer] == shape.id)
        if not rows.size:
            return None
        left, top = float(columns.min()), float(rows.min())
        return Box(left - 0.5, top - 0.5, float(columns.max()) + 0.5, float(rows.max()) + 0.5)
    rings = outline_of(shape, layers)
    return box_around(np.concatenate(rings)) if rings else None


def box_of_instance(instance: Instance, layers: Sequence[Int32Array]) -> Box | None:
    """The box around an instance's shape, or around its keypoints where it has none; None without either."""
    if instance.shape is not None:
        return box_of(instance.shape, layers)
    if instance.keypoints is None:
        return None
    there = instance.keypoints.visibility != NOT_LABELLED
    return box_around(instance.keypoints.points[there])


def is_nowhere(instance: Instance) -> bool:
    """Whether an instance has neither a shape nor a keypoint."""
    keypoints = instance.keypoints
    return instance.shape is None and (keypoints is None or not keypoints.visibility.any())


def box_around(points: Float64Array) -> Box | None:
    """The box around some points; None where there are none."""
    if not len(points):
        return None
    # One part of a line after the other is faster than numpy's way through short rows.
    (left, top), (right, bottom) = (
        ends.reduceat(points, _FIRST)[0].tolist() for ends in (np.minimum, np.maximum)
    )
    return Box(left, top, right, bottom)


def box_in_frame(box: Box, size: Size) -> Box | None:
    """The part of a box that lies in a picture; None where it has no area."""
    inner = Box(
        max(box.left, -0.5),
        max(box.top, -0.5),
        min(box.right, size[0] - 0.5),
        min(box.bottom, size[1] - 0.5),
    )
    return inner if inner.left < inner.right and inner.top < inner.bottom else None


def rings_in_frame(rings: Rings, size: Size) -> Rings:
    """The part of an outline that lies in a picture."""
    box = box_around(np.concatenate(rings)) if rings else None
    if box is None or box == box_in_frame(box, size):
        return rings
    for axis, length in enumerate(size):
        rings = cut(cut(rings, axis, -0.5, 1), axis, length - 0.5, -1)
    return rings


def all_in_frame(outlines: Sequence[Rings], size: Size) -> list[Rings]:
    """The parts of outlines that lie in a picture; mostly these are all of them, which is seen at once."""
    rings = [ring for outline in outlines for ring in outline]
    box = box_around(np.concatenate(rings)) if rings else None
    if box is None or box == box_in_frame(box, size):
        return list(outlines)
    return [rings_in_frame(outline, size) for outline in outlines]


def parts_and_holes(rings: Rings) -> tuple[Rings, Rings]:
    """The rings around the parts of an outline, and those around its holes: these run the other way round."""
    if len(rings) < 2:
        return tuple(rings), ()
    are_holes = holes_among(rings)
    parts = tuple(ring for ring, is_hole in zip(rings, are_holes, strict=True) if not is_hole)
    return parts, tuple(ring for ring, is_hole in zip(rings, are_holes, strict=True) if is_hole)


def _traced_bitmap(shape: Bitmap, layers: Sequence[Int32Array]) -> Rings:
    """The outline of a bitmap; only the part of the layer that holds it is followed."""
    box = box_of(shape, layers)
    if box is None:
        return ()
    left, top = round(box.left + 0.5), round(box.top + 0.5)
    part = layers[shape.layer][top : round(box.bottom + 0.5), left : round(box.right + 0.5)] == shape.id
    return tuple(ring + np.array((left, top)) for ring in traced(part))


def leaves_picture(places: Float64Array, size: Size) -> bool:
    """Whether some columns and rows, ``(n, 2)``, lie outside a picture by more than rounding does."""
    last = np.array(size) - 0.5 + ROUNDED
    return bool(places.min() < -0.5 - ROUNDED or (places.max(axis=0) > last).any())
