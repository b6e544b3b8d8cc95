"""Labels that are read with the file that all pictures share, and held with each sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from augstudio.core.image import Size
from augstudio.core.labels import Box, Instance, Labels, Tags
from augstudio.datasets.label_frame import LabelFrame, label_frame
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead
from augstudio.datasets.said_sizes import SaidSizes, are_of
from augstudio.datasets.shapes import ROUNDED, box_around
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
        declared: Width and height of the picture for which places are given; None where none is declared.
    """

    labels: Labels = field(hash=False)
    sha256: str
    file: str
    line: int = 0
    sizes: SaidSizes = ()
    declared: Size | None = None

    def state(self) -> str:
        """The rows' digest."""
        return self.sha256

    def digest(self) -> str:
        """The rows' digest."""
        return self.sha256

    def read(self, image: ImageInfo) -> LabelsRead:
        """The labels, upright; an odd size and boxes that leave the picture are told, and these stay."""
        frame = label_frame(self.declared, image)
        labels = replace(
            self.labels, instances=tuple(_upright(item, frame) for item in self.labels.instances)
        )
        if not are_of(self.sizes, image):
            tags = labels.tags or Tags()
            labels = replace(labels, tags=replace(tags, numbers=(*tags.numbers, *self.sizes)))
        return LabelsRead(labels, tuple(self._problems(labels, image, frame.oddity)))

    def _problems(self, labels: Labels, image: ImageInfo, oddity: Message | None) -> Iterator[LabelProblem]:
        width, height = image.size
        if oddity is not None and labels.instances:
            yield LabelProblem(self.file, self.line, oddity)
        for number, item in enumerate(labels.instances, 1):
            box = item.shape
            if isinstance(box, Box) and not _is_inside(box, width, height):
                reason = Message("box {0} leaves the picture of {1} x {2} pixels", number, width, height)
                yield LabelProblem(self.file, self.line, reason)


def _upright(item: Instance, frame: LabelFrame) -> Instance:
    if frame.orientation == 1 or not isinstance(item.shape, Box):
        return item
    return replace(item, shape=box_around(frame.upright(item.shape.corners)))


def _is_inside(box: Box, width: int, height: int) -> bool:
    least, right, bottom = -0.5 - ROUNDED, width - 0.5 + ROUNDED, height - 0.5 + ROUNDED
    return box.left >= least and box.top >= least and box.right <= right and box.bottom <= bottom
