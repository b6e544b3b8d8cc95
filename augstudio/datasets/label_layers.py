"""Layers of pixels for the regions of a picture."""

from __future__ import annotations

import numpy as np

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Size
from augstudio.core.labels import Bitmap, Box
from augstudio.core.raster import Mask


class LayerBuilder:
    """Puts regions of pixels into as few layers as their overlaps allow."""

    def __init__(self, size: Size) -> None:
        """Begin without layers.

        Args:
            size: Width and height of the picture.
        """
        self._shape = (size[1], size[0])
        self._layers: list[Int32Array] = []
        self._next = 1

    def add(self, mask: Mask, left: int = 0, top: int = 0) -> Bitmap | None:
        """Add a region; what lies beyond the picture is left out. None if nothing is left.

        Args:
            mask: ``(H, W)``.
            left: Column of its first pixels.
            top: Row of its first pixels.
        """
        rows, columns = np.nonzero(mask)
        rows, columns = rows + top, columns + left
        height, width = self._shape
        inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        rows, columns = rows[inside], columns[inside]
        if not rows.size:
            return None
        free = (number for number, layer in enumerate(self._layers) if not layer[rows, columns].any())
        place = next(free, len(self._layers))
        if place == len(self._layers):
            self._layers.append(np.zeros(self._shape, np.int32))
        self._layers[place][rows, columns] = self._next
        self._next += 1
        return Bitmap(place, self._next - 1)

    @property
    def layers(self) -> tuple[Int32Array, ...]:
        """The layers."""
        return tuple(self._layers)


def box_of_mask(mask: Mask) -> Box | None:
    """The box around the pixels of a mask; None where it has none."""
    columns, rows = np.flatnonzero(mask.any(axis=0)), np.flatnonzero(mask.any(axis=1))
    if not columns.size:
        return None
    return Box(columns[0] - 0.5, rows[0] - 0.5, columns[-1] + 0.5, rows[-1] + 0.5)
