"""Filters and orders very many samples in short steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from typing import Final, NamedTuple

from augstudio.core.sorting import sorting
from augstudio.datasets.base import Sample

ORDERS: Final = ("listed", "name", "class")
"""In which order samples can be listed: the dataset's, by their names, or by class and then name."""

STEP: Final = 1000
"""How many samples are looked at in one step."""

_PLACE_DIGITS: Final = 12
_DIGITS: Final = re.compile(r"\d+")


class Relisted(NamedTuple):
    """What a list shows.

    Attributes:
        samples: The samples, in order.
        rows: The row of each, by its key.
        seen: How many of all samples were looked at.
    """

    samples: list[Sample]
    rows: dict[str, int]
    seen: int


def relisting(
    everything: list[Sample], accepts: Callable[[Sample], bool], order: str
) -> Generator[None, None, Relisted]:
    """Choose and order samples; yields between steps, and not at all where there are few.

    Args:
        everything: All samples; more may be added to its end meanwhile.
        accepts: Which of them are listed.
        order: One of :data:`ORDERS`.
    """
    chosen: list[Sample] = []
    seen = 0
    while seen < len(everything):
        if seen:
            yield
        part = everything[seen : seen + STEP]
        chosen += filter(accepts, part)
        seen += len(part)
    if order != ORDERS[0]:
        chosen = yield from _ordered(chosen, _name_key if order == "name" else _class_key)
    rows: dict[str, int] = {}
    for first in range(0, len(chosen), STEP):
        if first:
            yield
        rows.update((sample.key, row) for row, sample in enumerate(chosen[first : first + STEP], first))
    return Relisted(chosen, rows, seen)


def _ordered(samples: list[Sample], key: Callable[[Sample], str]) -> Generator[None, None, list[Sample]]:
    """Samples by their keys, to which their places are put so that they are found again."""
    keys: list[str] = []
    for first in range(0, len(samples), STEP):
        if first:
            yield
        part = enumerate(samples[first : first + STEP], first)
        keys += [f"{key(sample)}\0{place:0{_PLACE_DIGITS}}" for place, sample in part]
    keys = yield from sorting(keys)
    found: list[Sample] = []
    for first in range(0, len(keys), STEP):
        if first:
            yield
        found += [samples[int(name[-_PLACE_DIGITS:])] for name in keys[first : first + STEP]]
    return found


def _name_key(sample: Sample) -> str:
    """One text that sorts names in the order of people: numbers by their size.

    No name holds the characters 0 and 1: they are less than any other.
    """
    name = sample.key.rpartition("/")[2].casefold()
    return f"{_DIGITS.sub(_number_key, name)}\0{sample.key}"


def _number_key(found: re.Match[str]) -> str:
    """Digits so that shorter numbers come first, and equal ones by how they are written."""
    written = found[0]
    digits = (written if written.isascii() else str(int(written))).lstrip("0")
    return f"\1{chr(len(digits) + 2)}{digits}{written}\0"


def _class_key(sample: Sample) -> str:
    return f"{sample.class_name or ', '.join(sample.classes)}\0{_name_key(sample)}"
