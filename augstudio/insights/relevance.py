"""What makes no sense for a dataset in a pipeline: all rules over all steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.insights.advice import Advice, Severity
from augstudio.insights.material import Material
from augstudio.insights.rules.classes import another_class, colours_of_classes
from augstudio.insights.rules.names import glyphs, sides
from augstudio.insights.rules.noise import noise
from augstudio.insights.rules.objects import little_left, lost_objects, unlabelled_ghosts
from augstudio.insights.rules.padding import borders, few_pixels
from augstudio.insights.rules.repeats import repeats
from augstudio.insights.rules.resolution import resolution
from augstudio.insights.rules.unnamed import indoors, unnamed_sides
from augstudio.insights.rules.upright import upright

StepRule: TypeAlias = Callable[[Material, Pipeline, Step], Iterator[Advice]]
"""Looks at one step."""
PipelineRule: TypeAlias = Callable[[Material, Pipeline], Iterator[Advice]]
"""Looks at a pipeline as a whole."""

STEP_RULES: Final[tuple[StepRule, ...]] = (
    upright,
    sides,
    glyphs,
    unnamed_sides,
    another_class,
    colours_of_classes,
    lost_objects,
    little_left,
    noise,
    resolution,
)
"""All rules about single steps."""

PIPELINE_RULES: Final[tuple[PipelineRule, ...]] = (unlabelled_ghosts, borders, few_pixels, indoors, repeats)
"""All rules about whole pipelines."""


def advice_on(
    material: Material, pipeline: Pipeline, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Advice, ...] | None:
    """What is to be said about a pipeline, what is likely wrong first, then in the order of the steps.

    Args:
        material: Pictures of the dataset.
        pipeline: The pipeline.
        cancelled: Asked between rules whether to stop.

    Returns:
        All advice; None if cancelled. Steps that are switched off, or never take part, are passed over.
    """
    found: list[Advice] = []
    for step in pipeline.switched_on():
        if not step.probability:
            continue
        for rule in STEP_RULES:
            if cancelled():
                return None
            found += rule(material, pipeline, step)
    for whole in PIPELINE_RULES:
        if cancelled():
            return None
        found += whole(material, pipeline)
    return tuple(sorted(found, key=lambda item: item.severity is not Severity.LIKELY_WRONG))
