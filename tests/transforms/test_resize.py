"""Bringing pictures to one size, against Pillow's resizing and numpy's padding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, Size, size_of
from augstudio.core.labels import Box, Instance, Labels, SemanticMask
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.region import Region
from augstudio.core.transform import Transform
from augstudio.export import RunOptions, run_export
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import Resampling, resolve
from augstudio.render.valid_area import padded_fraction
from augstudio.transforms import HorizontalFlip, QuarterTurn, Resize, Rotate
from tests.export.jobs import job_for, manifest
from tests.folders import small_dataset
from tests.pictures import distance, noise_picture, plain_picture, smooth_picture

BLACK = Padding(mode=PaddingMode.CONSTANT)
FITTED = Resize(width=50, height=50, method="fit")


def resized(image: Image, size: Size, method: str, padding: Padding = BLACK, *before: Transform) -> Image:
    steps = (*before, Resize(width=size[0], height=size[1], method=method))
    return Pipeline.of(steps, padding)(image, key="k")


def by_pillow(image: Image, size: Size, way: Pillow.Resampling) -> Image:
    return np.asarray(Pillow.fromarray(image).resize(size, way), np.uint8)


def averages(image: Image, size: Size) -> Float64Array:
    """The mean of the area that each pixel covers, by the lengths that pixels have in common."""

    def shares(before: int, after: int) -> Float64Array:
        ends = np.arange(after + 1) * before / after
        starts = np.arange(before)
        common = np.minimum(ends[1:, None], starts + 1) - np.maximum(ends[:-1, None], starts)
        found: Float64Array = np.clip(common, 0, None) * after / before
        return found

    height, width = image.shape[:2]
    across, down = shares(width, size[0]), shares(height, size[1])
    found: Float64Array = np.einsum("yr,rcn,xc->yxn", down, image.astype(np.float64), across, optimize=True)
    return found


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize(
    ("before", "after"), [((100, 80), (250, 240)), ((30, 20), (31, 20)), ((1, 1), (7, 9)), ((5, 1), (8, 8))]
)
def test_enlarging_is_linear_interpolation(before: Size, after: Size, mode: PaddingMode) -> None:
    """Up to the edges, where some modes show half a pixel of what they go on with."""
    image = smooth_picture(*before)
    expected = by_pillow(image, after, Pillow.Resampling.BILINEAR)
    found = resized(image, after, "stretch", Padding(mode=mode))
    assert size_of(found) == after
    rim = 0 if mode in (PaddingMode.CONSTANT, PaddingMode.EDGE, PaddingMode.SYMMETRIC) else 3
    inner = (slice(rim, after[1] - rim), slice(rim, after[0] - rim))
    assert distance(found[inner], expected[inner]).max(initial=0) <= 1


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize(
    ("before", "after"),
    [((128, 96), (64, 48)), ((512, 384), (64, 48)), ((640, 480), (637, 479)), ((301, 200), (90, 61))],
)
def test_reducing_averages_areas_in_every_mode(before: Size, after: Size, mode: PaddingMode) -> None:
    stripes = noise_picture(*before)
    stripes[:, ::2] = 255 - stripes[:, ::2] // 4
    expected = averages(stripes, after)
    found = resized(stripes, after, "stretch", Padding(mode=mode))
    assert np.abs(found - expected).max() <= 0.51 + 1e-3


def test_reducing_to_a_whole_part_is_what_pillow_gives() -> None:
    image = noise_picture(512, 384)
    expected = by_pillow(image, (64, 48), Pillow.Resampling.BOX)
    assert distance(resized(image, (64, 48), "stretch"), expected).max() <= 1


@pytest.mark.parametrize(
    ("before", "wanted", "left", "top", "size"),
    [
        ((640, 480), (64, 64), 0, 8, (64, 48)),
        ((480, 640), (64, 64), 8, 0, (48, 64)),
        ((30, 20), (61, 61), 0, 10, (61, 41)),
        ((20, 10), (20, 21), 0, 5, (20, 10)),
        ((40, 40), (70, 30), 20, 0, (30, 30)),
        ((5000, 1), (64, 64), 0, 31, (64, 1)),
        ((1, 1), (3, 5), 0, 1, (3, 3)),
        ((33, 44), (66, 88), 0, 0, (66, 88)),
    ],
)
def test_fitting_shows_all_and_pads_the_rest_with_sharp_edges(
    before: Size, wanted: Size, left: int, top: int, size: Size
) -> None:
    found = resized(plain_picture(*before, value=255), wanted, "fit")
    expected = np.zeros_like(found)
    expected[top : top + size[1], left : left + size[0]] = 255
    assert size_of(found) == wanted
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize("channels", [3, 4])
def test_padding_beside_the_picture_alone_is_what_it_is_in_the_whole(
    mode: PaddingMode, channels: int
) -> None:
    image, pipeline = noise_picture(6, 7, channels), Pipeline.of((FITTED,), Padding(mode=mode))
    for turned in (image, np.swapaxes(image, 0, 1).copy()):
        resolved = resolve(pipeline, size_of(turned), seed=0, key="k", copy=1)
        whole = render(turned, resolved)
        for place in range(50):
            column, row = Region(place, 3, 1, 40), Region(3, place, 40, 1)
            np.testing.assert_array_equal(render(turned, resolved, region=column), whole[3:43, [place]])
            np.testing.assert_array_equal(render(turned, resolved, region=row), whole[[place], 3:43])


@pytest.mark.parametrize("mode", PaddingMode)
def test_fitting_pads_as_numpy_does(mode: PaddingMode) -> None:
    image = noise_picture(40, 20)
    expected = np.pad(image, ((10, 10), (0, 0), (0, 0)), mode=mode.value)
    np.testing.assert_array_equal(resized(image, (40, 40), "fit", Padding(mode=mode)), expected)
    resolved = resolve(Pipeline.of((Resize(width=40, height=40),)), (40, 20), seed=0, key="k", copy=1)
    assert padded_fraction(resolved) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("before", "wanted", "scaled"),
    [
        ((100, 80), (128, 128), (160, 128)),
        ((80, 100), (128, 128), (128, 160)),
        ((60, 60), (90, 63), (90, 90)),
        ((101, 77), (150, 150), (197, 150)),
    ],
)
@pytest.mark.parametrize("mode", PaddingMode)
def test_filling_cuts_off_as_much_on_both_sides(
    before: Size, wanted: Size, scaled: Size, mode: PaddingMode
) -> None:
    image = smooth_picture(*before)
    left, top = (scaled[0] - wanted[0] + 1) // 2, (scaled[1] - wanted[1] + 1) // 2
    whole = by_pillow(image, scaled, Pillow.Resampling.BILINEAR)
    expected = whole[top : top + wanted[1], left : left + wanted[0]]
    found = resized(image, wanted, "crop", Padding(mode=mode))
    assert size_of(found) == wanted
    inner = (slice(2, -2), slice(2, -2))
    assert distance(found[inner], expected[inner]).max() <= 1
    if mode is PaddingMode.CONSTANT:
        assert distance(found, expected).max() <= 1


def test_a_thin_picture_fills_any_size() -> None:
    for before in ((1, 5000), (5000, 1)):
        np.testing.assert_array_equal(
            resized(plain_picture(*before, value=255), (64, 48), "crop"), plain_picture(64, 48, value=255)
        )


def test_transparent_padding_has_sharp_edges_too() -> None:
    image = noise_picture(30, 20, 4)
    image[:, :, 3] = 255
    alpha = resized(image, (60, 60), "fit")[:, :, 3]
    assert alpha[10:50].min() == 255
    assert alpha[:10].max() == alpha[50:].max() == 0


# -- with other geometry ------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["fit", "crop", "stretch"])
def test_it_is_one_resampling_with_the_geometry_before_it(method: str) -> None:
    steps = (Rotate(angle_range=Range(20, 20)), Resize(width=50, height=40, method=method))
    resolved = resolve(Pipeline.of(steps), (200, 100), seed=0, key="k", copy=1)
    assert [type(stage) for stage in resolved.stages] == [Resampling]
    assert resolved.size == (50, 40)


@pytest.mark.parametrize("method", ["fit", "crop", "stretch"])
@pytest.mark.parametrize(
    ("before", "turn"),
    [
        (HorizontalFlip(), lambda image: image[:, ::-1]),
        (QuarterTurn(turns=(1,)), np.rot90),
    ],
)
def test_turning_first_is_turning(before: Transform, turn: Any, method: str) -> None:
    image = smooth_picture(60, 40)
    found = resized(image, (91, 77), method, BLACK, before)
    expected = resized(np.ascontiguousarray(turn(image)), (91, 77), method)
    assert distance(found, expected).max() <= 1


def test_a_picture_of_the_wanted_size_stays_as_it_is() -> None:
    image = noise_picture(40, 30)
    for method in ("fit", "crop", "stretch"):
        np.testing.assert_array_equal(resized(image, (40, 30), method), image)


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize(("method", "top", "height"), [("fit", 15, 30), ("crop", 0, 60), ("stretch", 0, 60)])
def test_labels_lie_on_the_same_pixels_as_the_picture(
    method: str, top: int, height: int, mode: PaddingMode
) -> None:
    """To the edges: a box around all of the picture is around all of what is shown of it."""
    whole = Instance(category=0, shape=Box(-0.5, -0.5, 39.5, 19.5))
    labels = Labels((whole,), semantic=SemanticMask(np.ones((20, 40), np.uint8), ignore=255))
    pipeline = Pipeline.of((Resize(width=60, height=60, method=method),), Padding(mode=mode))
    _, found = pipeline.sample(plain_picture(40, 20), labels, key="k")
    (real,) = [instance for instance in found.instances if not instance.ghost]
    assert real.shape == Box(-0.5, top - 0.5, 59.5, top + height - 0.5)
    assert found.semantic is not None
    shown = found.semantic.classes[top : top + height]
    assert shown.min() == shown.max() == 1
    if mode is PaddingMode.CONSTANT:
        assert (found.semantic.classes == 1).sum() == 60 * height


def test_every_copy_of_a_dataset_gets_one_size(tmp_path: Path) -> None:
    pipeline = Pipeline.of((Rotate(), Resize(width=48, height=32)))
    job = job_for(small_dataset(tmp_path / "in", 4), tmp_path / "out", pipeline, originals=False)
    assert run_export(job, RunOptions(workers=1)).written == 8
    for line in manifest(job.out):
        assert (line["width"], line["height"]) == (48, 32)
        assert size_of(read_image(job.out / line["file"])) == (48, 32)
