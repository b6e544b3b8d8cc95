"""The background of masks is at 0 there, and no class of the formats that have objects."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.labels import Categories
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.formats import label_writer
from augstudio.datasets.label_writing import WrittenImage
from augstudio.images.label_map import encode_label_map
from tests.datasets.rewriting import all_labels, opened, rewritten
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

PICTURE = encoded(smooth_picture(40, 20), "PNG")
SIZE = (40, 20)
CLASSES = np.zeros((20, 40), np.uint8)
CLASSES[2:8, 2:9], CLASSES[10:15, 20:30], CLASSES[18] = 1, 2, 255
OBJECTS = np.zeros((20, 40), np.uint16)
OBJECTS[2:8, 2:9], OBJECTS[10:15, 20:30], OBJECTS[17, 30:] = 4, 5, 6
NUMBERS = {"yolo": (0, 1), "yolo-segment": (0, 1), "coco": (1, 2), "voc": (1, 2), "masks": (1, 2)}


def masks(root: Path, listed: str = "value,name\n0,background\n1,cat\n2,dog\n") -> Dataset:
    """A cat and a dog, and an object on the background alone."""
    files = {
        "images/1.png": PICTURE,
        "masks/1.png": encode_label_map(CLASSES),
        "instances/1.png": encode_label_map(OBJECTS),
        "classes.csv": listed.encode(),
    }
    return opened(write_files(root, files), "masks")


def named(dataset: Dataset) -> list[str]:
    return [item.name for item in (dataset.categories or Categories()).all]


def objects(dataset: Dataset) -> list[str]:
    """Names of the classes of all objects."""
    found = [read.labels for read in all_labels(dataset).values()]
    return sorted(named(dataset)[item.category] for labels in found if labels for item in labels.instances)


@pytest.mark.parametrize("to", NUMBERS)
def test_formats_of_objects_number_the_classes_without_the_background(to: str, tmp_path: Path) -> None:
    source = masks(tmp_path / "in")
    assert named(source) == ["cat", "dog"]
    writer = label_writer(to, source)
    assert writer is not None
    assert writer.class_numbers() == NUMBERS[to]
    again = rewritten(source, to, tmp_path / "out")
    assert (named(again), objects(again)) == (["cat", "dog"], ["cat", "dog"])
    if to == "yolo":
        return  # boxes, of which there are no masks
    back = rewritten(again, "masks", tmp_path / "back")
    listed = (tmp_path / "back/classes.csv").read_text().splitlines()
    assert [row.split(",")[:2] for row in listed[1:]] == [["0", "background"], ["1", "cat"], ["2", "dog"]]
    assert objects(back) == objects(source)


LISTS = {
    "another name": "value,name,red,green,blue\n0,_Background_,9,8,7\n1,cat,1,1,1\n2,dog,2,2,2\n",
    "nothing at 0": "value,name,red,green,blue\n0,unlabeled,9,8,7\n1,cat,1,1,1\n2,dog,2,2,2\n",
    "another order": "value,name,red,green,blue\n2,dog,2,2,2\n0,bg,0,0,0\n1,cat,1,1,1\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=list(LISTS))
def test_the_list_of_masks_is_written_as_it_was(text: str, tmp_path: Path) -> None:
    source = masks(tmp_path / "in", text)
    assert sorted(named(source)) == ["cat", "dog"]
    again = rewritten(source, "masks", tmp_path / "out")
    assert (tmp_path / "out/classes.csv").read_text() == text
    assert {key: read.labels for key, read in all_labels(again).items()} == {
        key: read.labels for key, read in all_labels(source).items()
    }


def test_an_object_on_the_background_alone_is_told(tmp_path: Path) -> None:
    (read,) = all_labels(masks(tmp_path)).values()
    assert [(item.file, item.reason) for item in read.problems] == [
        ("instances/1.png", "most pixels of object 6 are of no class; it is left out")
    ]


def test_objects_of_masks_without_classes_are_of_the_first_that_is_not_the_background(tmp_path: Path) -> None:
    files = {"images/1.png": PICTURE, "instances/1.png": encode_label_map(OBJECTS)}
    dataset = opened(
        write_files(tmp_path, files | {"classes.csv": b"value,name\n0,background\n1,cell\n"}), "masks"
    )
    assert objects(dataset) == ["cell"] * 3


def yolo(root: Path, rows: str) -> Dataset:
    """Objects of a dataset whose first class is called background."""
    files: Mapping[str, bytes] = {
        "data.yaml": b"train: images\nval: images\nnames: [background, cat]\n",
        "images/1.png": PICTURE,
        "labels/1.txt": rows.encode(),
    }
    return opened(write_files(root, files), "yolo-segment")


CAT = "1 0.1 0.1 0.4 0.1 0.4 0.6\n"


@pytest.mark.parametrize("to", ["masks", "voc"])
def test_a_background_that_no_object_has_is_that_of_masks(to: str, tmp_path: Path) -> None:
    source = yolo(tmp_path / "in", CAT)
    assert named(source) == ["background", "cat"]  # as data.yaml lists it
    assert named(rewritten(source, "coco", tmp_path / "coco")) == ["background", "cat"]
    again = rewritten(source, to, tmp_path / "out")
    writer = label_writer(to, source)
    assert writer is not None
    assert writer.class_numbers() == (0, 1)
    assert (named(again), objects(again)) == (["cat"], ["cat"])


@pytest.mark.parametrize("to", ["masks", "voc"])
def test_objects_that_are_called_background_are_told_apart_from_it(to: str, tmp_path: Path) -> None:
    source = yolo(tmp_path / "in", CAT + "0 0.5 0.5 0.9 0.5 0.9 0.9\n")
    again = rewritten(source, to, tmp_path / "out")
    assert (named(again), objects(again)) == (["background", "cat"], ["background", "cat"])
    listed = (tmp_path / "out" / ("classes.csv" if to == "masks" else "labelmap.txt")).read_text()
    assert "_background_" in listed.splitlines()[1]
    third = rewritten(again, to, tmp_path / "third")
    assert {key: read.labels for key, read in all_labels(third).items()} == {
        key: read.labels for key, read in all_labels(again).items()
    }
    assert objects(rewritten(again, "yolo-segment", tmp_path / "yolo")) == ["background", "cat"]


def test_objects_of_voc_that_are_called_background_get_a_value_of_their_own(tmp_path: Path) -> None:
    source = yolo(tmp_path / "in", CAT + "0 0.5 0.5 0.9 0.5 0.9 0.9\n")
    rewritten(source, "voc", tmp_path / "voc")
    place = tmp_path / "voc/labelmap.txt"
    place.write_text("background:0,0,0::\ncat:128,0,0::\n")
    dataset = opened(tmp_path / "voc", "voc")
    assert [(item.name, item.source_id) for item in (dataset.categories or Categories()).all] == [
        ("cat", 1),
        ("background", 2),
    ]


def test_a_map_that_is_not_changed_keeps_its_bytes(tmp_path: Path) -> None:
    source = masks(tmp_path)
    writer = label_writer("masks", source)
    assert writer is not None
    (sample,) = only_samples(source.samples())
    read = all_labels(source)[sample.key].labels
    image = WrittenImage("images/1.png", SIZE, None, sample.key, 0)
    assert writer.encode(image, read).files[0] == encode_label_map(CLASSES)
