"""Adds up what a plan holds, task by task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from augstudio.datasets.base import Skipped
from augstudio.export.balance import Balance, ClassShare
from augstudio.export.digests import DigestSet
from augstudio.export.job import ExportJob
from augstudio.export.tasks import Task

_BLOCK: Final = 256


@dataclass
class PlanCounts:
    """What a plan holds; of a balanced one the fewest copies that there may be.

    Attributes:
        keys: Of the samples.
        alike: How many tasks there are that are alike, by whether they have an original, how many outputs
            they have, and their class.
    """

    keys: DigestSet = field(default_factory=DigestSet)
    alike: Counter[tuple[bool, int, str | None]] = field(default_factory=Counter)

    @property
    def samples(self) -> int:
        """All samples."""
        return sum(self.alike.values())

    @property
    def originals(self) -> int:
        """Their copies number 0."""
        return sum(count for (original, _, _), count in self.alike.items() if original)

    @property
    def copies(self) -> int:
        """Their augmented copies."""
        return sum((outputs - original) * count for (original, outputs, _), count in self.alike.items())

    @property
    def classes(self) -> Counter[str | None]:
        """The samples of each class."""
        found: Counter[str | None] = Counter()
        for (_, _, name), count in self.alike.items():
            found[name] += count
        return found

    @property
    def factor(self) -> float | None:
        """Files of the augmented pictures for each of these; None where none is."""
        augmented = [
            (outputs, count) for (original, outputs, _), count in self.alike.items() if outputs > original
        ]
        samples = sum(count for _, count in augmented)
        return sum(outputs * count for outputs, count in augmented) / samples if samples else None

    def shares(self, job: ExportJob) -> tuple[ClassShare, ...]:
        """The classes of an export that is not balanced."""
        options = job.options
        return tuple(
            ClassShare(name, count, count if options.originals else 0, count * options.copies)
            for name, count in self.classes.items()
            if name is not None
        )

    def balanced_copies(self, balance: Balance, job: ExportJob) -> int:
        """All copies, with those of pictures in no class."""
        shares = balance.shares.values()
        counted = 0 if job.options.originals else sum(share.pictures for share in shares)
        return self.copies - counted + sum(share.copies for share in shares)


def counted_plan(
    planned: Iterator[Task | Skipped], on_skipped: Callable[[Skipped], None], cancelled: Callable[[], bool]
) -> PlanCounts | None:
    """What a plan holds; None if cancelled."""
    counts = PlanCounts()
    keys: list[str] = []
    latest: tuple[bool, int, str | None] = (False, 0, None)
    same = 0  # tasks like the latest, most of which are like the one before
    for item in planned:
        if isinstance(item, Task):
            outputs = item.outputs
            keys.append(item.sample.key)
            if len(keys) == _BLOCK:
                counts.keys.add_all(keys)
                keys.clear()
            kind = outputs[0].copy == 0, len(outputs), item.class_name
            if kind != latest:
                if same:
                    counts.alike[latest] += same
                latest, same = kind, 0
            same += 1
        else:
            on_skipped(item)
        if cancelled():
            return None
    if same:
        counts.alike[latest] += same
    counts.keys.add_all(keys)
    return counts
