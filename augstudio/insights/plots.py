"""Plots of evaluations as SVG that stands within a page; colours are those of the page's style sheet."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from augstudio.errors import Message
from augstudio.insights.evaluation import Comparison
from augstudio.insights.statistics import Verdict
from augstudio.insights.wording import Tell

_WIDTH: Final = 720
_LABELS: Final = 220
_RIGHT: Final = 24
_ROW: Final = 34
_AXIS: Final = 30
_LONGEST: Final = 30
_CLASSES: Final = {Verdict.PAYS: "pays", Verdict.HURTS: "hurts", Verdict.CANNOT_TELL: "unclear"}


class _Scale:
    """Places values between two ends along a line."""

    def __init__(self, low: float, high: float) -> None:
        rough = max(high - low, 1e-9) / 6
        unit = 10.0 ** math.floor(math.log10(rough))
        self.step = next(unit * times for times in (1, 2, 5, 10) if unit * times >= rough)
        self.low = math.floor(low / self.step) * self.step
        self.high = math.ceil(high / self.step) * self.step

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return _LABELS + share * (_WIDTH - _LABELS - _RIGHT)

    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + number * self.step for number in range(count + 1)]


def gains_plot(comparisons: Sequence[Comparison], names: Sequence[str], tell: Tell = str) -> str:
    """Gains with their intervals, one below the other, and a thin mark for each split.

    Args:
        comparisons: One or more.
        names: What each is called in the plot.
        tell: Puts what is written into the reader's language.
    """
    ends = [0.0, *(end for found in comparisons for end in (found.gain.low, found.gain.high))]
    ends += [value for found in comparisons for value in _extremes(found.differences)]
    scale = _Scale(min(ends) - 0.5, max(ends) + 0.5)
    parts = [_axis(scale, len(comparisons), tell(Message("points of accuracy")), "{:+g}")]
    for place, (found, name) in enumerate(zip(comparisons, names, strict=True)):
        middle = _ROW * place + _ROW / 2
        marks = "".join(
            f'<line class="split" x1="{scale(value):.1f}" x2="{scale(value):.1f}" '
            f'y1="{middle - 9:.1f}" y2="{middle + 9:.1f}"/>'
            for value in found.differences
        )
        parts.append(
            f"{_label(name, middle)}{marks}"
            f'<g class="{_CLASSES[found.verdict]}"><line class="interval" x1="{scale(found.gain.low):.1f}" '
            f'x2="{scale(found.gain.high):.1f}" y1="{middle:.1f}" y2="{middle:.1f}"/>'
            f'<circle cx="{scale(found.gain.mean):.1f}" cy="{middle:.1f}" r="5"/></g>'
        )
    described = Message("Gains in points of accuracy with their intervals; the thin marks are single splits")
    return _svg(len(comparisons), parts, tell(described))


def recalls_plot(without: Mapping[str, float], arms: Sequence[Mapping[str, float]], tell: Tell = str) -> str:
    """Right answers of each class: a ring without augmentation, a dot for each pipeline.

    Args:
        without: Percent of each class without augmentation.
        arms: The same for each pipeline.
        tell: Puts what is written into the reader's language.
    """
    values = [value for arm in (without, *arms) for value in arm.values()]
    scale = _Scale(max(min(values) - 5, 0), min(max(values) + 5, 100))
    parts = [_axis(scale, len(without), tell(Message("percent right")), "{:g}")]
    for place, (name, before) in enumerate(without.items()):
        middle = _ROW * place + _ROW / 2
        parts.append(_label(name, middle))
        for number, arm in enumerate(arms):
            height = middle + 5 * (number - (len(arms) - 1) / 2)
            parts.append(
                f'<g class="arm{number % 6}"><line class="change" x1="{scale(before):.1f}" '
                f'x2="{scale(arm[name]):.1f}" y1="{height:.1f}" y2="{height:.1f}"/>'
                f'<circle cx="{scale(arm[name]):.1f}" cy="{height:.1f}" r="4"/></g>'
            )
        parts.append(f'<circle class="before" cx="{scale(before):.1f}" cy="{middle:.1f}" r="5"/>')
    described = Message("Percent of right answers for each class, without and with augmentation")
    return _svg(len(without), parts, tell(described))


def _extremes(values: Sequence[float]) -> tuple[float, ...]:
    return (min(values), max(values)) if values else ()


def _svg(rows: int, parts: Sequence[str], described: str) -> str:
    height = rows * _ROW + _AXIS + 14
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(described)}">'
        f"{''.join(parts)}</svg>"
    )


def _label(name: str, middle: float) -> str:
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    return (
        f'<text class="name" x="{_LABELS - 14}" y="{middle + 4:.1f}"><title>{escape(name)}</title>'
        f"{escape(short)}</text>"
    )


def _axis(scale: _Scale, rows: int, title: str, form: str) -> str:
    bottom = rows * _ROW
    parts = []
    for tick in scale.ticks():
        place = f"{scale(tick):.1f}"
        kind = "zero" if abs(tick) < scale.step / 2 and form.startswith("{:+") else "grid"
        text = form.format(round(tick, 6) + 0.0)
        parts.append(f'<line class="{kind}" x1="{place}" x2="{place}" y1="0" y2="{bottom}"/>')
        parts.append(f'<text class="tick" x="{place}" y="{bottom + 16}">{text}</text>')
    middle = (_LABELS + _WIDTH - _RIGHT) / 2
    return f'{"".join(parts)}<text class="tick" x="{middle:.1f}" y="{bottom + 36}">{escape(title)}</text>'
