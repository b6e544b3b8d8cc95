"""Gives an export's results in the plan's order; what waits takes little memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from augstudio.datasets.base import Skipped
from augstudio.export.engine import Result
from augstudio.export.run_task import Done

_MOST_BYTES: Final = 64_000_000


class Reordering:
    """Results in the order in which their numbers were announced.

    A picture that takes long keeps all that come after it waiting. Of these so many bytes stay in memory,
    further ones go into a file; so no engine has to be slowed down.
    """

    def __init__(self, spill: BinaryIO, most_bytes: int = _MOST_BYTES) -> None:
        """Wait for nothing yet.

        Args:
            spill: An empty file for what finds no room in memory.
            most_bytes: How many bytes stay in memory.
        """
        self._spill, self._most = spill, most_bytes
        self._waiting: dict[int, Result] = {}
        self._spilled: dict[int, tuple[int, tuple[int, ...]]] = {}  # where the bytes lie, and how many
        self._expected: deque[int] = deque()
        self._held = 0

    def expect(self, number: int) -> None:
        """A result of this number will come, after those that are expected already."""
        self._expected.append(number)

    def put(self, result: Result) -> None:
        """Take a result.

        Raises:
            OSError: The disk is full.
        """
        number, outcome = result.assignment.number, result.outcome
        sizes = _sizes(outcome)
        if number == self._expected[0] or self._held + sum(sizes) <= self._most:
            self._held += sum(sizes)
        elif not isinstance(outcome, Skipped):
            start = self._spill.seek(0, 2)
            self._spill.writelines(outcome.packed)
            self._spilled[number] = start, sizes
            result = replace(result, outcome=replace(outcome, packed=()))
        self._waiting[number] = result

    def ready(self) -> Iterator[Result]:
        """The results whose turn it is.

        Raises:
            OSError: The file cannot be read.
        """
        while self._expected and self._expected[0] in self._waiting:
            number = self._expected.popleft()
            result = self._waiting.pop(number)
            outcome = result.outcome
            self._held -= sum(_sizes(outcome))
            if number in self._spilled and not isinstance(outcome, Skipped):
                start, sizes = self._spilled.pop(number)
                self._spill.seek(start)
                result = replace(result, outcome=replace(outcome, packed=tuple(map(self._spill.read, sizes))))
                if not self._spilled:
                    self._spill.truncate(0)
            yield result


def _sizes(outcome: Done | Skipped) -> tuple[int, ...]:
    return () if isinstance(outcome, Skipped) else tuple(map(len, outcome.packed))
