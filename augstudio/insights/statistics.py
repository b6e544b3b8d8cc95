"""Intervals for differences that were measured on the same pictures again and again."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from statistics import NormalDist
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.floating[Any]]

LEVEL: Final = 0.95
"""The usual level of an interval."""

LEAST_SPLITS: Final = 6
"""With fewer splits nothing is told: intervals of two or three are narrow by chance, too."""

_POWER: Final = 0.8
_MOST_DEGREES: Final = 1000
_PARTS: Final = 4000

# The difference mean(q^2) - var(p) can come out far too small, even below 0, by chance. Simulated with 6 to
# 50 pairs and normal values, at the worst proportion of what is shared and what is lost, so many of 100
# datasets are told of an effect that is none, where the test pictures' part of the variance is 0, 0.1 or 0.2
# of mean(q^2) (in the table of resources/docs/evaluate.md it is 0.1 to 0.3): with none 18, 9 and 7;
# with 0.2 8, 7 and 6; with 0.3 7, 6 and 6; with 0.5 6, 5 and 5, but then intervals are up to 1.26 times as
# wide as with 0.3.
_LEAST_SHARE: Final = 0.3


class Verdict(StrEnum):
    """What can be said of a pipeline."""

    PAYS = "pays"
    HURTS = "hurts"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True)
class Interval:
    """A difference and how sure it is.

    Attributes:
        mean: The difference, in points.
        half: Half the width of the interval around it, in points.
        level: The interval's level, 0..1.
    """

    mean: float
    half: float
    level: float = LEVEL

    @property
    def low(self) -> float:
        """The lower end."""
        return self.mean - self.half

    @property
    def high(self) -> float:
        """The upper end."""
        return self.mean + self.half

    @property
    def verdict(self) -> Verdict:
        """What follows from it: something only where 0 lies outside."""
        if self.low > 0:
            return Verdict.PAYS
        return Verdict.HURTS if self.high < 0 else Verdict.CANNOT_TELL

    def needed(self, pictures: int, least: float) -> int | None:
        """About how many pictures it would take to tell such a difference four times in five.

        Widths shrink with the square root of the number of pictures.

        Args:
            pictures: How many there were.
            least: A smaller difference than this is taken for one of this size, in points.

        Returns:
            A number with two digits that count; None where it was told, or where nothing varied.
        """
        if self.verdict is not Verdict.CANNOT_TELL or not self.half:
            return None
        quantile = NormalDist().inv_cdf(0.5 + self.level / 2)
        times = self.half * (quantile + NormalDist().inv_cdf(_POWER)) / quantile / max(abs(self.mean), least)
        wanted = max(pictures * times**2, pictures + 1)
        unit = 10 ** max(math.floor(math.log10(wanted)) - 1, 0)
        return int(math.ceil(wanted / unit) * unit)


def interval_of_divisions(differences: Floats, tested_share: float, level: float = LEVEL) -> Interval:
    """The interval for a mean over repeated divisions of the same pictures.

    The splits share pictures, so their mean varies more than independent ones would: its variance is taken
    for (1/k + n2/n1) s^2 instead of s^2/k, with k splits, n1 pictures for training and n2 for testing in each
    (C. Nadeau and Y. Bengio, "Inference for the generalization error", Machine Learning 52, 2003).

    Args:
        differences: ``(k,)`` one difference for each split, in points; k >= 2.
        tested_share: n2/n1.
        level: The interval's level.
    """
    count = len(differences)
    variance = float(np.var(differences, ddof=1)) * (1 / count + tested_share)
    half = t_quantile(0.5 + level / 2, count - 1) * math.sqrt(variance)
    return Interval(float(np.mean(differences)), half, level)


def interval_of_halves(differences: Floats, level: float = LEVEL) -> Interval:
    """The interval for a mean over halves of the training pictures, each tested with the same pictures.

    Two things vary: which pictures there were for training, and which for testing. For the first, a half and
    the other half share no picture, so that half of their squared difference estimates how much a half
    varies, and the variance among all halves how much of that is lost in the mean; the mean's variance is the
    difference of both (Q. Wang and B. Lindsay, "Variance estimation of a general U-statistic with application
    to cross-validation", Statistica Sinica 24, 2014). With q half the difference in a pair and p its mean
    that is mean(q^2) - var(p), to which var(p) / pairs comes as there are only so many; it is never taken for
    less than 0.3 of mean(q^2). For the second, it is the variance of the test pictures' mean differences,
    over their number. Both are added, as for two crossed random effects (A. Owen, "The pigeonhole bootstrap",
    Annals of Applied Statistics 1, 2007).

    Args:
        differences: ``(k, t)`` for each of k halves, t >= 2 test pictures: 1 where only the second arm was
            right, -1 where only the first, else 0. Halves 0 and 1, 2 and 3, ... make a whole; two such pairs
            or more.
        level: The interval's level.

    Returns:
        The interval in points of accuracy.
    """
    pairs = len(differences) // 2
    means = differences[: 2 * pairs].mean(axis=1).reshape(pairs, 2)
    apart = float(np.square((means[:, 0] - means[:, 1]) / 2).mean())
    between = float(np.var(means.mean(axis=1), ddof=1))
    training = max(apart - between, _LEAST_SHARE * apart) + between / pairs
    tested = differences.shape[1]
    testing = float(np.var(differences.mean(axis=0), ddof=1)) / tested
    half = t_quantile(0.5 + level / 2, min(pairs, tested) - 1) * math.sqrt(training + testing)
    return Interval(100 * float(differences.mean()), 100 * half, level)


@lru_cache
def t_quantile(probability: float, degrees: int) -> float:
    """The quantile of Student's t distribution.

    The density is integrated by Simpson's rule after x = sqrt(v) tan(a), which makes it cos(a)^(v-1).

    Args:
        probability: Above 0.5 and below 1.
        degrees: Degrees of freedom, 1 or more; from 1000 on they make no difference.
    """
    degrees = min(degrees, _MOST_DEGREES)
    angles = np.linspace(0, math.pi / 2, 2 * _PARTS + 1)
    with np.errstate(divide="ignore", under="ignore"):
        density = np.cos(angles) ** (degrees - 1) if degrees > 1 else np.ones_like(angles)
    pieces = (density[:-2:2] + 4 * density[1::2] + density[2::2]) / 6
    below = np.concatenate([[0.0], np.cumsum(pieces)])
    wanted = (2 * probability - 1) * below[-1]
    angle = float(np.interp(wanted, below, angles[::2]))
    return math.sqrt(degrees) * math.tan(angle)
