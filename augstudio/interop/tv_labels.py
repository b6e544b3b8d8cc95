"""Labels as torchvision's tv_tensors hold them, and back.

A target is a dictionary with ``BoundingBoxes``, ``Mask`` and ``KeyPoints`` under any names, and rows of
plain tensors that belong to its objects. This is more than other adapters have, as each part has to come back
under its name, as the kind of tensor and of numbers that it was, without the rows of objects that are gone.
What the numbers mean is said by :mod:`~augstudio.interop.object_arrays`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import Instance, Labels, SemanticMask
from augstudio.interop.object_arrays import ObjectArrays, area_of, box_rows, mask_rows, point_rows
from augstudio.interop.tv_boxes import is_turned, rows_of, with_rows
from augstudio.interop.tv_images import like
from augstudio.interop.tv_parts import AREAS, CROWDS, LABELS, Target, TargetParts


class TargetLabels(TargetParts):
    """The labels of one target."""

    def __init__(self, target: Target, size: Size, rows: tuple[str, ...], ignore: int) -> None:
        """Look at what a target has.

        Args:
            target: The dictionary.
            size: Width and height of its picture.
            rows: Names of plain tensors or lists that have a value for each object.
            ignore: The value of pixels of class maps that count for nothing.

        Raises:
            TypeError: As for its parts.
            ValueError: As there.
        """
        super().__init__(target, size, rows)
        self._ignore = ignore

    def read(self) -> Labels:
        """The labels in this program's coordinates; masks, where there are any, say more than boxes."""
        target = self.target
        return ObjectArrays(
            self.size,
            self.count,
            None if self.boxes is None else rows_of(target[self.boxes]),
            None if self.masks is None else target[self.masks].numpy(),
            None if self.points is None else target[self.points].numpy(),
            self.row(LABELS),
            self.row(CROWDS),
            self._semantic(),
        ).labels()

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
        made.update((name, self._made_row(name, kept, layers)) for name in self.rows)
        if self.boxes is not None:
            boxes = target[self.boxes]
            made[self.boxes] = with_rows(boxes, box_rows(kept, layers, size, turned=is_turned(boxes)), size)
        if self.masks is not None:
            made[self.masks] = like(target[self.masks], mask_rows(kept, layers, size))
        if self.points is not None:
            places = point_rows(kept).reshape(len(kept), *target[self.points].shape[1:])
            made[self.points] = like(target[self.points], places, canvas_size=size[::-1])
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
            row = [area_of(item, layers) for item in kept]
        if not isinstance(before, torch.Tensor):
            return row
        shape = (len(kept), *before.shape[1:])
        values = torch.stack(row) if row and isinstance(row[0], torch.Tensor) else torch.tensor(row)
        return values.to(before.dtype).reshape(shape)
