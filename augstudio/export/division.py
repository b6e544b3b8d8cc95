"""Divides pictures into those to train with, to validate and to test, so that none is on two sides.

Pictures are kept together by groups: each by itself with its copies, those of a folder, those whose names
differ in their last number alone, or those in whose paths a pattern finds the same. The groups are put into
the order of a hash of their names: validation takes the first ones, the test the last, and training all
between, so that a picture more moves at most a few from one side to another. Where that is asked for, each
class is divided by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from augstudio.core.randomness import LOTS, lot
from augstudio.core.text import printable, quoted
from augstudio.datasets.base import Sample
from augstudio.datasets.splits import Split, without_number
from augstudio.errors import ExportError, message_of

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


def check_groups(by: str) -> None:
    """Refuse what says neither one of :data:`GROUPS` nor a pattern.

    Raises:
        ExportError: The text says what is wrong with it.
    """
    if by not in GROUPS:
        _pattern(by)


def _pattern(text: str) -> re.Pattern[str]:
    """The regular expression that names groups by its one part in parentheses."""
    try:
        found = re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        raise ExportError(
            "divide_by: {0} is no regular expression: {1}", quoted(text), message_of(error)
        ) from None
    if found.groups != 1:
        raise ExportError(
            "divide_by: must be one of {0}, or a regular expression with one part in parentheses that names "
            "what stays together, such as (patient\\d+)_; got {1}",
            ", ".join(GROUPS),
            quoted(text),
        )
    return found


def _by_pattern(pattern: re.Pattern[str], key: str) -> str:
    found = pattern.search(key)
    # No key has the mark; what is not found stays by itself.
    return key if found is None or found[1] is None else f"\0{found[1]}"


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
        by: One of :data:`GROUPS`, or a regular expression whose one part in parentheses, as it is first found
            in a key, names the group; keys in which it is not found are groups by themselves.
        stratify: Whether each class is divided by itself.
        seed: Seed of the order.
    """

    shares: tuple[int, int, int]
    by: str
    stratify: bool
    seed: int

    @property
    def group_of(self) -> Callable[[str], str]:
        """The group of a key."""
        return GROUPS[self.by] if self.by in GROUPS else partial(_by_pattern, _pattern(self.by))

    def ungrouped(self, samples: Sequence[Sample]) -> int:
        """How many pictures the pattern is not found in; 0 where groups are made without one.

        Raises:
            ExportError: It is found in none.
        """
        if self.by in GROUPS:
            return 0
        group_of = self.group_of
        missed = sum(group_of(sample.key) == sample.key for sample in samples)
        if samples and missed == len(samples):
            raise ExportError(
                "divide_by: {0} is found in no picture's path, such as {1}",
                quoted(self.by),
                printable(samples[0].key),
            )
        return missed

    def sides(self, samples: Sequence[Sample], classes_of: _ClassesOf) -> tuple[Split, ...]:
        """The side of each sample.

        Args:
            samples: What is divided; their order counts for nothing.
            classes_of: The names of a sample's classes.
        """
        group_of = self.group_of
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
