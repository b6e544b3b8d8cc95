"""What happens to one copy of one picture: every step drawn, neighbouring geometric steps fused."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final, NamedTuple, TypeAlias

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
    Placement,
    Transform,
)
from augstudio.errors import ImageError, Message, PipelineError, message_of
from augstudio.render.mixing import mixed_draw
from augstudio.render.partners import Partners
from augstudio.render.planned import PlainStep, Planned, planned

MAX_RESULT_PIXELS: Final = 250_000_000
"""No step may enlarge a picture beyond this, also where a later one makes it small again."""
_NO_PARTNER: Final = "the step {0} mixes other pictures in, and none are given"
_NO_STEP: Final = "the draw {0} is of no step of this pipeline; name the pipeline that drew it"


class StepDraw(NamedTuple):
    """What one step drew for one copy of one sample."""

    step_id: int
    transform: str
    draw: Draw

    def to_dict(self) -> dict[str, Any]:
        """As it stands in a manifest."""
        return {"id": self.step_id, "transform": self.transform, "draw": self.draw.to_dict()}


class Resampling(NamedTuple):
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


class PixelChange(NamedTuple):
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


class Resolved(NamedTuple):
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
    if plan.plain is not None and not plan.still:
        return _resolved_plainly(plan, plan.plain, size, seed, key, copy)

    def drawn(step: Step, now: Size) -> Draw | None:
        draw = plan.fixed.get(step.id)
        if draw is None and step.enabled and (not plan.limited or step.is_for(classes)):
            draw = _draw(step, now, seed, key, copy)
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
        known = plan.keep(size, _resolved(pipeline, size, drawn))
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
    fusing, plan = _Fusing(size), planned(pipeline)
    selection = Selection(pipeline.steps) if plan.selects else None
    for number, step in enumerate(pipeline.steps, start=1):
        before = fusing.size
        if selection is None:
            values = drawn(step, before)
        else:
            values = None if selection.leaves_out(step) else drawn(selection.effective(step), before)
            selection.note(step, values)
        if values is None:
            continue
        transform = step.transform
        draws.append(StepDraw(step.id, transform.NAME, values))
        act = _action(type(transform))
        if act is not None:
            if act is _place and step.id in plan.fixed:
                fusing.place(_fixed_placement(plan, step.id, transform, before))
            else:
                act(fusing, transform, values)
            if fusing.size != before:
                _check_growth(number, step, before, fusing.size)
        elif isinstance(transform, CompositeTransform):
            for part, own in transform.parts(values):
                before, part_act = fusing.size, _action(type(part))
                if part_act is not None:
                    part_act(fusing, part, own)
                    _check_growth(number, step, before, fusing.size)
    return Resolved(tuple(draws), fusing.stages(), fusing.size, pipeline.padding)


def _resolved_plainly(
    plan: Planned, steps: Sequence[PlainStep], size: Size, seed: int, key: str, copy: int
) -> Resolved:
    """What :func:`_resolved` gives, written out for steps that each act by themselves."""
    draws: list[StepDraw] = []
    stages: list[Stage] = []
    matrix: Matrix | None = None  # of what is not among the stages yet
    now, source, resizes = size, size, False
    for number, step, step_id, name, probability, transform, place, fixed, changes, distorts in steps:
        if fixed is not None:
            draw = fixed
        else:
            own = stream(seed, key, copy, step_id, count=1 if probability == 1 else 0)
            if probability != 1 and own.unit() >= probability:
                continue
            draw = transform.draw(own, now)
        draws.append(StepDraw(step_id, name, draw))
        if place is not None:
            placed = place(draw, now) if fixed is None else _fixed_placement(plan, step_id, transform, now)
            if matrix is None:
                matrix, source, resizes = placed.matrix, now, placed.resizes
            else:
                matrix, resizes = compose(matrix, placed.matrix), resizes or placed.resizes
            if placed.size != now:
                _check_growth(number, step, now, placed.size)
                now = placed.size
        elif changes or distorts:
            if matrix is not None:
                stages.append(Resampling(matrix, source, now, resizes))
                matrix = None
            stages.append(PixelChange(transform, draw) if changes else Remapping(transform, draw, now))
    if matrix is not None:
        stages.append(Resampling(matrix, source, now, resizes))
    return Resolved(tuple(draws), tuple(stages), now, plan.pipeline.padding)


class _Fusing:
    """Stages as steps add them, neighbouring matrices multiplied into one.

    Attributes:
        size: Width and height of the picture after what was added so far.
    """

    __slots__ = ("_matrix", "_resizes", "_source", "_stages", "size")

    def __init__(self, size: Size) -> None:
        self.size = self._source = size
        self._stages: list[Stage] = []
        self._matrix: Matrix | None = None  # of what is not among the stages yet
        self._resizes = False

    def place(self, placement: Placement) -> None:
        """Add a matrix."""
        if self._matrix is None:
            self._matrix, self._source = placement.matrix, self.size
            self._resizes = placement.resizes
        else:
            self._matrix = compose(self._matrix, placement.matrix)
            self._resizes = self._resizes or placement.resizes
        self.size = placement.size

    def put(self, stage: Stage, size: Size) -> None:
        """Add a stage that gives a picture of this size."""
        self._close()
        self._stages.append(stage)
        self.size = size

    def stages(self) -> tuple[Stage, ...]:
        """All of them."""
        self._close()
        return tuple(self._stages)

    def _close(self) -> None:
        if self._matrix is not None:
            self._stages.append(Resampling(self._matrix, self._source, self.size, self._resizes))
            self._matrix = None


_Action: TypeAlias = Callable[[_Fusing, Any, Any], None]
"""What a transform adds for what it drew."""


@cache
def _action(kind: type[Transform]) -> _Action | None:
    """How transforms of a kind act; None for those that let others act."""
    kinds: dict[type[Transform], _Action] = {
        Geometric: _place,
        Distortion: _remap,
        Mixing: _compose,
        Pixel: _change,
    }
    return next((action for base, action in kinds.items() if issubclass(kind, base)), None)


def _place(fusing: _Fusing, transform: Geometric, draw: Draw) -> None:
    fusing.place(transform.placement(draw, fusing.size))


def _fixed_placement(plan: Planned, step_id: int, transform: Any, size: Size) -> Placement:
    """Where a step that draws nothing puts pictures of a size, found out once."""
    known: Placement | None = plan.kept.get((step_id, size))
    return known or plan.keep((step_id, size), transform.placement(plan.fixed[step_id], size))


def _remap(fusing: _Fusing, transform: Distortion, draw: Draw) -> None:
    fusing.put(Remapping(transform, draw, fusing.size), fusing.size)


def _compose(fusing: _Fusing, transform: Mixing, draw: MixingDraw) -> None:
    composition = transform.composition(draw, fusing.size)
    fusing.put(Composed(composition, fusing.size), composition.size)


def _change(fusing: _Fusing, transform: Pixel, draw: Draw) -> None:
    fusing.put(PixelChange(transform, draw), fusing.size)


def _draw(step: Step, size: Size, seed: int, key: str, copy: int) -> Draw | None:
    """The step's draw, or None where it stays out; its stream is its own, so others never notice."""
    probability = step.probability
    if probability == 1:
        own = stream(seed, key, copy, step.id, count=1)
    else:
        own = stream(seed, key, copy, step.id)
        if own.unit() >= probability:
            return None
    draw: Draw = step.transform.draw(own, size)
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
