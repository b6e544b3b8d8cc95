"""Plain labels that lie ready are moved in a quick way, and come out as in the general one."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Box, Categories, Category, Instance, Keypoints, Labels, Outline, Tags
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region
from augstudio.core.transform import Transform
from augstudio.datasets.label_writing import WrittenImage
from augstudio.datasets.yolo.rows import Task
from augstudio.datasets.yolo.writing import YoloWriter
from augstudio.pipelines import Pipeline
from augstudio.preview.label_marks import areas_of, classes_shown, marks_of
from augstudio.render.labelling import fitting, plain
from augstudio.render.labelling.composing import Moving
from augstudio.render.labelling.plain import Plain
from augstudio.render.labels import prepared, relabel, relabel_together
from augstudio.render.resolve import Resolved, resolve
from augstudio.transforms import HorizontalFlip, RandomCrop, Resize, Rotate, Scale, Shear, Translate
from tests.labelled import outline, star

FLAGS = ("crowd", "difficult", "truncated", "occluded", "ignored")
POLICIES = (LabelPolicy(), LabelPolicy(padding="ignore"), LabelPolicy(min_visible=0.6, min_pixels=90))
WRITER = YoloWriter(Task.SEGMENT, ("thing", "other"))
STEPS: dict[str, tuple[Transform, ...]] = {
    "flip": (HorizontalFlip(),),
    "turned": (Rotate(angle_range=(-180, 180)), Translate()),
    "small": (Scale(factor_range=(0.3, 0.6)), Rotate()),
    "large": (Scale(factor_range=(1.5, 3)), Shear()),
    "cropped": (RandomCrop(), Rotate()),
    "resized": (Rotate(), Resize(width=50, height=90)),
}


def resolved_for(name: str, mode: PaddingMode, size: Size, copy: int) -> Resolved:
    return resolve(Pipeline.of(STEPS[name], Padding(mode=mode)), size, seed=3, key="k", copy=copy)


def things(seed: int, size: Size) -> Labels:
    """Outlines of one, two and three rings, some not all in the picture, and odd flags."""
    random = np.random.default_rng(seed)
    items = []
    for number in range(random.integers(1, 9)):
        reach = random.uniform(0.5, 1 + max(size) / 3)
        centre = random.uniform(-3, size[0] + 2), random.uniform(-3, size[1] + 2)
        rings = (star(seed + number, int(random.integers(3, 12)), centre, (reach / 4, reach)),)
        shape = outline(seed + number, size) if random.random() < 0.3 else Outline(rings)
        flags: dict[str, Any] = {name: bool(random.random() < 0.2) for name in FLAGS}
        group = int(random.integers(3)) if random.random() < 0.3 else None
        attributes = {"colour": "red"} if random.random() < 0.2 else {}
        items.append(Instance(category=number % 2, shape=shape, group=group, attributes=attributes, **flags))
    return Labels(tuple(items), tags=Tags(((1, 1.0),)))


def with_boxes(labels: Labels) -> Labels:
    """Every second thing as its box."""
    items = [
        replace(item, shape=Box(*np.ravel((ring.min(axis=0), ring.max(axis=0))).tolist()))
        if number % 2 and isinstance(item.shape, Outline) and len(ring := item.shape.rings[0])
        else item
        for number, item in enumerate(labels.instances)
    ]
    return replace(labels, instances=tuple(items))


def clear_of_rims(labels: Labels, size: Size) -> Labels:
    """The same things, drawn so small that none touches the outermost pixels; not in pictures too small."""
    if min(size) < 4:
        return labels
    rings = [
        ring for item in labels.instances if isinstance(item.shape, Outline) for ring in item.shape.rings
    ]
    points = np.concatenate(rings)
    low, high = points.min(axis=0), points.max(axis=0)
    share = (np.array(size) - 3) / np.maximum(high - low, 1e-9)
    return replace(
        labels,
        instances=tuple(
            replace(item, shape=Outline(tuple(1 + (ring - low) * share for ring in item.shape.rings)))
            if isinstance(item.shape, Outline)
            else item
            for item in labels.instances
        ),
    )


@settings(max_examples=60)
@given(
    st.integers(0, 10**6),
    st.sampled_from(sorted(STEPS)),
    st.sampled_from(PaddingMode),
    st.sampled_from([(90, 70), (31, 64), (2, 40), (1, 1)]),
    st.sampled_from(POLICIES),
    st.booleans(),
    st.booleans(),
)
def test_plain_labels_come_out_as_all_others(
    seed: int, name: str, mode: PaddingMode, size: Size, policy: LabelPolicy, boxes: bool, clear: bool
) -> None:
    labels = clear_of_rims(things(seed, size), size) if clear else things(seed, size)
    labels = with_boxes(labels) if boxes else labels
    ready = prepared(labels, policy)
    for copy in (1, 2):
        resolved = resolved_for(name, mode, size, copy)
        expected = relabel(labels, resolved, policy)
        image = WrittenImage("a.png", resolved.size, None, "a.png", copy)
        found = relabel(ready, resolved, policy)
        # Before anybody has asked for instances.
        assert WRITER.encode(image, found.labels) == WRITER.encode(image, expected.labels)
        assert WRITER.losses(found.labels) == WRITER.losses(expected.labels)
        assert found == expected


@settings(max_examples=40)
@given(
    st.integers(0, 10**6),
    st.sampled_from(sorted(STEPS)),
    st.sampled_from(PaddingMode),
    st.sampled_from([(90, 70), (31, 64), (2, 40), (1, 1)]),
    st.sampled_from(POLICIES),
    st.booleans(),
    st.booleans(),
    st.sampled_from([0, 4, 1000]),
    st.lists(st.sampled_from(PaddingMode), max_size=4),
)
def test_copies_that_are_made_together_are_those_made_alone(
    seed: int,
    name: str,
    mode: PaddingMode,
    size: Size,
    policy: LabelPolicy,
    boxes: bool,
    clear: bool,
    few: int,
    others: list[PaddingMode],
) -> None:
    labels = clear_of_rims(things(seed, size), size) if clear else things(seed, size)
    labels = with_boxes(labels) if boxes else labels
    copies = [resolved_for(name, mode, size, copy) for copy in range(1, 5)]
    copies += [resolved_for(name, other, size, 1) for other in others]
    copies.append(resolved_for("small", mode, size, 5))
    with pytest.MonkeyPatch.context() as patch:
        # Cut together, one by one, or some so and some so.
        patch.setattr(fitting, "_FEW", few)
        many = relabel_together(prepared(labels, policy), copies)
    for resolved, found in zip(copies, many, strict=True):
        if found is not None:  # else by the general way
            expected = relabel(labels, resolved, policy)
            image = WrittenImage("a.png", resolved.size, None, "a.png", 1)
            assert WRITER.encode(image, found.labels) == WRITER.encode(image, expected.labels)
            assert WRITER.losses(found.labels) == WRITER.losses(expected.labels)
            assert found == expected


@pytest.mark.parametrize("mode", PaddingMode)
def test_the_quick_way_is_taken(mode: PaddingMode, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = things(5, (90, 70))
    # Edges are drawn out of what touches them.
    ready = prepared(clear_of_rims(labels, (90, 70)) if mode is PaddingMode.EDGE else labels)
    monkeypatch.setattr(Moving, "of", lambda *_: pytest.fail("the general way was taken"))
    for copy in range(1, 5):
        found = relabel(ready, resolved_for("turned", mode, (90, 70), copy))
        assert found.labels.outlines is not None
    many = relabel_together(ready, [resolved_for("turned", mode, (90, 70), copy) for copy in range(1, 5)])
    assert all(found and found.labels.outlines is not None for found in many)


@pytest.mark.parametrize(
    ("change", "categories"),
    [
        ({"keypoints": Keypoints(np.ones((1, 2)), np.array([2], np.int32))}, Categories()),
        ({"ghost": True}, Categories()),
        ({"shape": None}, Categories()),
        ({}, Categories((Category("left", mirror=1), Category("right", mirror=0)))),
    ],
)
def test_what_is_not_plain_goes_the_general_way(change: dict[str, Any], categories: Categories) -> None:
    labels = things(5, (90, 70))
    labels = replace(labels, instances=tuple(replace(item, **change) for item in labels.instances))
    assert prepared(labels, categories=categories).plain is None
    assert isinstance(prepared(things(5, (90, 70))).plain, Plain)


def test_instances_that_are_made_late_are_those_of_a_copy() -> None:
    found = relabel(
        prepared(things(5, (90, 70))), resolved_for("turned", PaddingMode.WRAP, (90, 70), 1)
    ).labels
    assert pickle.loads(pickle.dumps(found)) == found
    assert replace(found, tags=None).instances is found.instances
    assert not hasattr(found, "nothing")


def drawn(labels: Labels) -> list[tuple[int, str, list[bytes]]]:
    marks = marks_of(labels, Categories())
    return [(mark.category, mark.kind, sorted(ring.tobytes() for ring in mark.rings)) for mark in marks]


@pytest.mark.parametrize("seed", range(5))
def test_plain_labels_are_drawn_without_making_instances(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    size = 90, 70
    labels, resolved = things(seed, size), resolved_for("turned", PaddingMode.REFLECT, size, 1)
    expected = relabel(labels, resolved).labels
    with monkeypatch.context() as patch:
        patch.setattr(plain, "_instances", lambda *_: pytest.fail("instances were made"))
        found = relabel(prepared(labels), resolved).labels
        assert areas_of(found, Categories(), size, Region.whole(size)) is None
        assert drawn(found) == drawn(expected)
        assert [*classes_shown(found, None)] == [*classes_shown(expected, None)]
