"""Sorting very many names without a long pause."""

from __future__ import annotations

from collections.abc import Generator
from typing import Final

RUN: Final = 4096
"""How many are sorted in one step."""


def sorting(names: list[str]) -> Generator[None, None, list[str]]:
    """Sort names in many short steps; yields between them, so that other work finds its time.

    A single call of ``sorted`` lets no other thread run: for 200,000 names that is up to half a second.

    Args:
        names: What is sorted; left as it is.

    Returns:
        A sorted copy, the same that ``sorted`` gives.
    """
    runs = []
    for first in range(0, len(names), RUN):
        if first:
            yield
        runs.append(sorted(names[first : first + RUN]))
    while len(runs) > 1:
        pairs = []
        for place in range(0, len(runs), 2):
            yield
            pair = [name for run in runs[place : place + 2] for name in run]
            pair.sort()  # finds the two runs, and merges them
            pairs.append(pair)
        runs = pairs
    return runs[0] if runs else []


def sorted_in_steps(names: list[str]) -> list[str]:
    """As ``sorted``, but other threads run between the steps."""
    steps = sorting(names)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: list[str] = end.value
            return found
