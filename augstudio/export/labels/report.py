"""What an export came to for the labels, all pictures together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from augstudio.core.labels import LabelCounts
from augstudio.datasets.label_reading import LabelProblem
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
    """

    counts: LabelCounts = LabelCounts()  # noqa: RUF009  (a frozen value)
    losses: Losses = field(default_factory=Counter)
    warnings: tuple[tuple[str, int], ...] = ()
    problems: tuple[LabelProblem, ...] = ()
    problem_count: int = 0


class LabelSums:
    """What records of outputs come to, as far as they were added, in the plan's order."""

    def __init__(self, problems: tuple[LabelProblem, ...]) -> None:
        """Begin with what was broken or odd in files that are read for all pictures together."""
        self._counts, self._losses, self._warnings = LabelCounts(), Losses(), Counter[str]()
        self._kept, self._problems = list(problems[:KEPT_PROBLEMS]), len(problems)

    def add(self, record: OutputLabels) -> None:
        """Add the record of one output."""
        self._counts += record.counts
        self._losses.update(record.losses)
        self._warnings.update(record.warnings)
        if record.problems:
            self._problems += len(record.problems)
            self._kept += record.problems[: KEPT_PROBLEMS - len(self._kept)]

    def report(self) -> LabelReport:
        """What those that were added come to."""
        warnings = tuple(self._warnings.items())
        return LabelReport(self._counts, self._losses, warnings, tuple(self._kept), self._problems)


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
