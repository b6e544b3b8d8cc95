"""Neighbouring steps that change colours alone are done in one pass."""

from __future__ import annotations

from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.image import Image, Size
from augstudio.core.step import Step
from augstudio.core.transform import Pixel, Transform, View
from augstudio.kernels.colour import pixelwise
from augstudio.kernels.sampling.pyramid import Pyramid
from augstudio.pipelines import Pipeline
from augstudio.render import recolouring
from augstudio.render.pixels import render
from augstudio.render.resolve import PixelChange, resolve
from augstudio.transforms import (
    CATALOGUE,
    Brightness,
    Contrast,
    Grayscale,
    HorizontalFlip,
    Hue,
    Resize,
    Rotate,
    Saturation,
)
from tests.pictures import noise_picture
from tests.strategies import transforms

BY_TABLE = [kind for kind in CATALOGUE if issubclass(kind, Pixel) and kind.table is not Pixel.table]
BY_MIXTURE = [kind for kind in CATALOGUE if issubclass(kind, Pixel) and kind.mixture is not Pixel.mixture]
CHANNELS = (1, 2, 3, 4)


def changes_of(steps: list[Pixel], size: tuple[int, int]) -> list[PixelChange]:
    """The stages of a pipeline of these steps, one for each."""
    stages = resolve(Pipeline.of(tuple(steps)), size, seed=5, key="k", copy=1).stages
    changes = [stage for stage in stages if isinstance(stage, PixelChange)]
    assert len(changes) == len(stages)
    return changes


def one_after_the_other(image: Image, steps: list[Pixel]) -> Image:
    """What each step makes of the former one's result."""
    size = (image.shape[1], image.shape[0])
    for change in changes_of(steps, size):
        image = change.transform.apply(image, change.draw, View(whole=size))
    return image


def test_the_steps_with_tables_and_mixtures() -> None:
    assert len(BY_TABLE) == 8
    assert {kind.NAME for kind in BY_MIXTURE} == {"grayscale", "hue", "saturation"}


@given(
    st.lists(st.one_of([transforms(kind) for kind in BY_TABLE]), min_size=1, max_size=4),
    st.sampled_from(CHANNELS),
)
def test_tables_in_one_pass_make_what_they_make_one_by_one(steps: list[Pixel], channels: int) -> None:
    image = noise_picture(23, 17, channels)
    made = render(image, resolve(Pipeline.of(tuple(steps)), (23, 17), seed=5, key="k", copy=1))
    np.testing.assert_array_equal(made, one_after_the_other(image, steps))


def test_neighbours_alone_are_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    look_up, mix = Mock(wraps=pixelwise.look_up), Mock(wraps=pixelwise.mix)
    monkeypatch.setattr(recolouring, "look_up", look_up)
    monkeypatch.setattr(recolouring, "mix", mix)
    steps = (Brightness(), Contrast(), Hue(), Saturation(), Grayscale(), Contrast(), Brightness())
    render(noise_picture(9, 9), resolve(Pipeline.of(steps), (9, 9), seed=1, key="k", copy=1))
    assert (look_up.call_count, mix.call_count) == (2, 1)


@pytest.mark.parametrize("channels", CHANNELS)
@pytest.mark.parametrize("size", [(40, 30), (530, 410)])
@pytest.mark.parametrize("moved", [(), (HorizontalFlip(),), (Rotate(),), (Resize(),)])
def test_pictures_that_tables_may_change_themselves_are_nobody_elses(
    channels: int, size: Size, moved: tuple[Transform, ...]
) -> None:
    image = noise_picture(*size, channels)
    tones = (Brightness(), Contrast())
    resolved = resolve(Pipeline.of((*moved, *tones)), size, seed=1, key="k", copy=1)
    before, pyramid = image.copy(), Pyramid(image)
    made = render(pyramid, resolved)
    np.testing.assert_array_equal(image, before)
    np.testing.assert_array_equal(render(pyramid, resolved), made)
    expected = render(image, resolve(Pipeline.of(moved), size, seed=1, key="k", copy=1))
    assert not np.shares_memory(made, image)
    for change in resolved.stages[-2:]:
        assert isinstance(change, PixelChange)
        expected = change.transform.apply(expected, change.draw, View(whole=resolved.size))
    np.testing.assert_array_equal(made, expected)


@pytest.mark.parametrize("channels", CHANNELS)
def test_mixtures_are_rounded_and_clipped_once(channels: int) -> None:
    image = noise_picture(40, 30, channels)
    steps: list[Pixel] = [Saturation(factor_range=(2.5, 2.5)), Hue(angle_range=(40, 40))]
    made = render(image, resolve(Pipeline.of(tuple(steps)), (40, 30), seed=1, key="k", copy=1))
    matrix = np.eye(3)
    for change in changes_of(steps, (40, 30)):
        mixture = change.transform.mixture(change.draw)
        assert mixture is not None
        matrix = np.array(mixture) @ matrix
    expected = image.astype(np.float64)
    if channels > 2:
        expected[:, :, :3] = (expected[:, :, :3] @ matrix.T).clip(0, 255)
    assert np.abs(made - expected).max() <= 0.6
    if channels > 2:
        assert np.abs(one_after_the_other(image, steps) - expected).max() > 5, "clipped twice, it differs"


def test_a_step_that_is_off_joins_nothing() -> None:
    steps = (
        Step(id=1, transform=Brightness(shift_range=(0.3, 0.3))),
        Step(id=2, transform=Contrast(), enabled=False),
        Step(id=3, transform=Brightness(shift_range=(-0.3, -0.3))),
    )
    image = noise_picture(9, 9)
    made = render(image, resolve(Pipeline(steps=steps), (9, 9), seed=1, key="k", copy=1))
    bright = np.minimum(image.astype(int) + 77, 255)
    assert np.abs(made - np.maximum(bright - 76, 0)).max() <= 1
