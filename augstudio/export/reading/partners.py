"""The pictures that were mixed into an output, compared with those that would be now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from augstudio.core.text import printable
from augstudio.errors import Message


def recorded_partners(draws: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """What the draws of an output say of each picture that was mixed in; damaged draws say nothing."""
    for draw in draws:
        values = draw.get("draw")
        partners = values.get("partners") if isinstance(values, Mapping) else None
        for partner in partners if isinstance(partners, list) else ():
            if isinstance(partner, Mapping) and isinstance(partner.get("key"), str):
                yield partner


def changed_partner(before: Iterable[Mapping[str, Any]], now: Iterable[Mapping[str, Any]]) -> Message | None:
    """The first picture that was mixed in and would not be so now, in words; None where there is none.

    Args:
        before: The draws of an output.
        now: Those of the same output if it were made now.
    """
    found = {partner["key"]: partner for partner in recorded_partners(now)}
    for partner in recorded_partners(before):
        key = printable(partner["key"])
        again = found.get(partner["key"])
        if again is None:
            return Message("another picture than {0} would be mixed in now; pictures came or went", key)
        if again.get("sha256") != partner.get("sha256"):
            return Message("the picture {0}, which is mixed in, changed", key)
        if again.get("labels") != partner.get("labels"):
            return Message("the labels of the picture {0}, which is mixed in, changed", key)
    return None
