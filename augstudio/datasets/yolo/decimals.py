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
_ZERO: Final = ord("0")
_LAST_ZEROS: Final = re.compile(r"\.?0+(?= |$)")
_MINUS_ZERO: Final = re.compile(r"-0(?= |$)")
_PAIRS, _FOURS = (
    np.frombuffer("".join(f"{number:0{digits}}" for number in range(10**digits)).encode(), f"S{digits}")
    for digits in (2, 4)
)
"""The digits of all numbers of two and of four digits."""


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
    texts = _text(np.where(known, whole, 0).astype(np.int64), ends).split("\n")[:-1]
    for row in np.flatnonzero(~np.logical_and.reduceat(known, starts)).tolist():
        texts[row] = decimals(numbers[starts[row] : ends[row]].tolist())
    return texts


def _text(units: npt.NDArray[np.int64], ends: npt.NDArray[np.intp]) -> str:
    """Numbers given in units of their last decimal, a row on each line."""
    high, low = np.divmod(units, _GROUP)
    high, middle = np.divmod(high, _GROUP)
    first, high = np.divmod(high, 100)
    table = np.empty((units.size, 13), np.uint8)
    table[:, 0] = first + _ZERO
    table[:, 1] = ord(".")
    table[:, 2:4] = _PAIRS[high].view(np.uint8).reshape(-1, 2)
    table[:, 4:8] = _FOURS[middle].view(np.uint8).reshape(-1, 4)
    table[:, 8:12] = _FOURS[low].view(np.uint8).reshape(-1, 4)
    table[:, 12] = ord(" ")
    table[ends - 1, 12] = ord("\n")
    kept = np.ones(table.shape, np.bool_)
    short = np.arange(units.size)
    for column in range(11, 1, -1):
        short = short[table[short, column] == _ZERO]
        kept[short, column] = False
    kept[short, 1] = False
    return table[kept].tobytes().decode("ascii")
