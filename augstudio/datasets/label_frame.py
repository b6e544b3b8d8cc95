"""How coordinates of a label file lead to the picture as it is shown, where cameras turned it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Size
from augstudio.datasets.label_reading import ImageInfo
from augstudio.errors import Message


@dataclass(frozen=True, slots=True)
class LabelFrame:
    """What coordinates mean.

    Attributes:
        size: Width and height that they are relative to; what shares of the width and height are shares of.
        orientation: How they must be turned to be upright, 1..8 as EXIF has it.
        oddity: What is odd about the size that the file declares, for people; None where all is well.
    """

    size: Size
    orientation: int = 1
    oddity: Message | None = None

    def upright(self, points: Float64Array) -> Float64Array:
        """Points, ``(n, 2)`` in pixel centres, in the picture as it is shown."""
        if self.orientation == 1:
            return points
        width, height = self.size if self.orientation < 5 else (self.size[1], self.size[0])
        x, y = points[:, 0], points[:, 1]
        if self.orientation >= 5:
            x, y = y, x
        if self.orientation in (3, 4, 7, 8):
            y = height - 1 - y
        if self.orientation in (2, 3, 6, 7):
            x = width - 1 - x
        return np.stack((x, y), axis=1)


def label_frame(declared: Size | None, image: ImageInfo) -> LabelFrame:
    """What coordinates in a file mean that declares a picture's size.

    Those of a file that declares the size as it is stored are turned with the picture; where both ways have
    the same size it cannot be told, and they are taken as upright. A size that is neither is told, and
    nothing is scaled.

    Args:
        declared: Width and height that the file declares; None where it declares none.
        image: The picture.
    """
    if declared is None or (declared == image.size and image.orientation == 1):
        return LabelFrame(image.size)
    shown, stored = "x".join(map(str, declared)), "x".join(map(str, image.size))
    if declared == image.stored and image.stored != image.size:
        return LabelFrame(image.stored, image.orientation)
    if declared == image.size:
        if image.stored != image.size:
            return LabelFrame(image.size)
        return LabelFrame(
            image.size,
            oddity=Message(
                "the picture is turned by its EXIF data, and its size {0} does not tell whether its labels "
                "are, too; they are taken as upright",
                shown,
            ),
        )
    oddity = Message(
        "the labels are for a picture of {0} pixels, but it has {1}; they are not scaled", shown, stored
    )
    return LabelFrame(image.size, oddity=oddity)
