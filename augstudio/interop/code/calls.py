"""What generated scripts are written of: calls, comments, numbers; laid out as formatters lay them out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from augstudio.core.parameters import IntRange, Range

WIDTH: Final = 100
"""Signs in the longest line."""


@dataclass(frozen=True)
class Call:
    """A call that is written into a script.

    Attributes:
        name: What is called.
        arguments: What it is given, each as it is written.
    """

    name: str
    arguments: tuple[str, ...] = ()

    def lines(self, indent: int = 0, before: str = "", after: str = "") -> list[str]:
        """The call in one line if it fits, else with one argument in each.

        Args:
            indent: Spaces before it.
            before: What stands before it, such as ``image = ``.
            after: What stands behind it, such as a comma.
        """
        space = " " * indent
        one = f"{space}{before}{self.name}({', '.join(self.arguments)}){after}"
        if len(one) <= WIDTH:
            return [one]
        inner = [f"{space}    {argument}," for argument in self.arguments]
        return [f"{space}{before}{self.name}(", *inner, f"{space}){after}"]


@dataclass(frozen=True)
class Expressed:
    """How a script does what a step does.

    Attributes:
        call: What does it.
        differs: What it does otherwise, as a sentence; empty where nothing but rounding differs.
        name: What does it, where that is not what is called.
    """

    call: Call
    differs: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        """What does it."""
        return self.name or self.call.name


@dataclass(frozen=True)
class Missing:
    """A step that a script cannot have.

    Attributes:
        reason: Why, and what can be done instead, as a sentence.
    """

    reason: str


def number(value: float) -> str:
    """A number as people write it, without ".0"."""
    return f"{value:.12g}"


def pair(values: Iterable[float]) -> str:
    """A tuple of numbers."""
    return f"({', '.join(map(number, values))})"


def is_fixed(values: Range | IntRange) -> bool:
    """Whether every draw gives the same."""
    return values[0] == values[1]


def drawn(values: Range | IntRange) -> str:
    """A draw from a range by a NumPy generator ``rng``; the number where there is only one."""
    low, high = values
    if low == high:
        return number(low)
    if isinstance(values, IntRange):
        return f"rng.integers({number(low)}, {number(high)}, endpoint=True)"
    return f"rng.uniform({number(low)}, {number(high)})"


def chosen(options: tuple[Any, ...]) -> str:
    """A draw of one of several options."""
    written = [f'"{option}"' if isinstance(option, str) else str(option) for option in options]
    return written[0] if len(written) == 1 else f"rng.choice([{', '.join(written)}])"


def comment(text: str, indent: int = 0) -> Iterator[str]:
    """A text as lines of comment."""
    for paragraph in text.splitlines():
        yield from (
            f"{' ' * indent}# {line}"
            for line in textwrap.wrap(paragraph, WIDTH - indent - 2, break_long_words=False)
        )
