"""What copies come to for the labels, estimated from a few of them before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Final

from augstudio.core.labels import LabelCounts
from augstudio.datasets.label_writing import Loss, Losses
from augstudio.export.labels.records import OutputLabels

_COUNTS: Final = tuple(item.name for item in fields(LabelCounts))


@dataclass(frozen=True)
class CopyLabels:
    """What becomes of the labels in all copies of an export, estimated from some.

    Attributes:
        tried: Copies that were made for it.
        pictures: Pictures of which they are.
        counts: What becomes of the instances.
        losses: What the format cannot hold of them.
    """

    tried: int
    pictures: int
    counts: LabelCounts
    losses: Losses

    @property
    def loses_labels(self) -> bool:
        """Whether nothing, or too little, is left of some objects; a policy on ghosts is no loss."""
        return bool(self.counts.outside or self.counts.too_small)


@dataclass
class CopyLabelTrials:
    """Sums what becomes of labels in copies that are tried, each for as many as are made of its picture."""

    _tried: int = 0
    _pictures: int = 0
    _copies: int = 0
    _counts: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _losses: dict[Loss, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, records: Sequence[OutputLabels], copies: int) -> None:
        """Add some copies of a picture.

        Args:
            records: Those that were tried; with none, the picture does not count.
            copies: How many are made of it.
        """
        if not records:
            return
        self._tried += len(records)
        self._pictures += 1
        self._copies += copies
        each = copies / len(records)
        for record in records:
            for name in _COUNTS:
                self._counts[name] += each * getattr(record.counts, name)
            for kind, count in record.losses.items():
                self._losses[kind] += each * count

    def estimate(self, copies: int) -> CopyLabels | None:
        """What so many copies come to; None where none with labels was tried."""
        if not self._tried:
            return None
        factor = copies / self._copies
        counts = LabelCounts(**{name: round(factor * count) for name, count in self._counts.items()})
        losses = Losses({kind: round(factor * count) for kind, count in self._losses.items() if count})
        return CopyLabels(self._tried, self._pictures, counts, losses)
