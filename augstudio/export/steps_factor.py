"""How many times the steps of a pipeline can sensibly multiply a dataset, all taken together."""

from __future__ import annotations

from math import prod

from augstudio.core.pipeline import Pipeline
from augstudio.core.selection import end_of_member


def steps_factor(pipeline: Pipeline) -> str:
    """The product of what its steps are good for, as ``2x``, ``4-16x`` or ``any``.

    What a selecting step chooses from counts with that step. A hint, as what the transforms declare
    (:attr:`~augstudio.core.transform.Transform.FACTOR`).

    Args:
        pipeline: Its steps that are switched on and may take part count.
    """
    declared: list[str] = []
    place = 0
    while place < len(pipeline.steps):
        step = pipeline.steps[place]
        if step.enabled and step.probability:
            declared.append(step.transform.FACTOR)
        place = end_of_member(pipeline.steps, place)
    if "any" in declared:
        return "any"
    parts = [factor.rstrip("x").split("-") for factor in declared]
    low, high = (prod(int(part[end]) for part in parts) for end in (0, -1))
    return f"{low}x" if low == high else f"{low}-{high}x"
