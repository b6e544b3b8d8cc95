"""What is the same for all calls of one pipeline, found out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeVar

from augstudio.core.draws import Draw
from augstudio.core.image import Size
from augstudio.core.mixing import Mixing
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.core.transform import (
    CompositeTransform,
    Distortion,
    Geometric,
    Pixel,
    Placement,
    Selector,
    Transform,
)

_Made = TypeVar("_Made")

# So many pipelines are remembered; all are forgotten when one more comes.
_REMEMBERED: Final = 64
# So much is kept for each; pictures may have many sizes.
_MOST_KEPT: Final = 4096


class PlainStep(NamedTuple):
    """A step that is switched on and acts by itself, as values: asking models for their fields takes long.

    Attributes:
        number: Its place in the pipeline, counted from 1.
        step: The step.
        step_id: Its id.
        name: Its name in files.
        probability: How often it takes part.
        transform: What it does.
        place: Where it puts pictures, if it is geometric.
        fixed: What it draws for every picture alike; None where it draws anew.
        changes: Whether it changes pixels where they are.
        distorts: Whether it moves pixels as no matrix can.
    """

    number: int
    step: Step
    step_id: int
    name: str
    probability: float
    transform: Any
    place: Callable[[Draw, Size], Placement] | None
    fixed: Draw | None
    changes: bool
    distorts: bool


@dataclass(frozen=True)
class Planned:
    """What a pipeline is like.

    Attributes:
        pipeline: The pipeline.
        selects: Whether steps decide which of the steps that follow take part.
        mixes: Whether steps mix other pictures in.
        pinned: Whether the contents of all files that steps use are named.
        limited: Whether steps are limited to pictures of some classes.
        still: Whether nothing is drawn, so that pictures of one size are all changed alike.
        plain: The steps that are switched on, where each acts by itself; None where steps select, mix,
            are limited to classes or stand for others.
        fixed: What steps draw for every picture alike, by their ids; others draw anew, or may stay out.
        kept: What was made for it, by keys of its makers' choice.
    """

    pipeline: Pipeline
    selects: bool
    mixes: bool
    pinned: bool
    limited: bool
    still: bool
    plain: tuple[PlainStep, ...] | None
    fixed: Mapping[int, Draw]
    kept: dict[Any, Any] = field(default_factory=dict)

    def keep(self, key: Hashable, made: _Made) -> _Made:
        """Keep something for calls to come; all is forgotten when it becomes too much."""
        if len(self.kept) >= _MOST_KEPT:
            self.kept.clear()
        self.kept[key] = made
        return made


_plans: Final[dict[int, Planned]] = {}


def planned(pipeline: Pipeline) -> Planned:
    """What is known of a pipeline; of the same object found out once."""
    # A pipeline that is remembered lives on, so no other one gets its number.
    plan = _plans.get(id(pipeline))
    if plan is None:
        plan = _found_out(pipeline)
        if len(_plans) >= _REMEMBERED:
            _plans.clear()
        _plans[id(pipeline)] = plan
    return plan


def _found_out(pipeline: Pipeline) -> Planned:
    return Planned(
        pipeline,
        selects=any(isinstance(step.transform, Selector) for step in pipeline.steps),
        mixes=pipeline.mixes,
        pinned=all(reference.sha256 for reference in pipeline.references()),
        limited=pipeline.is_limited,
        plain=_plain_steps(pipeline),
        still=not pipeline.is_limited
        and all(
            step.probability == 1 and type(step.transform).draw is Transform.draw for step in pipeline.steps
        ),
        fixed={step.id: step.transform.DRAW() for step in pipeline.steps if _draws_nothing(step)},
    )


def _plain_steps(pipeline: Pipeline) -> tuple[PlainStep, ...] | None:
    others = Selector, Mixing, CompositeTransform
    if pipeline.is_limited or any(isinstance(step.transform, others) for step in pipeline.steps):
        return None
    return tuple(
        PlainStep(
            number,
            step,
            step.id,
            step.name,
            step.probability,
            step.transform,
            place=step.transform.placement if isinstance(step.transform, Geometric) else None,
            fixed=step.transform.DRAW() if _draws_nothing(step) else None,
            changes=isinstance(step.transform, Pixel),
            distorts=isinstance(step.transform, Distortion),
        )
        for number, step in enumerate(pipeline.steps, start=1)
        if step.enabled
    )


def _draws_nothing(step: Step) -> bool:
    """Whether a step does the same to every picture."""
    is_sure = step.enabled and step.probability == 1 and not step.classes and not step.not_classes
    return is_sure and type(step.transform).draw is Transform.draw
