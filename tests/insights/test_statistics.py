"""Intervals hold what they promise where the truth is known."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats  # type: ignore[import-untyped]

from augstudio.insights import statistics
from augstudio.insights.statistics import (
    Interval,
    Verdict,
    interval_of_divisions,
    interval_of_halves,
    t_quantile,
)


@pytest.mark.parametrize("degrees", [1, 2, 4, 19, 49, 400])
def test_quantiles_are_those_of_students_t(degrees: int) -> None:
    for probability in (0.6, 0.975, 0.999):
        assert t_quantile(probability, degrees) == pytest.approx(stats.t.ppf(probability, degrees), rel=1e-4)


def test_an_interval_decides_only_where_nothing_lies_outside() -> None:
    assert Interval(2, 1.9).verdict is Verdict.PAYS
    assert Interval(-2, 1.9).verdict is Verdict.HURTS
    assert Interval(2, 2.1).verdict is Interval(0, 0).verdict is Verdict.CANNOT_TELL


def test_how_many_pictures_it_would_take() -> None:
    unclear = Interval(2, 4)
    needed = unclear.needed(100, 1)
    assert needed is not None
    # With so many, the interval is so narrow that four in five means of true value 2 lie beyond it.
    deviation = 4 / 1.95996 / np.sqrt(needed / 100)
    assert stats.norm.cdf(2 / deviation - 1.95996) == pytest.approx(0.8, abs=0.02)
    assert Interval(0.1, 4).needed(100, 1) == Interval(1, 4).needed(100, 1)
    assert Interval(3, 1).needed(100, 1) is Interval(0, 0).needed(100, 1) is None


def test_divisions_cover_a_true_mean_though_they_share_pictures() -> None:
    """Each picture has a value of its own when it is tested, and a little of it when trained with."""
    random = np.random.default_rng(0)
    covered = naive = 0
    for _ in range(200):
        values = random.normal(size=50)
        differences = []
        for _ in range(5):
            order = random.permutation(50)
            for fold in np.split(order, 5):
                kept = np.setdiff1d(order, fold)
                differences.append(values[fold].mean() + 0.2 * values[kept].mean())
        found = interval_of_divisions(np.array(differences), 1 / 4)
        covered += found.low <= 0 <= found.high
        naive += bool(abs(np.mean(differences)) <= 2 * np.std(differences, ddof=1) / 5)
    assert naive < 150
    assert covered >= 185


def test_halves_cover_a_true_mean_whichever_part_varies() -> None:
    random = np.random.default_rng(1)
    for training, testing, noise in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.5, 0.5, 0.0), (1.0, 0.0, 0.1)):
        covered, widths = 0, []
        for _ in range(200):
            own = training * random.normal(size=40)
            tested = testing * random.normal(size=60)
            halves = [half for _ in range(10) for half in np.split(random.permutation(40), 2)]
            # What a half adds beyond its pictures' own values is lost in the mean.
            each = np.array([tested + own[places].mean() + random.normal(0, noise) for places in halves])
            found = interval_of_halves(each)
            covered += found.low <= 0 <= found.high
            widths.append(found.half / 100)
        assert covered >= 184, (training, testing)
        variance = training**2 / 40 + noise**2 / 20 + testing**2 / 60
        assert np.median(widths) == pytest.approx(2.26 * np.sqrt(variance), rel=0.25)


def told_without_effect(lost: float) -> tuple[float, float]:
    """Which part of 1,500 owners of other pictures is told of an effect, and the usual half width."""
    random, pairs = np.random.default_rng(4), 25
    told = []
    for _ in range(1500):
        own, tested = random.normal(size=40), 0.7 * random.normal(size=40)
        halves = random.permuted(np.tile(own, (pairs, 1)), axis=1).reshape(2 * pairs, 20).mean(axis=1)
        means = halves + random.normal(0, lost, 2 * pairs)
        told.append(interval_of_halves(means[:, np.newaxis] + tested))
    alarms = sum(found.verdict is not Verdict.CANNOT_TELL for found in told)
    return alarms / len(told), float(np.median([found.half for found in told]))


def test_the_least_share_of_halves_is_neither_too_small_nor_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without one, a false alarm is too likely; with a half, intervals are wider than they need to be."""
    alarms, _ = told_without_effect(0.25)
    assert alarms <= 0.065
    alarms, width = told_without_effect(0.4)
    assert alarms <= 0.05
    monkeypatch.setattr(statistics, "_LEAST_SHARE", 0)
    assert told_without_effect(0.4)[0] >= 0.08
    monkeypatch.setattr(statistics, "_LEAST_SHARE", 0.5)
    assert width < 0.88 * told_without_effect(0.4)[1]
