"""Labels as torchvision's tv_tensors hold them, and back.

A target is a dictionary with ``BoundingBoxes``, ``Mask`` and ``KeyPoints`` under any names, and rows of
plain tensors that belong to its objects. Boxes there count from the pictures' outer edges, so that a box
around the first pixel goes from 0 to 1, and keypoints from the centre of the first pixel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import numpy as np

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import (
    NOT_LABELLED,
    VISIBLE,
    Bitmap,
    Instance,
    Keypoints,
    Labels,
    SemanticMask,
)
from augstudio.core.polygon import ring_area
from augstudio.datasets.label_layers import LayerBuilder
from augstudio.datasets.shapes import mask_of, outline_of
from augstudio.interop.tv_boxes import read_boxes, written_boxes

Target: TypeAlias = Mapping[Any, Any]

LABELS: Final = "labels"
"""Name of the row with the objects' classes."""
CROWDS: Final = "iscrowd"
"""Name of the row that says which objects are regions to be ignored."""
AREAS: Final = "area"
"""Name of the row with the objects' areas in pixels."""
ROWS: Final = (LABELS, CROWDS, AREAS)
"""Names of rows that belong to objects."""
_PLACES: Final = ("boxes", "masks", "keypoints")
GONE: Final = -1.0
"""Column and row of a keypoint that the picture no longer shows."""


class TargetLabels:
    """The labels of one target."""

    def __init__(self, target: Target, size: Size, rows: tuple[str, ...], ignore: int) -> None:
        """Look at what a target has.

        Args:
            target: The dictionary.
            size: Width and height of its picture.
            rows: Names of plain tensors or lists that have a value for each object.
            ignore: The value of pixels of class maps that count for nothing.

        Raises:
            TypeError: Boxes, masks or keypoints, by their names, are a plain tensor, which nothing moves.
            ValueError: Its parts do not have equally many objects, or there are several of one kind.
        """
        from torchvision import tv_tensors

        self.target, self.size, self._ignore = target, size, ignore
        for name in _PLACES:
            if name in target and not isinstance(target[name], tv_tensors.TVTensor):
                raise TypeError(
                    f"{name!r} is no tv_tensor, so that it would stay where it is: wrap it in one"
                )
        self.boxes = self._only(tv_tensors.BoundingBoxes)
        self.rows = [name for name in rows if name in target]
        mask = self._only(tv_tensors.Mask)
        plain = mask is not None and (
            target[mask].ndim == 2 or (len(target[mask]) == 1 and self.boxes is None and not self.rows)
        )
        self.map: Any = mask if plain else None
        self.masks: Any = None if plain else mask
        # Before 0.23 torchvision has no keypoints.
        self.points = self._only(getattr(tv_tensors, "KeyPoints", ()))
        named = (self.boxes, self.masks, self.points, *self.rows)
        counts = {name: len(target[name]) for name in named if name is not None}
        if len(set(counts.values())) > 1:
            raise ValueError(f"parts of a target must have equally many objects, got {counts}")
        self.count = next(iter(counts.values()), 0)

    def _only(self, kind: Any) -> Any:
        names = [name for name, value in self.target.items() if isinstance(value, kind)]
        if len(names) > 1:
            raise ValueError(f"a target may have one {kind.__name__}, got {names}")
        return names[0] if names else None

    def _row(self, name: str) -> list[Any] | None:
        return [int(value) for value in self.target[name]] if name in self.rows else None

    def read(self) -> Labels:
        """The labels in this program's coordinates; masks, where there are any, say more than boxes."""
        layers, target = LayerBuilder(self.size), self.target
        shapes: list[Any] = [None] * self.count if self.boxes is None else read_boxes(target[self.boxes])
        if self.masks is not None:
            masks = target[self.masks].numpy() != 0
            shapes = [layers.add(mask) or shape for mask, shape in zip(masks, shapes, strict=True)]
        points = [None] * self.count if self.points is None else target[self.points].numpy()
        labels, crowds = self._row(LABELS), self._row(CROWDS)
        instances = tuple(
            Instance(
                category=0 if labels is None else labels[row],
                shape=shape,
                keypoints=None if marks is None else self._keypoints(marks),
                crowd=bool(crowds and crowds[row]),
                origin=row,
            )
            for row, (shape, marks) in enumerate(zip(shapes, points, strict=True))
        )
        return Labels(instances, layers.layers, self._semantic())

    def _keypoints(self, marks: Any) -> Keypoints:
        points = marks.reshape(-1, 2).astype(np.float64)
        inside = np.all((points >= -0.5) & (points < np.array(self.size) - 0.5), axis=1)
        return Keypoints(points, np.where(inside, VISIBLE, NOT_LABELLED))

    def _semantic(self) -> SemanticMask | None:
        if self.map is None:
            return None
        classes = self.target[self.map].numpy().reshape(self.size[::-1])
        if classes.dtype != np.uint8:
            classes = classes.astype(np.uint16, casting="unsafe")
        return SemanticMask(classes, self._ignore)

    def written(self, labels: Labels, size: Size) -> dict[Any, Any]:
        """The target with other labels.

        What is to be ignored stays, marked, where the target marks crowds, and is left out elsewhere.

        Args:
            labels: They come of :meth:`read`.
            size: Width and height of their picture.
        """
        target, layers, made = self.target, labels.layers, dict(self.target)
        kept = [item for item in labels.instances if CROWDS in self.rows or not item.ignored]
        masks = [mask_of(item.shape, layers, size) for item in kept if item.shape is not None]
        made.update((name, self._made_row(name, kept, layers)) for name in self.rows)
        if self.boxes is not None:
            made[self.boxes] = written_boxes(target[self.boxes], kept, layers, size)
        if self.masks is not None:
            made[self.masks] = like(target[self.masks], np.array(masks, bool).reshape(-1, *size[::-1]))
        if self.points is not None:
            places = np.array([_places(item) for item in kept], np.float64)
            shape = (len(kept), *target[self.points].shape[1:])
            made[self.points] = like(target[self.points], places.reshape(shape), canvas_size=size[::-1])
        if self.map is not None and labels.semantic is not None:
            shape = (*target[self.map].shape[:-2], *size[::-1])
            made[self.map] = like(target[self.map], labels.semantic.classes.reshape(shape))
        return made

    def _made_row(self, name: str, kept: list[Instance], layers: Sequence[Int32Array]) -> Any:
        """A row of the objects that are left; classes may have changed sides, areas are made anew."""
        import torch

        before = self.target[name]
        row: list[Any] = [before[item.origin] for item in kept]
        if name == LABELS:
            row = [item.category for item in kept]
        elif name == CROWDS:
            row = [int(item.crowd or item.ignored) for item in kept]
        elif name == AREAS:
            row = [_area(item, layers) for item in kept]
        if not isinstance(before, torch.Tensor):
            return row
        shape = (len(kept), *before.shape[1:])
        values = torch.stack(row) if row and isinstance(row[0], torch.Tensor) else torch.tensor(row)
        return values.to(before.dtype).reshape(shape)


def like(tensor: Any, values: Any, **facts: Any) -> Any:
    """Values as a tv_tensor of the kind of another one, with its numbers' type."""
    import torch
    from torchvision import tv_tensors

    return tv_tensors.wrap(torch.from_numpy(np.array(values)).to(tensor.dtype), like=tensor, **facts)


def _places(instance: Instance) -> Any:
    marks = instance.keypoints
    assert marks is not None
    return np.where((marks.visibility != NOT_LABELLED)[:, None], marks.points, GONE)


def _area(instance: Instance, layers: Sequence[Int32Array]) -> float:
    if isinstance(instance.shape, Bitmap):
        return float(np.count_nonzero(layers[instance.shape.layer] == instance.shape.id))
    rings = () if instance.shape is None else outline_of(instance.shape, layers)
    return abs(sum(ring_area(ring) for ring in rings))
