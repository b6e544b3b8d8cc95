"""Series of pictures, by their names, that lie in several splits, and whether their pictures are alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import PurePosixPath
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.text import counted
from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.splits import without_number
from augstudio.errors import Message
from augstudio.insights.advice import Advice, Example, Severity
from augstudio.insights.fingerprints import Fingerprint, fingerprints, hash_distances
from augstudio.insights.material import evenly_chosen
from augstudio.insights.name_series import series_of

# Pictures of torn series, and as many others, whose hashes are compared.
_MEASURED: Final = 300
# Classes come to 0.69 and more of other pictures' distances, if a word stands for a class: measured with the
# built-in benchmark.
_CLOSER: Final = {True: 0.8, False: 0.6}
_DEVIATIONS: Final = 3

_REMEDY: Final = (
    "if a name stands for one patient, place or film, keep it in one split: an export can divide by name"
)

_Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Closeness:
    """How far hashes are apart, in bits.

    Attributes:
        within: Mean distance within series.
        between: That of pictures of the same class that are in no series together.
        spread: Standard deviation of the latter.
        free: By how many pictures the first can be told: those of the series but one of each.
    """

    within: float
    between: float
    spread: float
    free: int

    def is_alike(self, closer: float) -> bool:
        """Whether pictures of a series are closer than others, by more than chance."""
        by_chance = self.between - _DEVIATIONS * self.spread / sqrt(self.free)
        return self.within < min(closer * self.between, by_chance)


def torn_series(
    dataset: Dataset,
    samples: Sequence[Sample],
    known: Sequence[Fingerprint] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Advice] | None:
    """What to say of series that lie in several splits; None if cancelled.

    Those whose names have a number of their own are told in any case, as somebody numbered them; others,
    whose names may stand for anything, where their pictures are alike.

    Args:
        dataset: Where the pictures are from.
        samples: Its samples.
        known: Fingerprints that have been taken.
        cancelled: Asked between pictures whether to stop.
    """
    series = series_of(samples)
    prints = {item.sample.key: item for item in known}
    found = []
    for is_numbered, torn, total in (
        (True, series.torn_numbered, len(series.numbered)),
        (False, series.torn_unnumbered, len(series.unnumbered)),
    ):
        closeness = _closeness(dataset, samples, torn, prints, cancelled) if torn else None
        if cancelled():
            return None
        if closeness is not None:
            alike = closeness.is_alike(_CLOSER[is_numbered])
            if is_numbered or alike:
                found.append(_advice(torn, total, closeness, alike=alike))
    return found


def _advice(torn: Sequence[Sequence[Sample]], total: int, seen: _Closeness, *, alike: bool) -> Advice:
    first = torn[0][0].key
    return Advice(
        "groups-across-splits",
        Severity.LIKELY_WRONG if alike else Severity.NOTE,
        None,
        counted(
            len(torn),
            "1 of {1} series of names, as {2}, lies in several splits; hashes of pictures of one series "
            "differ in {3} of 128 bits, of different series in {4}",
            "{0} of {1} series of names, as {2}, lie in several splits; hashes of pictures of one series "
            "differ in {3} of 128 bits, of different series in {4}",
            total,
            without_number(PurePosixPath(first).stem),
            f"{seen.within:.0f}",
            f"{seen.between:.0f}",
        ),
        Message(_REMEDY),
        Example(first),
        {"series": total, "crossing": len(torn), "within": seen.within, "between": seen.between},
        tuple(tuple(sample.key for sample in members) for members in torn),
    )


def _closeness(
    dataset: Dataset,
    samples: Sequence[Sample],
    torn: Sequence[Sequence[Sample]],
    prints: dict[str, Fingerprint],
    cancelled: Callable[[], bool],
) -> _Closeness | None:
    """How alike pictures of series are; None where that cannot be told, or if cancelled."""
    numbers = {sample.key: number for number, sample in _first(torn)}
    classes = {members[0].classes for members in torn}
    others = [sample for sample in samples if sample.key not in numbers and sample.classes in classes]
    members = [sample for members in torn for sample in members if sample.key in numbers]
    measured = (*members, *evenly_chosen(others, _MEASURED))
    taken = fingerprints(dataset, [item for item in measured if item.key not in prints], cancelled)
    if taken is None:
        return None
    prints |= {item.sample.key: item for item in taken}
    items = [prints[sample.key] for sample in measured if sample.key in prints]
    # Every other picture is a series of its own.
    series = np.array([numbers.get(item.sample.key, -1 - place) for place, item in enumerate(items)])
    return _compared(items, series) if len(items) > 1 else None


def _first(torn: Sequence[Sequence[Sample]]) -> Iterator[tuple[int, Sample]]:
    """Members of series with the numbers of these: of evenly chosen series, as many as are measured."""
    most, count = _MEASURED // 3, 0
    chosen = range(len(torn)) if len(torn) <= most else [n * len(torn) // most for n in range(most)]
    for turn in range(max(len(torn[number]) for number in chosen)):
        for number in chosen:
            if turn < len(torn[number]) and count < _MEASURED:
                count += 1
                yield number, torn[number][turn]


def _compared(items: Sequence[Fingerprint], series: npt.NDArray[np.int64]) -> _Closeness | None:
    apart = hash_distances(items)
    kinds = {classes: number for number, classes in enumerate({item.sample.classes for item in items})}
    classes = np.array([kinds[item.sample.classes] for item in items])
    same: _Flags = series[:, np.newaxis] == series
    of_one_class: _Flags = classes[:, np.newaxis] == classes
    within, between = apart[same & ~np.eye(len(items), dtype=bool)], apart[of_one_class & ~same]
    members = series[series >= 0]
    free = members.size - np.unique(members).size
    if not within.size or not between.size:
        return None
    return _Closeness(float(within.mean()), float(between.mean()), float(between.std()), free)
