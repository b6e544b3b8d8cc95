"""Turned and upside-down pictures in a dataset whose pictures are upright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image
from augstudio.core.pipeline import Pipeline
from augstudio.core.step import Step
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.learned_apart import learned_apart
from augstudio.insights.material import Look, Material
from augstudio.insights.measures import normalised, surely_above, told_apart
from augstudio.insights.motions import Motion, motions, often
from augstudio.kernels.viewing.likeness import coarse_colours

_Fields = TypeVar("_Fields", Float64Array, Image)

FEWEST: Final = 20
"""Pictures below which nothing is said."""
SURELY: Final = 0.65
"""The share of pictures told from their turned versions, at the lower end of its interval, from which on it
counts as likely wrong to turn them."""
PERHAPS: Final = 0.55
"""The same from which on it is worth a note."""

FEWEST_LEARNED: Final = 60
"""Pictures below which no learner is asked."""
LEARNED_PERHAPS: Final = 0.6
"""The like for what a learner tells. That is never more than a note, as it may know pictures by what a
camera or a scanner does to all of them alike."""

_MOST_LEARNED: Final = 150
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
_LEARNED_UPSIDE_DOWN_TEXT: Final = Message(
    "{0} of 100 copies are turned upside down, but your pictures have an up and a down: a simple learner "
    "that saw the others tells {1} of {2} from their upside-down versions (chance: {3})"
)
_LEARNED_SIDE_TEXT: Final = Message(
    "{0} of 100 copies lie on their side, but your pictures have an up and a down: a simple learner that saw "
    "the others tells {1} of {2} from their turned versions (chance: {3})"
)
_REMEDY: Final = (
    "switch the step off or limit its angle, unless the pictures that your model will meet come like this"
)

# From how many degrees up to how many, the name of the rule, and what is said.
_KINDS: Final = (
    (_UPSIDE_DOWN, 180.0, "upside-down", (_UPSIDE_DOWN_TEXT, _LEARNED_UPSIDE_DOWN_TEXT)),
    (_ON_ITS_SIDE, _UPSIDE_DOWN, "on-its-side", (_SIDE_TEXT, _LEARNED_SIDE_TEXT)),
)


def upright(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a step turns pictures that are recognisably upright, by more than 60 degrees."""
    found = motions(material, pipeline, step)
    for least, most, rule, texts in _KINDS:
        turned = [item for item in found if least < item.turn <= most]
        share = often(step, len(turned) / len(found)) if found else 0.0
        looks = list({id(item.look): item.look for item in turned}.values())
        if share >= _SELDOM and len(looks) >= FEWEST:
            advice = _judged(material, step, turned, share, rule, texts)
            if advice is not None:
                yield advice
                return


def _judged(
    material: Material,
    step: Step,
    turned: list[Motion],
    share: float,
    rule: str,
    texts: tuple[Message, Message],
) -> Advice | None:
    """What is said of turned pictures; None where they can hardly be told from upright ones.

    Light from above tells at a glance; where it does not, a learner may know things by their shape.
    """
    worst = max(turned, key=lambda item: item.turn)
    looks = list({id(item.look): item.look for item in turned}.values())
    told, count, text = _told(looks, _change(worst)), len(looks), texts[0]
    surely = surely_above(told, count)
    is_wrong, is_known = surely >= SURELY, surely >= PERHAPS
    some = material.looks_for(step)[:_MOST_LEARNED]  # the same ones whatever is drawn: it is found but once
    if not is_wrong and len(some) >= FEWEST_LEARNED:
        learned = learned_apart(material, some, _name(worst), _change(worst))
        if surely_above(learned, len(some)) >= LEARNED_PERHAPS:
            told, count, text, is_known = learned, len(some), texts[1], True
    if not is_known:
        return None
    return Advice(
        rule,
        Severity.LIKELY_WRONG if is_wrong else Severity.NOTE,
        step.id,
        Message(text, max(1, round(100 * share)), told, count, count // 2),
        Message(_REMEDY),
        Example(worst.look.sample.key, worst.copy),
        {"share": share, "told": told, "pictures": count, "turn": worst.turn},
    )


def _told(looks: list[Look], change: Callable[[Float64Array], Float64Array]) -> int:
    fields = [coarse_colours(look.small, _FIELDS) for look in looks]
    originals, changed = (
        normalised(np.stack([item.ravel() for item in items]))
        for items in (fields, [change(item) for item in fields])
    )
    return told_apart(originals, changed)


def _change(motion: Motion) -> Callable[[_Fields], _Fields]:
    """The lossless turn or mirror that is most like a motion."""
    if motion.turn <= _UPSIDE_DOWN:
        return np.rot90
    return np.flipud if motion.mirrored else lambda fields: np.rot90(fields, 2)


def _name(motion: Motion) -> str:
    """The name of that change."""
    if motion.turn <= _UPSIDE_DOWN:
        return "on its side"
    return "mirrored" if motion.mirrored else "turned"
