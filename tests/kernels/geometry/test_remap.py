"""Projective and free maps against ``numpy.pad`` at whole pixels and scikit-image between them."""

from __future__ import annotations

import tracemalloc

import cv2
import numpy as np
import pytest
import skimage.transform
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.arrays import Float64Array
from augstudio.core.image import Image, Size
from augstudio.core.matrix import (
    IDENTITY,
    Matrix,
    about_centre,
    compose,
    inverse,
    map_point,
    onto_corners,
    resizing,
    rotation,
    scaling,
    translation,
    weight_at,
)
from augstudio.core.padding import Padding, PaddingMode
from augstudio.kernels.geometry import remap as kernel
from augstudio.kernels.geometry.coarse import CoarsePlaces
from augstudio.kernels.geometry.projection import projection
from augstudio.kernels.geometry.remap import remap
from augstudio.kernels.geometry.stretch import Origin, blocks
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.padding import fill_values
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from tests.kernels.geometry.test_warp import ALL_MODES, by_channels, by_mode, reference
from tests.pictures import (
    MAGENTA,
    ODD_SIZES,
    distance,
    noise_picture,
    numpy_pad,
    plain_picture,
    psnr,
    smooth_picture,
)

SIZE = (301, 277)

# Corners are moved so little that no place is shrunk to less than three quarters.
SEEN_FROM_ELSEWHERE: dict[str, Matrix] = {
    "from the left": onto_corners(SIZE, ((-9, -30), (300, -4), (298, 281), (3, 299))),
    "from below": onto_corners(SIZE, ((-12, 8), (311, 3), (325, 290), (-30, 291))),
    "turned": compose(
        onto_corners(SIZE, ((-5, -8), (305, 3), (315, 290), (-9, 290))), about_centre(rotation(30), SIZE)
    ),
}


def floor(size: Size) -> Matrix:
    """The picture as a floor whose horizon lies within the upper half of the frame."""
    width, height = size
    corners = (
        (0.2 * width, 0.6 * height),
        (0.8 * width, 0.6 * height),
        (width + 0.4, height - 0.1),
        (-0.9, height - 0.3),
    )
    return compose(onto_corners(size, corners), about_centre(scaling(0.5, 0.5), size))


def jagged(reach: float) -> Origin:
    """Neighbours that come from places far apart, as far as one wishes beyond the picture."""
    return lambda x, y: (x + reach * (y % 97) / 300, y - reach * ((x * y) % 61) / 3721)


def bent(away: float) -> Origin:
    """Bent lines, moved far away."""
    return lambda x, y: (x + away + x * y / 1500 + y * y / 4000, y - away / 2 - x * y / 1700)


def half_shrunk(x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
    """The right half is shrunk more and more."""
    return x + np.maximum(x - 300, 0) ** 2 / 100, y


# -- places -----------------------------------------------------------------------------------------


@by_mode
@by_channels
@pytest.mark.parametrize("size", [*ODD_SIZES, (17, 11), (300, 270)])
def test_whole_shifts_equal_numpy_pad(size: Size, channels: int, padding: Padding) -> None:
    width, height = size
    image = noise_picture(width, height, channels)
    before = image.copy()
    across, down = min(3 * width + 2, 700), min(3 * height + 2, 700)
    plane = numpy_pad(image, (down, across), (down, across), padding)
    for x, y in ((0, 0), (1, 0), (-2, 3), (width, height), (-across, down), (across, -down)):
        if abs(x) <= across and abs(y) <= down:
            moved = remap(Pyramid(image), shifted(x, y), size, padding)
            expected = plane[down - y : down - y + height, across - x : across - x + width]
            np.testing.assert_array_equal(moved, expected)
    np.testing.assert_array_equal(image, before)


def shifted(right: float, down: float) -> Origin:
    return lambda x, y: (x - right, y - down)


@by_mode
@pytest.mark.parametrize("name", SEEN_FROM_ELSEWHERE)
def test_projective_maps_equal_scikit_image(name: str, padding: Padding) -> None:
    """Within the limits of affine maps, for the same reasons."""
    stepped = padding.mode in (PaddingMode.CONSTANT, PaddingMode.WRAP)
    smooth, noisy = smooth_picture(*SIZE), noise_picture(*SIZE)
    matrix = SEEN_FROM_ELSEWHERE[name]
    for image, most, mean in ((smooth, 4.75 if stepped else 0.75, 0.3), (noisy, 8.6, 1.0)):
        off = distance(warp(Pyramid(image), matrix, SIZE, padding), reference(image, matrix, SIZE, padding))
        assert np.max(off) <= most
        assert off.mean() <= mean


@by_mode
@pytest.mark.parametrize("away", [0.0, -1234.56])
def test_free_maps_equal_scikit_image(away: float, padding: Padding) -> None:
    image = smooth_picture(*SIZE)
    columns, rows = np.arange(float(SIZE[0]))[None, :], np.arange(float(SIZE[1]))[:, None]
    x, y = bent(away)(columns, rows)
    made = remap(Pyramid(image), bent(away), SIZE, padding)
    for c, fill in enumerate(fill_values(padding, 3)):
        expected = skimage.transform.warp(  # type: ignore[no-untyped-call]
            image[:, :, c].astype(np.float64),
            np.stack((y, x)),
            order=1,
            mode=padding.mode.value,
            cval=float(fill),
            preserve_range=True,
        )
        stepped = padding.mode in (PaddingMode.CONSTANT, PaddingMode.WRAP)
        off = distance(made[:, :, c], expected)
        assert np.max(off) <= (4.75 if stepped else 0.75)


def test_a_projective_matrix_that_is_affine_does_the_same() -> None:
    """Only places that lie between two steps of 1/32 pixel may be rounded to the other one."""
    image = smooth_picture(*SIZE)
    for angle in (0, 10, 77):
        matrix = about_centre(rotation(angle), SIZE)
        doubled: Matrix = tuple(tuple(2 * value for value in row) for row in matrix)  # type: ignore[assignment]
        for padding in ALL_MODES:
            one, other = (warp(Pyramid(image), way, SIZE, padding) for way in (matrix, doubled))
            off = distance(one, other)
            assert off.mean() < 0.1
            # One step of 1/32 pixel at an edge of 255 levels.
            assert np.max(off) <= 8


@by_mode
@by_channels
def test_places_far_apart_are_looked_up_alike(
    padding: Padding, channels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = noise_picture(61, 47, channels)
    maps = (jagged(500), jagged(20), bent(0), shifted(3.3, -70.8))
    quick = [remap(Pyramid(image), origin, (90, 80), padding) for origin in maps]
    monkeypatch.setattr(kernel, "_WINDOW_PIXELS", 0)
    for origin, expected in zip(maps, quick, strict=True):
        np.testing.assert_array_equal(remap(Pyramid(image), origin, (90, 80), padding), expected)


# -- horizon ----------------------------------------------------------------------------------------


@by_mode
def test_beyond_the_horizon_lies_what_is_far_away(padding: Padding) -> None:
    size = (301, 277)
    image = plain_picture(*size, value=77)
    made = warp(Pyramid(image), floor(size), size, padding)
    sky = {tuple(pixel) for pixel in made[:20].reshape(-1, 3).tolist()}
    assert sky == {padding.fill if padding.mode is PaddingMode.CONSTANT else (77, 77, 77)}


def test_what_lies_behind_the_one_who_looks_is_not_seen() -> None:
    """Part of the picture goes through infinity; it must not come back above the horizon, upside down."""
    size = (301, 277)
    matrix = compose(about_centre(scaling(20, 20), size), floor(size))
    weights = [weight_at(matrix, x, y) for x in (0, 300) for y in (0, 276)]
    assert min(weights) < 0 < max(weights)
    back = inverse(matrix)
    made = warp(Pyramid(plain_picture(*size)), matrix, size, Padding(mode=PaddingMode.CONSTANT, fill=MAGENTA))
    beyond = [[weight_at(back, x, y) <= 0 for x in range(size[0])] for y in range(size[1])]
    assert 0.1 < np.mean(beyond) < 0.9
    assert (made[np.array(beyond)] == MAGENTA).all()
    assert (made[260:] == 128).any()


@pytest.mark.parametrize("factor", [1e-4, 1e-7, 1e-12])
def test_a_perspective_too_small_to_see_leaves_grey(factor: float) -> None:
    size = (120, 90)
    matrix = compose(floor(size), about_centre(scaling(factor, factor), size))
    made = warp(Pyramid(noise_picture(*size)), matrix, size, Padding(mode=PaddingMode.WRAP))
    assert np.max(distance(made, np.full_like(made, 128))) < 20


def test_an_endless_floor_turns_grey_towards_the_horizon() -> None:
    size = (301, 277)
    made = warp(Pyramid(noise_picture(*size)), floor(size), size, Padding(mode=PaddingMode.WRAP))
    spread = made.astype(float).std(axis=(1, 2))
    assert spread[100] < 8
    assert spread[250] > 30


def test_an_endless_floor_needs_little_memory() -> None:
    size = (600, 400)
    pyramid = Pyramid(noise_picture(*size))
    tracemalloc.start()
    warp(pyramid, floor(size), size, Padding(mode=PaddingMode.WRAP))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40_000_000


@by_mode
@pytest.mark.parametrize("size", [*ODD_SIZES, (64, 48)])
def test_plain_stays_plain_under_any_perspective(size: Size, padding: Padding) -> None:
    plain = padding.model_copy(update={"fill": (128, 128, 128)})
    smaller = [about_centre(scaling(f, f), size) for f in (1, 0.2, 1e-3, 1e-9)]
    before, behind = (translation(size[0], down * size[1]) for down in (-3, 40))
    assert weight_at(floor(size), *map_point(behind, 0, 0)) < 0 < weight_at(floor(size), 0, 0)
    ways = [compose(away, floor(size), s) for s in smaller for away in (IDENTITY, before, behind)]
    for matrix in ways:
        for draft in (False, True):
            made = warp(Pyramid(plain_picture(*size)), matrix, size, plain, draft=draft)
            np.testing.assert_array_equal(made, plain_picture(*size))


# -- regions ----------------------------------------------------------------------------------------


@st.composite
def regions(draw: st.DrawFn, width: int, height: int) -> Region:
    left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return Region(left, top, draw(st.integers(1, width - left)), draw(st.integers(1, height - top)))


@given(
    st.sampled_from(ALL_MODES),
    st.lists(st.floats(0, 0.3), min_size=8, max_size=8),
    st.floats(0.2, 2),
    st.floats(-180, 180),
    regions(401, 330),
    st.booleans(),
)
def test_region_equals_the_same_region_of_the_whole(
    padding: Padding, moved: list[float], factor: float, angle: float, region: Region, draft: bool
) -> None:
    size, (a, b, c, d, e, f, g, h) = (401, 330), (round(360 * share) for share in moved)
    pyramid = Pyramid(noise_picture(90, 71))
    matrix = compose(
        resizing((90, 71), size),
        onto_corners(size, ((a, b), (400 - c, d), (400 - e, 329 - f), (g, 329 - h))),
        about_centre(compose(scaling(factor, factor), rotation(angle)), size),
    )
    whole = warp(pyramid, matrix, size, padding, draft=draft)
    part = warp(pyramid, matrix, size, padding, region, draft=draft)
    np.testing.assert_array_equal(part, whole[region.top : region.bottom, region.left : region.right])


@by_mode
@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_a_draft_asks_few_places_and_shows_the_same(padding: Padding, channels: int) -> None:
    asked: list[int] = []

    def waves(x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
        asked.append(x.size * y.size)
        return x + 9 * np.sin(y / 40) - 20, y + 12 * np.cos(x / 50)

    size = (600, 401)
    smooth = np.asarray(cv2.GaussianBlur(noise_picture(*size), (0, 0), 6), np.uint8)
    image = np.ascontiguousarray(np.dstack([smooth, smooth])[:, :, 2 : 2 + channels])
    exact = remap(Pyramid(image), waves, size, padding)
    many = sum(asked)
    asked.clear()
    draft = remap(Pyramid(image), waves, size, padding, draft=True)
    assert sum(asked) < many / 10
    assert draft.shape == exact.shape
    assert np.mean(distance(draft, exact) > 8) < 0.01


@pytest.mark.parametrize("coarse", [False, True])
def test_blocks_cover_the_output_once(coarse: bool) -> None:
    size = (1300, 520)
    count = np.zeros((size[1], size[0]), int)
    found = list(blocks(half_shrunk, size, Region.whole(size), coarse=coarse))
    for block, _ in found:
        count[block.top : block.bottom, block.left : block.right] += 1
    assert (count == 1).all()
    assert {stretch.shrunk for _, stretch in found} == {False, True}


def test_blocks_are_shrunk_evenly() -> None:
    """No block is blurred as another part of it needs to be."""
    size = (500, 400)
    origin = projection(floor(size), size)
    assert callable(origin)
    for block, stretch in blocks(origin, size, Region.whole(size)):
        if stretch.shrunk and max(block.width, block.height) > 32:
            x, y = origin(
                np.arange(block.left, block.right, dtype=float)[None, :],
                np.arange(block.top, block.bottom, dtype=float)[:, None],
            )
            # Along the floor's lines of sight distances grow fastest.
            steps = np.hypot(np.diff(x, axis=0), np.diff(y, axis=0))
            assert np.max(steps) <= 3 * np.min(steps)


# -- shrinking --------------------------------------------------------------------------------------


def test_what_is_far_away_does_not_alias() -> None:
    size = (400, 300)
    image = noise_picture(*size)
    matrix = onto_corners(size, ((120, 90), (280, 90), (399.5, 299.5), (-0.5, 299.5)))
    fine_size = (3200, 2400)
    fine = warp(Pyramid(image), compose(matrix, resizing(size, fine_size)), fine_size, Padding())
    exact = shrink(fine, size)
    ours = warp(Pyramid(image), matrix, size, Padding())
    plain = warp(Pyramid(image), matrix, size, Padding(), draft=True)
    naive = remap_without_levels(image, matrix, size)
    assert psnr(ours, exact) > psnr(naive, exact) + 3
    assert psnr(ours, exact) > psnr(plain, exact)


def remap_without_levels(image: Image, matrix: Matrix, size: Size) -> Image:
    return np.asarray(reference(image, matrix, size, Padding()).round(), np.uint8)


def test_identity_is_a_new_equal_picture() -> None:
    image = noise_picture(300, 280)
    made = remap(Pyramid(image), lambda x, y: (x, y), (300, 280), Padding())
    np.testing.assert_array_equal(made, image)
    assert not np.shares_memory(made, image)


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize("zoom", [0.3, 0.15])
def test_zoomed_out_is_as_the_affine_way_makes_it(mode: PaddingMode, zoom: float) -> None:
    size = (321, 243)
    image, padding = smooth_picture(*size), Padding(mode=mode)
    matrix = about_centre(scaling(zoom, zoom), size)
    centre = (size[0] - 1) / 2, (size[1] - 1) / 2

    def origin(x: Float64Array, y: Float64Array) -> tuple[Float64Array, Float64Array]:
        return centre[0] + (x - centre[0]) / zoom, centre[1] + (y - centre[1]) / zoom

    affine, free = warp(Pyramid(image), matrix, size, padding), remap(Pyramid(image), origin, size, padding)
    assert distance(affine, free).mean() < 0.2


def test_drafts_of_blocks_that_begin_anywhere_ask_for_the_places_of_their_pixels() -> None:
    part = Region(345, 97, 33, 21)
    for block in (part, Region(343, 94, 40, 30), Region(0, 0, 690, 388)):
        coarse = CoarsePlaces(block, part)
        x, y = coarse.asked(lambda x, y: (2 * x + y, x - 3 * y))
        columns, rows = np.arange(345.0, 378)[None, :], np.arange(97.0, 118)[:, None]
        np.testing.assert_array_equal(coarse.filled(x), 2 * columns + rows)
        np.testing.assert_array_equal(coarse.filled(y), columns - 3 * rows)
