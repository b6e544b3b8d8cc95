"""Noise that compression hides, noise that no camera shows, and noise in which pictures drown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from statistics import median
from typing import Final

import numpy as np

from augstudio.core.image import Image, has_alpha, size_of
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.copies import copied
from augstudio.insights.material import Look, Material
from augstudio.kernels.detail.resolution import jpeg_compressed

FEWEST: Final = 4
"""Pictures below which nothing is said."""

_LOOKED_AT: Final = 8
_COPIES: Final = 4
_SIDE: Final = 256
_JPEG: Final = (".jpg", ".jpeg", ".jpe", ".jfif")
_HIDDEN: Final = 0.5
_MIDDLE_GREY: Final = 128
# Signal-to-noise ratio: ISO 12232 rates a sensor's speed by 10 for pictures that are just acceptable. At 3 a
# pixel of middle grey would have counted some ten electrons.
_ACCEPTABLE: Final = 10
_BEYOND: Final = 3
_NO_SENSOR: Final = "salt_and_pepper"  # broken pixels, which are as bright as they are

_HIDDEN_TEXT: Final = (
    "the strongest noise drawn changes pixels by {0} levels of 255 (root of the mean square), but saving "
    "them as JPEG of quality {1} by {2}: little of it is left in an export"
)
_HIDDEN_REMEDY: Final = "raise the range, export as PNG, or leave the step out"
_DROWNED_TEXT: Final = (
    "noise of {0} levels of 255 (root of the mean square, half of the copies have more) lies over pictures "
    "whose own brightness varies by {1}: there is more noise than picture"
)
_BEYOND_TEXT: Final = (
    "noise of {0} levels of 255 (root of the mean square, half of the copies have more) is beyond what "
    "cameras show: at middle grey its signal-to-noise ratio is {1}, and {2} counts as just acceptable "
    "(ISO 12232)"
)
_DROWNED_REMEDY: Final = "lower the range to what the cameras of your pictures show"


def noise(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where noise is weaker than an export's compression, or stronger than cameras or pictures."""
    if step.transform.GROUP != "Noise":
        return
    alone = pipeline.only(step.id)
    strengths: list[float] = []
    own: list[float] = []
    losses: list[float] = []
    worst: tuple[float, Example] | None = None
    for look in material.looks_for(step)[:_LOOKED_AT]:
        part = _part(material, look)
        if part is None:
            continue
        own.append(float(part.astype(np.float64).mean(axis=2).std()))
        if material.quality is not None and PurePosixPath(look.sample.key).suffix.lower() in _JPEG:
            losses.append(_apart(jpeg_compressed(part, material.quality), part))
        for copy in range(1, _COPIES + 1):
            made = copied(material, alone, look, copy, part)
            if made is None:
                continue
            strength = _apart(made, part)
            strengths.append(strength)
            if worst is None or strength > worst[0]:
                worst = strength, Example(look.sample.key, copy)
    if worst is None or len(own) < FEWEST:
        return
    figures = {"strongest": worst[0], "median": median(strengths), "own": median(own)}
    if len(losses) >= max(FEWEST, len(own) / 2) and worst[0] < _HIDDEN * median(losses):
        figures["jpeg"] = median(losses)
        text = Message(_HIDDEN_TEXT, f"{worst[0]:.1f}", material.quality, f"{median(losses):.1f}")
        remedy, severity, rule = Message(_HIDDEN_REMEDY), Severity.NOTE, "noise-hidden"
    elif median(strengths) > median(own) > 0:
        text = Message(_DROWNED_TEXT, f"{median(strengths):.0f}", f"{median(own):.0f}")
        remedy, severity, rule = Message(_DROWNED_REMEDY), Severity.LIKELY_WRONG, "noise-drowns"
    elif median(strengths) > _MIDDLE_GREY / _BEYOND and step.transform.NAME != _NO_SENSOR:
        half = median(strengths)
        text = Message(_BEYOND_TEXT, f"{half:.0f}", f"{_MIDDLE_GREY / half:.1f}", _ACCEPTABLE)
        remedy, severity, rule = Message(_DROWNED_REMEDY), Severity.NOTE, "noise-beyond-cameras"
    else:
        return
    yield Advice(rule, severity, step.id, text, remedy, worst[1], figures)


def _part(material: Material, look: Look) -> Image | None:
    """The middle of a full picture without alpha, on JPEG's grid of blocks."""
    whole = material.picture(look)
    if whole is None or has_alpha(whole):
        return None
    width, height = size_of(whole)
    top, left = (max(0, side - _SIDE) // 2 // 16 * 16 for side in (height, width))
    return np.ascontiguousarray(whole[top : top + _SIDE, left : left + _SIDE])


def _apart(one: Image, other: Image) -> float:
    """The root of the mean square of the difference, in levels."""
    return float(np.sqrt(((one.astype(np.float64) - other) ** 2).mean()))
