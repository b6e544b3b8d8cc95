"""What names of classes say about mirrors and turns: digits, letters, left and right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from augstudio.core.pipeline import Pipeline
from augstudio.core.sides import pairs_by_names
from augstudio.core.step import Step
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.looks import is_glyph
from augstudio.insights.material import Look, Material
from augstudio.insights.motions import Motion, motions, often

_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMBERED: Final = re.compile(r"(?:digit|number|num|no|letter|char)?[-_ .]?([0-9a-z])")
# What is exchanged, by whether it is mirrored left to right, and whether it is then turned by half a turn.
_PAIRS: Final[dict[tuple[bool, bool], tuple[tuple[str, str], ...]]] = {
    (False, False): (),
    (True, False): (("b", "d"), ("p", "q")),
    (False, True): (("6", "9"), ("n", "u"), ("b", "q"), ("d", "p"), ("m", "w")),
    (True, True): (("b", "p"), ("d", "q"), ("m", "w")),
}
_LOOKED_AT: Final = 40
_UPSIDE_DOWN: Final = 120.0
_FEWEST: Final = 3

_SIDES_TEXT: Final = (
    "{0} of 100 copies are mirrored: a picture of {1} then shows {2}, and keeps the name of its class"
)
_SIDES_REMEDY: Final = "switch the step off, or limit it to classes that have no side"
_PAIR_TEXT: Final = (
    "{0} of 100 copies are mirrored or turned by half a turn: then {1} and {2} look alike; {3} of {4} "
    "pictures looked at are ink on a plain ground"
)
_GLYPHS_TEXT: Final = (
    "{0} of 100 copies are mirrored, but {1} of {2} classes are named as digits or letters, and {3} of {4} "
    "pictures looked at are ink on a plain ground: mirrored ones do not occur"
)
_GLYPHS_REMEDY: Final = "switch the step off; small turns, shears and shifts suit writing better"


def sides(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where a mirror exchanges what two classes of whole pictures differ by: left and right."""
    names = material.class_names
    pairs = [(names[one], names[other]) for one, other in pairs_by_names(names)]
    mirrored = _mirrored(material, pipeline, step)
    for one, other in pairs[:1]:
        shown = [item for item in mirrored[0] if item.look.class_name in (one, other)]
        if not shown:
            return
        share = often(step, mirrored[1])
        first = shown[0]
        own = first.look.class_name or one
        yield Advice(
            "left-right",
            Severity.LIKELY_WRONG,
            step.id,
            Message(_SIDES_TEXT, _hundred(share), own, other if own == one else one),
            Message(_SIDES_REMEDY),
            Example(first.look.sample.key, first.copy),
            {"share": share, "pairs": len(pairs)},
        )


def glyphs(material: Material, pipeline: Pipeline, step: Step) -> Iterator[Advice]:
    """Say where digits or letters are mirrored, or become each other; silent unless they look like that."""
    named = _named(material)
    looks = _of_signs(material, named)
    ink = sum(map(is_glyph, looks))
    if not looks or 2 * ink <= len(looks):
        return
    found = motions(material, pipeline, step)
    signs = set(named.values())
    exchanged = [item for item in found if _partner(item, named, signs)]
    mirrored = [item for item in found if item.mirrored and item.look.class_name in named]
    if exchanged:
        first = exchanged[0]
        own = named[first.look.class_name or ""]
        share = often(step, len(exchanged) / len(found))
        whole = often(step, sum(item.mirrored or item.turn > _UPSIDE_DOWN for item in found) / len(found))
        partner = _partner(first, named, signs)
        reason = Message(_PAIR_TEXT, _hundred(whole), own, partner, ink, len(looks))
    elif mirrored:
        first, share = mirrored[0], often(step, len(mirrored) / len(found))
        reason = Message(
            _GLYPHS_TEXT, _hundred(share), len(named), len(material.class_names), ink, len(looks)
        )
    else:
        return
    yield Advice(
        "digits-exchanged" if exchanged else "mirrored-writing",
        Severity.LIKELY_WRONG,
        step.id,
        reason,
        Message(_GLYPHS_REMEDY),
        Example(first.look.sample.key, first.copy),
        {"share": share, "ink": ink, "pictures": len(looks), "classes": len(named)},
    )


def names_signs(material: Material) -> bool:
    """Whether classes are named as digits or letters, and their pictures show such signs."""
    looks = _of_signs(material, _named(material))
    return bool(looks) and 2 * sum(map(is_glyph, looks)) > len(looks)


def glyph_of(name: str) -> str:
    """The digit or letter that a class is named after, as ``7``, ``digit_7``, ``seven``; else ""."""
    lower = name.casefold()
    if lower in _WORDS:
        return str(_WORDS.index(lower))
    found = _NUMBERED.fullmatch(lower)
    return found[1] if found else ""


def _named(material: Material) -> dict[str, str]:
    """The sign of each class that is named after one; none where that is said of few classes.

    Two are enough where they are told apart by how they lie, as 6 and 9.
    """
    named = {name: sign for name in material.class_names if (sign := glyph_of(name))}
    signs = set(named.values())
    enough = len(named) >= _FEWEST or any(
        signs.issuperset(pair) for pairs in _PAIRS.values() for pair in pairs
    )
    return named if enough and 2 * len(named) >= len(material.class_names) else {}


def _of_signs(material: Material, named: Collection[str]) -> list[Look]:
    return [look for look in material.looks if look.class_name in named][:_LOOKED_AT]


def _mirrored(material: Material, pipeline: Pipeline, step: Step) -> tuple[list[Motion], float]:
    found = motions(material, pipeline, step)
    mirrored = [item for item in found if item.mirrored and item.turn < _UPSIDE_DOWN]
    return mirrored, len(mirrored) / len(found) if found else 0.0


def _partner(motion: Motion, named: dict[str, str], signs: Collection[str]) -> str:
    """The other sign that one becomes by a motion, where there is a class for it."""
    own = named.get(motion.look.class_name or "", "")
    turned = motion.turn > _UPSIDE_DOWN
    pairs = _PAIRS[motion.mirrored, turned]
    partners = dict((*pairs, *((other, one) for one, other in pairs)))
    return partners.get(own, "") if partners.get(own) in signs else ""


def _hundred(share: float) -> int:
    """Copies of 100 that a share comes to, at least 1."""
    return max(1, round(100 * share))
