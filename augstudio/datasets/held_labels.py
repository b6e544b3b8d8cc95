"""Labels that are read with the file that all pictures share, and held with each sample."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from augstudio.core.labels import Box, Labels, Tags
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead
from augstudio.datasets.said_sizes import SaidSizes, are_of
from augstudio.datasets.shapes import ROUNDED
from augstudio.errors import Message


@dataclass(frozen=True, slots=True)
class HeldLabels:
    """The labels of one sample.

    Attributes:
        labels: They.
        sha256: Of the rows that they were read from.
        file: The file, as problems name it.
        line: The first of these rows.
        sizes: What they say that may be the picture's size, and is a number like others where it is not.
    """

    labels: Labels = field(hash=False)
    sha256: str
    file: str
    line: int = 0
    sizes: SaidSizes = ()

    def state(self) -> str:
        """The rows' digest."""
        return self.sha256

    def digest(self) -> str:
        """The rows' digest."""
        return self.sha256

    def read(self, image: ImageInfo) -> LabelsRead:
        """The labels; boxes that leave the picture are told, and stay."""
        labels = self.labels
        if not are_of(self.sizes, image):
            tags = labels.tags or Tags()
            labels = replace(labels, tags=replace(tags, numbers=(*tags.numbers, *self.sizes)))
        return LabelsRead(labels, tuple(self._outside(image)))

    def _outside(self, image: ImageInfo) -> list[LabelProblem]:
        width, height = image.size
        problems = []
        for number, item in enumerate(self.labels.instances, 1):
            box = item.shape
            if isinstance(box, Box) and not _is_inside(box, width, height):
                reason = Message("box {0} leaves the picture of {1} x {2} pixels", number, width, height)
                problems.append(LabelProblem(self.file, self.line, reason))
        return problems


def _is_inside(box: Box, width: int, height: int) -> bool:
    least, right, bottom = -0.5 - ROUNDED, width - 0.5 + ROUNDED, height - 0.5 + ROUNDED
    return box.left >= least and box.top >= least and box.right <= right and box.bottom <= bottom
