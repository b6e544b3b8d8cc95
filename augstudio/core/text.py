"""Text for people: names and values from outside, made safe to show and kept short."""

from __future__ import annotations

import os
import reprlib
from typing import Any, Final

from augstudio.errors import Message

LONGEST_VALUE: Final = 80
"""Characters of a value in a message."""

_LONGEST_KEPT: Final = 2000
_ESCAPED_BYTES: Final = range(0xDC80, 0xDD00)  # how Python holds the bytes of a name that are not UTF-8


def printable(text: str) -> str:
    """A text in one line that can be shown anywhere, as on a terminal.

    Escaped are bytes that are not UTF-8, control characters, line breaks, and signs that turn the direction
    of writing or cannot be seen.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _escaped(character) for character in text)


def counted(count: int, one: str, many: str, *others: object) -> Message:
    """A text about a number of things, in its form for one or for any other number.

    Args:
        count: How many there are.
        one: What is said of one.
        many: What is said of none and of several; ``{0}`` is the number.
        others: What stands for ``{1}``, ``{2}`` ... in both.
    """
    return Message(one if count == 1 else many, f"{count:,}", *others)


def shortened(text: str, longest: int = _LONGEST_KEPT) -> str:
    """A text with its middle left out where it is longer."""
    if len(text) <= longest:
        return text
    start, end = longest - longest // 4 - 1, longest // 4
    return f"{text[:start]}…{text[-end:]}"


def quoted(value: Any) -> str:
    """A value as Python writes it, for "got ...", in one line of at most :data:`LONGEST_VALUE` characters.

    Of large values only the beginning is looked at.
    """
    try:
        return printable(shortened(_BRIEF.repr(value), LONGEST_VALUE))
    except Exception:  # whatever a foreign object does when it is shown
        return f"a {type(value).__name__}"


class _Brief(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxstring = self.maxlong = self.maxother = LONGEST_VALUE
        self.maxlist = self.maxtuple = self.maxdict = 6

    def repr_int(self, x: int, level: int) -> str:
        # Python itself refuses to write numbers of thousands of digits.
        return repr(x) if x.bit_length() < 256 else f"a number of {x.bit_length()} bits"


_BRIEF: Final = _Brief()


def _escaped(character: str) -> str:
    code = ord(character)
    if code in _ESCAPED_BYTES and os.name != "nt":
        return f"\\x{code - 0xDC00:02x}"
    return repr(character)[1:-1]


def roughly(count: int) -> int:
    """A count that is only estimated: with two digits that say something, the others are 0."""
    return round(count, min(0, 2 - len(str(abs(count)))))
