"""Colour kernels against their formulas in double precision."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.image import Image
from augstudio.core.matrix import Matrix
from augstudio.kernels.colour.curves import bent, inverted_from, lit_by, posterized, power, shifted, stretched
from augstudio.kernels.colour.equalizing import clahe, equalize
from augstudio.kernels.colour.pixelwise import LUMA, hue_matrix, look_up, mix, saturation_matrix, shuffled
from tests.pictures import ODD_SIZES, distance, noise_picture, plain_picture, smooth_picture

LEVELS = np.arange(256)
IDENTITIES = {
    "shifted": shifted(0),
    "stretched": stretched(1),
    "power": power(1),
    "bent": bent(0, 0),
    "posterized": posterized(8),
    "inverted": inverted_from(256),
}


def matrices() -> list[Matrix]:
    turns = [hue_matrix(math.cos(angle), math.sin(angle)) for angle in (0.3, 2.0, -1.1)]
    return [saturation_matrix(0), saturation_matrix(0.6), saturation_matrix(3), *turns]


@pytest.mark.parametrize("name", IDENTITIES)
def test_curves_that_change_nothing(name: str) -> None:
    np.testing.assert_array_equal(IDENTITIES[name], LEVELS)


def test_light_of_6500_kelvins_changes_nothing() -> None:
    np.testing.assert_array_equal(lit_by(6500), np.stack([LEVELS] * 3, axis=1))


@pytest.mark.parametrize("kelvin", [2000, 3000, 5000, 9000, 15000])
def test_low_temperatures_are_warm(kelvin: float) -> None:
    red, green, blue = (int(level) for level in lit_by(kelvin)[128])
    assert (red > green > blue) if kelvin < 6500 else (red < green < blue)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_bent_curves_never_fall(shadows: float, highlights: float) -> None:
    curve = bent(shadows, highlights).astype(int)
    assert (np.diff(curve) >= 0).all()
    assert (curve[0], curve[-1]) == (0, 255)


def test_curves_are_their_formulas() -> None:
    assert shifted(0.5)[[0, 100, 200]].tolist() == [128, 228, 255]
    assert stretched(2)[[0, 100, 128, 200]].tolist() == [0, 73, 129, 255]
    assert stretched(1, 0.5)[[0, 100, 255]].tolist() == [0, 50, 128]
    assert power(2)[[0, 128, 255]].tolist() == [0, 64, 255]
    assert posterized(1)[[0, 127, 128, 255]].tolist() == [0, 0, 128, 128]
    assert inverted_from(128)[[127, 128, 255]].tolist() == [127, 127, 0]


@pytest.mark.parametrize("number", range(6))
def test_mixtures_are_rounded_and_clipped(number: int) -> None:
    image, matrix = noise_picture(301, 97), matrices()[number]
    exact = (image.astype(float) @ np.array(matrix).T).clip(0, 255)
    # Coefficients are whole multiples of 1/4096.
    assert np.max(distance(mix(image, matrix), exact)) <= 0.5 + 3 * 255 * 1.5 / 4096


@pytest.mark.parametrize("number", range(6))
def test_mixtures_leave_greys_alone(number: int) -> None:
    grey = np.repeat(noise_picture(256, 20, 1), 3, axis=2)
    np.testing.assert_array_equal(mix(grey, matrices()[number]), grey)
    single = noise_picture(20, 30, 1)
    np.testing.assert_array_equal(mix(single, matrices()[number]), single)


def test_hue_and_saturation_keep_the_luma() -> None:
    weights = np.array([0.213, 0.715, 0.072])
    image = np.array([[[120, 130, 110]]], np.uint8)
    for angle in (0.5, 2, 4):
        turned = mix(image, hue_matrix(math.cos(angle), math.sin(angle)))
        assert float(turned[0, 0] @ weights) == pytest.approx(float(image[0, 0] @ weights), abs=1)
    paler = mix(image, saturation_matrix(0.3))
    assert float(paler[0, 0] @ np.array(LUMA)) == pytest.approx(float(image[0, 0] @ np.array(LUMA)), abs=1)


def test_shuffling_takes_the_named_channels() -> None:
    image = noise_picture(21, 13, 4)
    np.testing.assert_array_equal(shuffled(image, (2, 0, 1)), image[:, :, [2, 0, 1, 3]])


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (701, 500)])
def test_tables_replace_every_level(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    table = np.random.default_rng(3).integers(0, 256, 512, dtype=np.uint8)[::2]
    expected = table[image]
    if channels in (2, 4):
        expected[:, :, -1] = image[:, :, -1]
    np.testing.assert_array_equal(look_up(image, table), expected)
    np.testing.assert_array_equal(look_up(image[::-1, ::2], table), expected[::-1, ::2])


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (701, 500)])
def test_each_colour_may_have_a_table(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    table = np.random.default_rng(3).integers(0, 256, (256, 3), dtype=np.uint8)
    expected = image.copy()
    for channel in range(3 if channels > 2 else 0):
        expected[:, :, channel] = table[:, channel][image[:, :, channel]]
    np.testing.assert_array_equal(look_up(image, table), expected)
    np.testing.assert_array_equal(look_up(image[::-1, ::2], table), expected[::-1, ::2])


# -- equalising -------------------------------------------------------------------------------------


def spread(image: Image) -> float:
    """How unevenly levels are spread: the largest distance of their shares from uniform ones."""
    shares = np.cumsum(np.bincount(image.ravel(), minlength=256)) / image.size
    return float(np.abs(shares - (LEVELS + 1) / 256).max())


def test_equalised_levels_are_about_equally_frequent() -> None:
    dark = smooth_picture(400, 300, 1) // 3 + 20
    assert spread(dark) > 0.5
    result = equalize(dark, 1)
    assert spread(result) < 0.06
    assert (int(np.min(result)), int(np.max(result))) == (0, 255)


def test_equalising_keeps_the_order_of_levels() -> None:
    image = smooth_picture(90, 70, 1)
    result = equalize(image, 0.7)
    order = np.argsort(image.ravel(), kind="stable")
    assert (np.diff(result.ravel()[order].astype(int)) >= 0).all()


def test_each_colour_may_have_a_curve_of_its_own() -> None:
    image = smooth_picture(120, 90) // np.array([1, 2, 4], np.uint8)
    together, apart = equalize(image, 1), equalize(image, 1, per_channel=True)
    assert [int(np.max(apart[:, :, c])) for c in range(3)] == [255] * 3
    assert int(np.max(together[:, :, 2])) < 255


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_one_level_stays_that_level(channels: int) -> None:
    image = plain_picture(30, 20, channels, 77)
    np.testing.assert_array_equal(equalize(image, 1), image)


def test_clahe_raises_local_contrast_and_keeps_colours_apart() -> None:
    image = (smooth_picture(256, 256) // 6 + 100).astype(np.uint8)
    result = clahe(image, 1, clip=4, tiles=4)
    assert result.std() > 1.5 * image.std()
    change = result.astype(int) - image
    unclipped = ((result > 0) & (result < 255)).all(axis=2)
    assert (change[unclipped] == change[unclipped][:, :1]).all()
    half = clahe(image, 0.5, clip=4, tiles=4).astype(int) - image
    assert np.abs(half * 2 - change)[unclipped].max() <= 1
