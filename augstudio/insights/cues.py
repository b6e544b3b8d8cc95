"""Which single cue tells classes apart: direction, brightness, background or a size."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from math import comb, log
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.insights.folds import folds
from augstudio.insights.reliance import Cue, Telling
from augstudio.insights.ridge import train

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.int64]

MOST_CLASSES: Final = 6
"""With more classes than these, pairs of them are not looked at one by one."""

_FOLDS: Final = 5
_FEWEST: Final = 5
_SURELY: Final = 0.01
_STILL: Final = 0.05
_MOSTLY: Final = 0.75
_LESS: Final = 0.1
_NEARLY: Final = 0.02
_LARGER: Final = 1.2


def tellings_of(
    whole: Floats,
    cues: Mapping[Cue, tuple[Sequence[Floats], Sequence[Floats]]],
    keys: Sequence[str],
    numbers: Sequence[int],
    classes: Sequence[str],
    seed: int,
    cancelled: Callable[[], bool],
    *,
    size_counts: bool = False,
) -> list[Telling]:
    """Pairs of classes that one cue alone tells apart as well as the whole picture does.

    Args:
        whole: ``(n, p)`` descriptions of the whole pictures.
        cues: For each cue, descriptions with it alone and without it.
        keys: The pictures' keys.
        numbers: Their classes.
        classes: Names of the classes.
        seed: Decides which pictures are asked about by which others.
        cancelled: Whether nobody waits for it any more.
        size_counts: Whether things that are shown larger or smaller are surely taken for others.

    Returns:
        Pairs that differ by a cue only first; none with more than :data:`MOST_CLASSES` classes, or if
        cancelled. Classes with fewer than five pictures are passed over.
    """
    known = np.array(numbers, np.int64)
    counts = np.bincount(known, minlength=len(classes))
    able = [number for number in range(len(classes)) if counts[number] >= _FEWEST]
    pairs = list(combinations(able, 2)) if len(able) <= MOST_CLASSES else []
    told: list[Telling] = []
    for pair in pairs:
        places = np.flatnonzero(np.isin(known, pair))
        truth = (known[places] == pair[1]).astype(np.int64)
        own = [keys[place] for place in places.tolist()]
        by_whole = _right(whole[places], truth, own, seed)
        names, asked = (classes[pair[0]], classes[pair[1]]), len(pairs) * len(Cue)
        for cue, (alone, without) in cues.items():
            if cancelled():
                return []
            described = [np.stack([rows[place] for place in places.tolist()]) for rows in (alone, without)]
            if cue is Cue.OBJECT_SIZE and not _differ(described[0], truth):
                continue
            hits = [_right(rows, truth, own, seed) for rows in described]
            stays = cue is Cue.BACKGROUND or (cue is Cue.OBJECT_SIZE and size_counts)
            telling = _telling(cue, names, truth, by_whole, hits[0], hits[1], asked, stays=stays)
            told += [] if telling is None else [telling]
    return _only_first(told)


def _only_first(told: Sequence[Telling]) -> list[Telling]:
    """What is the only cue of a pair before all else, and then nothing else of this pair."""
    sole = {telling.pair for telling in told if telling.is_only}
    kept = [telling for telling in told if telling.is_only or telling.pair not in sole]
    return sorted(kept, key=lambda telling: not telling.is_only)


def _differ(logarithms: Floats, truth: Integers) -> bool:
    """Whether the sizes of two classes clearly differ; a cross may just seem smaller than a ring."""
    middles = [float(np.median(logarithms[truth == number])) for number in (0, 1)]
    return abs(middles[0] - middles[1]) > log(_LARGER)


def _right(rows: Floats, truth: Integers, keys: Sequence[str], seed: int) -> int:
    """How many pictures are recognised by a classifier that was trained with the other folds."""
    count = min(_FOLDS, int(np.bincount(truth).min()))
    everything = np.arange(len(truth), dtype=np.int64)
    right = 0
    for left in folds(keys, truth.tolist(), seed, 0, count):
        kept = np.setdiff1d(everything, left)
        model = train(rows[kept][:, np.newaxis], truth[kept], 2)
        right += int((model.classes_of(rows[left]) == truth[left]).sum())
    return right


def _telling(
    cue: Cue,
    pair: tuple[str, str],
    truth: Integers,
    whole: int,
    alone: int,
    without: int,
    asked: int,
    *,
    stays: bool,
) -> Telling | None:
    """What is to be said of a pair; None where the cue alone says little, or less than the rest does.

    A cue says something where so many right answers would come by chance in less than 1 of 100 datasets,
    all pairs and cues taken together, and three of four answers are right. It is the only one where the
    answers without it could well have come by chance; else it is worth saying only where it does as well as
    the whole picture (but for 1 of 50 answers), and clearly better than the rest. Where
    something of the cue stays in pictures without it, it is said even where the rest does as well: a
    background is seen around things in the middle of a picture, too, and what was small is less sharp when
    enlarged, so that size is said where changes of it surely confuse.
    """
    count = len(truth)
    chance = int(np.bincount(truth).max())
    if _by_chance(alone, count, chance / count) * asked > _SURELY or alone < _MOSTLY * count:
        return None
    is_only = _by_chance(without, count, chance / count) > _STILL
    is_more = stays or alone - without >= _LESS * count
    if not is_only and (alone < whole - _NEARLY * count or not is_more):
        return None
    return Telling(cue, pair, count, chance, whole, alone, without, is_only)


def _by_chance(hits: int, count: int, share: float) -> float:
    """How probable at least so many hits are by chance alone."""
    return sum(
        comb(count, number) * share**number * (1 - share) ** (count - number)
        for number in range(hits, count + 1)
    )
