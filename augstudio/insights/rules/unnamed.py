"""What the pictures themselves say about mirrors and weather, where no name of a class does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from augstudio.core.pipeline import Pipeline
from augstudio.core.sides import pairs_by_names
from augstudio.core.step import Step
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.looks import (
    are_alike,
    are_even,
    brightness_rows,
    has_plain_ground,
    is_colourless,
    is_symmetric,
    is_writing,
)
from augstudio.insights.material import Look, Material
from augstudio.insights.measures import surely_above, told_apart
from augstudio.insights.motions import motions, often
from augstudio.insights.rules.names import names_signs

FEWEST: Final = 10
"""Pictures below which nothing is said."""
FEWEST_SIDED: Final = 20
"""Pictures below which nothing is said about left and right."""

_LOOKED_AT: Final = 40
_MOSTLY: Final = 0.6
_SYMMETRIC: Final = 0.7
_SELDOM: Final = 0.02
_SURELY: Final = 0.65
_UPSIDE_DOWN: Final = 120.0
_WEATHER: Final = ("fog", "rain", "snow", "sun_flare", "shadow", "season")

_WRITING_TEXT: Final = (
    "{0} of 100 copies are mirrored, but of the pictures looked at {1} of {2} show thin strokes on a plain "
    "ground: if that is writing, mirrored writing does not occur"
)
_WRITING_REMEDY: Final = "switch the step off, unless these are drawings that could as well be mirrored"
_SIDED_TEXT: Final = (
    "{0} of 100 copies are mirrored, but left and right differ in your pictures, which have no colours: {1} "
    "of {2} are told from their mirror images by where they are bright alone (chance: {3}); in X-rays and "
    "other scans the heart and the liver would change sides"
)
_SIDED_REMEDY: Final = "switch the step off where it counts on which side something is"
_PLAIN_TEXT: Final = (
    "of the pictures looked at {0} of {1} have no colours and stand before a plain ground, as X-rays, other "
    "scans and pages do: no weather comes between these and the camera"
)
_ALIKE_TEXT: Final = (
    "of the pictures looked at {0} of {1} have no colours, and they are bright and dark in the same places, "
    "as X-rays and other scans are: no weather comes between these and the camera"
)
_WEATHER_REMEDY: Final = "leave weather out, unless the pictures were taken outdoors"


def unnamed_sides(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where writing, or scans with a left and a right, are mirrored and no class is named after it."""
    if names_signs(material) or pairs_by_names(material.class_names):
        return
    found = motions(material, pipeline, step)
    mirrored = [item for item in found if item.mirrored]
    looks = list({id(item.look): item.look for item in mirrored}.values())
    share = often(step, len(mirrored) / len(found)) if found else 0.0
    if share < _SELDOM or len(looks) < FEWEST:
        return
    first = mirrored[0]
    example, hundred = Example(first.look.sample.key, first.copy), max(1, round(100 * share))
    some = looks[:_LOOKED_AT]
    strokes = [look for look in some if is_writing(look)]
    if len(strokes) >= _MOSTLY * len(some):
        if sum(map(is_symmetric, strokes)) > _SYMMETRIC * len(strokes):
            return
        yield Advice(
            "mirrored-writing",
            Severity.NOTE,
            step.id,
            Message(_WRITING_TEXT, hundred, len(strokes), len(some)),
            Message(_WRITING_REMEDY),
            example,
            {"share": share, "writing": len(strokes), "pictures": len(some)},
        )
        return
    told = 0 if any(item.turn > _UPSIDE_DOWN for item in mirrored) else _told(looks)
    if told:
        yield Advice(
            "mirrored-sides",
            Severity.NOTE,
            step.id,
            Message(_SIDED_TEXT, hundred, told, len(looks), len(looks) // 2),
            Message(_SIDED_REMEDY),
            example,
            {"share": share, "told": told, "pictures": len(looks)},
        )


def indoors(material: Material, pipeline: Pipeline) -> Iterator[Advice]:
    """Say where weather is made in pictures that look as if they were taken where there is none."""
    step = next((item for item in pipeline.switched_on() if item.name in _WEATHER and item.probability), None)
    looks = () if step is None else material.looks_for(step)[:_LOOKED_AT]
    if step is None or len(looks) < FEWEST:
        return
    grey = [look for look in looks if is_colourless(look)]
    plain = [look for look in grey if has_plain_ground(look)]
    if len(plain) >= _MOSTLY * len(looks):
        shown, text = plain, _PLAIN_TEXT
    elif len(grey) >= _MOSTLY * len(looks) and are_alike(grey):
        shown, text = grey, _ALIKE_TEXT
    else:
        return
    yield Advice(
        "weather-indoors",
        Severity.NOTE,
        step.id,
        Message(text, len(shown), len(looks)),
        Message(_WEATHER_REMEDY),
        Example(shown[0].sample.key, 1),
        {"grey": len(grey), "plain": len(plain), "pictures": len(looks)},
    )


def _told(looks: Sequence[Look]) -> int:
    """How many scans are surely told from their mirror images; 0 where they are not, or where it is no scan.

    Photographs of scenes have no colours at times, too, but no plain ground, and they are not alike.
    """
    grey = sum(map(is_colourless, looks))
    if len(looks) < FEWEST_SIDED or grey < _MOSTLY * len(looks):
        return 0
    told = told_apart(brightness_rows(looks), brightness_rows(looks, mirrored=True))
    if surely_above(told, len(looks)) < _SURELY or are_even(looks):
        return 0
    plain = sum(map(has_plain_ground, looks))
    return told if plain >= _MOSTLY * len(looks) or are_alike(looks) else 0
