"""Turns pictures upright."""

from __future__ import annotations

import numpy as np

from augstudio.core.image import Image


def upright_picture(image: Image, orientation: int) -> Image:
    """Undo the camera's turn.

    Args:
        image: ``(H, W, C)`` as it stands in the file.
        orientation: 1..8, EXIF's tag 274: where the file's first row and column belong; 1 is upright.

    Returns:
        ``(H, W, C)``, or ``(W, H, C)`` from 5 on; contiguous.
    """
    if orientation >= 5:
        image = image.transpose(1, 0, 2)
    columns, rows = mirrored(orientation)
    return np.ascontiguousarray(image[:: -1 if rows else 1, :: -1 if columns else 1])


def mirrored(orientation: int) -> tuple[bool, bool]:
    """Whether an upright picture's columns, and its rows, run against those of its file.

    Args:
        orientation: As in :func:`upright_picture`.
    """
    return orientation in (2, 3, 6, 7), orientation in (3, 4, 7, 8)
