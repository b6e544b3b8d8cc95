"""How large a shard may be: in bytes, or in samples, which are the pictures and copies in it."""

from __future__ import annotations

import re
from typing import Final

from augstudio.core.text import quoted
from augstudio.errors import ExportError

MIN_BYTES: Final = 10_000
"""The smallest limit of a shard."""

MAX_BYTES: Final = 1_000_000_000_000
"""The largest limit of a shard."""

MAX_SAMPLES: Final = 99_999_999
"""The largest limit of a shard in samples."""

SAMPLES: Final = r"^[1-9]\d{0,7}samples$"
"""The one spelling of such a limit."""

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
_SAMPLES: Final = re.compile(r"(\d{1,20})\s*SAMPLES?")


def parsed_limit(text: str) -> int | str:
    """The limit that a text names: bytes, as ``1GB`` or ``500 MiB``, or samples, as ``10000samples``.

    Raises:
        ExportError: It names none, or too few or too many for a shard.
    """
    word = text.strip().upper()
    samples, size = _SAMPLES.fullmatch(word), _SIZE.fullmatch(word)
    if samples is not None:
        return _checked_samples(int(samples[1]))
    unit = None if size is None else _UNITS.get(size[2])
    if size is None or unit is None:
        raise ExportError(
            "--shards: must be a size such as 1GB or 500MB, or a number of samples such as 10000samples, "
            "got {0}",
            quoted(text),
        )
    return _checked_bytes(int(float(size[1]) * unit))


def checked_limit(limit: int | str) -> int | str:
    """A limit that a shard may have: bytes, or a text as :func:`parsed_limit` takes it, in its one spelling.

    Raises:
        ExportError: It is too small or too large, or none.
    """
    return parsed_limit(limit) if isinstance(limit, str) else _checked_bytes(limit)


def samples_of(limit: int | str) -> int | None:
    """How many samples a checked limit is; None where it is a number of bytes."""
    found = _SAMPLES.fullmatch(str(limit).upper())
    return None if found is None else int(found[1])


def _checked_bytes(nbytes: int) -> int:
    if type(nbytes) is not int or not MIN_BYTES <= nbytes <= MAX_BYTES:
        raise ExportError("--shards: must be from 10KB to 1000GB, got {0}", quoted(nbytes))
    return nbytes


def _checked_samples(count: int) -> str:
    if not 1 <= count <= MAX_SAMPLES:
        most = f"{MAX_SAMPLES:,}"
        raise ExportError(
            "--shards: the number of samples must be from 1 to {0}, got {1}", most, quoted(count)
        )
    return f"{count}samples"
