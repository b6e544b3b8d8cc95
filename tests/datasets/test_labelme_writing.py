"""Datasets of LabelMe are written so that it opens them, and read again they are what they were."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
    SemanticMask,
    Tags,
)
from augstudio.datasets.formats import FORMATS
from augstudio.datasets.label_writing import Loss
from augstudio.datasets.labelme.writing import writer_for
from augstudio.datasets.splits import Split
from tests.datasets.test_labelme import PICTURE, a_shape, file_of, opened, read, written


def again(labels: Labels, root: Path, names: tuple[str, ...] = ("bus", "car")) -> Labels:
    """Labels as they are read when they were written; the classes are all there by another picture."""
    other = file_of(*(a_shape(name, [[1, 1]], "point") for name in names))
    files = {
        "a/1.png": PICTURE,
        "a/1.json": written(writer_for(Categories.named(names)), labels),
        "a/2.json": other,
    }
    found = read(opened(root, files), "a/1.png")
    assert found.problems == ()
    assert found.data == files["a/1.json"]
    assert found.labels is not None
    return found.labels


_PLACES = st.integers(0, 30)
_FLAGS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {name: st.booleans() for name in ("difficult", "truncated", "occluded", "crowd", "ignored", "ghost")}
)
_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=5)
_ATTRIBUTES = st.dictionaries(
    _TEXTS.filter(lambda key: key not in ("label", "mask", "flags", "points")),
    st.one_of(_TEXTS, st.integers(), st.none(), st.lists(st.booleans(), max_size=2)),
    max_size=2,
)


def _ring(left: int, top: int) -> np.ndarray:
    return np.array([(left, top), (left + 8, top + 1), (left + 3, top + 6.25)])


_SHAPES = st.one_of(
    st.builds(lambda x, y: Box(x - 0.5, y / 4, x + 3.25, y / 4 + 2), _PLACES, _PLACES),
    st.builds(
        lambda x, y: OrientedBox(np.array([(x, 1), (x + 5, y / 4), (x + 6, y), (x - 3, 2)])), _PLACES, _PLACES
    ),
    st.builds(lambda x: Outline((_ring(x, 1), _ring(x + 9, 3))), st.integers(0, 10)),
    st.builds(lambda x, y: Outline((_ring(x, y),)), _PLACES, st.integers(0, 13)),
)


@st.composite
def _labels(draw: st.DrawFn) -> Labels:
    count = draw(st.integers(0, 3))
    found = []
    for number in range(count):
        shape = draw(_SHAPES)
        parts = len(shape.rings) if isinstance(shape, Outline) else 1
        group = number + 1 if parts > 1 or draw(st.booleans()) else None
        item = Instance(
            category=draw(st.integers(0, 1)),
            shape=shape,
            group=group,
            origin=number,
            attributes=draw(_ATTRIBUTES),
        )
        found.append(replace(item, **draw(_FLAGS)))
    return Labels(tuple(found))


@given(_labels())
@settings(max_examples=20, deadline=None)
def test_what_is_written_is_read_again(labels: Labels) -> None:
    """Some shapes leave the picture, which is told."""
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "a/1.png": PICTURE,
            "a/1.json": written(writer_for(Categories.named(("bus", "car"))), labels),
        }
        other = file_of(*(a_shape(name, [[1, 1]], "point") for name in ("bus", "car")))
        found = read(opened(Path(folder), {**files, "a/2.json": other}), "a/1.png").labels
    assert found is not None
    assert len(found.instances) == len(labels.instances)
    for one_item, other_item in zip(found.instances, labels.instances, strict=True):
        assert one_item.origin == labels.instances.index(other_item)
    assert found == labels
    assert writer_for(Categories.named(("bus", "car"))).losses(labels) == Counter()


def test_masks_and_empty_labels_come_back(tmp_path: Path) -> None:
    layer = np.zeros((20, 40), np.int32)
    layer[3:9, 5:30], layer[4, 6], layer[0, 39] = 1, 0, 2
    labels = Labels(
        (
            Instance(category=1, shape=Bitmap(0, 1)),
            Instance(category=0, shape=Bitmap(0, 2), origin=1),
        ),
        (layer,),
    )
    assert again(labels, tmp_path / "masks") == labels
    assert again(Labels(), tmp_path / "empty") == Labels()


def test_outlines_of_one_class_and_group_stay_apart(tmp_path: Path) -> None:
    ring = np.array([(1.0, 1), (5, 1), (5, 5)])
    items = tuple(Instance(category=0, shape=Outline((ring + n,)), group=2, origin=n) for n in range(2))
    found = again(Labels(items), tmp_path / "out")
    assert [item.group for item in found.instances] == [2, None]
    assert writer_for(Categories.named(("bus", "car"))).losses(Labels(items)) == {Loss.GROUPS: 1}


def test_a_file_opens_in_labelme() -> None:
    """Its loader wants these keys, no picture in the file, and the size of the picture on show."""
    found = json.loads(written(writer_for(Categories.named(("car",))), Labels()))
    assert found == {
        "version": "5.5.0",
        "flags": {},
        "shapes": [],
        "imagePath": "1.png",
        "imageData": None,
        "imageHeight": 20,
        "imageWidth": 40,
    }


def test_losses_are_counted() -> None:
    ring = np.array([(1.0, 1), (9, 1), (9, 9), (1, 9)])
    points = Keypoints(np.zeros((3, 2)), np.array([0, 1, 2], np.int32))
    labels = Labels(
        (
            Instance(category=0, shape=Outline((ring, ring[::-1] / 4 + 2))),
            Instance(category=0, shape=Box(0, 0, 1, 1), keypoints=points),
            Instance(category=0, keypoints=points),
        ),
        semantic=SemanticMask(np.zeros((2, 2), np.uint8)),
        tags=Tags(((0, 1.0),), (("age", 3.0),), {"flags": {}}),
    )
    assert writer_for(Categories.named(("car",))).losses(labels) == {
        Loss.HOLES: 1,
        Loss.KEYPOINTS: 1,
        Loss.HIDDEN_KEYPOINTS: 1,
        Loss.TAGS: 1,
        Loss.NUMBERS: 1,
        Loss.CLASS_MAPS: 1,
    }


def test_pictures_go_to_the_folders_of_their_splits(tmp_path: Path) -> None:
    box = a_shape("car", [[1, 2], [3, 4]], "rectangle")
    dataset = opened(tmp_path, {"train/1.png": PICTURE, "train/1.json": file_of(box)})
    kind = FORMATS["labelme"].writer
    assert kind is not None
    writer = kind(dataset)
    assert writer.image_file("a/b.png", None) == "a/b.png"
    assert writer.image_file("a/b.png", Split.VAL) == "val/a/b.png"
    assert (
        writer_for(Categories(), ("images/val",)).image_file("images/val/a/b.png", Split.VAL) == "val/a/b.png"
    )
    assert writer.label_files("val/a/b.c.png") == ("val/a/b.c.json",)
