"""What each geometric transform promises about places."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.image import Image, Size
from augstudio.core.matrix import map_point
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.randomness import stream
from augstudio.core.transform import Transform
from augstudio.pipelines import Pipeline
from augstudio.transforms import (
    HorizontalFlip,
    QuarterTurn,
    RandomCrop,
    Rotate,
    Scale,
    Translate,
    VerticalFlip,
)
from augstudio.transforms.rotate import RotateDraw
from augstudio.transforms.scale import ScaleDraw
from tests.pictures import MAGENTA, ODD_SIZES, noise_picture, plain_picture

sides = st.integers(1, 40)
sizes = st.one_of(st.tuples(sides, sides), st.sampled_from(ODD_SIZES))
angles = st.one_of(
    st.floats(-180, 180), st.sampled_from([-180, -90, -45, 0, 30, 44.999999, 45, 60, 90, 135, 180])
)


def on_magenta(*transforms: Transform) -> Pipeline:
    return Pipeline.of(transforms, Padding(mode=PaddingMode.CONSTANT, fill=MAGENTA))


def turning(angle: float, **fields: Any) -> Rotate:
    return Rotate(angle_range=Range(angle, angle), **fields)


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (31, 20)])
def test_flips_and_quarter_turns_are_numpys(size: Size, channels: int) -> None:
    image = noise_picture(*size, channels)
    np.testing.assert_array_equal(Pipeline.of((HorizontalFlip(),))(image, key="k"), image[:, ::-1])
    np.testing.assert_array_equal(Pipeline.of((VerticalFlip(),))(image, key="k"), image[::-1])
    for turns in (1, 2, 3):
        turned = Pipeline.of((QuarterTurn(turns=(turns,)),))(image, key="k")
        np.testing.assert_array_equal(turned, np.rot90(image, turns))


def test_quarter_turn_draws_every_chosen_turn_and_no_other() -> None:
    for chosen in ((1,), (1, 3), (1, 2, 3)):
        transform = QuarterTurn(turns=chosen)
        drawn = {transform.draw(stream(0, "k", copy, 1), (2, 2)).turns for copy in range(60)}
        assert drawn == set(chosen)


@pytest.mark.parametrize(("angle", "turns"), [(90, 1), (180, 2), (-180, 2), (-90, 3), (0, 0)])
@pytest.mark.parametrize("size", ["grow", "crop"])
def test_right_angles_lose_nothing(angle: float, turns: int, size: str) -> None:
    for shape in [*ODD_SIZES, (31, 20)]:
        image = noise_picture(*shape)
        result = Pipeline.of((turning(angle, size=size),))(image, key="k")
        np.testing.assert_array_equal(result, np.rot90(image, turns))


@pytest.mark.parametrize(("angle", "turns"), [(90, 1), (180, 2), (-90, 3)])
def test_right_angles_on_a_square_lose_nothing(angle: float, turns: int) -> None:
    image = noise_picture(33, 33)
    np.testing.assert_array_equal(Pipeline.of((turning(angle),))(image, key="k"), np.rot90(image, turns))


def test_positive_angles_turn_counter_clockwise() -> None:
    image = plain_picture(101, 101, 1, 0)
    image[48:53, 90:95] = 255  # a dot to the right of the centre
    result = Pipeline.of((turning(45),), Padding(mode=PaddingMode.EDGE))(image, key="k")
    rows, columns = np.nonzero(result[:, :, 0] > 128)
    reach = 42 / math.sqrt(2)
    assert (columns.mean() - 50, 50 - rows.mean()) == pytest.approx((reach, reach), abs=0.5)


@given(sizes, angles)
def test_grown_canvas_holds_the_whole_picture(size: Size, angle: float) -> None:
    placement = turning(angle, size="grow").placement(RotateDraw(angle=angle), size)
    for x in (-0.5, size[0] - 0.5):
        for y in (-0.5, size[1] - 0.5):
            across, down = map_point(placement.matrix, x, y)
            assert -0.5 - 1e-5 <= across <= placement.size[0] - 0.5 + 1e-5
            assert -0.5 - 1e-5 <= down <= placement.size[1] - 0.5 + 1e-5
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    assert placement.size[0] < size[0] * cosine + size[1] * sine + 1
    assert placement.size[1] < size[0] * sine + size[1] * cosine + 1


@pytest.mark.parametrize("angle", [10, 45, -77.7, 123])
def test_grown_canvas_shows_every_bit_of_the_picture(angle: float) -> None:
    image = plain_picture(60, 41, 1, 200)
    grown = Pipeline.of((turning(angle, size="grow"),), Padding(mode=PaddingMode.CONSTANT))(image, key="k")
    assert grown.astype(float).sum() == pytest.approx(image.astype(float).sum(), rel=0.01)


@given(sizes, angles)
def test_clean_crop_never_shows_padding(size: Size, angle: float) -> None:
    result = on_magenta(turning(angle, size="crop"))(plain_picture(*size), key="k")
    assert (result == 128).all()


@pytest.mark.parametrize("size", [(1919, 1081), (1081, 1919), (1000, 999), (2000, 31)])
def test_clean_crop_of_a_large_picture_never_shows_padding(size: Size) -> None:
    for angle in (0.01, 1, 15, 44.9, 45, 89.99, -30, 135.5):
        result = on_magenta(turning(angle, size="crop"))(plain_picture(*size), key="k")
        assert (result == 128).all()


@given(st.tuples(st.integers(1, 24), st.integers(1, 24)), angles)
def test_clean_crop_is_the_largest(size: Size, angle: float) -> None:
    """No rectangle of whole pixels inside the turned picture has a larger area between its pixel centres."""
    width, height = turning(angle, size="crop").placement(RotateDraw(angle=angle), size).size
    cosine, sine = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    best = 0
    for across in range(60):
        for down in range(60):
            fits = (
                across * cosine + down * sine <= size[0] - 1 + 1e-9
                and across * sine + down * cosine <= size[1] - 1 + 1e-9
            )
            best = max(best, across * down if fits else 0)
    assert best <= width * height


@given(sizes, st.tuples(st.floats(0.05, 1), st.floats(0.5, 2)), st.integers(0, 99))
def test_random_crop_never_shows_padding(size: Size, shape: tuple[float, float], seed: int) -> None:
    area, aspect = shape
    crop = RandomCrop(area_range=Range(area, 1), aspect_range=Range(min(aspect, 1), max(aspect, 1)))
    result = on_magenta(crop)(plain_picture(*size), seed=seed, key="k")
    assert result.shape == (size[1], size[0], 3)
    assert (result == 128).all()


@given(sizes, angles, st.integers(0, 99))
def test_crops_one_after_the_other_never_show_padding(size: Size, angle: float, seed: int) -> None:
    steps = (turning(angle, size="crop"), RandomCrop(), QuarterTurn(), turning(20, size="crop"), RandomCrop())
    assert (on_magenta(*steps)(plain_picture(*size), seed=seed, key="k") == 128).all()


def test_random_crop_keeps_its_share_and_reaches_every_corner() -> None:
    size = (1001, 501)
    crop = RandomCrop(area_range=Range(0.25, 0.25))
    corners = []
    for copy in range(200):
        matrix = crop.placement(crop.draw(stream(0, "k", copy, 1), size), size).matrix
        shown = (1 / matrix[0][0], 1 / matrix[1][1])
        assert shown == pytest.approx((0.5, 0.5))
        corners.append((-matrix[0][2] * shown[0] / 500, -matrix[1][2] * shown[1] / 250))
    spread = np.array(corners)
    assert (spread.min(axis=0) >= 0).all()
    assert (spread.max(axis=0) <= 1).all()
    assert (spread.min(axis=0) < 0.05).all()
    assert (spread.max(axis=0) > 0.95).all()


@pytest.mark.parametrize(("share", "pixels"), [(0.1, 4), (-0.1, -4), (1, 41), (-1, -41), (0.012, 0)])
def test_translation_is_whole_pixels_right_and_down(share: float, pixels: int) -> None:
    image: Image = noise_picture(41, 41)
    ends = Range(share, share)
    right = on_magenta(Translate(x_range=ends, y_range=Range(0, 0)))(image, key="k")
    down = on_magenta(Translate(x_range=Range(0, 0), y_range=ends))(image, key="k")
    kept = 41 - abs(pixels)
    source, target = max(0, -pixels), max(0, pixels)
    np.testing.assert_array_equal(right[:, target : target + kept], image[:, source : source + kept])
    np.testing.assert_array_equal(down[target : target + kept], image[source : source + kept])
    assert int((right == MAGENTA).all(axis=2).sum()) >= abs(pixels) * 41


@pytest.mark.parametrize(("factor", "stretch"), [(2.0, 1.0), (0.5, 1.0), (1.0, 2.0), (1.0, 0.5), (1.5, 1.4)])
def test_scale_zooms_about_the_centre_and_stretch_keeps_the_area(factor: float, stretch: float) -> None:
    size = (201, 151)
    scale = Scale(factor_range=Range(factor, factor), stretch_range=Range(stretch, stretch))
    placement = scale.placement(ScaleDraw(factor=factor, stretch=stretch), size)
    assert placement.size == size
    assert map_point(placement.matrix, 100, 75) == pytest.approx((100, 75))
    x, y = map_point(placement.matrix, 101, 76)
    assert ((x - 100) * (y - 75), (y - 75) / (x - 100)) == pytest.approx((factor**2, stretch))
    white = on_magenta(scale)(plain_picture(*size, 3, 255), key="k")
    shown = min(201, 201 * factor / math.sqrt(stretch)) * min(151, 151 * factor * math.sqrt(stretch))
    assert white[:, :, 1].astype(float).sum() / 255 == pytest.approx(shown, rel=0.01)
