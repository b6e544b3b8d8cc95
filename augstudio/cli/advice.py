"""Advice in lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from augstudio.core.pipeline import Pipeline
from augstudio.insights.advice import Advice

_SHOWN: Final = 5


def advice_lines(found: Iterable[Advice], pipeline: Pipeline) -> Iterator[str]:
    """What is said, with an example, the first files and what to do."""
    for item in found:
        yield f"{_place(item, pipeline)}, {item.severity.value} ({item.rule}): {item.reason}"
        if item.example is not None:
            copy = f", copy {item.example.copy}" if item.example.copy else ""
            yield f"    as in {item.example.key}{copy}"
        for names in item.files[:_SHOWN]:
            yield f"    {' and '.join(names)}"
        if len(item.files) > _SHOWN:
            yield f"    and {len(item.files) - _SHOWN:,} more"
        yield f"    do: {item.remedy}"


def _place(item: Advice, pipeline: Pipeline) -> str:
    """Where a piece of advice belongs, in words."""
    if item.step_id is None:
        return "splits" if item.files else "pipeline"
    step = pipeline.step(item.step_id)
    return f"step {pipeline.steps.index(step) + 1} ({step.name})"
