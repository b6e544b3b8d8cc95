"""Policies of the field: what they choose from, and that choosing is all they do."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import numpy as np
import pytest
from PIL import Image as Pictures
from PIL import ImageOps

from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.kernels.colour.equalizing import autocontrast
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import Resampling, StepDraw, resolve, resolve_recorded
from augstudio.transforms import Equalize, RandAugment, Rotate, Saturation, Solarize, TrivialAugment
from augstudio.transforms.policies import (
    MODERATE,
    SIGNED,
    WIDE,
    OperationDraw,
    OperationName,
    Space,
    acting_parts,
    operations,
)
from augstudio.transforms.rand_augment import RandAugmentDraw
from augstudio.transforms.trivial_augment import TrivialAugmentDraw
from tests.pictures import noise_picture, smooth_picture

IMAGE = smooth_picture(64, 48)
SIZE = (64, 48)


def drawn_operations(drawn: StepDraw) -> tuple[OperationDraw, ...]:
    assert isinstance(drawn.draw, RandAugmentDraw | TrivialAugmentDraw)
    return drawn.draw.operations


def draws(transform: RandAugment | TrivialAugment, copies: int) -> list[tuple[OperationDraw, ...]]:
    pipeline = Pipeline.of((transform,))
    return [
        drawn_operations(resolve(pipeline, SIZE, seed=3, key="k", copy=n).draws[0])
        for n in range(1, copies + 1)
    ]


def test_every_operation_is_chosen_about_equally_often() -> None:
    count = Counter(draw.operation for (draw,) in draws(TrivialAugment(), 2800))
    assert set(count) == set(operations(WIDE))
    # Expected 200 each with a standard deviation of 13.6.
    assert all(140 < number < 260 for number in count.values())


def test_the_strength_is_the_magnitude_either_way() -> None:
    found = draws(RandAugment(count=3, magnitude_range=Range(9, 9)), 400)
    ways: dict[str, set[float]] = {}
    for draw in found:
        assert len(draw) == 3
        for one in draw:
            ways.setdefault(one.operation, set()).add(one.strength)
    assert ways == {name: {0.3, -0.3} if name in SIGNED else {0.3} for name in operations(MODERATE)}


def test_operations_at_the_largest_magnitude() -> None:
    at = {name: make(1.0) for name, make in operations(MODERATE).items()}
    assert at["identity"] is None
    assert at["rotate"] == Rotate(angle_range=Range(30, 30))
    assert at["color"] == Saturation(factor_range=Range(1.9, 1.9))
    assert at["solarize"] == Solarize(threshold_range=Range(0, 0))
    assert at["equalize"] == Equalize(strength_range=Range(1, 1), per_channel=True)
    assert operations(WIDE)["rotate"](-1.0) == Rotate(angle_range=Range(-135, -135))


@pytest.mark.parametrize("name", sorted(set(operations(MODERATE)) - {"autocontrast", "equalize"}))
@pytest.mark.parametrize("space", [MODERATE, WIDE], ids=["moderate", "wide"])
def test_strength_zero_changes_nothing(name: OperationName, space: object) -> None:
    assert space in (MODERATE, WIDE)
    draws = (OperationDraw(operation=name, strength=0.0),)
    parts = acting_parts(draws, MODERATE if space is MODERATE else WIDE)
    for transform, _ in parts:
        np.testing.assert_array_equal(Pipeline.of((transform,))(IMAGE, key="k"), IMAGE)


def test_the_names_are_those_of_the_operations() -> None:
    assert get_args(OperationName) == tuple(operations(MODERATE)) == tuple(operations(WIDE))


@pytest.mark.parametrize("name", get_args(OperationName))
@pytest.mark.parametrize("space", [MODERATE, WIDE], ids=["moderate", "wide"])
def test_every_draw_that_is_valid_can_be_rendered(name: OperationName, space: Space) -> None:
    for strength in (-1.0, -0.5, -0.0, 1e-300, 1.0):
        for transform, draw in acting_parts((OperationDraw(operation=name, strength=strength),), space):
            assert Pipeline.of((transform,))(IMAGE, key="k").dtype == np.uint8
            assert transform.parse_draw(draw.to_dict()) == draw


def test_what_is_chosen_does_what_it_does_alone() -> None:
    pipeline = Pipeline.of((RandAugment(count=3, magnitude_range=Range(12, 20)),))
    for copy in range(1, 30):
        resolved = resolve(pipeline, SIZE, seed=0, key="k", copy=copy)
        parts = acting_parts(drawn_operations(resolved.draws[0]), MODERATE)
        alone = Pipeline.of(transform for transform, _ in parts)
        expected: Image = render(IMAGE, resolve(alone, SIZE, seed=0, key="k", copy=1))
        np.testing.assert_array_equal(render(IMAGE, resolved), expected)
        recorded = [draw.to_dict() for draw in resolved.draws]
        assert resolve_recorded(pipeline, SIZE, recorded) == resolved


def test_neighbouring_geometry_is_fused() -> None:
    pipeline = Pipeline.of((Rotate(), RandAugment(count=1), Rotate()))
    geometric = {"rotate", "shear_x", "shear_y", "translate_x", "translate_y"}
    fused = set()
    for copy in range(1, 60):
        resolved = resolve(pipeline, SIZE, seed=0, key="k", copy=copy)
        if drawn_operations(resolved.draws[1])[0].operation in geometric:
            fused.add(sum(isinstance(stage, Resampling) for stage in resolved.stages))
            assert len(resolved.stages) == 1
    assert fused == {1}


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("spread", [2, 3, 5, 255])
def test_autocontrast_is_that_of_pillow(channels: int, spread: int) -> None:
    image = np.asarray(noise_picture(64, 48, channels) // spread + 40, np.uint8)
    expected = np.asarray(ImageOps.autocontrast(Pictures.fromarray(image.squeeze()))).reshape(image.shape)
    np.testing.assert_array_equal(autocontrast(image, 1.0), expected)


def test_autocontrast_may_lose_outliers() -> None:
    image = np.full((50, 40, 1), 100, np.uint8)
    image[:25] = 120
    image[0, :20], image[-1, :20] = 255, 0
    np.testing.assert_array_equal(autocontrast(image, 1.0), image - (image == 100) * 0)
    stretched = autocontrast(image, 1.0, cutoff=0.02)
    assert set(np.unique(stretched[1:-1])) == {0, 255}
