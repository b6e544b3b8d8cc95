"""Labels against places followed back one by one, and maps against ``numpy.pad``."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.arrays import Int32Array
from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Bitmap, Instance, Labels, Outline, SemanticMask
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.transform import Distortion, Geometric, Transform
from augstudio.pipelines import Pipeline
from augstudio.render.labels import prepared, relabel
from augstudio.render.resolve import Resolved, resolve
from augstudio.transforms import (
    CATALOGUE,
    Elastic,
    GaussianNoise,
    GridDistortion,
    HorizontalFlip,
    LensDistortion,
    Perspective,
    QuarterTurn,
    RandomCrop,
    Resize,
    Rotate,
    Scale,
    Shear,
    Translate,
    VerticalFlip,
)
from tests.labelled import followed_back, inside, outline, padded_map, shown

MODES = list(PaddingMode)
ALL = LabelPolicy(min_visible=0, min_pixels=0)
SIZE = (53, 41)
ODD_SIZES = [(1, 1), (1, 9), (7, 1), (2, 3), (61, 5)]


def fixed(value: float) -> Range:
    return Range(value, value)


STEPS: dict[str, tuple[Transform, ...]] = {
    "flips": (HorizontalFlip(), VerticalFlip()),
    "turn": (QuarterTurn(turns=(1,)),),
    "rotation": (Rotate(angle_range=fixed(33)),),
    "grown": (Rotate(angle_range=fixed(-50), size="grow"),),
    "shift": (Translate(x_range=fixed(0.73), y_range=fixed(-0.61)),),
    "small": (Scale(factor_range=fixed(0.23)), Rotate(angle_range=fixed(7))),
    "crop": (RandomCrop(area_range=fixed(0.4)),),
    "letterbox": (Resize(width=40, height=47),),
    "filled": (Rotate(angle_range=fixed(15)), Resize(width=61, height=30, method="crop")),
    "shear": (Shear(x_range=fixed(31), y_range=fixed(-20)),),
    "perspective": (Perspective(distortion_scale_range=fixed(0.6)),),
    "perspective of a small one": (
        Scale(factor_range=fixed(0.4)),
        Perspective(distortion_scale_range=fixed(0.5)),
    ),
    "twice": (Rotate(angle_range=fixed(40)), GaussianNoise(), Translate(x_range=fixed(0.4)), Shear()),
    "thrice": (
        Scale(factor_range=fixed(0.5)),
        GaussianNoise(),
        Perspective(distortion_scale_range=fixed(0.4)),
        GaussianNoise(),
        Rotate(angle_range=fixed(-25)),
    ),
}
DISTORTIONS: dict[str, tuple[Transform, ...]] = {
    "elastic": (Elastic(alpha_range=fixed(0.08), sigma_range=fixed(0.2)),),
    "grid": (GridDistortion(distortion_range=fixed(0.6), move_edges=True),),
    "barrel": (LensDistortion(k_range=fixed(0.5)),),
    "pincushion": (LensDistortion(k_range=fixed(-0.25)),),
    "mixed": (Rotate(angle_range=fixed(20)), Elastic(), Scale(factor_range=fixed(0.6))),
}


def resolved_for(steps: tuple[Transform, ...], mode: PaddingMode, size: Size, copy: int = 1) -> Resolved:
    return resolve(Pipeline.of(steps, Padding(mode=mode)), size, seed=0, key="k", copy=copy)


def test_every_step_that_moves_pixels_is_among_those_that_are_tried() -> None:
    tried = {type(step) for steps in (STEPS | DISTORTIONS).values() for step in steps}
    assert {kind for kind in CATALOGUE if issubclass(kind, Geometric | Distortion)} <= tried


def covered(labels: Labels, size: Size) -> npt.NDArray[np.bool_]:
    found = np.zeros((size[1], size[0]), np.bool_)
    for instance in labels.instances:
        found |= shown(labels, instance, size)
    return found


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", STEPS)
def test_outlines_cover_exactly_the_pixels_that_show_them(name: str, mode: PaddingMode) -> None:
    for seed, size in enumerate((SIZE, SIZE, *ODD_SIZES)):
        resolved = resolved_for(STEPS[name], mode, size, seed + 1)
        shape = outline(seed, size)
        found = relabel(Labels((Instance(category=0, shape=shape),)), resolved, ALL).labels
        x, y, seen = followed_back(resolved)
        expected = inside(shape.rings, x, y) & seen
        assert np.count_nonzero(covered(found, resolved.size) != expected) == 0


def mapped_labels(size: Size, seed: int) -> Labels:
    """A class map and a layer of which no pixel is like its neighbour; an instance's class is its number."""
    random = np.random.default_rng(seed)
    classes = random.integers(0, 7, (size[1], size[0]), dtype=np.uint8)
    layer = random.integers(0, 4, (size[1], size[0])).astype(np.int32)
    numbers = [number for number in (1, 2, 3) if np.any(layer == number)]
    instances = tuple(Instance(category=number, shape=Bitmap(0, number)) for number in numbers)
    return Labels(instances, (layer,), SemanticMask(classes, 255))


def named(labels: Labels) -> Int32Array:
    """The class of the instance at each pixel of the first layer."""
    classes = np.zeros(int(labels.layers[0].max()) + 1, np.int32)
    for item in labels.instances:
        assert isinstance(item.shape, Bitmap)
        assert np.any(labels.layers[0] == item.shape.id)
        classes[item.shape.id] = item.category
    return classes[labels.layers[0]]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [*STEPS, *DISTORTIONS])
def test_maps_are_the_padded_maps_looked_up(name: str, mode: PaddingMode) -> None:
    steps = (STEPS | DISTORTIONS)[name]
    for size in ((31, 23), ODD_SIZES[MODES.index(mode) - len(name) % 5]):
        resolved, labels = resolved_for(steps, mode, size, 3), mapped_labels(size, 1)
        found = relabel(labels, resolved, ALL).labels
        assert labels.semantic is not None
        assert found.semantic is not None
        expected = padded_map(labels.semantic.classes, resolved, 255)
        if mode is PaddingMode.EDGE:  # what is smeared counts for nothing
            real = padded_map(
                np.zeros_like(labels.layers[0]), resolved_for(steps, PaddingMode.CONSTANT, size, 3), 1
            )
            expected[real == 1] = 255
        assert np.count_nonzero(found.semantic.classes != expected) == 0
        assert np.count_nonzero(named(found) != padded_map(labels.layers[0], resolved, 0)) == 0


@pytest.mark.parametrize("name", DISTORTIONS)
def test_distorted_outlines_cover_the_pixels_that_show_them(name: str) -> None:
    """Long edges bend; but for pixels that the lines pass, as they are followed in short straight pieces."""
    for mode in (PaddingMode.REFLECT, PaddingMode.CONSTANT):
        resolved = resolved_for(DISTORTIONS[name], mode, SIZE, 2)
        for ring in (((4, 3), (47, 9), (20, 37)), ((-0.5, -0.5), (52.5, -0.5), (52.5, 40.5), (-0.5, 40.5))):
            shape = Outline((np.array(ring, np.float64),))
            found = relabel(Labels((Instance(category=0, shape=shape),)), resolved, ALL).labels
            x, y, seen = followed_back(resolved)
            expected = inside(shape.rings, x, y) & seen
            assert np.count_nonzero(expected) > 200
            wrong = np.count_nonzero(covered(found, resolved.size) != expected)
            assert wrong <= 0.005 * np.count_nonzero(expected)


def test_edges_that_stay_straight_get_no_corners() -> None:
    shape = outline(2, SIZE)
    pipeline = (Elastic(alpha_range=fixed(0)),)
    (instance,) = relabel(
        Labels((Instance(category=0, shape=shape),)),
        resolved_for(pipeline, PaddingMode.EDGE, (200, 150)),
        ALL,
    ).labels.instances[:1]
    assert instance.shape == shape
    bent = (Elastic(alpha_range=fixed(0.05)),)
    (other,) = relabel(
        Labels((Instance(category=0, shape=shape),)), resolved_for(bent, PaddingMode.EDGE, (200, 150)), ALL
    ).labels.instances[:1]
    assert isinstance(other.shape, Outline)
    assert len(other.shape.rings[0]) > len(shape.rings[0])


@pytest.mark.parametrize("name", ["thrice", "mixed"])
def test_prepared_labels_serve_all_copies(name: str) -> None:
    """What one copy makes of them leaves no trace for the next."""
    bitmaps = mapped_labels(SIZE, 1)
    labels = replace(bitmaps, instances=(*bitmaps.instances, Instance(category=5, shape=outline(1, SIZE))))
    ready = prepared(labels, ALL)
    for copy in (1, 2, 1):
        resolved = resolved_for((STEPS | DISTORTIONS)[name], PaddingMode.REFLECT, SIZE, copy)
        assert relabel(ready, resolved, ALL) == relabel(labels, resolved, ALL)
