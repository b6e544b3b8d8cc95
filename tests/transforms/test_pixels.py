"""What each pixel transform promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.draws import Point
from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.core.randomness import stream
from augstudio.core.transform import Pixel, Transform, View
from augstudio.kernels.noise import sensor
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import (
    CATALOGUE,
    ChannelShuffle,
    ColorTemperature,
    Cutout,
    Defocus,
    GaussianBlur,
    Grayscale,
    GridMask,
    Hue,
    IsoNoise,
    MotionBlur,
    Saturation,
    ShotNoise,
    Speckle,
)
from augstudio.transforms.cutout import CutoutDraw
from tests.pictures import MAGENTA, noise_picture, plain_picture, smooth_picture
from tests.strategies import transforms

PIXELS = [kind for kind in CATALOGUE if issubclass(kind, Pixel)]
each = pytest.mark.parametrize("kind", PIXELS, ids=lambda kind: kind.NAME)


def fixed(value: float) -> Range:
    return Range(value, value)


def made(transform: Transform, image: Image, *, scale: float = 1.0, copy: int = 1) -> Image:
    size = (image.shape[1], image.shape[0])
    resolved = resolve(Pipeline.of((transform,)), size, seed=0, key="k", copy=copy)
    return render(image, resolved, scale=scale)


@each
@settings(max_examples=15)
@given(data=st.data())
def test_alpha_stays_and_colours_do_not_notice_even_alpha(kind: type[Pixel], data: st.DataObject) -> None:
    transform = data.draw(transforms(kind))
    image = noise_picture(57, 41, 4)
    np.testing.assert_array_equal(made(transform, image)[:, :, 3], image[:, :, 3])
    image[:, :, 3] = data.draw(st.integers(1, 255))
    result = made(transform, image)
    np.testing.assert_array_equal(result[:, :, 3], image[:, :, 3])
    colours = made(transform, np.ascontiguousarray(image[:, :, :3]))
    np.testing.assert_array_equal(result[:, :, :3], colours)


@pytest.mark.parametrize("kind", [Saturation, Hue, Grayscale, ColorTemperature, ChannelShuffle])
def test_grey_pictures_have_no_colour_to_change(kind: type[Pixel]) -> None:
    image = noise_picture(30, 20, 1)
    for copy in range(1, 5):
        np.testing.assert_array_equal(made(kind(), image, copy=copy), image)


SMOOTH = (
    GaussianBlur(sigma_range=fixed(4)),
    MotionBlur(length_range=fixed(21), angle_range=fixed(40)),
    Defocus(radius_range=fixed(6)),
)


@pytest.mark.parametrize("transform", SMOOTH, ids=lambda transform: transform.NAME)
@pytest.mark.parametrize("scale", [0.5, 0.31])
def test_a_draft_is_as_blurred_as_it_will_look(transform: Pixel, scale: float) -> None:
    image = smooth_picture(600, 400) // 2 + noise_picture(75, 50).repeat(8, axis=0).repeat(8, axis=1) // 2
    size = (round(600 * scale), round(400 * scale))
    exact = shrink(made(transform, image), size).astype(float)
    draft = made(transform, image, scale=scale).astype(float)
    sharp = shrink(image, size).astype(float)
    assert np.abs(draft - exact).mean() < 0.2 * np.abs(sharp - exact).mean()


def test_hue_goes_from_red_over_green_to_blue() -> None:
    red = plain_picture(2, 2) * np.array([1, 0, 0], np.uint8)
    assert made(Hue(angle_range=fixed(120)), red)[0, 0].argmax() == 1
    assert made(Hue(angle_range=fixed(-120)), red)[0, 0].argmax() == 2


NOISY = (
    Speckle(sigma_range=fixed(0.1)),
    ShotNoise(photons_range=fixed(150)),
    IsoNoise(grain_range=fixed(10), color_range=fixed(5)),
)


def test_a_draft_of_shot_noise_makes_no_table_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    tables: list[int] = []
    whole = sensor._poisson_table

    def noted(octaves: int) -> sensor.PairTable:
        tables.append(octaves)
        return whole(octaves)

    monkeypatch.setattr(sensor, "_poisson_table", noted)
    image = smooth_picture(64, 48)
    made(ShotNoise(photons_range=fixed(150)), image, scale=0.5)
    assert not tables
    made(ShotNoise(photons_range=fixed(150)), image)
    assert len(tables) == 1


@pytest.mark.parametrize("transform", NOISY, ids=lambda transform: transform.NAME)
@pytest.mark.parametrize("scale", [0.5, 0.25])
def test_draft_noise_is_as_strong_as_it_will_look(transform: Pixel, scale: float) -> None:
    image = plain_picture(800, 600)
    exact = shrink(made(transform, image), (round(800 * scale), round(600 * scale)))
    draft = made(transform, image, scale=scale)
    assert draft.std() == pytest.approx(exact.std(), rel=0.15)
    assert draft.mean() == pytest.approx(exact.mean(), abs=0.4)


MIDDLE = Point(x=0.5, y=0.5)


@pytest.mark.parametrize("fill", ["black", "grey", "white", "noise", "mean"])
def test_cutout_covers_as_much_as_said(fill: str) -> None:
    image = np.full((200, 300, 3), MAGENTA, np.uint8)
    image[0, 0] = 255, 9, 255
    cutout = Cutout(count_range=fixed(1), size_range=fixed(0.3), aspect_range=fixed(1), fill=fill)
    inside = CutoutDraw(count=1, size=0.3, aspect=1.0, noise_seed=5, centres=(MIDDLE,))
    result = cutout.apply(image, inside, View())
    changed = (result != image).any(axis=2)
    rows, columns = np.nonzero(changed)
    if fill == "mean":
        assert changed.sum() == 0  # the mean rounds to the colour of all pixels but one
        return
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (70, 129, 120, 179)
    assert changed.sum() >= 0.99 * 60 * 60


def test_mean_is_that_of_the_whole_picture_in_every_part() -> None:
    image = smooth_picture(90, 60)
    inside = CutoutDraw(count=1, size=1.0, aspect=1.0, noise_seed=5, centres=(MIDDLE,))
    result = Cutout(fill="mean").apply(image, inside, View())
    assert result[30, 45].tolist() == np.floor(image.mean(axis=(0, 1)) + 0.5).tolist()


def test_cutout_draws_as_many_places_as_boxes() -> None:
    drawn = Cutout(count_range=fixed(4)).draw(stream(1, "k", 1, 1), (9, 9))
    assert len(drawn.centres) == drawn.count == 4
    with pytest.raises(ValueError, match="count is 4, but the number of centres is 3"):
        CutoutDraw.parse({**drawn.to_dict(), "centres": drawn.to_dict()["centres"][:3]})


def test_grid_mask_hides_its_share_evenly() -> None:
    image = plain_picture(400, 300, 1, 255)
    mask = GridMask(unit_range=fixed(0.2), hidden_range=fixed(0.5))
    result = made(mask, image)
    assert (result == 0).mean() == pytest.approx(0.25, abs=0.03)
    for top in range(0, 240, 60):
        for left in range(0, 360, 60):
            assert (result[top : top + 60, left : left + 60] == 0).mean() == pytest.approx(0.25, abs=0.02)


def test_boxes_lie_at_the_same_place_in_a_draft() -> None:
    image = plain_picture(400, 300, 1, 255)
    for transform in (Cutout(fill="black"), GridMask()):
        exact = shrink(made(transform, image), (200, 150)).astype(float)
        draft = made(transform, image, scale=0.5).astype(float)
        assert (np.abs(draft - exact) > 200).mean() < 0.01
