"""Reads label files with care: never too much, never from a pipe, and numbers that are none are told."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.datasets.label_reading import LabelFileError
from augstudio.errors import ImageError, Message, message_of

MAX_TEXT_BYTES: Final = 1 << 30
"""Label files larger than this are refused unread; those of one picture have lower limits of their own."""

_NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)


def too_large(limit: int) -> Message:
    """What is said of a label file that has more bytes than the limit."""
    return Message("is larger than {0} MB, too large for a label file", limit >> 20)


def label_bytes(path: Path, shown: str, limit: int = MAX_TEXT_BYTES) -> bytes:
    """The contents of a label file; none where it is empty.

    Args:
        path: The file.
        shown: What it is called in messages.
        limit: The most bytes.

    Raises:
        LabelFileError: There is no such file, it is larger, or it cannot be read.
    """
    from augstudio.images.reading import read_bytes  # with all decoders, which numbers in texts do not need

    try:
        size = path.stat().st_size
        if size > limit:
            raise LabelFileError(shown, 0, too_large(limit))
        return read_bytes(path) if size else b""
    except FileNotFoundError:
        raise LabelFileError(shown, 0, Message("there is no such file")) from None
    except (OSError, ValueError, ImageError) as error:
        raise LabelFileError(shown, 0, Message("cannot be read: {0}", message_of(error))) from None


def label_text(data: bytes, shown: str) -> str:
    """The text of a label file, without a byte order mark.

    Raises:
        LabelFileError: It is no text in UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise LabelFileError(shown, 0, Message("is not UTF-8 text; save it as UTF-8"))
    return text


def number(text: str) -> float | None:
    """A finite decimal number as it stands in a text; None for all else, as ``nan`` and ``1_0``."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def finite_numbers(values: Any) -> Float64Array | None:
    """A list of finite numbers as JSON has it, ``(n,)``; None for all else, and for lists with anything else.

    Args:
        values: What JSON gave.
    """
    if not isinstance(values, list) or not set(map(type, values)) <= {int, float}:
        return None
    try:
        found = np.array(values, np.float64)
    except OverflowError:
        return None
    return found if np.isfinite(found).all() else None


def finite(value: Any) -> float | None:
    """A finite number as JSON has it; None for all else, truth values and texts among them."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None
