"""Colour profiles: whether one fits a picture, and where it stands in a JPEG."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

# A JPEG's first 20 bytes say that it is one; notes come behind them.
_JFIF_END: Final = 20
_NAME: Final = b"ICC_PROFILE\0"
PART_BYTES: Final = 65519
"""So much of a profile fits one of a JPEG's segments."""


def fitting_profile(profile: bytes | None, channels: int) -> bytes | None:
    """The profile if its colour space is the picture's; CMYK files become RGB, and theirs is then wrong."""
    wanted = b"GRAY" if channels <= 2 else b"RGB "
    return profile if profile is not None and profile[16:20] == wanted else None


def with_profile(jpeg: bytes | memoryview, profile: bytes) -> bytes:
    """A JPEG file without a profile, with one."""
    return b"".join((jpeg[:_JFIF_END], *_segments(profile), jpeg[_JFIF_END:]))


def _segments(profile: bytes) -> Iterator[bytes]:
    """A profile in numbered parts that each fit a JPEG segment."""
    parts = [profile[start : start + PART_BYTES] for start in range(0, len(profile), PART_BYTES)]
    for number, part in enumerate(parts, start=1):
        length = len(_NAME) + 4 + len(part)
        yield b"\xff\xe2" + length.to_bytes(2, "big") + _NAME + bytes((number, len(parts))) + part
