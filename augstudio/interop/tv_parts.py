"""What a target of torchvision has for the objects of its picture, under any names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from augstudio.core.image import Size

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


class TargetParts:
    """Names of the parts of one target.

    Attributes:
        target: The dictionary.
        size: Width and height of its picture.
        boxes: Name of its ``BoundingBoxes``; None where there are none, as for all that follow.
        masks: That of the masks of objects.
        map: That of the classes of all pixels: one ``Mask`` that belongs to no objects.
        points: That of its ``KeyPoints``.
        rows: Names of plain tensors and lists that have a value for each object.
        count: How many objects there are.
    """

    def __init__(self, target: Target, size: Size, rows: tuple[str, ...]) -> None:
        """Look at what a target has.

        Args:
            target: The dictionary.
            size: Width and height of its picture.
            rows: Names of plain tensors or lists that have a value for each object.

        Raises:
            TypeError: Boxes, masks or keypoints, by their names, are a plain tensor, which nothing moves.
            ValueError: Its parts do not have equally many objects, or there are several of one kind.
        """
        from torchvision import tv_tensors

        self.target, self.size = target, size
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

    def row(self, name: str) -> list[int] | None:
        """The whole numbers of a row; None where the target has no such row."""
        return [int(value) for value in self.target[name]] if name in self.rows else None
