"""What an export came to for the labels, all pictures together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from augstudio.core.labels import LabelCounts
from augstudio.datasets.label_reading import LabelProblem, parted
from augstudio.datasets.label_writing import Losses
from augstudio.export.labels.records import OutputLabels

KEPT_PROBLEMS: Final = 1000
"""Problems that a report holds; all are in the export's folder."""


@dataclass(frozen=True)
class LabelReport:
    """What an export came to for the labels.

    Attributes:
        counts: What became of the instances, all outputs together.
        losses: What the format could not hold.
        warnings: What people should know, with the number of outputs of which it was said.
        problems: What was broken or odd in the labels that were read; the first :data:`KEPT_PROBLEMS`.
        problem_count: How many there are.
        notes: What is usual there, but worth knowing; the first :data:`KEPT_PROBLEMS`.
        note_count: How many there are.
    """

    counts: LabelCounts = LabelCounts()  # noqa: RUF009  (a frozen value)
    losses: Losses = field(default_factory=Counter)
    warnings: tuple[tuple[str, int], ...] = ()
    problems: tuple[LabelProblem, ...] = ()
    problem_count: int = 0
    notes: tuple[LabelProblem, ...] = ()
    note_count: int = 0


class LabelSums:
    """What records of outputs come to, as far as they were added, in the plan's order."""

    def __init__(self, problems: tuple[LabelProblem, ...]) -> None:
        """Begin with what was found in files that are read for all pictures together."""
        self._counts, self._losses, self._warnings = LabelCounts(), Losses(), Counter[str]()
        self._problems, self._notes = _Kept(), _Kept()
        self._add_found(problems)

    def add(self, record: OutputLabels) -> None:
        """Add the record of one output."""
        self._counts += record.counts
        self._losses.update(record.losses)
        self._warnings.update(record.warnings)
        if record.problems:
            self._add_found(record.problems)

    def report(self) -> LabelReport:
        """What those that were added come to."""
        warnings = tuple(self._warnings.items())
        problems, notes = self._problems, self._notes
        found = tuple(problems.first), problems.count, tuple(notes.first), notes.count
        return LabelReport(self._counts, self._losses, warnings, *found)

    def _add_found(self, found: tuple[LabelProblem, ...]) -> None:
        problems, notes = parted(found)
        self._problems.add(problems)
        self._notes.add(notes)


@dataclass
class _Kept:
    """The first of some findings, and how many there are."""

    first: list[LabelProblem] = field(default_factory=list)
    count: int = 0

    def add(self, found: tuple[LabelProblem, ...]) -> None:
        """Count some more."""
        self.count += len(found)
        self.first += found[: KEPT_PROBLEMS - len(self.first)]


def summed_up(records: Iterable[OutputLabels], problems: tuple[LabelProblem, ...]) -> LabelReport:
    """What records of all outputs come to.

    Args:
        records: Those of the outputs, in the plan's order.
        problems: What was broken or odd in files that are read for all pictures together.
    """
    sums = LabelSums(problems)
    for record in records:
        sums.add(record)
    return sums.report()
