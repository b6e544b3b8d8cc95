"""What of a dataset's labels COCO's tools load, but fail to rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from augstudio.core.labels import Bitmap, Labels, OrientedBox, Outline
from augstudio.core.text import counted
from augstudio.errors import Message
from augstudio.export.labels.labelling import Labelling


@dataclass
class CocoRating:
    """Looks at labels as they are counted; what it keeps grows with the classes, not with the pictures."""

    _numbers: dict[int, set[int]] = field(default_factory=dict)
    _boxes: int = 0
    _outlines: int = 0

    def look(self, labels: Labels) -> None:
        """Take note of the objects that have keypoints, and of those that have an outline, or only a box."""
        for item in labels.instances:
            if item.keypoints is not None and item.has_keypoints:
                self._numbers.setdefault(item.category, set()).add(len(item.keypoints.points))
            has_outline = isinstance(item.shape, Outline | Bitmap | OrientedBox)
            self._outlines += has_outline
            self._boxes += not (has_outline or item.crowd or item.ignored)

    def notes(self, labelling: Labelling | None) -> Iterator[str]:
        """What pycocotools fails on; other formats hold it or refuse it by name."""
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
        if self._boxes and self._outlines:
            yield counted(
                self._boxes,
                "1 object has a box and no outline, where others have one; pycocotools loads it, but fails "
                "to rate outlines and masks (iouType segm)",
                "{0} objects have a box and no outline, where others have one; pycocotools loads them, but "
                "fails to rate outlines and masks (iouType segm)",
            )
