"""Numbers that describe a picture for a simple learner: how strongly fixed filters answer, by quarter.

The single layer of A. Coates and A. Ng, "The importance of encoding versus training with sparse coding and
vector quantization" (ICML 2011): patches are normalised, whitened filters are laid over them, answers
below a threshold count as none, and what is left is summed over the four quarters of the picture.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.kernels.sampling.square import squeezed

SEEN_SIDE: Final = 32
"""Pictures are squeezed into a square of so many pixels a side."""

PATCH_SIDE: Final = 6
"""Filters are squares of so many pixels a side."""

_THRESHOLD: Final = 0.25
_CONTRAST: Final = 10.0  # added to a patch's variance, in squared grey levels, so that flat ones stay flat

Floats: TypeAlias = npt.NDArray[np.floating[Any]]


def seen_picture(image: Image) -> Image:
    """A picture as the learner sees it.

    Args:
        image: ``(H, W, C)`` uint8, grey or RGB, with alpha or without.

    Returns:
        ``(32, 32, 3)`` uint8; what is transparent shows a middle grey.
    """
    return squeezed(image, SEEN_SIDE)


def normalised_patches(image: Image) -> Floats:
    """All patches of a picture, each with its mean taken off and divided by its contrast.

    Args:
        image: ``(H, W, 3)`` uint8, at least 6 pixels a side.

    Returns:
        ``((H - 5) * (W - 5), 108)`` float32.
    """
    windows = np.lib.stride_tricks.sliding_window_view(
        image.astype(np.float32), (PATCH_SIDE, PATCH_SIDE), (0, 1)
    )
    flat = windows.reshape(-1, 3 * PATCH_SIDE**2)
    flat = flat - flat.mean(axis=1, keepdims=True)
    return np.asarray(flat / np.sqrt(flat.var(axis=1, keepdims=True) + _CONTRAST))


def features(seen: Image, filters: Floats) -> Floats:
    """What the filters find in a picture.

    Args:
        seen: What :func:`seen_picture` gives.
        filters: ``(F, 108)``, whitened.

    Returns:
        ``(4 F,)`` float32: for each quarter, the mean answer of each filter.
    """
    answers = np.maximum(normalised_patches(seen) @ filters.T - _THRESHOLD, 0)
    side = SEEN_SIDE - PATCH_SIDE + 1
    middle = (side + 1) // 2
    maps = answers.reshape(side, side, -1)
    halves = (slice(None, middle), slice(middle, None))
    quarters = [maps[rows, columns].mean(axis=(0, 1)) for rows in halves for columns in halves]
    return np.concatenate(quarters).astype(np.float32)
