"""How often each grey level occurs."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.kernels.alpha.counting import colour_counts, nothing_visible

LEVELS: Final = 256

Shares: TypeAlias = npt.NDArray[np.float64]


def histogram(image: Image, at_most: int | None = None) -> Shares:
    """Count grey levels in red, green and blue.

    Pixels count by their alpha.

    Args:
        image: ``(H, W, C)`` uint8; grey counts for all three colours.
        at_most: Count only rows and columns at equal distances, about so many pixels; None counts all.

    Returns:
        ``(3, 256)``: for each colour the share of pixels with each level; all 0 where nothing is visible.
    """
    if at_most is not None:
        step = max(1, int((image.shape[0] * image.shape[1] / at_most) ** 0.5 + 0.5))
        image = image[step // 2 :: step, step // 2 :: step]
    if nothing_visible(image):
        return np.zeros((3, LEVELS))
    counts = colour_counts(image)
    return np.stack([found / int(found.sum()) for found in (counts if len(counts) == 3 else 3 * counts)])
