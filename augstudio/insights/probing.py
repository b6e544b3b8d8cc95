"""Finds out what a classifier of a dataset relies on: it is tested with changed pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.pipeline import Pipeline
from augstudio.core.randomness import lot
from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import AugStudioError
from augstudio.images.codec import decode_small, decoded_placement
from augstudio.insights.cues import tellings_of
from augstudio.insights.described import Chosen, chosen_pictures
from augstudio.insights.evaluation import NOTHING, LearnerName
from augstudio.insights.folds import folds, half
from augstudio.insights.learners import Learner
from augstudio.insights.probes import PROBES, SIDE, described, told_by
from augstudio.insights.reliance import Confusion, Cue, Drop, Reliance
from augstudio.insights.statistics import (
    LEAST_SPLITS,
    LEVEL,
    Interval,
    interval_of_divisions,
    interval_of_halves,
)
from augstudio.transforms import Scale

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.int64]

MOST_PICTURES: Final = 200
"""Pictures for training, and as many for testing; more would take longer and hardly say more."""

MOST_OF_A_CLASS: Final = 40
"""Pictures of each class, likewise."""

_COPIES: Final = 2
_SPLITS: Final = 20
_FOLDS: Final = 5


@dataclass
class _Gathered:
    """Descriptions of the pictures.

    Attributes:
        keys: Keys of those for training.
        classes: Their classes.
        seen: ``(p,)`` of each of them by the fixed filters, to which cues are compared.
        arms: For each arm, a list of ``(1 + copies, p)``.
        cues: For each cue, descriptions with it alone and without it.
        tested: For each picture for testing, ``(1 + probes, p)``: as it is, then changed.
        tested_classes: Their classes.
        is_whole: Whether there was time for all.
    """

    keys: list[str] = field(default_factory=list)
    classes: list[int] = field(default_factory=list)
    seen: list[Floats] = field(default_factory=list)
    arms: list[list[Floats]] = field(default_factory=list)
    cues: dict[Cue, tuple[list[Floats], list[Floats]]] = field(
        default_factory=lambda: {cue: ([], []) for cue in Cue}
    )
    tested: list[Floats] = field(default_factory=list)
    tested_classes: list[int] = field(default_factory=list)
    is_whole: bool = True


def find_reliance(
    dataset: Dataset,
    pipelines: Mapping[str, Pipeline],
    learner: Learner,
    seed: int,
    at_most: int | None = None,
    *,
    go_on: Callable[[int, int], bool],
    cancelled: Callable[[], bool],
) -> Reliance | None:
    """Find out what classifiers rely on that are trained with the pictures alone, and with copies.

    Tested are the dataset's pictures for testing, or, without such, the parts of the others that each fold
    leaves out. A drop that is sure, with the intervals of all changes taken together (Bonferroni), shows what
    training did not teach. Classes are told apart by cues with the pictures for training alone, always by the
    fixed filters: what classes differ by is a matter of the pictures, and a trained network is made to
    overlook direction and light.

    Args:
        dataset: Pictures with one class each.
        pipelines: What makes copies, by names.
        learner: What is tested with changed pictures.
        seed: Decides which pictures take part, and the draws of copies.
        at_most: Pictures of each class for training, and for testing; None for as many as say something.
        go_on: Told before each picture, then before each training, how many are done, and of how many; says
            whether there is time.
        cancelled: Whether nobody waits for it any more.

    Returns:
        What was found; None if cancelled, or where a class has too few pictures.
    """
    chosen = _chosen(dataset, seed, min(at_most or MOST_OF_A_CLASS, MOST_OF_A_CLASS))
    told = _Told(go_on, len(chosen.samples))
    found = _gathered(dataset, chosen, list(pipelines.values()), learner, seed, told, cancelled)
    if found is None or cancelled():
        return None
    names = [NOTHING, *pipelines]
    counts = np.bincount(np.array(found.classes, np.int64), minlength=len(chosen.classes))
    if counts.min() < 2:
        return None
    drops = _drops(found, chosen.classes, names, learner, seed, told, cancelled)
    zoomed = any(drop.is_missing and drop.step == Scale.NAME and drop.arm == NOTHING for drop in drops)
    seen, cues, keys, known = np.stack(found.seen), found.cues, found.keys, found.classes
    tellings = tellings_of(seen, cues, keys, known, chosen.classes, seed, cancelled, size_counts=zoomed)
    if cancelled():
        return None
    tested = len(found.tested_classes) or len(found.keys)
    return Reliance(len(found.keys), tested, tuple(drops), tuple(tellings), found.is_whole)


def _chosen(dataset: Dataset, seed: int, wanted: int) -> Chosen:
    """So many pictures of each class, or fewer where there are many classes."""
    every = chosen_pictures(dataset, seed, wanted)
    most = max(2, min(wanted, MOST_PICTURES // len(every.classes)))
    return every if most == wanted else chosen_pictures(dataset, seed, most)


@dataclass(frozen=True)
class _Told:
    """Tells how much of the work is done, of pictures and trainings taken together."""

    go_on: Callable[[int, int], bool]
    pictures: int

    def picture(self, done: int) -> bool:
        return self.go_on(done, self.pictures + _SPLITS)

    def split(self, done: int) -> bool:
        return self.go_on(self.pictures + done, self.pictures + _SPLITS)


def _gathered(
    dataset: Dataset,
    chosen: Chosen,
    pipelines: Sequence[Pipeline],
    learner: Learner,
    seed: int,
    told: _Told,
    cancelled: Callable[[], bool],
) -> _Gathered | None:
    found = _Gathered(arms=[[] for _ in range(len(pipelines) + 1)])
    by_folds = not any(is_test for _, _, is_test in chosen.samples)
    for done, (sample, number, is_test) in enumerate(chosen.samples):
        if cancelled():
            return None
        if not told.picture(done):
            found.is_whole = False
            break
        try:
            with interruptible(cancelled):
                _add(
                    found,
                    dataset,
                    sample,
                    number,
                    pipelines,
                    learner,
                    seed,
                    is_test=is_test,
                    probed=is_test or by_folds,
                )
        except Interrupted:
            return None
        except AugStudioError:  # what cannot be read was said where the pipelines were evaluated
            continue
    return found


def _add(
    found: _Gathered,
    dataset: Dataset,
    sample: Sample,
    number: int,
    pipelines: Sequence[Pipeline],
    learner: Learner,
    seed: int,
    *,
    is_test: bool,
    probed: bool,
) -> None:
    """Describe one picture; nothing of it is kept where a part of it cannot be made."""
    data = dataset.read_bytes(sample)
    describe = described if learner.name is LearnerName.FILTERS else learner.describe
    image = decode_small(data, max(SIDE, learner.side))
    own = describe(image)
    changed = [describe(probe(image, sample.key, learner.side)) for probe in PROBES] if probed else []
    if probed:
        changed = [own, *changed]
    if is_test:
        found.tested.append(np.stack(changed))
        found.tested_classes.append(number)
        return
    made = [
        [describe(pipeline(image, seed, copy, sample.key, sample.classes)) for copy in range(1, _COPIES + 1)]
        for pipeline in pipelines
    ]
    (width, height), _ = decoded_placement(data)
    seen = own if describe is described else described(image)
    told = told_by(image, width, height)
    if probed:
        found.tested.append(np.stack(changed))
    found.keys.append(sample.key)
    found.classes.append(number)
    found.seen.append(seen)
    found.arms[0].append(own[np.newaxis])
    for rows, copies in zip(found.arms[1:], made, strict=True):
        rows.append(np.stack([own, *copies]))
    for cue, (alone, without) in told.items():
        found.cues[cue][0].append(alone)
        found.cues[cue][1].append(without)


# -- changed pictures -------------------------------------------------------------------------------


def _drops(
    found: _Gathered,
    classes: Sequence[str],
    names: Sequence[str],
    learner: Learner,
    seed: int,
    told: _Told,
    cancelled: Callable[[], bool],
) -> list[Drop]:
    """What each change does to each arm; changes that change nothing are left out."""
    known = np.array(found.classes, np.int64)
    tested = np.stack(found.tested)
    by_folds = not found.tested_classes
    answers: list[list[Integers]] = [[] for _ in names]
    truths: list[Integers] = []
    fold_count = min(_FOLDS, int(np.bincount(known).min()))
    for done, (kept, left) in enumerate(_divisions(found, fold_count if by_folds else 0, seed)):
        if not told.split(done) and done >= LEAST_SPLITS:
            found.is_whole = False
            break
        rows = tested[left] if by_folds else tested
        truths.append(known[left] if by_folds else np.array(found.tested_classes, np.int64))
        flat = rows.reshape(-1, rows.shape[-1])
        lot_drawn = lot(seed, "learner", str(done))
        try:
            with interruptible(cancelled):
                for arm, described_arm in enumerate(found.arms):
                    trained = np.stack([described_arm[place] for place in kept])
                    model = learner.train(trained, known[kept], len(classes), lot_drawn)
                    answers[arm].append(model.classes_of(flat).reshape(rows.shape[:2]))
        except Interrupted:
            return []
    changing = [place for place in range(len(PROBES)) if _changes(tested, place + 1)]
    level = 1 - (1 - LEVEL) / max(len(changing), 1)
    share = 1 / (fold_count - 1) if by_folds else 0.0
    return [
        _drop(place, name, answers[arm], truths, partial(_interval, tested_share=share, level=level), classes)
        for arm, name in enumerate(names)
        for place in changing
    ]


def _changes(tested: Floats, place: int) -> bool:
    return bool(np.abs(tested[:, place] - tested[:, 0]).max() > 1e-6)


def _divisions(found: _Gathered, fold_count: int, seed: int) -> list[tuple[Integers, Integers]]:
    """Places of the pictures to train with, and of those left out."""
    everything = np.arange(len(found.keys), dtype=np.int64)
    parts: list[tuple[Integers, Integers]] = []
    for number in range(_SPLITS):
        if fold_count:
            turn, place = divmod(number, fold_count)
            left = folds(found.keys, found.classes, seed, turn, fold_count)[place]
        else:
            turn, is_other = divmod(number, 2)
            left = half(found.keys, found.classes, seed, turn)
            left = np.setdiff1d(everything, left) if is_other else left
        parts.append((np.setdiff1d(everything, left), left))
    return parts


def _interval(rights: Sequence[Floats], *, tested_share: float, level: float) -> Interval:
    """The interval of differences, one row for each split."""
    if tested_share:
        return interval_of_divisions(np.array([100 * row.mean() for row in rights]), tested_share, level)
    return interval_of_halves(np.stack(rights), level)


def _drop(
    place: int,
    arm: str,
    answers: Sequence[Integers],
    truths: Sequence[Integers],
    interval: Callable[[Sequence[Floats]], Interval],
    classes: Sequence[str],
) -> Drop:
    own, changed = [found[:, 0] for found in answers], [found[:, place + 1] for found in answers]
    rights = [
        (after == truth).astype(np.float64) - (before == truth)
        for before, after, truth in zip(own, changed, truths, strict=True)
    ]
    probe = PROBES[place]
    drop = Drop(probe.change, probe.step, arm, interval(rights))
    if not drop.is_missing:
        return drop
    confusion = _confusion(np.concatenate(own), np.concatenate(changed), np.concatenate(truths), classes)
    return Drop(probe.change, probe.step, arm, drop.gain, confusion)


def _confusion(own: Integers, changed: Integers, truth: Integers, classes: Sequence[str]) -> Confusion:
    """The class that is most often taken for another one that it was not taken for before."""
    count = len(classes)
    tables = [np.zeros((count, count)) for _ in range(2)]
    for table, answers in zip(tables, (own, changed), strict=True):
        np.add.at(table, (truth, answers), 1)
    shares = [table / np.maximum(table.sum(axis=1, keepdims=True), 1) for table in tables]
    more = shares[1] - shares[0]
    np.fill_diagonal(more, -1)
    one, other = np.unravel_index(int(more.argmax()), more.shape)
    return Confusion(classes[int(one)], classes[int(other)], 100 * float(shares[1][one, other]))
