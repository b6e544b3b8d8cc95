"""Painting like another picture."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from augstudio.assets import asset
from augstudio.core.image import Image
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.reference import Reference
from augstudio.kernels.detail.blur import gaussian_blur
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.kernels.style.sketch import Named
from augstudio.kernels.style.synthesis import COARSEST, Manner, painted, rescaled, sides
from augstudio.kernels.style.transfer import Painting, style_sketch, styled
from augstudio.transforms.reference_images import reference_picture
from tests.pictures import distance, noise_picture, plain_picture, psnr, smooth_picture

STYLE = shrink(reference_picture(Reference("shipped:gallery/wheat_field_with_cypresses.jpg")), (110, 85))
USUAL = Painting(Manner(0.3, 1.0, 0.5, 7), 128, keep_colours=False)


def landscape(width: int, height: int, channels: int = 3) -> Image:
    """Smooth forms with grain and a hard edge."""
    picture = smooth_picture(width, height, channels) // 2 + noise_picture(width, height, channels) // 8
    picture[height // 2 :, : width // 2] += 90
    return picture


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_strength(channels: int) -> None:
    image = landscape(60, 50, channels)
    before = image.copy()
    whole, some, none = (styled(image, STYLE, USUAL, strength) for strength in (1, 0.25, 0))
    np.testing.assert_array_equal(none, image)
    np.testing.assert_array_equal(image, before)
    colours = slice(0, min(3, channels))
    mean = (whole[:, :, colours].astype(np.float64) + 3.0 * image[:, :, colours]) / 4
    assert distance(some[:, :, colours], mean).max() <= 0.5
    assert distance(whole[:, :, colours], image[:, :, colours]).mean() > 10
    np.testing.assert_array_equal(whole[:, :, 3:], image[:, :, 3:])


def test_it_is_the_same_each_time_and_with_any_number_of_threads() -> None:
    image = landscape(100, 75)
    one = styled(image, STYLE, USUAL, 1)
    before = cv2.getNumThreads()
    try:
        for threads in (1, 4):
            cv2.setNumThreads(threads)
            np.testing.assert_array_equal(styled(image, STYLE, USUAL, 1), one)
    finally:
        cv2.setNumThreads(before)


def test_only_the_search_is_random() -> None:
    other = Painting(Manner(0.3, 1.0, 0.5, 8), 128, keep_colours=False)
    image = landscape(128, 96)
    one, two = styled(image, STYLE, USUAL, 1), styled(image, STYLE, other, 1)
    assert (one != two).any()
    assert psnr(one, two) > 15


def test_a_picture_in_its_own_style_stays() -> None:
    manner = Manner(0.0, 1.0, 0.0, 7)
    result = painted(STYLE, STYLE, sides(110, 110), manner)
    inner = np.s_[8:-8, 8:-8]
    assert psnr(result[inner], STYLE[inner]) > 30


def test_it_is_made_of_the_style_pictures_colours() -> None:
    image = landscape(100, 80)
    blue = np.zeros((60, 60, 3), np.uint8)
    blue[:, :, 2] = gaussian_blur(noise_picture(60, 60, 1), 1)[:, :, 0]
    assert styled(image, blue, USUAL, 1)[:, :, :2].max() <= 1


def test_or_of_the_pictures() -> None:
    image = landscape(100, 80)
    image[:, :, 2] //= 3
    kept = styled(image, STYLE, Painting(USUAL.manner, 128, keep_colours=True), 1)
    assert np.max(np.abs(np.mean(kept, axis=(0, 1)) - np.mean(image, axis=(0, 1)))) < 10
    assert np.max(np.abs(np.mean(STYLE, axis=(0, 1)) - np.mean(image, axis=(0, 1)))) > 30


def test_shapes_are_followed_the_more_the_less_freedom() -> None:
    image = landscape(120, 90)
    edges = []
    for freedom in (0.0, 0.3, 1.0):
        painting = Painting(Manner(freedom, 1.0, 0.5, 7), 128, keep_colours=True)
        edges.append(psnr(gaussian_blur(styled(image, STYLE, painting, 1), 2), gaussian_blur(image, 2)))
    assert edges[0] > edges[1] > edges[2]


@pytest.mark.parametrize("brush", [0.5, 2.0])
@pytest.mark.parametrize("size", [(1, 1), (300, 2), (3, 90), (64, 64)])
def test_any_size_any_brush(size: tuple[int, int], brush: float) -> None:
    painting = Painting(Manner(0.5, brush, 0.5, 3), 128, keep_colours=False)
    for style in (STYLE, plain_picture(2, 3), STYLE[:, :9]):
        assert styled(noise_picture(*size), np.ascontiguousarray(style), painting, 1).shape == (
            *size[::-1],
            3,
        )


def test_a_draft_looks_like_the_export_reduced() -> None:
    image = landscape(200, 150)
    painting = Painting(Manner(0.3, 1.0, 0.5, 7), 256, keep_colours=False)
    export = gaussian_blur(shrink(styled(image, STYLE, painting, 1), (160, 120)), 2)
    small = shrink(image, (160, 120))
    draft = gaussian_blur(styled(small, STYLE, painting, 1, scale=0.8), 2)
    alone = gaussian_blur(styled(small, STYLE, painting, 1), 2)
    assert psnr(draft, export) > max(20, psnr(alone, export) + 1)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("keep_colours", [False, True])
def test_a_sketch_looks_like_the_result(channels: int, keep_colours: bool) -> None:
    image = rescaled(landscape(160, 120, channels), (320, 240))
    painting = Painting(Manner(0.3, 1.0, 0.5, 7), 128, keep_colours)
    small = shrink(image, (160, 120))
    named = Named(STYLE, "wheat")
    before = small.copy()
    made, none = (style_sketch(small, named, painting, strength) for strength in (1.0, 0.0))
    np.testing.assert_array_equal(small, before)
    np.testing.assert_array_equal(none, small)
    assert made.shape == small.shape
    result, sketch, plain = (
        gaussian_blur(np.ascontiguousarray(picture[:, :, :3]), 4)
        for picture in (shrink(styled(image, STYLE, painting, 1), (160, 120)), made, small)
    )
    # In the picture's own colours a blurred painting is much like the blurred picture.
    assert psnr(sketch, result) > (20 if keep_colours else psnr(plain, result) + 1)
    other = style_sketch(small, Named(plain_picture(90, 60), "plain"), painting, 1.0)
    assert not np.array_equal(other, made)


@pytest.mark.parametrize("brush", [0.5, 2.0])
@pytest.mark.parametrize("size", [(1, 1), (120, 2), (3, 90), (64, 64)])
def test_a_sketch_has_any_size_and_brush(size: tuple[int, int], brush: float) -> None:
    painting = Painting(Manner(1.0, brush, 0.5, 3), 128, keep_colours=False)
    for style in (STYLE, plain_picture(2, 3), np.ascontiguousarray(STYLE[:, :9])):
        made = style_sketch(noise_picture(*size), Named.by_pixels(style), painting, 1)
        assert made.shape == (*size[::-1], 3)


def test_large_pictures_get_the_painting_enlarged() -> None:
    image = rescaled(landscape(128, 96), (640, 480))
    result = styled(image, STYLE, USUAL, 1)
    assert result.shape == image.shape
    small = styled(shrink(image, (128, 96)), STYLE, USUAL, 1)
    assert psnr(gaussian_blur(shrink(result, (128, 96)), 2), gaussian_blur(small, 2)) > 22


def test_levels() -> None:
    assert sides(512, 512) == [64, 128, 256, 512]
    assert sides(160, 512) == [64, 128, 160]
    assert sides(100, 512) == [64, 100]
    assert sides(40, 40) == [40]
    for full in range(1, 600, 7):
        levels = sides(full, full)
        assert levels[-1] == full
        assert levels == sorted(set(levels))
        assert levels[0] < 2 * COARSEST


def test_it_ends_when_nobody_waits() -> None:
    left = iter(range(40))
    with interruptible(lambda: next(left, None) is None), pytest.raises(Interrupted):
        styled(landscape(128, 96), STYLE, USUAL, 1)


def test_the_gallery_is_small_and_says_where_it_is_from() -> None:
    folder = asset("gallery")
    files = sorted(folder.glob("*.jpg"))
    text = (folder / "LICENSES.md").read_text(encoding="utf-8")
    assert 5 <= len(files) <= 8
    assert sum(file.stat().st_size for file in files) < 600_000
    assert [f"`{file.name}`" in text for file in files] == [True] * len(files)
    for file in files:
        picture = reference_picture(Reference.of(file))
        assert max(picture.shape) == 512
