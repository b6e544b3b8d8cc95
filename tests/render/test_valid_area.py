"""What is invented by padding, against counted pixels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.polygon import area, enclosed, frame_of, intersection
from augstudio.core.transform import Transform
from augstudio.pipelines import Pipeline
from augstudio.render.partners import GivenPartners
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.render.valid_area import padded_fraction, valid_region
from augstudio.transforms import (
    Elastic,
    GaussianNoise,
    GridDistortion,
    HorizontalFlip,
    LensDistortion,
    Mosaic,
    Perspective,
    QuarterTurn,
    RandomCrop,
    Rotate,
    Scale,
    Shear,
    Translate,
)

SIZE = (300, 200)


def share_of(*transforms: Transform) -> float:
    return padded_fraction(resolve(Pipeline.of(transforms), SIZE, seed=1, key="k", copy=1))


def counted_share(*transforms: Transform) -> float:
    """Share of magenta when a white picture is padded with magenta."""
    white = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    pipeline = Pipeline.of(transforms, Padding(mode=PaddingMode.CONSTANT, fill=(255, 0, 255)))
    result = render(white, resolve(pipeline, SIZE, seed=1, key="k", copy=1))
    return float((255 - result[:, :, 1].astype(float)).mean() / 255)


def test_nothing_is_padded_where_the_area_is_rounded_up() -> None:
    whole = LensDistortion(k_range=Range(0.2, 0.2), fill_frame=True)
    for side in range(30, 45):
        resolved = resolve(Pipeline.of((whole,)), (side, side + 5), seed=1, key="k", copy=1)
        assert padded_fraction(resolved) >= 0


@pytest.mark.parametrize(
    "transforms",
    [
        (Rotate(angle_range=Range(30, 30)),),
        (Rotate(angle_range=Range(-50, -50), size="grow"),),
        (Scale(factor_range=Range(0.5, 0.5)),),
        (Translate(x_range=Range(0.25, 0.25), y_range=Range(-0.5, -0.5)),),
        (Rotate(angle_range=Range(12, 12)), Scale(factor_range=Range(0.7, 0.7)), Translate()),
        (Rotate(angle_range=Range(20, 20)), GaussianNoise(sigma_range=Range(0, 0)), Translate()),
        (Perspective(distortion_scale_range=Range(0.6, 0.6)),),
        (Perspective(), Scale(factor_range=Range(0.5, 0.5)), Shear()),
        (Perspective(), GaussianNoise(sigma_range=Range(0, 0)), Perspective()),
        (Elastic(alpha_range=Range(0.2, 0.2)),),
        (LensDistortion(k_range=Range(0.5, 0.5)),),
        (GridDistortion(distortion_range=Range(0.9, 0.9), move_edges=True),),
        (Elastic(), GaussianNoise(sigma_range=Range(0, 0)), Perspective()),
        (Perspective(), Elastic(), Rotate(angle_range=Range(20, 20)), LensDistortion()),
    ],
)
def test_share_is_what_can_be_counted(transforms: tuple[Transform, ...]) -> None:
    assert share_of(*transforms) == pytest.approx(counted_share(*transforms), abs=0.006)


@pytest.mark.parametrize(
    "transforms",
    [
        (),
        (HorizontalFlip(), QuarterTurn()),
        (RandomCrop(area_range=Range(0.3, 0.5)),),
        (Rotate(angle_range=Range(33, 33), size="crop"),),
        (GaussianNoise(),),
        (GridDistortion(),),
        (LensDistortion(k_range=Range(0.4, 0.4), fill_frame=True), HorizontalFlip()),
        (LensDistortion(k_range=Range(-0.3, -0.3)),),
    ],
)
def test_nothing_is_invented_without_need(transforms: tuple[Transform, ...]) -> None:
    assert share_of(*transforms) == pytest.approx(0, abs=1e-9)


def test_everything_is_invented_outside_the_picture() -> None:
    assert share_of(Translate(x_range=Range(1, 1))) == 1
    resolved = resolve(Pipeline.of((Translate(x_range=Range(1, 1)),)), SIZE, seed=0, key="k", copy=1)
    assert enclosed(valid_region(resolved)) == pytest.approx(0)


def test_nothing_is_left_of_a_picture_shrunk_to_nothing() -> None:
    smallest = Scale(factor_range=Range(0.2, 0.2))
    for count in (5, 12, 20):
        assert share_of(*[smallest] * count, Elastic()) > 0.999
        assert share_of(*[LensDistortion()] * 5, *[smallest] * count, *[LensDistortion()] * 5) > 0.999


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 50), st.integers(1, 50))
def test_rectangles_share_their_overlap(a: int, b: int, c: int, d: int) -> None:
    shared = intersection(frame_of((a, b)), frame_of((c, d)))
    assert area(shared) == pytest.approx(min(a, c) * min(b, d))


@pytest.mark.parametrize(
    "transforms",
    [
        (Mosaic(method="fit"),),
        (HorizontalFlip(), Mosaic(method="fit"), Rotate(angle_range=Range(20, 20))),
        (Rotate(angle_range=Range(30, 30)), Mosaic(method="fit"), HorizontalFlip()),
        (Rotate(angle_range=Range(30, 30)), Mosaic(method="fit"), Elastic(alpha_range=Range(0.05, 0.05))),
        (Rotate(angle_range=Range(30, 30)), Mosaic()),
    ],
)
def test_padding_within_parts_of_a_mosaic_is_counted(transforms: tuple[Transform, ...]) -> None:
    sizes = ((100, 300), (300, 90), (200, 200))
    others = GivenPartners({f"{size}": (np.full((*size, 3), 255, np.uint8), None) for size in sizes})
    white = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    pipeline = Pipeline.of(transforms, Padding(mode=PaddingMode.CONSTANT, fill=(255, 0, 255)))
    resolved = resolve(pipeline, SIZE, seed=1, key="k", copy=1, partners=others)
    green = render(white, resolved, partners=others)[:, :, 1]
    counted = float((255 - green.astype(float)).mean() / 255)
    assert counted > 0.03
    assert padded_fraction(resolved) == pytest.approx(counted, abs=0.006)


def test_outline_is_where_the_picture_ends() -> None:
    """White meets magenta on the outline, to a fraction of a pixel."""
    white = np.full((SIZE[1], SIZE[0], 3), 255, np.uint8)
    padding = Padding(mode=PaddingMode.CONSTANT, fill=(255, 0, 255))
    steps = (Elastic(alpha_range=Range(0.1, 0.1)), Rotate(angle_range=Range(10, 10)), Perspective())
    resolved = resolve(Pipeline.of(steps, padding), SIZE, seed=1, key="k", copy=1)
    greens = render(white, resolved)[:, :, 1]
    checked = 0
    for polygon in valid_region(resolved):
        for x, y in polygon:
            if 2 < x < SIZE[0] - 3 and 2 < y < SIZE[1] - 3:
                around = greens[round(y) - 1 : round(y) + 2, round(x) - 1 : round(x) + 2]
                assert around.min() < 200
                assert around.max() > 55
                checked += 1
    assert checked > 100
