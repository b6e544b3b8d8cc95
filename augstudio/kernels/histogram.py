"""How often each grey level occurs."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image

LEVELS: Final = 256

Shares: TypeAlias = npt.NDArray[np.float64]


def histogram(image: Image, at_most: int | None = None) -> Shares:
    """Count grey levels in red, green and blue.

    Fully transparent pixels are left out.

    Args:
        image: ``(H, W, C)`` uint8; grey counts for all three colours.
        at_most: Count only rows and columns at equal distances, about so many pixels; None counts all.

    Returns:
        ``(3, 256)``: for each colour the share of pixels with each level; all 0 where no pixel is left.
    """
    if at_most is not None:
        step = max(1, int((image.shape[0] * image.shape[1] / at_most) ** 0.5 + 0.5))
        image = image[step // 2 :: step, step // 2 :: step]
    pixels = image.reshape(-1, image.shape[2])
    if image.shape[2] == 4:
        pixels = pixels[pixels[:, 3] > 0]
    colours = range(3) if pixels.shape[1] >= 3 else (0, 0, 0)
    counts = np.stack([np.bincount(pixels[:, colour], minlength=LEVELS) for colour in colours])
    return counts / max(1, len(pixels))
