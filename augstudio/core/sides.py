"""Left and right in names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_SIDES: Final = {"left": "right", "l": "r", "左": "右"}
_OTHER: Final = _SIDES | {right: left for left, right in _SIDES.items()}
# A word at either end, or a sign that needs no blank about it.
_WORD: Final = re.compile(r"^(left|right|l|r)(?=[-_ .]|$)|(?<=[-_ .])(left|right|l|r)$", re.IGNORECASE)
_SIGN: Final = re.compile(r"^([左右])|([左右])$")


@lru_cache(maxsize=256)
def pairs_by_names(names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions whose names differ in their side alone, as ``left_eye`` and ``right_eye``.

    Sides are ``left``, ``l`` and ``左`` at the beginning or the end, with their counterparts.

    Args:
        names: The names.

    Returns:
        The pairs, the smaller position first; none at all where a name with a side has no counterpart.
    """
    places = {name.casefold(): place for place, name in enumerate(names)}
    pairs = []
    for place, name in enumerate(names):
        other = _other_side(name.casefold())
        if other is None:
            continue
        if other not in places:
            return ()
        if place < places[other]:
            pairs.append((place, places[other]))
    return tuple(pairs)


def _other_side(name: str) -> str | None:
    """The same of the other side; None for a name without a side."""
    found = _WORD.search(name) or _SIGN.search(name)
    if found is None:
        return None
    return f"{name[: found.start()]}{_OTHER[found[0]]}{name[found.end() :]}"
