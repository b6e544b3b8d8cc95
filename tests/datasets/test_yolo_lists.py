"""YOLO datasets without a data.yaml, as labelling programs leave them: a list of classes and the folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from augstudio.core.labels import Categories
from augstudio.datasets.formats import is_dataset_file, open_dataset, recognised_format
from augstudio.datasets.label_reading import LabelProblem
from augstudio.errors import DatasetError, Message
from tests.datasets.yolo_folders import PICTURE, keys_of, labels_of
from tests.folders import write_files

ROW, OUTLINE = b"1 0.5 0.5 0.5 0.5\n", b"0 0.1 0.1 0.9 0.1 0.5 0.9\n"
NAMES = b"cat\ndog\n"
DARKNET = (
    b"classes = 2\ntrain = data/train.txt\nvalid = data/valid.txt\nnames = data/obj.names\nbackup = b/\n"
)

LAYOUTS = {
    "labelImg": ({"a.png": PICTURE, "a.txt": ROW, "classes.txt": NAMES}, {"a.png": "train"}),
    "Label Studio": (
        {"images/a.png": PICTURE, "labels/a.txt": ROW, "classes.txt": NAMES, "notes.json": b"{}"},
        {"images/a.png": "train"},
    ),
    "classes beside rows": (
        {"images/a.png": PICTURE, "labels/a.txt": ROW, "labels/classes.txt": NAMES},
        {"images/a.png": "train"},
    ),
    "splits in images": (
        {
            "images/train/a.png": PICTURE,
            "labels/train/a.txt": ROW,
            "images/val/b.png": PICTURE,
            "labels/train/classes.txt": NAMES,
            "labels/val/classes.txt": NAMES,
        },
        {"images/train/a.png": "train", "images/val/b.png": "val"},
    ),
    "splits above images": (
        {
            "train/images/a.png": PICTURE,
            "train/labels/a.txt": ROW,
            "valid/images/b.png": PICTURE,
            "train/labels/classes.txt": NAMES,
        },
        {"train/images/a.png": "train", "valid/images/b.png": "val"},
    ),
    "splits without images": (
        {"train/a.png": PICTURE, "train/a.txt": ROW, "test/b.png": PICTURE, "classes.txt": NAMES},
        {"train/a.png": "train", "test/b.png": "test"},
    ),
    "CVAT": (
        {
            "obj.data": DARKNET,
            "obj.names": NAMES,
            "train.txt": b"data/obj_train_data/a.png\n",
            "valid.txt": b"data/obj_valid_data/b.png\n",
            "obj_train_data/a.png": PICTURE,
            "obj_train_data/a.txt": ROW,
            "obj_valid_data/b.png": PICTURE,
        },
        {"obj_train_data/a.png": "train", "obj_valid_data/b.png": "val"},
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_of_classes_and_the_folders_make_a_dataset(tmp_path: Path, layout: str) -> None:
    files, keys = LAYOUTS[layout]
    root = write_files(tmp_path / "in", files)
    dataset = open_dataset(root)
    assert (dataset.reference.format, dataset.root) == ("yolo", root)
    assert dataset.categories == Categories.named(["cat", "dog"])
    assert keys_of(root) == keys
    labels = labels_of(dataset, next(iter(keys))).labels
    assert labels is not None
    [instance] = labels.instances
    assert instance.category == 1
    reason = "1 picture has no label file, which would be this one; it counts as a picture without objects"
    told = [(problem.file.rpartition("/")[2], problem.reason) for problem in dataset.label_problems()]
    assert told == ([("b.txt", reason)] if len(keys) == 2 else [])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_opened_by_the_list_too(tmp_path: Path, layout: str) -> None:
    files, keys = LAYOUTS[layout]
    root = write_files(tmp_path / "in", files)
    lists = [name for name in files if name.rpartition("/")[2] in ("classes.txt", "obj.names", "obj.data")]
    for name in lists:
        assert is_dataset_file(root / name)
        assert open_dataset(root / name).root == root
        assert keys_of(root / name) == keys


def test_a_split_opened_alone_stays_alone(tmp_path: Path) -> None:
    files, _ = LAYOUTS["splits without images"]
    root = write_files(tmp_path, {**files, "train/classes.txt": NAMES})
    assert open_dataset(root / "train").root == root / "train"
    assert keys_of(root / "train") == {"a.png": "train"}


def test_what_the_rows_hold_is_looked_at(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"a.png": PICTURE, "a.txt": OUTLINE, "classes.txt": NAMES})
    assert recognised_format(root) == "yolo-segment"


def test_a_list_of_classes_beside_pictures_alone_makes_no_yolo_dataset(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"cat/a.png": PICTURE, "dog/b.png": PICTURE, "classes.txt": NAMES})
    assert recognised_format(root) == "image-folder"


def test_lists_that_differ_are_refused_by_name(tmp_path: Path) -> None:
    files = {"train/a.png": PICTURE, "train/a.txt": ROW, "train/classes.txt": NAMES, "val/b.png": PICTURE}
    root = write_files(tmp_path, {**files, "val/b.txt": ROW, "val/classes.txt": b"dog\ncat\n"})
    with pytest.raises(DatasetError, match=r"train/classes\.txt and val/classes\.txt name different classes"):
        open_dataset(root)


def test_an_empty_list_says_what_to_do(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"a.png": PICTURE, "a.txt": ROW, "classes.txt": b"\n"})
    with pytest.raises(DatasetError, match=r"classes\.txt names no class; write one name in each line"):
        open_dataset(root)


def test_a_list_of_pictures_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    files, _ = LAYOUTS["CVAT"]
    root = write_files(tmp_path, {name: data for name, data in files.items() if name != "valid.txt"})
    reason = Message("{0}: there is no {1} in the dataset's folder", "valid", "data/valid.txt")
    assert open_dataset(root).label_problems() == (LabelProblem("obj.data", 3, reason),)
