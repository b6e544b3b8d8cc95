"""Noise against the distributions it claims to have.

Samples and significance: each distribution is judged on one million values or more from fixed seeds, and its
score must lie within 4 standard deviations (a wrong verdict in about one case of 16,000).
"""

from __future__ import annotations

import itertools
import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.randomness import stream
from augstudio.core.region import Region
from augstudio.kernels.noise import tables
from augstudio.kernels.noise.tables import (
    _normal_table,
    _pair_table,
    _partners,
    _sigmas,
    _strip,
    add_gaussian_noise,
    salt_and_pepper,
)
from augstudio.transforms.gaussian_noise import STRENGTHS, GaussianNoise
from tests.pictures import ODD_SIZES, noise_picture, plain_picture
from tests.statistics import SURPRISING, chi_square_score, correlation_score, share_score

SIGMAS = [0.3, 1.0, 5.0, 25.0, 28.0, 28.1, 40.0, 100.0]
by_sigma = pytest.mark.parametrize("sigma", SIGMAS)


def below(value: float, sigma: float) -> float:
    """Share of a normal distribution that lies below ``value``."""
    return math.erfc(-value / (sigma * math.sqrt(2))) / 2


def rounded_and_clipped(level: int, sigma: float) -> npt.NDArray[np.float64]:
    """Exact probabilities of 0..255 after adding normal noise to ``level``, rounding and clipping."""
    cuts = [0.0, *(below(value + 0.5 - level, sigma) for value in range(255)), 1.0]
    return np.diff(cuts)


@by_sigma
@pytest.mark.parametrize("level", [0, 128, 250])
@pytest.mark.parametrize("per_channel", [True, False])
def test_values_are_normal_rounded_and_clipped(sigma: float, level: int, per_channel: bool) -> None:
    """1,000,000 independent values per case; tails with fewer than 20 expected values are merged."""
    channels = 1 if not per_channel else 3
    height = 1000 if channels == 1 else 334
    image = plain_picture(1000, height, channels, level)
    noisy = add_gaussian_noise(image, sigma, 99, per_channel=per_channel)
    observed = np.bincount(noisy.ravel(), minlength=256)
    assert chi_square_score(observed, rounded_and_clipped(level, sigma) * noisy.size) < SURPRISING


@by_sigma
def test_mean_and_sigma(sigma: float) -> None:
    """3,000,000 values around mid grey, against the exact moments after rounding and clipping."""
    noisy = add_gaussian_noise(plain_picture(1000, 1000), sigma, 3).astype(np.float64)
    shares, levels = rounded_and_clipped(128, sigma), np.arange(256)
    mean = float((shares * levels).sum())
    variance = float((shares * (levels - mean) ** 2).sum())
    fourth = float((shares * (levels - mean) ** 4).sum())
    assert abs(noisy.mean() - mean) < SURPRISING * math.sqrt(variance / noisy.size)
    spread = math.sqrt((fourth - variance**2) / noisy.size)
    # Cutting the tails off beyond 4.4 sigma costs 0.02 % of the variance.
    assert abs(noisy.var() - variance) < SURPRISING * spread + 3e-4 * variance


@pytest.mark.parametrize("sigma", [0.01, 0.3, 1.0, 7.7, 28.0, 28.001, 40.0, 56.5, 99.9, 100.0])
def test_tables_hold_the_normal_distribution_exactly(sigma: float) -> None:
    """No sampling: all 65536 values of a table are counted. Cut tails cost up to 0.05 % of the variance."""
    reach = 700
    table = _normal_table(sigma)
    assert table.shape == (65536,)
    shares = np.bincount(table.astype(int) + reach, minlength=2 * reach + 1) / 65536
    values = np.arange(-reach, reach + 1)
    exact = np.array([below(v + 0.5, sigma) - below(v - 0.5, sigma) for v in values])
    assert float((shares * values).sum()) == pytest.approx(0, abs=1e-12)
    variance = float((exact * values**2).sum())
    assert float((shares * values**2).sum()) == pytest.approx(variance, rel=5e-4, abs=1e-6)
    assert np.abs(shares - exact).max() < 1 / 65536


@pytest.mark.parametrize("sigma", [0.3, 1.0, 2.5, 10.0, 28.0, 28.001, 60.0])
def test_both_values_of_a_word_have_the_whole_table_and_do_not_know_each_other(sigma: float) -> None:
    """No sampling: all 65536 pairs; powers, and where the values lie in a grid of 16 x 16 equal shares."""
    table = _normal_table(sigma)
    first, second = _pair_table(sigma).view(table.dtype).reshape(-1, 2).T
    np.testing.assert_array_equal(first, table)
    np.testing.assert_array_equal(np.sort(second), table)
    for powers in itertools.product((1, 2, 3), repeat=2):
        one, other = (
            values.astype(float) ** power for values, power in zip((first, second), powers, strict=True)
        )
        assert abs(np.corrcoef(one, other)[0, 1]) < 0.001
    ranks = np.arange(65536) // 4096, _partners() // 4096
    np.testing.assert_array_equal(np.bincount(ranks[0] * 16 + ranks[1]), np.full(256, 256))


@pytest.mark.parametrize("sigma", [10.0, 40.0])
def test_the_second_value_of_a_word_is_found_by_its_bits_in_reverse_every_other_one_flipped(
    sigma: float,
) -> None:
    table = _normal_table(sigma)
    reverse = [int(f"{word:016b}"[::-1], 2) ^ 0x5555 for word in range(1 << 16)]
    pairs = _pair_table(sigma).view(table.dtype).reshape(-1, 2)
    np.testing.assert_array_equal(pairs, np.stack([table, table[reverse]], axis=1))


@pytest.mark.parametrize("sigma", [10.0, 40.0])
def test_few_values_are_those_that_many_begin_with(sigma: float) -> None:
    picture = plain_picture(300, 200)
    expected = add_gaussian_noise(picture, sigma, 5)
    _sigmas.clear()
    for _ in range(2):  # the strength is new, then known
        np.testing.assert_array_equal(add_gaussian_noise(picture[:3], sigma, 5), expected[:3])


def test_pictures_with_noise_of_a_drawn_strength_share_its_tables() -> None:
    transform, picture = GaussianNoise(), plain_picture(100, 100)
    draws = [transform.draw(stream(0, "a.jpg", copy, 1), (100, 100)) for copy in range(1, 401)]
    assert len({draw.sigma for draw in draws}) == STRENGTHS
    _sigmas.clear()
    _pair_table.cache_clear()
    for draw in draws:
        add_gaussian_noise(picture, draw.sigma, draw.noise_seed)
    assert _pair_table.cache_info().misses == STRENGTHS


@pytest.mark.parametrize(
    ("between", "times"),
    [
        pytest.param(20, 2, id="once to be used and once to be kept"),
        pytest.param(40, 3, id="once more, as it was forgotten that it had been wanted"),
    ],
)
def test_noise_that_is_asked_for_again_is_kept(
    monkeypatch: pytest.MonkeyPatch, between: int, times: int
) -> None:
    made: list[int] = []

    def counted(sigma: float, noise_seed: int, window: Region) -> npt.NDArray[np.int8]:
        made.append(noise_seed)
        return _strip(sigma, noise_seed, window)

    monkeypatch.setattr(tables, "_strip", counted)
    picture, seed = noise_picture(40, 30), 987_654_321 + between * 1000
    others = range(seed + 1, seed + 1 + between)
    noisy = [add_gaussian_noise(picture, 7, each) for each in (seed, seed, *others, seed, seed)]
    assert made.count(seed) == times
    assert all(made.count(other) == 1 for other in others)
    for same in (noisy[1], noisy[-2], noisy[-1]):
        np.testing.assert_array_equal(same, noisy[0])


@pytest.mark.parametrize("sigma", [1.0, 25.0, 60.0])
def test_values_do_not_know_each_other(sigma: float) -> None:
    noise = add_gaussian_noise(plain_picture(1000, 400), sigma, 5).astype(np.float64)
    for down, right in ((0, 1), (1, 0), (1, 1), (128, 0)):
        here, there = noise[: 400 - down, : 1000 - right], noise[down:, right:]
        assert abs(correlation_score(here, there)) < SURPRISING
    for one, other in ((0, 1), (1, 2), (0, 2)):
        assert abs(correlation_score(noise[:, :, one], noise[:, :, other])) < SURPRISING
    another = add_gaussian_noise(plain_picture(1000, 400), sigma, 6)
    assert abs(correlation_score(noise, another)) < SURPRISING


@by_sigma
def test_grey_noise_is_the_same_in_all_colours(sigma: float) -> None:
    noisy = add_gaussian_noise(plain_picture(200, 100), sigma, 1, per_channel=False)
    assert (noisy == noisy[:, :, :1]).all()
    assert noisy.std() > 0
    grey = add_gaussian_noise(plain_picture(200, 100, 1), sigma, 1, per_channel=False)
    np.testing.assert_array_equal(noisy[:, :, :1], grey)


@pytest.mark.parametrize("per_channel", [True, False])
def test_alpha_stays(per_channel: bool) -> None:
    image = noise_picture(61, 47, 4)
    noisy = add_gaussian_noise(image, 30, 1, per_channel=per_channel)
    np.testing.assert_array_equal(noisy[:, :, 3], image[:, :, 3])
    colour = add_gaussian_noise(np.ascontiguousarray(image[:, :, :3]), 30, 1, per_channel=per_channel)
    np.testing.assert_array_equal(noisy[:, :, :3], colour)
    specks = salt_and_pepper(image, 0.4, 0.5, 1)
    np.testing.assert_array_equal(specks[:, :, 3], image[:, :, 3])
    assert (specks[:, :, :3] != image[:, :, :3]).any()


def test_sum_is_clipped_not_wrapped() -> None:
    image = noise_picture(300, 200)
    noise = add_gaussian_noise(plain_picture(300, 200), 20, 8).astype(int) - 128
    exact = (image.astype(int) + noise).clip(0, 255)
    np.testing.assert_array_equal(add_gaussian_noise(image, 20, 8), exact)


@given(
    st.sampled_from([1, 3, 4]),
    st.floats(0.2, 100),
    st.booleans(),
    st.tuples(st.integers(0, 560), st.integers(0, 300)),
    st.tuples(st.integers(1, 90), st.integers(1, 70)),
)
def test_window_has_the_noise_it_has_in_the_whole(
    channels: int, sigma: float, per_channel: bool, place: tuple[int, int], size: tuple[int, int]
) -> None:
    (left, top), (width, height) = place, size
    image = noise_picture(650, 370, channels)
    window = np.s_[top : top + height, left : left + width]
    whole = add_gaussian_noise(image, sigma, 4, per_channel=per_channel)
    part = add_gaussian_noise(image[window], sigma, 4, per_channel=per_channel, corner=(left, top))
    np.testing.assert_array_equal(part, whole[window])
    whole = salt_and_pepper(image, sigma / 200, 0.3, 4)
    part = salt_and_pepper(image[window], sigma / 200, 0.3, 4, corner=(left, top))
    np.testing.assert_array_equal(part, whole[window])


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", ODD_SIZES)
def test_odd_shapes(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    before = image.copy()
    larger = noise_picture(size[0] + 3, size[1] + 2, channels)
    larger[: size[1], : size[0]] = image
    for per_channel in (True, False):
        noisy = add_gaussian_noise(image, 40, 2, per_channel=per_channel)
        whole = add_gaussian_noise(larger, 40, 2, per_channel=per_channel)
        np.testing.assert_array_equal(noisy, whole[: size[1], : size[0]])
    for covered in (1.0, 3.5):
        specks = salt_and_pepper(image, 0.5, 0.5, 2, covered=covered)
        whole = salt_and_pepper(larger, 0.5, 0.5, 2, covered=covered)
        np.testing.assert_array_equal(specks, whole[: size[1], : size[0]])
    np.testing.assert_array_equal(image, before)


def test_nothing_to_add_gives_an_equal_new_picture() -> None:
    image = noise_picture(20, 30)
    unchanged = [
        add_gaussian_noise(image, 0, 1),
        salt_and_pepper(image, 0, 0.5, 1),
        salt_and_pepper(image, 0, 1, 1),
    ]
    for result in unchanged:
        np.testing.assert_array_equal(result, image)
        assert not np.shares_memory(result, image)


@pytest.mark.parametrize("amount", [0.001, 0.02, 0.3, 0.5])
@pytest.mark.parametrize("salt_share", [0.0, 0.25, 0.5, 1.0])
def test_shares_of_salt_and_pepper(amount: float, salt_share: float) -> None:
    """1,000,000 pixels, binomial bounds; all colours of a speck are hit together."""
    result = salt_and_pepper(plain_picture(1000, 1000), amount, salt_share, 17)
    assert set(np.unique(result)) <= {0, 128, 255}
    assert (result == result[:, :, :1]).all()
    salt, pepper = int((result[:, :, 0] == 255).sum()), int((result[:, :, 0] == 0).sum())
    for found, share in ((salt, amount * salt_share), (pepper, amount * (1 - salt_share))):
        quantum = 1_000_000 / 65536  # shares are whole multiples of 1/65536
        if share == 0:
            assert found == 0
        else:
            assert abs(share_score(found, 1_000_000, share)) < SURPRISING + quantum / math.sqrt(share * 1e6)


def test_specks_do_not_cluster() -> None:
    hit = salt_and_pepper(plain_picture(1000, 500, 1), 0.1, 0.5, 23)[:, :, 0] != 128
    for down, right in ((0, 1), (1, 0), (1, 1)):
        here, there = hit[: 500 - down, : 1000 - right], hit[down:, right:]
        assert abs(correlation_score(here, there)) < SURPRISING


def test_a_draft_pixel_shows_the_average_of_those_it_stands_for() -> None:
    result = salt_and_pepper(plain_picture(300, 300), 0.05, 0.5, 1, covered=4)
    assert set(np.unique(result)) == {96, 128, 160}
    shares = [(result == value).mean() for value in (96, 160)]
    assert shares == [pytest.approx(0.1, abs=0.01)] * 2
