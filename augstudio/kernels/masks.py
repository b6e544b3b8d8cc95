"""Covering parts of a picture; alpha stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from augstudio.core.image import Image, colour_count, size_of
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region
from augstudio.kernels.alpha.counting import mean_colour

PLAIN_FILLS: Final = {"black": 0, "grey": 128, "white": 255}
"""Fills that are one grey level."""


def cover(
    image: Image,
    boxes: Iterable[Region],
    fill: str,
    noise_seed: int,
    *,
    calm: float = 1.0,
    corner: tuple[int, int] = (0, 0),
) -> Image:
    """Cover boxes.

    Args:
        image: ``(H, W, C)`` uint8.
        boxes: In pixels of the whole picture; they may reach beyond it.
        fill: One of :data:`PLAIN_FILLS`, "noise" (uniform, each colour by itself) or "mean" (the mean colour
            of ``image``, which must be the whole picture then; where nothing is visible it stays).
        noise_seed: Names the noise field.
        calm: Factor of the noise's distance from mid grey.
        corner: Column and row of the picture that the first pixel of ``image`` is.
    """
    output = image.copy()
    held = Region(*corner, *size_of(image))
    colours = output[:, :, : colour_count(image)]
    mean = mean_colour(image) if fill == "mean" else None
    if fill == "mean" and mean is None:
        return output
    for box in boxes:
        seen = box.seen_from(held).within(size_of(image))
        if seen.width <= 0 or seen.height <= 0:
            continue
        target = colours[seen.top : seen.bottom, seen.left : seen.right]
        if fill == "noise":
            target[:] = _noise(noise_seed, seen, held, target.shape[2], calm)
        else:
            target[:] = PLAIN_FILLS[fill] if mean is None else mean
    return output


def _noise(noise_seed: int, seen: Region, held: Region, colours: int, calm: float) -> Image:
    first = (held.left + seen.left) * colours
    field = noise_bytes(noise_seed, 0, Region(first, held.top + seen.top, seen.width * colours, seen.height))
    levels = np.floor(128 + calm * (np.arange(256) - 128.0) + 0.5).astype(np.uint8)
    noise: Image = levels[field]
    return noise.reshape(seen.height, seen.width, colours)
