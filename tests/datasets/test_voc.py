"""Datasets as those of the Pascal VOC challenges."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.labels import Box, Instance, Labels, OrientedBox
from augstudio.datasets.base import Sample, Skipped
from augstudio.datasets.formats import open_dataset, recognised_format
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.splits import Split
from augstudio.datasets.voc.classes import PALETTE
from augstudio.datasets.voc.dataset import VocDataset
from augstudio.errors import DatasetError
from augstudio.images.label_map import encode_label_map
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

PICTURE = encoded(smooth_picture(40, 20), "PNG")
INFO = ImageInfo((40, 20))


def an_object(name: str, box: tuple[object, ...], more: str = "") -> str:
    corners = "".join(
        f"<{key}>{value}</{key}>" for key, value in zip(("xmin", "ymin", "xmax", "ymax"), box, strict=True)
    )
    return f"<object>\n<name>{name}</name>{more}<bndbox>{corners}</bndbox></object>\n"


def annotation(*objects: str, size: tuple[int, int] = (40, 20), file: str = "") -> bytes:
    width, height = size
    text = f"<size><width>{width}</width><height>{height}</height><depth>3</depth></size>\n"
    return f"<annotation><filename>{file}</filename>{text}{''.join(objects)}</annotation>".encode()


def written(root: Path, files: Mapping[str, bytes | str]) -> Path:
    """A dataset: pictures for names that end so, all else as it is given."""
    data = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return write_files(root, data)


def opened(root: Path, files: Mapping[str, bytes | str]) -> VocDataset:
    dataset = open_dataset(written(root, files))
    assert isinstance(dataset, VocDataset)
    return dataset


def samples(dataset: VocDataset) -> dict[str, Sample]:
    return {item.key: item for item in dataset.samples() if isinstance(item, Sample)}


def read(dataset: VocDataset, key: str, info: ImageInfo = INFO) -> LabelsRead:
    source = dataset.label_source(samples(dataset)[key])
    assert source is not None
    again: LabelsRead = pickle.loads(pickle.dumps(source)).read(info)
    assert again == source.read(info)
    return again


def one(tmp_path: Path, *objects: str, size: tuple[int, int] = (40, 20)) -> LabelsRead:
    """What a dataset of one picture says of it."""
    files = {"JPEGImages/1.png": PICTURE, "Annotations/1.xml": annotation(*objects, size=size)}
    return read(opened(tmp_path / "in", files), "JPEGImages/1.png")


def boxes(found: LabelsRead) -> list[tuple[float, float, float, float]]:
    assert found.labels is not None
    shapes = [item.shape for item in found.labels.instances if isinstance(item.shape, Box)]
    return [(box.left, box.top, box.right, box.bottom) for box in shapes]


def test_a_dataset_of_the_challenges_is_recognised_with_its_splits_and_classes(tmp_path: Path) -> None:
    names = ("a", "b", "c", "sub/d")
    files: dict[str, bytes | str] = {f"JPEGImages/{name}.png": PICTURE for name in names}
    files |= {f"Annotations/{name}.xml": annotation(an_object(name[-1], (1, 1, 5, 5))) for name in names[1:]}
    files |= {"ImageSets/Main/train.txt": "b\nsub/d\nmissing\n", "ImageSets/Main/val.txt": "c\n"}
    files |= {"ImageSets/Main/trainval.txt": "b\nc\nsub/d\n", "ImageSets/Main/b_train.txt": "b  1\n"}
    dataset = opened(tmp_path / "in", files)
    before = contents(dataset.root)
    assert recognised_format(dataset.root) == "voc"
    splits = {key: sample.split for key, sample in samples(dataset).items()}
    assert splits == {
        "JPEGImages/a.png": Split.OTHER,
        "JPEGImages/b.png": Split.TRAIN,
        "JPEGImages/c.png": Split.VAL,
        "JPEGImages/sub/d.png": Split.TRAIN,
    }
    assert dataset.has_splits
    skipped = [item for item in dataset.samples() if isinstance(item, Skipped)]
    assert skipped == [Skipped("missing", "named in ImageSets/Main/train.txt, line 3, but not there")]
    assert [item.name for item in dataset.categories.all] == ["b", "c", "d"]
    assert dataset.label_source(samples(dataset)["JPEGImages/a.png"]) is None
    assert contents(dataset.root) == before


@pytest.mark.parametrize("path", ["", "Annotations", "Annotations/1.xml", ".."])
def test_any_part_of_it_names_it(path: str, tmp_path: Path) -> None:
    files = {"JPEGImages/1.png": PICTURE, "Annotations/1.xml": annotation(an_object("car", (1, 1, 2, 2)))}
    root = written(tmp_path / "VOCdevkit" / "VOC2012", files)
    dataset = open_dataset(os.path.normpath(root / path))
    assert (dataset.root, dataset.reference.format) == (root, "voc")
    assert [item.key for item in dataset.samples() if isinstance(item, Sample)] == ["JPEGImages/1.png"]


@pytest.mark.parametrize(
    ("pictures", "files"),
    [("", ""), ("images/", "annotations/"), ("train/", "train/"), ("data/images/", "data/labels/")],
)
def test_files_beside_pictures_or_in_folders_of_other_names_are_found(
    pictures: str, files: str, tmp_path: Path
) -> None:
    data: dict[str, bytes | str] = {f"{pictures}1.png": PICTURE, f"{pictures}2.png": PICTURE}
    data |= {f"{files}1.xml": annotation(an_object("car", (1, 1, 2, 2)))}
    data |= {f"{files}other.xml": annotation(an_object("bus", (1, 1, 2, 2)), file="2.png")}
    dataset = opened(tmp_path / "in", data)
    found = {key: read(dataset, key).labels for key in samples(dataset)}
    assert [item and [one.category for one in item.instances] for item in found.values()] == [[1], [0]]
    assert dataset.label_problems() == ()


def test_coordinates_count_from_one_and_include_the_last_pixel(tmp_path: Path) -> None:
    """A box around the first pixel alone is 1 1 1 1, and one around all pixels 1 1 width height."""
    found = one(tmp_path, an_object("a", (1, 1, 1, 1)), an_object("a", (1, 1, 40, 20)))
    assert boxes(found) == [(-0.5, -0.5, 0.5, 0.5), (-0.5, -0.5, 39.5, 19.5)]
    assert found.problems == ()


def test_a_dataset_that_begins_at_zero_counts_from_zero_and_says_so(tmp_path: Path) -> None:
    """Tools write what they like; no box of a dataset that counts from 1 begins at 0."""
    files = {
        "1.png": PICTURE,
        "1.xml": annotation(an_object("a", (0, 0, 39, 19)), an_object("a", (1, 2, 3, 4))),
    }
    dataset = opened(tmp_path / "in", files)
    assert boxes(read(dataset, "1.png")) == [(-0.5, -0.5, 39.5, 19.5), (0.5, 1.5, 3.5, 4.5)]
    assert [problem.file for problem in dataset.label_problems()] == ["1.xml"]
    assert "count from 0 here, not from 1" in dataset.label_problems()[0].reason


def test_boxes_from_zero_to_the_width_are_edges(tmp_path: Path) -> None:
    dataset = opened(tmp_path / "in", {"1.png": PICTURE, "1.xml": annotation(an_object("a", (0, 0, 40, 20)))})
    assert boxes(read(dataset, "1.png")) == [(-0.5, -0.5, 39.5, 19.5)]
    assert "are the edges of pixels" in dataset.label_problems()[0].reason


def test_one_stray_zero_does_not_move_a_dataset(tmp_path: Path) -> None:
    many = [an_object("a", (number, 1, 40, 5)) for number in range(1, 30)]
    dataset = opened(
        tmp_path / "in", {"1.png": PICTURE, "1.xml": annotation(*many, an_object("a", (0, 1, 5, 5)))}
    )
    found = read(dataset, "1.png")
    assert boxes(found)[0] == (-0.5, -0.5, 39.5, 4.5)
    assert "these reach half a pixel out" not in found.problems[-1].reason
    assert "some begin at 0 (1)" in dataset.label_problems()[0].reason
    assert "leaves the picture" in found.problems[-1].reason


def test_flags_parts_and_attributes_are_read(tmp_path: Path) -> None:
    more = (
        "<pose>Left</pose><truncated>1</truncated><difficult>1</difficult><occluded>1</occluded>"
        "<part><name>head</name><bndbox><xmin>2</xmin><ymin>2</ymin><xmax>4</xmax><ymax>4</ymax></bndbox></part>"
        "<actions><jumping>1</jumping><reading>0</reading></actions>"
        "<attributes><attribute><name>colour</name><value>dark red</value></attribute>"
        "<attribute><name>age</name><value>7</value></attribute></attributes>"
    )
    found = one(tmp_path, an_object("dog", (1, 1, 9, 9), more), an_object("cat", (1, 1, 2, 2))).labels
    assert found is not None
    dog, head, cat = found.instances
    assert (dog.truncated, dog.difficult, dog.occluded, dog.group) == (True, True, True, 1)
    assert dog.attributes == {
        "pose": "Left",
        "actions": {"jumping": True, "reading": False},
        "colour": "dark red",
        "age": 7,
    }
    assert head == Instance(
        category=2, shape=Box(0.5, 0.5, 3.5, 3.5), group=1, origin=1, attributes={"part": True}
    )
    assert (cat.category, cat.group, cat.truncated) == (0, None, False)


def test_turned_boxes_of_rolabelimg_turn_clockwise_in_radians(tmp_path: Path) -> None:
    box = "<robndbox><cx>10</cx><cy>8</cy><w>6</w><h>2</h><angle>1.5707963267948966</angle></robndbox>"
    found = one(tmp_path, f"<object><type>robndbox</type><name>a</name>{box}</object>").labels
    assert found is not None
    shape = found.instances[0].shape
    assert isinstance(shape, OrientedBox)
    assert np.allclose(shape.corners, [(10.5, 4.5), (10.5, 10.5), (8.5, 10.5), (8.5, 4.5)])


def test_a_picture_without_objects_is_labelled_as_empty(tmp_path: Path) -> None:
    assert one(tmp_path).labels == Labels()


def test_labels_of_a_picture_as_it_is_stored_are_turned_with_it(tmp_path: Path) -> None:
    """Cameras store pictures lying; some tools draw boxes on them so and declare the size as it is stored."""
    files = {"1.png": PICTURE, "1.xml": annotation(an_object("a", (1, 1, 10, 4)))}
    dataset = opened(tmp_path / "in", files)
    turned = read(dataset, "1.png", ImageInfo((20, 40), 6))
    assert boxes(turned) == [(15.5, -0.5, 19.5, 9.5)]
    assert turned.problems == ()


def masks(tmp_path: Path, **files: bytes | str) -> VocDataset:
    classes = np.zeros((20, 40), np.uint8)
    classes[2:6, 2:9], classes[2:6, 9], classes[10:15, 20:30] = 7, 255, 12
    objects = np.where(classes == 7, 2, classes)
    objects[classes == 12] = 1
    inner: dict[str, bytes | str] = {
        "JPEGImages/1.png": PICTURE,
        "Annotations/1.xml": annotation(an_object("dog", (21, 11, 30, 15)), an_object("car", (3, 3, 9, 6))),
        "SegmentationClass/1.png": encode_label_map(classes, palette=PALETTE),
        "SegmentationObject/1.png": encode_label_map(objects, palette=PALETTE),
    }
    names = {"labelmap": "labelmap.txt", "classes": "SegmentationClass/1.png", "note": "Annotations/1.xml"}
    return opened(tmp_path / "in", {**inner, **{names[name]: data for name, data in files.items()}})


def test_palette_masks_keep_their_numbers_and_255_is_ignored(tmp_path: Path) -> None:
    dataset = masks(tmp_path)
    found = read(dataset, "JPEGImages/1.png")
    assert found.labels is not None
    assert found.labels.semantic is not None
    assert found.problems == ()
    assert np.unique(found.labels.semantic.classes).tolist() == [0, 7, 12, 255]
    assert found.labels.semantic.ignore == 255
    assert found.labels.semantic.palette is not None
    assert found.labels.semantic.palette[7] == (128, 128, 128)
    assert [(item.name, item.source_id) for item in dataset.categories.all][6] == ("car", 7)


def test_the_numbers_of_the_object_mask_are_those_of_the_objects(tmp_path: Path) -> None:
    found = read(masks(tmp_path), "JPEGImages/1.png").labels
    assert found is not None
    dog, car = found.instances
    assert (dog.category, car.category) == (11, 6)
    assert [int((found.layers[0] == number).sum()) for number in (1, 2)] == [50, 28]


def test_an_object_that_is_not_that_of_its_number_counts_for_itself(tmp_path: Path) -> None:
    note = annotation(an_object("dog", (1, 1, 3, 3)), an_object("car", (3, 3, 9, 6)))
    found = read(masks(tmp_path, note=note), "JPEGImages/1.png")
    assert found.labels is not None
    assert [item.category for item in found.labels.instances] == [11, 6, 11]
    assert [problem.reason for problem in found.problems] == [
        "object 1 of the mask is not object 1 of Annotations/1.xml; both count"
    ]


def test_masks_in_colours_are_read_by_the_label_map(tmp_path: Path) -> None:
    """CVAT writes such: the colours of labelmap.txt instead of a palette."""
    classes = np.zeros((20, 40, 3), np.uint8)
    classes[2:6, 2:9], classes[8, 8] = (200, 10, 20), (1, 2, 3)
    dataset = masks(
        tmp_path,
        labelmap="# label:color_rgb:parts:actions\nbackground:0,0,0::\nbus:1,1,1::\ncar:200,10,20::\n",
        classes=encoded(classes, "PNG"),
    )
    found = read(dataset, "JPEGImages/1.png")
    assert found.labels is not None
    assert found.labels.semantic is not None
    assert np.unique(found.labels.semantic.classes, return_counts=True)[1].tolist() == [771, 28, 1]
    assert [item.name for item in dataset.categories.all] == ["bus", "car", "dog"]
    assert any("the colour (1, 2, 3) is of no class" in problem.reason for problem in found.problems)
    assert any("dog is not among those" in problem.reason for problem in dataset.label_problems())


BROKEN = [
    ("<annotation><object></annotation>", "not well-formed XML"),
    ("<!DOCTYPE a><annotation/>", "document type"),
    ("<annotations/>", "outermost element is <annotations>"),
    ("", "no element found"),
]


@pytest.mark.parametrize(("text", "reason"), BROKEN)
def test_a_broken_file_is_told_and_the_others_count(text: str, reason: str, tmp_path: Path) -> None:
    good = annotation(an_object("car", (1, 1, 2, 2)))
    files = {"JPEGImages/1.png": PICTURE, "JPEGImages/2.png": PICTURE}
    dataset = opened(tmp_path / "in", {**files, "Annotations/1.xml": text, "Annotations/0.xml": good})
    source = dataset.label_source(samples(dataset)["JPEGImages/1.png"])
    assert source is not None
    with pytest.raises(DatasetError, match=reason) as told:
        source.read(INFO)
    assert str(told.value).startswith("Annotations/1.xml")
    assert [item.name for item in dataset.categories.all] == ["car"]
    assert "there is no picture for this file" in [problem.reason for problem in dataset.label_problems()]


ODD = [
    (an_object("car", ("nan", 1, 2, 2)), "xmin must be a number, not 'nan'; the box is left out", 0),
    (an_object("car", (9, 1, 2, 2)), "the corners are in the other order; they are exchanged", 1),
    (an_object("car", (1, 1, 41, 2)), "the box leaves the picture of 40 x 20; it counts as it is", 1),
    (an_object("", (1, 1, 2, 2)), "the <object> has no name; it is left out", 0),
    ("<object><name>car</name></object>", "the <object> has no <bndbox>; it is left out", 0),
    (an_object("car", (1, 1, 2, 2), "<difficult>x</difficult>"), "<difficult> is x, neither 0 nor 1", 1),
    (
        an_object("car", (1, 1, 2, 2), "<polygon><x1>1</x1><y1>1</y1></polygon>"),
        "<polygon> is not read, and exports leave it out",
        1,
    ),
    (an_object("car", (1, 1, 2, 2)) * 2, "object 3 is there twice; both count", 2),
    ("<object><name>car</name><bndbox><xmin>1</xmin></bndbox></object>", "ymin must be a number", 0),
]


@pytest.mark.parametrize(("text", "reason", "kept"), ODD)
def test_odd_objects_are_told_with_their_line(text: str, reason: str, kept: int, tmp_path: Path) -> None:
    found = one(tmp_path, an_object("bus", (5, 5, 9, 9)), text)
    assert found.labels is not None
    assert len(found.labels.instances) == 1 + kept
    (problem,) = found.problems
    assert problem.reason.startswith(reason)
    assert (problem.file, problem.line >= 4) == ("Annotations/1.xml", True)


def test_a_size_that_is_not_the_pictures_is_told_and_nothing_is_scaled(tmp_path: Path) -> None:
    found = one(tmp_path, an_object("car", (1, 1, 2, 2)), size=(80, 40))
    assert boxes(found) == [(-0.5, -0.5, 1.5, 1.5)]
    assert [problem.reason for problem in found.problems] == [
        "the labels are for a picture of 80x40 pixels, but it has 40x20; they are not scaled"
    ]
    assert one(tmp_path, an_object("car", (1, 1, 2, 2)), size=(0, 0)).problems == ()


def test_a_picture_in_two_lists_is_of_the_first(tmp_path: Path) -> None:
    files = {"JPEGImages/1.png": PICTURE, "Annotations/1.xml": annotation()}
    lists = {"ImageSets/Main/train.txt": "1\n", "ImageSets/Main/val.txt": "\n1\n"}
    dataset = opened(tmp_path / "in", {**files, **lists})
    assert samples(dataset)["JPEGImages/1.png"].split is Split.TRAIN
    assert [(item.file, item.line, item.reason) for item in dataset.label_problems()] == [
        ("ImageSets/Main/val.txt", 2, "1 is in the split train too; it counts there")
    ]


def test_labels_have_a_digest_of_all_that_is_read_for_them(tmp_path: Path) -> None:
    dataset = masks(tmp_path)
    source = dataset.label_source(samples(dataset)["JPEGImages/1.png"])
    assert source is not None
    digest, state = source.digest(), source.state()
    path = dataset.root / "SegmentationClass" / "1.png"
    path.write_bytes(path.read_bytes() + b"\0")
    assert source.digest() != digest
    assert source.state() != state


def test_splits_are_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each picture anew, many pictures would take a time that grows with their square."""
    files = {f"{n}.png": PICTURE for n in range(9)}
    dataset = opened(tmp_path / "in", {**files, "1.xml": annotation()})
    asked: list[str] = []
    monkeypatch.setattr("augstudio.datasets.voc.dataset.split_of_folders", asked.append)
    assert len(samples(dataset)) == 9
    assert len(asked) <= 18
