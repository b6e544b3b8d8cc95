"""What was drawn, in words."""

from __future__ import annotations

from collections.abc import Iterable

from augstudio.core.parameters import parameters_of
from augstudio.core.transform import transform_named
from augstudio.render import StepDraw
from augstudio.ui.pipeline_panel.fields import translated


def describe_draws(draws: Iterable[StepDraw]) -> str:
    """One line for all steps: "Rotate: angle 7.3°   Translate: x +4.1 %, y −2.0 %"."""
    return "   ".join(describe_draw(draw) for draw in draws)


def describe_draw(draw: StepDraw) -> str:
    """One step with its drawn values; values that only seed noise are left out."""
    transform = transform_named(draw.transform)
    known = {parameter.name.removesuffix("_range"): parameter for parameter in parameters_of(transform)}
    values = [
        f"{translated(known[name].label).lower()} {translated(known[name].text(value, steady=True))}"
        for name, value in draw.values.items()
        if name in known
    ]
    title = translated(transform.TITLE)
    return f"{title}: {', '.join(values)}" if values else title
