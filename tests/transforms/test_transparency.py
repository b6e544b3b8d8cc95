"""What is invisible never shows: colours count by their alpha, in every transform."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.core.matrix import about_centre, compose, rotation, scaling, translation
from augstudio.core.padding import Fill, Padding, PaddingMode
from augstudio.core.parameters import Range, parameters_of
from augstudio.core.region import Region
from augstudio.core.transform import Distortion, Geometric, Pixel, Selector, Transform
from augstudio.kernels.geometry import reweighing, sparse
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.region import cropped
from augstudio.kernels.sampling import averaging
from augstudio.kernels.sampling.padding import fill_values
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import demonstrated
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import CATALOGUE, Perspective, Rotate, Scale
from augstudio.transforms.autocontrast import Autocontrast
from augstudio.transforms.color_transfer import ColorTransfer
from augstudio.transforms.cutout import Cutout
from augstudio.transforms.defocus import Defocus
from augstudio.transforms.downscale import Downscale
from augstudio.transforms.equalize import Equalize
from augstudio.transforms.gaussian_blur import GaussianBlur
from augstudio.transforms.grid_mask import GridMask
from augstudio.transforms.image_model import ImageModel
from augstudio.transforms.jpeg_compression import JpegCompression
from augstudio.transforms.median_blur import MedianBlur
from augstudio.transforms.motion_blur import MotionBlur
from augstudio.transforms.sharpen import Sharpen
from tests.mixing import OTHERS
from tests.pictures import noise_picture, numpy_pad

MOVING = [kind for kind in CATALOGUE if issubclass(kind, Geometric | Distortion)]
ACTING = [kind for kind in CATALOGUE if not issubclass(kind, Selector)]
MIXING = (MedianBlur, GaussianBlur, MotionBlur, Defocus, Sharpen, Downscale, JpegCompression, ImageModel)
SIZE = (97, 75)
SCALES = (1.0, 0.41)


def alpha_plane(width: int, height: int, seed: int = 5) -> Image:
    """A disc with a soft edge, specks of all strengths about it, and a solid corner."""
    rows, columns = np.mgrid[0:height, 0:width]
    far = np.hypot(columns - 0.6 * width, rows - 0.45 * height)
    alpha = ((0.3 * min(width, height) - far) * 60 + 128).clip(0, 255)
    random = np.random.default_rng(seed)
    specks = random.random((height, width)) < 0.04
    alpha[specks] = random.integers(0, 256, int(specks.sum()))
    alpha[-height // 5 :, : width // 4] = 255
    return np.asarray(alpha, np.uint8)


def cut_out(
    hidden: int, colours: Image | None = None, *, size: tuple[int, int] = SIZE, channels: int = 4
) -> Image:
    """A picture with transparency, under which lies one of several things that nobody can see."""
    image = noise_picture(*size, channels)
    image[:, :, -1] = alpha_plane(*size)
    if colours is not None:
        image[:, :, :-1] = colours
    unseen = image[:, :, -1] == 0
    under = np.zeros_like(image) if hidden == 0 else noise_picture(*size, channels, seed=hidden)
    image[unseen, :-1] = under[unseen, :-1]
    return image


def variants(kind: type[Transform]) -> list[Transform]:
    """A transform as it comes, and at the ends of its ranges."""
    plain = demonstrated(kind)
    ends: list[Transform] = []
    for share in (0, 1):
        update = {
            parameter.name: Range(
                getattr(plain, parameter.name)[share], getattr(plain, parameter.name)[share]
            )
            for parameter in parameters_of(kind)
            if parameter.is_range
        }
        ends.append(plain.model_copy(update=update))
    return [plain, *ends]


def made(image: Image, transform: Transform, copy: int, scale: float, padding: Padding) -> Image:
    pipeline = Pipeline.of((transform,), padding)
    size = (image.shape[1], image.shape[0])
    resolved = resolve(pipeline, size, seed=3, key="k", copy=copy, partners=OTHERS)
    return render(image, resolved, scale=scale, partners=OTHERS)


def visible(image: Image) -> Image:
    """The picture without what cannot be seen."""
    return np.where(image[:, :, -1:] > 0, image, 0).astype(np.uint8)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *itertools.product(ACTING, [PaddingMode.REFLECT]),
        *itertools.product(MOVING, [PaddingMode.CONSTANT]),
    ],
    ids=lambda item: getattr(item, "NAME", str(item)),
)
def test_what_is_hidden_does_not_count(kind: type[Transform], mode: PaddingMode) -> None:
    padding = Padding(mode=mode)
    costly = issubclass(kind, Pixel) and kind.COSTLY
    for copy, transform in enumerate(variants(kind)[: 1 if costly else 3], start=1):
        for scale in SCALES[: 1 if costly else 2]:
            first = made(cut_out(0), transform, copy, scale, padding)
            other = made(cut_out(1), transform, copy, scale, padding)
            np.testing.assert_array_equal(visible(other), visible(first))


@pytest.mark.parametrize("kind", MOVING, ids=lambda kind: kind.NAME)
@pytest.mark.parametrize("padding", [Padding(mode=mode) for mode in PaddingMode], ids=lambda p: p.mode)
def test_one_visible_colour_stays(kind: type[Transform], padding: Padding) -> None:
    colour = np.array((235, 200, 60), np.uint8)
    image = cut_out(1, np.broadcast_to(colour, (SIZE[1], SIZE[0], 3)))
    for copy, transform in enumerate(variants(kind), start=1):
        for scale in SCALES:
            result = made(image, transform, copy, scale, padding)
            seen = result[result[:, :, 3] > 0][:, :3]
            assert len(seen)
            assert {tuple(pixel) for pixel in seen.tolist()} == {tuple(colour.tolist())}


@pytest.mark.parametrize("kind", MOVING, ids=lambda kind: kind.NAME)
def test_opaque_pictures_are_like_those_without_alpha(kind: type[Transform]) -> None:
    image = noise_picture(*SIZE)
    with_alpha = np.dstack((image, np.full(image.shape[:2], 255, np.uint8)))
    for copy, transform in enumerate(variants(kind), start=1):
        for scale in SCALES:
            expected = made(image, transform, copy, scale, Padding())
            result = made(with_alpha, transform, copy, scale, Padding())
            np.testing.assert_array_equal(result[:, :, :3], expected)
            assert (result[:, :, 3] == 255).all()


@pytest.mark.parametrize("size", [(48, 37), (31, 75), (200, 160), (97, 1)])
def test_reduced_pictures_are_means_of_what_is_visible(size: tuple[int, int]) -> None:
    image = cut_out(2)
    width, height = size
    reduced = Pyramid(image).reduced(size) if width > SIZE[0] else shrink(image, size)
    assert reduced.shape == (height, width, 4)
    plain = cut_out(2, np.full((SIZE[1], SIZE[0], 3), 77, np.uint8))
    one = Pyramid(plain).reduced(size) if width > SIZE[0] else shrink(plain, size)
    assert (one[one[:, :, 3] > 0][:, :3] == 77).all()
    np.testing.assert_array_equal(one[:, :, 3], reduced[:, :, 3])


def test_outside_a_picture_with_transparency_is_nothing_unless_it_is_chosen() -> None:
    image = np.full((20, 20, 4), 255, np.uint8)
    step = {"id": 1, "transform": "rotate", "angle_range": [45, 45]}

    def corner(fill: list[int], picture: Image = image) -> list[int]:
        padding = {"mode": "constant", "fill": fill}
        pixel = Pipeline.from_dict({"augstudio": 1, "padding": padding, "steps": [step]})(picture, key="k")[
            0, 0
        ]
        return [int(level) for level in pixel]

    assert corner([9, 8, 7]) == [9, 8, 7, 0]
    assert corner([9, 8, 7, 255]) == [9, 8, 7, 255]
    assert corner([9, 8, 7, 40]) == [9, 8, 7, 40]
    assert corner([9, 8, 7, 40], image[:, :, :3]) == [9, 8, 7]
    assert fill_values(Padding(fill=(100, 100, 100)), 2) == (100, 0)


@pytest.mark.parametrize("channels", [2, 4])
def test_a_lone_pixel_with_transparency_is_seen_in_perspective(channels: int) -> None:
    pixel = np.full((1, 1, channels), 100, np.uint8)
    for seed in range(12):
        made = Pipeline.of((Perspective(),), Padding(mode=PaddingMode.CONSTANT))(pixel, seed=seed, key="a")
        assert made.shape == pixel.shape
        assert set(made[0, 0, :-1].tolist()) <= {0, 100}


def test_files_name_alpha_only_where_it_was_chosen() -> None:
    for fill in ([1, 2, 3], [1, 2, 3, 0], [1, 2, 3, 255]):
        data = {"augstudio": 1, "padding": {"mode": "constant", "fill": fill}, "steps": []}
        assert Pipeline.from_dict(data).to_dict() == data


@pytest.mark.parametrize("channels", [2, 4])
@pytest.mark.parametrize("fill", [None, (9, 8, 7), (9, 8, 7, 90)])
def test_lookups_between_pixels_weigh_colours_with_alpha(channels: int, fill: Fill | None) -> None:
    image = cut_out(1, channels=channels)
    padding = (
        Padding(mode=PaddingMode.EDGE) if fill is None else Padding(mode=PaddingMode.CONSTANT, fill=fill)
    )
    moved = warp(Pyramid(image), translation(3.25, -1.5), SIZE, padding)
    plane = numpy_pad(image, (6, 6), (6, 6), padding).astype(np.float64)
    plane[:, :, :-1] *= plane[:, :, -1:]
    width, height = SIZE
    expected = np.zeros(image.shape)
    for down, upper in ((7, 0.5), (8, 0.5)):
        for across, share in ((2, 0.25), (3, 0.75)):
            expected += upper * share * plane[down : down + height, across : across + width]
    seen = moved[:, :, -1] > 0
    colours = expected[:, :, :-1] / np.maximum(expected[:, :, -1:], 1e-9)
    assert seen.any()
    assert np.max(np.abs(moved[:, :, :-1] - colours)[seen]) <= 0.5 + 1e-9
    assert np.max(np.abs(moved[:, :, -1] - expected[:, :, -1])) <= 0.5


@pytest.mark.parametrize("kind", MOVING, ids=lambda kind: kind.NAME)
@pytest.mark.parametrize("mode", [PaddingMode.SYMMETRIC, PaddingMode.CONSTANT])
def test_few_pixels_are_weighed_as_many_are(
    kind: type[Transform], mode: PaddingMode, monkeypatch: pytest.MonkeyPatch
) -> None:
    for copy, transform in enumerate(variants(kind), start=1):
        results = []
        for many in (0.0, 2.0):
            monkeypatch.setattr(reweighing, "_MANY", many)
            monkeypatch.setattr(sparse, "_MANY", many)
            monkeypatch.setattr(averaging, "_MANY", many)
            results.append(made(cut_out(1), transform, copy, 1.0, Padding(mode=mode)))
        np.testing.assert_array_equal(visible(results[0]), visible(results[1]))


@pytest.mark.parametrize("padding", [Padding(mode=mode) for mode in PaddingMode], ids=lambda p: p.mode)
@pytest.mark.parametrize(("angle", "factor"), [(0, 1.0), (17.3, 1.0), (-140, 1.6), (45, 0.8)])
def test_all_tiles_at_once_are_weighed_as_each_by_itself(
    padding: Padding, angle: float, factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (540, 300)
    image = cut_out(1, size=size)
    image[:, :, 3] = np.where(alpha_plane(*size) > 128, 255, 0)
    matrix = about_centre(compose(rotation(angle), scaling(factor, factor), translation(2.3, -7.6)), size)
    results = []
    for many in (0.0, 9.0):
        monkeypatch.setattr(sparse, "_MANY", many)
        results.append(warp(Pyramid(image), matrix, size, padding))
    np.testing.assert_array_equal(results[0], results[1])


@pytest.mark.parametrize("kind", MIXING[:-1], ids=lambda kind: kind.NAME)
@pytest.mark.parametrize("channels", [2, 4])
def test_one_visible_colour_is_mixed_as_if_there_was_no_other(kind: type[Transform], channels: int) -> None:
    colours = np.full((SIZE[1], SIZE[0], channels - 1), (235, 200, 60)[: channels - 1], np.uint8)
    image = cut_out(1, colours, channels=channels)
    for copy, transform in enumerate(variants(kind), start=1):
        for scale in SCALES:
            expected = made(colours, transform, copy, scale, Padding())
            result = made(image, transform, copy, scale, Padding())
            seen = result[:, :, -1] > 0
            np.testing.assert_array_equal(result[seen][:, :-1], expected[seen])


@pytest.mark.parametrize("kind", MIXING, ids=lambda kind: kind.NAME)
def test_mixing_leaves_alpha_and_opaque_pictures(kind: type[Transform]) -> None:
    image = noise_picture(*SIZE)
    with_alpha = np.dstack((image, np.full(image.shape[:2], 255, np.uint8)))
    for copy, transform in enumerate(variants(kind), start=1):
        result = made(with_alpha, transform, copy, 1.0, Padding())
        np.testing.assert_array_equal(result[:, :, :3], made(image, transform, copy, 1.0, Padding()))
        changed = made(cut_out(1), transform, copy, 1.0, Padding())
        np.testing.assert_array_equal(changed[:, :, 3], cut_out(1)[:, :, 3])


@pytest.mark.parametrize("kind", [*MOVING, *MIXING], ids=lambda kind: kind.NAME)
@pytest.mark.parametrize("mode", [PaddingMode.CONSTANT, PaddingMode.REFLECT])
def test_a_part_of_a_picture_with_transparency_is_as_in_the_whole(
    kind: type[Transform], mode: PaddingMode
) -> None:
    size = (350, 290) if kind in MOVING else SIZE
    image = cut_out(1, size=size)
    for copy, transform in enumerate(variants(kind), start=1):
        resolved = resolve(Pipeline.of((transform,), Padding(mode=mode)), size, seed=3, key="k", copy=copy)
        part = Region(37, 21, 130, 133).within(resolved.size)
        whole = render(image, resolved)
        np.testing.assert_array_equal(render(image, resolved, region=part), cropped(whole, part))


@pytest.mark.parametrize(
    "transform",
    [
        *(ColorTransfer(method=method) for method in ("reinhard", "distribution", "histogram", "fourier")),
        ImageModel(),
        Cutout(fill="mean"),
        GridMask(fill="mean"),
        Autocontrast(per_channel=False),
        Equalize(per_channel=True),
    ],
    ids=lambda transform: f"{transform.NAME}-{getattr(transform, 'method', '')}",
)
@pytest.mark.parametrize("channels", [2, 4])
def test_what_is_hidden_does_not_steer_what_is_measured(transform: Transform, channels: int) -> None:
    first, other = (
        made(cut_out(hidden, channels=channels), transform, 1, 1.0, Padding()) for hidden in (0, 1)
    )
    np.testing.assert_array_equal(visible(first), visible(other))
    nothing = cut_out(1, channels=channels)
    nothing[:, :, -1] = 0
    np.testing.assert_array_equal(made(nothing, transform, 1, 1.0, Padding()), nothing)


@pytest.mark.parametrize("kind", ACTING, ids=lambda kind: kind.NAME)
def test_grey_with_alpha_is_treated_as_grey(kind: type[Transform]) -> None:
    grey = noise_picture(*SIZE, 1)
    solid = np.dstack((grey, np.full(grey.shape[:2], 255, np.uint8)))
    cut = cut_out(1, channels=2)
    for copy, transform in enumerate(variants(kind)[:2], start=1):
        result = made(solid, transform, copy, 1.0, Padding())
        np.testing.assert_array_equal(result[:, :, :1], made(grey, transform, copy, 1.0, Padding()))
        assert (result[:, :, 1] == 255).all()
        assert made(cut, transform, copy, 1.0, Padding(mode=PaddingMode.CONSTANT)).shape[2] == 2


def test_pictures_may_lie_in_memory_as_they_like() -> None:
    pipeline = Pipeline.of((Rotate(), GaussianBlur(), Scale(), Autocontrast()), Padding())
    for channels in (2, 4):
        image = cut_out(1, channels=channels)
        expected = pipeline(image, key="k")
        turned = (image[::-1].copy()[::-1], image[:, :, ::-1].copy()[:, :, ::-1], np.asfortranarray(image))
        for strange in turned:
            np.testing.assert_array_equal(pipeline(strange, key="k"), expected)
