"""YOLO datasets: what is found, how rows are read, and what is told about odd ones."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.labels import Box, Categories, Category, Instance, Keypoints, Labels, OrientedBox, Outline
from augstudio.datasets.assumed import assumed
from augstudio.datasets.base import DatasetReference, Skipped
from augstudio.datasets.formats import open_dataset, recognised_format, reopened
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead, Severity
from augstudio.datasets.layout import Stated
from augstudio.datasets.yolo.rows import RowRules, Task, rows_of
from augstudio.errors import DatasetError
from tests.datasets.yolo_folders import DATA, PICTURE, keys_of, labels_of, sample_of, small_yolo, write_yolo
from tests.folders import write_files

QUAD = "0 0.1 0.1 0.9 0.1 0.9 0.9 0.1 0.9\n"
TRIANGLE = "1 0.1 0.1 0.9 0.1 0.5 0.9\n"
POSE = "kpt_shape: [2, 3]\nflip_idx: [1, 0]\n"


def test_a_dataset_is_opened_by_its_folder_and_by_its_file(tmp_path: Path) -> None:
    root = small_yolo(tmp_path / "in")
    for path in (root, root / "data.yaml"):
        dataset = open_dataset(path)
        assert dataset.reference.format == recognised_format(path) == "yolo"
        assert keys_of(path) == {"images/train/a.png": "train", "images/val/b.png": "val"}
        assert dataset.categories == Categories.named(["cat", "dog"])
        assert (dataset.has_splits, dataset.root) == (True, root)
        assert dataset.label_problems() == ()
        said = "labels: yolo; splits: train (images/train/), validation (images/val/); 2 classes"
        assert assumed(dataset.assumption) == said


def test_a_row_is_shares_of_the_upright_picture(tmp_path: Path) -> None:
    dataset = open_dataset(small_yolo(tmp_path, "1 0.5 0.25 0.5 0.5\n"))
    read = labels_of(dataset, "images/train/a.png")
    assert read.labels == Labels((Instance(category=1, shape=Box(9.5, -0.5, 29.5, 9.5)),))
    assert read.data == b"1 0.5 0.25 0.5 0.5\n"
    # Readers of YOLO turn a camera's picture before they look at its labels.
    source = dataset.label_source(sample_of(dataset, "images/train/a.png"))
    assert source is not None
    turned = source.read(ImageInfo((20, 40), 6)).labels
    assert turned == Labels((Instance(category=1, shape=Box(4.5, -0.5, 14.5, 19.5)),))


def test_a_picture_without_a_file_has_no_objects_as_one_with_an_empty_file(tmp_path: Path) -> None:
    root = small_yolo(tmp_path)
    dataset = open_dataset(root)
    assert labels_of(dataset, "images/val/b.png").problems == ()
    (root / "labels/val/b.txt").unlink()
    assert labels_of(dataset, "images/val/b.png") == LabelsRead(Labels())
    reason = "1 picture has no label file, which would be this one; it counts as a picture without objects"
    assert dataset.label_problems() == (LabelProblem("labels/val/b.txt", 0, reason, Severity.NOTE),)


def test_pictures_without_a_file_are_told_together(tmp_path: Path) -> None:
    root = small_yolo(tmp_path)
    write_files(root, {f"images/train/{name}.png": PICTURE for name in ("o", "classes", "é")})
    write_files(root, {"labels/train/classes.txt": b""})
    reason = (
        "2 pictures have no label file, the first of which would be this one; they count as pictures "
        "without objects"
    )
    assert open_dataset(root).label_problems() == (
        LabelProblem("labels/train/o.txt", 0, reason, Severity.NOTE),
    )


@pytest.mark.parametrize(
    ("rows", "data", "name"),
    [
        ("", DATA, "yolo"),
        ("0 .5 .5 .1 .1\n", DATA, "yolo"),
        (TRIANGLE, DATA, "yolo-segment"),
        (QUAD + TRIANGLE, DATA, "yolo-segment"),
        (QUAD, DATA, "yolo-obb"),
        (QUAD, f"{DATA}task: segment\n", "yolo-segment"),
        ("0 .5 .5 .1 .1 .5 .5 2 .4 .4 1\n", DATA + POSE, "yolo-pose"),
        ("", DATA + POSE, "yolo-pose"),
    ],
)
def test_what_rows_hold_is_recognised(tmp_path: Path, rows: str, data: str, name: str) -> None:
    assert recognised_format(small_yolo(tmp_path, rows, data)) == name


def test_rows_of_outlines_turned_boxes_and_keypoints_are_read(tmp_path: Path) -> None:
    outline = labels_of(open_dataset(small_yolo(tmp_path / "s", TRIANGLE)), "images/train/a.png")
    assert outline.labels == Labels(
        (Instance(category=1, shape=Outline((np.array([(3.5, 1.5), (35.5, 1.5), (19.5, 17.5)]),))),)
    )
    turned = labels_of(open_dataset(small_yolo(tmp_path / "o", QUAD)), "images/train/a.png")
    corners = np.array([(3.5, 1.5), (35.5, 1.5), (35.5, 17.5), (3.5, 17.5)])
    assert turned.labels == Labels((Instance(category=0, shape=OrientedBox(corners)),))
    dataset = open_dataset(small_yolo(tmp_path / "p", "0 .5 .5 .5 .5 .5 .5 1 .9 .9 0\n", DATA + POSE))
    keypoints = Keypoints(np.array([(19.5, 9.5), (0, 0)]), np.array([1, 0], np.int32))
    pose = labels_of(dataset, "images/train/a.png").labels
    assert pose == Labels((Instance(category=0, shape=Box(9.5, 4.5, 29.5, 14.5), keypoints=keypoints),))
    names = Category("cat", 0, keypoints=("0", "1"), swaps=((0, 1),))
    assert dataset.categories is not None
    assert dataset.categories[0] == names


@pytest.mark.parametrize(
    "text",
    [
        "0 0.1 0.2 0.3 0.4 0.5 1\n1 0 0 1 0 0.25 0.75 0.123456789012345678 1\n",
        "0 0.1 0.2 0.3 0.4 0.5 1\n0 0.10 0.2 0.3 0.4 0.5 1.0",  # twice the same
        "2 0.1 0.2 0.3 0.4 0.5 1\n0 0.1 0.2 0.3 0.4 0.5 0.6\n",  # no such class
        "0 0.1 0.2 0.3 0.4 0.5 1.5\n0 0.1 0.2 0.3 0.4\n0.5 0.1 0.2 0.3 0.4 0.5 0.6\n0 1 2\n",
        "0 0.1 0.2 0.3 0.4 0.5\n\n0 0.1 0.2 0.3 0.4 0.5 123456789012345678901\n",
    ],
)
def test_plain_rows_are_read_at_once_as_one_by_one(text: str) -> None:
    rules = RowRules(Task.SEGMENT, range(2))
    spaced = text.replace("\n", "  \n")  # which is not plain
    assert list(rows_of(text, rules, (40, 20))) == list(rows_of(spaced, rules, (40, 20)))


def test_two_numbers_a_keypoint_are_seen_also_at_the_corner(tmp_path: Path) -> None:
    # So does Ultralytics 8.4.190 where kpt_shape has no visibility; what is negative is missing.
    data = f"{DATA}kpt_shape: [3, 2]\n"
    dataset = open_dataset(small_yolo(tmp_path, "0 .5 .5 .5 .5 0 0 -1 -1 .5 .5\n", data))
    read = labels_of(dataset, "images/train/a.png")
    assert read.labels is not None
    keypoints = read.labels.instances[0].keypoints
    assert keypoints is not None
    assert keypoints.visibility.tolist() == [2, 0, 2]
    assert [problem.reason for problem in read.problems] == [
        "a keypoint at 0 0 counts as seen, as kpt_shape has two numbers a keypoint"
    ]


@pytest.mark.parametrize(
    ("row", "reason", "kept"),
    [
        ("0 nan .5 .5 .5", "'nan' is not a number; left out", False),
        ("0,.5,.5,.5,.5", "'0,.5,.5,.5,.5' is not a number; left out", False),
        ("2 .5 .5 .5 .5", "there is no class 2; left out", False),
        ("-1 .5 .5 .5 .5", "there is no class -1; left out", False),
        ("0.5 .5 .5 .5 .5", "there is no class 0.5; left out", False),
        ("0 .5 .5 .5", "wrong number of values for this format (4); left out", False),
        ("0 .5 .5 .5 .5 .9", "wrong number of values for this format (6); left out", False),
        ("0 .5 .5 0 .5", "a box without an area; left out", False),
        ("0 .5 .5 .5 -.5", "a box without an area; left out", False),
        (
            "0 320 240 100 80",
            "numbers must be shares of the width and height, 0 to 1, not pixels; left out",
            False,
        ),
        ("0 .9 .5 .5 .5", "a box reaches beyond the picture", True),
        ("0 1.5 .5 .5 .5", "a box beside the picture", True),
        ("1 .5 .5 .2 .2", "the same as line 1; left out", False),
        (
            TRIANGLE.strip(),
            "an outline in a dataset of boxes; Ultralytics leaves out pictures with mixed rows",
            True,
        ),
    ],
)
def test_odd_rows_are_told_with_their_line_and_the_others_count(
    tmp_path: Path, row: str, reason: str, *, kept: bool
) -> None:
    text = f"1 .5 .5 .2 .2\n\n{row}\r\n0 .25 .25 .1 .1"
    reference = DatasetReference(small_yolo(tmp_path, text), "yolo")
    read = labels_of(reopened(reference), "images/train/a.png")
    assert read.problems == (LabelProblem("labels/train/a.txt", 3, reason),)
    assert read.labels is not None
    assert [item.origin for item in read.labels.instances] == ([0, 1, 2] if kept else [0, 2])
    assert read.data == b""  # it is written anew, not copied


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("0 .5 .5 .5 .5", "a row without keypoints; Ultralytics leaves out the whole picture"),
        ("0 .5 .5 .5 .5 .5 .5 2", "expected 11 numbers, got 8; left out"),
        ("0 .5 .5 .5 .5 .5 .5 3 0 0 0", "the visibility of a keypoint must be 0, 1 or 2; left out"),
        ("0 .5 .5 .5 .5 1.2 .5 2 0 0 0", "a keypoint beside the picture counts as missing"),
    ],
)
def test_odd_rows_of_keypoints_are_told(tmp_path: Path, row: str, reason: str) -> None:
    read = labels_of(open_dataset(small_yolo(tmp_path, row, DATA + POSE)), "images/train/a.png")
    assert [problem.reason for problem in read.problems] == [reason]


@pytest.mark.parametrize("data", [b"\xff\xfe0\x00", b"\x89PNG\r\n\x1a\n\0"])
def test_a_label_file_that_is_no_text_cannot_be_used(tmp_path: Path, data: bytes) -> None:
    root = small_yolo(tmp_path)
    (root / "labels/train/a.txt").write_bytes(data)
    with pytest.raises(DatasetError, match=r"labels/train/a\.txt: is not UTF-8 text; save it as UTF-8"):
        labels_of(open_dataset(root), "images/train/a.png")


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        ("path: .\ntrain: images/train\nval: images/val\n", ["images/train/a.png", "images/val/b.png"]),
        # Roboflow writes .. though the folders are beside the file.
        ("train: ../images/train\nval: ../images/val\n", ["images/train/a.png", "images/val/b.png"]),
        ("train: ./images/../images/train\n", ["images/train/a.png"]),
        ("path: {here}\ntrain: [images/train, images/val]\n", ["images/train/a.png", "images/val/b.png"]),
        ("path: images\ntrain: train\n", ["train/a.png"]),
        # A path of the computer that it was made on.
        ("path: /content/datasets/pets\ntrain: images/train\n", ["images/train/a.png"]),
        ("path: ../datasets/in\ntrain: images/train\n", ["images/train/a.png"]),
        ("train: images\nval: images\n", ["images/train/a.png", "images/val/b.png"]),
        ("train: lists/train.txt\nvalid: images/val\n", ["images/train/a.png", "images/val/b.png"]),
        ("validation: images/val\n", ["images/val/b.png"]),
    ],
)
def test_folders_and_lists_are_found_as_the_file_says(tmp_path: Path, data: str, keys: list[str]) -> None:
    data = data.format(here=tmp_path / "in")
    root = small_yolo(tmp_path / "in", data=f"{data}names: [cat, dog]\n")
    write_yolo(root, {"lists/train.txt": "../images/train/a.png\n"}, f"{data}names: [cat, dog]\n")
    assert list(keys_of(root)) == keys


def test_lists_of_files_divide_a_dataset_too(tmp_path: Path) -> None:
    lists = {"train.txt": "images/train/a.png\n", "val.txt": "images/val/b.png\n"}
    data = "train: train.txt\nval: val.txt\nnames: [cat]\n"
    dataset = open_dataset(write_yolo(small_yolo(tmp_path), lists, data))
    assert assumed(dataset.assumption) == "labels: yolo; splits as the labels say; 1 class"


def test_nothing_outside_the_datasets_folder_is_taken(tmp_path: Path) -> None:
    small_yolo(tmp_path / "outside")
    data = f"train: {tmp_path}/outside/images/train\nval: [images/val, list.txt, ../outside/images]\n"
    root = write_yolo(
        tmp_path / "in",
        {"images/val/b.png": None, "list.txt": "../outside/images/train/a.png\n\n./images/val/c.png\n"},
        f"{data}names: [cat]\n",
    )
    dataset = open_dataset(root)
    assert list(keys_of(root)) == ["images/val/b.png"]
    assert [item for item in dataset.samples() if isinstance(item, Skipped)] == [
        Skipped("../outside/images/train/a.png", "named in list.txt, line 1, but not there"),
        Skipped("./images/val/c.png", "named in list.txt, line 3, but not there"),
    ]
    assert [problem.reason for problem in dataset.label_problems()][:2] == [
        f"train: there is no {tmp_path}/outside/images/train in the dataset's folder",
        "val: there is no ../outside/images in the dataset's folder",
    ]


def test_a_list_names_pictures_as_ultralytics_reads_it(tmp_path: Path) -> None:
    lines = "./images/a.png\n/content/other/images/b.png\n\nimages\\c.png\nimages/a.png\n"
    files = dict.fromkeys(("images/a.png", "images/b.png", "images/c.png", "images/not.png"))
    root = write_yolo(tmp_path, {**files, "train.txt": lines}, "train: train.txt\nnames: [cat]\n")
    assert keys_of(root) == dict.fromkeys(("images/a.png", "images/b.png", "images/c.png"), "train")
    assert "the picture is named twice; it counts as one of train" in {
        problem.reason for problem in open_dataset(root).label_problems()
    }


@pytest.mark.parametrize(
    ("picture", "labels"),
    [
        ("images/train/a.png", "labels/train/a.txt"),
        ("train/images/a.png", "train/labels/a.txt"),
        ("images/x/images/a.b.png", "images/x/labels/a.b.txt"),  # the last part called so
        ("pictures/a.png", "pictures/a.txt"),
    ],
)
def test_labels_are_found_by_the_last_folder_called_images(tmp_path: Path, picture: str, labels: str) -> None:
    folder = picture.partition("/")[0]
    root = write_yolo(tmp_path, {picture: None, labels: "0 .5 .5 .5 .5"}, f"train: {folder}\nnames: [cat]\n")
    read = labels_of(open_dataset(root), picture)
    assert read.labels is not None
    assert len(read.labels.instances) == 1


def test_label_files_without_a_picture_and_with_two_are_told(tmp_path: Path) -> None:
    root = small_yolo(tmp_path)
    write_yolo(root, {"labels/train/c.txt": "", "labels/train/classes.txt": "", "images/train/a.jpg": None})
    assert open_dataset(root).label_problems() == (
        LabelProblem(
            "labels/train/a.txt", 0, "images/train/a.png has the same label file as images/train/a.jpg"
        ),
        LabelProblem("labels/train/c.txt", 0, "there is no picture for this label file"),
    )


def test_a_picture_of_two_splits_counts_in_the_first(tmp_path: Path) -> None:
    root = small_yolo(tmp_path, data="train: images/train\nval: images\nnames: [cat]\n")
    assert keys_of(root) == {"images/train/a.png": "train", "images/val/b.png": "val"}
    assert [problem.reason for problem in open_dataset(root).label_problems()] == [
        "the picture is named twice; it counts as one of train"
    ]


@pytest.mark.parametrize(
    ("names", "found", "reason"),
    [
        ("names: [a, b]", [("a", 0), ("b", 1)], ""),
        ("names: {0: a, 1: b}", [("a", 0), ("b", 1)], ""),
        ("nc: 2", [("class_0", 0), ("class_1", 1)], ""),
        # YAML 1.1 takes these for truth values, and Ultralytics calls the class False.
        ("names: [no, on, null, 1e3]", [("no", 0), ("on", 1), ("null", 2), ("1e3", 3)], ""),
        (
            "nc: 3\nnames: [a, b]",
            [("a", 0), ("b", 1)],
            "nc is 3, but the number of names is 2; the names count",
        ),
        ("nc: x\nnames: [a]", [("a", 0)], "nc must be a whole number, not 'x'; left out"),
        # labelformat 0.1.17 writes the ids of COCO; Ultralytics ends with a KeyError.
        (
            "names: {1: a, 3: b}",
            [("a", 1), ("b", 3)],
            "the classes are not numbered from 0 without gaps, so that other programs refuse the dataset; an "
            "export numbers them anew",
        ),
    ],
)
def test_names_are_read(tmp_path: Path, names: str, found: list[tuple[str, int]], reason: str) -> None:
    dataset = open_dataset(small_yolo(tmp_path, "", f"train: images/train\n{names}\n"))
    assert dataset.categories is not None
    assert [(item.name, item.source_id) for item in dataset.categories.all] == found
    assert [problem.reason for problem in dataset.label_problems()] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("data", "row", "copied"),
    [
        (DATA, "1 .5 .5 .5 .5\n", True),
        (DATA + POSE, "1 .5 .5 .5 .5 .5 .5 2 .4 .4 1\n", True),
        # Written are classes from 0 on, and three numbers a keypoint.
        ("train: images/train\nnames: {1: a, 3: b}\n", "1 .5 .5 .5 .5\n", False),
        (f"{DATA}kpt_shape: [1, 2]\n", "1 .5 .5 .5 .5 .4 .4\n", False),
    ],
)
def test_rows_are_copied_only_where_the_description_says_the_same_of_them(
    tmp_path: Path, data: str, row: str, *, copied: bool
) -> None:
    read = labels_of(open_dataset(small_yolo(tmp_path, row, data)), "images/train/a.png")
    assert read.problems == ()
    assert read.data == (row.encode() if copied else b"")


def test_rows_have_the_numbers_that_names_have(tmp_path: Path) -> None:
    dataset = open_dataset(
        small_yolo(tmp_path, "3 .5 .5 .5 .5\n0 .5 .5 .5 .5\n", "train: images/train\nnames: {1: a, 3: b}\n")
    )
    read = labels_of(dataset, "images/train/a.png")
    assert read.labels is not None
    assert [item.category for item in read.labels.instances] == [1]
    assert [problem.reason for problem in read.problems] == ["there is no class 0; left out"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("names: [a\ntrain: x\n", r"data\.yaml, line 2: not valid YAML: .*"),
        (
            "train: images\nnames: cat\n",
            r"data\.yaml: names must be a list, or numbers with names, not 'cat'",
        ),
        ("train: images\nnames: [[a]]\n", r"the name of class 0 must be a text, not \['a'\]"),
        ("train: images\nnames: {x: a}\n", "names: 'x' is no number of a class"),
        ("train: nowhere\nnames: [a]\n", "none of the folders is there that train, val and test name"),
        ("train: images\nnames: [a]\nkpt_shape: [2, 4]\n", "kpt_shape must be how many keypoints"),
        ("? [a]\n: b\nnames: [a]\ntrain: x\n", "not valid YAML"),
        ("names: &a [*a]\ntrain: images\n", "line 1: not valid YAML: found unconstructable recursive node"),
        # Their parser takes a minute for each.
        (f"names: {'[' * 5000}\ntrain: images\n", "nested too deeply"),
        (f"names:\n{'- ' * 5000}a\ntrain: images\n", "nested too deeply"),
        ('names: ["\\x00"]\0\ntrain: images\n', r"data\.yaml: is not UTF-8 text"),
    ],
)
def test_a_description_that_cannot_be_used_is_told(tmp_path: Path, data: str, reason: str) -> None:
    root = small_yolo(tmp_path, data=data)
    assert recognised_format(root) == "yolo"
    with pytest.raises(DatasetError, match=reason):
        open_dataset(root)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("flip_idx: [1, 2, 0]", "flip_idx must give each keypoint its partner, 3 in all; left out"),
        ("flip_idx: [1, 0]", "flip_idx must give each keypoint its partner, 3 in all; left out"),
        (
            "kpt_names: [a, b]",
            "kpt_names must name each keypoint, 3 in all, the same for all classes; left out",
        ),
        ("flip_idx: [1, 0, 2]\nkpt_names: {0: [a, b, c]}", ""),
    ],
)
def test_partners_and_names_of_keypoints_are_checked(tmp_path: Path, keys: str, reason: str) -> None:
    dataset = open_dataset(small_yolo(tmp_path, "", f"{DATA}kpt_shape: [3, 3]\n{keys}\n"))
    assert [problem.reason for problem in dataset.label_problems()] == ([reason] if reason else [])
    assert dataset.categories is not None
    assert bool(dataset.categories[0].swaps) is not bool(reason)


def test_keypoints_need_their_number(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="has no kpt_shape"):
        reopened(DatasetReference(small_yolo(tmp_path), "yolo-pose"))
    with pytest.raises(DatasetError, match=r"there is no data\.yaml with names and train in"):
        reopened(DatasetReference(tmp_path / "nowhere", "yolo"))


def test_sources_of_labels_go_to_other_processes_and_show_changes(tmp_path: Path) -> None:
    root = small_yolo(tmp_path)
    dataset = open_dataset(root)
    source = dataset.label_source(sample_of(dataset, "images/train/a.png"))
    assert source is not None
    again = pickle.loads(pickle.dumps(source))
    assert again == source
    before = source.state(), source.digest()
    (root / "labels/train/a.txt").write_text("1 0.5 0.5 0.25 0.5\n", encoding="utf-8")
    assert (source.state(), source.digest()) != before
    assert source.state() != before[0]
    assert source.digest() != before[1]
    (root / "labels/train/a.txt").unlink()
    empty = source.digest()
    (root / "labels/train/a.txt").touch()
    assert source.digest() == empty


def test_folders_without_their_mark_are_folders_of_pictures(tmp_path: Path) -> None:
    root = small_yolo(tmp_path, data="services: {web: {image: x}}\nnames: [a]\n")
    assert recognised_format(root) == "image-folder"


def test_splits_cannot_be_said_of_folders(tmp_path: Path) -> None:
    dataset = reopened(DatasetReference(small_yolo(tmp_path), "yolo", Stated((("a", "val"),))))
    with pytest.raises(DatasetError, match="split folders: the annotations of"):
        dataset.check_stated()


def test_augmented_copies_beside_their_originals_are_left_out(tmp_path: Path) -> None:
    root = small_yolo(tmp_path)
    write_yolo(root, {"images/train/a__aug001.png": None, "labels/train/a__aug001.txt": ""})
    assert list(keys_of(root)) == ["images/train/a.png", "images/val/b.png"]
