"""Whether another draw of a pipeline could pad, where one pads nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from augstudio.core.image import Size
from augstudio.core.mixing import Mixing
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import CompositeTransform, Distortion
from augstudio.errors import ImageError
from augstudio.render.resolve import resolve
from augstudio.render.valid_area import padded_fraction

_TRIED: Final = 32
"""Draws that are tried: matrices alone, so that all of them take a few milliseconds."""


@lru_cache(maxsize=4)
def can_pad(pipeline: Pipeline, size: Size) -> bool:
    """Whether some draw leaves a gap to pad; True, too, where only rendering could tell.

    Args:
        pipeline: The steps.
        size: Width and height of the picture.
    """
    acting = [step for step in pipeline.steps if step.enabled and step.probability]
    if pipeline.is_limited or any(
        isinstance(step.transform, Distortion | CompositeTransform | Mixing) for step in acting
    ):
        return True
    try:
        return any(
            padded_fraction(resolve(pipeline, size, seed=seed, key="", copy=1)) > 0 for seed in range(_TRIED)
        )
    except ImageError:  # too large, which is told in place of the picture
        return True
