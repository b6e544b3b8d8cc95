"""Enlargements beyond what pictures have of detail."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Final

import numpy as np

from augstudio.core.image import has_alpha, size_of
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.material import Look, Material
from augstudio.insights.motions import motions
from augstudio.kernels.detail.resolution import downscaled

FEWEST: Final = 5
"""Pictures below which nothing is said."""

_ENLARGED: Final = 1.4
_OFTEN: Final = 0.1
_FEW: Final = 16
_LOOKED_AT: Final = 8
_SOFT: Final = 0.75
_PLAIN: Final = 10.0

_FEW_TEXT: Final = (
    "{0} of 100 copies are enlarged, up to {1} times: they show as little as {2} pixels across of pictures "
    "of {3}; all between these is made up by the resampling"
)
_SOFT_TEXT: Final = (
    "{0} of 100 copies are enlarged, up to {1} times, but the pictures have no detail for that: halved and "
    "enlarged again, their pixels change by only {2} levels of 255 (root of the mean square)"
)
_REMEDY: Final = "lower the largest factor, or the smallest part that is cut out"


def resolution(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step enlarges pictures so far that hardly any pixels, or no details, are left."""
    found = motions(material, pipeline, step)
    enlarged = [item for item in found if item.zoom > _ENLARGED]
    looks = {id(item.look): item.look for item in enlarged}
    share = step.probability * len(enlarged) / len(found) if found else 0.0
    if share < _OFTEN or len(looks) < FEWEST:
        return
    worst = max(enlarged, key=lambda item: item.zoom)
    left = median(min(item.look.size) / item.zoom for item in enlarged)
    side = round(median(min(look.size) for look in looks.values()))
    figures = {"share": share, "zoom": worst.zoom, "pixels": left}
    hundred, times = round(100 * share), f"{worst.zoom:.1f}"
    if left < _FEW:
        least = round(min(min(item.look.size) / item.zoom for item in enlarged))
        text = Message(_FEW_TEXT, hundred, times, least, side)
    else:
        lost = _lost_by_halving(material, list(looks.values()))
        if lost is None or lost > _SOFT:
            return
        figures["halved"] = lost
        text = Message(_SOFT_TEXT, hundred, times, f"{lost:.1f}")
    yield Advice(
        "beyond-resolution",
        Severity.NOTE,
        step.id,
        text,
        Message(_REMEDY),
        Example(worst.look.sample.key, worst.copy),
        figures,
    )


def _lost_by_halving(material: Material, looks: list[Look]) -> float | None:
    """What is lost of pictures that are reduced to half and enlarged again; None where they are plain."""
    lost = []
    for look in looks[:_LOOKED_AT]:
        picture = material.picture(look)
        if picture is None or has_alpha(picture) or picture.std() < _PLAIN:
            continue
        width, height = size_of(picture)
        coarse = downscaled(picture, (max(1, width // 2), max(1, height // 2)), "smooth")
        lost.append(float(np.sqrt(((coarse.astype(np.float64) - picture) ** 2).mean())))
    return median(lost) if len(lost) >= FEWEST else None
