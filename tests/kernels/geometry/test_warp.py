"""The warp against ``numpy.pad`` at whole pixels and scikit-image between them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import skimage.transform
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.image import Image
from augstudio.core.matrix import (
    IDENTITY,
    Matrix,
    about_centre,
    compose,
    resizing,
    rotation,
    scaling,
    translation,
)
from augstudio.core.padding import Padding, PaddingMode
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.region import Region
from augstudio.kernels.sampling.padding import fill_values
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from tests.pictures import (
    MAGENTA,
    ODD_SIZES,
    distance,
    fill_of,
    noise_picture,
    numpy_pad,
    plain_picture,
    psnr,
    smooth_picture,
)

ALL_MODES = [Padding(mode=mode, fill=(200, 30, 90)) for mode in PaddingMode]
by_mode = pytest.mark.parametrize("padding", ALL_MODES, ids=lambda padding: padding.mode.value)
by_channels = pytest.mark.parametrize("channels", [1, 3, 4])


@by_mode
@by_channels
@pytest.mark.parametrize("size", [*ODD_SIZES, (17, 11), (300, 270)])
def test_whole_shifts_equal_numpy_pad(size: tuple[int, int], channels: int, padding: Padding) -> None:
    width, height = size
    image = noise_picture(width, height, channels)
    before = image.copy()
    across, down = min(3 * width + 2, 700), min(3 * height + 2, 700)
    plane = numpy_pad(image, (down, across), (down, across), padding)
    shifts = [(0, 0), (1, 0), (0, -1), (-2, 3), (width, height), (-across, down), (across, -down)]
    for x, y in ((x, y) for x, y in shifts if abs(x) <= across and abs(y) <= down):
        moved = warp(Pyramid(image), translation(x, y), size, padding)
        expected = plane[down - y : down - y + height, across - x : across - x + width]
        np.testing.assert_array_equal(moved, expected)
    np.testing.assert_array_equal(image, before)


@by_mode
def test_padding_is_right_on_a_larger_canvas_and_far_away(padding: Padding) -> None:
    image = noise_picture(7, 5)
    plane = numpy_pad(image, (500, 400), (500, 400), padding)
    whole = warp(Pyramid(image), translation(400, 500), (807, 1005), padding)
    np.testing.assert_array_equal(whole, plane)


@by_channels
def test_fill_follows_the_channels(channels: int) -> None:
    padding = Padding(mode=PaddingMode.CONSTANT, fill=(200, 30, 90))
    assert fill_values(padding, channels) == fill_of(padding, channels)
    away = warp(Pyramid(noise_picture(3, 3, channels)), translation(50, 0), (4, 2), padding)
    assert {tuple(pixel) for pixel in away.reshape(-1, channels).tolist()} == {fill_of(padding, channels)}


# -- scikit-image -----------------------------------------------------------------------------------

BETWEEN_PIXELS: dict[str, Matrix] = {
    "turned": rotation(17.3),
    "turned the other way": rotation(-100.7),
    "zoomed in": scaling(1.7, 1.7),
    "zoomed out": scaling(0.8, 0.8),
    "stretched": scaling(1.3, 0.9),
    "shifted": translation(3.37, -7.81),
    "all at once": compose(scaling(1.2, 0.95), rotation(33.3), translation(11.1, -5.5)),
}


def reference(image: Image, matrix: Matrix, size: tuple[int, int], padding: Padding) -> Image:
    """Exact bilinear lookup in floats; scikit-image's names of the modes mean what numpy's mean."""
    inverse_map = np.linalg.inv(np.array(matrix))
    planes = [
        skimage.transform.warp(  # type: ignore[no-untyped-call]
            image[:, :, c].astype(np.float64),
            inverse_map,
            output_shape=(size[1], size[0]),
            order=1,
            mode=padding.mode.value,
            cval=float(fill),
            preserve_range=True,
        )
        for c, fill in enumerate(fill_of(padding, image.shape[2]))
    ]
    return np.stack(planes, axis=2)


@by_mode
@pytest.mark.parametrize("name", BETWEEN_PIXELS)
def test_between_pixels_equals_scikit_image(name: str, padding: Padding) -> None:
    """Positions are rounded to 1/32 pixel: values are off by 1/64 of the slope per axis, and half a level.

    In the smooth picture neighbours differ by less than 4 and 5 levels, so 0.75 is the limit; its edge meets
    the fill or the other side in a step of up to 255, which may be off by 255/64 more. Pure noise has such a
    step everywhere and along both axes.
    """
    size = (301, 277)
    matrix = about_centre(BETWEEN_PIXELS[name], size)
    stepped = padding.mode in (PaddingMode.CONSTANT, PaddingMode.WRAP)
    smooth, noisy = smooth_picture(*size), noise_picture(*size)
    for image, most, mean in ((smooth, 4.75 if stepped else 0.75, 0.3), (noisy, 8.6, 1.0)):
        off = distance(warp(Pyramid(image), matrix, size, padding), reference(image, matrix, size, padding))
        assert np.max(off) <= most
        assert off.mean() <= mean


@by_channels
def test_channels_are_moved_alike(channels: int) -> None:
    image = smooth_picture(200, 150, channels)
    matrix = about_centre(rotation(20), (200, 150))
    whole = warp(Pyramid(image), matrix, (200, 150), Padding())
    for c in range(channels):
        alone = warp(Pyramid(image[:, :, c : c + 1].copy()), matrix, (200, 150), Padding())
        assert np.max(distance(whole[:, :, c : c + 1], alone)) <= 1


# -- regions ----------------------------------------------------------------------------------------


@st.composite
def regions(draw: st.DrawFn, width: int, height: int) -> Region:
    left, top = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return Region(left, top, draw(st.integers(1, width - left)), draw(st.integers(1, height - top)))


@given(
    st.sampled_from(ALL_MODES),
    st.floats(-180, 180),
    st.floats(0.1, 3),
    st.floats(0.5, 2),
    st.tuples(st.floats(-200, 200), st.floats(-200, 200)),
    regions(601, 530),
    st.booleans(),
)
def test_region_equals_the_same_region_of_the_whole(
    padding: Padding,
    angle: float,
    factor: float,
    stretch: float,
    shift: tuple[float, float],
    region: Region,
    draft: bool,
) -> None:
    size = (601, 530)
    pyramid = Pyramid(noise_picture(90, 71))
    matrix = compose(
        resizing((90, 71), size),
        about_centre(compose(scaling(factor, factor * stretch), rotation(angle)), size),
        translation(*shift),
    )
    whole = warp(pyramid, matrix, size, padding, draft=draft)
    part = warp(pyramid, matrix, size, padding, region, draft=draft)
    expected = whole[region.top : region.top + region.height, region.left : region.left + region.width]
    np.testing.assert_array_equal(part, expected)


@by_mode
@pytest.mark.parametrize("factor", [0.1, 0.3, 0.74, 0.76, 1.0, 2.5])
def test_regions_cross_tiles_seamlessly(factor: float, padding: Padding) -> None:
    size = (700, 520)
    pyramid = Pyramid(noise_picture(*size))
    matrix = about_centre(compose(rotation(31), scaling(factor, factor)), size)
    whole = warp(pyramid, matrix, size, padding)
    for left, top in ((200, 200), (255, 255), (256, 256), (257, 511), (500, 100)):
        part = warp(pyramid, matrix, size, padding, Region(left, top, 70, 9))
        np.testing.assert_array_equal(part, whole[top : top + 9, left : left + 70])


def test_tiles_leave_no_seam() -> None:
    """A direct warp of the whole may round some positions to the next 1/32 pixel, but shows no edge."""
    size = (700, 520)
    image = smooth_picture(*size)
    matrix = about_centre(rotation(31), size)
    made = warp(Pyramid(image), matrix, size, Padding(mode=PaddingMode.CONSTANT))
    direct = cv2.warpAffine(image, np.array(matrix[:2]), size, flags=cv2.INTER_LINEAR)
    white = Pyramid(plain_picture(*size, 3, 255))
    inside = warp(white, matrix, size, Padding(mode=PaddingMode.CONSTANT)) == 255
    assert distance(made, direct)[inside].max() <= 1


# -- shrinking --------------------------------------------------------------------------------------


def plain_bilinear(image: Image, matrix: Matrix, size: tuple[int, int]) -> Image:
    return np.asarray(
        cv2.warpAffine(
            image,
            np.array(matrix[:2]),
            size,
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT_101,
        ),
        np.uint8,
    )


@pytest.mark.parametrize("parts", [3, 4, 8])
def test_strong_shrinking_does_not_alias(parts: int) -> None:
    size = (480, 384)
    image = noise_picture(*size)
    small = (size[0] // parts, size[1] // parts)
    means = image.reshape(small[1], parts, small[0], parts, 3).mean(axis=(1, 3))
    matrix = resizing(size, small)
    ours = warp(Pyramid(image), matrix, small, Padding())
    naive = plain_bilinear(image, matrix, small)
    assert psnr(ours, means) > psnr(naive, means) + 3


def test_shrinking_a_turned_picture_does_not_alias() -> None:
    size = (400, 400)
    image = noise_picture(*size)
    matrix = about_centre(compose(rotation(20), scaling(0.3, 0.3)), size)
    fine_size = (3200, 3200)
    fine = warp(Pyramid(image), compose(matrix, resizing(size, fine_size)), fine_size, Padding())
    exact = shrink(fine, size)
    ours = warp(Pyramid(image), matrix, size, Padding())
    assert psnr(ours, exact) > psnr(plain_bilinear(image, matrix, size), exact) + 3


@by_mode
@pytest.mark.parametrize("factor", [0.1, 0.2, 0.3, 0.5, 0.74])
@pytest.mark.parametrize("size", [(1, 1), (1, 7), (7, 1), (5, 300), (64, 48), (63, 47)])
def test_shrunk_plain_picture_stays_plain(size: tuple[int, int], factor: float, padding: Padding) -> None:
    plain = padding.model_copy(update={"fill": (128, 128, 128)})
    matrix = about_centre(compose(rotation(10), scaling(factor, factor)), size)
    made = warp(Pyramid(plain_picture(*size)), matrix, size, plain)
    np.testing.assert_array_equal(made, plain_picture(*size))


def test_shrinking_keeps_the_place() -> None:
    """A reduced level must not shift the picture: its waves stay where exact lookup puts them."""
    size = (333, 251)
    image = smooth_picture(*size)
    for factor in (0.15, 0.25, 0.4, 0.6):
        matrix = about_centre(scaling(factor, factor), size)
        made = warp(Pyramid(image), matrix, size, Padding())
        inner = np.s_[120:130, 155:175]
        exact = reference(image, matrix, size, Padding())
        assert distance(made, exact)[inner].mean() < 0.6


def test_draft_leaves_out_the_supersampling_only() -> None:
    size = (128, 96)
    pyramid = Pyramid(smooth_picture(*size))
    larger, smaller = (about_centre(scaling(f, f), size) for f in (1.5, 0.6))
    exact, draft = (warp(pyramid, larger, size, Padding(), draft=flag) for flag in (False, True))
    np.testing.assert_array_equal(exact, draft)
    exact, draft = (warp(pyramid, smaller, size, Padding(), draft=flag) for flag in (False, True))
    assert 0 < np.max(distance(exact, draft)) < 30


def test_identity_is_a_new_equal_picture() -> None:
    image = noise_picture(300, 20)
    made = warp(Pyramid(image), IDENTITY, (300, 20), Padding())
    np.testing.assert_array_equal(made, image)
    assert not np.shares_memory(made, image)


def test_constant_padding_blends_over_one_pixel_only() -> None:
    image = plain_picture(20, 20, 3, 255)
    padding = Padding(mode=PaddingMode.CONSTANT, fill=MAGENTA)
    made = warp(Pyramid(image), translation(3.5, 0), (30, 20), padding)
    greens = made[10, :, 1].tolist()
    assert greens == [0] * 3 + [128] + [255] * 19 + [128] + [0] * 6


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize("zoom", [0.3, 0.24, 0.15, 0.1])
@pytest.mark.parametrize("size", [(321, 243), (402, 300)])
def test_zoomed_out_padding_is_that_of_the_full_picture(
    mode: PaddingMode, zoom: float, size: tuple[int, int]
) -> None:
    image, padding = smooth_picture(*size), Padding(mode=mode)
    matrix = about_centre(scaling(zoom, zoom), size)
    margins = (10 * size[1], 10 * size[0])
    padded = numpy_pad(image, margins, margins, padding)
    shifted = compose(translation(-margins[1], -margins[0]), matrix)
    expected = warp(Pyramid(padded), shifted, size, Padding(mode=PaddingMode.CONSTANT))
    assert distance(warp(Pyramid(image), matrix, size, padding), expected).mean() < 0.8
