"""Sky, plants and water are found where a made-up landscape has them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from augstudio.assets import sample_dataset
from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image
from augstudio.images.codec import decode
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.kernels.weather.scene import Scene, Spread, analysed, follow, ramp

SKY, MEADOW, LAKE = (120, 170, 235), (70, 130, 40), (60, 90, 150)


def landscape(width: int = 360, height: int = 240) -> Image:
    """Sky above, a meadow below, and in the meadow a lake of the sky's colour and one that is darker."""
    image = np.empty((height, width, 3), np.uint8)
    image[:] = MEADOW
    image[: height // 2] = SKY
    image[-height // 4 : -height // 8, width // 10 : width // 3] = SKY
    image[-height // 4 : -height // 8, width // 2 : -width // 10] = LAKE
    grain = np.random.default_rng(1).integers(-6, 7, image.shape[:2])[:, :, np.newaxis]
    return (image.astype(np.int64) + grain).clip(0, 255).astype(np.uint8)


def photograph(name: str) -> Image:
    return decode((sample_dataset() / name).read_bytes()).image


def share(mask: Float32Array, rows: slice) -> float:
    return float(np.mean(mask[rows]))


def test_sky_is_above_and_a_lake_is_none() -> None:
    scene = analysed(landscape())
    assert share(scene.sky, slice(0, 105)) > 0.9
    assert share(scene.sky, slice(130, None)) == 0
    assert scene.wide == scene.outdoors == 1


def test_plants_are_the_meadow() -> None:
    scene = analysed(landscape())
    assert share(scene.plants, slice(0, 115)) == 0
    assert share(scene.plants, slice(130, 175)) > 0.9
    assert np.max(scene.plants[190:205, 50:110]) < 0.1


def test_water_is_the_dark_lake() -> None:
    scene = analysed(landscape())
    assert np.mean(scene.water[190:205, 200:310]) > 0.8
    assert share(scene.water, slice(0, 115)) == 0


@pytest.mark.parametrize("name", ["landscapes/mountain-lake.jpg", "buildings/pagoda.jpg"])
def test_sky_in_a_photograph_is_connected_with_its_top(name: str) -> None:
    sky = analysed(photograph(name)).sky > 0
    assert sky.mean() > 0.2
    grown = cv2.dilate(sky.astype(np.uint8), np.ones((5, 5), np.uint8))
    _, labels = cv2.connectedComponents(grown, connectivity=4)
    assert set(np.unique(labels[sky])) <= set(np.unique(labels[0]))


@pytest.mark.parametrize("name", ["animals/tabby-cat.png", "food/coffee-cup.jpg"])
def test_a_close_up_is_not_taken_for_a_landscape(name: str) -> None:
    scene = analysed(photograph(name))
    assert scene.outdoors < 0.2
    assert scene.wide < 0.2


def test_a_draft_shows_the_same_things() -> None:
    image = photograph("landscapes/rocky-peaks.jpg")
    full, draft = analysed(image), analysed(shrink(image, (400, 300)))
    assert full.size == draft.size
    for name in ("sky", "plants", "water"):
        assert np.abs(getattr(full, name) - getattr(draft, name)).mean() < 0.02


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (9, 1), (640, 3), (5, 300)])
@pytest.mark.parametrize("channels", [1, 3])
def test_maps_of_odd_pictures_are_whole(size: tuple[int, int], channels: int) -> None:
    scene = analysed(np.full((size[1], size[0], channels), 90, np.uint8))
    for name in Scene.__dataclass_fields__:
        value = getattr(scene, name)
        if isinstance(value, np.ndarray):
            assert value.shape == (scene.size[1], scene.size[0])
            assert np.isfinite(value).all()


def test_a_map_spread_over_a_picture_is_cv2s_linear_enlargement() -> None:
    plane = np.random.default_rng(2).random((31, 47)).astype(np.float32)
    spread = Spread(plane, (300, 200))
    rows = np.concatenate([spread.rows(slice(top, top + 7)) for top in range(0, 200, 7)])
    expected = cv2.resize(plane, (300, 200), interpolation=cv2.INTER_LINEAR)
    np.testing.assert_allclose(rows, expected, atol=2e-5)


def test_a_mask_follows_the_edge_in_the_picture() -> None:
    light = np.zeros((60, 80), np.float32)
    light[:, 43:] = 200  # the picture's edge
    mask = np.zeros_like(light)
    mask[:, 40:] = 1  # the mask's edge is a little off
    factor, constant = follow(mask, light, 8)
    better = light * factor + constant
    steps = np.diff(better[30])
    assert steps.argmax() == 42
    assert steps[42] > 0.4
    assert steps[39] < 0.15
    assert better[30, 43:] == pytest.approx(1, abs=0.1)


def test_ramp_goes_from_0_to_1() -> None:
    values = ramp(np.linspace(-1, 3, 41, dtype=np.float32), 0, 2)
    assert (values[:11] == 0).all()
    assert (values[30:] == 1).all()
    assert (np.diff(values) >= 0).all()
    assert values[20] == pytest.approx(0.5, abs=1e-6)
