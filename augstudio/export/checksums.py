"""A checksum for each line of the files in which a run notes what it has done; no proof of who wrote them."""

from __future__ import annotations

import hashlib
from typing import Final

_DIGITS: Final = 16


def with_checksum(line: bytes) -> bytes:
    """A line, with its end if it has one, behind a checksum of its own."""
    return _checksum(line) + b" " + line


def without_checksum(line: bytes) -> tuple[bytes, bool]:
    """A line without its checksum, and whether it is as it was written.

    A line that has none is given as it is, and is not.
    """
    checksum, space, rest = line[:_DIGITS], line[_DIGITS : _DIGITS + 1], line[_DIGITS + 1 :]
    if space == b" " and checksum == _checksum(rest):
        return rest, True
    # A damaged checksum is told from the text of a record by the brace with which that begins.
    return (rest if rest[:1] == b"{" != line[:1] else line), False


def text_of(line: bytes) -> bytes:
    """The first of what :func:`without_checksum` gives, where the second is of no interest."""
    text = line[_DIGITS + 1 :]
    return text if text[:1] == b"{" != line[:1] else without_checksum(line)[0]


def _checksum(line: bytes) -> bytes:
    return hashlib.blake2b(line.rstrip(b"\n"), digest_size=_DIGITS // 2).hexdigest().encode()
