"""From (pipeline, picture, seed, copy) to pixels: a pure function in two halves.

:func:`resolve` draws every step and fuses neighbouring geometric steps; what it gives is small, frozen and
says exactly what will happen. :func:`render` makes the pixels.
"""

from __future__ import annotations

import json
import math
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from augstudio.core.image import Image, Size
from augstudio.core.matrix import Matrix, compose, on_grid, resizing
from augstudio.core.padding import Padding
from augstudio.core.pipeline import Pipeline
from augstudio.core.randomness import stream
from augstudio.core.region import Region
from augstudio.core.selection import Selection
from augstudio.core.step import Step
from augstudio.core.text import quoted
from augstudio.core.transform import (
    Composite,
    Distortion,
    Draw,
    Floats,
    Geometric,
    Pixel,
    Selecting,
    Transform,
    View,
)
from augstudio.errors import AugStudioError, ImageError, PipelineError
from augstudio.kernels.geometry.remap import remap
from augstudio.kernels.geometry.turning import copied, turned_picture
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.region import cropped
from augstudio.kernels.results import RESULTS
from augstudio.kernels.sampling.pyramid import Pyramid

MAX_RESULT_PIXELS: Final = 250_000_000
"""No step may enlarge a picture beyond this, also where a later one makes it small again."""
_NO_STEP: Final = "the draw {0} is of no step of this pipeline; name the pipeline that drew it"


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


@dataclass(frozen=True)
class Remapping:
    """One step that moves pixels as no matrix can."""

    transform: Distortion
    draw: Draw
    size: Size


Stage: TypeAlias = Resampling | Remapping | PixelChange


@dataclass(frozen=True)
class Resolved:
    """Everything that will happen to one copy of one picture.

    Attributes:
        draws: What the steps drew, in order; steps that stay out are missing.
        stages: What is done to the pixels.
        size: Width and height of the result.
        padding: What lies outside the picture.
        recorded: Whether the draws were read from a manifest, which may be damaged.
    """

    draws: tuple[StepDraw, ...]
    stages: tuple[Stage, ...]
    size: Size
    padding: Padding
    recorded: bool = field(default=False, compare=False)

    @property
    def costly(self) -> bool:
        """Whether a step may take longer than a glance."""
        return any(isinstance(stage, PixelChange) and stage.transform.COSTLY for stage in self.stages)


def resolve(pipeline: Pipeline, size: Size, *, seed: int, key: str, copy: int) -> Resolved:
    """Draw every step for one copy of one sample and fuse neighbouring geometry.

    Args:
        pipeline: The steps.
        size: Width and height of the picture.
        seed: The user's seed.
        key: The sample's key.
        copy: Number of the copy; 0 is the original, to which nothing happens.

    Raises:
        ImageError: A step would enlarge the picture beyond :data:`MAX_RESULT_PIXELS`.
    """
    return _resolved(pipeline, size, lambda step, now: _draw(step, now, seed, key, copy) if copy else None)


def resolve_recorded(pipeline: Pipeline, size: Size, draws: Sequence[Mapping[str, Any]]) -> Resolved:
    """As :func:`resolve`, but with draws that a manifest recorded instead of new ones.

    Args:
        pipeline: The steps that drew them.
        size: Width and height of the picture.
        draws: What the steps drew, in order, each as :meth:`StepDraw.to_dict` gives it; steps that stayed out
            are missing.

    Raises:
        ImageError: As :func:`resolve`.
        PipelineError: The draws are not of these steps, or are incomplete.
    """
    left = deque(draws)

    def recorded(step: Step, _size: Size) -> Draw | None:
        if not left or left[0].get("id") != step.id or left[0].get("transform") != step.name:
            return None
        return {name: value for name, value in left.popleft().items() if name not in ("id", "transform")}

    for draw in draws:
        _check_recorded(draw)
    try:
        resolved = replace(_resolved(pipeline, size, recorded), recorded=True)
    except (LookupError, TypeError, ValueError, ArithmeticError) as error:
        raise _damaged(error) from None
    if left:
        raise PipelineError(_NO_STEP, json.dumps(left[0], ensure_ascii=False))
    return resolved


def _damaged(error: Exception) -> PipelineError:
    return PipelineError("the draws are incomplete or damaged: {0}", quoted(error))


def _check_recorded(draw: Mapping[str, Any]) -> None:
    for name, value in draw.items():
        if not isinstance(value, bool | int | float | str) or (
            isinstance(value, float) and not math.isfinite(value)
        ):
            raise PipelineError("the draws are damaged: {0} is {1}", name, quoted(value))


def _resolved(pipeline: Pipeline, size: Size, drawn: Callable[[Step, Size], Draw | None]) -> Resolved:
    """Fuse what the steps draw; each is asked with the size of the picture that enters it."""
    draws: list[StepDraw] = []
    stages: list[Stage] = []
    selection = Selection(pipeline.steps)
    current = size
    for number, step in enumerate(pipeline.steps, start=1):
        values = None if selection.leaves_out(step) else drawn(selection.weighed(step), current)
        selection.note(step, values)
        if values is None:
            continue
        draws.append(StepDraw(step.id, step.name, values))
        for transform, draw in _acting(step.transform, values):
            stage, after = _stage(transform, draw, current)
            _check_growth(f"step {number} ({step.name})", current, after)
            stages.append(stage)
            current = after
    return Resolved(tuple(draws), _fused(stages), current, pipeline.padding)


def _acting(transform: Transform, draw: Draw) -> tuple[tuple[Transform, Draw], ...]:
    """The transforms that change the picture for one step."""
    if isinstance(transform, Composite):
        return transform.parts(draw)
    return () if isinstance(transform, Selecting) else ((transform, draw),)


def _stage(transform: Transform, draw: Draw, size: Size) -> tuple[Stage, Size]:
    """What a transform does to a picture of this size, and the size that it gives."""
    if isinstance(transform, Geometric):
        placement = transform.placement(draw, size)
        return Resampling(placement.matrix, size, placement.size), placement.size
    if isinstance(transform, Distortion):
        return Remapping(transform, draw, size), size
    assert isinstance(transform, Pixel)
    return PixelChange(transform, draw), size


def render(
    source: Image | Pyramid, resolved: Resolved, *, scale: float = 1.0, region: Region | None = None
) -> Image:
    """Make the pixels.

    Args:
        source: The picture, ``(H, W, C)`` uint8; a pyramid where several renderings share it.
        resolved: From :func:`resolve`, for this picture's size.
        scale: 1 makes exactly what an export writes; less makes a draft of that share of the size, with the
            same geometry and with noise as strong as it will look when reduced.
        region: The part of the scaled result to make, all of it if None. Its pixels are the same as in the
            whole, and its cost is that of the part and what its steps need around it, for whatever comes
            after the last resampling.

    Returns:
        ``(region.height, region.width, C)`` uint8, where the whole result has
        ``(round(height * scale), round(width * scale))`` pixels, at least 1 each way; a new array.

    Raises:
        PipelineError: A file that a step uses cannot be used, or recorded draws are damaged.
    """
    try:
        return _rendered(source, resolved, scale, region)
    except AugStudioError:
        raise
    except Exception as error:  # nothing that a damaged record says can be foreseen
        if resolved.recorded:
            raise _damaged(error) from None
        raise


def _rendered(source: Image | Pyramid, resolved: Resolved, scale: float, region: Region | None) -> Image:
    whole = scaled_size(resolved.size, scale)
    work = _Work(source if isinstance(source, Pyramid) else Pyramid(source), resolved.padding, scale)
    head, tail = _split(resolved.stages)
    start, *parts = _parts(tail, region or Region.whole(whole), View(scale=scale, whole=whole))
    for number, stage in enumerate(head, start=1):
        work.do(stage, start if number == len(head) else None)
    if not head:
        work.cut(start)
    for change, part in zip(tail, parts, strict=True):
        work.do(change, part)
    return work.result()


class _Work:
    """A picture on its way through the stages."""

    def __init__(self, pyramid: Pyramid, padding: Padding, scale: float) -> None:
        self._pyramid = pyramid  # what the next resampling reads
        self._size = pyramid.size  # full size of what it shows
        self._padding = padding
        self._scale = scale
        self._image: Image | None = None  # None while nothing has been made
        self._held: Region | None = None  # the part that it is, None for all
        self._owned = False

    def do(self, stage: Stage, part: Region | None) -> None:
        """Make a stage's whole frame, or only a part of it."""
        if isinstance(stage, Resampling):
            self._resample(stage, part)
        elif isinstance(stage, Remapping):
            self._remap(stage, part)
        else:
            self._change(stage, part)
        self._held = part
        self._owned = True

    def cut(self, part: Region) -> None:
        """Go on with a part only."""
        self._image = cropped(self._current(), part)
        self._held = part

    def result(self) -> Image:
        """The pixels, in an array of their own."""
        image = self._current()
        return image if self._owned and image.flags.c_contiguous and image.flags.writeable else image.copy()

    def _current(self) -> Image:
        if self._image is None:
            return self._pyramid.reduced(scaled_size(self._size, self._scale))
        return self._image

    def _change(self, change: PixelChange, part: Region | None) -> None:
        whole = scaled_size(self._size, self._scale)
        held = self._held or Region.whole(whole)
        view = View(held.left, held.top, self._scale, whole)
        changed = _changed(change, self._current(), view)
        self._image = cropped(changed, part.seen_from(held)) if part else changed

    def _resample(self, stage: Resampling, part: Region | None) -> None:
        if self._image is not None:
            self._pyramid = Pyramid(self._image)
        target = scaled_size(stage.target, self._scale)
        matrix = compose(
            resizing(self._pyramid.size, stage.source), stage.matrix, resizing(stage.target, target)
        )
        turned = turned_picture(self._pyramid.image, on_grid(matrix), target)
        if turned is None:
            draft = self._scale != 1.0
            self._image = warp(self._pyramid, matrix, target, self._padding, part, draft=draft)
        else:
            self._image = copied(cropped(turned, part) if part else turned)
        self._size = stage.target

    def _remap(self, stage: Remapping, part: Region | None) -> None:
        if self._image is not None:
            self._pyramid = Pyramid(self._image)
        source, target = self._pyramid.size, scaled_size(stage.size, self._scale)

        def origin(x: Floats, y: Floats) -> tuple[Floats, Floats]:
            full = (_resized(x, target[0], stage.size[0]), _resized(y, target[1], stage.size[1]))
            across, down = stage.transform.origin(stage.draw, stage.size, *full)
            return _resized(across, stage.size[0], source[0]), _resized(down, stage.size[1], source[1])

        draft = self._scale != 1.0
        self._image = remap(self._pyramid, origin, target, self._padding, part, draft=draft)


def _resized(places: Floats, before: int, after: int) -> Floats:
    """The same places on a line that is shown with another number of pixels."""
    return places if before == after else (places + 0.5) * (after / before) - 0.5


def _changed(change: PixelChange, image: Image, view: View) -> Image:
    """What a pixel step makes of a picture; costly steps are done once."""
    transform, draw = change.transform, change.draw
    if not transform.COSTLY:
        return transform.apply(image, draw, view)
    recipe = json.dumps((transform.NAME, transform.model_dump(mode="json"), dict(draw), repr(view)))
    return RESULTS.get(image, recipe, lambda: transform.apply(image, draw, view))


def _split(stages: tuple[Stage, ...]) -> tuple[tuple[Stage, ...], tuple[PixelChange, ...]]:
    """The stages up to the last resampling, and the pixel stages after it."""
    tail: list[PixelChange] = []
    for stage in reversed(stages):
        if not isinstance(stage, PixelChange):
            break
        tail.insert(0, stage)
    return stages[: len(stages) - len(tail)], tuple(tail)


def _parts(changes: tuple[PixelChange, ...], part: Region, view: View) -> list[Region]:
    """The parts to make so that the last change makes ``part``: what the first reads, then each one's."""
    parts = [part]
    for change in reversed(changes):
        needed = change.transform.needs(parts[0], change.draw, view)
        parts.insert(0, needed.within(view.whole or (needed.right, needed.bottom)))
    return parts


def _draw(step: Step, size: Size, seed: int, key: str, copy: int) -> Draw | None:
    """The step's draw, or None where it stays out; its stream is its own, so others never notice."""
    if not step.enabled:
        return None
    own = stream(seed, key, copy, step.id)
    return step.transform.draw(own, size) if own.unit() < step.probability else None


def _check_growth(step: str, before: Size, after: Size) -> None:
    """Refuse a step before it asks for more memory than there is."""
    width, height = after
    if width * height > max(MAX_RESULT_PIXELS, before[0] * before[1]):
        raise ImageError(
            "{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step "
            "or an earlier one keep the size, or take smaller pictures",
            step,
            f"{width:,}",
            f"{height:,}",
            f"{MAX_RESULT_PIXELS:,}",
        )


def _fused(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    fused: list[Stage] = []
    for stage in stages:
        last = fused[-1] if fused else None
        if isinstance(stage, Resampling) and isinstance(last, Resampling):
            fused[-1] = Resampling(compose(last.matrix, stage.matrix), last.source, stage.target)
        else:
            fused.append(stage)
    return tuple(fused)


def scaled_size(size: Size, scale: float) -> Size:
    """Width and height at a scale, at least 1 pixel each."""
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
