"""CutMix and MixUp: pixels, labels and shares of two pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from augstudio.core.labels import Box, Instance, Labels
from augstudio.core.region import Region
from augstudio.errors import ImageError
from augstudio.pipelines import Pipeline
from augstudio.render.labels import relabel
from augstudio.render.partners import GivenPartners
from augstudio.render.pixels import render
from augstudio.render.resolve import Composed, Resolved, resolve
from augstudio.transforms import Cutmix, Mixup
from tests.labelled import inside, pixel_centres, shown
from tests.mixing import OTHERS, PICTURES, SIZES, shape_of
from tests.pictures import noise_picture
from tests.render.test_mixing import ALL

# Of one size, so that nothing is scaled and each pixel of the result is one of the pictures'.
SIZE = (40, 30)
LOWER, UPPER = noise_picture(*SIZE, seed=1), noise_picture(*SIZE, seed=2)
UPPER_ALONE = GivenPartners({"upper": (UPPER, None)})


def resolved_of(step: Cutmix | Mixup, copy: int = 1) -> Resolved:
    return resolve(Pipeline.of((step,)), SIZE, seed=0, key="lower", copy=copy, partners=UPPER_ALONE)


def place_in(resolved: Resolved) -> Region:
    [stage] = resolved.stages
    assert isinstance(stage, Composed)
    [layer] = stage.composition.layers
    return layer.place


@pytest.mark.parametrize("copy", range(1, 8))
def test_cutmix_shows_the_same_part_of_the_other_picture(copy: int) -> None:
    resolved = resolved_of(Cutmix(), copy)
    made = render(LOWER, resolved, partners=UPPER_ALONE)
    place = place_in(resolved)
    expected = LOWER.copy()
    rows, columns = slice(place.top, place.bottom), slice(place.left, place.right)
    expected[rows, columns] = UPPER[rows, columns]
    assert np.array_equal(made, expected)
    share = place.width * place.height / (SIZE[0] * SIZE[1])
    assert share == pytest.approx(resolved.draws[0].draw.to_dict()["area"], abs=0.03)


def test_mixup_is_the_weighted_mean_of_both() -> None:
    resolved = resolved_of(Mixup())
    share = resolved.draws[0].draw.to_dict()["share"]
    made = render(LOWER, resolved, partners=UPPER_ALONE)
    mean = LOWER * (1 - share) + UPPER * share
    assert np.abs(made - mean).max() <= 0.51


@pytest.mark.parametrize("step", [Cutmix(), Mixup()], ids=lambda step: str(step.NAME))
def test_classes_of_whole_pictures_get_the_shares_of_what_is_seen(step: Cutmix | Mixup) -> None:
    labels = replace(PICTURES["a.png"][1], semantic=None)
    others = GivenPartners({"b.png": (PICTURES["b.png"][0], replace(PICTURES["b.png"][1], semantic=None))})
    resolved = resolve(Pipeline.of((step,)), SIZES["a.png"], seed=3, key="a.png", copy=1, partners=others)
    tags = relabel(labels, resolved, ALL, partners=others).labels.tags
    place, [draw] = place_in(resolved), resolved.draws
    width, height = SIZES["a.png"]
    share = draw.draw.to_dict().get("share", place.width * place.height / (width * height))
    assert tags is not None
    assert dict(tags.weights) == pytest.approx({0: 1 - share, 1: share}, abs=1e-6)


def labels_in(resolved: Resolved) -> Labels:
    return relabel(PICTURES["a.png"][1], resolved, ALL, partners=OTHERS).labels


@pytest.mark.parametrize("copy", range(1, 5))
def test_beside_the_pasted_part_all_is_labelled_as_before(copy: int) -> None:
    resolved = resolve(
        Pipeline.of((Cutmix(),)), SIZES["a.png"], seed=3, key="a.png", copy=copy, partners=OTHERS
    )
    size, place = SIZES["a.png"], place_in(resolved)
    hidden = np.zeros((size[1], size[0]), bool)
    hidden[place.top : place.bottom, place.left : place.right] = True
    labels, made = PICTURES["a.png"][1], labels_in(resolved)
    x, y = pixel_centres(size)
    below = inside(shape_of(labels).rings, x, y) & ~hidden
    found = np.zeros_like(below)
    for item in made.instances:
        if item.category == 0:
            found |= shown(made, item, size) & ~hidden
    assert np.array_equal(found, below)
    assert made.semantic is not None
    assert labels.semantic is not None
    assert np.array_equal(made.semantic.classes[~hidden], labels.semantic.classes[~hidden])


def test_mixup_keeps_the_things_of_both_and_refuses_class_maps() -> None:
    pictures = {name: (image, replace(labels, semantic=None)) for name, (image, labels) in PICTURES.items()}
    others = GivenPartners(pictures)
    pipeline = Pipeline.of((Mixup(),))
    resolved = resolve(pipeline, SIZES["a.png"], seed=3, key="a.png", copy=1, partners=others)
    before = pictures["a.png"][1]
    made = relabel(before, resolved, ALL, partners=others).labels
    assert len(made.instances) > len(before.instances)
    with pytest.raises(ImageError, match="class maps cannot be mixed where a pixel shows two pictures"):
        labels_in(resolve(pipeline, SIZES["a.png"], seed=3, key="a.png", copy=1, partners=OTHERS))


def test_what_cutmix_hides_wholly_is_left_out_and_the_rest_keeps_its_outline() -> None:
    resolved = resolved_of(Cutmix())
    place = place_in(resolved)
    edge, top, bottom = place.right - 0.5, place.top - 0.5, place.bottom - 0.5
    half = Box(edge - 4, top, edge + 4, bottom)
    below = Labels(
        (
            Instance(category=0, shape=Box(place.left - 0.5, top, edge, bottom)),
            Instance(category=0, shape=half, origin=1),
        )
    )
    [left] = relabel(below, resolved, ALL, partners=UPPER_ALONE).labels.instances
    assert (left.origin, left.shape) == (1, half)
    assert left.visible == pytest.approx(0.5)
