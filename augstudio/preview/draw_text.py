"""What was drawn, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from augstudio.core.draws import Draw
from augstudio.core.parameters import parameters_of
from augstudio.core.transform import CompositeTransform, Transform, transform_named

if TYPE_CHECKING:
    from augstudio.render.resolve import StepDraw

Translate = Callable[[str], str]
"""Gives the words of a transform, a parameter or a value in a user's language."""


def describe_draws(draws: Iterable[StepDraw], translate: Translate = str) -> str:
    """One line for all steps: "Rotate: angle 7.3°   Translate: x +4.1 %, y −2.0 %"."""
    return "   ".join(describe_draw(draw, translate) for draw in draws)


def describe_draw(draw: StepDraw, translate: Translate = str) -> str:
    """One step with its drawn values; values that only seed noise are left out."""
    transform = transform_named(draw.transform)
    if issubclass(transform, CompositeTransform):
        return f"{translate(transform.TITLE)}: {_described_parts(transform().parts(draw.draw), translate)}"
    known = {parameter.name.removesuffix("_range"): parameter for parameter in parameters_of(transform)}
    values = [
        f"{translate(known[name].label).lower()} {translate(known[name].text(value, steady=True))}"
        for name, value in draw.draw
        if name in known
    ]
    title = translate(transform.TITLE)
    return f"{title}: {', '.join(values)}" if values else title


def _described_parts(parts: Iterable[tuple[Transform, Draw]], translate: Translate) -> str:
    """The operations that a step stands for, each with its values in brackets."""
    from augstudio.render.resolve import StepDraw

    described = [describe_draw(StepDraw(0, transform.NAME, values), translate) for transform, values in parts]
    pairs = (text.partition(": ") for text in described)
    return ", ".join(f"{title} ({values})" if values else title for title, _, values in pairs) or "–"
