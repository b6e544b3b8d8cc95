"""Labels as arrays with a row for each object, as libraries for training hold them, and back.

Coordinates there count from the pictures' outer edges, so that a box around the first pixel goes from 0 to 1;
only keypoints count from the centre of the first pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import (
    NOT_LABELLED,
    VISIBLE,
    Bitmap,
    Box,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    SemanticMask,
    Shape,
)
from augstudio.core.polygon import ring_area
from augstudio.datasets.label_layers import LayerBuilder
from augstudio.datasets.shapes import box_in_frame, box_of, mask_of, outline_of

GONE: Final = -1.0
"""Column and row of a keypoint that the picture no longer shows."""
_EDGE: Final = 0.5

Rows: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ObjectArrays:
    """The objects of a picture.

    Attributes:
        size: Width and height of the picture.
        count: How many objects there are.
        boxes: ``(n, 4)`` left, top, right and bottom, or ``(n, 8)`` corners of boxes at any angle.
        masks: ``(n, H, W)``, not 0 where an object is; where there are some, they say more than boxes.
        points: ``(n, k, 2)`` columns and rows.
        classes: Their numbers.
        crowds: Whether each is a region to be ignored.
        semantic: Classes of all pixels.
    """

    size: Size
    count: int
    boxes: Rows | None = None
    masks: npt.NDArray[Any] | None = None
    points: npt.NDArray[Any] | None = None
    classes: Sequence[int] | None = None
    crowds: Sequence[int] | None = None
    semantic: SemanticMask | None = None

    def labels(self) -> Labels:
        """The same as labels, whose objects know their rows as ``origin``."""
        layers = LayerBuilder(self.size)
        shapes: list[Shape | None] = [None] * self.count
        if self.boxes is not None:
            shapes = [_box(row) for row in self.boxes]
        if self.masks is not None:
            shapes = [layers.add(mask != 0) or shape for mask, shape in zip(self.masks, shapes, strict=True)]
        instances = tuple(
            Instance(
                category=0 if self.classes is None else self.classes[row],
                shape=shape,
                keypoints=None if self.points is None else self._keypoints(self.points[row]),
                crowd=bool(self.crowds and self.crowds[row]),
                origin=row,
            )
            for row, shape in enumerate(shapes)
        )
        return Labels(instances, layers.layers, self.semantic)

    def _keypoints(self, marks: npt.NDArray[Any]) -> Keypoints:
        points = marks.reshape(-1, 2).astype(np.float64)
        inside = np.all((points >= -_EDGE) & (points < np.array(self.size) - _EDGE), axis=1)
        return Keypoints(points, np.where(inside, VISIBLE, NOT_LABELLED))


def box_rows(
    instances: Sequence[Instance], layers: Sequence[Int32Array], size: Size, *, turned: bool
) -> Rows:
    """Boxes around objects: ``(n, 8)`` corners, or ``(n, 4)`` cut to the picture.

    Args:
        instances: Each has a shape.
        layers: Those of their labels.
        size: Width and height of the picture.
        turned: Whether they may be at an angle.
    """
    shapes = [item.shape for item in instances if item.shape is not None]
    rows = [_corners(shape, layers) if turned else _extent(shape, layers, size) for shape in shapes]
    return np.array(rows, np.float64).reshape(len(rows), 8 if turned else 4) + _EDGE


def mask_rows(
    instances: Sequence[Instance], layers: Sequence[Int32Array], size: Size
) -> npt.NDArray[np.bool_]:
    """Masks of objects, each of which has a shape, ``(n, H, W)``."""
    masks = [mask_of(item.shape, layers, size) for item in instances if item.shape is not None]
    return np.array(masks, bool).reshape(-1, *size[::-1])


def point_rows(instances: Sequence[Instance]) -> Rows:
    """Keypoints of objects that all have as many, ``(n, k, 2)``; :data:`GONE` where one is not seen."""
    rows = []
    for item in instances:
        marks = item.keypoints
        assert marks is not None
        rows.append(np.where((marks.visibility != NOT_LABELLED)[:, None], marks.points, GONE))
    return np.array(rows, np.float64)


def area_of(instance: Instance, layers: Sequence[Int32Array]) -> float:
    """An object's area in pixels."""
    if isinstance(instance.shape, Bitmap):
        return float(np.count_nonzero(layers[instance.shape.layer] == instance.shape.id))
    rings = () if instance.shape is None else outline_of(instance.shape, layers)
    return abs(sum(ring_area(ring) for ring in rings))


def _box(row: Rows) -> Box | OrientedBox:
    """A box in this program's coordinates, where pixel centres are whole numbers: half a pixel less."""
    places = row - _EDGE
    return OrientedBox(places.reshape(4, 2)) if places.size == 8 else Box(*places.tolist())


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
