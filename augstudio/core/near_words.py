"""Words that are nearly the same: what people mean who mistype one."""

from __future__ import annotations

from typing import Final

_SHORTEST: Final = 4
_LONG: Final = 8


def is_near(word: str, other: str) -> bool:
    """Whether a word is another one, or its beginning, but for a slip of the fingers.

    A slip is a letter too many, too few or wrong, or two neighbours the wrong way round (the distance of
    Damerau and Levenshtein in its restricted form). One is forgiven, in words of eight letters and more two;
    none in words of fewer than four, which would be like too many others.

    Args:
        word: What was typed.
        other: What may have been meant.
    """
    slips = 0 if len(word) < _SHORTEST else 1 if len(word) < _LONG else 2
    if other.startswith(word):
        return True
    if len(other) < len(word) - slips:
        return False
    last, row = list[int](), list(range(len(other) + 1))
    for place, letter in enumerate(word, start=1):
        before, row = (last, row), [place]
        for column, wanted in enumerate(other, start=1):
            best = min(before[1][column - 1] + (letter != wanted), before[1][column] + 1, row[-1] + 1)
            if place > 1 and column > 1 and (letter, word[place - 2]) == (other[column - 2], wanted):
                best = min(best, before[0][column - 2] + 1)
            row.append(best)
        last = before[1]
    return min(row[len(word) - slips :]) <= slips
