"""Small copies of the pictures that are looked at."""

from __future__ import annotations

from typing import Final

from augstudio.core.image import Image, size_of
from augstudio.core.pipeline import Pipeline
from augstudio.errors import AugStudioError
from augstudio.insights.material import Look, Material
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve

SLOW: Final = frozenset(("style_transfer", "image_model", "season", "color_transfer"))
"""Names of the steps that take too long to be tried on many pictures."""


def copied(
    material: Material, pipeline: Pipeline, look: Look, copy: int, image: Image | None = None
) -> Image | None:
    """A copy of a picture at a small size.

    Args:
        material: What the picture is from.
        pipeline: What happens to it; it mixes nothing in.
        look: The picture.
        copy: Number of the copy.
        image: What stands for the picture, ``(H, W, C)`` uint8; its small version where None.

    Returns:
        ``(H', W', C)`` uint8; None where the pipeline cannot be used on it.
    """
    given = look.small if image is None else image
    key, seed = look.sample.origin, material.seed
    try:
        resolved = resolve(pipeline, size_of(given), seed=seed, key=key, copy=copy, classes=look.classes)
        return render(given, resolved)
    except AugStudioError:
        return None
