"""Copies that are nearly the picture itself, or nearly another copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from augstudio.core.image import Image
from augstudio.core.pipeline import Pipeline
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.copies import SLOW, copied
from augstudio.insights.material import Material

FEWEST: Final = 5
"""Pictures below which nothing is said."""

_LOOKED_AT: Final = 20
_MOST_COPIES: Final = 8
_SAME: Final = 1.0
_MANY: Final = 0.2

_TEXT: Final = (
    "of {0} copies of {1} pictures, {2} differ by less than one level of 255 on average from the picture or "
    "from an earlier copy of it, looked at small"
)
_REMEDY: Final = "make fewer copies, widen ranges, or add a step: copies that repeat only cost time"


def repeats(material: Material, pipeline: Pipeline) -> Iterator[Advice]:
    """Say where many copies of a picture repeat the picture or each other."""
    steps = pipeline.switched_on()
    if pipeline.mixes or any(step.name in SLOW for step in steps) or not steps or not material.copies:
        return
    count = min(material.copies, _MOST_COPIES)
    total = again = 0
    example: Example | None = None
    looks = material.looks[:_LOOKED_AT]
    for look in looks:
        seen = [look.small]
        for copy in range(1, count + 1):
            made = copied(material, pipeline, look, copy)
            if made is None:
                continue
            total += 1
            if any(_apart(made, earlier) < _SAME for earlier in seen):
                again += 1
                example = example or Example(look.sample.key, copy)
            seen.append(made)
    if len(looks) < FEWEST or again < _MANY * total or not again:
        return
    yield Advice(
        "repeated-copies",
        Severity.NOTE,
        None,
        Message(_TEXT, total, len(looks), again),
        Message(_REMEDY),
        example,
        {"copies": total, "repeated": again},
    )


def _apart(one: Image, other: Image) -> float:
    """The mean difference in levels; that of black and white for other sizes."""
    if one.shape != other.shape:
        return 255.0
    return float(np.abs(one.astype(np.int16) - other).mean())
