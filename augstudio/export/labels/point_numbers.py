"""How many keypoints objects have, where a format wants as many for each object of a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from augstudio.core.labels import Labels
from augstudio.errors import Message
from augstudio.export.labels.labelling import Labelling


@dataclass
class PointNumbers:
    """Looks at labels as they are counted; what it keeps grows with the classes, not with the pictures."""

    _numbers: dict[int, set[int]] = field(default_factory=dict)

    def look(self, labels: Labels) -> None:
        """Take note of the objects that have keypoints."""
        for item in labels.instances:
            if item.keypoints is not None and item.has_keypoints:
                self._numbers.setdefault(item.category, set()).add(len(item.keypoints.points))

    def notes(self, labelling: Labelling | None) -> Iterator[str]:
        """Which classes COCO's tools load, but fail on; other formats hold them or refuse them by name."""
        if labelling is None or labelling.format != "coco":
            return
        uneven = [
            f"{labelling.categories[position].name} ({min(numbers)}-{max(numbers)})"
            for position, numbers in sorted(self._numbers.items())
            if len(numbers) > 1
        ]
        if uneven:
            yield Message(
                "objects of a class have keypoints in different numbers; pycocotools loads them, but fails "
                "to rate them: {0}",
                ", ".join(uneven),
            )
