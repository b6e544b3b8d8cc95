"""How a step moves pictures: read from the matrices of what it really draws."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Final

from augstudio.core.image import Size
from augstudio.core.matrix import IDENTITY, Matrix, compose
from augstudio.core.mixing import Mixing
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.errors import ImageError
from augstudio.insights.material import Look, Material
from augstudio.render.resolve import Resampling, Resolved, resolve

COPIES: Final = 3
"""Copies of each picture of which the draws are looked at."""


@dataclass(frozen=True, slots=True)
class Motion:
    """What one copy of one picture is put through.

    Attributes:
        look: The picture.
        copy: Number of the copy.
        turn: Degrees, 0..180, by which what was up points elsewhere.
        mirrored: Whether left and right are exchanged, beside any turn.
        zoom: Pixels of the copy per pixel of the picture, along the side that is enlarged most.
        size: Width and height of the copy.
    """

    look: Look
    copy: int
    turn: float
    mirrored: bool
    zoom: float
    size: Size


def drawn(
    material: Material, pipeline: Pipeline, step: Step, copies: int = COPIES
) -> Iterator[tuple[Look, int, Resolved]]:
    """What a step alone draws for copies of the pictures in which it may take part.

    Steps that mix pictures give nothing, as their draws hang on other pictures.
    """
    if isinstance(step.transform, Mixing):
        return
    alone = pipeline.only(step.id)
    for look in material.looks_for(step):
        for copy in range(1, copies + 1):
            resolved = resolved_for(material, alone, look, copy)
            if resolved is not None:
                yield look, copy, resolved


def resolved_for(material: Material, pipeline: Pipeline, look: Look, copy: int) -> Resolved | None:
    """What happens to a copy at its full size; None where the pipeline cannot do it."""
    key, classes = look.sample.origin, look.classes
    try:
        return resolve(pipeline, look.size, seed=material.seed, key=key, copy=copy, classes=classes)
    except ImageError:
        return None


def motions(material: Material, pipeline: Pipeline, step: Step) -> list[Motion]:
    """How a step alone moves copies; empty where it moves nothing as a matrix does."""
    found = []
    for look, copy, resolved in drawn(material, pipeline, step):
        stages = [stage.matrix for stage in resolved.stages if isinstance(stage, Resampling)]
        if stages:
            found.append(_motion(look, copy, reduce(compose, stages, IDENTITY), resolved.size))
    return found


def _motion(look: Look, copy: int, matrix: Matrix, size: Size) -> Motion:
    (a, b, _), (c, d, _), _ = matrix
    turn = abs(math.degrees(math.atan2(b, d)))
    # Singular values of the linear part.
    whole, area = a * a + b * b + c * c + d * d, abs(a * d - b * c)
    zoom = math.sqrt((whole + math.sqrt(max(0.0, whole * whole - 4 * area * area))) / 2)
    return Motion(look, copy, turn, a * d - b * c < 0, zoom, size)


def often(step: Step, share: float) -> float:
    """The share of an export's copies that a share of a step's draws comes to, 0..1."""
    return step.probability * share
