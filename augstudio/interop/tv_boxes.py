"""Boxes as torchvision's tv_tensors hold them, in any of its formats, and back."""

from __future__ import annotations

from typing import Any

from augstudio.core.image import Size
from augstudio.interop.object_arrays import Rows

_CORNERS, _UPRIGHT = "XYXYXYXY", "XYXY"


def is_turned(boxes: Any) -> bool:
    """Whether ``BoundingBoxes`` are of a format for boxes at any angle; there are none before 0.23."""
    return boxes.format.value not in {"XYXY", "XYWH", "CXCYWH"}


def rows_of(boxes: Any) -> Rows:
    """Corners of ``BoundingBoxes`` of any format: ``(n, 8)`` of those at an angle, else ``(n, 4)``."""
    rows: Rows = _converted(boxes, _CORNERS if is_turned(boxes) else _UPRIGHT).double().numpy()
    return rows


def with_rows(like: Any, rows: Rows, size: Size) -> Any:
    """Such rows as ``BoundingBoxes``.

    Args:
        like: Others whose format, numbers' type and clamping they get; whole numbers are rounded.
        rows: As :func:`rows_of` gives them of these.
        size: Width and height of the picture.
    """
    import torch
    from torchvision import tv_tensors

    name = type(like.format)[_CORNERS if is_turned(like) else _UPRIGHT]
    made = tv_tensors.wrap(torch.from_numpy(rows), like=like, format=name, canvas_size=size[::-1])
    plain = _converted(made, like.format.value).as_subclass(torch.Tensor)
    typed = plain if like.is_floating_point() else plain.round()
    return tv_tensors.wrap(typed.to(like.dtype), like=like, canvas_size=size[::-1])


def _converted(boxes: Any, name: str) -> Any:
    from torchvision.transforms.v2.functional import convert_bounding_box_format

    # In float64, as whole numbers would be cut on the way.
    return convert_bounding_box_format(
        boxes.double(), old_format=boxes.format, new_format=type(boxes.format)[name]
    )
