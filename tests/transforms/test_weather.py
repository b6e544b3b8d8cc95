"""What weather and season promise."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageOps

from augstudio.assets import sample_dataset
from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.core.transform import Pixel, View
from augstudio.images.codec import decode
from augstudio.kernels.colour.equalizing import autocontrast
from augstudio.kernels.colour.pixelwise import luma
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import CATALOGUE, Cutout, Fog, GridMask, Rain, Season, Shadow, Snow, SunFlare
from augstudio.transforms.occlusion import Occlusion
from augstudio.transforms.snow import SnowDraw
from tests.pictures import noise_picture, plain_picture, smooth_picture


def fixed(value: float) -> Range:
    return Range(value, value)


def made(transform: Pixel, image: Image, *, scale: float = 1.0, copy: int = 1) -> Image:
    size = (image.shape[1], image.shape[0])
    return render(image, resolve(Pipeline.of((transform,)), size, seed=0, key="k", copy=copy), scale=scale)


def photograph(name: str) -> Image:
    return decode((sample_dataset() / name).read_bytes()).image


def colourfulness(image: Image) -> float:
    return float((image.max(axis=2).astype(int) - image.min(axis=2)).mean())


# -- fog ----------------------------------------------------------------------------------------------


def test_denser_fog_leaves_less_contrast() -> None:
    image = noise_picture(300, 200)
    contrasts = [
        float(made(Fog(density_range=fixed(share)), image).std()) for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    assert contrasts == sorted(contrasts, reverse=True)
    assert contrasts[-1] < 0.7 * contrasts[0]


def test_fog_is_thickest_at_the_horizon() -> None:
    image = plain_picture(300, 200, 1, 0)
    fog = Fog(density_range=fixed(0.8), horizon_range=fixed(0.4), patches_range=fixed(0))
    rows = made(fog, image)[:, :, 0].mean(axis=1)
    assert abs(int(rows.argmax()) - 80) <= 2
    assert rows[-1] < 0.3 * rows.max()
    assert (np.diff(rows[82:]) <= 0).all()


def test_even_fog_has_straight_layers_and_patches_do_not() -> None:
    image = plain_picture(300, 200, 1, 0)
    even, uneven = (made(Fog(patches_range=fixed(share)), image)[:, :, 0] for share in (0, 1))
    assert (even == even[:, :1]).all()
    assert uneven.std(axis=1).mean() > 5


# -- rain and snow ------------------------------------------------------------------------------------


def test_gloom_takes_light_and_colour() -> None:
    image = photograph("landscapes/tea-garden.jpg")
    results = [made(Rain(amount_range=fixed(0), gloom_range=fixed(share)), image) for share in (0, 0.5, 1)]
    assert [float(luma(result).mean()) for result in results] == sorted(
        (float(luma(result).mean()) for result in results), reverse=True
    )
    assert colourfulness(results[2]) < 0.6 * colourfulness(results[0])
    np.testing.assert_array_equal(results[0], image)


@pytest.mark.parametrize("kind", [Rain, Snow])
def test_more_amount_covers_more_and_only_lightens_the_dark(kind: type[Rain | Snow]) -> None:
    image = plain_picture(400, 300, 3, 40)
    calm = {"gloom_range": fixed(0)} if kind is Rain else {}
    results = [made(kind(amount_range=fixed(share), **calm), image) for share in (0.1, 0.4, 1)]
    # What is far away is an even veil; what stands out of it are drops or flakes.
    shares = [float((result > result.min() + 12).mean()) for result in results]
    assert 2 * shares[0] < shares[1]
    assert 1.5 * shares[1] < shares[2] < 0.8
    assert all((result >= 40).all() for result in results)


@pytest.mark.parametrize("angle", [-30, 30])
def test_streaks_lean_with_the_wind(angle: float) -> None:
    image = plain_picture(400, 400, 1, 0)
    rain = Rain(
        amount_range=fixed(0.3), length_range=fixed(0.2), angle_range=fixed(angle), gloom_range=fixed(0)
    )
    streaks = made(rain, image)[:, :, 0].astype(float)
    down, across = np.gradient(streaks)
    lean = np.sign((down * across).sum())  # of both gradients: opposite to the way that the streaks go
    assert lean == -np.sign(angle)


@pytest.mark.parametrize("amount", [0.3, 1.0])
def test_more_flakes_leave_those_that_were_there(amount: float) -> None:
    image = plain_picture(200, 150, 1, 0)
    few, many = (
        Snow().apply(image, DRAWN.model_copy(update={"amount": share}), View()).astype(int)
        for share in (0.1, amount)
    )
    assert (many >= few - 1).all()


DRAWN = SnowDraw(amount=0.5, size=0.03, speed=1.0, angle=10.0, noise_seed=3)


# -- light --------------------------------------------------------------------------------------------


def test_a_shadow_never_brightens_and_leaves_what_it_does_not_meet() -> None:
    image = noise_picture(300, 200)
    for copy in range(1, 9):
        result = made(Shadow(), image, copy=copy)
        assert (result <= image).all()
        same = (result == image).all(axis=2)
        assert 0.02 < same.mean() < 0.99


def test_a_shadow_takes_as_much_light_as_said() -> None:
    image = plain_picture(400, 300, 1, 200)
    for darkness in (0.3, 0.6, 1.0):
        shaded = [
            made(Shadow(darkness_range=fixed(darkness)), image, copy=copy).min() for copy in (1, 2, 3, 4)
        ]
        assert min(shaded) == pytest.approx(200 * (1 - darkness), abs=1)


def test_the_sun_never_darkens_and_stands_where_it_is_said_to() -> None:
    image = noise_picture(300, 200) // 2
    sun = SunFlare(strength_range=fixed(1), x_range=fixed(0.75), y_range=fixed(0.2), size_range=fixed(0.3))
    result = made(sun, image)
    assert (result >= image).all()
    assert (result[36:44, 221:229] > 240).all()
    assert result[150:, :100].mean() < 1.3 * image[150:, :100].mean()


# -- seasons ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["landscapes/autumn-mountain.jpg", "landscapes/tea-garden.jpg"])
def test_winter_turns_a_meadow_white(name: str) -> None:
    image = photograph(name)
    meadow = np.s_[-image.shape[0] // 4 :]
    result = made(Season(season="winter", strength_range=fixed(1)), image)
    assert np.percentile(luma(result)[meadow], 60) > 200
    assert luma(result)[meadow].mean() > luma(image)[meadow].mean() + 60
    assert colourfulness(result[meadow]) < 0.3 * colourfulness(image[meadow])


def test_more_winter_is_more_snow() -> None:
    image = photograph("landscapes/autumn-mountain.jpg")
    shares = [
        float((luma(made(Season(strength_range=fixed(share)), image))[-150:] > 190).mean())
        for share in (0, 0.3, 0.5, 0.7, 1)
    ]
    assert shares == sorted(shares)
    assert shares[0] < 0.05
    assert shares[-1] > 0.7


def test_autumn_turns_leaves_from_green_to_warm() -> None:
    image = photograph("landscapes/tea-garden.jpg")
    result = made(Season(season="autumn", strength_range=fixed(1)), image)
    lower = np.s_[-200:]
    green, warm = ((picture[lower, :, 1] > picture[lower, :, 0]).mean() for picture in (image, result))
    assert green > 0.9
    assert warm < 0.3


def test_summer_makes_dry_grass_green_and_the_sky_blue() -> None:
    image = photograph("landscapes/autumn-mountain.jpg")
    result = made(Season(season="summer", strength_range=fixed(1)), image)
    top = np.s_[:60]
    assert (result[top, :, 2] - result[top, :, 0].astype(int)).mean() > 30
    trees = np.s_[230:330, :350]
    before, after = ((picture[trees][..., 1] >= picture[trees][..., 0]).mean() for picture in (image, result))
    assert after > before + 0.3


@pytest.mark.parametrize("name", ["buildings/pagoda.jpg", "landscapes/mountain-lake.jpg"])
def test_night_is_dark_with_a_blue_sky_and_no_bright_rim(name: str) -> None:
    image = photograph(name)
    result = made(Season(season="night", strength_range=fixed(1)), image)
    assert luma(result).mean() < 0.35 * luma(image).mean()
    sky = np.median(result[: image.shape[0] // 8], axis=(0, 1))
    assert sky[2] > sky[0]
    # A halo would be a light line between the sky and what stands before it; stars are few.
    assert (luma(result)[: image.shape[0] // 2] > 120).mean() < 0.02


@pytest.mark.parametrize("season", ["winter", "autumn", "summer"])
@pytest.mark.parametrize("name", ["animals/tabby-cat.png", "food/coffee-cup.jpg"])
def test_a_close_up_is_changed_mildly(season: str, name: str) -> None:
    image = photograph(name)
    result = made(Season(season=season, strength_range=fixed(1)), image)
    correlation = np.corrcoef(luma(image).ravel(), luma(result).ravel())[0, 1]
    assert correlation > 0.98
    assert np.abs(luma(result).astype(int) - luma(image)).mean() < 15


@pytest.mark.parametrize("season", ["winter", "autumn", "summer", "night"])
def test_a_season_changes_gradually(season: str) -> None:
    image = shrink(photograph("landscapes/rocky-peaks.jpg"), (320, 240))
    results = [made(Season(season=season, strength_range=fixed(share)), image) for share in (0, 0.02, 1)]
    np.testing.assert_array_equal(results[0], image)
    near, far = (np.abs(result.astype(int) - image).mean() for result in results[1:])
    assert near < 2
    assert far > 4


# -- all ----------------------------------------------------------------------------------------------


WEATHER = [kind for kind in CATALOGUE if kind.GROUP == "Weather and season"]


def test_the_group_is_complete() -> None:
    assert set(WEATHER) == {Fog, Rain, Snow, Shadow, SunFlare, Season}


@pytest.mark.parametrize("kind", WEATHER, ids=lambda kind: kind.NAME)
@pytest.mark.parametrize("scale", [0.5, 0.31])
def test_a_draft_looks_like_the_export(kind: type[Pixel], scale: float) -> None:
    image = photograph("landscapes/rocky-peaks.jpg")
    size = (round(image.shape[1] * scale), round(image.shape[0] * scale))
    before = shrink(image, size).astype(float)
    exact = shrink(made(kind(), image), size).astype(float)
    draft = made(kind(), image, scale=scale).astype(float)
    assert np.abs(draft - exact).mean() < 0.35 * np.abs(exact - before).mean()


@pytest.mark.parametrize("kind", WEATHER, ids=lambda kind: kind.NAME)
def test_grey_pictures_get_the_same_light(kind: type[Pixel]) -> None:
    grey = smooth_picture(90, 60, 1)
    result = made(kind(), grey)[:, :, 0].astype(int)
    coloured = luma(made(kind(), np.repeat(grey, 3, axis=2))).astype(int)
    assert np.abs(result - coloured).max() <= 6


@pytest.mark.parametrize("percent", [0, 1, 2, 7, 29])
@pytest.mark.parametrize("size", [(100, 100), (73, 41)])
def test_autocontrast_cuts_as_pillow_does(percent: int, size: tuple[int, int]) -> None:
    image = np.asarray(smooth_picture(*size) // 2 + 30, np.uint8)
    expected = np.asarray(ImageOps.autocontrast(Pictures.fromarray(image), cutoff=percent))
    np.testing.assert_array_equal(autocontrast(image, 1.0, cutoff=percent / 100), expected)


def test_autocontrast_by_luma_keeps_the_tint() -> None:
    image = smooth_picture(80, 60) // 4
    image[:, :, 0] += 60
    together = autocontrast(image, 1.0, per_channel=False)
    apart = autocontrast(image, 1.0)
    assert together[:, :, 0].mean() > together[:, :, 2].mean() + 60
    assert abs(apart[:, :, 0].mean() - apart[:, :, 2].mean()) < 30


def test_what_hides_boxes_shares_its_ways() -> None:
    for kind in (Cutout, GridMask):
        assert issubclass(kind, Occlusion)
        assert list(kind.model_fields)[-1] == "fill"
