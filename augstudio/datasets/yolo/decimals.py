"""Numbers of rows as text, those of all rows of a picture at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float64Array

_DIGITS: Final = 10
_UNITS: Final = 10.0**_DIGITS
# So many units have more than one digit before the point.
_LARGEST: Final = 10 * _UNITS
# Of products further from a whole number there is no telling to which one the exact product is nearer: those
# of numbers below 10 are wrong by up to 2**-17.
_MIDDLE: Final = 0.5 - 2.0**-16
_GROUP: Final = 10**4
_PAIR_OF_GROUPS: Final = 10**8
_LAST_ZEROS: Final = re.compile(r"\.?0+(?= |$)")
_MINUS_ZERO: Final = re.compile(r"-0(?= |$)")
# What is left out of a text; every piece of one has four bytes.
_NO_CHARACTER: Final = b"\0"


def _pieces(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    """Texts of up to four characters, four bytes each: as they are, then without zeros at their ends."""
    both = (*texts, *(text.rstrip("0").rstrip(".") for text in texts))
    return np.frombuffer("".join(text.ljust(4, "\0") for text in both).encode(), np.uint32)


_HEADS: Final = _pieces([f"{number // 100}.{number % 100:02}" for number in range(1000)])
"""The first digit, the point and two digits."""
_FOURS: Final = _pieces([f"{number:04}" for number in range(_GROUP)])
"""Four digits."""
_SPACE, _LINE_END = _pieces((" ", "\n"))[:2]


def decimals(values: list[float]) -> str:
    """Numbers with up to ten decimals, which is less than a millionth of a pixel of any picture."""
    texts = " ".join([f"%.{_DIGITS}f"] * len(values)) % tuple(values)
    return _MINUS_ZERO.sub("0", _LAST_ZEROS.sub("", texts))


def decimal_rows(numbers: Float64Array, counts: Sequence[int]) -> list[str]:
    """What :func:`decimals` gives for each row.

    Args:
        numbers: ``(N,)`` those of all rows, one after the other.
        counts: How many each row has, at least one.
    """
    if not counts:
        return []
    lengths = np.array(counts, np.intp)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    units = numbers * _UNITS
    whole = np.rint(units)
    known = (numbers >= 0) & (whole < _LARGEST) & (np.abs(units - whole) < _MIDDLE)
    if known.all():
        return _text(whole.astype(np.int64), ends).split("\n")[:-1]
    texts = _text(np.where(known, whole, 0).astype(np.int64), ends).split("\n")[:-1]
    for row in np.flatnonzero(~np.logical_and.reduceat(known, starts)).tolist():
        texts[row] = decimals(numbers[starts[row] : ends[row]].tolist())
    return texts


def _text(units: npt.NDArray[np.int64], ends: npt.NDArray[np.intp]) -> str:
    """Numbers given in units of their last decimal, a row on each line."""
    heads = units // _PAIR_OF_GROUPS
    rest = (units - heads * _PAIR_OF_GROUPS).astype(np.uint32)
    middle = rest // _GROUP
    last = rest - middle * _GROUP
    table = np.empty((units.size, 4), np.uint32)
    table[:, 0] = _HEADS[heads + (rest == 0) * (_HEADS.size // 2)]
    table[:, 1] = _FOURS[middle + (last == 0) * _GROUP]
    table[:, 2] = _FOURS[last + _GROUP]
    table[:, 3] = _SPACE
    table[ends - 1, 3] = _LINE_END
    return table.tobytes().translate(None, _NO_CHARACTER).decode("ascii")
