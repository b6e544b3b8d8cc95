"""Where the pixels of a frame lie, and what they hold."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF

from augstudio.preview.requests import Frame

Colour = tuple[int, int, int]


def colour_in(frame: Frame, column: int, row: int) -> Colour | None:
    """Red, green and blue that a frame shows at a pixel of the exported picture."""
    from augstudio.kernels.viewing.display import from_bgra

    place = frame.pixel_at(column, row)
    if place is None:
        return None
    x, y = place
    red, green, blue = from_bgra(frame.pixels[y : y + 1, x : x + 1])[0, 0]
    return int(red), int(green), int(blue)


def part_of(target: QRectF, frame: Frame) -> QRectF:
    """Where a frame lies within the place of its whole picture."""
    across, down = target.width() / frame.whole[0], target.height() / frame.whole[1]
    height, width = frame.pixels.shape[:2]
    return QRectF(
        target.x() + frame.left * across, target.y() + frame.top * down, width * across, height * down
    )


def pixel_at(frame: Frame, share: QPointF) -> tuple[int, int]:
    """Column and row of the exported pixel at a place, in shares of the picture."""
    return math.floor(share.x() * frame.size[0]), math.floor(share.y() * frame.size[1])


def reading(frame: Frame, column: int, row: int) -> tuple[Colour | None, str]:
    """The colour of a pixel of the exported picture, and both in words.

    A value is exact where the frame has exported pixels at full size; others are marked with ≈.
    """
    inside = 0 <= column < frame.size[0] and 0 <= row < frame.size[1]
    colour = colour_in(frame, column, row) if inside else None
    if colour is None:
        return None, f"{column}, {row}   —"
    about = "" if frame.exact and frame.scale == 1 else "≈ "
    return colour, f"{column}, {row}   {about}{colour[0]} {colour[1]} {colour[2]}"
