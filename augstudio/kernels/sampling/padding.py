"""Padding modes in OpenCV's words, and the pixels that lie outside a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region

CV_BORDER: Final = {
    PaddingMode.CONSTANT: cv2.BORDER_CONSTANT,
    PaddingMode.EDGE: cv2.BORDER_REPLICATE,
    PaddingMode.REFLECT: cv2.BORDER_REFLECT_101,
    PaddingMode.SYMMETRIC: cv2.BORDER_REFLECT,
    PaddingMode.WRAP: cv2.BORDER_WRAP,
}
"""OpenCV's border type for each padding mode; tested by pixels against ``numpy.pad``."""

# How far a mirror reaches from the edge it stands on, beyond the distance padded.
_MIRROR_OFFSET: Final = {PaddingMode.EDGE: None, PaddingMode.REFLECT: 1, PaddingMode.SYMMETRIC: 0}


# A window that shows a picture more often than this is made pixel by pixel.
_MOST_REPEATS: Final = 8


def fill_values(padding: Padding, channels: int) -> tuple[int, ...]:
    """The fill for so many channels; grey by Rec. 601 luma, transparent unless alpha is chosen."""
    red, green, blue, *chosen = padding.fill
    alpha = chosen[0] if chosen else 0
    colours: tuple[int, ...] = (red, green, blue)
    if channels <= 2:
        colours = ((299 * red + 587 * green + 114 * blue + 500) // 1000,)
    return (*colours, alpha)[:channels]


def source_indices(mode: PaddingMode, start: int, stop: int, size: int) -> npt.NDArray[np.intp]:
    """Which pixel of a line of ``size`` pixels shows at each of the positions start .. stop - 1.

    Positions may lie anywhere, also many times the size away, as in ``numpy.pad``.

    Args:
        mode: Any mode but constant, which shows no pixel of the picture.
        start: First position.
        stop: End of the positions.
        size: Pixels in the line, at least 1.
    """
    return folded(mode, np.arange(start, stop, dtype=np.intp), size)


def folded(mode: PaddingMode, positions: npt.NDArray[np.intp], size: int) -> npt.NDArray[np.intp]:
    """Which pixel of a line of ``size`` pixels shows at each position, as :func:`source_indices`."""
    if mode is PaddingMode.EDGE or size == 1:
        return positions.clip(0, size - 1)
    if mode is PaddingMode.WRAP:
        return positions % size
    if mode is PaddingMode.SYMMETRIC:
        folded = positions % (2 * size)
        return np.minimum(folded, 2 * size - 1 - folded)
    if mode is PaddingMode.REFLECT:
        folded = positions % (2 * size - 2)
        return np.minimum(folded, 2 * size - 2 - folded)
    raise ValueError(f"padding mode {mode} shows no pixels of the picture")


def padded_window(image: Image, mode: PaddingMode, window: Region) -> Image:
    """A window of the endless plane that a picture and its padding make.

    Args:
        image: ``(H, W, C)`` uint8.
        mode: Any padding mode but constant.
        window: Which part of the plane; it may begin before the picture and end beyond it.

    Returns:
        ``(window.height, window.width, C)``; a view of ``image`` where the window lies inside it.
    """
    height, width = image.shape[:2]
    left, top, right, bottom = window.left, window.top, window.right, window.bottom
    if left >= 0 and top >= 0 and right <= width and bottom <= height:
        return image[top:bottom, left:right]
    if _mirrors_within(mode, left, right, width) and _mirrors_within(mode, top, bottom, height):
        inside = image[max(top, 0) : bottom, max(left, 0) : right]
        margins = (max(-top, 0), max(bottom - height, 0), max(-left, 0), max(right - width, 0))
        padded = cv2.copyMakeBorder(inside, *margins, borderType=CV_BORDER[mode])
        # OpenCV drops the channel axis of grey pictures.
        return np.asarray(padded, np.uint8).reshape(bottom - top, right - left, image.shape[2])
    if mode is PaddingMode.WRAP and (bottom - top) // height + (right - left) // width < _MOST_REPEATS:
        return _tiled(image, left, top, right, bottom)
    rows = source_indices(mode, top, bottom, height)
    columns = source_indices(mode, left, right, width)
    first_row, first_column = int(np.min(rows)), int(np.min(columns))
    used: Image = image[first_row : int(np.max(rows)) + 1, first_column : int(np.max(columns)) + 1]
    found: Image = used.take(rows - first_row, axis=0).take(columns - first_column, axis=1)
    return found


def _tiled(image: Image, left: int, top: int, right: int, bottom: int) -> Image:
    """A window of the endlessly repeated picture, block by block."""
    window = np.empty((bottom - top, right - left, image.shape[2]), np.uint8)
    for rows, source_rows in _repeats(top, bottom, image.shape[0]):
        for columns, source_columns in _repeats(left, right, image.shape[1]):
            window[rows, columns] = image[source_rows, source_columns]
    return window


def _repeats(start: int, stop: int, size: int) -> Iterator[tuple[slice, slice]]:
    """The unbroken pieces of positions start .. stop - 1 on a repeated line, and where they are on it."""
    position = start
    while position < stop:
        first = position % size
        length = min(size - first, stop - position)
        yield slice(position - start, position - start + length), slice(first, first + length)
        position += length


def _mirrors_within(mode: PaddingMode, start: int, stop: int, size: int) -> bool:
    """Whether the part of the line inside start .. stop holds all pixels its padding shows."""
    first, last = max(start, 0), min(stop, size)
    if first >= last or mode not in _MIRROR_OFFSET:
        return False
    offset = _MIRROR_OFFSET[mode]
    return offset is None or max(first - start, stop - last) + offset <= last - first
