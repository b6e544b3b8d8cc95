"""Outlines of many instances in arrays, for writers that ask for nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.core.cached import cached_property
from augstudio.core.polygon import Rings, holes_among


@dataclass(frozen=True)
class OutlineFacts:
    """What instances have besides their place, in their order.

    Attributes:
        categories: Their classes.
        crowds: Which stand for several objects.
        ignored: Which are to be ignored.
        flags: How many of difficult and occluded they are.
        truncated: Which go on beyond the picture.
        groups: Which belong to a group.
        attributes: How many attributes they have.
    """

    categories: list[int]
    crowds: list[bool]
    ignored: list[bool]
    flags: list[int]
    truncated: list[bool]
    groups: list[bool]
    attributes: list[int]


@dataclass(frozen=True)
class OutlinesTogether:
    """Outlines of several copies of a picture, which writers may look at together.

    Attributes:
        points: ``(N, 2)`` the corners of all rings.
        rings: Where each ring begins in them, and the end.
        made: What writers have made of all of them, by what it is.
    """

    points: Float64Array
    rings: list[int]
    made: dict[Any, Any] = field(default_factory=dict)

    @cached_property
    def lengths(self) -> list[int]:
        """How many corners each ring has."""
        return [end - begin for begin, end in pairwise(self.rings)]


@dataclass(frozen=True)
class OutlineRows:
    """Outlines that were made of others, without keypoints, each with a place.

    Attributes:
        points: ``(N, 2)`` the corners of all rings.
        rings: Where each ring begins in them, and the end.
        shapes: Where each outline begins among the rings, and the end.
        owners: The position of what each was made of in ``facts``.
        facts: What is known of those.
        ignored: Which outlines are ignored for what became of them.
        truncated: Which go on beyond the picture for what became of them.
        ghosts: Which are copies that padding made.
        together: Outlines among which these are; None where they are alone.
        first: Which ring among them is the first one of these.
    """

    points: Float64Array
    rings: list[int]
    shapes: Sequence[int]
    owners: list[int]
    facts: OutlineFacts
    ignored: list[bool]
    truncated: list[bool]
    ghosts: list[bool]
    together: OutlinesTogether | None = None
    first: int = 0

    def all_rings(self) -> list[Rings]:
        """The rings of each."""
        points = self.points
        rings = [points[begin:end] for begin, end in pairwise(self.rings)]
        if len(rings) == len(self.owners):
            return [(ring,) for ring in rings]
        return [tuple(rings[first:last]) for first, last in pairwise(self.shapes)]

    @cached_property
    def unwanted(self) -> list[int]:
        """The positions of those that are crowds or ignored."""
        facts = self.facts
        if not (True in facts.ignored or True in facts.crowds):
            return (
                [place for place, ignored in enumerate(self.ignored) if ignored]
                if True in self.ignored
                else []
            )
        left_out = [crowd or ignored for crowd, ignored in zip(facts.crowds, facts.ignored, strict=True)]
        pairs = enumerate(zip(self.owners, self.ignored, strict=True))
        return [place for place, (owner, ignored) in pairs if ignored or left_out[owner]]

    @cached_property
    def wanted(self) -> OutlineRows:
        """Those that are neither a crowd nor ignored."""
        if not self.unwanted:
            return self
        parts: list[Float64Array] = []
        lengths: list[int] = []
        counts: list[int] = []
        begin = 0
        for place in [*self.unwanted, len(self.owners)]:
            first, last = self.shapes[begin], self.shapes[place]
            parts.append(self.points[self.rings[first] : self.rings[last]])
            lengths += [after - before for before, after in pairwise(self.rings[first : last + 1])]
            counts += [after - before for before, after in pairwise(self.shapes[begin : place + 1])]
            begin = place + 1
        kept = sorted(set(range(len(self.owners))).difference(self.unwanted))
        return OutlineRows(
            np.concatenate(parts),
            [0, *accumulate(lengths)],
            [0, *accumulate(counts)],
            [self.owners[place] for place in kept],
            self.facts,
            [False] * len(kept),
            [self.truncated[place] for place in kept],
            [self.ghosts[place] for place in kept],
        )

    @property
    def lengths(self) -> list[int]:
        """How many corners each ring has."""
        return [end - begin for begin, end in pairwise(self.rings)]

    @cached_property
    def several(self) -> dict[int, Rings]:
        """The rings of those that have several, by their positions."""
        if len(self.rings) == len(self.shapes):
            return {}
        points, rings = self.points, self.rings
        return {
            place: tuple(points[begin:end] for begin, end in pairwise(rings[first : last + 1]))
            for place, (first, last) in enumerate(pairwise(self.shapes))
            if last - first > 1
        }

    @cached_property
    def holes(self) -> dict[int, int]:
        """How many rings are around holes of those that have several, by their positions."""
        return {place: sum(holes_among(rings)) for place, rings in self.several.items()}

    def lie_within(self, low: float, high: tuple[float, float]) -> bool:
        """Whether all corners lie in a rectangle, its edges included.

        Args:
            low: Its least column and row.
            high: Its greatest ones.
        """
        points = self.points
        if not len(points):
            return True
        columns, rows = points[:, 0], points[:, 1]
        least, most = min(columns.min(), rows.min()), (columns.max(), rows.max())
        return bool(least >= low and most[0] <= high[0] and most[1] <= high[1])
