"""Where files come from that an export of this program wrote: which picture, and which copy of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file was made from.

    Attributes:
        source: SHA-256 of the picture's file, as keys of different datasets may be the same.
        copy: Number of the copy; 0 is the picture itself.
    """

    source: bytes
    copy: int


Origins: TypeAlias = Mapping[bytes, Origin]
"""Origins by the SHA-256 of files, 32 bytes, so that files are known wherever they are moved to."""
