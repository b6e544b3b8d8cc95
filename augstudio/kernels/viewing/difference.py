"""How far two pictures are apart, pixel by pixel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from augstudio.core.image import Image, Size, has_alpha, size_of


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
    starts = overlap_offsets(*sizes)
    one, other = (
        image[top : top + height, left : left + width]
        for image, (left, top) in zip((first, second), starts, strict=True)
    )
    pixels = np.asarray(cv2.absdiff(one, other), np.uint8).reshape(height, width, first.shape[2])
    channels = [pixels[:, :, index] for index in range(pixels.shape[2])]
    most = channels[0]
    for channel in channels[1:]:
        most = np.maximum(most, channel)
    return Difference(pixels, float(pixels.mean()), int(np.count_nonzero(most)) / most.size, sizes)


def amplified(pixels: Image, gain: int) -> Image:
    """A difference made visible: samples times a whole number, at most 255.

    Args:
        pixels: ``(H, W, C)`` uint8; a difference of alpha is shown in all colours.
        gain: At least 1.

    Returns:
        ``(H, W, 1)`` or ``(H, W, 3)`` uint8.
    """
    table = np.minimum(np.arange(256) * gain, 255).astype(np.uint8)
    visible = np.asarray(cv2.LUT(pixels, table), np.uint8).reshape(pixels.shape)
    return np.maximum(visible[:, :, :-1], visible[:, :, -1:]) if has_alpha(pixels) else visible


def overlap_offsets(first: Size, second: Size) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the part in which both pictures lie begins: left and top in the first, and in the second."""
    width, height = min(first[0], second[0]), min(first[1], second[1])
    return (
        ((first[0] - width) // 2, (first[1] - height) // 2),
        ((second[0] - width) // 2, (second[1] - height) // 2),
    )
