"""Colours of another picture: what each way promises, against the formulas done otherwise."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from skimage.color import rgb2lab
from skimage.exposure import match_histograms

from augstudio.core.image import Image
from augstudio.core.matrix import IDENTITY, Matrix
from augstudio.kernels.alpha.counting import colour_counts
from augstudio.kernels.colour import cube, fourier, palette
from augstudio.kernels.colour.distribution import distribution_change
from augstudio.kernels.colour.lab import from_lab, reinhard_change, to_lab
from augstudio.kernels.colour.pixelwise import look_up
from augstudio.kernels.colour.symmetric import eigen, matrix_function
from augstudio.kernels.sampling.pyramid import shrink
from tests.pictures import distance, noise_picture, smooth_picture

Reals = npt.NDArray[np.float64]


def gaussian_picture(mean: tuple[int, int, int], mixing: list[list[float]], seed: int) -> Image:
    """Colours of a normal distribution that stays well inside the cube."""
    values = np.random.default_rng(seed).normal(size=(128, 128, 3)).clip(-2.5, 2.5) @ np.array(mixing)
    picture: Image = np.rint(values + mean).clip(0, 255).astype(np.uint8)
    return picture


WARM = gaussian_picture((150, 120, 90), [[14, 5, 0], [0, 12, 3], [2, 0, 9]], 1)
COLD = gaussian_picture((100, 120, 145), [[8, 0, 4], [5, 15, 0], [0, 6, 17]], 2)


def colours(image: Image) -> Reals:
    return image.reshape(-1, image.shape[2]).astype(np.float64)


def covariance(image: Image) -> Reals:
    found: Reals = np.cov(colours(image).T, bias=True)
    return found


# -- small matrices ---------------------------------------------------------------------------------


@given(st.lists(st.floats(-100, 100), min_size=9, max_size=9))
def test_eigenvalues_of_symmetric_matrices(entries: list[float]) -> None:
    half = np.array(entries).reshape(3, 3)
    whole = half @ half.T
    (a, b, c), (d, e, f), (g, h, i) = whole.tolist()
    rows: Matrix = ((a, b, c), (d, e, f), (g, h, i))
    values, vectors = eigen(rows)
    size = 1 + float(np.max(np.abs(whole)))
    np.testing.assert_allclose(sorted(values), np.linalg.eigvalsh(whole), atol=1e-10 * size)
    turn = np.array(vectors)
    np.testing.assert_allclose(turn @ turn.T, np.eye(3), atol=1e-12)
    np.testing.assert_allclose(turn @ np.diag(values) @ turn.T, whole, atol=1e-10 * size)
    np.testing.assert_allclose(
        matrix_function(rows, lambda value: value * value), whole @ whole, atol=1e-9 * size**2
    )


# -- mean and spread --------------------------------------------------------------------------------


def test_moments() -> None:
    found = palette.moments(palette.sampled(WARM))
    np.testing.assert_allclose(found.mean, colours(WARM).mean(axis=0), rtol=1e-12)
    np.testing.assert_allclose(found.covariance, covariance(WARM), rtol=1e-9, atol=1e-9)


def test_monge_kantorovich_maps_mean_and_covariance() -> None:
    before, after = (palette.moments(palette.sampled(image)) for image in (WARM, COLD))
    matrix = palette.monge_kantorovich(before, after)
    array = np.array(matrix)
    np.testing.assert_array_equal(array, array.T)
    assert np.min(np.linalg.eigvalsh(array)) > 0
    # Both were widened by one squared level, so that plain pictures have a covariance to speak of.
    widened = array @ (np.array(before.covariance) + np.eye(3)) @ array
    np.testing.assert_allclose(widened, np.array(after.covariance) + np.eye(3), rtol=1e-9, atol=1e-9)
    result = palette.moved(WARM, matrix, before.mean, after.mean, 1)
    np.testing.assert_allclose(colours(result).mean(axis=0), after.mean, atol=0.1)
    np.testing.assert_allclose(covariance(result), after.covariance, atol=0.02 * 600)


@pytest.mark.parametrize("channels", [3, 4])
def test_moved_is_the_exact_map_rounded(channels: int) -> None:
    image = noise_picture(200, 150, channels)
    matrix = ((1.3, -0.2, 0.1), (0.4, 0.7, 0.0), (-0.3, 0.2, 1.1))
    before, after = (120.0, 130.0, 90.0), (100.0, 140.0, 120.0)
    exact = (colours(image)[:, :3] - before) @ np.array(matrix).T + after
    result = palette.moved(image, matrix, before, after, 1)
    assert distance(colours(result)[:, :3], exact.clip(0, 255)).max() < 0.5 + 0.3
    half = palette.moved(image, matrix, before, after, 0.5)
    assert distance(colours(half)[:, :3], ((exact + colours(image)[:, :3]) / 2).clip(0, 255)).max() < 0.8
    np.testing.assert_array_equal(palette.moved(image, IDENTITY, before, before, 1), image)
    np.testing.assert_array_equal(result[:, :, 3:], image[:, :, 3:])


def test_almost_plain_pictures_are_not_torn_apart() -> None:
    plain = palette.moments(np.full((100, 3), 90, np.int64))
    after = palette.moments(palette.sampled(noise_picture(50, 50)))
    matrix = palette.monge_kantorovich(plain, after)
    assert np.max(np.linalg.eigvalsh(np.array(matrix))) <= 6 + 1e-9


def test_grey_levels_get_mean_and_spread() -> None:
    image, other = COLD[:, :, 1:2], WARM[:, :, :1]
    curve = palette.stretched_levels(palette.sampled(image), palette.sampled(other), 1)
    result = look_up(image, curve)
    assert abs(float(np.mean(result)) - float(np.mean(other))) < 0.3
    assert abs(float(np.std(result)) - float(np.std(other))) < 0.3
    np.testing.assert_array_equal(
        palette.stretched_levels(palette.sampled(image), palette.sampled(other), 0), np.arange(256)
    )


# -- Lab --------------------------------------------------------------------------------------------


def test_lab_is_the_usual_one() -> None:
    levels = colours(noise_picture(40, 40))
    np.testing.assert_allclose(to_lab(levels), rgb2lab(levels / 255), atol=0.02)
    np.testing.assert_allclose(from_lab(to_lab(levels)), levels, atol=0.01)


def test_reinhard_maps_mean_and_spread_in_lab() -> None:
    change = reinhard_change(palette.sampled(WARM), palette.sampled(COLD))
    result, wanted = (rgb2lab(image).reshape(-1, 3) for image in (cube.add(WARM, change, 1), COLD))
    np.testing.assert_allclose(np.mean(result, axis=0), np.mean(wanted, axis=0), atol=0.25)
    np.testing.assert_allclose(np.std(result, axis=0), np.std(wanted, axis=0), rtol=0.03)


# -- histograms -------------------------------------------------------------------------------------


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("sizes", [((64, 48), (50, 70)), ((7, 1), (3, 3)), ((1, 1), (40, 40))])
def test_histogram_matching_is_that_of_scikit_image(
    channels: int, sizes: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    image = noise_picture(*sizes[0], channels, seed=1) // 2 + 40
    other = smooth_picture(*sizes[1], channels)
    expected = match_histograms(image.astype(np.float64), other.astype(np.float64), channel_axis=2)
    result = palette.matched(image, colour_counts(other), 1)
    assert distance(result, np.asarray(expected)).max() <= 0.5 + 1e-9


def test_histogram_matching_by_halves() -> None:
    image, other = noise_picture(30, 20, 4), smooth_picture(30, 20)
    np.testing.assert_array_equal(palette.matched(image, colour_counts(other), 0), image)
    whole = palette.matched(image, colour_counts(other), 1)
    half = palette.matched(image, colour_counts(other), 0.5)
    assert distance(half, (whole.astype(np.float64) + image) / 2).max() <= 0.5
    np.testing.assert_array_equal(half[:, :, 3], image[:, :, 3])


def test_histograms_count_strip_by_strip() -> None:
    image = noise_picture(3000, 3, 3)
    tall = np.repeat(image, 700, axis=0)
    for found, channel in zip(colour_counts(tall), range(3), strict=True):
        np.testing.assert_array_equal(found, 700 * np.bincount(image[:, :, channel].ravel(), minlength=256))


# -- the lattice ------------------------------------------------------------------------------------


@pytest.mark.parametrize("channels", [3, 4])
def test_a_straight_change_is_added_exactly(channels: int) -> None:
    crossings = cube.nodes()
    straight = np.stack(
        [crossings[:, 1] - crossings[:, 0], 0 * crossings[:, 0], (crossings[:, 0] - crossings[:, 2]) // 2],
        axis=1,
    )
    change = (cube.UNIT * straight).reshape(cube.NODES, cube.NODES, cube.NODES, 3).astype(np.int32)
    image = noise_picture(90, 60, channels)
    result = cube.add(image, change, 1)
    red, green, blue = (image[:, :, i].astype(np.float64) for i in range(3))
    for found, exact in zip(range(3), (green, green, blue + (red - blue) / 2), strict=True):
        assert distance(result[:, :, found], exact).max() <= 1
    np.testing.assert_array_equal(result[:, :, 3:], image[:, :, 3:])
    np.testing.assert_array_equal(cube.add(image, change, 0), image)


def test_no_change_changes_nothing() -> None:
    image = noise_picture(64, 64)
    still = np.zeros((cube.NODES, cube.NODES, cube.NODES, 3), np.int32)
    np.testing.assert_array_equal(cube.add(image, still, 1), image)
    counts = cube.occupied(palette.sampled(image))
    assert int(counts.sum()) == 64 * 64
    np.testing.assert_array_equal(cube.smoothed(still + 160, counts), still + 160)


def test_a_change_spreads_to_its_neighbours() -> None:
    change = np.zeros((cube.NODES, cube.NODES, cube.NODES, 3), np.int32)
    change[10, 12, 14, 1] = 1600
    alike = np.zeros((cube.NODES, cube.NODES, cube.NODES), np.int64)
    line = cube.smoothed(change, alike, rounds=1)[8:13, 12, 14, 1]
    np.testing.assert_array_equal(line, [0, 100, 200, 100, 0])


# -- whole distributions ----------------------------------------------------------------------------


def spread_apart(one: Image, other: Image) -> float:
    """Mean difference of quantiles, in levels, along many directions of the colour cube."""
    directions = np.random.default_rng(3).normal(size=(24, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    shares = np.linspace(0.01, 0.99, 60)
    gaps = [
        np.abs(np.quantile(colours(one) @ line, shares) - np.quantile(colours(other) @ line, shares))
        for line in directions
    ]
    return float(np.mean(gaps))


def test_distribution_transfer_brings_the_whole_distribution() -> None:
    image = smooth_picture(160, 120)
    other = np.where(np.arange(128)[:, None, None] < 50, WARM, COLD).astype(np.uint8)
    found, wanted = palette.sampled(image), palette.sampled(other)
    result = cube.add(image, distribution_change(found, wanted), 1)
    before, after = palette.moments(found), palette.moments(wanted)
    matrix = palette.monge_kantorovich(before, after)
    straight = palette.moved(image, matrix, before.mean, after.mean, 1)
    assert spread_apart(result, other) < 2.5 < 0.1 * spread_apart(image, other)
    assert spread_apart(result, other) < spread_apart(straight, other)


def test_a_picture_with_its_own_colours_stays() -> None:
    image = smooth_picture(100, 80)
    own = palette.sampled(image)
    assert distance(cube.add(image, distribution_change(own, own), 1), image).max() <= 1
    assert distance(cube.add(image, reinhard_change(own, own), 1), image).max() <= 1


def test_grain_of_a_plain_area_is_not_torn_apart() -> None:
    grain = np.random.default_rng(5).integers(-1, 2, (90, 120, 3))
    sky = (np.array([150, 170, 200]) + grain).astype(np.uint8)
    image = np.concatenate([sky, smooth_picture(120, 60)])
    other = noise_picture(90, 90)
    change = distribution_change(palette.sampled(image), palette.sampled(other))
    result = cube.add(image, change, 1)[:90]
    assert float(np.std(result.astype(np.float64), axis=(0, 1)).max()) < 8


# -- slow waves -------------------------------------------------------------------------------------


def by_fft(image: Image, other: Image, reach: int) -> Reals:
    """The article's way, for pictures of the same size."""
    planes = []
    for colour in range(image.shape[2]):
        found, wanted = (np.fft.fft2(part[:, :, colour].astype(np.float64)) for part in (image, other))
        rows, columns = (np.abs(np.rint(np.fft.fftfreq(side) * side)) <= reach for side in found.shape)
        inside = rows[:, None] & columns
        amplitude = np.where(inside, np.abs(wanted), np.abs(found))
        planes.append(np.fft.ifft2(amplitude * np.exp(1j * np.angle(found))).real)
    return np.stack(planes, axis=2)


@pytest.mark.parametrize("size", [(96, 64), (65, 97), (8, 40)])
@pytest.mark.parametrize("reach", [0, 1, 3])
def test_fourier_adaptation_is_that_of_the_article(size: tuple[int, int], reach: int) -> None:
    image, other = noise_picture(*size) // 2 + 60, noise_picture(*size, seed=9) // 3 + 70
    expected = by_fft(image, other, reach)
    result = fourier.adapted(image, other, reach, 1)
    assert distance(result, expected.clip(0, 255)).max() < 0.6
    half = fourier.adapted(image, other, reach, 0.5)
    assert distance(half, ((expected + image) / 2).clip(0, 255)).max() < 0.6
    np.testing.assert_array_equal(fourier.adapted(image, other, reach, 0), image)


def test_fourier_adaptation_of_large_and_reduced_pictures_agrees() -> None:
    image = smooth_picture(600, 450) // 2 + noise_picture(600, 450) // 8 + 40
    other = smooth_picture(300, 200) // 2 + 60
    whole = fourier.adapted(image, other, 4, 1)
    small = fourier.adapted(shrink(image, (300, 225)), other, 4, 1)
    apart = distance(shrink(whole, (300, 225)), small)
    assert apart.max() <= 4
    assert apart.mean() < 0.7


def test_frequencies_are_counted_at_one_size() -> None:
    assert fourier.reach((512, 512), 0.01) == 5
    assert fourier.reach((6000, 4000), 0.01) == fourier.reach((600, 400), 0.01) == 3
    assert fourier.reach((60, 40), 0.01) == 0
