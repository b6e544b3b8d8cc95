"""Flips and quarter turns without resampling."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size, size_of
from augstudio.core.matrix import IDENTITY, Matrix, compose

_WHOLE: Final = frozenset((-1.0, 0.0, 1.0))


def turned_picture(image: Image, matrix: Matrix, size: Size) -> Image | None:
    """A view of the picture flipped or turned by quarters, if that is all that the matrix does.

    Args:
        image: ``(H, W, C)`` uint8.
        matrix: From input to output pixel coordinates.
        size: Size of the output.

    Returns:
        The whole output, or None where the picture must be resampled.
    """
    (a, b, _), (c, d, _), _ = matrix
    if not {a, b, c, d} <= _WHOLE:
        return None
    for turns in range(4):
        for flipped in (False, True):
            if _orientation(turns, flipped, size_of(image)) == (matrix, size):
                return np.rot90(image[:, ::-1] if flipped else image, turns)
    return None


def copied(view: Image) -> Image:
    """An array of its own of what :func:`turned_picture` gave, or of a part of it.

    Equal to the view's own ``copy``, which goes through memory pixel by pixel; this is about 14 times as fast
    for flips and twice as fast for quarter turns.
    """
    rows, columns = view.strides[:2]
    turned = abs(rows) < abs(columns)
    forwards = view[:: -1 if rows < 0 else 1, :: -1 if columns < 0 else 1]
    if turned:
        forwards = np.asarray(cv2.transpose(forwards.transpose(1, 0, 2)), np.uint8).reshape(view.shape)
    if rows >= 0 and columns >= 0:
        return forwards if turned else forwards.copy()
    way = -1 if rows < 0 and columns < 0 else int(columns < 0)
    return np.asarray(cv2.flip(forwards, way), np.uint8).reshape(view.shape)


def _orientation(turns: int, flipped: bool, size: Size) -> tuple[Matrix, Size]:
    """Matrix and size of a flip followed by quarter turns counter-clockwise."""
    matrix: Matrix = IDENTITY
    if flipped:
        matrix = ((-1.0, 0.0, size[0] - 1.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    for _ in range(turns):
        turn: Matrix = ((0.0, 1.0, 0.0), (-1.0, 0.0, size[0] - 1.0), (0.0, 0.0, 1.0))
        matrix, size = compose(matrix, turn), (size[1], size[0])
    return matrix, size
