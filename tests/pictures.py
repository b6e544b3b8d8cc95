"""Made-up pictures and how far two pictures are apart."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image
from augstudio.core.padding import Padding, PaddingMode

ODD_SIZES = [(1, 1), (1, 7), (7, 1), (2, 3), (3, 2), (640, 3), (5, 300)]
"""Widths and heights that break careless code."""

MAGENTA = (255, 0, 255)


def noise_picture(width: int, height: int, channels: int = 3, seed: int = 0) -> Image:
    """Independent uniform values: no pixel is like its neighbour."""
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), dtype=np.uint8)


def smooth_picture(width: int, height: int, channels: int = 3) -> Image:
    """Soft waves whose neighbouring pixels differ by less than 8 grey levels."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float64)
    planes = [
        128 + 60 * np.sin(columns / (17 + 3 * c) + c) + 60 * np.cos(rows / (13 + 2 * c) - c)
        for c in range(channels)
    ]
    return np.stack(planes, axis=2).round().clip(0, 255).astype(np.uint8)


def plain_picture(width: int, height: int, channels: int = 3, value: int = 128) -> Image:
    """One grey everywhere."""
    return np.full((height, width, channels), value, np.uint8)


def numpy_pad(image: Image, before: tuple[int, int], after: tuple[int, int], padding: Padding) -> Image:
    """The oracle for padding: ``numpy.pad`` by (rows, columns) on the two sides."""
    widths = ((before[0], after[0]), (before[1], after[1]), (0, 0))
    if padding.mode is not PaddingMode.CONSTANT:
        padded: Image = np.pad(image, widths, mode=padding.mode.value)  # type: ignore[call-overload]
        return padded
    planes = [
        np.pad(image[:, :, c], widths[:2], mode="constant", constant_values=value)
        for c, value in enumerate(fill_of(padding, image.shape[2]))
    ]
    return np.stack(planes, axis=2)


def fill_of(padding: Padding, channels: int) -> tuple[int, ...]:
    """The fill colour of a picture with so many channels, by the stated rule."""
    red, green, blue = padding.fill[:3]
    alpha = padding.fill[3] if len(padding.fill) == 4 else 0
    grey = math.floor(0.299 * red + 0.587 * green + 0.114 * blue + 0.5)
    return {1: (grey,), 2: (grey, alpha), 3: (red, green, blue), 4: (red, green, blue, alpha)}[channels]


def distance(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Absolute difference per value."""
    return np.abs(one.astype(np.float64) - other.astype(np.float64))


def psnr(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> float:
    """Peak signal to noise ratio in decibels."""
    error = float((distance(one, other) ** 2).mean())
    return math.inf if error == 0 else 10 * math.log10(255**2 / error)
