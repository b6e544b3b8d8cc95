"""COCO datasets are written so that pycocotools takes them, and read again they are what they were."""

from __future__ import annotations

import contextlib
import io
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycocotools import mask as coco_masks
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from augstudio.core.label_policy import LabelPolicy
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
    Shape,
    Tags,
)
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.coco.dataset import writer
from augstudio.datasets.coco.writing import CocoWriter, writer_for
from augstudio.datasets.formats import FORMATS, open_dataset
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.shapes import mask_of
from augstudio.datasets.splits import Split
from tests.datasets.coco_files import annotation, content, image, write_coco
from tests.datasets.rewriting import rewritten
from tests.datasets.yolo_folders import PICTURE, SIZE, labels_of, small_yolo
from tests.folders import write_files

KEY = "images/a.png"
SQUARE = np.array([(1.5, 2.5), (21.5, 2.5), (21.5, 12.5), (1.5, 12.5)])
WITH_HOLE = Outline((SQUARE, SQUARE[::-1] / 2 + 4))
IN_TWO = Outline((SQUARE, SQUARE / 4 + 25.5))
CATEGORY = Category("猫 \ud800", 1, keypoints=("nose", "tail"), skeleton=((0, 1),), supercategory="animal")


def writer_of(*categories: Category) -> CocoWriter:
    """A writer for a dataset of another format."""
    return writer_for(Categories(categories or (CATEGORY,)))


def written(writer: CocoWriter, *pictures: tuple[str, Split | None, Labels | None]) -> dict[str, bytes]:
    """The files for some pictures."""
    entries = []
    for file, split, labels in pictures:
        item = WrittenImage(file, SIZE, split, file, 0)
        encoded = writer.encode(item, labels)
        assert encoded.files == ()
        assert b"\n" not in encoded.entry
        entries.append((item, encoded.entry))
    return {name: b"".join(parts) for name, parts in writer.shared_files(lambda: iter(entries))}


def one(*instances: Instance, labels: Labels | None = None) -> dict[str, Any]:
    """The only file for one picture, as JSON."""
    given_labels = Labels(instances) if labels is None else labels
    (data,) = written(writer_of(), (KEY, None, given_labels)).values()
    found: dict[str, Any] = json.loads(data)
    return found


def reopened(root: Path, labels: Labels, *categories: Category) -> Dataset:
    files = written(writer_of(*categories), (KEY, None, labels))
    return open_dataset(write_files(root, {**files, KEY: PICTURE}))


def test_ids_are_counted_from_one_over_all_pictures() -> None:
    box = Instance(category=0, shape=Box(0, 0, 5, 5))
    pictures = [(f"images/{number}.png", None, Labels((box,) * number)) for number in range(3)]
    ((name, data),) = written(writer_of(), *pictures).items()
    said = json.loads(data)
    assert name == "annotations/instances.json"
    assert [(item["id"], item["file_name"]) for item in said["images"]] == [
        (1, "0.png"),
        (2, "1.png"),
        (3, "2.png"),
    ]
    assert [(item["id"], item["image_id"]) for item in said["annotations"]] == [(1, 2), (2, 3), (3, 3)]
    assert said["categories"] == [
        {
            "id": 1,
            "name": "猫 \ud800",
            "supercategory": "animal",
            "keypoints": ["nose", "tail"],
            "skeleton": [[1, 2]],
        }
    ]


def test_each_split_has_its_file() -> None:
    pictures = [("images/val/a.png", Split.VAL, Labels()), ("images/train/a.png", Split.TRAIN, None)]
    files = written(writer_of(), *pictures)
    assert list(files) == ["annotations/instances_train.json", "annotations/instances_val.json"]
    assert [json.loads(data)["images"][0]["file_name"] for data in files.values()] == ["a.png", "a.png"]


def test_boxes_and_areas_are_made_anew() -> None:
    (row,) = one(Instance(category=0, shape=Box(0.5, 1.5, 10.5, 6.5)))["annotations"]
    assert row == {
        "id": 1,
        "image_id": 1,
        "category_id": 1,
        "bbox": [1, 2, 10, 5],
        "area": 50,
        "segmentation": [],
        "iscrowd": 0,
    }


def test_parts_are_polygons_of_one_instance_that_is_no_crowd() -> None:
    # supervision 0.31.2 makes crowds of them, which training and scoring leave out.
    (row,) = one(Instance(category=0, shape=IN_TWO))["annotations"]
    assert (len(row["segmentation"]), row["iscrowd"]) == (2, 0)
    assert row["segmentation"][0] == [2, 3, 22, 3, 22, 13, 2, 13]
    assert (row["area"], row["bbox"][:2]) == (212.5, [2, 3])


def test_holes_and_crowds_are_run_lengths() -> None:
    hole, crowd = one(
        Instance(category=0, shape=WITH_HOLE), Instance(category=0, shape=Outline((SQUARE,)), ignored=True)
    )["annotations"]
    assert (hole["area"], hole["iscrowd"], hole["bbox"]) == (150, 0, [2, 3, 20, 10])
    assert (crowd["area"], crowd["iscrowd"]) == (200, 1)
    assert isinstance(crowd["segmentation"]["counts"], str)


def test_crowds_that_are_boxes_have_run_lengths_of_their_pixels() -> None:
    # pycocotools 2.0.11 fails on crowds with an empty list.
    boxes = Box(1.5, 2.5, 11.5, 7.5), Box(1.8, 2.2, 11.6, 7.9), Box(-9, -9, 2.5, 1.5)
    said = one(*(Instance(category=0, shape=box, ignored=box.left > 0, crowd=box.left < 0) for box in boxes))
    for row, box in zip(said["annotations"], boxes, strict=True):
        left, top, width, height = box.left + 0.5, box.top + 0.5, box.right - box.left, box.bottom - box.top
        assert row["bbox"] == pytest.approx([left, top, width, height], abs=1e-6)
        assert row["area"] == pytest.approx(width * height, abs=1e-6)
        (theirs,) = coco_masks.frPyObjects(np.array([[left, top, width, height]]), SIZE[1], SIZE[0])
        assert row["segmentation"] == {"size": theirs["size"], "counts": theirs["counts"].decode()}


@pytest.mark.parametrize("crowd", [False, True])
def test_a_region_to_be_ignored_without_a_pixel_keeps_its_box(tmp_path: Path, crowd: bool) -> None:
    region = np.array([(2.6, 3.6), (2.9, 3.6), (2.9, 3.8)])
    labels = Labels((Instance(category=0, shape=Outline((region,)), crowd=crowd, ignored=not crowd),))
    (row,) = one(*labels.instances)["annotations"]
    assert (row["bbox"], row["area"], row["iscrowd"]) == ([3.1, 4.1, 0.3, 0.2], 0, 1)
    assert coco_masks.area(row["segmentation"]) == 0
    read = labels_of(reopened(tmp_path, labels, Category("a", 1)), KEY)
    assert read.problems == ()
    assert read.labels is not None
    (again,) = read.labels.instances
    assert again.crowd
    assert isinstance(again.shape, Box)


def test_pycocotools_takes_all_of_it(tmp_path: Path) -> None:
    layer = np.zeros((SIZE[1], SIZE[0]), np.int32)
    layer[3:9, 30:33] = 4
    instances = (
        Instance(category=0, shape=WITH_HOLE),
        Instance(category=0, shape=IN_TWO),
        Instance(category=0, shape=Box(-0.5, -0.5, 4.5, 4.5)),
        Instance(category=0, shape=Bitmap(0, 4)),
    )
    said = one(labels=Labels(instances, (layer,)))
    file = tmp_path / "a.json"
    file.write_text(json.dumps(said), encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO(str(file))
        results = [{**row, "score": 1.0} for row in said["annotations"]]
        evaluation = COCOeval(truth, truth.loadRes(results), "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    assert evaluation.stats[0] == 1  # with annotation ids from 0 it would be 0
    for row, instance in zip(said["annotations"], instances, strict=True):
        if row["segmentation"]:
            assert instance.shape is not None
            mask = truth.annToMask(row)
            assert (mask == mask_of(instance.shape, (layer,), SIZE)).all()
            assert row["area"] == pytest.approx(mask.sum(), abs=13)


def test_keypoints_that_are_missing_are_zeros() -> None:
    keypoints = Keypoints(np.array([(3.25, 4), (9, 9)]), np.array([1, 0], np.int32))
    (row,) = one(Instance(category=0, keypoints=keypoints))["annotations"]
    assert (row["bbox"], row["area"]) == ([3.75, 4.5, 0, 0], 0)
    (row,) = one(Instance(category=0, shape=Box(0, 0, 9, 9), keypoints=keypoints))["annotations"]
    assert (row["keypoints"], row["num_keypoints"]) == ([3.25, 4, 1, 0, 0, 0], 1)


def test_a_dataset_keeps_its_file_its_ids_and_what_else_it_says(tmp_path: Path) -> None:
    row = annotation(5, score=0.5, attributes={"a": 1}, category_id=90)
    root = write_coco(tmp_path, row, images=[image(7, license=4)], info={"year": 2020}, licenses=[{"id": 4}])
    dataset = open_dataset(root)
    kept = writer(dataset)
    assert kept.image_file(KEY, None) == KEY
    labels = labels_of(dataset, KEY).labels
    ((name, data),) = written(kept, (KEY, None, labels)).items()
    said = json.loads(data)
    assert name == "instances.json"
    assert (said["info"], said["licenses"]) == ({"year": 2020}, [{"id": 4}])
    assert said["images"] == [{"id": 1, "file_name": "a.png", "width": 40, "height": 20, "license": 4}]
    assert [item["id"] for item in said["categories"]] == [3, 90]
    expected = {**row, "id": 1, "image_id": 1, "area": 50, "segmentation": []}
    assert said["annotations"] == [expected]


def test_files_of_splits_keep_their_names_and_folders(tmp_path: Path) -> None:
    name = "_annotations.coco.json"
    files = {f"{folder}/{name}": content(annotation()) for folder in ("train", "valid")}
    root = write_files(tmp_path, {**files, "train/a.png": PICTURE, "valid/a.png": PICTURE})
    kept = writer(open_dataset(root))
    pictures = [("train/a.png", Split.TRAIN, Labels()), ("train/a__aug001.png", Split.TRAIN, Labels())]
    found = written(kept, *pictures, ("valid/a.png", Split.VAL, Labels()))
    assert list(found) == [f"train/{name}", f"valid/{name}"]
    names = [item["file_name"] for item in json.loads(found[f"train/{name}"])["images"]]
    assert names == ["a.png", "a__aug001.png"]


def test_datasets_of_other_formats_get_folders_and_ids_of_their_own(tmp_path: Path) -> None:
    dataset = open_dataset(small_yolo(tmp_path))
    make = FORMATS["coco"].writer
    assert make is not None
    writer = make(dataset)
    assert writer.image_file("images/train/a.png", Split.TRAIN) == "images/train/a.png"
    assert writer.refusal(LabelPolicy(padding="ignore")) is None
    assert isinstance(writer, CocoWriter)
    assert writer.numbers == (1, 2)


@pytest.mark.parametrize(
    ("instance", "losses"),
    [
        (Instance(category=0, shape=WITH_HOLE, attributes={"a": 1}, group=3, crowd=True), {}),
        (Instance(category=0, shape=OrientedBox(SQUARE)), {Loss.FRAMED: 1}),
        (Instance(category=0), {Loss.NOWHERE: 1}),
        (Instance(category=0, shape=Box(0, 0, 1, 1), ignored=True, difficult=True), {}),
    ],
)
def test_losses_are_counted(instance: Instance, losses: dict[Loss, int]) -> None:
    assert writer_of().losses(Labels((instance,))) == Counter(losses)


def test_losses_of_the_whole_picture_are_counted() -> None:
    tags = Tags(((0, 1.0),), (("age", 3.0),), {"sky": "blue"})
    labels = Labels(semantic=SemanticMask(np.zeros((20, 40), np.uint8)), tags=tags)
    losses = writer_of().losses(labels)
    assert losses == Counter({Loss.TAGS: 1, Loss.NUMBERS: 1, Loss.CLASS_MAPS: 1})


PLACES = st.floats(-0.5, 19.5, width=32)
VALUES = st.recursive(st.integers() | st.text(max_size=3), st.lists)
ATTRIBUTES = st.dictionaries(st.sampled_from(("a", "猫", "score")), VALUES, max_size=2)


@st.composite
def instances(draw: st.DrawFn) -> Instance:
    left, top = draw(st.tuples(PLACES, PLACES))
    box = Box(left, top, left + draw(st.floats(0.01, 9)), top + draw(st.floats(0.01, 9)))
    seen = np.array([draw(st.sampled_from((1, 2))), 0], np.int32)
    keypoints = Keypoints(np.array([(left, top), (0, 0)]), seen)
    shapes: list[Shape] = [box, Outline((SQUARE, SQUARE / 2)), Bitmap(0, 1)]
    shape = draw(st.sampled_from(shapes))
    return Instance(
        category=draw(st.integers(0, 1)),
        shape=shape,
        keypoints=draw(st.sampled_from((None, keypoints))),
        group=draw(st.sampled_from((None, 3))),
        crowd=isinstance(shape, Bitmap) and draw(st.booleans()),
        occluded=draw(st.booleans()),
        ghost=draw(st.booleans()),
        attributes=draw(ATTRIBUTES),
    )


@settings(max_examples=25)
@given(st.data())
def test_read_again_it_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    mask = np.zeros((SIZE[1], SIZE[0]), np.int32)
    first, last = sorted(data.draw(st.tuples(st.integers(0, 799), st.integers(0, 799))))
    mask.ravel()[first : last + 1] = 1
    labels = Labels(
        tuple(data.draw(st.lists(instances(), max_size=3))),
        (mask,),
        tags=data.draw(st.sampled_from((None, Tags(attributes={"license": 1})))),
    )
    names = ("nose", "tail")
    categories = (Category("a", 1, keypoints=names), Category("b", 2, keypoints=names))
    dataset = reopened(tmp_path_factory.mktemp("out"), labels, *categories)
    read = labels_of(dataset, KEY)
    assert dataset.categories == Categories(categories)
    assert read.labels is not None
    unique = {repr(item): item for item in labels.instances}
    assert len(read.labels.instances) == len(unique)
    for again, item in zip(read.labels.instances, unique.values(), strict=True):
        changed = replace(item, shape=again.shape, keypoints=again.keypoints, origin=again.origin)
        assert again == changed
        assert _places(again, read.labels) == pytest.approx(_places(item, labels), abs=1e-6)
    assert read.labels.tags == labels.tags


def _places(instance: Instance, labels: Labels) -> list[float]:
    """All numbers of where an instance is."""
    shape = instance.shape
    assert isinstance(shape, Box | Outline | Bitmap)
    found = [] if instance.keypoints is None else instance.keypoints.points.ravel().tolist()
    if isinstance(shape, Bitmap):
        return [*found, *np.flatnonzero(mask_of(shape, labels.layers, SIZE)).tolist()]
    corners = np.concatenate(shape.rings) if isinstance(shape, Outline) else shape.corners
    return [*found, *corners.ravel().tolist()]


def test_one_file_for_pictures_in_the_folders_of_several_splits_keeps_them_apart(tmp_path: Path) -> None:
    images = [image(1, "train\\a.png"), image(2, "val/a.png"), image(3, "b.png")]
    files = {f"images/{name}": PICTURE for name in ("train/a.png", "val/a.png", "b.png")}
    dataset = open_dataset(
        write_files(tmp_path / "data", {"annotations/all.json": content(images=images), **files})
    )
    found = {item.key: item.split for item in only_samples(dataset.samples())}
    assert found == {
        "images/b.png": Split.OTHER,
        "images/train/a.png": Split.TRAIN,
        "images/val/a.png": Split.VAL,
    }
    assert dataset.has_splits
    again = rewritten(dataset, "coco", tmp_path / "out")
    assert {item.key: item.split for item in only_samples(again.samples())} == found
    assert [file.name for file in (tmp_path / "out").rglob("*.json")] == ["all.json"]


def test_pictures_of_lvis_are_found_by_the_end_of_their_address(tmp_path: Path) -> None:
    said = {"id": 7, "coco_url": "http://host/train2017/1.png", "width": SIZE[0], "height": SIZE[1]}
    files = {"lvis_v1.json": content(annotation(), images=[said]), "train2017/1.png": PICTURE}
    dataset = open_dataset(write_files(tmp_path / "data", files))
    assert dataset.label_problems() == ()
    assert [item.key for item in only_samples(dataset.samples())] == ["train2017/1.png"]
    again = rewritten(dataset, "coco", tmp_path / "out")
    assert [item.key for item in only_samples(again.samples())] == ["train2017/1.png"]
