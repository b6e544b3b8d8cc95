"""Trains each arm on the same parts of the pictures and tests it with the same others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.interruption import Interrupted, checkpoint, interruptible
from augstudio.core.randomness import lot
from augstudio.insights.described import Described
from augstudio.insights.folds import Places, folds, half
from augstudio.insights.learners import Learner
from augstudio.insights.statistics import (
    LEAST_SPLITS,
    LEVEL,
    Interval,
    interval_of_divisions,
    interval_of_halves,
)

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.int64]

MOST_FOLDS: Final = 5
"""Pictures are divided into so many folds, or as many as the smallest class has pictures."""

_LEAST_FOLDS, _LEAST_HALVES = 2, 4
"""Of fewer splits there is no interval; so many are made even where time is short."""


@dataclass
class Outcomes:
    """Which pictures were recognised, split by split.

    Attributes:
        tested: For each split the classes of the tested pictures.
        answers: For each arm and split, the classes that they were taken for.
        fold_count: How many folds there were; 0 where the same pictures were tested each time.
        is_whole: Whether all splits were made in time.
        left_out: How many of the last arms were left out as there was no time for them.
        self_check: How much better copies that are no different from their pictures did, in points.
    """

    tested: list[Integers] = field(default_factory=list)
    answers: list[list[Integers]] = field(default_factory=list)
    fold_count: int = 0
    is_whole: bool = True
    left_out: int = 0
    self_check: float = 0.0

    def add(self, truth: Integers, found: Sequence[Integers]) -> None:
        """Add a split: the tested pictures' classes, and what each arm took them for."""
        self.tested.append(truth)
        for answers, one in zip(self.answers, found, strict=True):
            answers.append(one)

    def without_last(self, count: int, arms: list[Floats]) -> list[Floats]:
        """Leave out so many of the last arms; returns the others."""
        del self.answers[-count:]
        self.left_out = count
        return arms[:-count]

    def accuracy(self, arm: int) -> float:
        """An arm's accuracy over all splits, in percent."""
        return 100 * float(np.mean([right.mean() for right in self._right(arm)]))

    def recall(self, arm: int, number: int) -> float:
        """Which part of a class an arm recognised, in percent; 0 where it was never tested."""
        hits = [right[truth == number] for right, truth in zip(self._right(arm), self.tested, strict=True)]
        found = np.concatenate(hits)
        return 100 * float(found.mean()) if len(found) else 0.0

    def differences(self, arm: int, against: int) -> Floats:
        """For each split the arm's accuracy less the other's, in points."""
        pairs = zip(self._right(arm), self._right(against), strict=True)
        return np.array([100 * (float(one.mean()) - float(other.mean())) for one, other in pairs])

    def interval(self, arm: int, against: int, level: float = LEVEL) -> Interval:
        """The arm's gain over the other one."""
        if self.fold_count:
            return interval_of_divisions(self.differences(arm, against), 1 / (self.fold_count - 1), level)
        pairs = zip(self._right(arm), self._right(against), strict=True)
        each = np.array([one.astype(np.float64) - other for one, other in pairs])
        return interval_of_halves(each, level)

    def _right(self, arm: int) -> list[npt.NDArray[np.bool_]]:
        return [found == truth for found, truth in zip(self.answers[arm], self.tested, strict=True)]


class TimeLeft(Protocol):
    """How much time there is."""

    def __call__(self, done: int, total: int) -> bool:
        """Whether there is time for more; told how many splits are done, and of how many."""

    def seconds(self) -> float:
        """How much is left; below 0 where it is over."""


def run_splits(
    described: Described,
    class_count: int,
    learner: Learner,
    splits: int,
    seed: int,
    further: int,
    *,
    time_left: TimeLeft,
    cancelled: Callable[[], bool],
) -> Outcomes | None:
    """Train and test all arms; the first one, of the pictures without copies, is added here.

    Args:
        described: The pictures and their copies; every class has two pictures or more.
        class_count: How many classes there are.
        learner: What is trained.
        splits: How many splits are wanted; halves come in pairs.
        seed: Decides the splits.
        further: So many of the last arms are left out where six splits would not end in time.
        time_left: Told before each split how many are done, and of how many. Where time is over, what is
            under way is given up, but for the first splits, without which there is no interval.
        cancelled: Whether nobody waits for it any more.

    Returns:
        What was recognised; None if cancelled.
    """
    classes = np.array(described.classes, dtype=np.int64)
    arms = [described.arms[0][:, :1], *described.arms]
    fold_count = 0 if len(described.tested) else min(MOST_FOLDS, int(np.bincount(classes).min()))
    fewest = _LEAST_FOLDS if fold_count else _LEAST_HALVES
    outcomes = Outcomes(answers=[[] for _ in arms], fold_count=fold_count)
    before = time_left.seconds()
    for done, (kept, left) in enumerate(_divisions(described, fold_count, seed, splits)):
        if not time_left(done, splits) and done >= fewest:
            outcomes.is_whole = False
            break
        tested, truth = _tested(described, classes, left if fold_count else None)
        turn = _Turn(learner, classes[kept], class_count, lot(seed, "learner", str(done)), tested, truth)
        is_over = partial(_is_over, cancelled, time_left if done >= fewest else None)
        found = turn.all_answers([rows[kept] for rows in arms], is_over)
        if found is None:
            outcomes.is_whole = False
            break
        outcomes.add(truth, found)
        if not done:
            outcomes.self_check = turn.self_check(arms[0][kept], arms[1].shape[1], found[0])
        if not done and further and _is_short(before, time_left.seconds()):
            arms = outcomes.without_last(further, arms)
    return None if cancelled() else outcomes


def _tested(described: Described, classes: Integers, left: Places | None) -> tuple[Floats, Integers]:
    """What is tested in a split, and its classes: the pictures that a fold leaves, or those for testing."""
    if left is None:
        return described.tested, np.array(described.tested_classes, dtype=np.int64)
    return described.arms[0][left, 0], classes[left]


def _is_over(cancelled: Callable[[], bool], time_left: TimeLeft | None) -> bool:
    """Whether nobody waits any more, or there is no time for what is not needed."""
    return cancelled() or (time_left is not None and time_left.seconds() <= 0)


def _is_short(before: float, after: float) -> bool:
    """Whether six splits would not end in time, by the seconds left before the first one and after."""
    return (LEAST_SPLITS - 1) * (before - after) > after


@dataclass(frozen=True)
class _Turn:
    """What all arms have in common in one split."""

    learner: Learner
    classes: Integers
    class_count: int
    seed: int
    tested: Floats
    truth: Integers

    def answers(self, rows: Floats) -> Integers:
        """What the tested pictures are taken for after training with these."""
        return self.learner.train(rows, self.classes, self.class_count, self.seed).classes_of(self.tested)

    def all_answers(self, arms: Sequence[Floats], is_over: Callable[[], bool]) -> list[Integers] | None:
        """The same for each arm; None if there was no time for all, or nobody waits any more."""
        found: list[Integers] = []
        try:
            with interruptible(is_over):
                for rows in arms:
                    checkpoint()
                    found.append(self.answers(rows))
        except Interrupted:
            return None
        return found

    def self_check(self, alone: Floats, copies: int, answers: Integers) -> float:
        """The gain of copies that are their pictures once more over the pictures alone, in points."""
        same = self.answers(np.repeat(alone, copies, axis=1))
        return 100 * float((same == self.truth).mean() - (answers == self.truth).mean())


def _divisions(
    described: Described, fold_count: int, seed: int, splits: int
) -> Iterator[tuple[Places, Places]]:
    """Places of the pictures to train with, and of those that are left, for each split."""
    everything = np.arange(len(described.keys), dtype=np.int64)
    for number in range(splits):
        if fold_count:
            turn, place = divmod(number, fold_count)
            left = folds(described.keys, described.classes, seed, turn, fold_count)[place]
            yield np.setdiff1d(everything, left), left
        else:
            turn, is_other = divmod(number, 2)
            one = half(described.keys, described.classes, seed, turn)
            other = np.setdiff1d(everything, one)
            yield (other, one) if is_other else (one, other)
