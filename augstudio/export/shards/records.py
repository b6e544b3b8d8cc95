"""What earlier runs recorded of shards, as far as it can be relied on."""

from __future__ import annotations

from dataclasses import dataclass, field

from augstudio.datasets.splits import Split
from augstudio.export.manifest import Output
from augstudio.export.shards.names import shard_name, shard_number
from augstudio.export.workspace import Workspace


class OutdatedError(Exception):
    """Shards of an earlier run would be written otherwise now.

    Attributes:
        shards: Their splits and numbers.
    """

    def __init__(self, *shards: tuple[Split | None, int]) -> None:
        """Name the shards."""
        super().__init__(", ".join(shard_name(*shard) for shard in shards))
        self.shards = shards


@dataclass
class RecordedShards:
    """The shards of earlier runs, as far as their records can be relied on.

    Attributes:
        workspace: The export's folder.
        stands_alone: Whether what is in a shard does not depend on the others.
    """

    workspace: Workspace
    stands_alone: bool
    _outdated: dict[Split | None, set[int]] = field(default_factory=dict)
    _digests: dict[str, str | None] = field(default_factory=dict)

    def forget(self, error: OutdatedError) -> None:
        """No longer rely on shards, nor, where these depend on them, on the later ones of their splits."""
        for split, number in error.shards:
            self._outdated.setdefault(split, set()).add(number)
        self._digests.clear()

    def usable(
        self, known: tuple[Output, ...], split: Split | None, wanted: int | None = None
    ) -> tuple[Output, ...]:
        """The records of a sample where they are those of a shard of its split that is as it was; else none.

        Args:
            known: The records.
            split: The sample's split.
            wanted: The number of the shard that it belongs into, where that is known.

        Raises:
            OSError: The shard is reached through a link.
        """
        for output in known:
            place = output.shard
            number = None if place is None else shard_number(place.file, split)
            if place is None or number is None or self._is_outdated(split, number):
                return ()
            if wanted not in (None, number):
                return ()
            if place.file not in self._digests:
                self._digests[place.file] = self.workspace.digest(place.file, shared=True)
            if self._digests[place.file] != place.sha256:
                return ()
        return known

    def _is_outdated(self, split: Split | None, number: int) -> bool:
        outdated = self._outdated.get(split, ())
        return number in outdated if self.stands_alone else any(first <= number for first in outdated)
