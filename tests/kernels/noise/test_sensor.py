"""Sensor noise against the distributions it claims to have; significance as in ``test_noise.py``."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.kernels.noise.sensor import (
    _poisson_shares,
    _poisson_table,
    add_level_noise,
    grain_amplitudes,
    shot_noise,
    speckle_amplitudes,
)
from tests.pictures import noise_picture, plain_picture
from tests.statistics import SURPRISING, chi_square_score, correlation_score


def poisson(mean: float, photons: float) -> npt.NDArray[np.float64]:
    """Exact shares of the levels 0..255 that counts with this mean become."""
    shares = np.zeros(256)
    for count in range(math.ceil(mean + 12 * math.sqrt(mean)) + 20):
        mass = math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
        shares[min(255, math.floor(count * 255 / photons + 0.5))] += mass
    return shares


@pytest.mark.parametrize("octave", [2, 5, 7, 10])
@pytest.mark.parametrize("level", [3, 60, 255])
def test_counts_are_poisson(octave: int, level: int) -> None:
    """1,000,000 values; the number of photons is one for which a table exists."""
    photons = 2.0**octave
    counted = shot_noise(plain_picture(1000, 1000, 1, level), photons, 3)
    observed = np.bincount(counted.ravel(), minlength=256)
    expected = poisson(photons * level / 255, photons) * counted.size
    assert chi_square_score(observed, expected) < SURPRISING


@pytest.mark.parametrize("photons", [4.0, 90.0, 2000.0])
def test_tables_hold_the_shares_exactly(photons: float) -> None:
    """No sampling: all 65536 outcomes of every level are counted."""
    step = round(32 * math.log2(photons))
    table = _poisson_table(step).reshape(256, 256)
    shares = _poisson_shares(2 ** (step / 32))
    for level in (0, 1, 100, 255):
        threshold, alias = (table[level] & 0xFF).astype(int), (table[level] >> 8).astype(int)
        outcomes = threshold + np.bincount(alias, weights=256 - threshold, minlength=256)
        np.testing.assert_array_equal(outcomes, shares[level])
    assert (shares.sum(axis=1) == 65536).all()


def test_drafts_with_very_many_photons_are_normal() -> None:
    noisy = shot_noise(plain_picture(800, 800, 1), 10_000, 3).astype(float)
    assert noisy.std() == pytest.approx(math.sqrt(128 * 255 / 10_000 + 1 / 12), rel=0.01)


def test_black_counts_no_photons() -> None:
    black = plain_picture(60, 40, 3, 0)
    np.testing.assert_array_equal(shot_noise(black, 20, 1), black)


@pytest.mark.parametrize("level", [40, 128, 200])
def test_speckle_is_a_share_of_the_level(level: int) -> None:
    noisy = add_level_noise(plain_picture(600, 500, 3, level), speckle_amplitudes(0.05), 5).astype(float)
    rounding = 1 / 12
    assert noisy.std() == pytest.approx(math.sqrt((0.05 * level) ** 2 + rounding), rel=0.02)
    assert noisy.mean() == pytest.approx(level, abs=0.1)


def test_grain_grows_with_light() -> None:
    spreads = [
        add_level_noise(plain_picture(400, 300, 1, level), grain_amplitudes(6), 5).std()
        for level in (40, 128, 200)
    ]
    assert spreads[1] == pytest.approx(6, rel=0.03)
    assert spreads[0] < spreads[1] < spreads[2]


def test_grey_noise_is_the_same_in_all_colours() -> None:
    noisy = add_level_noise(plain_picture(90, 70), grain_amplitudes(9), 2, per_channel=False)
    assert (noisy == noisy[:, :, :1]).all()
    coloured = add_level_noise(plain_picture(900, 700), grain_amplitudes(9), 2).astype(float)
    assert abs(correlation_score(coloured[:, :, 0], coloured[:, :, 1])) < SURPRISING


def test_values_do_not_know_each_other() -> None:
    for noisy in (
        shot_noise(plain_picture(1000, 400), 100, 5).astype(float),
        add_level_noise(plain_picture(1000, 400), speckle_amplitudes(0.2), 5).astype(float),
    ):
        assert abs(correlation_score(noisy[:, 1:], noisy[:, :-1])) < SURPRISING
        assert abs(correlation_score(noisy[1:], noisy[:-1])) < SURPRISING
        assert abs(correlation_score(noisy[:, :, 0], noisy[:, :, 1])) < SURPRISING


def test_window_has_the_noise_it_has_in_the_whole() -> None:
    image = noise_picture(301, 222, 4)
    window = np.s_[31:170, 77:240]
    whole, part = shot_noise(image, 60, 1), shot_noise(image[window], 60, 1, corner=(77, 31))
    np.testing.assert_array_equal(part, whole[window])
    np.testing.assert_array_equal(whole[:, :, 3], image[:, :, 3])
