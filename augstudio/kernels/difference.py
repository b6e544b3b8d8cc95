"""How far two pictures are apart, pixel by pixel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from augstudio.core.image import Image, Size, size_of


@dataclass(frozen=True)
class Difference:
    """Where and how much two pictures differ.

    Attributes:
        pixels: ``(H, W, C)`` uint8, the absolute difference of every sample where both pictures lie.
        mean: Mean of all absolute differences, 0 to 255.
        share: Share of the pixels that differ in at least one channel, 0 to 1.
        sizes: Width and height of the two pictures.
    """

    pixels: Image
    mean: float
    share: float
    sizes: tuple[Size, Size]

    @property
    def same_size(self) -> bool:
        """Whether the pictures cover each other wholly."""
        return self.sizes[0] == self.sizes[1]


def difference(first: Image, second: Image) -> Difference:
    """Compare two pictures.

    Pictures of different size are laid on each other by their centres (half pixels are rounded towards the
    upper left) and compared where both lie; what only one of them covers counts for nothing.

    Args:
        first: ``(H, W, C)`` uint8.
        second: ``(H', W', C)`` uint8 with as many channels.

    Raises:
        ValueError: The numbers of channels differ.
    """
    if first.shape[2] != second.shape[2]:
        raise ValueError(f"{first.shape[2]} and {second.shape[2]} channels cannot be compared")
    sizes = size_of(first), size_of(second)
    width, height = min(sizes[0][0], sizes[1][0]), min(sizes[0][1], sizes[1][1])
    one, other = _middle(first, width, height), _middle(second, width, height)
    pixels = np.asarray(cv2.absdiff(one, other), np.uint8).reshape(height, width, first.shape[2])
    channels = [pixels[:, :, index] for index in range(pixels.shape[2])]
    most = channels[0]
    for channel in channels[1:]:
        most = np.maximum(most, channel)
    return Difference(pixels, float(pixels.mean()), np.count_nonzero(most) / most.size, sizes)


def amplified(pixels: Image, gain: int) -> Image:
    """Samples times a whole number, at most 255.

    Args:
        pixels: ``(H, W, C)`` uint8.
        gain: At least 1.
    """
    table = np.minimum(np.arange(256) * gain, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(pixels, table), np.uint8).reshape(pixels.shape)


def _middle(image: Image, width: int, height: int) -> Image:
    left, top = (image.shape[1] - width) // 2, (image.shape[0] - height) // 2
    return image[top : top + height, left : left + width]
