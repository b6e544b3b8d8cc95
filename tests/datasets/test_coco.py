"""COCO datasets: what is found, how annotations are read, and what is told about odd ones."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pycocotools import mask as pycoco

from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Category,
    Instance,
    Keypoints,
    Labels,
    Outline,
    Tags,
)
from augstudio.core.polygon import ring_area
from augstudio.datasets.assumed import assumed
from augstudio.datasets.base import DatasetReference, Skipped
from augstudio.datasets.coco.dataset import CocoDataset
from augstudio.datasets.formats import FORMATS, open_dataset, recognised_format, reopened
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from augstudio.images.orientation import upright_picture
from tests.datasets.coco_files import CATEGORIES, annotation, content, image, write_coco
from tests.datasets.yolo_folders import PICTURE, SIZE, keys_of, labels_of, sample_of
from tests.folders import write_files

KEY = "images/a.png"
TRIANGLE = [2.0, 2, 12, 2, 12, 8]


def read(root: Path, *annotations: Any, **more: Any) -> LabelsRead:
    return labels_of(open_dataset(write_coco(root, *annotations, **more)), KEY)


def only(found: LabelsRead) -> Instance:
    assert found.labels is not None
    (instance,) = found.labels.instances
    return instance


def reasons(found: LabelsRead) -> list[str]:
    return [problem.reason for problem in found.problems]


def test_a_dataset_is_opened_by_its_folder_and_by_its_file(tmp_path: Path) -> None:
    root = write_coco(tmp_path / "in", annotation())
    for path in (root, root / "instances.json"):
        dataset = open_dataset(path)
        assert dataset.reference.format == recognised_format(path) == "coco"
        assert keys_of(path) == {KEY: None}
        assert (dataset.has_splits, dataset.root, dataset.label_problems()) == (False, root, ())
    # Ids leave gaps; instances name categories by their place.
    assert dataset.categories == Categories((Category("cat", 3, supercategory="animal"), Category("dog", 90)))


def test_boxes_begin_at_the_left_edge_of_the_first_pixel(tmp_path: Path) -> None:
    found = read(tmp_path, annotation(), annotation(2, category_id=90, bbox=[0, 0, 40, 20]))
    assert found.labels == Labels(
        (
            Instance(category=0, shape=Box(0.5, 1.5, 10.5, 6.5)),
            Instance(category=1, shape=Box(-0.5, -0.5, 39.5, 19.5), origin=1),
        )
    )
    assert found.problems == ()


def test_a_picture_without_annotations_was_looked_at(tmp_path: Path) -> None:
    assert read(tmp_path).labels == Labels()


def test_polygons_of_several_parts_are_one_instance(tmp_path: Path) -> None:
    other = [20, 2, 20, 8, 30, 8]  # the other way round, which is no hole here
    row = annotation(segmentation=[TRIANGLE, other], bbox=[2, 2, 28, 6])
    shape = only(read(tmp_path, row)).shape
    assert isinstance(shape, Outline)
    assert shape.rings[0].tolist() == [[1.5, 1.5], [11.5, 1.5], [11.5, 7.5]]
    assert [ring_area(ring) for ring in shape.rings] == [30, 30]


@pytest.mark.parametrize("packed", [False, True])
def test_run_lengths_go_down_the_columns(tmp_path: Path, *, packed: bool) -> None:
    mask = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    mask[3:5, 7:9] = mask[0, 0] = 1
    rle: dict[str, Any] = pycoco.encode(np.asfortranarray(mask))
    rle["counts"] = rle["counts"].decode()
    if not packed:
        rle["counts"] = [0, 1, 142, 2, 18, 2, 635]
    found = read(tmp_path, annotation(segmentation=rle, iscrowd=1))
    instance = only(found)
    assert (instance.shape, instance.crowd) == (Bitmap(0, 1), True)
    assert found.labels is not None
    assert (found.labels.layers[0] == mask).all()


def test_masks_that_overlap_lie_in_layers_of_their_own(tmp_path: Path) -> None:
    def row(number: int, start: int) -> dict[str, Any]:
        counts = [start, 10, 800 - start - 10]
        return annotation(number, segmentation={"size": [20, 40], "counts": counts})

    found = read(tmp_path, row(1, 0), row(2, 100), row(3, 5))
    assert found.labels is not None
    assert [item.shape for item in found.labels.instances] == [Bitmap(0, 1), Bitmap(0, 2), Bitmap(1, 3)]


def test_keypoints_name_pixels(tmp_path: Path) -> None:
    # Whole numbers are those of pixels, whose centres they mean, unlike those of boxes and polygons.
    categories = [{"id": 3, "name": "cat", "keypoints": ["nose", "tail"], "skeleton": [[1, 2]]}]
    row = annotation(keypoints=[5, 6, 2, 0, 0, 0], num_keypoints=1)
    dataset = open_dataset(write_coco(tmp_path, row, categories=categories))
    keypoints = only(labels_of(dataset, KEY)).keypoints
    assert keypoints == Keypoints(np.array([(5.0, 6), (0, 0)]), np.array([2, 0], np.int32))
    assert dataset.categories == Categories(
        (Category("cat", 3, keypoints=("nose", "tail"), skeleton=((0, 1),)),)
    )


def test_keypoints_without_names_are_numbered(tmp_path: Path) -> None:
    dataset = open_dataset(write_coco(tmp_path, annotation(keypoints=[5, 6, 2, 1, 1, 1])))
    assert dataset.categories is not None
    assert [item.keypoints for item in dataset.categories.all] == [("0", "1"), ()]
    assert only(labels_of(dataset, KEY)).keypoints is not None


def test_attributes_and_marks_are_kept(tmp_path: Path) -> None:
    row = annotation(
        attributes={"occluded": True, "difficult": False, "色": [1, None]}, score=0.5, group_id=4, area=3
    )
    instance = only(read(tmp_path, row, images=[image(license=2)]))
    assert (instance.occluded, instance.difficult, instance.group) == (True, False, 4)
    assert instance.attributes == {"difficult": False, "色": [1, None], "score": 0.5}
    found = read(tmp_path / "b", images=[image(license=2)])
    assert found.labels == Labels(tags=Tags(attributes={"license": 2}))


@pytest.mark.parametrize(
    ("row", "reason", "kept"),
    [
        (annotation(2, category_id=5), "annotation 2: there is no category 5; left out", False),
        (annotation(2, category_id=None), "annotation 2: there is no category None; left out", False),
        (
            annotation(2, bbox=[1, 2, float("nan"), 3]),
            "annotation 2: bbox must be four numbers, not [1, 2, nan, 3]; left out",
            False,
        ),
        (
            annotation(2, bbox=[1, 2, -3, 3]),
            "annotation 2: a box without an area: [1, 2, -3, 3]; left out",
            False,
        ),
        (annotation(2, bbox=[]), "annotation 2: neither a box nor an outline; left out", False),
        (annotation(2, bbox=None), "annotation 2: neither a box nor an outline; left out", False),
        (annotation(2, bbox=[30, 2, 15, 3]), "annotation 2: a box reaches beyond the picture", True),
        (annotation(2, bbox=[50, 2, 5, 3]), "annotation 2: a box beside the picture", True),
        (
            annotation(2, segmentation=[[1, 2, 3, 4]]),
            "annotation 2: a polygon needs three or more corners of two numbers each; numbers found: 4; "
            "its box is taken",
            True,
        ),
        # pycocotools 2.0.11 takes seven numbers and leaves out the last.
        (
            annotation(2, segmentation=[[1, 2, 3, 4, 5, 6, 7]]),
            "annotation 2: a polygon needs three or more corners of two numbers each; numbers found: 7; "
            "its box is taken",
            True,
        ),
        (
            annotation(2, segmentation=[[1, "x"]]),
            "annotation 2: a polygon that is not a list of numbers; its box is taken",
            True,
        ),
        (
            annotation(2, segmentation="x"),
            "annotation 2: segmentation must be polygons or run lengths, not 'x'; its box is taken",
            True,
        ),
        (
            annotation(2, segmentation={"size": [40, 20], "counts": [800]}),
            "annotation 2: a mask of the size [40, 20], where the picture is 20 high and 40 wide; "
            "its box is taken",
            True,
        ),
        (
            annotation(2, segmentation={"size": [20, 40], "counts": [1, 2]}),
            "annotation 2: run lengths that do not fill the mask; its box is taken",
            True,
        ),
        (
            annotation(2, segmentation={"size": [20, 40], "counts": [10**30]}),
            "annotation 2: run lengths that do not fill the mask; its box is taken",
            True,
        ),
        (
            annotation(2, segmentation={"size": [20, 40], "counts": [800]}),
            "annotation 2: a mask without a pixel; its box is taken",
            True,
        ),
        (
            annotation(2, segmentation=[TRIANGLE], bbox=[5, 2, 7, 6]),
            "annotation 2: bbox is not the box around its outline, which counts",
            True,
        ),
        (
            annotation(2, keypoints=[1, 2]),
            "annotation 2: keypoints must give x, y and v for each keypoint; left out",
            False,
        ),
        (annotation(2, bbox=[5, 5, 3, 3]), "annotation 2: the same as annotation 1; left out", False),
    ],
)
def test_odd_annotations_are_told_and_the_others_count(
    tmp_path: Path, row: dict[str, Any], reason: str, *, kept: bool
) -> None:
    found = read(tmp_path, annotation(1, bbox=[5, 5, 3, 3]), row, annotation(3))
    assert reasons(found) == [reason]
    assert found.problems[0].file == "instances.json"
    assert found.labels is not None
    assert [item.origin for item in found.labels.instances] == ([0, 1, 2] if kept else [0, 2])


def test_a_file_without_annotations_is_told(tmp_path: Path) -> None:
    """As COCO's image_info files are, which list pictures for testing."""
    root = write_coco(tmp_path, annotation())
    said = json.loads((root / "instances.json").read_text())
    del said["annotations"]
    write_files(root, {"instances.json": json.dumps(said).encode()})
    assert [problem.reason for problem in open_dataset(root).label_problems()] == [
        "there are no annotations in it; its pictures count as ones without objects"
    ]


def test_keypoints_of_a_category_that_names_none_may_differ_in_number(tmp_path: Path) -> None:
    categories = [{"id": 3, "name": "cat"}]
    one, three = [1, 2, 2], [1, 2, 2, 3, 4, 1, 0, 0, 0]
    found = read(
        tmp_path, annotation(1, keypoints=one), annotation(2, keypoints=three), categories=categories
    )
    assert (reasons(found), found.labels is not None) == ([], True)
    assert found.labels is not None
    points = [instance.keypoints for instance in found.labels.instances]
    assert [point and point.visibility.tolist() for point in points] == [[2], [2, 1, 0]]


def test_keypoints_must_fit_their_category(tmp_path: Path) -> None:
    categories = [{"id": 3, "name": "cat", "keypoints": ["nose"]}]
    rows = (annotation(1, keypoints=[1, 2, 5]), annotation(2, keypoints=[1, 2, 2, 3, 4, 2]))
    assert reasons(read(tmp_path, *rows, categories=categories)) == [
        "annotation 1: the visibility of a keypoint must be 0, 1 or 2; left out",
        "annotation 2: keypoints must give x, y and v for each keypoint, 1 in all; left out",
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"images": [image(), image(7, "b.png")]}, "two pictures have the id 7; b.png is left out"),
        ({"images": [image(), image(8)]}, "the picture a.png is named twice; its id 8 is left out"),
        (
            {"images": [image(), {"id": 8}]},
            "a picture without an id and a file_name: {'id': 8}; left out",
        ),
        (
            {"categories": [*CATEGORIES, {"id": 3, "name": "x"}]},
            "two categories have the id 3; x is left out",
        ),
        (
            {"categories": [*CATEGORIES, {"name": "x"}]},
            "a category without a whole number as id and a name: {'name': 'x'}; left out",
        ),
        (
            {"categories": [{"id": 3, "name": "cat", "keypoints": ["a"], "skeleton": [[0, 1]]}]},
            "category cat: skeleton must be pairs of keypoints from 1 on",
        ),
        ({"annotations": [annotation(), annotation(1, bbox=[5, 5, 1, 1])]}, "another one has the same id"),
        ({"annotations": [annotation(), 5]}, "an annotation is no object: 5; left out"),
        ({"annotations": [annotation(image_id=None)]}, "image_id must be that of a picture, not None"),
        (
            {"annotations": [annotation(image_id=9)]},
            "there is no picture 9, which an annotation names; left out",
        ),
        (
            {"annotations": [annotation(image_id=9), annotation(2, image_id=9)]},
            "there is no picture 9, which 2 annotations name; left out",
        ),
    ],
)
def test_what_is_odd_about_the_file_is_told(tmp_path: Path, more: dict[str, Any], told: str) -> None:
    dataset = open_dataset(write_coco(tmp_path, **more))
    (problem,) = dataset.label_problems()
    assert problem.file == "instances.json"
    assert told in problem.reason
    assert labels_of(dataset, KEY).labels is not None


def test_pictures_without_a_file_and_files_without_a_name_are_told(tmp_path: Path) -> None:
    root = write_coco(tmp_path, annotation(), images=[image(), image(8, "../x/b.png")])
    write_files(root, {"images/c.png": PICTURE, "images/d.png": PICTURE})
    dataset = open_dataset(root)
    assert list(dataset.samples())[1] == Skipped("../x/b.png", "named in instances.json, but not there")
    (problem,) = dataset.label_problems()
    assert (problem.file, problem.reason) == (
        "instances.json",
        "2 pictures are not named here, and are left out; the first is images/c.png",
    )


def test_nothing_outside_the_datasets_folder_is_taken(tmp_path: Path) -> None:
    write_files(tmp_path / "outside", {"b.png": PICTURE})
    names = ("../outside/b.png", str(tmp_path / "outside" / "b.png"))
    images = [image(), *(image(8 + number, name) for number, name in enumerate(names))]
    dataset = open_dataset(write_coco(tmp_path / "in", images=images))
    assert [isinstance(item, Skipped) for item in dataset.samples()] == [False, True, True]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"images": [], "annotations": [{"category_id": 1,\n ]', r"line 2: not valid JSON: "),
        (b'{"annotations": [{"category_id": 1}\n\n, ', "line 3: not valid JSON: "),
        (b'{"annotations": [{"category_id": 1}], "images": {}}', "has no list of images and of categories"),
        (b'{"images": [], "annotations": [], "categories": 1}', "has no list of images and of categories"),
        (b'{"images": [{"id": 1, "file_name": "\xff"}], "categories": []}', "is not UTF-8 text"),
        (b'{"categories": ' + b"[" * 99999, "nested too deeply"),
        (b'{"images": [], "annotations": [' + b"[" * 99999 + b'"categories":1', "nested too deeply"),
        (b'{"images": [], "categories": [{"id": "\xff"}]}', "is not UTF-8 text"),
        (
            b'{"images": [], "categories": [], "annotations": [{"image_id": 1, "segments_info": [{}]}]}',
            "is a panoptic file, whose masks are pictures of their own",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, data: bytes, reason: str) -> None:
    root = write_files(tmp_path, {"instances.json": data, "a.png": PICTURE})
    with pytest.raises(DatasetError, match=f"instances.json.*{reason}"):
        reopened(DatasetReference(root / "instances.json", "coco"))


@pytest.mark.parametrize("name", ["nowhere", "nowhere.json"])
def test_without_a_file_there_is_no_dataset(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        DatasetError, match="there is no JSON file with images, annotations and categories in"
    ):
        reopened(DatasetReference(tmp_path / name, "coco"))


@pytest.mark.parametrize(
    "data",
    [
        b'{"images": 1, "annotations": 2, "info": 3}',
        b'[{"image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "images": 1}]',
        b'{"shapes": [], "images": 1, "categories": 2}',
    ],
)
def test_other_json_is_none_of_its_files(tmp_path: Path, data: bytes) -> None:
    root = write_files(tmp_path, {"x.json": data, "a.png": PICTURE})
    assert recognised_format(root) == recognised_format(root / "x.json") == "image-folder"


def test_a_file_for_each_split_gives_splits(tmp_path: Path) -> None:
    files = {
        "annotations/instances_train2017.json": content(annotation()),
        "annotations/instances_val2017.json": content(annotation(bbox=[5, 5, 5, 5])),
        "annotations/person_keypoints_train2017.json": content(annotation()),
        "annotations/captions_train2017.json": b'{"images": [], "annotations": [{"caption": ""}]}',
        "train2017/a.png": PICTURE,
        "val2017/a.png": PICTURE,  # the same name, which only its folder tells apart
    }
    root = write_files(tmp_path, files)
    assert keys_of(root) == {"train2017/a.png": "train", "val2017/a.png": "val"}
    dataset = open_dataset(root)
    assert dataset.has_splits
    assert only(labels_of(dataset, "val2017/a.png")).shape == Box(4.5, 4.5, 9.5, 9.5)
    assert assumed(dataset.assumption) == (
        "labels: coco; splits: train (train2017/), validation (val2017/); 2 classes"
    )
    # Written in another format, a split's folder takes the place of the dataset's own.
    yolo = FORMATS["yolo"].writer
    assert yolo is not None
    assert yolo(dataset).image_file("train2017/a.png", Split.TRAIN) == "images/train/a.png"
    alone = open_dataset(root / "annotations" / "instances_val2017.json")
    assert (alone.root, alone.has_splits) == (root, False)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "instances_train.json: is empty"),
        (content().decode().encode("utf-16"), "instances_train.json: holds no object with images"),
        (b"[]", "instances_train.json: holds no object with images"),
        (b"version 1\noid sha256:0123\n", "instances_train.json: holds no object with images"),
    ],
)
def test_a_split_whose_file_is_broken_does_not_vanish(tmp_path: Path, data: bytes, reason: str) -> None:
    files = {"annotations/instances_train.json": data, "annotations/instances_val.json": content()}
    root = write_files(tmp_path, {**files, "train/b.png": PICTURE, "val/a.png": PICTURE})
    with pytest.raises(DatasetError, match=reason):
        open_dataset(root)


def test_files_beside_their_pictures_give_splits(tmp_path: Path) -> None:
    name = "_annotations.coco.json"
    files = {f"{folder}/{name}": content(annotation()) for folder in ("train", "valid")}
    root = write_files(tmp_path, {**files, "train/a.png": PICTURE, "valid/a.png": PICTURE})
    assert keys_of(root) == {"train/a.png": "train", "valid/a.png": "val"}


def test_several_files_about_the_same_pictures_are_not_guessed_at(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"a.json": content(), "b.json": content(), "a.png": PICTURE})
    with pytest.raises(DatasetError, match=r"several files may describe the same pictures: a\.json, b\.json"):
        open_dataset(root)
    other = content(categories=[{"id": 3, "name": "dog"}], images=[image(9, "b.png")])
    root = write_files(tmp_path / "c", {"train.json": content(), "val.json": other, "a.png": PICTURE})
    with pytest.raises(DatasetError, match=r"the category 3 is 'cat' in train\.json, but 'dog' in val\.json"):
        open_dataset(root)


def test_files_about_the_same_pictures_that_are_not_read_are_told(tmp_path: Path) -> None:
    pictures = {f"{split}2017/a.png": PICTURE for split in ("train", "val")}
    kinds = ("instances", "person_keypoints")
    files = {
        f"annotations/{kind}_{split}2017.json": content() for kind in kinds for split in ("train", "val")
    }
    dataset = open_dataset(write_files(tmp_path, pictures | files))
    assert [(problem.file, problem.reason.partition(";")[0]) for problem in dataset.label_problems()] == [
        (
            f"annotations/person_keypoints_{split}2017.json",
            f"is not read, as annotations/instances_{split}2017.json tells of the same pictures",
        )
        for split in ("train", "val")
    ]
    assert all(problem.is_note for problem in dataset.label_problems())


def test_a_picture_of_two_files_counts_in_the_first(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"train.json": content(), "val.json": content(), "a.png": PICTURE})
    assert keys_of(root) == {"a.png": "train"}
    assert [problem.reason for problem in open_dataset(root).label_problems()] == [
        "a.png: named in train.json too; it counts there"
    ]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_labels_of_the_stored_picture_turn_with_it(tmp_path: Path, orientation: int) -> None:
    mask = np.zeros((20, 40), np.uint8)
    mask[3:6, 5:12] = 1
    rle = pycoco.encode(np.asfortranarray(mask))
    rle["counts"] = rle["counts"].decode()
    rows = (
        annotation(1, bbox=[5, 3, 7, 3]),
        annotation(2, bbox=[5, 3, 7, 3], segmentation=[[5, 3, 12, 3, 12, 6, 5, 6]]),
        annotation(3, bbox=[5, 3, 7, 3], segmentation=rle),
    )
    dataset = open_dataset(write_coco(tmp_path, *rows))
    source = dataset.label_source(sample_of(dataset, KEY))
    assert source is not None
    upright = upright_picture(mask[:, :, None], orientation)[:, :, 0]
    found = source.read(ImageInfo((upright.shape[1], upright.shape[0]), orientation))
    assert found.labels is not None
    box, outline, _ = (item.shape for item in found.labels.instances)
    if orientation == 3:
        assert "does not tell whether its labels are" in found.problems[0].reason
        return
    assert found.problems == ()
    rows_, columns = np.nonzero(upright)
    around = Box(columns.min() - 0.5, rows_.min() - 0.5, columns.max() + 0.5, rows_.max() + 0.5)
    assert box == around
    assert isinstance(outline, Outline)
    assert sorted(outline.rings[0].tolist()) == sorted(around.corners.tolist())
    assert ((found.labels.layers[0] != 0) == (upright != 0)).all()


def test_another_declared_size_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, annotation(), images=[image(width=400)])
    assert reasons(found) == [
        "the labels are for a picture of 400x20 pixels, but it has 40x20; they are not scaled"
    ]


def test_sources_of_labels_go_to_other_processes_and_show_changes(tmp_path: Path) -> None:
    dataset = open_dataset(write_coco(tmp_path, annotation(), annotation(2, image_id=99)))
    source = dataset.label_source(sample_of(dataset, KEY))
    assert source is not None
    assert pickle.loads(pickle.dumps(source)) == source
    changed = open_dataset(write_coco(tmp_path, annotation(bbox=[1, 2, 3, 4])))
    other = changed.label_source(sample_of(changed, KEY))
    assert other is not None
    assert (other.digest(), other.state()) != (source.digest(), source.state())
    assert dataset.label_source(sample_of(changed, KEY)) == source  # as it was when it was opened


def test_a_dataset_that_is_opened_again_reads_its_files_when_they_are_asked_for(tmp_path: Path) -> None:
    dataset = open_dataset(write_coco(tmp_path, annotation()))
    again = reopened(pickle.loads(pickle.dumps(dataset.reference)))
    assert isinstance(again, CocoDataset)
    assert "contents" not in vars(again)
    assert only(labels_of(again, KEY)).shape == Box(0.5, 1.5, 10.5, 6.5)


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_names_in_any_writing_are_read(tmp_path: Path, indent: int | None, mark: bytes) -> None:
    said = {
        "annotations": [annotation(attributes={"note": 'a}, {"image_id": 8, "x": "狗'})],
        "images": [image(7, "狗 é.png"), image(8, "\U0001f415.png")],
        "categories": [{"id": 3, "name": "Käfer"}],
        "annotations2": {},
    }
    data = mark + json.dumps(said, ensure_ascii=False, indent=indent).encode()
    root = write_files(tmp_path, {"instances.json": data, "狗 é.png": PICTURE, "\U0001f415.png": PICTURE})
    dataset = open_dataset(root)
    assert list(keys_of(root)) == ["狗 é.png", "\U0001f415.png"]
    assert only(labels_of(dataset, "狗 é.png")).attributes == {"note": 'a}, {"image_id": 8, "x": "狗'}
    assert dataset.categories is not None
    assert dataset.categories[0].name == "Käfer"
