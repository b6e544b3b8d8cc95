"""Borders that only copies have, and pictures so small that two ways of mirroring differ."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean, median
from typing import Final

import numpy as np

from augstudio.core.image import Image, has_alpha, size_of
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.pipeline import Pipeline
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.copies import copied
from augstudio.insights.material import Material
from augstudio.insights.motions import resolved_for
from augstudio.render.valid_area import padded_fraction

FEWEST: Final = 10
"""Pictures below which nothing is said."""

_LOOKED_AT: Final = 40
_COPIES: Final = 3
_MUCH: Final = 0.05
_OWN_BORDERS: Final = 0.1
_LEVELS: Final = 6
_SMALL: Final = 16
_DIFFERENT: Final = 0.05

_BORDERS_TEXT: Final = (
    "{0} of {1} copies have a plain border, which covers {2} % of a copy on average and up to {3} %; of your "
    "pictures themselves {4} of {5} end in this colour, so a network can learn to know copies by it"
)
_BORDERS_REMEDY: Final = "pad by reflect, or let the steps crop, so that no border is left"
_SMALL_TEXT: Final = (
    "the pictures are {0} pixels small: reflect and symmetric, which elsewhere hardly differ, change {1} % "
    "of the pixels of a copy, by {2} levels of 255 each"
)
_SMALL_REMEDY: Final = "look at both in the view of padding modes, and use the same one as the training code"


def borders(material: Material, pipeline: Pipeline) -> Iterator[Advice]:
    """Say where constant padding puts a border around copies that the pictures themselves do not have."""
    if pipeline.padding.mode is not PaddingMode.CONSTANT or pipeline.mixes:
        return
    looks = [look for look in material.looks if not has_alpha(look.small)][:_LOOKED_AT]
    if len(looks) < FEWEST:
        return
    shares: list[tuple[float, Example]] = []
    for look in looks:
        for copy in range(1, _COPIES + 1):
            resolved = resolved_for(material, pipeline, look, copy)
            if resolved is not None:
                shares.append((padded_fraction(resolved), Example(look.sample.key, copy)))
    if not shares or fmean(share for share, _ in shares) < _MUCH:
        return
    own = sum(_ends_in(look.small, pipeline.padding) for look in looks)
    if own > _OWN_BORDERS * len(looks):
        return
    worst, example = max(shares, key=lambda item: item[0])
    mean = fmean(share for share, _ in shares)
    bordered = sum(share > 0 for share, _ in shares)
    yield Advice(
        "border",
        Severity.NOTE,
        None,
        Message(
            _BORDERS_TEXT, bordered, len(shares), f"{100 * mean:.0f}", f"{100 * worst:.0f}", own, len(looks)
        ),
        Message(_BORDERS_REMEDY),
        example,
        {"copies": len(shares), "bordered": bordered, "mean": mean, "most": worst, "own": own},
    )


def few_pixels(material: Material, pipeline: Pipeline) -> Iterator[Advice]:
    """Say where pictures are so small that mirroring with and without the outermost pixel differ."""
    if pipeline.padding.mode not in (PaddingMode.REFLECT, PaddingMode.SYMMETRIC) or pipeline.mixes:
        return
    looks = [look for look in material.looks if min(look.size) <= _SMALL and look.size == size_of(look.small)]
    if len(looks) < max(FEWEST, len(material.looks) // 2):
        return
    modes = [
        pipeline.with_padding(Padding(mode=mode)) for mode in (PaddingMode.REFLECT, PaddingMode.SYMMETRIC)
    ]
    shares: list[float] = []
    levels: list[float] = []
    worst: tuple[float, Example] | None = None
    for look in looks[:_LOOKED_AT]:
        for copy in range(1, _COPIES + 1):
            made = [copied(material, item, look, copy) for item in modes]
            if made[0] is None or made[1] is None:
                continue
            apart = np.abs(made[0].astype(np.int16) - made[1]).max(axis=2)
            shares.append(float((apart > 0).mean()))
            if shares[-1]:
                levels.append(float(apart[apart > 0].mean()))
            if worst is None or shares[-1] > worst[0]:
                worst = shares[-1], Example(look.sample.key, copy)
    if worst is None or fmean(shares) < _DIFFERENT:
        return
    side = round(median(min(look.size) for look in looks))
    yield Advice(
        "few-pixels",
        Severity.NOTE,
        None,
        Message(_SMALL_TEXT, side, f"{100 * fmean(shares):.0f}", f"{fmean(levels):.0f}"),
        Message(_SMALL_REMEDY),
        worst[1],
        {"side": side, "share": fmean(shares), "levels": fmean(levels)},
    )


def _ends_in(small: Image, padding: Padding) -> bool:
    """Whether most of the outermost pixels of a picture have the colour that is padded with."""
    fill = np.array(padding.fill[:3], np.float64)
    if small.shape[2] == 1:
        fill = np.array([fill @ (0.299, 0.587, 0.114)])
    rim = np.concatenate((small[0], small[-1], small[:, 0], small[:, -1])).astype(np.float64)
    return float((np.abs(rim - fill).max(axis=1) <= _LEVELS).mean()) > 0.5
