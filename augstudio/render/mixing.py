"""Finds the pictures that steps mix in, and the objects of them that are pasted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from augstudio.core.mixing import Mixing, MixingDraw, PartnerDraw
from augstudio.errors import DatasetError, ImageError, message_of
from augstudio.render.partners import Partners

LOOKED_AT: Final = 16
"""Pictures that are looked at, at most, for objects that can be pasted."""

_ALONE: Final = "the step {0} mixes other pictures of its split in, and there is no other; add pictures"
_NOT_LABELLED: Final = (
    "the step {0} pastes labelled objects of other pictures, and these have no labels; leave it out, or "
    "open a dataset with outlines or masks of objects"
)

Chosen: TypeAlias = Callable[[int], tuple[PartnerDraw, ...]]
"""Gives so many partners, the first ones first."""


def mixed_draw(
    name: str, transform: Mixing[Any], draw: MixingDraw, partners: Partners, chosen: Chosen
) -> MixingDraw:
    """What a step draws, with its partners.

    Args:
        name: The step's name, for people.
        transform: What it does.
        draw: What it drew.
        partners: The other pictures.
        chosen: Those of them that are its partners.

    Raises:
        ImageError: There is no other picture, or one cannot be used.
    """
    if transform.PASTES:
        return _pasting(name, transform, draw, partners, chosen)
    found = chosen(transform.PARTNERS)
    if not found:
        raise ImageError(_ALONE, name)
    return draw.model_copy(update={"partners": found})


def _pasting(
    name: str, transform: Mixing[Any], draw: MixingDraw, partners: Partners, chosen: Chosen
) -> MixingDraw:
    """The draw with the first of the partners of which anything can be pasted; else with the first of all."""
    if partners.categories is None:
        raise ImageError(_NOT_LABELLED, name)
    first: MixingDraw | None = None
    known: set[str] = set()
    for count in range(1, LOOKED_AT + 1):
        found = chosen(count)
        if not found:
            raise ImageError(_ALONE, name)
        if found[-1].key in known:  # there are no more
            break
        known.add(found[-1].key)
        named = draw.model_copy(update={"partners": found[-1:]})
        try:
            instances = partners.instances(found[-1], transform.wanted_classes)
        except DatasetError as error:
            raise ImageError(message_of(error)) from None
        if instances:
            made: MixingDraw = transform.with_instances(named, instances)
            return made
        first = first or named
    assert first is not None
    return first
