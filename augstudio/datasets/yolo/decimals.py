"""Numbers of rows as text, those of all rows of a picture at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
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
# What is left out of a text; every piece of one has four bytes. Most numbers have none of them, and they are
# found faster than all others are copied.
_NOTHING: Final = b"\0"
_NUMBER: Final = np.dtype([("head", "u4"), ("middle", "u4"), ("last", "u4"), ("end", "u1")])
_SPACE, _LINE_END = b" \n"
# Of so many numbers at once, arrays stay in the processor's caches, and memory is not asked for anew.
_BLOCK: Final = 4096
# So many bytes of a row hold its class and the first corner.
_BEGINNING: Final = 32


def _pieces(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    """Texts of up to four characters, four bytes each: as they are, then without zeros at their ends."""
    both = (*texts, *(text.rstrip("0").rstrip(".") for text in texts))
    return np.frombuffer("".join(text.ljust(4, "\0") for text in both).encode(), np.uint32)


_HEADS: Final = _pieces([f"{number // 100}.{number % 100:02}" for number in range(1000)])
"""The first digit, the point and two digits."""
_FOURS: Final = _pieces([f"{number:04}" for number in range(_GROUP)])
"""Four digits."""


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
    return [row.replace(_NOTHING, b"").decode("ascii")[:-1] for row in padded_rows(numbers, counts)]


def padded_rows(numbers: Float64Array, counts: Sequence[int]) -> list[bytes]:
    """What :func:`decimals` gives for each row, with the end of the line, and with zero bytes in it.

    Rows of equal texts are equal; :func:`joined_rows` leaves the zero bytes out.

    Args:
        numbers: ``(N,)`` those of all rows, one after the other.
        counts: How many each row has, at least one.
    """
    if not counts:
        return []
    bounds = [0, *accumulate(counts)]
    units = numbers * _UNITS
    whole = np.rint(units)
    for place in (np.abs(units - whole) >= _MIDDLE).nonzero()[0].tolist():
        whole[place] = float(f"{numbers[place]:.{_DIGITS}f}".replace(".", ""))
    known = (numbers >= 0) & (whole < _LARGEST)
    if known.all():
        return _rows(whole.astype(np.int64), bounds)
    # Rows of equal texts have to be equal, so none has zero bytes.
    rows = [row.replace(_NOTHING, b"") for row in _rows(np.where(known, whole, 0).astype(np.int64), bounds)]
    for row in np.flatnonzero(~np.logical_and.reduceat(known, bounds[:-1])).tolist():
        rows[row] = f"{decimals(numbers[bounds[row] : bounds[row + 1]].tolist())}\n".encode()
    return rows


def joined_rows(rows: Sequence[bytes]) -> bytes:
    """The text of rows from :func:`padded_rows`, before which something may stand; equal ones once."""
    # Equal rows begin alike. Nearly all differ there, which is found faster than all of each is looked at.
    if len({row[:_BEGINNING] for row in rows}) < len(rows):
        rows = list(dict.fromkeys(rows))
    return b"".join(rows).replace(_NOTHING, b"")


def _rows(units: npt.NDArray[np.int64], bounds: Sequence[int]) -> list[bytes]:
    """Numbers given in units of their last decimal, as rows with zero bytes in them."""
    table = np.empty(units.size, _NUMBER)
    for begin in range(0, units.size, _BLOCK):
        _fill(table[begin : begin + _BLOCK], units[begin : begin + _BLOCK])
    table["end"] = _SPACE
    table["end"][np.array(bounds[1:]) - 1] = _LINE_END
    text, size = table.tobytes(), _NUMBER.itemsize
    return [text[begin * size : end * size] for begin, end in pairwise(bounds)]


def _fill(table: npt.NDArray[np.void], units: npt.NDArray[np.int64]) -> None:
    """Write numbers given in units of their last decimal, but for what stands after each."""
    heads = units // _PAIR_OF_GROUPS
    rest = (units - heads * _PAIR_OF_GROUPS).astype(np.uint32)
    middle = rest // _GROUP
    last = rest - middle * _GROUP
    # Zeros at the end are left out, and few numbers end before their last four digits.
    short = (last == 0).nonzero()[0]
    middle[short] += _GROUP
    heads[short[rest[short] == 0]] += _HEADS.size // 2
    last += _GROUP
    table["head"] = _HEADS.take(heads)
    table["middle"] = _FOURS.take(middle)
    table["last"] = _FOURS.take(last)
