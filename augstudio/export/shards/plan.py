"""What the shards of an export have in common: their limit, the classes, and what stands in every sample."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export.names import suffix_of
from augstudio.export.options import ExportOptions
from augstudio.export.shards.borders import BorderFinder, ShardBorders
from augstudio.export.shards.size import samples_of
from augstudio.export.tasks import Task


@dataclass(frozen=True)
class ShardPlan:
    """What the shards of an export have in common.

    Attributes:
        limit: Bytes that a shard has at most, unless one picture and its copies alone have more; 0 where its
            limit is a number of samples.
        classes: Names of the classes by folders, sorted; the place of a name in it is what ``.cls`` holds.
            Empty where no folder names a class, and there is no ``.cls`` then.
        versions: Those that decide the pixels, by names of packages.
        seed: Of all draws.
        borders: Where shards begin whose limit is a number of samples; None where that follows from bytes.
    """

    limit: int
    classes: tuple[str, ...]
    versions: tuple[tuple[str, str], ...]
    seed: int
    borders: ShardBorders | None = None

    @classmethod
    def of(
        cls, planned: Iterable[Task | Skipped], options: ExportOptions, versions: Mapping[str, str]
    ) -> ShardPlan | None:
        """Look through the plan of an export once; None, and nothing is looked at, without shards.

        Args:
            planned: Its tasks.
            options: How to export.
            versions: What the export is made with.

        Raises:
            ExportError: Its pictures have several suffixes, of which readers would take the first alone.
        """
        if not options.shards:
            return None
        classes: set[str] = set()
        suffixes: dict[str, str] = {}
        samples = samples_of(options.shards)
        finder = BorderFinder(samples or 0)
        for place, task in enumerate(item for item in planned if isinstance(item, Task)):
            suffixes.setdefault(suffix_of(task.outputs[0].file), task.key)
            finder.add(place, task.sample.split, len(task.outputs))
            if task.sample.class_name is not None:
                classes.add(task.sample.class_name)
        if len(suffixes) > 1:
            (one, first), (other, second), *_ = suffixes.items()
            raise ExportError(
                "format: shards need one kind of picture, and {0} would be {1}, {2} would be {3}; name the "
                "kind to write, such as jpeg or png",
                printable(first),
                one,
                printable(second),
                other,
            )
        # That of Python changes no byte of a picture.
        used = tuple(sorted(item for item in versions.items() if item[0] != "python"))
        limit = 0 if isinstance(options.shards, str) else options.shards
        borders = None if samples is None else finder.borders
        return cls(limit, tuple(sorted(classes)), used, options.seed, borders)

    def is_full(self, nbytes: int) -> bool:
        """Whether a shard of so many bytes would be too large."""
        return 0 < self.limit < nbytes

    def number(self, place: int, split: Split | None) -> int | None:
        """The number of the shard of a task by its place in the plan; None where that follows from bytes."""
        return None if self.borders is None else self.borders.number(place, split)

    def unit(self, place: int, split: Split | None) -> int:
        """What parts divide: the place of a task's shard among all, or its own where none is known."""
        number = self.number(place, split)
        return place if number is None else self.unit_of_shard(split, number)

    def unit_of_shard(self, split: Split | None, number: int) -> int:
        """The same of a shard by its split and its number there."""
        return number if self.borders is None else self.borders.ordinal(split, number)

    def label(self, sample: Sample) -> int | None:
        """What the ``.cls`` of a sample holds: the number of its class, or -1; None where there is none."""
        if not self.classes:
            return None
        return -1 if sample.class_name is None else bisect_left(self.classes, sample.class_name)
