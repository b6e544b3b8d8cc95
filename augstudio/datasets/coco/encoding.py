"""An instance as COCO's annotation, but for its ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from augstudio.core.arrays import Float64Array, Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import NOT_LABELLED, Bitmap, Box, Instance, Keypoints, Shape
from augstudio.core.polygon import ring_area
from augstudio.core.raster import Mask
from augstudio.datasets.coco.labels import FLAGS
from augstudio.datasets.coco.rle import (
    Counts,
    counts_of,
    extent_of_counts,
    packed,
    polygon_counts,
    polygon_mask,
)
from augstudio.datasets.shapes import (
    box_around,
    box_of,
    box_of_instance,
    mask_of,
    outline_of,
    parts_and_holes,
)

_DECIMALS: Final = 6


def encoded_instance(
    instance: Instance, layers: Sequence[Int32Array], size: Size, extra_keys: tuple[str, ...]
) -> dict[str, Any] | None:
    """The annotation of an instance, in the order in which its keys are usual; None where it is nowhere.

    Args:
        instance: The instance.
        layers: The layers of its labels.
        size: Width and height of the picture.
        extra_keys: Attributes that stand beside COCO's own keys.
    """
    crowd = instance.crowd or instance.ignored
    segmentation, area, box = _region(instance, layers, size, as_mask=crowd)
    if box is None:
        return None
    width, height = _short(box.right - box.left), _short(box.bottom - box.top)
    row: dict[str, Any] = {
        "bbox": [_short(box.left + 0.5), _short(box.top + 0.5), width, height],
        "area": _short(area),
        "segmentation": segmentation,
        "iscrowd": int(crowd),
    }
    if instance.keypoints is not None:
        row |= _keypoints(instance.keypoints)
    return row | _attributes(instance, extra_keys)


def _region(
    instance: Instance, layers: Sequence[Int32Array], size: Size, *, as_mask: bool
) -> tuple[Any, float, Box | None]:
    """Segmentation, area and box of an instance.

    What is a mask keeps the box around its shape where it has no pixel, with run lengths of none.
    """
    shape = instance.shape
    if shape is None or isinstance(shape, Box):
        box = box_of_instance(instance, layers)
        area = 0.0 if box is None else (box.right - box.left) * (box.bottom - box.top)
        # Of crowds pycocotools wants run lengths, and fails on an empty list.
        as_counts = polygon_counts(box.corners + 0.5, size) if as_mask and box is not None else None
        return [] if as_counts is None else _run_lengths(as_counts, size), area, box
    parts, holes = ((), ()) if isinstance(shape, Bitmap) else parts_and_holes(outline_of(shape, layers))
    if isinstance(shape, Bitmap) or holes or as_mask:
        counts = (
            polygon_counts(parts[0] + 0.5, size)
            if len(parts) == 1 and not holes
            else counts_of(_mask(shape, layers, size))
        )
        box = _box_of_counts(counts, size) or box_of(shape, layers)
        return _run_lengths(counts, size), float(sum(counts[1::2])), box
    kept = [part for part in parts if len(part) > 2]
    if not kept:
        return [], 0.0, None
    polygons = [[_short(value) for value in (part + 0.5).ravel().tolist()] for part in kept]
    return polygons, sum(abs(ring_area(part)) for part in kept), box_around(np.concatenate(kept))


def _run_lengths(counts: Counts, size: Size) -> dict[str, Any]:
    return {"size": [size[1], size[0]], "counts": packed(counts)}


def _mask(shape: Shape, layers: Sequence[Int32Array], size: Size) -> Mask:
    """The pixels of a shape; those of an outline are the ones that pycocotools gives its polygons."""
    if isinstance(shape, Bitmap):
        return mask_of(shape, layers, size)
    mask = np.zeros((size[1], size[0]), np.bool_)
    parts, holes = parts_and_holes(outline_of(shape, layers))
    for rings, value in ((parts, True), (holes, False)):
        for ring in rings:
            mask[_polygon_mask(ring, size)] = value
    return mask


def _polygon_mask(ring: Float64Array, size: Size) -> Mask:
    return polygon_mask(ring + 0.5, size)


def _box_of_counts(counts: Counts, size: Size) -> Box | None:
    found = extent_of_counts(counts, size[1])
    if found is None:
        return None
    left, top, right, bottom = found
    return Box(left - 0.5, top - 0.5, right + 0.5, bottom + 0.5)


def _keypoints(keypoints: Keypoints) -> dict[str, Any]:
    """Numbers of pixels, whose centres are meant; a missing one is 0 0 0."""
    numbers: list[float | int] = []
    for (x, y), seen in zip(keypoints.points.tolist(), keypoints.visibility.tolist(), strict=True):
        numbers += (0, 0, 0) if seen == NOT_LABELLED else (_short(x), _short(y), seen)
    return {"keypoints": numbers, "num_keypoints": int((keypoints.visibility != NOT_LABELLED).sum())}


def _attributes(instance: Instance, extra_keys: tuple[str, ...]) -> dict[str, Any]:
    said = dict(instance.attributes)
    said |= {name: True for name in FLAGS if getattr(instance, name)}
    if instance.group is not None:
        said["group_id"] = instance.group
    beside = {key: said.pop(key) for key in extra_keys if key in said}
    return beside | ({"attributes": said} if said else {})


def _short(value: float) -> float | int:
    """A number with up to six decimals, a whole one without."""
    rounded = round(float(value), _DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded
