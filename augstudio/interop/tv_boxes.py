"""Boxes as torchvision's tv_tensors hold them, in any of its formats, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import Box, Instance, OrientedBox, Shape
from augstudio.core.polygon import ring_area
from augstudio.datasets.shapes import box_in_frame, box_of, outline_of

_CORNERS, _UPRIGHT = "XYXYXYXY", "XYXY"


def is_turned(boxes: Any) -> bool:
    """Whether ``BoundingBoxes`` are of a format for boxes at any angle; there are none before 0.23."""
    return boxes.format.value not in {"XYXY", "XYWH", "CXCYWH"}


def read_boxes(boxes: Any) -> list[Box | OrientedBox]:
    """Boxes in this program's coordinates, where pixel centres are whole numbers: half a pixel less.

    Args:
        boxes: ``BoundingBoxes`` of any format.
    """
    values = _converted(boxes, _CORNERS if is_turned(boxes) else _UPRIGHT).double().numpy() - 0.5
    if is_turned(boxes):
        return [OrientedBox(corners.reshape(4, 2)) for corners in values]
    return [Box(*corners) for corners in values.tolist()]


def written_boxes(like: Any, instances: Sequence[Instance], layers: Sequence[Int32Array], size: Size) -> Any:
    """Boxes around instances, cut to the picture unless they are at an angle.

    Args:
        like: ``BoundingBoxes`` whose format, numbers' type and clamping they get; whole numbers are rounded.
        instances: Each has a shape.
        layers: Those of their labels.
        size: Width and height of the picture.
    """
    import torch
    from torchvision import tv_tensors

    shapes = [item.shape for item in instances if item.shape is not None]
    turned = is_turned(like)
    rows = [_corners(shape, layers) if turned else _extent(shape, layers, size) for shape in shapes]
    values = torch.from_numpy(np.array(rows, np.float64).reshape(len(rows), 8 if turned else 4) + 0.5)
    made = tv_tensors.wrap(values, like=like, format=_format(like, turned), canvas_size=size[::-1])
    made = _converted(made, like.format.value)
    plain = made.as_subclass(torch.Tensor)
    typed = plain if like.is_floating_point() else plain.round()
    return tv_tensors.wrap(typed.to(like.dtype), like=like, canvas_size=size[::-1])


def _format(like: Any, turned: bool) -> Any:
    return type(like.format)[_CORNERS if turned else _UPRIGHT]


def _converted(boxes: Any, name: str) -> Any:
    from torchvision.transforms.v2.functional import convert_bounding_box_format

    # In float64, as whole numbers would be cut on the way.
    return convert_bounding_box_format(
        boxes.double(), old_format=boxes.format, new_format=type(boxes.format)[name]
    )


def _extent(shape: Shape, layers: Sequence[Int32Array], size: Size) -> list[float]:
    box = box_of(shape, layers)
    inner = None if box is None else box_in_frame(box, size)
    return [0.0] * 4 if inner is None else [inner.left, inner.top, inner.right, inner.bottom]


def _corners(shape: Shape, layers: Sequence[Int32Array]) -> list[float]:
    """Four corners that run clockwise on the screen, as a mirror turns their order round."""
    box = None if isinstance(shape, OrientedBox) else box_of(shape, layers)
    ring = outline_of(shape if box is None else box, layers)[0]
    if ring_area(ring) < 0:
        ring = ring[[1, 0, 3, 2]]
    return [float(value) for value in ring.ravel()]
