"""Pictures put together with their labels, against each pixel followed back to its own picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Image, size_of
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Bitmap, Categories, Labels, Tags
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region
from augstudio.core.transform import Transform
from augstudio.errors import ImageError
from augstudio.pipelines import Pipeline
from augstudio.render.labels import relabel
from augstudio.render.pixels import render
from augstudio.render.resolve import Composed, Resolved, resolve, resolve_recorded
from augstudio.transforms import GaussianNoise, HorizontalFlip
from augstudio.transforms.mosaic import Mosaic
from tests.labelled import inside, pixel_centres, shown
from tests.mixing import IMAGES, OTHERS, PICTURES, SIZES, shape_of
from tests.pictures import noise_picture

ALL = LabelPolicy(min_visible=0, min_pixels=0)
CLASSES = Categories.named(SIZES)
METHODS = ("crop", "fit", "stretch")


@dataclass(frozen=True)
class Quarter:
    """A quarter of a mosaic, and where each of its pixels comes from."""

    key: str
    rows: slice
    columns: slice
    x: npt.NDArray[Any]
    y: npt.NDArray[Any]

    @property
    def pixels(self) -> tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[Any]]:
        """Nearest column and row of each pixel, and whether they lie in the picture."""
        column, row = np.floor(self.x + 0.5).astype(int), np.floor(self.y + 0.5).astype(int)
        width, height = SIZES[self.key]
        within = (column >= 0) & (column < width) & (row >= 0) & (row < height)
        return np.where(within, column, 0), np.where(within, row, 0), within


def resolved_mosaic(
    key: str, method: str, copy: int = 1, mode: PaddingMode = PaddingMode.CONSTANT
) -> Resolved:
    pipeline = Pipeline.of((Mosaic(method=method),), Padding(mode=mode))
    return resolve(pipeline, SIZES[key], seed=3, key=key, copy=copy, partners=OTHERS)


def quarters(key: str, resolved: Resolved, method: str) -> Iterator[Quarter]:
    """Worked out anew from what was drawn."""
    draw = resolved.draws[0].draw.to_dict()
    keys = [partner["key"] for partner in draw["partners"]]
    keys.insert(draw["quarter"], key)
    width, height = SIZES[key]
    middle = round(draw["across"] * width), round(draw["down"] * height)
    spans = [((0, middle[0]), (middle[0], width)), ((0, middle[1]), (middle[1], height))]
    for number, each in enumerate(keys):
        (left, right), (top, bottom) = spans[0][number % 2], spans[1][number // 2]
        place = right - left, bottom - top
        shares = [place[axis] / SIZES[each][axis] for axis in (0, 1)]
        if method != "stretch":
            share = max(shares) if method == "crop" else min(shares)
            shares = [share, share]
        scaled = [max(1, int(np.floor(SIZES[each][axis] * shares[axis] + 0.5))) for axis in (0, 1)]
        corner = [(place[axis] - scaled[axis]) // 2 for axis in (0, 1)]
        x, y = pixel_centres(place)
        x, y = (
            _back(value, SIZES[each][axis] / scaled[axis], corner[axis]) for axis, value in enumerate((x, y))
        )
        yield Quarter(each, slice(top, bottom), slice(left, right), x, y)


def _back(value: npt.NDArray[Any], share: float, corner: int) -> npt.NDArray[Any]:
    """Places before scaling; factors as exact as those of all matrices, so that halves fall the same way."""
    grid = 2**32
    factor, shift = round(share * grid) / grid, round(((0.5 - corner) * share - 0.5) * grid) / grid
    return value * factor + shift


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("key", SIZES)
def test_a_mosaic_labels_each_pixel_as_its_own_picture_does(key: str, method: str) -> None:
    resolved = resolved_mosaic(key, method)
    made = relabel(PICTURES[key][1], resolved, ALL, partners=OTHERS).labels
    size = SIZES[key]
    classes = np.full((size[1], size[0]), 255, np.uint8)
    outlined = np.zeros((size[1], size[0]), bool)
    bitmaps = np.zeros((size[1], size[0]), int)
    for quarter in quarters(key, resolved, method):
        labels = PICTURES[quarter.key][1]
        assert labels.semantic is not None
        column, row, within = quarter.pixels
        part = quarter.rows, quarter.columns
        classes[part] = np.where(within, labels.semantic.classes[row, column], 255)
        bitmaps[part] = np.where(within, labels.layers[0][row, column], 0)
        width, height = SIZES[quarter.key]
        seen = (abs(quarter.x - (width - 1) / 2) <= width / 2) & (
            abs(quarter.y - (height - 1) / 2) <= height / 2
        )
        outlined[part] = inside(shape_of(labels).rings, quarter.x, quarter.y) & seen
    assert made.semantic is not None
    assert np.array_equal(made.semantic.classes, classes)
    drawn = [item for item in made.instances if item.category == 0]
    found = np.zeros(outlined.shape, bool)
    for item in drawn:
        found |= shown(made, item, size)
    assert np.array_equal(found, outlined)
    painted = np.zeros(bitmaps.shape, int)
    for item in made.instances:
        if isinstance(item.shape, Bitmap):
            painted[shown(made, item, size)] = item.shape.id
    assert np.array_equal(painted, bitmaps)
    assert len({item.group for item in drawn}) == len(drawn)


def test_padding_within_a_quarter_repeats_its_own_picture_and_its_labels() -> None:
    resolved = resolved_mosaic("c.png", "fit", mode=PaddingMode.WRAP)
    made = relabel(PICTURES["c.png"][1], resolved, ALL, partners=OTHERS)
    assert made.counts.ghosts > 0
    for quarter in quarters("c.png", resolved, "fit"):
        labels = PICTURES[quarter.key][1]
        width, height = SIZES[quarter.key]
        assert labels.semantic is not None
        assert made.labels.semantic is not None
        column, row = (
            np.floor(quarter.x + 0.5).astype(int) % width,
            np.floor(quarter.y + 0.5).astype(int) % height,
        )
        found = made.labels.semantic.classes[quarter.rows, quarter.columns]
        assert np.array_equal(found, labels.semantic.classes[row, column])


@pytest.mark.parametrize("method", METHODS)
def test_tags_count_by_the_area_of_their_pictures(method: str) -> None:
    resolved = resolved_mosaic("a.png", method)
    tags = relabel(PICTURES["a.png"][1], resolved, ALL, partners=OTHERS).labels.tags
    assert tags is not None
    width, height = SIZES["a.png"]
    expected = {}
    for quarter in quarters("a.png", resolved, method):
        rows, columns = quarter.rows, quarter.columns
        area = (rows.stop - rows.start) * (columns.stop - columns.start)
        expected[list(SIZES).index(quarter.key)] = area / (width * height)
    assert dict(tags.weights) == pytest.approx(expected, abs=1e-6)
    assert sum(weight for _, weight in tags.weights) == pytest.approx(1, abs=1e-5)


def test_each_quarter_has_the_colour_of_its_picture() -> None:
    plain = {
        name: (np.full((*size[::-1], 3), 40 * number + 10, np.uint8), None)
        for number, (name, size) in enumerate(SIZES.items())
    }
    pipeline = Pipeline.of((Mosaic(),))
    image = pipeline(
        plain["a.png"][0], key="a.png", partners={key: image for key, (image, _) in plain.items()}
    )
    resolved = resolve(pipeline, SIZES["a.png"], seed=0, key="a.png", copy=1, partners=OTHERS)
    for quarter in quarters("a.png", resolved, "crop"):
        assert np.all(image[quarter.rows, quarter.columns] == plain[quarter.key][0][0, 0])


@pytest.mark.parametrize("others", [(), (GaussianNoise(),), (HorizontalFlip(), Mosaic())], ids=len)
def test_a_region_has_the_pixels_of_the_whole(others: tuple[Transform, ...]) -> None:
    resolved = resolve(
        Pipeline.of((Mosaic(), *others)), (53, 41), seed=1, key="a.png", copy=2, partners=OTHERS
    )
    whole = render(IMAGES["a.png"], resolved, partners=OTHERS)
    for region in (Region(0, 0, 1, 1), Region(20, 15, 21, 17), Region(52, 0, 1, 41)):
        part = render(IMAGES["a.png"], resolved, region=region, partners=OTHERS)
        assert np.array_equal(part, whole[region.top : region.bottom, region.left : region.right])


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_a_mixed_picture_keeps_its_own_channels(channels: int) -> None:
    image = noise_picture(40, 30, channels)
    others = {f"{count}.png": noise_picture(30, 20, count, seed=count) for count in (1, 2, 3, 4)}
    made = Pipeline.of((Mosaic(),))(image, key="x", partners=others)
    assert made.shape == image.shape
    if channels == 1:  # of a colour its luma
        both = Pipeline.of((Mosaic(),))(np.repeat(image, 3, axis=2), key="x", partners=others)
        assert abs(made[:, :, 0].astype(int) - both.mean(axis=2)).max() < 120


def test_what_was_drawn_makes_the_same_picture_again() -> None:
    pipeline = Pipeline.of((Mosaic(), GaussianNoise()))
    resolved = resolve(pipeline, (53, 41), seed=1, key="a.png", copy=2, partners=OTHERS)
    again = resolve_recorded(pipeline, (53, 41), [draw.to_dict() for draw in resolved.draws])
    assert again == resolved
    assert isinstance(resolved.stages[0], Composed)


def test_without_others_a_mixing_step_says_what_is_missing() -> None:
    pipeline = Pipeline.of((Mosaic(),))
    with pytest.raises(
        ImageError, match="mosaic mixes other pictures of its split in, and there is no other"
    ):
        pipeline(IMAGES["a.png"], key="a.png", partners={"a.png": IMAGES["a.png"]})


def test_of_one_other_picture_all_quarters_are_made() -> None:
    few = {"b.png": np.full((9, 9, 3), 7, np.uint8)}
    made: Image = Pipeline.of((Mosaic(),))(np.zeros((40, 40, 3), np.uint8), key="a", partners=few)
    assert size_of(made) == (40, 40)
    assert 0.3 < np.mean(made == 7) < 0.95


def test_labels_of_a_library_call_are_those_of_its_pixels() -> None:
    pipeline = Pipeline.of((Mosaic(),)).with_labels(ALL)
    image, labels = PICTURES["a.png"]
    made, moved = pipeline.sample(image, labels, seed=3, key="a.png", categories=CLASSES, partners=PICTURES)
    resolved = resolve(pipeline, size_of(image), seed=3, key="a.png", copy=1, partners=OTHERS)
    assert np.array_equal(made, render(image, resolved, partners=OTHERS))
    assert moved == relabel(labels, resolved, ALL, CLASSES, OTHERS).labels
    assert moved.tags != Tags(((0, 1.0),))
    assert isinstance(moved, Labels)
