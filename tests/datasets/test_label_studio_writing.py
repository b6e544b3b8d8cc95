"""Datasets of Label Studio are written, and read again they are what they were."""

from __future__ import annotations

import json
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
from augstudio.datasets.ellipses import ellipse_outline
from augstudio.datasets.label_studio.writing import LabelStudioWriter, writer_for
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.shapes import mask_of
from augstudio.datasets.splits import Split
from augstudio.datasets.turned_boxes import turned
from augstudio.datasets.xml_reading import parsed_xml
from tests.datasets.test_label_studio import INFO, PICTURE, a_result, a_task, opened, read

NAMES = ("bus", 'c "<b>&', "車")
CATEGORIES = Categories.named(NAMES)
BOX = Instance(category=0, shape=Box(1, 2, 5, 6))
ALL = a_task(*(a_result("choices", {"choices": [name]}, id=name) for name in NAMES), image="other.png")


def image(file: str = "images/1.png", split: Split | None = None) -> WrittenImage:
    return WrittenImage(file, (40, 20), split, "1.png", 0)


def tasks_of(
    writer: LabelStudioWriter, *pictures: tuple[WrittenImage, Labels | None]
) -> list[dict[str, Any]]:
    entries = [(item, writer.encode(item, labels).entry) for item, labels in pictures]
    files = {name: b"".join(pieces) for name, pieces in writer.shared_files(lambda: iter(entries))}
    found: list[dict[str, Any]] = json.loads(files["tasks.json"])
    return found


def again(labels: Labels, root: Path) -> tuple[Dataset, Labels]:
    """Labels as they are read when they were written; another task names all classes."""
    tasks = [*tasks_of(writer_for(CATEGORIES), (image(), labels)), ALL]
    files = {"images/1.png": PICTURE, "other.png": PICTURE, "tasks.json": json.dumps(tasks).encode()}
    dataset = opened(root, files)
    found = read(dataset)
    assert found.problems == ()
    assert found.labels is not None
    return dataset, found.labels


_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
_VALUES = st.one_of(_TEXTS, st.integers(), st.none(), st.booleans(), st.lists(st.integers(), max_size=2))
_ATTRIBUTES = st.dictionaries(
    _TEXTS.filter(lambda name: name not in ("shape", "labels")), _VALUES, max_size=2
)
_FLAGS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {name: st.booleans() for name in ("difficult", "truncated", "occluded", "crowd", "ignored", "ghost")}
)
_SMALL = st.integers(1, 8)


def _ring(left: int, top: int) -> np.ndarray:
    return np.array([(left, top), (left + 8, top + 1), (left + 3, top + 6.25)])


def _turned(x: int, y: int, degrees: int) -> OrientedBox:
    corners = np.array([(x + 12.0, y), (x + 18, y), (x + 18, y + 4), (x + 12, y + 4)])
    return OrientedBox(turned(corners, corners.mean(axis=0), degrees))


_SHAPES = st.one_of(
    st.builds(lambda x, y: Box(x - 0.5, y / 4, x + 3.25, y / 4 + 2), _SMALL, _SMALL),
    st.builds(_turned, _SMALL, _SMALL, st.integers(1, 359)),
    st.builds(lambda x, y: Outline((_ring(x, y),)), _SMALL, _SMALL),
    st.builds(lambda x, y: Keypoints(np.array([(x, y / 2)]), np.array([2], np.int32)), _SMALL, _SMALL),
)


@st.composite
def _labels(draw: st.DrawFn) -> Labels:
    found = []
    grouped = draw(st.booleans())
    for number in range(draw(st.integers(0, 4))):
        shape = draw(_SHAPES)
        place = {"keypoints": shape} if isinstance(shape, Keypoints) else {"shape": shape}
        group = 1 if grouped and number < 2 else None
        attributes, flags = draw(_ATTRIBUTES), draw(_FLAGS)
        item = Instance(category=draw(st.integers(0, 2)), group=group, origin=number, attributes=attributes)
        found.append(replace(item, **place, **flags))
    if grouped and len(found) == 1:
        found = [replace(found[0], group=None)]
    tags = Tags(
        ((draw(st.integers(0, 2)), 1.0),), (("age", 2.5),), {"note": draw(st.lists(_TEXTS, max_size=2))}
    )
    return Labels(tuple(found), tags=draw(st.sampled_from([None, tags])))


def _rounded(labels: Labels) -> Labels:
    """Labels with coordinates to a millionth, as shares are written with ten digits."""
    found = []
    for item in labels.instances:
        shape, keypoints = item.shape, item.keypoints
        if isinstance(shape, Box):
            shape = Box(
                *(round(value, 6) + 0.0 for value in (shape.left, shape.top, shape.right, shape.bottom))
            )
        elif isinstance(shape, OrientedBox):
            shape = OrientedBox(np.round(shape.corners, 6) + 0.0)
        elif isinstance(shape, Outline):
            shape = Outline(tuple(np.round(ring, 6) + 0.0 for ring in shape.rings))
        if keypoints is not None:
            keypoints = Keypoints(np.round(keypoints.points, 6) + 0.0, keypoints.visibility)
        found.append(replace(item, shape=shape, keypoints=keypoints))
    return replace(labels, instances=tuple(found))


@given(_labels())
@settings(max_examples=25, deadline=None)
def test_what_is_written_is_read_again(labels: Labels) -> None:
    with tempfile.TemporaryDirectory() as folder:
        dataset, found = again(labels, Path(folder))
    assert dataset.categories == CATEGORIES
    assert _rounded(found) == _rounded(labels)
    assert writer_for(CATEGORIES).losses(labels) == Counter()


def test_masks_and_several_classes_come_back(tmp_path: Path) -> None:
    first, second = np.zeros((20, 40), np.int32), np.zeros((20, 40), np.int32)
    first[3:9, 5:30], first[4, 6], second[0:5, 0:9] = 1, 0, 2
    instances = tuple(
        Instance(category=n, shape=Bitmap(n, n + 1), origin=n, attributes={"labels": [NAMES[2]]})
        for n in range(2)
    )
    labels = Labels(instances, (first, second))
    assert again(labels, tmp_path)[1] == labels


@pytest.mark.parametrize("degrees", [0.0, 40.0])
def test_an_ellipse_stays_one(degrees: float, tmp_path: Path) -> None:
    shape = ellipse_outline(np.array((20.0, 10.0)), (9.0, 4.0), degrees)
    labels = Labels((Instance(category=0, shape=shape, attributes={"shape": "ellipse"}),))
    (task,) = tasks_of(writer_for(CATEGORIES), (image(), labels))
    assert task["annotations"][0]["result"][0]["type"] == "ellipselabels"
    (item,) = again(labels, tmp_path)[1].instances
    assert item.shape is not None
    assert (mask_of(item.shape, (), (40, 20)) == mask_of(shape, (), (40, 20))).all()


def test_splits_unlabelled_pictures_and_ids(tmp_path: Path) -> None:
    writer = writer_for(CATEGORIES, ("train",))
    assert writer.image_file("train/a b.png", Split.TRAIN) == "images/train/a b.png"
    assert writer.image_file("images/1.png", None) == "images/1.png"
    pictures = [
        (image("images/train/a b.png", Split.TRAIN), Labels()),
        (image("images/val/2.png", Split.VAL), None),
    ]
    tasks = tasks_of(writer, *pictures)
    assert [task["id"] for task in tasks] == [1, 2]
    assert tasks[0]["data"] == {"image": "/data/local-files/?d=images/train/a%20b.png", "split": "train"}
    assert tasks[1]["annotations"] == []
    files = {item.file: PICTURE for item, _ in pictures}
    dataset = opened(tmp_path, {**files, "tasks.json": json.dumps(tasks).encode()})
    samples = [item for item in dataset.samples() if isinstance(item, Sample)]
    assert [item.split for item in samples] == [Split.TRAIN, Split.VAL]
    sources = [dataset.label_source(item) for item in samples]
    assert sources[0] is not None
    assert sources[0].read(INFO).labels == Labels()
    assert sources[1] is None


def controls_of(*instances: Instance) -> dict[str, list[str]]:
    """The classes that each control of the labelling interface lists, where a picture has these instances."""
    writer = writer_for(CATEGORIES)
    entry = writer.encode(image(), Labels(instances)).entry
    files = {
        name: b"".join(pieces) for name, pieces in writer.shared_files(lambda: iter([(image(), entry)] * 2))
    }
    root = parsed_xml(files["label-config.xml"], "label-config.xml")
    controls = [item for item in root.children if item.tag != "Image"]
    return {item.tag: [label.attributes["value"] for label in item.children] for item in controls}


def test_the_labelling_interface_names_all_classes() -> None:
    files = dict(writer_for(CATEGORIES).shared_files(lambda: iter(())))
    assert json.loads(b"".join(files["tasks.json"])) == []
    expected = {"RectangleLabels", "PolygonLabels", "BrushLabels", "EllipseLabels", "Choices"}
    assert controls_of(BOX) == {name: list(NAMES) for name in expected}


def test_points_have_a_control_for_their_classes_alone() -> None:
    """Label Studio's export as COCO makes one category of all classes that the control for points names."""
    points = Keypoints(np.zeros((1, 2)), np.array([2], np.int32))
    assert controls_of(BOX, Instance(category=2, keypoints=points))["KeyPointLabels"] == ["車"]
    assert "KeyPointLabels" not in controls_of(replace(BOX, attributes={"said": "keypointlabels"}))
    assert "KeyPointLabels" not in controls_of()


PERSON = Category("person", 0, keypoints=("nose", "left_eye", "right_eye"))
DOG = Category("dog", 1, keypoints=("tail", "nose"))
POSES = Categories((DOG, PERSON))


def pose(category: int, shape: Box | Outline, *seen: int, **more: Any) -> Instance:
    """An instance with keypoints that are seen, hidden or missing."""
    there = np.array(seen, np.int32)
    places = np.where(there[:, None] > 0, np.arange(len(seen))[:, None] * (2.0, 0.5) + 3, 0.0)
    return Instance(category=category, shape=shape, keypoints=Keypoints(places, there), **more)


def test_keypoints_are_points_of_their_objects_and_come_back(tmp_path: Path) -> None:
    ring = np.array([(1.0, 1), (9, 1), (9, 9), (1, 9)])
    point = Keypoints(np.array([(3.0, 4)]), np.array([2], np.int32))
    people = (
        pose(1, Box(1, 2, 15, 16), 0, 2, 1, group=1),
        pose(1, Box(5, 2, 18, 16), 2, 0, 0, origin=1, occluded=True, attributes={"age": 4}),
        pose(0, Outline((ring,)), 0, 1, origin=2),
        Instance(category=1, keypoints=point, origin=3, group=1),
    )
    labels, writer = Labels(people), writer_for(POSES)
    assert writer.losses(labels) == Counter()
    entries = [(image(), writer.encode(image(), labels).entry)]
    files = {name: b"".join(pieces) for name, pieces in writer.shared_files(lambda: iter(entries))}
    dataset = opened(tmp_path, {"images/1.png": PICTURE, **files})
    found = read(dataset)
    assert found.problems == ()
    assert found.labels is not None
    assert _rounded(found.labels) == _rounded(labels)
    assert dataset.categories == Categories((replace(DOG, source_id=0), replace(PERSON, source_id=1)))


def test_points_of_objects_are_listed_by_their_keypoints_in_order() -> None:
    writer = writer_for(POSES)
    alone = Instance(category=0, keypoints=Keypoints(np.zeros((1, 2)), np.array([2], np.int32)))
    encoded = writer.encode(image(), Labels((pose(1, Box(1, 2, 15, 16), 0, 0, 2), alone)))
    files = dict(writer.shared_files(lambda: iter([(image(), encoded.entry)])))
    root = parsed_xml(b"".join(files["label-config.xml"]), "label-config.xml")
    listed = [
        (control.attributes["name"], label.attributes["model_index"], label.attributes["value"])
        for control in root.all("KeyPointLabels")
        for label in control.children
    ]
    people = [("keypoint-2", "0", "nose"), ("keypoint-2", "1", "left_eye"), ("keypoint-2", "2", "right_eye")]
    assert listed == [*people, ("keypoint", "3", "dog")]


def test_losses_are_counted() -> None:
    ring = np.array([(1.0, 1), (9, 1), (9, 9), (1, 9)])
    points = Keypoints(np.zeros((3, 2)), np.array([0, 1, 2], np.int32))
    labels = Labels(
        (
            Instance(category=0, shape=Outline((ring, ring[::-1] / 4 + 2, ring + 9)), group=1),
            Instance(category=0, keypoints=points),
        ),
        semantic=SemanticMask(np.zeros((2, 2), np.uint8)),
        tags=Tags(((0, 0.5),), (("age", 3.0),), {"other": 1}),
    )
    assert writer_for(CATEGORIES).losses(labels) == {
        Loss.HOLES: 1,
        Loss.PARTS: 1,
        Loss.GROUPS: 1,
        Loss.KEYPOINTS: 1,
        Loss.HIDDEN_KEYPOINTS: 1,
        Loss.WEIGHTS: 1,
        Loss.ATTRIBUTES: 1,
        Loss.CLASS_MAPS: 1,
    }
