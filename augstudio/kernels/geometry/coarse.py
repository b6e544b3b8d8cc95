"""Maps that are asked at every fourth place only, for pictures in motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.kernels.geometry.stretch import Origin
from augstudio.kernels.region import Region

STEP: Final = 4
"""Pixels of the result from one place that is asked to the next, each way."""


@dataclass(frozen=True)
class CoarsePlaces:
    """Places in the middle of squares of pixels of a block, and of the squares around it.

    Attributes:
        block: The pixels that they stand for.
        part: Those of them that are shown.
    """

    block: Region
    part: Region

    def asked(self, origin: Origin) -> tuple[Float64Array, Float64Array]:
        """Where they come from: columns and rows in the picture, of shapes that can be stretched to one."""
        columns, rows = (_middles(*ends) for ends in self._ends)
        return origin(columns[None, :], rows[:, None])

    @property
    def _ends(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """First and last square across and down."""
        block = self.block
        return (block.left // STEP - 1, -(-block.right // STEP)), (
            block.top // STEP - 1,
            -(-block.bottom // STEP),
        )

    def filled(self, places: Float64Array) -> Float32Array:
        """Where the pixels that are shown come from, on straight lines between the places.

        What it is does not depend on which are shown.
        """
        (left, right), (top, bottom) = self._ends
        width, height = right + 1 - left, bottom + 1 - top
        coarse = np.broadcast_to(places.astype(np.float32), (height, width))
        fine = cv2.resize(coarse, (width * STEP, height * STEP), interpolation=cv2.INTER_LINEAR)
        shown = self.part.seen_from(Region(left * STEP, top * STEP, 0, 0))
        return np.asarray(fine[shown.top : shown.bottom, shown.left : shown.right], np.float32)


def _middles(first: int, last: int) -> Float64Array:
    return np.arange(first, last + 1, dtype=np.float64) * STEP + (STEP - 1) / 2
