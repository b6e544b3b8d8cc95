"""Reads JSON that this program wrote, and nothing else: what it never writes is an error, not a guess."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

MAX_LINE_BYTES: Final = 4_000_000
"""A line of a record that is longer is surely something else."""

_LARGEST: Final = (1 << 63) - 1
_LONGEST_NUMBER: Final = 20
_CHECKSUM_DIGITS: Final = 16


def parsed_object(data: bytes) -> dict[str, Any]:
    """The JSON object that UTF-8 text holds.

    Raises:
        ValueError: It is no JSON object, names a key twice, holds a whole number of more than 64 bits or one
            that JSON does not know, or is nested too deeply.
    """
    try:
        value = _decoder.decode(data.decode("utf-8"))
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError("it is no JSON object")
    return value


def checksum(text: str) -> str:
    """Sixteen hexadecimal digits by which changes are noticed; no proof of who made a text.

    Raises:
        UnicodeEncodeError: The text holds half a surrogate pair.
    """
    return hashlib.sha256(text.encode()).hexdigest()[:_CHECKSUM_DIGITS]


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """A file's lines with their ends; of one that is too long to be a record's, pieces."""
    while line := stream.readline(MAX_LINE_BYTES):
        yield line


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _whole(digits: str) -> int:
    number = int(digits) if len(digits) <= _LONGEST_NUMBER else _LARGEST + 1
    if abs(number) > _LARGEST:
        raise ValueError("a number has more than 64 bits")
    return number


def _refused(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")


_decoder: Final = json.JSONDecoder(object_pairs_hook=_unique, parse_int=_whole, parse_constant=_refused)
