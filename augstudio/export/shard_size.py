"""How large a shard may be."""

from __future__ import annotations

import re
from typing import Final

from augstudio.core.text import quoted
from augstudio.errors import ExportError

MIN_BYTES: Final = 10_000
"""The smallest limit of a shard."""

MAX_BYTES: Final = 1_000_000_000_000
"""The largest limit of a shard."""

_UNITS: Final = {
    "": 1,
    "B": 1,
    "KB": 10**3,
    "MB": 10**6,
    "GB": 10**9,
    "KIB": 2**10,
    "MIB": 2**20,
    "GIB": 2**30,
}
_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?I?B?)")


def parsed_size(text: str) -> int:
    """The bytes that a text such as ``1GB`` or ``500 MiB`` names.

    Raises:
        ExportError: It names none, or too few or too many for a shard.
    """
    found = _SIZE.fullmatch(text.strip().upper())
    unit = None if found is None else _UNITS.get(found[2])
    if found is None or unit is None:
        raise ExportError("--shards: must be a size such as 1GB or 500MB, got {0}", quoted(text))
    return checked_limit(int(float(found[1]) * unit))


def checked_limit(nbytes: int) -> int:
    """The same number, which a shard may have.

    Raises:
        ExportError: It is too small or too large.
    """
    if type(nbytes) is not int or not MIN_BYTES <= nbytes <= MAX_BYTES:
        raise ExportError("--shards: must be from 10KB to 1000GB, got {0}", quoted(nbytes))
    return nbytes
