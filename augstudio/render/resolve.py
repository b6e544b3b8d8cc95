"""What happens to one copy of one picture: every step drawn, neighbouring geometric steps fused."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final, TypeAlias

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.matrix import Matrix, compose
from augstudio.core.mixing import Composition, Mixing, MixingDraw
from augstudio.core.padding import Padding
from augstudio.core.pipeline import Pipeline
from augstudio.core.randomness import stream
from augstudio.core.selection import Selection
from augstudio.core.step import Step
from augstudio.core.text import quoted
from augstudio.core.transform import (
    CompositeTransform,
    Distortion,
    Geometric,
    Pixel,
    Selector,
    Transform,
)
from augstudio.errors import ImageError, Message, PipelineError, message_of
from augstudio.render.mixing import mixed_draw
from augstudio.render.partners import Partners
from augstudio.render.planned import planned

MAX_RESULT_PIXELS: Final = 250_000_000
"""No step may enlarge a picture beyond this, also where a later one makes it small again."""
_NO_PARTNER: Final = "the step {0} mixes other pictures in, and none are given"
_NO_STEP: Final = "the draw {0} is of no step of this pipeline; name the pipeline that drew it"


@dataclass(frozen=True)
class StepDraw:
    """What one step drew for one copy of one sample."""

    step_id: int
    transform: str
    draw: Draw

    def to_dict(self) -> dict[str, Any]:
        """As it stands in a manifest."""
        return {"id": self.step_id, "transform": self.transform, "draw": self.draw.to_dict()}


@dataclass(frozen=True)
class Resampling:
    """Neighbouring geometric steps as one matrix.

    Attributes:
        matrix: Maps pixel coordinates of the picture to those of the result.
        source: Width and height of the picture.
        target: Width and height of the result.
        resizes: As in :class:`~augstudio.core.transform.Placement`.
    """

    matrix: Matrix
    source: Size
    target: Size
    resizes: bool = False


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


@dataclass(frozen=True)
class Composed:
    """One step that mixes other pictures in.

    Attributes:
        composition: How the pictures are put together.
        source: Width and height of the picture that enters it.
    """

    composition: Composition
    source: Size

    @property
    def target(self) -> Size:
        """Width and height of the result."""
        return self.composition.size


Stage: TypeAlias = Resampling | Remapping | Composed | PixelChange


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

    @property
    def costly(self) -> bool:
        """Whether a step may take longer than a glance."""
        return any(isinstance(stage, PixelChange) and stage.transform.COSTLY for stage in self.stages)


def resolve(
    pipeline: Pipeline,
    size: Size,
    *,
    seed: int,
    key: str,
    copy: int,
    classes: Collection[str] = (),
    partners: Partners | None = None,
) -> Resolved:
    """Draw every step for one copy of one sample and fuse neighbouring geometry.

    Args:
        pipeline: The steps.
        size: Width and height of the picture.
        seed: The user's seed.
        key: The sample's key.
        copy: Number of the copy; 0 is the original, to which nothing happens.
        classes: Names of the classes that the picture has; steps may be limited to some.
        partners: The other pictures of its split, for steps that mix.

    Raises:
        ImageError: A step would enlarge the picture beyond :data:`MAX_RESULT_PIXELS`, or finds no other
            picture to mix in, or none that can be read.
    """
    if not copy:
        return Resolved((), (), size, pipeline.padding)
    plan = planned(pipeline)

    def drawn(step: Step, now: Size) -> Draw | None:
        draw = _draw(step, now, seed, key, copy) if step.is_for(classes) else None
        if not plan.mixes:
            return draw
        if not isinstance(draw, MixingDraw) or not isinstance(step.transform, Mixing):
            return draw
        if partners is None:
            raise ImageError(_NO_PARTNER, step.name)
        chosen = partial(partners.chosen, seed, key, copy, step.id)
        return mixed_draw(step.name, step.transform, draw, partners, chosen)

    if not plan.still:
        return _resolved(pipeline, size, drawn)
    known: Resolved | None = plan.kept.get(size)
    if known is None:
        known = plan.kept[size] = _resolved(pipeline, size, drawn)
    return known


def resolve_recorded(pipeline: Pipeline, size: Size, draws: Sequence[Mapping[str, Any]]) -> Resolved:
    """As :func:`resolve`, but with draws that a manifest recorded instead of new ones.

    Args:
        pipeline: The steps that drew them.
        size: Width and height of the picture.
        draws: What the steps drew, in order, each as :meth:`StepDraw.to_dict` gives it; steps that stayed out
            are missing.

    Raises:
        ImageError: As :func:`resolve`.
        PipelineError: The draws are not of these steps, or one cannot have been drawn; the text names the
            step, the field and what is wrong.
    """
    left = deque(draws)

    def recorded(step: Step, _size: Size) -> Draw | None:
        if not left or left[0].get("id") != step.id or left[0].get("transform") != step.name:
            return None
        return _recorded_draw(step, left.popleft())

    resolved = _resolved(pipeline, size, recorded)
    if left:
        raise PipelineError(_NO_STEP, quoted(dict(left[0])))
    return resolved


def _recorded_draw(step: Step, recorded: Mapping[str, Any]) -> Draw:
    """What a step drew, checked by its model.

    Raises:
        PipelineError: It cannot have drawn that.
    """
    try:
        draw: Draw = step.transform.parse_draw(recorded.get("draw"))
    except ValueError as error:
        where = Message("the draw of step {0} ({1})", step.id, step.name)
        raise PipelineError("{0}: {1}", where, message_of(error)) from None
    return draw


def _resolved(pipeline: Pipeline, size: Size, drawn: Callable[[Step, Size], Draw | None]) -> Resolved:
    """Fuse what the steps draw; each is asked with the size of the picture that enters it."""
    draws: list[StepDraw] = []
    stages: list[Stage] = []
    selection = Selection(pipeline.steps) if planned(pipeline).selects else None
    current = size
    for number, step in enumerate(pipeline.steps, start=1):
        if selection is None:
            values = drawn(step, current)
        else:
            values = None if selection.leaves_out(step) else drawn(selection.effective(step), current)
            selection.note(step, values)
        if values is None:
            continue
        transform = step.transform
        draws.append(StepDraw(step.id, transform.NAME, values))
        for stage_of, acting, draw in _acting(transform, values):
            stage, after = stage_of(acting, draw, current)
            if after != current:
                _check_growth(number, step, current, after)
            _append(stages, stage)
            current = after
    return Resolved(tuple(draws), tuple(stages), current, pipeline.padding)


_StageOf: TypeAlias = Callable[[Any, Any, Size], tuple[Stage, Size]]
"""What a transform does to a picture of a size, by what it drew, and the size that it gives."""


def _acting(transform: Transform, draw: Draw) -> Iterable[tuple[_StageOf, Transform, Draw]]:
    """The transforms that change the picture for one step."""
    kind = type(transform)
    stage_of = _stage_of(kind)
    if stage_of is not None:
        return ((stage_of, transform, draw),)
    if issubclass(kind, Selector):
        return ()
    assert isinstance(transform, CompositeTransform)
    parts = ((_stage_of(type(part)), part, own) for part, own in transform.parts(draw))
    return [(found, part, own) for found, part, own in parts if found is not None]


@cache
def _stage_of(kind: type[Transform]) -> _StageOf | None:
    """How transforms of a kind act; None for those that let others act."""
    kinds: dict[type[Transform], _StageOf] = {
        Geometric: _placed,
        Distortion: _remapped,
        Mixing: _composed,
        Pixel: _changed,
    }
    return next((stage_of for base, stage_of in kinds.items() if issubclass(kind, base)), None)


def _placed(transform: Geometric, draw: Draw, size: Size) -> tuple[Stage, Size]:
    placement = transform.placement(draw, size)
    return Resampling(placement.matrix, size, placement.size, placement.resizes), placement.size


def _remapped(transform: Distortion, draw: Draw, size: Size) -> tuple[Stage, Size]:
    return Remapping(transform, draw, size), size


def _composed(transform: Mixing, draw: MixingDraw, size: Size) -> tuple[Stage, Size]:
    composition = transform.composition(draw, size)
    return Composed(composition, size), composition.size


def _changed(transform: Pixel, draw: Draw, size: Size) -> tuple[Stage, Size]:
    return PixelChange(transform, draw), size


def _draw(step: Step, size: Size, seed: int, key: str, copy: int) -> Draw | None:
    """The step's draw, or None where it stays out; its stream is its own, so others never notice."""
    if not step.enabled:
        return None
    transform, probability = step.transform, step.probability
    own = stream(seed, key, copy, step.id)
    if probability == 1:
        own.pass_over()
    elif own.unit() >= probability:
        return None
    draw: Draw = transform.draw(own, size)
    return draw


def _check_growth(number: int, step: Step, before: Size, after: Size) -> None:
    """Refuse a step before it asks for more memory than there is."""
    width, height = after
    if width * height > max(MAX_RESULT_PIXELS, before[0] * before[1]):
        raise ImageError(
            "{0} would enlarge it to {1} × {2} pixels, more than the {3} allowed; let this step "
            "or an earlier one keep the size, or take smaller pictures",
            f"step {number} ({step.name})",
            f"{width:,}",
            f"{height:,}",
            f"{MAX_RESULT_PIXELS:,}",
        )


def _append(stages: list[Stage], stage: Stage) -> None:
    """Put a stage behind the others, or into the last one where both are a matrix."""
    last = stages[-1] if stages else None
    if isinstance(stage, Resampling) and isinstance(last, Resampling):
        matrix, resizes = compose(last.matrix, stage.matrix), last.resizes or stage.resizes
        stages[-1] = Resampling(matrix, last.source, stage.target, resizes)
    else:
        stages.append(stage)
