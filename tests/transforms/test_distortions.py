"""What shears, perspectives and distortions promise about places."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import skimage.transform
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.arrays import Float64Array
from augstudio.core.draws import Draw, DrawT, Point
from augstudio.core.image import Image, Size
from augstudio.core.inversion import solved
from augstudio.core.matrix import Matrix, compose, inverse, map_point, resizing, weight_at
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range, parameters_of
from augstudio.core.randomness import stream
from augstudio.core.transform import Distortion, Geometric, Transform
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.sampling.padding import fill_values
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import Resampling, resolve
from augstudio.transforms import (
    Elastic,
    GridDistortion,
    LensDistortion,
    Perspective,
    Rotate,
    Scale,
    Shear,
)
from augstudio.transforms.lens_distortion import LensDistortionDraw
from augstudio.transforms.perspective import PerspectiveDraw
from augstudio.transforms.shear import ShearDraw
from tests.pictures import MAGENTA, ODD_SIZES, distance, noise_picture, plain_picture, psnr, smooth_picture
from tests.strategies import values

sizes = st.one_of(st.tuples(st.integers(1, 60), st.integers(1, 60)), st.sampled_from(ODD_SIZES))
CORNERS = ("upper_left", "upper_right", "lower_right", "lower_left")


def fixed(value: float) -> Range:
    return Range(value, value)


def drawn(transform: Transform[DrawT], size: Size, copy: int = 1) -> DrawT:
    return transform.draw(stream(0, "k", copy, 1), size)


def grid(size: Size) -> tuple[Float64Array, Float64Array]:
    return np.arange(float(size[0]))[None, :], np.arange(float(size[1]))[:, None]


def origins(transform: Distortion, draw: Draw, size: Size) -> tuple[Float64Array, Float64Array]:
    """Where every pixel comes from: columns and rows."""
    shape = (size[1], size[0])
    x, y = transform.source_coordinates(draw, size, *grid(size))
    return np.broadcast_to(x, shape), np.broadcast_to(y, shape)


# -- shear ------------------------------------------------------------------------------------------


def test_shear_leans_to_the_right_and_slopes_down() -> None:
    size = (101, 81)
    for x, y, point, expected in (
        (45, 0, (50, 0), (90, 0)),
        (45, 0, (50, 80), (10, 80)),
        (0, 45, (100, 40), (100, 90)),
        (0, -45, (100, 40), (100, -10)),
        (30, 30, (50, 40), (50, 40)),
    ):
        matrix = Shear().placement(ShearDraw(x=x, y=y), size).matrix
        assert map_point(matrix, *point) == pytest.approx(expected)


@given(sizes, st.floats(-45, 45), st.floats(-45, 45))
def test_shear_keeps_the_area_and_the_size(size: Size, x: float, y: float) -> None:
    placement = Shear().placement(ShearDraw(x=x, y=y), size)
    (a, b, _), (c, d, _), _ = placement.matrix
    assert a * d - b * c == pytest.approx(1)
    assert placement.size == size


# -- perspective ------------------------------------------------------------------------------------

scales = next(values(p) for p in parameters_of(Perspective) if p.name == "distortion_scale_range").map(
    lambda ends: ends[1]
)
share = st.floats(0, 1, exclude_max=True)
shares = st.fixed_dictionaries({corner: st.builds(Point, x=share, y=share) for corner in CORNERS})


def perspective_draw(scale: float, moved: dict[str, Point]) -> PerspectiveDraw:
    return PerspectiveDraw(
        distortion_scale=scale,
        upper_left=moved["upper_left"],
        upper_right=moved["upper_right"],
        lower_right=moved["lower_right"],
        lower_left=moved["lower_left"],
    )


@given(sizes, scales, shares)
def test_perspective_moves_corners_as_drawn(size: Size, scale: float, moved: dict[str, Point]) -> None:
    width, height = size
    matrix = Perspective().placement(perspective_draw(scale, moved), size).matrix
    for corner in CORNERS:
        right, low = corner.endswith("right"), corner.startswith("lower")
        outer = (width - 0.5 if right else -0.5, height - 0.5 if low else -0.5)
        inwards = (-1 if right else 1, -1 if low else 1)
        expected = [
            place + way * scale / 2 * side * part
            for place, way, side, part in zip(
                outer, inwards, size, (moved[corner].x, moved[corner].y), strict=True
            )
        ]
        assert map_point(matrix, *outer) == pytest.approx(expected, abs=1e-6)
        # All of the picture lies before the horizon.
        assert weight_at(matrix, *outer) > 0.05


@given(st.tuples(st.integers(2, 60), st.integers(2, 60)), scales, shares)
def test_the_inverse_leads_back(size: Size, scale: float, moved: dict[str, Point]) -> None:
    matrix = Perspective().placement(perspective_draw(scale, moved), size).matrix
    for point in ((0, 0), (size[0] - 1, 0), (size[0] / 3, size[1] / 2)):
        assert map_point(inverse(matrix), *map_point(matrix, *point)) == pytest.approx(point, abs=1e-6)


FUSED: tuple[Geometric, ...] = (
    Perspective(distortion_scale_range=fixed(0.3)),
    Rotate(angle_range=fixed(11)),
    Shear(x_range=fixed(8), y_range=fixed(-3)),
    Scale(factor_range=fixed(1.3)),
    Perspective(distortion_scale_range=fixed(0.25)),
)


def composed(size: Size) -> Matrix:
    draws = [item.draw for item in resolve(Pipeline.of(FUSED), size, seed=0, key="k", copy=1).draws]
    return compose(*(step.placement(draw, size).matrix for step, draw in zip(FUSED, draws, strict=True)))


@pytest.mark.parametrize("mode", PaddingMode)
def test_perspectives_are_fused_into_one_resampling(mode: PaddingMode) -> None:
    size, padding = (240, 180), Padding(mode=mode)
    image = noise_picture(*size)
    resolved = resolve(Pipeline.of(FUSED, padding), size, seed=0, key="k", copy=1)
    assert [type(stage) for stage in resolved.stages] == [Resampling]
    expected = warp(Pyramid(image), composed(size), size, padding)
    np.testing.assert_array_equal(render(image, resolved), expected)


def test_one_resampling_is_sharper_than_one_per_step() -> None:
    size = (240, 180)
    image: Image = ((noise_picture(*size).astype(int) + smooth_picture(*size)) // 2).astype(np.uint8)
    together = render(image, resolve(Pipeline.of(FUSED), size, seed=0, key="k", copy=1))
    step_by_step = image
    for number, step in enumerate(FUSED, start=1):
        pipeline = Pipeline.of(FUSED).model_copy(update={"steps": (Pipeline.of(FUSED).steps[number - 1],)})
        assert pipeline.steps[0].transform == step
        step_by_step = render(step_by_step, resolve(pipeline, size, seed=0, key="k", copy=1))
    fine_size = (4 * size[0], 4 * size[1])
    matrix = compose(composed(size), resizing(size, fine_size))
    middle = np.s_[60:120, 80:160]
    exact = shrink(warp(Pyramid(image), matrix, fine_size, Padding()), size)[middle]
    assert psnr(together[middle], exact) > psnr(step_by_step[middle], exact) + 3


# -- distortions ------------------------------------------------------------------------------------

GENTLE: tuple[Distortion, ...] = (
    Elastic(alpha_range=fixed(0.02), sigma_range=fixed(0.2)),
    GridDistortion(distortion_range=fixed(0.2), move_edges=True),
    LensDistortion(k_range=fixed(0.1)),
    LensDistortion(k_range=fixed(-0.1)),
)


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize("transform", GENTLE, ids=lambda transform: transform.NAME)
def test_pixels_come_from_where_they_should(transform: Distortion, mode: PaddingMode) -> None:
    """As scikit-image looks them up, within the limits of a bilinear lookup in 1/32 pixel."""
    size, padding = (301, 277), Padding(mode=mode, fill=(200, 30, 90))
    image = smooth_picture(*size)
    resolved = resolve(Pipeline.of((transform,), padding), size, seed=0, key="k", copy=1)
    made = render(image, resolved)
    x, y = origins(transform, resolved.draws[0].draw, size)
    assert max(np.max(np.abs(x - grid(size)[0])), np.max(np.abs(y - grid(size)[1]))) > 2
    for c, fill in enumerate(fill_values(padding, 3)):
        expected = skimage.transform.warp(  # type: ignore[no-untyped-call]
            image[:, :, c].astype(np.float64),
            np.stack((y, x)),
            order=1,
            mode=mode.value,
            cval=float(fill),
            preserve_range=True,
        )
        stepped = mode in (PaddingMode.CONSTANT, PaddingMode.WRAP)
        assert np.max(distance(made[:, :, c], expected)) <= (4.75 if stepped else 0.75)


STRONGEST: tuple[Distortion, ...] = (
    *(Elastic(alpha_range=fixed(0.2), sigma_range=fixed(share)) for share in (0.02, 0.1, 0.5)),
    *(
        GridDistortion(distortion_range=fixed(0.9), num_steps_range=fixed(n), move_edges=True)
        for n in (1, 5, 20)
    ),
    *(LensDistortion(k_range=fixed(k), fill_frame=filled) for k in (-0.3, 0.6) for filled in (False, True)),
)


@pytest.mark.parametrize("transform", STRONGEST, ids=repr)
def test_nothing_is_folded(transform: Distortion) -> None:
    size = (300, 200)
    for copy in range(1, 6):
        x, y = origins(transform, drawn(transform, size, copy), size)
        (a, b), (c, d) = (
            (np.diff(x)[:-1], np.diff(x, axis=0)[:, :-1]),
            (np.diff(y)[:-1], np.diff(y, axis=0)[:, :-1]),
        )
        assert np.min(a * d - b * c) > 0


@given(sizes, st.integers(1, 99), st.data())
def test_single_places_are_those_of_the_grid(size: Size, copy: int, data: st.DataObject) -> None:
    transform = data.draw(st.sampled_from(STRONGEST))
    draw = drawn(transform, size, copy)
    x, y = origins(transform, draw, size)
    columns, rows = (np.ascontiguousarray(p) for p in np.broadcast_arrays(*grid(size)))
    one, other = transform.source_coordinates(draw, size, columns, rows)
    np.testing.assert_array_equal(one, x)
    np.testing.assert_array_equal(other, y)


def moved(transform: Distortion, size: Size, copy: int = 1) -> tuple[Float64Array, Float64Array]:
    """By how much places are moved."""
    x, y = origins(transform, drawn(transform, size, copy), size)
    return x - grid(size)[0], y - grid(size)[1]


@pytest.mark.parametrize(("alpha", "sigma", "most"), [(0.02, 0.2, 4.0), (0.1, 0.5, 20.0), (0.2, 0.1, 9.6)])
def test_elastic_reaches_as_far_as_it_says(alpha: float, sigma: float, most: float) -> None:
    transform = Elastic(alpha_range=fixed(alpha), sigma_range=fixed(sigma))
    reached = [np.max(np.abs(moved(transform, (300, 200), copy))) for copy in range(1, 30)]
    assert most / 2 < max(reached) <= most


def test_elastic_ways_are_independent_of_each_other() -> None:
    across, down = moved(Elastic(sigma_range=fixed(0.02)), (900, 600))
    assert abs(np.corrcoef(across.ravel(), down.ravel())[0, 1]) < 0.1
    assert min(across.std(), down.std()) > 1


def test_grid_lines_go_where_they_are_moved() -> None:
    """Between its lines the picture is stretched evenly, and nothing else bends."""
    size = (500, 300)
    for edges in (False, True):
        transform = GridDistortion(num_steps_range=fixed(5), distortion_range=fixed(0.9), move_edges=edges)
        x, y = origins(transform, drawn(transform, size), size)
        for places, side in ((x[0], size[0]), (y[:, 0], size[1])):
            slopes = np.diff(places)
            bends = np.flatnonzero(np.abs(np.diff(slopes)) > 1e-9)
            assert len(set(np.round(slopes, 6))) >= 5
            assert len(bends) <= 8  # a line between two pixels makes two bends
            ends = (places[0], places[-1])
            assert (ends == pytest.approx((0, side - 1))) != edges


@pytest.mark.parametrize("k", [-0.3, 0.25, 0.6])
@pytest.mark.parametrize("size", [(301, 201), (80, 120)])
def test_lens_moves_corners_by_its_share(k: float, size: Size) -> None:
    transform, (width, height) = LensDistortion(k_range=fixed(k)), size
    centre = ((width - 1) / 2, (height - 1) / 2)
    corner = (np.array([[-0.5]]), np.array([[-0.5]]))
    x, y = transform.source_coordinates(LensDistortionDraw(k=k), size, *corner)
    assert (centre[0] - x, centre[1] - y) == pytest.approx((width / 2 * (1 + k), height / 2 * (1 + k)))
    x, y = transform.source_coordinates(
        LensDistortionDraw(k=k), size, np.array([[centre[0]]]), np.array([[centre[1]]])
    )
    assert (float(x[0, 0]), float(y[0, 0])) == centre


def on_magenta(*transforms: Transform) -> Pipeline:
    return Pipeline.of(transforms, Padding(mode=PaddingMode.CONSTANT, fill=MAGENTA))


@given(sizes, st.floats(0, 0.6))
def test_filled_frame_never_shows_padding(size: Size, k: float) -> None:
    filled = on_magenta(LensDistortion(k_range=fixed(k), fill_frame=True))(plain_picture(*size), key="k")
    assert (filled == 128).all()


@pytest.mark.parametrize(
    ("transform", "padded"),
    [
        (LensDistortion(k_range=fixed(0.3)), True),
        (LensDistortion(k_range=fixed(-0.3)), False),
        (GridDistortion(), False),
        (GridDistortion(move_edges=True), True),
        (Elastic(), True),
        (Perspective(), True),
        (Shear(), True),
    ],
    ids=repr,
)
def test_who_shows_padding(transform: Transform, padded: bool) -> None:
    result: Any = on_magenta(transform)(plain_picture(120, 90), key="k")
    assert bool((result != 128).any()) == padded


# -- the other way round --------------------------------------------------------------------------------


def spread(size: Size, count: int = 400) -> tuple[Float64Array, Float64Array]:
    """Places all over a result, not on whole pixels."""
    random = np.random.default_rng(0)
    return random.uniform(-0.5, size[0] - 0.5, count), random.uniform(-0.5, size[1] - 0.5, count)


@pytest.mark.parametrize("transform", [*STRONGEST, *GENTLE], ids=repr)
@pytest.mark.parametrize("size", [(300, 200), (41, 600), (5, 4), (2, 90)])
def test_places_are_found_again(transform: Distortion, size: Size) -> None:
    for copy in (1, 2):
        draw = drawn(transform, size, copy)
        x, y = spread(size)
        column, row = np.broadcast_arrays(*transform.source_coordinates(draw, size, x, y))
        # Where a frame is filled or edges stay, half pixels at the edges show the outermost pixels.
        inside = (column > 0) & (column < size[0] - 1) & (row > 0) & (row < size[1] - 1)
        found = transform.target(draw, size, np.array(column), np.array(row))
        assert np.count_nonzero(inside) > 30
        assert np.max(np.abs(found[0] - x)[inside]) < 1e-6
        assert np.max(np.abs(found[1] - y)[inside]) < 1e-6


def test_what_a_pincushion_pushes_out_is_seen_nowhere() -> None:
    size, transform = (300, 200), LensDistortion(k_range=fixed(-0.3))
    draw = LensDistortionDraw(k=-0.3)
    # Its greatest distance is 2/3 of that at which it would turn inside out.
    corner, turn = np.hypot(150, 100), np.sqrt(1 / 0.9)
    share = np.array([0.0, 0.5, 0.99, 1.01, 1.5]) * (2 / 3 * turn)
    x, y = 149.5 + 150 * share, 99.5 + 100 * share
    column, row = transform.target(draw, size, x, y)
    assert np.isfinite(column).tolist() == [True, True, True, False, False]
    again = transform.source_coordinates(draw, size, column[:3], row[:3])
    assert np.array(again) == pytest.approx(np.array((x[:3], y[:3])), abs=1e-6)
    assert np.hypot(column[2] - 149.5, row[2] - 99.5) < turn * corner


def test_a_map_without_a_place_has_no_solution() -> None:
    """A fold: nothing of the result shows columns below 0."""
    column, row = solved(lambda x, y: (x * x / 50, y), np.array([8.0, -30.0]), np.array([1.0, 2.0]))
    assert (column[0], row[0]) == pytest.approx((20, 1), abs=1e-6)
    assert np.isnan(column[1])
    assert np.isnan(row[1])
