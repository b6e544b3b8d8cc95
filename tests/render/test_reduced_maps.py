"""Masks of a draft: at the places that are shown what the whole ones have there, and counted alike."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.morphology import dilation, erosion

from augstudio.core.image import Size
from augstudio.core.labels import Bitmap, Categories, Category, Instance, Labels, SemanticMask
from augstudio.core.lattice import cells
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region
from augstudio.kernels.sampling.tiled import TiledMap
from augstudio.pipelines import Pipeline
from augstudio.preview.labelling import PictureLabels, shown_labels
from augstudio.render.labels import relabel
from augstudio.render.resolve import Resolved, resolve
from augstudio.transforms import Cutout, Elastic, Rotate, Scale, Translate

SIZE = (360, 240)
CATEGORIES = Categories((Category("cat", 0, (255, 0, 0)), Category("dog", 1, (0, 0, 255))))


def labels() -> Labels:
    """Twelve squares as bitmaps, and a class map of them."""
    layer = np.zeros((SIZE[1], SIZE[0]), np.int32)
    classes = np.full(layer.shape, 255, np.uint8)
    instances = []
    for number in range(12):
        left, top = 30 + number % 4 * 85, 15 + number // 4 * 75
        layer[top : top + 50, left : left + 50] = number + 1
        classes[top : top + 50, left : left + 50] = number % 2
        instances.append(Instance(category=number % 2, shape=Bitmap(0, number + 1), origin=number))
    return Labels(tuple(instances), (layer,), SemanticMask(classes, 255))


def resolved(mode: PaddingMode, *, elastic: bool = False) -> Resolved:
    steps = (Rotate(angle_range=(17, 17)), Scale(factor_range=(0.7, 0.7)), Translate())
    pipeline = Pipeline.of((*steps, Elastic()) if elastic else steps, Padding(mode=mode))
    return resolve(pipeline, SIZE, seed=1, key="a", copy=1)


@pytest.mark.parametrize("step", [2, 4])
@pytest.mark.parametrize("mode", PaddingMode)
def test_every_so_manieth_pixel_of_a_padded_map_is_that_of_all(mode: PaddingMode, step: int) -> None:
    values = np.arange(13 * 9, dtype=np.int32).reshape(9, 13)
    across, down = (cells(mode, side, -20.0, 33.0) for side in (13, 9))
    plane = TiledMap(values, across, down, np.full((len(down), len(across), 1), -1), -7)
    for part in (Region(-19, -17, 50, 47), Region(3, 2, 7, 5), Region(-11, 4, 1, 30)):
        whole = plane.window(part)
        assert np.array_equal(plane.window(part, step), whole[::step, ::step])


@pytest.mark.parametrize(
    ("size", "elastic"), [((180, 120), False), ((60, 40), False), ((131, 83), True)], ids=str
)
@pytest.mark.parametrize("mode", PaddingMode)
def test_a_reduced_map_is_the_whole_one_but_for_edges(mode: PaddingMode, size: Size, elastic: bool) -> None:
    done = resolved(mode, elastic=elastic)
    whole = relabel(labels(), done, categories=CATEGORIES)
    small = relabel(labels(), done, categories=CATEGORIES, maps_size=size)
    assert abs(small.counts.real - whole.counts.real) <= 1
    assert abs(small.counts.ghosts - whole.counts.ghosts) <= 2
    spacing = SIZE[0] / size[0], SIZE[1] / size[1]
    rows = ((np.arange(size[1]) + 0.5) * spacing[1]).astype(int)
    columns = ((np.arange(size[0]) + 0.5) * spacing[0]).astype(int)
    for one, other in (
        (small.labels.layers[0], whole.labels.layers[0]),
        _classes(small.labels, whole.labels),
    ):
        assert one.shape == (size[1], size[0])
        reach = 2 * int(2 * max(spacing)) + 1
        around = np.ones((reach, reach), np.uint8)
        flat = (erosion(other, around) == dilation(other, around))[np.ix_(rows, columns)]
        flat[[0, 1, -2, -1]] = flat[:, [0, 1, -2, -1]] = False  # beyond the frame there may be edges, too
        assert flat.mean() > 0.03
        assert np.array_equal(one[flat], other[np.ix_(rows, columns)][flat])
    mine, theirs = _visible(small.labels), _visible(whole.labels)
    for number in mine.keys() & theirs.keys():
        assert mine[number] == pytest.approx(theirs[number], abs=0.15)


def _visible(labels: Labels) -> dict[int | None, float]:
    """What is left of each thing that is real."""
    return {item.origin: item.visible for item in labels.instances if not item.ghost and not item.ignored}


def _classes(*of: Labels) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.uint8]], ...]:
    assert all(each.semantic is not None for each in of)
    return tuple(each.semantic.classes for each in of if each.semantic is not None)  # type: ignore[misc]


def test_what_comes_after_needs_whole_maps() -> None:
    pipeline = Pipeline.of((Rotate(angle_range=(17, 17)), Cutout()))
    done = resolve(pipeline, SIZE, seed=1, key="a", copy=1)
    whole = relabel(labels(), done, categories=CATEGORIES)
    small = relabel(labels(), done, categories=CATEGORIES, maps_size=(180, 120))
    assert small.labels == whole.labels


def test_only_drafts_have_reduced_masks() -> None:
    picture = PictureLabels(CATEGORIES, labels())
    done = resolved(PaddingMode.REFLECT)
    given = picture, done, Pipeline.of(()).labels, (180, 120), Region(0, 0, 180, 120)
    for exact, shape in ((True, (240, 360)), (False, (120, 180))):
        shown = shown_labels(*given, exact=exact)
        assert shown.labels.layers[0].shape == shape
        assert shown.areas is not None
        assert shown.areas.codes.shape == (120, 180)
