"""Things pasted on pictures: their labels against the pixels that show them, and what they hide."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Size
from augstudio.core.labels import Bitmap, Box, Categories, Instance, Keypoints, Labels, Outline
from augstudio.core.mixing import Layer
from augstudio.errors import ImageError
from augstudio.pipelines import Pipeline
from augstudio.render.labels import NOTHING_PASTED, relabel
from augstudio.render.partners import GivenPartners
from augstudio.render.pixels import render
from augstudio.render.resolve import Composed, Resampling, Resolved, resolve, resolve_recorded
from augstudio.transforms import CopyPaste, HorizontalFlip
from augstudio.transforms.copy_paste import ANYWHERE, KEPT
from tests.labelled import Bits, back_through, inside, pixel_centres, shown
from tests.mixing import OTHERS, PICTURES, SIZES, shape_of
from tests.pictures import noise_picture
from tests.render.test_mixing import ALL

COLOURS = {name: 40 * number + 10 for number, name in enumerate(SIZES)}
PLAIN = {
    name: (np.full((*SIZES[name][::-1], 3), colour, np.uint8), PICTURES[name][1])
    for name, colour in COLOURS.items()
}
PLAIN_OTHERS = GivenPartners(PLAIN)


def resolved_of(key: str, copy: int = 1, place: str = ANYWHERE, others: GivenPartners = OTHERS) -> Resolved:
    step = CopyPaste(place=place, scale_range=(0.5, 1.5), objects_range=(1, 3))
    return resolve(Pipeline.of((step,)), SIZES[key], seed=3, key=key, copy=copy, partners=others)


def layers_of(resolved: Resolved) -> tuple[Layer, ...]:
    stage = resolved.stages[-1]
    assert isinstance(stage, Composed)
    return stage.composition.layers


def partner_of(resolved: Resolved) -> str:
    [partner] = resolved.draws[0].draw.to_dict()["partners"]
    return str(partner["key"])


def pasted_in(labels: Labels, own: Labels) -> list[Instance]:
    """What is not the picture's own."""
    last = max(item.origin for item in own.instances)
    return [item for item in labels.instances if item.origin > last]


def followed_back(layer: Layer, labels: Labels, size: Size) -> tuple[Bits, npt.NDArray[Any]]:
    """Which pixels of a result show a thing, and the class of its picture there, pixel by pixel."""
    assert layer.instance is not None
    assert labels.semantic is not None
    item, own = labels.instances[layer.instance], layer.place
    x, y = pixel_centres(size)
    stage = Resampling(layer.matrix, layer.source, size)
    x, y = back_through(stage, x - own.left, y - own.top)
    column, row = np.floor(x + 0.5).astype(int), np.floor(y + 0.5).astype(int)
    within = (column >= 0) & (column < layer.source[0]) & (row >= 0) & (row < layer.source[1])
    column, row = np.where(within, column, 0), np.where(within, row, 0)
    if isinstance(item.shape, Bitmap):
        found = labels.layers[item.shape.layer][row, column] == item.shape.id
    else:
        found = inside(shape_of(labels).rings, x, y)
    return found & within, labels.semantic.classes[row, column]


CASES = [(key, place, copy) for key in SIZES for place in (KEPT, ANYWHERE) for copy in (1, 2, 3)]


@pytest.mark.parametrize(("key", "place", "copy"), CASES)
def test_labels_of_pasted_things_cover_the_pixels_that_show_them(key: str, place: str, copy: int) -> None:
    resolved, size = resolved_of(key, copy, place, PLAIN_OTHERS), SIZES[key]
    image, own = PLAIN[key]
    made = render(image, resolved, partners=PLAIN_OTHERS)
    labels = relabel(own, resolved, ALL, partners=PLAIN_OTHERS).labels
    pasted = pasted_in(labels, own)
    assert pasted
    covered = np.zeros(size[::-1], bool)
    for item in pasted:
        covered |= shown(labels, item, size)
    seen = (made == COLOURS[partner_of(resolved)]).all(axis=2)
    assert np.array_equal(seen, covered)
    assert np.array_equal(made[~seen], image[~seen])


@pytest.mark.parametrize("copy", [1, 2])
@pytest.mark.parametrize("key", SIZES)
def test_maps_are_overwritten_by_what_is_pasted(key: str, copy: int) -> None:
    resolved, size = resolved_of(key, copy), SIZES[key]
    own, theirs = PICTURES[key][1], PICTURES[partner_of(resolved)][1]
    assert own.semantic is not None
    classes, left = own.semantic.classes.copy(), np.ones(size[::-1], bool)
    bitmaps: list[Bits] = []
    for layer in layers_of(resolved):
        assert layer.instance is not None
        mask, values = followed_back(layer, theirs, size)
        classes[mask], left[mask] = values[mask], False
        bitmaps = [found & ~mask for found in bitmaps]
        if isinstance(theirs.instances[layer.instance].shape, Bitmap):
            bitmaps.append(mask)
    made = relabel(own, resolved, ALL, partners=OTHERS).labels
    assert made.semantic is not None
    assert np.array_equal(made.semantic.classes, classes)
    assert len(made.layers) == 1
    pasted = [shown(made, item, size) for item in pasted_in(made, own) if isinstance(item.shape, Bitmap)]
    assert all(any(np.array_equal(one, other) for other in bitmaps) for one in pasted)
    assert len(pasted) == sum(bool(found.any()) for found in bitmaps)
    for number in (1, 2):
        below = own.layers[0] == number
        kept = [item for item in made.instances if item.origin == number]
        found = shown(made, kept[0], size) if kept else np.zeros_like(below)
        assert np.array_equal(found, below & left)
        if kept:
            assert kept[0].visible == pytest.approx(found.sum() / below.sum(), abs=1e-6)
            assert kept[0].occluded == bool((below & ~left).any())


def square(left: float, top: float, side: float) -> Outline:
    return Outline((Box(left, top, left + side, top + side).corners,))


def test_of_the_same_size_pixels_are_copied_and_what_is_hidden_wholly_is_left_out() -> None:
    lower, upper = noise_picture(40, 30, seed=1), noise_picture(40, 30, seed=2)
    step = CopyPaste(place=KEPT, scale_range=(1, 1), objects_range=(1, 1), flip_probability=0)
    others = GivenPartners({"b": (upper, Labels((Instance(category=1, shape=square(9.5, 4.5, 10)),)))})
    resolved = resolve(Pipeline.of((step,)), (40, 30), seed=0, key="a", copy=1, partners=others)
    expected = lower.copy()
    expected[5:15, 10:20] = upper[5:15, 10:20]
    assert np.array_equal(render(lower, resolved, partners=others), expected)
    under, half = square(11, 6, 5), square(14.5, 4.5, 10)
    own = Labels((Instance(category=0, shape=under), Instance(category=0, shape=half, origin=1)))
    made = relabel(own, resolved, ALL, partners=others)
    assert [(item.category, item.shape) for item in made.labels.instances] == [
        (0, half),
        (1, square(9.5, 4.5, 10)),
    ]
    assert made.labels.instances[0].visible == pytest.approx(0.5)
    assert made.counts.outside == 1
    strict = relabel(own, resolved, ALL.model_copy(update={"min_visible": 0.6}), partners=others)
    assert [item.ignored for item in strict.labels.instances] == [True, False]


def test_keypoints_beside_the_pixels_of_a_pasted_thing_are_hidden() -> None:
    corner = Outline((np.array([(2.5, 2.5), (14.5, 2.5), (2.5, 14.5)]),))
    points = Keypoints(np.array([(4.0, 4.0), (12.0, 12.0), (5.0, 4.0)]), np.array([2, 2, 1], np.int32))
    item = Instance(category=0, shape=corner, keypoints=points)
    others = GivenPartners({"b": (noise_picture(40, 30), Labels((item,)))})
    step = CopyPaste(scale_range=(1, 1), flip_probability=0)
    resolved = resolve(Pipeline.of((step,)), (40, 30), seed=0, key="a", copy=1, partners=others)
    [made] = relabel(Labels(), resolved, ALL, partners=others).labels.instances
    assert made.keypoints is not None
    assert made.keypoints.visibility.tolist() == [2, 1, 1]


def boxes_only(labels: Labels) -> Labels:
    return Labels((Instance(category=0, shape=Box(1, 1, 5, 5)),), tags=labels.tags)


def test_pictures_with_boxes_alone_are_passed_over_and_without_others_it_is_said() -> None:
    image, own = PICTURES["a.png"]
    boxed = {name: (other, boxes_only(labels)) for name, (other, labels) in PICTURES.items()}
    some = GivenPartners({**boxed, "d.png": PICTURES["d.png"]})
    assert partner_of(resolved_of("a.png", others=some)) == "d.png"
    none = GivenPartners(boxed)
    resolved = resolved_of("a.png", others=none)
    assert np.array_equal(render(image, resolved, partners=none), image)
    made = relabel(own, resolved, ALL, partners=none)
    assert made.labels == own
    assert made.warnings == (NOTHING_PASTED,)


def test_crowds_and_ignored_regions_stay_where_they_are() -> None:
    shapes = square(2, 2, 9), square(12, 2, 9), square(2, 12, 9)
    items = (
        Instance(category=0, shape=shapes[0], crowd=True),
        Instance(category=0, shape=shapes[1], ignored=True),
        Instance(category=0, shape=shapes[2]),
    )
    others = GivenPartners({"b": (noise_picture(30, 30), Labels(items))})
    [layer] = layers_of(resolved_of("a.png", others=others))
    assert layer.instance == 2


def test_only_things_of_wanted_classes_are_pasted() -> None:
    shapes = square(2, 2, 9), square(12, 2, 9)
    items = tuple(Instance(category=number, shape=shape) for number, shape in enumerate(shapes))
    categories = Categories.named(("cat", "ne\u0301"))
    others = GivenPartners({"b": (noise_picture(30, 30), Labels(items))}, categories)
    pasted = {}
    for classes in (("n\u00e9",), ("ne\u0301", "cow"), ("cow",)):
        pipeline = Pipeline.of((CopyPaste(only_classes=classes),))
        resolved = resolve(pipeline, (40, 40), seed=0, key="a", copy=1, partners=others)
        pasted[classes] = [layer.instance for layer in layers_of(resolved)]
    assert list(pasted.values()) == [[1], [1], []]


@pytest.mark.parametrize("value", ["cat", [""], [1], ["cat", None], ["x" * 201]])
def test_what_is_no_list_of_names_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="must be a list of names of at most 200 characters, got"):
        CopyPaste.model_validate({"only_classes": value})


def test_unlabelled_pictures_are_refused() -> None:
    with pytest.raises(ImageError, match=r"copy_paste pastes labelled objects .* have no labels"):
        resolved_of("a.png", others=GivenPartners({"b": (noise_picture(9, 9), None)}))


@pytest.mark.parametrize("place", [KEPT, ANYWHERE])
def test_what_was_drawn_makes_the_same_picture_again_in_parts_too(place: str) -> None:
    pipeline = Pipeline.of((HorizontalFlip(), CopyPaste(place=place)))
    size = SIZES["a.png"]
    resolved = resolve(pipeline, size, seed=1, key="a.png", copy=2, partners=OTHERS)
    again = resolve_recorded(pipeline, size, [draw.to_dict() for draw in resolved.draws])
    assert again == resolved
    whole = render(PICTURES["a.png"][0], resolved, partners=OTHERS)
    for layer in layers_of(resolved):
        part = layer.place
        made = render(PICTURES["a.png"][0], resolved, region=part, partners=OTHERS)
        assert np.array_equal(made, whole[part.top : part.bottom, part.left : part.right])


@pytest.mark.parametrize("copy", range(1, 6))
def test_things_that_fit_lie_wholly_inside(copy: int) -> None:
    for place in (KEPT, ANYWHERE):
        resolved = resolved_of("a.png", copy, place)
        draw, layers = resolved.draws[0].draw.to_dict(), layers_of(resolved)
        labels = PICTURES["a.png"][1]
        made = pasted_in(relabel(labels, resolved, ALL, partners=OTHERS).labels, labels)
        assert len(layers) == len(draw["pasted"]) == min(draw["objects"], 3)
        for item in made:
            if isinstance(item.shape, Outline):
                assert not item.truncated or _is_cut(draw)


def _is_cut(draw: dict[str, object]) -> bool:
    """Whether the partner's own frame cut the outline."""
    pasted = draw["pasted"]
    assert isinstance(pasted, list)
    return any(item["left"] == -0.5 or item["top"] == -0.5 for item in pasted)
