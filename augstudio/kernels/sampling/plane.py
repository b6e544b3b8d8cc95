"""Reduced pictures whose padding still is the full picture's.

Padding a reduced picture is not reducing a padded one: ``reflect`` leaves out the outermost pixel of the full
picture, ``edge`` repeats it, and neither is a pixel of the reduced one. Both get what they need from a plane
that is padded first and reduced afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size, size_of
from augstudio.core.padding import PaddingMode
from augstudio.kernels.sampling.padding import CV_BORDER
from augstudio.kernels.sampling.pyramid import Pyramid, halved_size, shrink

# A draft of more pixels than this does without: at its scale the difference is a fraction of a pixel.
_DRAFT_PIXELS: Final = 2_000_000


@dataclass(frozen=True)
class Plane:
    """A level of a picture with the padding that continues it.

    Attributes:
        level: The reduced pixels.
        size: Width and height of what the level shows, in full pixels.
        left: Full column at which the picture begins in it.
        top: Full row at which the picture begins in it.
        mode: How the level goes on beyond its edges.
    """

    level: Image
    size: Size
    left: int
    top: int
    mode: PaddingMode


def level_plane(source: Pyramid, mode: PaddingMode, across: int, down: int, *, draft: bool = False) -> Plane:
    """The picture halved so often in width and height, with the padding of the full picture.

    Args:
        source: The picture.
        mode: Its padding.
        across: Halvings of the width.
        down: Halvings of the height.
        draft: Whether a large picture's padding may be off by part of a shown pixel.
    """
    plain = not source.complete or (draft and source.size[0] * source.size[1] > _DRAFT_PIXELS)
    if plain or (across, down) == (0, 0) or mode not in (PaddingMode.REFLECT, PaddingMode.EDGE):
        return Plane(source.level(across, down), source.size, 0, 0, mode)
    make = _unfolded if mode is PaddingMode.REFLECT else _bordered
    made: Plane = source.kept((mode, across, down), lambda: make(source.image, across, down))
    return made


def _unfolded(image: Image, across: int, down: int) -> Plane:
    """One period of the mirrored plane: the picture and its mirror image without the edges they share."""
    width, height = size_of(image)
    return _padded(image, PaddingMode.REFLECT, (0, max(0, height - 2), 0, max(0, width - 2)), across, down)


def _bordered(image: Image, across: int, down: int) -> Plane:
    """The picture with a border that becomes one pixel wide."""
    margins = (2**down, 2**down, 2**across, 2**across)
    return _padded(image, PaddingMode.EDGE, margins, across, down)


def _padded(
    image: Image, mode: PaddingMode, margins: tuple[int, int, int, int], across: int, down: int
) -> Plane:
    padded = cv2.copyMakeBorder(image, *margins, borderType=CV_BORDER[mode])
    whole = np.asarray(padded, np.uint8).reshape(*padded.shape[:2], image.shape[2])
    size = size_of(whole)
    beyond = PaddingMode.WRAP if mode is PaddingMode.REFLECT else mode
    return Plane(shrink(whole, halved_size(size, across, down)), size, margins[2], margins[0], beyond)
