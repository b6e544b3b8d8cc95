"""What is taken from a picture whose colours or strokes a step follows."""

from __future__ import annotations

from typing import Final

import numpy as np

from augstudio.core.image import Image, is_grey
from augstudio.errors import ImageError
from augstudio.kernels.alpha.counting import nothing_visible
from augstudio.kernels.alpha.hidden import visible_box, without_hidden
from augstudio.kernels.alpha.weighing import opaque
from augstudio.kernels.region import cropped
from augstudio.kernels.sampling.pyramid import shrink

MAX_PICTURE_SIDE: Final = 1024
"""Longest side, in pixels, at which a reference picture is used; larger ones are reduced."""


def as_reference(image: Image) -> tuple[Image, Image]:
    """A picture as steps take it for a reference, at most :data:`MAX_PICTURE_SIDE` on a side; read-only.

    What surrounds all that is visible is cut off; other hidden pixels have its mean colour.

    Args:
        image: ``(H, W, C)`` uint8, in any number of channels.

    Returns:
        Its colours, ``(H, W, 3)``, and the same with its alpha where it has transparency, ``(H, W, 4)``.

    Raises:
        ImageError: It shows nothing.
    """
    if nothing_visible(image):
        raise ImageError("it is wholly transparent; choose another file in the step")
    if is_grey(image):
        image = np.concatenate([image[:, :, :1]] * 3 + [image[:, :, 1:]], axis=2)
    height, width = image.shape[:2]
    share = min(1.0, MAX_PICTURE_SIDE / max(width, height))
    picture = shrink(image, (max(1, round(width * share)), max(1, round(height * share))))
    if opaque(picture):
        picture = picture[:, :, :3]
    elif not nothing_visible(picture):
        picture = cropped(picture, visible_box(picture))
        filled = without_hidden(picture)
        picture = picture if filled is None else filled
    whole, colours = (np.array(part, order="C") for part in (picture, picture[:, :, :3]))
    for part in (whole, colours):
        part.setflags(write=False)
    return colours, whole
