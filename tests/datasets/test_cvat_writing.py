"""Datasets of CVAT are written, and read again they are what they were."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Category,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
    SemanticMask,
    Tags,
)
from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.cvat.writing import CvatWriter, writer_for
from augstudio.datasets.ellipses import ellipse_outline
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.shapes import mask_of
from augstudio.datasets.splits import Split
from augstudio.datasets.turned_boxes import turned, turned_box
from augstudio.datasets.xml_reading import parsed_xml
from tests.datasets.test_cvat import PICTURE, opened, read

CATEGORIES = Categories(
    (
        Category("car", 0, (255, 128, 0)),
        Category('a "<b>&', 1, (1, 2, 3)),
        Category("person", 2, (0, 0, 255), keypoints=("left", "right", "nose")),
    )
)


def image(file: str = "images/1.png", split: Split | None = None) -> WrittenImage:
    return WrittenImage(file, (40, 20), split, "1.png", 0)


def file_of(writer: CvatWriter, *pictures: tuple[WrittenImage, Labels | None]) -> bytes:
    entries = [(item, writer.encode(item, labels).entry) for item, labels in pictures]
    ((name, pieces),) = writer.shared_files(lambda: iter(entries))
    assert name == "annotations.xml"
    return b"".join(pieces)


def again(labels: Labels, root: Path) -> tuple[Dataset, Labels]:
    data = file_of(writer_for(CATEGORIES), (image(), labels))
    dataset = opened(root, {"images/1.png": PICTURE, "annotations.xml": data})
    found = read(dataset)
    assert found.problems == ()
    assert found.labels is not None
    return dataset, found.labels


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), min_size=1, max_size=5)
_NAMES = _TEXTS.filter(lambda name: name not in ("shape", "source", "z_order", "ghost", "crowd"))
_VALUES = st.one_of(_TEXTS, st.integers(), st.none(), st.booleans(), st.lists(st.integers(), max_size=2))
_FLAGS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {name: st.booleans() for name in ("difficult", "truncated", "occluded", "crowd", "ignored", "ghost")}
)
_SMALL = st.integers(1, 8)


def _ring(left: int, top: int) -> np.ndarray:
    return np.array([(left, top), (left + 8, top + 1), (left + 3, top + 6.25)])


_SHAPES = st.one_of(
    st.builds(lambda x, y: Box(x - 0.5, y / 4, x + 3.25, y / 4 + 2), _SMALL, _SMALL),
    st.builds(
        lambda x, y: OrientedBox(np.array([(x + 9, y), (x + 9, y + 5), (x, y + 5), (x, y)])), _SMALL, _SMALL
    ),
    st.builds(lambda x: Outline((_ring(x, 1), _ring(x + 9, 3))), _SMALL),
    st.builds(lambda x, y: Outline((_ring(x, y),)), _SMALL, _SMALL),
)
_POINTS = st.builds(
    lambda x, seen: Keypoints(
        np.where(np.array(seen)[:, None] > 0, x, 0.0) * np.ones((3, 2)), np.array(seen)
    ),
    _SMALL,
    st.lists(st.integers(0, 2), min_size=3, max_size=3),
)


@st.composite
def _labels(draw: st.DrawFn) -> Labels:
    found = []
    for number in range(draw(st.integers(0, 3))):
        attributes = draw(st.dictionaries(_NAMES, _VALUES, max_size=2))
        if draw(st.booleans()):
            attributes["z_order"] = draw(st.integers(1, 5))
        if draw(st.integers(0, 3)) == 0:
            item = Instance(category=2, keypoints=draw(_POINTS), origin=number, attributes=attributes)
        else:
            shape, group = draw(_SHAPES), None
            if draw(st.booleans()) or (isinstance(shape, Outline) and len(shape.rings) > 1):
                group = number + 1
            category = draw(st.integers(0, 1))
            item = Instance(category=category, shape=shape, group=group, origin=number, attributes=attributes)
        found.append(replace(item, **draw(_FLAGS)))
    tags = draw(
        st.none()
        | st.builds(lambda a: Tags(((a, 1.0),), (), {"car": {"x": "y"}} if a == 0 else {}), st.integers(0, 2))
    )
    return Labels(tuple(found), tags=tags)


@given(_labels())
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_again(labels: Labels) -> None:
    with tempfile.TemporaryDirectory() as folder:
        dataset, found = again(labels, Path(folder))
    assert dataset.categories == CATEGORIES
    assert found == labels
    assert writer_for(CATEGORIES).losses(labels) == Counter()


@pytest.mark.parametrize("degrees", [0, 30, 90, 200.5, 270, 359.75])
def test_turned_boxes_come_back(degrees: float, tmp_path: Path) -> None:
    corners = np.array([(10.0, 8), (20, 8), (20, 12), (10, 12)])
    shape = OrientedBox(turned(corners, corners.mean(axis=0), degrees))
    (item,) = again(Labels((Instance(category=0, shape=shape),)), tmp_path)[1].instances
    if degrees == 0:
        assert item.shape == Box(10, 8, 20, 12)
        return
    assert isinstance(item.shape, OrientedBox)
    assert np.abs(item.shape.corners - shape.corners).max() < 1e-5


@pytest.mark.parametrize("mirror", [(-1, 1), (1, -1)], ids=["across", "upside down"])
@pytest.mark.parametrize("degrees", [0, 30, 60, 300])
def test_a_mirrored_box_keeps_its_width_and_height(degrees: float, mirror: tuple[int, int]) -> None:
    corners = np.array([(0.0, 0), (10, 0), (10, 5), (0, 5)])
    before = turned(corners, np.zeros(2), degrees) * mirror
    box = turned_box(before)
    assert (box.width, box.height, box.angle) == pytest.approx((10, 5, -degrees % 360))
    assert {tuple(corner) for corner in box.corners} == {tuple(corner) for corner in before}


def test_a_slanted_box_is_written_as_the_rectangle_that_it_covers() -> None:
    slanted = turned_box(np.array([(0.0, 0), (10, 0), (14, 4), (4, 4)]))
    sides = np.roll(slanted.corners, -1, axis=0) - slanted.corners
    assert abs(float(sides[0] @ sides[1])) < 1e-9
    assert slanted.width * slanted.height == pytest.approx(56)


def test_masks_come_back(tmp_path: Path) -> None:
    first, second = np.zeros((20, 40), np.int32), np.zeros((20, 40), np.int32)
    first[3:9, 5:30], first[4, 6], second[0:5, 0:9] = 1, 0, 2
    instances = tuple(Instance(category=n, shape=Bitmap(n, n + 1), origin=n) for n in range(2))
    labels = Labels(instances, (first, second))
    assert again(labels, tmp_path)[1] == labels


@pytest.mark.parametrize("degrees", [0.0, 40.0, 90.0])
def test_an_ellipse_stays_one_as_long_as_it_is_one(degrees: float, tmp_path: Path) -> None:
    attributes = {"shape": "ellipse"}
    outline = ellipse_outline(np.array((20.0, 10.0)), (9.0, 4.0), degrees)
    moved = Outline((outline.rings[0] * (0.5, 0.7) + 1,))
    for shape in (outline, moved):
        labels = Labels((Instance(category=0, shape=shape, attributes=attributes),))
        text = file_of(writer_for(CATEGORIES), (image(), labels)).decode()
        assert text.count("<ellipse") == 1
        (item,) = again(labels, tmp_path / str(shape is moved))[1].instances
        assert item.shape is not None
        assert (mask_of(item.shape, (), (40, 20)) == mask_of(shape, (), (40, 20))).all()
    cut = Outline((outline.rings[0][:-3],))
    rest = Labels((Instance(category=0, shape=cut, attributes=attributes),))
    assert b"<polygon" in file_of(writer_for(CATEGORIES), (image(), rest))


@pytest.mark.parametrize("kind", ["points", "polyline", "cuboid"])
def test_points_lines_and_cuboids_come_back(kind: str, tmp_path: Path) -> None:
    points = np.arange(16.0).reshape(8, 2)
    keypoints = Keypoints(points, np.full(8, 2, np.int32))
    labels = Labels((Instance(category=0, keypoints=keypoints, attributes={"shape": kind}),))
    assert again(labels, tmp_path)[1] == labels


def test_subsets_are_the_splits_and_pictures_without_labels_are_not_in_the_file(tmp_path: Path) -> None:
    writer = writer_for(CATEGORIES, ("train",))
    file = writer.image_file("train/x/1.png", Split.TRAIN)
    assert file == "images/train/x/1.png"
    assert writer.image_file("images/a/1.png", None) == "images/a/1.png"
    pictures = [(image(file, Split.TRAIN), Labels()), (image("images/val/2.png", Split.VAL), Labels())]
    data = file_of(writer, *pictures, (image("images/3.png"), None))
    names = (file, "images/val/2.png", "images/3.png")
    dataset = opened(tmp_path, {**dict.fromkeys(names, PICTURE), "annotations.xml": data})
    found = [(item.key, item.split) for item in dataset.samples() if isinstance(item, Sample)]
    assert found == [(file, Split.TRAIN), ("images/val/2.png", Split.VAL)]
    assert b'id="1" name="2.png" subset="val" width="40" height="20"' in data


def test_attributes_are_named_in_the_head() -> None:
    """CVAT takes in only those that it knows of."""
    item = Instance(category=0, shape=Box(0, 0, 5, 5), ghost=True, attributes={"age": 3})
    text = file_of(writer_for(CATEGORIES), (image(), Labels((item,)))).decode()
    head = text.partition("<image")[0]
    assert head.count("<input_type>text</input_type>") == 2
    assert "<name>age</name>" in head
    assert "<name>ghost</name>" in head


def test_losses_are_counted() -> None:
    ring = np.array([(1.0, 1), (9, 1), (9, 9), (1, 9)])
    points = Keypoints(np.zeros((3, 2)), np.array([0, 1, 2], np.int32))
    labels = Labels(
        (
            Instance(category=0, shape=Outline((ring, ring[::-1] / 4 + 2)), group=1),
            Instance(category=0, shape=Outline((ring,)), group=1),
            Instance(category=2, shape=Box(0, 0, 1, 1), keypoints=points),
            Instance(category=0, keypoints=points),
        ),
        semantic=SemanticMask(np.zeros((2, 2), np.uint8)),
        tags=Tags(((0, 0.5),), (("age", 3.0),), {"other": 1}),
    )
    assert writer_for(CATEGORIES).losses(labels) == {
        Loss.HOLES: 1,
        Loss.GROUPS: 1,
        Loss.KEYPOINTS: 1,
        Loss.HIDDEN_KEYPOINTS: 1,
        Loss.WEIGHTS: 1,
        Loss.NUMBERS: 1,
        Loss.ATTRIBUTES: 1,
        Loss.CLASS_MAPS: 1,
    }


def test_a_dataset_with_splits_is_a_project(tmp_path: Path) -> None:
    """In a task, datumaro 1.13.12 finds no picture that is of a subset."""
    box = Labels((Instance(category=0, shape=Box(0, 0, 5, 5)),))
    pictures = [(image(f"images/{split}/1.png", split), box) for split in (Split.TRAIN, Split.VAL)]
    root = parsed_xml(file_of(writer_for(CATEGORIES), *pictures), "annotations.xml")
    meta = root.child("meta")
    assert meta is not None
    assert [item.tag for item in meta.children] == ["project"]
    tasks = meta.children[0].child("tasks")
    assert tasks is not None
    assert [item.value("subset") for item in tasks.children] == ["train", "val"]
    alone = parsed_xml(file_of(writer_for(CATEGORIES), (image(), box)), "annotations.xml").child("meta")
    assert alone is not None
    assert [item.tag for item in alone.children] == ["task"]
