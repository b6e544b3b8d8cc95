"""What was drawn, in words."""

from __future__ import annotations

from collections.abc import Iterable

from augstudio.core.parameters import parameters_of
from augstudio.core.transform import Composite, Draw, Transform, transform_named
from augstudio.render.resolve import StepDraw
from augstudio.ui.pipeline_panel.field import translated


def describe_draws(draws: Iterable[StepDraw]) -> str:
    """One line for all steps: "Rotate: angle 7.3°   Translate: x +4.1 %, y −2.0 %"."""
    return "   ".join(describe_draw(draw) for draw in draws)


def describe_draw(draw: StepDraw) -> str:
    """One step with its drawn values; values that only seed noise are left out."""
    transform = transform_named(draw.transform)
    if issubclass(transform, Composite):
        return f"{translated(transform.TITLE)}: {_described_parts(transform().parts(draw.values))}"
    known = {parameter.name.removesuffix("_range"): parameter for parameter in parameters_of(transform)}
    values = [
        f"{translated(known[name].label).lower()} {translated(known[name].text(value, steady=True))}"
        for name, value in draw.values.items()
        if name in known
    ]
    title = translated(transform.TITLE)
    return f"{title}: {', '.join(values)}" if values else title


def _described_parts(parts: Iterable[tuple[Transform, Draw]]) -> str:
    """The operations that a step stands for, each with its values in brackets."""
    described = [describe_draw(StepDraw(0, transform.NAME, values)) for transform, values in parts]
    pairs = (text.partition(": ") for text in described)
    return ", ".join(f"{title} ({values})" if values else title for title, _, values in pairs) or "–"
