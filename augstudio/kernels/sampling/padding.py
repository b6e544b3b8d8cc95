"""Padding modes in OpenCV's words, and the pixels that lie outside a picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

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

# How many pixels at each end of a line its mirror images leave out.
_LEFT_OUT: Final = {PaddingMode.REFLECT: 1, PaddingMode.SYMMETRIC: 0}

# OpenCV's word for what is turned about: (rows, columns).
_TURNED: Final = {(True, False): 0, (False, True): 1, (True, True): -1}

# OpenCV mirrors the sides of a picture byte by byte when it pads, or by four bytes, but turns pictures about
# by vectors; from so many steps on that is worth its calls.
_MANY_STEPS: Final = 1 << 14

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
    if mode is PaddingMode.EDGE:
        return _bordered(image, _clamped(top, bottom, height), _clamped(left, right, width), mode)
    left_out = _LEFT_OUT.get(mode)
    if left_out is not None:
        rows, columns = _seen(left_out, top, bottom, height), _seen(left_out, left, right, width)
        if rows and columns:
            return _bordered(image, rows, columns, mode)
    repeats = (bottom - top) // height + (right - left) // width
    if min(height, width) > 1 and repeats < _MOST_REPEATS:
        return _tiled(image, mode, window)
    down, across = source_indices(mode, top, bottom, height), source_indices(mode, left, right, width)
    first_row, first_column = int(np.min(down)), int(np.min(across))
    used: Image = image[first_row : int(np.max(down)) + 1, first_column : int(np.max(across)) + 1]
    found: Image = used.take(down - first_row, axis=0).take(across - first_column, axis=1)
    return found


class _Stretch(NamedTuple):
    """Pixels of a line from first to last - 1, and how many of padding come before and after them."""

    first: int
    last: int
    before: int
    after: int


def _bordered(image: Image, rows: _Stretch, columns: _Stretch, mode: PaddingMode) -> Image:
    """A part of a picture with padding that its own pixels make."""
    inside = image[rows.first : rows.last, columns.first : columns.last]
    margins = rows.before, rows.after, columns.before, columns.after
    steps = (columns.before + columns.after) * len(inside) * (image.shape[2] % 4 or 1)
    if mode in _LEFT_OUT and steps >= _MANY_STEPS:
        return _mirrored(inside, *margins, _LEFT_OUT[mode])
    padded = np.asarray(cv2.copyMakeBorder(inside, *margins, borderType=CV_BORDER[mode]), np.uint8)
    # OpenCV drops the channel axis of grey pictures.
    return padded.reshape(*padded.shape[:2], image.shape[2])


def _mirrored(inside: Image, above: int, below: int, left: int, right: int, left_out: int) -> Image:
    """A picture with so many rows and columns of its own mirror images about it."""
    height, width, channels = inside.shape
    made = np.empty((above + height + below, left + width + right, channels), np.uint8)
    middle = made[above : above + height]
    np.copyto(middle[:, left : left + width], inside)
    if left:
        cv2.flip(inside[:, left_out : left_out + left], 1, dst=middle[:, :left])
    if right:
        end = width - left_out
        cv2.flip(inside[:, end - right : end], 1, dst=middle[:, left + width :])
    if above:
        cv2.flip(middle[left_out : left_out + above], 0, dst=made[:above])
    if below:
        end = height - left_out
        cv2.flip(middle[end - below : end], 0, dst=made[above + height :])
    return made


def _seen(left_out: int, start: int, stop: int, size: int) -> _Stretch | None:
    """What positions start .. stop - 1 see of a line that is mirrored at its ends.

    None where the part of it that lies between them does not hold all pixels that its padding shows.
    """
    before, after = -start if start < 0 else 0, stop - size if stop > size else 0
    first, last = start + before, stop - after
    if first >= last or max(before, after) + left_out > last - first:
        return None
    return _Stretch(first, last, before, after)


def _clamped(start: int, stop: int, size: int) -> _Stretch:
    """What positions start .. stop - 1 see of a line whose ends repeat."""
    first = min(max(start, 0), size - 1)
    last = max(min(stop, size), first + 1)
    margin = stop - start - (last - first)
    before = min(max(-start, 0), margin)
    return _Stretch(first, last, before, margin - before)


class _Piece(NamedTuple):
    """An unbroken piece of a repeated line: where in the window, which pixels, and whether turned about."""

    place: slice
    source: slice
    mirrored: bool


def _tiled(image: Image, mode: PaddingMode, window: Region) -> Image:
    """A window of the endlessly repeated or mirrored picture, block by block."""
    made = np.empty((window.height, window.width, image.shape[2]), np.uint8)
    across = [*_pieces(mode, window.left, window.right, image.shape[1])]
    for down in _pieces(mode, window.top, window.bottom, image.shape[0]):
        for piece in across:
            block, place = image[down.source, piece.source], made[down.place, piece.place]
            if down.mirrored or piece.mirrored:
                turned = cv2.flip(block, _TURNED[down.mirrored, piece.mirrored])
                block = np.asarray(turned, np.uint8).reshape(place.shape)
            place[:] = block
    return made


def _pieces(mode: PaddingMode, start: int, stop: int, size: int) -> Iterator[_Piece]:
    """The unbroken pieces of positions start .. stop - 1 on a repeated line of at least two pixels."""
    left_out = _LEFT_OUT.get(mode)  # None where it is not mirrored
    period = size if left_out is None else 2 * (size - left_out)
    position = start
    while position < stop:
        first = position % period
        mirrored = first >= size
        length = min((period if mirrored else size) - first, stop - position)
        source = slice(first, first + length)
        if mirrored:
            end = 2 * size - (left_out or 0) - first
            source = slice(end - length, end)
        yield _Piece(slice(position - start, position - start + length), source, mirrored)
        position += length
