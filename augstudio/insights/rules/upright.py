"""Turned and upside-down pictures in a dataset whose pictures are upright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.material import Look, Material
from augstudio.insights.measures import normalised, surely_above, told_apart
from augstudio.insights.motions import Motion, motions, often
from augstudio.kernels.viewing.likeness import coarse_colours

FEWEST: Final = 20
"""Pictures below which nothing is said."""
SURELY: Final = 0.65
"""The share of pictures told from their turned versions, at the lower end of its interval, from which on it
counts as likely wrong to turn them."""
PERHAPS: Final = 0.55
"""The same from which on it is worth a note."""

_FIELDS: Final = 8
_ON_ITS_SIDE: Final = 60.0
_UPSIDE_DOWN: Final = 120.0
_SELDOM: Final = 0.02

_UPSIDE_DOWN_TEXT: Final = Message(
    "{0} of 100 copies are turned upside down, but your pictures have an up and a down: {1} of {2} are told "
    "from their upside-down versions by where they are bright and coloured alone (chance: {3})"
)
_SIDE_TEXT: Final = Message(
    "{0} of 100 copies lie on their side, but your pictures have an up and a down: {1} of {2} are told from "
    "their turned versions by where they are bright and coloured alone (chance: {3})"
)
_REMEDY: Final = (
    "switch the step off or limit its angle, unless the pictures that your model will meet come like this"
)

# From how many degrees up to how many, the name of the rule, and what is said.
_KINDS: Final = (
    (_UPSIDE_DOWN, 180.0, "upside-down", _UPSIDE_DOWN_TEXT),
    (_ON_ITS_SIDE, _UPSIDE_DOWN, "on-its-side", _SIDE_TEXT),
)


def upright(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step turns pictures that are recognisably upright, by more than 60 degrees."""
    found = motions(material, pipeline, step)
    for least, most, rule, text in _KINDS:
        turned = [item for item in found if least < item.turn <= most]
        share = often(step, len(turned) / len(found)) if found else 0.0
        looks = list({id(item.look): item.look for item in turned}.values())
        if share >= _SELDOM and len(looks) >= FEWEST:
            advice = _judged(step, turned, looks, share, rule, text)
            if advice is not None:
                yield advice
                return


def _judged(
    step: Step, turned: list[Motion], looks: list[Look], share: float, rule: str, text: str
) -> Advice | None:
    """What is said of turned pictures; None where they can hardly be told from upright ones."""
    worst = max(turned, key=lambda item: item.turn)
    told = _told(looks, _change(worst))
    surely = surely_above(told, len(looks))
    if surely < PERHAPS:
        return None
    hundred = max(1, round(100 * share))
    return Advice(
        rule,
        Severity.LIKELY_WRONG if surely >= SURELY else Severity.NOTE,
        step.id,
        Message(text, hundred, told, len(looks), len(looks) // 2),
        Message(_REMEDY),
        Example(worst.look.sample.key, worst.copy),
        {"share": share, "told": told, "pictures": len(looks), "turn": worst.turn},
    )


def _told(looks: list[Look], change: Callable[[Float64Array], Float64Array]) -> int:
    fields = [coarse_colours(look.small, _FIELDS) for look in looks]
    originals, changed = (
        normalised(np.stack([item.ravel() for item in items]))
        for items in (fields, [change(item) for item in fields])
    )
    return told_apart(originals, changed)


def _change(motion: Motion) -> Callable[[Float64Array], Float64Array]:
    """The lossless turn or mirror that is most like a motion."""
    if motion.turn <= _UPSIDE_DOWN:
        return np.rot90
    return np.flipud if motion.mirrored else lambda fields: np.rot90(fields, 2)
