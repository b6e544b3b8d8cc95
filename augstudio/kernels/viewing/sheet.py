"""Several pictures as one, with captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import cv2
import numpy as np

from augstudio.core.image import Image, Size, has_alpha, size_of

BACKGROUND: Final = 64
"""Grey level of what is left free."""

INK: Final = 235
"""Grey level of captions."""

LONGEST_CAPTION: Final = 640
"""Pixels to which a cell grows with its caption; what is longer is cut."""

_GAP: Final = 12
_CELL: Final = 160  # about as wide small pictures become
_TEXT_SCALES: Final = 0.4, 0.8
_FONT: Final = cv2.FONT_HERSHEY_SIMPLEX
_CHECKER: Final = (112, 144)
_CHECKER_SIDE: Final = 8

# What captions use beyond ASCII, in letters that the font has.
_SPELLED: Final = str.maketrans({"°": " deg", "×": "x", "−": "-", "–": "-", "…": "..."})


class Cell(NamedTuple):
    """A rectangle of pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class SheetLayout:
    """Where everything lies on a sheet.

    Attributes:
        size: Width and height of the sheet.
        captions: Where the captions stand, one above each cell and as wide as it.
        pictures: Where the pictures lie, each of its own size in the middle of its cell.
    """

    size: Size
    captions: tuple[Cell, ...]
    pictures: tuple[Cell, ...]


def enlarging_factor(sizes: Sequence[Size], tallest: int) -> int:
    """The whole factor by which small pictures are enlarged on a sheet, so that it is legible.

    Args:
        sizes: Widths and heights of all pictures of the sheet, at least one.
        tallest: Pixels above which none may become in height.

    Returns:
        1 for pictures that are large enough.
    """
    width, height = max(size[0] for size in sizes), max(size[1] for size in sizes)
    return max(1, min(round(_CELL / width), tallest // height))


def enlarged(image: Image, factor: int) -> Image:
    """Every pixel as a square of ``factor`` pixels; ``(H, W, C)`` uint8."""
    return image if factor == 1 else image.repeat(factor, axis=0).repeat(factor, axis=1)


def sheet_layout(sizes: Sequence[Size], columns: int, gap: int = _GAP, *, narrowest: int = 0) -> SheetLayout:
    """Lay pictures out in a grid of equal cells, in rows from left to right.

    Args:
        sizes: Widths and heights, of at least one picture.
        columns: Cells in a row, at least 1.
        gap: Pixels around each cell.
        narrowest: Least width of a cell, as captions need.
    """
    columns = min(columns, len(sizes))
    rows = -(-len(sizes) // columns)
    width = max(narrowest, *(size[0] for size in sizes))
    height = max(size[1] for size in sizes)
    band = round(34 * _text_scale(width))
    captions, pictures = [], []
    for number, (across, down) in enumerate(sizes):
        row, column = divmod(number, columns)
        left, top = gap + column * (width + gap), gap + row * (height + band + gap)
        captions.append(Cell(left, top, width, band))
        pictures.append(Cell(left + (width - across) // 2, top + band + (height - down) // 2, across, down))
    size = (columns * (width + gap) + gap, rows * (height + band + gap) + gap)
    return SheetLayout(size, tuple(captions), tuple(pictures))


def sheet(panes: Sequence[tuple[str, Image]], columns: int) -> Image:
    """Put pictures into a grid, each under its caption, for which its cell is wide enough.

    Args:
        panes: Captions, shown as far as they are ASCII, and pictures of any sizes, ``(H, W, C)`` uint8; at
            least one.
        columns: Cells in a row, at least 1.

    Returns:
        ``(H, W, 3)`` uint8, RGB; transparency shows a mid-grey checkerboard.
    """
    needed = max(_text_width(_spelled(caption), _TEXT_SCALES[0]) for caption, _ in panes)
    sizes = [size_of(image) for _, image in panes]
    layout = sheet_layout(sizes, columns, narrowest=min(needed, LONGEST_CAPTION))
    output = np.full((*layout.size[::-1], 3), BACKGROUND, np.uint8)
    for (caption, image), above, place in zip(panes, layout.captions, layout.pictures, strict=True):
        _part(output, above)[:] = _caption(caption, above.width, above.height)
        _part(output, place)[:] = _opaque(image)
    return output


def _part(image: Image, box: Cell) -> Image:
    return image[box.top : box.top + box.height, box.left : box.left + box.width]


def _text_scale(width: int) -> float:
    return min(_TEXT_SCALES[1], max(_TEXT_SCALES[0], width / 400))


def _spelled(text: str) -> str:
    return text.translate(_SPELLED).encode("ascii", "replace").decode()


def _text_width(text: str, scale: float) -> int:
    return cv2.getTextSize(text, _FONT, scale, 1)[0][0]


def _caption(text: str, width: int, height: int) -> Image:
    line = np.full((height, width, 3), BACKGROUND, np.uint8)
    shown, scale = _fitting(_spelled(text), width)
    baseline = round(height * 0.68)
    cv2.putText(line, shown, (0, baseline), _FONT, scale, (INK, INK, INK), 1, cv2.LINE_AA)
    return line


def _fitting(text: str, width: int) -> tuple[str, float]:
    """A text and its scale in a width: smaller where it is long, cut where it would become unreadable."""
    scale = _text_scale(width)
    needed = _text_width(text, scale)
    if needed > width:
        scale = max(_TEXT_SCALES[0], scale * width / needed)
    kept = text
    while kept and _text_width(text, scale) > width:
        kept = kept[:-1]
        text = f"{kept}..."
    return text, scale


def _opaque(image: Image) -> Image:
    """The picture as RGB, with a checkerboard behind it."""
    height, width, channels = image.shape
    if channels <= 2:
        image = np.concatenate([image[:, :, :1]] * 3 + [image[:, :, 1:]], axis=2)
    if not has_alpha(image):
        return image
    rows, columns = np.ogrid[:height, :width]
    odd = (rows // _CHECKER_SIDE + columns // _CHECKER_SIDE) % 2
    behind = np.where(odd, _CHECKER[1], _CHECKER[0])[:, :, np.newaxis]
    alpha = image[:, :, 3:].astype(np.int32)
    mixed = (image[:, :, :3] * alpha + behind * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)
