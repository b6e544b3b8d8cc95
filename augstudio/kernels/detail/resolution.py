"""Loss of detail: fewer pixels, and JPEG's blocks; alpha stays as it is."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size, has_alpha, size_of
from augstudio.kernels.alpha.hidden import with_hidden, without_hidden
from augstudio.kernels.alpha.weighing import alpha_of, evenly_visible
from augstudio.kernels.colour.pixelwise import on_colours
from augstudio.kernels.sampling.averaging import averaged, weigh_enlarged
from augstudio.kernels.sampling.pyramid import shrink

JPEG_GRID: Final = 16
"""JPEG's blocks with halved colours are squares of so many pixels."""

# The JPEG format ends at 65,535 pixels; larger pictures are made in tiles that share a block.
_TILE: Final = 1 << 15
_INTERPOLATION: Final = {"smooth": cv2.INTER_LINEAR, "blocks": cv2.INTER_NEAREST_EXACT}


def downscaled(image: Image, size: Size, enlarging: str) -> Image:
    """Average to a smaller size and enlarge again.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        size: Width and height in between, at most the picture's.
        enlarging: "smooth" (bilinear) or "blocks" (nearest pixel).
    """
    full = size_of(image)
    if size == full:
        return image.copy()
    how = _INTERPOLATION[enlarging]
    weighed = has_alpha(image) and not evenly_visible(image)
    small = shrink(image, size) if weighed else np.empty(0, np.uint8)

    def coarse(colours: Image) -> Image:
        reduced = np.ascontiguousarray(small[:, :, :-1]) if weighed else shrink(colours, size)
        return np.asarray(cv2.resize(reduced, full, interpolation=how), np.uint8)

    output = on_colours(image, coarse)
    if weighed and enlarging == "smooth":
        weigh_enlarged(output, small, _weights(alpha_of(image), size))
    return output


def _weights(alpha: Image, size: Size) -> Image:
    """Alpha reduced, but nowhere to nothing where there is anything visible."""
    reduced = averaged(alpha.astype(np.float32), size)
    return np.asarray(np.maximum(np.rint(reduced), reduced > 0), np.uint8)


def jpeg_compressed(image: Image, quality: int) -> Image:
    """Encode as JPEG and decode again, with colours at half resolution as cameras do.

    Args:
        image: ``(H, W, C)`` uint8; its first pixel must lie on the grid of blocks.
        quality: 1 to 100, as libjpeg counts it.

    Returns:
        Colours of what is visible as if what is hidden had the mean colour of the blocks about it; hidden
        colours stay.
    """
    filled = without_hidden(image, JPEG_GRID)
    output = on_colours(image if filled is None else filled, lambda colours: _in_tiles(colours, quality))
    return output if filled is None else with_hidden(output, image)


def _in_tiles(colours: Image, quality: int) -> Image:
    if max(size_of(colours)) <= _TILE:
        return _coded(colours, quality)
    output = np.empty_like(colours)
    height, width = colours.shape[:2]
    for top in range(0, height, _TILE - 2 * JPEG_GRID):
        for left in range(0, width, _TILE - 2 * JPEG_GRID):
            tile = np.s_[top : top + _TILE, left : left + _TILE]
            skipped = JPEG_GRID if top else 0, JPEG_GRID if left else 0
            kept = np.s_[top + skipped[0] : top + _TILE, left + skipped[1] : left + _TILE]
            output[kept] = _coded(colours[tile], quality)[skipped[0] :, skipped[1] :]
    return output


def _coded(colours: Image, quality: int) -> Image:
    grey = colours.shape[2] == 1
    options = [
        cv2.IMWRITE_JPEG_QUALITY,
        quality,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR,
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
    ]
    _, data = cv2.imencode(".jpg", colours if grey else cv2.cvtColor(colours, cv2.COLOR_RGB2BGR), options)
    decoded = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE if grey else cv2.IMREAD_COLOR)
    assert decoded is not None  # it was encoded a line above
    return np.asarray(decoded if grey else cv2.cvtColor(decoded, cv2.COLOR_BGR2RGB), np.uint8).reshape(
        colours.shape
    )
