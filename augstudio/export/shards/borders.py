"""Where shards end whose limit is a number of samples: known from the plan, before anything is rendered.

A picture counts with all its copies, also where it turns out to be unreadable. So nobody need know what comes
of other shards to write one, and parts of an export divide whole shards among themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from augstudio.datasets.splits import Split


@dataclass(frozen=True)
class ShardBorders:
    """Where the shards of each split begin.

    Attributes:
        starts: By splits, the places in the plan of the first tasks of their shards, ascending.
    """

    starts: Mapping[Split | None, tuple[int, ...]]
    _before: dict[Split | None, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Count once the shards of earlier splits."""
        before, count = {}, 0
        for split in (None, *Split):
            before[split] = count
            count += len(self.starts.get(split, ()))
        object.__setattr__(self, "_before", before)

    def number(self, place: int, split: Split | None) -> int:
        """The number, in its split, of the shard with the task of this place in the plan."""
        return bisect_right(self.starts[split], place) - 1

    def ordinal(self, split: Split | None, number: int) -> int:
        """The place of a shard among those of all splits, from 0."""
        return self._before[split] + number


class BorderFinder:
    """Finds them, task by task in the plan's order."""

    def __init__(self, limit: int) -> None:
        """Begin with no shard.

        Args:
            limit: Samples that a shard has at most, unless one picture and its copies alone are more.
        """
        self._limit = limit
        self._starts: dict[Split | None, list[int]] = {}
        self._samples: dict[Split | None, int] = {}

    def add(self, place: int, split: Split | None, samples: int) -> None:
        """Go on with a task that has so many samples."""
        held = self._samples.get(split)
        if held is None or held + samples > self._limit:
            self._starts.setdefault(split, []).append(place)
            held = 0
        self._samples[split] = held + samples

    @property
    def borders(self) -> ShardBorders:
        """Those of all that was added."""
        return ShardBorders({split: tuple(starts) for split, starts in self._starts.items()})
