"""Colours put behind transparent pictures."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

import numpy as np

from augstudio.core.image import Image

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, 0..255."""

_HEXADECIMAL: Final = re.compile("#[0-9a-fA-F]{6}")
_ROWS: Final = 256


def on_background(image: Image, background: Colour) -> Image:
    """A transparent picture as it looks on a colour.

    Each value is the whole number nearest to ``(value * alpha + background * (255 - alpha)) / 255``; that is
    never halfway between two.

    Args:
        image: ``(H, W, 2)`` grey with alpha or ``(H, W, 4)``.
        background: The colour behind it.

    Returns:
        ``(H, W, 3)``; ``(H, W, 1)`` for grey on a grey background.
    """
    if image.shape[2] == 2 and len(set(background)) > 1:
        image = image[:, :, (0, 0, 0, 1)]
    colours = image.shape[2] - 1
    behind = np.array(background[:colours], np.uint32)
    result = np.empty((*image.shape[:2], colours), np.uint8)
    for start in range(0, len(image), _ROWS):
        rows = slice(start, start + _ROWS)
        alpha = image[rows, :, colours:].astype(np.uint32)
        result[rows] = (image[rows, :, :colours] * alpha + behind * (255 - alpha) + 127) // 255
    return result


def as_rgb(image: Image, background: Colour) -> Image:
    """A picture with three channels: grey ones three times, transparent ones on a colour.

    Args:
        image: ``(H, W, C)``, C in 1, 2, 3, 4.
        background: The colour behind transparent ones.

    Returns:
        ``(H, W, 3)``; the picture itself where it has that.
    """
    opaque = image if image.shape[2] in (1, 3) else on_background(image, background)
    return opaque if opaque.shape[2] == 3 else np.repeat(opaque, 3, axis=2)


def parsed_colour(text: str) -> Colour | None:
    """A colour written as ``#rrggbb``; None where it is not."""
    if not _HEXADECIMAL.fullmatch(text):
        return None
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
