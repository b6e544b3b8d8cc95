"""Flips and quarter turns without resampling."""

from __future__ import annotations

import numpy as np

from augstudio.core.image import Image, Size, size_of
from augstudio.core.matrix import IDENTITY, Matrix, compose


def turned_picture(image: Image, matrix: Matrix, size: Size) -> Image | None:
    """A view of the picture flipped or turned by quarters, if that is all that the matrix does.

    Args:
        image: ``(H, W, C)`` uint8.
        matrix: From input to output pixel coordinates.
        size: Size of the output.

    Returns:
        The whole output, or None where the picture must be resampled.
    """
    for turns in range(4):
        for flipped in (False, True):
            if _orientation(turns, flipped, size_of(image)) == (matrix, size):
                return np.rot90(image[:, ::-1] if flipped else image, turns)
    return None


def _orientation(turns: int, flipped: bool, size: Size) -> tuple[Matrix, Size]:
    """Matrix and size of a flip followed by quarter turns counter-clockwise."""
    matrix: Matrix = IDENTITY
    if flipped:
        matrix = ((-1.0, 0.0, size[0] - 1.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    for _ in range(turns):
        turn: Matrix = ((0.0, 1.0, 0.0), (-1.0, 0.0, size[0] - 1.0), (0.0, 0.0, 1.0))
        matrix, size = compose(matrix, turn), (size[1], size[0])
    return matrix, size
