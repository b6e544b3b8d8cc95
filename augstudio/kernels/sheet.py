"""Several pictures as one, with captions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image

_FONT: Final = cv2.FONT_HERSHEY_SIMPLEX
_INK: Final = (235, 235, 235)
_CHECKER: Final = (112, 144)
_CHECKER_SIDE: Final = 8


def sheet(panes: Sequence[tuple[str, Image]], columns: int, *, gap: int = 12, background: int = 64) -> Image:
    """Put pictures into a grid, each centred in its cell under its caption.

    Args:
        panes: Captions, shown as far as they are ASCII, and pictures of any sizes, ``(H, W, C)`` uint8; at
            least one.
        columns: Cells in a row, at least 1.
        gap: Pixels around each cell.
        background: Grey level of what is left free.

    Returns:
        ``(H, W, 3)`` uint8, RGB; transparency shows a mid-grey checkerboard.
    """
    columns = min(columns, len(panes))
    rows = -(-len(panes) // columns)
    width = max(image.shape[1] for _, image in panes)
    height = max(image.shape[0] for _, image in panes)
    scale = min(0.8, max(0.35, width / 400))
    band = round(34 * scale)
    size = (rows * (height + band + gap) + gap, columns * (width + gap) + gap, 3)
    output = np.full(size, background, np.uint8)
    for number, (caption, image) in enumerate(panes):
        top = gap + number // columns * (height + band + gap)
        left = gap + number % columns * (width + gap)
        output[top : top + band, left : left + width] = _caption(caption, width, band, scale, background)
        shown = _opaque(image)
        y = top + band + (height - shown.shape[0]) // 2
        x = left + (width - shown.shape[1]) // 2
        output[y : y + shown.shape[0], x : x + shown.shape[1]] = shown
    return output


def _caption(text: str, width: int, height: int, scale: float, background: int) -> Image:
    line = np.full((height, width, 3), background, np.uint8)
    ascii_text = text.encode("ascii", "replace").decode()
    (text_width, _), _ = cv2.getTextSize(ascii_text, _FONT, scale, 1)
    fitting = scale * min(1.0, width / max(text_width, 1))
    baseline = round(height * 0.68)
    cv2.putText(line, ascii_text, (0, baseline), _FONT, fitting, _INK, 1, cv2.LINE_AA)
    return line


def _opaque(image: Image) -> Image:
    """The picture as RGB, with a checkerboard behind it."""
    height, width, channels = image.shape
    if channels == 3:
        return image
    if channels == 1:
        return np.repeat(image, 3, axis=2)
    rows, columns = np.ogrid[:height, :width]
    odd = (rows // _CHECKER_SIDE + columns // _CHECKER_SIDE) % 2
    behind = np.where(odd, _CHECKER[1], _CHECKER[0])[:, :, np.newaxis]
    alpha = image[:, :, 3:].astype(np.int32)
    mixed = (image[:, :, :3] * alpha + behind * (255 - alpha) + 127) // 255
    return mixed.astype(np.uint8)
