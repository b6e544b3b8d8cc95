"""A part of a rendering has the pixels that it has in the whole, for every transform and any parameters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.image import Image, Size
from augstudio.core.region import Region
from augstudio.core.transform import Geometric, Pixel, Transform, View
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import CATALOGUE, GaussianNoise, Rotate
from augstudio.transforms.gaussian_noise import GaussianNoiseDraw
from tests.mixing import OTHERS
from tests.pictures import ODD_SIZES, noise_picture
from tests.strategies import paddings, pipelines, transforms

sizes = st.one_of(st.sampled_from([*ODD_SIZES, (130, 97)]), st.tuples(st.integers(1, 70), st.integers(1, 70)))
scales = st.sampled_from([1.0, 0.5, 0.31])


@st.composite
def regions(draw: st.DrawFn, size: Size) -> Region:
    """Any part of a picture of this width and height."""
    left, top = draw(st.integers(0, size[0] - 1)), draw(st.integers(0, size[1] - 1))
    return Region(left, top, draw(st.integers(1, size[0] - left)), draw(st.integers(1, size[1] - top)))


def part_and_whole(pipeline: Pipeline, data: st.DataObject) -> tuple[Image, Image]:
    """A part of a rendering made alone, and cut out of the whole one."""
    size, channels, scale = data.draw(sizes), data.draw(st.sampled_from([1, 3, 4])), data.draw(scales)
    image = noise_picture(*size, channels)
    resolved = resolve(pipeline, size, seed=1, key="k", copy=data.draw(st.integers(1, 9)), partners=OTHERS)
    whole = render(image, resolved, scale=scale, partners=OTHERS)
    region = data.draw(regions((whole.shape[1], whole.shape[0])))
    part = render(image, resolved, scale=scale, region=region, partners=OTHERS)
    assert part.flags.c_contiguous
    assert not np.shares_memory(part, image)
    return part, whole[region.top : region.bottom, region.left : region.right]


@pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.NAME)
@settings(max_examples=40)
@given(data=st.data())
def test_alone(kind: type[Transform], data: st.DataObject) -> None:
    part, whole = part_and_whole(Pipeline.of((data.draw(transforms(kind)),), data.draw(paddings())), data)
    np.testing.assert_array_equal(part, whole)


@settings(max_examples=120)
@given(pipelines(), st.data())
def test_in_any_pipeline(pipeline: Pipeline, data: st.DataObject) -> None:
    # Steps that grow the canvas, one after the other, would make this test slow.
    grown = [s for s in pipeline.steps if isinstance(s.transform, Rotate) and s.transform.size == "grow"]
    for step in grown:
        pipeline = pipeline.removing(step.id)
    part, whole = part_and_whole(pipeline, data)
    np.testing.assert_array_equal(part, whole)


@pytest.mark.parametrize(
    "kind", [kind for kind in CATALOGUE if issubclass(kind, Pixel)], ids=lambda kind: kind.NAME
)
@given(data=st.data())
def test_what_a_transform_needs_holds_what_it_makes(kind: type[Pixel], data: st.DataObject) -> None:
    transform = data.draw(transforms(kind))
    assert isinstance(transform, Pixel)
    size = data.draw(sizes)
    resolved = resolve(Pipeline.of((transform,)), size, seed=1, key="k", copy=1)
    part, view = data.draw(regions(size)), View(scale=data.draw(scales), whole=size)
    needed = transform.needs(part, resolved.draws[0].draw, view).within(size)
    assert part.seen_from(needed).within((needed.width, needed.height)) == part.seen_from(needed)


def test_most_transforms_need_no_more_than_their_part() -> None:
    part, view = Region(40, 30, 8, 8), View(whole=(1000, 800))
    noise = GaussianNoise()
    assert noise.needs(part, GaussianNoiseDraw(sigma=3.0, noise_seed=1), view) == part
    assert not issubclass(GaussianNoise, Geometric)
