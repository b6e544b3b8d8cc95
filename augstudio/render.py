"""From (pipeline, picture, seed, copy) to pixels: a pure function in two halves.

:func:`resolve` draws every step and fuses neighbouring geometric steps; what it gives is small, frozen and
says exactly what will happen. :func:`render` makes the pixels.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from augstudio.core.image import Image, Size, size_of
from augstudio.core.matrix import IDENTITY, Matrix, compose, inverse, on_grid, resizing
from augstudio.core.padding import Padding
from augstudio.core.pipeline import Pipeline, Step
from augstudio.core.randomness import stream
from augstudio.core.transform import Draw, Geometric, Pixel, View
from augstudio.kernels.pyramid import Pyramid, shrink
from augstudio.kernels.warp import warp


@dataclass(frozen=True)
class StepDraw:
    """What one step drew for one copy of one sample."""

    step_id: int
    transform: str
    values: Draw

    def to_dict(self) -> dict[str, Any]:
        """As it stands in a manifest."""
        return {"id": self.step_id, "transform": self.transform, **self.values}


@dataclass(frozen=True)
class Resampling:
    """Neighbouring geometric steps as one matrix."""

    matrix: Matrix
    source: Size
    target: Size


@dataclass(frozen=True)
class PixelChange:
    """One pixel step with its draw."""

    transform: Pixel
    draw: Draw


Stage: TypeAlias = Resampling | PixelChange


@dataclass(frozen=True)
class Resolved:
    """Everything that will happen to one copy of one picture.

    Attributes:
        draws: What the steps drew, in order; steps that stay out are missing.
        stages: What is done to the pixels.
        size: Width and height of the result.
        padding: What lies outside the picture.
    """

    draws: tuple[StepDraw, ...]
    stages: tuple[Stage, ...]
    size: Size
    padding: Padding


def resolve(pipeline: Pipeline, size: Size, *, seed: int, key: str, copy: int) -> Resolved:
    """Draw every step for one copy of one sample and fuse neighbouring geometry.

    Args:
        pipeline: The steps.
        size: Width and height of the picture.
        seed: The user's seed.
        key: The sample's key.
        copy: Number of the copy; 0 is the original, to which nothing happens.
    """
    draws: list[StepDraw] = []
    stages: list[Stage] = []
    current = size
    for step in pipeline.steps if copy else ():
        values = _draw(step, current, seed, key, copy)
        if values is None:
            continue
        draws.append(StepDraw(step.id, step.name, values))
        transform = step.transform
        if isinstance(transform, Geometric):
            placement = transform.placement(values, current)
            stages.append(Resampling(placement.matrix, current, placement.size))
            current = placement.size
        elif isinstance(transform, Pixel):
            stages.append(PixelChange(transform, values))
    return Resolved(tuple(draws), _fused(stages), current, pipeline.padding)


def render(source: Image | Pyramid, resolved: Resolved, *, scale: float = 1.0) -> Image:
    """Make the pixels.

    Args:
        source: The picture, ``(H, W, C)`` uint8; a pyramid where several renderings share it.
        resolved: From :func:`resolve`, for this picture's size.
        scale: 1 makes exactly what an export writes; less makes a draft of that share of the size, with the
            same geometry and with noise as strong as it will look when reduced.

    Returns:
        ``(round(height * scale), round(width * scale), C)`` uint8, at least 1 pixel each way; a new array.
    """
    pyramid = source if isinstance(source, Pyramid) else Pyramid(source)
    draft = scale != 1.0
    stages = list(resolved.stages)
    shown = _scaled(pyramid.size, scale)
    image: Image | None = None
    if draft and (not stages or isinstance(stages[0], PixelChange)):
        image = shrink(pyramid.image, shown)
    for stage in stages:
        if isinstance(stage, PixelChange):
            image = stage.transform.apply(
                pyramid.image if image is None else image, stage.draw, View(scale=scale)
            )
            continue
        target = _scaled(stage.target, scale)
        matrix = compose(stage.matrix, resizing(stage.target, target)) if draft else stage.matrix
        if image is not None and draft:
            matrix = compose(inverse(resizing(stage.source, shown)), matrix)
        entering = pyramid if image is None else Pyramid(image)
        image = _resample(entering, matrix, target, resolved.padding, draft=draft)
        shown = target
    return pyramid.image.copy() if image is None else image


def _draw(step: Step, size: Size, seed: int, key: str, copy: int) -> Draw | None:
    """The step's draw, or None where it stays out; its stream is its own, so others never notice."""
    if not step.enabled:
        return None
    own = stream(seed, key, copy, step.id)
    return step.transform.draw(own, size) if own.unit() < step.probability else None


def _fused(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    fused: list[Stage] = []
    for stage in stages:
        last = fused[-1] if fused else None
        if isinstance(stage, Resampling) and isinstance(last, Resampling):
            fused[-1] = Resampling(compose(last.matrix, stage.matrix), last.source, stage.target)
        else:
            fused.append(stage)
    return tuple(fused)


def _scaled(size: Size, scale: float) -> Size:
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _resample(source: Pyramid, matrix: Matrix, size: Size, padding: Padding, *, draft: bool) -> Image:
    turned = _turned(source.image, on_grid(matrix), size)
    return warp(source, matrix, size, padding, draft=draft) if turned is None else turned


def _turned(image: Image, matrix: Matrix, size: Size) -> Image | None:
    """The picture flipped or turned by quarters without resampling, where that is all the matrix does."""
    for turns in range(4):
        for flipped in (False, True):
            if _orientation(turns, flipped, size_of(image)) == (matrix, size):
                moved = image[:, ::-1] if flipped else image
                return np.ascontiguousarray(np.rot90(moved, turns)).copy()
    return None


def _orientation(turns: int, flipped: bool, size: Size) -> tuple[Matrix, Size]:
    """Matrix and size of a flip followed by quarter turns counter-clockwise."""
    matrix: Matrix = IDENTITY
    if flipped:
        matrix = ((-1.0, 0.0, size[0] - 1.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    for _ in range(turns):
        turn: Matrix = ((0.0, 1.0, 0.0), (-1.0, 0.0, size[0] - 1.0), (0.0, 0.0, 1.0))
        matrix, size = compose(matrix, turn), (size[1], size[0])
    return matrix, size
