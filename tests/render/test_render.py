"""Rendering: fusing, drafts, and draws that leave each other alone."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.image import Image, Size
from augstudio.core.matrix import compose, resizing
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range, Slider, parameters_of
from augstudio.core.step import Step
from augstudio.core.transform import Geometric, Selector, Transform
from augstudio.errors import ImageError
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import MAX_RESULT_PIXELS, PixelChange, Resampling, StepDraw, resolve
from augstudio.transforms import (
    CATALOGUE,
    Clahe,
    Elastic,
    Equalize,
    GaussianBlur,
    GaussianNoise,
    GridDistortion,
    HorizontalFlip,
    JpegCompression,
    LensDistortion,
    MedianBlur,
    MotionBlur,
    Perspective,
    QuarterTurn,
    RandomCrop,
    Rotate,
    SaltAndPepper,
    Scale,
    Sharpen,
    Shear,
    Translate,
    VerticalFlip,
)
from tests.mixing import OTHERS
from tests.pictures import MAGENTA, ODD_SIZES, distance, noise_picture, plain_picture, psnr, smooth_picture
from tests.strategies import pipelines


def fixed(value: float) -> Range:
    return Range(value, value)


def rendered(pipeline: Pipeline, image: Image, *, scale: float = 1.0, copy: int = 1) -> Image:
    size = (image.shape[1], image.shape[0])
    resolved = resolve(pipeline, size, seed=0, key="k", copy=copy, partners=OTHERS)
    return render(image, resolved, scale=scale, partners=OTHERS)


def drawn(pipeline: Pipeline, seed: int = 0, key: str = "k", copy: int = 1) -> dict[int, StepDraw]:
    """What each step draws, by its id."""
    resolved = resolve(pipeline, (64, 48), seed=seed, key=key, copy=copy, partners=OTHERS)
    return {found.step_id: found for found in resolved.draws}


# -- size -----------------------------------------------------------------------------------------


def growing(steps: int) -> Pipeline:
    return Pipeline.of([Rotate(angle_range=fixed(45), size="grow")] * steps)


def test_no_step_enlarges_a_picture_beyond_all_measure() -> None:
    inside = resolve(growing(8), (960, 960), seed=0, key="k", copy=1).size
    assert 0.9 * MAX_RESULT_PIXELS < inside[0] * inside[1] <= MAX_RESULT_PIXELS
    with pytest.raises(ImageError) as caught:
        resolve(growing(10), (960, 960), seed=0, key="k", copy=1)
    assert str(caught.value) == (
        "step 9 (rotate) would enlarge it to 21,745 × 21,745 pixels, more than the 250,000,000 allowed; "
        "let this step or an earlier one keep the size, or take smaller pictures"
    )
    assert resolve(growing(10), (960, 960), seed=0, key="k", copy=0).size == (960, 960)


def test_what_comes_later_does_not_make_up_for_it() -> None:
    steps = [*growing(10).steps, Step(id=11, transform=Rotate(angle_range=fixed(30), size="crop"))]
    with pytest.raises(ImageError, match=r"^step 9 \(rotate\)"):
        resolve(Pipeline(steps=tuple(steps)), (700, 700), seed=0, key="k", copy=1)


def test_a_large_picture_may_keep_its_size() -> None:
    size = (20_000, 20_000)
    assert resolve(Pipeline.of((HorizontalFlip(), Scale())), size, seed=0, key="k", copy=1).size == size


def test_the_library_raises_it() -> None:
    with pytest.raises(ImageError, match="would enlarge it to"):
        growing(30)(plain_picture(8, 8), key="k")


# -- fusing -----------------------------------------------------------------------------------------


def test_neighbouring_geometry_becomes_one_resampling() -> None:
    steps = (Rotate(), Scale(), GaussianNoise(), Translate(), HorizontalFlip(), RandomCrop())
    resolved = resolve(Pipeline.of(steps), (64, 48), seed=0, key="k", copy=1)
    assert [type(stage) for stage in resolved.stages] == [Resampling, PixelChange, Resampling]
    assert [found.transform for found in resolved.draws] == [step.NAME for step in steps]


@pytest.mark.parametrize("flip", [HorizontalFlip(), VerticalFlip()])
def test_flipping_twice_is_the_identity(flip: Transform) -> None:
    for size in ODD_SIZES:
        image = noise_picture(*size)
        np.testing.assert_array_equal(Pipeline.of((flip, flip))(image, key="k"), image)


def half_turn(image: Image) -> Image:
    return np.rot90(image, 2)


def last_turn(image: Image) -> Image:
    return np.rot90(image, 3)


@given(
    st.lists(st.integers(0, 4), max_size=7),
    st.sampled_from([*ODD_SIZES, (31, 20)]),
    st.sampled_from([1, 3, 4]),
)
def test_flips_and_turns_stay_lossless_in_any_number(moves: list[int], size: Size, channels: int) -> None:
    kinds: tuple[Transform, ...] = (
        HorizontalFlip(),
        VerticalFlip(),
        *(QuarterTurn(turns=(n,)) for n in (1, 2, 3)),
    )
    image = expected = noise_picture(*size, channels)
    for move in moves:
        expected = (np.fliplr, np.flipud, np.rot90, half_turn, last_turn)[move](expected)
    result = Pipeline.of(kinds[move] for move in moves)(image, key="k")
    np.testing.assert_array_equal(result, expected)
    assert result.flags.c_contiguous


GEOMETRY: tuple[Geometric, ...] = (
    Rotate(angle_range=fixed(17)),
    Scale(factor_range=fixed(1.15), stretch_range=fixed(1.1)),
    Translate(x_range=fixed(0.05), y_range=fixed(-0.08)),
    Rotate(angle_range=fixed(-5)),
)


@pytest.mark.parametrize("mode", PaddingMode)
def test_fused_steps_equal_one_warp_through_the_composed_matrix(mode: PaddingMode) -> None:
    size, padding = (120, 90), Padding(mode=mode)
    pipeline = Pipeline.of(GEOMETRY, padding)
    draws = [found.draw for found in drawn(pipeline).values()]
    matrix = compose(*(step.placement(draw, size).matrix for step, draw in zip(GEOMETRY, draws, strict=True)))
    image = noise_picture(*size)
    np.testing.assert_array_equal(rendered(pipeline, image), warp(Pyramid(image), matrix, size, padding))


def test_one_resampling_is_sharper_than_one_per_step() -> None:
    size = (240, 180)
    image = ((noise_picture(*size).astype(int) + smooth_picture(*size)) // 2).astype(np.uint8)
    step_by_step = image
    for step in GEOMETRY:
        step_by_step = rendered(Pipeline.of((step,)), step_by_step)
    draws = [found.draw for found in drawn(Pipeline.of(GEOMETRY)).values()]
    matrix = compose(*(step.placement(draw, size).matrix for step, draw in zip(GEOMETRY, draws, strict=True)))
    fine_size = (4 * size[0], 4 * size[1])
    fine = warp(Pyramid(image), compose(matrix, resizing(size, fine_size)), fine_size, Padding())
    middle = np.s_[50:130, 70:170]  # the edge differs by design: steps would pad what is padded already
    exact = shrink(fine, size)[middle]
    assert psnr(rendered(Pipeline.of(GEOMETRY), image)[middle], exact) > psnr(step_by_step[middle], exact) + 3


def test_noise_between_two_turns_is_not_fused_away() -> None:
    image = plain_picture(64, 48)
    there, back = Rotate(angle_range=fixed(10)), Rotate(angle_range=fixed(-10))
    plain = rendered(Pipeline.of((there, back), Padding(mode=PaddingMode.EDGE)), image)
    np.testing.assert_array_equal(plain, image)
    noisy = rendered(Pipeline.of((there, GaussianNoise(sigma_range=fixed(20)), back)), image)
    assert 5 < noisy.std() < 20


# -- copies, probabilities, streams -----------------------------------------------------------------


@given(pipelines())
def test_copy_zero_is_the_original(pipeline: Pipeline) -> None:
    image = noise_picture(13, 9)
    resolved = resolve(pipeline, (13, 9), seed=3, key="k", copy=0)
    assert resolved.draws == ()
    np.testing.assert_array_equal(render(image, resolved), image)
    assert not np.shares_memory(render(image, resolved), image)


def test_probability_is_how_often_a_step_acts() -> None:
    for probability, expected in ((0.0, 0), (1.0, 400)):
        step = Step(id=1, transform=HorizontalFlip(), probability=probability)
        acted = sum(bool(drawn(Pipeline(steps=(step,)), copy=copy)) for copy in range(1, 401))
        assert acted == expected
    step = Step(id=1, transform=HorizontalFlip(), probability=0.3)
    acted = sum(bool(drawn(Pipeline(steps=(step,)), copy=copy)) for copy in range(1, 2001))
    assert abs(acted - 600) < 4 * (2000 * 0.3 * 0.7) ** 0.5


@given(pipelines(), st.integers(1, 5), st.data())
def test_steps_leave_the_draws_of_others_alone(pipeline: Pipeline, copy: int, data: st.DataObject) -> None:
    # What chooses among the next steps depends on which these are.
    pipeline = pipeline.with_steps(
        step for step in pipeline.steps if not isinstance(step.transform, Selector)
    )
    before = drawn(pipeline, copy=copy)
    added = drawn(pipeline.adding(Rotate()), copy=copy)
    assert {step_id: added[step_id] for step_id in before} == before
    if not pipeline.steps:
        return
    one = data.draw(st.sampled_from(pipeline.steps))
    others = {step_id: found for step_id, found in before.items() if step_id != one.id}
    off = pipeline.replacing(one.model_copy(update={"enabled": False}))
    assert drawn(off, copy=copy) == others
    assert drawn(pipeline.removing(one.id), copy=copy) == others
    moved = pipeline.moving(one.id, data.draw(st.integers(0, len(pipeline.steps) - 1)))
    assert drawn(moved, copy=copy) == before


def test_everything_that_names_a_stream_changes_the_draw() -> None:
    pipeline = Pipeline.of((Rotate(), Rotate()))
    first = drawn(pipeline)
    assert first[1].draw != first[2].draw
    for other in (drawn(pipeline, seed=1), drawn(pipeline, key="l"), drawn(pipeline, copy=2)):
        assert other[1].draw != first[1].draw


def test_result_does_not_depend_on_what_was_rendered_before() -> None:
    image, pipeline = noise_picture(64, 48), Pipeline.of(kind() for kind in CATALOGUE)
    copies = [rendered(pipeline, image, copy=copy).tobytes() for copy in range(1, 4)]
    again = [rendered(pipeline, image, copy=copy).tobytes() for copy in range(3, 0, -1)]
    assert again[::-1] == copies
    assert len(set(copies)) == 3
    pyramid = Pyramid(image)
    resolved = resolve(pipeline, (64, 48), seed=0, key="k", copy=2, partners=OTHERS)
    render(pyramid, resolved, scale=0.3, partners=OTHERS)
    assert render(pyramid, resolved, partners=OTHERS).tobytes() == copies[1]


def test_padding_modes_differ_only_in_what_lies_outside() -> None:
    image = noise_picture(64, 48)
    shift = Translate(x_range=fixed(0.25), y_range=fixed(0))
    results = [rendered(Pipeline.of((shift,), Padding(mode=mode)), image) for mode in PaddingMode]
    for result in results:
        np.testing.assert_array_equal(result[:, 16:], image[:, :48])
    assert len({result.tobytes() for result in results}) == len(PaddingMode)


def smallest_scale() -> Scale:
    """The strongest shrinking that one step can do."""
    lows = {p.name: p.marker.low for p in parameters_of(Scale) if isinstance(p.marker, Slider)}
    return Scale(**{name: fixed(low) for name, low in lows.items()})


@pytest.mark.parametrize("size", [(1, 1), (7, 1), (40, 30), (333, 2)])
@pytest.mark.parametrize("mode", PaddingMode)
def test_steps_that_shrink_a_picture_to_nothing_still_render(mode: PaddingMode, size: Size) -> None:
    smallest = smallest_scale()
    padding = Padding(mode=mode, fill=(128, 128, 128))
    for count in (1, 2, 3, 5, 8, 20):
        pipeline = Pipeline.of([smallest] * count, padding)
        for scale in (1.0, 0.3):
            result = rendered(pipeline, plain_picture(*size), scale=scale)
            assert (result == 128).all()


def test_picture_shrunk_to_nothing_leaves_its_padding() -> None:
    padding = Padding(mode=PaddingMode.CONSTANT, fill=MAGENTA)
    pipeline = Pipeline.of([smallest_scale()] * 12, padding)
    result = rendered(pipeline, plain_picture(41, 31))
    assert (result == MAGENTA).all(axis=2).sum() >= 41 * 31 - 4


def test_repeating_a_picture_shrunk_to_nothing_needs_little_memory() -> None:
    pipeline = Pipeline.of([smallest_scale()] * 12, Padding(mode=PaddingMode.WRAP))
    image = noise_picture(300, 200)
    tracemalloc.start()
    grey = rendered(pipeline, image)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert np.max(distance(grey, np.full_like(grey, 128))) < 20
    assert peak < 20_000_000


# -- drafts -----------------------------------------------------------------------------------------

DRAFTED: dict[str, tuple[Transform, ...]] = {
    "nothing": (),
    "flip": (HorizontalFlip(),),
    "turn": (QuarterTurn(turns=(1,)),),
    "rotate": (Rotate(angle_range=fixed(13)),),
    "grow": (Rotate(angle_range=fixed(33), size="grow"),),
    "crop": (Rotate(angle_range=fixed(-20), size="crop"),),
    "shift": (Translate(x_range=fixed(0.13), y_range=fixed(-0.07)),),
    "zoom out": (Scale(factor_range=fixed(0.6)),),
    "zoom in": (Scale(factor_range=fixed(1.8)),),
    "random crop": (RandomCrop(area_range=fixed(0.5)),),
    "shear": (Shear(x_range=fixed(12), y_range=fixed(-7)),),
    "perspective": (Perspective(distortion_scale_range=fixed(0.3)),),
    "elastic": (Elastic(alpha_range=fixed(0.05)),),
    "grid": (GridDistortion(move_edges=True),),
    "lens": (LensDistortion(k_range=fixed(0.2)),),
    "distorted twice": (LensDistortion(), Elastic()),
    "all": GEOMETRY,
    "with a pixel step": (HorizontalFlip(), GaussianNoise(sigma_range=fixed(0)), *GEOMETRY),
}


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize("scale", [0.75, 0.5, 0.31])
@pytest.mark.parametrize("name", DRAFTED)
def test_draft_shows_the_same_geometry(name: str, scale: float, mode: PaddingMode) -> None:
    image = smooth_picture(401, 303)
    pipeline = Pipeline.of(DRAFTED[name], Padding(mode=mode))
    exact = rendered(pipeline, image)
    draft = rendered(pipeline, image, scale=scale)
    size = (max(1, round(exact.shape[1] * scale)), max(1, round(exact.shape[0] * scale)))
    assert draft.shape[:2] == (size[1], size[0])
    assert distance(draft, shrink(exact, size)).mean() < 0.7


def test_the_measure_of_drafts_sees_half_a_pixel() -> None:
    image = smooth_picture(401, 303)
    small = shrink(image, (200, 151))
    assert distance(small[:, :-1], (small[:, :-1] / 2 + small[:, 1:] / 2)).mean() > 0.7


@pytest.mark.parametrize("scale", [0.5, 0.25])
@pytest.mark.parametrize("sigma", [8.0, 25.0])
@pytest.mark.parametrize("per_channel", [True, False])
def test_draft_noise_is_as_strong_as_it_will_look(scale: float, sigma: float, per_channel: bool) -> None:
    pipeline = Pipeline.of((GaussianNoise(sigma_range=fixed(sigma), per_channel=per_channel),))
    image = plain_picture(800, 600)
    exact = shrink(rendered(pipeline, image), (round(800 * scale), round(600 * scale)))
    draft = rendered(pipeline, image, scale=scale)
    assert draft.std() == pytest.approx(exact.std(), rel=0.12)
    assert draft.mean() == pytest.approx(exact.mean(), abs=0.3)


@pytest.mark.parametrize("scale", [0.5, 0.25])
@pytest.mark.parametrize("amount", [0.004, 0.02, 0.06, 0.2, 0.5])
@pytest.mark.parametrize("salt_share", [0.5, 0.9])
def test_draft_specks_are_as_strong_as_they_will_look(scale: float, amount: float, salt_share: float) -> None:
    pipeline = Pipeline.of((SaltAndPepper(amount_range=fixed(amount), salt_share=salt_share),))
    image = plain_picture(1200, 800)
    exact = shrink(rendered(pipeline, image), (round(1200 * scale), round(800 * scale)))
    draft = rendered(pipeline, image, scale=scale)
    assert draft.std() == pytest.approx(exact.std(), rel=0.15)
    assert draft.mean() == pytest.approx(exact.mean(), abs=1)


REGION_PIPELINES: dict[str, tuple[Transform, ...]] = {
    "geometry": (Rotate(angle_range=fixed(20)), Scale(factor_range=fixed(0.8))),
    "shrunk": (Rotate(angle_range=fixed(20)), Scale(factor_range=fixed(0.3))),
    "noise": (GaussianNoise(sigma_range=fixed(12)), SaltAndPepper(amount_range=fixed(0.05))),
    "perspective": (Rotate(angle_range=fixed(20)), Perspective(distortion_scale_range=fixed(0.6))),
    "distorted": (Elastic(), GaussianNoise(sigma_range=fixed(12)), LensDistortion(), GaussianBlur()),
    "turned": (QuarterTurn(turns=(1,)), GaussianNoise(sigma_range=fixed(5))),
    "blur": (
        Rotate(angle_range=fixed(20)),
        GaussianBlur(sigma_range=fixed(3)),
        GaussianNoise(sigma_range=fixed(12)),
        MotionBlur(length_range=fixed(30)),
        JpegCompression(),
    ),
    "the whole counts": (GaussianBlur(sigma_range=fixed(3)), Equalize(), MedianBlur(), Clahe(), Sharpen()),
    "mixed": (
        Rotate(angle_range=fixed(-8), size="grow"),
        GaussianNoise(sigma_range=fixed(12)),
        Translate(x_range=fixed(0.1)),
        SaltAndPepper(amount_range=fixed(0.05)),
    ),
}


@pytest.mark.parametrize("name", REGION_PIPELINES)
@pytest.mark.parametrize("scale", [1.0, 0.5])
@settings(max_examples=8)
@given(data=st.data())
def test_a_region_is_that_part_of_the_whole(name: str, scale: float, data: st.DataObject) -> None:
    image = noise_picture(611, 402)
    resolved = resolve(Pipeline.of(REGION_PIPELINES[name]), (611, 402), seed=1, key="k", copy=1)
    whole = render(image, resolved, scale=scale)
    height, width = whole.shape[:2]
    left, top = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    region = Region(
        left, top, data.draw(st.integers(1, width - left)), data.draw(st.integers(1, height - top))
    )
    part = render(image, resolved, scale=scale, region=region)
    assert np.array_equal(part, whole[top : top + region.height, left : left + region.width])


def test_a_region_is_an_array_of_its_own() -> None:
    image = noise_picture(40, 30)
    resolved = resolve(Pipeline(), (40, 30), seed=0, key="k", copy=1)
    part = render(image, resolved, region=Region(5, 5, 10, 10))
    part[:] = 0
    assert np.array_equal(image, noise_picture(40, 30))
