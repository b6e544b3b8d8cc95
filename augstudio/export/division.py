"""Divides pictures into those to train with, to validate and to test, so that none is on two sides.

Pictures are kept together by groups: each by itself with its copies, those of a folder, or those whose names
differ in their last number alone. The groups are put into the order of a hash of their names: validation
takes the first ones, the test the last, and training all between, so that a picture more moves at most a few
from one side to another. Where that is asked for, each class is divided by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from augstudio.core.randomness import LOTS, lot
from augstudio.core.text import quoted
from augstudio.datasets.base import Sample
from augstudio.datasets.splits import Split, without_number
from augstudio.errors import ExportError

_Groups: TypeAlias = Mapping[str, int]
_ClassesOf: TypeAlias = Callable[[Sample], Iterable[str]]


def _by_name(key: str) -> str:
    path = PurePosixPath(key)
    return f"{path.parent}/{without_number(path.stem)}"


GROUPS: Final[Mapping[str, Callable[[str], str]]] = {
    "image": lambda key: key,
    "folder": lambda key: str(PurePosixPath(key).parent),
    "name": _by_name,
}
"""How pictures are kept together, by what is chosen: the group of a key."""


def parsed_shares(text: str) -> tuple[int, int, int]:
    """Shares of train, val and test from ``80/10/10`` or ``80/20``.

    Raises:
        ExportError: The text is nothing of that kind.
    """
    parts = text.split("/")
    if len(parts) in (2, 3) and all(part.isascii() and part.isdecimal() and len(part) < 7 for part in parts):
        train, val, test = (int(part) for part in (*parts, "0")[:3])
        if train and (val or test):
            return train, val, test
    raise ExportError("divide: must be shares of train, val and test such as 80/10/10, got {0}", quoted(text))


@dataclass(frozen=True)
class Division:
    """How pictures are divided.

    Attributes:
        shares: Shares of train, val and test; only their relation counts.
        by: One of :data:`GROUPS`.
        stratify: Whether each class is divided by itself.
        seed: Seed of the order.
    """

    shares: tuple[int, int, int]
    by: str
    stratify: bool
    seed: int

    def sides(self, samples: Sequence[Sample], classes_of: _ClassesOf) -> tuple[Split, ...]:
        """The side of each sample.

        Args:
            samples: What is divided; their order counts for nothing.
            classes_of: The names of a sample's classes.
        """
        group_of = GROUPS[self.by]
        strata = _strata(samples, group_of, classes_of) if self.stratify else {}
        sizes: dict[str, Counter[str]] = {}
        for sample in samples:
            group = group_of(sample.key)
            sizes.setdefault(strata.get(group, ""), Counter())[group] += 1
        sides: dict[str, Split] = {}
        for stratum, groups in sizes.items():
            fraction = lot(self.seed, "stratum", stratum) if self.stratify else LOTS // 2
            sides |= self._sides(groups, fraction)
        return tuple(sides[group_of(sample.key)] for sample in samples)

    def _sides(self, groups: _Groups, fraction: int) -> dict[str, Split]:
        """The side of each group of a stratum.

        Args:
            groups: How many pictures each has.
            fraction: What is added to a number of pictures that is not whole before it is cut off, 0 to
                LOTS: so many small classes come to the asked share together, though none can by itself.
        """
        train, val, test = self.shares
        total, whole = sum(groups.values()), train + val + test
        wanted = {
            Split.VAL: (total * val * LOTS + fraction * whole) // (whole * LOTS),
            Split.TEST: (total * test * LOTS + (LOTS - 1 - fraction) * whole) // (whole * LOTS),
        }
        order = sorted(groups, key=lambda group: (lot(self.seed, "divide", group), group))
        sides = dict.fromkeys(order, Split.TRAIN)
        for side, queue in ((Split.VAL, order), (Split.TEST, order[::-1])):
            taken = 0
            for group in queue:
                # The group that comes nearest to the number wanted is the last one.
                if sides[group] is Split.TRAIN and 2 * taken + groups[group] < 2 * wanted[side]:
                    sides[group] = side
                    taken += groups[group]
        return sides


def _strata(
    samples: Sequence[Sample], group_of: Callable[[str], str], classes_of: _ClassesOf
) -> dict[str, str]:
    """The class by which each group is counted: that of most of its pictures.

    A picture of several classes counts for the one that the fewest pictures have.
    """
    names = [tuple(dict.fromkeys(classes_of(sample))) for sample in samples]
    pictures = Counter(name for found in names for name in found)
    votes: dict[str, Counter[str]] = {}
    for sample, found in zip(samples, names, strict=True):
        rarest = min(found, key=lambda name: (pictures[name], name), default="")
        votes.setdefault(group_of(sample.key), Counter())[rarest] += 1
    return {group: min(counts, key=lambda name: (-counts[name], name)) for group, counts in votes.items()}
