"""What steps drew for a picture, and in what several pictures agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

from augstudio.core.draws import Draw
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step

if TYPE_CHECKING:
    from augstudio.render.resolve import StepDraw


class DrawnStep(NamedTuple):
    """What happened with a step.

    Attributes:
        draw: What it drew; None where it drew nothing.
        takes_part: Whether it drew.
        is_on: Whether it and all groups that it belongs to are switched on.
    """

    draw: Draw | None
    takes_part: bool
    is_on: bool


@dataclass(frozen=True)
class DrawnSteps:
    """What the steps of a pipeline drew for one picture.

    Attributes:
        pipeline: The pipeline.
        draws: What was drawn, by the steps' ids.
        on: Ids of the steps that are switched on.
    """

    pipeline: Pipeline
    draws: Mapping[int, Draw]
    on: frozenset[int]

    @classmethod
    def of(cls, pipeline: Pipeline, draws: Iterable[StepDraw]) -> Self:
        """What was drawn for a picture that a pipeline rendered."""
        on = frozenset(step.id for step in pipeline.switched_on())
        return cls(pipeline, {draw.step_id: draw.draw for draw in draws}, on)

    def of_step(self, step_id: int) -> DrawnStep:
        """What happened with one of the steps."""
        return DrawnStep(self.draws.get(step_id), step_id in self.draws, step_id in self.on)


def agreed(step: Step, pictures: Sequence[DrawnSteps]) -> DrawnStep | None:
    """What happened with a step in all pictures alike; None where it differs, or is another step in one."""
    if not pictures or any(step not in picture.pipeline.steps for picture in pictures):
        return None
    first, *others = (picture.of_step(step.id) for picture in pictures)
    return first if all(other == first for other in others) else None
